//! The provider as MAPI uses it: the library is loaded, its exports are called, and all goes through vtables. When a
//! test is over nothing may be left: no object, no block of memory.

mod client;
mod host;
mod refusals;
mod tables;
