//! Duty: objects of Rust's that msxml3 calls: mocks and implementations of interfaces from Wine's IDL.

use crate::msxml2::*;
use mapidl::class::ClassContext;
use mapidl::{Bstr, HRESULT, Result, Success, implement};
use std::sync::{Arc, Mutex};

/// Writes down what a reader tells.
struct Journal(Arc<Mutex<Vec<String>>>);

implement! { impl Journal as Journal_Impl: [IVBSAXContentHandler] }

impl Journal {
    fn note(&self, line: String) -> Result<Success<()>> {
        self.0.lock().unwrap().push(line);
        Ok(Success::OK)
    }
}

impl mapidl::com::IDispatch_Impl for Journal_Impl {}

impl IVBSAXContentHandler_Impl for Journal_Impl {
    fn set_document_locator(&self, locator: Option<&IVBSAXLocator>) -> Result<()> {
        let locator = locator.expect("there is one");
        self.note(format!("line {}", locator.line_number()?)).map(|_| ())
    }
    fn start_document(&self) -> Result<Success<()>> {
        self.note("begin".to_owned())
    }
    fn end_document(&self) -> Result<Success<()>> {
        self.note("end".to_owned())
    }
    fn start_element(
        &self,
        _: &mut Bstr,
        name: &mut Bstr,
        _: &mut Bstr,
        attributes: Option<&IVBSAXAttributes>,
    ) -> Result<Success<()>> {
        let attributes = attributes.expect("there are some");
        let mut line = format!("<{}", name.to_string_lossy());
        for i in 0..attributes.length()? {
            let (name, value) = (attributes.get_local_name(i)?, attributes.get_value(i)?);
            line += &format!(" {}={}", name.to_string_lossy(), value.to_string_lossy());
        }
        self.note(line + ">")
    }
    fn end_element(&self, _: &mut Bstr, name: &mut Bstr, _: &mut Bstr) -> Result<Success<()>> {
        self.note(format!("</{}>", name.to_string_lossy()))
    }
    fn characters(&self, text: &mut Bstr) -> Result<Success<()>> {
        self.note(text.to_string_lossy())
    }
}

#[test]
fn a_reader_tells_an_implementation() -> Result<()> {
    let lines = Arc::default();
    mapidl::init_mta()?;
    let reader: IVBSAXXMLReader = SAXXMLReader30::create_as(ClassContext::INPROC_SERVER)?;
    reader.set_content_handler(&IVBSAXContentHandler::from(Journal(Arc::clone(&lines))))?;
    reader.parse(&"<a x=\"1\" y=\"&lt;\">b<c/></a>".into())?;
    let lines = lines.lock().unwrap();
    assert_eq!(lines[1..], ["begin", "<a x=1 y=<>", "b", "<c>", "</c>", "</a>", "end"]);
    assert!(lines[0].starts_with("line "));
    Ok(())
}

/// What a mock refuses stops the reader, with the mock's own code.
#[test]
fn a_reader_stops_when_a_mock_refuses() -> Result<()> {
    const REFUSED: HRESULT = HRESULT(0x8004_1234_u32.cast_signed());
    mapidl::init_mta()?;
    let reader: IVBSAXXMLReader = SAXXMLReader30::create_as(ClassContext::INPROC_SERVER)?;
    let handler = MockIVBSAXContentHandler::new();
    handler.expect_set_document_locator().returning(|_| Ok(()));
    handler.expect_start_document().once().returning(|| Ok(Success::OK));
    handler.expect_start_element().once().withf(|_, name, _, _| **name == "a").returning(|_, _, _, _| Ok(Success::OK));
    handler.expect_characters().once().withf(|text| **text == "stop").returning(|_| Err(REFUSED.into()));
    reader.set_content_handler(&handler.to_interface())?;
    assert_eq!(reader.parse(&"<a>stop<b/></a>".into()).unwrap_err().code(), REFUSED);
    drop(reader);
    handler.finish().unwrap();
    Ok(())
}
