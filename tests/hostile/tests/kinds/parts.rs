//! Numbers that say how much of an array they are about: who believes them reads no more than there is.

use mapi::{
    IMAPITable, IMAPITable_Impl, MAPI_E_INVALID_PARAMETER, MAPI_TABLE_FLAGS, SSortOrder, SSortOrderSet, SortOrderSet,
};
use mapidl::{Array, HRESULT, Interface, MapiBox, Result, implement};
use mapidl_hostile::idl::{BOTH, Both, IParts, IParts_Impl, NAMED, Named, SORTED, Sorted};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, Said, believer};
use std::sync::Mutex;

const E_INVALIDARG: HRESULT = HRESULT(0x8007_0057_u32.cast_signed());
const E_POINTER: HRESULT = HRESULT(0x8000_4003_u32.cast_signed());
const E_UNEXPECTED: HRESULT = HRESULT(0x8000_FFFF_u32.cast_signed());
const TRUE: Said = Said { count: 2, special: 2, marked: 1 };

/// The code of a failure.
fn failed<T>(result: Result<T>) -> Option<HRESULT> {
    result.err().map(|error| error.code())
}

#[test]
fn safe_code_says_no_more_than_there_is() {
    let believer: IParts = believer(TRUE);
    let (numbers, names) = ([7, 14], [21, 28]);
    for (len, special, marked) in (0..3_u16).flat_map(|n| (-1..5).flat_map(move |s| (0..5).map(move |m| (n, s, m)))) {
        let numbers = &numbers[..len.into()];
        let wrong = (special < 0 || special > len.into() || i32::from(marked) > special).then_some(E_INVALIDARG);
        let set = Sorted { special, marked, numbers: Array::from(numbers) };
        assert_eq!(failed(believer.sorted(set)), wrong, "{set:?}");
        assert_eq!(failed(MapiBox::<SORTED>::new(set)), wrong, "{set:?}");
        let names = &names[..usize::try_from(special).unwrap_or(0).min(2)];
        let wrong = (names.len() > numbers.len() || usize::from(marked) > names.len()).then_some(E_INVALIDARG);
        let made = Named::new(numbers, names, marked.into());
        let passed = made.and_then(|made| {
            believer.named(made)?;
            MapiBox::<NAMED>::new(made)
        });
        assert_eq!(failed(passed), wrong, "{numbers:?} {names:?} {marked}");
    }
    assert_eq!(failed(Named::new(&[7], &[7], -1)), Some(E_INVALIDARG));
}

/// Keeps how many numbers were special.
#[derive(Default)]
struct Reader(Mutex<Vec<usize>>);

implement! { impl Reader as Reader_Impl: [IParts] }

impl Reader_Impl {
    fn seen(&self, special: usize) -> Result<()> {
        self.0.lock().expect("no panic").push(special);
        Ok(())
    }
}

impl IParts_Impl for Reader_Impl {
    fn sorted(&self, set: Sorted<'_>) -> Result<()> {
        self.seen(set.numbers.iter().take(set.special as usize).count())
    }

    fn named(&self, set: Named<'_>) -> Result<()> {
        self.seen(set.names().len())
    }

    /// What lies behind pointers is shown as it is: it is not copied, and not passed on to who would believe it.
    fn both(&self, both: Both<'_>) -> Result<()> {
        let (sorted, other) = (both.sorted().expect("it is there"), both.other().expect("it is there"));
        let believer: IParts = believer(TRUE);
        assert_eq!(failed(MapiBox::<SORTED>::new(sorted)), Some(E_INVALIDARG));
        assert_eq!(failed(MapiBox::<NAMED>::new(other)), Some(E_INVALIDARG));
        assert_eq!(failed(MapiBox::<BOTH>::new(both)), Some(E_INVALIDARG));
        assert_eq!(failed(believer.sorted(sorted)), Some(E_INVALIDARG));
        assert_eq!(failed(believer.named(other)), Some(E_INVALIDARG));
        assert_eq!(failed(believer.both(both.with_named(other))), Some(E_INVALIDARG));
        self.seen(both.named().names().len())
    }
}

#[test]
fn records_of_a_peer_that_say_more_are_refused() {
    let reader: IParts = Reader::default().into();
    let caller = Caller::of(&reader);
    for said in Said::LIES {
        assert_eq!(caller.sorted(said), E_POINTER, "{said:?}");
        // Of a count without a sign the negative ones are large, and there are not so many numbers.
        if said.count >= 0 {
            assert_eq!(caller.named(said), E_POINTER, "{said:?}");
            assert_eq!(caller.both(said, TRUE), E_POINTER, "{said:?}");
            assert!(caller.both(TRUE, said).is_ok(), "{said:?}");
        }
    }
    let reader = reader.cast_object::<Reader>().expect("it is one");
    let mut seen = reader.0.lock().expect("no panic");
    assert!(seen.iter().all(|special| *special == 2), "only what is in place is true: {seen:?}");
    seen.clear();
    drop(seen);
    assert!(caller.sorted(TRUE).is_ok() && caller.named(TRUE).is_ok());
    assert_eq!(*reader.0.lock().expect("no panic"), [2, 2]);
}

#[test]
fn records_that_a_peer_gives_and_that_say_more_are_freed() {
    for said in Said::LIES {
        without_leaks(|| {
            let believer: IParts = believer(said);
            assert_eq!(failed(believer.give_sorted()), Some(E_UNEXPECTED), "{said:?}");
            assert!(said.count < 0 || failed(believer.give_named()) == Some(E_UNEXPECTED), "{said:?}");
        });
    }
    without_leaks(|| {
        let believer: IParts = believer(TRUE);
        let (sorted, named) = (believer.give_sorted().expect("a record"), believer.give_named().expect("a record"));
        assert!(believer.sorted(sorted.view()).is_ok() && believer.named(named.view()).is_ok());
        assert_eq!((sorted.view().special, named.view().names().len()), (2, 2));
    });
}

/// Has the order of its rows.
struct Table;

implement! { impl Table as Table_Impl: [IMAPITable] }

impl IMAPITable_Impl for Table_Impl {
    fn sort_table(&self, order: SortOrderSet<'_>, _: MAPI_TABLE_FLAGS) -> Result<()> {
        assert!(order.expanded <= order.categories && order.categories as usize <= order.a_sort.len());
        Ok(())
    }

    fn query_sort_order(&self) -> Result<MapiBox<SSortOrderSet>> {
        MapiBox::new(SortOrderSet { categories: 1, expanded: 0, a_sort: Array::EMPTY })
    }
}

#[test]
fn a_table_has_no_more_categories_than_columns_and_expands_no_more_than_it_has() {
    let table: IMAPITable = Table.into();
    let keys = [SSortOrder { ulPropTag: 3, ulOrder: 0 }; 2];
    for (categories, expanded) in (0..4).flat_map(|categories| (0..4).map(move |expanded| (categories, expanded))) {
        let wrong = categories > 2 || expanded > categories;
        let order = SortOrderSet { categories, expanded, a_sort: Array::from(&keys) };
        let sorted = table.sort_table(order, MAPI_TABLE_FLAGS::NONE);
        assert_eq!(failed(sorted), wrong.then_some(E_INVALIDARG), "{order:?}");
        let code = Caller::of(&table).sort_table(2, categories, expanded);
        assert_eq!(code, if wrong { MAPI_E_INVALID_PARAMETER } else { HRESULT(0) }, "{order:?}");
    }
    assert_eq!(failed(table.query_sort_order()), Some(E_INVALIDARG));
}
