//! ABI types, and how single values become safe.

use crate::layout::Target;
use crate::model::{Alias, Decl, Enum, FnType, Id, Interface, ParamFacts, Record, Type};
use crate::names;
use crate::plan::context::{Records, Types};
use crate::plan::{Conv, Path, Ty};

/// Names that stand for a type of the runtime crate: those of the bundled files always, those of others where they are
/// declared as what that type is.
const RUNTIME_TYPES: &[(&str, &str)] = &[
    ("GUID", "GUID"),
    ("IID", "GUID"),
    ("CLSID", "GUID"),
    ("UUID", "GUID"),
    ("HRESULT", "HRESULT"),
    ("SCODE", "HRESULT"),
    ("BOOL", "BOOL"),
    ("IUnknown", "IUnknown"),
    ("DATE", "Date"),
];

/// Handles of the base files that Windows looks up in tables of its own, and never follows. Not among them are those that
/// are addresses of memory: HINSTANCE, HMODULE, HGLOBAL, HRSRC, HMETAFILEPICT, HTASK.
const CHECKED_HANDLES: &[&str] = &[
    "HANDLE",
    "HKEY",
    "HWND",
    "HMENU",
    "HACCEL",
    "HICON",
    "HCURSOR",
    "HFONT",
    "HDC",
    "HBITMAP",
    "HRGN",
    "HDESK",
    "HWINSTA",
    "HPEN",
    "HKL",
    "HGDIOBJ",
    "HPALETTE",
    "HENHMETAFILE",
    "HMETAFILE",
    "HBRUSH",
    "HDWP",
    "HMONITOR",
];

const IID_IUNKNOWN: u128 = 0x0000_0000_0000_0000_c000_0000_0000_0046;

/// Typedefs of `void *` that stand for memory, not for an opaque value.
const UNTYPED_MEMORY: &[&str] = &["PVOID", "LPVOID", "LPCVOID"];

/// Why an integer is raw that can be an address.
pub(crate) const ADDRESS: &str =
    "a number that can hold an address, which whoever gets it may follow; `plain_number` says that nobody does";

/// Names of Windows' integers that hold addresses, for files that declare them as plain ones; besides those in `_PTR`.
const ADDRESSES: &[&str] = &["LPARAM", "WPARAM", "LRESULT"];

/// Typedefs of integers that are as wide as a pointer because they say how much memory there is.
const SIZES: &[&str] = &["SIZE_T", "SSIZE_T", "size_t", "ssize_t", "ptrdiff_t"];

/// A type of the runtime crate.
pub(crate) fn runtime(name: &str) -> Path {
    Path { module: "::mapidl".into(), name: name.into() }
}

impl Types<'_> {
    /// What a pointer or array parameter points to.
    pub(crate) fn target<'t>(&'t self, ty: &'t Type) -> Result<&'t Type, String> {
        match self.model.strip(ty) {
            Type::Pointer { to, .. } => Ok(to),
            Type::Array { of, .. } => Ok(of),
            _ => Err("no pointer".into()),
        }
    }

    /// Where the Rust item of a declaration lives.
    pub(crate) fn path(&self, decl: Decl) -> Path {
        let head = self.model.head(decl);
        let file = &self.model.files[head.file];
        if let Some((_, name)) = RUNTIME_TYPES.iter().find(|(idl, _)| *idl == head.name)
            && (file.bundled || self.means(decl, name))
        {
            return runtime(name);
        }
        let module = if file.in_runtime() && !self.options.own_bundled {
            "::mapidl::com".to_owned()
        } else {
            self.elsewhere(decl).unwrap_or_default().to_owned()
        };
        Path { module, name: self.name(decl) }
    }

    /// The module outside of what is written that has a declaration which is not the runtime crate's.
    pub(crate) fn elsewhere(&self, decl: Decl) -> Option<&str> {
        let file = &self.model.files[self.model.head(decl).file];
        let known = self.options.extern_files.iter().find(|(name, _)| *name == file.name);
        let only_named = matches!(decl, Decl::Interface(id) if self.model.interfaces[id].declared_only);
        let around = self.options.around.as_deref().filter(|_| !file.root || only_named);
        known.map(|(_, path)| path.as_str()).or(around)
    }

    /// Whether a declaration is, but for its file, that of a type of the runtime crate.
    fn means(&self, decl: Decl, name: &str) -> bool {
        let aliased = match decl {
            Decl::Alias(id) => Some(self.model.strip(&self.model.aliases[id].ty)),
            _ => None,
        };
        match (name, decl, aliased) {
            ("IUnknown", Decl::Interface(id), _) => {
                self.model.interfaces[id].iid.is_none_or(|iid| iid.0 == IID_IUNKNOWN)
            }
            ("GUID", Decl::Record(id), _) | ("GUID", _, Some(&Type::Record(id))) => self.has_layout_of_guid(id),
            ("HRESULT" | "BOOL", _, Some(Type::Int { bits: 32, signed: true, .. })) => true,
            ("Date", _, Some(Type::F64)) => true,
            _ => false,
        }
    }

    /// Whether a record is as large as a GUID, and like it has nothing in it that is aligned as pointers are, nor is one.
    fn has_layout_of_guid(&self, id: Id<Record>) -> bool {
        let same = Target::ALL.iter().all(|target| {
            let layout = self.layouts.record(id, *target);
            (layout.size, layout.align) == (16, 4)
        });
        same && self.is_made_of_numbers(id)
    }

    /// Whether all that a record is made of, at any depth, is numbers.
    fn is_made_of_numbers(&self, id: Id<Record>) -> bool {
        let mut pending = vec![id];
        while let Some(id) = pending.pop() {
            for field in &self.model.records[id].fields {
                match self.element(&field.param.ty) {
                    Type::Record(inner) => pending.push(*inner),
                    Type::Int { .. } | Type::Char { .. } | Type::WChar | Type::Byte | Type::Boolean | Type::Enum(_) => {
                    }
                    _ => return false,
                }
            }
        }
        true
    }

    /// Whether the runtime crate has the declaration under a name of its own.
    pub(crate) fn is_runtime(&self, decl: Decl) -> bool {
        self.path(decl).module == "::mapidl"
    }

    /// The type that an alias stands for in Rust when it is not its plain expansion.
    fn named_alias(&self, id: Id<Alias>) -> Option<Path> {
        let decl = Decl::Alias(id);
        (self.is_runtime(decl) || self.is_handle(id)).then(|| self.path(decl))
    }

    /// Whether values of a pointer type are numbers that anyone may make, since nobody follows them unchecked: a typedef
    /// that says so, or a handle of Windows.
    pub(crate) fn is_opaque(&self, ty: &Type) -> bool {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            let alias = &self.model.aliases[*id];
            if alias.facts.opaque {
                return true;
            }
            // A typedef of HANDLE may be anything too.
            if !CHECKED_HANDLES.contains(&alias.head.name.as_str()) {
                return false;
            }
            if self.is_handle(*id) {
                return self.model.files[alias.head.file].bundled;
            }
            ty = &alias.ty;
        }
        false
    }

    /// Whether a typedef is a type of its own: `typedef void *HANDLE`, or a pointer to a record that is made up.
    pub(crate) fn is_handle(&self, id: Id<Alias>) -> bool {
        let alias = &self.model.aliases[id];
        match alias.ty.pointee() {
            Some(Type::Void) => !UNTYPED_MEMORY.contains(&alias.head.name.as_str()),
            Some(to) => matches!(self.model.strip(to), Type::Record(id) if self.is_made_up(*id)),
            None => false,
        }
    }

    /// Whether a record is there to make pointers of a type of their own, as C's DECLARE_HANDLE makes one (`HFOO__`): its only
    /// field is a number that nobody uses, and what stands behind the pointers is something else.
    pub(crate) fn is_made_up(&self, id: Id<Record>) -> bool {
        let record = &self.model.records[id];
        let [only] = record.fields.as_slice() else { return false };
        let name = only.param.head.name.trim_matches('_').to_ascii_lowercase();
        let tagged = record.head.name.ends_with("__");
        !record.union
            && matches!(self.model.strip(&only.param.ty), Type::Int { .. } | Type::Char { .. } | Type::Byte)
            && (tagged || matches!(name.as_str(), "" | "unused" | "dummy" | "reserved" | "opaque"))
    }

    /// The alias nearest to the use that has a Rust name of its own.
    fn alias_path(&self, ty: &Type) -> Option<Path> {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            if let Some(path) = self.named_alias(*id) {
                return Some(path);
            }
            ty = &self.model.aliases[*id].ty;
        }
        None
    }

    /// The type as the ABI has it.
    pub(crate) fn abi(&self, ty: &Type) -> Ty {
        if let Some(path) = self.alias_path(ty) {
            return Ty::Path(path);
        }
        match self.model.strip(ty) {
            Type::Void | Type::Interface(_) | Type::Poison => Ty::Void,
            Type::Record(id) => self.record_ty(*id),
            Type::Enum(id) => self.enum_ty(*id),
            Type::Pointer { to, is_const } => self.pointer(to, *is_const),
            Type::Array { of, len, .. } => Ty::Array(Box::new(self.abi(of)), len.unwrap_or(1)),
            Type::Function(function) => self.function(function),
            Type::SafeArray(_) | Type::Handle => Ty::Pointer(Box::new(Ty::Void), false),
            other => Ty::Prim(primitive(other)),
        }
    }

    /// The type of a parameter: arrays are passed as pointers.
    pub(crate) fn abi_param(&self, ty: &Type) -> Ty {
        match self.model.strip(ty) {
            Type::Array { of, is_const, .. } => Ty::Pointer(Box::new(self.abi(of)), *is_const),
            _ => self.abi(ty),
        }
    }

    fn pointer(&self, to: &Type, is_const: bool) -> Ty {
        match self.model.strip(to) {
            Type::Function(function) => self.function(function),
            _ => Ty::Pointer(Box::new(self.abi(to)), is_const),
        }
    }

    fn function(&self, function: &FnType) -> Ty {
        let params = function.params.iter().map(|(_, ty)| self.abi_param(ty)).collect();
        let ret = (*self.model.strip(&function.ret) != Type::Void).then(|| Box::new(self.abi(&function.ret)));
        Ty::Function(params, ret, function.cdecl)
    }

    fn record_ty(&self, id: Id<Record>) -> Ty {
        if self.model.records[id].declared_only { Ty::Void } else { Ty::Path(self.path(Decl::Record(id))) }
    }

    fn enum_ty(&self, id: Id<Enum>) -> Ty {
        if self.model.enums[id].head.name.is_empty() { Ty::Prim("i32") } else { Ty::Path(self.path(Decl::Enum(id))) }
    }

    /// Whether a type is the HRESULT (or SCODE) of the base files.
    pub(crate) fn is_hresult(&self, ty: &Type) -> bool {
        self.alias_path(ty).is_some_and(|path| path.is_hresult())
    }

    /// Whether a type is a GUID under any name.
    pub(crate) fn is_guid(&self, ty: &Type) -> bool {
        matches!(self.abi(ty), Ty::Path(Path { module, name }) if module == "::mapidl" && name == "GUID")
    }

    /// Whether a reference to the interface can be counted: it begins with the methods of IUnknown, or only its name is
    /// known.
    pub(crate) fn is_counted(&self, id: Id<Interface>) -> bool {
        let root = self.model.chain(id).first().copied();
        let is_unknown = |id| self.model.interfaces[id].declared_only || self.is_runtime(Decl::Interface(id));
        root.is_some_and(is_unknown)
    }

    /// The interface behind a pointer type, if references to it can be counted.
    pub(crate) fn interface_behind(&self, ty: &Type) -> Option<Id<Interface>> {
        match self.model.strip(self.model.strip(ty).pointee()?) {
            Type::Interface(id) if self.is_counted(*id) => Some(*id),
            _ => None,
        }
    }

    /// Whether a type is an integer made to hold addresses: all that are as wide as a pointer, but for sizes, and for
    /// typedefs that say that they are numbers; and what Windows calls so, however wide a file declares it.
    pub(crate) fn is_address(&self, ty: &Type) -> bool {
        let (mut ty, mut named) = (ty, false);
        while let Type::Alias(id) = ty {
            let alias = &self.model.aliases[*id];
            let name = alias.head.name.as_str();
            if alias.facts.plain_number || !named && SIZES.contains(&name) {
                return false;
            }
            named |= ADDRESSES.contains(&name) || name.ends_with("_PTR");
            ty = &alias.ty;
        }
        matches!(ty, Type::IntPtr { .. }) || named && matches!(ty, Type::Int { .. })
    }

    /// Whether a type is an integer as wide as a pointer that says how much memory there is.
    pub(crate) fn is_size(&self, ty: &Type) -> bool {
        matches!(self.model.strip(ty), Type::IntPtr { .. }) && !self.is_address(ty)
    }

    /// The integer behind an enumeration in Rust.
    pub(crate) fn enum_repr(&self, id: Id<Enum>) -> &'static str {
        if self.model.enums[id].values.iter().any(|v| v.value < 0) { "i32" } else { "u32" }
    }
}

impl Records<'_> {
    /// How a value becomes safe; an error says why it does not.
    pub(crate) fn conv(&self, ty: &Type, facts: &ParamFacts) -> Result<Conv, String> {
        let abi = self.abi(ty);
        let stripped = self.model.strip(ty);
        if let Some(id) = facts.flags
            && matches!(stripped, Type::Int { bits: 32, .. } | Type::ErrorStatus)
        {
            return Ok(Conv::Enum { path: self.path(Decl::Enum(id)), repr: self.enum_repr(id) });
        }
        if self.is_variant_bool(ty) {
            return Ok(Conv::Bool16);
        }
        if !facts.plain_number && self.is_address(ty) {
            return Err(ADDRESS.into());
        }
        match (&abi, stripped) {
            (Ty::Path(path), _) if path.module == "::mapidl" && path.name == "BOOL" => Ok(Conv::Bool32),
            (Ty::Path(_), Type::Pointer { .. }) if self.is_opaque(ty) => Ok(Conv::Same(abi)),
            (Ty::Path(path), Type::Pointer { .. }) => {
                Err(format!("{} is a pointer, which whoever gets it may follow", path.name))
            }
            (_, Type::Boolean) => Ok(Conv::Bool8),
            (_, Type::Pointer { .. } | Type::SafeArray(_) | Type::Handle) => {
                Err("a pointer that nothing describes".into())
            }
            (_, Type::Record(id)) if !self.is_plain(*id) => {
                Err(format!("{} by value is no plain value", self.model.records[*id].head.name))
            }
            (_, Type::Array { of, .. }) => self.conv(of, facts).map(|_| Conv::Same(abi)),
            (_, Type::Poison | Type::Void | Type::Interface(_) | Type::Function(_)) => Err("no value type".into()),
            _ => Ok(Conv::Same(abi)),
        }
    }
}

/// Words that say that a number is an address, or stands for something that its maker finds again by it. Of those some are
/// looked up; which ones no name tells.
const ADDRESS_WORDS: &[&str] = &[
    "ptr",
    "ptrs",
    "pointer",
    "pointers",
    "addr",
    "addrs",
    "address",
    "addresses",
    "handle",
    "handles",
    "cookie",
    "cookies",
];

/// Whether a name says that a number is an address.
pub(crate) fn says_address(name: &str) -> bool {
    let words = names::words(name);
    // `win32handle` is one word.
    let ends = |word: &String| ADDRESS_WORDS.iter().any(|end| word.ends_with(end));
    let last = words.last().map(String::as_str);
    // Of a message, whose meaning another number tells: `dwParam1`.
    let param = last == Some("param") && words.len() > 1;
    // Automation's own `hVal` is a hyper.
    let handle = hungarian(&words, &["h", "ph"]) && last != Some("val");
    handle || words.iter().any(ends) || last == Some("context") || param
}

/// Whether the name of a number by itself says that it is an address: `pvData`, which a pointer to a number is called too.
pub(crate) fn says_pointer(name: &str) -> bool {
    let words = names::words(name);
    let alone = |word: &String| ["pv", "ppv", "lpv", "pvoid", "lpvoid", "pfn", "lpfn"].contains(&word.as_str());
    hungarian(&words, &["p", "pp", "pv", "ppv", "lp", "lpv", "pfn", "lpfn"])
        || words.len() == 1 && words.iter().all(alone)
}

/// Whether a name begins with one of these, and goes on.
fn hungarian(words: &[String], prefixes: &[&str]) -> bool {
    matches!(words, [first, _, ..] if prefixes.contains(&first.as_str()))
}

pub(crate) fn primitive(ty: &Type) -> &'static str {
    match ty {
        Type::Boolean | Type::Byte | Type::Char { signed: false } => "u8",
        Type::Char { signed: true } => "i8",
        Type::WChar => "u16",
        Type::IntPtr { signed: true } => "isize",
        Type::IntPtr { signed: false } => "usize",
        Type::F32 => "f32",
        Type::F64 => "f64",
        Type::Int { bits, signed, .. } => match (bits, signed) {
            (8, true) => "i8",
            (8, false) => "u8",
            (16, true) => "i16",
            (16, false) => "u16",
            (64, true) => "i64",
            (64, false) => "u64",
            (_, true) => "i32",
            (_, false) => "u32",
        },
        _ => "u32",
    }
}

#[cfg(test)]
mod tests {
    use super::{says_address, says_pointer};

    #[test]
    fn names_of_addresses() {
        let addresses = "ptr handle Handles pHandle CLRDATA_ADDRESS baseAddress objAddr pAddrIP hProcess phFile DataPtr \
            KPCRPointer dwSourceContextCookie dwSourceContext win32handle dataptr startaddress dwParam1";
        for name in addresses.split_whitespace() {
            assert!(says_address(name), "{name}");
        }
        let others = "h height hnsDuration phase IntH16 value cbSize contextSize handler addressee CLRDATA_ENUM offset param1 parameters hVal";
        for name in others.split_whitespace() {
            assert!(!says_address(name), "{name}");
        }
        for name in "pData pvUser pfnCallback pv lpv".split_whitespace() {
            assert!(says_pointer(name) && !says_address(name), "{name}");
        }
        for name in "p position page lparam".split_whitespace() {
            assert!(!says_pointer(name), "{name}");
        }
    }
}
