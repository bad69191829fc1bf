//! Duty: Rust types as IDL declares them. Input: the type of a parameter or result. Output: [`Text`] such as
//! `const WCHAR *name`, and the names of interfaces that IDL must be told of.

use super::shape::plain;
use super::text::Text;
use crate::report::bad_trait;
use proc_macro2::{Ident, Span};
use syn::{Path, PathArguments, Result, ReturnType, Type};

/// Rust's types and their names in the base IDL.
const PRIMITIVES: [(&str, &str); 13] = [
    ("i8", "small"),
    ("u8", "BYTE"),
    ("i16", "SHORT"),
    ("u16", "USHORT"),
    ("i32", "LONG"),
    ("u32", "ULONG"),
    ("i64", "LONGLONG"),
    ("u64", "ULONGLONG"),
    ("isize", "LONG_PTR"),
    ("usize", "ULONG_PTR"),
    ("f32", "FLOAT"),
    ("f64", "DOUBLE"),
    ("c_void", "void"),
];

/// Rust's types that stand for a character in a string.
const CHARACTERS: [(&str, &str); 2] = [("u8", "CHAR"), ("u16", "WCHAR")];

/// Types that people try, and what to write for them.
const MISTAKEN: [(&str, &str); 7] = [
    ("bool", "write `BOOL` (32 bits) or `BOOLEAN` (8 bits)"),
    ("char", "write `u16`, or `u8`, for a character of a string"),
    ("str", "a string is `#[idl(in, string)] name: *const u16`"),
    ("String", "a string is `#[idl(in, string)] name: *const u16`"),
    ("i128", "no integer of COM has more than 64 bits"),
    ("u128", "no integer of COM has more than 64 bits; an identifier is a `GUID`"),
    ("Result", "write `HRESULT`: the safe methods made of it return a `Result`"),
];

/// Writes types; remembers the interfaces that nobody declared.
pub(super) struct Types<'a> {
    /// Whether IDL declares a name.
    pub(super) known: &'a dyn Fn(&str) -> bool,
    /// The interfaces of which only the name is known, each once.
    pub(super) opaque: Vec<Ident>,
}

impl Types<'_> {
    /// Writes `type *name`; `string` says whether the pointer is to the characters of a string.
    pub(super) fn declare(&mut self, text: &mut Text, ty: &Type, name: &Ident, string: bool) -> Result<()> {
        let (base, stars) = peel(ty);
        let ident = type_name(base)?;
        let base = self.base(ident, !stars.is_empty(), string)?;
        if stars.last().is_some_and(|star| star.to_const) {
            text.push("const ");
        }
        text.push_at(&base, ident.span());
        text.push(" ");
        // The innermost star comes first, and `const` after a star is said by the next one outward.
        for (index, star) in stars.iter().enumerate().rev() {
            text.push_at("*", star.span);
            if index > 0 && stars[index - 1].to_const {
                text.push(" const ");
            }
        }
        text.push_at(&plain(name), name.span());
        Ok(())
    }

    /// Writes the result and the name of a method.
    pub(super) fn declare_method(&mut self, text: &mut Text, result: &ReturnType, name: &Ident) -> Result<()> {
        match result {
            ReturnType::Type(_, ty) => self.declare(text, ty, name, false),
            ReturnType::Default => {
                text.push("void ");
                text.push_at(&plain(name), name.span());
                Ok(())
            }
        }
    }

    /// The name of a type in IDL.
    fn base(&mut self, ident: &Ident, pointed_to: bool, string: bool) -> Result<String> {
        let name = plain(ident);
        let find = |table: &[(&str, &'static str)]| table.iter().find(|(rust, _)| *rust == name).map(|(_, idl)| *idl);
        if let Some(idl) = find(&CHARACTERS).filter(|_| string).or_else(|| find(&PRIMITIVES)) {
            return Ok(idl.to_owned());
        }
        if (self.known)(&name) {
            return Ok(name);
        }
        if let Some(help) = find(&MISTAKEN) {
            return Err(bad_trait(ident, &format!("`{name}` is no type of COM"), help));
        }
        if !is_interface_name(&name) {
            let help = "the macro cannot look into Rust types: declare it in an IDL file, and `import` that";
            return Err(bad_trait(ident, &format!("the type `{name}` is not known"), help));
        }
        if !pointed_to {
            let help = format!("write `*mut {name}`");
            return Err(bad_trait(ident, &format!("the interface `{name}` is no pointer here"), &help));
        }
        if !self.opaque.contains(ident) {
            self.opaque.push(ident.clone());
        }
        Ok(name)
    }
}

/// Whether a name has the form that COM gives to names of interfaces.
fn is_interface_name(name: &str) -> bool {
    name.strip_prefix('I').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// A `*const` or `*mut`.
struct Star {
    to_const: bool,
    span: Span,
}

/// The type that pointers lead to, and the pointers, the outermost first.
fn peel(mut ty: &Type) -> (&Type, Vec<Star>) {
    let mut stars = Vec::new();
    loop {
        ty = match ty {
            Type::Ptr(pointer) => {
                stars.push(Star { to_const: pointer.const_token.is_some(), span: pointer.star_token.span });
                &pointer.elem
            }
            Type::Paren(inner) => &inner.elem,
            Type::Group(inner) => &inner.elem,
            _ => return (ty, stars),
        };
    }
}

/// The name that a type consists of. A name is looked up in IDL, which has no paths; those of `mapidl` itself and of
/// `core::ffi` are well known.
fn type_name(ty: &Type) -> Result<&Ident> {
    let refuse = |help| Err(bad_trait(ty, "this type has no form in IDL", help));
    match ty {
        Type::Path(path) if path.qself.is_none() => match names(&path.path).as_deref() {
            Some([name]) => Ok(name),
            Some([krate, name]) if *krate == "mapidl" => Ok(name),
            Some([krate, module, name]) if (*krate == "core" || *krate == "std") && *module == "ffi" => Ok(name),
            Some(_) => refuse("write the type's name alone, and bring it into scope with `use`"),
            None => match path.path.segments.last() {
                Some(last) if last.ident == "Result" => Ok(&last.ident),
                _ => refuse("a parameter is an integer, a pointer or a name that IDL declares"),
            },
        },
        Type::Reference(_) => refuse("write a raw pointer: the safe methods made of it take references"),
        Type::Array(_) | Type::Slice(_) => refuse("write a pointer, with `size_is` or `bytes_is`"),
        Type::Tuple(tuple) if tuple.elems.is_empty() => refuse("leave the result out"),
        _ => refuse("a parameter is an integer, a pointer or a name that IDL declares"),
    }
}

/// The names in a path without generic arguments.
fn names(path: &Path) -> Option<Vec<&Ident>> {
    let name = |segment: &'_ syn::PathSegment| matches!(segment.arguments, PathArguments::None);
    path.segments.iter().all(name).then(|| path.segments.iter().map(|segment| &segment.ident).collect())
}
