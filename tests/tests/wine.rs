//! Outside judgement over a corpus that others wrote: the IDL files of Wine, as Debian's `libwine-dev` has them.
//!
//! widl's headers, read by a C compiler for Windows, say whether slots, types, layouts, values and identifiers of our
//! model are right. `tests/wine/differences.txt` tells where they are known to say something else.

#[path = "wine/corpus.rs"]
mod corpus;
#[path = "wine/known.rs"]
mod known;
#[path = "wine/probe.rs"]
mod probe;
#[path = "wine/widl.rs"]
mod widl;

use corpus::Corpus;
use mapidl_codegen::layout::Target;
use mapidl_codegen::model::{File, Id};
use mapidl_tests::judge;
use mapidl_tests::known::assert_explained;
use probe::Counts;
use std::sync::OnceLock;
use widl::{Gcc, Headers};

/// A compiler for Windows.
struct Compiler {
    target: Target,
    name: &'static str,
}

const GCC_64: Compiler = Compiler { target: Target::X86_64, name: "x86_64-w64-mingw32-gcc" };

/// The corpus, read once for all tests; `None` with a printed reason where it is not installed.
fn corpus() -> Option<&'static Corpus> {
    static CORPUS: OnceLock<Option<Corpus>> = OnceLock::new();
    CORPUS.get_or_init(Corpus::read).as_ref()
}

/// widl's headers of the corpus, written once for all tests.
fn headers(corpus: &Corpus) -> Option<&'static Headers> {
    static HEADERS: OnceLock<Option<Headers>> = OnceLock::new();
    HEADERS.get_or_init(|| judge(&["widl"]).map(|widl| Headers::write(&widl, corpus))).as_ref()
}

/// What a compiler says of the files that both widl and mapidl accept: the differences, and what was compared.
fn differences(corpus: &Corpus, headers: &Headers, gcc: &Gcc<'_>, target: Target) -> (Vec<String>, Counts) {
    let files: Vec<(Id<File>, &str)> = corpus.accepted().filter(|(_, name)| headers.has(name)).collect();
    let found = widl::parallel(&files, |(file, name)| {
        let probe = probe::probe(&corpus.compilation, *file, target);
        (gcc.failures(headers, name, &probe), probe.counts)
    });
    let mut differences = Vec::new();
    let mut counts = Counts::default();
    for (failed, count) in found {
        differences.extend(failed);
        counts.add(&count);
    }
    (differences, counts)
}

fn compare_with_widl(compiler: &Compiler) {
    let Some(corpus) = corpus() else { return };
    let (Some(gcc), Some(headers)) = (judge(&[compiler.name]), headers(corpus)) else { return };
    let dir = tempfile::tempdir().expect("a folder");
    let gcc = Gcc { path: &gcc, dir: dir.path() };
    let (failed, counts) = differences(corpus, headers, &gcc, compiler.target);
    println!("{}: {counts}; {} differ", compiler.name, failed.len());
    println!("{} files are parts of others, {} are refused", corpus.fragments.len(), corpus.refused.len());
    for (name, refusal) in &corpus.refused {
        println!("refused: {name}: {refusal}");
        assert!(refusal.contains("IDL0108"), "{name} has no construct of WinRT and is refused: {refusal}");
    }
    let Counts { files, interfaces, .. } = counts;
    assert!(files >= 232 && interfaces >= 2_637, "too little was compared");
    let known = [known::section("everywhere"), known::section(compiler.target.name())];
    assert_explained(&failed, &known.each_ref().map(Vec::as_slice));
}

#[test]
fn widls_headers_agree_for_64_bits() {
    compare_with_widl(&GCC_64);
}
