//! The binary `mapidl`, run as users run it: on files in a folder, judged by its exit code and by what it writes.

mod check;
mod crates;
mod fmt;
mod folder;
mod generate;
mod harm;
mod inputs;
mod lookup;
mod modules;
mod show;
