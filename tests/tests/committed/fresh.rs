//! Committed output is what today's compiler writes. `BLESS=1` rewrites it.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile, compile_with};
use mapidl_codegen::output::{Change, Layout, Replace};
use mapidl_codegen::plan::Mocks;
use mapidl_tests::{bless, root, runtime_files};
use std::fs;
use std::path::Path;

#[test]
fn the_crate_mapi() {
    fresh(&mapi(), &root().join("generated/src/idl"));
}

/// The manifest has the features that the generated code wants, after the line that ends with a colon.
#[test]
fn the_features_of_the_crate_mapi() {
    let path = root().join("generated/Cargo.toml");
    let manifest = fs::read_to_string(&path).expect("the manifest");
    let outputs = mapi().rust(&Layout::Tree);
    let wanted = outputs.get("features.toml").expect("the features");
    let wanted = wanted.split_once("[features]\n").expect("a table").1;
    let (head, rest) = manifest.split_once("features.toml:\n").expect("the place for features");
    let (features, tail) = rest.split_once("\n\n").expect("an empty line after the features");
    if bless() {
        let text = format!("{head}features.toml:\n{wanted}\n{}", tail.trim_start());
        fs::write(&path, text).expect("the manifest can be written");
    } else {
        assert_eq!(format!("{features}\n"), wanted, "BLESS=1 rewrites them");
    }
}

#[test]
fn the_runtimes_base_types() {
    let mut options = Options::default();
    options.plan.own_bundled = true;
    options.plan.mocks = Mocks::Feature("mock".to_owned());
    let loader = bundled();
    fresh(&compile_with(&runtime_files(), &loader, &options), &root().join("runtime/src/com"));
}

#[test]
fn the_order_of_inputs_does_not_matter() {
    let mut files = mapi_files();
    let forwards = compile(&files, &Options::default()).rust(&Layout::Tree);
    files.reverse();
    let backwards = compile(&files, &Options::default()).rust(&Layout::Tree);
    for (name, text) in forwards.iter().filter(|(name, _)| *name != "mod.rs" && *name != "mock/mod.rs") {
        assert_eq!(backwards.get(name), Some(text), "{name}");
    }
    assert_eq!(forwards.len(), backwards.len());
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = compile(&mapi_files(), &Options::default()).rust(&Layout::Tree);
    let twice = compile(&mapi_files(), &Options::default()).rust(&Layout::Tree);
    assert_eq!(once, twice);
}

/// What the command in `.ci/run` compiles.
fn mapi() -> Compilation {
    let mut options = Options::default();
    options.plan.mocks = Mocks::Feature("mock".to_owned());
    options.plan.features = true;
    compile(&mapi_files(), &options)
}

fn mapi_files() -> Vec<String> {
    let entries = fs::read_dir(root().join("idl")).expect("the folder idl");
    let mut files: Vec<String> = entries
        .flatten()
        .filter(|e| e.path().extension().is_some_and(|e| e == "idl"))
        .map(|e| e.path().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert!(files.len() >= 5, "MAPI's IDL is missing");
    files
}

fn fresh(compilation: &Compilation, dir: &Path) {
    assert!(compilation.diagnostics.is_empty(), "{}", compilation.render());
    let outputs = compilation.rust(&Layout::Tree);
    if bless() {
        outputs.write(dir, Replace::Generated).expect("the output folder can be written");
    }
    for (path, change) in outputs.compare(dir).expect("the output folder can be read") {
        match change {
            Change::Same => {}
            Change::New => panic!("{} is missing; BLESS=1 writes it", path.display()),
            Change::Stale => panic!("{} is written by nothing any more", path.display()),
            Change::Differs(diff) => panic!("{} is out of date; BLESS=1 rewrites it\n{diff}", path.display()),
        }
    }
}
