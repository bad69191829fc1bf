//! Duty: the command `explain`. Input: a code. Output: what it means.

use crate::console::{Console, Stop};
use clap::Args;
use mapidl_codegen::diag::Code;

const EXAMPLES: &str = "\
Examples:
  mapidl explain              list all codes
  mapidl explain IDL0201      one code (201 will do)";

/// Say what a diagnostic's code means
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    /// The code; all are listed without one
    #[arg(value_parser = code)]
    code: Option<Code>,
}

fn code(text: &str) -> Result<Code, String> {
    Code::parse(text).ok_or_else(|| "there is no such code; `mapidl explain` lists all".to_owned())
}

impl Explain {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let text = match self.code {
            Some(code) => format!("{code}: {}\n\n{}\n", code.title(), code.text()),
            None => Code::ALL.iter().map(|code| format!("{code}  {}\n", code.title())).collect(),
        };
        console.print(&text)
    }
}
