//! Duty: the command `completions`. Input: a shell. Output: its script.

use crate::console::{Console, Stop};
use clap::{Args, Command};
use clap_complete::Shell;

const EXAMPLES: &str = "\
Examples:
  mapidl completions bash > ~/.local/share/bash-completion/completions/mapidl
  mapidl completions fish > ~/.config/fish/completions/mapidl.fish";

/// Write the completion script of a shell
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

impl Completions {
    /// Runs it, for this command line.
    pub(crate) fn run(&self, console: &Console, line: &mut Command) -> Result<(), Stop> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, line, "mapidl", &mut script);
        console.print(&String::from_utf8_lossy(&script))
    }
}
