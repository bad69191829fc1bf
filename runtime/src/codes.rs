//! COM's result codes (the constants below), and the names of all that a program knows.
//!
//! Duty: give result codes their names.
//! Input: the HRESULT constants of every interface definition that is part of the program. Output: the name of a code.

use crate::HRESULT;
use std::fmt;

pub use crate::com::winerrorcore::*;

/// The result codes of one generated file.
#[doc(hidden)]
#[derive(Debug)]
pub struct Codes {
    /// The module that declares them.
    pub module: &'static str,
    /// Names and values.
    pub codes: &'static [(&'static str, i32)],
}

inventory::collect!(Codes);

/// Makes the names of a file's codes known to the whole program.
#[doc(hidden)]
#[macro_export]
macro_rules! codes {
    ($($name:ident,)*) => {
        $crate::__inventory::submit! {
            $crate::codes::Codes { module: ::core::module_path!(), codes: &[$((::core::stringify!($name), $name.0)),*] }
        }
    };
}

/// The name of a code, as its definition spells it: `MAPI_E_NOT_FOUND`.
///
/// It knows the codes of all interface definitions that are part of the program, of the crate `mapi` and of others. Of
/// several names for one code it gives COM's own, or that which stands first, in the first module by name.
#[must_use]
pub fn name(code: HRESULT) -> Option<&'static str> {
    let tables = inventory::iter::<Codes>.into_iter();
    let names = tables.filter_map(|table| {
        let (name, _) = table.codes.iter().find(|(_, value)| *value == code.0)?;
        Some((table.module, *name))
    });
    let is_coms = |module: &str| module.starts_with("mapidl::com::");
    names.min_by_key(|(module, _)| (!is_coms(module), *module)).map(|(_, name)| name)
}

/// Shows a code with its name.
#[doc(hidden)]
#[derive(Clone, Copy)]
pub struct Named(pub HRESULT);

impl fmt::Display for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match name(self.0) {
            Some(name) => write!(f, "{name} ({:#010X})", self.0.0.cast_unsigned()),
            None => write!(f, "{:#010X}", self.0.0.cast_unsigned()),
        }
    }
}

impl fmt::Debug for Named {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match name(self.0) {
            Some(name) => f.write_str(name),
            None => write!(f, "HRESULT({:#010X})", self.0.0.cast_unsigned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const X_E_FIRST: HRESULT = HRESULT(0x8765_0001_u32.cast_signed());
    const X_E_AGAIN: HRESULT = X_E_FIRST;
    crate::codes! { X_E_FIRST, X_E_AGAIN, }

    #[test]
    fn codes_have_the_name_that_was_declared_first() {
        assert_eq!(name(X_E_FIRST), Some("X_E_FIRST"));
        assert_eq!(Named(X_E_AGAIN).to_string(), "X_E_FIRST (0x87650001)");
        assert_eq!(format!("{:?}", Named(X_E_AGAIN)), "X_E_FIRST");
    }

    #[test]
    fn codes_without_a_name_are_numbers() {
        let unknown = HRESULT(0x8765_0002_u32.cast_signed());
        assert_eq!((name(unknown), Named(unknown).to_string()), (None, "0x87650002".into()));
        assert_eq!(format!("{:?}", Named(unknown)), "HRESULT(0x87650002)");
    }
}
