//! The corpora: each file is a test of its own. `BLESS=1` rewrites the goldens.
//!
//! - `corpus/plan/NAME.idl` + `NAME.plan`: why the Rust looks as it does.
//! - `corpus/emit/NAME.idl` + `NAME.rs`: what is written. The same files are compiled by `tests/emitted.rs`.

use libtest_mimic::{Arguments, Failed, Trial};
use mapidl_codegen::driver::{Compilation, Options, compile};
use mapidl_codegen::output::Layout;
use mapidl_tests::{bless, root};
use std::fs;
use std::path::{Path, PathBuf};

fn main() {
    let args = Arguments::from_args();
    let mut trials = Vec::new();
    trials.extend(corpus("plan", "plan", |c| {
        serde_json::to_string_pretty(&c.plan()).map(|text| text + "\n").map_err(|e| e.to_string().into())
    }));
    trials.extend(corpus("emit", "rs", |c| {
        let outputs = c.rust(&Layout::Single("out.rs".into()));
        outputs.get("out.rs").map(str::to_owned).ok_or_else(|| "nothing was written".into())
    }));
    libtest_mimic::run(&args, trials).exit();
}

/// One test per `corpus/KIND/NAME.idl`, which compares what `make` gives with `NAME.EXTENSION`.
fn corpus(
    kind: &'static str,
    extension: &'static str,
    make: impl Fn(&Compilation) -> Result<String, Failed> + Copy + Send + Sync + 'static,
) -> Vec<Trial> {
    let dir = root().join("tests/corpus").join(kind);
    let mut files: Vec<PathBuf> =
        fs::read_dir(&dir).map(|entries| entries.flatten().map(|e| e.path()).collect()).unwrap_or_default();
    files.retain(|path| path.extension().is_some_and(|e| e == "idl"));
    files.sort();
    assert!(!files.is_empty(), "{} holds no IDL", dir.display());
    let trial = move |path: PathBuf| {
        let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Trial::test(format!("{kind}::{name}"), move || check(&path, &path.with_extension(extension), make))
    };
    files.into_iter().map(trial).collect()
}

fn check(input: &Path, golden: &Path, make: impl Fn(&Compilation) -> Result<String, Failed>) -> Result<(), Failed> {
    let include = vec![root().join("idl")];
    let compilation = compile(&[input.to_string_lossy().into_owned()], &Options { include, ..Options::default() });
    if !compilation.is_ok() {
        return Err(compilation.render().into());
    }
    let text = make(&compilation)?;
    if bless() {
        return fs::write(golden, text).map_err(|e| e.to_string().into());
    }
    let expected = fs::read_to_string(golden).map_err(|e| format!("{}: {e}; BLESS=1 writes it", golden.display()))?;
    if text == expected {
        return Ok(());
    }
    let diff = similar::TextDiff::from_lines(&expected, &text);
    Err(format!("{} differs; BLESS=1 rewrites it\n{}", golden.display(), diff.unified_diff().context_radius(3)).into())
}
