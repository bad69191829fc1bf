//! The same calls in C++: caller and object as people write them, compiled by g++ -O2 when the bench starts.

use libloading::{Library, Symbol};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Compiles the C++ side, and tells this process and its children where it is; `None`, with a printed reason, where
/// there is no g++.
pub(crate) fn build() -> Result<Option<PathBuf>, String> {
    let Some(compiler) = mapidl_tests::judge(&["g++"]) else { return Ok(None) };
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("bench/cpp");
    let library = library();
    let output = Command::new(&compiler)
        .args(["-O2", "-std=c++17", "-shared", "-fPIC", "-Wall", "-Wextra", "-Werror", "-o"])
        .arg(&library)
        .args(["objects.cpp", "callers.cpp"])
        .current_dir(sources)
        .output()
        .map_err(|error| format!("{} does not start: {error}", compiler.display()))?;
    if output.status.success() { Ok(Some(library)) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) }
}

/// Where the library is: parent and children agree on it without a word.
fn library() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("libcallers.so")
}

fn run(scenario: &str, calls: u32) {
    // SAFETY: the library is ours, has no initialisers, and each scenario is a function of one number.
    unsafe {
        let library = Library::new(library()).expect("the library was built");
        let function: Symbol<'_, unsafe extern "C" fn(u32)> =
            library.get(scenario.as_bytes()).expect("the scenario is in callers.cpp");
        function(calls);
    }
}

pub(crate) fn nothing(calls: u32) {
    run("nothing", calls);
}

pub(crate) fn seek(calls: u32) {
    run("seek", calls);
}

pub(crate) fn progress(calls: u32) {
    run("progress", calls);
}

pub(crate) fn progress_text(calls: u32) {
    run("progress_text", calls);
}

pub(crate) fn add_ref(calls: u32) {
    run("add_ref", calls);
}

pub(crate) fn hit(calls: u32) {
    run("hit", calls);
}

pub(crate) fn miss(calls: u32) {
    run("miss", calls);
}
