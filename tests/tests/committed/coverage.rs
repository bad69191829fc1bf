//! How much of MAPI there is, and how much of it is safe: what `mapidl stats idl` counts is what README says.

use mapidl_codegen::plan::{Interface, Item};
use mapidl_tests::{mapi, root};

fn interfaces() -> Vec<Interface> {
    let plan = mapi().plan();
    let items = plan.modules.into_iter().flat_map(|module| module.items);
    let interfaces = items.filter_map(|item| match item {
        Item::Interface(interface) if !interface.opaque => Some(*interface),
        _ => None,
    });
    interfaces.collect()
}

#[test]
fn no_safe_method_is_lost() {
    let interfaces = interfaces();
    let methods: Vec<_> = interfaces.iter().flat_map(|i| &i.methods).collect();
    let callable: Vec<_> = methods.iter().filter(|m| !m.placeholder).collect();
    let safe = callable.iter().filter(|m| m.raw.is_empty()).count();
    let (reserved, others) = (methods.len() - callable.len(), callable.len());
    let readme = std::fs::read_to_string(root().join("README.md")).expect("README");
    let readme = readme.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in [
        format!("{} interfaces, {} methods,", interfaces.len(), methods.len()),
        format!("{reserved} methods are reserved slots; of the {others} others, {safe} are safe to call"),
    ] {
        assert!(readme.contains(&said), "README does not say \"{said}\"; fewer that are safe is a loss");
    }
}

#[test]
fn what_is_raw_says_why_in_the_idl() {
    for interface in interfaces() {
        for method in interface.methods.iter().filter(|m| !m.placeholder && !m.raw.is_empty()) {
            assert!(method.meant, "{}::{}: {}", interface.name, method.com, method.raw.join("; "));
        }
    }
}
