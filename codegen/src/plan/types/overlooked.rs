//! Attributes that a plan makes no use of. What an attribute says of whose memory something is, how much of it there is
//! or what its bytes mean is part of the plan, or else leaves what carries it raw: nothing is overlooked. Each role says
//! here which attributes it was made of.

use crate::model::{Count, ParamFacts};
use crate::plan::{Attribute, Elem, FieldRole, Hold, field};
use crate::resolve::attributes::AttrKind;

use Attribute as A;

impl Attribute {
    /// The attribute of the IDL that says it.
    fn kind(self, facts: &ParamFacts) -> AttrKind {
        match self {
            A::String => AttrKind::String,
            A::Size | A::InnerSize | A::FarSize => AttrKind::SizeIs,
            A::BytesIs => AttrKind::BytesIs,
            A::LengthIs => AttrKind::LengthIs,
            A::Part if facts.part.as_deref() == Some(AttrKind::LastIs.name()) => AttrKind::LastIs,
            A::Part => AttrKind::FirstIs,
            A::IidIs => AttrKind::IidIs,
            A::UnicodeFlag => AttrKind::UnicodeFlag,
            A::MapiAlloc => AttrKind::MapiAlloc,
            A::TaskAlloc => AttrKind::TaskAlloc,
            A::NameOrId => AttrKind::NameOrId,
            A::Edited => AttrKind::Edited,
            A::OneBlock => AttrKind::OneBlock,
            A::Replaces => AttrKind::Replaces,
            A::Slot => AttrKind::Slot,
            A::Wide => AttrKind::Wide,
            A::NoAddref => AttrKind::NoAddref,
            A::Ignore => AttrKind::Ignore,
            A::PartialIgnore => AttrKind::PartialIgnore,
            A::AtMost => AttrKind::AtMost,
        }
    }
}

/// The attributes of this kind that something carries.
pub(crate) fn carried(facts: &ParamFacts) -> impl Iterator<Item = Attribute> {
    all_are_thought_of(facts);
    let level = |at| facts.size_is.get(at).is_some_and(Option::is_some);
    let all = [
        (A::String, facts.string),
        (A::Size, level(0)),
        (A::InnerSize, level(1)),
        (A::FarSize, facts.size_is.iter().skip(2).any(Option::is_some)),
        (A::BytesIs, facts.size_is.iter().flatten().any(|count: &Count| count.bytes)),
        (A::LengthIs, facts.length_is.iter().any(Option::is_some)),
        (A::Part, facts.part.is_some()),
        (A::IidIs, facts.iid_is.is_some()),
        (A::UnicodeFlag, facts.unicode.is_some()),
        (A::MapiAlloc, facts.mapi_alloc),
        (A::TaskAlloc, facts.task_alloc),
        (A::NameOrId, facts.name_or_id),
        (A::Edited, facts.edited),
        (A::OneBlock, facts.one_block),
        (A::Replaces, facts.replaces),
        (A::Slot, facts.slot),
        (A::Wide, facts.wide),
        (A::NoAddref, facts.no_addref),
        (A::Ignore, facts.ignore),
        (A::PartialIgnore, facts.partial_ignore),
        (A::AtMost, facts.at_most.is_some()),
    ];
    all.into_iter().filter(|(_, is_carried)| *is_carried).map(|(attribute, _)| attribute)
}

/// Names all facts, so that a new one has to be thought of.
fn all_are_thought_of(facts: &ParamFacts) {
    let ParamFacts {
        // Looked at by `carried`.
        string: _,
        size_is: _,
        length_is: _,
        part: _,
        iid_is: _,
        unicode: _,
        mapi_alloc: _,
        task_alloc: _,
        name_or_id: _,
        edited: _,
        one_block: _,
        replaces: _,
        slot: _,
        wide: _,
        no_addref: _,
        ignore: _,
        partial_ignore: _,
        at_most: _,
        // Nulls are looked for in every role, whatever is said of them.
        optional: _,
        nullable: _,
        elements_nullable: _,
        may_be_null: _,
        // Said of the direction, of both ways to read a number, or of typedefs; each is looked at where types are.
        direction: _,
        flags: _,
        plain_number: _,
        opaque: _,
        // A union with pointers has no face without it, and of one without them any member may be read.
        switch_is: _,
        // Said of another parameter, or without meaning for memory.
        names_iid_of: _,
        retval: _,
        default_value: _,
        // They come before all roles.
        reserved: _,
        annotations: _,
        // No role is made of them.
        raw: _,
        unread: _,
    } = facts;
}

/// Checks that no attribute is left over from what was used, and none asks for a raw value.
pub(crate) fn none(facts: &ParamFacts, used: &[Attribute]) -> Result<(), String> {
    if let Some(why) = &facts.raw {
        return Err(why.clone());
    }
    if let Some(name) = &facts.unread {
        return Err(format!("what its attribute `{name}` says of the memory is not known"));
    }
    match carried(facts).find(|attribute| !used.contains(attribute)) {
        Some(left) => Err(format!("its `{}` would be overlooked", left.kind(facts))),
        None => Ok(()),
    }
}

/// The attributes that a field's role was made of.
pub(crate) fn of_field(role: &FieldRole, facts: &ParamFacts) -> Vec<Attribute> {
    match role {
        FieldRole::Counted(field::Counted { elem, hold, .. }) => {
            let own = (*hold == Hold::Own).then_some(A::MapiAlloc);
            let used = [A::Size, A::LengthIs, A::BytesIs].into_iter().chain(own);
            used.chain(elem.attribute()).chain(of_hold(*hold)).collect()
        }
        // Blocks of their own are those of counted arrays alone.
        FieldRole::Pointer(field::Pointer { elem, hold }) => {
            elem.attribute().into_iter().chain(of_hold(*hold)).collect()
        }
        FieldRole::ListPointer(field::ListPointer { hold, .. }) => of_hold(*hold).collect(),
        FieldRole::Text(field::Text { wide }) => {
            [A::String].into_iter().chain((*wide && facts.wide).then_some(A::Wide)).collect()
        }
        FieldRole::TextBy(_) => vec![A::String, A::UnicodeFlag],
        FieldRole::WidePointer(_) => vec![A::UnicodeFlag],
        FieldRole::Slot(_) => vec![A::Slot],
        // The record that it stands in asks about it.
        FieldRole::Value(_) => vec![A::AtMost],
        FieldRole::Nested(_) | FieldRole::Inline(_) | FieldRole::Interface(_) | FieldRole::Empty => Vec::new(),
    }
}

/// The attributes that the array was made of in which a record ends.
pub(crate) fn of_items(elem: &Elem) -> Vec<Attribute> {
    [A::Size, A::LengthIs].into_iter().chain(elem.attribute()).collect()
}

fn of_hold(hold: Hold) -> impl Iterator<Item = Attribute> {
    (hold == Hold::OneBlock).then_some(A::OneBlock).into_iter()
}
