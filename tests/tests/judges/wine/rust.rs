//! The Rust of a run, as a crate that rustc judges.

use mapidl_codegen::driver::Compilation;
use mapidl_codegen::output::{Layout, Replace};
use mapidl_tests::root;
use std::path::Path;
use std::process::Command;

/// Writes a crate of this name and has rustc check it.
///
/// The folder stays from run to run, so that neither the dependencies nor an unchanged crate are checked again.
///
/// # Panics
/// With the errors, unless it compiles.
pub(crate) fn assert_compiles(compilation: &Compilation, name: &str) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wine");
    let dir = folder.join(name);
    write(compilation, name, &dir);
    let mut command = Command::new(env!("CARGO"));
    command.args(["check", "--offline", "--quiet", "--message-format", "short"]);
    command.current_dir(&dir).env("CARGO_TARGET_DIR", folder.join("target"));
    let output = command.output().expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
}

fn write(compilation: &Compilation, name: &str, dir: &Path) {
    let source = dir.join("src");
    std::fs::create_dir_all(&source).expect("a folder");
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         mapidl = {{ path = {:?}, default-features = false, features = [\"mock\"] }}\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[workspace]\n",
        root().join("runtime")
    );
    put(&dir.join("Cargo.toml"), &manifest);
    put(&dir.join("Cargo.lock"), &std::fs::read_to_string(root().join("Cargo.lock")).expect("the versions"));
    put(&source.join("lib.rs"), "#![allow(warnings)]\npub mod com;\n");
    compilation.rust(&Layout::Tree).write(&source.join("com"), Replace::Generated).expect("the tree");
}

/// Writes a file that is not as it should be; the others keep their times, by which cargo knows what changed.
fn put(path: &Path, text: &str) {
    if std::fs::read_to_string(path).ok().as_deref() != Some(text) {
        std::fs::write(path, text).expect("a file");
    }
}
