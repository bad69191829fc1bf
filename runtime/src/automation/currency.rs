//! Duty: amounts of money: `CY`.
//! Input: whole and floating-point numbers, text. Output: [`CY`], a whole number of ten-thousandths.

use super::number::{parse, split};
use crate::Error;
use crate::codes::{DISP_E_OVERFLOW, DISP_E_TYPEMISMATCH};
use crate::com::CY;
use std::fmt;
use std::str::FromStr;

const UNIT: i64 = 10_000;
const DIGITS: u32 = 4;

impl CY {
    /// The amount as a floating-point number, as near as one comes.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        self.int64 as f64 / UNIT as f64
    }
}

impl From<i32> for CY {
    fn from(units: i32) -> Self {
        Self { int64: i64::from(units) * UNIT }
    }
}

impl TryFrom<i64> for CY {
    type Error = Error;

    /// # Errors
    /// `DISP_E_OVERFLOW`
    fn try_from(units: i64) -> Result<Self, Error> {
        let amount = units.checked_mul(UNIT).ok_or(DISP_E_OVERFLOW)?;
        Ok(Self { int64: amount })
    }
}

impl TryFrom<f64> for CY {
    type Error = Error;

    /// To the nearest ten-thousandth, of two as near the even one.
    ///
    /// # Errors
    /// `DISP_E_OVERFLOW`, also for what is no number.
    fn try_from(units: f64) -> Result<Self, Error> {
        let amount = (units * UNIT as f64).round_ties_even();
        // The bounds are powers of two, which floating-point numbers hold exactly.
        if !(-(2.0_f64.powi(63))..2.0_f64.powi(63)).contains(&amount) {
            return Err(DISP_E_OVERFLOW.into());
        }
        Ok(Self { int64: amount as i64 })
    }
}

impl FromStr for CY {
    type Err = Error;

    /// Digits, with a sign before and a point among them where there is one.
    ///
    /// # Errors
    /// `DISP_E_TYPEMISMATCH` for anything else, or more than four digits behind the point; `DISP_E_OVERFLOW`.
    fn from_str(text: &str) -> Result<Self, Error> {
        let number = parse(text).ok_or(DISP_E_TYPEMISMATCH)??;
        let power = DIGITS.checked_sub(number.scale).ok_or(DISP_E_TYPEMISMATCH)?;
        let amount = number.digits.checked_mul(10_u128.pow(power)).and_then(|amount| i128::try_from(amount).ok());
        let amount = amount.map(|amount| if number.negative { -amount } else { amount });
        let amount = amount.and_then(|amount| i64::try_from(amount).ok()).ok_or(DISP_E_OVERFLOW)?;
        Ok(Self { int64: amount })
    }
}

impl fmt::Display for CY {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad_integral(self.int64 >= 0, "", &split(self.int64.unsigned_abs().into(), DIGITS))
    }
}
