//! What other compilers let pass, and what becomes of it here: each leniency with its meaning.

use crate::common::compile;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{Decl, Direction, Interface, Value};

/// Severity, code, underlined text and message of each diagnostic.
fn said(compilation: &Compilation) -> Vec<String> {
    let line = |d: &mapidl_codegen::diag::Diagnostic| {
        let text = compilation.sources.text(d.span().expect("a place"));
        format!("{:?} {} {text}: {}", d.severity, d.code, d.message)
    };
    compilation.diagnostics.iter().map(line).collect()
}

fn one(text: &str) -> Compilation {
    compile(&[("a.idl", &format!("import \"oaidl.idl\"; {text}"))], &["a.idl"])
}

fn interface<'c>(compilation: &'c Compilation, name: &str) -> &'c Interface {
    let mut all = compilation.model.interfaces.iter().map(|(_, interface)| interface);
    all.find(|interface| interface.head.name == name).expect("the interface")
}

fn value<'c>(compilation: &'c Compilation, name: &str) -> &'c Value {
    let mut all = compilation.model.consts.iter().map(|(_, constant)| constant);
    &all.find(|constant| constant.head.name == name).expect("the constant").value
}

#[test]
fn an_interface_without_a_base_has_its_own_slots_and_stays_raw() {
    let compilation = one("[object, local] interface IPlain { void Do([in] long x); }
        [object, local] interface IMore : IPlain { void Undo(); }
        [object, no_iid] interface IUser : IUnknown { HRESULT Use([in] IPlain *plain, [in] IMore *more); }");
    assert_eq!(
        said(&compilation),
        [
            "Warning IDL0210 IPlain: the interface `IPlain` has no uuid",
            "Warning IDL0211 IPlain: the object interface `IPlain` names no base",
            "Warning IDL0210 IMore: the interface `IMore` has no uuid",
        ]
    );
    let slots = |name| interface(&compilation, name).methods.iter().map(|method| method.slot).collect::<Vec<_>>();
    assert_eq!((slots("IPlain"), slots("IMore")), (vec![0], vec![1]));
    let tokens = compilation.tokens().to_string();
    assert!(!tokens.contains("IPlain") && !tokens.contains("IMore"), "no type in Rust: {tokens}");
    assert!(tokens.contains("IUser_Vtbl"));
}

#[test]
fn a_base_that_comes_later_is_put_first() {
    let compilation = one("interface IBase; interface IMid;
        [object, no_iid] interface ITop : IMid { HRESULT C(); }
        [object, no_iid] interface IMid : IBase { HRESULT B(); }
        [object, no_iid] interface IBase : IUnknown { HRESULT A(); }");
    assert_eq!(
        said(&compilation),
        [
            "Warning IDL0202 IMid: the base `IMid` is defined later",
            "Warning IDL0202 IBase: the base `IBase` is defined later",
        ]
    );
    let model = &compilation.model;
    let order: Vec<_> = model.order.iter().rev().take(3).map(|decl| model.head(*decl).name.as_str()).collect();
    assert_eq!(order, ["ITop", "IMid", "IBase"]);
    assert_eq!(interface(&compilation, "ITop").methods[0].slot, 5);
}

#[test]
fn numbers_wrap_as_in_c() {
    let compilation = one("const UINT LOW = -32768; const LONG HIGH = 4294967295; const UINT NEVER = 4294967296;");
    assert_eq!(
        said(&compilation),
        [
            "Warning IDL0214 -32768: -32768 does not fit the constant's type: it becomes 4294934528",
            "Warning IDL0214 4294967295: 4294967295 does not fit the constant's type: it becomes -1",
            "Error IDL0214 4294967296: 4294967296 does not fit the constant's type",
        ]
    );
    assert_eq!((value(&compilation, "LOW"), value(&compilation, "HIGH")), (&Value::Int(0xffff_8000), &Value::Int(-1)));
}

#[test]
fn a_name_in_parentheses_before_a_sign_may_be_a_type() {
    let compilation = one("typedef struct H__ *H; const H NONE = (H)-1; const DWORD N = 5; const DWORD LESS = (N)-1;
        typedef unsigned char OCTET; const OCTET ALL = (OCTET)-1;");
    assert_eq!(said(&compilation), [""; 0]);
    let values = ["NONE", "LESS", "ALL"].map(|name| value(&compilation, name));
    assert_eq!(values, [&Value::Int(-1), &Value::Int(4), &Value::Int(255)]);
    assert!(!compilation.tokens().to_string().contains("NONE"), "a pointer made of a number is no constant of Rust");
}

#[test]
fn an_enum_without_values_is_a_number_of_32_bits() {
    let compilation = one("struct S { enum Absent a; };");
    assert_eq!(said(&compilation), ["Warning IDL0201 Absent: `enum Absent` has no values anywhere"]);
}

#[test]
fn out_on_a_value_and_a_second_retval_have_no_effect() {
    let compilation = one("[object, no_iid] interface IOne : IUnknown {
        HRESULT A([out] ULONG count);
        HRESULT B([out, retval] BSTR *name, [out, retval] IDispatch **object);
    }");
    assert_eq!(
        said(&compilation),
        [
            "Warning IDL0302 out: `count` is `out` and no pointer: its value only goes in",
            "Warning IDL0306 name: `name` is `retval`, and so is the last parameter",
        ]
    );
    let methods = &interface(&compilation, "IOne").methods;
    assert_eq!(methods[0].params[0].facts.direction, Some(Direction::In));
    let retvals: Vec<_> = methods[1].params.iter().map(|param| param.facts.retval).collect();
    assert_eq!(retvals, [false, true]);
}

#[test]
fn a_local_method_may_count_with_what_only_c_knows() {
    let method = "HRESULT A([out, size_is(MAX_ELSEWHERE)] WCHAR *text);";
    let local = one(&format!("[object, no_iid, local] interface IOne : IUnknown {{ {method} }}"));
    assert_eq!(
        said(&local),
        ["Warning IDL0303 MAX_ELSEWHERE: `size_is` names `MAX_ELSEWHERE`, which is no parameter here"]
    );
    assert!(interface(&local, "IOne").methods[0].params[0].facts.size_is.iter().all(Option::is_none));
    let remote = one(&format!("[object, no_iid] interface IOne : IUnknown {{ {method} }}"));
    assert!(!remote.is_ok());
}

#[test]
fn a_coclass_is_listed_without_what_is_not_known() {
    let compilation = one("[uuid(00000000-1111-2222-3333-000000000002)] coclass Thing {
        interface IElsewhere; [default] interface IDispatch;
    }");
    let expected = "Warning IDL0218 IElsewhere: the interface `IElsewhere` is not known, and left out of the coclass";
    assert_eq!(said(&compilation), [expected]);
    let (_, class) = compilation.model.coclasses.iter().next().expect("the coclass");
    assert_eq!(class.interfaces.len(), 1);
}

#[test]
fn a_c_header_sees_what_stands_before_its_import() {
    let header = "#ifdef __WIDL__\ntypedef struct { LENGTH l; } FROM_HEADER;\n#endif";
    let main = "typedef long LENGTH; import \"h.h\"; struct S { FROM_HEADER h; };";
    let compilation = compile(&[("h.h", header), ("a.idl", main)], &["a.idl"]);
    assert_eq!(said(&compilation), [""; 0]);
    let files: Vec<_> = compilation.model.files.iter().map(|(_, file)| file.name.as_str()).collect();
    assert_eq!(files, ["a.idl"]);
    // A header that imports itself comes to an end.
    let itself = compile(&[("h.h", "import \"h.h\"; typedef long L;"), ("a.idl", "import \"h.h\";")], &["a.idl"]);
    assert_eq!(said(&itself), [""; 0]);
}

#[test]
fn guid_has_the_tag_that_headers_give_it() {
    let text =
        "typedef struct { unsigned long a; unsigned short b, c; byte d[8]; } GUID; struct S { struct _GUID g; };";
    assert_eq!(said(&compile(&[("a.idl", text)], &["a.idl"])), [""; 0]);
}

#[test]
fn one_uuid_for_two_interfaces_is_a_warning() {
    let text = "[object, uuid(00000000-1111-2222-3333-000000000001)] interface I";
    let compilation = one(&format!("{text}One : IUnknown {{}} {text}Two : IUnknown {{}}"));
    assert_eq!(said(&compilation), ["Warning IDL0207 ITwo: `ITwo` has the uuid of `IOne`"]);
    let model = &compilation.model;
    assert_eq!(
        model
            .order
            .iter()
            .filter(|decl| matches!(decl, Decl::Interface(id) if model.interfaces[*id].iid
        == interface(&compilation, "IOne").iid))
            .count(),
        2
    );
}

#[test]
fn the_type_library_of_ole_brings_the_base_types() {
    let library = |name: &str| {
        format!(
            "[uuid(00000000-1111-2222-3333-000000000001)] library L {{ importlib(\"{name}\");
                [object, dual, uuid(00000000-1111-2222-3333-000000000002)] interface IOne : IDispatch {{
                    [propget] HRESULT Persist([out, retval] IPersistStreamInit **persist);
                    HRESULT Put([in] VARIANT value, [in] BSTR text);
                }} }}"
        )
    };
    for name in ["stdole2.tlb", "STDOLE32.TLB", "C:\\\\WINDOWS\\\\stdole2.tlb"] {
        assert_eq!(said(&compile(&[("a.idl", &library(name))], &["a.idl"])), [""; 0], "{name}");
    }
    assert!(!compile(&[("a.idl", &library("mine.tlb"))], &["a.idl"]).is_ok());
}

#[test]
fn const_elements_stay_const() {
    let compilation = one("[object, no_iid] interface IOne : IUnknown {
        HRESULT Clear([in] const float colour[4], [in, size_is(n)] const LONG values[], [in] ULONG n);
    }");
    assert_eq!(said(&compilation), [""; 0]);
    let header = mapidl_codegen::export::cpp::header(&compilation.model, &compilation.layouts);
    assert!(header.contains("Clear(const float colour[4], const LONG values[], ULONG n)"), "{header}");
    let tokens = compilation.tokens().to_string().replace(' ', "");
    assert!(tokens.contains("colour_raw:*constf32,values_raw:*consti32,n:u32)"), "{tokens}");
    // An array that says how long it is takes as many elements, no fewer.
    assert!(
        tokens.contains("colour:&[f32]") && tokens.contains("call::agree(Some(4),Some(colour.len()))?"),
        "{tokens}"
    );
}

#[test]
fn a_method_with_other_parameters_than_its_namesake_in_the_base_has_a_slot_of_its_own() {
    let compilation = one("typedef [unique] long *PLONG_;
        [object, no_iid] interface IOld : IUnknown { HRESULT Same([in] long *p); HRESULT Other([in] long a); }
        [object, no_iid] interface INew : IOld {
            HRESULT Same([in] PLONG_ q); HRESULT Other([in] long a, [in] long b); HRESULT Last();
        }");
    let methods = interface(&compilation, "INew").methods.iter();
    let slots: Vec<_> = methods.map(|method| (method.head.name.as_str(), method.slot)).collect();
    assert_eq!(slots, [("Other", 5), ("Last", 6)]);
    let header = mapidl_codegen::export::cpp::header(&compilation.model, &compilation.layouts);
    assert!(header.contains("*INew_Other)(INew *This"), "{header}");
}
