//! Bundled declarations that the runtime crate does not have: a file that names some gets them written beside its own,
//! with all that they name, and nothing else.
//!
//! It reads files.
#![cfg(not(miri))]

#[allow(missing_docs, dead_code, non_camel_case_types, non_snake_case, clippy::all)]
mod gallery {
    mapidl::include_idl!("tests/in_process/carried/gallery.idl");
}

use gallery::{IGallery, IOleWindow, MockIGallery, MockIOleWindow};
use mapidl::com::HWND;
use mapidl::{HRESULT, Result};
use mapidl_codegen::driver::{Options, compile};
use mapidl_codegen::output::Layout;
use mapidl_tests::root;
use std::ptr;

const E_FAIL: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());

#[test]
fn a_carried_interface_can_be_called_and_mocked() -> Result<()> {
    let (window, gallery) = (MockIOleWindow::new(), MockIGallery::new());
    let handle = HWND(ptr::without_provenance_mut(7));
    let number = handle.0.addr();
    window.expect_get_window().once().returning(move || Ok(HWND(ptr::without_provenance_mut(number)).into()));
    gallery.expect_frame().once().returning(|| Err(E_FAIL.into()));
    let (window, gallery): (IOleWindow, IGallery) = (window.to_interface(), gallery.to_interface());
    assert_eq!(window.get_window()?.value, handle);
    assert_eq!(gallery.frame().unwrap_err().code(), E_FAIL);
    Ok(())
}

#[test]
fn what_is_not_named_is_not_written() {
    let file = root().join("tests/tests/in_process/carried/gallery.idl").to_string_lossy().into_owned();
    let outputs = compile(&[file], &Options::default()).rust(&Layout::Tree);
    let text: String = outputs.iter().map(|(_, text)| text).collect();
    for written in
        ["unsafe IOleObject_Vtbl(", "unsafe IConnectionPoint_Vtbl(", "pub struct MSG", "SHITEMID", "PRINTFLAG: u32"]
    {
        assert!(text.contains(written), "{written} is missing");
    }
    for elsewhere in ["IFont", "IPropertyPage", "ITypeLib", "SHELLDETAILS", "unsafe IStream_Vtbl(", "pub struct HWND"] {
        assert!(!text.contains(elsewhere), "{elsewhere} is named by nothing, or stands in the runtime crate");
    }
}
