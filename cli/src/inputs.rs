//! Duty: from what the command line names to compiled files. Input: paths, include folders, macros. Output: a
//! [`Compilation`] without errors, or a reported failure.

use crate::console::{Console, Stop};
use crate::summary::counted;
use clap::Args;
use mapidl_codegen::diag::{Code, Diagnostic, Severity};
use mapidl_codegen::driver::{self, Compilation, Options};
use mapidl_codegen::plan;
use mapidl_codegen::syntax::MacroOption;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The folder that is read when no path is given.
const DEFAULT_FOLDER: &str = "idl";

/// What is read, and how.
#[derive(Args, Clone, Debug, Default)]
pub(crate) struct Inputs {
    /// IDL files, and folders that hold some [default: the folder `idl`]
    pub(crate) paths: Vec<String>,

    /// Folder to search for imports and includes; may be repeated
    #[arg(short = 'I', value_name = "DIR")]
    pub(crate) include: Vec<PathBuf>,

    /// Macro to define before the first line; its value is 1 unless given
    #[arg(short = 'D', value_name = "NAME[=VALUE]", value_parser = define)]
    pub(crate) defines: Vec<MacroOption>,
}

/// Reads the argument of `-D`.
fn define(text: &str) -> Result<MacroOption, String> {
    let name = text.split('=').next().unwrap_or(text);
    if is_identifier(name) { Ok(MacroOption::define(text)) } else { Err(format!("`{name}` is no name of a macro")) }
}

/// Whether IDL could declare this name.
pub(crate) fn is_identifier(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// Files to read, and the errors of the paths that give none.
#[derive(Debug, Default)]
pub(crate) struct Files {
    pub(crate) names: Vec<String>,
    pub(crate) problems: Vec<Diagnostic>,
}

impl Inputs {
    /// Compiles, and reports what there is to report, whatever the outcome.
    pub(crate) fn try_compile(&self, console: &Console, plan: plan::Options) -> Result<Compilation, Stop> {
        let Files { names, problems } = self.files()?;
        let mut compilation = driver::compile(&names, &self.options(plan));
        compilation.errors += problems.len();
        compilation.diagnostics.splice(0..0, problems);
        console.report(&compilation.diagnostics, &compilation.sources);
        let shown = compilation.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count();
        if compilation.unshown > 0 {
            let warnings = counted(compilation.unshown, "warning");
            console.note(format_args!("{warnings} about imported files; `mapidl check` of those shows them"));
        }
        if compilation.errors > shown {
            console.note(format_args!("{} more errors are not shown", compilation.errors - shown));
        }
        Ok(compilation)
    }

    /// Compiles; stops where there are errors.
    pub(crate) fn compile(&self, console: &Console, plan: plan::Options) -> Result<Compilation, Stop> {
        let compilation = self.try_compile(console, plan)?;
        if compilation.is_ok() { Ok(compilation) } else { Err(Stop::Failed) }
    }

    /// What the compiler is told.
    pub(crate) fn options(&self, plan: plan::Options) -> Options {
        Options { include: self.include.clone(), macros: self.defines.clone(), plan }
    }

    /// The paths as given, or the default.
    pub(crate) fn given(&self) -> Result<Vec<&str>, Stop> {
        if !self.paths.is_empty() {
            return Ok(self.paths.iter().map(String::as_str).collect());
        }
        if Path::new(DEFAULT_FOLDER).is_dir() {
            return Ok(vec![DEFAULT_FOLDER]);
        }
        Err(Stop::Usage(format!("no path is given, and there is no folder `{DEFAULT_FOLDER}` here to read instead")))
    }

    /// The files to read: folders are replaced with the IDL files in them.
    pub(crate) fn files(&self) -> Result<Files, Stop> {
        let mut files = Files::default();
        for path in self.given()? {
            // A folder with a file's name is not what its name says; reading it as a file tells so.
            if is_idl(Path::new(path)) || !Path::new(path).is_dir() {
                files.names.push(path.to_owned());
                continue;
            }
            match idl_files(path) {
                Ok(names) if names.is_empty() => files.problems.push(empty_folder(path)),
                Ok(names) => files.names.extend(names),
                Err(error) => files.problems.push(cannot_read(path, &error)),
            }
        }
        Ok(files)
    }
}

/// The paths in a folder that end in `.idl`, sorted.
fn idl_files(folder: &str) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if is_idl(&path) {
            names.push(path.to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

fn is_idl(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("idl"))
}

fn empty_folder(path: &str) -> Diagnostic {
    Diagnostic::global(Code::CANNOT_READ, format!("the folder `{path}` has no .idl file"))
        .help("folders are not searched any deeper: name the folder that has the files")
}

/// Reports a path that cannot be read.
pub(crate) fn cannot_read(path: &str, error: &io::Error) -> Diagnostic {
    Diagnostic::global(Code::CANNOT_READ, format!("`{path}` cannot be read: {error}"))
}
