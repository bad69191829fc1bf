//! Judge of `idl/`: facts about MAPI, gathered from its documentation and its headers, say which interfaces there are,
//! what stands in each slot, and what each constant is. `tests/facts/README.md` tells where they come from.

#[path = "facts/extract.rs"]
mod extract;
#[path = "facts/interfaces.rs"]
mod interfaces;
#[path = "facts/known.rs"]
mod known;
#[path = "facts/values.rs"]
mod values;

use mapidl_codegen::model::{Guid, Value};
use mapidl_tests::known::assert_explained;
use mapidl_tests::{bless, interface_mut, mapi, root};
use std::fs;

#[test]
fn the_interfaces_are_those_of_the_facts() {
    let facts = extract::interfaces();
    let seen = interfaces::compare(&mapi().model, &facts, known::TYPES);
    assert_explained(&seen.differences, &[known::INTERFACES]);
    for same in known::TYPES {
        assert!(seen.met.contains(&(same.ours, same.theirs)), "{} is no longer needed ({})", same.ours, same.why);
    }
    let methods: usize = facts.values().map(|interface| interface.methods.len()).sum();
    assert_eq!((facts.len(), methods, seen.reserved), (122, 779, 65));
    println!("{} comparisons in {} interfaces with {methods} methods", seen.compared, facts.len());
    assert!(seen.compared > 6000, "{}", seen.compared);
}

#[test]
fn the_values_are_those_of_the_facts() {
    let seen = values::compare(&mapi().model);
    assert_explained(&seen.differences, &[known::VALUES]);
    println!("{} values agree, {} names are not declared", seen.compared, seen.undeclared.len());
    assert!(seen.compared > 4500, "{}", seen.compared);
}

/// `BLESS=1` rewrites the list: it should only become shorter.
#[test]
fn the_names_that_are_not_declared_are_listed() {
    let path = root().join("tests/facts/undeclared.txt");
    let undeclared = values::compare(&mapi().model).undeclared;
    let text: String = undeclared.iter().map(|name| format!("{name}\n")).collect();
    if bless() {
        fs::write(&path, text).expect("the list can be written");
    } else {
        let listed = fs::read_to_string(&path).expect("the list");
        assert_same_lines(&listed, &text);
    }
}

fn assert_same_lines(listed: &str, found: &str) {
    let diff = similar::TextDiff::from_lines(listed, found);
    assert!(listed == found, "BLESS=1 rewrites the list:\n{}", diff.unified_diff().context_radius(0));
}

#[test]
fn the_comparison_notices_swapped_slots_identifiers_and_parameters() {
    let facts = extract::interfaces();
    let mut compilation = mapi();
    let model = &mut compilation.model;
    let before = interfaces::compare(model, &facts, known::TYPES).differences;
    interface_mut(model, "IMsgStore").methods.swap(0, 1);
    interface_mut(model, "IMAPITable").iid.as_mut().expect("an identifier").0 ^= 1;
    interface_mut(model, "IMAPIProp").methods[2].params.swap(0, 2);
    interface_mut(model, "IMessage").methods[0].params.pop();
    let mut after = interfaces::compare(model, &facts, known::TYPES).differences;
    after.retain(|difference| !before.contains(difference));
    for expected in [
        "IMsgStore::Advise name: Unadvise, not Advise",
        "IMsgStore::Advise slot: 15, not 14",
        "IMAPITable IID: 00020301-0000-0000-c000-000000000047, not 00020301-0000-0000-c000-000000000046",
        "IMAPIProp::GetProps parameter 1: lpcValues, not lpPropTagArray",
        "IMAPIProp::GetProps parameter 1: ULONG *, not LPSPropTagArray",
        "IMessage::GetAttachmentTable parameters: 1, not 2",
    ] {
        assert!(after.iter().any(|difference| difference == expected), "{expected} is not among\n{}", after.join("\n"));
    }
}

#[test]
fn the_comparison_notices_wrong_values() {
    let mut compilation = mapi();
    let model = &mut compilation.model;
    let before = values::compare(model).differences;
    for id in model.consts.ids() {
        let constant = &mut model.consts[id];
        match (constant.head.name.as_str(), &mut constant.value) {
            ("MAPI_E_NO_SUPPORT", Value::Int(value)) => *value += 1,
            ("PS_MAPI", Value::Guid(Guid(value))) => *value ^= 1 << 96,
            ("PidNameCrossReference", Value::Str { value, .. }) => value.push('s'),
            _ => {}
        }
    }
    for id in model.enums.ids() {
        let values = &mut model.enums[id].values;
        values.iter_mut().filter(|value| value.name == "PR_SUBJECT").for_each(|value| value.value -= 1);
    }
    let mut after = values::compare(model).differences;
    after.retain(|difference| !before.contains(difference));
    let expected = [
        "MAPI_E_NO_SUPPORT: 0x80040103, not 0x80040102",
        "PR_SUBJECT: 0x0037001e, not 0x0037001f",
        "PidNameCrossReference: Xrefs, not Xref",
        "PS_MAPI: 00020329-0000-0000-c000-000000000046, not 00020328-0000-0000-c000-000000000046",
    ];
    assert_eq!(after, expected);
}
