//! Duty: a set of IDL files in memory, to be compiled again and again without the disk.
//! Input: names and texts. Output: what each stage needs of the stages before it.

use mapidl_codegen::diag::Sink;
use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::resolve::Parsed;
use mapidl_codegen::source::{ChainLoader, Loader as _, MemoryLoader, SourceMap};
use mapidl_codegen::syntax;
use std::fs;

/// IDL files, known to compile.
pub(crate) struct Pack {
    texts: MemoryLoader,
    /// The files that are named to the compiler.
    roots: Vec<String>,
    /// The graph of imports, without the trees.
    files: Vec<Parsed>,
    /// The bytes of all texts, bundled ones included.
    pub(crate) read: usize,
    /// The bytes of the texts for which Rust is written.
    pub(crate) written: usize,
}

/// The files of the folder `idl`.
pub(crate) fn mapi() -> Vec<(String, String)> {
    let folder = fs::read_dir(mapidl_tests::root().join("idl")).expect("the folder idl is there");
    let paths = folder.map(|entry| entry.expect("the folder can be read").path());
    let files = paths.filter(|path| path.is_file()).map(|path| {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        (name, fs::read_to_string(&path).expect("IDL is text"))
    });
    files.collect()
}

impl Pack {
    pub(crate) fn new(files: Vec<(String, String)>) -> Self {
        let is_idl = |name: &&String| name.ends_with(".idl");
        let mut roots: Vec<_> = files.iter().map(|(name, _)| name).filter(is_idl).cloned().collect();
        roots.sort();
        let texts = files.into_iter().fold(MemoryLoader::new("bench"), |all, (name, text)| all.with(&name, text));
        let mut pack = Self { texts, roots, files: Vec::new(), read: 0, written: 0 };
        let compilation = pack.compile();
        assert!(compilation.is_ok(), "{}", compilation.render());
        pack.files = graph(&compilation);
        for (_, file) in compilation.sources.files() {
            pack.read += file.text.len();
            pack.written += if pack.roots.contains(&file.name) { file.text.len() } else { 0 };
        }
        pack
    }

    /// All stages up to the model.
    pub(crate) fn compile(&self) -> Compilation {
        let bundled = bundled();
        compile_with(&self.roots, &ChainLoader::new(vec![&self.texts, &bundled]), &Options::default())
    }

    /// The trees of all files.
    pub(crate) fn parse(&self) -> Vec<Parsed> {
        let bundled = bundled();
        let loader = ChainLoader::new(vec![&self.texts, &bundled]);
        let (mut sources, mut sink, options) = (SourceMap::new(), Sink::new(), syntax::Options::default());
        let mut parse = |file: &Parsed| {
            let loaded = loader.load(None, &file.name).expect("it was found before");
            let id = sources.add(loaded, None).expect("there was room before");
            let ast = syntax::parse(&mut sources, &loader, id, &options, &mut sink);
            Parsed { ast, ..without_tree(file) }
        };
        let parsed = self.files.iter().map(&mut parse).collect();
        assert!(!sink.has_errors(), "the texts were parsed before");
        parsed
    }
}

/// The files of a compilation, imported ones first.
fn graph(compilation: &Compilation) -> Vec<Parsed> {
    let files = compilation.model.files.iter().map(|(_, file)| Parsed {
        name: file.name.clone(),
        root: file.root,
        bundled: file.bundled,
        base: file.base,
        ast: syntax::ast::File::default(),
        imports: file.imports.iter().map(|import| import.index()).collect(),
        unlike: Vec::new(),
    });
    files.collect()
}

fn without_tree(file: &Parsed) -> Parsed {
    let Parsed { name, root, bundled, base, imports, .. } = file;
    Parsed {
        name: name.clone(),
        root: *root,
        bundled: *bundled,
        base: *base,
        ast: syntax::ast::File::default(),
        imports: imports.clone(),
        unlike: Vec::new(),
    }
}
