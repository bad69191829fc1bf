//! What the members of an interface are called: safe methods, and the numbers that automation calls them by.

use crate::model::{Interface, Method, Property};
use crate::names::{self, Scope};
use crate::plan::params::signature::Names;
use std::collections::HashSet;

/// The names of an interface's methods. A property's accessors are called as in Rust (`name`, `set_name`) where no
/// other method is, and as in C (`get_name`, `put_name`) elsewhere. Where a property is set both by value and by
/// reference, `set_name` takes the value.
pub(crate) fn method_names(methods: &[Method]) -> Vec<Names> {
    let plain: HashSet<_> =
        methods.iter().filter(|m| m.facts.property.is_none()).map(|m| names::method(&m.head.name)).collect();
    let values: HashSet<_> =
        methods.iter().filter_map(|m| property(m).filter(|(kind, _)| *kind == Property::Put)).collect();
    let (mut scope, mut fields, mut mock) = (Scope::default(), Scope::with(names::FIELDS), Scope::default());
    let name = |method: &Method| {
        let short = property(method).and_then(|(kind, name)| {
            let second = kind == Property::PutRef && values.contains(&(Property::Put, name));
            names::accessor(kind, name).filter(|short| !second && !plain.contains(short))
        });
        let com = &method.head.name;
        let name = scope.take(short.unwrap_or_else(|| names::method(com)), || names::full(com));
        let field = fields.take(names::escape(com), || format!("{com}_"));
        let usual = names::after("expect", &name);
        let expect = Some(mock.take(usual.clone(), || usual));
        Names { name, default: None, expect, field, locals: &[] }
    };
    let mut all: Vec<_> = methods.iter().map(name).collect();
    // What is made beside methods comes behind all that the IDL names.
    for (names, method) in all.iter_mut().zip(methods) {
        if method.params.iter().any(|param| param.facts.names_iid_of.is_some()) {
            let usual = names::before(&names.name, "default");
            names.default = Some(scope.take(usual.clone(), || usual));
        }
    }
    all
}

/// The kind of an accessor, and the name of its property.
fn property(method: &Method) -> Option<(Property, &str)> {
    let kind = method.facts.property?;
    Some((kind, method.head.name.strip_prefix(kind.prefix())?))
}

/// The constants of the numbers that members have: a property has one for all its accessors.
pub(crate) fn dispids(interface: &Interface) -> Vec<(String, i32)> {
    let methods = interface.methods.iter().filter_map(|method| {
        let name = property(method).map_or(&*method.head.name, |(_, name)| name);
        Some((name, method.facts.dispid?))
    });
    let members = interface.members.iter().map(|member| (&*member.name, member.dispid));
    let (mut seen, mut scope) = (HashSet::new(), Scope::default());
    let fresh = methods.chain(members).filter(|member| seen.insert(*member));
    fresh.map(|(name, id)| (scope.take(names::dispid(name), || names::dispid(name)), id)).collect()
}
