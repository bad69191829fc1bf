//! Libraries that come into this process: a DLL in Rust that is let go too early, and on Windows or under Wine C++ of the
//! field and a mapi32.dll. `tests/windows/run` builds those of C++, and has each module in a process of its own: Wine 8 ends
//! one that has them all.

#[cfg(windows)]
mod agile;
#[cfg(windows)]
mod field;
#[cfg(windows)]
mod mapi32;
mod unload;
