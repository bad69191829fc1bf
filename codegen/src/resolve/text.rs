//! Attributes as text, for declarations that keep what no stage gives a meaning.

use crate::model::Attribute;
use crate::syntax::ast::Attr;
use crate::syntax::print_arg;

/// An attribute with its arguments as written, up to spaces.
pub(super) fn attribute(attr: &Attr) -> Attribute {
    let args = attr.args.iter().flatten().map(print_arg).collect();
    Attribute { name: attr.name.text.clone(), args }
}
