//! Decimal numbers, amounts of money, dates.

use mapidl::Date;
use mapidl::com::{CY, DECIMAL};
use proptest::prelude::*;
use std::time::{Duration, SystemTime};

const OVERFLOW: u32 = 0x8002_000A;
const MISMATCH: u32 = 0x8002_0005;

fn decimal() -> impl Strategy<Value = DECIMAL> {
    (any::<bool>(), any::<u128>(), 0_u32..97, 0_u8..29).prop_map(|(negative, digits, bits, scale)| {
        let digits = digits.checked_shr(128 - bits).unwrap_or(0);
        DECIMAL::new(negative, digits, scale).expect("96 bits and 28 places")
    })
}

fn code<T>(result: Result<T, mapidl::Error>) -> u32 {
    result.err().map_or(0, |error| error.code().0.cast_unsigned())
}

proptest! {
    #[test]
    fn decimals_are_read_as_they_are_written(number in decimal()) {
        prop_assert_eq!(number.to_string().parse::<DECIMAL>(), Ok(number));
    }

    #[test]
    fn decimals_compare_as_their_cross_products(a in -1_000_000_i64..1_000_000, b in -1_000_000_i64..1_000_000,
        places in 0_u8..9, others in 0_u8..9) {
        let make = |n: i64, scale| DECIMAL::new(n < 0, n.unsigned_abs().into(), scale).expect("small");
        let cross = (i128::from(a) * 10_i128.pow(others.into())).cmp(&(i128::from(b) * 10_i128.pow(places.into())));
        prop_assert_eq!(make(a, places).compare(make(b, others)), cross);
    }

    #[test]
    fn whole_numbers_come_back(number: i64) {
        prop_assert_eq!(i64::try_from(DECIMAL::from(number)), Ok(number));
        prop_assert_eq!(DECIMAL::from(number).to_string(), number.to_string());
    }

    #[test]
    fn floating_point_numbers_come_back(digits in -9_007_199_254_740_992_i64..9_007_199_254_740_992, places in 0..12) {
        let number = digits as f64 / 10_f64.powi(places);
        prop_assert_eq!(DECIMAL::try_from(number).map(DECIMAL::to_f64), Ok(number));
    }

    #[test]
    fn amounts_are_read_as_they_are_written(int64: i64) {
        prop_assert_eq!(CY { int64 }.to_string().parse::<CY>(), Ok(CY { int64 }));
    }

    #[test]
    fn times_come_back(milliseconds in -59_011_459_200_000_i64..253_402_300_800_000) {
        let span = Duration::from_millis(milliseconds.unsigned_abs());
        let epoch = SystemTime::UNIX_EPOCH;
        let time = if milliseconds < 0 { epoch.checked_sub(span) } else { epoch.checked_add(span) };
        // The times of Windows begin in 1601.
        let Some(time) = time else { return Ok(()) };
        prop_assert_eq!(Date::try_from(time).and_then(SystemTime::try_from), Ok(time));
    }

    #[test]
    fn no_date_is_too_strange(bits: u64) {
        let _ = SystemTime::try_from(Date(f64::from_bits(bits)));
    }
}

#[test]
fn decimals_that_are_none() {
    assert_eq!(DECIMAL::new(false, 1 << 96, 0), None);
    assert_eq!(DECIMAL::new(false, 1, 29), None);
    for text in ["", ".", "-", "1e5", "1..2", "1.2.3", "0x1", "1 ", "\u{664}", "1.\u{e4}"] {
        assert_eq!(code(text.parse::<DECIMAL>()), MISMATCH, "{text}");
    }
    for number in [f64::NAN, f64::INFINITY, 1e30] {
        assert_eq!(code(DECIMAL::try_from(number)), OVERFLOW);
    }
    assert_eq!(code("79228162514264337593543950336".parse::<DECIMAL>()), OVERFLOW);
    assert_eq!(code(i64::try_from(DECIMAL::new(false, 15, 1).unwrap())), MISMATCH);
    assert_eq!(code(i64::try_from(DECIMAL::from(u64::MAX))), OVERFLOW);
}

#[test]
fn what_does_not_fit_is_rounded_to_the_even_neighbour() {
    let read = |text: &str| text.parse::<DECIMAL>().map(|number| number.to_string());
    let cases = [
        ("79228162514264337593543950335", "79228162514264337593543950335"),
        ("7922816251426433759354395033.45", "7922816251426433759354395033.4"),
        ("7922816251426433759354395033.55", "7922816251426433759354395034"),
        ("0.00000000000000000000000000005", "0.0000000000000000000000000000"),
        ("0.00000000000000000000000000015", "0.0000000000000000000000000002"),
        ("0.000000000000000000000000000051", "0.0000000000000000000000000001"),
        ("+12.50", "12.50"),
        (".5", "0.5"),
        ("-7.", "-7"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
    }
}

#[test]
fn amounts() {
    assert_eq!(CY::from(-3).to_string(), "-3.0000");
    assert_eq!("12.5".parse::<CY>(), Ok(CY { int64: 125_000 }));
    assert_eq!((CY::try_from(0.03125), CY::try_from(0.09375)), (Ok(CY { int64: 312 }), Ok(CY { int64: 938 })));
    assert_eq!(CY { int64: -15_000 }.to_f64(), -1.5);
    assert_eq!(code("1.00001".parse::<CY>()), MISMATCH);
    assert_eq!(code("922337203685477.5808".parse::<CY>()), OVERFLOW);
    assert_eq!("-922337203685477.5808".parse::<CY>(), Ok(CY { int64: i64::MIN }));
    assert_eq!((code(CY::try_from(i64::MAX)), code(CY::try_from(f64::NAN))), (OVERFLOW, OVERFLOW));
}

#[test]
fn dates_before_1900_count_their_hours_forwards() {
    let day = |days: i64, hours: i64| {
        let time = Duration::from_secs((25_569 * 24 - days * 24 - hours).unsigned_abs() * 3600);
        SystemTime::UNIX_EPOCH - time
    };
    for (date, time) in
        [(0.0, day(0, 0)), (-1.25, day(-1, 6)), (1.25, day(1, 6)), (0.75, day(0, 18)), (-2.0, day(-2, 0))]
    {
        assert_eq!(SystemTime::try_from(Date(date)), Ok(time), "{date}");
        assert_eq!(Date::try_from(time), Ok(Date(date)));
    }
    assert_eq!(SystemTime::try_from(Date(25_569.0)), Ok(SystemTime::UNIX_EPOCH));
    for date in [f64::NAN, f64::INFINITY, 2_958_466.0, -657_435.0] {
        assert_eq!(code(SystemTime::try_from(Date(date))), OVERFLOW);
    }
}
