//! What others say of our definitions and of what is written for theirs: widl, compilers of C and C++ with the headers of
//! mingw-w64, Wine's files, and a list of facts about MAPI. A judge that is not installed is named, and its test skipped.

mod base;
mod cpp;
mod facts;
mod mingw;
mod oracle;
mod packing;
mod preprocessor;
mod stdcall;
mod wine;
