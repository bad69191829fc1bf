//! What is read.

mod corpus;
mod parser_fresh;
mod properties;
