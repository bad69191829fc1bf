//! Texts that want to take for ever: each ends soon, with one clear error.

use mapidl_codegen::driver::bundled;
use mapidl_codegen::output::Layout;
use mapidl_codegen::plan::Item;
use mapidl_targets::{check, generate};
use std::fs;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// The work that a text may take. Debug builds are slow; what doubles with each level takes years.
const SOON: Duration = Duration::from_secs(60);

/// The time that processors have worked for this process, which other programs do not change; where the system does not
/// tell it, the time since the first call.
fn worked() -> Duration {
    static FIRST: LazyLock<Instant> = LazyLock::new(Instant::now);
    let ticks = || {
        let stat = fs::read_to_string("/proc/self/stat").ok()?;
        // What follows the program's name, which may be anything: its state, ten numbers, then both kinds of work.
        let numbers = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
        numbers.take(2).map(|number| number.parse::<u64>().ok()).sum::<Option<u64>>()
    };
    ticks().map_or_else(|| FIRST.elapsed(), |ticks| Duration::from_millis(10 * ticks))
}

/// Does something while no other test does; what it took.
fn measured<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    static TURN: Mutex<()> = Mutex::new(());
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    let start = worked();
    let result = work();
    (result, worked().saturating_sub(start))
}

/// Compiles a text; the codes of its errors.
fn codes(text: &str) -> Vec<String> {
    let (compilation, took) = measured(|| check(text, &bundled()));
    assert!(took < SOON, "{took:?} for {} bytes", text.len());
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

/// Compiles a text that is made of so many parts, and another one of half as many: the work grows as their number does.
fn grows(many: usize, text: impl Fn(usize) -> String) {
    let (half_text, text) = (text(many / 2), text(many));
    let ((), half) = measured(|| drop(check(&half_text, &bundled())));
    let (compilation, whole) = measured(|| check(&text, &bundled()));
    let start = &text[..text.floor_char_boundary(200)];
    assert!(compilation.diagnostics.is_empty(), "{:?} for {start}", compilation.diagnostics);
    assert!(whole < SOON, "{whole:?} for {start}");
    // What looks at all others with each takes four times as long.
    assert!(
        whole < half * 3 + Duration::from_millis(500),
        "{half:?} for {} parts, {whole:?} for {many} of {start}",
        many / 2
    );
}

/// What is held twice by what is held twice, and so on, is looked at once.
#[test]
fn records_in_records_are_looked_at_once() {
    let unions = |at: usize| {
        let inner = at - 1;
        format!(
            "typedef struct S{at} {{ ULONG k; [switch_is(k)] union {{ [case(1)] S{inner} a; [case(2)] S{inner} b; [default] ; }} u; }} S{at};\n"
        )
    };
    let structs = |at: usize| format!("typedef struct S{at} {{ S{0} a; S{0} b; BYTE c; }} S{at};\n", at - 1);
    let text = |levels: usize, level: &dyn Fn(usize) -> String| {
        let all: String = (1..levels).map(level).collect();
        let last = levels - 1;
        format!(
            "import \"unknwn.idl\"; typedef struct S0 {{ BYTE x; }} S0;\n{all}
            [object, uuid(0a1b2c3d-0001-0002-0003-00000000000b)] interface I : IUnknown {{ HRESULT F([in] const S{last} *s); }}"
        )
    };
    for text in [text(60, &unions), text(27, &structs)] {
        let (is_written, took) = measured(|| generate(&check(&text, &bundled())));
        assert!(is_written && took < SOON, "{took:?} for {}", &text[..200]);
    }
}

fn quote(line: &str) -> String {
    format!("cpp_quote(\"{line}\")\n")
}

#[test]
fn quoted_conditions_are_asked_once_for_each_line() {
    let typedefs = |many: usize| (0..many).map(|at| format!("typedef long T{at};\n")).collect::<String>();
    let long = "a".repeat(500);
    let sides = |many: usize| (0..many).map(|at| quote(&format!("#elif {long}{at} && 0"))).collect::<String>();
    grows(5_000, |many| quote("#if 0") + &sides(many / 5) + &typedefs(many) + &quote("#endif"));
    grows(10_000, |many| quote(&format!("#if 0 && {}", "a".repeat(10 * many))) + &typedefs(many) + &quote("#endif"));
    let lines = |many: usize| (0..many).map(|at| quote(&format!("#define A{at} 1"))).collect::<String>();
    grows(20_000, |many| quote("#if A").repeat(many) + &lines(many) + &quote("#endif").repeat(many));
    grows(30_000, |many| quote("#if A") + &quote("#elif B").repeat(many) + &quote("#endif"));
    grows(200_000, |many| quote(&"/**/".repeat(many)));
    grows(20_000, |many| quote("a \\\\").repeat(many));
}

#[test]
fn chains_of_bounds_are_walked_once() {
    let bound = |at: usize| match at {
        0 => "[at_most(n)] ULONG k0; ".to_owned(),
        at => format!("[at_most(k{})] ULONG k{at}; ", at - 1),
    };
    let record = |bounds: String| format!("struct R {{ ULONG n; [size_is(n)] LONG *p; {bounds}}};");
    let text = |bounds| format!("import \"unknwn.idl\";\n{}", record(bounds));
    grows(2_000, |many| text((0..many).map(bound).collect()));
    grows(2_000, |many| text((0..many).rev().map(bound).collect()));
}

/// How many records there are. Of half as many the same is made, so that the work can be seen to grow as their number does.
const MANY: usize = 1600;

/// Plans an interface that takes the first of so many records; how many methods stay raw, and what it took.
fn raw_methods(many: usize, fields: impl Fn(usize) -> String) -> (usize, Duration) {
    let names: String = (0..many).map(|at| format!("typedef struct R{at} R{at};\n")).collect();
    let records: String = (0..many).map(|at| format!("struct R{at} {{ {} }};\n", fields(at))).collect();
    let user = "[object, uuid(0a1b2c3d-0001-0002-0003-00000000000c)] interface I : IUnknown { HRESULT M([in] R0 *p); }";
    let text = format!("import \"unknwn.idl\";\n{names}{records}{user}");
    let (plan, took) = measured(|| {
        let compilation = check(&text, &bundled());
        assert!(compilation.diagnostics.is_empty());
        compilation.plan()
    });
    let items = plan.modules.iter().flat_map(|module| &module.items);
    let raw = |item: &Item| match item {
        Item::Interface(one) => one.methods.iter().filter(|m| !m.raw.is_empty()).count(),
        _ => 0,
    };
    (items.map(raw).sum(), took)
}

/// Plans records, and half as many; how many methods stay raw.
fn growing(fields: impl Fn(usize, usize) -> String) -> usize {
    let (_, half) = raw_methods(MANY / 2, |at| fields(at, MANY / 2));
    let (raw, whole) = raw_methods(MANY, |at| fields(at, MANY));
    // Where each looks at all others it is four times as much.
    assert!(whole < half * 3 + Duration::from_millis(200), "{half:?} for {} records, {whole:?} for {MANY}", MANY / 2);
    raw
}

#[test]
fn records_that_lead_to_each_other_are_planned_once() {
    let all = |at: usize, many: usize| format!("R{} *a; R{} *b;", (at + 1) % many, (at * 7 + 3) % many);
    assert_eq!(growing(all), 0);
    // The last one has no safe face, and so has none that leads to it: each is found out by the one behind it.
    let last = |at, many| if at + 1 < many { format!("R{} *next;", at + 1) } else { "void *nothing;".to_owned() };
    assert_eq!(growing(last), 1);
}

/// What members that nothing describes hold is looked at by paths, which labels, members, unions and records in records
/// multiply.
#[test]
fn pointers_are_looked_at_by_a_bounded_number_of_paths() {
    let refs = |many: usize| (0..many).map(|at| format!("[ref] LONG *p{at}; ")).collect::<String>();
    let record = |name: &str, fields: &str| format!("typedef struct {name} {{ {fields} void *nothing; }} {name};\n");
    let union = |name: &str, arms: &str| {
        format!("typedef struct {name} {{ ULONG k; [switch_is(k)] union {{ [case(0)] LONG z; {arms} }} u; }} {name};\n")
    };
    let labels = |many: usize| (1..=many).map(|at| at.to_string()).collect::<Vec<_>>().join(", ");
    let looks = |body: String, used: &str| {
        let user = "[object, uuid(0a1b2c3d-0001-0002-0003-00000000000d)] interface I : IUnknown";
        let text = format!("import \"unknwn.idl\";\n{body}{user} {{ HRESULT M([in] const {used} *p); }}");
        let (rust, took) = measured(|| {
            let compilation = check(&text, &bundled());
            assert!(compilation.is_ok(), "{}", compilation.render());
            let outputs = compilation.rust(&Layout::Single("main.rs".to_owned()));
            outputs.get("main.rs").expect("it is written").to_owned()
        });
        let start = &text[..200];
        assert!(took < SOON, "{took:?} for {start}");
        assert!(rust.len() < 150 * text.len(), "{} bytes of {} for {start}", rust.len(), text.len());
        rust.matches("refs::present(").count()
    };
    let one = |refs: &str, arms: &str| looks(record("R", refs) + &union("S", arms), "S");
    let empty = "[default] ;";
    assert_eq!(one(&refs(60), &format!("[case({})] R r; {empty}", labels(2_000))), 60);
    assert_eq!(one(&refs(200), &format!("[case({})] R r; {empty}", labels(2_000))), 0);
    let arms: String = (1..500).map(|at| format!("[case({at})] R r{at}; ")).collect();
    assert_eq!(one(&refs(60), &(arms + empty)), 0);
    assert_eq!(one(&refs(60), &format!("[case({})] LONG n; [default] R r;", labels(2_000))), 60);
    assert_eq!(one(&refs(200), "[default] R r;"), 0);
    // Pointers themselves lead through nothing, however many there are.
    let arms: String = (1..500).map(|at| format!("[case({at}), ref] void *p{at}; ")).collect();
    assert_eq!(one("", &(arms + empty)), 499);
    let all: String = (0..100).map(|at| union(&format!("S{at}"), "[case(1)] R r; [default] ;")).collect();
    assert_eq!(looks(record("R", &refs(100)) + &all, "S0"), 100 * 100);
    // Records in records: each twice in the next one, or once, to a depth that is written for each pointer.
    let held = |levels: usize, fields: &dyn Fn(usize) -> String| {
        (1..=levels).map(|at| record(&format!("R{at}"), &fields(at - 1))).collect::<String>()
    };
    let inner = |many: usize, records: &str, last: usize| {
        looks(record("R0", &refs(many)) + records + &union("S", &format!("[case(1)] R{last} r; {empty}")), "S")
    };
    assert_eq!(inner(1, &held(4, &|at| format!("R{at} a; R{at} b;")), 4), 16);
    assert_eq!(inner(1, &held(24, &|at| format!("R{at} a; R{at} b;")), 24), 0);
    assert_eq!(inner(1, &held(100, &|at| format!("R{at} a;")), 100), 1);
    assert_eq!(inner(2, &held(100, &|at| format!("R{at} a;")), 100), 0);
}
