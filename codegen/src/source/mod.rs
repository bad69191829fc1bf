//! Duty: hold the texts of a run and say where in them something stands.
//! Input: texts from a [`Loader`], the only one here that touches the disk. Output: [`Span`]s, and the file, line and
//! column of any span.

mod base;
mod decode;
mod disk;
mod loader;
mod map;
mod memory;
mod span;

pub(crate) use base::{BASE, BUNDLED};
pub use decode::{MAX_FILE, MAX_TOTAL};
pub use disk::DiskLoader;
pub(crate) use loader::is_header;
pub use loader::{ChainLoader, LoadError, Loaded, Loader, Origin};
pub use map::{Expansion, FileId, Location, SourceFile, SourceMap, as_taken};
pub use memory::MemoryLoader;
pub use span::Span;
