//! Duty: say which of two values comes first.
//! Input: values of properties. Output: their order, where they have one.

use mapi::Value;
use mapidl::U16CStr;
use mapidl::com::FILETIME;
use std::cmp::Ordering;

/// The order of two values of the same kind. Upper and lower case count the same in texts.
pub(crate) fn compare(one: Value<'_>, other: Value<'_>) -> Option<Ordering> {
    match (one, other) {
        (Value::I2(one), Value::I2(other)) => Some(one.cmp(&other)),
        (Value::Long(one), Value::Long(other)) => Some(one.cmp(&other)),
        (Value::Boolean(one), Value::Boolean(other)) => Some((one != 0).cmp(&(other != 0))),
        (Value::Double(one), Value::Double(other)) => one.partial_cmp(&other),
        (Value::Systime(one), Value::Systime(other)) => Some(ticks(one).cmp(&ticks(other))),
        (Value::Unicode(one), Value::Unicode(other)) => Some(folded(one).cmp(&folded(other))),
        (Value::Binary(one), Value::Binary(other)) => Some(one.cmp(other)),
        _ => None,
    }
}

/// A text without the difference of upper and lower case.
pub(crate) fn folded(text: &U16CStr) -> String {
    text.to_string_lossy().to_lowercase()
}

fn ticks(time: FILETIME) -> u64 {
    u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mapidl::u16cstr;

    #[test]
    fn values_of_one_kind_have_an_order() {
        assert_eq!(compare(Value::Long(-1), Value::Long(1)), Some(Ordering::Less));
        assert_eq!(compare(Value::Boolean(1), Value::Boolean(0xffff)), Some(Ordering::Equal));
        assert_eq!(compare(Value::Unicode(u16cstr!("b")), Value::Unicode(u16cstr!("A"))), Some(Ordering::Greater));
        let (early, late) =
            (FILETIME { dwLowDateTime: 9, dwHighDateTime: 1 }, FILETIME { dwLowDateTime: 0, dwHighDateTime: 2 });
        assert_eq!(compare(Value::Systime(early), Value::Systime(late)), Some(Ordering::Less));
    }

    #[test]
    fn values_of_different_kinds_have_none() {
        assert_eq!(compare(Value::Long(1), Value::I2(1)), None);
    }
}
