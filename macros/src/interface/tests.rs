//! A trait gives what the same interface in IDL gives, and mistakes are found at their tokens.

use super::expand;
use crate::args::Args;
use crate::package::Package;
use mapidl_codegen::driver::{self, Options};
use mapidl_codegen::source::{ChainLoader, MemoryLoader};
use std::fs;
use std::path::Path;
use syn::{ItemTrait, parse_str};

fn from_trait(folder: &Path, args: &str, item: &str) -> syn::Result<String> {
    let args: Args = parse_str(args).expect("the arguments");
    let item: ItemTrait = parse_str(item).expect("the trait");
    expand(&Package::at(folder), &args, &item).map(|tokens| tokens.to_string())
}

fn from_idl(text: &'static str) -> String {
    let (user, bundled) = (MemoryLoader::new("test").with("test.idl", text), driver::bundled());
    let loader = ChainLoader::new(vec![&user, &bundled]);
    let compilation = driver::compile_with(&["test.idl".to_owned()], &loader, &Options::default());
    assert_eq!(compilation.diagnostics, [], "the IDL of the test");
    compilation.tokens().to_string()
}

/// What stands in the private module, whose items are re-exported.
fn inner(made: &str) -> &str {
    let (head, inner) = made.split_once(" { ").unwrap();
    assert!(head.contains("mod __IProgress_"), "{head}");
    let (inner, _) = inner.rsplit_once(" } # [allow (unused_imports , unreachable_pub)] pub use ").unwrap();
    inner
}

/// The messages about a trait, and the text of each one's place.
fn mistakes(args: &str, item: &str) -> Vec<(String, String)> {
    let lines: Vec<&str> = item.lines().collect();
    let Err(error) = from_trait(Path::new(""), args, item) else { return Vec::new() };
    let place = |error: &syn::Error| {
        let (start, end) = (error.span().start(), error.span().end());
        let line = lines.get(start.line - 1).copied().unwrap_or_default();
        let end = if end.line == start.line { end.column } else { line.len() };
        line.get(start.column..end).unwrap_or_default().to_owned()
    };
    error.into_iter().map(|error| (error.to_string(), place(&error))).collect()
}

/// Has a trait and an interface of IDL, both with the name `IProgress`, written, and compares what both give.
fn compare(args: &str, item: &str, idl: &'static str) {
    let made = from_trait(Path::new(""), args, item).unwrap();
    let written = from_idl(idl);
    // The constants, and their names as codes, are items of the IDL alone.
    let interface = written.find(":: mapidl :: interface !").unwrap();
    let codes = ":: mapidl :: codes ! { NO_SUPPORT , HRESULT_0x00040380 , } ";
    assert_eq!(inner(&made), written[interface..].replacen(codes, "", 1));
}

#[test]
fn what_a_trait_says_is_what_its_idl_says() {
    // The number stands for a constant, which the attribute of the method may name as well.
    let item = r#"
        /// Shows how a run gets on.
        ///
        /// For each run it ends with `Done`.
        pub trait IProgress: IUnknown {
            /// Updates the progress.
            #[idl(success(S_FALSE | 0x40380), errors(E_FAIL))]
            fn Progress(
                &self,
                /// What the provider is doing now.
                #[idl(in, string, unique)] pwcszProgress: *const u16,
                ulIndex: u32,
                #[idl(in)] ulIndexMax: ULONG,
            ) -> HRESULT;
            #[idl(placeholder)]
            fn Reserved(&self) -> u32;
        }
    "#;
    let args = r#"uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd", header = "a\"b.h", unimplemented(0x8004_0102)"#;
    let idl = r#"
        import "unknwn.idl";
        const HRESULT NO_SUPPORT = 0x80040102;
        const HRESULT HRESULT_0x00040380 = 0x00040380;
        /// Shows how a run gets on.
        ///
        /// For each run it ends with `Done`.
        [object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd), header("a\"b.h"), unimplemented(NO_SUPPORT)]
        interface IProgress : IUnknown {
            /// Updates the progress.
            [success(S_FALSE | HRESULT_0x00040380), errors(E_FAIL)] HRESULT Progress(
                /// What the provider is doing now.
                [in, string, unique] const WCHAR *pwcszProgress,
                [in] ULONG ulIndex,
                [in] ULONG ulIndexMax);
            [placeholder] ULONG Reserved();
        }"#;
    compare(args, item, idl);
}

#[test]
fn types_of_rust_are_those_of_idl() {
    let item = "
        pub trait IProgress: IUnknown {
            fn GetItem(
                &self,
                #[idl(in, size_is(cb))] rgb: *const u8,
                cb: u32,
                #[idl(in)] riid: *const ::mapidl::GUID,
                #[idl(out, iid_is(riid))] ppv: *mut *mut core::ffi::c_void,
            ) -> HRESULT;
            fn Clone(&self, #[idl(out)] ppCopy: *mut *mut IProgress) -> HRESULT;
            fn Names(&self, #[idl(in)] names: *const *const u16, wide: i64, fast: BOOL) -> HRESULT;
            fn Forget(&self);
        }
    ";
    let idl = r#"
        import "unknwn.idl";
        [object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071dd)]
        interface IProgress : IUnknown {
            HRESULT GetItem(
                [in, size_is(cb)] const BYTE *rgb,
                [in] ULONG cb,
                [in] REFIID riid,
                [out, iid_is(riid)] void **ppv);
            HRESULT Clone([out] IProgress **ppCopy);
            HRESULT Names([in] const USHORT *const *names, [in] LONGLONG wide, [in] BOOL fast);
            void Forget();
        }"#;
    compare(r#"uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd""#, item, idl);
}

#[test]
fn names_are_looked_up_in_imports_and_in_scope() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("idl")).unwrap();
    let types = r#"
        import "unknwn.idl";
        const HRESULT MY_E_FULL = 0x80040fff;
        typedef [flag_set] enum SAVE { SAVE_DEEP = 1 } SAVE;
        typedef struct Spot { LONG x; } Spot;
        [object, uuid(5024a386-2d44-486a-81a8-8f0ecb6071de)] interface IBase : IUnknown { HRESULT First(); }
    "#;
    fs::write(folder.path().join("idl/types.idl"), types).unwrap();
    let item = r#"
        pub trait IDerived: IBase {
            #[idl(errors(MY_E_FULL))]
            fn Save(
                &self,
                #[idl(flags(SAVE))] ulFlags: u32,
                #[idl(in)] spot: *const Spot,
                #[idl(in)] to: *mut ISomewhere,
            ) -> HRESULT;
        }
    "#;
    let args = r#"import = ["idl/types.idl"], extern_file("idl/types.idl" = "::elsewhere"),
        uuid = "5024a386-2d44-486a-81a8-8f0ecb6071df", unimplemented(MY_E_FULL), mocks = false"#;
    let tokens = from_trait(folder.path(), args, item).unwrap();
    for expected in [
        "IDerived_Vtbl (:: elsewhere :: IBase_Vtbl) of IDerived : 5 slots",
        "flags : :: elsewhere :: SAVE",
        "spot : & :: elsewhere :: Spot",
        "to : :: core :: option :: Option < & super :: ISomewhere >",
        ":: mapidl :: external ! { interface :: elsewhere :: IBase , 0x5024a386_2d44_486a_81a8_8f0ecb6071de }",
        ":: mapidl :: external ! { record :: elsewhere :: Spot , ; size 4 | 4 align 4 | 4 { x = 0 | 0 , } }",
        ":: mapidl :: external ! { interface super :: ISomewhere , }",
        "4 extern \"system\" fn Save (",
        "`MY_E_FULL`",
        "0x80040fff",
        "include_bytes ! (",
    ] {
        assert!(tokens.contains(expected), "{expected} is not in {tokens}");
    }
    for unexpected in ["const MY_E_FULL", "struct Spot", "opaque_interface", "mock"] {
        assert!(!tokens.contains(unexpected), "{unexpected} is in {tokens}");
    }
    let spelt = |key: &str| args.replace(r#"("idl/types.idl""#, &format!(r#"("{key}""#));
    assert_eq!(from_trait(folder.path(), &spelt("./idl/../idl/types.idl"), item).unwrap(), tokens);
    let error = from_trait(folder.path(), &spelt("types.idl"), item).unwrap_err().to_string();
    assert!(error.contains("`extern_file` names `types.idl`, which is no file of this run"), "{error}");
}

#[test]
fn mistakes_of_the_idl_are_found_at_their_tokens() {
    let one = |expected: &str, place: &str, args: &str, item: &str| {
        let found = mistakes(args, item);
        assert!(matches!(&found[..], [(_, text)] if text == place), "{place} in {item}: {found:?}");
        assert!(found[0].0.starts_with(expected), "{expected}: {found:?}");
    };
    let uuid = r#"uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd""#;
    let size = "pub trait IFoo: IUnknown { fn A(&self, #[idl(in, size_is(cValue))] p: *const u8, c: u32); }";
    one("IDL0303: ", "cValue", uuid, size);
    one("IDL0206: ", "a", uuid, "pub trait IFoo: IUnknown { fn A(&self, a: u32, a: u32); }");
    one("IDL0101: ", "long", uuid, "pub trait IFoo: IUnknown { fn A(&self, long: u32); }");
    one("IDL0217: ", "c_void", uuid, "pub trait IFoo: IUnknown { fn A(&self, a: c_void); }");
    let deep = format!("{}1{}", "(".repeat(100), ")".repeat(100));
    let found = mistakes(&format!("{uuid}, version({deep})"), "pub trait IFoo: IUnknown {}");
    assert!(matches!(&found[..], [(text, _)] if text.contains("nested too deep")), "{found:?}");
    let found = mistakes(r#"uuid = "x""#, "pub trait IFoo: IUnknown {}");
    assert!(matches!(&found[..], [(text, _)] if text.starts_with("IDL0208: `x` is no uuid\nhelp: ")), "{found:?}");
}

#[test]
fn documentation_arrives_as_it_was() {
    let docs = r#"
        /// C:\
        /// "quoted"
        #[doc = "/ a slash"]
        #[doc = "one\n * two */ three"]
        pub trait IFoo: IUnknown {}
    "#;
    let tokens = from_trait(Path::new(""), r#"uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd""#, docs).unwrap();
    for line in [r#""C:\\\\""#, r#""/ a slash""#, r#""\"quoted\"""#, r#""one""#, r#""two * / three""#] {
        let line = format!("# [doc = \" {}]", &line[1..]);
        assert!(tokens.contains(&line), "{line} is not in {tokens}");
    }
}
