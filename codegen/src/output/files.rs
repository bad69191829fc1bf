//! Files on their way to disk.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;
use std::io::{self, Write as _};
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

/// Why outputs were not written. No file was changed unless `replaced` says so.
#[derive(Debug)]
pub struct WriteError {
    /// The file or folder at fault.
    pub path: PathBuf,
    /// The system's reason.
    pub source: io::Error,
    /// The files that were replaced before the failure; each of them whole.
    pub replaced: Vec<PathBuf>,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write {}: {}", self.path.display(), self.source)
    }
}

impl std::error::Error for WriteError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.source)
    }
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
    /// All texts are first written to temporary files beside their targets; only when that has worked for all of them
    /// are they renamed, one after the other.
    ///
    /// # Errors
    /// When a folder or file cannot be made, written or renamed.
    pub fn write(&self, dir: &Path) -> Result<Vec<PathBuf>, WriteError> {
        let mut ready = Vec::new();
        for (name, text) in &self.0 {
            let path = dir.join(name);
            if fs::read(&path).is_ok_and(|bytes| bytes == text.as_bytes()) {
                continue;
            }
            let temp = stage(&path, text).map_err(|source| WriteError {
                path: path.clone(),
                source,
                replaced: Vec::new(),
            })?;
            ready.push((temp, path));
        }
        let mut replaced = Vec::new();
        for (temp, path) in ready {
            if let Err(error) = temp.persist(&path) {
                return Err(WriteError { path, source: error.error, replaced });
            }
            replaced.push(path);
        }
        Ok(replaced)
    }

    /// Compares the files with what is on disk; files with the mark of generated code that nothing writes are stale.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn compare(&self, dir: &Path) -> io::Result<Vec<(PathBuf, Change)>> {
        let mut changes = Vec::new();
        for (name, text) in &self.0 {
            let path = dir.join(name);
            let change = match fs::read_to_string(&path) {
                Ok(old) if old == *text => Change::Same,
                Ok(old) => Change::Differs(diff(name, &old, text)),
                Err(_) => Change::New,
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
            if entry.file_type()?.is_dir() {
                self.find_stale(&entry.path(), &format!("{name}/"), changes)?;
            } else if !self.0.contains_key(&name) && is_generated(&entry.path()) {
                changes.push((entry.path(), Change::Stale));
            }
        }
        Ok(())
    }
}

fn is_generated(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "rs")
        && fs::read_to_string(path).is_ok_and(|text| text.starts_with("// @generated by mapidl"))
}

fn stage(path: &Path, text: &str) -> io::Result<tempfile::NamedTempFile> {
    if path.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "a directory stands in its place"));
    }
    let dir = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(dir)?;
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As any new file: the system's umask still applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    let mut temp = builder.prefix(".mapidl-").tempfile_in(dir)?;
    temp.write_all(text.as_bytes())?;
    temp.flush()?;
    Ok(temp)
}

fn diff(name: &str, old: &str, new: &str) -> String {
    similar::TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("{name} (on disk)"), &format!("{name} (generated)"))
        .to_string()
}
