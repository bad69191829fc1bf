//! Nulls in the place of interfaces, in both directions: COM allows them where a definition does not forbid them.

#![allow(unreachable_pub, dead_code, missing_docs, reason = "the golden stands in a private module here")]

mod golden {
    include!("../../corpus/emit/nulls.rs");
}

use golden::{
    IElement, IElement_Impl, IHandler, IHandler_Impl, INode, INode_Impl, INode_Vtbl, MockIHandler, MockINode,
};
use mapi::{IMAPIFolder, IMAPIProp, IMsgStore, MockIMsgStore};
use mapidl::{Bstr, Error, GUID, HRESULT, IUnknown, Interface, OptionalExt, Result, Success, implement};
use std::ffi::c_void;
use std::ptr;

const S_OK: HRESULT = HRESULT(0);
const S_FALSE: HRESULT = HRESULT(1);
const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_NOTIMPL: HRESULT = HRESULT(0x8000_4001_u32.cast_signed());

/// One of a row of nodes; behind the last there is none.
struct Node(i32);

implement! { impl Node as Node_Impl: [IElement] }

impl mapidl::com::IDispatch_Impl for Node_Impl {}

impl INode_Impl for Node_Impl {
    fn next_sibling(&self) -> Result<INode> {
        if self.0 > 0 { Ok(IElement::from(Node(self.0 - 1)).into()) } else { Err(Error::null(S_OK)) }
    }

    fn find(&self, what: &Bstr) -> Result<Option<INode>> {
        Ok((*what == *"node").then(|| IElement::from(Node(0)).into()))
    }

    fn lookup(&self, _: &Bstr) -> Result<Success<INode>> {
        Err(Error::null(S_FALSE))
    }

    fn both(&self) -> Result<Success<(i32, INode)>> {
        Err(Error::null(S_FALSE))
    }

    fn r#as(&self, _: &GUID) -> Result<Success<IUnknown>> {
        Err(Error::null(S_FALSE))
    }

    fn perhaps(&self, _: &GUID) -> Result<Success<Option<IUnknown>>> {
        Ok(Success::with((self.0 > 0).then(|| IElement::from(Node(0)).into()), S_FALSE))
    }
}

impl IElement_Impl for Node_Impl {
    fn name(&self) -> Result<Bstr> {
        Err(Error::null(S_FALSE)) // no interface comes out here, so this is a failure
    }
}

fn node(rest: i32) -> INode {
    IElement::from(Node(rest)).into()
}

#[test]
fn a_row_ends_with_a_null() -> Result<()> {
    let (mut count, mut last) = (1, node(3));
    while let Some(next) = last.next_sibling().optional()? {
        (count, last) = (count + 1, next);
    }
    assert_eq!(count, 4);
    let error = last.next_sibling().unwrap_err();
    assert_eq!((error.code(), error.null_code()), (E_POINTER, Some(S_OK)));
    Ok(())
}

#[test]
fn a_null_keeps_its_success_code() -> Result<()> {
    let node = node(0);
    let found = node.lookup(&"x".into()).optional()?;
    assert_eq!((found.is_none(), found.code()), (true, S_FALSE));
    let both = node.both().optional()?;
    assert_eq!((both.is_none(), both.code()), (true, S_FALSE));
    let typed = node.r#as::<INode>().optional()?;
    assert_eq!((typed.is_none(), typed.code()), (true, S_FALSE));
    Ok(())
}

#[test]
fn a_definition_that_says_null_gives_an_option() -> Result<()> {
    assert!(node(0).find(&"node".into())?.is_some());
    assert!(node(0).find(&"no".into())?.is_none());
    assert!(node(1).perhaps::<IElement>()?.is_some());
    assert!(node(0).perhaps::<IElement>()?.is_none());
    Ok(())
}

#[test]
fn other_errors_stay_what_they_are() {
    let failed: Result<INode> = Err(E_NOTIMPL.into());
    assert_eq!(failed.optional().unwrap_err().code(), E_NOTIMPL);
    let failed: Result<Success<INode>> = Err(E_NOTIMPL.into());
    assert_eq!(failed.optional().unwrap_err().code(), E_NOTIMPL);
    let element: IElement = Node(0).into();
    assert_eq!(element.name().unwrap_err().code(), E_POINTER);
}

#[test]
fn a_caller_in_c_gets_null_and_the_code() {
    let node = node(0);
    let mut place = ptr::dangling_mut::<c_void>();
    // SAFETY: one place, which is only written.
    let code = unsafe { (node.vtable().get_NextSibling)(node.as_raw(), &mut place) };
    assert_eq!((code, place), (S_OK, ptr::null_mut()));
    let (mut kind, mut place) = (7, ptr::dangling_mut::<c_void>());
    // SAFETY: as above.
    let code = unsafe { (node.vtable().Both)(node.as_raw(), &mut kind, &mut place) };
    assert_eq!((code, kind, place), (S_FALSE, 0, ptr::null_mut()));
    // SAFETY: a null is refused.
    assert_eq!(unsafe { (node.vtable().get_NextSibling)(node.as_raw(), ptr::null_mut()) }, E_POINTER);
}

/// Succeeds, and writes nothing.
unsafe extern "system" fn idle(_: *mut c_void, _: *mut *mut c_void) -> HRESULT {
    S_FALSE
}

unsafe extern "system" fn only_kind(_: *mut c_void, kind: *mut i32, _: *mut *mut c_void) -> HRESULT {
    // SAFETY: a number.
    unsafe { kind.write(9) };
    S_OK
}

#[test]
fn a_callee_may_leave_the_place_as_it_is() {
    let slots = INode_Vtbl { get_NextSibling: idle, Both: only_kind, ..INode_Vtbl::new::<Node_Impl, 0>() };
    let object = ptr::from_ref(&slots);
    let raw = ptr::from_ref(&object).cast_mut().cast::<c_void>();
    // SAFETY: a pointer to a pointer to a vtable, whose references nobody counts.
    let node = unsafe { INode::from_raw_borrowed(&raw) }.expect("not null");
    assert_eq!(node.next_sibling().unwrap_err().null_code(), Some(S_FALSE));
    assert_eq!(node.both().unwrap_err().null_code(), Some(S_OK));
}

/// Tells what it was given.
struct Handler;

implement! { impl Handler as Handler_Impl: [IHandler] }

impl IHandler_Impl for Handler_Impl {
    fn invoke(&self, _: HRESULT, result: Option<&INode>, _: &Bstr) -> Result<Success> {
        Ok(Success::warning(HRESULT(i32::from(result.is_some()))))
    }

    fn said(&self, node: Option<&INode>, _: &INode) -> Result<Success> {
        Ok(Success::warning(HRESULT(i32::from(node.is_some()))))
    }

    fn two(&self, node: Option<&INode>, context: Option<&IUnknown>) -> Result<Success> {
        Ok(Success::warning(HRESULT(i32::from(node.is_some()) * 2 + i32::from(context.is_some()))))
    }

    fn by_identifier(&self, iid: &GUID, object: Option<&IUnknown>) -> Result<Success> {
        assert!(*iid == INode::IID || *iid == IUnknown::IID);
        Ok(Success::warning(HRESULT(i32::from(object.is_some()))))
    }

    fn no_code(&self, node: Option<&INode>) -> u32 {
        u32::from(node.is_some())
    }
}

#[test]
fn an_interface_goes_in_by_reference_or_not_at_all() -> Result<()> {
    let handler: IHandler = Handler.into();
    let (node, element, text) = (node(0), IElement::from(Node(0)), Bstr::from("text"));
    let invoke = |code: Result<Success>| code.map(|code| code.code());
    assert_eq!(invoke(handler.invoke(S_OK, &node, &text))?, HRESULT(1));
    assert_eq!(invoke(handler.invoke(S_OK, None, &text))?, S_OK);
    assert_eq!(invoke(handler.invoke(S_OK, Some(&node), &text))?, HRESULT(1));
    assert_eq!(invoke(handler.invoke(S_OK, &element, &text))?, HRESULT(1), "as its base");
    let perhaps = Some(node.clone());
    assert_eq!(invoke(handler.invoke(S_OK, &perhaps, &text))?, HRESULT(1));
    assert_eq!(invoke(handler.invoke(S_OK, perhaps.as_ref(), &text))?, HRESULT(1));
    assert_eq!(invoke(handler.two(&element, &handler))?, HRESULT(3));
    assert_eq!(invoke(handler.two(None, &element))?, HRESULT(1));
    assert_eq!(invoke(handler.two(&node, None))?, HRESULT(2));
    assert_eq!(invoke(handler.said(None, &element))?, S_OK);
    assert_eq!(invoke(handler.said(Some(&node), &node))?, HRESULT(1));
    assert_eq!(invoke(handler.by_identifier(Some(&node)))?, HRESULT(1));
    assert_eq!(invoke(handler.by_identifier(None::<&IUnknown>))?, S_OK, "its identifier must not be null");
    assert_eq!((handler.no_code(&node), handler.no_code(None)), (1, 0));
    Ok(())
}

#[test]
fn a_caller_in_c_passes_null() {
    let handler: IHandler = Handler.into();
    // SAFETY: nulls are what the definition allows, or are refused.
    unsafe {
        let (this, slots) = (handler.as_raw(), handler.vtable());
        assert_eq!((slots.Invoke)(this, S_OK, ptr::null_mut(), ptr::null_mut()), S_OK);
        assert_eq!((slots.Said)(this, ptr::null_mut(), ptr::null_mut()), E_POINTER);
        assert_eq!((slots.Two)(this, ptr::null_mut(), ptr::null_mut()), S_OK);
        assert_eq!((slots.ByIdentifier)(this, &IUnknown::IID, ptr::null_mut()), S_OK);
        assert_eq!((slots.ByIdentifier)(this, ptr::null(), ptr::null_mut()), E_POINTER);
        assert_eq!((slots.NoCode)(this, ptr::null_mut()), 0);
    }
}

#[test]
fn mocks_answer_nulls_and_are_given_them() -> Result<()> {
    let (mock, handler) = (MockINode::new(), MockIHandler::new());
    mock.expect_next_sibling().once().returning(|| Err(Error::null(S_OK)));
    handler.expect_invoke().once().withf(|_, node, _| node.is_none()).returning(|_, _, _| Ok(Success::OK));
    let node = mock.to_interface();
    assert!(node.next_sibling().optional()?.is_none());
    let _ = handler.to_interface().invoke(S_OK, None, &Bstr::default())?;
    Ok(())
}

/// MAPI's contracts forbid nulls: a provider that answers one has failed.
#[test]
fn a_file_may_say_that_interfaces_are_not_null() {
    let mock = MockIMsgStore::new();
    mock.expect_open_entry().returning(|_, _, _| Err(Error::null(S_OK)));
    let store: IMsgStore = mock.to_interface();
    let error = store.open_entry::<IMAPIFolder>(None, mapi::MAPI_FLAGS::NONE).unwrap_err();
    assert_eq!((error.code(), error.null_code()), (E_POINTER, None));
    let prop: &IMAPIProp = &store;
    assert!(!prop.as_raw().is_null());
}
