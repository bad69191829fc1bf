//! What the tests of mapidl share.

pub mod known;

use mapidl_codegen::driver::{Compilation, Options, bundled, compile, compile_with};
use mapidl_codegen::model::{Interface, Model};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The files of `idl/` in the order of their names.
///
/// # Panics
/// Where the folder cannot be read.
#[must_use]
pub fn idl_files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("idl")).expect("the folder idl");
    let mut files: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "idl"));
    files.sort();
    files
}

/// The bundled files whose Rust the runtime crate has.
#[must_use]
pub fn runtime_files() -> Vec<String> {
    bundled().names().filter(|name| name.ends_with("core.idl")).map(str::to_owned).collect()
}

/// All bundled files, compiled.
///
/// # Panics
/// With the diagnostics, if there are any.
#[must_use]
pub fn bundled_files() -> Compilation {
    let loader = bundled();
    let names: Vec<String> = loader.names().map(str::to_owned).collect();
    let compilation = compile_with(&names, &loader, &Options::default());
    assert!(compilation.diagnostics.is_empty(), "{}", compilation.render());
    compilation
}

/// All of `idl/`, compiled.
///
/// # Panics
/// With the diagnostics, if there are errors.
#[must_use]
pub fn mapi() -> Compilation {
    let names: Vec<String> = idl_files().iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let compilation = compile(&names, &Options::default());
    assert!(compilation.is_ok(), "{}", compilation.render());
    compilation
}

/// An interface, for tests that spoil it and look whether a judge sees that.
///
/// # Panics
/// Where it is not declared.
pub fn interface_mut<'m>(model: &'m mut Model, name: &str) -> &'m mut Interface {
    let found = model.interfaces.iter().find(|(_, i)| i.head.name == name && !i.declared_only);
    let id = found.unwrap_or_else(|| panic!("{name} is not declared")).0;
    &mut model.interfaces[id]
}

/// Runs a judge that must find nothing wrong; what it printed.
///
/// # Panics
/// With what it printed, if it fails.
pub fn run(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?} failed:\n{text}");
    text
}

/// Whether goldens are to be rewritten: `BLESS=1`.
#[must_use]
pub fn bless() -> bool {
    std::env::var_os("BLESS").is_some_and(|v| v == "1")
}

/// The path of an outside judge, or a printed reason why the test skips.
///
/// # Panics
/// Where `MAPIDL_REQUIRE_JUDGES` is set, as in continuous integration: there a missing judge is a failure.
#[must_use]
pub fn judge(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|dir| programs.iter().map(move |program| dir.join(program)))
        .find(|candidate| candidate.is_file());
    if found.is_none() {
        assert!(
            std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(),
            "none of {programs:?} is installed, and this run requires it"
        );
        println!("skipped: none of {programs:?} is installed");
    }
    found
}

/// The README's examples run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
