//! Counts are data: negative ones, those that do not fit, and those that come with nothing.

use mapidl::{Interface, Result, Success, TaskVec, implement};
use mapidl_hostile::idl::{ICounted, ICounted_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Lie, liar};
use std::sync::Mutex;

/// Remembers how many elements it was given.
#[derive(Default)]
struct Counted(Mutex<Vec<usize>>);

implement! { impl Counted as Counted_Impl: [ICounted] }

impl Counted_Impl {
    fn seen(&self, count: usize) -> Result<Success<()>> {
        self.0.lock().expect("no panic").push(count);
        Ok(().into())
    }
}

impl ICounted_Impl for Counted_Impl {
    fn signed(&self, bytes: &[u8]) -> Result<Success<()>> {
        let sum: u32 = bytes.iter().map(|byte| u32::from(*byte)).sum();
        assert!(sum < 1000, "memory that nobody gave");
        self.seen(bytes.len())
    }

    fn short(&self, numbers: &[i32]) -> Result<Success<()>> {
        assert_eq!(numbers.first(), numbers.last()); // both ends can be read
        self.seen(numbers.len())
    }

    fn wide(&self, numbers: &[i32]) -> Result<Success<()>> {
        assert!(numbers.iter().all(|number| *number == 7));
        self.seen(numbers.len())
    }

    fn filled(&self, room: &mut [u8]) -> Result<Success<usize>> {
        room.fill(1);
        Ok((room.len() + usize::from(room.len() == 3)).into())
    }

    fn made(&self) -> Result<Success<TaskVec<i32>>> {
        Ok(TaskVec::new(&[7; 3])?.into())
    }
}

#[test]
fn counts_that_are_none_reach_no_implementer() {
    let object: ICounted = Counted::default().into();
    let caller = Caller::of(&object);
    let (bytes, numbers) = ([1u8; 4], [7i32; 4]);
    for count in [-1, i32::MIN, i32::MIN + 1] {
        assert!(caller.put(3, count, Some(&bytes)).is_err(), "{count}");
    }
    for count in [-1, i16::MIN] {
        assert!(caller.put(4, count, Some(&numbers)).is_err(), "{count}");
    }
    // More than there is address space: of four bytes each, this many are more than isize says.
    for count in [u64::MAX, u64::MAX / 4, u64::MAX / 8 + 1, 1 << 62, i64::MAX as u64] {
        assert!(caller.put(5, count, Some(&numbers)).is_err(), "{count}");
    }
    #[cfg(target_pointer_width = "32")]
    for count in [0xffff_ffff_u64, 0x1_0000_0001, 0x8000_0000, 0x2000_0000] {
        assert!(caller.put(5, count, Some(&numbers)).is_err(), "{count}");
    }
    for count in [1, 4] {
        assert!(caller.put(3, count, None::<&[u8]>).is_err(), "null has no elements");
    }
    let counted = object.cast_object::<Counted>().expect("it is one");
    assert!(counted.0.lock().expect("no panic").is_empty());
    assert!(caller.put(3, 4_i32, Some(&bytes)).is_ok() && caller.put(4, 4_i16, Some(&numbers)).is_ok());
    assert!(caller.put(5, 4_u64, Some(&numbers)).is_ok() && caller.put(3, 0_i32, Some(&bytes)).is_ok());
    assert_eq!(*counted.0.lock().expect("no panic"), [4, 4, 4, 0]);
}

#[test]
fn what_a_caller_passes_must_fit_the_count() {
    let object: ICounted = Counted::default().into();
    let numbers = vec![0; 40_000];
    assert!(object.short(&numbers[..40_000]).is_err());
    assert!(object.short(&numbers[..0x8000]).is_err());
    assert!(object.short(&numbers[..0x7fff]).is_ok());
}

#[test]
fn answers_are_no_longer_than_the_room() {
    let object: ICounted = Counted::default().into();
    let caller = Caller::of(&object);
    let mut room = [0; 4];
    assert_eq!(caller.fill(Some(&mut room[..2]), 2).1, 2);
    assert_eq!(room, [1, 1, 0, 0]);
    let (code, got) = caller.fill(Some(&mut room[..3]), 3);
    assert!(code.is_err() && got == 0, "an implementer that says more than it had room for: {code:?}, {got}");
    assert!(caller.fill(None, 2).0.is_err());
    assert!(object.filled(&mut room[..3]).is_err());
}

#[test]
fn peers_that_lie_about_counts_give_nothing() {
    without_leaks(|| {
        for lie in Lie::ALL {
            let object: ICounted = liar(lie);
            let mut room = [9; 4];
            if let Ok(got) = object.filled(&mut room) {
                assert!(*got <= room.len(), "{lie:?} fills {} of {}", *got, room.len());
            }
            if let Ok(made) = object.made() {
                assert!(made.is_empty(), "{lie:?} makes {}", made.len());
            }
        }
    });
}
