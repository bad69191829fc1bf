//! The fuzzer's properties without the fuzzer: they hold of the texts that it begins with, and of random bytes and
//! scraps between them. `MAPIDL_SEED` chooses others.

use fastrand::Rng;
use mapidl_targets::TARGETS;
use std::path::{Path, PathBuf};
use std::{env, fs};

/// How many random texts each property is tried on.
const RANDOM: u64 = 300;

#[test]
fn the_properties_hold_of_the_seeds() {
    let texts = seeds();
    assert!(texts.len() > 50, "the seeds are incomplete");
    for target in TARGETS {
        texts.iter().for_each(|text| (target.run)(text));
    }
}

#[test]
fn the_properties_hold_of_random_texts() {
    let seed = env::var("MAPIDL_SEED").map_or(1, |text| text.parse().expect("MAPIDL_SEED is a number"));
    let texts = seeds();
    for target in TARGETS {
        for case in 0..RANDOM {
            let mut rng = Rng::with_seed(seed + case);
            let text = random(&texts, &mut rng);
            eprintln!("{} with MAPIDL_SEED={}: {:?}", target.name, seed + case, String::from_utf8_lossy(&text));
            (target.run)(&text);
        }
    }
}

/// Every property has its program, and every program its property.
#[test]
fn the_fuzzer_knows_them_all() {
    let folder = root().join("fuzz/fuzz_targets");
    let mut programs: Vec<_> =
        fs::read_dir(folder).expect("the programs").map(|e| e.expect("a program").path()).collect();
    programs.sort();
    let programs: Vec<_> = programs.iter().filter_map(|path| path.file_stem()?.to_str()).collect();
    let mut names = TARGETS.map(|target| target.name);
    names.sort_unstable();
    assert_eq!(programs, names);
}

/// Pieces of seeds, scraps and bytes in a row.
fn random(texts: &[Vec<u8>], rng: &mut Rng) -> Vec<u8> {
    const SCRAPS: [&str; 16] = [
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        "\"",
        "'",
        "/*",
        "\\\n",
        "##",
        "\n#if ",
        "\n#define F(x) #x x##x ",
        "1",
        "L",
        "é",
    ];
    let mut out = Vec::new();
    for _ in 0..rng.usize(1..8) {
        match rng.u8(..4) {
            0 => out.extend_from_slice(rng.choice(SCRAPS).expect("a scrap").as_bytes()),
            1 => out.extend((0..rng.usize(..8)).map(|_| rng.u8(..))),
            _ => {
                let text = rng.choice(texts).expect("a seed");
                let start = rng.usize(..=text.len());
                let end = (start + rng.usize(..400)).min(text.len());
                out.extend_from_slice(&text[start..end]);
            }
        }
    }
    out
}

/// The texts that `fuzz/seeds` gives the fuzzer.
fn seeds() -> Vec<Vec<u8>> {
    let mut texts: Vec<_> =
        ["syntax", "errors", "model", "plan", "emit"].iter().flat_map(|kind| corpus(kind)).collect();
    let conditions = fs::read_to_string(root().join("fuzz/conditions")).expect("the conditions");
    texts.extend(conditions.lines().map(|line| line.as_bytes().to_vec()));
    texts
}

fn corpus(kind: &str) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(root().join("tests/corpus").join(kind)).expect("the corpus");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|end| end == "idl"));
    paths.sort();
    paths.iter().map(|path| fs::read(path).expect("a text")).collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}
