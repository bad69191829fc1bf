//! Lists of plain things, names of properties, and the controls of a display table.

use super::arena::Arena;
use super::model::{Control, Entries, Model, Name, NameKind, Problems, Sorts, Tags};
use super::raw;
use super::wire::Wire;
use mapi::{
    Binary, BinaryArray, DTBLBUTTON, DTBLCHECKBOX, DTBLCOMBOBOX, DTBLDDLBX, DTBLEDIT, DTBLGROUPBOX, DTBLLABEL, DTBLLBX,
    DTBLMVDDLBX, DTBLMVLISTBOX, DTBLPAGE, DTBLRADIOBUTTON, DTCTL, DisplayControl, DisplayControlData,
    MAPI_CONTROL_FLAGS, MAPINAMEID, PropName, PropNameData, PropTag, SBinaryArray, SPropProblem, SPropProblemArray,
    SPropTagArray, SSortOrder, SSortOrderSet, SortOrderSet,
};
use mapidl::{Array, GUID, HRESULT};
use std::marker::PhantomData;

impl Model for Entries {
    type Record = SBinaryArray;

    fn view<'a>(&'a self, arena: &'a Arena) -> BinaryArray<'a> {
        BinaryArray::new(arena.array(self.0.iter().map(|entry| Binary::new(entry))))
    }

    fn of_view(view: BinaryArray<'_>) -> Self {
        Self(view.lpbin().iter().map(|entry| entry.lpb().to_vec()).collect())
    }

    unsafe fn of_raw(record: *const SBinaryArray) -> Self {
        // SAFETY: as the caller promises.
        unsafe {
            let record = record.read_unaligned();
            Self(raw::each(record.lpbin, record.cValues, |at| {
                let entry = at.read_unaligned();
                raw::values(entry.lpb, entry.cb)
            }))
        }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, entry| to.bytes(entry));
    }
}

impl Model for Tags {
    type Record = SPropTagArray;

    fn view<'a>(&'a self, arena: &'a Arena) -> Array<'a, PropTag> {
        arena.array(self.0.iter().copied().map(PropTag)).into()
    }

    fn of_view(view: Array<'_, PropTag>) -> Self {
        Self(view.iter().map(|tag| tag.0).collect())
    }

    unsafe fn of_raw(record: *const SPropTagArray) -> Self {
        // SAFETY: as the caller promises.
        unsafe { Self(raw::values((&raw const (*record).aulPropTag).cast(), (*record).cValues)) }
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, tag| to.number(*tag));
    }
}

impl Model for Problems {
    type Record = SPropProblemArray;

    fn view<'a>(&'a self, arena: &'a Arena) -> Array<'a, SPropProblem> {
        let problem = |&(index, tag, code)| SPropProblem { ulIndex: index, ulPropTag: tag, scode: HRESULT(code) };
        arena.array(self.0.iter().map(problem)).into()
    }

    fn of_view(view: Array<'_, SPropProblem>) -> Self {
        Self(view.iter().map(|problem| (problem.ulIndex, problem.ulPropTag, problem.scode.0)).collect())
    }

    unsafe fn of_raw(record: *const SPropProblemArray) -> Self {
        // SAFETY: as the caller promises; a problem is three numbers.
        let problems: Vec<[u32; 3]> =
            unsafe { raw::values((&raw const (*record).aProblem).cast(), (*record).cProblem) };
        Self(problems.into_iter().map(|[index, tag, code]| (index, tag, code.cast_signed())).collect())
    }

    fn write(&self, to: &mut Wire) {
        to.all(&self.0, |to, &(index, tag, code)| to.numbers([index, tag, code.cast_unsigned()]));
    }
}

impl Model for Sorts {
    type Record = SSortOrderSet;

    fn view<'a>(&'a self, arena: &'a Arena) -> SortOrderSet<'a> {
        let order = |&(tag, order)| SSortOrder { ulPropTag: tag, ulOrder: order };
        let orders = arena.array(self.orders.iter().map(order));
        SortOrderSet { categories: self.categories, expanded: self.expanded, a_sort: orders.into() }
    }

    fn of_view(view: SortOrderSet<'_>) -> Self {
        let orders = view.a_sort.iter().map(|order| (order.ulPropTag, order.ulOrder)).collect();
        Self { categories: view.categories, expanded: view.expanded, orders }
    }

    unsafe fn of_raw(record: *const SSortOrderSet) -> Self {
        // SAFETY: as the caller promises; an order is two numbers.
        let (categories, expanded, orders) = unsafe {
            let orders: Vec<[u32; 2]> = raw::values((&raw const (*record).aSort).cast(), (*record).cSorts);
            ((*record).cCategories, (*record).cExpanded, orders)
        };
        Self { categories, expanded, orders: orders.into_iter().map(|[tag, order]| (tag, order)).collect() }
    }

    fn write(&self, to: &mut Wire) {
        to.count(self.orders.len());
        to.numbers([self.categories, self.expanded]);
        self.orders.iter().for_each(|&(tag, order)| to.numbers([tag, order]));
    }
}

impl Model for Name {
    type Record = MAPINAMEID;

    fn view<'a>(&'a self, arena: &'a Arena) -> PropName<'a> {
        let set = self.set.map(|set| arena.one(GUID::from_u128(set)));
        let name = match &self.name {
            NameKind::Id(id) => PropNameData::Id(*id),
            NameKind::String(name) => PropNameData::String(name),
            NameKind::Unknown(kind) => PropNameData::Unknown(*kind, PhantomData),
        };
        PropName::new(set, name)
    }

    fn of_view(view: PropName<'_>) -> Self {
        let name = match view.kind() {
            PropNameData::Id(id) => NameKind::Id(id),
            PropNameData::String(name) => NameKind::String(name.to_owned()),
            PropNameData::Unknown(kind, _) => NameKind::Unknown(kind),
            new => panic!("a new kind of name: {new:?}"),
        };
        Self { set: view.lpguid().map(|set| set.to_u128()), name }
    }

    unsafe fn of_raw(record: *const MAPINAMEID) -> Self {
        // SAFETY: as the caller promises; the kind says which member is meant.
        unsafe {
            let record = record.read_unaligned();
            let name = match record.ulKind {
                0 => NameKind::Id(record.Kind.lID),
                1 => NameKind::String(raw::wide(record.Kind.lpwstrName).expect("a name")),
                kind => NameKind::Unknown(kind),
            };
            Self { set: raw::guid(record.lpguid), name }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.maybe(self.set.as_ref(), Wire::guid);
        match &self.name {
            NameKind::Id(id) => to.numbers([0, id.cast_unsigned()]),
            NameKind::String(name) => {
                to.number(1);
                to.wide(name);
            }
            NameKind::Unknown(kind) => to.number(*kind),
        }
    }
}

/// How many numbers the structure of a control of that kind has; none for a kind that MAPI does not have.
pub(crate) fn numbers_of(kind: u32) -> usize {
    match kind {
        0 | 6 | 0xb | 0xc => 2,
        2 | 5 | 7 => 3,
        1 | 4 | 8 => 4,
        3 | 9 => 5,
        _ => 0,
    }
}

/// The structures of controls are nothing but numbers.
macro_rules! structures {
    ($($kind:literal $variant:ident($record:ident),)*) => {
        fn structure<'a>(kind: u32, numbers: &[u32], arena: &'a Arena) -> DisplayControlData<'a> {
            match kind {
                $($kind => {
                    assert_eq!(size_of::<$record>(), size_of_val(numbers));
                    // SAFETY: the record consists of that many numbers.
                    let record = unsafe { numbers.as_ptr().cast::<$record>().read() };
                    DisplayControlData::$variant(arena.one(record))
                })*
                unknown => DisplayControlData::Unknown(unknown, PhantomData),
            }
        }

        fn kind_and_numbers(data: DisplayControlData<'_>) -> (u32, Vec<u32>) {
            match data {
                $(DisplayControlData::$variant(record) => {
                    let count = (size_of::<$record>() / 4) as u32;
                    // SAFETY: the record consists of that many numbers.
                    ($kind, unsafe { raw::values(std::ptr::from_ref(record).cast(), count) })
                })*
                DisplayControlData::Unknown(kind, _) => (kind, Vec::new()),
                new => panic!("a new kind of control: {new:?}"),
            }
        }
    };
}

structures! {
    0 Label(DTBLLABEL),
    1 Edit(DTBLEDIT),
    2 Lbx(DTBLLBX),
    3 Combobox(DTBLCOMBOBOX),
    4 Ddlbx(DTBLDDLBX),
    5 Checkbox(DTBLCHECKBOX),
    6 Groupbox(DTBLGROUPBOX),
    7 Button(DTBLBUTTON),
    8 Page(DTBLPAGE),
    9 Radiobutton(DTBLRADIOBUTTON),
    0xb Mvlistbox(DTBLMVLISTBOX),
    0xc Mvddlbx(DTBLMVDDLBX),
}

impl Model for Control {
    type Record = DTCTL;

    fn view<'a>(&'a self, arena: &'a Arena) -> DisplayControl<'a> {
        DisplayControl::default()
            .with_ctl_flags(MAPI_CONTROL_FLAGS(self.flags))
            .with_notif(&self.notif)
            .with_filter(self.filter.as_deref())
            .with_item_id(self.item)
            .with_ctl(structure(self.kind, &self.structure, arena))
    }

    fn of_view(view: DisplayControl<'_>) -> Self {
        let (kind, structure) = kind_and_numbers(view.ctl());
        Self {
            flags: view.ctl_flags().0,
            notif: view.notif().to_vec(),
            filter: view.filter().map(ToOwned::to_owned),
            item: view.item_id(),
            kind,
            structure,
        }
    }

    unsafe fn of_raw(record: *const DTCTL) -> Self {
        // SAFETY: as the caller promises; all structures are numbers.
        unsafe {
            let record = record.read_unaligned();
            Self {
                flags: record.ulCtlFlags,
                notif: raw::values(record.lpbNotif, record.cbNotif),
                filter: raw::wide(record.lpszFilter.cast()),
                item: record.ulItemID,
                kind: record.ulCtlType,
                structure: raw::values(record.ctl.lpv.cast(), numbers_of(record.ulCtlType) as u32),
            }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.numbers([self.kind, self.flags]);
        to.bytes(&self.notif);
        to.maybe(self.filter.as_ref(), |to, filter| to.wide(filter));
        to.number(self.item);
        to.numbers(self.structure.iter().copied());
    }
}
