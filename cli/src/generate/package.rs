//! Duty: what turns a module tree into a crate. Input: the crate's folder, and where the run time is. Output: a manifest
//! and a `lib.rs`, where there are none yet: both belong to the user from then on.

use crate::console::Stop;
use mapidl_codegen::names;
use mapidl_codegen::output::Outputs;
use std::fs;
use std::path::{Path, PathBuf};

/// The feature that switches mocks on, unless another one is named.
pub(super) const MOCK: &str = "mock";

/// The crates that every program, or every crate of interfaces, has already.
const OTHERS: [&str; 7] = ["_", "alloc", "core", "mapidl", "proc_macro", "std", "test"];

const LIB: &str = "\
//! Interfaces that mapidl wrote. Their folder, `idl`, belongs to mapidl; this file is yours.

#[rustfmt::skip]
mod idl;

#[allow(unused_imports)]
pub use idl::*;
";

/// The folder of the module tree in a crate.
pub(super) fn tree(dir: &Path) -> PathBuf {
    dir.join("src").join("idl")
}

/// What the crate lacks, whose module tree is this one.
pub(super) fn lacking(
    dir: &Path,
    tree: &Outputs,
    runtime: Option<&Path>,
    mocks: Option<&str>,
) -> Result<Outputs, Stop> {
    let is_missing = |file: &str| fs::symlink_metadata(dir.join(file)).is_err();
    let mut missing = Outputs::default();
    // A crate that has a manifest has its name from there.
    let name = if is_missing("Cargo.toml") { Some(name(dir)?) } else { None };
    if let Some(name) = &name {
        missing.insert("Cargo.toml".to_owned(), manifest(name, runtime, mocks)?);
    }
    if is_missing("src/lib.rs") {
        missing.insert("src/lib.rs".to_owned(), lib(name.as_deref().unwrap_or_default(), tree));
    }
    Ok(missing)
}

/// The root of a crate. Where a module has the name of the crate, `use greeter::*` would bring a second `greeter`.
fn lib(name: &str, tree: &Outputs) -> String {
    let name = name.replace('-', "_");
    let hidden = format!(
        "\n// Whoever imports everything of this crate means the crate by its name, and not the module.\n\
         #[allow(unused_imports, hidden_glob_reexports)]\nuse crate as {name};\n"
    );
    LIB.to_owned() + if tree.get(&format!("{name}.rs")).is_some() { &hidden } else { "" }
}

/// The crate is named after its folder.
fn name(dir: &Path) -> Result<String, Stop> {
    let absolute = std::path::absolute(dir).unwrap_or_else(|_| dir.to_owned());
    let name = absolute.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let begins = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let is_free = names::escape(&name) == name && !OTHERS.contains(&name.as_str());
    if begins && is_free && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
        Ok(name)
    } else {
        Err(Stop::Usage(format!("a crate is named after its folder, and cannot be named `{name}`")))
    }
}

fn manifest(name: &str, runtime: Option<&Path>, mocks: Option<&str>) -> Result<String, Stop> {
    let version = concat!(env!("CARGO_PKG_VERSION_MAJOR"), ".", env!("CARGO_PKG_VERSION_MINOR"));
    let dependency = match runtime {
        Some(path) => {
            let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
            let Some(path) = path.to_str() else {
                return Err(Stop::Usage(format!("a manifest holds UTF-8, and `{}` is none", path.display())));
            };
            format!("{{ path = {} }}", quoted(path))
        }
        None => format!("\"{version}\""),
    };
    let features = mocks.map_or_else(String::new, |feature| {
        format!("[features]\n# Mocks of the interfaces, for tests.\n{} = [\"mapidl/mock\"]\n\n", key(feature))
    });
    Ok(format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n{features}[dependencies]\nmapidl = {dependency}\n"
    ))
}

/// A key of TOML.
fn key(name: &str) -> String {
    let is_bare = name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if is_bare { name.to_owned() } else { quoted(name) }
}

/// A string of TOML.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_toml_end_where_they_should() {
        assert_eq!(quoted("a\"b\\c\nd\u{85}'ä"), r#""a\"b\\c\u000ad\u0085'ä""#);
        assert_eq!((key("mock-1"), key("a.b")), ("mock-1".to_owned(), "\"a.b\"".to_owned()));
    }
}
