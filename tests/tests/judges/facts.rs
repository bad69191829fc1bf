//! Judge of `idl/`: facts about MAPI, gathered from its documentation and its headers, say which interfaces there are,
//! what stands in each slot, and what each constant is. `tests/facts/README.md` tells where they come from.

mod comparison;
mod extract;
mod interfaces;
mod known;
mod records;
mod values;

use comparison::Types;
use mapidl_codegen::model::{Guid, Value};
use mapidl_tests::known::{assert_explained, unexplained};
use mapidl_tests::{bless, interface_mut, mapi, root};
use std::fs;

#[test]
fn the_interfaces_and_records_are_those_of_the_facts() {
    let compilation = mapi();
    let mut types = Types::new(&compilation.model, known::TYPES);
    let (facts, records) = (extract::interfaces(), extract::records());
    let seen = interfaces::compare(&facts, &mut types);
    assert_explained(&seen.differences, &[known::INTERFACES]);
    assert!(seen.undeclared.is_empty(), "{:?}", seen.undeclared);
    let methods: usize = facts.values().map(|interface| interface.methods.len()).sum();
    assert_eq!((facts.len(), methods), (122, 779));
    println!("{} comparisons agree in {} interfaces with {methods} methods", seen.compared, facts.len());
    assert!(seen.compared > 7000, "{}", seen.compared);

    let seen = records::compare(&records, &mut types);
    assert_explained(&seen.differences, &[known::RECORDS]);
    println!("{} comparisons agree in structs and unions", seen.compared);
    assert!(seen.compared > 1800, "{}", seen.compared);
    assert_eq!(types.unmet(), [], "no longer needed");
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
    let compilation = mapi();
    let mut types = Types::new(&compilation.model, known::TYPES);
    let mut undeclared = values::compare(&compilation.model).undeclared;
    undeclared.extend(records::compare(&extract::records(), &mut types).undeclared);
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
    let before = interfaces::compare(&facts, &mut Types::new(model, known::TYPES)).differences;
    interface_mut(model, "IMsgStore").methods.swap(0, 1);
    interface_mut(model, "IMAPITable").iid.as_mut().expect("an identifier").0 ^= 1;
    interface_mut(model, "IMAPIProp").methods[2].params.swap(0, 2);
    interface_mut(model, "IMessage").methods[0].params.pop();
    let mut after = interfaces::compare(&facts, &mut Types::new(model, known::TYPES)).differences;
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
fn the_comparison_notices_moved_members_and_wrong_packing() {
    let facts = extract::records();
    let mut compilation = mapi();
    let model = &mut compilation.model;
    for id in model.records.ids() {
        let record = &mut model.records[id];
        match record.head.name.as_str() {
            "SPropValue" => record.fields.swap(0, 1),
            "SBinary" => record.fields.truncate(1),
            "RENDDATA" => record.pack = None,
            _ => {}
        }
    }
    let after = records::compare(&facts, &mut Types::new(model, known::TYPES)).differences;
    let expected = [
        "differs: RENDDATA packing: none, not 1",
        "differs: SBinary members: 1, not 2",
        "differs: SPropValue member 1: dwAlignPad, not ulPropTag",
        "differs: SPropValue member 2: ulPropTag, not dwAlignPad",
    ];
    assert_eq!(unexplained(&after, &[known::RECORDS]), expected);
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
