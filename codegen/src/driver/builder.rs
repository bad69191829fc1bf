//! The door for `build.rs`.

use super::{Compilation, Options, compile};
use crate::output::{Layout, Replace, WriteError};
use crate::plan::Mocks;
use crate::syntax::MacroOption;
use std::fmt;
use std::path::{Path, PathBuf};

/// Compiles IDL files from a build script.
///
/// ```no_run
/// // build.rs, in main:
/// mapidl_codegen::Builder::new().file("idl/greeter.idl").generate("greeter.rs").unwrap();
/// ```
///
/// ```ignore
/// // lib.rs
/// include!(concat!(env!("OUT_DIR"), "/greeter.rs"));
/// ```
///
/// The file's items stand in a private module of its own, and are re-exported: code beside the `include!` does not get at
/// private fields. A module that [`extern_file`](Self::extern_file) names is a path from a root, `::crate_name` or `crate`.
///
/// The module allows `unsafe_code` for itself, which `#![forbid(unsafe_code)]` of the crate around it refuses (E0453): there
/// stands `deny`, or the macros, whose output `forbid` lets pass.
///
/// Cargo is told to run the script again when any file of the import graph changes; output with equal bytes is not
/// rewritten.
#[derive(Clone, Debug, Default)]
pub struct Builder {
    files: Vec<String>,
    options: Options,
    out_dir: Option<PathBuf>,
    overwrite: bool,
}

/// Why a build failed. `Debug` and `Display` both print the diagnostics, so that `unwrap()` reads well.
pub enum Error {
    /// The IDL is wrong: the diagnostics, rendered.
    Idl(String),
    /// An output cannot be written.
    Write(WriteError),
    /// Neither `OUT_DIR` nor [`Builder::out_dir`] names a folder.
    NoOutDir,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Idl(text) => write!(f, "the IDL has errors\n{text}"),
            Self::Write(error) => write!(f, "{error}"),
            Self::NoOutDir => f.write_str("OUT_DIR is not set: outside of a build script, call out_dir()"),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

impl Builder {
    /// A builder without files.
    #[must_use]
    pub fn new() -> Self {
        let mut builder = Self::default();
        builder.options.plan.mocks = Mocks::Tests;
        builder
    }

    /// Adds a file, relative to the package's folder.
    #[must_use]
    pub fn file(mut self, path: impl AsRef<Path>) -> Self {
        self.files.push(path.as_ref().to_string_lossy().into_owned());
        self
    }

    /// Adds a folder to search for imports.
    #[must_use]
    pub fn include(mut self, dir: impl Into<PathBuf>) -> Self {
        self.options.include.push(dir.into());
        self
    }

    /// Defines a macro.
    #[must_use]
    pub fn define(mut self, name: &str, value: Option<&str>) -> Self {
        let (name, value) = (name.to_owned(), value.unwrap_or("1").to_owned());
        self.options.macros.push(MacroOption::Define { name, value });
        self
    }

    /// When mocks are there: in the tests of this crate unless something else is said.
    #[must_use]
    pub fn mocks(mut self, mocks: Mocks) -> Self {
        self.options.plan.mocks = mocks;
        self
    }

    /// Names the Rust module of an imported file that another crate generates: `("mapi_types.idl", "::mapi")`. The
    /// path is relative to the package's folder, or to the folder of [`include`](Self::include) that holds the file; one that
    /// leads to no file of the run is an error.
    #[must_use]
    pub fn extern_file(mut self, file: &str, module: &str) -> Self {
        self.options.plan.extern_files.push((file.to_owned(), module.to_owned()));
        self
    }

    /// Writes to another folder than `OUT_DIR`.
    #[must_use]
    pub fn out_dir(mut self, dir: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(dir.into());
        self
    }

    /// Replaces a file of the output's name also where mapidl did not write it, which is refused otherwise. What the run
    /// reads is never replaced.
    #[must_use]
    pub fn overwrite(mut self, overwrite: bool) -> Self {
        self.overwrite = overwrite;
        self
    }

    /// Compiles the files into one Rust file for `include!`.
    ///
    /// # Errors
    /// When the IDL has errors, or the output cannot be written. Warnings are passed on to cargo.
    pub fn generate(&self, name: &str) -> Result<PathBuf, Error> {
        let dir = match (&self.out_dir, std::env::var_os("OUT_DIR")) {
            (Some(dir), _) => dir.clone(),
            (None, Some(dir)) => PathBuf::from(dir),
            (None, None) => return Err(Error::NoOutDir),
        };
        let compilation = compile(&self.files, &self.options);
        self.tell_cargo(&compilation);
        if !compilation.is_ok() {
            return Err(Error::Idl(compilation.render()));
        }
        let clashes = compilation.clashes();
        if !clashes.is_empty() {
            let lines = clashes.iter().map(|clash| clash.on(&compilation.sources).snippet(false) + "\n");
            return Err(Error::Idl(lines.collect()));
        }
        let outputs = compilation.rust(&Layout::Single(name.to_owned()));
        let replace = if self.overwrite { Replace::AllBut(&compilation.files) } else { Replace::Generated };
        outputs.write(&dir, replace).map_err(Error::Write)?;
        Ok(dir.join(name))
    }

    fn tell_cargo(&self, compilation: &Compilation) {
        for path in &compilation.files {
            tell("rerun-if-changed", &path.display());
        }
        // A file that was not found must be looked for again when it appears.
        if !compilation.is_ok() {
            for file in &self.files {
                tell("rerun-if-changed", file);
            }
        }
        for diagnostic in compilation.diagnostics.iter().filter(|d| d.severity == crate::diag::Severity::Warning) {
            tell("warning", &diagnostic.on(&compilation.sources));
        }
    }
}

/// Says something to cargo, in a line of its own. A file may have a name of several lines; these are nothing that cargo is
/// told.
fn tell(key: &str, value: &dyn fmt::Display) {
    println!("cargo::{key}={}", value.to_string().replace(['\n', '\r'], " "));
}
