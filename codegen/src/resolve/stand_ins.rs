//! Sixth pass: which declarations that are hidden from C are nevertheless what C has.
//!
//! A file that hides a declaration from C has it from another header, so that what it says instead may be anything: a
//! number for an interface, four bytes for a record. It is taken at its word only where somebody else says the same: the
//! runtime crate and other files (see `unify`), an attribute that no other compiler knows, or the lists below.

use super::Resolver;
use crate::layout::Target;
use crate::model::{Decl, Head, Id, Record, Type};

/// Names, and what is true of all of them.
type List<T> = &'static [(&'static [&'static str], T)];

/// Numbers of Windows' own headers that IDL files declare once more, by their bytes for 64 and 32 bits.
const NUMBERS: List<[u64; 2]> = &[
    (&["BYTE", "UCHAR", "CHAR", "BOOLEAN", "UINT8", "INT8"], [1, 1]),
    (&["WORD", "SHORT", "USHORT", "WCHAR", "ATOM", "LANGID", "UINT16", "INT16"], [2, 2]),
    (&["BOOL", "INT", "UINT", "LONG", "ULONG", "DWORD", "UINT32", "INT32", "HRESULT", "SCODE"], [4, 4]),
    (&["LCID", "COLORREF", "ACCESS_MASK", "D3DCOLOR", "D3DFORMAT", "D3DPOOL"], [4, 4]),
    (&["mdToken", "mdModule", "mdTypeDef", "mdMemberRef"], [4, 4]),
    (&["mdMethodDef", "mdFieldDef", "mdSignature", "CorElementType"], [4, 4]),
    (&["LONGLONG", "ULONGLONG", "DWORDLONG", "UINT64", "INT64", "REFERENCE_TIME"], [8, 8]),
    (&["WPARAM", "LPARAM", "LRESULT", "SIZE_T", "UINT_PTR", "LONG_PTR", "ULONG_PTR", "DWORD_PTR"], [8, 4]),
];

/// Records of Windows' own headers, by size and alignment for 64 and 32 bits.
const RECORDS: List<[(u64, u64); 2]> = &[
    (&["POINT", "POINTL", "SIZE", "SIZEL", "FILETIME", "D2D1_PIXEL_FORMAT"], [(8, 4), (8, 4)]),
    (&["RECT", "RECTL", "GUID"], [(16, 4), (16, 4)]),
    (&["LARGE_INTEGER", "ULARGE_INTEGER"], [(8, 8), (8, 8)]),
    (&["SYSTEMTIME"], [(16, 2), (16, 2)]),
    (&["MSG"], [(48, 8), (28, 4)]),
];

/// Pointers of Windows' own headers, and the records that they point to.
const POINTERS: List<&str> = &[
    (&["REFGUID", "REFIID", "REFCLSID", "REFFMTID", "LPGUID"], "GUID"),
    (&["REFKNOWNFOLDERID", "REFFOLDERTYPEID", "REFTASKOWNERID", "REFELEMENTID"], "GUID"),
    (&["REFPROPERTYKEY"], "PROPERTYKEY"),
    (&["REFPROPVARIANT"], "PROPVARIANT"),
    (&["REFVARIANT"], "VARIANT"),
    (&["LPMSG"], "MSG"),
    (&["LPPOINT"], "POINT"),
    (&["PPOINTL"], "POINTL"),
    (&["LPSIZE"], "SIZE"),
    (&["LPSIZEL"], "SIZEL"),
    (&["LPRECT", "LPCRECT"], "RECT"),
    (&["LPRECTL", "LPCRECTL"], "RECTL"),
];

impl Resolver<'_> {
    /// Shows what is proven to be what C has.
    pub(super) fn stand_ins(&mut self) {
        let mut shown = Vec::new();
        for (id, alias) in self.model.aliases.iter().filter(|(_, alias)| alias.head.hidden.is_some()) {
            let described = alias.facts.opaque || alias.facts.name_or_id;
            if described || self.is_windows_own(&alias.head.name, &alias.ty) {
                shown.push(Decl::Alias(id));
            }
        }
        for (id, one) in self.model.enums.iter().filter(|(_, one)| one.head.hidden.is_some()) {
            if self.is_windows_own(&one.head.name, &Type::Enum(id)) {
                shown.push(Decl::Enum(id));
            }
        }
        for (id, record) in self.model.records.iter().filter(|(_, record)| record.head.hidden.is_some()) {
            if self.is_windows_own(&record.head.name, &Type::Record(id)) {
                shown.push(Decl::Record(id));
            }
        }
        shown.into_iter().for_each(|decl| self.show(decl));
        // No longer: declarations that are hidden and known all the same.
    }

    /// Notes that a declaration is what C has.
    pub(super) fn show(&mut self, decl: Decl) {
        let head: &mut Head = match decl {
            Decl::Interface(id) => &mut self.model.interfaces[id].head,
            Decl::Record(id) => &mut self.model.records[id].head,
            Decl::Enum(id) => &mut self.model.enums[id].head,
            Decl::Alias(id) => &mut self.model.aliases[id].head,
            _ => return,
        };
        head.hidden = None;
    }

    /// Whether a type is what Windows' own headers call by its name.
    fn is_windows_own(&self, name: &str, ty: &Type) -> bool {
        match self.model.strip(ty) {
            Type::Record(id) => listed(RECORDS, name) == Some(&self.rooms(*id)),
            Type::Pointer { to, .. } => match self.model.strip(to) {
                Type::Record(id) => listed(POINTERS, name) == Some(&self.model.records[*id].head.name.as_str()),
                _ => false,
            },
            ty @ (Type::Boolean
            | Type::Byte
            | Type::Char { .. }
            | Type::WChar
            | Type::Int { .. }
            | Type::IntPtr { .. }
            | Type::Enum(_)
            | Type::ErrorStatus) => {
                let bytes = Target::ALL.map(|target| self.layouts.size_of(&self.model, ty, target).size);
                listed(NUMBERS, name) == Some(&bytes)
            }
            _ => false,
        }
    }

    /// The size and alignment of a record for 64 and 32 bits.
    pub(super) fn rooms(&self, id: Id<Record>) -> [(u64, u64); 2] {
        Target::ALL.map(|target| {
            let layout = self.layouts.record(id, target);
            (layout.size, layout.align)
        })
    }
}

/// What a list says of a name.
fn listed<T>(list: List<T>, name: &str) -> Option<&'static T> {
    list.iter().find(|(names, _)| names.contains(&name)).map(|(_, what)| what)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;
    use std::process::{Command, Stdio};

    const HEADERS: &str = "#include <windows.h>\n#include <d3d9.h>\n#include <strmif.h>\n#include <cor.h>\n\
        #include <d2d1.h>\n#include <propsys.h>\n#include <shtypes.h>\n#include <type_traits>\n";

    /// What C++ must find true for a target, by its index.
    fn claims(target: usize) -> String {
        let mut text = HEADERS.to_owned();
        for (names, bytes) in NUMBERS {
            names.iter().for_each(|name| {
                writeln!(text, "static_assert(sizeof({name}) == {}, \"{name}\");", bytes[target]).expect("text");
            });
        }
        for (names, rooms) in RECORDS {
            let (size, align) = rooms[target];
            names.iter().for_each(|name| {
                let claim = format!("sizeof({name}) == {size} && alignof({name}) == {align}");
                writeln!(text, "static_assert({claim}, \"{name}\");").expect("text");
            });
        }
        text
    }

    #[test]
    fn windows_headers_have_what_is_listed() {
        for (target, compiler) in ["x86_64-w64-mingw32-g++", "i686-w64-mingw32-g++"].into_iter().enumerate() {
            let file = std::env::temp_dir().join(format!("mapidl-listed-{}-{target}.cpp", std::process::id()));
            std::fs::write(&file, claims(target)).expect("writable");
            let found = Command::new(compiler).arg("-fsyntax-only").arg(&file).stdin(Stdio::null()).output();
            std::fs::remove_file(&file).expect("there");
            match found {
                Err(error) => println!("skipped: {compiler}: {error}"),
                Ok(found) => assert!(found.status.success(), "{}", String::from_utf8_lossy(&found.stderr)),
            }
        }
    }
}
