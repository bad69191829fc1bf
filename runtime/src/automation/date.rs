//! Duty: points in time as automation counts them: `DATE`.
//! Input: days, or the standard library's times. Output: [`Date`].

use crate::Error;
use crate::codes::DISP_E_OVERFLOW;
use std::time::{Duration, SystemTime};

/// Days since midnight of 30 December 1899, the time of day as the fraction.
///
/// Before that day the whole part counts down while the fraction still counts from midnight on: -1.25 is six in the
/// morning of 29 December. Which zone is meant the interface says; conversions from and to [`SystemTime`] take UTC.
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Date(pub f64);

// SAFETY: a number.
crate::plain_record!(unsafe Date);

/// 1 January 1970.
const UNIX_EPOCH: f64 = 25_569.0;
const DAY: i64 = 86_400_000;
/// 1 January 100, and the day after 31 December 9999.
const RANGE: std::ops::Range<f64> = -657_434.0..2_958_466.0;

impl Date {
    /// Milliseconds since 30 December 1899; a date is no more exact than that in all of its range.
    fn milliseconds(self) -> Result<i64, Error> {
        let days = self.0.trunc();
        if !RANGE.contains(&days) {
            return Err(DISP_E_OVERFLOW.into());
        }
        let time = (self.0 - days).abs() * DAY as f64;
        Ok(days as i64 * DAY + time.round() as i64)
    }

    fn from_milliseconds(time: i64) -> Self {
        let (day, time) = (time.div_euclid(DAY) as f64, time.rem_euclid(DAY) as f64 / DAY as f64);
        Self(if day < 0.0 { day - time } else { day + time })
    }
}

impl TryFrom<Date> for SystemTime {
    type Error = Error;

    /// To the millisecond.
    ///
    /// # Errors
    /// `DISP_E_OVERFLOW` outside of the years 100 to 9999, or of what the system's times can tell.
    fn try_from(date: Date) -> Result<Self, Error> {
        let time = date.milliseconds()? - UNIX_EPOCH as i64 * DAY;
        let span = Duration::from_millis(time.unsigned_abs());
        let time = if time < 0 { Self::UNIX_EPOCH.checked_sub(span) } else { Self::UNIX_EPOCH.checked_add(span) };
        time.ok_or_else(|| DISP_E_OVERFLOW.into())
    }
}

impl TryFrom<SystemTime> for Date {
    type Error = Error;

    /// To the millisecond.
    ///
    /// # Errors
    /// `DISP_E_OVERFLOW` outside of the years 100 to 9999.
    fn try_from(time: SystemTime) -> Result<Self, Error> {
        let span = match time.duration_since(SystemTime::UNIX_EPOCH) {
            Ok(after) => rounded(after),
            Err(before) => rounded(before.duration()).map(|span| -span),
        };
        let time = span.and_then(|span| span.checked_add(UNIX_EPOCH as i64 * DAY));
        let date = time.map(Self::from_milliseconds).filter(|date| RANGE.contains(&date.0.trunc()));
        date.ok_or_else(|| DISP_E_OVERFLOW.into())
    }
}

fn rounded(span: Duration) -> Option<i64> {
    i64::try_from((span.as_micros() + 500) / 1000).ok()
}
