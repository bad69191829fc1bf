//! Macros stand in the middle of their users' names. Whatever these mean there, macros mean what they always do: no
//! method of a user's trait is called by them, and no function, type or macro of the user's takes the place of Rust's.

/// A module in which nearly every name means something else.
pub mod odd {
    #![allow(
        dead_code,
        missing_debug_implementations,
        unreachable_pub,
        unused_macros,
        non_snake_case,
        non_camel_case_types,
        non_upper_case_globals,
        clippy::new_ret_no_self,
        clippy::wrong_self_convention
    )]

    macro_rules! other_macros {
        ($d:tt: $($name:ident)*) => { $(macro_rules! $name { ($d($t:tt)*) => { ::core::compile_error!("a macro of the user's") } })* };
    }
    other_macros! { $: assert concat stringify module_path cfg matches vec panic format debug_assert assert_eq }

    /// Methods for all types, by value: they come before those that take a reference.
    pub trait Methods: ::core::marker::Sized {
        fn add(self) -> ::core::primitive::u32 {
            7
        }
        fn is_one(self) -> ::core::primitive::bool {
            true
        }
        fn head(self) {}
        fn value(self) {}
        fn value_mut(self) {}
        fn place(self) {}
        fn len(self) -> ::core::primitive::usize {
            1000
        }
        fn is_empty(self) -> ::core::primitive::bool {
            true
        }
        fn query(self) {}
        fn map(self) {}
        fn iter(self) {}
        fn find(self) {}
        fn cast(self) {}
        fn name(self) {}
        fn union(self) {}
        fn code(self) {}
        fn as_ref(self) {}
        fn as_mut(self) {}
        fn as_ptr(self) {}
        fn as_mut_ptr(self) {}
        fn as_raw(self) {}
        fn into_raw(self) {}
        fn into(self) {}
        fn field(self) {}
        fn finish(self) {}
        fn debug_tuple(self) {}
        fn to_interface(self) {}
        fn base(self) {}
        fn matches(_: &::mapidl::GUID) -> ::core::primitive::bool {
            true
        }
        fn new() {}
    }
    impl<T> Methods for T {}

    fn Some(place: ::core::primitive::usize) -> ::core::option::Option<::core::primitive::usize> {
        ::core::option::Option::Some(if place < 2 { 1 - place } else { place })
    }
    fn Ok() {}
    fn Err() {}
    fn drop() {}
    const None: ::core::option::Option<::core::primitive::usize> = ::core::option::Option::Some(1);
    struct Option;
    struct Result;
    struct Box;
    struct String;
    struct u8;
    struct u32;
    struct i32;
    struct u64;
    struct i64;
    struct usize;
    struct isize;
    struct bool;
    struct str;
    trait Clone {}
    trait Copy {}
    trait Drop {}
    trait Send {}
    trait Sync {}
    trait From {}
    trait Into {}
    trait Default {}
    trait PartialEq {}
    trait Eq {}
    trait Debug {}
    mod core {}
    mod std {}
    mod mapidl {}

    ::mapidl::include_idl!("idl/names.idl");

    #[::mapidl::mapi_interface(uuid = "5c1d9a40-6f0e-4b53-9b1c-0d7a5f2e8124", import = ["idl/names.idl"])]
    pub trait ITrait: INamed {
        fn Bytes(&self, n: u32, #[idl(out, size_is(n))] p: *mut u8) -> HRESULT;
        fn Other(&self, #[idl(in)] spot: *const SPOT, #[idl(out)] object: *mut *mut IOther) -> HRESULT;
    }

    pub struct Obj(pub ::std::string::String);
    ::mapidl::implement! { impl Obj as pub Obj_Impl: [INamed, IOther, ITrait] }

    #[derive(::core::default::Default)]
    pub struct Here(pub ::std::rc::Rc<::core::cell::Cell<::core::primitive::u32>>);
    ::mapidl::implement! { apartment impl Here as pub Here_Impl: [INamed] }

    pub struct Of<T>(pub T);
    ::mapidl::implement! { impl<T> Of as pub Of_Impl: [IOther] where T: ::core::marker::Send + ::core::marker::Sync + 'static }

    ::mapidl::coclass! { /** A class. */ Named, 0x5c1d9a40_6f0e_4b53_9b1c_0d7a5f2e8123, INamed }
    ::mapidl::export_classes! {
        Named => || ::core::result::Result::Ok(<INamed as ::core::convert::From<Obj>>::from(Obj(::std::string::String::new())))
    }
}

use mapidl::class::Class;
use mapidl::{Apartment, ComObject, IUnknown, Interface, Result, Success, U16CStr, u16cstr};
use odd::{
    Here, Here_Impl, INamed, INamed_Impl, IOther, IOther_Impl, ITrait, ITrait_Impl, MockINamed, MockITrait, NAMED,
    Numbers, Obj, Obj_Impl, Of, Of_Impl, SPOT,
};

impl INamed_Impl for Obj_Impl {
    fn fill(&self, p: &mut [u8]) -> Result<Success<()>> {
        p.fill(u8::try_from(p.len()).unwrap());
        Ok(().into())
    }

    fn place(&self, spot: &mut SPOT, flags: NAMED, numbers: Numbers<'_>) -> Result<Success<u32>> {
        spot.x += 1;
        let sum: i32 = numbers.numbers().iter().sum();
        Ok((sum.cast_unsigned() + flags.0).into())
    }

    fn get(&self, x: u32) -> u32 {
        x + u32::try_from(self.0.len()).unwrap()
    }
}

impl ITrait_Impl for Obj_Impl {
    fn bytes(&self, p: &mut [u8]) -> Result<Success<()>> {
        self.fill(p)
    }

    fn other(&self, spot: &SPOT) -> Result<Success<IOther>> {
        Ok(Success::with(Obj("x".repeat(spot.x.unsigned_abs() as usize)).into(), mapidl::HRESULT(0)))
    }
}

impl IOther_Impl for Obj_Impl {
    fn text(&self, name: &U16CStr) -> Result<u32> {
        Ok(u32::try_from(name.len() + self.0.len()).unwrap())
    }
}

impl INamed_Impl for Here_Impl {
    fn get(&self, x: u32) -> u32 {
        self.0.replace(x)
    }
}

impl<T: Send + Sync + 'static> IOther_Impl for Of_Impl<T> {}

fn obj() -> Obj {
    Obj("on the heap".to_owned())
}

#[test]
fn references_are_counted() {
    let one: INamed = obj().into();
    let two = one.clone();
    drop(one);
    assert_eq!(two.get(1), 12);
    let here: INamed = Here::default().into();
    let again = here.clone();
    drop(here);
    assert_eq!((again.get(5), again.get(6)), (0, 5));
}

#[test]
fn each_interface_has_its_place() -> Result<()> {
    let unknown: IUnknown = obj().into();
    assert_eq!(unknown.cast::<INamed>()?.get(2), 13);
    assert_eq!(unknown.cast::<IOther>()?.text(u16cstr!("four"))?, 15);
    let other: IOther = Of(1).into();
    assert!(other.cast::<INamed>().is_err() && other.cast_object::<Of<i32>>().is_ok());
    Ok(())
}

#[test]
fn what_is_shared_is_not_changed() {
    let mut one = ComObject::new(obj());
    let two = one.clone();
    assert!(one.get_mut().is_none(), "another one looks at it");
    drop(two);
    one.get_mut().unwrap().0.clear();
    let mut here = ComObject::new(Apartment::new(Here::default()));
    let again = here.clone();
    assert!(here.get_mut().is_none() && again.get().0.get() == 0);
}

#[test]
fn calls_are_what_they_are_elsewhere() -> Result<()> {
    let object: INamed = obj().into();
    let mut four = [0; 4];
    let _ = object.fill(&mut four)?;
    assert_eq!(four, [4; 4]);
    let object: ITrait = object.cast()?;
    let mut three = [0; 3];
    let _ = object.bytes(&mut three)?;
    assert_eq!(three, [3; 3]);
    assert_eq!(object.other(&SPOT { x: 2, y: 0 })?.text(u16cstr!("a"))?, 3);
    let mut spot = SPOT { x: 1, y: 2 };
    let flags = NAMED::NAMED_ONE | NAMED::NAMED_TWO;
    assert_eq!(*object.place(&mut spot, flags, Numbers::new(&[4, 5]))?, 12);
    assert_eq!((spot.x, format!("{flags:?}")), (2, "NAMED(NAMED_ONE | NAMED_TWO)".to_owned()));
    assert!(format!("{object:?}").starts_with("ITrait("));
    assert_eq!(NAMED::from_name("NAMED_TWO").and_then(NAMED::name), Some("NAMED_TWO"));
    let mock = MockINamed::new();
    mock.expect_get().once().returning(|x| x + 1);
    assert_eq!(mock.to_interface().get(1), 2);
    mock.finish().unwrap();
    let mock = MockITrait::new();
    mock.expect_bytes().once().returning(|bytes| {
        bytes.fill(9);
        Ok(().into())
    });
    let _ = mock.to_interface().bytes(&mut three)?;
    mock.finish().unwrap();
    assert_eq!(three, [9; 3]);
    assert_eq!(odd::Named::CLSID, <odd::Named as Class>::CLSID);
    Ok(())
}
