//! Traits that are no interfaces.

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071d0")]
unsafe trait IHead<T>: IUnknown
where
    T: Copy,
{
}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071d1")]
pub trait IBases: IUnknown + Send {}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071d2")]
pub trait IUnknownBase: IElsewhere {}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071d3")]
#[idl(success(S_OK))]
pub trait IMisplaced: IUnknown {}

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071d4")]
pub trait IMethods: IUnknown {
    const VERSION: u32;
    type Item;
    fn Static(a: u32) -> HRESULT;
    fn Mutable(&mut self) -> HRESULT;
    fn Owned(self: Box<Self>) -> HRESULT;
    fn Bodied(&self) -> HRESULT {
        HRESULT(0)
    }
    fn Generic<T>(&self, a: T) -> HRESULT;
    async fn Later(&self) -> HRESULT;
    unsafe extern "C" fn Qualified(&self) -> HRESULT;
    fn Pattern(&self, (a, b): (u32, u32), mut c: u32) -> HRESULT;
    #[inline]
    fn Attributed(&self) -> HRESULT;
    fn Conditional(&self, #[cfg(unix)] a: u32) -> HRESULT;
}

fn main() {}
