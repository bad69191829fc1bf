//! Memory that a call writes to although it only goes `in`. To MIDL such memory is read; many a definition that was never
//! marshalled says `in` of a pointer all the same whose value comes out. Only names tell then, and `const` that they are wrong;
//! and that it is a single number, which nobody would lend to be read.

use crate::model::{Direction, Method, Param};
use crate::names;
use crate::plan::{CountBy, Role, Ty, role};

/// Words in names of parameters that say so: `pcbWritten`, `pResult`, `pformatetcOut`.
const PARAMETERS: &[&str] =
    &["out", "result", "results", "written", "fetched", "returned", "received", "retval", "actual"];

/// The same of names that a path may have too, which is a string: `dest`.
const PLACES: &[&str] = &["output", "dest", "dst"];

/// First words of methods that give something; where nothing comes out of one, it is what goes in.
const GIVING: &[&str] = &["get", "query", "retrieve", "fetch", "read", "obtain", "map"];

/// First words of methods that fill memory which is counted.
const FILLING: &[&str] = &["read", "fetch", "fill"];

/// First words of methods that get a number through a pointer.
const PUTTING: &[&str] = &["put", "set"];

/// Why memory stays raw.
const WRITTEN: &str =
    "its name or the method's says that it is written to; `out` says so too, and `const` that it is not";

/// Why records stay raw.
const LED_TO: &str = "its name says that what it leads to is written to, and its fields do not say `const`";

/// Why a single number stays raw.
const NUMBER: &str =
    "a single number behind a pointer seems to be one that is written to; `out` says so, and `const` that it is not";

/// Leaves records raw that only go in, constant or not, and lead to memory that a method seems to write to: of a name such as
/// `pDstPlanes` it is what their pointers lead to.
pub(crate) fn leave_led_to_raw(name: &str, role: &mut Role) {
    let lends = matches!(role, Role::Slice(_) | Role::List(_) | Role::Record(_) | Role::Ref(_));
    let words = names::words(name);
    if lends && words.iter().any(|word| PARAMETERS.contains(&word.as_str()) || PLACES.contains(&word.as_str())) {
        *role = Role::Raw(LED_TO.to_owned());
    }
}

/// Leaves memory raw that only goes in, and that a method seems to write to.
pub(crate) fn leave_raw(method: &Method, param: &Param, has_answer: bool, is_constant: bool, role: &mut Role) {
    let lends =
        role.memory(true).lent && !matches!(role, Role::Name(_) | Role::Lent(role::Lent { pointer: false, .. }));
    if !lends || is_constant {
        return;
    }
    let gives = !has_answer && is_giving(&method.head.name) && !method.params.iter().any(comes_out);
    let fills = matches!(role, Role::Slice(_)) && begins(&method.head.name, FILLING);
    let words = names::words(&param.head.name);
    let is_text = matches!(role, Role::Text(_) | Role::Slice(role::Slice { text: true, .. }));
    let is_place = !is_text && words.last().is_some_and(|last| PLACES.contains(&last.as_str()));
    let named = is_place || words.iter().any(|word| PARAMETERS.contains(&word.as_str()));
    let is_flags = words.iter().any(|word| word == "flags");
    let is_context = is_record(role) && words.iter().any(|word| word == "context");
    if gives || fills || named || is_context || is_filled(method, role) {
        *role = Role::Raw(WRITTEN.to_owned());
    } else if is_number(role) && !is_flags && !begins(&method.head.name, PUTTING) {
        *role = Role::Raw(NUMBER.to_owned());
    }
}

fn comes_out(param: &Param) -> bool {
    !matches!(param.facts.direction, Some(Direction::In) | None)
}

/// Whether a role is that of a pointer to a record, which a context is that one call begins and others move on.
fn is_record(role: &Role) -> bool {
    match role {
        Role::Record(_) => true,
        Role::Ref(role::Ref { ty: Ty::Path(path), .. }) => path.name != "GUID" && path.name != "BOOL",
        _ => false,
    }
}

/// Whether a number comes out that is called a pointer to the count of an array, and so says how many are in it:
/// `pcPoints` beside `cPoints`.
fn is_filled(method: &Method, role: &Role) -> bool {
    let Role::Slice(role::Slice { count: CountBy::Param(by), .. }) = role else { return false };
    let filled = format!("p{}", method.params[*by].head.name);
    method.params.iter().any(|param| comes_out(param) && param.head.name == filled)
}

/// Whether a method of this name gives something.
pub(crate) fn is_giving(method: &str) -> bool {
    begins(method, GIVING)
}

/// Whether a role is that of a pointer to one number, which would go in by value. Broken ones may be left out so, by null.
fn is_number(role: &Role) -> bool {
    match role {
        Role::Ref(role::Ref { ty: Ty::Prim("f32" | "f64"), optional }) => !optional,
        Role::Ref(role::Ref { ty: Ty::Prim(name), .. }) => ["i8", "u8", "i16", "u16", "i32", "u32"].contains(name),
        Role::Ref(role::Ref { ty: Ty::Path(path), .. }) => path.name == "BOOL",
        _ => false,
    }
}

/// Whether a name begins with one of these: `GetX`, and `TryGetX`.
fn begins(name: &str, words: &[&str]) -> bool {
    let all = names::words(name);
    let first = all.iter().find(|word| !["do", "try"].contains(&word.as_str()));
    first.is_some_and(|first| words.contains(&first.as_str()))
}
