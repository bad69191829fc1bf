//! What an argument is compared with.

/// A test of one argument.
pub trait Match<T: ?Sized> {
    /// Whether the argument passes.
    fn matches(&self, argument: &T) -> bool;
}

/// See [`always`].
#[derive(Clone, Copy, Debug)]
pub struct Always;

impl<T: ?Sized> Match<T> for Always {
    fn matches(&self, _: &T) -> bool {
        true
    }
}

/// Any argument passes.
#[must_use]
pub const fn always() -> Always {
    Always
}

/// See [`function`].
#[derive(Clone, Copy, Debug)]
pub struct Function<F>(F);

impl<T: ?Sized, F: Fn(&T) -> bool> Match<T> for Function<F> {
    fn matches(&self, argument: &T) -> bool {
        (self.0)(argument)
    }
}

/// An argument passes when `f` says so.
pub const fn function<F>(f: F) -> Function<F> {
    Function(f)
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $fn:ident, $name:ident, $bound:ident, $op:tt;)*) => {
        $(
            #[doc = concat!("See [`", stringify!($fn), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub struct $name<V>(V);

            impl<T: $bound<V>, V> Match<T> for $name<V> {
                fn matches(&self, argument: &T) -> bool {
                    *argument $op self.0
                }
            }

            $(#[$doc])*
            pub const fn $fn<V>(value: V) -> $name<V> {
                $name(value)
            }
        )*
    };
}

comparisons! {
    /// An argument passes that equals `value`.
    eq, EqualTo, PartialEq, ==;
    /// An argument passes that does not equal `value`.
    ne, NotEqualTo, PartialEq, !=;
    /// An argument passes that is less than `value`.
    lt, LessThan, PartialOrd, <;
    /// An argument passes that is at most `value`.
    le, AtMost, PartialOrd, <=;
    /// An argument passes that is greater than `value`.
    gt, GreaterThan, PartialOrd, >;
    /// An argument passes that is at least `value`.
    ge, AtLeast, PartialOrd, >=;
}
