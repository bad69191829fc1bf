//! What each door makes can be implemented, found by `cast()`, called and mocked.

use mapidl::{Error, HRESULT, Interface, OptionalExt, Result, Success, U16CStr, code, u16cstr};

/// `include_idl!`: a file, with what it imports.
mod included {
    mapidl::include_idl!("tests/idl/canvas.idl", define = ["LIMIT=7"]);
}

/// `#[mapi_interface]` on a module, which keeps its own items.
#[mapidl::mapi_interface(idl = "canvas.idl", include = ["tests/idl"])]
pub(crate) mod filled {
    /// A size that is made here, of what the file declares.
    pub(crate) const UNIT: Extent = Extent { cx: 1, cy: 1 };
}

/// `#[mapi_interface]` on traits.
mod traits {
    use super::included::*;

    /// Measures.
    #[mapidl::mapi_interface(uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c01", success(S_OK), unimplemented(0x80040102))]
    pub trait IRuler: IUnknown {
        /// Measures a text.
        fn Measure(
            &self,
            /// The text.
            #[idl(in, string)]
            pwszText: *const u16,
            /// Its length.
            #[idl(out)]
            pulLength: *mut u32,
        ) -> HRESULT;

        /// Adds numbers.
        fn Sum(
            &self,
            #[idl(in, size_is(cValues))] rgValues: *const i64,
            cValues: u32,
            #[idl(out)] pSum: *mut i64,
        ) -> HRESULT;

        /// Gives back a canvas: no IDL declares it here, it is in scope.
        fn Same(&self, #[idl(in)] pCanvas: *mut ICanvas, #[idl(out)] ppCanvas: *mut *mut ICanvas) -> HRESULT;
    }

    /// A canvas with a number; the base comes from a file, its Rust type from the scope.
    #[mapidl::mapi_interface(
        uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c02",
        import = ["tests/idl/canvas.idl"],
        unimplemented(E_ACCESSDENIED)
    )]
    pub trait INumbered: ICanvas {
        /// The number; there can be none.
        #[idl(success(S_FALSE))]
        fn Number(&self, #[idl(out)] pulNumber: *mut u32) -> HRESULT;

        /// Compares; the answer is no HRESULT.
        fn Order(&self, ulOther: u32) -> i32;
    }
}

/// Two files beside each other, traits that name what other doors made, and an import that is private to the module.
mod together {
    mapidl::include_idl!("tests/idl/canvas.idl");
    mapidl::include_idl!("tests/idl/pencil.idl");

    #[mapidl::mapi_interface(uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c03")]
    pub trait IOwner: IUnknown {
        fn Pencil(&self, #[idl(out)] ppPencil: *mut *mut IPencil) -> HRESULT;
        fn Hidden(&self, #[idl(in)] pHidden: *mut IHidden) -> HRESULT;
    }

    #[mapidl::mapi_interface(uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c04")]
    pub trait IHeir: IUnknown {
        fn Owner(&self, #[idl(in)] pOwner: *mut IOwner) -> HRESULT;
    }

    use private::IHidden;

    mod private {
        #[mapidl::mapi_interface(uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c05")]
        pub trait IHidden: IUnknown {}
    }
}

use included::{DRAW, Extent, ICanvas, ICanvas_Impl, MockICanvas};
use traits::{INumbered, INumbered_Impl, IRuler, IRuler_Impl, MockINumbered, MockIRuler};

const E_ACCESSDENIED: HRESULT = code(0x8007_0005);
const MAPI_E_NO_SUPPORT: HRESULT = code(0x8004_0102);
const S_FALSE: HRESULT = HRESULT(1);

/// An object with an interface of each door.
struct Easel;

mapidl::implement! { impl Easel as Easel_Impl: [INumbered, IRuler] }

impl ICanvas_Impl for Easel_Impl {
    fn draw(&self, text: &U16CStr, flags: DRAW) -> Result<Extent> {
        let cy = if flags.contains(DRAW::DRAW_DASHED) { 2 } else { 1 };
        Ok(Extent { cx: text.len() as i32, cy })
    }
}

impl INumbered_Impl for Easel_Impl {
    fn number(&self) -> Result<Success<u32>> {
        Ok(Success::with(0, S_FALSE))
    }

    fn order(&self, other: u32) -> i32 {
        -(other as i32)
    }
}

impl IRuler_Impl for Easel_Impl {
    fn measure(&self, text: &U16CStr) -> Result<u32> {
        Ok(text.len() as u32)
    }

    fn same(&self, canvas: Option<&ICanvas>) -> Result<ICanvas> {
        canvas.cloned().ok_or_else(|| Error::null(HRESULT(0)))
    }
}

#[test]
fn an_object_has_the_interfaces_of_all_doors() {
    let numbered: INumbered = Easel.into();
    let extent = numbered.draw(u16cstr!("four"), DRAW::DRAW_DASHED).unwrap();
    assert_eq!(extent, Extent { cx: 4, cy: 2 });
    assert_eq!(numbered.number().unwrap(), Success::with(0, S_FALSE));
    assert_eq!(numbered.order(5), -5);

    let ruler: IRuler = numbered.cast().unwrap();
    assert_eq!(ruler.measure(u16cstr!("abc")).unwrap(), 3);
    let canvas: ICanvas = ruler.cast().unwrap();
    assert_eq!(ruler.same(&canvas).unwrap(), canvas);
    assert!(ruler.same(None).optional().unwrap().is_none());
    assert!(canvas.cast::<filled::ICanvas>().is_ok(), "the same identifier through another door");
}

#[test]
fn methods_that_are_left_out_answer_what_their_interface_says() {
    let numbered: INumbered = Easel.into();
    assert_eq!(numbered.clear().unwrap_err().code(), E_ACCESSDENIED);
    let ruler: IRuler = numbered.cast().unwrap();
    assert_eq!(ruler.sum(&[1, 2]).unwrap_err().code(), MAPI_E_NO_SUPPORT);
}

#[test]
fn interfaces_of_all_doors_can_be_mocked() {
    let ruler = MockIRuler::new();
    ruler.expect_sum().withf(|values| values == &[1, 2]).returning(|values| Ok(values.iter().sum()));
    assert_eq!(ruler.to_interface().sum(&[1, 2]).unwrap(), 3);

    let canvas = MockICanvas::new();
    canvas.expect_clear().times(1).returning(|| Ok(()));
    canvas.to_interface().clear().unwrap();

    let numbered = MockINumbered::new();
    numbered.expect_clear().returning(|| Ok(()));
    numbered.expect_order().returning(|other| other as i32 + 1);
    let interface = numbered.to_interface();
    interface.clear().unwrap();
    assert_eq!(interface.order(1), 2);

    let filled = filled::MockICanvas::new();
    filled.expect_draw().returning(|_, _| Ok(filled::UNIT));
    assert_eq!(filled.to_interface().draw(u16cstr!(""), filled::DRAW::NONE).unwrap(), filled::UNIT);
}

#[test]
fn doors_stand_beside_each_other() {
    use together::{IHeir, IOwner, MockIHeir, MockIOwner};

    let (heir, owner) = (MockIHeir::new(), MockIOwner::new());
    owner.expect_pencil().returning(|| Err(E_ACCESSDENIED.into()));
    heir.expect_owner().returning(|owner| owner.expect("an owner").pencil().map(|_| ().into()));
    let (heir, owner): (IHeir, IOwner) = (heir.to_interface(), owner.to_interface());
    assert_eq!(heir.owner(&owner).unwrap_err().code(), E_ACCESSDENIED);
}

#[test]
fn a_trait_can_stand_in_a_function() {
    #[mapidl::mapi_interface(uuid = "0f3a4c8e-2b7d-4a6a-8a53-3d3a5f1d9c06", success(S_OK))]
    pub trait ILocal: IUnknown {
        fn Draw(&self, #[idl(in)] pCanvas: *mut ICanvas) -> HRESULT;
    }

    let (local, canvas) = (MockILocal::new(), MockICanvas::new());
    canvas.expect_clear().returning(|| Ok(()));
    local.expect_draw().returning(|canvas| canvas.expect("a canvas").clear());
    local.to_interface().draw(&canvas.to_interface()).unwrap();
}

#[test]
fn definitions_reach_the_file() {
    assert_eq!((included::CANVAS_LIMIT, filled::CANVAS_LIMIT), (7, 1));
}
