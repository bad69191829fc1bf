//! Wrong arguments, wrong items, wrong files.

// A file with mistakes, each of which is shown.
mapidl::include_idl!("../../../tmp/wrong.idl");

// No such file.
mapidl::include_idl!("no/such.idl", mocks = false);

// No file at all.
mapidl::include_idl!();

// No such option.
mapidl::include_idl!("no/such.idl", mock = false);

// A module path that is none.
mapidl::include_idl!("no/such.idl", extern_file("types.idl" = "types"));

// A file named twice.
mapidl::include_idl!("no/such.idl", idl = "no/such.idl");

// An import where the file has its own.
#[mapidl::mapi_interface(idl = "no/such.idl", import = ["types.idl"])]
pub mod importing {}

// The module's own items are there nevertheless.
#[mapidl::mapi_interface(idl = "no/such.idl")]
pub mod filled {
    pub const OWN: u32 = 1;
}
const OWN: u32 = filled::OWN;

// A module without a file.
#[mapidl::mapi_interface]
pub mod empty {}

// A file on a trait.
#[mapidl::mapi_interface(idl = "no/such.idl")]
pub trait IFile: IUnknown {}

// An item that is no interface.
#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd")]
pub struct IStruct;

// An import that is not there.
#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd", import = ["no/such.idl"])]
pub trait IImporting: IUnknown {}

fn main() {}
