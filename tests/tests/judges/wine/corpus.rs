//! The files of the corpus, and how far each of them comes.

use mapidl_codegen::driver::{Compilation, Options, compile};
use mapidl_codegen::model::{File, Id};
use mapidl_codegen::plan::{self, Mocks};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Where Debian's package puts them.
pub(crate) const FOLDER: &str = "/usr/include/wine/wine/windows";

/// The corpus as mapidl takes it.
pub(crate) struct Corpus {
    /// Every file, by name, with its text.
    pub(crate) texts: BTreeMap<String, String>,
    /// All accepted files, in one run.
    pub(crate) compilation: Compilation,
    /// The files that are refused, with the first error.
    pub(crate) refused: BTreeMap<String, String>,
    /// The files that only others that include them give a meaning, with the first of those.
    pub(crate) fragments: BTreeMap<String, String>,
}

impl Corpus {
    /// Reads and compiles the corpus; `None` with a printed reason where it is not installed.
    ///
    /// # Panics
    /// Where it is missing, and `MAPIDL_REQUIRE_JUDGES` is set.
    pub(crate) fn read() -> Option<Self> {
        let texts = texts()?;
        let fragments = fragments(&texts);
        let mut roots: Vec<String> = texts.keys().filter(|name| !fragments.contains_key(*name)).cloned().collect();
        let mut refused = BTreeMap::new();
        loop {
            let compilation = compile_files(&roots, Mocks::None);
            if compilation.is_ok() {
                return Some(Self { texts, compilation, refused, fragments });
            }
            let blamed = blame(&compilation, &roots, &texts);
            assert!(!blamed.is_empty(), "nobody is to blame:\n{}", compilation.render());
            roots.retain(|root| !blamed.contains_key(root));
            refused.extend(blamed);
        }
    }

    /// The files that were taken by themselves.
    pub(crate) fn accepted(&self) -> impl Iterator<Item = (Id<File>, &str)> {
        let roots = self.compilation.model.files.iter().filter(|(_, file)| file.root);
        roots.map(|(id, file)| (id, file.name.as_str()))
    }
}

fn texts() -> Option<BTreeMap<String, String>> {
    let Ok(entries) = std::fs::read_dir(FOLDER) else {
        assert!(std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(), "{FOLDER} is missing, and this run requires it");
        println!("skipped: libwine-dev is not installed");
        return None;
    };
    let idl = entries.flatten().map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|e| e == "idl"));
    let named = |path: &Path| {
        let text = String::from_utf8_lossy(&std::fs::read(path).expect("a file of the corpus")).into_owned();
        (path.file_name().unwrap_or_default().to_string_lossy().into_owned(), text)
    };
    Some(idl.map(|path| named(&path)).collect())
}

/// Compiles files of the corpus in one run.
pub(crate) fn compile_files(names: &[String], mocks: Mocks) -> Compilation {
    let plan = plan::Options { mocks, ..plan::Options::default() };
    compile(names, &Options { include: vec![FOLDER.into()], plan, ..Options::default() })
}

/// The files that others include as text and that mean nothing by themselves.
fn fragments(texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut fragments = BTreeMap::new();
    for (name, text) in texts {
        for included in includes(text) {
            if !fragments.contains_key(included) && !compile_files(&[included.to_owned()], Mocks::None).is_ok() {
                fragments.insert(included.to_owned(), name.clone());
            }
        }
    }
    fragments
}

/// The IDL files that a text includes.
fn includes(text: &str) -> impl Iterator<Item = &str> {
    let names =
        text.lines().filter_map(|line| line.trim_start().strip_prefix("#include")?.split(['"', '<', '>']).nth(1));
    names.filter(|name| Path::new(name).extension().is_some_and(|e| e == "idl"))
}

/// The IDL files that a text imports or includes.
fn needs(text: &str) -> Vec<&str> {
    let imports = text.lines().filter_map(|line| line.trim_start().strip_prefix("import"));
    imports.flat_map(|line| line.split('"').skip(1).step_by(2)).chain(includes(text)).collect()
}

/// The roots that the errors of a run are about: the files that hold them, or else those that need these.
fn blame(compilation: &Compilation, roots: &[String], texts: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let mut blamed: BTreeMap<String, String> = BTreeMap::new();
    for diagnostic in &compilation.diagnostics {
        let Some(place) = diagnostic.labels.first().and_then(|label| compilation.sources.locate(label.span)) else {
            continue;
        };
        if diagnostic.severity != mapidl_codegen::diag::Severity::Error {
            continue;
        }
        let file = &compilation.sources.file(place.file).name;
        let refusal = format!("{file}:{}: {} {}", place.line, diagnostic.code, diagnostic.message);
        let at_fault = if roots.contains(file) { vec![file.clone()] } else { dependants(file, roots, texts) };
        for root in at_fault {
            blamed.entry(root).or_insert_with(|| refusal.clone());
        }
    }
    blamed
}

/// The roots that reach a file by imports and includes.
fn dependants(file: &str, roots: &[String], texts: &BTreeMap<String, String>) -> Vec<String> {
    let mut reaching = BTreeSet::from([file]);
    loop {
        let needy = texts.iter().filter(|(_, text)| needs(text).iter().any(|needed| reaching.contains(needed)));
        let names: Vec<&str> = needy.map(|(name, _)| name.as_str()).collect();
        let before = reaching.len();
        reaching.extend(names);
        if reaching.len() == before {
            return roots.iter().filter(|root| reaching.contains(root.as_str())).cloned().collect();
        }
    }
}
