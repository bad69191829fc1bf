//! What COM's own allocator holds: strings and arrays that neighbours of MAPI hand out, with every block counted.

use mapi::{HBODY, IMimeMessage, IMimeWebDocument, MockIMimeMessage, MockIMimeWebDocument};
use mapidl::{HRESULT, Interface, Result, TaskText, TaskVec};
use std::ptr;

const E_FAIL: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());
const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());

#[test]
fn a_string_is_freed_by_who_gets_it() -> Result<()> {
    let mock = MockIMimeWebDocument::new();
    mock.expect_get_url().once().returning(|| TaskText::new(c"cid:1"));
    mock.expect_get_url().once().returning(|| Err(E_FAIL.into()));
    let document: IMimeWebDocument = mock.to_interface();
    assert_eq!(&*document.get_url()?, c"cid:1");
    assert_eq!(document.get_url().unwrap_err().code(), E_FAIL);
    // SAFETY: the stub looks at the pointer before it writes.
    assert_eq!(unsafe { (document.vtable().GetURL)(document.as_raw(), ptr::null_mut()) }, E_INVALIDARG);
    drop(document);
    // A block that was not freed would be reported here.
    assert_eq!(mock.finish(), Ok(()));
    Ok(())
}

#[test]
fn an_array_is_freed_by_who_gets_it() -> Result<()> {
    let mock = MockIMimeMessage::new();
    let bodies = [HBODY(1 as _), HBODY(2 as _)];
    mock.expect_get_attachments().returning(move || TaskVec::new(&bodies));
    let message: IMimeMessage = mock.to_interface();
    let attachments = message.get_attachments()?;
    assert_eq!(attachments.as_array().to_vec(), bodies);
    drop((attachments, message));
    assert_eq!(mock.finish(), Ok(()));
    Ok(())
}

#[test]
#[cfg(not(windows))]
fn blocks_are_counted() -> Result<()> {
    use mapidl::{TaskString, heap::Scope, u16cstr};

    let blocks = Scope::new();
    let entered = blocks.enter();
    let (wide, none) = (TaskString::new(u16cstr!("\u{e4}"))?, TaskVec::<u32>::new(&[])?);
    drop(entered);
    assert_eq!((blocks.live(), wide.to_string_lossy().as_str(), none.is_empty()), (2, "\u{e4}", true));
    drop((wide, none));
    assert_eq!(blocks.live(), 0);
    Ok(())
}
