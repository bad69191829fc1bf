//! Methods that are called as C calls. With 32 bits on Windows it is the caller who takes their arguments from the stack, so
//! that with a side which holds another convention the stack is elsewhere after each call.

use mapidl::{ComObject, GUID, HRESULT, IUnknown, Interface, Result, implement};
use mapidl_hostile::idl::{IConvention, IConvention_Impl};
use mapidl_hostile::rounds;
use mapidl_peer::{Caller, Lie, liar};
use std::sync::atomic::{AtomicU32, Ordering};

/// Counts how often it was reached.
#[derive(Default)]
struct Called(AtomicU32);

implement! { impl Called as Called_Impl: [IConvention] }

impl IConvention_Impl for Called_Impl {
    fn put(&self, numbers: &[i32]) -> Result<()> {
        self.0.fetch_add(1, Ordering::Relaxed);
        assert!(numbers.iter().sum::<i32>() < 1000, "a panic stays here");
        Ok(())
    }

    fn filled(&self, room: &mut [u8]) -> Result<usize> {
        room.fill(1);
        Ok(room.len() + usize::from(room.len() == 3))
    }

    fn give(&self, _: &GUID) -> Result<IUnknown> {
        Ok(Called::default().into())
    }

    fn wide(&self, a: u8, b: i64, c: f64, d: f32) -> i64 {
        b - i64::from(a) - c as i64 - d as i64
    }

    fn plain(&self, numbers: &[i32]) -> Result<()> {
        self.put(numbers)
    }

    fn twice(&self, one: &mut [u8], other: &mut [u8]) -> Result<()> {
        self.0.fetch_add(1, Ordering::Relaxed);
        one.fill(1);
        other.fill(2);
        Ok(())
    }
}

#[test]
fn what_cannot_be_reaches_no_implementer() {
    let object: IConvention = Called::default().into();
    let called: ComObject<Called> = object.cast_object().expect("it is one");
    let (caller, numbers, mut room) = (Caller::of(&object), [1; 4], [7; 4]);
    assert!(caller.put_as_c(-1, Some(&numbers)).is_err());
    assert!(caller.put_as_c(i16::MIN, Some(&numbers)).is_err());
    assert!(caller.put_as_c(4, None).is_err());
    assert!(caller.fill_as_c(None, 4).0.is_err());
    assert!(caller.give_nothing_as_c().iter().all(|code| code.is_err()));
    assert!(caller.twice_as_c(&mut room).is_err());
    assert_eq!((room, called.0.load(Ordering::Relaxed)), ([7; 4], 0), "nobody is lent one room twice");
    assert_eq!(caller.put_as_c(4, Some(&numbers)), HRESULT(0));
}

#[test]
fn what_an_implementer_says_is_looked_at() {
    let object: IConvention = Called::default().into();
    let caller = Caller::of(&object);
    assert_eq!(caller.fill_as_c(Some(&mut [0; 4]), 4), (HRESULT(0), 4));
    let (code, got) = caller.fill_as_c(Some(&mut [0; 3]), 3);
    assert_eq!((code.is_err(), got), (true, 0), "more than there is room for");
    assert!(caller.put_as_c(2, Some(&[i32::MAX / 2; 2])).is_err(), "a panic is a code");
}

#[test]
fn answers_are_looked_at() {
    for lie in Lie::ALL {
        let peer: IConvention = liar(lie);
        assert!(peer.give::<IConvention>().is_err(), "{lie:?}");
        let mut room = [0; 4];
        assert_eq!(peer.filled(&mut room).is_ok(), lie == Lie::NothingAtAll, "{lie:?}");
        assert_eq!(peer.put(&[1, 2, 3]), Ok(()), "{lie:?}");
        assert_eq!(peer.put(&[i32::MIN]).unwrap_err().code(), HRESULT(i32::MIN));
    }
}

#[test]
fn the_stack_stays_where_it_is() {
    let (object, peer): (IConvention, IConvention) = (Called::default().into(), liar(Lie::NothingAtAll));
    let caller = Caller::of(&object);
    let mut sum = 0;
    // Twenty bytes each time would be more than a thread's stack.
    for round in 0..rounds(4) as i64 * if mapidl_hostile::MIRI { 1 } else { 20_000 } {
        let (a, b) = (round as u8, round << 33);
        assert_eq!(peer.wide(a, b, 7.0, -7.0), b + i64::from(a));
        assert_eq!(caller.wide_as_c(a, b, 7.0, -7.0), b - i64::from(a));
        assert_eq!(peer.put(&[1]), Ok(()));
        assert_eq!(peer.plain(&[1]), Ok(()));
        assert!(caller.put_as_c(1, Some(&[1])).is_ok());
        assert!(caller.put(7, 1_i16, Some(&[1])).is_ok());
        sum += 1;
    }
    assert!(sum > 0);
}
