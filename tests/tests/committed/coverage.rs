//! How much of MAPI is safe: what `mapidl stats idl` counts, held fast.

use mapidl_codegen::plan::{Interface, Item};
use mapidl_tests::mapi;

/// Methods that callers can call.
const CALLABLE: usize = 684;
/// Those of them whose safe caller method needs no `unsafe`.
const SAFE: usize = 601;

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
    let callable: Vec<_> = interfaces.iter().flat_map(|i| &i.methods).filter(|m| !m.placeholder).collect();
    let safe = callable.iter().filter(|m| m.raw.is_empty()).count();
    println!("{} interfaces, {} callable methods, {safe} safe", interfaces.len(), callable.len());
    assert_eq!((interfaces.len(), callable.len()), (122, CALLABLE));
    assert_eq!(safe, SAFE, "raise the number where more are safe now");
}

#[test]
fn what_is_raw_says_why_in_the_idl() {
    for interface in interfaces() {
        for method in interface.methods.iter().filter(|m| !m.placeholder && !m.raw.is_empty()) {
            assert!(method.meant, "{}::{}: {}", interface.name, method.com, method.raw.join("; "));
        }
    }
}
