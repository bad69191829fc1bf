//! Judges of the bundled base files: widl reads them, Wine's declarations agree with them, and Wine's own files get along
//! with them in place of Wine's. The headers of mingw-w64 judge them in `mingw.rs`.

use mapidl_codegen::driver::{Compilation, Options, bundled, compile, compile_with};
use mapidl_codegen::model::{Id, Interface, Model};
use mapidl_codegen::source::{ChainLoader, DiskLoader, MemoryLoader};
use mapidl_tests::known::{Known, assert_explained};
use mapidl_tests::{bundled_files, judge, root, run};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian's libwine-dev puts Wine's IDL.
const WINE: &str = "/usr/include/wine/wine/windows";

/// Where Wine differs from what we declare, which is what mingw-w64's headers and Microsoft's pages have.
const KNOWN: &[Known] = &[
    Known {
        why: "misspelt in Wine 8",
        what: &[
            "IDropSourceNotify: DragEnterTarget is in slot 3",
            "IDropSourceNotify: DragLeaveTarget is in slot 4",
            "IInternetZoneManagerEx2: FixUnsecureSettings is in slot 20",
            "IPersistSerializedPropStorage2: GetPropertyStorageSize is in slot 6",
            "IPropertyEnumType2 is 9b6e051c-5ddd-4321-9070-fe2acb55e794",
        ],
    },
    Known { why: "missing in Wine 8", what: &["IInternetSession: GetSessionOption is in slot 9"] },
];

fn wine() -> Option<&'static Path> {
    let folder = Path::new(WINE);
    if !folder.is_dir() {
        assert!(std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_none(), "{WINE} is missing, and this run requires it");
        println!("skipped: {WINE} is missing; libwine-dev brings it");
        return None;
    }
    Some(folder)
}

fn base_files() -> Vec<PathBuf> {
    let folder = root().join("codegen/base");
    let mut files: Vec<PathBuf> = bundled().names().map(|name| folder.join(name)).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "idl"));
    files
}

#[test]
fn every_file_in_the_folder_is_bundled() {
    let entries = fs::read_dir(root().join("codegen/base")).expect("the folder base");
    let there: BTreeSet<String> = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned()).collect();
    let loader = bundled();
    assert_eq!(there, loader.names().map(str::to_owned).collect());
}

#[test]
fn widl_accepts_every_file() {
    let Some(widl) = judge(&["x86_64-w64-mingw32-widl", "widl"]) else { return };
    let dir = tempfile::tempdir().expect("a folder");
    let (idl, base) = (root().join("idl"), root().join("codegen/base"));
    let files = base_files();
    for file in &files {
        let mut command = Command::new(&widl);
        command.arg("-h").arg("-I").arg(&idl).arg("-I").arg(&base).arg("-o").arg(dir.path().join("x.h")).arg(file);
        let said = run(&mut command);
        assert!(!said.contains("error"), "{}: {said}", file.display());
    }
    println!("widl accepts {} files", files.len());
}

/// What an interface is, as texts: its identifier, and each slot's method.
fn facts(model: &Model, id: Id<Interface>) -> Vec<String> {
    let interface = &model.interfaces[id];
    let name = &interface.head.name;
    let mut facts: Vec<String> = interface.iid.iter().map(|iid| format!("{name} is {iid}")).collect();
    for base in model.chain(id) {
        let methods = &model.interfaces[base].methods;
        facts.extend(methods.iter().map(|m| format!("{name}: {} is in slot {}", m.head.name, m.slot)));
    }
    facts
}

fn interfaces(model: &Model) -> BTreeMap<&str, Id<Interface>> {
    let whole = model.interfaces.iter().filter(|(_, interface)| !interface.declared_only && interface.iid.is_some());
    whole.map(|(id, interface)| (interface.head.name.as_str(), id)).collect()
}

#[test]
fn wines_interfaces_agree() {
    let Some(wine) = wine() else { return };
    let (mut compared, mut slots, mut differ) = (BTreeSet::new(), 0, Vec::new());
    let ours = bundled_files();
    for name in bundled().names().filter(|name| name.ends_with(".idl") && wine.join(name).is_file()) {
        let options = Options { include: vec![wine.to_owned()], ..Options::default() };
        let theirs = compile(&[wine.join(name).to_string_lossy().into_owned()], &options);
        let known = interfaces(&theirs.model);
        for (name, id) in interfaces(&ours.model) {
            let Some(other) = known.get(name) else { continue };
            if compared.insert(name.to_owned()) {
                let (facts, others) = (facts(&ours.model, id), facts(&theirs.model, *other));
                slots += others.len();
                differ.extend(facts.into_iter().filter(|fact| !others.contains(fact)));
            }
        }
    }
    println!("{} interfaces compared, {slots} identifiers and slots", compared.len());
    assert_explained(&differ, &[KNOWN]);
    assert!(compared.len() >= 270, "only {} interfaces", compared.len());
}

/// The names that a text imports or includes.
fn imports(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim_start);
    let named = lines.filter(|line| line.starts_with("import ") || line.starts_with("#include"));
    named.flat_map(|line| line.split(['"', '<', '>']).skip(1).step_by(2)).map(str::to_ascii_lowercase).collect()
}

/// Compiles a text that is alone in the world but for the bundled files.
fn alone(name: &str, text: &str) -> Compilation {
    let (texts, bundled) = (MemoryLoader::new("test").with(name, text.to_owned()), bundled());
    compile_with(&[name.to_owned()], &ChainLoader::new(vec![&texts, &bundled]), &Options::default())
}

/// Of Wine's files that import nothing but what is bundled, each that is right beside Wine's own files is right with ours.
#[test]
fn wines_files_get_along_with_the_base_files() {
    let Some(wine) = wine() else { return };
    let loader = bundled();
    let known: BTreeSet<&str> = loader.names().collect();
    let (mut right, mut wrong_anyway, mut wrong) = (0, Vec::new(), Vec::new());
    for path in fs::read_dir(wine).expect("the folder can be read").flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let imports = imports(&text);
        let ours = !imports.is_empty() && imports.iter().all(|import| known.contains(import.as_str()));
        if !name.ends_with(".idl") || known.contains(name.as_str()) || !ours {
            continue;
        }
        let compilation = alone(&name, &text);
        if compilation.is_ok() {
            right += 1;
        } else if beside(wine, &path).is_ok() {
            wrong.push(compilation.render());
        } else {
            wrong_anyway.push(name);
        }
    }
    println!("{right} files get along with the base files; wrong with Wine's as well: {wrong_anyway:?}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(right >= 100, "only {right} files");
}

/// Compiles a file with Wine's own files around it.
fn beside(wine: &Path, path: &Path) -> Compilation {
    compile(&[path.to_string_lossy().into_owned()], &Options { include: vec![wine.to_owned()], ..Options::default() })
}

/// A file in an include folder comes before the bundled one of its name.
#[test]
fn an_include_folder_overrides_what_is_bundled() {
    let dir = tempfile::tempdir().expect("a folder");
    let own = "import \"unknwn.idl\"; typedef long MINE;";
    fs::write(dir.path().join("ocidl.idl"), own).expect("a file");
    let (texts, disk) = (
        MemoryLoader::new("test").with("x.idl", "import \"ocidl.idl\"; const MINE ONE = 1;"),
        DiskLoader::new(vec![dir.path().to_owned()]),
    );
    let bundled = bundled();
    let loader = ChainLoader::new(vec![&texts, &disk, &bundled]);
    let compilation = compile_with(&["x.idl".to_owned()], &loader, &Options::default());
    assert!(compilation.is_ok(), "{}", compilation.render());
    assert!(!interfaces(&compilation.model).contains_key("IConnectionPoint"));
}
