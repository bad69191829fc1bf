//! Duty: what turns a module tree into a crate. Input: the crate's folder, and where the run time is. Output: a manifest
//! and a `lib.rs`, where there are none yet: both belong to the user from then on.

use crate::console::Stop;
use mapidl_codegen::output::Outputs;
use std::fs;
use std::path::{Path, PathBuf};

/// The feature that switches mocks on, unless another one is named.
pub(super) const MOCK: &str = "mock";

const LIB: &str = "\
//! Interfaces that mapidl wrote. Their folder, `idl`, belongs to mapidl; this file is yours.

#[rustfmt::skip]
mod idl;

pub use idl::*;
";

/// The folder of the module tree in a crate.
pub(super) fn tree(dir: &Path) -> PathBuf {
    dir.join("src").join("idl")
}

/// What the crate lacks.
pub(super) fn lacking(dir: &Path, runtime: Option<&Path>, mocks: Option<&str>) -> Result<Outputs, Stop> {
    let name = name(dir)?;
    let files = [("Cargo.toml", manifest(&name, runtime, mocks)), ("src/lib.rs", LIB.to_owned())];
    let missing = files.into_iter().filter(|(file, _)| fs::symlink_metadata(dir.join(file)).is_err());
    Ok(Outputs::from_iter(missing.map(|(file, text)| (file.to_owned(), text))))
}

/// The crate is named after its folder.
fn name(dir: &Path) -> Result<String, Stop> {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    if begins && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
        Ok(name)
    } else {
        Err(Stop::Usage(format!("a crate is named after its folder, and cannot be named `{name}`")))
    }
}

fn manifest(name: &str, runtime: Option<&Path>, mocks: Option<&str>) -> String {
    let version = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    let dependency = match runtime {
        Some(path) => format!("{{ path = {:?} }}", std::path::absolute(path).unwrap_or_else(|_| path.to_owned())),
        None => format!("\"{version}\""),
    };
    let features = mocks.map_or_else(String::new, |feature| {
        format!("[features]\n# Mocks of the interfaces, for tests.\n{feature} = [\"mapidl/mock\"]\n\n")
    });
    format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{features}[dependencies]\nmapidl = {dependency}\n"
    )
}
