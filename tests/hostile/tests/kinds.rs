//! One module for each way in which safe Rust could go wrong at a boundary: programs that try it, and what must happen
//! instead. They run as they are, under Miri and under the sanitizers, which see what an assertion cannot.
#![forbid(unsafe_code)]

#[path = "kinds/aligned.rs"]
mod aligned;
#[path = "kinds/answers.rs"]
mod answers;
#[path = "kinds/apartments.rs"]
mod apartments;
#[path = "kinds/arrays.rs"]
mod arrays;
#[path = "kinds/automation.rs"]
mod automation;
#[path = "kinds/beside.rs"]
mod beside;
#[path = "kinds/conventions.rs"]
mod conventions;
#[path = "kinds/copies.rs"]
mod copies;
#[path = "kinds/counts.rs"]
mod counts;
#[path = "kinds/depth.rs"]
mod depth;
#[path = "kinds/duties.rs"]
mod duties;
#[path = "kinds/elements.rs"]
mod elements;
#[path = "kinds/ends.rs"]
mod ends;
#[path = "kinds/identifiers.rs"]
mod identifiers;
#[path = "kinds/keepers.rs"]
mod keepers;
#[path = "kinds/memory.rs"]
mod memory;
#[path = "kinds/mocks.rs"]
mod mocks;
#[path = "kinds/names.rs"]
mod names;
#[path = "kinds/nulls.rs"]
mod nulls;
#[path = "kinds/objects.rs"]
mod objects;
#[path = "kinds/outer.rs"]
mod outer;
#[path = "kinds/owners.rs"]
mod owners;
#[path = "kinds/parts.rs"]
mod parts;
#[path = "kinds/refs.rs"]
mod refs;
#[path = "kinds/rooms.rs"]
mod rooms;
#[path = "kinds/shared.rs"]
mod shared;
#[path = "kinds/threads.rs"]
mod threads;
#[path = "kinds/twice.rs"]
mod twice;
#[path = "kinds/unwritten.rs"]
mod unwritten;
