//! What tests share: folders of the corpora, and texts compiled as files are.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::plan::{Item, Plan};
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

/// The methods of the interfaces of `a.idl` that are raw: each with the first reason.
///
/// # Panics
/// With the diagnostics, if there are errors.
pub(crate) fn raw_methods(compilation: &Compilation) -> Vec<String> {
    assert!(compilation.is_ok(), "{}", compilation.render());
    let Plan { modules, .. } = compilation.plan();
    let items = modules.iter().filter(|module| module.source == "a.idl").flat_map(|module| &module.items);
    let interfaces =
        items.filter_map(|item| if let Item::Interface(interface) = item { Some(interface) } else { None });
    let methods = interfaces.flat_map(|interface| &interface.methods);
    methods.filter_map(|method| Some(format!("{}: {}", method.com, method.raw.first()?))).collect()
}
