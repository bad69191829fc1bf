//! What is committed and could be written anew: generated code, tables, and pages that tell of it. `BLESS=1` rewrites.

mod coverage;
mod dialect;
mod field_table;
mod fresh;
mod house;
mod method_table;
mod pages;
