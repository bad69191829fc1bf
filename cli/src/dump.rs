//! Duty: the command `dump`. Input: IDL, a stage, perhaps a name. Output: what the stage made of it, as JSON.

mod tree;

use crate::console::{Console, Stop};
use crate::find::{find, not_declared};
use crate::inputs::{Inputs, is_identifier};
use clap::{Args, ValueEnum};
use mapidl_codegen::diag::Diagnostic;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{Decl, Model};
use mapidl_codegen::plan::{self, Item, Plan};
use serde::Serialize;
use std::path::Path;

const EXAMPLES: &str = "\
Examples:
  mapidl dump --stage ast a.idl                  the syntax trees of the files, without what they import
  mapidl dump --stage model IMAPIProp idl        an interface as resolved: slots, attributes as facts
  mapidl dump --stage plan IMAPIProp idl         what is decided for Rust, and why

The first argument is a name if it looks like one and no file or folder has it.";

/// Write what a stage of the compiler made of the input, as JSON
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Dump {
    /// The stage: what the files say, what they mean, or what Rust is to be written
    #[arg(long, value_enum)]
    stage: Stage,

    /// A declaration to write alone, or the first path
    #[arg(value_name = "NAME|PATH")]
    first: Option<String>,

    #[command(flatten)]
    inputs: Inputs,
}

/// The stages whose result can be written.
#[derive(ValueEnum, Clone, Copy, Debug)]
enum Stage {
    Ast,
    Model,
    Plan,
}

impl Dump {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let mut inputs = self.inputs.clone();
        let name = self.first.as_deref().filter(|first| is_name(first));
        if let (None, Some(path)) = (name, &self.first) {
            inputs.paths.insert(0, path.clone());
        }
        let found = match self.stage {
            Stage::Ast => tree::json(&inputs, name, console)?,
            Stage::Model => model(&inputs.compile(console, plan::Options::default())?.model, name),
            Stage::Plan => planned(&inputs.compile(console, plan::Options::default())?, name),
        };
        match found {
            Ok(text) => console.print(&(text + "\n")),
            Err(diagnostic) => console.fail(diagnostic),
        }
    }
}

fn is_name(text: &str) -> bool {
    is_identifier(text) && !Path::new(text).exists()
}

/// JSON of what was asked for, or that there is no such thing.
type Found = Result<String, Diagnostic>;

/// JSON for people to read.
fn pretty(value: &impl Serialize) -> String {
    serde_json::to_string_pretty(value).expect("the stages hold nothing but strings for keys")
}

fn model(model: &Model, name: Option<&str>) -> Found {
    let Some(name) = name else { return Ok(pretty(model)) };
    Ok(match find(model, name)? {
        Decl::Interface(id) => pretty(&model.interfaces[id]),
        Decl::Record(id) => pretty(&model.records[id]),
        Decl::Enum(id) | Decl::Enumerator(id, _) => pretty(&model.enums[id]),
        Decl::Alias(id) => pretty(&model.aliases[id]),
        Decl::Const(id) => pretty(&model.consts[id]),
        Decl::Coclass(id) => pretty(&model.coclasses[id]),
        Decl::Library(id) => pretty(&model.libraries[id]),
        Decl::Module(id) => pretty(&model.modules[id]),
    })
}

fn planned(compilation: &Compilation, name: Option<&str>) -> Found {
    let plan = compilation.plan();
    let Some(name) = name else { return Ok(pretty(&plan)) };
    match items(&plan).find(|item| item.name() == Some(name)) {
        Some(item) => Ok(pretty(item)),
        None => Err(not_declared(name, items(&plan).filter_map(Item::name))),
    }
}

fn items(plan: &Plan) -> impl Iterator<Item = &Item> {
    plan.modules.iter().flat_map(|module| &module.items)
}
