//! Duty: documents of msxml3, by their vtables and by name, and loaded from streams of Rust's.

use crate::msxml2::*;
use crate::ole::memory_stream;
use crate::streams::{Bytes, content};
use mapidl::class::ClassContext;
use mapidl::com::{IDispatch, IStream};
use mapidl::{HRESULT, IUnknown, Interface, OptionalExt, Result, Variant};
use std::sync::Mutex;

const LIBRARY: &str = "<books><book year=\"1961\">Solaris</book><book>Ubik</book></books>";

/// An empty document that loads while its caller waits.
fn empty() -> Result<IXMLDOMDocument> {
    mapidl::init_mta()?;
    let document: IXMLDOMDocument = DOMDocument30::create_as(ClassContext::INPROC_SERVER)?;
    document.set_async(false)?;
    Ok(document)
}

fn library() -> Result<IXMLDOMDocument> {
    let document = empty()?;
    assert!(document.load_xml(&LIBRARY.into())?);
    Ok(document)
}

fn text(value: &Variant) -> String {
    String::try_from(value).expect("text")
}

#[test]
fn a_document_is_read() -> Result<()> {
    let root = library()?.document_element()?;
    assert_eq!(root.tag_name()?, "books");
    assert_eq!(root.node_type()?, DOMNodeType::NODE_ELEMENT);
    let books = root.select_nodes(&"book".into())?;
    assert_eq!(books.length()?, 2);
    let first: IXMLDOMElement = books.item(0)?.cast()?;
    assert_eq!(first.text()?, "Solaris");
    assert_eq!(text(&first.get_attribute(&"year".into())?), "1961");
    let second = first.next_sibling()?;
    assert_eq!(second.text()?, "Ubik");
    assert!(second.next_sibling().optional()?.is_none(), "S_FALSE and a null");
    assert_eq!(second.next_sibling().unwrap_err().null_code(), Some(HRESULT(1)));
    assert!(second.first_child()?.first_child().optional()?.is_none(), "text has no children");
    assert_eq!(first.parent_node()?.node_name()?, "books");
    Ok(())
}

#[test]
fn a_document_is_changed() -> Result<()> {
    let document = library()?;
    let root = document.document_element()?;
    let book = document.create_element(&"book".into())?;
    book.set_text(&"N\u{f6}te & \u{1f600}".into())?;
    book.set_attribute(&"year".into(), &Variant::from(1972))?;
    root.append_child(&book)?;
    root.remove_child(&root.first_child()?)?;
    let expected = "<books><book>Ubik</book><book year=\"1972\">N\u{f6}te &amp; \u{1f600}</book></books>";
    let xml = root.xml()?.to_string_lossy();
    // Wine indents what was changed.
    assert_eq!(xml.replace(['\r', '\n', '\t'], ""), expected);
    Ok(())
}

#[test]
fn a_mistake_is_told_with_its_place() -> Result<()> {
    let document = empty()?;
    assert!(!document.load_xml(&"<books>\n  <book></books>".into())?);
    let error = document.parse_error()?;
    assert!(error.error_code()? < 0);
    assert!(error.reason()?.byte_len() > 0);
    assert!(document.document_element().is_err(), "there is none");
    Ok(())
}

/// The same object, as a script sees it.
#[test]
fn members_are_called_by_name() -> Result<()> {
    let document: IDispatch = empty()?.cast()?;
    let loaded = document.call("loadXML", &[LIBRARY.into()]).expect("it has this method");
    assert_eq!(bool::try_from(&loaded), Ok(true));
    document.put("preserveWhiteSpace", true).expect("it has this property");
    let keeps = document.get("preserveWhiteSpace").expect("as above");
    assert_eq!(bool::try_from(&keeps), Ok(true));
    assert_eq!(text(&document.get("text").expect("as above")), "SolarisUbik");
    assert!(document.get("color").is_err());
    Ok(())
}

/// msxml3 reads Rust's stream, and writes one of Rust's and one of ole32's.
#[test]
fn documents_are_loaded_from_streams_and_saved_to_them() -> Result<()> {
    let source = Bytes { to_read: Mutex::new(LIBRARY.into()), ..Bytes::default() };
    let source: IStream = source.into();
    let document = empty()?;
    assert!(document.load(&Variant::from(source.cast::<IUnknown>()?))?);
    assert_eq!(document.text()?, "SolarisUbik");

    let target = Bytes::default();
    let written = target.written.clone();
    let target: IStream = target.into();
    document.save(&Variant::from(target.cast::<IUnknown>()?))?;
    assert!(String::from_utf8_lossy(&written.lock().unwrap()).contains("<book year=\"1961\">Solaris</book>"));

    let (small, memory) = (empty()?, memory_stream()?);
    small.load_xml(&"<a/>".into())?;
    small.save(&Variant::from(memory.cast::<IUnknown>()?))?;
    assert!(String::from_utf8_lossy(&content(&memory)?).contains("<a/>"));
    Ok(())
}
