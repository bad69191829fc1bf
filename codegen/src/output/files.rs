//! Files on their way to disk.

use super::disk::{self, Replace, WriteError};
use super::stage;
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Texts by path, relative to an output folder, with `/`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Outputs(BTreeMap<String, String>);

/// What writing an output would do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// Nothing: the file has these bytes.
    Same,
    /// The file does not exist.
    New,
    /// The file has other bytes; a unified diff.
    Differs(String),
    /// The file can be there only from an earlier run: nothing writes it now.
    Stale,
}

impl FromIterator<(String, String)> for Outputs {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(iter: I) -> Self {
        Self(iter.into_iter().collect())
    }
}

impl Outputs {
    /// Adds a file.
    pub fn insert(&mut self, path: String, text: String) {
        self.0.insert(path, text);
    }

    /// The files in order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(String::as_str)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes the files that differ from what is on disk, and says which.
    ///
    /// All texts are first written beside their targets; only when that has worked for all of them are they renamed, one
    /// after the other. Symbolic links are written through; files keep their rights.
    ///
    /// # Errors
    /// When a file stands in the way that must not be replaced; when a folder or file cannot be made, written or renamed.
    pub fn write(&self, dir: &Path, replace: Replace<'_>) -> Result<Vec<PathBuf>, WriteError> {
        Self::write_all(&[(dir, self)], replace)
    }

    /// Writes outputs into several folders, all or none.
    ///
    /// # Errors
    /// As [`write`](Self::write).
    pub fn write_all(outputs: &[(&Path, &Self)], replace: Replace<'_>) -> Result<Vec<PathBuf>, WriteError> {
        disk::write(
            outputs.iter().flat_map(|(dir, files)| files.iter().map(|(name, text)| (dir.join(name), text))),
            replace,
        )
    }

    /// Compares the files with what is on disk; files with the mark of generated code that nothing writes are stale.
    ///
    /// # Errors
    /// When a folder or file cannot be read.
    pub fn compare(&self, dir: &Path) -> io::Result<Vec<(PathBuf, Change)>> {
        let mut changes = Vec::new();
        for (name, text) in &self.0 {
            let path = dir.join(name);
            let change = match fs::read(&path) {
                Ok(old) if old == text.as_bytes() => Change::Same,
                Ok(old) => Change::Differs(diff(name, &String::from_utf8_lossy(&old), text)),
                Err(error) if error.kind() == io::ErrorKind::NotFound => Change::New,
                Err(error) => return Err(io::Error::new(error.kind(), format!("`{}`: {error}", path.display()))),
            };
            changes.push((path, change));
        }
        self.find_stale(dir, "", &mut changes)?;
        Ok(changes)
    }

    fn find_stale(&self, dir: &Path, prefix: &str, changes: &mut Vec<(PathBuf, Change)>) -> io::Result<()> {
        if !dir.is_dir() {
            return Ok(());
        }
        let mut entries = fs::read_dir(dir)?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if stage::is_stage(&entry.file_name().to_string_lossy()) {
                // Another run is about to write.
            } else if entry.file_type()?.is_dir() {
                self.find_stale(&entry.path(), &format!("{name}/"), changes)?;
            } else if !self.0.contains_key(&name) && disk::is_generated_file(&entry.path()) {
                changes.push((entry.path(), Change::Stale));
            }
        }
        Ok(())
    }
}

fn diff(name: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("{name} (on disk)"), &format!("{name} (generated)"))
        .to_string()
}
