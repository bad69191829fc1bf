//! Text of the IDL stays text: whatever documentation, reasons, strings and file names hold, the items of the output are
//! those that harmless text gives.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::export;
use mapidl_codegen::output::Layout;
use mapidl_codegen::plan::Mocks;
use mapidl_codegen::source::{ChainLoader, MemoryLoader};
use proc_macro2::{Group, Literal, TokenStream, TokenTree};
use proptest::prelude::*;

/// What has a meaning to a language that text passes through.
const PARTS: &[&str] = &[
    "```",
    "~~~",
    "````",
    "`",
    "``",
    "    ",
    "\t",
    "  ",
    " ",
    "rust",
    "text",
    "compile_fail",
    "-",
    "- ",
    "*",
    "> ",
    ">",
    "1. ",
    "+ ",
    "#",
    "# ",
    "#![deny(x)]",
    "#[doc]",
    "<script>",
    "</b>",
    "<!--",
    "-->",
    "[x]",
    "](y)",
    "[x]: y",
    "![z]",
    "\\",
    "\\\\",
    "\"",
    "'",
    "\"#",
    "r#\"",
    "*/",
    "/*",
    "//",
    "///",
    "//!",
    "??/",
    "\\n",
    "{",
    "}",
    "{}",
    "$x",
    "%s",
    ";",
    "fn f() {}",
    "panic!()",
    "]]>",
    "&lt;",
    "\u{202e}",
    "\u{2066}",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    "\u{c}",
    "\u{200b}",
    "\u{feff}",
    "e\u{301}",
    "\u{1f600}",
    "http://a.b",
    "<http://a.b>",
    "https://",
    "a|b",
    "|",
    "---",
    "===",
    "x",
    "word",
    "0",
    "_",
];

/// A line that nobody would write, without line breaks; a backslash at its end would take the next line in.
fn line() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PARTS), 0..8)
        .prop_map(|parts| parts.concat())
        .prop_map(|line| if line.trim_end().ends_with('\\') { line + "." } else { line })
}

#[derive(Clone, Debug)]
struct Texts {
    docs: Vec<String>,
    inner: String,
    reason: String,
    string: String,
    file: String,
}

fn texts() -> impl Strategy<Value = Texts> {
    let file = prop_oneof![line(), "[a-z\n\r\u{202e}*/\"'`$]{1,8}"];
    (prop::collection::vec(line(), 0..8), line(), line(), line(), file)
        .prop_map(|(docs, inner, reason, string, file)| Texts { docs, inner, reason, string, file })
}

/// A string literal of IDL.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The IDL with the texts wherever text can stand.
fn idl(texts: &Texts) -> String {
    let docs: String = texts.docs.iter().map(|line| format!("/// {line}\n")).collect();
    let block = format!("/**\n * {}\n */\n", texts.inner.replace("*/", "* /"));
    let (reason, string) = (quoted(&texts.reason), quoted(&texts.string));
    format!(
        "//! {inner}\n\
        import \"unknwn.idl\";\n\
        {docs}const WCHAR *const WIDE = L{string};\n\
        {block}const char *const NARROW = {string};\n\
        {docs}typedef enum KIND {{\n{docs}KIND_A = 1,\n{docs}KIND_B\n}} KIND;\n\
        {docs}typedef struct POINT {{\n{docs}LONG x;\n{block}LONG y; }} POINT;\n\
        {docs}[object, uuid(0a1b2c3d-0001-0002-0003-000000000004), header({reason}), exposed_by({reason}), helpstring({reason})]\n\
        interface IText : IUnknown {{\n\
        {docs}[helpstring({reason})] HRESULT First(\n{docs}[in] LONG value, [in, raw({reason})] void *pv);\n\
        {block}HRESULT Second([out, retval] LONG *plValue);\n\
        }};\n",
        inner = texts.inner,
    )
}

fn compile(name: &str, text: String) -> Compilation {
    let (memory, bundled) = (MemoryLoader::new("test").with(name, text), bundled());
    let mut options = Options::default();
    options.plan.mocks = Mocks::Feature("mock".to_owned());
    compile_with(&[name.to_owned()], &ChainLoader::new(vec![&memory, &bundled]), &options)
}

/// Tokens without documentation and the contents of strings.
fn bare(tokens: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inner = group.stream();
                let is_doc = inner.clone().into_iter().next().is_some_and(|first| first.to_string() == "doc");
                if is_doc && matches!(out.last(), Some(TokenTree::Punct(mark)) if mark.as_char() == '#') {
                    out.pop();
                } else {
                    out.push(Group::new(group.delimiter(), bare(inner)).into());
                }
            }
            TokenTree::Literal(lit) if lit.to_string().ends_with('"') => out.push(Literal::string("").into()),
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

fn items(compilation: &Compilation) -> String {
    assert!(compilation.is_ok(), "{}", compilation.render());
    let outputs = compilation.rust(&Layout::Tree);
    let mut all = String::new();
    for (path, text) in outputs.iter() {
        syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        let tokens = text.parse().unwrap_or_else(|error| panic!("{path}: {error}\n{text}"));
        all.push_str(&format!("{path}: {}\n", bare(tokens)));
    }
    all
}

/// The lines of a header that are no comments, strings taken away.
fn header(compilation: &Compilation) -> Vec<String> {
    let header = export::cpp::header(&compilation.model, &compilation.layouts);
    assert!(!header.contains('\r'));
    let mut lines: Vec<_> = header.lines().map(str::trim_start).filter(|line| !line.starts_with("//")).collect();
    lines.retain(|line| !line.starts_with("MAPIDL_CONST"));
    for comment in header.lines().filter(|line| line.trim_start().starts_with("//")) {
        let comment = comment.trim_end();
        assert!(!comment.ends_with('\\') && !comment.ends_with("??/"), "{comment}");
    }
    lines.into_iter().map(str::to_owned).collect()
}

/// Compiles headers as C++ and as C, with trigraphs, where there is a compiler.
#[test]
fn headers_compile() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    use std::process::Command;
    if Command::new("g++").arg("--version").output().is_err() {
        assert!(std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(), "g++ is missing");
        return println!("skipped: g++ is missing");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut runner = TestRunner::deterministic();
    for _ in 0..8 {
        let texts = texts().new_tree(&mut runner).unwrap().current();
        let compilation = compile("a\n*/.idl", idl(&texts));
        let header = export::cpp::header(&compilation.model, &compilation.layouts);
        for (language, standard) in [("c++", "c++17"), ("c", "c11")] {
            let path = folder.path().join("a.h");
            std::fs::write(&path, &header).unwrap();
            let mut command = Command::new("g++");
            command.args(["-fsyntax-only", "-trigraphs", "-w", "-x", language, &format!("-std={standard}")]).arg(&path);
            let output = command.output().unwrap();
            assert!(output.status.success(), "{}\n{header}", String::from_utf8_lossy(&output.stderr));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn text_adds_no_item(texts in texts()) {
        let plain = |text: &str| if text.is_empty() { String::new() } else { "x".to_owned() };
        let harmless = Texts {
            docs: texts.docs.iter().map(|_| "plain".to_owned()).collect(),
            inner: "plain".to_owned(),
            reason: plain(&texts.reason),
            string: "x".to_owned(),
            file: "plain".to_owned(),
        };
        // The module has the name of what is plain in the file's.
        let odd: String = texts.file.chars().filter(|c| !c.is_ascii_alphanumeric() && *c != '/').collect();
        let hostile = compile(&format!("{odd}plain.idl"), idl(&texts));
        let harmless = compile("plain.idl", idl(&harmless));
        prop_assert_eq!(header(&hostile), header(&harmless));
        prop_assert_eq!(items(&hostile), items(&harmless));
    }
}
