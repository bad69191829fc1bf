//! Duty: run the stages in order, for every door alike.
//! Input: paths or texts, and [`Options`]. Output: a [`Compilation`], and from it [`Outputs`] and
//! rendered diagnostics.

mod builder;
mod bundled;
mod externs;
mod graph;

pub use builder::{Builder, Error};
pub use bundled::bundled;

use crate::diag::{Code, Diagnostic, Severity, Sink};
use crate::layout::Layouts;
use crate::model::Model;
use crate::output::{self, Layout, Outputs};
use crate::plan::{self, Plan};
use crate::resolve::resolve;
use crate::source::{ChainLoader, DiskLoader, Loader, Origin, SourceMap};
use crate::syntax::{self, MacroOption};
use std::path::PathBuf;

/// What a run is told beside its inputs.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Folders searched for imports, in order.
    pub include: Vec<PathBuf>,
    /// Macros defined or undefined before the first line, in order.
    pub macros: Vec<MacroOption>,
    /// What is generated.
    pub plan: plan::Options,
}

/// What came of a run: texts, model, layouts, mistakes.
#[derive(Debug)]
pub struct Compilation {
    /// All texts that were read.
    pub sources: SourceMap,
    /// The declarations; not to be relied on when there are errors.
    pub model: Model,
    /// Sizes and offsets.
    pub layouts: Layouts,
    /// What was wrong, sorted by place: all errors, and warnings about the files that were named.
    pub diagnostics: Vec<Diagnostic>,
    /// How many warnings there were about files that were only imported; whoever names those gets to see them.
    pub unshown: usize,
    /// How many errors there were, those beyond the cap included.
    pub errors: usize,
    /// The files of the disk that were read, imports included.
    pub files: Vec<PathBuf>,
    options: Options,
}

/// Compiles files of the disk, with the bundled base files behind the include folders.
#[must_use]
pub fn compile(paths: &[String], options: &Options) -> Compilation {
    let disk = DiskLoader::new(options.include.clone());
    let bundled = bundled();
    compile_with(paths, &ChainLoader::new(vec![&disk, &bundled]), options)
}

/// Compiles texts that `loader` finds.
#[must_use]
pub fn compile_with(names: &[String], loader: &dyn Loader, options: &Options) -> Compilation {
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let syntax = syntax::Options { macros: options.macros.clone() };
    let read = graph::load(names, loader, &syntax, &mut sources, &mut sink);
    let mut options = options.clone();
    // What is imported where something cannot be read is not known.
    if !sink.has_errors() {
        options.plan.extern_files = externs::named(&options.plan.extern_files, &read, loader, &mut sink);
    }
    let graph::Files { parsed, roots, .. } = read;
    // The first gate: names that a broken declaration would have given are not reported as missing.
    let model = if sink.has_errors() { Model::default() } else { resolve(&parsed, &mut sink) };
    let layouts = if sink.has_errors() { Layouts::default() } else { Layouts::new(&model) };
    let files = sources.files().filter_map(|(_, file)| match &file.origin {
        Origin::Disk(path) => Some(path.clone()),
        Origin::Memory { .. } => None,
    });
    let files = files.collect();
    let errors = sink.error_count();
    let mut diagnostics = sink.into_sorted();
    let found = diagnostics.len();
    let file = |diagnostic: &Diagnostic| Some(sources.place(diagnostic.span()?)?.0);
    diagnostics.retain(|one| one.severity == Severity::Error || file(one).is_none_or(|file| roots.contains(&file)));
    let unshown = found - diagnostics.len();
    Compilation { model, layouts, errors, diagnostics, unshown, files, sources, options }
}

impl Compilation {
    /// Whether nothing stands against an output.
    #[must_use]
    pub fn is_ok(&self) -> bool {
        self.errors == 0
    }

    /// All diagnostics with their snippets, without colour.
    #[must_use]
    pub fn render(&self) -> String {
        self.diagnostics.iter().map(|d| d.on(&self.sources).snippet(false) + "\n").collect()
    }

    /// What Rust is to be written.
    #[must_use]
    pub fn plan(&self) -> Plan {
        plan::plan(&self.model, &self.layouts, &self.options.plan)
    }

    /// The Rust files.
    #[must_use]
    pub fn rust(&self, layout: &Layout) -> Outputs {
        self.rust_of(&self.plan(), layout)
    }

    /// The Rust files of its plan.
    #[must_use]
    pub fn rust_of(&self, plan: &Plan, layout: &Layout) -> Outputs {
        output::rust(plan, &self.options.plan, layout)
    }

    /// What stands against one file for everything, a header or a module: names that two files give two meanings.
    #[must_use]
    pub fn clashes(&self) -> Vec<Diagnostic> {
        if self.model.files.iter().filter(|(_, file)| file.root).count() < 2 {
            return Vec::new();
        }
        let plan = self.plan();
        let clash = |(name, modules): (&str, Vec<&plan::Module>)| {
            let sources: Vec<_> = modules.iter().map(|module| format!("`{}`", module.source)).collect();
            let message = format!("`{name}` has a meaning of its own in each of {}", sources.join(", "));
            Diagnostic::global(Code::DUPLICATE_NAME, message)
                .note("no file sees both, so that in a tree of modules each has its own; one file cannot hold them")
                .help("write a tree of modules, or compile these files apart")
        };
        plan.repeated().into_iter().map(clash).collect()
    }

    /// The Rust items as one stream, for macros; these put it into a module of its own ([`output::private`]).
    #[must_use]
    pub fn tokens(&self) -> proc_macro2::TokenStream {
        output::tokens(&self.plan(), &self.options.plan)
    }
}
