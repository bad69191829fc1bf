//! Types of safe signatures as data: written as Rust with whatever lifetime they stand under, and as a person would write
//! them who has imported all names.

use super::types::{path, ty};
use crate::names;
use crate::plan::{ArrayItem, Conv, Elem, Heap, Owned, Path, Ty, Width};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// A type of a safe signature.
#[derive(Clone, Debug)]
pub(super) enum SafeTy {
    /// What the ABI has, as it is.
    Abi(Ty),
    /// A type by its name, and the types that it is made with.
    Named(Path, Vec<SafeTy>),
    /// One that borrows what it shows.
    Borrowing(Path, Vec<SafeTy>),
    /// A shared reference.
    Ref(Box<SafeTy>),
    /// An exclusive reference.
    Mut(Box<SafeTy>),
    /// Some number of these, behind a reference.
    Slice(Box<SafeTy>),
    /// Several, or none.
    Tuple(Vec<SafeTy>),
    /// What a caller may give for an interface that may be null: the interface, or an option of it.
    Into(Path),
}

use SafeTy::{Abi, Borrowing, Into, Mut, Named, Ref, Slice, Tuple};

impl SafeTy {
    /// A primitive type.
    pub(super) fn prim(name: &'static str) -> Self {
        Abi(Ty::Prim(name))
    }

    /// A type of the runtime crate, by its path there.
    pub(super) fn runtime(name: &str) -> Self {
        Self::runtime_of(name, [])
    }

    /// The same, made with other types.
    pub(super) fn runtime_of<const N: usize>(name: &str, of: [Self; N]) -> Self {
        Named(in_runtime(name), of.into())
    }

    /// A type of the runtime crate that borrows what it shows.
    pub(super) fn borrowing<const N: usize>(name: &str, of: [Self; N]) -> Self {
        Borrowing(in_runtime(name), of.into())
    }

    /// An 8-bit string.
    pub(super) fn c_str() -> Self {
        Named(Path { module: "::core::ffi".into(), name: "CStr".into() }, Vec::new())
    }

    /// A type of the IDL.
    pub(super) fn item(path: &Path) -> Self {
        Named(path.clone(), Vec::new())
    }

    /// A type parameter of the method.
    pub(super) fn generic(name: &str) -> Self {
        Named(Path { module: String::new(), name: name.to_owned() }, Vec::new())
    }

    /// A shared reference to it.
    pub(super) fn by_ref(self) -> Self {
        Ref(Box::new(self))
    }

    /// An exclusive reference to it.
    pub(super) fn by_mut(self) -> Self {
        Mut(Box::new(self))
    }

    /// Some number of these.
    pub(super) fn slice(self) -> Self {
        Slice(Box::new(self))
    }

    /// It, or an option of it.
    pub(super) fn option(self, optional: bool) -> Self {
        let path = || Path { module: "::core::option".into(), name: "Option".into() };
        if optional { Named(path(), vec![self]) } else { self }
    }

    /// These together: one stands alone.
    pub(super) fn tuple(mut types: Vec<Self>) -> Self {
        if types.len() == 1 { types.remove(0) } else { Tuple(types) }
    }

    /// The type that implements `Record` for an element.
    pub(super) fn record(elem: &Elem) -> Self {
        match elem {
            Elem::Plain(t) => Abi(t.clone()),
            Elem::Viewed { record, .. } => Self::item(record),
            Elem::Text { wide: true } => Self::runtime("text::WidePtr"),
            Elem::Text { wide: false } => Self::runtime("text::NarrowPtr"),
            Elem::Pointer(to) => Self::runtime_of("record::Ptr", [Self::record(to)]),
            Elem::Interface(interface) => Self::runtime_of("record::InterfacePtr", [Self::item(interface)]),
            Elem::Name => Self::runtime("text::NamePtr"),
            Elem::NotNull(of) => Self::runtime_of("record::NotNull", [Self::record(of)]),
        }
    }

    /// The view of an element.
    pub(super) fn view(elem: &Elem) -> Self {
        match elem {
            Elem::Plain(t) => Abi(t.clone()),
            Elem::Viewed { view, .. } => Borrowing(view.clone(), Vec::new()),
            Elem::Text { wide: true } => Self::borrowing("text::WideView", []),
            Elem::Text { wide: false } => Self::borrowing("text::NarrowView", []),
            Elem::Pointer(to) => Self::borrowing("record::PtrView", [Self::record(to)]),
            Elem::Interface(interface) => Self::borrowing("Borrowed", [Self::item(interface)]).option(true),
            Elem::Name => Self::borrowing("text::Name", []),
            // It is shown as it is, null or not.
            Elem::NotNull(of) => Self::view(of),
        }
    }

    /// A value.
    pub(super) fn value(conv: &Conv) -> Self {
        match conv {
            Conv::Same(t) => Abi(t.clone()),
            Conv::Enum { path, .. } => Self::item(path),
            Conv::Bool32 | Conv::Bool8 | Conv::Bool16 => Self::prim("bool"),
        }
    }

    /// What automation owns.
    pub(super) fn owned(owned: Owned) -> Self {
        Self::runtime(match owned {
            Owned::Bstr => "Bstr",
            Owned::Variant => "Variant",
            Owned::SafeArray(_) => "SafeArray",
        })
    }

    /// An element of automation's arrays.
    pub(super) fn array_item(item: ArrayItem) -> Self {
        match item {
            ArrayItem::Number(name) => Self::prim(name),
            ArrayItem::Truth => Self::runtime("automation::VariantBool"),
            ArrayItem::Date => Self::runtime("Date"),
            ArrayItem::Currency => Self::runtime("com::CY"),
            ArrayItem::Decimal => Self::runtime("com::DECIMAL"),
            ArrayItem::Code => Self::runtime("HRESULT"),
            ArrayItem::Text => Self::runtime("Bstr"),
            ArrayItem::Variant => Self::runtime("Variant"),
            ArrayItem::Unknown => Self::runtime("IUnknown").option(true),
            ArrayItem::Dispatch => Self::runtime("com::IDispatch").option(true),
        }
    }

    /// An owned string.
    pub(super) fn owned_text(width: &Width, heap: Heap) -> Self {
        Self::runtime(match (heap, width) {
            (Heap::Mapi, _) => "MapiString",
            (Heap::Task, Width::Narrow) => "TaskText",
            (Heap::Task, _) => "TaskString",
        })
    }

    /// Whether it names the lifetime `'i` of what is given for an interface.
    pub(super) fn names_lifetime(&self) -> bool {
        matches!(self, Into(_))
    }

    /// It as Rust, under a lifetime that has a name, or has none.
    pub(super) fn under(&self, lifetime: Option<&TokenStream>) -> TokenStream {
        let all = |types: &[Self]| types.iter().map(|t| t.under(lifetime)).collect::<Vec<_>>();
        match self {
            Abi(t) => ty(t),
            Named(name, of) => {
                let (name, of) = (path(name), all(of));
                if of.is_empty() { name } else { quote!(#name<#(#of),*>) }
            }
            Borrowing(name, of) => {
                let (name, of, elided) = (path(name), all(of), quote!('_));
                let lifetime = lifetime.unwrap_or(&elided);
                quote!(#name<#lifetime #(, #of)*>)
            }
            Ref(to) => {
                let to = to.under(lifetime);
                quote!(&#lifetime #to)
            }
            Mut(to) => {
                let to = to.under(lifetime);
                quote!(&#lifetime mut #to)
            }
            Slice(of) => {
                let of = of.under(lifetime);
                quote!([#of])
            }
            Tuple(types) => {
                let types = all(types);
                quote!((#(#types),*))
            }
            Into(interface) => {
                let interface = path(interface);
                quote!(impl ::core::convert::Into<::core::option::Option<&'i #interface>>)
            }
        }
    }

    /// It as a person would write it who has imported all names.
    pub(super) fn text(&self) -> String {
        match self {
            Abi(t) => abi_text(t),
            Named(name, of) => format!("{}{}", name_text(name), angled(of.iter().map(Self::text).collect())),
            Borrowing(name, of) => {
                let of = of.iter().map(Self::text);
                format!("{}{}", name_text(name), angled(std::iter::once("'_".to_owned()).chain(of).collect()))
            }
            Ref(to) => format!("&{}", to.text()),
            Mut(to) => format!("&mut {}", to.text()),
            Slice(of) => format!("[{}]", of.text()),
            Tuple(types) => format!("({})", types.iter().map(Self::text).collect::<Vec<_>>().join(", ")),
            Into(interface) => format!("impl Into<Option<&{}>>", name_text(interface)),
        }
    }
}

impl ToTokens for SafeTy {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.under(None));
    }
}

fn in_runtime(name: &str) -> Path {
    let (module, name) = name.rsplit_once("::").map_or((String::new(), name), |(m, n)| (format!("::{m}"), n));
    Path { module: format!("::mapidl{module}"), name: name.to_owned() }
}

fn name_text(path: &Path) -> String {
    names::escape(&path.name)
}

fn angled(of: Vec<String>) -> String {
    if of.is_empty() { String::new() } else { format!("<{}>", of.join(", ")) }
}

fn abi_text(t: &Ty) -> String {
    match t {
        Ty::Prim(name) => (*name).to_owned(),
        Ty::Void => "c_void".to_owned(),
        Ty::Path(path) => name_text(path),
        Ty::Pointer(to, true) => format!("*const {}", abi_text(to)),
        Ty::Pointer(to, false) => format!("*mut {}", abi_text(to)),
        Ty::Array(of, len) => format!("[{}; {len}]", abi_text(of)),
        Ty::Function(params, ret, cdecl) => {
            let params = params.iter().map(abi_text).collect::<Vec<_>>().join(", ");
            let ret = ret.as_ref().map(|ret| format!(" -> {}", abi_text(ret))).unwrap_or_default();
            let abi = if *cdecl { "C" } else { "system" };
            format!("Option<unsafe extern \"{abi}\" fn({params}){ret}>")
        }
    }
}
