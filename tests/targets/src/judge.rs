//! What rustc says of the Rust that is written for files: neither errors nor warnings.
//! Input: IDL. Output: what rustc says of the modules of one crate, for both editions.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::output::{Layout, Replace};
use mapidl_codegen::plan::Item;
use mapidl_codegen::source::{ChainLoader, MemoryLoader};

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root.
pub fn root() -> PathBuf {
    let mut above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
    above.find(|folder| folder.join("Cargo.lock").exists()).expect("the workspace").to_owned()
}

/// How many bytes of Rust a crate has at most, unless one file has more: of 2.7 MB rustc takes half a GB of memory, and of all
/// words in one crate more than 23.
const CRATE: usize = 2 << 20;

/// Where crates are written and checked.
#[derive(Debug)]
pub struct Judge {
    folder: PathBuf,
}

/// What came of some files.
#[derive(Debug)]
pub struct Judged<'t> {
    texts: &'t [String],
    /// How many had no errors, so that their Rust was judged.
    pub compiled: usize,
    interfaces: usize,
    methods: usize,
    /// What rustc said, by the index of the file.
    said: BTreeMap<usize, Vec<String>>,
}

impl fmt::Display for Judged<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { texts, compiled, interfaces, methods, said } = self;
        let (all, failed) = (texts.len(), said.len());
        write!(f, "{all} files, {compiled} without errors: {interfaces} interfaces, {methods} methods; {failed} fail")
    }
}

impl Judged<'_> {
    /// Fails with the smallest file whose Rust does not compile.
    pub fn assert(&self, seed: u64) {
        let Some((at, said)) = self.said.iter().min_by_key(|(at, _)| self.texts.get(**at).map_or(0, String::len))
        else {
            return;
        };
        let text = self.texts.get(*at).map_or("", String::as_str);
        let kinds: BTreeSet<_> = self.said.values().flatten().map(|line| line.split(" error").last()).collect();
        let said = said.iter().take(8).cloned().collect::<Vec<_>>().join("\n");
        let kinds: Vec<_> = kinds.into_iter().flatten().take(60).collect();
        panic!(
            "{self}; MAPIDL_SEED={seed}; the smallest is module m{at}:\n{text}\n{said}\n\nall kinds:\n{}",
            kinds.join("\n")
        );
    }
}

impl Judge {
    /// Who works in a folder of its own inside of this one, which is a test's `CARGO_TARGET_TMPDIR`.
    #[must_use]
    pub fn new(tmp: &str) -> Self {
        Self { folder: Path::new(tmp).join("compiles") }
    }

    /// Compiles files, and has rustc check what comes of those without errors, as modules of crates of this name.
    #[must_use]
    pub fn judge<'t>(&self, name: &str, texts: &'t [String]) -> Judged<'t> {
        self.judge_for(None, name, texts)
    }

    /// The same for a target other than this host.
    #[must_use]
    pub fn judge_for<'t>(&self, target: Option<&str>, name: &str, texts: &'t [String]) -> Judged<'t> {
        self.judge_each(target, name, texts, |at| compile(&texts[at]))
    }

    /// The same, where each file is compiled in its own way.
    ///
    /// # Panics
    /// Where a file cannot be written or cargo does not run.
    pub fn judge_each<'t>(
        &self,
        target: Option<&str>,
        name: &str,
        texts: &'t [String],
        compile: impl Fn(usize) -> Compilation,
    ) -> Judged<'t> {
        let mut judged = Judged { texts, compiled: 0, interfaces: 0, methods: 0, said: BTreeMap::new() };
        let mut modules = Vec::new();
        for at in 0..texts.len() {
            let compilation = compile(at);
            if !compilation.is_ok() {
                continue;
            }
            judged.count(&compilation);
            let outputs = compilation.rust(&Layout::Single(format!("m{at}.rs")));
            let texts: Vec<_> = outputs.iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
            if size(&modules) + size(&texts) > CRATE {
                self.judge_crate(target, name, &std::mem::take(&mut modules), &mut judged);
            }
            modules.extend(texts);
        }
        self.judge_crate(target, name, &modules, &mut judged);
        judged
    }

    /// Has rustc check a crate of these modules, in both editions.
    fn judge_crate(&self, target: Option<&str>, name: &str, modules: &[(String, String)], judged: &mut Judged<'_>) {
        let source = self.empty(name);
        for (name, text) in modules {
            std::fs::write(source.join(name), text).expect("the module");
        }
        let declare = |(name, _): &(String, String)| format!("pub mod {};\n", name.trim_end_matches(".rs"));
        std::fs::write(source.join("lib.rs"), modules.iter().map(declare).collect::<String>())
            .expect("the crate's root");
        for edition in ["2021", "2024"] {
            let Err(said) = self.check(name, edition, target) else { continue };
            let lines: Vec<_> = said.lines().filter(|line| is_finding(line)).filter_map(module).collect();
            assert!(!lines.is_empty(), "{said}");
            for (at, line) in lines {
                // A run of hours may be stopped.
                println!("{name}, {edition}: {line}");
                judged.said.entry(at).or_default().push(format!("{edition}: {line}"));
            }
        }
    }

    /// The same of a tree of files.
    ///
    /// # Errors
    /// What cargo says.
    ///
    /// # Panics
    /// Where a file cannot be written or cargo does not run.
    pub fn judge_tree(&self, name: &str, compilation: &Compilation, edition: &str) -> Result<(), String> {
        let source = self.empty(name);
        compilation.rust(&Layout::Tree).write(&source.join("com"), Replace::Generated).expect("the tree");
        std::fs::write(source.join("lib.rs"), "pub mod com;\n").expect("the crate's root");
        self.check(name, edition, None)
    }

    /// A new folder for the sources of a crate.
    fn empty(&self, name: &str) -> PathBuf {
        let source = self.folder.join(name);
        drop(std::fs::remove_dir_all(&source));
        std::fs::create_dir_all(&source).expect("a folder");
        source
    }

    /// Checks a crate; what cargo says of one that does not compile, or has warnings.
    fn check(&self, name: &str, edition: &str, target: Option<&str>) -> Result<(), String> {
        let dir = self.folder.join(format!("{name}-{edition}"));
        std::fs::create_dir_all(&dir).expect("a folder");
        put(&dir.join("Cargo.toml"), &manifest(&self.folder.join(name).join("lib.rs"), name, edition));
        put(&dir.join("Cargo.lock"), &std::fs::read_to_string(root().join("Cargo.lock")).expect("the versions"));
        let mut command = Command::new(env!("CARGO"));
        command.args(["check", "--offline", "--quiet", "--message-format", "short"]);
        command.args(target.iter().flat_map(|target| ["--target", target]));
        command.current_dir(dir).env("CARGO_TARGET_DIR", self.folder.join("target"));
        let output = command.output().expect("cargo runs");
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        if output.status.success() && !said.lines().any(is_finding) { Ok(()) } else { Err(said) }
    }
}

/// How many bytes modules have.
fn size(modules: &[(String, String)]) -> usize {
    modules.iter().map(|(_, text)| text.len()).sum()
}

/// The manifest of a crate with this root.
fn manifest(lib: &Path, name: &str, edition: &str) -> String {
    format!(
        "[package]\nname = \"{name}-{edition}\"\nversion = \"0.0.0\"\nedition = {edition:?}\n\n\
         [lib]\npath = {lib:?}\n\n[dependencies]\n\
         mapidl = {{ path = {:?}, default-features = false, features = [\"mock\"] }}\n\n\
         [profile.dev]\ndebug = false\nincremental = false\n\n[workspace]\n",
        root().join("runtime")
    )
}

/// Whether a line of rustc's is about a place in the text.
fn is_finding(line: &str) -> bool {
    line.contains(": error") || line.contains(": warning")
}

impl Judged<'_> {
    fn count(&mut self, compilation: &Compilation) {
        self.compiled += 1;
        let plan = compilation.plan();
        for item in plan.modules.iter().flat_map(|module| &module.items) {
            if let Item::Interface(interface) = item {
                self.interfaces += 1;
                self.methods += interface.methods.len();
            }
        }
    }
}

/// Compiles a text that may import what is bundled.
pub fn compile(text: &str) -> Compilation {
    compile_files(&[("main.idl", text)], &["main.idl"])
}

/// Compiles the roots among these texts.
pub fn compile_files(texts: &[(&str, &str)], roots: &[&str]) -> Compilation {
    let main = texts.iter().fold(MemoryLoader::new("main"), |main, (name, text)| main.with(name, (*text).to_owned()));
    let (others, roots) = (bundled(), roots.iter().map(|root| (*root).to_owned()).collect::<Vec<_>>());
    compile_with(&roots, &ChainLoader::new(vec![&main, &others]), &Options::default())
}

/// Whether rustc has the library for a target.
pub fn can_build_for(target: &str) -> bool {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "target-libdir", "--target", target]).output();
    output.is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

/// The number of the module that a line of rustc's is about.
fn module(line: &str) -> Option<(usize, String)> {
    let file: PathBuf = line.split(':').next()?.into();
    let number = file.file_stem()?.to_str()?.strip_prefix('m')?.parse().ok()?;
    let rest = line.find(&format!("m{number}.rs")).map_or(line, |at| &line[at..]);
    Some((number, rest.to_owned()))
}

/// Writes a file that is not as it should be; the others keep their times, by which cargo knows what changed.
fn put(path: &Path, text: &str) {
    if std::fs::read_to_string(path).ok().as_deref() != Some(text) {
        std::fs::write(path, text).expect("a file");
    }
}
