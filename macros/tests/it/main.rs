//! The macros: what each of them makes, and what rustc shows where one is used wrongly.

mod products;
mod ui;
