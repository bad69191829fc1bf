//! How tables are read: columns, places, restrictions and orders.

use crate::client::{inbox, write};
use crate::host::Session;
use mapi::{
    BOOKMARK_BEGINNING, BOOKMARK_CURRENT, BOOKMARK_END, Binary, BinaryArray, ContentRestriction, IMAPIFolder,
    IMAPITable, MAPI_CONTENTS_TABLE_FLAGS, MAPI_E_NO_SUPPORT, MAPI_E_NOT_FOUND, MAPI_E_TOO_COMPLEX, MAPI_FIND_FLAGS,
    MAPI_FLAGS, MAPI_FUZZY_LEVEL, MAPI_HIERARCHY_TABLE_FLAGS, MAPI_RELOP, MAPI_ROWS_FLAGS, MAPI_SORT_ORDER,
    MAPI_TABLE_FLAGS, MAPI_W_PARTIAL_COMPLETION, NotRestriction, PropTag, PropValue, PropertyRestriction, Restriction,
    RestrictionData, SExistRestriction, SSizeRestriction, SSortOrder, SortOrderSet, Value,
};
use mapidl::{Array, Result, Success, u16cstr};

const SUBJECTS: [&str; 4] = ["pear", "Apple pie", "apple", "Plum"];

/// An inbox with four messages, and its table with one column.
fn fruit(session: &Session) -> Result<(IMAPIFolder, IMAPITable, Vec<Vec<u8>>)> {
    let inbox = inbox(session);
    let ids = SUBJECTS.iter().map(|subject| write(&inbox, subject)).collect();
    let table = inbox.get_contents_table(MAPI_CONTENTS_TABLE_FLAGS::NONE)?;
    table.set_columns(&[PropTag::PR_SUBJECT_W], MAPI_TABLE_FLAGS::NONE)?;
    Ok((inbox, table, ids))
}

/// The subjects of the next rows.
fn read(table: &IMAPITable, count: i32) -> Result<Vec<String>> {
    let rows = table.query_rows(count, MAPI_ROWS_FLAGS::NONE)?;
    let subjects = rows.view().iter().filter_map(|row| match row.props().get(0)?.value() {
        Value::Unicode(subject) => Some(subject.to_string_lossy()),
        _ => None,
    });
    Ok(subjects.collect())
}

#[test]
fn rows_are_read_from_the_current_place() -> Result<()> {
    let session = Session::begin();
    let (inbox, table, _) = fruit(&session)?;
    assert_eq!(*table.get_row_count()?, 4);
    assert_eq!(read(&table, 3)?, SUBJECTS[..3]);
    assert_eq!(table.query_position()?, (3, 3, 4));
    assert_eq!(read(&table, 3)?, SUBJECTS[3..]);
    assert!(read(&table, 3)?.is_empty(), "the table ends");
    assert_eq!(*table.seek_row(BOOKMARK_END, -1)?, -1);
    assert_eq!(read(&table, -2)?, SUBJECTS[1..3], "backwards, in the order of the table");
    assert_eq!(*table.seek_row(BOOKMARK_CURRENT, -9)?, -1);
    assert_eq!(*table.seek_row(BOOKMARK_BEGINNING, 9)?, 4);
    assert!(table.seek_row(7, 0).is_err());
    drop((inbox, table));
    session.end();
    Ok(())
}

#[test]
fn restrictions_choose_rows() -> Result<()> {
    let session = Session::begin();
    let (inbox, table, _) = fruit(&session)?;
    let apple = PropValue::new(PropTag::PR_SUBJECT_W, Value::Unicode(u16cstr!("APPLE")));
    let level = MAPI_FUZZY_LEVEL::FL_PREFIX | MAPI_FUZZY_LEVEL::FL_IGNORECASE;
    let content = ContentRestriction::new(level, PropTag::PR_SUBJECT_W, Some(&apple));
    let apples = Restriction::new(RestrictionData::Content(content));
    table.restrict(Some(apples), MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(read(&table, 9)?, ["Apple pie", "apple"]);

    let others = Restriction::new(RestrictionData::Not(NotRestriction::new(Some(&apples))));
    let less = PropertyRestriction::new(MAPI_RELOP::RELOP_LT, PropTag::PR_SUBJECT_W, Some(&apple));
    let exist = SExistRestriction { ulPropTag: PropTag::PR_SUBJECT_W.0, ..Default::default() };
    let less = Restriction::new(RestrictionData::Property(less));
    let parts = [
        others,
        Restriction::new(RestrictionData::Exist(exist)),
        Restriction::new(RestrictionData::Not(NotRestriction::new(Some(&less)))),
    ];
    table.restrict(Some(Restriction::new(RestrictionData::And(Array::from(&parts)))), MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(read(&table, 9)?, ["pear", "Plum"]);

    let size = Restriction::new(RestrictionData::Size(SSizeRestriction::default()));
    let refused = table.restrict(Some(size), MAPI_TABLE_FLAGS::NONE).unwrap_err();
    assert_eq!(refused.code(), MAPI_E_TOO_COMPLEX);
    assert_eq!(*table.get_row_count()?, 2, "the old restriction stays");

    table.restrict(None, MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(table.find_row(apples, BOOKMARK_BEGINNING, MAPI_FIND_FLAGS::NONE)?, Success::OK);
    assert_eq!(read(&table, 1)?, ["Apple pie"]);
    let again = table.find_row(apples, BOOKMARK_END, MAPI_FIND_FLAGS::NONE).unwrap_err();
    assert_eq!(again.code(), MAPI_E_NOT_FOUND);
    drop((inbox, table));
    session.end();
    Ok(())
}

/// Restricts a table by a restriction within as many others.
fn nest(table: &IMAPITable, levels: usize, inner: Restriction<'_>) -> Result<()> {
    match levels.checked_sub(1) {
        Some(levels) => nest(table, levels, Restriction::new(RestrictionData::Not(NotRestriction::new(Some(&inner))))),
        None => table.restrict(Some(inner), MAPI_TABLE_FLAGS::NONE),
    }
}

#[test]
fn a_restriction_that_is_nested_too_deeply_is_refused() -> Result<()> {
    let session = Session::begin();
    let (inbox, table, _) = fruit(&session)?;
    let exist = SExistRestriction { ulPropTag: PropTag::PR_SUBJECT_W.0, ..Default::default() };
    let exist = Restriction::new(RestrictionData::Exist(exist));
    nest(&table, 30, exist)?;
    assert_eq!(nest(&table, 100, exist).unwrap_err().code(), MAPI_E_TOO_COMPLEX);
    drop((inbox, table));
    session.end();
    Ok(())
}

#[test]
fn rows_are_sorted() -> Result<()> {
    let session = Session::begin();
    let (inbox, table, _) = fruit(&session)?;
    let key = |order: MAPI_SORT_ORDER| [SSortOrder { ulPropTag: PropTag::PR_SUBJECT_W.0, ulOrder: order.0 }];
    let (up, down) = (key(MAPI_SORT_ORDER::TABLE_SORT_ASCEND), key(MAPI_SORT_ORDER::TABLE_SORT_DESCEND));
    let flat = |keys| SortOrderSet { categories: 0, expanded: 0, a_sort: keys };
    table.sort_table(flat(Array::from(&up)), MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(read(&table, 9)?, ["apple", "Apple pie", "pear", "Plum"]);
    table.sort_table(flat(Array::from(&down)), MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(read(&table, 9)?, ["Plum", "pear", "Apple pie", "apple"]);
    let categories = SortOrderSet { categories: 1, ..flat(Array::from(&up)) };
    assert!(table.sort_table(categories, MAPI_TABLE_FLAGS::NONE).is_err());
    drop((inbox, table));
    session.end();
    Ok(())
}

#[test]
fn tables_list_folders_and_stay_as_they_were() -> Result<()> {
    let session = Session::begin();
    let (inbox, table, ids) = fruit(&session)?;
    let (known, unknown) = (Binary::new(&ids[0]), Binary::new(&ids[0][..5]));
    let list = [known, unknown];
    let answer = inbox.delete_messages(BinaryArray::new(&list), 0, None, mapi::MAPI_DELETE_FLAGS::NONE)?;
    assert_eq!(answer.code(), MAPI_W_PARTIAL_COMPLETION);
    assert_eq!(*table.get_row_count()?, 4, "a snapshot");
    assert_eq!(*inbox.get_contents_table(MAPI_CONTENTS_TABLE_FLAGS::NONE)?.get_row_count()?, 3);

    let (_, root) = session.store.open_entry::<IMAPIFolder>(None, MAPI_FLAGS::NONE)?;
    let hierarchy = root.get_hierarchy_table(MAPI_HIERARCHY_TABLE_FLAGS::NONE)?;
    hierarchy.set_columns(&[PropTag::PR_DISPLAY_NAME_W], MAPI_TABLE_FLAGS::NONE)?;
    assert_eq!(read(&hierarchy, 9)?, ["Top of the mailbox"]);
    // What the provider leaves out.
    assert_eq!(table.create_bookmark().unwrap_err().code(), MAPI_E_NO_SUPPORT);
    drop((root, hierarchy, inbox, table));
    session.end();
    Ok(())
}
