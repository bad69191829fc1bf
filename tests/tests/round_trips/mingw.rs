//! Duty: the same trips through C++ that g++ built from mingw-w64's `mapidefs.h` (`tests/cpp/mingw`): what Rust made, C++
//! writes down, and what C++ built of that, Rust reads.
//!
//! The header is meant for Windows. On other systems a shim stands in for the few things that it takes from
//! `<windows.h>`, and wchar_t is told to have 16 bits.

use super::model::Model;
use super::trip::{assert_shows, without_leaks};
use super::wire::Wire;
use libloading::Library;
use mapidl::MapiBox;
use mapidl::heap::Heap;
use mapidl_tests::{judge, root};
use std::any::type_name;
use std::ffi::c_void;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Names a library that was built before: valgrind's run uses that of the run that starts it.
pub(crate) const BUILT: &str = "MAPIDL_TESTS_WALK_LIBRARY";

/// Where distributions put the headers of mingw-w64.
const HEADERS: [&str; 3] = [
    "/usr/share/mingw-w64/include",
    "/usr/x86_64-w64-mingw32/include",
    "/usr/x86_64-w64-mingw32/sys-root/mingw/include",
];

type Sink = unsafe extern "C" fn(&mut Vec<u8>, *const u8, usize);
type Write = unsafe extern "C" fn(*const c_void, u32, Sink, &mut Vec<u8>);
type Build = unsafe extern "C" fn(&Heap, *const u8, usize, &mut u32) -> *mut c_void;

/// The C++ half; it is never unloaded, so that valgrind can name its functions.
pub(crate) struct Mingw {
    library: Library,
    pub(crate) path: PathBuf,
}

impl Mingw {
    /// The library, built when it is asked for first; none where there is no g++, or no header.
    pub(crate) fn get() -> Option<&'static Self> {
        static MINGW: OnceLock<Option<Mingw>> = OnceLock::new();
        MINGW
            .get_or_init(|| {
                let path = match std::env::var_os(BUILT) {
                    Some(path) => path.into(),
                    None => build(&judge(&["g++"])?, &header()?),
                };
                // SAFETY: the library has no initialisers.
                let library = unsafe { Library::new(&path) }.expect("the C++ library loads");
                Some(Self { library, path })
            })
            .as_ref()
    }

    fn function<F: Copy, R>(&self, what: &str) -> F {
        let record = type_name::<R>().rsplit("::").next().expect("a name");
        // SAFETY: callers name the type that the function is declared with.
        let symbol = unsafe { self.library.get::<F>(format!("{what}_{record}").as_bytes()) };
        *symbol.unwrap_or_else(|e| panic!("{what}_{record}: {e}"))
    }

    /// What C++ reads of records.
    ///
    /// # Safety
    /// The records are valid.
    pub(crate) unsafe fn written<R>(&self, records: *const R, count: usize) -> Vec<u8> {
        let mut bytes = Vec::new();
        let write = self.function::<Write, R>("write");
        // SAFETY: the function is the one for these records.
        unsafe { write(records.cast(), u32::try_from(count).expect("few records"), take, &mut bytes) };
        bytes
    }

    /// Has C++ build records of what is written; the count is that of an array, and 0 for one list.
    pub(crate) fn built<R>(&self, bytes: &[u8]) -> (*mut R, usize) {
        let (heap, mut count) = (Heap::current(), 0);
        // SAFETY: the function takes these arguments, and believes what it reads: it was written by the test.
        let records = unsafe { self.function::<Build, R>("build")(&heap, bytes.as_ptr(), bytes.len(), &mut count) };
        assert!(!records.is_null(), "C++ has read less or more than was written");
        (records.cast(), count as usize)
    }

    /// Rust writes a list and C++ reads it; C++ writes it and Rust reads it.
    pub(crate) fn list<M: Model>(&self, model: &M) {
        without_leaks(|| {
            let mut wire = Wire::default();
            model.write(&mut wire);
            let arena = super::arena::Arena::default();
            let record = MapiBox::<M::Record>::new(model.view(&arena)).expect("memory");
            // SAFETY: the record is owned, so that all in it is valid.
            assert_eq!(unsafe { self.written(record.as_ptr(), 1) }, wire.0, "what C++ reads");
            let (built, _) = self.built::<M::Record>(&wire.0);
            // SAFETY: C++ has given the record away.
            let built = unsafe { MapiBox::from_raw(built) }.expect("a record");
            assert_shows(&built, model);
        });
    }
}

/// Rust writes an array and C++ reads it; C++ writes it and Rust reads it.
macro_rules! array {
    ($mingw:expr, $model:ty, $models:expr) => {{
        let (mingw, models): (_, &Vec<$model>) = ($mingw, $models);
        $crate::trip::without_leaks(|| {
            let (mut wire, arena) = ($crate::wire::Wire::default(), $crate::arena::Arena::default());
            wire.all(models, |to, model| model.write(to));
            let views: Vec<_> = models.iter().map(|model| model.view(&arena)).collect();
            let records = mapidl::MapiVec::<<$model as Model>::Record>::new(&views).expect("memory");
            let array = records.as_array();
            // SAFETY: the records are owned, so that all in them is valid.
            assert_eq!(unsafe { mingw.written(array.as_ptr(), array.len()) }, wire.0, "what C++ reads");
            let (start, count) = mingw.built(&wire.0);
            // SAFETY: C++ has given the records away.
            let built = unsafe { mapidl::MapiVec::<<$model as Model>::Record>::from_raw(start, count) };
            $crate::trip::assert_array_shows!($model, built, models);
        });
    }};
}

pub(crate) use array;

unsafe extern "C" fn take(to: &mut Vec<u8>, bytes: *const u8, size: usize) {
    // SAFETY: C++ passes what it has written.
    to.extend(unsafe { std::slice::from_raw_parts(bytes, size) });
}

/// The header, or a printed reason why the test skips, as for [`judge`].
fn header() -> Option<PathBuf> {
    let found = HEADERS.iter().map(|dir| Path::new(dir).join("mapidefs.h")).find(|path| path.is_file());
    if found.is_none() {
        let required = std::env::var_os("MAPIDL_REQUIRE_JUDGES").is_some();
        assert!(!required, "mingw-w64 is not installed, and this run requires it");
        println!("skipped: mingw-w64 is not installed");
    }
    found
}

fn build(compiler: &Path, header: &Path) -> PathBuf {
    let (sources, dir) = (root().join("tests/cpp/mingw"), Path::new(env!("CARGO_TARGET_TMPDIR")).join("mingw"));
    fs::create_dir_all(&dir).expect("a folder for the library");
    // On its own: beside it lie headers that would hide those of this system.
    fs::copy(header, dir.join("mapidefs.h")).expect("the header can be copied");
    // Moved into its place when it is whole: another run may have loaded the one that is there.
    let (library, fresh) = (dir.join("walk.so"), dir.join(format!("walk-{}.so", std::process::id())));
    let mut command = Command::new(compiler);
    command.args(["-std=c++17", "-fshort-wchar", "-Wall", "-Wextra", "-Werror", "-g", "-fPIC", "-shared", "-I"]);
    command.arg(sources.join("shim")).arg("-I").arg(&dir).arg(sources.join("walk.cpp")).arg("-o").arg(&fresh);
    let output = command.output().expect("g++ runs");
    assert!(output.status.success(), "{command:?}\n{}", String::from_utf8_lossy(&output.stderr));
    fs::rename(fresh, &library).expect("the library is moved into its place");
    library
}
