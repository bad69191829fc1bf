//! Duty: the command `generate`. Input: IDL, an output folder. Output: Rust files or a C++ header, written or compared.

mod files;
mod package;

use crate::console::{Console, Stop};
use crate::inputs::Inputs;
use crate::summary::Summary;
use clap::{Args, ValueEnum};
use files::Target;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::export;
use mapidl_codegen::output::{Layout, Outputs, Replace};
use mapidl_codegen::plan::{self, Mocks};
use std::path::{Component, Path, PathBuf};
use std::time::Instant;

const EXAMPLES: &str = "\
Examples:
  mapidl generate a.idl --crate -o greeter            a crate that compiles: Cargo.toml, src/lib.rs, src/idl
  mapidl generate idl -o src/idl                      a module tree, mocks included
  mapidl generate idl -o src/idl --mock-feature mock  mocks behind a cargo feature
  mapidl generate a.idl -o src --single a.rs          one file
  mapidl generate idl -o src/idl --check              exit 1 and a diff when files are out of date
  mapidl generate idl -o include --lang cpp           a C++ header of the same model

All files are written, or none: each is complete beside its target before the first one is replaced. A file that mapidl
did not write is never replaced unless --force says so.";

/// Write Rust, or a C++ header
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Generate {
    #[command(flatten)]
    inputs: Inputs,

    /// Folder to write to; made where it does not exist
    #[arg(short, long = "out", value_name = "DIR")]
    out: PathBuf,

    /// Write into a crate, at src/idl in the output folder; what the folder lacks of a crate is written too, once
    #[arg(long = "crate", conflicts_with = "single")]
    package: bool,

    /// Where the crate mapidl is, for a new crate that does not take it from the registry
    #[arg(long, value_name = "DIR", requires = "package")]
    runtime: Option<PathBuf>,

    /// Write nothing: print what differs from the files that are there, and exit 1 if anything does
    #[arg(long)]
    check: bool,

    /// Replace files too that mapidl did not write; without this they are named, and nothing is written
    #[arg(long, conflicts_with = "check")]
    force: bool,

    /// Language to write: a Rust module tree, or a C++ header
    #[arg(long, value_enum, default_value_t, value_name = "LANG")]
    lang: Lang,

    /// Write no mocks
    #[arg(long, conflicts_with = "mock_feature")]
    no_mocks: bool,

    /// Cargo feature that switches the mocks on; without it they are there in tests
    #[arg(long, value_name = "NAME", value_parser = feature)]
    mock_feature: Option<String>,

    /// Make a cargo feature of each file that declares interfaces; features.toml holds the lines for Cargo.toml
    #[arg(long, conflicts_with = "single")]
    features: bool,

    /// Write one file of this name, in the output folder
    #[arg(long, value_name = "FILE", value_parser = inner_path)]
    single: Option<String>,
}

/// What to write.
#[derive(ValueEnum, Clone, Copy, PartialEq, Eq, Debug, Default)]
enum Lang {
    #[default]
    Rust,
    Cpp,
}

/// Reads a name that cargo takes for a feature.
fn feature(text: &str) -> Result<String, String> {
    let allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.');
    if !text.is_empty() && text.chars().all(allowed) {
        Ok(text.to_owned())
    } else {
        Err("cargo has no features of this name".to_owned())
    }
}

/// Reads a path that stays in the folder it is joined to.
fn inner_path(text: &str) -> Result<String, String> {
    let inner = Path::new(text).components().all(|part| matches!(part, Component::Normal(_)));
    if inner && !text.is_empty() && !text.ends_with(['/', '\\']) {
        Ok(text.to_owned())
    } else {
        Err("a file name, relative to the output folder, is needed".to_owned())
    }
}

impl Generate {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let start = Instant::now();
        self.check_options()?;
        let compilation = self.inputs.compile(console, self.plan_options()).inspect_err(|stop| {
            if matches!(stop, Stop::Failed) && !self.check {
                console.note("nothing was written");
            }
        })?;
        let (outputs, summary) = self.outputs(console, &compilation)?;
        let dir = if self.package { package::tree(&self.out) } else { self.out.clone() };
        let target = Target { console, dir: &dir, is_owned: self.owns_folder() };
        if self.check {
            return target.compare(&outputs);
        }
        let lacking = match self.package {
            true => package::lacking(&self.out, &outputs, self.runtime.as_deref(), self.mock_feature())?,
            false => Outputs::default(),
        };
        let replace = if self.force { Replace::AllBut(&compilation.files) } else { Replace::Generated };
        target.write(&outputs, (&self.out, &lacking), replace, (summary, start))
    }

    fn check_options(&self) -> Result<(), Stop> {
        if self.lang == Lang::Cpp && (self.no_mocks || self.mock_feature.is_some()) {
            return Err(Stop::Usage("mocks are written in Rust only: --lang cpp has none to choose".to_owned()));
        }
        if self.lang == Lang::Cpp && self.package {
            return Err(Stop::Usage("a crate holds no C++ header: --crate is for Rust".to_owned()));
        }
        if self.lang == Lang::Cpp && self.features {
            return Err(Stop::Usage("a C++ header has no cargo features".to_owned()));
        }
        Ok(())
    }

    fn plan_options(&self) -> plan::Options {
        let mocks = match self.mock_feature() {
            _ if self.no_mocks => Mocks::None,
            Some(feature) => Mocks::Feature(feature.to_owned()),
            None => Mocks::Tests,
        };
        plan::Options { mocks, features: self.features, ..plan::Options::default() }
    }

    /// Other crates need the mocks of a crate of interfaces: there they have a feature in any case.
    fn mock_feature(&self) -> Option<&str> {
        let default = self.package.then_some(package::MOCK);
        if self.no_mocks { None } else { self.mock_feature.as_deref().or(default) }
    }

    fn outputs(&self, console: &Console, compilation: &Compilation) -> Result<(Outputs, Summary), Stop> {
        if self.lang == Lang::Cpp || self.single.is_some() {
            let clashes = compilation.clashes();
            if !clashes.is_empty() {
                console.report(&clashes, &compilation.sources);
                return Err(Stop::Failed);
            }
        }
        let summary = Summary::new(compilation);
        let header = |name| {
            let text = export::cpp::header(&compilation.model, &compilation.layouts);
            (Outputs::from_iter([(name, text)]), summary)
        };
        Ok(match (self.lang, &self.single) {
            (Lang::Rust, single) => {
                let plan = compilation.plan();
                plan.notes().for_each(|note| console.note(note));
                let outputs = compilation.rust_of(&plan, &single.clone().map_or(Layout::Tree, Layout::Single));
                (outputs, summary.written(&plan))
            }
            (Lang::Cpp, Some(name)) => header(name.clone()),
            (Lang::Cpp, None) => header(self.header_name()?),
        })
    }

    /// The header is named after the first input: `mapi.idl` gives `mapi.h`, the folder `idl` gives `idl.h`.
    fn header_name(&self) -> Result<String, Stop> {
        let given = self.inputs.given()?;
        let stem = given.first().and_then(|path| Path::new(path).file_stem());
        match stem {
            Some(stem) => Ok(format!("{}.h", stem.to_string_lossy())),
            None => Err(Stop::Usage("the first path gives the header no name: say --single FILE".to_owned())),
        }
    }

    /// Only a module tree owns its folder; elsewhere other runs may write too.
    fn owns_folder(&self) -> bool {
        self.lang == Lang::Rust && self.single.is_none()
    }
}
