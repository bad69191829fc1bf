//! What the attributes of parameters, fields and typedefs say.

use super::check::Checked;
use super::places::Places;
use super::table::AttrKind;
use super::{annotation, first, name, refs};
use crate::diag::Code;
use crate::model::{Alias, Decl, Direction, Enum, Field, Id, Param, ParamFacts, Type, Unicode};
use crate::resolve::Resolver;
use crate::resolve::lookup::Query;
use crate::resolve::scope::Place;
use crate::resolve::text;
use crate::syntax::ast::{Attr, AttrArg, Derive};
use std::collections::HashMap;

/// The parameters of one method, or the fields of one record: what attributes can name.
pub(super) struct Members<'m> {
    list: Vec<&'m Param>,
    index: HashMap<&'m str, u32>,
    /// `parameter` or `field`
    pub(super) word: &'static str,
    /// Whether they belong to a `local` method: MIDL writes no code by its attributes.
    pub(super) local: bool,
}

impl<'m> Members<'m> {
    pub(super) fn of_params(params: &'m [Param]) -> Self {
        Self::new(params.iter().collect(), "parameter")
    }

    pub(super) fn of_fields(fields: &'m [Field]) -> Self {
        Self::new(fields.iter().map(|field| &field.param).collect(), "field")
    }

    fn new(list: Vec<&'m Param>, word: &'static str) -> Self {
        let index = (0..).zip(&list).map(|(index, param)| (&*param.head.name, index)).collect();
        Self { list, index, word, local: false }
    }

    /// Says whether they belong to a `local` method.
    pub(super) fn local(self, local: bool) -> Self {
        Self { local, ..self }
    }

    /// The index of the member of this name.
    pub(super) fn find(&self, name: &str) -> Option<u32> {
        self.index.get(name).copied()
    }

    /// The type of a member.
    pub(super) fn ty(&self, index: u32) -> &'m Type {
        &self.list[index as usize].ty
    }

    /// The names of all members.
    pub(super) fn names(&self) -> impl Iterator<Item = &'m str> {
        self.list.iter().map(|param| &*param.head.name)
    }
}

impl Resolver<'_> {
    /// The facts of a parameter, field or typedef.
    pub(super) fn value_facts(
        &mut self,
        ty: &Type,
        attrs: &[Attr],
        derive: &[Derive],
        places: Places,
        members: &Members<'_>,
        at: Place,
    ) -> ParamFacts {
        let mut all = refs(attrs);
        if let Some(Derive::Pointer { attrs, .. }) = derive.first() {
            all.extend(attrs);
        }
        let attrs = self.checked(&all, places);
        self.check_conflicts(&attrs);
        let mut facts = ParamFacts { unread: self.unread(ty, &all), ..ParamFacts::default() };
        for attr in attrs {
            self.fact(&mut facts, &attr, members, at);
        }
        self.inherit(&mut facts, ty);
        facts
    }

    pub(super) fn alias_facts(&mut self, id: Id<Alias>, attrs: &[&Attr], places: Places, at: Place) {
        let unread = self.unread(&self.model.aliases[id].ty, attrs);
        let attrs = self.checked(attrs, places);
        self.check_conflicts(&attrs);
        let members = Members::of_params(&[]);
        let mut facts = ParamFacts { unread, ..ParamFacts::default() };
        for attr in &attrs {
            self.fact(&mut facts, attr, &members, at);
        }
        let alias = &self.model.aliases[id];
        let ty = alias.ty.clone();
        self.inherit(&mut facts, &ty);
        self.check_numbers(&self.model.aliases[id].head.name.clone(), &ty, attrs.iter().map(|attr| &**attr));
        self.check_string(&ty, facts.string, self.model.aliases[id].head.span);
        self.model.aliases[id].facts = facts;
    }

    fn fact(&mut self, facts: &mut ParamFacts, attr: &Checked<'_>, members: &Members<'_>, at: Place) {
        match attr.kind {
            AttrKind::In => facts.direction = Some(joined(facts.direction, Direction::In)),
            AttrKind::Out => facts.direction = Some(joined(facts.direction, Direction::Out)),
            AttrKind::Retval => facts.retval = true,
            AttrKind::Optional => facts.optional = true,
            AttrKind::Unique | AttrKind::Ptr => facts.nullable = Some(true),
            AttrKind::Ref => facts.nullable = Some(false),
            AttrKind::MayBeNull => facts.may_be_null = true,
            AttrKind::String => facts.string = true,
            AttrKind::SizeIs | AttrKind::BytesIs | AttrKind::MaxIs => facts.size_is = self.counts(attr, members, at),
            AttrKind::LengthIs => facts.length_is = self.counts(attr, members, at),
            AttrKind::FirstIs | AttrKind::LastIs => {
                // What it counts with is looked at; the pointer stays raw.
                self.counts(attr, members, at);
                facts.part = Some(attr.kind.name().to_owned());
            }
            AttrKind::Ignore => facts.ignore = true,
            AttrKind::PartialIgnore => facts.partial_ignore = true,
            AttrKind::IidIs => facts.iid_is = self.iid_is(attr, members, at),
            AttrKind::SwitchIs => facts.switch_is = self.switch_is(attr, members, at),
            AttrKind::SwitchType => self.switch_type(attr, at),
            AttrKind::Flags | AttrKind::Values => facts.flags = self.enumeration(attr, at),
            AttrKind::PlainNumber => facts.plain_number = true,
            AttrKind::AtMost => facts.at_most = self.at_most(attr, members),
            AttrKind::Reserved => facts.reserved = true,
            AttrKind::UnicodeFlag => facts.unicode = self.unicode_flag(attr, members, at),
            AttrKind::MapiAlloc => facts.mapi_alloc = true,
            AttrKind::TaskAlloc => facts.task_alloc = true,
            AttrKind::NameOrId => facts.name_or_id = true,
            AttrKind::Opaque => facts.opaque = true,
            AttrKind::Edited => facts.edited = true,
            AttrKind::OneBlock => facts.one_block = true,
            AttrKind::Replaces => facts.replaces = true,
            AttrKind::Raw => facts.raw = super::text(attr),
            AttrKind::Slot => facts.slot = true,
            AttrKind::Wide => facts.wide = true,
            AttrKind::NoAddref => facts.no_addref = true,
            AttrKind::DefaultValue => facts.default_value = text::attribute(attr).args.into_iter().next(),
            AttrKind::Annotation => facts.annotations.extend(annotation::read(attr)),
            _ => {}
        }
    }

    /// The first attribute of a pointer or array that may say of its memory what nothing makes use of.
    fn unread(&self, ty: &Type, attrs: &[&Attr]) -> Option<String> {
        let is_memory = match self.model.strip(ty) {
            Type::Pointer { to, .. } => *self.model.strip(to) != Type::Void,
            other => matches!(other, Type::Array { .. }),
        };
        let found = attrs.iter().find(|attr| AttrKind::is_unread(attr)).filter(|_| is_memory)?;
        Some(found.name.text.clone())
    }

    /// Takes over what the typedef of the type says. Of a typedef behind pointers only that it is a string, or what
    /// its number means, is said of the whole too.
    fn inherit(&self, facts: &mut ParamFacts, ty: &Type) {
        let direct = matches!(ty, Type::Alias(_));
        let mut ty = ty;
        while let Type::Pointer { to: of, .. } | Type::Array { of, .. } = ty {
            ty = of;
        }
        let Type::Alias(id) = ty else { return };
        let own = &self.model.aliases[*id].facts;
        facts.string |= own.string;
        facts.name_or_id |= own.name_or_id;
        facts.flags = facts.flags.or(own.flags);
        facts.plain_number |= own.plain_number;
        if facts.unread.is_none() {
            facts.unread.clone_from(&own.unread);
        }
        if direct {
            facts.nullable = facts.nullable.or(own.nullable);
        }
    }

    fn iid_is(&mut self, attr: &Checked<'_>, members: &Members<'_>, at: Place) -> Option<u32> {
        let expr = first(attr)?;
        let Some(target) = name(expr) else {
            // An interface that is found in another way stays raw.
            self.member_names_in(attr, expr, members, at);
            return None;
        };
        let found = members.find(target);
        match found.map(|index| self.innermost(members.ty(index)).clone()) {
            None => self.unknown_member(attr, target, expr.loc.0, members),
            Some(Type::Record(_) | Type::Void | Type::Poison) => {}
            Some(_) => {
                let message = format!("`iid_is` names `{target}`, which is no identifier");
                self.bad(expr.loc.0, message, "name a parameter of type `REFIID`");
                return None;
            }
        }
        found
    }

    fn unicode_flag(&mut self, attr: &Checked<'_>, members: &Members<'_>, at: Place) -> Option<Unicode> {
        let [AttrArg::Expr(flag), AttrArg::Expr(param)] = attr.args.as_deref()? else { return None };
        let flag = self.code(name(flag)?, flag.loc.0, at);
        let target = name(param)?;
        let index = members.find(target);
        if index.is_none() {
            self.unknown_member(attr, target, param.loc.0, members);
        }
        Some(Unicode { flag: flag?, param: index? })
    }

    /// The enum that `flags(SET)` or `values(ENUM)` names.
    fn enumeration(&mut self, attr: &Checked<'_>, at: Place) -> Option<Id<Enum>> {
        let expr = first(attr)?;
        let (name, span) = (name(expr)?, expr.loc.0);
        let wanted = |decl| matches!(decl, Decl::Enum(_) | Decl::Alias(_));
        let found = self.find(Query { name, span, at, code: Code::UNKNOWN_TYPE, what: "an enum", wanted })?;
        let ty = match found {
            Decl::Alias(id) => self.model.strip(&Type::Alias(id)).clone(),
            Decl::Enum(id) => Type::Enum(id),
            _ => return None,
        };
        let Type::Enum(id) = ty else {
            if ty != Type::Poison {
                self.bad(span, format!("`{name}` is no enum"), "name an enum");
            }
            return None;
        };
        if attr.kind == AttrKind::Flags && !self.model.enums[id].flags {
            let help = format!("declare it with `flag_set`, or write `values({name})`");
            self.bad(span, format!("`{name}` is a choice, not a set of flags"), help);
        }
        Some(id)
    }
}

fn joined(first: Option<Direction>, second: Direction) -> Direction {
    match first {
        Some(first) if first != second => Direction::InOut,
        _ => second,
    }
}
