//! The corpus of accepted texts: `tests/corpus/syntax/NAME.idl` has the tree `NAME.ast`, and printing and reading it
//! again gives the same. `BLESS=1` writes the trees anew.

use mapidl_codegen::diag::{Sink, render};
use mapidl_codegen::source::{DiskLoader, Loader, SourceMap};
use mapidl_codegen::syntax::{self, Options, ast};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[test]
fn the_corpus_is_read_as_before() {
    let files = corpus();
    assert!(files.len() >= 8, "the corpus is incomplete");
    let stale: Vec<_> = files.iter().filter(|path| !is_fresh(path)).collect();
    assert!(stale.is_empty(), "read otherwise than before (BLESS=1 accepts it): {stale:?}");
}

#[test]
fn the_corpus_survives_printing() {
    for path in corpus() {
        let file = read(&path);
        let printed = syntax::print(&file);
        let mut sources = SourceMap::new();
        let id = sources.add_text("printed.idl", printed.clone()).expect("the text is small");
        let again = parse(&mut sources, id);
        assert_eq!(again, file, "{}\n{printed}", path.display());
        assert_eq!(syntax::print(&again), printed, "{}", path.display());
    }
}

fn corpus() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus/syntax");
    let entries = fs::read_dir(&folder).expect("the corpus is beside the crate");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "idl"));
    files.sort();
    files
}

fn is_fresh(path: &Path) -> bool {
    let tree = serde_json::to_string_pretty(&read(path)).expect("a tree is JSON") + "\n";
    let golden = path.with_extension("ast");
    if env::var_os("BLESS").is_some() {
        fs::write(&golden, &tree).expect("the tree can be written");
    }
    fs::read_to_string(&golden).is_ok_and(|expected| expected == tree)
}

fn read(path: &Path) -> ast::File {
    let mut sources = SourceMap::new();
    let loaded = DiskLoader::default().load(None, &path.to_string_lossy()).expect("the file is there");
    let id = sources.add(loaded, None).expect("the text is small");
    parse(&mut sources, id)
}

fn parse(sources: &mut SourceMap, id: mapidl_codegen::source::FileId) -> ast::File {
    let mut sink = Sink::new();
    let file = syntax::parse(sources, &DiskLoader::default(), id, &Options::default(), &mut sink);
    let messages = sink.into_sorted();
    assert!(messages.is_empty(), "{}", render::plain(&messages, sources));
    file
}
