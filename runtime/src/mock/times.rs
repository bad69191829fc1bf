//! How often a call is expected.

use std::fmt;
use std::ops::{Range, RangeFrom, RangeFull, RangeInclusive, RangeTo, RangeToInclusive};

/// How often a call is expected: from a number (`2`) or a range (`1..`, `..=3`).
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Times {
    pub(crate) min: usize,
    /// The last allowed number.
    pub(crate) max: usize,
}

impl Times {
    pub(crate) const ANY: Self = Self { min: 0, max: usize::MAX };
}

impl From<usize> for Times {
    fn from(n: usize) -> Self {
        Self { min: n, max: n }
    }
}

impl From<Range<usize>> for Times {
    fn from(r: Range<usize>) -> Self {
        Self { min: r.start, max: r.end.saturating_sub(1) }
    }
}

impl From<RangeInclusive<usize>> for Times {
    fn from(r: RangeInclusive<usize>) -> Self {
        Self { min: *r.start(), max: *r.end() }
    }
}

impl From<RangeFrom<usize>> for Times {
    fn from(r: RangeFrom<usize>) -> Self {
        Self { min: r.start, max: usize::MAX }
    }
}

impl From<RangeTo<usize>> for Times {
    fn from(r: RangeTo<usize>) -> Self {
        Self { min: 0, max: r.end.saturating_sub(1) }
    }
}

impl From<RangeToInclusive<usize>> for Times {
    fn from(r: RangeToInclusive<usize>) -> Self {
        Self { min: 0, max: r.end }
    }
}

impl From<RangeFull> for Times {
    fn from(_: RangeFull) -> Self {
        Self::ANY
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.min, self.max) {
            (0, usize::MAX) => f.write_str("any number of calls"),
            (0, 0) => f.write_str("no call"),
            (1, 1) => f.write_str("1 call"),
            (min, max) if min == max => write!(f, "{min} calls"),
            (min, usize::MAX) => write!(f, "at least {min} calls"),
            (min, max) => write!(f, "{min} to {max} calls"),
        }
    }
}

impl fmt::Debug for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
