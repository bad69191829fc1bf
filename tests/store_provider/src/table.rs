//! Duty: a table over rows in memory.
//! Input: rows as they are when the table is made, and what its user asks for. Output: chosen columns of chosen rows.

use crate::compare::compare;
use crate::properties::Properties;
use crate::restriction::selects;
use mapi::{
    BOOKMARK, BOOKMARK_BEGINNING, BOOKMARK_CURRENT, BOOKMARK_END, IMAPITable, IMAPITable_Impl, MAPI_COLUMN_FLAGS,
    MAPI_E_INVALID_BOOKMARK, MAPI_E_INVALID_PARAMETER, MAPI_E_NOT_FOUND, MAPI_E_TOO_COMPLEX, MAPI_FIND_FLAGS,
    MAPI_ROWS_FLAGS, MAPI_SORT_ORDER, MAPI_TABLE_FLAGS, MAPI_TABLE_STATUS, MAPI_TABLE_TYPE, PropTag, Restriction, Row,
    SPropTagArray, SRowSet, SSortOrder, SortOrderSet,
};
use mapidl::{MapiBox, Result, Success, implement};
use std::cmp::Ordering;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A table that stays as it was made.
#[derive(Debug)]
pub(crate) struct Table(Mutex<State>);

implement! { impl Table as pub(crate) Table_Impl: [IMAPITable] }

#[derive(Debug)]
struct State {
    columns: Vec<PropTag>,
    /// All rows in the order of the table.
    rows: Vec<Properties>,
    /// Those of them that are shown.
    shown: Vec<usize>,
    /// The place in `shown` of the row that is read next.
    place: usize,
    /// What chose the shown rows.
    restriction: Option<MapiBox<mapi::SRestriction>>,
}

impl Table {
    /// A table that shows all rows.
    pub(crate) fn new(columns: &[PropTag], rows: impl Iterator<Item = Properties>) -> Self {
        let rows: Vec<_> = rows.collect();
        let shown = (0..rows.len()).collect();
        Self(Mutex::new(State { columns: columns.to_vec(), rows, shown, place: 0, restriction: None }))
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn show(&mut self) -> Result<()> {
        let restriction = self.restriction.as_ref().map(MapiBox::view);
        let mut shown = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            if restriction.map_or(Ok(true), |restriction| selects(restriction, row))? {
                shown.push(index);
            }
        }
        (self.shown, self.place) = (shown, 0);
        Ok(())
    }

    fn bookmark(&self, origin: BOOKMARK) -> Result<usize> {
        match origin {
            BOOKMARK_BEGINNING => Ok(0),
            BOOKMARK_CURRENT => Ok(self.place),
            BOOKMARK_END => Ok(self.shown.len()),
            _ => Err(MAPI_E_INVALID_BOOKMARK.into()),
        }
    }

    /// `count` rows further, or back where it is negative, but not beyond the table.
    fn moved(&self, from: usize, count: i32) -> usize {
        let distance = count.unsigned_abs() as usize;
        if count < 0 { from.saturating_sub(distance) } else { from.saturating_add(distance).min(self.shown.len()) }
    }

    fn selects(&self, place: usize, restriction: Restriction<'_>) -> Result<bool> {
        selects(restriction, &self.rows[self.shown[place]])
    }
}

impl IMAPITable_Impl for Table_Impl {
    fn get_status(&self) -> Result<(MAPI_TABLE_STATUS, MAPI_TABLE_TYPE)> {
        Ok((MAPI_TABLE_STATUS::TBLSTAT_COMPLETE, MAPI_TABLE_TYPE::TBLTYPE_SNAPSHOT))
    }

    fn set_columns(&self, columns: &[PropTag], _: MAPI_TABLE_FLAGS) -> Result<()> {
        if columns.is_empty() {
            return Err(MAPI_E_INVALID_PARAMETER.into());
        }
        self.state().columns = columns.to_vec();
        Ok(())
    }

    fn query_columns(&self, _: MAPI_COLUMN_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        MapiBox::new(&self.state().columns[..])
    }

    fn get_row_count(&self) -> Result<Success<u32>> {
        Ok(count(self.state().shown.len()).into())
    }

    fn query_position(&self) -> Result<(u32, u32, u32)> {
        let state = self.state();
        let place = count(state.place);
        Ok((place, place, count(state.shown.len()).max(1)))
    }

    fn seek_row(&self, origin: usize, rows: i32) -> Result<Success<i32>> {
        let mut state = self.state();
        let from = state.bookmark(origin)?;
        state.place = state.moved(from, rows);
        let sought = i32::try_from(state.place.abs_diff(from)).unwrap_or(i32::MAX);
        Ok(if rows < 0 { -sought } else { sought }.into())
    }

    fn find_row(&self, restriction: Restriction<'_>, origin: usize, flags: MAPI_FIND_FLAGS) -> Result<Success> {
        let mut state = self.state();
        let from = state.bookmark(origin)?;
        let places: Vec<_> = if flags.contains(MAPI_FIND_FLAGS::DIR_BACKWARD) {
            (0..from).rev().collect()
        } else {
            (from..state.shown.len()).collect()
        };
        for place in places {
            if state.selects(place, restriction)? {
                state.place = place;
                return Ok(Success::OK);
            }
        }
        Err(MAPI_E_NOT_FOUND.into())
    }

    fn restrict(&self, restriction: Option<Restriction<'_>>, _: MAPI_TABLE_FLAGS) -> Result<()> {
        let mut state = self.state();
        let before = std::mem::replace(&mut state.restriction, restriction.map(MapiBox::new).transpose()?);
        state.show().inspect_err(|_| state.restriction = before)
    }

    fn sort_table(&self, order: SortOrderSet<'_>, _: MAPI_TABLE_FLAGS) -> Result<()> {
        if order.categories > 0 {
            return Err(MAPI_E_TOO_COMPLEX.into());
        }
        let keys = order.a_sort.to_vec();
        let mut state = self.state();
        state.rows.sort_by(|one, other| by_all(&keys, one, other));
        state.show()
    }

    fn query_rows(&self, wanted: i32, flags: MAPI_ROWS_FLAGS) -> Result<MapiBox<SRowSet>> {
        if wanted == 0 {
            return Err(MAPI_E_INVALID_PARAMETER.into());
        }
        let mut state = self.state();
        let to = state.moved(state.place, wanted);
        let read = state.place.min(to)..state.place.max(to);
        let cells: Vec<_> = state.shown[read].iter().map(|&row| state.rows[row].cells(&state.columns)).collect();
        let rows: Vec<_> = cells.iter().map(|cells| Row::new(cells)).collect();
        let rows = MapiBox::new(&rows[..])?;
        if !flags.contains(MAPI_ROWS_FLAGS::TBL_NOADVANCE) {
            state.place = to;
        }
        Ok(rows)
    }
}

/// The order of two rows: the first column in which they differ decides.
fn by_all(keys: &[SSortOrder], one: &Properties, other: &Properties) -> Ordering {
    keys.iter().fold(Ordering::Equal, |order, &key| order.then_with(|| by(key, one, other)))
}

/// The order of two rows by one column; rows without a value come first.
fn by(key: SSortOrder, one: &Properties, other: &Properties) -> Ordering {
    let tag = PropTag(key.ulPropTag);
    let order = match (one.find(tag), other.find(tag)) {
        (Some(one), Some(other)) => compare(one.value(), other.value()).unwrap_or(Ordering::Equal),
        (one, other) => one.is_some().cmp(&other.is_some()),
    };
    if MAPI_SORT_ORDER(key.ulOrder) == MAPI_SORT_ORDER::TABLE_SORT_DESCEND { order.reverse() } else { order }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
