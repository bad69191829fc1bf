//! What others are said to have written of an IDL file must be that: code takes it for what is in the IDL.

/// Types by hand, under the names of those in the IDL.
pub mod hand {
    use mapidl::GUID;

    #[derive(Clone, Copy)]
    pub struct REC(pub &'static str);
    #[derive(Clone, Copy)]
    pub struct KIND(pub u32);
    pub type HTHING = usize;
    #[derive(Clone, Copy)]
    pub struct NAMES;
    pub struct Names<'a>(pub &'a str);

    pub struct IBase(pub Box<u64>);
    #[repr(C)]
    pub struct IBase_Vtbl([usize; 4]);
    impl IBase_Vtbl {
        pub const fn new<T: IBase_Impl, const O: isize>() -> Self {
            Self([0x4141; 4])
        }
        pub fn matches(_: &GUID) -> bool {
            false
        }
    }
    pub trait IBase_Impl: mapidl::IUnknownImpl {}
}

mod by_hand {
    mapidl::include_idl!("../../../tmp/derived.idl", mocks = false, extern_file("../../../tmp/external.idl" = "crate::hand"));
}

/// What mapidl wrote.
pub mod good {
    mapidl::include_idl!("../../../tmp/external.idl", mocks = false);
}

/// The same under other names.
pub mod mixed {
    pub use crate::good::{HTHING, IBase_Impl, IOther as IBase, IOther_Vtbl as IBase_Vtbl, KIND, NAMES, REC};
    #[derive(Clone, Copy)]
    pub struct Names<'a>(pub &'a str);
}

mod by_names {
    mapidl::include_idl!("../../../tmp/derived.idl", mocks = false, extern_file("../../../tmp/external.idl" = "crate::mixed"));
}

mod scope {
    #[derive(Clone, Copy)]
    pub struct REC(pub &'static str);
    pub struct ISomewhere(pub Box<u64>);
    use super::good::WIDE;

    #[mapidl::mapi_interface(
        uuid = "5024a386-2d44-486a-81a8-8f0ecb6071e6",
        import = ["../../../tmp/external.idl"],
        mocks = false
    )]
    pub trait IScope: IUnknown {
        fn Get(&self, #[idl(out)] rec: *mut REC, #[idl(in)] wide: *const WIDE) -> HRESULT;
        fn Take(&self, #[idl(in)] object: *mut ISomewhere) -> HRESULT;
    }
}

mod layout {
    use super::good::WIDE as REC;

    #[mapidl::mapi_interface(
        uuid = "5024a386-2d44-486a-81a8-8f0ecb6071e7",
        import = ["../../../tmp/external.idl"],
        mocks = false
    )]
    pub trait ILayout: IUnknown {
        fn Get(&self, #[idl(out)] rec: *mut REC) -> HRESULT;
    }
}

fn main() {}
