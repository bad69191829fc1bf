//! Duty: what is said of files that were, would be or could not be written. Input: changes, failures. Output: text,
//! JSON lines, diagnostics.

use mapidl_codegen::diag::{Code, Diagnostic};
use mapidl_codegen::output::{Change, WriteError};
use serde_json::json;
use std::path::Path;

/// How a file differs from what would be written: a line and a diff, or a JSON object on a line.
pub(crate) fn difference(path: &Path, change: &Change, json: bool) -> String {
    let (state, diff) = match change {
        Change::Same => ("same", None),
        Change::New => ("missing", None),
        Change::Stale => ("stale", None),
        Change::Differs(diff) => ("differs", Some(diff)),
    };
    if json {
        return format!("{}\n", json!({ "file": path, "state": state, "diff": diff }));
    }
    let diff = diff.map(|diff| format!("{}\n", diff.trim_end())).unwrap_or_default();
    format!("{}: {state}\n{diff}", path.display())
}

/// Reports outputs that cannot be written.
pub(crate) fn cannot_write(error: &WriteError) -> Diagnostic {
    let message = error.to_string();
    match error {
        WriteError::Foreign(_) => Diagnostic::global(Code::NOT_GENERATED, message)
            .note("no file was changed")
            .help("choose another output folder, or say --force to replace what is there"),
        WriteError::System { replaced, .. } if replaced.is_empty() => {
            Diagnostic::global(Code::CANNOT_WRITE, message).note("no file was changed")
        }
        WriteError::System { replaced, .. } => {
            let replaced: Vec<_> = replaced.iter().map(|path| path.display().to_string()).collect();
            let note = format!("these were replaced before, each of them whole: {}", replaced.join(", "));
            Diagnostic::global(Code::CANNOT_WRITE, message).note(note)
        }
    }
}
