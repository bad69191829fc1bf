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

/// The facility of the codes that each interface has for itself.
const FACILITY_ITF: u32 = 4;

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
/// several names for one code it gives COM's own, or that which stands first, in the first module by name. What a code of
/// `FACILITY_ITF` means is for the interface to say, so there COM's own name comes last.
#[must_use]
pub fn name(code: HRESULT) -> Option<&'static str> {
    let tables = inventory::iter::<Codes>.into_iter();
    let names = tables.filter_map(|table| {
        let (name, _) = table.codes.iter().find(|(_, value)| *value == code.0)?;
        Some((table.module, *name))
    });
    let is_coms = |module: &str| module.starts_with("mapidl::com::");
    let is_an_interfaces = (code.0.cast_unsigned() >> 16) & 0x1FFF == FACILITY_ITF;
    names.min_by_key(|(module, _)| (is_coms(module) == is_an_interfaces, *module)).map(|(_, name)| name)
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
    const X_E_FAIL: HRESULT = E_FAIL;
    const X_E_LOGON: HRESULT = CLASS_E_CLASSNOTAVAILABLE;
    crate::codes! { X_E_FIRST, X_E_AGAIN, X_E_FAIL, X_E_LOGON, }

    #[test]
    fn codes_have_the_name_that_was_declared_first() {
        assert_eq!(name(X_E_FIRST), Some("X_E_FIRST"));
        assert_eq!(Named(X_E_AGAIN).to_string(), "X_E_FIRST (0x87650001)");
        assert_eq!(format!("{:?}", Named(X_E_AGAIN)), "X_E_FIRST");
    }

    #[test]
    fn coms_names_are_shown_but_for_what_is_an_interfaces_to_say() {
        assert_eq!((name(X_E_FAIL), name(X_E_LOGON)), (Some("E_FAIL"), Some("X_E_LOGON")));
        assert_eq!(name(REGDB_E_CLASSNOTREG), Some("REGDB_E_CLASSNOTREG"));
    }

    #[test]
    fn codes_without_a_name_are_numbers() {
        let unknown = HRESULT(0x8765_0002_u32.cast_signed());
        assert_eq!((name(unknown), Named(unknown).to_string()), (None, "0x87650002".into()));
        assert_eq!(format!("{:?}", Named(unknown)), "HRESULT(0x87650002)");
    }
}
