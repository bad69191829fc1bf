//! Whether a call may succeed without the interface that it gives.

use crate::model::{self, Direction};
use crate::plan::{Param, Role, role};

/// Whether null is an answer in the place of an interface that is not an option: all that comes out beside it may be null
/// or zero too, as it is then. What must be there makes such a call fail, or its caller would follow a null.
pub(crate) fn are_answers(params: &[Param], method: &model::Method) -> bool {
    let may_be_zero = |(param, source): (&Param, &model::Param)| {
        !param.role.memory(source.facts.direction == Some(Direction::In)).needed
    };
    params.iter().any(is_object) && params.iter().zip(&method.params).all(may_be_zero)
}

/// Whether a parameter gives an interface that is not an option.
fn is_object(param: &Param) -> bool {
    matches!(
        param.role,
        Role::OutInterface(role::OutInterface { nullable: false, .. })
            | Role::DynOut(role::DynOut { nullable: false, .. })
    )
}
