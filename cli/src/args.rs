//! Duty: the shape of the command line. Input: the arguments. Output: [`Cli`]; the arguments of each command stand with
//! the command.

use crate::console::{Color, Console, MessageFormat, Stop};
use crate::{abi, check, completions, dump, explain, fmt, generate, show, stats};
use clap::{CommandFactory as _, Parser, Subcommand};

const EXAMPLES: &str = "\
Examples:
  mapidl check idl                           check every .idl file of a folder
  mapidl generate idl -o src/idl             write Rust: vtables, safe methods, traits, mocks
  mapidl generate idl -o src/idl --check     fail when the written files are out of date
  mapidl show IMAPITable idl                 the vtable of an interface
  mapidl explain IDL0201                     what a code means

Exit codes: 0 clean, 1 errors or files that differ, 2 wrong usage.
Diagnostics go to standard error, results to standard output.";

/// A MIDL compiler for Rust: classic COM IDL in, vtables, safe methods, provider traits and mocks out
#[derive(Parser, Debug)]
#[command(name = "mapidl", version, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// Write diagnostics with source lines, on one line each, or as JSON lines
    #[arg(long, global = true, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) message_format: MessageFormat,

    /// Colour diagnostics; auto respects NO_COLOR
    #[arg(long, global = true, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Command {
    Check(check::Check),
    Generate(generate::Generate),
    Fmt(fmt::Fmt),
    Show(show::Show),
    Stats(stats::Stats),
    Abi(abi::Abi),
    Dump(dump::Dump),
    Explain(explain::Explain),
    Completions(completions::Completions),
}

impl Command {
    /// Runs the command.
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        match self {
            Self::Check(command) => command.run(console),
            Self::Generate(command) => command.run(console),
            Self::Fmt(command) => command.run(console),
            Self::Show(command) => command.run(console),
            Self::Stats(command) => command.run(console),
            Self::Abi(command) => command.run(console),
            Self::Dump(command) => command.run(console),
            Self::Explain(command) => command.run(console),
            Self::Completions(command) => command.run(console, &mut Cli::command()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
