//! Memory of records: copies share nothing with their source, or fail and give back what they took; lists that a callee
//! edits are copies in MAPI's heap; nesting uses up no stack. The peers play C++, by the contracts of MAPI's pages.

use mapi::{
    ADRENTRY, ADRLIST, AdrEntry, IMAPIProp_Impl, IMessage, IMessage_Impl, IMessage_Vtbl, MAPI_RECIPIENT_FLAGS,
    NotRestriction, PropTag, PropValue, Restriction, RestrictionData, Row, SPropValue, SRestriction, SRowSet, Value,
};
use mapidl::depth::TOO_DEEP;
use mapidl::heap::{Heap, Scope};
use mapidl::record::NO_SUCH_MEMBER;
use mapidl::{Array, HRESULT, Interface, MapiBox, MapiVec, implement, u16cstr};
use std::ffi::c_void;

const PT_PTR: u32 = 0x103;
const PT_ACTIONS: u32 = 0xfe;
/// A type that nobody knows.
const PT_NEW: u32 = 0x77;

/// Does something that must leave no memory behind.
fn without_leaks(work: impl FnOnce()) {
    let blocks = Scope::new();
    let entered = blocks.enter();
    work();
    drop(entered);
    assert_eq!(blocks.live(), 0);
}

/// A value of the peer's with a pointer in it, whatever its type is.
fn pointing(prop_type: u32) -> SPropValue {
    // SAFETY: zero is a value of all fields.
    let mut value: SPropValue = unsafe { std::mem::zeroed() };
    value.ulPropTag = 0x6679_0000 | prop_type;
    value.Value.lpv = std::ptr::dangling_mut::<u64>().cast();
    value
}

/// What a peer's array shows.
fn shown(values: &[SPropValue]) -> Vec<PropValue<'_>> {
    // SAFETY: nothing follows pointers of types that are not described.
    unsafe { Array::<SPropValue>::from_raw(values.as_ptr(), values.len()) }.to_vec()
}

#[test]
fn what_nothing_describes_is_not_copied() {
    without_leaks(|| {
        for prop_type in [PT_PTR, PT_ACTIONS] {
            let copy = MapiVec::<SPropValue>::new(&shown(&[pointing(prop_type)]));
            assert_eq!(copy.map(drop).map_err(|error| error.code()), Err(NO_SUCH_MEMBER));
        }
    });
}

#[test]
fn a_type_that_is_not_known_carries_nothing() {
    without_leaks(|| {
        let values = [pointing(PT_NEW)];
        let copy = MapiVec::<SPropValue>::new(&shown(&values)).unwrap();
        // SAFETY: the copy is one record.
        let raw = unsafe { copy.as_ptr().read() };
        // SAFETY: all members are plain here.
        assert_eq!((raw.ulPropTag, unsafe { raw.Value.li.QuadPart }), (0x6679_0077, 0));
        assert!(matches!(copy.get(0).unwrap().value(), Value::Unknown(PT_NEW, _)));
        assert_eq!(copy.get(0), shown(&values).first().copied(), "what is not known is equal by its type");
    });
}

/// The rows before the one that fails are freed.
#[test]
fn a_copy_that_fails_gives_all_back() {
    without_leaks(|| {
        let good = [PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("subject")))];
        let values = [pointing(PT_PTR)];
        let bad = shown(&values);
        let rows = [Row::new(&good), Row::new(&good), Row::new(&bad)];
        let copy = MapiBox::<SRowSet>::new(&rows);
        assert_eq!(copy.map(drop).map_err(|error| error.code()), Err(NO_SUCH_MEMBER));
    });
}

/// A heap that has no memory for anything that is chained to a block.
unsafe extern "system" fn nothing_more(_: u32, _: *mut c_void, _: *mut *mut c_void) -> HRESULT {
    HRESULT(0x8007_000E_u32.cast_signed())
}

#[derive(Default)]
struct Message;
implement! { impl Message as Message_Impl: [IMessage] }
impl IMAPIProp_Impl for Message_Impl {}
impl IMessage_Impl for Message_Impl {}

fn references(object: &IMessage) -> u32 {
    std::mem::forget(object.clone());
    // SAFETY: the reference that was just taken.
    unsafe { (mapidl::call::slots(object).base__.base__.Release)(object.as_raw()) }
}

#[cfg(feature = "replication")]
#[test]
fn a_copy_that_fails_gives_its_references_back() {
    use mapidl::record::Pointee;
    without_leaks(|| {
        let message: IMessage = Message.into();
        let upload = mapi::MessageUpload::default().with_pmsg(Some(&message)).with_bin_chg(b"change");
        let (buffer, _, free) = Heap::IN_PROCESS.functions();
        // SAFETY: what gives nothing more belongs to any heap.
        let poor = unsafe { Heap::new(buffer, nothing_more, free) };
        assert!(<mapi::UPMSG as Pointee>::allocate(upload, poor).is_err());
        assert_eq!(references(&message), 1);
        let copy = MapiBox::<mapi::UPMSG>::new(upload).unwrap();
        assert_eq!(references(&message), 2);
        drop(copy);
        assert_eq!(references(&message), 1);
    });
}

// ---- empty arrays -----------------------------------------------------------------------------------------------------

#[test]
fn no_elements_are_a_null_pointer() {
    without_leaks(|| {
        // SAFETY: the views have the bytes of their records.
        let entry: ADRENTRY = unsafe { std::mem::transmute(AdrEntry::new(&[])) };
        assert!(entry.cValues == 0 && entry.rgPropVals.is_null());
        let list = MapiBox::<ADRLIST>::new(&[AdrEntry::new(&[])]).unwrap();
        // SAFETY: the list has one entry.
        assert!(unsafe { (*(&raw const (*list.as_ptr()).aEntries).cast::<ADRENTRY>()).rgPropVals.is_null() });
        for value in [Value::Binary(&[]), Value::MvLong((&[]).into()), Value::MvI2(Array::EMPTY)] {
            let copy = MapiVec::<SPropValue>::new(&[PropValue::new(PropTag(0x6679_0000), value)]).unwrap();
            // SAFETY: a count and a pointer, whatever the elements are.
            assert!(unsafe { (*copy.as_ptr()).Value.bin.lpb.is_null() }, "{value:?}");
        }
    });
}

// ---- lists that the callee edits --------------------------------------------------------------------------------------

/// The page of ModifyRecipients: the method may put a larger array in the place of an entry's, and frees the old one.
unsafe extern "system" fn modify_recipients(_: *mut c_void, _: u32, list: *mut ADRLIST) -> HRESULT {
    // SAFETY: a list with one entry, whose blocks are of MAPI's heap.
    unsafe {
        let entry = (&raw mut (*list).aEntries).cast::<ADRENTRY>();
        let (values, count) = ((*entry).rgPropVals, (*entry).cValues as usize);
        let heap = Heap::current();
        let larger = heap.allocate((count + 1) * size_of::<SPropValue>()).unwrap().cast::<SPropValue>();
        larger.as_ptr().copy_from_nonoverlapping(values, count);
        larger.as_ptr().add(count).write(std::mem::zeroed());
        // What the old block's values point to lives as long as that; so this peer keeps numbers only.
        heap.free(values.cast());
        (*entry).rgPropVals = larger.as_ptr();
        (*entry).cValues += 1;
    }
    HRESULT(0)
}

#[test]
fn the_callee_edits_a_copy() {
    without_leaks(|| {
        let message: IMessage = Message.into();
        // SAFETY: an object begins with the pointer to its vtable, of which this is another one.
        let mut vtable = unsafe { std::ptr::read(*message.as_raw().cast::<*const IMessage_Vtbl>()) };
        vtable.ModifyRecipients = modify_recipients;
        let mut place = &raw const vtable;
        // SAFETY: the peer's methods do not look at what follows the pointer.
        let peer = unsafe { IMessage::from_raw(std::ptr::from_mut(&mut place).cast()) };
        let values = [PropValue::new(PropTag::PR_ROWID, Value::Long(7))];
        let entries = [AdrEntry::new(&values)];
        peer.modify_recipients(MAPI_RECIPIENT_FLAGS::MODRECIP_ADD, &entries).unwrap();
        assert_eq!(entries[0].prop_vals().len(), 1);
        std::mem::forget(peer);
    });
}

// ---- nesting ----------------------------------------------------------------------------------------------------------

/// A restriction of a peer's that contains itself.
fn endless() -> Box<SRestriction> {
    // SAFETY: zero is a value of all fields.
    let mut restriction: Box<SRestriction> = Box::new(unsafe { std::mem::zeroed() });
    restriction.rt = 2; // RES_NOT
    restriction.res.resNot.lpRes = &raw mut *restriction;
    restriction
}

#[test]
fn data_of_any_depth_uses_up_no_stack() {
    without_leaks(|| {
        let peer = endless();
        let raw = Box::into_raw(peer);
        // SAFETY: it is valid for as long as it is looked at.
        let endless: Restriction<'_> = unsafe { mapidl::record::opt_view::<SRestriction>(raw) }.unwrap();
        let copy = MapiBox::<SRestriction>::new(endless);
        assert_eq!(copy.map(drop).map_err(|error| error.code()), Err(TOO_DEEP));
        let same = endless;
        assert!(endless != same, "what is nested too deep equals nothing");
        assert!(format!("{endless:?}").contains('…') && format!("{endless:#?}").contains('…'));
        // SAFETY: nobody looks any more.
        drop(unsafe { Box::from_raw(raw) });
    });
}

/// Nests a restriction in others, and looks at the outermost.
fn nested(levels: u32, inner: &Restriction<'_>, look: &dyn Fn(Restriction<'_>)) {
    match levels {
        0 => look(*inner),
        _ => nested(levels - 1, &Restriction::new(RestrictionData::Not(NotRestriction::new(Some(inner)))), look),
    }
}

#[test]
fn data_of_a_usual_depth_is_copied_and_compared() {
    nested(100, &Restriction::default(), &|deep| {
        let copy = MapiBox::<SRestriction>::new(deep).unwrap();
        assert!(copy.view() == deep && !format!("{deep:?}").contains('…'));
    });
}
