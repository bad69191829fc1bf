//! How much memory a pointer stands for where no attribute counts it, and whether annotations agree with attributes.

use crate::model::{
    Annotation, Count, CountTarget, Decl, Direction, Field, Id, Method, Param, ParamFacts, Record, Type,
};
use crate::plan::context::{Records, Types};
use crate::plan::types::overlooked;
use crate::plan::types::ty::{ADDRESS, says_address, says_pointer};
use crate::plan::words::counting;
use crate::plan::words::written;
use crate::plan::{Elem, Ty};
use std::slice;

/// Names of characters, for files that declare them as numbers.
const CHARACTERS: [&str; 5] = ["CHAR", "WCHAR", "OLECHAR", "TCHAR", "wchar_t"];

/// Hungarian for numbers, and the names of some records' members, which may stand before what they say.
const NUMBERS: &[&str] = &["", "cb", "dw", "ul", "w", "u", "ui", "n", "l", "i", "bi", "bv5", "td", "dm"];

/// Names, without capitals and the type of the number, of a record's own size: by Windows' habit that is how versions
/// of a record are told apart, and whoever gets it reads as much. These say so wherever in the record they stand.
const OWN_SIZES: &[&str] = &[
    "cbsize",
    "cbstruct",
    "cbstructure",
    "sizeofstruct",
    "sizeofstructure",
    "structsize",
    "structuresize",
    "serializedsize",
    "totalserializedsize",
    // Of an ACL, whose entries follow it.
    "aclsize",
];

/// Those that say so of the first member only.
const FIRST_OWN_SIZES: &[&str] = &["cb", "size", "length", "formatsize"];

/// Those that say so of the last member only: how many bytes follow the record.
const LAST_OWN_SIZES: &[&str] = &["cb", "cbextra"];

impl Types<'_> {
    /// Whether a pointer that nothing counts points to one value. Numbers and records do, by MIDL's rule; characters
    /// and bytes hardly ever, except for what a method returns.
    pub(crate) fn is_one(&self, facts: &ParamFacts, to: &Type) -> Result<(), String> {
        let characters = || Err("characters that nothing counts".to_owned());
        if facts.string || CHARACTERS.iter().any(|name| self.is_called(to, name)) {
            return characters();
        }
        match self.model.strip(to) {
            Type::Char { .. } | Type::WChar => characters(),
            Type::Byte | Type::Int { bits: 8, .. } if !facts.retval && !self.is_called(to, "BOOLEAN") => {
                Err("bytes that nothing counts".to_owned())
            }
            _ => Ok(()),
        }
    }

    /// Whether a record is as large as its type: an error says why it can be larger, so that whoever gets it reads on.
    /// What is true of records in it, their own faces say.
    pub(crate) fn check_size(&self, record: &Record) -> Result<(), String> {
        if let Some(open) = self.last_members(record).find(|field| self.can_be_longer(field)) {
            return Err(format!("{} is the last member, and can have more elements than one", open.param.head.name));
        }
        let last = record.fields.len().saturating_sub(1);
        let own = record.fields.iter().enumerate().find_map(|(at, field)| {
            // Any member of a union may be the first and the last; there the less telling names are values.
            let (first, last) = (at == 0 && !record.union, at == last && !record.union);
            let with_members = std::iter::once(field).chain(self.members_of_union(record, field));
            with_members.map(|field| &field.param).find(|param| self.is_own_size(record, param, first, last))
        });
        match own {
            Some(Param { head, .. }) => {
                let name = &head.name;
                Err(format!("{name} says how large the record is; `plain_number` says that nobody relies on it"))
            }
            None => Ok(()),
        }
    }

    /// Whether a number seems to say how large its record is.
    fn is_own_size(&self, record: &Record, param: &Param, first: bool, last: bool) -> bool {
        let facts = &param.facts;
        let number = matches!(self.model.strip(&param.ty), Type::Int { .. } | Type::IntPtr { .. });
        let said = facts.plain_number || facts.reserved || facts.flags.is_some();
        number && !said && names_own_size(&param.head.name, first, last) && !self.counts_another(record, param)
    }

    /// The members of a field that is a union.
    fn members_of_union(&self, record: &Record, field: &Field) -> &[Field] {
        match self.model.strip(&field.param.ty) {
            Type::Record(id) if !record.union && self.model.records[*id].union => &self.model.records[*id].fields,
            _ => &[],
        }
    }

    /// The members behind which a record ends: any of a union's may be.
    fn last_members<'m>(&'m self, record: &'m Record) -> impl Iterator<Item = &'m Field> {
        let own =
            if record.union { record.fields.as_slice() } else { record.fields.last().map_or(&[][..], slice::from_ref) };
        own.iter().flat_map(move |field| std::iter::once(field).chain(self.members_of_union(record, field)))
    }

    /// Whether a member is an array of one element for want of a way to say that there are more.
    fn can_be_longer(&self, Field { param, .. }: &Field) -> bool {
        let one = matches!(self.model.strip(&param.ty), Type::Array { len: Some(1), .. });
        one && param.facts.size_is.is_empty() && !param.facts.reserved
    }

    /// Whether a field counts another one.
    fn counts_another(&self, record: &Record, counter: &Param) -> bool {
        let counts = record.fields.iter().flat_map(|field| field.param.facts.size_is.iter().flatten());
        let mut by = counts.filter_map(|count| match count.by {
            CountTarget::Index(by) => record.fields.get(by as usize),
            _ => None,
        });
        by.any(|field| std::ptr::eq(&raw const field.param, counter))
    }

    /// Checks that no number of a record is named as an address: `SIZE_T ptr`, and what a handle is made of.
    pub(crate) fn check_addresses(&self, record: &Record) -> Result<(), String> {
        let one = record.fields.len() == 1;
        let address = record.fields.iter().map(|field| &field.param).find(|param| {
            let handle = one && self.is_size(&param.ty) && !param.facts.plain_number;
            handle || self.is_named_address(param, &param.head.name)
        });
        address.map_or(Ok(()), |param| Err(format!("{}: {ADDRESS}", param.head.name)))
    }

    /// The same of a parameter, or of what it points to. What a property or function is, its own name says, and so does that
    /// of a method that gives nothing else.
    pub(crate) fn check_named_address(&self, method: &Method, param: &Param) -> Result<(), String> {
        let comes_out = |param: &&Param| param.facts.direction == Some(Direction::Out);
        let is_given = comes_out(&param)
            && written::is_giving(&method.head.name)
            && method.params.iter().filter(comes_out).count() == 1;
        let is_value = method.facts.property.is_some() || param.facts.retval || is_given;
        let mut by = std::iter::once(&param.head.name).chain(is_value.then_some(&method.head.name));
        by.try_for_each(|name| self.check_address(param, name))
    }

    /// The same of a parameter or field, by this name.
    pub(crate) fn check_address(&self, param: &Param, name: &str) -> Result<(), String> {
        if self.is_named_address(param, name) { Err(ADDRESS.into()) } else { Ok(()) }
    }

    /// Whether a number, or numbers that are pointed to, hold an address by this name, or by that of their type: they are
    /// as wide as a pointer, or 64 bits wide, which has room for one everywhere.
    fn is_named_address(&self, param: &Param, name: &str) -> bool {
        !param.facts.plain_number && self.holds_address(&param.ty, name)
    }

    /// The same of any value of a type, by the name of what it is a value of.
    pub(crate) fn holds_address<'m>(&'m self, mut ty: &'m Type, name: &str) -> bool {
        let (mut typed, mut direct) = (false, true);
        loop {
            match ty {
                Type::Alias(id) => {
                    let alias = &self.model.aliases[*id];
                    typed |= says_address(&alias.head.name);
                    ty = &alias.ty;
                }
                Type::Pointer { to: of, .. } | Type::Array { of, .. } => (ty, direct) = (of, false),
                // Of those it is known by type which ones are made to hold addresses.
                Type::IntPtr { .. } => return says_address(name) || direct && says_pointer(name),
                Type::Int { bits: 64, .. } => return typed || says_address(name) || direct && says_pointer(name),
                Type::Record(id) => match self.only_number(*id) {
                    Some(number) => ty = number,
                    None => return false,
                },
                _ => return false,
            }
        }
    }

    /// What a record is another form of that holds one number, or parts of one: `LARGE_INTEGER`.
    fn only_number(&self, id: Id<Record>) -> Option<&Type> {
        let record = &self.model.records[id];
        let is_wide = |field: &&Field| matches!(self.model.strip(&field.param.ty), Type::Int { bits: 64, .. });
        let only = match record.fields.as_slice() {
            [only] => Some(only),
            fields => fields.iter().find(is_wide).filter(|_| record.union),
        };
        let Param { ty, facts, .. } = &only?.param;
        let number = matches!(self.model.strip(ty), Type::Int { .. } | Type::IntPtr { .. } | Type::Record(_));
        (number && !facts.plain_number).then_some(ty)
    }

    /// Whether the name of a count agrees with what it counts by the attribute: bytes are elements only where these are
    /// as small.
    pub(crate) fn counts_elements(&self, of: &Type, count: &Count) -> Result<(), String> {
        let small = matches!(
            self.model.strip(of),
            Type::Void | Type::Byte | Type::Boolean | Type::Char { .. } | Type::Int { bits: 8, .. }
        );
        if count.bytes || small || !counting::counts_bytes(&count.text) {
            return Ok(());
        }
        Err(format!(
            "{0} is said to count elements, and by its name counts bytes, as `bytes_is({0})` would say",
            count.text
        ))
    }

    /// Whether what a pointer points to can be an 8-bit string: characters, or a record that is never defined, by which C
    /// tells names from strings.
    pub(crate) fn is_name(&self, to: &Type) -> bool {
        match self.model.strip(to) {
            Type::Record(id) => self.model.records[*id].declared_only && !self.is_runtime(Decl::Record(*id)),
            _ => matches!(self.text(to), Ok(false)),
        }
    }

    /// Whether a type is spelled with a typedef of this name, which another one may rename.
    fn is_called(&self, ty: &Type, name: &str) -> bool {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            if self.model.aliases[*id].head.name == name {
                return true;
            }
            ty = &self.model.aliases[*id].ty;
        }
        false
    }

    /// Whether annotations say nothing of a pointer that its attributes do not say. What they add is not understood
    /// well enough to build on, and too much to be overlooked.
    pub(crate) fn agrees(&self, param: &Param) -> Result<(), String> {
        let to = match self.model.strip(&param.ty) {
            Type::Array { of, len: None, .. } => of,
            _ => match self.target(&param.ty) {
                Ok(to) => to,
                Err(_) => return Ok(()),
            },
        };
        for said in &param.facts.annotations {
            if let Some(what) = self.more(param, to, said) {
                return Err(format!("the annotation `{}` {what}", said.text));
            }
        }
        Ok(())
    }

    /// What an annotation says beyond the attributes, or against them.
    fn more(&self, param: &Param, to: &Type, said: &Annotation) -> Option<&'static str> {
        let facts = &param.facts;
        let direction = facts.direction.filter(|&direction| direction != Direction::Unsaid);
        if let (Some(one), Some(other)) = (direction, said.direction)
            && one != other
        {
            return Some("says another direction");
        }
        if said.owned {
            return Some("says whose memory it is");
        }
        let text = facts.string || self.is_bstr(&param.ty) || self.is_bstr(to);
        if let Some(size) = &said.size {
            let unit = if said.inner { self.target(to).unwrap_or(to) } else { to };
            let count = facts.size_is.get(usize::from(said.inner)).and_then(Option::as_ref);
            if !count.is_some_and(|count| self.counts_same(said, size, count, unit)) {
                return Some("says a size that no attribute says");
            }
        } else if said.string && !text {
            return Some("says that there is a string");
        }
        let is_interface = self.interface_behind(&param.ty).is_some();
        let optional = facts.optional || facts.nullable == Some(true) || is_interface;
        (said.optional && !optional).then_some("says that it may be null")
    }

    /// Whether an attribute counts what an annotation does, in the same unit.
    fn counts_same(&self, said: &Annotation, size: &str, count: &Count, unit: &Type) -> bool {
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let is_byte = matches!(
            self.model.strip(unit),
            Type::Void | Type::Byte | Type::Boolean | Type::Char { .. } | Type::Int { bits: 8, .. }
        );
        plain(&count.text) == size && (count.bytes == said.bytes || is_byte)
    }
}

impl Records<'_> {
    /// Memory that is counted in bytes, and shown so: what anybody may fill with any bytes.
    pub(crate) fn bytes(&self, ty: &Type) -> Result<Elem, String> {
        if *self.model.strip(ty) == Type::Void || self.is_any_bytes(ty) {
            Ok(Elem::Plain(Ty::Prim("u8")))
        } else {
            Err("bytes of what points elsewhere or says what there is".to_owned())
        }
    }

    /// Whether nobody follows anything in a value, which may end in an array of any length.
    fn is_any_bytes(&self, ty: &Type) -> bool {
        match self.model.strip(ty) {
            Type::Record(id) if !self.is_plain(*id) => {
                let fields = &self.model.records[*id].fields;
                !fields.is_empty()
                    && fields.iter().all(|field| {
                        overlooked::none(&field.param.facts, &[]).is_ok()
                            && match self.model.strip(&field.param.ty) {
                                Type::Array { of, .. } => self.is_any_bytes(of),
                                _ => self.is_any_bytes(&field.param.ty),
                            }
                    })
            }
            _ => self.plain_type(ty),
        }
    }
}

/// Whether a member of this name is how large its record is.
fn names_own_size(name: &str, first: bool, last: bool) -> bool {
    let name = name.trim_matches('_').to_lowercase();
    let bare = NUMBERS.iter().filter_map(|number| name.strip_prefix(number));
    let among = |names: &[&str], name: &str| names.contains(&name);
    let is_first = first && (name.ends_with("size") || name.starts_with("cb") && name.ends_with("length"));
    is_first
        || bare.into_iter().any(|bare| {
            among(OWN_SIZES, bare) || first && among(FIRST_OWN_SIZES, bare) || last && among(LAST_OWN_SIZES, bare)
        })
}
