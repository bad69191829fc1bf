//! Integers of constant expressions, by the rules of C with `long` of 32 bits.

use crate::model::Type;
use crate::syntax::ast::{BinaryOp, UnaryOp};

/// An integer and its type in the sense of C.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Int {
    /// The mathematical value.
    pub(super) value: i128,
    /// 32 or 64.
    pub(super) bits: u32,
    /// Whether the type has a sign.
    pub(super) signed: bool,
    /// Whether it was written as a pattern of bits (in hexadecimal, with bit operators or a cast), so that it may
    /// become a number of the other sign and the same width.
    pub(super) pattern: bool,
}

/// Why an operation has no result.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Fault {
    /// It passes 64 bits.
    Overflow,
    /// A division by zero.
    DivisionByZero,
    /// A shift by a negative number, or by more bits than there are.
    Shift,
}

impl Int {
    /// An `int`; a wider type where the value needs one.
    pub(super) const fn new(value: i128) -> Self {
        let int = Self { value, bits: 32, signed: true, pattern: false };
        if int.fits(32, true) {
            int
        } else if int.fits(32, false) {
            Self { signed: false, ..int }
        } else {
            Self { bits: 64, signed: int.fits(64, true), ..int }
        }
    }

    /// Reads a literal as written, suffixes included; `None` when it passes 64 bits or is no number.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let (radix, digits) = match text.strip_prefix("0x") {
            Some(rest) => (16, rest),
            None if text.len() > 1 && text.starts_with('0') => (8, &text[1..]),
            None => (10, text.as_str()),
        };
        let end = digits.find(|c: char| !c.is_digit(radix)).unwrap_or(digits.len());
        let (digits, suffix) = digits.split_at(end);
        let value = if digits.is_empty() && radix == 8 { 0 } else { u64::from_str_radix(digits, radix).ok()? };
        Some(Self::literal(i128::from(value), radix != 10, suffix))
    }

    /// The type of a literal: the first of C's candidates that holds the value.
    fn literal(value: i128, pattern: bool, suffix: &str) -> Self {
        let unsigned = suffix.contains('u');
        let wide = suffix.contains("ll") || suffix.contains("64");
        let int = Self { value, bits: 64, signed: false, pattern };
        let widths: &[u32] = if wide { &[64] } else { &[32, 64] };
        // Decimal numbers without `u` stay signed, hexadecimal ones take the first type that holds them.
        let signs: &[bool] = match (unsigned, pattern) {
            (true, _) => &[false],
            (false, true) => &[true, false],
            (false, false) => &[true],
        };
        let candidates = widths.iter().flat_map(|bits| signs.iter().map(move |signed| (*bits, *signed)));
        let found = candidates.into_iter().find(|(bits, signed)| int.fits(*bits, *signed));
        let (bits, signed) = found.unwrap_or((64, false));
        Self { bits, signed, ..int }
    }

    /// Whether an integer type of this width holds the value.
    pub(super) const fn fits(&self, bits: u32, signed: bool) -> bool {
        let (low, high) = range(bits, signed);
        low <= self.value && self.value <= high
    }

    /// The value that the low `bits` stand for.
    pub(super) const fn wrapped(&self, bits: u32, signed: bool) -> i128 {
        let low = self.value.rem_euclid(1 << bits);
        if signed && low >= 1 << (bits - 1) { low - (1 << bits) } else { low }
    }

    /// `(T)x` for an integer type.
    pub(super) const fn cast(&self, bits: u32, signed: bool) -> Self {
        let value = self.wrapped(bits, signed);
        // C's arithmetic knows no type below int: narrower ones are promoted to it.
        let (bits, signed) = if bits < 32 { (32, true) } else { (bits, signed) };
        Self { value, bits, signed, pattern: true }
    }

    /// The value as a constant of an integer type holds it; `None` when it does not fit.
    pub(super) const fn assigned(&self, bits: u32, signed: bool) -> Option<i128> {
        if self.fits(bits, signed) {
            Some(self.value)
        } else if self.pattern && (self.fits(bits, false) || self.fits(bits, true)) {
            Some(self.wrapped(bits, signed))
        } else {
            None
        }
    }

    /// `-x` and the like; `None` for operators that work on pointers.
    pub(super) fn unary(self, op: UnaryOp) -> Option<Result<Self, Fault>> {
        let result = match op {
            UnaryOp::Neg => self.settle(-self.value),
            UnaryOp::Plus => Ok(self),
            UnaryOp::BitNot => self.settle(!self.value).map(|int| Self { pattern: true, ..int }),
            UnaryOp::Not => Ok(Self::new(i128::from(self.value == 0))),
            UnaryOp::Deref | UnaryOp::AddrOf => return None,
        };
        Some(result)
    }

    /// `a + b` and so on.
    pub(super) fn binary(op: BinaryOp, left: Self, right: Self) -> Result<Self, Fault> {
        if matches!(op, BinaryOp::Shl | BinaryOp::Shr) {
            return left.shift(op, right);
        }
        let (a, b, common) = Self::common(left, right);
        let truth = |value: bool| Ok(Self::new(i128::from(value)));
        let bitwise = |value: i128| common.settle(value).map(|int| Self { pattern: true, ..int });
        match op {
            BinaryOp::Add => common.settle(a + b),
            BinaryOp::Sub => common.settle(a - b),
            BinaryOp::Mul => common.multiply(a, b),
            BinaryOp::Div | BinaryOp::Rem if b == 0 => Err(Fault::DivisionByZero),
            BinaryOp::Div => common.settle(a / b),
            BinaryOp::Rem => common.settle(a % b),
            BinaryOp::BitAnd => bitwise(a & b),
            BinaryOp::BitOr => bitwise(a | b),
            BinaryOp::BitXor => bitwise(a ^ b),
            BinaryOp::Lt => truth(a < b),
            BinaryOp::Gt => truth(a > b),
            BinaryOp::Le => truth(a <= b),
            BinaryOp::Ge => truth(a >= b),
            BinaryOp::Eq => truth(a == b),
            BinaryOp::Ne => truth(a != b),
            BinaryOp::And => truth(a != 0 && b != 0),
            BinaryOp::Or => truth(a != 0 || b != 0),
            BinaryOp::Shl | BinaryOp::Shr => unreachable!("shifts do not convert their operands to one type"),
        }
    }

    /// Both values after C's usual conversions, and an integer of the type that they are converted to.
    fn common(left: Self, right: Self) -> (i128, i128, Self) {
        let bits = left.bits.max(right.bits);
        let signed = [left, right].iter().all(|int| int.signed || int.bits < bits);
        let convert = |int: Self| if signed { int.value } else { int.wrapped(bits, false) };
        (convert(left), convert(right), Self { value: 0, bits, signed, pattern: left.pattern || right.pattern })
    }

    /// A product of two 64-bit numbers can pass what `i128` holds.
    fn multiply(self, a: i128, b: i128) -> Result<Self, Fault> {
        match a.checked_mul(b) {
            Some(product) => self.settle(product),
            None if self.signed => Err(Fault::Overflow),
            None => {
                let [a, b] = [a, b].map(|value| u64::try_from(value).unwrap_or(u64::MAX));
                self.settle(i128::from(a.wrapping_mul(b)))
            }
        }
    }

    fn shift(self, op: BinaryOp, by: Self) -> Result<Self, Fault> {
        let Some(by) = u32::try_from(by.value).ok().filter(|by| *by < 64) else {
            return Err(Fault::Shift);
        };
        let value = if op == BinaryOp::Shl { self.value << by } else { self.value >> by };
        self.settle(value).map(|int| Self { pattern: true, ..int })
    }

    /// A result of this type: unsigned ones wrap, signed ones that pass 32 bits become 64 bits wide.
    fn settle(self, value: i128) -> Result<Self, Fault> {
        let int = Self { value, ..self };
        if !self.signed {
            Ok(Self { value: int.wrapped(self.bits, false), ..self })
        } else if int.fits(self.bits, true) {
            Ok(int)
        } else if int.fits(64, true) {
            Ok(Self { bits: 64, ..int })
        } else {
            Err(Fault::Overflow)
        }
    }
}

/// The least and the greatest value of an integer type.
pub(super) const fn range(bits: u32, signed: bool) -> (i128, i128) {
    if signed { (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) } else { (0, (1 << bits) - 1) }
}

/// Width and sign of the types that integer constants can have. Pointers take patterns of 64 bits.
pub(super) fn integer_type(ty: &Type) -> Option<(u32, bool)> {
    Some(match ty {
        Type::Boolean | Type::Byte => (8, false),
        Type::Char { signed } => (8, *signed),
        Type::WChar => (16, false),
        Type::Int { bits, signed, .. } => (u32::from(*bits), *signed),
        Type::IntPtr { signed } => (64, *signed),
        Type::ErrorStatus => (32, false),
        Type::Enum(_) => (32, true),
        Type::Pointer { .. } | Type::Handle => (64, true),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn int(text: &str) -> Int {
        Int::parse(text).expect("a number")
    }

    #[test]
    fn literals_have_the_types_of_c() {
        let ty = |text| (int(text).value, int(text).bits, int(text).signed);
        assert_eq!(ty("42"), (42, 32, true));
        assert_eq!(ty("0"), (0, 32, true));
        assert_eq!(ty("017"), (15, 32, true));
        assert_eq!(ty("0x80040102"), (0x8004_0102, 32, false));
        assert_eq!(ty("2147483648"), (0x8000_0000, 64, true));
        assert_eq!(ty("0x80000000L"), (0x8000_0000, 32, false));
        assert_eq!(ty("1u"), (1, 32, false));
        assert_eq!(ty("1ULL"), (1, 64, false));
        assert_eq!(ty("1i64"), (1, 64, true));
        assert_eq!(ty("18446744073709551615"), (u64::MAX.into(), 64, false));
        assert_eq!(Int::parse("18446744073709551616"), None);
    }

    #[test]
    fn hexadecimal_wraps_to_its_width_and_decimal_does_not() {
        assert_eq!(int("0x80040102").assigned(32, true), Some(-2_147_221_246));
        assert_eq!(int("2147483648").assigned(32, true), None);
        assert_eq!(int("0x80040102").assigned(16, true), None);
        assert_eq!(Int::new(-1).assigned(32, false), None);
        assert_eq!(Int::new(-1).cast(32, false).assigned(32, false), Some(0xffff_ffff));
        let not_seven = int("7").unary(UnaryOp::BitNot).unwrap().unwrap();
        assert_eq!(not_seven.assigned(32, false), Some(0xffff_fff8));
    }

    #[test]
    fn arithmetic_follows_c() {
        let calc = |op, a: &str, b: &str| Int::binary(op, int(a), int(b)).map(|int| int.value);
        assert_eq!(calc(BinaryOp::Sub, "1", "2"), Ok(-1));
        assert_eq!(calc(BinaryOp::Sub, "1u", "2"), Ok(0xffff_ffff));
        assert_eq!(calc(BinaryOp::Shl, "1", "31"), Ok(0x8000_0000));
        assert_eq!(calc(BinaryOp::Shl, "1", "64"), Err(Fault::Shift));
        assert_eq!(calc(BinaryOp::Div, "1", "0"), Err(Fault::DivisionByZero));
        assert_eq!(calc(BinaryOp::Mul, "0x7fffffffffffffff", "2"), Err(Fault::Overflow));
        assert_eq!(calc(BinaryOp::Mul, "0xffffffffffffffff", "0xffffffffffffffff"), Ok(1));
        assert_eq!(calc(BinaryOp::Rem, "7", "4"), Ok(3));
        assert_eq!(calc(BinaryOp::Ge, "7", "4"), Ok(1));
    }
}
