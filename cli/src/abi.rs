//! Duty: the command `abi`. Input: IDL, and a target. Output: slots, offsets, sizes and values, for other programs.

use crate::console::{Console, Stop};
use crate::inputs::Inputs;
use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use mapidl_codegen::export;
use mapidl_codegen::layout::Target;
use mapidl_codegen::plan;

const EXAMPLES: &str = "\
Examples:
  mapidl abi --json idl
  mapidl abi --json --target i686 mapi.idl";

/// Write the ABI as JSON: slots, offsets, sizes, values
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Abi {
    #[command(flatten)]
    inputs: Inputs,

    /// Write JSON, which is the only form there is
    #[arg(long)]
    json: bool,

    /// The Windows target
    #[arg(long, default_value = Target::X86_64.name(), value_parser = target())]
    target: Target,
}

fn target() -> impl clap::builder::TypedValueParser<Value = Target> {
    PossibleValuesParser::new(Target::ALL.map(Target::name))
        .map(|name| Target::parse(&name).expect("only names of targets pass"))
}

impl Abi {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let compilation = self.inputs.compile(console, plan::Options::default())?;
        console.print(&export::abi::json(&compilation.model, &compilation.layouts, self.target))
    }
}
