//! What generated code costs its users to compile: fifty interfaces of twelve methods each with their mocks, against
//! the same fifty traits with mockall's.
//!
//! ```sh
//! cargo bench -p mapidl-tests --bench compile_time
//! ```
//!
//! Both are packages of one scratch workspace whose dependencies are built before the clock starts. Each figure is the
//! median of several runs of the whole command; the runs of the two packages take turns, so that a busy machine is as
//! unkind to the one as to the other. What mapidl writes is to take 3 s to check and 5 s to build.

#[path = "../bench/fifty.rs"]
mod fifty;

use mapidl_codegen::driver::{Options, bundled, compile_with};
use mapidl_codegen::output::Layout;
use mapidl_codegen::source::{ChainLoader, MemoryLoader};
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

/// The packages: what mapidl writes, and the same for mockall.
const PACKAGES: [&str; 2] = ["with-mapidl", "with-mockall"];

/// How often each command is run, unless the first argument says otherwise.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("skipped: it takes minutes; `cargo bench` runs it");
        return ExitCode::SUCCESS;
    }
    let runs = arguments.iter().find_map(|argument| argument.parse().ok()).unwrap_or(RUNS);
    match tempfile::tempdir().and_then(|folder| measure(folder.path(), runs)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path, runs: usize) -> io::Result<()> {
    write_workspace(folder)?;
    for command in ["check", "build"] {
        cargo(folder, &[command, "--workspace"])?;
    }
    let (generated, traits) = (generate(), fifty::mockall());
    println!("lines of Rust: {} written by mapidl, {} for mockall", generated.lines().count(), traits.lines().count());
    for (package, text) in PACKAGES.iter().zip([&generated, &traits]) {
        fs::write(folder.join(package).join("src/lib.rs"), text)?;
    }
    println!("{:16}{:>14}{:>14}{:>8}", "median", PACKAGES[0], PACKAGES[1], "ratio");
    for command in ["check", "build"] {
        let [ours, theirs] = medians(folder, command, runs)?;
        let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
        println!("cargo {command:10}{:>12.2} s{:>12.2} s{ratio:>8.1}", ours.as_secs_f64(), theirs.as_secs_f64());
    }
    Ok(())
}

/// Two packages with empty libraries, and the versions of the repository.
fn write_workspace(folder: &Path) -> io::Result<()> {
    let root = mapidl_tests::root();
    let members = format!("[workspace]\nresolver = \"3\"\nmembers = {PACKAGES:?}\n");
    fs::write(folder.join("Cargo.toml"), members)?;
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let runtime = root.join("runtime");
    let mapidl = format!("mapidl = {{ path = {runtime:?}, default-features = false, features = [\"mock\"] }}\n");
    for (package, more) in PACKAGES.iter().zip(["", "mockall = \"0.15\"\n"]) {
        fs::create_dir_all(folder.join(package).join("src"))?;
        let manifest = format!(
            "[package]\nname = \"{package}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{mapidl}{more}"
        );
        fs::write(folder.join(package).join("Cargo.toml"), manifest)?;
        fs::write(folder.join(package).join("src/lib.rs"), "")?;
    }
    Ok(())
}

/// The Rust that mapidl writes, in one file.
fn generate() -> String {
    let (texts, bundled) = (MemoryLoader::new("bench").with("fifty.idl", fifty::idl()), bundled());
    let loader = ChainLoader::new(vec![&texts, &bundled]);
    let compilation = compile_with(&["fifty.idl".to_owned()], &loader, &Options::default());
    assert!(compilation.is_ok(), "{}", compilation.render());
    let outputs = compilation.rust(&Layout::Single("lib.rs".to_owned()));
    outputs.iter().map(|(_, text)| text).collect()
}

/// The median times of a command for the two packages.
fn medians(folder: &Path, command: &str, runs: usize) -> io::Result<[Duration; 2]> {
    let mut times = [Vec::new(), Vec::new()];
    for _ in 0..runs {
        for (package, times) in PACKAGES.iter().zip(&mut times) {
            cargo(folder, &["clean", "--package", package])?;
            times.push(cargo(folder, &[command, "--package", package])?);
        }
    }
    Ok(times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    }))
}

/// Runs cargo in the scratch workspace.
fn cargo(folder: &Path, arguments: &[&str]) -> io::Result<Duration> {
    let start = Instant::now();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--quiet"])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .stdin(Stdio::null())
        .output()?;
    let time = start.elapsed();
    if output.status.success() {
        Ok(time)
    } else {
        Err(io::Error::other(format!("cargo {arguments:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
    }
}
