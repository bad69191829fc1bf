//! Duty: the files of a package, by the modules that they hold.
//! Input: a folder of sources. Output: what is written by hand in it.

use mapidl_tests::root;
use proc_macro2::TokenStream;
use std::fs;
use std::path::Path;

/// A package's sources.
pub(crate) struct Package {
    pub(crate) folder: &'static str,
    pub(crate) files: Vec<File>,
}

/// One of them.
pub(crate) struct File {
    /// From the root of the repository.
    pub(crate) path: String,
    /// The names that lead to it from the crate's root.
    pub(crate) module: Vec<String>,
    pub(crate) text: String,
    pub(crate) tokens: TokenStream,
}

impl Package {
    pub(crate) fn read(folder: &'static str) -> Self {
        let mut files = Vec::new();
        walk(&root().join(folder), &mut files);
        assert!(!files.is_empty(), "{folder}: no files");
        files.sort_by(|one, other| one.path.cmp(&other.path));
        Self { folder, files }
    }

    /// The file of a module.
    pub(crate) fn file(&self, module: &[String]) -> Option<usize> {
        self.files.iter().position(|file| file.module == module)
    }
}

fn walk(folder: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            walk(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.extend(read(&path));
        }
    }
}

fn read(path: &Path) -> Option<File> {
    let text = fs::read_to_string(path).expect("the file can be read");
    let path = path.strip_prefix(root()).expect("in the repository").to_string_lossy().replace('\\', "/");
    let is_generated = text.lines().take(3).any(|line| line.contains("@generated"));
    if is_generated || path.ends_with("/tests.rs") {
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
    Some(File { path, module, text, tokens })
}
