//! Memory of the caller's that the other side fills: to the last place, without an end, with less or more than it says.

use mapidl::text::TextBuffer;
use mapidl::{HRESULT, IUnknown, Interface, Result, Success, implement, u16cstr};
use mapidl_hostile::idl::{INulls, IRooms, IRooms_Impl};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Lie, liar};

/// Looks at what it is lent, fills it to the last place, and says what it was told to.
struct Filler {
    says: usize,
    gives: Option<IUnknown>,
}

implement! { apartment impl Filler as Filler_Impl: [IRooms] }

impl IRooms_Impl for Filler_Impl {
    fn name(&self, n: &mut [u16]) -> Result<Success<()>> {
        assert_eq!(n, [0; 8], "memory that nobody wrote");
        n.fill(u16::from(b'x'));
        Ok(().into())
    }

    fn changed(&self, n: &mut [u8]) -> Result<Success<()>> {
        let end = n.iter().position(|unit| *unit == 0).unwrap_or(n.len());
        assert!(n[end..].iter().all(|unit| *unit == 0), "what follows the end was never written");
        n.reverse();
        Ok(().into())
    }

    fn sized(&self, n: &mut [u16]) -> Result<Success<()>> {
        assert!(n.iter().all(|unit| *unit == 0));
        assert!(n.set_text(u16cstr!("longer than the room")).is_err());
        n.fill(u16::from(b'x'));
        Ok(().into())
    }

    fn next(&self, p: &mut [Option<IUnknown>]) -> Result<Success<usize>> {
        p.fill(self.gives.clone());
        Ok(self.says.into())
    }

    fn read(&self, p: &mut [i32]) -> Result<Success<usize>> {
        p.fill(7);
        Ok(self.says.into())
    }

    fn told(&self, n: &[u16]) -> Result<Success<()>> {
        assert_eq!(n.iter().map(|unit| usize::from(*unit)).sum::<usize>(), self.says, "what nobody wrote is not shown");
        Ok(().into())
    }
}

#[test]
fn peers_fill_what_they_are_lent_and_no_more() {
    for lie in Lie::ALL {
        let rooms: IRooms = liar(lie);
        let (mut name, mut changed) = ([0; 10], *b"ab\0\0\0\0\0\0cd");
        let filled = rooms.name(&mut name[..8]).is_ok() && lie != Lie::NothingAtAll;
        assert!(!filled || name[..8].text().is_err(), "{lie:?}: a text that does not end");
        assert_eq!(name[8..], [0; 2]);
        let _ = rooms.changed(&mut changed[..8]);
        assert_eq!(changed[8..], *b"cd");
        let mut sized = [0; 5];
        for len in 0..5 {
            let _ = rooms.sized(&mut sized[..len]);
            assert_eq!(sized[len..].iter().sum::<u16>(), 0, "{lie:?} fills {len}");
        }
    }
}

#[test]
fn rooms_of_another_size_are_not_lent() {
    let rooms: IRooms = liar(Lie::TooMany);
    for len in [0, 1, 7, 9] {
        assert!(rooms.name(&mut vec![0; len]).is_err() && rooms.changed(&mut vec![0; len]).is_err(), "{len}");
    }
    assert!(rooms.changed(&mut [b'x'; 8]).is_err(), "a text goes in with its end");
    assert!(rooms.read(&mut vec![0; 0x8000]).is_err(), "more than the count can say");
    for text in [&[][..], &[1, 2, 3]] {
        assert!(rooms.told(text).is_err(), "{text:?} without an end");
    }
}

#[test]
fn peers_say_how_much_they_filled_and_are_not_believed() {
    for lie in Lie::ALL {
        let rooms: IRooms = liar(lie);
        let mut objects = [const { None }; 3];
        let code = rooms.next(&mut objects).map(|got| *got);
        assert!(code.is_err() || code == Ok(0), "{lie:?} gives {code:?} of 3");
        objects.iter().flatten().for_each(|object| assert!(object.cast::<INulls>().is_err(), "{lie:?}"));
        let mut numbers = [0; 3];
        match rooms.read(&mut numbers) {
            Ok(got) => assert!(*got <= 3, "{lie:?} fills {} of 3", *got),
            Err(error) => assert!(error.code().is_err()),
        }
    }
}

#[test]
fn what_a_caller_lends_was_never_written() {
    let rooms: IRooms = Filler { says: 0, gives: None }.into();
    let caller = Caller::of(&rooms);
    assert_eq!(caller.lend(4, b"ab\0", 8), (HRESULT(0), b"\0\0\0\0\0\0ba".to_vec()));
    assert_eq!(caller.lend(4, b"\0", 8), (HRESULT(0), vec![0; 8]));
    for (text, sum) in [(&[][..], 0), (&[0], 0), (&[1, 2, 0], 3), (&[1, 2, 3], 6)] {
        let rooms: IRooms = Filler { says: sum, gives: None }.into();
        // Only behind an end is there anything that was never written.
        let room = if text.ends_with(&[0]) { 9 } else { text.len() };
        assert!(Caller::of(&rooms).tell::<u16>(8, text, room).is_ok(), "{text:?} in {room}");
        assert!(rooms.told(&[text, &[0, 7]].concat()).is_ok(), "{text:?}");
    }
}

#[test]
fn implementers_leave_texts_with_an_end() {
    const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());
    let rooms: IRooms = Filler { says: 0, gives: None }.into();
    let caller = Caller::of(&rooms);
    assert_eq!(caller.lend::<u16>(3, &[], 8).0, E_UNEXPECTED, "the caller would read on");
    assert_eq!(caller.lend(4, b"abcdefgh", 8).0, E_UNEXPECTED, "it went in without an end, and came out so");
    assert_eq!(caller.lend_counted::<u16>(5, 0).0, HRESULT(0), "no room for any text");
    assert_eq!([1, 2].map(|len| caller.lend_counted::<u16>(5, len).0), [E_UNEXPECTED; 2]);
}

#[test]
fn implementers_say_how_much_they_filled_and_are_not_believed() {
    without_leaks(|| {
        let object: IUnknown = liar::<INulls>(Lie::NothingAtAll).into();
        for says in [0, 1, 3, 4, usize::MAX] {
            let rooms: IRooms = Filler { says, gives: Some(object.clone()) }.into();
            let (code, got, there) = Caller::of(&rooms).next(3);
            let told = if says <= 3 { says } else { 0 };
            assert_eq!((code.is_ok(), got as usize, there), (says <= 3, told, told), "{says} of 3");
            assert_eq!(rooms.read(&mut [0; 3]).is_ok(), says <= 3);
        }
    });
}
