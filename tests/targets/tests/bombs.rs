//! Texts that want to take for ever: each ends soon, with one clear error.

use mapidl_codegen::driver::bundled;
use mapidl_targets::check;
use std::time::{Duration, Instant};

/// Debug builds on busy machines are slow; what doubles with each level takes years.
const SOON: Duration = Duration::from_secs(60);

/// Compiles a text; the codes of its errors.
fn codes(text: &str) -> Vec<String> {
    let start = Instant::now();
    let compilation = check(text, &bundled());
    assert!(start.elapsed() < SOON, "{:?} for {} bytes", start.elapsed(), text.len());
    compilation.diagnostics.iter().map(|diagnostic| diagnostic.code.to_string()).collect()
}

fn one(text: &str, code: &str) {
    let codes = codes(text);
    assert_eq!(codes, [code], "{}", &text[..text.floor_char_boundary(200)]);
}

#[test]
fn what_contains_itself_is_one_mistake() {
    one("const long A = B;\nconst long B = A;", "IDL0212");
    one("const long A = A + 1;", "IDL0212");
    one("struct A { struct A a; };", "IDL0216");
    one("struct A { struct B b; };\nstruct B { struct A a; };", "IDL0216");
    one("[object, uuid(0a1b2c3d-0001-0002-0003-00000000000b)] interface I : I { }", "IDL0203");
}

#[test]
fn deep_nesting_is_one_mistake() {
    let deep = |open: &str, close: &str| format!("{}{}", open.repeat(50_000), close.repeat(50_000));
    one(&format!("const long A = {};", deep("(", ")").replace("()", "(1)")), "IDL0104");
    one(&format!("const long A = {}1;", "-".repeat(50_000)), "IDL0104");
    one(&format!("typedef long {}A;", "*".repeat(50_000)), "IDL0104");
    one(&format!("typedef long A{};", "[1]".repeat(50_000)), "IDL0104");
    one(&format!("typedef long {}A;", "(".repeat(50_000)), "IDL0104");
    one(&format!("typedef struct {{ {} }} A;", deep("struct { ", "long a; } a; ")), "IDL0104");
    one(&format!("typedef union {{ {} }} A;", deep("union { ", "long a; } a; ")), "IDL0104");
    one(&format!("[a{}] interface I;", deep("(", ")")), "IDL0104");
}

#[test]
fn groups_of_conditions_may_be_deep() {
    assert!(codes(&format!("{}{}", "#if 1\n".repeat(20_000), "#endif\n".repeat(20_000))).is_empty());
    assert!(codes(&format!("{}{}", "#if 0\n".repeat(20_000), "#endif\n".repeat(20_000))).is_empty());
}

#[test]
fn long_texts_are_read() {
    let defines: String = (0..200_000).map(|index| format!("#define M{index} {index}\n")).collect();
    assert!(codes(&defines).is_empty());
    assert!(codes(&format!("// {}\nconst long A = 1;", "x".repeat(4 << 20))).is_empty());
    one(&format!("const long A = {}1;", "1 + ".repeat(20_000)), "IDL0104");
    let chain: String = (1..5_000).map(|index| format!("const long A{index} = A{} + 1;\n", index - 1)).collect();
    assert!(codes(&format!("const long A0 = 0;\n{chain}")).is_empty());
    let chain: String = (1..5_000).map(|index| format!("typedef A{} *A{index};\n", index - 1)).collect();
    let codes = codes(&format!("typedef long A0;\n{chain}"));
    assert!(codes.len() <= 1, "{codes:?}");
}

#[test]
fn what_includes_itself_is_one_mistake_unless_it_is_guarded() {
    one("#include \"main.idl\"\n", "IDL0106");
    assert!(codes("#pragma once\n#include \"main.idl\"\n").is_empty());
    assert!(codes("#ifndef G\n#define G\n#include \"main.idl\"\n#endif\n").is_empty());
}
