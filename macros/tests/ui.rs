//! What rustc shows where a macro is used wrongly.

use std::fs;
use std::path::Path;

/// IDL with mistakes, for `doors.rs`. The path from the package that `trybuild` makes does not depend on where the
/// target folder is.
const WRONG: &str = "import \"nowhere.idl\";\n\nconst LONG A = 1\n";

/// IDL without mistakes, for `forged.rs`.
const RIGHT: &str = r#"
import "unknwn.idl";
typedef [view(Names)] struct NAMES { ULONG count; [size_is(count)] ULONG *numbers; } NAMES;
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dc)]
interface IForged : IUnknown { HRESULT Take([in] const NAMES *names); }
"#;

/// The same, for the module there.
const FILLED: &str = r#"
import "unknwn.idl";
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071db)] interface IFilled : IUnknown {}
"#;

#[test]
fn mistakes_are_shown_at_their_tokens() {
    for (file, text) in [("wrong.idl", WRONG), ("forged.idl", RIGHT), ("filled.idl", FILLED)] {
        fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(file), text).unwrap();
    }
    trybuild::TestCases::new().compile_fail("tests/ui/*.rs");
}
