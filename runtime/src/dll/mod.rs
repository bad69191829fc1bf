//! What DLLs give to others and take from them: entry points, classes, and word of whether they may go.

pub mod class;
pub mod entry;
pub mod unload;
