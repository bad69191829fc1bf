//! Types that have no form in IDL.

struct Local;

#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd")]
pub trait ITypes: IUnknown {
    fn Struct(&self, a: *const Local);
    fn Reference(&self, a: &u32);
    fn Slice(&self, a: &[u8], b: *const [u8; 4]);
    fn Bool(&self, a: bool);
    fn Text(&self, a: *const str);
    fn Wide(&self, a: u128);
    fn Value(&self, a: IElsewhere);
    fn Path(&self, a: *mut other::IElsewhere);
    fn Generic(&self, a: Option<u32>);
    fn Function(&self, a: extern "C" fn());
    fn Answer(&self) -> Result<(), HRESULT>;
    fn Unit(&self) -> ();
}

fn main() {}
