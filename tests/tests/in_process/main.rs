//! What generated code does: Rust calls Rust through vtables, all in this process and with nothing of a system's, so that
//! Miri and the sanitizers can watch it.

mod automation;
mod buffers;
mod carried;
mod classes;
mod emitted;
mod every_method;
mod extents;
mod mock_store;
mod names;
mod nulls;
mod object;
mod shapes;
mod sync_order;
mod task;
mod windows_core;
