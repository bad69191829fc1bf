//! How items look, and that they are still the same tokens.

use super::{WIDTH, within};
use crate::driver;
use crate::emit;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::path::{Path, PathBuf};

fn print(item: TokenStream, width: usize) -> String {
    let mut text = String::new();
    within(width, &mut text, [item], "");
    text
}

fn tokens(rust: &str) -> TokenStream {
    rust.parse().unwrap_or_else(|error| panic!("{error} in:\n{rust}"))
}

fn looks(rust: &str, want: &str) {
    assert_eq!(print(tokens(rust), WIDTH).trim(), want.trim());
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

#[test]
fn lists_have_lines_where_they_are_too_long() {
    let long = "a_name_that_is_quite_long_in_itself";
    let (call, list) = (format!("f({long}, {long})"), format!("f({long}, {long}, {long}, {long})"));
    looks(
        &format!("fn f() {{ {call}; {list}; }}"),
        &format!(
            "fn f() {{\n    {call};\n    f(\n        {long},\n        {long},\n        {long},\n        {long},\n    );\n}}"
        ),
    );
}

#[test]
fn operators_are_told_from_what_surrounds_them() {
    let text = "fn f<T: A, const N: isize>(x: &'a mut [u8; 3]) -> Vec<Vec<*const T>> {
    let y = -*x + (a & b) * &c[1..];
    let z = |a: T, b| a || !b;
    g::<T>(x as ::core::X, || 1, <T as A>::B)?.0 < c && d >> 2 > e
}";
    looks(text, text);
}

#[test]
fn a_type_begins_after_a_lifetime() {
    let text = "fn f<'a>(a: &'a [u8], b: &'a *const T, c: &'a ::core::X, d: &'a (dyn A + 'a), e: &'a &'static T) {}";
    looks(text, text);
    assert_eq!(print(tokens("fn f(a: &'a (A), b: &'a [B]) {}"), 0).matches(',').count(), 2, "of the parameters alone");
}

#[test]
fn braces_stay_on_a_line_that_has_room() {
    let text = "impl A for ::b::C<'_> {
    fn f() {
        unsafe { g(x) }
    }

    fn h() {
        let S { a, b } = if a { b } else { c };
        match a {
            Some(x) if x => y,
            _ => {}
        }
        k(1, &mut || {
            b;
            c
        })
    }
}";
    looks(text, text);
}

#[test]
fn documentation_is_a_comment_where_a_comment_can_say_it() {
    looks(r##"#[doc = " a \"b\""] #[doc = r#" c"#] struct A;"##, "/// a \"b\"\n/// c\nstruct A;");
    looks(r#"#[doc = "/ a"] #[doc = "b\nc"] struct A;"#, "#[doc = \"/ a\"]\n#[doc = \"b\\nc\"]\nstruct A;");
}

#[test]
fn a_tuple_keeps_its_only_comma() {
    looks("struct A { a: fn(b,), c: (d,), }", "struct A {\n    a: fn(b),\n    c: (d,),\n}");
    looks("fn f() { let _ = (a,); g((a,), b,); h(a,) }", "fn f() {\n    let _ = (a,);\n    g((a,), b);\n    h(a)\n}");
}

/// All of MAPI, as it is emitted.
#[test]
fn emitted_items_keep_their_tokens() {
    let options = driver::Options::default();
    let path = |path: PathBuf| path.display().to_string();
    let mapi: Vec<_> = files(&repository().join("idl"), "idl").into_iter().map(path).collect();
    assert!(mapi.len() > 20, "files are missing");
    let corpus = files(&repository().join("tests/corpus/emit"), "idl").into_iter().map(|p| vec![path(p)]);
    for paths in corpus.chain([mapi]) {
        let compilation = driver::compile(&paths, &options);
        assert!(compilation.is_ok(), "{}", compilation.render());
        for module in &compilation.plan().modules {
            let made = emit::module(module, &options.plan);
            made.items.into_iter().chain(made.mocks).for_each(keeps_tokens);
        }
    }
}

/// Rust that people wrote, which has more kinds of syntax than what is emitted.
#[test]
fn written_items_keep_their_tokens() {
    let folders = ["codegen/src", "runtime/src", "macros/src", "tests/tests"];
    let paths: Vec<_> = folders.iter().flat_map(|folder| files(&repository().join(folder), "rs")).collect();
    assert!(paths.len() > 200, "files are missing");
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a source can be read");
        keeps_tokens(tokens(&text));
    }
}

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder can be read") {
        let path = entry.expect("a folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found
}

/// Narrow lines break all brackets that can be broken, as long names do.
fn keeps_tokens(item: TokenStream) {
    for width in [WIDTH, 0] {
        keeps_tokens_within(width, item.clone());
    }
}

fn keeps_tokens_within(width: usize, item: TokenStream) {
    let text = print(item.clone(), width);
    if let Err(error) = syn::parse_file(&text) {
        panic!("{error} in lines of {width} columns:\n{text}");
    }
    let (mut before, mut after) = (Vec::new(), Vec::new());
    flatten(item, &mut before);
    flatten(tokens(&text), &mut after);
    let differs = before.iter().zip(&after).position(|(a, b)| a != b);
    let near = |list: &[String]| {
        list.iter().skip(differs.unwrap_or(0).saturating_sub(9)).take(18).cloned().collect::<Vec<_>>()
    };
    assert!(before == after, "{:?}\nhas become\n{:?}", near(&before), near(&after));
    let blank_end = text.lines().find(|line| line.ends_with(' ') && !text.contains("r#\""));
    assert_eq!(blank_end, None, "a line ends with a blank");
}

/// All tokens in order, without the commas that end a list, strings by their values.
fn flatten(stream: TokenStream, out: &mut Vec<String>) {
    for token in stream {
        match token {
            TokenTree::Group(group) => {
                let callee = out.last().is_some_and(|word| is_callee(word));
                let (start, end) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                let is_comma = |t: &TokenTree| matches!(t, TokenTree::Punct(p) if p.as_char() == ',');
                let is_tuple = start == "(" && !callee && group.stream().into_iter().filter(is_comma).count() == 1;
                out.push(start.to_owned());
                flatten(group.stream(), out);
                out.pop_if(|last| last == "," && !is_tuple);
                out.push(end.to_owned());
            }
            TokenTree::Punct(mark) => {
                out.pop_if(|last| last == "," && mark.as_char() == '>');
                out.push(mark.as_char().to_string());
            }
            TokenTree::Literal(literal) => {
                let literal = literal.to_string();
                match (syn::parse_str::<syn::LitStr>(&literal), literal.strip_suffix('.')) {
                    (Ok(text), _) => out.push(format!("{:?}", text.value())),
                    // As `0.` in `self.0.name`, which may be read back in two parts.
                    (_, Some(place)) => out.extend([place.to_owned(), ".".to_owned()]),
                    _ => out.push(literal),
                }
            }
            TokenTree::Ident(name) => out.push(name.to_string()),
        }
    }
}

/// Whether brackets after this are those of a call.
fn is_callee(word: &str) -> bool {
    let is_name = word.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '>' || c == ')');
    is_name
        && !matches!(word, "let" | "in" | "as" | "return" | "match" | "if" | "for" | "while" | "mut" | "impl" | "else")
}
