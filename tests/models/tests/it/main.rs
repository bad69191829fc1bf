//! What threads may do at once, in every order: loom tries them on the runtime's own files.

mod mock;
mod refcount;
