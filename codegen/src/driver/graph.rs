//! The graph of imports: every file is parsed once, imported ones before those that import them. A cycle is no error:
//! the file that closes it does without the one that is still being read, as with include guards in C.
//!
//! A C header (`import "x.h"`) is no file of its own: what it declares stands where it is imported, as with `#include`,
//! because headers rely on what stands before that.

use super::bundled;
use crate::diag::{Diagnostic, Sink};
use crate::resolve::Parsed;
use crate::resolve::attributes::AttrKind;
use crate::source::{FileId, Loaded, Loader, Origin, SourceMap, Span, is_header};
use crate::syntax::{self, ast};
use std::collections::{HashMap, HashSet};

/// How many C headers one file may bring along before those that they import themselves are left out.
const MAX_HEADERS: usize = 64;

/// A file whose imports are being read.
struct Open {
    key: String,
    name: String,
    origin: Origin,
    root: bool,
    ast: ast::File,
    /// What C has otherwise of the C headers in it.
    unlike: Vec<syntax::Unlike>,
    /// The imports that are still to be read, last first.
    pending: Vec<ast::Name>,
    imports: Vec<usize>,
}

struct Graph<'a> {
    loader: &'a dyn Loader,
    options: &'a syntax::Options,
    sources: &'a mut SourceMap,
    sink: &'a mut Sink,
    done: Vec<Parsed>,
    /// By key: the index in `done`, or `None` while the file is open.
    known: HashMap<String, Option<usize>>,
    open: Vec<Open>,
    /// By key: the texts that were read.
    texts: HashMap<String, FileId>,
    /// The texts that the user named.
    roots: HashSet<FileId>,
}

/// What was read.
pub(super) struct Files {
    /// The files, bundled ones first, imported ones before those that import them.
    pub(super) parsed: Vec<Parsed>,
    /// The texts that the user named.
    pub(super) roots: HashSet<FileId>,
    /// By key: the names of the files.
    pub(super) names: HashMap<String, String>,
}

/// Loads and parses the files `names` and everything they import.
pub(super) fn load(
    names: &[String],
    loader: &dyn Loader,
    options: &syntax::Options,
    sources: &mut SourceMap,
    sink: &mut Sink,
) -> Files {
    let mut graph = Graph {
        loader,
        options,
        sources,
        sink,
        done: Vec::new(),
        known: HashMap::new(),
        open: Vec::new(),
        texts: HashMap::new(),
        roots: HashSet::new(),
    };
    for name in names {
        graph.root(name);
    }
    graph.runtime();
    base_alone(&mut graph.done);
    let name = |(key, at): (String, Option<usize>)| Some((key, graph.done[at?].name.clone()));
    let names = graph.known.into_iter().filter_map(name).collect();
    Files { parsed: bundled_first(graph.done), roots: graph.roots, names }
}

/// What only base files import belongs to them.
fn base_alone(files: &mut [Parsed]) {
    let mut importers = vec![Vec::new(); files.len()];
    for (at, file) in files.iter().enumerate() {
        file.imports.iter().for_each(|import| importers[*import].push(at));
    }
    // Those that import a file come after it.
    for at in (0..files.len()).rev().filter(|at| !importers[*at].is_empty()) {
        files[at].base |= !files[at].root && importers[at].iter().all(|importer| files[*importer].base);
    }
}

/// The same files with the bundled ones, which import nothing else, before all others: of declarations that mean the
/// same the first counts, and that is to be theirs.
fn bundled_first(files: Vec<Parsed>) -> Vec<Parsed> {
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|at| !files[*at].bundled);
    let mut places = vec![0; files.len()];
    order.iter().enumerate().for_each(|(place, at)| places[*at] = place);
    let mut moved: Vec<_> = files.into_iter().enumerate().map(|(at, file)| (places[at], file)).collect();
    moved.sort_by_key(|(place, _)| *place);
    let import = |file: Parsed| Parsed { imports: file.imports.iter().map(|at| places[*at]).collect(), ..file };
    moved.into_iter().map(|(_, file)| import(file)).collect()
}

impl Graph<'_> {
    fn root(&mut self, name: &str) {
        match self.loader.load(None, name) {
            Err(error) => self.sink.push(Diagnostic::cannot_load(&error, None)),
            Ok(loaded) => {
                let key = loaded.key.clone();
                match self.known.get(&key) {
                    Some(Some(index)) => self.done[*index].root = true,
                    _ => {
                        self.enter(loaded, None, true);
                        self.drain();
                    }
                }
                self.roots.extend(self.texts.get(&key));
            }
        }
    }

    /// Reads what the runtime crate has, where a file of the user's stands in for one that is bundled, or has an interface
    /// with the identifier of one there: what both declare is the runtime's. No file sees these that does not import them.
    fn runtime(&mut self) {
        let uuids: Vec<_> = bundled::runtimes_uuids().collect();
        let stands_in = |file: &Parsed| file.base || declares(&file.ast.items, &uuids);
        if !self.done.iter().any(|file| !file.bundled && stands_in(file)) {
            return;
        }
        for name in bundled::in_runtime() {
            let Ok(loaded) = self.loader.load(None, name) else { continue };
            if loaded.origin.is_bundled() && !self.known.contains_key(&loaded.key) {
                self.enter(loaded, None, false);
                self.drain();
            }
        }
    }

    /// Parses a file and puts it on the stack of open ones.
    fn enter(&mut self, loaded: Loaded, imported: Option<Span>, root: bool) {
        let (key, name, origin) = (loaded.key.clone(), loaded.name.clone(), loaded.origin.clone());
        let file = match self.sources.add(loaded, imported) {
            Ok(file) => file,
            Err(error) => return self.sink.push(Diagnostic::cannot_load(&error, imported)),
        };
        self.texts.insert(key.clone(), file);
        let mut ast = self.parse(file);
        let mut unlike = Vec::new();
        self.headers(&mut ast.items, &mut unlike, &origin, &mut HashSet::from([key.clone()]));
        let mut pending = Vec::new();
        find_imports(&ast.items, &mut pending);
        if pending.is_empty() && !defines(&ast.items, "IUnknown") {
            find_libraries(&ast.items, &mut pending);
        }
        pending.reverse();
        self.known.insert(key.clone(), None);
        self.open.push(Open { key, name, origin, root, ast, unlike, pending, imports: Vec::new() });
    }

    /// Puts the declarations of imported C headers in the place of their imports, of each header once. C reads a header
    /// itself, so what it has otherwise there is noted.
    fn headers(
        &mut self,
        items: &mut Vec<ast::Item>,
        unlike: &mut Vec<syntax::Unlike>,
        from: &Origin,
        seen: &mut HashSet<String>,
    ) {
        let mut at = 0;
        while let Some(item) = items.get_mut(at) {
            at += 1;
            let ast::ItemKind::Import(names) = &mut item.kind else { continue };
            let headers: Vec<_> = names.extract_if(.., |name| is_header(&name.text)).collect();
            for header in headers {
                let Some((mut inner, more, origin)) = self.header(from, &header, seen) else { continue };
                unlike.extend(more);
                if seen.len() <= MAX_HEADERS {
                    self.headers(&mut inner, unlike, &origin, seen);
                }
                let count = inner.len();
                items.splice(at..at, inner);
                at += count;
            }
        }
    }

    fn header(
        &mut self,
        from: &Origin,
        name: &ast::Name,
        seen: &mut HashSet<String>,
    ) -> Option<(Vec<ast::Item>, Vec<syntax::Unlike>, Origin)> {
        let span = Some(name.loc.0);
        let loaded = match self.loader.load(Some(from), &name.text) {
            Ok(loaded) => loaded,
            Err(error) => {
                self.sink.push(Diagnostic::cannot_load(&error, span));
                return None;
            }
        };
        if !seen.insert(loaded.key.clone()) {
            return None;
        }
        let origin = loaded.origin.clone();
        match self.sources.add(loaded, span) {
            Ok(file) => {
                let (ast, unlike) = syntax::parse_header(self.sources, self.loader, file, self.options, self.sink);
                Some((ast.items, unlike, origin))
            }
            Err(error) => {
                self.sink.push(Diagnostic::cannot_load(&error, span));
                None
            }
        }
    }

    fn parse(&mut self, file: FileId) -> ast::File {
        syntax::parse(self.sources, self.loader, file, self.options, self.sink)
    }

    /// Reads imports until no file is open.
    fn drain(&mut self) {
        while let Some(top) = self.open.last_mut() {
            match top.pending.pop() {
                Some(import) => {
                    let origin = top.origin.clone();
                    self.import(&origin, &import);
                }
                None => self.close(),
            }
        }
    }

    fn import(&mut self, from: &Origin, import: &ast::Name) {
        let loaded = match self.loader.load(Some(from), &import.text) {
            Ok(loaded) => loaded,
            Err(error) => return self.sink.push(Diagnostic::cannot_load(&error, Some(import.loc.0))),
        };
        match self.known.get(&loaded.key) {
            Some(Some(index)) => {
                let index = *index;
                self.note_import(index);
            }
            Some(None) => {}
            None => self.enter(loaded, Some(import.loc.0), false),
        }
    }

    fn note_import(&mut self, index: usize) {
        if let Some(top) = self.open.last_mut()
            && !top.imports.contains(&index)
        {
            top.imports.push(index);
        }
    }

    fn close(&mut self) {
        let Some(file) = self.open.pop() else { return };
        let index = self.done.len();
        let bundled = file.origin.is_bundled();
        let Open { name, root, ast, unlike, imports, .. } = file;
        let base = bundled || bundled::stands_in(&name);
        self.done.push(Parsed { name, root, bundled, base, ast, unlike, imports });
        self.known.insert(file.key, Some(index));
        self.note_import(index);
    }
}

/// The files that a file imports, wherever the statement stands.
fn find_imports(items: &[ast::Item], found: &mut Vec<ast::Name>) {
    for item in items {
        match &item.kind {
            ast::ItemKind::Import(names) => found.extend(names.iter().cloned()),
            ast::ItemKind::Library(block) | ast::ItemKind::Module(block) => find_imports(&block.items, found),
            ast::ItemKind::Interface(ast::Interface { items: Some(items), .. }) => find_imports(items, found),
            _ => {}
        }
    }
}

/// The base files that declare what the type library of OLE does, for files that import it and nothing else. Other
/// type libraries are not read.
fn find_libraries(items: &[ast::Item], found: &mut Vec<ast::Name>) {
    for item in items {
        match &item.kind {
            ast::ItemKind::ImportLib(library) if is_ole(&library.text) => {
                let name = |file: &str| ast::Name { text: file.to_owned(), loc: library.loc };
                found.extend(["oaidl.idl", "ocidl.idl"].map(name));
            }
            ast::ItemKind::Library(block) => find_libraries(&block.items, found),
            _ => {}
        }
    }
}

fn is_ole(library: &str) -> bool {
    let file = library.rsplit(['/', '\\']).next().unwrap_or_default();
    ["stdole.tlb", "stdole2.tlb", "stdole32.tlb"].iter().any(|known| known.eq_ignore_ascii_case(file))
}

/// Whether a file gives an interface one of these identifiers.
fn declares(items: &[ast::Item], wanted: &[&str]) -> bool {
    let is_wanted = |uuid: &str| wanted.iter().any(|known| known.eq_ignore_ascii_case(uuid));
    items.iter().any(|item| match &item.kind {
        ast::ItemKind::Interface(_) | ast::ItemKind::Dispinterface(_) => {
            let uuids = item.attrs.iter().filter(|attr| AttrKind::Uuid.is(attr));
            let mut uuids = uuids.flat_map(|attr| attr.args.iter().flatten());
            uuids.any(|arg| matches!(arg, ast::AttrArg::Uuid(uuid) if is_wanted(&uuid.text)))
        }
        ast::ItemKind::Library(block) | ast::ItemKind::Module(block) => declares(&block.items, wanted),
        _ => false,
    })
}

/// Whether a file brings its own definition of an interface.
fn defines(items: &[ast::Item], name: &str) -> bool {
    items.iter().any(|item| match &item.kind {
        ast::ItemKind::Interface(interface) => interface.items.is_some() && interface.name.text == name,
        ast::ItemKind::Library(block) => defines(&block.items, name),
        _ => false,
    })
}
