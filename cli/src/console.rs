//! Duty: what people and other programs get to read. Input: diagnostics, results, reasons to stop. Output: standard
//! error, standard output, and the exit code.

use anstream::ColorChoice;
use clap::error::ErrorKind;
use clap::{Command, ValueEnum};
use mapidl_codegen::diag::{Diagnostic, render};
use mapidl_codegen::source::SourceMap;
use std::fmt::Display;
use std::io::{self, Write as _};
use std::process::ExitCode;

/// How diagnostics are written. Values have no documentation of their own, so that help stays short.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum MessageFormat {
    #[default]
    Human,
    Short,
    Json,
}

/// When diagnostics are coloured.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// Where messages and results go.
#[derive(Debug)]
pub(crate) struct Console {
    format: MessageFormat,
    color: ColorChoice,
}

/// Why a command ends before its work is done.
#[derive(Debug)]
pub(crate) enum Stop {
    /// Something is wrong with the input or the output, and has been reported.
    Failed,
    /// The command line asks for what cannot be.
    Usage(String),
    /// Standard output does not take the result.
    Output(io::Error),
}

impl Console {
    /// A console that writes diagnostics as the user wants them.
    pub(crate) fn new(format: MessageFormat, color: Color) -> Self {
        let color = match color {
            Color::Auto => ColorChoice::Auto,
            Color::Always => ColorChoice::Always,
            Color::Never => ColorChoice::Never,
        };
        Self { format, color }
    }

    /// Whether a program reads along.
    pub(crate) fn is_json(&self) -> bool {
        self.format == MessageFormat::Json
    }

    /// Writes diagnostics to standard error.
    pub(crate) fn report(&self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        let text = match self.format {
            MessageFormat::Human => render::coloured(diagnostics, sources),
            MessageFormat::Short => lines(diagnostics, |diagnostic| render::short(diagnostic, sources)),
            MessageFormat::Json => lines(diagnostics, |diagnostic| render::json(diagnostic, sources)),
        };
        self.say(&text);
    }

    /// Reports what no text is to blame for, and stops.
    pub(crate) fn fail<T>(&self, diagnostic: Diagnostic) -> Result<T, Stop> {
        self.report(&[diagnostic], &SourceMap::new());
        Err(Stop::Failed)
    }

    /// Writes a remark for people to standard error; programs have the exit code.
    pub(crate) fn note(&self, text: impl Display) {
        if !self.is_json() {
            self.say(&format!("{text}\n"));
        }
    }

    /// Writes a result to standard output.
    pub(crate) fn print(&self, text: &str) -> Result<(), Stop> {
        let mut out = io::stdout().lock();
        match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
            // Who reads has seen enough: `mapidl abi idl | head`.
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other.map_err(Stop::Output),
        }
    }

    /// Says why a command stopped, where that is still to be said, and gives the exit code.
    pub(crate) fn stop(&self, stop: Stop, line: &mut Command) -> ExitCode {
        match stop {
            Stop::Failed => ExitCode::FAILURE,
            Stop::Usage(message) => {
                // What cannot be written to standard error cannot be reported anywhere.
                let _ = line.error(ErrorKind::ValueValidation, message).print();
                ExitCode::from(2)
            }
            Stop::Output(error) => {
                self.say(&format!("error: standard output cannot be written: {error}\n"));
                ExitCode::FAILURE
            }
        }
    }

    fn say(&self, text: &str) {
        let mut err = anstream::AutoStream::new(io::stderr().lock(), self.color);
        // As above: there is no other place to complain.
        let _ = err.write_all(text.as_bytes());
    }
}

fn lines(diagnostics: &[Diagnostic], line: impl Fn(&Diagnostic) -> String) -> String {
    diagnostics.iter().map(|diagnostic| line(diagnostic).trim_end().to_owned() + "\n").collect()
}
