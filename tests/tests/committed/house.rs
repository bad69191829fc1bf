//! The house that the code lives in: which rooms may name which others, files in circles, what is too long, which macros
//! write `unsafe`.
//!
//! ```sh
//! cargo test -p mapidl-tests --test committed house -- --nocapture
//! ```
//!
//! prints how many lines files and functions have. `house/debts.txt` lists what is not as it should be; it should only
//! become shorter, and `BLESS=1` rewrites it.
//!
//! Only what is written by hand is looked at; for arrows and macros, tests are left out. An arrow is a path that begins with `crate`, `super` or `self`;
//! a re-export is none, and whoever names a re-exported item has an arrow to the file that defines it.

mod graph;
mod length;
mod macros;
mod path;
mod tree;

use graph::Graph;
use mapidl_tests::{bless, root};
use std::collections::BTreeSet;
use std::fs;
use tree::Package;

/// Where the code is that is read.
const PACKAGES: [&str; 5] = ["codegen/src", "runtime/src", "cli/src", "macros/src", "generated/src"];

/// Folders with rooms, as ARCHITECTURE.md has them, and the packages that they are in: each room may name those before it.
const HOUSES: [(&str, &str, &[&str]); 3] = [
    (
        "codegen/src",
        "codegen/src",
        &[
            "threads", "source", "diag", "syntax", "model", "layout", "resolve", "names", "plan", "emit", "output",
            "driver",
        ],
    ),
    (
        "codegen/src",
        "codegen/src/plan",
        &["data", "options", "context", "docs", "words", "types", "records", "params", "items"],
    ),
    (
        "runtime/src",
        "runtime/src",
        &["result", "limits", "object", "heap", "record", "boundary", "text", "items", "automation", "dll", "mock"],
    ),
];

/// A file by hand has no more lines, and a function's body no more.
const FILE: usize = 500;
const FUNCTION: usize = 60;

#[test]
fn arrows_go_one_way() {
    for (package, folder, rooms) in HOUSES {
        let package = Package::read(package);
        let rank = |file: &str| {
            let room = file.strip_prefix(folder)?.strip_prefix('/')?.split(['/', '.']).next()?;
            rooms.iter().position(|&known| known == room)
        };
        let wrong = Graph::of(&package).arrows.into_iter().filter(|(from, to)| {
            // Their root belongs to no room: it lists them.
            matches!((rank(from), rank(to)), (Some(from), Some(to)) if from < to)
        });
        assert_eq!(wrong.collect::<Vec<_>>(), [], "{folder}: a room names one that stands above it");
        let found: BTreeSet<_> = package.files.iter().filter_map(|file| rank(&file.path)).collect();
        assert_eq!(found.len(), rooms.len(), "{folder}: a room is gone");
    }
}

#[test]
fn macros_write_unsafe_for_those_alone_who_say_it() {
    let packages = PACKAGES.iter().map(|folder| Package::read(folder));
    let files = packages.flat_map(|package| package.files);
    let untold: Vec<_> = files.flat_map(|file| macros::unsafe_untold(&file.tokens)).collect();
    assert_eq!(untold, [""; 0], "safe code that names the macro writes `unsafe` unseen");

    // What the rule finds, and what it does not.
    let untold = |text: &str| macros::unsafe_untold(&text.parse().expect("tokens")).len();
    let writes = |told: &str| {
        format!(
            "#[macro_export] #[doc(hidden)] macro_rules! plain {{ ({told} $n:ty) => {{ unsafe impl T for $n {{}} }} }}"
        )
    };
    assert_eq!((untold(&writes("")), untold(&writes("unsafe"))), (1, 0));
    let hands_on = "#[macro_export] macro_rules! own { ($n:ty) => { plain! { unsafe $n } } }";
    assert_eq!((untold(hands_on), untold(&format!("#[doc(hidden)] {hands_on}"))), (0, 1));
}

#[test]
fn debts_are_those_that_are_known() {
    let packages: Vec<_> = PACKAGES.iter().map(|folder| Package::read(folder)).collect();
    let (mut debts, mut all) = (Vec::new(), Vec::new());
    for package in &packages {
        for circle in Graph::of(package).circles() {
            debts.push(format!("circle of {}: {}", circle.len(), circle.join(" ")));
        }
    }
    for (path, text) in tree::by_hand() {
        if text.lines().count() > FILE {
            debts.push(format!("file of more than {FILE} lines: {path}"));
        }
        for function in length::functions(&text) {
            if function.lines > FUNCTION {
                debts.push(format!("function of more than {FUNCTION} lines: {} in {path}", function.name));
            }
            all.push((function.lines, path.clone()));
        }
    }
    print_lengths(&all);
    debts.sort();
    compare(&debts);
}

/// How long functions are, over all and in the compiler.
fn print_lengths(all: &[(usize, String)]) {
    for (name, folder) in [("everywhere", ""), ("in the compiler", "codegen/src/")] {
        let of = all.iter().filter(|(_, path)| path.starts_with(folder));
        let mut lines: Vec<_> = of.map(|(lines, _)| *lines).collect();
        lines.sort_unstable();
        let at = |share: usize| lines[(lines.len() - 1) * share / 100];
        println!("{} functions {name}: median {} lines, p90 {}, longest {}", lines.len(), at(50), at(90), at(100));
    }
}

fn compare(debts: &[String]) {
    let path = root().join("tests/tests/committed/house/debts.txt");
    let found: String = debts.iter().map(|debt| format!("{debt}\n")).collect();
    if bless() {
        fs::write(&path, &found).expect("the file is written");
    }
    let listed = fs::read_to_string(&path).unwrap_or_default();
    let diff = similar::TextDiff::from_lines(&listed, &found);
    assert!(listed == found, "BLESS=1 rewrites the list:\n{}", diff.unified_diff().context_radius(0));
}
