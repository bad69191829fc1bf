//! The C++ half: compiled by g++ against the header that mapidl writes, then loaded into the test's process.

use crate::cpp::session::Session;
use libloading::Library;
use mapidl::{HRESULT, Interface};
use mapidl_codegen::driver::{Compilation, Options, compile};
use mapidl_codegen::export;
use mapidl_tests::{judge, root};
use std::ffi::c_void;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Names a library that was built before: valgrind's run uses that of the run that starts it.
pub(crate) const BUILT: &str = "MAPIDL_TESTS_CPP_LIBRARY";

/// A function of the C++ half that is given an object; only some of them look at the code.
type Part = unsafe extern "C" fn(&Session, *mut c_void, HRESULT);
type Make = unsafe extern "C" fn(&Session, HRESULT) -> *mut c_void;

/// The library in use; it is never unloaded, so that valgrind can name its functions.
pub(crate) struct Cpp {
    library: Library,
    pub(crate) path: PathBuf,
}

impl Cpp {
    /// The library, built when it is asked for first; none where there is no g++.
    pub(crate) fn get() -> Option<&'static Self> {
        static CPP: OnceLock<Option<Cpp>> = OnceLock::new();
        CPP.get_or_init(|| {
            let path = match std::env::var_os(BUILT) {
                Some(path) => path.into(),
                None => build(&judge(&["g++"])?),
            };
            // SAFETY: the library has no initialisers but those of plain data.
            let library = unsafe { Library::new(&path) }.expect("the C++ library loads");
            Some(Self { library, path })
        })
        .as_ref()
    }

    /// Has a client of the C++ half do its part on an object.
    pub(crate) fn run<I: Interface>(&self, session: &Session, part: &str, object: &I, code: HRESULT) {
        let part = self.function::<Part>(part);
        // SAFETY: every part is given an interface pointer of the type that its name says, and lets go of the session
        // and the object when it returns.
        unsafe { part(session, object.as_raw(), code) }
    }

    /// Makes an object of the C++ half that answers every call with `answer`, or plays its part where that is S_OK.
    pub(crate) fn make<I: Interface>(&self, session: &Session, interface: &str, answer: HRESULT) -> I {
        let make = self.function::<Make>(&format!("make_{interface}"));
        // SAFETY: the function gives away a reference to an object with that interface.
        unsafe { I::from_raw(make(session, answer)) }
    }

    /// A function of the C++ half.
    pub(crate) fn function<F: Copy>(&self, name: &str) -> F {
        // SAFETY: callers name the type that the function is declared with.
        let symbol = unsafe { self.library.get::<F>(name.as_bytes()) };
        *symbol.unwrap_or_else(|e| panic!("{name}: {e}"))
    }
}

/// What the header is written of, and what calls are counted by.
pub(crate) fn compilation() -> &'static Compilation {
    static COMPILATION: OnceLock<Compilation> = OnceLock::new();
    COMPILATION.get_or_init(|| {
        let idl = |name: &str| root().join("idl").join(name).to_string_lossy().into_owned();
        let compilation = compile(&[idl("core_objects.idl"), idl("sync.idl")], &Options::default());
        assert!(compilation.is_ok(), "{}", compilation.render());
        compilation
    })
}

fn build(compiler: &Path) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cpp");
    fs::create_dir_all(&dir).expect("a folder for the library");
    let header = export::cpp::header(&compilation().model, &compilation().layouts);
    fs::write(dir.join("mapi.h"), header).expect("the header is written");
    // Moved into its place when it is whole: another run may have loaded the one that is there.
    let (library, fresh) = (dir.join("conformance.so"), dir.join(format!("conformance-{}.so", std::process::id())));
    let mut command = Command::new(compiler);
    command.args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-g", "-fPIC", "-shared", "-I"]).arg(&dir);
    command.args(sources()).arg("-o").arg(&fresh);
    let output = command.output().expect("g++ runs");
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    fs::rename(fresh, &library).expect("the library is moved into its place");
    library
}

fn sources() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/cpp")).expect("the folder tests/cpp");
    let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "cpp"));
    files.sort();
    files
}
