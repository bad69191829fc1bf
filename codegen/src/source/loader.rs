//! Duty: say how texts are found. Input: a name as an `import` or `#include` writes it, and the file it stands in.
//! Output: a [`Loaded`] text, or a [`LoadError`] that lists the places searched.

use super::BUNDLED;
use std::fmt;
use std::path::PathBuf;

/// Where a text comes from: what a loader needs in order to find its neighbours.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// A file of the disk, by the path it was opened by.
    Disk(PathBuf),
    /// A text of a [`MemoryLoader`](super::MemoryLoader).
    Memory {
        /// The loader's label, such as `bundled`.
        label: &'static str,
        /// The text's name there.
        name: String,
    },
}

impl Origin {
    /// Whether it is a text that the compiler carries inside.
    pub(crate) fn is_bundled(&self) -> bool {
        matches!(self, Self::Memory { label: BUNDLED, .. })
    }
}

/// Whether a file of this name is a C header.
pub(crate) fn is_header(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("h"))
}

/// A text that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Loaded {
    /// The name to give the file in outputs: relative to the folder it was searched in, with `/`.
    pub name: String,
    /// What to call it in messages: for a file of the disk, a path that opens it from the working directory.
    pub display: String,
    /// What makes two loads one: the canonical path, or label and name.
    pub key: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The text, without a byte order mark.
    pub text: String,
}

/// Why a text could not be loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LoadError {
    /// No such file.
    Missing {
        /// The name as it was asked for.
        name: String,
        /// The places searched, in order.
        searched: Vec<String>,
    },
    /// The path is a directory.
    Directory {
        /// The path.
        path: String,
    },
    /// The system refuses to read it.
    Unreadable {
        /// The path.
        path: String,
        /// The system's own words.
        reason: String,
    },
    /// The bytes are neither UTF-8 nor of a code page.
    NotUtf8 {
        /// The path.
        path: String,
        /// The first wrong byte.
        offset: usize,
    },
    /// The bytes begin with the mark of UTF-16, and are not.
    NotUtf16 {
        /// The path.
        path: String,
    },
    /// The text, or all texts together, are too large.
    TooLarge {
        /// The path.
        path: String,
        /// The size in bytes.
        size: u64,
        /// The limit that it passes.
        limit: u64,
    },
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { name, .. } => write!(f, "`{name}` is not found"),
            Self::Directory { path } => write!(f, "`{path}` is a directory"),
            Self::Unreadable { path, reason } => write!(f, "`{path}` cannot be read: {reason}"),
            Self::NotUtf8 { path, offset } => {
                write!(f, "`{path}` is no text: byte {offset} is not UTF-8, and others are of no code page")
            }
            Self::NotUtf16 { path } => write!(f, "`{path}` begins with the mark of UTF-16, and is not"),
            Self::TooLarge { path, size, limit } => {
                write!(f, "`{path}` is too large: {size} bytes, where {limit} are allowed")
            }
        }
    }
}

impl std::error::Error for LoadError {}

/// Finds texts.
///
/// A name is looked for beside the file that asks for it first, and in the loader's own places after. The two steps
/// are separate, so that in a chain of loaders *every* neighbour comes before *any* search folder.
pub trait Loader {
    /// Looks beside `importing`; without one, where the names of a user's own files start. Places that had nothing
    /// are added to `searched`.
    ///
    /// # Errors
    ///
    /// A file is there and cannot be taken.
    fn beside(
        &self,
        importing: Option<&Origin>,
        name: &str,
        searched: &mut Vec<String>,
    ) -> Result<Option<Loaded>, LoadError>;

    /// Looks in the loader's own places. Places that had nothing are added to `searched`.
    ///
    /// # Errors
    ///
    /// A file is there and cannot be taken.
    fn search(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError>;

    /// Finds `name` as `importing` asks for it.
    ///
    /// # Errors
    ///
    /// Nothing is found, or what is found cannot be taken.
    fn load(&self, importing: Option<&Origin>, name: &str) -> Result<Loaded, LoadError> {
        let mut searched = Vec::new();
        if let Some(loaded) = self.beside(importing, name, &mut searched)? {
            return Ok(loaded);
        }
        if let Some(loaded) = self.search(name, &mut searched)? {
            return Ok(loaded);
        }
        Err(LoadError::Missing { name: name.to_owned(), searched })
    }
}

/// Several loaders, asked in order.
#[derive(Default)]
pub struct ChainLoader<'a> {
    loaders: Vec<&'a dyn Loader>,
}

impl fmt::Debug for ChainLoader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ChainLoader of {}", self.loaders.len())
    }
}

impl<'a> ChainLoader<'a> {
    /// A chain of `loaders`.
    #[must_use]
    pub fn new(loaders: Vec<&'a dyn Loader>) -> Self {
        Self { loaders }
    }
}

impl Loader for ChainLoader<'_> {
    fn beside(
        &self,
        importing: Option<&Origin>,
        name: &str,
        searched: &mut Vec<String>,
    ) -> Result<Option<Loaded>, LoadError> {
        first(self.loaders.iter().map(|loader| loader.beside(importing, name, searched)))
    }

    fn search(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        first(self.loaders.iter().map(|loader| loader.search(name, searched)))
    }
}

/// The first answer that is not `None`; later loaders are not asked.
pub(super) fn first(
    mut answers: impl Iterator<Item = Result<Option<Loaded>, LoadError>>,
) -> Result<Option<Loaded>, LoadError> {
    answers.find_map(Result::transpose).transpose()
}

/// `name` with `/` between its parts, without `.` and with `..` resolved as far as the text allows.
pub(super) fn normalize(name: &str) -> String {
    let rooted = name.starts_with(['/', '\\']);
    let mut parts: Vec<&str> = Vec::new();
    for part in name.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            _ => parts.push(part),
        }
    }
    format!("{}{}", if rooted { "/" } else { "" }, parts.join("/"))
}

/// `name` as a neighbour of the file `of`.
pub(super) fn neighbour(of: &str, name: &str) -> String {
    match of.rfind(['/', '\\']) {
        Some(slash) => normalize(&format!("{}/{name}", &of[..slash])),
        None => normalize(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normalized() {
        assert_eq!(normalize("a\\b/./c/../d.idl"), "a/b/d.idl");
        assert_eq!(normalize("../x.idl"), "../x.idl");
        assert_eq!(normalize("a/../../x.idl"), "../x.idl");
        assert_eq!(normalize("/inc//x.idl"), "/inc/x.idl");
        assert_eq!(neighbour("dir/a.idl", "b.idl"), "dir/b.idl");
        assert_eq!(neighbour("a.idl", "sub/b.idl"), "sub/b.idl");
    }
}
