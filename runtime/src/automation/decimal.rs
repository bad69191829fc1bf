//! Duty: decimal numbers: `DECIMAL`.
//! Input: whole and floating-point numbers, text. Output: [`DECIMAL`], 96 bits divided by a power of ten.

use super::number::{parse, split};
use crate::Error;
use crate::codes::{DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH};
use crate::com::DECIMAL;
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// The largest power of ten that a number is divided by.
const MOST_PLACES: u8 = 28;
const LIMIT: u128 = 1 << 96;
const NEGATIVE: u8 = 0x80;

impl DECIMAL {
    /// `digits` divided by ten to the power of `scale`; `None` when the digits take more than 96 bits, or the power is
    /// more than 28.
    #[must_use]
    pub const fn new(negative: bool, digits: u128, scale: u8) -> Option<Self> {
        if digits >= LIMIT || scale > MOST_PLACES {
            return None;
        }
        let sign = if negative { NEGATIVE } else { 0 };
        Some(Self { wReserved: 0, scale, sign, Hi32: (digits >> 64) as u32, Lo64: digits as u64 })
    }

    /// All digits, as one whole number.
    #[must_use]
    pub const fn digits(self) -> u128 {
        ((self.Hi32 as u128) << 64) | self.Lo64 as u128
    }

    /// Whether it is below zero (or a zero with a sign).
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.sign & NEGATIVE != 0
    }

    /// How many digits stand behind the point. A number from elsewhere that tells more than 28 is taken for 28.
    fn places(self) -> u32 {
        self.scale.min(MOST_PLACES).into()
    }

    /// The nearest floating-point number.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // The standard library rounds text correctly, and this always is a number.
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// Compares the numbers, however many zeros end their digits; `==` compares the bytes.
    #[must_use]
    pub fn compare(self, other: Self) -> Ordering {
        let below = |number: Self| number.is_negative() && number.digits() != 0;
        match (below(self), below(other)) {
            (true, false) => Ordering::Less,
            (false, true) => Ordering::Greater,
            (false, false) => self.parts().cmp(&other.parts()),
            (true, true) => other.parts().cmp(&self.parts()),
        }
    }

    /// What stands before the point, and what behind it in units of ten to the power of -28.
    fn parts(self) -> (u128, u128) {
        let power = 10_u128.pow(self.places());
        let rest = self.digits() % power * 10_u128.pow(u32::from(MOST_PLACES) - self.places());
        (self.digits() / power, rest)
    }
}

macro_rules! from_whole {
    ($($whole:ty),*) => {
        $(
            impl From<$whole> for DECIMAL {
                fn from(number: $whole) -> Self {
                    let wide = i128::from(number);
                    let sign = if wide < 0 { NEGATIVE } else { 0 };
                    // 64 bits always fit.
                    Self { wReserved: 0, scale: 0, sign, Hi32: 0, Lo64: wide.unsigned_abs() as u64 }
                }
            }
        )*
    };
}

from_whole!(i32, u32, i64, u64);

impl TryFrom<DECIMAL> for i64 {
    type Error = Error;

    /// # Errors
    /// `DISP_E_TYPEMISMATCH` for a number that is not whole, `DISP_E_OVERFLOW` for one of more bits.
    fn try_from(number: DECIMAL) -> Result<Self, Error> {
        let (whole, rest) = number.parts();
        if rest != 0 {
            return Err(DISP_E_TYPEMISMATCH.into());
        }
        // 96 bits always fit into 128 with a sign.
        let whole = whole.cast_signed();
        let whole = if number.is_negative() { -whole } else { whole };
        Self::try_from(whole).map_err(|_| DISP_E_OVERFLOW.into())
    }
}

impl TryFrom<f64> for DECIMAL {
    type Error = Error;

    /// The shortest decimal number that stands for the floating-point one.
    ///
    /// # Errors
    /// `DISP_E_OVERFLOW` when it is too large, or no number.
    fn try_from(number: f64) -> Result<Self, Error> {
        if number.is_finite() { number.to_string().parse() } else { Err(DISP_E_OVERFLOW.into()) }
    }
}

impl FromStr for DECIMAL {
    type Err = Error;

    /// Digits, with a sign before and a point among them where there is one. What is behind the last place that can be
    /// held is rounded: to the nearest number, of two as near to the even one.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH` for anything else, `DISP_E_OVERFLOW` for numbers that are too large.
    fn from_str(text: &str) -> Result<Self, Error> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if parse(text).is_none() {
            return Err(DISP_E_TYPEMISMATCH.into());
        }
        let most = part.len().min(MOST_PLACES.into());
        let found = (0..=most).rev().find_map(|places| rounded(whole, part.split_at_checked(places)?));
        found.ok_or_else(|| DISP_E_OVERFLOW.into())
    }
}

/// The number of the digits that are kept, rounded by those that are not; `None` when it takes too many bits.
fn rounded(whole: &str, (kept, cut): (&str, &str)) -> Option<DECIMAL> {
    let number = parse(&format!("{whole}.{kept}"))?.ok()?;
    let up = match cut.as_bytes() {
        [b'5', rest @ ..] if rest.iter().all(|digit| *digit == b'0') => !number.digits.is_multiple_of(2),
        [first, ..] => *first >= b'5',
        [] => false,
    };
    DECIMAL::new(number.negative, number.digits + u128::from(up), u8::try_from(number.scale).ok()?)
}

impl fmt::Display for DECIMAL {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(!self.is_negative(), "", &split(self.digits(), self.places()))
    }
}
