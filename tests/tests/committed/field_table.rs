//! The conversations of `field.rs` and the relays of its C++ half are what today's planner says. `BLESS=1` rewrites
//! them.
//!
//! Input: the plan of `idl/`. Output: `field/conversations.rs`, a safe call of each method; `windows/field/relays.hpp`,
//! an override of each method with the types that mingw-w64's headers give its parameters.

use mapidl_codegen::driver::Compilation;
use mapidl_codegen::plan::{Interface, Item, Method, Param, Plan};
use mapidl_tests::{bless, mapi, root};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;

/// The interfaces that clients and providers of the field meet.
const INTERFACES: &[&str] = &[
    "IABContainer",
    "IABLogon",
    "IABProvider",
    "IAddrBook",
    "IAttach",
    "IDistList",
    "IMAPIAdviseSink",
    "IMAPIContainer",
    "IMAPIFolder",
    "IMAPIProgress",
    "IMAPIProp",
    "IMAPISession",
    "IMAPIStatus",
    "IMAPISupport",
    "IMAPITable",
    "IMSLogon",
    "IMSProvider",
    "IMailUser",
    "IMessage",
    "IMsgServiceAdmin",
    "IMsgStore",
    "IProfAdmin",
    "IProfSect",
    "IPropData",
    "IProviderAdmin",
    "ITableData",
    "IXPLogon",
    "IXPProvider",
];

const HEAD: &str = "\
//! Written by `field_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.

use super::answers::Outcome;
use super::arguments::Argument;
use super::play::{Conversation, Play};
use super::relay::fail;
use mapi::*;
";

#[test]
fn the_conversations_are_fresh() {
    let compilation = mapi();
    let plan = compilation.plan();
    let known = by_name(&plan);
    assert_complete(&compilation, &known);
    assert_fresh("tests/tests/loaded/field/conversations.rs", &conversations(&known));
    assert_fresh("tests/windows/field/relays.hpp", &relays(&known));
}

/// Every slot of the interfaces has a relay, and every one that is not reserved a conversation.
fn assert_complete(compilation: &Compilation, known: &BTreeMap<&str, &Interface>) {
    let model = &compilation.model;
    let (mut slots, mut reserved) = (0, 0);
    for name in INTERFACES {
        let found = model.interfaces.iter().find(|(_, i)| i.head.name == *name && !i.declared_only);
        let methods = methods(name, known);
        let id = found.unwrap_or_else(|| panic!("{name} is not declared")).0;
        assert_eq!(methods.len() + 3, model.slot_count(id) as usize, "{name}");
        slots += methods.len();
        reserved += methods.iter().filter(|(_, m)| m.placeholder).count();
    }
    let interfaces = INTERFACES.len();
    println!("{interfaces} interfaces, {slots} slots besides IUnknown's, {reserved} of them reserved");
}

fn assert_fresh(path: &str, text: &str) {
    let full = root().join(path);
    if bless() {
        fs::write(&full, text).expect("the file is written");
    }
    let committed = fs::read_to_string(&full).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&*committed, text);
    assert!(committed == text, "{path}: BLESS=1 rewrites it\n{}", diff.unified_diff());
}

fn by_name(plan: &Plan) -> BTreeMap<&str, &Interface> {
    let items = plan.modules.iter().flat_map(|m| &m.items);
    let interfaces = items.filter_map(|item| match item {
        Item::Interface(item) if !item.opaque => Some((item.name.as_str(), &**item)),
        _ => None,
    });
    interfaces.collect()
}

/// The methods of an interface with the interface that declares each, IUnknown's left out.
fn methods<'a>(name: &str, known: &BTreeMap<&'a str, &'a Interface>) -> Vec<(&'a str, &'a Method)> {
    let own = known[name];
    let bases = own.ancestors.iter().rev().filter(|base| base.name != "IUnknown");
    let chain = bases.map(|base| known[base.name.as_str()]).chain([own]);
    chain.flat_map(|item| item.methods.iter().map(|m| (item.name.as_str(), m))).collect()
}

// ---- Rust -----------------------------------------------------------------------------------------------------------

fn conversations(known: &BTreeMap<&str, &Interface>) -> String {
    let mut text = HEAD.to_owned();
    text.push_str("\nconversations! {\n");
    for name in INTERFACES {
        let _ = writeln!(text, "    {name} Mock{name} {{");
        for (declared, m) in methods(name, known).into_iter().filter(|(_, m)| !m.placeholder) {
            let caller = m.params.iter().enumerate().filter(|(_, p)| is_argument(p) && role(p) != "Iid");
            let caller: Vec<_> = caller.map(|(i, _)| i.to_string()).collect();
            let provider = m.params.iter().enumerate().filter(|(_, p)| is_argument(p));
            let provider: Vec<_> = provider.map(|(i, _)| i.to_string()).collect();
            let generics = m.params.iter().filter(|p| matches!(&*role(p), "DynIn" | "DynOut")).count();
            let generics = ["", "::<IMAPIProp>", "::<IMAPIProp, IMAPIProp>"][generics];
            let _ = writeln!(
                text,
                "        {}::{} {declared}::{}{generics} [{}] expect_{} [{}];",
                declared,
                m.com,
                m.name,
                caller.join(", "),
                m.name,
                provider.join(", ")
            );
        }
        text.push_str("    }\n");
    }
    text.push_str("}\n");
    text
}

/// Whether the safe signature of a provider has the parameter.
fn is_argument(p: &Param) -> bool {
    let hidden = ["Reserved", "CountIn", "CountOut", "Given", "Filled"];
    let role = role(p);
    !hidden.contains(&&*role) && !role.starts_with("Out") && role != "DynOut"
}

/// The name of a role.
fn role(p: &Param) -> String {
    match serde_json::to_value(&p.role).expect("a role is plain data") {
        Value::Object(fields) => fields.into_iter().next().expect("one variant").0,
        Value::String(name) => name,
        other => panic!("{other}"),
    }
}

// ---- C++ ------------------------------------------------------------------------------------------------------------

fn relays(known: &BTreeMap<&str, &Interface>) -> String {
    let mut text = "// Written by `field_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.\n".to_owned();
    text.push_str("#pragma once\n#include \"relay.hpp\"\n");
    for name in INTERFACES {
        let _ = writeln!(text, "\nstruct Relay_{name} final : Relay<Relay_{name}, {name}> {{\n    using Relay::Relay;");
        for (declared, m) in methods(name, known) {
            relay(&mut text, name, declared, m);
        }
        text.push_str("};\n");
    }
    text.push_str("\n#define RELAYS(each)");
    for name in INTERFACES {
        let _ = write!(text, " \\\n    each({name})");
    }
    text.push('\n');
    text
}

/// A method that looks at what came, passes it on, and looks at what comes back.
fn relay(text: &mut String, interface: &str, declared: &str, m: &Method) {
    let com = &m.com;
    let count = m.params.len();
    let params: Vec<_> = (0..count).map(|i| format!("ARGUMENT({interface}, {com}, {i}) a{i}")).collect();
    let args: Vec<_> = (0..count).map(|i| format!("a{i}")).collect();
    let _ = writeln!(text, "    ANSWER({interface}, {com}) WINAPI {com}({}) override {{", params.join(", "));
    let _ = writeln!(text, "        arrived(\"{declared}::{com}\");");
    for (i, p) in m.params.iter().enumerate() {
        match &*role(p) {
            "Value" => drop(writeln!(text, "        number({i}, a{i});")),
            "Reserved" => drop(writeln!(text, "        CHECK(!a{i});")),
            "Slice" if is_bytes(p) => {
                let counted = count_of(p).expect("bytes are counted");
                let _ = writeln!(text, "        bytes(a{counted}, a{i});");
            }
            "List" | "Record" | "Ref" | "Text" | "Iid" | "Interface" | "DynIn" => {
                let _ = writeln!(text, "        content(a{i});");
            }
            _ => {}
        }
    }
    let _ = writeln!(text, "        return PASS_ON(inner->{com}({}));\n    }}", args.join(", "));
}

fn role_facts(p: &Param) -> Value {
    let value = serde_json::to_value(&p.role).expect("a role is plain data");
    value.as_object().and_then(|fields| fields.values().next()).cloned().unwrap_or(Value::Null)
}

fn is_bytes(p: &Param) -> bool {
    let facts = role_facts(p);
    facts["elem"].to_string().contains("\"u8\"") && count_of(p).is_some()
}

fn count_of(p: &Param) -> Option<u64> {
    role_facts(p)["count"]["Param"].as_u64()
}
