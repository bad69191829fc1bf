//! The command `mapidl`. Duty: read the command line, run one command, turn its outcome into an exit code.
//! Input: arguments, IDL files. Output: what the command says on standard output, diagnostics on standard error, and 0
//! (clean), 1 (errors, or files that differ) or 2 (usage).

mod abi;
mod args;
mod changes;
mod check;
mod completions;
mod console;
mod dump;
mod explain;
mod find;
mod fmt;
mod generate;
mod inputs;
mod show;
mod signature;
mod stats;
mod summary;
mod table;
mod trees;

use args::Cli;
use clap::{CommandFactory as _, Parser as _};
use console::Console;
use std::process::ExitCode;

/// A compiler's memory is many small trees; this allocator builds and drops them in less time than the system's.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let console = Console::new(cli.message_format, cli.color);
    match cli.command.run(&console) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => console.stop(stop, &mut Cli::command()),
    }
}
