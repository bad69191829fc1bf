//! Characters of which a name alone says that they end in a zero, so that whoever gets them reads on until there is one.

use mapidl::text::TextBuffer;
use mapidl::{Error, HRESULT, Result, Success, implement};
use mapidl_hostile::idl::{IEnds, IEnds_Impl};
use mapidl_peer::{Caller, reads_on};

const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());

/// Leaves no end anywhere.
struct Filler;

implement! { impl Filler as Filler_Impl: [IEnds] }

impl IEnds_Impl for Filler_Impl {
    fn given(&self, name: &[u16]) -> Result<Success<()>> {
        Ok(Success::warning(HRESULT(i32::try_from(name.len()).unwrap_or(i32::MAX))))
    }

    fn name(&self, name: &mut [u16]) -> Result<Success<()>> {
        assert_eq!(name, [0; 8]);
        name.fill(u16::from(b'x'));
        Ok(().into())
    }

    fn changed(&self, message_id: &mut [u8]) -> Result<Success<()>> {
        let end = message_id.iter().position(|unit| *unit == 0).unwrap_or(8);
        assert!(message_id[end..].iter().all(|unit| *unit == 0), "what follows the end was never written");
        message_id.fill(b'x');
        Ok(().into())
    }

    fn typed(&self, ident: &mut [u8]) -> Result<Success<()>> {
        self.changed(ident)
    }

    fn part(&self, name: &mut [u8]) -> Result<Success<()>> {
        name.reverse();
        Ok(().into())
    }

    fn both(&self, one: &mut [u16], other: &mut [u16]) -> Result<Success<()>> {
        one.fill(1);
        other.fill(2);
        Ok(().into())
    }

    fn perhaps(&self, text: Option<&mut [u16]>) -> Result<Success<()>> {
        if let Some(text) = text {
            text.fill(3);
        }
        Ok(().into())
    }
}

/// How a call ends that has left a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    Fails,
    Panics,
    Succeeds,
}

/// Leaves texts, with an end or without, and then does not succeed.
struct Failing {
    way: Way,
    ends: bool,
}

implement! { impl Failing as Failing_Impl: [IEnds] }

impl Failing_Impl {
    fn leave(&self, text: &mut [u16]) {
        text.fill(u16::from(b'x'));
        if self.ends {
            text[2] = 0;
        }
    }

    fn end(&self) -> Result<Success<()>> {
        match self.way {
            Way::Fails => Err(Error::from_hresult(E_INVALIDARG)),
            Way::Panics => panic!("as it was told"),
            Way::Succeeds => Ok(().into()),
        }
    }
}

impl IEnds_Impl for Failing_Impl {
    fn both(&self, one: &mut [u16], other: &mut [u16]) -> Result<Success<()>> {
        self.leave(one);
        self.leave(other);
        self.end()
    }

    fn perhaps(&self, text: Option<&mut [u16]>) -> Result<Success<()>> {
        self.leave(text.expect("a text"));
        self.end()
    }
}

#[test]
fn texts_go_in_with_their_ends() {
    let ends: IEnds = reads_on();
    let codes = |mut text: [u8; 8]| {
        let wide = text.map(u16::from);
        let code = |answer: Result<Success<()>>| answer.map_or_else(|error| error.code(), |success| success.code());
        [code(ends.given(&wide)), code(ends.changed(&mut text)), code(ends.typed(&mut text))]
    };
    assert_eq!(codes(*b"abcdefgh"), [E_INVALIDARG; 3], "the callee would read on");
    assert_eq!(codes(*b"abcdefg\0"), [HRESULT(7); 3]);
    assert_eq!(codes(*b"\0bcdefgh"), [HRESULT(0); 3]);
    assert!(ends.part(&mut [b'x'; 8]).is_ok(), "an array of characters has no end");
    let mut name = [0; 8];
    assert!(ends.name(&mut name).is_ok() && name.text().is_err());
}

#[test]
fn texts_come_out_with_their_ends() {
    let ends: IEnds = Filler.into();
    let caller = Caller::of(&ends);
    assert_eq!(caller.lend::<u16>(4, &[], 8).0, E_UNEXPECTED, "the caller would read on");
    for slot in [5, 6] {
        assert_eq!(caller.lend(slot, b"ab\0", 8).0, E_UNEXPECTED);
        assert_eq!(caller.lend(slot, b"abcdefgh", 8).0, E_UNEXPECTED);
    }
    assert_eq!(caller.lend(7, b"abcdefgh", 8), (HRESULT(0), b"hgfedcba".to_vec()));
    assert_eq!(caller.lend(3, &[1_u16, 2, 0, 4, 5, 6, 7, 8], 8).0, HRESULT(3), "what follows the end is not shown");
}

#[test]
fn texts_have_their_ends_whatever_becomes_of_the_call() {
    for way in [Way::Fails, Way::Panics, Way::Succeeds] {
        for ends in [false, true] {
            let object: IEnds = Failing { way, ends }.into();
            let code = match (way, ends) {
                (Way::Fails, _) => E_INVALIDARG,
                (Way::Succeeds, true) => HRESULT(0),
                (Way::Panics, _) | (Way::Succeeds, false) => E_UNEXPECTED,
            };
            let text = if ends { vec![u16::from(b'x'); 2] } else { Vec::new() };
            let left = Caller::of(&object).read_texts([u16::from(b'y'); 8]);
            assert_eq!(left, [(); 3].map(|()| (code, text.clone())), "{way:?}, {ends}");
        }
    }
}
