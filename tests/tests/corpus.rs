//! The corpora: each file is a test of its own. `BLESS=1` rewrites the goldens.
//!
//! - `corpus/plan/NAME.idl` + `NAME.plan`: why the Rust looks as it does.
//! - `corpus/errors/IDL00xx…` and `IDL01xx…`: how mistakes in files and syntax look on a terminal; the hundreds of
//!   `resolve` are tested beside it.
//! - `corpus/emit/NAME.idl` + `NAME.rs`: what is written. The same files are compiled by `in_process/emitted.rs`.

use libtest_mimic::{Arguments, Failed, Trial};
use mapidl_codegen::driver::{Compilation, Options, compile};
use mapidl_codegen::output::Layout;
use mapidl_tests::{bless, root};
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(corpus("plan", "plan", plan));
    trials.extend(corpus("emit", "rs", |c| {
        let outputs = c.rust(&Layout::Single("out.rs".into()));
        outputs.get("out.rs").map(str::to_owned).ok_or_else(|| "nothing was written".into())
    }));
    trials.extend(
        idl_files("errors")
            .into_iter()
            .filter(|path| is_early(path))
            .map(|path| Trial::test(format!("errors::{}", stem(&path)), move || mistakes(&path))),
    );
    libtest_mimic::run(&args, trials).exit();
}

fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

/// Whether a file of `corpus/errors` is about reading and parsing, rather than about meaning.
fn is_early(path: &Path) -> bool {
    stem(path).starts_with("IDL00") || stem(path).starts_with("IDL01")
}

/// The IDL files of a corpus, sorted.
fn idl_files(kind: &str) -> Vec<PathBuf> {
    let dir = root().join("tests/corpus").join(kind);
    let mut files: Vec<PathBuf> =
        fs::read_dir(&dir).map(|entries| entries.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|e| e == "idl"));
    files.sort();
    assert!(!files.is_empty(), "{} holds no IDL", dir.display());
    files
}

/// What is planned for the file itself; what it imports has goldens of its own.
fn plan(compilation: &Compilation) -> Result<String, Failed> {
    let roots: Vec<_> =
        compilation.model.files.iter().filter(|(_, file)| file.root).map(|(_, file)| &file.name).collect();
    let mut plan = compilation.plan();
    plan.modules.retain(|module| roots.iter().any(|root| root.ends_with(&module.source)));
    serde_json::to_string_pretty(&plan).map(|text| text + "\n").map_err(|e| e.to_string().into())
}

/// Compares how the mistakes of a file are shown; its own code must be among them, and nothing may be generated.
fn mistakes(input: &Path) -> Result<(), Failed> {
    let compilation = compile(&[input.to_string_lossy().into_owned()], &Options::default());
    let code = stem(input)[..7].to_owned();
    if compilation.is_ok() || !compilation.diagnostics.iter().any(|d| d.code.to_string() == code) {
        return Err(format!("{code} is not reported:\n{}", compilation.render()).into());
    }
    let here = format!("{}/", root().join("tests/corpus/errors").display());
    compare(&compilation.render().replace(&here, ""), &input.with_extension("stderr"))
}

/// One test per `corpus/KIND/NAME.idl`, which compares what `make` gives with `NAME.EXTENSION`.
fn corpus(
    kind: &'static str,
    extension: &'static str,
    make: impl Fn(&Compilation) -> Result<String, Failed> + Copy + Send + Sync + 'static,
) -> Vec<Trial> {
    let trial = move |path: PathBuf| {
        Trial::test(format!("{kind}::{}", stem(&path)), move || check(&path, &path.with_extension(extension), make))
    };
    idl_files(kind).into_iter().map(trial).collect()
}

fn check(input: &Path, golden: &Path, make: impl Fn(&Compilation) -> Result<String, Failed>) -> Result<(), Failed> {
    let include = vec![root().join("idl")];
    let compilation = compile(&[input.to_string_lossy().into_owned()], &Options { include, ..Options::default() });
    if !compilation.is_ok() {
        return Err(compilation.render().into());
    }
    compare(&make(&compilation)?, golden)
}

fn compare(text: &str, golden: &Path) -> Result<(), Failed> {
    if bless() {
        return fs::write(golden, text).map_err(|e| e.to_string().into());
    }
    let expected = fs::read_to_string(golden).map_err(|e| format!("{}: {e}; BLESS=1 writes it", golden.display()))?;
    if text == expected {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(expected.as_str(), text);
    Err(format!("{} differs; BLESS=1 rewrites it\n{}", golden.display(), diff.unified_diff().context_radius(3)).into())
}
