//! The Rust that is written for the corpus, compiled.

use super::corpus::{Corpus, FOLDER};
use mapidl_codegen::driver::{Compilation, Options, compile};
use mapidl_codegen::output::Layout;
use mapidl_codegen::plan::{self, Mocks};
use mapidl_tests::root;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files whose mocks are compiled too: dual interfaces, callbacks, records of many shapes.
pub(crate) const MOCKED: &[&str] = &["d3d11.idl", "mmdeviceapi.idl", "msxml2.idl", "strmif.idl", "taskschd.idl"];

/// The files whose Rust does not compile, each with its first error; the others are known to compile.
///
/// What does not compile may hide mistakes of the rest, so the rest is compiled once more without it.
pub(crate) fn broken(corpus: &Corpus) -> BTreeMap<String, String> {
    let mut roots: Vec<String> = corpus.accepted().map(|(_, name)| name.to_owned()).collect();
    let mut broken = BTreeMap::new();
    loop {
        let found = check(&compile_for(&roots, Mocks::None), "plain");
        if found.is_empty() {
            return broken;
        }
        let before = roots.len();
        for (file, why) in found {
            for root in corpus.dependants(&file, &roots) {
                broken.entry(root).or_insert_with(|| why.clone());
            }
        }
        roots.retain(|root| !broken.contains_key(root));
        assert!(roots.len() < before, "nobody is to blame: {broken:?}");
    }
}

/// Compiles files as cargo does it for a user.
pub(crate) fn compile_for(roots: &[String], mocks: Mocks) -> Compilation {
    let plan = plan::Options { mocks, ..plan::Options::default() };
    compile(roots, &Options { include: vec![FOLDER.into()], plan, ..Options::default() })
}

/// Has rustc check what is written for a run; the first error of each file of IDL.
pub(crate) fn check(compilation: &Compilation, name: &str) -> BTreeMap<String, String> {
    assert!(compilation.is_ok(), "{}", compilation.render());
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine").join(name);
    write_crate(compilation, &dir);
    let mut command = Command::new(env!("CARGO"));
    command.args(["check", "--offline", "--message-format", "json", "--target-dir", "target"]).current_dir(&dir);
    let output = command.output().expect("cargo runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let plan = compilation.plan();
    let sources: BTreeMap<&str, &str> =
        plan.modules.iter().map(|module| (module.name.trim_start_matches("r#"), module.source.as_str())).collect();
    let mut errors = BTreeMap::new();
    for (module, why) in text.lines().filter_map(error) {
        let file = sources.get(&*module).unwrap_or_else(|| panic!("{module}: {why}"));
        errors.entry((*file).to_owned()).or_insert(why);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.success(), errors.is_empty(), "{said}");
    errors
}

fn write_crate(compilation: &Compilation, dir: &Path) {
    let outputs = compilation.rust(&Layout::Tree);
    let runtime = root().join("runtime");
    let manifest = format!(
        "[package]\nname = \"corpus\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         mapidl = {{ path = {runtime:?}, features = [\"mock\"] }}\n\n[profile.dev]\ndebug = 0\n\n[workspace]\n"
    );
    let src = dir.join("src");
    let _ = std::fs::remove_dir_all(&src);
    std::fs::create_dir_all(&src).expect("a folder");
    std::fs::write(dir.join("Cargo.toml"), manifest).expect("a manifest");
    std::fs::copy(root().join("Cargo.lock"), dir.join("Cargo.lock")).expect("the versions");
    std::fs::write(src.join("lib.rs"), "#![allow(warnings)]\npub mod com;\n").expect("a library");
    outputs.write(&src.join("com")).expect("the tree");
}

/// The module and the text of an error among cargo's messages.
fn error(line: &str) -> Option<(String, String)> {
    let message: serde_json::Value = serde_json::from_str(line).ok()?;
    let message = &message["message"];
    if message["level"] != "error" {
        return None;
    }
    let span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
    let module = PathBuf::from(span["file_name"].as_str()?).file_stem()?.to_string_lossy().into_owned();
    let code = message["code"]["code"].as_str().unwrap_or("error");
    Some((module, format!("{code}: {}", message["message"].as_str()?)))
}

/// The mocks of a sample, compiled.
pub(crate) fn broken_mocks(corpus: &Corpus) -> BTreeMap<String, String> {
    let accepted: BTreeSet<&str> = corpus.accepted().map(|(_, name)| name).collect();
    let roots: Vec<String> = MOCKED.iter().filter(|name| accepted.contains(*name)).map(|&name| name.to_owned()).collect();
    check(&compile_for(&roots, Mocks::Always), "mocked")
}
