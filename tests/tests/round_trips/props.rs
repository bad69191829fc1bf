//! Properties of every type, and what is made of properties alone.

use super::arena::Arena;
use super::model::{Model, Prop, Recipient, Recipients, Row, Rows, Val};
use super::raw;
use super::wire::Wire;
use mapi::{ADRENTRY, ADRLIST, AdrEntry, Binary, PropTag, PropValue, SPropValue, SRow, SRowSet, Value};
use mapidl::com::{CY, FILETIME, LARGE_INTEGER};
use mapidl::text::{NarrowView, WideView};
use mapidl::{Array, GUID, HRESULT};
use std::marker::PhantomData;

fn time(ticks: u64) -> FILETIME {
    FILETIME { dwLowDateTime: ticks as u32, dwHighDateTime: (ticks >> 32) as u32 }
}

fn ticks(time: FILETIME) -> u64 {
    u64::from(time.dwHighDateTime) << 32 | u64::from(time.dwLowDateTime)
}

impl Val {
    /// The type half of its tag, as MAPI numbers types.
    fn kind(&self) -> u16 {
        match self {
            Self::Null(_) => 1,
            Self::I2(_) => 2,
            Self::Long(_) => 3,
            Self::R4(_) => 4,
            Self::Double(_) => 5,
            Self::Currency(_) => 6,
            Self::Apptime(_) => 7,
            Self::Error(_) => 0xa,
            Self::Boolean(_) => 0xb,
            Self::Object(_) => 0xd,
            Self::I8(_) => 0x14,
            Self::String8(_) => 0x1e,
            Self::Unicode(_) => 0x1f,
            Self::Systime(_) => 0x40,
            Self::Clsid(_) => 0x48,
            Self::Binary(_) => 0x102,
            Self::MvI2(_) => 0x1002,
            Self::MvLong(_) => 0x1003,
            Self::MvR4(_) => 0x1004,
            Self::MvDouble(_) => 0x1005,
            Self::MvCurrency(_) => 0x1006,
            Self::MvApptime(_) => 0x1007,
            Self::MvI8(_) => 0x1014,
            Self::MvString8(_) => 0x101e,
            Self::MvUnicode(_) => 0x101f,
            Self::MvSystime(_) => 0x1040,
            Self::MvClsid(_) => 0x1048,
            Self::MvBinary(_) => 0x1102,
            Self::Unknown(kind) => *kind,
        }
    }

    fn view<'a>(&'a self, arena: &'a Arena) -> Value<'a> {
        match self {
            Self::I2(v) => Value::I2(*v),
            Self::Long(v) => Value::Long(*v),
            Self::R4(v) => Value::R4(f32::from_bits(*v)),
            Self::Double(v) => Value::Double(f64::from_bits(*v)),
            Self::Boolean(v) => Value::Boolean(*v),
            Self::Currency(v) => Value::Currency(CY { int64: *v }),
            Self::Apptime(v) => Value::Apptime(f64::from_bits(*v)),
            Self::Systime(v) => Value::Systime(time(*v)),
            Self::String8(v) => Value::String8(v),
            Self::Binary(v) => Value::Binary(v),
            Self::Unicode(v) => Value::Unicode(v),
            Self::Clsid(v) => Value::Clsid(arena.one(GUID::from_u128(*v))),
            Self::I8(v) => Value::I8(LARGE_INTEGER { QuadPart: *v }),
            Self::Error(v) => Value::Error(HRESULT(*v)),
            Self::Null(v) => Value::Null(*v),
            Self::Object(v) => Value::Object(*v),
            Self::Unknown(kind) => Value::Unknown(u32::from(*kind), PhantomData),
            many => many.view_of_many(arena),
        }
    }

    fn view_of_many<'a>(&'a self, arena: &'a Arena) -> Value<'a> {
        match self {
            Self::MvI2(v) => Value::MvI2(v.as_slice().into()),
            Self::MvLong(v) => Value::MvLong(v.as_slice().into()),
            Self::MvR4(v) => Value::MvR4(arena.array(v.iter().map(|v| f32::from_bits(*v))).into()),
            Self::MvDouble(v) => Value::MvDouble(arena.array(v.iter().map(|v| f64::from_bits(*v))).into()),
            Self::MvCurrency(v) => Value::MvCurrency(arena.array(v.iter().map(|v| CY { int64: *v })).into()),
            Self::MvApptime(v) => Value::MvApptime(arena.array(v.iter().map(|v| f64::from_bits(*v))).into()),
            Self::MvSystime(v) => Value::MvSystime(arena.array(v.iter().map(|v| time(*v))).into()),
            Self::MvBinary(v) => Value::MvBinary(arena.array(v.iter().map(|v| Binary::new(v))).into()),
            Self::MvString8(v) => Value::MvString8(arena.array(v.iter().map(|v| NarrowView::from(&**v))).into()),
            Self::MvUnicode(v) => Value::MvUnicode(arena.array(v.iter().map(|v| WideView::from(&**v))).into()),
            Self::MvClsid(v) => Value::MvClsid(arena.array(v.iter().map(|v| GUID::from_u128(*v))).into()),
            Self::MvI8(v) => Value::MvI8(arena.array(v.iter().map(|v| LARGE_INTEGER { QuadPart: *v })).into()),
            single => unreachable!("{single:?} is not many"),
        }
    }

    fn of_view(value: Value<'_>) -> Self {
        match value {
            Value::I2(v) => Self::I2(v),
            Value::Long(v) => Self::Long(v),
            Value::R4(v) => Self::R4(v.to_bits()),
            Value::Double(v) => Self::Double(v.to_bits()),
            Value::Boolean(v) => Self::Boolean(v),
            Value::Currency(v) => Self::Currency(v.int64),
            Value::Apptime(v) => Self::Apptime(v.to_bits()),
            Value::Systime(v) => Self::Systime(ticks(v)),
            Value::String8(v) => Self::String8(v.to_owned()),
            Value::Binary(v) => Self::Binary(v.to_owned()),
            Value::Unicode(v) => Self::Unicode(v.to_owned()),
            Value::Clsid(v) => Self::Clsid(v.to_u128()),
            Value::I8(v) => Self::I8(v.QuadPart),
            Value::Error(v) => Self::Error(v.0),
            Value::Null(v) => Self::Null(v),
            Value::Object(v) => Self::Object(v),
            Value::Unknown(kind, _) => Self::Unknown(kind as u16),
            many => Self::of_view_of_many(many),
        }
    }

    fn of_view_of_many(value: Value<'_>) -> Self {
        match value {
            Value::MvI2(v) => Self::MvI2(v.to_vec()),
            Value::MvLong(v) => Self::MvLong(v.to_vec()),
            Value::MvR4(v) => Self::MvR4(v.iter().map(f32::to_bits).collect()),
            Value::MvDouble(v) => Self::MvDouble(v.iter().map(f64::to_bits).collect()),
            Value::MvCurrency(v) => Self::MvCurrency(v.iter().map(|v| v.int64).collect()),
            Value::MvApptime(v) => Self::MvApptime(v.iter().map(f64::to_bits).collect()),
            Value::MvSystime(v) => Self::MvSystime(v.iter().map(ticks).collect()),
            Value::MvBinary(v) => Self::MvBinary(v.iter().map(|v| v.lpb().to_owned()).collect()),
            Value::MvString8(v) => Self::MvString8(v.iter().map(|v| v.get().expect("a string").to_owned()).collect()),
            Value::MvUnicode(v) => Self::MvUnicode(v.iter().map(|v| v.get().expect("a string").to_owned()).collect()),
            Value::MvClsid(v) => Self::MvClsid(v.iter().map(|v| v.to_u128()).collect()),
            Value::MvI8(v) => Self::MvI8(v.iter().map(|v| v.QuadPart).collect()),
            other => unreachable!("{other:?} is not many"),
        }
    }

    /// # Safety
    /// The member that the tag selects is valid.
    unsafe fn of_raw(prop: &SPropValue) -> Self {
        let value = &prop.Value;
        // SAFETY: the tag says which member is meant.
        unsafe {
            match prop.ulPropTag & 0xffff {
                0x1 => Self::Null(value.x),
                0x2 => Self::I2(value.i),
                0x3 => Self::Long(value.l),
                0x4 => Self::R4(value.flt.to_bits()),
                0x5 => Self::Double(value.dbl.to_bits()),
                0x6 => Self::Currency(value.cur.int64),
                0x7 => Self::Apptime(value.at.to_bits()),
                0xa => Self::Error(value.err.0),
                0xb => Self::Boolean(value.b),
                0xd => Self::Object(value.x),
                0x14 => Self::I8(value.li.QuadPart),
                0x1e => Self::String8(raw::narrow(value.lpszA).expect("a string")),
                0x1f => Self::Unicode(raw::wide(value.lpszW).expect("a string")),
                0x40 => Self::Systime(ticks(value.ft)),
                0x48 => Self::Clsid(raw::guid(value.lpguid).expect("an identifier")),
                0x102 => Self::Binary(raw::values(value.bin.lpb, value.bin.cb)),
                kind if kind & 0x1000 != 0 => Self::of_raw_many(prop),
                kind => Self::Unknown(kind as u16),
            }
        }
    }

    /// # Safety
    /// As for [`of_raw`](Self::of_raw).
    unsafe fn of_raw_many(prop: &SPropValue) -> Self {
        let v = &prop.Value;
        // SAFETY: the tag says which member is meant.
        unsafe {
            match prop.ulPropTag & 0xffff {
                0x1002 => Self::MvI2(raw::values(v.MVi.lpi, v.MVi.cValues)),
                0x1003 => Self::MvLong(raw::values(v.MVl.lpl, v.MVl.cValues)),
                0x1004 => Self::MvR4(raw::values(v.MVflt.lpflt.cast(), v.MVflt.cValues)),
                0x1005 => Self::MvDouble(raw::values(v.MVdbl.lpdbl.cast(), v.MVdbl.cValues)),
                0x1006 => Self::MvCurrency(raw::values(v.MVcur.lpcur.cast(), v.MVcur.cValues)),
                0x1007 => Self::MvApptime(raw::values(v.MVat.lpat.cast(), v.MVat.cValues)),
                0x1014 => Self::MvI8(raw::values(v.MVli.lpli.cast(), v.MVli.cValues)),
                0x101e => Self::MvString8(raw::each(v.MVszA.lppszA, v.MVszA.cValues, |at| {
                    raw::narrow(at.read_unaligned()).expect("a string")
                })),
                0x101f => Self::MvUnicode(raw::each(v.MVszW.lppszW, v.MVszW.cValues, |at| {
                    raw::wide(at.read_unaligned()).expect("a string")
                })),
                0x1040 => Self::MvSystime(raw::each(v.MVft.lpft, v.MVft.cValues, |at| ticks(at.read_unaligned()))),
                0x1048 => Self::MvClsid(raw::each(v.MVguid.lpguid, v.MVguid.cValues, |at| {
                    raw::guid(at).expect("an identifier")
                })),
                0x1102 => Self::MvBinary(raw::each(v.MVbin.lpbin, v.MVbin.cValues, |at| {
                    let binary = at.read_unaligned();
                    raw::values(binary.lpb, binary.cb)
                })),
                kind => Self::Unknown(kind as u16),
            }
        }
    }

    fn write(&self, to: &mut Wire) {
        match self {
            Self::I2(v) => to.number(u32::from(v.cast_unsigned())),
            Self::Boolean(v) => to.number(u32::from(*v)),
            Self::R4(v) => to.number(*v),
            Self::Long(v) | Self::Error(v) | Self::Null(v) | Self::Object(v) => to.number(v.cast_unsigned()),
            Self::Double(v) | Self::Apptime(v) | Self::Systime(v) => to.long(*v),
            Self::Currency(v) | Self::I8(v) => to.long(v.cast_unsigned()),
            Self::String8(v) => to.narrow(v),
            Self::Unicode(v) => to.wide(v),
            Self::Binary(v) => to.bytes(v),
            Self::Clsid(v) => to.guid(v),
            Self::MvI2(v) => to.all(v, |to, v| to.0.extend(v.to_le_bytes())),
            Self::MvLong(v) => to.all(v, |to, v| to.number(v.cast_unsigned())),
            Self::MvR4(v) => to.all(v, |to, v| to.number(*v)),
            Self::MvDouble(v) | Self::MvApptime(v) | Self::MvSystime(v) => to.all(v, |to, v| to.long(*v)),
            Self::MvCurrency(v) | Self::MvI8(v) => to.all(v, |to, v| to.long(v.cast_unsigned())),
            Self::MvBinary(v) => to.all(v, |to, v| to.bytes(v)),
            Self::MvString8(v) => to.all(v, |to, v| to.narrow(v)),
            Self::MvUnicode(v) => to.all(v, |to, v| to.wide(v)),
            Self::MvClsid(v) => to.all(v, Wire::guid),
            Self::Unknown(_) => {}
        }
    }
}

impl Prop {
    /// The whole tag.
    pub(crate) fn tag(&self) -> u32 {
        u32::from(self.id) << 16 | u32::from(self.value.kind())
    }
}

impl Model for Prop {
    type Record = SPropValue;

    fn view<'a>(&'a self, arena: &'a Arena) -> PropValue<'a> {
        PropValue::new(PropTag(u32::from(self.id) << 16), self.value.view(arena))
    }

    fn of_view(view: PropValue<'_>) -> Self {
        let prop = Self { id: (view.prop_tag().0 >> 16) as u16, value: Val::of_view(view.value()) };
        assert_eq!(view.prop_tag().0, prop.tag());
        prop
    }

    unsafe fn of_raw(record: *const SPropValue) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            let record = record.read_unaligned();
            assert_eq!(record.dwAlignPad.assume_init(), 0);
            Self { id: (record.ulPropTag >> 16) as u16, value: Val::of_raw(&record) }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.number(self.tag());
        self.value.write(to);
    }
}

/// Shows properties in an array that the arena keeps.
pub(crate) fn views<'a>(props: &'a [Prop], arena: &'a Arena) -> &'a [PropValue<'a>] {
    arena.array(props.iter().map(|prop| prop.view(arena)))
}

pub(crate) fn of_views(props: Array<'_, SPropValue>) -> Vec<Prop> {
    props.iter().map(Prop::of_view).collect()
}

/// # Safety
/// `start` is null or valid for `count` properties.
pub(crate) unsafe fn of_raws(start: *const SPropValue, count: u32) -> Vec<Prop> {
    // SAFETY: as promised.
    unsafe { raw::each(start, count, |at| Prop::of_raw(at)) }
}

impl Model for Row {
    type Record = SRow;

    fn view<'a>(&'a self, arena: &'a Arena) -> mapi::Row<'a> {
        mapi::Row::new(views(&self.0, arena))
    }

    fn of_view(view: mapi::Row<'_>) -> Self {
        Self(of_views(view.props()))
    }

    unsafe fn of_raw(record: *const SRow) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            let record = record.read_unaligned();
            assert_eq!(record.ulAdrEntryPad.assume_init(), 0);
            Self(of_raws(record.lpProps, record.cValues))
        }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, prop| prop.write(to));
    }
}

impl Model for Recipient {
    type Record = ADRENTRY;

    fn view<'a>(&'a self, arena: &'a Arena) -> AdrEntry<'a> {
        AdrEntry::new(views(&self.0, arena))
    }

    fn of_view(view: AdrEntry<'_>) -> Self {
        Self(of_views(view.prop_vals()))
    }

    unsafe fn of_raw(record: *const ADRENTRY) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            let record = record.read_unaligned();
            assert_eq!(record.ulReserved1.assume_init(), 0);
            Self(of_raws(record.rgPropVals, record.cValues))
        }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, prop| prop.write(to));
    }
}

impl Model for Rows {
    type Record = SRowSet;

    fn view<'a>(&'a self, arena: &'a Arena) -> Array<'a, SRow> {
        arena.array(self.0.iter().map(|row| row.view(arena))).into()
    }

    fn of_view(view: Array<'_, SRow>) -> Self {
        Self(view.iter().map(Row::of_view).collect())
    }

    unsafe fn of_raw(record: *const SRowSet) -> Self {
        // SAFETY: as the caller promises.
        unsafe { Self(raw::each((&raw const (*record).aRow).cast(), (*record).cRows, |at| Row::of_raw(at))) }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, row| row.write(to));
    }
}

impl Model for Recipients {
    type Record = ADRLIST;

    fn view<'a>(&'a self, arena: &'a Arena) -> Array<'a, ADRENTRY> {
        arena.array(self.0.iter().map(|entry| entry.view(arena))).into()
    }

    fn of_view(view: Array<'_, ADRENTRY>) -> Self {
        Self(view.iter().map(Recipient::of_view).collect())
    }

    unsafe fn of_raw(record: *const ADRLIST) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            Self(raw::each((&raw const (*record).aEntries).cast(), (*record).cEntries, |at| Recipient::of_raw(at)))
        }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, entry| entry.write(to));
    }
}
