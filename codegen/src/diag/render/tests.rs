//! What a diagnostic looks like.

use super::snippet;
use super::{coloured, json, plain, short};
use crate::diag::{Code, Diagnostic};
use crate::source::{Expansion, SourceMap, Span};
use expect_test::expect;

fn sources(text: &str) -> SourceMap {
    let mut sources = SourceMap::new();
    sources.add_text("dir/a.idl", text).unwrap();
    sources
}

fn sample() -> Diagnostic {
    Diagnostic::error(Code::DUPLICATE_METHOD, Span::new(26, 27), "`F` is declared twice")
        .here("here again")
        .also(Span::new(11, 12), "first here")
        .note("a vtable has no overloads")
        .help("rename one of them")
}

#[test]
fn a_snippet_underlines() {
    let sources = sources("/**/HRESULT F();\n  HRESULT F([in] LONG x);\n");
    expect![[r#"
        error[IDL0205]: `F` is declared twice
         --> dir/a.idl:2:10
          |
        1 | /**/HRESULT F();
          |            - first here
        2 |   HRESULT F([in] LONG x);
          |          ^ here again
          |
          = note: a vtable has no overloads
          = help: rename one of them"#]]
    .assert_eq(&snippet::render(&sample(), &sources, false));
}

#[test]
fn color_is_a_choice() {
    let sources = sources("/**/HRESULT F();\n  HRESULT F([in] LONG x);\n");
    assert!(coloured(&[sample()], &sources).contains("\u{1b}["));
    assert!(!plain(&[sample()], &sources).contains('\u{1b}'));
    assert!(plain(&[sample()], &sources).ends_with("rename one of them\n\n"));
}

#[test]
fn the_short_form_is_one_line() {
    let sources = sources("/**/HRESULT F();\n  HRESULT F([in] LONG x);\n");
    let warning = Diagnostic::warning(Code::UNKNOWN_ATTRIBUTE, Span::new(28, 30), "`x` is not known");
    assert_eq!(short(&sample(), &sources), "dir/a.idl:2:10: error[IDL0205]: `F` is declared twice");
    assert_eq!(short(&warning, &sources), "dir/a.idl:2:12: warning[IDL0301]: `x` is not known");
    let global = Diagnostic::global(Code::CANNOT_READ, "`a.idl` is not found");
    assert_eq!(short(&global, &sources), "error[IDL0001]: `a.idl` is not found");
    assert_eq!(snippet::render(&global, &sources, false), "error[IDL0001]: `a.idl` is not found");
}

#[test]
fn json_says_everything() {
    let sources = sources("/**/HRESULT F();\n  HRESULT F([in] LONG x);\n");
    expect![[r#"{"code":"IDL0205","severity":"error","message":"`F` is declared twice","file":"dir/a.idl","line":2,"column":10,"end_line":2,"end_column":11,"labels":[{"text":"here again","file":"dir/a.idl","line":2,"column":10,"end_line":2,"end_column":11},{"text":"first here","file":"dir/a.idl","line":1,"column":12,"end_line":1,"end_column":13}],"notes":["a vtable has no overloads"],"help":"rename one of them"}"#]]
        .assert_eq(&json(&sample(), &sources));
    assert!(!json(&Diagnostic::global(Code::CANNOT_READ, "x"), &sources).contains("line"));
}

#[test]
fn macros_and_imports_are_told() {
    let mut sources = sources("import \"b.idl\";\n");
    let loaded = crate::source::Loaded {
        name: "b.idl".to_owned(),
        display: "dir/b.idl".to_owned(),
        key: "b".to_owned(),
        origin: crate::source::Origin::Memory { label: "test", name: "b.idl".to_owned() },
        text: "#define M x\nM".to_owned(),
    };
    let b = sources.add(loaded, Some(Span::new(7, 14))).unwrap();
    let start = sources.file(b).start;
    let definition = Some(Span::new(start + 8, start + 9));
    let call = Span::new(start + 12, start + 13);
    let span = sources.add_expansion(Expansion { name: "M".into(), definition, call }).unwrap();
    let error = Diagnostic::error(Code::SYNTAX, span, "expected a type, found `x`");
    expect![[r#"
        error[IDL0101]: expected a type, found `x`
         --> dir/b.idl:2:1
          |
        2 | M
          | ^
          |
          = note: in the expansion of the macro `M`, defined at dir/b.idl:1
          = note: imported from dir/a.idl:1"#]]
    .assert_eq(&snippet::render(&error, &sources, false));
}

#[test]
fn long_lines_are_cut() {
    let text = format!("{}HERE{}\n", "é".repeat(1_000_000), "b".repeat(1_000_000));
    let sources = sources(&text);
    let error = Diagnostic::error(Code::SYNTAX, Span::new(2_000_000, 2_000_004), "expected a type");
    let shown = snippet::render(&error, &sources, false);
    assert!(shown.len() < 1_500, "{}", shown.len());
    assert!(shown.contains("dir/a.idl:1:1000001") && shown.contains("HERE") && shown.contains("^^^^"), "{shown}");
    let wide = snippet::render(&Diagnostic::error(Code::SYNTAX, Span::new(0, 3_000_000), "x"), &sources, false);
    assert!(wide.len() < 2_000, "{}", wide.len());
}

#[test]
fn tall_labels_and_far_ones_stay_small() {
    let text = "line of text\n".repeat(100_000);
    let sources = sources(&text);
    let error = Diagnostic::error(Code::SYNTAX, Span::new(0, 1_000_000), "x").also(Span::new(900_003, 900_005), "far");
    expect![[r#"
        error[IDL0101]: x
             --> dir/a.idl:1:1
              |
            1 | line of text
              | ^^^^^^^^^^^^
              |
             ::: dir/a.idl:69232:1
              |
        69232 | line of text
              | -- far"#]]
    .assert_eq(&snippet::render(&error, &sources, false));
}
