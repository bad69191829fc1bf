//! Duty: null in the place of an interface, as an option.
//! Input: the result of a method that gives an interface. Output: the same with an `Option`, and with its success code.

use crate::{Error, Interface, Result, Success};

/// Makes an `Option` of what a method gives, where null with a success is an answer and no mistake.
///
/// ```no_run
/// # use mapidl::{IUnknown, OptionalExt, Result};
/// # struct Node;
/// # impl Node { fn next_sibling(&self) -> Result<IUnknown> { unimplemented!() } }
/// # fn last(node: &Node) -> Result<()> {
/// while let Some(next) = node.next_sibling().optional()? {
///     // …
/// #   drop(next);
/// }
/// # Ok(())
/// # }
/// ```
pub trait OptionalExt {
    /// The same result with an `Option`.
    type Optional;

    /// `Ok` of `None` where the call succeeded with a null ([`Error::null`]); every other error stays one.
    fn optional(self) -> Self::Optional;
}

impl<I: Interface> OptionalExt for Result<I> {
    type Optional = Result<Option<I>>;

    fn optional(self) -> Result<Option<I>> {
        match self {
            Ok(value) => Ok(Some(value)),
            Err(error) => error.null_code().map(|_| None).ok_or(error),
        }
    }
}

impl<T> OptionalExt for Result<Success<T>> {
    type Optional = Result<Success<Option<T>>>;

    fn optional(self) -> Result<Success<Option<T>>> {
        match self {
            Ok(success) => Ok(success.map(Some)),
            Err(error) => nothing(error),
        }
    }
}

fn nothing<T>(error: Error) -> Result<Success<Option<T>>> {
    error.null_code().map(|code| Success::with(None, code)).ok_or(error)
}
