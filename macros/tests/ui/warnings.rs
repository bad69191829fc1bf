//! What the compiler of IDL only warns of, and names that are not in scope: rustc shows both in the Rust text.
#![deny(deprecated)]

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd", sucess(S_OK))]
pub trait IPlain: IUnknown {
    fn Undirected(&self, pulCount: *mut u32) -> HRESULT;
}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071de", mocks = false)]
pub trait IScoped: IUnknown {
    fn Give(&self, #[idl(in)] pWhat: *mut INowhere) -> HRESULT;
}

fn main() {}
