//! The goldens of `corpus/emit` compile, here in edition 2024 and in `tests/edition2021` in that one, and do what they
//! should.

#![allow(unreachable_pub, dead_code, reason = "the goldens stand in private modules here")]

mod aligned {
    include!("../../corpus/emit/aligned.rs");
}
mod confusable {
    include!("../../corpus/emit/confusable.rs");
}
mod conventions {
    include!("../../corpus/emit/conventions.rs");
}
mod handles {
    include!("../../corpus/emit/handles.rs");
}
mod hidden {
    include!("../../corpus/emit/stand_ins.rs");
}
mod keywords {
    include!("../../corpus/emit/keywords.rs");
}
mod members {
    include!("../../corpus/emit/members.rs");
}
mod module {
    include!("../../corpus/emit/module.rs");
}
mod overlooked {
    include!("../../corpus/emit/overlooked.rs");
}
mod scalars {
    include!("../../corpus/emit/scalars.rs");
}
mod shapes {
    include!("../../corpus/emit/shapes.rs");
}
mod threads {
    include!("../../corpus/emit/threads.rs");
}
mod ties {
    include!("../../corpus/emit/ties.rs");
}
// There rustc refuses it.
#[cfg(not(all(target_arch = "x86", not(windows))))]
mod tight {
    include!("../../corpus/emit/tight.rs");
}
mod undescribed {
    include!("../../corpus/emit/undescribed.rs");
}
mod values {
    include!("../../corpus/emit/values.rs");
}

use mapidl::com::{FILETIME, HANDLE};
use mapidl::{Bstr, HRESULT, MapiBox, MapiVec, Result, Success, implement};

struct Scalars;

use scalars::{IScalars, IScalars_Impl};
implement! { impl Scalars as Scalars_Impl: [IScalars] }

impl IScalars_Impl for Scalars_Impl {
    fn signed(&self, a: i8, b: i16, c: i32, d: i64) -> Result<()> {
        assert_eq!((a, b, c, d), (i8::MIN, i16::MIN, i32::MIN, i64::MIN));
        Ok(())
    }

    fn unsigned(&self, a: u8, b: u16, c: u32, d: u64) -> Result<()> {
        assert_eq!((a, b, c, d), (u8::MAX, u16::MAX, u32::MAX, u64::MAX));
        Ok(())
    }

    fn others(&self, a: bool, b: bool, c: f32, d: f64, e: usize, f: HANDLE) -> Result<()> {
        assert_eq!((a, b, c, d, e, f), (true, false, 1.5, -2.5, usize::MAX, HANDLE(8 as _)));
        Ok(())
    }

    fn back(&self) -> Result<(bool, bool, f64, isize, i64)> {
        Ok((false, true, 0.5, -1, i64::MAX))
    }

    fn count(&self) -> u32 {
        7
    }

    fn is_ready(&self, which: i32) -> bool {
        which == 3
    }

    fn times(&self, when: FILETIME, counter: &mut i32) -> Result<FILETIME> {
        *counter += 1;
        Ok(FILETIME { dwLowDateTime: when.dwHighDateTime, dwHighDateTime: when.dwLowDateTime })
    }
}

#[test]
fn every_scalar_goes_both_ways() -> Result<()> {
    let object: IScalars = Scalars.into();
    object.signed(i8::MIN, i16::MIN, i32::MIN, i64::MIN)?;
    object.unsigned(u8::MAX, u16::MAX, u32::MAX, u64::MAX)?;
    object.others(true, false, 1.5, -2.5, usize::MAX, HANDLE(8 as _))?;
    assert_eq!(object.back()?, (false, true, 0.5, -1, i64::MAX));
    assert_eq!(object.count(), 7);
    assert!(object.is_ready(3) && !object.is_ready(4));
    object.reset();
    let mut counter = 1;
    let then = object.times(FILETIME { dwLowDateTime: 1, dwHighDateTime: 2 }, &mut counter)?;
    assert_eq!((then.dwLowDateTime, then.dwHighDateTime, counter), (2, 1, 2));
    Ok(())
}

struct Undescribed;

use undescribed::{IUndescribed, IUndescribed_Impl};
implement! { impl Undescribed as Undescribed_Impl: [IUndescribed] }

impl IUndescribed_Impl for Undescribed_Impl {
    fn warns(&self) -> Result<Success> {
        Ok(Success::warning(HRESULT(1)))
    }
}

#[test]
fn an_undeclared_success_code_is_not_lost() -> Result<()> {
    let object: IUndescribed = Undescribed.into();
    assert_eq!(object.warns()?.code(), HRESULT(1));
    let mut value = 0;
    // SAFETY: the method is not implemented, so the pointer is not followed.
    let error = unsafe { object.no_direction(&mut value) }.unwrap_err();
    assert_eq!(error.code(), HRESULT(0x8000_4001_u32.cast_signed()));
    Ok(())
}

#[test]
fn keywords_are_escaped() -> Result<()> {
    let object = keywords::MockIKeywords::new();
    object.expect_yield().returning(|r#type, r#async| {
        assert_eq!((r#type, r#async), (1, 2));
        Ok(())
    });
    object.expect_loop().returning(|words, _, _| {
        assert_eq!(words.r#type, 5);
        Ok(())
    });
    let client = object.to_interface();
    client.r#yield(1, 2)?;
    client.r#loop(&keywords::Words { r#type: 5, ..Default::default() }, 1, 2)
}

/// Stand-ins for the functions of a DLL.
mod stand_ins {
    use super::HRESULT;

    pub(crate) unsafe extern "system" fn free_space(place: i64, bytes: *mut u64) -> HRESULT {
        // SAFETY: the caller passes a place for the answer.
        unsafe { bytes.write(place.unsigned_abs() * 2) };
        HRESULT(i32::from(place < 0))
    }

    pub(crate) unsafe extern "C" fn add(a: i16, b: i16) -> i32 {
        i32::from(a) + i32::from(b)
    }
}

#[test]
fn functions_of_a_dll_are_an_error_until_something_takes_their_place() {
    assert_eq!(module::reset().map_err(|e| e.code()), Err(mapidl::entry::DLL_NOT_FOUND));
    // SAFETY: they do what the definition says.
    unsafe {
        module::tools::FreeSpace.replace(stand_ins::free_space);
        module::tools::Add.replace(stand_ins::add);
    }
    assert_eq!(module::add(20_000, 20_000), Ok(40_000));
    assert_eq!(module::free_space(21), Ok(Success::new(42)));
    assert_eq!(module::free_space(-1), Ok(Success::with(2, HRESULT(1))));
}

#[test]
fn what_is_optional_may_be_absent_and_what_counts_must_agree() -> Result<()> {
    let mock = shapes::MockIShapes::new();
    mock.expect_change().once().returning(|mut list, item, tags| {
        assert!(item.is_none() && tags.is_none());
        list.replace(0, MapiVec::new(&[1, 2, 3])?)
    });
    mock.expect_count().times(2).returning(|tags, numbers| {
        assert_eq!(tags.map(<[u32]>::len), Some(2));
        assert!(numbers.is_none_or(|numbers| numbers == [7, 8]));
        Ok(())
    });
    let object = mock.to_interface();
    let mut list = MapiBox::<shapes::ITEMS>::new([shapes::Item::new(&[9])].as_slice())?;
    object.change(&mut list, None, None)?;
    assert_eq!(list.view().get(0).map(|item| item.numbers().to_vec()), Some(vec![1, 2, 3]));
    object.count(Some(&[1, 2]), Some(&[7, 8]))?;
    object.count(Some(&[1, 2]), None)?;
    for (tags, numbers) in [(None, &[7][..]), (Some(&[1, 2][..]), &[7])] {
        assert_eq!(object.count(tags, Some(numbers)).unwrap_err().code(), mapidl::code(0x8007_0057));
    }
    Ok(())
}

#[test]
fn a_union_by_an_enumeration_goes_both_ways() -> Result<()> {
    let list = MapiBox::<shapes::ITEMS>::new([shapes::Item::new(&[9])].as_slice())?;
    let choices = [
        shapes::Choice::new(shapes::ChoiceData::Numbers((&list).into())),
        shapes::Choice::new(shapes::ChoiceData::None),
        shapes::Choice::new(shapes::ChoiceData::Unknown(shapes::Kind(77), std::marker::PhantomData)),
    ];
    let copies = MapiVec::<shapes::CHOICE>::new(&choices)?;
    assert!(copies.iter().zip(choices).all(|(copy, choice)| copy == choice));
    Ok(())
}

struct Values;

use values::{BITS, IValues, IValues_Impl, LARGE, LEVEL, SMALL};
implement! { impl Values as Values_Impl: [IValues] }

impl IValues_Impl for Values_Impl {
    fn small(&self, x: i16, y: i16) -> SMALL {
        SMALL { x: y, y: x }
    }

    fn large(&self, bits: BITS) -> (LARGE, i32) {
        let values = [bits.wide(), i64::from(bits.times()), i64::from(bits.second())];
        (LARGE { values, nothing: 0 }, bits.shift())
    }

    fn bits(&self, bits: &BITS) -> Result<Success<BITS>> {
        let mut bits = *bits;
        bits.set_ready(!bits.ready());
        Ok(bits.into())
    }
}

#[test]
fn records_come_back_by_value() {
    let object: IValues = Values.into();
    assert_eq!(object.small(1, -2), SMALL { x: -2, y: 1 });
    let mut bits = BITS::default();
    bits.set_wide(-5);
    bits.set_times(6);
    bits.set_second(7);
    bits.set_shift(-16);
    let (large, sum) = object.large(bits);
    assert_eq!((large.values, sum), ([-5, 6, 7], -16));
}

/// The place of a returned record is the first argument behind `this`, and what the slot returns.
#[test]
fn a_returned_record_has_a_hidden_place() {
    let object: IValues = Values.into();
    let mut place = SMALL::default();
    let slots = mapidl::call::slots(&object);
    // SAFETY: the slot writes what the place can hold.
    let returned = unsafe { (slots.Small)(mapidl::call::this(&object), &raw mut place, 3, 4) };
    assert_eq!((returned, place), (&raw mut place, SMALL { x: 4, y: 3 }));
}

#[test]
fn bit_fields_keep_to_their_bits() -> Result<()> {
    let mut bits = BITS::default();
    bits.set_times(0xff);
    bits.set_shift(-1);
    assert_eq!((bits.times(), bits.shift(), bits.ready()), (7, -1, false));
    bits.set_level(LEVEL::LEVEL_HIGH);
    bits.set_type(5);
    bits.set_first(1);
    assert_eq!((bits._bits0, bits._bits1, bits._bits2), (0x2ff, 5, 1));
    bits.set_shift(3);
    assert_eq!((bits.times(), bits.shift(), bits.level(), bits.r#type()), (7, 3, LEVEL::LEVEL_HIGH, 5));
    let object: IValues = Values.into();
    assert!(object.bits(&bits)?.into_value().ready());
    Ok(())
}

/// The bytes are those that GCC for MinGW and Clang for `msvc`, both for 64 and 32 bits, give the same values.
#[test]
fn bit_fields_stand_where_compilers_put_them() {
    let mut bits = BITS::default();
    bits.set_times(6);
    bits.set_shift(-3);
    bits.set_level(LEVEL::LEVEL_HIGH);
    bits.set_ready(true);
    bits.set_type(5);
    bits.set_first(1);
    bits.set_second(0x77);
    bits.set_wide(-5);
    assert_eq!((bits._bits0, bits._bits1, bits._bits2, bits._bits4), (0x6ee, 5, 1, 0x77));
    assert_eq!(bits._bits5, 0xff_ffff_fffb);
}

struct Animal;

use members::{IAnimal, IAnimal_Impl};
implement! { impl Animal as Animal_Impl: [IAnimal] }

impl mapidl::com::IDispatch_Impl for Animal_Impl {}

impl IAnimal_Impl for Animal_Impl {
    fn name(&self) -> Result<Bstr> {
        Ok("Ada".into())
    }

    fn set_name(&self, name: &Bstr) -> Result<()> {
        if name == "Ada" { Ok(()) } else { Err(members::ZOO_E_FULL.into()) }
    }

    fn get_type(&self) -> Result<i32> {
        Ok(4)
    }

    fn put_age(&self, age: i32) -> Result<()> {
        assert_eq!(age, 6);
        Ok(())
    }

    fn set_age(&self, age: i32) -> Result<Success<()>> {
        assert_eq!(age, 7);
        Ok(Success::OK)
    }
}

#[test]
fn properties_are_read_and_set_by_their_names() -> Result<()> {
    let animal: IAnimal = Animal.into();
    assert_eq!(animal.name()?, "Ada");
    animal.set_name(&"Ada".into())?;
    let error = animal.set_name(&"Bob".into()).unwrap_err();
    assert_eq!(error.code(), HRESULT(0x8004_0201_u32.cast_signed()));
    assert!(error.to_string().contains("ZOO_E_FULL"), "{error}");
    assert_eq!(animal.get_type()?, 4);
    animal.put_age(6)?;
    assert_eq!(animal.set_age(7)?, Success::OK);
    Ok(())
}

#[test]
fn members_have_their_numbers_and_macros_their_values() {
    assert_eq!((IAnimal::DISPID_NAME, IAnimal::DISPID_FOOD, IAnimal::DISPID_SET_AGE), (1, 0, 7));
    assert_eq!((members::_AnimalEvents::DISPID_MOOD, members::_AnimalEvents::DISPID_ON_READY_STATE_CHANGE), (2, -4));
    let numbers: (i32, u32, u32) = (members::ZOO_MOST, members::ZOO_STATES, members::ZOO_NOBODY);
    assert_eq!(numbers, (42, 3, u32::MAX));
    assert_eq!((members::ZOO_NAME, members::ZOO_KIND), (mapidl::u16cstr!("Zoo"), c"open air"));
}

struct Conventions;

use conventions::{IConventions, IConventions_Impl};
implement! { impl Conventions as Conventions_Impl: [IConventions] }

impl IConventions_Impl for Conventions_Impl {
    fn plain(&self, a: i32) -> Result<Success<()>> {
        assert_eq!(a, 1);
        Ok(Success::OK)
    }

    fn old_cdecl(&self, a: i32) -> Result<Success<i32>> {
        Ok((a + 1).into())
    }

    unsafe fn more(&self, a: i32) -> Result<Success<()>> {
        assert_eq!(a, 3);
        Ok(Success::OK)
    }
}

#[test]
fn slots_are_called_as_the_idl_says() {
    let object: IConventions = Conventions.into();
    let _ = object.plain(1).unwrap();
    assert_eq!(*object.old_cdecl(2).unwrap(), 3);
    object.nothing();
    let raw = mapidl::Interface::as_raw(&object);
    // SAFETY: the object is alive and the vtable is its own.
    unsafe {
        let vtable = *raw.cast::<*const conventions::IConventions_Vtbl>();
        let plain: unsafe extern "system" fn(_, _) -> _ = (*vtable).Plain;
        let cdecl: unsafe extern "C" fn(_, _) -> _ = (*vtable).Cdecl;
        let more: unsafe extern "C" fn(_, _) -> _ = (*vtable).More;
        assert_eq!((plain(raw, 1), more(raw, 3)), (HRESULT(0), HRESULT(0)));
        assert_eq!(cdecl(raw, 2), HRESULT(0x8000_4001_u32.cast_signed()), "nobody implements it");
    }
}

#[test]
fn handles_that_say_so_are_numbers_and_the_others_are_not() {
    fn is_safe<I>(_: fn(&I, handles::HNUMBER) -> Result<Success<()>>) {}
    is_safe(handles::IHandles::take_number);
    let take: unsafe fn(&handles::IHandles, handles::HTHING) -> _ = handles::IHandles::take;
    let follow: unsafe fn(&handles::IHandles, *mut handles::HTHING__) -> _ = handles::IHandles::follow;
    let _ = (follow, take);
}
