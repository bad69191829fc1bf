//! What texts mean.

mod ambiguous_names;
mod attributes;
mod base_of_ones_own;
mod binary;
mod errors;
mod foreign;
mod headers;
mod identifiers;
mod layout;
mod longer;
mod model;
mod names;
mod refs;
mod uncounted;
mod unify;
