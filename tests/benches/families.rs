//! What the crate `mapi` costs its users to check, whole and family by family, against the existing bindings.
//!
//! ```sh
//! rustup target add x86_64-pc-windows-gnu
//! cargo bench -p mapidl-tests --bench families
//! ```
//!
//! For x86_64-pc-windows-gnu, where the existing bindings (outlook-mapi-sys 0.7.5) build too. *Cold* is `cargo check`
//! of an empty crate that depends on the package, with all that it depends on; *warm* is the package alone, everything
//! else being checked already. Runs take turns; each figure is the median.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

const TARGET: &str = "x86_64-pc-windows-gnu";
const PEER: &str = "outlook-mapi-sys";
/// How often each is checked, unless the first argument says otherwise.
const RUNS: usize = 3;

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    if !arguments.iter().any(|argument| argument == "--bench") {
        println!("skipped: it takes minutes and needs the network; `cargo bench` runs it");
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

/// A package to check, by the name of the crate that depends on it.
struct Subject {
    name: String,
    package: &'static str,
    dependency: String,
}

fn measure(folder: &Path, runs: usize) -> io::Result<()> {
    let subjects = subjects()?;
    for subject in &subjects {
        write_crate(folder, subject)?;
    }
    let mut times: BTreeMap<&str, [Vec<Duration>; 2]> = BTreeMap::new();
    for _ in 0..runs {
        for subject in &subjects {
            let dir = folder.join(&subject.name);
            let [cold, warm] = times.entry(&subject.name).or_default();
            cargo(&dir, &["clean"])?;
            cold.push(cargo(&dir, &["check", "--target", TARGET])?);
            cargo(&dir, &["clean", "--target", TARGET, "--package", subject.package])?;
            warm.push(cargo(&dir, &["check", "--target", TARGET])?);
        }
    }
    println!("{:28}{:>10}{:>10}", "cargo check, median", "cold", "warm");
    for subject in &subjects {
        let [cold, warm] = times[subject.name.as_str()].each_ref().map(|times| median(times).as_secs_f64());
        println!("{:28}{cold:>8.2} s{warm:>8.2} s", subject.name);
    }
    Ok(())
}

/// The bindings, the whole of `mapi`, and each family with what it needs.
fn subjects() -> io::Result<Vec<Subject>> {
    let root = mapidl_tests::root();
    let mapi = |name: String, features: &str| {
        let path = root.join("generated");
        let dependency = format!("mapi = {{ path = {path:?}, default-features = false, features = [{features}] }}");
        Subject { name, package: "mapi", dependency }
    };
    let peer = Subject { name: PEER.into(), package: PEER, dependency: format!("{PEER} = \"=0.7.5\"") };
    let table = fs::read_to_string(root.join("generated/src/idl/features.toml"))?;
    let families = table.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let families = families.map(|name| mapi(format!("mapi-{name}"), &format!("{name:?}")));
    Ok([peer, mapi("mapi-full-mock".into(), "\"full\", \"mock\"")].into_iter().chain(families).collect())
}

fn write_crate(folder: &Path, subject: &Subject) -> io::Result<()> {
    let dir = folder.join(&subject.name);
    fs::create_dir_all(dir.join("src"))?;
    let (name, dependency) = (&subject.name, &subject.dependency);
    let manifest = format!(
        "[package]\nname = \"user-of-{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependency}\n\n\
         [workspace]\n"
    );
    fs::write(dir.join("Cargo.toml"), manifest)?;
    fs::write(dir.join("src/lib.rs"), "")?;
    cargo(&dir, &["fetch", "--target", TARGET]).map(|_| ())
}

fn median(times: &[Duration]) -> Duration {
    let mut times = times.to_vec();
    times.sort();
    times[times.len() / 2]
}

fn cargo(dir: &Path, arguments: &[&str]) -> io::Result<Duration> {
    let start = Instant::now();
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--quiet")
        .current_dir(dir)
        .env("CARGO_TARGET_DIR", dir.join("target"))
        .stdin(Stdio::null())
        .output()?;
    let time = start.elapsed();
    if output.status.success() {
        Ok(time)
    } else {
        Err(io::Error::other(format!("cargo {arguments:?} failed:\n{}", String::from_utf8_lossy(&output.stderr))))
    }
}
