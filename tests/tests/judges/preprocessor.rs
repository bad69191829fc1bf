//! An outside judge of the preprocessor: programs of macros, conditions and pastes are made at random, and gcc must see
//! the same tokens in them. `MAPIDL_SEED` chooses other programs.

mod program;

use fastrand::Rng;
use mapidl_codegen::diag::{Sink, render};
use mapidl_codegen::source::{MemoryLoader, SourceMap};
use mapidl_codegen::syntax::{self, Options, ast};
use mapidl_tests::judge;
use std::path::Path;
use std::process::{Command, Output};
use std::{env, fs};

/// How many programs there are, and how many of them are one file for gcc.
const BATCHES: u64 = 4;
const BATCH: u64 = 50;

#[test]
fn gcc_sees_the_same_tokens() {
    let Some(gcc) = judge(&["gcc"]) else { return };
    let seed = env::var("MAPIDL_SEED").map_or(1, |text| text.parse().expect("MAPIDL_SEED is a number"));
    let dir = tempfile::tempdir().expect("a folder");
    let (mut programs, mut compared) = (0, 0);
    for batch in 0..BATCHES {
        let mut rng = Rng::with_seed(seed + batch);
        for program in (0..BATCH).map(|_| program::program(&mut rng)) {
            let Some(theirs) = preprocessed(&gcc, dir.path(), &program) else { continue };
            let (ours, theirs) = (quotes(&program), quotes(&theirs));
            assert_eq!(ours, theirs, "MAPIDL_SEED={} has this program:\n{program}", seed + batch);
            (programs, compared) = (programs + 1, compared + ours.iter().map(Vec::len).sum::<usize>());
        }
    }
    println!("{compared} tokens of {programs} programs are the same");
    assert!(programs > BATCHES * BATCH / 4 && compared > 5_000, "the programs say too little: {compared} tokens");
}

/// What gcc makes of a program; `None` for one that C does not define, such as one that pastes brackets.
fn preprocessed(gcc: &Path, dir: &Path, program: &str) -> Option<String> {
    let file = dir.join("program.c");
    fs::write(&file, program).expect("a file");
    let mut command = Command::new(gcc);
    command.args(["-E", "-P", "-undef", "-nostdinc", "-std=c11", "-w"]).arg(&file);
    let Output { status, stdout, .. } = command.output().expect("gcc starts");
    status.success().then(|| String::from_utf8(stdout).expect("gcc writes UTF-8"))
}

/// The tokens in each string of a program, as our front end reads it.
fn quotes(program: &str) -> Vec<Vec<String>> {
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let id = sources.add_text("program.idl", program).expect("a small text");
    let file = syntax::parse(&mut sources, &MemoryLoader::new("none"), id, &Options::default(), &mut sink);
    let mistakes = sink.into_sorted();
    assert!(mistakes.is_empty(), "{program}\n{}", render::plain(&mistakes, &sources));
    let quoted = file.items.iter().filter_map(|item| match &item.kind {
        ast::ItemKind::CppQuote(text) => Some(tokens(&text.text)),
        _ => None,
    });
    quoted.collect()
}

/// Words, and characters that are no part of one. Blanks between them differ where nothing depends on it.
fn tokens(text: &str) -> Vec<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '.';
    let mut list: Vec<String> = Vec::new();
    let mut joins = false;
    for c in text.chars() {
        match list.last_mut() {
            Some(last) if joins && is_word(c) => last.push(c),
            _ if !c.is_whitespace() => list.push(c.to_string()),
            _ => {}
        }
        joins = is_word(c);
    }
    list
}
