//! Memory of the caller's that a callee fills: bytes and interfaces, with short answers, failures and nulls.

use mapidl::com::{IEnumUnknown, IEnumUnknown_Impl, ISequentialStream, ISequentialStream_Impl};
use mapidl::{HRESULT, IUnknown, Interface, Result, Success, implement};
use std::cell::Cell;
use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

const S_FALSE: HRESULT = HRESULT(1);
const E_FAIL: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());
const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_ffff_u32.cast_signed());

/// Three bytes; after them it says that it has filled more than there was room for.
struct Bytes(AtomicUsize);

implement! { impl Bytes as Bytes_Impl: [ISequentialStream] }

impl ISequentialStream_Impl for Bytes_Impl {
    fn read(&self, buffer: &mut [u8]) -> Result<Success<usize>> {
        assert!(buffer.iter().all(|&byte| byte == 0), "fresh memory is zeroed");
        let left = b"abc".get(self.0.load(Ordering::Relaxed)..).unwrap_or_default();
        if left.is_empty() {
            return Ok(Success::with(buffer.len() + 1, HRESULT(0)));
        }
        let count = left.len().min(buffer.len());
        buffer[..count].copy_from_slice(&left[..count]);
        self.0.fetch_add(count, Ordering::Relaxed);
        Ok(Success::with(count, if count < buffer.len() { S_FALSE } else { HRESULT(0) }))
    }

    fn write(&self, bytes: &[u8]) -> Result<Success<u32>> {
        Ok(u32::try_from(bytes.len()).expect("few bytes").into())
    }
}

#[test]
fn bytes_are_read_into_a_slice() -> Result<()> {
    let stream: ISequentialStream = Bytes(AtomicUsize::new(0)).into();
    let mut buffer = [9; 2];
    assert_eq!(*stream.read(&mut buffer)?, 2);
    assert_eq!(buffer, *b"ab");
    let short = stream.read(&mut buffer)?;
    assert_eq!((*short, short.code(), buffer), (1, S_FALSE, *b"c\0"));
    assert_eq!(stream.read(&mut buffer).unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(*stream.write(b"four")?, 4);
    Ok(())
}

#[test]
fn a_caller_may_decline_the_count_but_not_the_buffer() {
    let stream: ISequentialStream = Bytes(AtomicUsize::new(0)).into();
    let mut buffer = [9u8; 3];
    // SAFETY: the buffer has room for what is asked for; a null is refused.
    unsafe {
        let read = stream.vtable().Read;
        assert_eq!(read(stream.as_raw(), buffer.as_mut_ptr().cast(), 3, ptr::null_mut()), HRESULT(0));
        assert_eq!(read(stream.as_raw(), ptr::null_mut(), 3, ptr::null_mut()), E_POINTER);
    }
    assert_eq!(buffer, *b"abc");
}

/// Gives an object as often as it was told to, and fails after that. It holds an interface, so it stays on its thread.
struct Objects(IUnknown, Cell<usize>);

implement! { apartment impl Objects as Objects_Impl: [IEnumUnknown] }

impl IEnumUnknown_Impl for Objects_Impl {
    fn next(&self, slots: &mut [Option<IUnknown>]) -> Result<Success<usize>> {
        slots.fill(Some(self.0.clone()));
        if self.1.get() == 0 {
            return Err(E_FAIL.into());
        }
        let count = slots.len().min(self.1.get());
        self.1.set(self.1.get() - count);
        Ok(Success::with(count, if count < slots.len() { S_FALSE } else { HRESULT(0) }))
    }
}

/// How many references an object has.
fn references(object: &IUnknown) -> u32 {
    let raw = object.clone().into_raw();
    // SAFETY: the reference was just given up.
    unsafe { (object.vtable().Release)(raw) }
}

#[test]
fn interfaces_are_given_with_references_and_none_is_lost() -> Result<()> {
    let object: IUnknown = ISequentialStream::from(Bytes(AtomicUsize::new(0))).into();
    let objects: IEnumUnknown = Objects(object.clone(), Cell::new(3)).into();
    assert_eq!(references(&object), 2);
    let mut slots = [Some(object.clone()), None];
    assert_eq!(*objects.next(&mut slots)?, 2);
    assert_eq!((references(&object), slots.iter().flatten().count()), (4, 2));
    let last = objects.next(&mut slots)?;
    assert_eq!((*last, last.code()), (1, S_FALSE));
    assert_eq!((references(&object), slots[1].is_none()), (3, true));
    // What the implementer has put into the slots before it failed goes nowhere; what the caller has stays.
    assert_eq!(objects.next(&mut slots).unwrap_err().code(), E_FAIL);
    assert_eq!(references(&object), 3);
    Ok(())
}

#[test]
fn places_are_null_after_a_failure() {
    let object: IUnknown = ISequentialStream::from(Bytes(AtomicUsize::new(0))).into();
    let objects: IEnumUnknown = Objects(object.clone(), Cell::new(0)).into();
    let mut places = [object.as_raw(), ptr::dangling_mut::<c_void>()];
    let mut count = 5;
    // SAFETY: two places, which are only written.
    let code = unsafe { (objects.vtable().Next)(objects.as_raw(), 2, places.as_mut_ptr(), &mut count) };
    assert_eq!((code, places, count), (E_FAIL, [ptr::null_mut(); 2], 0));
    assert_eq!(references(&object), 2);
}
