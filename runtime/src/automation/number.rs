//! Duty: decimal digits with a point among them, which amounts of money and decimal numbers share.
//! Input: text, or a whole number and how many digits of it stand behind the point. Output: the other of the two.

use crate::HRESULT;
use crate::codes::DISP_E_OVERFLOW;

/// A number as its text has it.
pub(super) struct Number {
    pub(super) negative: bool,
    /// All digits as one whole number.
    pub(super) digits: u128,
    /// How many of them stand behind the point.
    pub(super) scale: u32,
}

/// Reads `-12.50`; `None` when it is no number, and an error when it has too many digits.
pub(super) fn parse(text: &str) -> Option<Result<Number, HRESULT>> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(part.bytes());
    if digits().next().is_none() || !digits().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let value = digits().try_fold(0_u128, |all, digit| all.checked_mul(10)?.checked_add(u128::from(digit - b'0')));
    let scale = u32::try_from(part.len()).ok();
    Some(match (value, scale) {
        (Some(digits), Some(scale)) => Ok(Number { negative, digits, scale }),
        _ => Err(DISP_E_OVERFLOW),
    })
}

/// Writes the digits of a number with the point before the last `scale` of them.
pub(super) fn split(digits: u128, scale: u32) -> String {
    let places = usize::try_from(scale).unwrap_or_default();
    let mut text = format!("{digits:0>width$}", width = places + 1);
    if places > 0 {
        text.insert(text.len() - places, '.');
    }
    text
}
