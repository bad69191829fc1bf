//! Models of what threads may do at once, tried by loom in every order that the memory model allows.
//!
//! Each test compiles a file of the runtime as it is shipped, and gives it loom's atomics and locks as `crate::sync`.
//! `cargo test -p mapidl-models` runs them all.
