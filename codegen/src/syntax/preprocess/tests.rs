//! What the preprocessor makes of texts.

use super::{MacroOption, Output, Spans, run};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{Loader, MemoryLoader, SourceMap};
use std::time::{Duration, Instant};

struct Run {
    sources: SourceMap,
    output: Option<Output>,
    errors: Vec<Diagnostic>,
}

/// Preprocesses `main.idl` of the files.
fn preprocess(files: &[(&str, &str)], options: &[MacroOption]) -> Run {
    let loader =
        files.iter().fold(MemoryLoader::new("test"), |loader, (name, text)| loader.with(name, (*text).to_owned()));
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let file = sources.add(loader.load(None, "main.idl").unwrap(), None).unwrap();
    let output = run(&mut sources, &loader, file, options, &mut sink);
    let output = output.map(|(output, _)| output);
    Run { sources, output, errors: sink.into_sorted() }
}

fn main(text: &str) -> Run {
    preprocess(&[("main.idl", text)], &[])
}

/// The words of the output of a text that has no mistakes, with single blanks between them.
fn words(text: &str) -> String {
    let run = main(text);
    assert!(run.errors.is_empty(), "{:?}", run.errors);
    squeeze(&run)
}

fn squeeze(run: &Run) -> String {
    run.output.as_ref().unwrap().text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The code, message and underlined text of the only mistake.
fn mistake(text: &str) -> (Code, String, String) {
    let run = main(text);
    let [error] = &run.errors[..] else { panic!("{:?}", run.errors) };
    let span = error.span().unwrap();
    (error.code, error.message.clone(), run.sources.text(span).to_owned())
}

#[test]
fn comments_are_blanks() {
    assert_eq!(words("a/* x */b // y\nc /* \" */ d \"/* no */\" e"), "a b c d \"/* no */\" e");
    assert_eq!(words("a // joined \\\n still\nb"), "a b");
}

#[test]
fn macros_are_replaced() {
    assert_eq!(words("#define A 1\n#define B A + A\nB; \"A\" AA A1 0xA"), "1 + 1 ; \"A\" AA A1 0xA");
    assert_eq!(words("#define A 1\n#undef A\nA"), "A");
    assert_eq!(words("#define EMPTY\n[object, EMPTY, x]"), "[object, , x]");
    assert_eq!(words("#define A \\\n  1 /* c \n d */ + \\\r\n 2\nA"), "1 + 2");
}

#[test]
fn a_macro_is_not_expanded_inside_of_itself() {
    assert_eq!(words("#define A B\n#define B A x\nA B"), "A x B x");
    assert_eq!(words("#define f(x) f(x + 1)\nf(f(2))"), "f(f(2 + 1) + 1)");
}

#[test]
fn functions_take_arguments() {
    assert_eq!(words("#define F(a, b) b a\nF(1, (2, 3)) F (x\n,y) F"), "(2, 3) 1 y x F");
    assert_eq!(words("#define F() z\nF()F( )"), "z z");
    assert_eq!(words("#define flags(set)\n[in, flags(A | B)] ULONG x"), "[in, ] ULONG x");
    assert_eq!(words("#define V(a, ...) a(__VA_ARGS__)\nV(f, 1, 2) V(g)"), "f(1, 2) g()");
    assert_eq!(words("#define G F\n#define F(x) [x]\nG(1)"), "[1]", "the call goes on behind the replacement");
    assert_eq!(words("#define F(x) x x\n#define ONE 1\nF(ONE)"), "1 1");
}

#[test]
fn tokens_are_pasted_and_quoted() {
    assert_eq!(words("#define CAT(a, b) a##b\nCAT(x, 1) CAT(, y)"), "x1 y");
    assert_eq!(words("#define STR(a) #a\nSTR(a + \"b\\n\")"), r#""a + \"b\\n\"""#);
    assert_eq!(words("#define AB 1\n#define CAT(a, b) a ## b\nCAT(A, B)"), "1");
    assert_eq!(words("#define U 1234-ab##cd-ef\nuuid(U)"), "uuid(1234-abcd-ef )");
}

#[test]
fn expansions_do_not_run_together() {
    assert_eq!(words("#define M -\n-M-"), "- - -");
    assert_eq!(words("#define X a\n1 X-X 2"), "1 a -a 2");
}

#[test]
fn conditions_choose() {
    let chosen = |condition: &str| words(&format!("#define ONE 1\n#if {condition}\nyes\n#else\nno\n#endif")) == "yes";
    for condition in [
        "1",
        "defined ONE",
        "defined(ONE) && !defined(TWO)",
        "ONE == 1",
        "(1 + 2) * 3 == 9",
        "1 ? 1 : 1/0",
        "0 || 1",
        "!(0 && 1/0)",
        "-1 < 0",
        "1 << 4 == 16",
        "~0 == -1",
        "0x10 == 16 && 010 == 8",
        "'a' == 97",
        "10 % 4 == 2",
        "TRUE",
        "__midl >= 800",
        "__MAPIDL__",
        "1u == 1L",
    ] {
        assert!(chosen(condition), "{condition}");
    }
    for condition in ["0", "UNKNOWN", "defined TWO", "1 - 1", "1 > 2", "ONE != 1", "FALSE"] {
        assert!(!chosen(condition), "{condition}");
    }
}

#[test]
fn groups_nest() {
    let text = "#if 0\n#if 1\na\n#else\nb\n#endif\n#elif 1\nc\n#elif 1\nd\n#else\ne\n#endif\nf";
    assert_eq!(words(text), "c f");
    assert_eq!(words("#ifdef X\n don't \" /* #endif */\n#endif /* X */\nb"), "b");
    assert_eq!(words("#ifndef X\na\n#endif"), "a");
    assert_eq!(words("#if 0\n#bad\n#include \"none\"\n#error no\n#endif\nb"), "b");
}

#[test]
fn the_command_line_defines() {
    let options = [MacroOption::define("A"), MacroOption::define("B=b c"), MacroOption::Undefine("__midl".to_owned())];
    assert_eq!(squeeze(&preprocess(&[("main.idl", "A B __midl __MAPIDL__")], &options)), "1 b c __midl 1");
}

#[test]
fn files_are_included_in_place() {
    let files = [
        ("main.idl", "#define A 1\n#include \"inc/b.h\"\n#include <inc/b.h>\nA B"),
        ("inc/b.h", "#pragma once\n#include \"c.h\"\n#undef A\n#define B A\n"),
        ("inc/c.h", "c A"),
    ];
    let run = preprocess(&files, &[]);
    assert!(run.errors.is_empty(), "{:?}", run.errors);
    assert_eq!(squeeze(&run), "c 1 A A");
}

#[test]
fn documentation_and_pragmas_are_kept_aside() {
    let run = main("//! file\n/// one\n/** two */ int a; // no\n  #pragma pack(push, 4) // n\nint b; /** three */");
    let output = run.output.unwrap();
    let docs: Vec<_> = output.docs.iter().map(|d| (d.inner, d.lines.join("|"), output.text[d.at..].trim())).collect();
    assert_eq!(docs[0], (true, "file".to_owned(), output.text.trim()));
    assert_eq!((docs[1].1.as_str(), docs[2].1.as_str(), docs[3].2), ("one", "two", ""));
    assert!(docs[2].2.starts_with("int a;"));
    let [pragma] = &output.pragmas[..] else { panic!() };
    assert_eq!((pragma.text.as_str(), output.text[pragma.at..].trim()), ("pack(push, 4)", "int b;"));
}

#[test]
fn places_lead_back() {
    let run = main("/* x */ abc\n#define M def G\n#define G ghi\nM #\n");
    let output = run.output.unwrap();
    let span_of = |word: &str| {
        let at = output.text.find(word).unwrap();
        Spans::new(&output, &run.sources).of(at..at + word.len())
    };
    assert_eq!(run.sources.text(span_of("abc")), "abc");
    let ghi = span_of("ghi");
    assert_eq!(run.sources.expansions(ghi).map(|e| &*e.name).collect::<Vec<_>>(), ["G", "M"]);
    assert_eq!(run.sources.locate(ghi).map(|l| (l.line, l.column)), Some((4, 1)));
    assert_eq!(run.sources.text(span_of("def ghi")), "M");
    let all = Spans::new(&output, &run.sources).of(output.text.find("abc").unwrap()..output.text.len() - 1);
    assert_eq!(run.sources.text(all), "abc\n#define M def G\n#define G ghi\nM #");
}

#[test]
fn arguments_keep_their_places() {
    let run = main("#define F(x) [x]\nF(name)");
    let output = run.output.unwrap();
    let at = output.text.find("name").unwrap();
    let span = Spans::new(&output, &run.sources).of(at..at + 4);
    assert_eq!(run.sources.locate(span).map(|l| (l.line, l.column)), Some((2, 3)));
}

#[test]
fn mistakes_are_named() {
    let wrong = |text: &str| {
        let (code, message, at) = mistake(text);
        assert_eq!(code, Code::PREPROCESSOR, "{text}");
        (message, at)
    };
    let both = |message: &str, at: &str| (message.to_owned(), at.to_owned());
    assert_eq!(wrong("#bad x"), both("`#bad` is no directive", "#bad x"));
    assert_eq!(wrong("#define"), both("`#define` without a name", "#define"));
    assert_eq!(wrong("#endif"), both("`#endif` without an `#if` in this file", "#endif"));
    assert_eq!(wrong("a\n#ifdef A // c"), both("this `#if` has no `#endif`", "#ifdef A"));
    assert_eq!(wrong("#if 1\n#else\n#else\n#endif").0, "`#else` after the `#else` of the same `#if`");
    assert_eq!(wrong("#if 1 +\n#endif"), both("this condition is not complete", "#if 1 +"));
    assert_eq!(wrong("#if 1 2\n#endif"), both("`2` is out of place in this condition", "2"));
    assert_eq!(wrong("#if 1 / 0\n#endif").0, "this condition divides by zero");
    assert_eq!(wrong("#if 12abc\n#endif"), both("`12abc` is no integer", "12abc"));
    assert_eq!(wrong("#include x").0, "`#include` needs a file name in quotes or angle brackets");
    assert_eq!(wrong("#define F(a, a) a").0, "the parameters of `F` have one name twice");
    assert_eq!(wrong("#define F(a"), both("the parameters of `F` do not end", "#define F(a"));
    assert_eq!(wrong("#define F(a) a\nF(1, 2)"), both("the macro `F` takes 1 arguments, and is given 2", "F"));
    assert_eq!(wrong("#define F(a) a\nF(1"), both("the arguments of the macro `F` do not end", "F"));
}

#[test]
fn other_mistakes_have_their_codes() {
    assert_eq!(mistake("a /* b").0, Code::UNTERMINATED);
    assert_eq!(mistake("a \"b\nc").2, "\"b");
    assert_eq!(mistake("a\0\0b").0, Code::NUL_BYTE);
    assert_eq!(mistake("#error stop it").1, "stop it");
    let (code, message, at) = mistake("#include \"none.h\"");
    assert_eq!(
        (code, message.as_str(), at.as_str()),
        (Code::MISSING_IMPORT, "`none.h` is not found", "#include \"none.h\"")
    );
}

/// Runs a text that must end quickly with the one error that a limit was passed.
fn bomb(files: &[(&str, &str)]) {
    let start = Instant::now();
    let run = preprocess(files, &[]);
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    let codes: Vec<Code> = run.errors.iter().map(|error| error.code).collect();
    assert_eq!(codes, [Code::MACRO_LIMIT]);
    assert!(run.output.is_none());
}

#[test]
fn macro_bombs_end() {
    let mut doubling = String::from("#define A0 x x\n");
    for level in 1..40 {
        doubling.push_str(&format!("#define A{level} A{} A{}\n", level - 1, level - 1));
    }
    bomb(&[("main.idl", &format!("{doubling}A39"))]);
    let calls = format!("#define F(x) x x\n{}1{}", "F(".repeat(60), ")".repeat(60));
    bomb(&[("main.idl", &calls)]);
    let deep = format!("#define F(x) x\n{}1{}", "F(".repeat(100_000), ")".repeat(100_000));
    bomb(&[("main.idl", &deep)]);
    let wide = format!("#define F(x) {}\nF({})", "x ".repeat(100_000), "1 ".repeat(100_000));
    bomb(&[("main.idl", &wide)]);
    let strings = format!("#define F(x) {}\nF({})", "#x ".repeat(100_000), "1 ".repeat(100_000));
    bomb(&[("main.idl", &strings)]);
    let mut pasting = String::from("#define P(x) x##x##x##x\n#define P0(x) P(x)\n");
    for level in 1..30 {
        pasting.push_str(&format!("#define P{level}(x) P{}(P(x))\n", level - 1));
    }
    bomb(&[("main.idl", &format!("{pasting}P29(abc)"))]);
    let quotes = format!("#define Q(x) #x\n#define T(x) Q(x)\n{}\"a\"{}", "T(".repeat(40), ")".repeat(40));
    bomb(&[("main.idl", &quotes)]);
}

#[test]
fn include_bombs_end() {
    bomb(&[("main.idl", "#include \"main.idl\"")]);
    let mut files = vec![("main.idl".to_owned(), "#include \"h0\"".to_owned())];
    for level in 0..40 {
        files.push((format!("h{level}"), format!("#include \"h{0}\"\n#include \"h{0}\"", level + 1)));
    }
    files.push(("h40".to_owned(), String::new()));
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    bomb(&files);
}

#[test]
fn conditions_do_not_exhaust_the_stack() {
    let deep = format!("#if {}1{}\n#endif", "(".repeat(100_000), ")".repeat(100_000));
    assert_eq!(mistake(&deep).1, "this condition is nested too deep");
    assert_eq!(mistake(&format!("#if {}1\n#endif", "!".repeat(100_000))).1, "this condition is nested too deep");
}

#[test]
fn conditions_on_a_width_are_answered_by_definitions() {
    let text = "#ifdef _WIN64\n#endif\n#if defined(_M_AMD64) || defined(_M_ARM64)\n#endif\n#ifdef _M_IX86\n#endif";
    for (defined, told) in [
        (&[][..], &["_WIN64", "_M_AMD64", "_M_IX86"][..]),
        (&["_WIN64"], &["_M_AMD64"]),
        (&["_M_IX86"], &[]),
        (&["_WIN64", "_M_ARM64"], &[]),
        (&["_M_X64"], &["_WIN64"]),
    ] {
        let options: Vec<_> = defined.iter().map(|name| MacroOption::define(name)).collect();
        let run = preprocess(&[("main.idl", text)], &options);
        let names: Vec<_> = run.errors.iter().map(|one| run.sources.text(one.span().unwrap())).collect();
        assert_eq!(names, told, "{defined:?}");
        let header = preprocess(&[("main.idl", "#include \"x.h\""), ("x.h", text)], &options);
        assert!(header.errors.is_empty(), "{:?}", header.errors);
    }
    assert_eq!(words("#ifdef _WIN32\na\n#endif"), "a");
}
