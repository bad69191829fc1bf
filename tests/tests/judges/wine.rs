//! Outside judgement over a corpus that others wrote: the IDL files of Wine, as Debian's `libwine-dev` has them.
//!
//! `tests/wine/table.txt` tells how far each file comes; rustc says whether the Rust that is written for it is Rust.
//! widl's headers, read by a C compiler for Windows, say whether slots, types, layouts, values and identifiers of our
//! model are right. `tests/wine/differences.txt` tells where they are known to say something else.

mod corpus;
mod known;
mod probe;
mod rust;
mod table;
mod widl;

use corpus::Corpus;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::{Layouts, Target};
use mapidl_codegen::model::{File, Id, Type};
use mapidl_codegen::plan::Mocks;
use mapidl_tests::known::assert_explained;
use mapidl_tests::{interface_mut, judge};
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
    let Counts { files, interfaces, .. } = counts;
    assert!(files >= 232 && interfaces >= 2_637, "too little was compared");
    let known = [known::section("everywhere"), known::section(compiler.target.name())];
    assert_explained(&failed, &known.each_ref().map(Vec::as_slice));
}

#[test]
fn widls_headers_agree_for_64_bits() {
    compare_with_widl(&GCC_64);
}

/// Makes a mistake of each kind in what a file declares; how the claims begin that are wrong then.
fn spoil(compilation: &mut Compilation) -> [&'static str; 8] {
    let model = &mut compilation.model;
    let methods = &mut interface_mut(model, "IFileDialog").methods;
    (methods[0].slot, methods[1].slot) = (methods[1].slot, methods[0].slot);
    methods[2].params[0].ty = Type::Int { bits: 16, signed: false, int: false };
    interface_mut(model, "IShellItem").iid.as_mut().expect("an identifier").0 ^= 1;
    interface_mut(model, "IShellItemFilter").methods[0].params.pop();
    let record = model.records.iter().find(|(_, record)| record.head.name == "THUMBBUTTON").expect("it is declared").0;
    model.records[record].fields.swap(0, 1);
    let names = model.enums.iter().find(|(_, e)| e.head.name.ends_with("SIGDN")).expect("it is declared").0;
    model.enums[names].values[0].value += 1;
    compilation.layouts = Layouts::new(model);
    [
        "IFileDialog::SetFileTypes is in slot 5",
        "IFileDialog::SetFileTypeIndex is in slot 4",
        "IFileDialog: HRESULT (__stdcall *GetFileTypeIndex)(IFileDialog *This, unsigned short ",
        "IID_IShellItem is 43826d1e-e718-42ee-bc55-a1e261c37bff",
        "IShellItemFilter: HRESULT (__stdcall *IncludeItem)(IShellItemFilter *This)",
        "THUMBBUTTON.dwMask is at 4",
        "THUMBBUTTON.iId is at 0",
        "SIGDN_NORMALDISPLAY is 1",
    ]
}

#[test]
fn the_comparison_sees_mistakes() {
    let Some(corpus) = corpus() else { return };
    let (Some(gcc), Some(headers)) = (judge(&[GCC_64.name]), headers(corpus)) else { return };
    let (dir, name) = (tempfile::tempdir().expect("a folder"), "shobjidl.idl");
    let gcc = Gcc { path: &gcc, dir: dir.path() };
    let mut compilation = corpus::compile_files(&[name.to_owned()], Mocks::None);
    let file = compilation.model.files.iter().find(|(_, file)| file.name == name).expect("the file").0;
    let ask = |compilation: &Compilation| gcc.failures(headers, name, &probe::probe(compilation, file, GCC_64.target));
    let before = ask(&compilation);
    let mistakes = spoil(&mut compilation);
    let after = ask(&compilation);
    for mistake in mistakes {
        let told = format!("{name}: {mistake}");
        assert!(!before.iter().any(|difference| difference.starts_with(&told)), "{mistake} is said of the true model");
        assert!(after.iter().any(|difference| difference.starts_with(&told)), "{mistake} is not seen: {after:#?}");
    }
}

#[test]
fn the_rust_of_the_corpus_compiles_as_the_table_says() {
    let Some(corpus) = corpus() else { return };
    let (parts, refused) = (corpus.fragments.len(), corpus.refused.len());
    println!("{} files compile, {parts} are parts of others, {refused} are refused", corpus.accepted().count());
    for (name, refusal) in &corpus.refused {
        assert!(refusal.contains("IDL0108"), "{name} has no construct of WinRT and is refused: {refusal}");
    }
    table::assert_committed(&table::text(corpus));
    rust::assert_compiles(&corpus.compilation, "corpus");
}

#[test]
fn the_mocks_of_the_largest_file_compile() {
    if corpus().is_some() {
        let compilation = corpus::compile_files(&["mshtml.idl".to_owned()], Mocks::Always);
        assert!(compilation.is_ok(), "{}", compilation.render());
        rust::assert_compiles(&compilation, "mocks");
    }
}
