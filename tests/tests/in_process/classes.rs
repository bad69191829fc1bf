//! Classes are created through COM, and offered to it: by a factory that is registered, and by what a DLL exports.

#![allow(unreachable_pub, dead_code, reason = "the golden stands in a private module here")]

mod golden {
    include!("../../corpus/emit/classes.rs");
}

use golden::{Aviary, Ghost, IKeeper, IZoo, IZoo_Impl, Keeper, Zoo};
use mapidl::class::{Class, ClassFactory};
use mapidl::com::{IClassFactory, IPersist, IPersist_Impl};
use mapidl::unload::MayUnload;
use mapidl::{GUID, HRESULT, IUnknown, Interface, Result, Success, export_classes, implement};
use std::any::TypeId;
use std::ffi::c_void;
use std::ptr;
use std::sync::Mutex;

const CLASS_E_NOAGGREGATION: u32 = 0x8004_0110;
const CLASS_E_CLASSNOTAVAILABLE: u32 = 0x8004_0111;
const E_NOINTERFACE: u32 = 0x8000_4002;
const E_POINTER: u32 = 0x8000_4003;
const E_UNEXPECTED: u32 = 0x8000_FFFF;
const S_FALSE: HRESULT = HRESULT(1);

struct Animals;

implement! { impl Animals as Animals_Impl: [IZoo, IPersist] }

impl IZoo_Impl for Animals_Impl {
    fn feed(&self, animals: i32) -> Result<()> {
        if animals >= 0 { Ok(()) } else { Err(HRESULT(E_UNEXPECTED.cast_signed()).into()) }
    }
}

impl IPersist_Impl for Animals_Impl {
    fn get_class_id(&self) -> Result<Success<GUID>> {
        Ok(Zoo::CLSID.into())
    }
}

export_classes! {
    // SAFETY: a program is not unloaded.
    unload: unsafe { MayUnload::new() },
    Zoo => || Ok(Animals.into()),
    Aviary => || panic!("no birds"),
}

// SAFETY: what `export_classes!` defines.
unsafe extern "system" {
    fn DllGetClassObject(class: *const GUID, iid: *const GUID, out: *mut *mut c_void) -> HRESULT;
    safe fn DllCanUnloadNow() -> HRESULT;
}

/// What is alive is counted for the whole program: one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

fn class_object<I: Interface>(class: &GUID) -> std::result::Result<I, u32> {
    let mut out = ptr::dangling_mut();
    // SAFETY: the pointers are valid; what comes out is null, or of the asked type.
    unsafe {
        let code = DllGetClassObject(class, &I::IID, &mut out);
        assert_eq!(out.is_null(), code.is_err());
        if code.is_ok() { Ok(I::from_raw(out)) } else { Err(code.0.cast_unsigned()) }
    }
}

#[test]
fn a_class_knows_its_identifier_and_interface() {
    assert_eq!(Zoo::CLSID, GUID::from_u128(0x6f1d3b52_5c1e_4c0e_9a55_3c2f0b9a0023));
    assert_eq!(<Zoo as Class>::Default::IID, IZoo::IID);
    assert_eq!(<Aviary as Class>::Default::IID, IZoo::IID);
    assert_eq!(TypeId::of::<<Keeper as Class>::Default>(), TypeId::of::<IKeeper>());
    assert_eq!(<Ghost as Class>::Default::IID, IUnknown::IID);
}

#[test]
fn a_dll_gives_its_classes_and_stays_while_they_are_used() -> Result<()> {
    let _alone = ALONE.lock().unwrap();
    assert_eq!(DllCanUnloadNow(), HRESULT(0));
    let factory = class_object::<IClassFactory>(&Zoo::CLSID).unwrap();
    assert_eq!(DllCanUnloadNow(), S_FALSE);
    let zoo = factory.create_instance::<IZoo>()?.into_value();
    zoo.feed(3)?;
    assert_eq!(*zoo.cast::<IPersist>()?.get_class_id()?, Zoo::CLSID);
    let weak = zoo.downgrade()?;
    drop(factory);
    assert_eq!(DllCanUnloadNow(), S_FALSE);
    drop(zoo);
    assert!(weak.upgrade().is_none());
    assert_eq!(DllCanUnloadNow(), S_FALSE, "the weak reference is an object of the DLL too");
    drop(weak);
    assert_eq!(DllCanUnloadNow(), HRESULT(0));
    Ok(())
}

#[test]
fn locks_hold_a_dll_and_balance() -> Result<()> {
    let _alone = ALONE.lock().unwrap();
    let factory = class_object::<IClassFactory>(&Zoo::CLSID).unwrap();
    let _ = factory.lock_server(true)?;
    let _ = factory.lock_server(true)?;
    drop(factory);
    assert_eq!(DllCanUnloadNow(), S_FALSE);
    let factory = class_object::<IClassFactory>(&Zoo::CLSID).unwrap();
    let _ = factory.lock_server(false)?;
    let _ = factory.lock_server(false)?;
    assert_eq!(factory.lock_server(false).unwrap_err().code().0.cast_unsigned(), E_UNEXPECTED);
    drop(factory);
    assert_eq!(DllCanUnloadNow(), HRESULT(0));
    Ok(())
}

#[test]
fn what_cannot_be_had_is_refused() {
    let _alone = ALONE.lock().unwrap();
    let code = |error: mapidl::Error| error.code().0.cast_unsigned();
    assert_eq!(class_object::<IClassFactory>(&Keeper::CLSID).unwrap_err(), CLASS_E_CLASSNOTAVAILABLE);
    assert_eq!(class_object::<IZoo>(&Zoo::CLSID).unwrap_err(), E_NOINTERFACE);
    let factory = class_object::<IClassFactory>(&Zoo::CLSID).unwrap();
    let outer: IUnknown = Animals.into();
    let mut inner = ptr::dangling_mut();
    // SAFETY: all pointers are valid for the call.
    let code_of_part =
        unsafe { (factory.vtable().CreateInstance)(factory.as_raw(), outer.as_raw(), &IUnknown::IID, &mut inner) };
    assert_eq!((code_of_part.0.cast_unsigned(), inner), (CLASS_E_NOAGGREGATION, ptr::null_mut()));
    assert_eq!(code(factory.create_instance::<IClassFactory>().unwrap_err()), E_NOINTERFACE);
    // A panic stays inside.
    let birds = class_object::<IClassFactory>(&Aviary::CLSID).unwrap();
    assert_eq!(code(birds.create_instance::<IZoo>().unwrap_err()), E_UNEXPECTED);
    let mut out = ptr::dangling_mut();
    // SAFETY: nulls are what is tested.
    unsafe {
        assert_eq!(DllGetClassObject(&Zoo::CLSID, &IUnknown::IID, ptr::null_mut()).0.cast_unsigned(), E_POINTER);
        assert_eq!(DllGetClassObject(ptr::null(), &IUnknown::IID, &mut out).0.cast_unsigned(), E_POINTER);
        assert!(out.is_null());
        assert_eq!(DllGetClassObject(&Zoo::CLSID, ptr::null(), &mut out).0.cast_unsigned(), E_POINTER);
    }
    drop((factory, outer, birds));
    assert_eq!(DllCanUnloadNow(), HRESULT(0), "nothing is left of a failure");
}

#[test]
fn a_factory_makes_what_its_function_makes() -> Result<()> {
    let _alone = ALONE.lock().unwrap();
    let seen = std::sync::Arc::new(());
    let kept = std::sync::Arc::clone(&seen);
    let factory: IClassFactory = ClassFactory::new(move || {
        let _ = &kept;
        Ok(Animals.into())
    })
    .into();
    factory.create_instance::<IZoo>()?.feed(1)?;
    drop(factory);
    assert_eq!(std::sync::Arc::strong_count(&seen), 1);
    Ok(())
}

/// COM itself, which Windows has.
#[cfg(windows)]
mod com {
    use super::*;
    use mapidl::class::ClassContext;

    #[link(name = "ole32")]
    unsafe extern "system" {
        fn CoRegisterClassObject(
            class: *const GUID,
            factory: *mut c_void,
            context: u32,
            flags: u32,
            cookie: *mut u32,
        ) -> HRESULT;
        fn CoRevokeClassObject(cookie: u32) -> HRESULT;
    }

    const REGDB_E_CLASSNOTREG: u32 = 0x8004_0154;
    const MULTIPLE_USE: u32 = 1;

    #[test]
    fn com_creates_what_is_registered() -> Result<()> {
        let _alone = ALONE.lock().unwrap();
        mapidl::init_mta()?;
        let missing = Zoo::create(ClassContext::INPROC_SERVER).unwrap_err();
        assert_eq!(missing.code().0.cast_unsigned(), REGDB_E_CLASSNOTREG);
        let factory = class_object::<IClassFactory>(&Zoo::CLSID).unwrap();
        let mut cookie = 0;
        // SAFETY: the factory is valid; COM takes references of its own.
        let code = unsafe {
            let context = ClassContext::INPROC_SERVER.0;
            CoRegisterClassObject(&Zoo::CLSID, factory.as_raw(), context, MULTIPLE_USE, &mut cookie)
        };
        assert_eq!(code, HRESULT(0));
        Zoo::create(ClassContext::INPROC_SERVER)?.feed(2)?;
        let persist: IPersist = Zoo::create_as(ClassContext::ALL)?;
        assert_eq!(*persist.get_class_id()?, Zoo::CLSID);
        assert_eq!(
            Zoo::create_as::<IClassFactory>(ClassContext::ALL).unwrap_err().code().0.cast_unsigned(),
            E_NOINTERFACE
        );
        drop((factory, persist));
        // SAFETY: the cookie is used up.
        assert_eq!(unsafe { CoRevokeClassObject(cookie) }, HRESULT(0));
        assert_eq!(DllCanUnloadNow(), HRESULT(0));
        Ok(())
    }
}
