//! The crates that `generate --crate` writes, as cargo sees them: without a warning, and for whoever imports all of them.

use crate::folder::Folder;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// The repository's root.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// What cargo says of a workspace of these crates, with every feature of theirs.
fn check(folder: &Folder, members: &[&str]) {
    fs::write(folder.path("Cargo.toml"), format!("[workspace]\nresolver = \"3\"\nmembers = {members:?}\n")).unwrap();
    // The versions that this machine has.
    fs::copy(root().join("Cargo.lock"), folder.path("Cargo.lock")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["check", "--quiet", "--offline", "--workspace", "--all-targets", "--all-features"]);
    cargo.current_dir(folder.path("")).env("RUSTFLAGS", "-Dwarnings");
    cargo.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("crates"));
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// A test of a user's, which imports everything.
const WHOLE: &str = "
use greeter::*;

#[test]
fn names_mean_one_thing() {
    assert_eq!(greeter::GREET_E_HOARSE, GREET_E_HOARSE);
    let _: Option<&IGreeter> = None;
}
";

#[test]
fn they_have_no_warnings_and_may_be_imported_whole() {
    let runtime = root().join("runtime");
    let folder = Folder::with_greeter()
        .file("nothing.idl", "// Nothing is declared here.\n")
        .file("greeter/tests/whole.rs", WHOLE);
    for name in ["greeter", "nothing"] {
        let mut command =
            folder.command(&format!("generate {name}.idl --crate -o {name} --mock-feature mock --runtime"));
        assert!(command.arg(&runtime).status().expect("it runs").success(), "{name}");
    }
    check(&folder, &["greeter", "nothing"]);
}
