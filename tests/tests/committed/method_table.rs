//! The table of all methods that `every_method.rs` calls is what today's planner says. `BLESS=1` rewrites it.
//!
//! Input: the plan of `idl/`. Output: `every_method/calls.rs`: methods by interface, and interfaces with their bases. This
//! is a test of its own, since that one cannot be built while its table names what is there no more.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile, compile_with};
use mapidl_codegen::plan::{Interface, Item, Method, Param, Plan, Return, Ty};
use mapidl_tests::{bless, root, runtime_files};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

const HEAD: &str = "\
//! Written by `method_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.

use super::call::Param::*;
use super::call::{Interface, Method};
";

#[test]
fn the_table_is_fresh() {
    let (path, text) = (root().join("tests/tests/in_process/every_method/calls.rs"), Source::read().calls());
    if bless() {
        fs::write(&path, &text).expect("the file is written");
    }
    let committed = fs::read_to_string(&path).expect("the file can be read");
    let diff = similar::TextDiff::from_lines(&committed, &text);
    assert!(committed == text, "BLESS=1 rewrites it\n{}", diff.unified_diff());
}

/// What is compiled: MAPI, and the bundled files with the runtime crate's own eyes.
struct Source {
    mapi: Compilation,
    com: Compilation,
}

/// An interface with the crate that its names are in.
#[derive(Clone, Copy)]
struct Known<'a> {
    item: &'a Interface,
    module: &'static str,
}

impl Source {
    fn read() -> Self {
        let entries = fs::read_dir(root().join("idl")).expect("the folder idl");
        let paths = entries.flatten().map(|entry| entry.path());
        let idl = paths.filter(|path| path.extension().is_some_and(|e| e == "idl"));
        let mut files: Vec<String> = idl.map(|path| path.to_string_lossy().into_owned()).collect();
        files.sort();
        let loader = bundled();
        let mut own = Options::default();
        own.plan.own_bundled = true;
        let source =
            Self { mapi: compile(&files, &Options::default()), com: compile_with(&runtime_files(), &loader, &own) };
        assert!(source.mapi.is_ok() && source.com.is_ok());
        source
    }

    /// The text of `calls.rs`.
    fn calls(&self) -> String {
        let (mapi, com) = (self.mapi.plan(), self.com.plan());
        let (mapi, com) = (by_name(&mapi, "mapi"), by_name(&com, "mapidl::com"));
        let known: BTreeMap<_, _> = com.iter().chain(&mapi).map(|(name, known)| (*name, *known)).collect();
        let chains: Vec<(Known, Vec<Known>)> = mapi.values().map(|own| (*own, chain(*own, &known))).collect();
        let called: BTreeSet<&str> = chains.iter().flat_map(|(_, chain)| chain).map(|k| k.item.name.as_str()).collect();
        let mut text = HEAD.to_owned();
        for name in called {
            methods(&mut text, known[name]);
        }
        text.push_str("\ninterfaces! {\n");
        for (own, chain) in &chains {
            let bases = chain.iter().map(|k| format!("{}: {}::{}_Impl", k.item.name, k.module, k.item.name));
            let bases: Vec<_> = bases.collect();
            let name = &own.item.name;
            let _ = writeln!(text, "    {name} {} [{}];", own.item.iid.is_some(), bases.join(", "));
            let _ = writeln!(text, "        mapi::{name}, mapi::Mock{name};");
        }
        text.push_str("}\n");
        text
    }
}

/// The interfaces of a plan that have a vtable of their own.
fn by_name<'a>(plan: &'a Plan, module: &'static str) -> BTreeMap<&'a str, Known<'a>> {
    let items = plan.modules.iter().flat_map(|m| &m.items);
    let interfaces = items.filter_map(|item| match item {
        Item::Interface(item) if !item.opaque => Some(&**item),
        _ => None,
    });
    interfaces.map(|item| (item.name.as_str(), Known { item, module })).collect()
}

/// The interface after its bases, IUnknown left out.
fn chain<'a>(own: Known<'a>, known: &BTreeMap<&str, Known<'a>>) -> Vec<Known<'a>> {
    let bases = own.item.ancestors.iter().rev().filter(|base| base.name != "IUnknown");
    bases.map(|base| known[base.name.as_str()]).chain([own]).collect()
}

fn methods(text: &mut String, known: Known<'_>) {
    let (item, module) = (known.item, known.module);
    let _ = writeln!(text, "\nmethods! {{\n    {0}: {module}::{0}, {1:#010x};", item.name, item.unimplemented);
    for m in &item.methods {
        let returns = match m.ret {
            Return::Code { .. } if m.placeholder => "ReservedCode",
            Return::Code { .. } => "Code",
            _ if m.placeholder => "ReservedValue",
            _ => "Value",
        };
        let params: Vec<_> = m.params.iter().map(|p| param(m, p, module)).collect();
        let _ = writeln!(text, "    {} {returns} {:#010x} [{}];", m.com, m.bad_pointer, params.join(", "));
    }
    text.push_str("}\n");
}

/// What the contract says of a parameter, in the words of `call::Param`.
fn param(m: &Method, p: &Param, module: &str) -> String {
    let (name, role) = role(p);
    let needed = !role["optional"].as_bool().unwrap_or(false);
    match name.as_str() {
        "Value" | "CountIn" => value(m, p),
        "Lent" if role["pointer"] == Value::Bool(false) => "Value".to_owned(),
        "Reserved" => "Reserved".to_owned(),
        "Slice" | "Buffer" => match (role["count"]["Param"].as_u64(), role["count"]["List"].as_u64()) {
            (Some(count), _) => format!("Counted {{ needed: {needed}, by: {count} }}"),
            (_, Some(list)) => format!("LikeList {{ needed: {needed}, list: {list} }}"),
            _ => format!("In({needed})"),
        },
        "List" | "Record" | "Ref" | "Text" | "Name" | "Iid" | "InOut" | "Change" | "ChangeList" | "Lent"
        | "Swapped" => {
            format!("In({needed})")
        }
        "ListOrOut" | "Replace" => "In(true)".to_owned(),
        "Interface" | "DynIn" => format!("Object({needed})"),
        "CountOut" => {
            let (_, counted) = self::role(&m.params[role["of"].as_u64().expect("an index") as usize]);
            out(p, counted["optional"] == Value::Bool(false), module)
        }
        "OutValue" | "OutVec" | "OutBox" | "OutText" | "OutInterface" | "DynOut" | "Filled" | "Given" => {
            out(p, needed, module)
        }
        "Raw" if !matches!(p.ty, Ty::Pointer(..)) => "Value".to_owned(),
        "Raw" => "Raw".to_owned(),
        new => panic!("{}: say here what callers may pass as a {new}", m.com),
    }
}

/// The name of a role, and its facts.
fn role(p: &Param) -> (String, Value) {
    match serde_json::to_value(&p.role).expect("a role is plain data") {
        Value::Object(fields) => fields.into_iter().next().expect("one variant"),
        Value::String(name) => (name, Value::Null),
        other => panic!("{other}"),
    }
}

/// A value is zero, unless it holds the flag without which a record of wide strings is refused.
fn value(m: &Method, p: &Param) -> String {
    let gates = m.params.iter().map(role).filter(|(name, _)| name == "OutBox");
    let gate = gates
        .map(|(_, role)| role["unicode"].clone())
        .find(|gate| gate["param"].as_u64().is_some_and(|param| std::ptr::eq(&raw const m.params[param as usize], p)));
    gate.map_or_else(
        || "Value".to_owned(),
        |gate| format!("Gate({:#x})", gate["flag"].as_i64().expect("a flag") as u32),
    )
}

fn out(p: &Param, needed: bool, module: &str) -> String {
    let Ty::Pointer(to, _) = &p.ty else { panic!("{} comes out and is no pointer", p.com) };
    format!("Out {{ needed: {needed}, size: size_of::<{}>() }}", spell(to, module))
}

/// A type that has the size of `ty`.
fn spell(ty: &Ty, module: &str) -> String {
    match ty {
        Ty::Prim(name) => (*name).to_owned(),
        Ty::Path(path) if path.module.is_empty() => format!("{module}::{}", path.name),
        Ty::Path(path) => format!("{}::{}", path.module.trim_start_matches("::"), path.name),
        Ty::Array(of, count) => format!("[{}; {count}]", spell(of, module)),
        Ty::Void | Ty::Pointer(..) | Ty::Function(..) => "usize".to_owned(),
    }
}
