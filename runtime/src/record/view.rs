//! Duty: what generated code declares of a record's view beside its accessors.
//! Input: a record, and the names of what its accessors read. Output: the view's type, which is empty by default, shown
//! field by field and compared so.

/// Declares a view: a record that borrows what it points to.
///
/// Its fields are told by their accessors. A result code is shown by name, and `interface`s are compared by their pointers,
/// which stand in the record's field of this name. What is nested too deep (`nested`) is not looked at: it is shown as an
/// ellipsis, and equals nothing. A `portable` one is plain data, with all that it points to.
#[doc(hidden)]
#[macro_export]
macro_rules! view {
    (
        unsafe $(#[$meta:meta])* $name:ident($record:ident) $($trait:ident)* {
            $($field:ident $(: $kind:ident $(($raw:ident))?)?,)*
        }
    ) => {
        $(#[$meta])*
        #[repr(transparent)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        pub struct $name<'a>($record, ::core::marker::PhantomData<&'a ()>);

        impl ::core::default::Default for $name<'_> {
            fn default() -> Self {
                // SAFETY: zero is a value of every field: no elements, no pointers.
                Self(unsafe { ::core::mem::zeroed() }, ::core::marker::PhantomData)
            }
        }

        impl ::core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $($crate::view!(@$trait return f.write_str("…"));)*
                f.debug_struct(::core::stringify!($name))
                    $(.field(
                        $crate::record::label(::core::stringify!($field)),
                        &$crate::view!(@shown [self.$field()] $($kind)?)
                    ))*
                    .finish()
            }
        }

        impl ::core::cmp::PartialEq for $name<'_> {
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                $($crate::view!(@$trait return false);)*
                let _ = other;
                $($crate::view!(@equal self other $field $($kind $(($raw))?)?) &&)* true
            }
        }

        $($crate::view! { unsafe @$trait $name })*
    };
    (@nested $otherwise:expr) => {
        let ::core::result::Result::Ok(_level) = $crate::depth::enter() else { $otherwise };
    };
    (@portable $otherwise:expr) => {};
    (unsafe @nested $name:ident) => {};
    (unsafe @portable $name:ident) => {
        // SAFETY: everything that it points to is plain data that nobody writes while it is borrowed.
        unsafe impl ::core::marker::Send for $name<'_> {}
        // SAFETY: as above.
        unsafe impl ::core::marker::Sync for $name<'_> {}
    };
    (@shown [$value:expr] code) => {
        $crate::codes::Named($value)
    };
    (@shown [$value:expr] $(interface)?) => {
        $value
    };
    (@equal $one:ident $other:ident $field:ident interface($raw:ident)) => {
        $one.0.$raw == $other.0.$raw
    };
    (@equal $one:ident $other:ident $field:ident $(code)?) => {
        $one.$field() == $other.$field()
    };
}

/// A field's name, without the mark of one that is a keyword.
#[doc(hidden)]
#[must_use]
pub fn label(name: &'static str) -> &'static str {
    name.strip_prefix("r#").unwrap_or(name)
}
