//! The proc-macros of mapidl, to be used as `mapidl::include_idl!` and `#[mapidl::mapi_interface]`: thin doors onto the
//! compiler.
//!
//! Input: the path of an IDL file, or a Rust trait. Output: the items that the command line and build scripts write for
//! the same input.

mod args;
mod file;
mod interface;
mod package;
mod report;

use args::{Args, Include};
use package::Package;
use proc_macro::TokenStream;
use syn::{Error, Item, Result, parse_macro_input};

/// Compiles an IDL file into the module where it stands.
///
/// ```ignore
/// mapidl::include_idl!("idl/greeter.idl");
/// ```
///
/// The path is relative to the package's folder, the one with `Cargo.toml`. The file, and all that it imports, gives
/// the items that a build script or the command line would write: types, interfaces, provider traits, mocks. When one of
/// these files changes, cargo compiles the crate again. Mistakes in the IDL are shown with their file, line and column;
/// warnings appear as uses of something deprecated, which is how a macro can warn.
///
/// After the path may follow, in any order:
///
/// | argument | meaning |
/// |:--|:--|
/// | `include = ["dir", …]` | folders, relative to the package's, in which imports are looked for |
/// | `define = ["NAME", "NAME=VALUE", …]` | macros defined before the first line |
/// | `mocks = false` | no mocks; without this, they are there when the feature `mock` of `mapidl` is |
/// | `extern_file("types.idl" = "::types", …)` | files that another crate or module has compiled: their items are not written again but found there. The file's path is relative to the package's folder, or to the folder of `include` that holds it; one that leads to no file of the run is an error |
#[proc_macro]
pub fn include_idl(input: TokenStream) -> TokenStream {
    let include = parse_macro_input!(input as Include);
    tokens(file::include(&Package::of_build(), &include))
}

/// Makes a COM interface of a trait, or fills a module with the contents of an IDL file.
///
/// # On a module
///
/// ```ignore
/// #[mapidl::mapi_interface(idl = "idl/greeter.idl")]
/// pub mod greeter {}
/// ```
///
/// The file's items stand in the module, after those that its body has already. Paths and further arguments are those
/// of [`include_idl!`].
///
/// # On a trait
///
/// ```
/// use mapidl::{HRESULT, Interface, Result, u16cstr};
///
/// /// Greets people.
/// #[mapidl::mapi_interface(uuid = "6e7d5dd5-9bfb-4b2c-9b80-5a1f3bb3f6f1", success(S_OK), unimplemented(E_NOTIMPL))]
/// pub trait IGreeter: IUnknown {
///     /// Says hello.
///     fn Greet(
///         &self,
///         /// Whom to greet.
///         #[idl(in, string)] pwszName: *const u16,
///         /// How many times it was said.
///         #[idl(out)] pulCount: *mut u32,
///     ) -> HRESULT;
/// }
///
/// struct Greeter;
/// mapidl::implement! { impl Greeter as Greeter_Impl: [IGreeter] }
///
/// impl IGreeter_Impl for Greeter_Impl {
///     fn greet(&self, name: &mapidl::U16CStr) -> Result<u32> {
///         println!("Hello, {}", name.display());
///         Ok(1)
///     }
/// }
///
/// let greeter: IGreeter = Greeter.into();
/// assert_eq!(greeter.greet(u16cstr!("world"))?, 1);
/// # Ok::<(), mapidl::Error>(())
/// ```
///
/// The trait is read as the interface of the same text in IDL, and replaced by what that gives: the interface type
/// `IGreeter` with its safe methods, the vtable struct `IGreeter_Vtbl`, the provider trait `IGreeter_Impl` and the mock
/// `MockIGreeter`. Documentation goes with them.
///
/// **The base** stands where a supertrait would.
///
/// **Attributes** of the interface stand in the parentheses, those of methods and parameters in `#[idl(…)]`. They are
/// the attributes of IDL in its own syntax, with two liberties: `name = "text"` is `name("text")` (and a `uuid` is always
/// a text), and a result code can be a number: `unimplemented(0x80040102)`.
///
/// **Types** are Rust's numbers, `c_void`, the names that the base IDL declares (`HRESULT`, `BOOL`, `GUID`, `FILETIME`,
/// …), and raw pointers to these. `*const u16` and `*const u8` with `string` are strings. An interface is written
/// `*mut IName`; one that no IDL declares has to be in scope as a Rust type. The types of an IDL file, its constants
/// and its interfaces as a base can be named after `import = ["file.idl"]`. What they become in Rust is not written
/// here: it has to be in scope too, or in the module that `extern_file` names, and be what mapidl wrote of the file. In
/// scope is what the module around the trait has; what stands in a function's body is not.
///
/// The other arguments are those of [`include_idl!`].
#[proc_macro_attribute]
pub fn mapi_interface(args: TokenStream, item: TokenStream) -> TokenStream {
    let args = parse_macro_input!(args as Args);
    tokens(match parse_macro_input!(item as Item) {
        Item::Trait(item) => interface::expand(&Package::of_build(), &args, &item),
        Item::Mod(item) => file::module(&Package::of_build(), &args, item),
        other => Err(Error::new_spanned(other, "`mapi_interface` stands on a trait or on a module")),
    })
}

fn tokens(result: Result<proc_macro2::TokenStream>) -> TokenStream {
    result.unwrap_or_else(Error::into_compile_error).into()
}
