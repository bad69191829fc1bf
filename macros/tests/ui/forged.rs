//! Private fields of what the macros write are private beside the macros too.

/// `include_idl!`.
mod included {
    mapidl::include_idl!("../../../tmp/forged.idl");

    pub fn interface(unknown: mapidl::IUnknown) -> IForged {
        IForged(unknown)
    }

    pub fn inner(interface: IForged) -> mapidl::IUnknown {
        interface.0
    }

    pub fn view() -> Names<'static> {
        Names(NAMES { count: 1000, numbers: 8 as *mut u32 }, std::marker::PhantomData)
    }

    pub fn bytes<'a>(view: &'a mut Names<'_>) -> &'a mut NAMES {
        &mut view.0
    }
}

/// `#[mapi_interface]` on a module with code of its own.
#[mapidl::mapi_interface(idl = "../../../tmp/filled.idl")]
pub mod filled {
    pub fn interface(unknown: mapidl::IUnknown) -> IFilled {
        IFilled(unknown)
    }
}

/// `#[mapi_interface]` on a trait.
#[mapidl::mapi_interface(uuid = "5024a386-2d44-486a-81a8-8f0ecb6071dd")]
pub trait ITrait: IUnknown {}

fn interface(unknown: mapidl::IUnknown) -> ITrait {
    ITrait(unknown)
}

fn main() {}
