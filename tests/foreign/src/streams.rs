//! Duty: streams and storages of ole32, and streams of Rust's that ole32 reads and writes.

use crate::ole::{CREATE_AND_CHANGE, memory_stream, open, temporary_storage};
use mapidl::com::{
    ISequentialStream_Impl, IStream, IStream_Impl, LARGE_INTEGER, MockIStream, STATFLAG, STATSTG, STGC, ULARGE_INTEGER,
};
use mapidl::{HRESULT, Interface, Result, Success, TaskString, implement, u16cstr};
use std::sync::{Arc, Mutex};

const SET: u32 = 0;
const END: u32 = 2;

/// Facts about a stream or storage that are yet to come.
fn unknown() -> STATSTG {
    // SAFETY: it is plain data, whose pointer may be null.
    unsafe { std::mem::zeroed() }
}

fn at(position: i64) -> LARGE_INTEGER {
    LARGE_INTEGER { QuadPart: position }
}

fn all() -> ULARGE_INTEGER {
    ULARGE_INTEGER { QuadPart: u64::MAX }
}

/// The bytes of a stream from its beginning.
pub(crate) fn content(stream: &IStream) -> Result<Vec<u8>> {
    let mut bytes = vec![0; 64];
    stream.seek(at(0), SET)?;
    let count = stream.read(&mut bytes)?.value;
    bytes.truncate(count);
    Ok(bytes)
}

/// Bytes in memory, of Rust's: what is written is seen by whoever holds the other end.
#[derive(Default)]
pub(crate) struct Bytes {
    pub(crate) written: Arc<Mutex<Vec<u8>>>,
    pub(crate) to_read: Mutex<Vec<u8>>,
}

implement! { impl Bytes as pub(crate) Bytes_Impl: [IStream] }

impl ISequentialStream_Impl for Bytes_Impl {
    fn read(&self, into: &mut [u8]) -> Result<Success<usize>> {
        let mut left = self.to_read.lock().unwrap();
        let count = left.len().min(into.len());
        into[..count].copy_from_slice(&left[..count]);
        left.drain(..count);
        Ok(Success::with(count, HRESULT(i32::from(count < into.len()))))
    }

    fn write(&self, bytes: &[u8]) -> Result<Success<u32>> {
        self.written.lock().unwrap().extend(bytes);
        Ok(Success::new(bytes.len() as u32))
    }
}

impl IStream_Impl for Bytes_Impl {}

#[test]
fn a_stream_in_memory_is_written_and_read() -> Result<()> {
    let stream = memory_stream()?;
    assert_eq!(stream.write(b"hello, world")?.value, 12);
    assert_eq!(stream.seek(at(-5), END)?.value.QuadPart, 7);
    let mut tail = [0; 5];
    assert_eq!((stream.read(&mut tail)?.value, &tail), (5, b"world"));
    stream.set_size(ULARGE_INTEGER { QuadPart: 5 })?;
    assert_eq!(content(&stream)?, b"hello");

    let twin = stream.clone_()?.value;
    twin.seek(at(0), SET)?;
    twin.write(b"J")?;
    assert_eq!(content(&stream)?, b"Jello", "both are one memory");
    let refused = stream.seek(at(-1), SET).unwrap_err().code();
    assert_eq!(refused, HRESULT(0x8003_0019_u32.cast_signed()), "STG_E_SEEKERROR");
    Ok(())
}

#[test]
fn a_stream_tells_what_it_is() -> Result<()> {
    let stream = memory_stream()?;
    stream.write(&[7; 300])?;
    let mut facts = unknown();
    // SAFETY: it is a record of ours; without a name there is nothing to free in it.
    unsafe { stream.stat(&mut facts, STATFLAG::STATFLAG_NONAME.0 as u32)? };
    assert_eq!((facts.r#type, facts.cbSize.QuadPart), (2, 300), "STGTY_STREAM");
    assert!(facts.pwcsName.is_null());
    Ok(())
}

/// ole32 reads its own stream and writes Rust's.
#[test]
fn a_stream_is_copied_to_one_of_rust() -> Result<()> {
    let stream = memory_stream()?;
    let text: Vec<u8> = (0..10_000).map(|i| i as u8).collect();
    stream.write(&text)?;
    stream.seek(at(0), SET)?;
    let bytes = Bytes::default();
    let written = bytes.written.clone();
    let (read, wrote) = stream.copy_to(&IStream::from(bytes), all())?.value;
    assert_eq!((read.QuadPart, wrote.QuadPart), (10_000, 10_000));
    assert!(*written.lock().unwrap() == text);
    Ok(())
}

/// A mock's failure reaches the caller of ole32.
#[test]
fn a_stream_that_is_full_stops_the_copy() -> Result<()> {
    const MEDIUM_FULL: HRESULT = HRESULT(0x8003_0070_u32.cast_signed());
    let stream = memory_stream()?;
    stream.write(b"too much")?;
    stream.seek(at(0), SET)?;
    let full = MockIStream::new();
    full.expect_write().once().withf(|bytes| *bytes == b"too much").returning(|_| Err(MEDIUM_FULL.into()));
    assert_eq!(stream.copy_to(&full.to_interface(), all()).unwrap_err().code(), MEDIUM_FULL);
    full.finish().unwrap();
    Ok(())
}

#[test]
fn a_storage_holds_streams_and_storages() -> Result<()> {
    let storage = temporary_storage()?;
    let stream = storage.create_stream(u16cstr!("notes"), CREATE_AND_CHANGE, 0, 0)?.value;
    stream.write(b"remember")?;
    drop(stream);
    let inner = storage.create_storage(u16cstr!("inner"), CREATE_AND_CHANGE, 0, 0)?.value;
    inner.create_stream(u16cstr!("deep"), CREATE_AND_CHANGE, 0, 0)?;
    drop(inner);
    storage.commit(STGC::STGC_DEFAULT)?;
    assert_eq!(names(&storage)?, ["inner (1)", "notes (2)"]);

    storage.rename_element(u16cstr!("notes"), u16cstr!("memory"))?;
    assert_eq!(content(&open(&storage, u16cstr!("memory"))?)?, b"remember");
    let lost = open(&storage, u16cstr!("notes")).unwrap_err().code();
    assert_eq!(lost, HRESULT(0x8003_0002_u32.cast_signed()), "STG_E_FILENOTFOUND");
    storage.destroy_element(u16cstr!("inner"))?;
    assert_eq!(names(&storage)?, ["memory (2)"]);
    Ok(())
}

/// The elements of a storage with their kinds, in order.
fn names(storage: &mapidl::com::IStorage) -> Result<Vec<String>> {
    // SAFETY: the reserved pointers are null.
    let elements = unsafe { storage.enum_elements(0, std::ptr::null_mut(), 0)? }.value;
    let mut names = Vec::new();
    loop {
        let mut element = unknown();
        // SAFETY: it has room for one element, whose name belongs to the caller.
        if unsafe { elements.next(1, &mut element)? }.value == 0 {
            names.sort();
            return Ok(names);
        }
        // SAFETY: the name was allocated by COM's allocator, and is taken over once.
        let name = unsafe { TaskString::from_raw(element.pwcsName) }.expect("elements have names");
        names.push(format!("{} ({})", name.to_string_lossy(), element.r#type));
    }
}

/// What is asked of an object that does not have it.
#[test]
fn an_object_tells_what_it_is_not() -> Result<()> {
    let stream = memory_stream()?;
    assert!(stream.cast::<mapidl::com::ISequentialStream>().is_ok());
    let refused = stream.cast::<mapidl::com::IStorage>().unwrap_err().code();
    assert_eq!(refused, HRESULT(0x8000_4002_u32.cast_signed()), "E_NOINTERFACE");
    Ok(())
}
