//! What must hold of every text, tried on those of the fuzzer, on real files that are changed, and on IDL that is made up.

mod compiles;
mod mutations;
mod seeds;
