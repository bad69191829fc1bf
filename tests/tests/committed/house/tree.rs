//! Duty: the files of a package, by the modules that they hold.
//! Input: a folder of sources. Output: what is written by hand in it.

use mapidl_tests::root;
use proc_macro2::TokenStream;
use std::fs;
use std::path::Path;

/// A package's sources.
pub(crate) struct Package {
    pub(crate) files: Vec<File>,
}

/// One of them.
pub(crate) struct File {
    /// From the root of the repository.
    pub(crate) path: String,
    /// The names that lead to it from the crate's root.
    pub(crate) module: Vec<String>,
    pub(crate) tokens: TokenStream,
}

impl Package {
    pub(crate) fn read(folder: &'static str) -> Self {
        let mut files = Vec::new();
        walk(&root().join(folder), &mut |path| files.extend(read(path)));
        assert!(!files.is_empty(), "{folder}: no files");
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Self { files }
    }

    /// The file of a module.
    pub(crate) fn file(&self, module: &[String]) -> Option<usize> {
        self.files.iter().position(|file| file.module == module)
    }
}

/// All Rust that is written by hand, wherever in the repository: paths and texts, in order.
pub(crate) fn by_hand() -> Vec<(String, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(root()).expect("the repository can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() && !is_left_out(&path) {
            walk(&path, &mut |path| all.extend(text(path)));
        }
    }
    assert!(all.iter().any(|(path, _)| path == "tests/tests/committed/house/tree.rs"), "tests are looked at too");
    all.sort();
    all
}

/// Whether a folder holds what was built, or what is hidden.
fn is_left_out(folder: &Path) -> bool {
    folder.file_name().is_none_or(|name| name == "target" || name.to_string_lossy().starts_with('.'))
}

fn walk(folder: &Path, each: &mut dyn FnMut(&Path)) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            if !is_left_out(&path) {
                walk(&path, each);
            }
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            each(&path);
        }
    }
}

/// The path and the text of a file that is written by hand.
fn text(path: &Path) -> Option<(String, String)> {
    let text = fs::read_to_string(path).expect("the file can be read");
    let path = path.strip_prefix(root()).expect("in the repository").to_string_lossy().replace('\\', "/");
    // The table of methods is written by a test.
    let says = |line: &str| line.contains("@generated") || line.contains("`BLESS=1` rewrites it");
    let is_generated = text.lines().take(3).any(says);
    (!is_generated).then_some((path, text))
}

fn read(path: &Path) -> Option<File> {
    let (path, text) = text(path)?;
    if path.ends_with("/tests.rs") {
        return None;
    }
    let (_, inside) = path.split_once("/src/").expect("sources");
    let inside = inside.trim_end_matches(".rs");
    let inside = inside.strip_suffix("/mod").unwrap_or(inside);
    let module = match inside {
        "lib" | "main" => Vec::new(),
        _ => inside.split('/').map(str::to_owned).collect(),
    };
    let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}"));
    Some(File { path, module, tokens })
}
