//! How much memory a pointer stands for: caller's buffers and arrays of arrays, against peers that keep to the ABI and to
//! nothing else: they pass null, leave strings without an end, and answer what nobody asked for.

#![allow(unreachable_pub, dead_code, missing_docs, reason = "the golden stands in a private module here")]

mod golden {
    include!("../../corpus/emit/extents.rs");
}

use golden::{
    Grid, GridView, IArrays, IArrays_Impl, INoCode, INoCode_Impl, INoCode_Vtbl, IStrings, IStrings_Impl, IStrings_Vtbl,
};
use mapidl::heap::Scope;
use mapidl::text::TextBuffer;
use mapidl::{Bstr, GUID, HRESULT, IUnknown, Interface, MapiBox, MapiString, Result, Success, TaskString, TaskVec};
use mapidl::{Variant, implement, u16cstr};
use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::ptr;

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_ffff_u32.cast_signed());
const S_OK: HRESULT = HRESULT(0);

/// Fills what it is given, and looks whether there is anything else in it.
struct Strings;

implement! { impl Strings as Strings_Impl: [IStrings] }

impl IStrings_Impl for Strings_Impl {
    fn wide(&self, n: &mut [u16]) -> Result<Success> {
        assert_eq!(n, [0; 6], "fresh memory is zeroed");
        n.set_text(u16cstr!("hello"))?;
        Ok(Success::OK)
    }

    fn narrow(&self, n: &mut [u8]) -> Result<Success> {
        n.set_text(c"hi")?;
        Ok(Success::OK)
    }

    fn renamed(&self, n: &mut [u16], id: &mut [u8]) -> Result<Success> {
        assert_eq!((n.len(), id.len()), (64, 5));
        n.set_text(u16cstr!("name"))?;
        id.fill(b'x'); // an array of characters, not a string
        Ok(Success::OK)
    }

    fn sized(&self, n: &mut [u16]) -> Result<Success> {
        n.fill(u16::from(b'x')); // without an end
        Ok(Success::OK)
    }

    fn changed(&self, n: &mut [u16]) -> Result<Success> {
        assert_eq!(n.text()?, u16cstr!("abc"));
        assert_eq!(n[3..], [0; 3], "what follows the end is zeroed");
        n.set_text(u16cstr!("defg"))?;
        Ok(Success::OK)
    }

    fn changed_bytes(&self, bytes: Option<&mut [u8]>) -> Result<Success> {
        bytes.into_iter().flatten().for_each(|byte| *byte += 1);
        Ok(Success::OK)
    }
}

#[test]
fn strings_fill_buffers_of_the_callers() -> Result<()> {
    let strings: IStrings = Strings.into();
    let (mut wide, mut narrow) = ([9; 6], [9; 6]);
    let _ = strings.wide(&mut wide)?;
    assert_eq!(wide.text()?, u16cstr!("hello"));
    let _ = strings.narrow(&mut narrow)?;
    assert_eq!(narrow.text()?, c"hi");
    let (mut name, mut id) = ([0; 64], [0; 5]);
    let _ = strings.renamed(&mut name, &mut id)?;
    assert_eq!((name.text()?, id), (u16cstr!("name"), *b"xxxxx"));
    assert_eq!(id.text().unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(strings.sized(&mut wide).unwrap_err().code(), E_UNEXPECTED, "a caller would read on");
    assert_eq!(wide.text()?, u16cstr!(""));
    Ok(())
}

#[test]
fn a_buffer_of_another_size_is_refused() {
    let strings: IStrings = Strings.into();
    for len in [0, 1, 5, 7] {
        assert_eq!(strings.wide(&mut vec![0; len]).unwrap_err().code(), E_INVALIDARG);
        assert_eq!(strings.changed(&mut vec![0; len]).unwrap_err().code(), E_INVALIDARG);
    }
}

#[test]
fn a_string_goes_in_with_its_end() -> Result<()> {
    let strings: IStrings = Strings.into();
    let mut text = [u16::from(b'a'); 6];
    assert_eq!(strings.changed(&mut text).unwrap_err().code(), E_INVALIDARG, "a callee would read on");
    text.set_text(u16cstr!("abc"))?;
    let _ = strings.changed(&mut text)?;
    assert_eq!(text.text()?, u16cstr!("defg"));
    let mut bytes = [1, 2];
    let _ = strings.changed_bytes(Some(&mut bytes))?;
    let _ = strings.changed_bytes(None)?;
    assert_eq!(bytes, [2, 3]);
    Ok(())
}

/// C's buffers are not written behind the end of what is in them.
#[test]
fn a_caller_in_c_has_buffers_that_it_never_wrote() {
    let strings: IStrings = Strings.into();
    let mut buffer = [MaybeUninit::<u16>::uninit(); 6];
    // SAFETY: the buffers have room for what the definition says; nulls and misaligned pointers are refused.
    unsafe {
        let (this, slots) = (strings.as_raw(), strings.vtable());
        let start = buffer.as_mut_ptr().cast::<u16>();
        assert_eq!((slots.Wide)(this, start), S_OK);
        assert_eq!(std::slice::from_raw_parts(start, 6).text().unwrap(), u16cstr!("hello"));
        buffer = [MaybeUninit::uninit(); 6];
        for (place, unit) in buffer.iter_mut().zip(u16cstr!("abc").as_slice_with_nul()) {
            place.write(*unit);
        }
        let start = buffer.as_mut_ptr().cast::<u16>();
        assert_eq!((slots.Changed)(this, start), S_OK);
        assert_eq!(std::slice::from_raw_parts(start, 6).text().unwrap(), u16cstr!("defg"));
        assert_eq!((slots.Wide)(this, ptr::null_mut()), E_POINTER);
        assert_eq!((slots.Changed)(this, ptr::null_mut()), E_POINTER);
        assert_eq!((slots.ChangedBytes)(this, 5, ptr::null_mut()), S_OK);
        let odd = start.cast::<u8>().add(1).cast::<u16>();
        assert_eq!((slots.Wide)(this, odd), E_POINTER);
    }
}

/// An object of somebody else's: a pointer to a vtable whose slots a test writes.
struct Foreign<V>(V);

impl<V> Foreign<V> {
    /// Calls through the interface, which the foreign object counts no references of.
    fn with<I: Interface<Vtable = V>>(&self, test: impl FnOnce(&I)) {
        let object = ptr::from_ref(&self.0);
        let raw = ptr::from_ref(&object).cast_mut().cast::<c_void>();
        // SAFETY: a pointer to a pointer to its vtable; it lives longer than the borrow.
        test(unsafe { I::from_raw_borrowed(&raw) }.expect("not null"));
    }
}

/// Leaves six characters without an end.
unsafe extern "system" fn endless(_: *mut c_void, text: *mut u16) -> HRESULT {
    // SAFETY: room for six.
    unsafe { ptr::copy_nonoverlapping([u16::from(b'x'); 6].as_ptr(), text, 6) };
    S_OK
}

#[test]
fn a_callee_may_leave_a_string_without_its_end() {
    let slots = IStrings_Vtbl { Wide: endless, Changed: endless, ..IStrings_Vtbl::new::<Strings_Impl, 0>() };
    Foreign(slots).with(|strings: &IStrings| {
        let mut text = [0; 6];
        let _ = strings.wide(&mut text).unwrap();
        assert_eq!(text.text().unwrap_err().code(), E_UNEXPECTED);
        text.set_text(u16cstr!("abc")).unwrap();
        let _ = strings.changed(&mut text).unwrap();
        assert_eq!(text, [u16::from(b'x'); 6]);
    });
}

struct Arrays;

implement! { impl Arrays as Arrays_Impl: [IArrays] }

impl IArrays_Impl for Arrays_Impl {
    fn r#in(&self, z: &[[i32; 3]], m: &[[f32; 4]], b: &[[[u8; 4]; 3]]) -> Result<Success> {
        assert_eq!(z, [[1, 2, 3], [4, 5, 6]]);
        assert_eq!((m.len(), m[3][3], b.len(), b[1][2][3]), (4, 16.0, 2, 24));
        Ok(Success::OK)
    }

    fn out(&self, z: &mut [[i32; 3]], m: &mut [[f32; 4]]) -> Result<Success> {
        (z[1][2], m[3][3]) = (6, 16.0);
        Ok(Success::OK)
    }

    fn in_out(&self, z: &mut [[i32; 3]], v: &mut [f32]) -> Result<Success> {
        z.as_flattened_mut().reverse();
        v.reverse();
        Ok(Success::OK)
    }

    fn counted(&self, v: &[[f32; 4]], w: &mut [[f32; 4]]) -> Result<Success> {
        w.copy_from_slice(v);
        Ok(Success::OK)
    }

    fn one(&self, p: &[f32; 4], r: &mut [f32]) -> Result<Success<[f32; 4]>> {
        r.copy_from_slice(p);
        Ok((*p).into())
    }

    fn inside(&self, grid: GridView<'_>) -> Result<Success> {
        assert_eq!((grid.cells()[1][2], grid.rows().get(1)), (6, Some([5.0, 6.0, 7.0, 8.0])));
        Ok(Success::OK)
    }
}

#[test]
fn arrays_of_arrays_are_slices_of_arrays() -> Result<()> {
    let arrays: IArrays = Arrays.into();
    let (mut z, mut m) = ([[1, 2, 3], [4, 5, 6]], [[0.0; 4]; 4]);
    let mut b = [[[0; 4]; 3]; 2];
    (m[3][3], b[1][2][3]) = (16.0, 24);
    let _ = arrays.r#in(&z, &m, &b)?;
    assert_eq!(arrays.r#in(&z[..1], &m, &b).unwrap_err().code(), E_INVALIDARG);
    z = [[0; 3]; 2];
    let _ = arrays.out(&mut z, &mut m)?;
    assert_eq!((z, m[3][3]), ([[0, 0, 0], [0, 0, 6]], 16.0));
    let mut v = [1.0, 2.0, 3.0, 4.0];
    let _ = arrays.in_out(&mut z, &mut v)?;
    assert_eq!((z, v), ([[6, 0, 0], [0, 0, 0]], [4.0, 3.0, 2.0, 1.0]));
    let (rows, mut copies) = ([v, [0.5; 4]], [[0.0; 4]; 2]);
    let _ = arrays.counted(&rows, &mut copies)?;
    assert_eq!(copies, rows);
    let mut copy = [0.0; 4];
    assert_eq!((*arrays.one(&v, &mut copy)?, copy), (v, v));
    let rows = [[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]];
    let grid = GridView::default().with_cells([[1, 2, 3], [4, 5, 6]]).with_rows(&rows);
    let _ = arrays.inside(grid)?;
    Ok(())
}

#[test]
fn arrays_of_arrays_that_are_null_are_refused() {
    let arrays: IArrays = Arrays.into();
    // SAFETY: nulls are refused.
    unsafe {
        let (this, slots) = (arrays.as_raw(), arrays.vtable());
        assert_eq!((slots.In)(this, ptr::null_mut(), ptr::null_mut(), ptr::null_mut()), E_POINTER);
        assert_eq!((slots.InOut)(this, ptr::null_mut(), ptr::null_mut()), E_POINTER);
        assert_eq!((slots.Counted)(this, 1, ptr::null(), ptr::null_mut()), E_POINTER);
    }
}

/// Answers everything, or nothing.
struct NoCode(bool);

implement! { impl NoCode as NoCode_Impl: [INoCode] }

impl INoCode_Impl for NoCode_Impl {
    fn record(&self) -> Option<MapiBox<Grid>> {
        self.0.then(|| MapiBox::new(GridView::default().with_rows(&[[1.0; 4]])).expect("memory"))
    }

    fn text(&self) -> (u32, Option<MapiString>) {
        (7, self.0.then(|| MapiString::new(u16cstr!("text")).expect("memory")))
    }

    fn task_text(&self) -> Option<TaskString> {
        self.0.then(|| TaskString::new(u16cstr!("task")).expect("memory"))
    }

    fn object(&self, _: &GUID) -> Option<IUnknown> {
        self.0.then(|| IStrings::from(Strings).into())
    }

    fn unknown(&self) -> (u32, Option<IUnknown>) {
        (8, self.0.then(|| IStrings::from(Strings).into()))
    }

    fn numbers(&self) -> TaskVec<u32> {
        if self.0 { TaskVec::new(&[1, 2, 3]).expect("memory") } else { TaskVec::default() }
    }

    fn own(&self) -> (Bstr, Variant) {
        ("own".into(), Variant::from(5))
    }
}

#[test]
fn what_comes_out_without_a_code_may_be_missing() {
    let blocks = Scope::new();
    let entered = blocks.enter();
    let all: INoCode = NoCode(true).into();
    assert_eq!(all.record().expect("there is one").view().rows().len(), 1);
    let (seven, text) = all.text();
    assert_eq!((seven, text.expect("there is one").to_string().as_str()), (7, "text"));
    assert_eq!(all.task_text().expect("there is one").to_string_lossy(), "task");
    assert!(all.object::<IStrings>().is_some());
    assert!(all.object::<IArrays>().is_none(), "the object has no such interface");
    assert!(all.unknown().1.is_some());
    assert_eq!(all.numbers().as_array().to_vec(), [1, 2, 3]);
    assert_eq!(all.own().0, Bstr::from("own"));
    let none: INoCode = NoCode(false).into();
    assert!(none.record().is_none() && none.text().1.is_none() && none.task_text().is_none());
    assert!(none.object::<IStrings>().is_none() && none.unknown().1.is_none() && none.numbers().is_empty());
    drop((all, none));
    drop(entered);
    assert_eq!(blocks.live(), 0, "blocks that were not freed");
}

/// Says that there are five numbers, and gives none.
unsafe extern "system" fn five(_: *mut c_void, count: *mut u32, _: *mut *mut u32) {
    // SAFETY: a count.
    unsafe { count.write(5) };
}

unsafe extern "system" fn nothing(_: *mut c_void, _: *const GUID, _: *mut *mut c_void) {}

#[test]
fn a_callee_that_writes_nothing_gives_nothing() {
    let slots = INoCode_Vtbl::new::<NoCode_Impl, 0>();
    Foreign(INoCode_Vtbl { Numbers: five, Object: nothing, ..slots }).with(|object: &INoCode| {
        assert!(object.numbers().is_empty());
        assert!(object.object::<IStrings>().is_none());
    });
}

#[test]
fn places_that_a_caller_lacks_are_left_alone() {
    let all: INoCode = NoCode(true).into();
    let blocks = Scope::new();
    let entered = blocks.enter();
    // SAFETY: nulls are refused, and nothing is written.
    unsafe {
        let (this, slots) = (all.as_raw(), all.vtable());
        (slots.Record)(this, ptr::null_mut());
        assert_eq!((slots.Text)(this, ptr::null_mut()), 0);
        (slots.Object)(this, ptr::null(), ptr::null_mut());
    }
    drop(entered);
    assert_eq!(blocks.live(), 0, "blocks that were not freed");
}
