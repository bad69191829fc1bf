//! Counts that say no length, from callers, callees and records: nothing is read by them, and no block is lost. Lengths
//! that a count cannot say are refused on the way out.

mod peer;

use mapidl::heap::{Heap, Scope};
use mapidl::record::{Record as _, view_at};
use mapidl::{HRESULT, IUnknown, Interface, ListMut, MapiBox, MapiVec, Result, Success, TaskVec, implement, u16cstr};
use std::ptr;

mapidl::include_idl!("tests/it/counts/counts.idl");

const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());
const S_OK: HRESULT = HRESULT(0);

/// Reads what it is given to the end, and answers as many numbers as it is told to.
struct Reader(usize);

implement! { impl Reader as Reader_Impl: [ICounts] }

impl ICounts_Impl for Reader_Impl {
    fn narrow(&self, p: &[i32]) -> Result<Success<()>> {
        assert_eq!(p.iter().sum::<i32>(), 3);
        Ok(Success::OK)
    }

    fn huge(&self, p: Option<&[i64]>) -> Result<Success<()>> {
        assert!(p.is_none_or(|p| p.iter().sum::<i64>() == 3));
        Ok(Success::OK)
    }

    fn product(&self, p: &[i64]) -> Result<Success<()>> {
        assert_eq!(p.iter().sum::<i64>(), 3);
        Ok(Success::OK)
    }

    fn lists(&self, list: Option<&[i32]>, tail: Option<Tail64View<'_>>) -> Result<Success<()>> {
        assert!(list.is_none_or(|list| list == [1, 2]));
        assert!(tail.is_none_or(|tail| tail.items.iter().eq([1, 2])));
        Ok(Success::OK)
    }

    fn records(&self, shorts: ShortsView<'_>, outer: OuterView<'_>) -> Result<Success<()>> {
        assert_eq!((shorts.p().len(), outer.in_place().len(), outer.nested().p().len()), (1, 1, 1));
        Ok(Success::OK)
    }

    fn change(&self, owners: Option<ListMut<'_, OWNERS>>) -> Result<Success<()>> {
        let mut owners = owners.expect("a list");
        owners.replace(0, MapiVec::new(&[BytesView::new(b"new")])?)?;
        Ok(Success::OK)
    }

    fn out(&self) -> Result<Success<(MapiVec<i32>, IUnknown)>> {
        Ok((MapiVec::new(&vec![7; self.0])?, ICounts::from(Reader(0)).into()).into())
    }

    fn task(&self) -> Result<Success<TaskVec<u8>>> {
        Ok(TaskVec::new(&vec![7; self.0])?.into())
    }

    fn fill(&self, p: &mut [i32]) -> Result<Success<usize>> {
        p.fill(7);
        Ok(self.0.into())
    }

    fn silent(&self, p: &[u8]) -> u32 {
        u32::try_from(p.len()).expect("few")
    }

    fn silent_out(&self) -> (u32, MapiVec<i32>) {
        (9, MapiVec::new(&vec![7; self.0]).expect("memory"))
    }
}

/// Runs a test that must leave no block behind.
#[track_caller]
fn without_leaks(test: impl FnOnce()) {
    let blocks = Scope::new();
    let entered = blocks.enter();
    test();
    drop(entered);
    assert_eq!(blocks.live(), 0, "blocks that were not freed");
}

#[test]
fn a_caller_with_a_count_that_is_no_length_is_refused() {
    let reader: ICounts = Reader(0).into();
    let (this, slots) = (reader.as_raw(), reader.vtable());
    let (small, large) = ([1i32, 2], [1i64, 2]);
    // SAFETY: the slots get what a hostile caller may send: honest pointers with counts that lie.
    unsafe {
        assert_eq!((slots.Narrow)(this, 2, small.as_ptr()), S_OK);
        for n in [-1, -2, i16::MIN] {
            assert_eq!((slots.Narrow)(this, n, small.as_ptr()), E_POINTER);
        }
        assert_eq!((slots.Huge)(this, 2, large.as_ptr()), S_OK);
        assert_eq!((slots.Huge)(this, 0, ptr::null()), S_OK);
        for n in [-1, i64::MIN, i64::MAX, i64::MAX / 8 + 1, isize::MAX as i64 / 8 + 1] {
            assert_eq!((slots.Huge)(this, n, large.as_ptr()), E_POINTER, "{n}");
        }
        assert_eq!((slots.Product)(this, 2, large.as_ptr()), S_OK);
        if cfg!(target_pointer_width = "32") {
            for n in [u32::MAX, 0x1000_0000, 0x8000_0000] {
                assert_eq!((slots.Product)(this, n, large.as_ptr()), E_POINTER, "{n}");
            }
        }
        for n in [-1, i8::MIN] {
            assert_eq!((slots.Silent)(this, n, b"abc".as_ptr()), 0);
        }
    }
}

/// As [`TAIL64`], with two items.
#[repr(C)]
struct Tail {
    flags: u32,
    more: u32,
    n: i64,
    items: [i64; 2],
}

#[test]
fn a_list_with_a_count_that_is_no_length_is_refused() {
    let reader: ICounts = Reader(0).into();
    let list = [2i32, 1, 2];
    let (mut list, mut tail) = (list, Tail { flags: 5, more: 0, n: 2, items: [1, 2] });
    let pass = |list: *const [i32; 3], tail: *const Tail| {
        // SAFETY: room for the records and what they count.
        unsafe { (reader.vtable().Lists)(reader.as_raw(), list.cast(), tail.cast()) }
    };
    assert_eq!(pass(&list, &tail), S_OK);
    for n in [-1i8, i8::MIN] {
        list[0] = i32::from_ne_bytes([n.cast_unsigned(), 0, 0, 0]);
        assert_eq!(pass(&list, ptr::null()), E_POINTER);
    }
    for n in [-1, i64::MIN, i64::MAX] {
        tail.n = n;
        assert_eq!(pass(ptr::null(), &tail), E_POINTER);
    }
}

#[test]
fn a_record_with_a_count_that_is_no_length_is_refused_and_shows_nothing() {
    let reader: ICounts = Reader(0).into();
    let (mut number, mut byte) = (7i32, 7u8);
    // SAFETY: honest pointers.
    let pass = |shorts, outer| unsafe { (reader.vtable().Records)(reader.as_raw(), shorts, outer) };
    let good = SHORTS { n: 1, p: &mut number };
    let in_place = BYTES { n: 1, p: &mut byte };
    assert_eq!(pass(&good, &OUTER { in_place, nested: good }), S_OK);
    for n in [-1, i16::MIN] {
        let shorts = SHORTS { n, p: &mut number };
        assert_eq!(pass(&shorts, &OUTER { in_place, nested: good }), E_POINTER);
        assert_eq!(pass(&good, &OUTER { in_place, nested: shorts }), E_POINTER);
        let in_place = BYTES { n: i32::MIN, ..in_place };
        assert_eq!(pass(&good, &OUTER { in_place, nested: good }), E_POINTER);
        // SAFETY: an honest pointer.
        let view = unsafe { view_at(&raw const shorts) };
        assert!(view.p().is_empty());
        let copy = MapiBox::<SHORTS>::new(view);
        assert_eq!(copy.expect_err("what cannot be read cannot be copied").code(), E_INVALIDARG);
        // SAFETY: there is nothing to release.
        unsafe { shorts.release(Heap::IN_PROCESS) };
    }
    let mut large = 7i64;
    for n in [-1, i64::MAX, i64::MIN] {
        let record = HUGE_ONES { n, p: &mut large };
        // SAFETY: an honest pointer.
        let view = unsafe { view_at(&raw const record) };
        assert_eq!((view.p().len(), view.p().get(0)), (0, None));
    }
}

#[test]
fn what_is_replaced_is_freed_though_nobody_knows_how_much_it_was() {
    let reader: ICounts = Reader(0).into();
    without_leaks(|| {
        let mut owners = MapiBox::<OWNERS>::new(&[OwnerView::new(&[BytesView::new(b"old")])]).unwrap();
        // SAFETY: the count is the first field of the first element.
        unsafe { (&raw mut (*owners.as_mut_ptr()).items[0].n).write(-1) };
        let _ = reader.change(Some(&mut owners)).unwrap();
        let view = owners.view().get(0).unwrap();
        assert!(view.own().iter().map(|bytes| bytes.p()).eq([b"new"]));
    });
}

#[test]
fn slices_that_a_count_cannot_say_are_refused() {
    let (small, bytes) = (vec![7i32; 40_000], vec![7u8; 300]);
    assert_eq!(ShortsView::new(&small).unwrap_err().code(), E_INVALIDARG);
    assert_eq!(ShortsView::default().with_p(&small[..32_768]).unwrap_err().code(), E_INVALIDARG);
    assert_eq!(ShortsView::new(&small[..32_767]).unwrap().p().len(), 32_767);
    let reader: ICounts = Reader(0).into();
    assert_eq!(reader.narrow(&small).unwrap_err().code(), E_INVALIDARG);
    assert_eq!(reader.lists(Some(&small), None).unwrap_err().code(), E_INVALIDARG);
    assert_eq!(MapiBox::<LIST8>::new(&small[..128]).unwrap_err().code(), E_INVALIDARG);
    // What cannot fail passes as many as it can say.
    assert_eq!((reader.silent(&bytes[..100]), reader.silent(&bytes)), (100, 127));
}

#[test]
#[cfg_attr(miri, ignore = "copies 40,000 numbers one by one")]
fn answers_that_a_count_cannot_say_are_refused_and_freed() {
    without_leaks(|| {
        let (few, many): (ICounts, ICounts) = (Reader(100).into(), Reader(40_000).into());
        assert_eq!((few.out().unwrap().0.len(), few.task().unwrap().as_array().len()), (100, 100));
        assert_eq!(many.out().unwrap_err().code(), E_INVALIDARG);
        assert_eq!(many.task().unwrap_err().code(), E_INVALIDARG);
        assert_eq!(few.silent_out().1.len(), 100);
        let (code, nothing) = many.silent_out();
        assert_eq!((code, nothing.len()), (0, 0));
    });
}

#[test]
fn more_than_a_buffer_holds_is_not_filled() {
    let (few, many): (ICounts, ICounts) = (Reader(3).into(), Reader(5).into());
    let mut room = [0; 4];
    assert_eq!(*few.fill(&mut room).unwrap(), 3);
    assert_eq!(many.fill(&mut room).unwrap_err().code(), E_UNEXPECTED);
    assert_eq!(few.fill(&mut [0; 40_000]).unwrap_err().code(), E_INVALIDARG, "too much room");
}

#[test]
fn callees_that_count_wrongly_give_nothing_and_lose_nothing() {
    without_leaks(|| {
        for count in [-1, i16::MIN] {
            let liar = peer::counts(count);
            assert_eq!(liar.out().unwrap_err().code(), E_UNEXPECTED);
            // On Windows such a block is ole32's to free, and the peer's is not its.
            #[cfg(not(windows))]
            assert_eq!(liar.task().unwrap_err().code(), E_UNEXPECTED);
            assert_eq!(liar.fill(&mut [0; 4]).unwrap_err().code(), E_UNEXPECTED);
            let (code, nothing) = liar.silent_out();
            assert_eq!((code, nothing.len()), (9, 0));
        }
        let liar = peer::counts(5);
        assert_eq!(liar.fill(&mut [0; 4]).unwrap_err().code(), E_UNEXPECTED, "more than there is");
        let honest = peer::counts(2);
        assert_eq!(honest.out().unwrap().0.iter().collect::<Vec<_>>(), [1, 2]);
        assert_eq!(*honest.fill(&mut [0; 4]).unwrap(), 2);
    });
}

#[test]
fn strings_that_one_flag_decides_are_set_together() {
    let mut narrow = *b"narrow\0";
    let both = narrow.as_mut_ptr().cast();
    let record = TEXTS { flags: 3, a: both, b: both };
    // SAFETY: strings of eight bits, as the flag says.
    let view = unsafe { view_at(&raw const record) };
    // There is no `with_a`: it would make a wide string of `b`.
    let view = view.with_flags(WIDE | 4);
    assert_eq!(view.flags(), 4);
    let text = |text: Option<mapidl::text::Text<'_>>| format!("{text:?}");
    assert!(text(view.a()).contains("narrow") && text(view.b()).contains("narrow"));
    let both = TextsView::new(1, Some(u16cstr!("one")), Some(u16cstr!("two")));
    assert!(text(both.a()).contains("one") && text(both.b()).contains("two"));
    assert_eq!(both.flags(), WIDE | 1);
    assert!(text(both.with_flags(0).a()).contains("one"));
}

#[test]
fn a_discriminant_is_what_it_was_set_to() {
    let bytes = BytesView::new(b"abc");
    let narrow = NarrowKindView::new(NarrowKindViewData::_0(&bytes));
    assert_eq!(narrow.u(), NarrowKindViewData::_0(&bytes));
    // 256 would be cut to 0, and its number be followed as a pointer: there is no such variant.
    assert_eq!(NarrowKindView::new(NarrowKindViewData::_7(1)).u(), NarrowKindViewData::_7(1));
    let masked = MaskedKindView::new(0x1234_0007, MaskedKindViewData::_0(&bytes));
    assert_eq!((masked.kind(), masked.u()), (0x1234_0000, MaskedKindViewData::_0(&bytes)));
    let masked = masked.with_kind(0xffff_ffff);
    assert_eq!((masked.kind(), masked.u()), (0xffff_ff00, MaskedKindViewData::_0(&bytes)));
}
