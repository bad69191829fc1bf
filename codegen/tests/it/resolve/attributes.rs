//! Every attribute does what its row in the table says: where something is made of it, what is written or reported
//! depends on it; where it is kept as text, nothing does; and where nobody makes use of what it says of memory, a pointer
//! stays raw.

use super::uncounted::methods;
use crate::common::compile;
use mapidl_codegen::diag::{Code, Severity};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::export::{abi, cpp};
use mapidl_codegen::layout::Target;
use mapidl_codegen::output::Layout;
use mapidl_codegen::resolve::attributes::AttrKind as A;
use mapidl_codegen::resolve::attributes::{Args, Effect, Places};

/// An attribute as it is written, where it stands, and the text of that: `@` is in its place.
type Example = (A, &'static str, In, &'static str);

/// What the text of an example is.
#[derive(Clone, Copy)]
enum In {
    /// The methods of an interface.
    Interface,
    /// The attributes of an interface with one method.
    Head,
    /// The members of a structure that a method takes.
    Record,
    /// A file.
    File,
}

/// An example of every attribute that is read: with it, something else is written or reported than without.
const EXAMPLES: &[Example] = &[
    (A::In, "in", In::Interface, "HRESULT M([@] ULONG *p);"),
    (A::Out, "out", In::Interface, "HRESULT M([@] ULONG *p);"),
    (A::Retval, "retval", In::Interface, "HRESULT M([out, @] BYTE *p);"),
    (A::Ref, "ref", In::Record, "[@] LIST *p;"),
    (A::Unique, "unique", In::Interface, "HRESULT M([in, @] const ULONG *p);"),
    (A::Ptr, "ptr", In::Interface, "HRESULT M([in, @] const ULONG *p);"),
    (
        A::PointerDefault,
        "pointer_default(ref)",
        In::File,
        "[object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @]
        interface IA : IUnknown { struct S { LIST *p; }; HRESULT M([in] struct S *s); }",
    ),
    (A::Optional, "optional", In::Interface, "HRESULT M([out, @] ULONG *p);"),
    (A::SizeIs, "size_is(n)", In::Interface, "HRESULT M([in] ULONG n, [in, @] BYTE *p);"),
    (A::MaxIs, "max_is(9)", In::Interface, "HRESULT M([in, @] BYTE *p);"),
    (
        A::LengthIs,
        "length_is(*got)",
        In::Interface,
        "HRESULT M([in] ULONG n, [out, size_is(n), @] ULONG *p, [out] ULONG *got);",
    ),
    (A::FirstIs, "first_is(f)", In::Interface, "HRESULT M([in] ULONG n, [in] LONG f, [in, size_is(n), @] LONG *p);"),
    (A::LastIs, "last_is(f)", In::Interface, "HRESULT M([in] ULONG n, [in] LONG f, [in, size_is(n), @] LONG *p);"),
    (A::String, "string", In::Interface, "HRESULT M([in, @] WCHAR *p);"),
    (A::Ignore, "ignore", In::Record, "[@] ULONG *p;"),
    (A::PartialIgnore, "partial_ignore", In::Interface, "HRESULT M([in, out, @] ULONG *p);"),
    (A::Annotation, "annotation(\"_In_opt_\")", In::Interface, "HRESULT M([in, @] const ULONG *p);"),
    (A::IidIs, "iid_is(riid)", In::Interface, "HRESULT M([in] REFIID riid, [out, @] void **p);"),
    (A::SwitchIs, "switch_is(k)", In::Record, "ULONG k; [@] union { [case(1)] ULONG *a; [default] ; } u;"),
    (
        A::SwitchType,
        "switch_type(Nothing)",
        In::Record,
        "ULONG k; [switch_is(k), @] union { [case(1)] ULONG *a; [default] ; } u;",
    ),
    (A::Case, "case(1)", In::Record, "ULONG k; [switch_is(k)] union { [@] ULONG *a; [default] ; } u;"),
    (A::Default, "default", In::Record, "ULONG k; [switch_is(k)] union { [case(1)] ULONG a; [@] BYTE *b; } u;"),
    (A::DefaultValue, "defaultvalue(7)", In::Interface, "HRESULT M([in, @] ULONG n);"),
    (A::PropGet, "propget", In::Interface, "[@] HRESULT Name([out, retval] ULONG *p);"),
    (A::PropPut, "propput", In::Interface, "[@] HRESULT Name([in] ULONG n);"),
    (A::PropPutRef, "propputref", In::Interface, "[@] HRESULT Name([in] IUnknown *p);"),
    (A::Id, "id(5)", In::Interface, "[@] HRESULT M();"),
    (A::Local, "local", In::Interface, "[@] HRESULT M([in, size_is(missing)] BYTE *p);"),
    (A::CallAs, "call_as(M)", In::Interface, "HRESULT M(); [@] HRESULT Remote();"),
    (A::Entry, "entry(\"G\")", In::File, "[dllname(\"a.dll\")] module A { [@] HRESULT F(); }"),
    (A::Object, "object", In::File, "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @] interface IA { HRESULT M(); }"),
    (A::Odl, "odl", In::File, "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @] interface IA { HRESULT M(); }"),
    (A::Dual, "dual", In::File, "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @] interface IA { HRESULT M(); }"),
    (
        A::OleAutomation,
        "oleautomation",
        In::File,
        "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @] interface IA { HRESULT M(); }",
    ),
    (A::Uuid, "uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77)", In::File, "[object, @] interface IA : IUnknown {}"),
    (
        A::Source,
        "source",
        In::File,
        "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77)] coclass C { interface IUnknown; [@] interface IClassFactory; }",
    ),
    (A::DllName, "dllname(\"a.dll\")", In::File, "[@] module A { HRESULT F(); }"),
    (A::RepresentAs, "represent_as(Other)", In::File, "typedef [@] struct S { ULONG n; } S;"),
    (A::UserMarshal, "user_marshal(Other)", In::File, "typedef [@] struct S { ULONG n; } S;"),
    (A::Unverified, "unverified(\"why\")", In::Interface, "[@] HRESULT M();"),
    (A::NoIid, "no_iid", In::File, "[object, @] interface IA : IUnknown {}"),
    (A::Header, "header(\"a.h\")", In::Head, "@"),
    (A::ExposedBy, "exposed_by(\"stores\")", In::Head, "@"),
    (A::ImplementedBy, "implemented_by(\"stores\")", In::Head, "@"),
    (A::CalledBy, "called_by(\"clients\")", In::Head, "@"),
    (A::Transaction, "transaction(\"none\")", In::Head, "@"),
    (A::Unimplemented, "unimplemented(E_FAIL)", In::Head, "@"),
    (A::FreeThreaded, "free_threaded", In::Head, "@"),
    (A::BadPointer, "bad_pointer(E_INVALIDARG)", In::Head, "@"),
    (A::Success, "success(S_FALSE)", In::Interface, "[@] HRESULT M();"),
    (A::Errors, "errors(E_FAIL)", In::Interface, "[@] HRESULT M();"),
    (A::Placeholder, "placeholder", In::Interface, "[@] HRESULT M();"),
    (A::Raw, "raw(\"why\")", In::Interface, "HRESULT M([in, @] const ULONG *p);"),
    (A::FlagSet, "flag_set", In::File, "typedef [@] enum E { E_A = 1 } E;"),
    (A::View, "view(Item)", In::File, "typedef [@] struct S { ULONG n; [size_is(n)] BYTE *p; } S;"),
    (A::Flags, "flags(SET)", In::Interface, "HRESULT M([in, @] ULONG n);"),
    (A::Values, "values(KIND)", In::Interface, "HRESULT M([in, @] ULONG n);"),
    (A::PlainNumber, "plain_number", In::Interface, "HRESULT M([in, @] UINT_PTR n);"),
    (A::AtMost, "at_most(n)", In::Record, "ULONG n; [@] ULONG part; [size_is(n), unique] BYTE *p;"),
    (A::Reserved, "reserved", In::Interface, "HRESULT M([in, @] ULONG n);"),
    (A::BytesIs, "bytes_is(n)", In::Interface, "HRESULT M([in] ULONG n, [in, @] ULONG *p);"),
    (A::UnicodeFlag, "unicode_flag(WIDE, f)", In::Interface, "HRESULT M([in] ULONG f, [in, string, @] WCHAR *p);"),
    (A::Wide, "wide", In::Record, "[string, unique, @] CHAR *p;"),
    (A::MayBeNull, "may_be_null", In::Interface, "HRESULT M([out, mapi_alloc, @] LIST **p);"),
    (A::MapiAlloc, "mapi_alloc", In::Interface, "HRESULT M([out, @] LIST **p);"),
    (A::OneBlock, "one_block", In::Interface, "HRESULT M([out, mapi_alloc, @] OWNER **p);"),
    (A::TaskAlloc, "task_alloc", In::Interface, "HRESULT M([out, string, @] WCHAR **p);"),
    (A::MapiHeap, "mapi_heap", In::File, "[dllname(\"a.dll\"), @] module A { HRESULT F(); }"),
    (A::Edited, "edited", In::Interface, "HRESULT M([in, @] LIST *p);"),
    (
        A::Opaque,
        "opaque",
        In::File,
        "typedef [@] struct H__ { int unused; } *H;
        [object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77)] interface IA : IUnknown { HRESULT M([in] H h); }",
    ),
    (A::Replaces, "replaces", In::Interface, "HRESULT M([in, out, mapi_alloc, @] LIST **p);"),
    (A::NoAddref, "no_addref", In::Interface, "HRESULT M([out, @] IUnknown **p);"),
    (
        A::NameOrId,
        "name_or_id",
        In::File,
        "typedef [@] const struct N__ *N;
        [object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77)] interface IA : IUnknown { HRESULT M([in] N n); }",
    ),
    (A::Slot, "slot", In::Record, "[@] LONG *p;"),
];

/// What the examples are made of.
const TYPES: &str = "import \"unknwn.idl\";
    const ULONG WIDE = 1;
    typedef [flag_set] enum SET { SET_A = 1, SET_B = 2 } SET;
    typedef enum KIND { KIND_A, KIND_B } KIND;
    typedef struct LIST { ULONG n; [size_is(n)] ULONG items[]; } LIST;
    typedef struct OWNER { ULONG n; [size_is(n), mapi_alloc] ULONG *p; } OWNER;";

/// An interface of these attributes and methods.
fn interface(attributes: &str, methods: &str) -> String {
    format!("[object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77){attributes}] interface IA : IUnknown {{ {methods} }}")
}

impl In {
    fn file(self, text: &str) -> String {
        let rest = match self {
            Self::Interface => interface("", text),
            Self::Head => interface(&format!(", {text}"), "HRESULT M([in] const ULONG *p);"),
            Self::Record => {
                format!(
                    "typedef struct S {{ {text} }} S; {}",
                    interface("", "HRESULT M([in] S *s, [out, mapi_alloc] S **o);")
                )
            }
            Self::File => text.to_owned(),
        };
        format!("{TYPES} {rest}")
    }
}

/// A text with attributes in the place of each `@`, or without any.
fn with(text: &str, attributes: &str) -> String {
    if attributes.is_empty() { text.replace("[@]", "").replace(", @", "") } else { text.replace('@', attributes) }
}

fn compiled(text: &str) -> Compilation {
    compile(&[("a.idl", text)], &["a.idl"])
}

/// What is reported of a file.
fn reported(compilation: &Compilation) -> Vec<(Severity, Code, &str)> {
    compilation.diagnostics.iter().map(|one| (one.severity, one.code, &*one.message)).collect()
}

/// What writes something of a file.
type Writer = fn(&Compilation) -> String;

/// What of two files is not the same: what is reported, or what is written.
fn difference(one: &Compilation, other: &Compilation) -> Option<&'static str> {
    let writers: [(&str, Writer); 3] = [
        ("the Rust", |c| c.rust(&Layout::Tree).iter().map(|(path, text)| format!("{path}\n{text}")).collect()),
        ("the header", |c| cpp::header(&c.model, &c.layouts)),
        ("the ABI", |c| abi::json(&c.model, &c.layouts, Target::ALL[0])),
    ];
    if reported(one) != reported(other) {
        return Some("what is reported");
    }
    let differs = |write: &Writer| one.is_ok() && write(one) != write(other);
    writers.into_iter().find(|(_, write)| differs(write)).map(|(what, _)| what)
}

#[test]
fn each_that_is_read_changes_something() {
    // That it may stand there, and takes this, is known without anyone who reads it.
    let of_form = [Code::UNKNOWN_ATTRIBUTE, Code::BAD_ATTRIBUTE, Code::CONFLICTING_ATTRIBUTES, Code::SYNTAX];
    let mut idle = Vec::new();
    for (_, written, part, text) in EXAMPLES {
        let file = part.file(text);
        let (said, unsaid) = (compiled(&with(&file, written)), compiled(&with(&file, "")));
        let formal = said.diagnostics.iter().find(|one| of_form.contains(&one.code));
        assert!(formal.is_none(), "{}", said.render());
        if difference(&said, &unsaid).is_none() {
            idle.push(*written);
        }
    }
    assert!(idle.is_empty(), "these change nothing: {idle:?}");
}

#[test]
fn each_that_is_read_has_an_example() {
    let read = A::ALL.iter().filter(|kind| kind.row().effect == Effect::Read);
    for kind in read {
        assert!(EXAMPLES.iter().any(|(of, ..)| of == kind), "`{kind}` has no example");
    }
    for (kind, written, ..) in EXAMPLES {
        assert_eq!(kind.row().effect, Effect::Read, "{kind}");
        assert!(written.starts_with(kind.name()), "{kind}: {written}");
    }
}

/// Every place in which an attribute can stand.
const EVERYWHERE: &[(Places, &str)] = &[
    (Places::CONST, "[@] const ULONG C = 1;"),
    (Places::ENUM, "typedef [@] enum E { E_A } E;"),
    (Places::ENUMERATOR, "enum N { [@] N_A };"),
    (Places::TYPEDEF, "typedef [@] ULONG *T;"),
    (Places::RECORD, "typedef [@] struct R { ULONG n; } R;"),
    (Places::FIELD, "typedef struct F { [@] ULONG n; [@] IUnknown *p; } F;"),
    (Places::INTERFACE, "[object, uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e77), @] interface IA : IUnknown {"),
    (Places::METHOD, "[@] HRESULT M("),
    (Places::PARAM, "[in, @] ULONG n, [out, @] IUnknown **p"),
    (Places::INTERFACE, "); HRESULT L([in] R *r, [in] F *f, [in] T t); }"),
    (Places::PROPERTY, "dispinterface D { properties: [id(1), @] long p; methods: }"),
    (Places::MODULE, "[dllname(\"a.dll\"), @] module A { HRESULT F(); }"),
    (Places::LIBRARY, "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e78), @] library B {"),
    (Places::COCLASS, "[uuid(5a3c3a10-0530-4c31-9a4e-2f6b7c1f5e79), @] coclass K {"),
    (Places::MEMBER, "[@] interface IA;"),
    (Places::LIBRARY, "} }"),
];

/// A file with all attributes that are kept as text, in every place where they may stand, or with none.
fn everywhere(said: bool) -> String {
    let kept = |places| {
        let kinds = A::ALL.iter().map(|kind| kind.row()).filter(move |row| said && row.effect == Effect::Kept);
        let here = kinds.filter(move |row| row.places.meets(places));
        here.map(|row| format!("{}{}", row.name, argument(row.args))).collect::<Vec<_>>().join(", ")
    };
    EVERYWHERE.iter().map(|(places, text)| with(text, &kept(*places))).collect()
}

/// What an attribute that is kept can take.
fn argument(args: Args) -> &'static str {
    match args {
        Args::Text | Args::Texts => "(\"text\")",
        Args::Name | Args::Names | Args::Some => "(Name)",
        _ => "",
    }
}

#[test]
fn what_is_kept_changes_nothing() {
    let [said, unsaid] = [true, false].map(|said| compiled(&format!("{TYPES} {}", everywhere(said))));
    assert!(said.is_ok(), "{}", said.render());
    assert_eq!(difference(&said, &unsaid), None);
}

#[test]
fn what_nobody_knows_of_memory_leaves_a_pointer_raw() {
    for kind in A::ALL.iter().filter(|kind| kind.row().effect == Effect::Raw) {
        let text = "HRESULT M([in, @] const ULONG *p);";
        assert_eq!(methods("", &with(text, "")), [""; 0]);
        let found = methods("", &with(text, kind.name()));
        assert!(found.len() == 1 && found[0].contains(&format!("`{kind}`")), "{kind}: {found:?}");
    }
}
