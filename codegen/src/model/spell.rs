//! Types as C spells them: for people, for the table of the binary interface, and for C++ headers.

use super::{FnType, Model, Type};

/// Whose words the types of the language are spelled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Dialect {
    /// IDL's own: `hyper`, `boolean`.
    Idl,
    /// Those of C and C++ with `<stdint.h>`: `int64_t`. What these languages lack has a name that begins with
    /// `MAPIDL_`.
    Cpp,
}

impl Model {
    /// A type without a name: `const WCHAR *`.
    #[must_use]
    pub fn spell(&self, ty: &Type, dialect: Dialect) -> String {
        self.declare(ty, "", dialect)
    }

    /// A declaration of `name` with this type: `ULONG cValues`, `WCHAR name[260]`, `LONG (*callback)(LPVOID)`.
    #[must_use]
    pub fn declare(&self, ty: &Type, name: &str, dialect: Dialect) -> String {
        let mut declarator = name.to_owned();
        let mut is_const = false;
        let mut ty = ty;
        loop {
            ty = match ty {
                Type::Pointer { to, is_const: pointee } => {
                    declarator = pointer(&declarator, is_const);
                    is_const = *pointee;
                    to
                }
                Type::Array { of, is_const: elements, len } => {
                    is_const = *elements;
                    let len = len.map_or_else(String::new, |len| len.to_string());
                    declarator = format!("{}[{len}]", grouped(&declarator));
                    of
                }
                Type::Function(function) => {
                    declarator = self.function(function, &declarator, dialect);
                    is_const = false;
                    &function.ret
                }
                base => {
                    let space = if declarator.is_empty() || declarator.starts_with('[') { "" } else { " " };
                    let is_const = if is_const { "const " } else { "" };
                    return format!("{is_const}{}{space}{declarator}", self.word(base, dialect));
                }
            };
        }
    }

    fn function(&self, function: &FnType, declarator: &str, dialect: Dialect) -> String {
        let convention = match (function.cdecl, dialect) {
            (true, _) => "",
            (false, Dialect::Idl) => "__stdcall ",
            (false, Dialect::Cpp) => "STDMETHODCALLTYPE ",
        };
        let mut params: Vec<_> = function.params.iter().map(|(name, ty)| self.declare(ty, name, dialect)).collect();
        if function.variadic {
            params.push("...".to_owned());
        } else if params.is_empty() {
            params.push("void".to_owned());
        }
        // A convention stands inside the parentheses, beside the star.
        let inner = if declarator.starts_with('*') {
            format!("({convention}{declarator})")
        } else {
            format!("{convention}{declarator}")
        };
        format!("{inner}({})", params.join(", "))
    }

    /// The name of a type that is no pointer, array or function.
    fn word(&self, ty: &Type, dialect: Dialect) -> String {
        match ty {
            Type::Record(id) => self.records[*id].head.name.clone(),
            Type::Enum(id) => self.enums[*id].head.name.clone(),
            Type::Alias(id) => self.aliases[*id].head.name.clone(),
            Type::Interface(id) => self.interfaces[*id].head.name.clone(),
            Type::SafeArray(of) if dialect == Dialect::Idl => format!("SAFEARRAY({})", self.spell(of, dialect)),
            other => words(other)[dialect as usize].to_owned(),
        }
    }
}

/// The words for a type of the language, by dialect.
fn words(ty: &Type) -> [&'static str; 2] {
    match ty {
        Type::Boolean => ["boolean", "uint8_t"],
        Type::Byte => ["byte", "uint8_t"],
        Type::Char { signed: false } => ["char", "char"],
        Type::Char { signed: true } => ["signed char", "signed char"],
        Type::WChar => ["wchar_t", "MAPIDL_WCHAR"],
        Type::Int { bits, signed, int } => integer(*bits, *signed, *int),
        Type::IntPtr { signed: true } => ["__int3264", "intptr_t"],
        Type::IntPtr { signed: false } => ["unsigned __int3264", "uintptr_t"],
        Type::F32 => ["float", "float"],
        Type::F64 => ["double", "double"],
        Type::ErrorStatus => ["error_status_t", "MAPIDL_ULONG"],
        Type::Handle => ["handle_t", "void *"],
        Type::SafeArray(_) => ["SAFEARRAY", "void *"],
        _ => ["void", "void"],
    }
}

/// `long` has 32 bits on every host, so C++ needs other words for it.
const fn integer(bits: u8, signed: bool, int: bool) -> [&'static str; 2] {
    match (bits, signed, int) {
        (8, true, _) => ["signed char", "signed char"],
        (8, false, _) => ["unsigned char", "unsigned char"],
        (16, true, _) => ["short", "short"],
        (16, false, _) => ["unsigned short", "unsigned short"],
        (64, true, _) => ["hyper", "int64_t"],
        (64, false, _) => ["unsigned hyper", "uint64_t"],
        (_, true, true) => ["int", "int"],
        (_, false, true) => ["unsigned int", "unsigned int"],
        (_, true, false) => ["long", "MAPIDL_LONG"],
        (_, false, false) => ["unsigned long", "MAPIDL_ULONG"],
    }
}

/// A pointer, itself const or not, in front of a declarator.
fn pointer(declarator: &str, is_const: bool) -> String {
    let space = if is_const && !declarator.is_empty() { " " } else { "" };
    format!("*{}{space}{declarator}", if is_const { "const" } else { "" })
}

/// Arrays bind closer than pointers.
fn grouped(declarator: &str) -> String {
    if declarator.starts_with('*') { format!("({declarator})") } else { declarator.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: Type = Type::Int { bits: 32, signed: true, int: false };

    fn spell(ty: &Type, name: &str) -> String {
        Model::default().declare(ty, name, Dialect::Idl)
    }

    #[test]
    fn pointers_and_constness() {
        let text = Type::WChar.pointer(true);
        assert_eq!(spell(&text, ""), "const wchar_t *");
        assert_eq!(spell(&text.clone().pointer(false), "p"), "const wchar_t **p");
        assert_eq!(spell(&text.pointer(true), "p"), "const wchar_t *const *p");
        assert_eq!(spell(&LONG.pointer(false).pointer(true), ""), "long *const *");
    }

    #[test]
    fn arrays_and_functions() {
        let three = |of: Type| Type::Array { of: Box::new(of), is_const: false, len: Some(3) };
        assert_eq!(spell(&three(LONG), "a"), "long a[3]");
        assert_eq!(spell(&three(LONG.pointer(false)), "a"), "long *a[3]");
        assert_eq!(spell(&three(LONG).pointer(false), "a"), "long (*a)[3]");
        let row = |is_const| Type::Array { of: Box::new(LONG), is_const, len: None };
        assert_eq!(spell(&row(false), ""), "long[]");
        assert_eq!(spell(&row(true), "x"), "const long x[]");
        assert_eq!(spell(&three(row(true)), "x"), "const long x[3][]");
        let params = vec![("x".to_owned(), LONG)];
        let function = FnType { ret: Type::Void.pointer(false), params, cdecl: false, variadic: false };
        let function = Type::Function(Box::new(function));
        assert_eq!(spell(&function, "f"), "void *__stdcall f(long x)");
        assert_eq!(spell(&function.pointer(false), "f"), "void *(__stdcall *f)(long x)");
    }
}
