//! Nothing that a file says breaks the compiler. Real files are changed at random, and go through everything that can
//! be done with them: without a panic, in bounded time and memory, with messages that point into their text. Of small
//! ones that have no errors all the same, rustc judges the Rust.
//!
//! `MAPIDL_SEED` chooses other changes, `MAPIDL_CASES` how many there are. The text of the last case stays in the
//! folder for tests' files, and is there after a crash too.

mod corpus;
mod edit;
mod limits;

use corpus::Corpus;
use edit::{Kind, mutate, reword};
use fastrand::Rng;
use limits::{Counted, Used, Watch};
use mapidl_targets::judge::Judge;
use mapidl_targets::{check, generate};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// Of the whole program; it counts by thread.
#[global_allocator]
static ALLOCATOR: Counted = Counted;

/// How many cases there are unless the environment says otherwise.
const CASES: u64 = 500;

/// For larger texts, imports included, no code is generated: what stands in the imports is not what was changed.
const MAX_GENERATED: usize = 400 << 10;

/// How many are tried for rustc to judge, of which half have no errors.
const JUDGED: u64 = 60;

/// What became of the cases of one kind.
#[derive(Clone, Copy, Default)]
struct Tally {
    cases: u64,
    /// Those that code was generated for.
    generated: u64,
}

#[test]
fn no_mutation_does_harm() {
    let (seed, cases) = (number("MAPIDL_SEED", 1), number("MAPIDL_CASES", CASES));
    let corpora = corpus::all();
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutation.idl");
    let (watch, mut tallies, mut worst) = (Watch::start(), [Tally::default(); Kind::ALL.len()], Used::default());
    for case in 0..cases {
        let mut rng = Rng::with_seed(seed.wrapping_add(case));
        let corpus = rng.choice(&corpora).expect("a corpus");
        let (text, kind) = mutate(corpus, &mut rng);
        fs::write(&file, &text).expect("the text of the case");
        watch.next_case();
        let (generated, used) = run(corpus, &text, &file, seed.wrapping_add(case));
        let tally = &mut tallies[kind as usize];
        (tally.cases, tally.generated) = (tally.cases + 1, tally.generated + u64::from(generated));
        worst = worst.max(used);
    }
    for (kind, tally) in Kind::ALL.iter().zip(&tallies) {
        println!("{kind:?}: {} cases, {} of them compiled", tally.cases, tally.generated);
    }
    println!("the slowest took {:?}, the largest {} KiB", worst.time, worst.memory >> 10);
    assert!(cases < CASES || tallies.iter().all(|tally| tally.generated > 0), "no case of some kind was compiled");
}

#[test]
fn what_is_accepted_compiles() {
    let (seed, cases) = (number("MAPIDL_SEED", 1), number("MAPIDL_CASES", JUDGED));
    let corpus = corpus::small();
    let changed = (0..cases).map(|case| reword(&corpus, &mut Rng::with_seed(seed.wrapping_add(case))));
    let texts: Vec<_> = changed.filter(|text| check(text, &corpus.loader).is_ok()).collect();
    let judge = Judge::new(env!("CARGO_TARGET_TMPDIR"));
    let judged = judge.judge_each(None, "mutations", &texts, |at| check(&texts[at], &corpus.loader));
    println!("{judged}");
    judged.assert(seed);
    assert!(cases < JUDGED || texts.len() * 4 > JUDGED as usize, "most of the texts have errors");
}

/// Whether code was generated for a text, and what that took.
fn run(corpus: &Corpus, text: &str, file: &Path, seed: u64) -> (bool, Used) {
    let work = || {
        let compilation = check(text, &corpus.loader);
        let read = compilation.sources.files().map(|(_, file)| file.text.len()).sum();
        (read <= MAX_GENERATED && generate(&compilation), read)
    };
    let (result, used) = limits::measure(|| catch_unwind(AssertUnwindSafe(work)));
    let Ok((generated, read)) = result else { panic!("MAPIDL_SEED={seed} MAPIDL_CASES=1, and {}", kept(file, seed)) };
    if let Err(what) = used.check(read) {
        panic!("{what}: MAPIDL_SEED={seed} MAPIDL_CASES=1, and {}", kept(file, seed));
    }
    (generated, used)
}

/// Keeps the text of a case; where.
fn kept(file: &Path, seed: u64) -> String {
    let path: PathBuf = file.with_file_name(format!("mutation-{seed}.idl"));
    fs::copy(file, &path).map_or_else(|error| error.to_string(), |_| path.display().to_string())
}

fn number(variable: &str, default: u64) -> u64 {
    let text = env::var(variable).ok();
    text.map_or(default, |text| text.parse().unwrap_or_else(|_| panic!("{variable}={text} is no number")))
}
