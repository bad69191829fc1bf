//! Strings that know their length.

use super::without_leaks;
use mapidl::Bstr;
use proptest::collection::vec;
use proptest::prelude::*;

/// What C sees: the count of bytes before the text, the text, two zero bytes.
fn in_memory(text: &Bstr) -> (u32, Vec<u8>) {
    let start = text.as_raw().cast::<u8>();
    // SAFETY: the count stands before the text, and zeros behind it.
    unsafe {
        let len = start.sub(4).cast::<u32>().read_unaligned();
        (len, std::slice::from_raw_parts(start, len as usize + 2).to_vec())
    }
}

proptest! {
    #[test]
    fn any_bytes_survive(bytes in vec(any::<u8>(), 1..40)) {
        without_leaks(|| {
            let text = Bstr::from_bytes(&bytes);
            let (len, seen) = in_memory(&text);
            assert_eq!((len as usize, seen), (bytes.len(), [&bytes[..], &[0, 0]].concat()));
            // SAFETY: it was just given away.
            let text = unsafe { Bstr::from_raw(text.into_raw()) };
            let copy = text.clone();
            assert_ne!(copy.as_raw(), text.as_raw());
            assert_eq!((copy.as_bytes(), copy.len(), &copy), (&bytes[..], bytes.len() / 2, &text));
        });
    }

    #[test]
    fn any_text_survives(text in super::text()) {
        let owned = Bstr::from(text.as_str());
        prop_assert_eq!(&owned, &*text);
        prop_assert_eq!(String::try_from(&owned), Ok(text.clone()));
        prop_assert_eq!(owned.to_string(), text);
    }

    #[test]
    fn order_is_that_of_the_units(a in vec(any::<u16>(), 0..4), b in vec(any::<u16>(), 0..4)) {
        prop_assert_eq!(Bstr::from_wide(&a).cmp(&Bstr::from_wide(&b)), a.cmp(&b));
    }
}

#[test]
fn null_is_the_empty_string() {
    let empty = Bstr::new();
    assert!(empty.as_raw().is_null() && empty.is_empty() && empty.byte_len() == 0);
    assert_eq!((&empty, empty.to_string().as_str()), (&Bstr::from(""), ""));
    assert_eq!(empty, Bstr::from_wide(&[]));
    assert_eq!(empty, empty.clone());
}

#[test]
fn half_a_character_is_no_rust_string() {
    let text = Bstr::from_wide(&[0xD800]);
    assert_eq!(String::try_from(&text).unwrap_err().code().0.cast_unsigned(), 0x8002_0005);
    assert_eq!((text.to_string().as_str(), format!("{text:?}").as_str()), ("\u{fffd}", "\"\u{fffd}\""));
    assert_ne!(Bstr::from_bytes(b"a\0b"), "a");
}
