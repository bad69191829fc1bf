//! Duty: read and write bit fields of generated records.
//! Input: a storage unit, and where in it the bits stand. Output: the bits as a number, or the unit with other bits.

/// `width` bits from bit `shift` on, as an unsigned number.
#[doc(hidden)]
#[inline]
#[must_use]
pub const fn read(unit: u64, shift: u32, width: u32) -> u64 {
    (unit >> shift) & (u64::MAX >> (64 - width))
}

/// The same bits as a number in two's complement.
#[doc(hidden)]
#[inline]
#[must_use]
pub const fn read_signed(unit: u64, shift: u32, width: u32) -> i64 {
    (unit << (64 - width - shift)).cast_signed() >> (64 - width)
}

/// The unit with other bits there; those of `value` that there is no room for are dropped.
#[doc(hidden)]
#[inline]
#[must_use]
pub const fn write(unit: u64, shift: u32, width: u32, value: u64) -> u64 {
    let mask = (u64::MAX >> (64 - width)) << shift;
    (unit & !mask) | ((value << shift) & mask)
}

/// The accessors of a record's bit fields.
#[doc(hidden)]
#[macro_export]
macro_rules! bit_fields {
    ($record:ident { $($(#[$meta:meta])* $get:ident, $set:ident: $kind:ident($($ty:tt)*)
        = $unit:ident[$shift:literal, $width:literal],)* }) => {
        impl $record {
            $(
                $(#[$meta])*
                #[inline]
                #[must_use]
                pub const fn $get(&self) -> $crate::bit_fields!(@type $kind($($ty)*)) {
                    $crate::bit_fields!(@get $kind($($ty)*), self.$unit as u64, $shift, $width)
                }

                $(#[$meta])*
                #[doc = ""]
                #[doc = concat!("Only the ", $width, " lowest bits of `value` are kept.")]
                #[inline]
                pub const fn $set(&mut self, value: $crate::bit_fields!(@type $kind($($ty)*))) {
                    let value = $crate::bit_fields!(@bits $kind value);
                    self.$unit = $crate::bits::write(self.$unit as u64, $shift, $width, value) as _;
                }
            )*
        }
    };
    (@type number($prim:ident)) => { $prim };
    (@type truth()) => { bool };
    (@type named($prim:ident $($path:tt)*)) => { $($path)* };
    (@get number($prim:ident), $unit:expr, $shift:literal, $width:literal) => {
        if $prim::MIN == 0 {
            $crate::bits::read($unit, $shift, $width) as $prim
        } else {
            $crate::bits::read_signed($unit, $shift, $width) as $prim
        }
    };
    (@get truth(), $unit:expr, $shift:literal, $width:literal) => {
        $crate::bits::read($unit, $shift, $width) != 0
    };
    (@get named($prim:ident $($path:tt)*), $unit:expr, $shift:literal, $width:literal) => {
        $($path)*($crate::bit_fields!(@get number($prim), $unit, $shift, $width))
    };
    (@bits named $value:ident) => { $value.0 as u64 };
    (@bits $kind:ident $value:ident) => { $value as u64 };
}
