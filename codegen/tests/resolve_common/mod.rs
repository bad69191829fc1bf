//! What the tests of `resolve` share.
#![allow(dead_code, reason = "each test file uses its part")]

use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::source::{ChainLoader, MemoryLoader};
use std::path::{Path, PathBuf};

/// A folder of the corpora.
pub(crate) fn corpus(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus").join(kind)
}

/// Compiles a file of a corpus and those of `company/` that it imports, with the bundled files behind them. Messages
/// call it by its bare name.
pub(crate) fn compile_file(kind: &str, name: &str) -> Compilation {
    let mut memory = MemoryLoader::new("corpus");
    for folder in ["", "company/"] {
        for entry in std::fs::read_dir(corpus(kind).join(folder)).into_iter().flatten() {
            let path = entry.expect("readable").path();
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if let Ok(text) = std::fs::read_to_string(&path) {
                memory = memory.with(&format!("{folder}{name}"), text);
            }
        }
    }
    let text = std::fs::read_to_string(corpus(kind).join(name)).expect("readable");
    let mut roots = vec![name.to_owned()];
    let company = memory.names().filter(|other| other.starts_with("company/"));
    roots.extend(company.filter(|other| text.contains(&format!("{other:?}"))).map(str::to_owned));
    compile_with(&roots, &ChainLoader::new(vec![&memory, &bundled()]), &Options::default())
}

/// Compiles texts by name, with the bundled files behind them; `roots` are compiled, the others are there for import.
pub(crate) fn compile(texts: &[(&str, &str)], roots: &[&str]) -> Compilation {
    let memory =
        texts.iter().fold(MemoryLoader::new("test"), |memory, (name, text)| memory.with(name, text.to_string()));
    let roots: Vec<_> = roots.iter().map(|root| (*root).to_owned()).collect();
    compile_with(&roots, &ChainLoader::new(vec![&memory, &bundled()]), &Options::default())
}
