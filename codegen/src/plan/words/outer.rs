//! Objects that new ones are made part of. By COM's rule of aggregation the inner object holds no reference to the outer
//! one, so that whoever passes one keeps it alive. No attribute says that, only the parameter's name.

use crate::names;
use crate::plan::{Role, role};

/// What a method that leaves it out says.
pub(crate) const DOCS: &str = "The new object stands alone: no outer object is passed, and an implementer that is passed one \
    refuses it with `CLASS_E_NOAGGREGATION`.";

/// Words in names of such objects. `pCtrlUnk` is COM's own, and `pCtrl` alone is any control.
const WORDS: &[&str] = &[
    "outer",
    "pouter",
    "unkouter",
    "punkouter",
    "controlling",
    "aggregator",
    "lpouter",
    "ppouter",
    "lpunkouter",
    "piunkouter",
    "delegating",
];

/// Why an object stays raw that may be such a one.
const UNCOUNTED: &str = "an object that the new one becomes part of, and does not count";

/// What an object of this name is where nobody has to pass one; an error says why it stays raw.
fn left_out(role: &Role, has_code: bool) -> Result<Role, String> {
    match role {
        Role::Interface(role::Interface { interface, optional: true, .. })
            if has_code && interface.module == "::mapidl" && interface.name == "IUnknown" =>
        {
            Ok(Role::Outer)
        }
        _ => Err(UNCOUNTED.to_owned()),
    }
}

/// Leaves a parameter out of safe signatures that seems to be an object which others are made part of, or else raw.
pub(crate) fn leave_out(name: &str, has_code: bool, role: &mut Role) {
    if matches!(role, Role::Interface(_) | Role::DynIn(_)) && is_outer(name) {
        *role = left_out(role, has_code).unwrap_or_else(Role::Raw);
    }
}

/// Checks that an object in a record or an array does not seem to be one that others are made part of.
pub(crate) fn check(name: &str) -> Result<(), String> {
    if is_outer(name) { Err(UNCOUNTED.to_owned()) } else { Ok(()) }
}

fn is_outer(name: &str) -> bool {
    let words = names::words(name);
    let any = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
    any(WORDS) || any(&["ctrl"]) && any(&["unk", "punk", "unknown"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_outer_objects() {
        let outer = "pUnkOuter punkOuter piunkOuter pOuter outer pouter pSessionUnkOuter pOuterObj pCtrlUnk pUnkControlling \
            pControllingUnknown punkAggregator \
            lpUnkOuter lpouter ppouter piunkouter pUnkDelegating";
        assert!(outer.split_whitespace().all(is_outer));
        let others = "pUnk pCtrl aCtrl pRouter pInner pUnkControl pController pAggregate outermost";
        assert!(!others.split_whitespace().any(is_outer));
    }
}
