//! The files whose items stand in another crate or module, found however their paths are spelt.

use super::graph::Files;
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::Loader;

/// The same pairs with the names that the run has for the files. A path that leads to none of them is an error: its items
/// would be written once more, and be other types than those it was to share.
pub(super) fn named(
    pairs: &[(String, String)],
    files: &Files,
    loader: &dyn Loader,
    sink: &mut Sink,
) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for (path, module) in pairs {
        match name(path, files, loader) {
            Some(name) => found.push((name, module.clone())),
            None => sink.push(unused(path)),
        }
    }
    found
}

/// What the run calls a file: it may be spelt as the run does, or in any way that leads to the same file.
fn name(path: &str, files: &Files, loader: &dyn Loader) -> Option<String> {
    if files.parsed.iter().any(|file| file.name == path) {
        return Some(path.to_owned());
    }
    files.names.get(&loader.load(None, path).ok()?.key).cloned()
}

fn unused(path: &str) -> Diagnostic {
    let message = format!("`extern_file` names `{path}`, which is no file of this run");
    Diagnostic::global(Code::UNUSED_OPTION, message)
        .note("paths are relative to the package's folder, or to the include folder that holds the file")
        .help("name a file that is imported, or leave it out")
}
