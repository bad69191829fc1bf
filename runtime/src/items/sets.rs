//! Duty: what generated enumerations have in common.
//! Input: a C enum, as a choice or as a set of bits. Output: an open newtype with named constants: a value that a
//! foreign caller sends and that no name stands for is kept as it is.

/// Declares a set of bits.
#[doc(hidden)]
#[macro_export]
macro_rules! flag_set {
    (unsafe $(#[$meta:meta])* $name:ident: $repr:ty { $($(#[$value_meta:meta])* $value:ident = $number:expr,)* }) => {
        $crate::open_enum! { unsafe $(#[$meta])* $name: $repr { $($(#[$value_meta])* $value = $number,)* } }

        impl $name {
            /// No bit.
            pub const NONE: Self = Self(0);

            /// Whether all bits of `other` are set.
            #[must_use]
            pub const fn contains(self, other: Self) -> ::core::primitive::bool {
                self.0 & other.0 == other.0
            }

            /// Whether any bit of `other` is set.
            #[must_use]
            pub const fn intersects(self, other: Self) -> ::core::primitive::bool {
                self.0 & other.0 != 0
            }

            /// Whether no bit is set.
            #[must_use]
            pub const fn is_empty(self) -> ::core::primitive::bool {
                self.0 == 0
            }

            /// The bits of both.
            #[must_use]
            pub const fn union(self, other: Self) -> Self {
                Self(self.0 | other.0)
            }

            /// The bits that `other` does not have.
            #[must_use]
            pub const fn without(self, other: Self) -> Self {
                Self(self.0 & !other.0)
            }
        }

        impl ::core::ops::BitOr for $name {
            type Output = Self;

            fn bitor(self, other: Self) -> Self {
                Self::union(self, other)
            }
        }

        impl ::core::ops::BitOrAssign for $name {
            fn bitor_assign(&mut self, other: Self) {
                *self = Self::union(*self, other);
            }
        }

        impl ::core::ops::BitAnd for $name {
            type Output = Self;

            fn bitand(self, other: Self) -> Self {
                Self(self.0 & other.0)
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::sets::debug_flags(f, ::core::stringify!($name), self.0 as ::core::primitive::u64, Self::NAMES)
            }
        }
    };
}

/// Declares a choice of values, open to values without a name.
#[doc(hidden)]
#[macro_export]
macro_rules! choice {
    (unsafe $(#[$meta:meta])* $name:ident: $repr:ty { $($(#[$value_meta:meta])* $value:ident = $number:expr,)* }) => {
        $crate::open_enum! { unsafe $(#[$meta])* $name: $repr { $($(#[$value_meta])* $value = $number,)* } }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::sets::debug_choice(f, ::core::stringify!($name), self.0 as ::core::primitive::i64, Self::name(*self))
            }
        }
    };
}

/// What both kinds share.
#[doc(hidden)]
#[macro_export]
macro_rules! open_enum {
    (unsafe $(#[$meta:meta])* $name:ident: $repr:ty { $($(#[$value_meta:meta])* $value:ident = $number:expr,)* }) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash, ::core::default::Default,
        )]
        #[allow(non_camel_case_types)]
        pub struct $name(pub $repr);

        #[allow(non_upper_case_globals)]
        impl $name {
            $($(#[$value_meta])* pub const $value: Self = Self($number);)*

            #[doc(hidden)]
            pub const NAMES: &'static [(&'static ::core::primitive::str, $repr)] = &[$((::core::stringify!($value), $number)),*];

            /// The name of the value, as its definition spells it.
            #[must_use]
            pub fn name(self) -> ::core::option::Option<&'static ::core::primitive::str> {
                $crate::sets::name_of(self.0, Self::NAMES)
            }

            /// The value of that name, spelled as in its definition.
            #[must_use]
            pub fn from_name(name: &::core::primitive::str) -> ::core::option::Option<Self> {
                match $crate::sets::of_name(name, Self::NAMES) {
                    ::core::option::Option::Some(value) => ::core::option::Option::Some(Self(value)),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }

        $crate::plain_record!(unsafe $name);

        // SAFETY: any number is a value of it.
        unsafe impl $crate::layout::Written for $name {}
    };
}

/// The name of a value.
#[doc(hidden)]
pub fn name_of<B: Copy + PartialEq>(value: B, names: &[(&'static str, B)]) -> Option<&'static str> {
    names.iter().find(|(_, known)| *known == value).map(|(name, _)| *name)
}

/// The value of a name.
#[doc(hidden)]
pub fn of_name<B: Copy>(name: &str, names: &[(&'static str, B)]) -> Option<B> {
    names.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
}

/// The widening that naming bits needs.
#[doc(hidden)]
pub trait Bits: Copy {
    /// The value's bits, zero-extended.
    fn bits(self) -> u64;
}

impl Bits for u32 {
    fn bits(self) -> u64 {
        self.into()
    }
}

impl Bits for i32 {
    fn bits(self) -> u64 {
        self.cast_unsigned().into()
    }
}

/// Prints a set of bits by the names of its parts.
///
/// # Errors
/// The formatter's.
#[doc(hidden)]
pub fn debug_flags<B: Bits>(
    f: &mut std::fmt::Formatter<'_>,
    set: &str,
    bits: u64,
    names: &[(&str, B)],
) -> std::fmt::Result {
    write!(f, "{set}(")?;
    let mut left = bits & 0xffff_ffff;
    let mut separator = "";
    for (name, value) in names {
        let value = value.bits();
        if value != 0 && left & value == value {
            write!(f, "{separator}{name}")?;
            separator = " | ";
            left &= !value;
        }
    }
    if left != 0 || separator.is_empty() {
        write!(f, "{separator}{left:#x}")?;
    }
    f.write_str(")")
}

/// Prints a value by its name.
///
/// # Errors
/// The formatter's.
#[doc(hidden)]
pub fn debug_choice(
    f: &mut std::fmt::Formatter<'_>,
    choice: &str,
    value: i64,
    name: Option<&'static str>,
) -> std::fmt::Result {
    match name {
        Some(name) => f.write_str(name),
        None => write!(f, "{choice}({value:#x})"),
    }
}
