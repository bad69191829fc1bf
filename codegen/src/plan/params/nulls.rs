//! Whether a call may succeed without the interface that it gives.

use crate::model::{self, Direction};
use crate::plan::{OutCount, Param, Role, role};

/// Whether null is an answer in the place of an interface that is not an option: all that comes out beside it may be null
/// or zero too, as it is then. What must be there makes such a call fail, or its caller would follow a null.
pub(crate) fn are_answers(params: &[Param], method: &model::Method) -> bool {
    params.iter().any(is_object) && params.iter().zip(&method.params).all(|(param, source)| may_be_zero(param, source))
}

/// Whether a parameter gives an interface that is not an option.
fn is_object(param: &Param) -> bool {
    matches!(
        param.role,
        Role::OutInterface(role::OutInterface { nullable: false, .. })
            | Role::DynOut(role::DynOut { nullable: false, .. })
    )
}

/// Whether what is left of a parameter after an error may be taken for an answer: zero where something comes out, and
/// what is there where it is changed.
fn may_be_zero(param: &Param, source: &model::Param) -> bool {
    match &param.role {
        Role::OutBox(role::OutBox { nullable, .. }) | Role::OutText(role::OutText { nullable, .. }) => *nullable,
        // The count that comes out with it is zero too, but a list may have elements.
        Role::OutVec(role::OutVec { count, .. }) => matches!(count, OutCount::Param(_)),
        // Whatever becomes of the call a string has an end, but after a failure it may be any.
        Role::Buffer(role::Buffer { text, .. }) => !text,
        Role::Raw(_) => source.facts.direction == Some(Direction::In),
        Role::OutInterface(_)
        | Role::DynOut(_)
        | Role::OutValue(_)
        | Role::CountOut(_)
        | Role::Filled(_)
        | Role::Given(_)
        | Role::Swapped(_)
        | Role::InOut(_)
        | Role::ListOrOut(_)
        | Role::Change(_)
        | Role::ChangeList(_)
        | Role::Replace(_)
        | Role::Value(_)
        | Role::Reserved
        | Role::Outer
        | Role::CountIn(_)
        | Role::Slice(_)
        | Role::List(_)
        | Role::Record(_)
        | Role::Ref(_)
        | Role::Lent(_)
        | Role::Text(_)
        | Role::Name(_)
        | Role::Interface(_)
        | Role::Iid(_)
        | Role::DynIn(_) => true,
    }
}
