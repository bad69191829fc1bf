//! Duty: say on which threads an object may be called.
//! Input: the form of [`implement!`](crate::implement) that was written. Output: a bound on the value, or an object that
//! stays with the thread that made it.

use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

/// What may be called, and dropped, on any thread: whatever is `Send` and `Sync`.
///
/// COM calls an object on any thread, at any time, unless the object belongs to an apartment.
#[diagnostic::on_unimplemented(
    message = "objects of `{Self}` are called on any thread, so it must be `Send` and `Sync`",
    label = "not `Send` and `Sync`",
    note = "use atomics or a `Mutex` instead of `Cell` and `RefCell`, `Arc` instead of `Rc`, and \
            `mapidl::AgileReference` instead of an interface",
    note = "or let its objects stay on the thread that makes them: `implement! {{ apartment impl … }}`"
)]
pub trait Agile: Send + Sync {}

#[diagnostic::do_not_recommend]
impl<T: Send + Sync + ?Sized> Agile for T {}

/// Fails to compile for a value that an agile object must not have; the macro calls it.
#[doc(hidden)]
pub const fn agile<T: Agile>() {}

/// Where the objects of a type may be called.
#[doc(hidden)]
pub trait Home: 'static {
    /// Whether they say that they are agile.
    const AGILE: bool;

    /// The value as the object has it.
    type Value<T>;

    /// Puts it there.
    fn value<T>(value: T) -> Self::Value<T>;

    /// This thread.
    fn here() -> Self;

    /// Whether this thread is one of those.
    fn is_here(&self) -> bool;
}

/// On every thread.
#[doc(hidden)]
#[derive(Debug)]
pub struct Anywhere;

impl Home for Anywhere {
    const AGILE: bool = true;
    type Value<T> = T;

    #[inline]
    fn value<T>(value: T) -> T {
        value
    }

    #[inline]
    fn here() -> Self {
        Self
    }

    #[inline]
    fn is_here(&self) -> bool {
        true
    }
}

/// On one thread.
#[doc(hidden)]
#[derive(Debug)]
pub struct Here(u64, PhantomData<*const ()>);

impl Here {
    /// This thread's number. The standard library's is lost when the thread ends, and an object may be released later.
    fn number() -> u64 {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        thread_local! {
            // Without a destructor it can be read until the thread is gone.
            static NUMBER: Cell<u64> = const { Cell::new(0) };
        }
        NUMBER.with(|number| {
            if number.get() == 0 {
                number.set(NEXT.fetch_add(1, Ordering::Relaxed));
            }
            number.get()
        })
    }
}

impl Home for Here {
    const AGILE: bool = false;
    type Value<T> = Apartment<T>;

    fn value<T>(value: T) -> Apartment<T> {
        Apartment::new(value)
    }

    fn here() -> Self {
        Self(Self::number(), PhantomData)
    }

    fn is_here(&self) -> bool {
        self.0 == Self::number()
    }
}

/// A value whose object belongs to an apartment: neither leaves the thread, whatever the value is.
///
/// The counted object of a type with `implement! { apartment impl … }` is a `ComObject<Apartment<T>>`.
#[repr(transparent)]
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Apartment<T>(T, PhantomData<*const ()>);

impl<T> Apartment<T> {
    /// A value of this thread's.
    pub const fn new(value: T) -> Self {
        Self(value, PhantomData)
    }

    /// The value alone.
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> From<T> for Apartment<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> Deref for Apartment<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> DerefMut for Apartment<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

impl<T: fmt::Debug> fmt::Debug for Apartment<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Apartment").field(&self.0).finish()
    }
}
