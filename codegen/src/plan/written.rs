//! Memory that a call writes to although it only goes `in`. To MIDL such memory is read; many a definition that was never
//! marshalled says `in` of a pointer all the same whose value comes out. Only names tell then, and `const` that they are wrong.

use super::Role;
use crate::model::{Direction, Method, Param};
use crate::names;

/// Words in names of parameters that say so: `pcbWritten`, `pResult`, `pformatetcOut`.
const PARAMETERS: &[&str] =
    &["out", "result", "results", "written", "fetched", "returned", "received", "retval", "actual"];

/// First words of methods that give something; where nothing comes out of one, it is what goes in.
const GIVING: &[&str] = &["get", "query", "retrieve", "fetch", "read", "obtain"];

/// First words of methods that fill memory which is counted.
const FILLING: &[&str] = &["read", "fetch", "fill"];

/// Why memory stays raw.
const WRITTEN: &str =
    "its name or the method's says that it is written to; `out` says so too, and `const` that it is not";

/// Leaves memory raw that only goes in, and that a method seems to write to.
pub(super) fn leave_raw(method: &Method, param: &Param, has_answer: bool, is_constant: bool, role: &mut Role) {
    let lends = matches!(
        role,
        Role::Slice(_)
            | Role::List(_)
            | Role::Record(_)
            | Role::Ref(_)
            | Role::Text(_)
            | Role::Lent(super::role::Lent { pointer: true, .. })
    );
    if !lends || is_constant {
        return;
    }
    let comes_out = |param: &Param| !matches!(param.facts.direction, Some(Direction::In) | None);
    let gives = !has_answer && begins(&method.head.name, GIVING) && !method.params.iter().any(comes_out);
    let fills = matches!(role, Role::Slice(_)) && begins(&method.head.name, FILLING);
    let named = names::words(&param.head.name).iter().any(|word| PARAMETERS.contains(&word.as_str()));
    if gives || fills || named {
        *role = Role::Raw(WRITTEN.to_owned());
    }
}

fn begins(name: &str, words: &[&str]) -> bool {
    names::words(name).first().is_some_and(|first| words.contains(&first.as_str()))
}
