//! Outside judgement over a corpus that others wrote: the IDL files of Wine, as Debian's `libwine-dev` has them.
//!
//! `tests/wine/corpus.tsv` says of each file how far it comes. widl's headers, read by C compilers for Windows, say
//! whether slots, types, layouts, values and identifiers of our model are right; rustc says whether the Rust is.

#[path = "wine/corpus.rs"]
mod corpus;
#[path = "wine/crates.rs"]
mod crates;
#[path = "wine/known.rs"]
mod known;
#[path = "wine/probe.rs"]
mod probe;
#[path = "wine/table.rs"]
mod table;
#[path = "wine/widl.rs"]
mod widl;

use corpus::Corpus;
use mapidl_codegen::layout::Target;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::{File, Id, Type};
use mapidl_codegen::plan::Mocks;
use mapidl_tests::{interface_mut, judge};
use mapidl_tests::known::{Known, assert_explained};
use probe::Counts;
use std::sync::OnceLock;
use table::Table;
use widl::{Gcc, Headers};

/// A compiler for Windows, and what it is known to see differently.
struct Compiler {
    target: Target,
    name: &'static str,
    known: [&'static [Known]; 2],
}

const COMPILERS: [Compiler; 2] = [
    Compiler { target: Target::X86_64, name: "x86_64-w64-mingw32-gcc", known: [known::EVERYWHERE, known::X86_64] },
    Compiler { target: Target::I686, name: "i686-w64-mingw32-gcc", known: [known::EVERYWHERE, known::I686] },
];

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
    let files: Vec<(Id<File>, &str)> =
        corpus.accepted().filter(|(_, name)| headers.has(name)).collect();
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
    assert_explained(&failed, &compiler.known);
}

#[test]
fn widls_headers_agree_for_64_bits() {
    compare_with_widl(&COMPILERS[0]);
}

#[test]
fn widls_headers_agree_for_32_bits() {
    compare_with_widl(&COMPILERS[1]);
}

/// Makes mistakes in what one file declares, and says which claims must be denied.
fn spoil(compilation: &mut Compilation) -> Vec<&'static str> {
    let model = &mut compilation.model;
    let methods = &mut interface_mut(model, "IFileDialog").methods;
    (methods[0].slot, methods[1].slot) = (methods[1].slot, methods[0].slot);
    methods[3].params[0].ty = Type::Int { bits: 16, signed: false, int: false };
    interface_mut(model, "IShellItem").iid.as_mut().expect("an identifier").0 ^= 1;
    interface_mut(model, "IShellItemFilter").methods[0].params.pop();
    let record = model.records.iter().find(|(_, record)| record.head.name == "THUMBBUTTON").expect("it is declared").0;
    model.records[record].fields.swap(0, 1);
    vec![
        "IFileDialog: HRESULT (__stdcall *GetFileTypeIndex)(IFileDialog *This, unsigned short piFileType)",
        "IFileDialog::SetFileTypeIndex is in slot 4",
        "IFileDialog::SetFileTypes is in slot 5",
        "IID_IShellItem is 43826d1e-e718-42ee-bc55-a1e261c37bff",
        "IShellItemFilter: HRESULT (__stdcall *IncludeItem)(IShellItemFilter *This)",
        "THUMBBUTTON.dwMask is at 4",
        "THUMBBUTTON.iId is at 0",
    ]
}

#[test]
fn the_probe_notices_mistakes() {
    let Some(corpus) = corpus() else { return };
    let Compiler { target, name, .. } = &COMPILERS[0];
    let (Some(gcc), Some(headers)) = (judge(&[name]), headers(corpus)) else { return };
    let (dir, file) = (tempfile::tempdir().expect("a folder"), "shobjidl.idl");
    let gcc = Gcc { path: &gcc, dir: dir.path() };
    let mut compilation = crates::compile_for(&[file.to_owned()], Mocks::None);
    let mut ask = |spoiled: bool| {
        let expected = if spoiled { spoil(&mut compilation) } else { Vec::new() };
        let root = compilation.model.files.iter().find(|(_, known)| known.name == file).expect("the file").0;
        (gcc.failures(headers, file, &probe::probe(&compilation, root, *target)), expected)
    };
    let (before, _) = ask(false);
    let (mut after, expected) = ask(true);
    after.retain(|difference| !before.contains(difference));
    let expected: Vec<String> = expected.iter().map(|said| format!("{file}: {said}")).collect();
    for mistake in &expected {
        assert!(after.contains(mistake), "{mistake} is not noticed: {after:#?}");
    }
}

#[test]
fn the_corpus_stands_as_the_table_says() {
    let Some(corpus) = corpus() else { return };
    let table = Table::new(corpus, &crates::broken(corpus));
    println!("{}", table.totals());
    table.check();
}

#[test]
fn mocks_of_a_sample_compile() {
    let Some(corpus) = corpus() else { return };
    let broken = crates::broken_mocks(corpus);
    assert!(broken.is_empty(), "{broken:#?}");
}
