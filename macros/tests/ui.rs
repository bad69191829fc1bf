//! What rustc shows where a macro is used wrongly.

use std::fs;
use std::path::Path;

/// IDL with mistakes, for `doors.rs`. The path from the package that `trybuild` makes does not depend on where the
/// target folder is.
const WRONG: &str = "import \"nowhere.idl\";\n\nconst LONG A = 1\n";

#[test]
fn mistakes_are_shown_at_their_tokens() {
    fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join("wrong.idl"), WRONG).unwrap();
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
