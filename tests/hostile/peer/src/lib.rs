//! Duty: play C++. Callers and objects here keep to the ABI (slots, sizes, calling convention, who frees) and lie in all
//! that is data: counts, identifiers, types, nulls, answers.
//!
//! Input: interface pointers of Rust's. Output: what came back. The slots are those of `idl/hostile.idl`.

mod arrays;
mod beside;
mod caller;
mod conventions;
mod data;
mod elements;
#[cfg(target_os = "linux")]
mod end;
mod ends;
mod factory;
mod failing;
mod front;
mod keeper;
mod liar;
mod memory;
mod owners;
mod parts;
mod refs;
mod rooms;
mod sharer;
mod stranger;
mod twice;
mod unwritten;
mod variable;

pub use arrays::{calls, numbers, reader};
pub use caller::{Asked, Caller};
pub use data::{class_of, consume, new_mail, rule_row, variants};
pub use elements::{follows_elements, follows_elements_by_default};
#[cfg(target_os = "linux")]
pub use end::at_the_end;
pub use ends::reads_on;
pub use factory::aggregating;
pub use failing::failing;
pub use front::{Front, front};
pub use liar::{Lie, liar};
pub use memory::{mapi_blocks, task_block};
pub use parts::{Said, believer};
pub use refs::follows;
pub use sharer::sharer;
pub use stranger::Told;
pub use unwritten::unwritten_row;
pub use variable::{assigned, broken_arrays, mark, odd_texts, shared_arrays, store_type};
