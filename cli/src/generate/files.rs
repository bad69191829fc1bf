//! Duty: the last step. Input: texts, a folder. Output: files, or how they differ, and a word on what was done.

use crate::changes::{cannot_write, difference};
use crate::console::{Console, Stop};
use crate::inputs::cannot_read;
use crate::summary::{Summary, counted};
use mapidl_codegen::output::{Change, Outputs, Replace};
use serde_json::json;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Instant;

/// Where outputs go.
pub(super) struct Target<'a> {
    pub(super) console: &'a Console,
    pub(super) dir: &'a Path,
    /// Whether generated files that nothing writes now are stale, rather than another run's.
    pub(super) is_owned: bool,
}

impl Target<'_> {
    /// Writes what differs, together with what belongs elsewhere.
    pub(super) fn write(
        &self,
        outputs: &Outputs,
        beside: (&Path, &Outputs),
        replace: Replace<'_>,
        report: (Summary, Instant),
    ) -> Result<(), Stop> {
        let written = match Outputs::write_all(&[beside, (self.dir, outputs)], replace) {
            Ok(written) => written.iter().filter(|path| path.starts_with(self.dir)).count(),
            Err(error) => return self.console.fail(cannot_write(&error)),
        };
        let (summary, start) = report;
        let stale = self.stale(outputs);
        for path in &stale {
            self.console.note(format_args!("stale: {} was generated once, and nothing writes it now", path.display()));
        }
        let (unchanged, milliseconds) = (outputs.len() - written, start.elapsed().as_secs_f64() * 1e3);
        if self.console.is_json() {
            let outputs = json!({
                "written": written, "unchanged": unchanged, "stale": stale, "milliseconds": milliseconds,
            });
            return self.console.print(&format!("{}\n", json!({ "summary": summary, "outputs": outputs })));
        }
        let (dir, written, contents) = (self.dir.display(), counted(written, "file"), summary.contents());
        self.console.print(&format!(
            "{dir}: {written} written, {unchanged} unchanged; from {contents}, in {milliseconds:.1} ms\n"
        ))
    }

    /// The files are written by now: a folder that cannot be listed is no reason to fail.
    fn stale(&self, outputs: &Outputs) -> Vec<PathBuf> {
        let changes = self.changes(outputs).unwrap_or_default().into_iter();
        changes.filter(|(_, change)| *change == Change::Stale).map(|(path, _)| path).collect()
    }

    /// Shows what differs, and fails if anything does.
    pub(super) fn compare(&self, outputs: &Outputs) -> Result<(), Stop> {
        let changes = match self.changes(outputs) {
            Ok(changes) => changes,
            Err(error) => return self.console.fail(cannot_read(&self.dir.to_string_lossy(), &error)),
        };
        let (total, json) = (counted(changes.len(), "file"), self.console.is_json());
        let changes: Vec<_> = changes.into_iter().filter(|(_, change)| *change != Change::Same).collect();
        let mut text: String = changes.iter().map(|(path, change)| difference(path, change, json)).collect();
        if !json {
            let dir = self.dir.display();
            text.push_str(&match changes.len() {
                0 => format!("{dir}: {total} up to date\n"),
                count => format!("{dir}: {count} of {total} not up to date\n"),
            });
        }
        self.console.print(&text)?;
        if changes.is_empty() { Ok(()) } else { Err(Stop::Failed) }
    }

    fn changes(&self, outputs: &Outputs) -> io::Result<Vec<(PathBuf, Change)>> {
        let mut changes = outputs.compare(self.dir)?;
        changes.retain(|(_, change)| self.is_owned || *change != Change::Stale);
        Ok(changes)
    }
}
