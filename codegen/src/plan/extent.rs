//! How much memory a pointer stands for where no attribute counts it, and whether annotations agree with attributes.

use super::build::Planner;
use super::{Elem, Ty, overlooked};
use crate::model::{Annotation, Count, Decl, Direction, Param, ParamFacts, Type};

/// Names of characters, for files that declare them as numbers.
const CHARACTERS: [&str; 5] = ["CHAR", "WCHAR", "OLECHAR", "TCHAR", "wchar_t"];

impl Planner<'_> {
    /// Whether a pointer that nothing counts points to one value. Numbers and records do, by MIDL's rule; characters
    /// and bytes hardly ever, except for what a method returns.
    pub(super) fn is_one(&self, facts: &ParamFacts, to: &Type) -> Result<(), String> {
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

    /// Memory that is counted in bytes, and shown so: what anybody may fill with any bytes.
    pub(super) fn bytes(&self, ty: &Type) -> Result<Elem, String> {
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

    /// Whether what a pointer points to can be an 8-bit string: characters, or a record that is never defined, by which C
    /// tells names from strings.
    pub(super) fn is_name(&self, to: &Type) -> bool {
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
    pub(super) fn agrees(&self, param: &Param) -> Result<(), String> {
        let Ok(to) = self.target(&param.ty) else { return Ok(()) };
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
        let text = facts.string || self.is_bstr(&param.ty) || self.is_bstr(to);
        if let Some(size) = &said.size {
            let unit = if said.inner { self.target(to).unwrap_or(to) } else { to };
            let count = facts.size_is.get(usize::from(said.inner)).and_then(Option::as_ref);
            if !count.is_some_and(|count| self.is_size(said, size, count, unit)) {
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
    fn is_size(&self, said: &Annotation, size: &str, count: &Count, unit: &Type) -> bool {
        let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        let is_byte = matches!(
            self.model.strip(unit),
            Type::Void | Type::Byte | Type::Boolean | Type::Char { .. } | Type::Int { bits: 8, .. }
        );
        plain(&count.text) == size && (count.bytes == said.bytes || is_byte)
    }
}
