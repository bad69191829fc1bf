//! Duty: the files that are changed. Output: [`Corpus`]: our own definitions, small ones about one thing each, and
//! Wine's where they are installed.

use mapidl_codegen::driver::bundled;
use mapidl_codegen::source::MemoryLoader;
use mapidl_targets::judge::root;
use std::fs;
use std::path::{Path, PathBuf};

/// Files larger than this are imported only: what breaks in them breaks in smaller ones, sooner.
const MAX_CHANGED: usize = 100 << 10;

/// A text whose macros grow up to the limit, which has tests of its own: it takes what that limit allows.
const BOMB: &str = "IDL0106";

/// Files that belong together.
pub(crate) struct Corpus {
    /// The texts that are changed.
    pub(crate) texts: Vec<&'static str>,
    /// All of them, for imports, and the bundled ones.
    pub(crate) loader: MemoryLoader,
}

/// All corpora of this machine.
pub(crate) fn all() -> Vec<Corpus> {
    let cases = ["syntax", "errors", "model", "plan", "emit"].map(|kind| root().join("tests/corpus").join(kind));
    let mut corpora = vec![read(&[root().join("idl")]), read(&cases)];
    match wine() {
        Some(dir) => corpora.push(read(&[dir])),
        None => println!("skipped Wine's files: libwine-dev is not installed"),
    }
    corpora
}

/// Small files about one thing each, which have no errors before they are changed.
pub(crate) fn small() -> Corpus {
    read(&["model", "plan", "emit"].map(|kind| root().join("tests/corpus").join(kind)))
}

/// Wine's folder of IDL.
fn wine() -> Option<PathBuf> {
    let dir = Path::new("/usr/include/wine/wine/windows");
    let required = std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_some();
    assert!(dir.is_dir() || !required, "{} is not there, and this run requires it", dir.display());
    dir.is_dir().then(|| dir.to_owned())
}

fn read(dirs: &[PathBuf]) -> Corpus {
    let mut paths: Vec<_> = dirs.iter().flat_map(|dir| fs::read_dir(dir).expect("a folder").flatten()).collect();
    paths.sort_by_key(fs::DirEntry::path);
    let (mut texts, mut loader) = (Vec::new(), bundled());
    for entry in paths {
        let name = entry.file_name().to_string_lossy().into_owned();
        let known = [".idl", ".h", ".acf"].iter().any(|end| name.ends_with(end));
        let Some(text) = fs::read_to_string(entry.path()).ok().filter(|_| known) else { continue };
        // The texts are looked at until the end of the process, by thousands of cases.
        let text: &'static str = text.leak();
        loader = loader.with(&name, text);
        if name.ends_with(".idl") && text.len() <= MAX_CHANGED && !name.starts_with(BOMB) {
            texts.push(text);
        }
    }
    Corpus { texts, loader }
}
