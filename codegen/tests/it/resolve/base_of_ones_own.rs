//! Base files of the user's own: what they declare as the runtime crate has it is the runtime's, however it is spelled,
//! and the rest is theirs.

use crate::common::compile;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::output::Layout;

const WTYPES: &str = "
    typedef unsigned short MYCHAR, *BSTR;
    typedef short VARIANT_BOOL;
    typedef long HRESULT;
    typedef union tagCY { struct { unsigned long Lo; long Hi; } parts; hyper int64; } CY;
    typedef struct tagBLOB { hyper other; } BLOB;
    typedef struct tagOWN { long x; } OWN;
    typedef struct tagUNUSED { long x; } UNUSED;
    [object, local, uuid(00000000-0000-0000-C000-000000000046)] interface IUnknown {
        HRESULT QueryInterface([in] void *riid, [out] void **object);
        unsigned long AddRef();
        unsigned long Release();
    }";

const USER: &str = "import \"wtypes.idl\";
    [object, uuid(00000000-1111-2222-3333-000000000001)] interface IUser : IUnknown {
        HRESULT Name([in] VARIANT_BOOL full, [out, retval] BSTR *name);
        HRESULT Pay([in] CY amount, [in] OWN *own);
        HRESULT Keep([in] BLOB *blob);
    }";

fn texts(compilation: &Compilation) -> String {
    assert!(compilation.is_ok(), "{}", compilation.render());
    compilation.rust(&Layout::Single("all.rs".into())).iter().map(|(_, text)| text).collect()
}

#[test]
fn what_the_runtime_has_is_the_runtimes() {
    let compilation = compile(&[("wtypes.idl", WTYPES), ("user.idl", USER)], &["user.idl"]);
    let rust = texts(&compilation);
    assert!(rust.contains("pub fn name(&self, full: bool) -> ::mapidl::Result<::mapidl::Bstr>"), "{rust}");
    assert!(rust.contains("amount: ::mapidl::com::CY"), "{rust}");
    assert!(!rust.contains("pub union CY"), "{rust}");
}

#[test]
fn what_has_another_size_is_ones_own() {
    let compilation = compile(&[("wtypes.idl", WTYPES), ("user.idl", USER)], &["user.idl"]);
    let rust = texts(&compilation);
    assert!(rust.contains("pub struct BLOB") && rust.contains("pub other: i64"), "{rust}");
}

#[test]
fn what_nobody_names_is_not_written() {
    let compilation = compile(&[("wtypes.idl", WTYPES), ("user.idl", USER)], &["user.idl"]);
    let rust = texts(&compilation);
    assert!(rust.contains("pub struct OWN") && !rust.contains("UNUSED"), "{rust}");
    let asked = compile(&[("wtypes.idl", WTYPES), ("user.idl", USER)], &["user.idl", "wtypes.idl"]);
    assert!(texts(&asked).contains("pub struct UNUSED"));
}

#[test]
fn warnings_are_about_the_files_that_are_named() {
    let wtypes = format!(
        "{WTYPES} [object, uuid(00000000-1111-2222-3333-000000000002)] interface IOdd : IUnknown {{
        HRESULT Odd(long *what);
    }}"
    );
    let imported = compile(&[("wtypes.idl", &wtypes), ("user.idl", USER)], &["user.idl"]);
    assert_eq!((imported.diagnostics.len(), imported.unshown), (0, 1), "{}", imported.render());
    let named = compile(&[("wtypes.idl", &wtypes), ("user.idl", USER)], &["user.idl", "wtypes.idl"]);
    assert_eq!((named.diagnostics.len(), named.unshown), (1, 0), "{}", named.render());
}
