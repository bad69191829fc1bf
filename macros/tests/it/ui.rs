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

/// The interfaces of `bounds/*.rs`.
const BOUNDS: &str = r##"
import "unknwn.idl";
typedef [view(Names)] struct NAMES { ULONG count; [size_is(count)] ULONG *numbers; } NAMES;

[object, free_threaded, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e0), success(S_OK)]
interface ISink : IUnknown { HRESULT Tell([in] ULONG number); }

[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e1), success(S_OK)]
interface IKeeper : IUnknown {
    HRESULT Keep([in, string] const WCHAR *text, [in] const NAMES *names, [in, size_is(cb)] const BYTE *bytes, [in] ULONG cb,
        [in] IUnknown *object);
    HRESULT Fill([out, size_is(cb)] BYTE *first, [out, size_is(cb)] BYTE *second, [in] ULONG cb);
    HRESULT Hash([in, size_is(4)] const BYTE *bytes);
    HRESULT Undescribed([in] const BYTE *bytes);
    HRESULT Give([out, size_is(, *count), mapi_alloc] NAMES **names, [out] ULONG *count);
    HRESULT Open([in] REFIID iid, [out, iid_is(iid)] void **object);
}

cpp_quote("#if 0")
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e6)] interface IPretended : IUnknown { HRESULT Do(); };
cpp_quote("#endif")
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e7)] interface IDerived : IPretended { HRESULT Own(); };
"##;

/// Two interfaces of one identifier.
const SHARED: &str = r#"
import "unknwn.idl";
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e2), success(S_OK)]
interface INumbered : IUnknown { HRESULT Set([in] hyper number); }
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e2), success(S_OK)]
interface INamed : IUnknown { HRESULT Set([in, string] const WCHAR *name); }
"#;

/// An interface of which only the name is known, for `only_named.rs`.
const NAMED: &str = r#"
import "unknwn.idl";
interface IOpaque;
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071da)]
interface INames : IUnknown { HRESULT Take([in] IOpaque *object); }
"#;

/// What `external.rs` says that others wrote.
const EXTERNAL: &str = r#"
import "unknwn.idl";
typedef struct REC { LONG a; LONG b; } REC;
typedef struct WIDE { LONG a; LONG b; LONG c; } WIDE;
typedef enum KIND { KIND_ONE = 1 } KIND;
typedef void *HTHING;
typedef [view(Names)] struct NAMES { ULONG count; [size_is(count)] ULONG *numbers; ULONG more; } NAMES;
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e3)] interface IBase : IUnknown { HRESULT X(); };
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e4)] interface IOther : IUnknown { HRESULT X(); };
"#;

/// What is derived of it.
const DERIVED: &str = r#"
import "external.idl";
[object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071e5)]
interface IDerived : IBase { HRESULT Y([in] const REC *rec, [in, out] KIND *kind, [out] HTHING *thing, [in] const NAMES *names); };
"#;

#[test]
fn mistakes_are_shown_at_their_tokens() {
    let files = [
        ("wrong.idl", WRONG),
        ("forged.idl", RIGHT),
        ("filled.idl", FILLED),
        ("bounds.idl", BOUNDS),
        ("shared.idl", SHARED),
        ("named.idl", NAMED),
        ("external.idl", EXTERNAL),
        ("derived.idl", DERIVED),
    ];
    for (file, text) in files {
        fs::write(Path::new(env!("CARGO_TARGET_TMPDIR")).join(file), text).unwrap();
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*.rs");
    cases.compile_fail("tests/ui/bounds/*.rs");
    // One that compiles: it has all of them built, rather than checked, and it is then that rustc finds what is wrong with
    // an identifier.
    cases.pass("tests/ui/good/*.rs");
}
