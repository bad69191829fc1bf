//! Duty: the command `stats`. Input: IDL. Output: how much of each interface is safe Rust, and why the rest is not.

use crate::console::{Console, Stop};
use crate::inputs::Inputs;
use crate::table::{Column, Table};
use clap::Args;
use mapidl_codegen::plan::{self, Interface, Item, Method, Plan, View};
use std::collections::BTreeSet;

const EXAMPLES: &str = "\
Examples:
  mapidl stats idl
  mapidl stats mapi.idl -I include";

/// Count the methods that are safe to call and to implement, and say why others are not
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Stats {
    #[command(flatten)]
    inputs: Inputs,
}

impl Stats {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let plan = self.inputs.compile(console, plan::Options::default())?.plan();
        let interfaces: Vec<_> = plan.interfaces().collect();
        console.print(&format!("{}{}{}", counts(&interfaces), reasons(&interfaces), records(&plan, &interfaces)))
    }
}

/// How many methods there are of each kind.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Count {
    methods: usize,
    callers: usize,
    providers: usize,
    raw: usize,
    placeholders: usize,
}

impl Count {
    fn new(interface: &Interface) -> Self {
        let count = |wanted: fn(&Method) -> bool| interface.methods.iter().filter(|method| wanted(method)).count();
        Self {
            methods: interface.methods.len(),
            callers: count(|method| method.raw.is_empty() && !method.placeholder),
            // An implementer may fill a reserved slot, which no caller uses.
            providers: count(|method| method.raw.is_empty()),
            raw: count(Method::is_raw),
            placeholders: count(|method| method.placeholder),
        }
    }

    fn add(self, other: Self) -> Self {
        Self {
            methods: self.methods + other.methods,
            callers: self.callers + other.callers,
            providers: self.providers + other.providers,
            raw: self.raw + other.raw,
            placeholders: self.placeholders + other.placeholders,
        }
    }

    fn cells(self, name: &str) -> impl Iterator<Item = String> {
        let numbers = [self.methods, self.callers, self.providers, self.raw, self.placeholders];
        numbers.map(|number| number.to_string()).into_iter().chain([name.to_owned()])
    }
}

fn counts(interfaces: &[&Interface]) -> Table {
    let columns = [
        Column::Right("methods"),
        Column::Right("safe caller"),
        Column::Right("safe provider"),
        Column::Right("raw"),
        Column::Right("reserved"),
        Column::Left("interface"),
    ];
    let mut table = Table::new(&columns);
    let mut total = Count::default();
    for interface in interfaces {
        let count = Count::new(interface);
        total = total.add(count);
        table.row(count.cells(&interface.name));
    }
    table.row(total.cells("total"));
    table
}

/// The raw methods: first those that nothing describes, then those that are meant to be.
fn reasons(interfaces: &[&Interface]) -> String {
    let left = methods(interfaces, false);
    let meant = methods(interfaces, true);
    section("raw, because of", left) + &section("meant to be raw, because of", meant)
}

/// A part of the output, where there is any.
fn section(title: &str, text: String) -> String {
    if text.is_empty() { text } else { format!("\n{title}\n{text}") }
}

/// The records without a view that reasons name, with reasons of their own.
fn records(plan: &Plan, interfaces: &[&Interface]) -> String {
    let items = plan.modules.iter().flat_map(|module| &module.items);
    let raw: Vec<(&str, &str)> = items.filter_map(without_view).collect();
    let methods = interfaces.iter().flat_map(|interface| &interface.methods).filter(|method| method.is_raw());
    let mut named: Vec<&str> = methods.flat_map(|method| &method.raw).map(String::as_str).collect();
    let mut text = String::new();
    let mut shown = BTreeSet::new();
    while let Some(reason) = named.pop() {
        let record = reason.strip_suffix(" has no safe view").and_then(|text| text.rsplit(' ').next());
        let found = raw.iter().find(|(name, _)| Some(*name) == record);
        if let Some((name, why)) = found
            && shown.insert(*name)
        {
            text.push_str(&format!("{name}\n    {why}\n"));
            named.push(why);
        }
    }
    section("without a safe view, because of", text)
}

fn without_view(item: &Item) -> Option<(&str, &str)> {
    match item {
        Item::Record(record) => match &record.view {
            View::Raw(why) => Some((&record.name, why)),
            _ => None,
        },
        _ => None,
    }
}

fn methods(interfaces: &[&Interface], meant: bool) -> String {
    let raw = interfaces.iter().flat_map(|interface| {
        let methods = interface.methods.iter().filter(|method| method.is_raw() && method.meant == meant);
        methods.map(|method| format!("{}::{}\n    {}\n", interface.name, method.com, method.raw.join("\n    ")))
    });
    raw.collect()
}
