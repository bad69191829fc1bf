//! Texts that want to take for ever: each ends soon, with one clear error.

use mapidl_codegen::driver::bundled;
use mapidl_codegen::plan::Item;
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

/// How many records there are: what looks at all others for each would take hours.
const MANY: usize = 1600;

/// Plans an interface that takes the first of these records; how many methods stay raw.
fn raw_methods(fields: impl Fn(usize) -> String) -> usize {
    let names: String = (0..MANY).map(|at| format!("typedef struct R{at} R{at};\n")).collect();
    let records: String = (0..MANY).map(|at| format!("struct R{at} {{ {} }};\n", fields(at))).collect();
    let user = "[object, uuid(0a1b2c3d-0001-0002-0003-00000000000c)] interface I : IUnknown { HRESULT M([in] R0 *p); }";
    let start = Instant::now();
    let compilation = check(&format!("import \"unknwn.idl\";\n{names}{records}{user}"), &bundled());
    assert!(compilation.diagnostics.is_empty());
    let plan = compilation.plan();
    assert!(start.elapsed() < SOON, "{:?} for {MANY} records", start.elapsed());
    let items = plan.modules.iter().flat_map(|module| &module.items);
    items
        .map(
            |item| {
                if let Item::Interface(one) = item {
                    one.methods.iter().filter(|m| !m.raw.is_empty()).count()
                } else {
                    0
                }
            },
        )
        .sum()
}

#[test]
fn records_that_lead_to_each_other_are_planned_once() {
    let all = |at: usize| format!("R{} *a; R{} *b;", (at + 1) % MANY, (at * 7 + 3) % MANY);
    assert_eq!(raw_methods(all), 0);
    // The last one has no safe face, and so has none that leads to it: each is found out by the one behind it.
    let last = |at: usize| if at + 1 < MANY { format!("R{} *next;", at + 1) } else { "void *nothing;".to_owned() };
    assert_eq!(raw_methods(last), 1);
}
