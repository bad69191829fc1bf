//! Duty: the command `fmt`. Input: IDL. Output: the same files with their declarations printed as the house does, or
//! how they would differ.

mod rewrite;

use crate::changes::{cannot_write, difference};
use crate::console::{Console, Stop};
use crate::inputs::{Inputs, cannot_read};
use crate::summary::counted;
use crate::trees::{self, Tree, Trees};
use clap::Args;
use mapidl_codegen::output::{Outputs, Replace};
use rewrite::Rewritten;
use serde_json::json;
use std::path::Path;

const EXAMPLES: &str = "\
Examples:
  mapidl fmt idl
  mapidl fmt idl --check      exit 1 and a diff when files are not formatted

A declaration that holds comments other than documentation, directives or macros is left as it is.";

/// Format IDL files in place
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Fmt {
    #[command(flatten)]
    inputs: Inputs,

    /// Write nothing: print what would change, and exit 1 if anything would
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let trees = trees::parse(&self.inputs, console)?;
        let mut outputs = Outputs::default();
        for tree in &trees.files {
            let Rewritten { text, left } = self.rewritten(&trees, tree);
            if left > 0 {
                console.note(format_args!("{}: {} left as written", tree.path, counted(left, "declaration")));
            }
            let file = trees.sources.file(tree.id);
            if *text == *file.text {
                continue;
            }
            match rewrite::on_disk(file) {
                Some(disk) => outputs.insert(disk.path.clone(), disk.with(&text)),
                None => console.note(format_args!(
                    "{}: left as written, since its bytes are not plain UTF-8, or its lines end in two ways",
                    tree.path
                )),
            }
        }
        let total = trees.files.len();
        if self.check { compare(console, &outputs, total) } else { write(console, &outputs, total) }
    }

    /// The formatted file. As a last check it must mean what it meant.
    fn rewritten(&self, trees: &Trees, tree: &Tree) -> Rewritten {
        let rewritten = rewrite::rewrite(&trees.sources, tree);
        let meaning = trees::parse_instead(&self.inputs, trees, tree.id, &rewritten.text);
        if meaning.as_ref() == Some(&tree.ast) {
            return rewritten;
        }
        Rewritten { text: trees.sources.file(tree.id).text.to_string(), left: tree.ast.items.len() }
    }
}

fn write(console: &Console, outputs: &Outputs, total: usize) -> Result<(), Stop> {
    if let Err(error) = outputs.write(Path::new(""), Replace::AllBut(&[])) {
        return console.fail(cannot_write(&error));
    }
    let (formatted, unchanged) = (outputs.len(), total - outputs.len());
    if console.is_json() {
        return console.print(&format!("{}\n", json!({ "formatted": formatted, "unchanged": unchanged })));
    }
    console.print(&format!("{} formatted, {unchanged} unchanged\n", counted(formatted, "file")))
}

fn compare(console: &Console, outputs: &Outputs, total: usize) -> Result<(), Stop> {
    let changes = match outputs.compare(Path::new("")) {
        Ok(changes) => changes,
        Err(error) => return console.fail(cannot_read(".", &error)),
    };
    let mut text: String = changes.iter().map(|(path, change)| difference(path, change, console.is_json())).collect();
    if !console.is_json() {
        text.push_str(&match outputs.len() {
            0 => format!("{} formatted\n", counted(total, "file")),
            count => format!("{count} of {} not formatted\n", counted(total, "file")),
        });
    }
    console.print(&text)?;
    if outputs.is_empty() { Ok(()) } else { Err(Stop::Failed) }
}
