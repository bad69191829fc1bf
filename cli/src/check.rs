//! Duty: the command `check`. Input: IDL. Output: diagnostics, and a line that says what was checked.

use crate::console::{Console, Stop};
use crate::inputs::Inputs;
use crate::summary::Summary;
use clap::Args;
use mapidl_codegen::plan;
use serde_json::json;

const EXAMPLES: &str = "\
Examples:
  mapidl check mapi.idl
  mapidl check -I include -D WINVER=0x0600 idl
  mapidl check idl --message-format short";

/// Check IDL, and write nothing
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Check {
    #[command(flatten)]
    inputs: Inputs,
}

impl Check {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let compilation = self.inputs.try_compile(console, plan::Options::default())?;
        let summary = Summary::new(&compilation);
        console.print(&line(&summary, console.is_json()))?;
        if compilation.is_ok() { Ok(()) } else { Err(Stop::Failed) }
    }
}

fn line(summary: &Summary, json: bool) -> String {
    if json {
        return format!("{}\n", json!({ "summary": summary }));
    }
    // With errors there is no model, so that nothing can be said of its contents.
    match summary.errors {
        0 => format!("{}: {}\n", summary.contents(), summary.mistakes()),
        _ => format!("{}\n", summary.mistakes()),
    }
}
