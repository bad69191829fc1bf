//! Duty: methods, parameters and members as IDL declares them. Input: the model. Output: text.

use mapidl_codegen::model::{Attribute, Dialect, Method, Model, Param};
use mapidl_codegen::resolve::attributes::AttrKind;

/// Attributes that are documentation; a signature is easier to read without them.
const DOCUMENTATION: &[AttrKind] =
    &[AttrKind::Origin, AttrKind::Unverified, AttrKind::HelpString, AttrKind::HelpContext, AttrKind::Errors];

/// How wide a signature may be on one line.
const WIDTH: usize = 96;

/// A method: on one line, or with a line per parameter where that would be too long.
pub(crate) fn method(model: &Model, method: &Method) -> String {
    let attributes = attributes(&method.head.attributes);
    let head = format!("{attributes}{}", model.declare(&method.ret, &method.head.name, Dialect::Idl));
    let mut params: Vec<_> = method.params.iter().map(|param| parameter(model, param)).collect();
    if method.variadic {
        params.push("...".to_owned());
    }
    let line = format!("{head}({})", params.join(", "));
    if line.chars().count() <= WIDTH || params.is_empty() {
        return line;
    }
    format!("{head}(\n    {})", params.join(",\n    "))
}

/// A parameter or member with its attributes.
pub(crate) fn parameter(model: &Model, param: &Param) -> String {
    let attributes = attributes(&param.head.attributes);
    format!("{attributes}{}", model.declare(&param.ty, &param.head.name, Dialect::Idl))
}

fn attributes(list: &[Attribute]) -> String {
    let list: Vec<_> =
        list.iter().filter(|a| !DOCUMENTATION.iter().any(|kind| kind.name() == a.name)).map(attribute).collect();
    if list.is_empty() { String::new() } else { format!("[{}] ", list.join(", ")) }
}

fn attribute(attribute: &Attribute) -> String {
    match attribute.args.as_slice() {
        [] => attribute.name.clone(),
        args => format!("{}({})", attribute.name, args.join(", ")),
    }
}
