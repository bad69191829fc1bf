//! Duty: parse files, each alone. Input: paths. Output: their trees, or a reported failure. What a file includes is
//! part of its tree; what it imports is not followed.

use crate::console::{Console, Stop};
use crate::inputs::Inputs;
use mapidl_codegen::diag::{Diagnostic, Sink};
use mapidl_codegen::driver;
use mapidl_codegen::source::{ChainLoader, DiskLoader, FileId, Loaded, Loader, SourceMap};
use mapidl_codegen::syntax::{self, ast};

/// Parsed files and their texts.
#[derive(Debug)]
pub(crate) struct Trees {
    pub(crate) sources: SourceMap,
    pub(crate) files: Vec<Tree>,
}

/// One parsed file.
#[derive(Debug)]
pub(crate) struct Tree {
    /// The path as the user names it.
    pub(crate) path: String,
    pub(crate) id: FileId,
    pub(crate) ast: ast::File,
}

/// Parses the files that the command line names; stops where there are errors.
pub(crate) fn parse(inputs: &Inputs, console: &Console) -> Result<Trees, Stop> {
    let files = inputs.files()?;
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    files.problems.into_iter().for_each(|problem| sink.push(problem));
    let trees = with_loader(inputs, |loader| {
        let mut trees = Vec::new();
        for path in files.names {
            match loader.load(None, &path) {
                Ok(loaded) => trees.extend(parse_one(inputs, loader, loaded, path, &mut sources, &mut sink)),
                Err(error) => sink.push(Diagnostic::cannot_load(&error, None)),
            }
        }
        trees
    });
    let failed = sink.has_errors();
    console.report(&sink.into_sorted(), &sources);
    if failed { Err(Stop::Failed) } else { Ok(Trees { sources, files: trees }) }
}

/// Parses `text` as it would be parsed in the place of a file; `None` where it has errors.
pub(crate) fn parse_instead(inputs: &Inputs, trees: &Trees, of: FileId, text: &str) -> Option<ast::File> {
    let file = trees.sources.file(of);
    let (name, display, origin) = (file.name.clone(), file.display.clone(), file.origin.clone());
    let loaded = Loaded { name, display, key: "instead".to_owned(), origin, text: text.to_owned() };
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let tree = with_loader(inputs, |loader| parse_one(inputs, loader, loaded, String::new(), &mut sources, &mut sink));
    tree.map(|tree| tree.ast).filter(|_| !sink.has_errors())
}

/// A file is read beside the one that asks for it, in the include folders, among the bundled ones: as by the compiler.
fn with_loader<T>(inputs: &Inputs, run: impl FnOnce(&dyn Loader) -> T) -> T {
    let (disk, bundled) = (DiskLoader::new(inputs.include.clone()), driver::bundled());
    run(&ChainLoader::new(vec![&disk, &bundled]))
}

fn parse_one(
    inputs: &Inputs,
    loader: &dyn Loader,
    loaded: Loaded,
    path: String,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Option<Tree> {
    let options = syntax::Options { macros: inputs.defines.clone() };
    match sources.add(loaded, None) {
        Ok(id) => Some(Tree { path, id, ast: syntax::parse(sources, loader, id, &options, sink) }),
        Err(error) => {
            sink.push(Diagnostic::cannot_load(&error, None));
            None
        }
    }
}
