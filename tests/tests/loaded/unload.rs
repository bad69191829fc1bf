//! A host lets a DLL go while the DLL's own thread runs, and while a thread of the host's holds a value of the DLL's. That
//! the process lives on is half of the proof; the other half is that the DLL's variables are what they were.

use libloading::Library;
use mapidl::com::{IClassFactory, IPersist};
use mapidl::{GUID, HRESULT, Interface};
use std::ffi::c_void;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

const LINGERING: GUID = GUID::from_u128(0x3a0c4f7e_9d21_4c55_8f0b_61d2a7e4b901);
const S_FALSE: HRESULT = HRESULT(1);

type GetClassObject = unsafe extern "system" fn(*const GUID, *const GUID, *mut *mut c_void) -> HRESULT;
type CanUnloadNow = unsafe extern "system" fn() -> HRESULT;

/// Where cargo puts the library: beside this test.
fn path() -> PathBuf {
    let name = format!("{}mapidl_lingering{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let test = std::env::current_exe().expect("a test has a path");
    test.parent().expect("a test lies in a folder").join(name)
}

fn load() -> Library {
    let path = path();
    // SAFETY: the library has no initialisers beyond those of Rust.
    unsafe { Library::new(&path) }.unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn can_unload_now(library: &Library) -> HRESULT {
    // SAFETY: the export has this type.
    unsafe { library.get::<CanUnloadNow>(b"DllCanUnloadNow").expect("it is exported")() }
}

fn factory(library: &Library) -> IClassFactory {
    let mut out = std::ptr::null_mut();
    // SAFETY: the export has this type; what it gives is a reference of the asked kind.
    unsafe {
        let function = library.get::<GetClassObject>(b"DllGetClassObject").expect("it is exported");
        assert_eq!(function(&LINGERING, &IClassFactory::IID, &mut out), HRESULT(0));
        IClassFactory::from_raw(out)
    }
}

/// Makes an object, asks it how often the DLL's thread came around and how many values were dropped, and lets it go.
fn look(library: &Library) -> (u32, u16) {
    let object = factory(library).create_instance::<IPersist>().expect("an object").into_value();
    let told = object.get_class_id().expect("what it knows").into_value();
    (told.data1, told.data2)
}

#[test]
fn a_dll_of_safe_code_outlives_its_objects() {
    let library = load();
    assert_eq!(can_unload_now(&library), HRESULT(0), "nothing of it has run yet");
    drop(factory(&library));
    assert_eq!(can_unload_now(&library), S_FALSE, "what has run may have left something");
    // COM asks; but when an apartment ends it frees the library whatever the answer was.
    drop(library);
    assert_eq!(can_unload_now(&load()), S_FALSE, "it is the same one, and not a new one");

    let host = thread::spawn(|| {
        assert_eq!(look(&load()).1, 0, "values that were dropped");
        thread::sleep(Duration::from_millis(50));
    });
    host.join().expect("its values are dropped now");
    let (rounds, dropped) = look(&load());
    assert!(rounds > 0, "the thread has come around in the same library");
    assert_eq!(dropped, 1, "the value that the host's thread held");
}

/// The loader finds a library by the name under which it was loaded, whatever has become of the file.
#[test]
#[cfg(target_os = "linux")]
fn a_dll_stays_whose_file_is_gone() {
    use libloading::os::unix;

    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("mapidl_gone.so");
    std::fs::copy(path(), &copy).expect("a copy");
    // SAFETY: as in `load`.
    let library = unsafe { Library::new(&copy) }.expect("the copy is a library");
    std::fs::remove_file(&copy).expect("a loaded file can be removed");
    drop(factory(&library));
    drop(library);
    // SAFETY: nothing is loaded.
    let left = unsafe {
        unix::Library::open(Some(&copy), unix::RTLD_LAZY | 0x4 /* RTLD_NOLOAD */)
    };
    assert!(left.is_ok(), "{left:?}");
}
