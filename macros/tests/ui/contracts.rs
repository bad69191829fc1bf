//! Contracts that the compiler of IDL refuses, shown in the Rust text.

#[mapidl::mapi_interface]
pub trait INameless: IUnknown {}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8", unimplemented(E_NOSUCH), object(1))]
pub trait IAttributes: IUnknown {}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd")]
pub trait IMethods: IUnknown {
    fn Sizes(&self, #[idl(in, size_is(cbEntry))] lpEntry: *const u8, cbEntryID: u32) -> HRESULT;
    fn Twice(&self, ulFlags: u32, ulFlags: u32) -> HRESULT;
    fn Out(&self, #[idl(out)] ulCount: u32) -> HRESULT;
    #[idl(success(E_FAIL))]
    fn Success(&self) -> HRESULT;
    fn Kind(&self, #[idl(in, unique, ptr)] a: *const u32) -> HRESULT;
}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071df")]
pub trait ISyntax: IUnknown {
    fn Keyword(&self, unsigned: u32) -> HRESULT;
    fn Size(&self, #[idl(in, size_is(cb +))] pb: *const u8, cb: u32) -> HRESULT;
}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071de", unimplemented(-1), success(0x1_0000_0000))]
pub trait ICodes: IUnknown {}

fn main() {}
