//! What the tests of mapidl share.

use std::path::{Path, PathBuf};

/// The repository's root.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// Whether goldens are to be rewritten: `BLESS=1`.
#[must_use]
pub fn bless() -> bool {
    std::env::var_os("BLESS").is_some_and(|v| v == "1")
}

/// The path of an outside judge, or a printed reason why the test skips.
///
/// # Panics
/// Where `MAPIDL_REQUIRE_JUDGES` is set, as in continuous integration: there a missing judge is a failure.
#[must_use]
pub fn judge(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path)
        .flat_map(|dir| programs.iter().map(move |program| dir.join(program)))
        .find(|candidate| candidate.is_file());
    if found.is_none() {
        assert!(
            std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(),
            "none of {programs:?} is installed, and this run requires it"
        );
        println!("skipped: none of {programs:?} is installed");
    }
    found
}

/// The README's examples run as documentation tests.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
