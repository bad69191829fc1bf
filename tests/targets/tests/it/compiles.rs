//! What `check` accepts compiles, without warnings. IDL is made up and compiled, and rustc judges the Rust of all that has
//! no errors, mocks too, in editions 2021 and 2024.
//!
//! - Words of generated code and of the macros that it calls are the names of everything that has a name: a sample, of
//!   which `MAPIDL_WORDS` says how many there are. All of them are the names of constants and of types with a value of
//!   the same name, which patterns would mean in place of new variables.
//! - Attributes, types, directions and names are put together at random. `MAPIDL_SEED` chooses others, and
//!   `MAPIDL_CASES` how many files there are.
//! - So are records, whose layout is that of Windows also on a host of 32 bit that lays its own out in another way.

mod random;
mod records;
mod words;

use mapidl_targets::judge::{Judge, can_build_for, compile_files, root};
use std::env;

/// How many files there are unless the environment says otherwise.
const CASES: u64 = 30;

/// How many records there are in each file of them.
const RECORDS: usize = 40;

/// A host of 32 bit other than Windows.
const SYSTEM_V: &str = "i686-unknown-linux-gnu";

/// How many of the words name something, unless the environment says otherwise; 250 take a minute and a
/// half.
const WORDS: u64 = 8;

#[test]
fn no_word_of_generated_code_is_a_trap() {
    let words = words::all();
    let (seed, most) = (number("MAPIDL_SEED", 1), number("MAPIDL_WORDS", WORDS));
    let chosen = words::choose(&words, usize::try_from(most).unwrap_or(usize::MAX), seed);
    let texts: Vec<_> = words::PLACES.iter().flat_map(|place| words::named(&chosen, *place, 250)).collect();
    let judged = judge().judge("words", &texts);
    println!("{} words, {judged}", chosen.len());
    judged.assert(seed);
}

#[test]
fn no_value_is_taken_for_a_variable() {
    let words = words::all();
    let texts: Vec<_> = words::VALUES.iter().flat_map(|place| words::named(&words, *place, usize::MAX)).collect();
    let judged = judge().judge("values", &texts);
    println!("{} words, {judged}", words.len());
    judged.assert(0);
}

#[test]
fn no_value_is_taken_for_a_variable_of_any_body() {
    let words = words::all();
    let texts: Vec<_> =
        goldens().iter().map(|text| words::beside(&words, text).expect("a file without errors")).collect();
    let judged = judge().judge("bodies", &texts);
    println!("{} words, {judged}", words.len());
    judged.assert(0);
    assert_eq!(judged.compiled, texts.len(), "files have errors");
}

#[test]
fn attributes_types_and_names_go_together() {
    let (seed, cases) = (number("MAPIDL_SEED", 1), number("MAPIDL_CASES", CASES));
    let goldens = ["names", "underscores", "alone", "edges"].map(golden);
    let random = (0..cases).map(|case| random::file(seed.wrapping_add(case)));
    let texts: Vec<_> = goldens.into_iter().chain(random).collect();
    let judged = judge().judge("random", &texts);
    println!("{judged}");
    judged.assert(seed);
    assert!(cases < CASES || judged.compiled * 2 > texts.len(), "most of the files have errors");
}

#[test]
fn records_have_one_layout_on_all_hosts() {
    let (seed, cases) = (number("MAPIDL_SEED", 1), number("MAPIDL_CASES", CASES));
    let goldens = ["aligned", "bits", "edges", "ties"].map(golden);
    let random = (0..cases.div_ceil(5)).map(|case| records::file(seed.wrapping_add(case), RECORDS));
    let texts: Vec<_> = goldens.into_iter().chain(random).collect();
    let judged = judge().judge("records", &texts);
    println!("{judged}");
    judged.assert(seed);
    assert_eq!(judged.compiled, texts.len(), "files have errors");
    if !can_build_for(SYSTEM_V) {
        return println!("skipped: no library for {SYSTEM_V} (rustup target add)");
    }
    let judged = judge().judge_for(Some(SYSTEM_V), "records-i686", &texts);
    println!("{SYSTEM_V}: {judged}");
    judged.assert(seed);
}

#[test]
fn what_two_files_call_alike_is_no_warning() {
    let head = "import \"unknwn.idl\"; [object, uuid(00000000-1111-2222-3333-00000000000";
    let node = |id, of| format!("{head}{id})] interface INode : IUnknown {{ HRESULT F([in] {of} x); }};");
    let texts = [("old.idl", node(1, "long")), ("new.idl", node(2, "short")), ("other.idl", node(3, "byte"))];
    let (texts, roots) = (texts.each_ref().map(|(name, text)| (*name, text.as_str())), texts.each_ref().map(|of| of.0));
    let compilation = compile_files(&texts, &roots);
    assert!(compilation.is_ok(), "{}", compilation.render());
    for edition in ["2021", "2024"] {
        judge().judge_tree("alike", &compilation, edition).unwrap_or_else(|said| panic!("{edition}: {said}"));
    }
}

fn judge() -> Judge {
    Judge::new(env!("CARGO_TARGET_TMPDIR"))
}

/// The texts of all goldens' files, which have every shape and every kind of body between them.
fn goldens() -> Vec<String> {
    let files = std::fs::read_dir(root().join("tests/corpus/emit")).expect("the goldens").flatten();
    let names = files.map(|file| file.file_name().to_string_lossy().into_owned());
    let mut names: Vec<_> = names.filter_map(|name| name.strip_suffix(".idl").map(str::to_owned)).collect();
    names.sort();
    names.iter().map(|name| golden(name)).collect()
}

/// The text of a golden's file.
fn golden(name: &str) -> String {
    std::fs::read_to_string(root().join(format!("tests/corpus/emit/{name}.idl"))).expect("a golden's file")
}

fn number(variable: &str, default: u64) -> u64 {
    let text = env::var(variable).ok();
    text.map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}
