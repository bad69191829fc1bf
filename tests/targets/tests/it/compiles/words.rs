//! The words of generated code and of the macros that it calls, as names of everything in IDL that has a name.

use fastrand::Rng;
use mapidl_codegen::diag::{Diagnostic, Severity};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::names::LOCALS;
use mapidl_targets::judge::{compile, root};

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Names that stand in no generated code, and mean something to Rust all the same.
const OTHERS: &[&str] = &[
    "_", "__", "___", "_1", "_11", "__1", "_1_", "_2D", "__2D", "_word", "_Word", "I__Word", "I_Word", "word__",
    "a__b", "self", "Self", "super", "crate", "r", "async", "await", "dyn", "gen", "try", "yield", "abstract",
    "become", "do", "final", "macro", "override", "priv", "typeof", "unsized", "virtual", "String", "Vec", "ToString",
    "From", "Into", "Iterator", "Send", "Sync", "Sized", "Drop", "Fn", "str", "char", "u8", "u16", "u128", "i8", "i16",
    "i64", "i128", "usize", "isize", "f32", "f64", "alloc", "test", "main", "T", "I", "I1", "A", "B", "__T",
    "__OFFSET", "Mock", "mock", "Unknown", "NONE", "NAMES", "set", "with", "get", "put", "is_empty", "union_", "lib",
    "m1",
];

/// Words of IDL itself.
const IDL: &[&str] = &[
    "interface",
    "struct",
    "union",
    "enum",
    "typedef",
    "const",
    "import",
    "void",
    "long",
    "int",
    "char",
    "float",
    "double",
    "boolean",
    "byte",
    "unsigned",
    "signed",
    "short",
    "hyper",
    "wchar_t",
    "small",
    "extern",
    "static",
    "module",
    "library",
    "switch",
    "case",
    "default",
    "GUID",
    "IID",
    "BOOL",
    "HRESULT",
    "HANDLE",
    "IUnknown",
    "IDispatch",
    "BSTR",
    "VARIANT",
];

/// Where a word names something.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Place {
    Const,
    Token,
    Enumerator,
    Flag,
    Constant,
    Record,
    Viewed,
    List,
    Alias,
    Handle,
    Enum,
    Interface,
    Method,
    Parameter,
    Out,
    Counted,
    Field,
    Case,
    Bit,
    Function,
    Class,
}

/// The places that make a value of the name, and nothing else that takes time to compile.
pub(crate) const VALUES: &[Place] = &[Place::Const, Place::Token];

pub(crate) const PLACES: &[Place] = &[
    Place::Const,
    Place::Enumerator,
    Place::Flag,
    Place::Constant,
    Place::Record,
    Place::Viewed,
    Place::List,
    Place::Alias,
    Place::Handle,
    Place::Enum,
    Place::Interface,
    Place::Method,
    Place::Parameter,
    Place::Out,
    Place::Counted,
    Place::Field,
    Place::Case,
    Place::Bit,
    Place::Function,
    Place::Class,
];

/// All words.
pub(crate) fn all() -> Vec<String> {
    let mut words: BTreeSet<String> = OTHERS.iter().map(|&word| word.to_owned()).collect();
    for (folder, only_macros) in [("tests/corpus/emit", false), ("codegen/src/emit", false), ("runtime/src", true)] {
        for path in sources(&root().join(folder)) {
            words.extend(words_of(&path, only_macros));
        }
    }
    words.into_iter().collect()
}

/// The files in a folder and in those inside it.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// The words of a file's code; of the runtime's files only those of macros.
fn words_of(path: &Path, only_macros: bool) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a source");
    let (mut words, mut inside) = (Vec::new(), false);
    for line in text.lines() {
        match line {
            "}" => inside = false,
            _ if line.starts_with("macro_rules!") => inside = true,
            _ => {}
        }
        if line.trim_start().starts_with("//") || only_macros && !inside {
            continue;
        }
        words.extend(words_in(line).filter(|word| !IDL.contains(word)).map(str::to_owned));
    }
    words
}

fn words_in(text: &str) -> impl Iterator<Item = &str> {
    let starts = |word: &&str| word.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(starts)
}

/// So many of the words, half of them hard ones: those that mean something to Rust, or to generated code.
pub(crate) fn choose(words: &[String], most: usize, seed: u64) -> Vec<String> {
    let mut rng = Rng::with_seed(seed);
    let is_hard = |word: &String| OTHERS.contains(&word.as_str()) || LOCALS.contains(&word.as_str());
    let (mut hard, mut easy): (Vec<_>, Vec<_>) = words.iter().cloned().partition(is_hard);
    rng.shuffle(&mut hard);
    rng.shuffle(&mut easy);
    let rest = hard.split_off(hard.len().min(most / 2));
    hard.into_iter().chain(easy).chain(rest).take(most).collect()
}

/// Something of every kind, so that every macro and every shape is there beside the names.
const KIT: &str = r#"
import "oaidl.idl";
typedef [v1_enum, flag_set] enum XqFlags { XqA = 1, XqB = 0x80000000 } XqFlags;
typedef enum XqKind { XqNumbers = 1, XqText = -1 } XqKind;
typedef [view(XqItem)] struct XQITEM { ULONG count; [size_is(count), unique, mapi_alloc] ULONG *numbers; } XQITEM;
typedef struct XQLIST { ULONG count; [size_is(count)] XQITEM items[]; } XQLIST;
typedef struct XQTAIL { [at_most(count)] ULONG first; ULONG count; [size_is(count)] ULONG items[]; } XQTAIL;
typedef struct XQCHOICE { ULONG kind; [switch_type(ULONG), switch_is(kind)] union {
    [case(1)] ULONG number; [case(2), string] WCHAR *text; [case(3)] XQITEM *item; [default] ; } u; } XQCHOICE;
typedef struct XQBITS { ULONG a : 3; int b : 5; } XQBITS;
typedef struct XQLONG { BYTE bytes[40]; } XQLONG;
const HRESULT XQ_E_FAIL = 0x80040001;
[dllname("xq.dll")] module XqDll { HRESULT XqCall([in] ULONG a, [out] ULONG *b); }
[object, uuid(5a3c3a10-0117-4c31-9a4e-2f6b7c1ffff1)]
interface IXq : IDispatch {
    [id(1), propget] HRESULT XqName([out, retval] BSTR *x);
    [id(1), propput] HRESULT XqName([in] BSTR x);
    HRESULT XqLists([in] XQLIST *a, [in, unique] XQTAIL *b, [in] XQCHOICE *c, [in, out] XQLIST *d);
    HRESULT XqSlices([in] ULONG n, [in, size_is(n)] const XQITEM *a, [in, unique, size_is(n)] const XQITEM **b);
    HRESULT XqOut([out] ULONG *n, [out, size_is(, *n), mapi_alloc] XQITEM **a, [out, mapi_alloc] XQITEM **b,
        [out] IUnknown **c, [out, string, task_alloc] LPWSTR *d, [out, string, mapi_alloc, may_be_null] LPWSTR *e);
    HRESULT XqFill([in] ULONG n, [out, size_is(n), length_is(*m)] ULONG *a, [out] ULONG *m,
        [in] ULONG o, [out, size_is(o)] IUnknown **p);
    HRESULT XqAny([in, unique] REFIID riid, [out, iid_is(riid)] void **out, [in] XqFlags f, [in, string] const WCHAR *t);
    HRESULT XqValues([in] BOOL a, [out] BOOL *b, [in, out] ULONG *c, [in] VARIANT d, [out] VARIANT *e, [in] DATE f);
    XqKind XqPlain([in] ULONG a);
    XQBITS XqRecord([in] ULONG a);
    void XqNothing([reserved] ULONG a);
};
[uuid(5a3c3a10-0117-4c31-9a4e-2f6b7c1ffff2)] coclass XqClass { interface IXq; }
"#;

/// Files in which words are names in a place, up to so many in a file. Those that IDL refuses there are left out.
pub(crate) fn named(words: &[String], place: Place, most: usize) -> Vec<String> {
    words.chunks(most).flat_map(|words| accepted(words, place, KIT)).collect()
}

/// A file that has constants of the words, but for those that it has itself.
pub(crate) fn beside(words: &[String], text: &str) -> Option<String> {
    let own: BTreeSet<_> = words_in(text).collect();
    let words: Vec<_> = words.iter().filter(|word| !own.contains(word.as_str())).cloned().collect();
    accepted(&words, Place::Const, text)
}

/// A file with all of the words that IDL accepts in that place, behind others; those that it refuses are left out.
fn accepted(words: &[String], place: Place, head: &str) -> Option<String> {
    let mut words = words.to_vec();
    while !words.is_empty() {
        let text = format!("{head}{}", declarations(&words, place));
        let compilation = compile(&text);
        if compilation.is_ok() {
            return Some(text);
        }
        let refused = refused(&compilation, &text);
        assert!(!refused.is_empty(), "{place:?}: {}", compilation.render());
        let mut at = 0..;
        words.retain(|_| !at.next().is_some_and(|at| refused.contains(&at)));
    }
    None
}

/// The words in whose declarations there are errors, by their marks.
fn refused(compilation: &Compilation, text: &str) -> BTreeSet<usize> {
    let errors = compilation.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let word = |error: &Diagnostic| {
        let (_, place) = compilation.sources.place(error.span()?)?;
        let (_, mark) = text.get(..place.end)?.rsplit_once(MARK)?;
        mark.split_once('*')?.0.parse().ok()
    };
    errors.filter_map(word).collect()
}

/// Begins the declarations of a word, before its number.
const MARK: &str = "/*@";

/// What declares the words in a place, each after its mark.
fn declarations(words: &[String], place: Place) -> String {
    let each = |line: Line| each(words, line);
    let values = |head: &str| format!("{head} {{\n{}}}", each(&|at, word| format!("{word} = {at},\n")));
    let types = |declaration: Line, parameters: Line| {
        let method = |at: usize, word: &str| format!("HRESULT M{at}({});\n", parameters(at, word));
        each(declaration) + &interface(&each(&method))
    };
    let in_and_out: Line = &|_, word| format!("[in] {word} a, [out] {word} *b");
    match place {
        Place::Const => each(&|at, word| format!("const long {word} = {at};\n")),
        Place::Token => each(&|_, word| format!("typedef void *{word};\n")),
        Place::Enumerator => values("typedef enum ZqEnum") + " ZqEnum;\n",
        Place::Flag => values("typedef [flag_set] enum ZqEnum") + " ZqEnum;\n",
        Place::Constant => values("enum") + ";\n",
        Place::Record => {
            let parameters: Line = &|_, word| format!("[in] const {word} *a, [out] {word} *b");
            types(&|_, word| format!("typedef struct {word} {{ long a; }} {word};\n"), parameters)
        }
        Place::Viewed => {
            let parameter: Line = &|_, word| format!("[in] const {word} *a");
            types(&|_, word| format!("typedef struct {word} {{ [string] WCHAR *text; }} {word};\n"), parameter)
        }
        Place::List => {
            let list: Line =
                &|_, word| format!("typedef struct {word} {{ ULONG n; [size_is(n)] ULONG a[]; }} {word};\n");
            types(list, &|_, word| format!("[in] {word} *a"))
        }
        Place::Alias => types(&|_, word| format!("typedef unsigned long {word};\n"), in_and_out),
        Place::Handle => types(&|_, word| format!("typedef void *{word};\n"), in_and_out),
        Place::Enum => types(&|at, word| format!("typedef enum {word} {{ ZqV{at} }} {word};\n"), in_and_out),
        Place::Interface => each(&|at, word| {
            let head = format!("[object, uuid(5a3c3a10-0117-4c31-9a4e-2f6b7c{at:06x})]");
            format!("{head}\ninterface {word} : IUnknown {{ HRESULT M([in] {word} *a, [out] {word} **b); }}\n")
        }),
        Place::Method => interface(&each(&|_, word| format!("HRESULT {word}([in] ULONG a, [out] ULONG *b);\n"))),
        Place::Parameter => interface(&each(&parameter)),
        Place::Out => interface(&each(&out)),
        Place::Counted => interface(&each(&counted)),
        Place::Field => each(&field) + &interface(&each(&method_of_fields)),
        Place::Case => types(&case, &|at, _| format!("[in] Zq{at} *a")),
        Place::Bit => each(&|at, word| format!("typedef struct Zq{at} {{ ULONG {word} : 3; ULONG b : 4; }} Zq{at};\n")),
        Place::Function => {
            let all = each(&|_, word| format!("HRESULT {word}([in] ULONG a, [out] ULONG *b);\n"));
            format!("[dllname(\"zq.dll\")] module ZqDll {{\n{all}}}\n")
        }
        Place::Class => each(&|at, word| {
            format!("[uuid(5a3c3a10-0118-4c31-9a4e-2f6b7c{at:06x})] coclass {word} {{ interface IDispatch; }}\n")
        }),
    }
}

/// What is written of a word and its number.
type Line<'a> = &'a dyn Fn(usize, &str) -> String;

fn each(words: &[String], line: Line) -> String {
    words.iter().enumerate().map(|(at, word)| format!("{MARK}{at}*/{}", line(at, word))).collect()
}

fn interface(methods: &str) -> String {
    format!("[object, uuid(5a3c3a10-0117-4c31-9a4e-2f6b7c1f5e01)]\ninterface IZq : IUnknown {{\n{methods}}};\n")
}

/// Methods whose parameters have the name and go in.
fn parameter(at: usize, word: &str) -> String {
    format!(
        "HRESULT M{at}([in] ULONG {word});\nHRESULT N{at}([in] XQLIST *{word});\n\
         HRESULT O{at}([in, string] const WCHAR *{word}, [in] IUnknown *b);\n\
         ULONG P{at}([in] ULONG {word});\nXQBITS Q{at}([reserved] ULONG {word});\n"
    )
}

/// Methods with the name among what comes out.
fn out(at: usize, word: &str) -> String {
    format!(
        "HRESULT M{at}([out] ULONG *{word});\nHRESULT N{at}([out] IUnknown **{word});\n\
         HRESULT O{at}([out, mapi_alloc] XQITEM **{word});\n\
         HRESULT P{at}([in] REFIID {word}, [out, iid_is({word})] void **b);\n\
         HRESULT Q{at}([in] REFIID b, [out, iid_is(b)] void **{word});\n\
         HRESULT R{at}([in, out, mapi_alloc, replaces] XQLIST **{word});\nvoid S{at}([out] BOOL *{word});\n"
    )
}

/// Methods whose arrays, or what counts them, have the name.
fn counted(at: usize, word: &str) -> String {
    format!(
        "HRESULT M{at}([in] ULONG {word}, [in, size_is({word})] const XQITEM *b);\n\
         HRESULT N{at}([in] ULONG b, [in, size_is(b)] const XQITEM *{word});\n\
         HRESULT O{at}([out] ULONG *{word}, [out, size_is(, *{word}), mapi_alloc] ULONG **b);\n\
         HRESULT P{at}([out] ULONG *b, [out, size_is(, *b), mapi_alloc] ULONG **{word});\n\
         HRESULT Q{at}([in] ULONG b, [out, size_is(b)] IUnknown **{word});\n"
    )
}

/// Records with a field of the name: of each kind, and as the count of another one.
fn field(at: usize, word: &str) -> String {
    format!(
        "typedef struct Zq{at} {{ ULONG {word}; }} Zq{at};\n\
         typedef struct Yq{at} {{ [string] WCHAR *{word}; }} Yq{at};\n\
         typedef struct Wq{at} {{ ULONG b; ULONG {word}; [size_is({word})] ULONG a[]; }} Wq{at};\n\
         typedef struct Vq{at} {{ ULONG {word}; ULONG b; [size_is(b)] ULONG a[]; }} Vq{at};\n"
    )
}

fn method_of_fields(at: usize, _: &str) -> String {
    format!("HRESULT M{at}([in] const Zq{at} *a, [in] Yq{at} *b, [in] Wq{at} *c, [in] Vq{at} *d);\n")
}

/// A union with a case of the name.
fn case(at: usize, word: &str) -> String {
    format!(
        "typedef enum Eq{at} {{ ZQ{at}_{word} = 1, ZQ{at}_QQ = 2 }} Eq{at};\n\
         typedef struct Zq{at} {{ Eq{at} kind; [switch_type(ULONG), switch_is(kind)] union {{\n\
         [case(ZQ{at}_{word})] ULONG {word}; [case(ZQ{at}_QQ), string] WCHAR *b; }} u; }} Zq{at};\n"
    )
}
