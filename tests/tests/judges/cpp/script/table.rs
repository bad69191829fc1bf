//! A table, and the sink that is told of changes.

use super::{Script, fail, samples};
use mapi::{
    BOOKMARK_BEGINNING, BOOKMARK_END, IMAPIAdviseSink, MAPI_COLUMN_FLAGS, MAPI_E_BUSY, MAPI_E_INVALID_BOOKMARK,
    MAPI_E_NOT_FOUND, MAPI_E_TIMEOUT, MAPI_E_TOO_COMPLEX, MAPI_EVENTS, MAPI_FIND_FLAGS, MAPI_ROWS_FLAGS,
    MAPI_TABLE_FLAGS, MAPI_TABLE_STATUS, MAPI_TABLE_TYPE, MAPI_W_APPROX_COUNT, MAPI_W_POSITION_CHANGED, NOTIFICATION,
    Notification, PropTag, Restriction, Row, SPropTagArray, SRestriction, SRowSet, SSortOrderSet, SortOrderSet,
};
use mapidl::{MapiBox, MapiVec, Result, Success};

/// Rows with all samples in the first, and PR_SUBJECT_W in the others.
fn rows(count: usize) -> Result<MapiBox<SRowSet>> {
    let subject = [samples::subject()];
    let rows = [Row::new(samples::props()), Row::new(&subject)];
    MapiBox::new(&rows[..count])
}

impl Script {
    pub(crate) fn on_notify(self, notifications: &[Notification<'_>]) -> u32 {
        if self.enter().is_err() {
            return 0;
        }
        if notifications.is_empty() {
            return 77;
        }
        samples::assert_shown("notifications", &notifications);
        // What a sink keeps is a copy; it is complete.
        let kept = MapiVec::<NOTIFICATION>::new(notifications).expect("memory");
        samples::with_notifications(|expected| {
            assert_eq!(notifications, expected);
            assert_eq!(kept.iter().collect::<Vec<_>>(), expected);
        });
        0
    }

    /// Registers a sink, which gets all notifications at once.
    pub(crate) fn advise(self, events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> {
        self.enter()?;
        assert_eq!(events, MAPI_EVENTS::fnevTableModified);
        assert_eq!(samples::with_notifications(|all| sink.on_notify(all)), 0);
        Ok(samples::CONNECTION)
    }

    pub(crate) fn unadvise(self, connection: usize) -> Result<()> {
        self.enter()?;
        assert_eq!(connection, samples::CONNECTION);
        Ok(())
    }

    pub(crate) fn get_status(self) -> Result<(MAPI_TABLE_STATUS, MAPI_TABLE_TYPE)> {
        self.enter()?;
        Ok((MAPI_TABLE_STATUS::TBLSTAT_SORTING, MAPI_TABLE_TYPE::TBLTYPE_DYNAMIC))
    }

    pub(crate) fn set_columns(self, tags: &[PropTag], flags: MAPI_TABLE_FLAGS) -> Result<()> {
        self.enter()?;
        assert_eq!(tags, [PropTag::PR_SUBJECT_W, PropTag::PR_BODY_W, PropTag::PR_ENTRYID]);
        if flags == MAPI_TABLE_FLAGS::TBL_ASYNC {
            return fail(MAPI_E_BUSY);
        }
        assert_eq!(flags, MAPI_TABLE_FLAGS::TBL_BATCH);
        Ok(())
    }

    pub(crate) fn query_columns(self, flags: MAPI_COLUMN_FLAGS) -> Result<MapiBox<SPropTagArray>> {
        self.enter()?;
        assert_eq!(flags, MAPI_COLUMN_FLAGS::TBL_ALL_COLUMNS);
        Ok(samples::tags(&[PropTag::PR_ENTRYID, PropTag::PR_SUBJECT_W]))
    }

    pub(crate) fn get_row_count(self) -> Result<Success<u32>> {
        self.enter()?;
        Ok(Success::with(12, MAPI_W_APPROX_COUNT))
    }

    pub(crate) fn seek_row(self, origin: usize, rows: i32) -> Result<Success<i32>> {
        self.enter()?;
        if origin == BOOKMARK_END {
            assert_eq!(rows, -1);
            return Ok(Success::new(-1));
        }
        assert_eq!((origin, rows), (samples::BOOKMARK, 7));
        Ok(Success::with(5, MAPI_W_POSITION_CHANGED))
    }

    pub(crate) fn seek_row_approx(self, numerator: u32, denominator: u32) -> Result<()> {
        self.enter()?;
        assert_eq!((numerator, denominator), (1, 3));
        Ok(())
    }

    pub(crate) fn query_position(self) -> Result<(u32, u32, u32)> {
        self.enter()?;
        Ok((4, 1, 3))
    }

    pub(crate) fn find_row(
        self,
        restriction: Restriction<'_>,
        origin: usize,
        flags: MAPI_FIND_FLAGS,
    ) -> Result<Success> {
        self.enter()?;
        if origin == BOOKMARK_BEGINNING {
            assert_eq!(restriction, samples::simple_restriction());
            assert!(flags.is_empty());
            return fail(MAPI_E_NOT_FOUND);
        }
        assert_eq!(origin, samples::BOOKMARK);
        assert_eq!(restriction, samples::restriction());
        assert_eq!(flags, MAPI_FIND_FLAGS::DIR_BACKWARD);
        Ok(Success::warning(MAPI_W_POSITION_CHANGED))
    }

    pub(crate) fn restrict(self, restriction: Option<Restriction<'_>>, flags: MAPI_TABLE_FLAGS) -> Result<()> {
        self.enter()?;
        let Some(restriction) = restriction else {
            assert!(flags.is_empty());
            return Ok(());
        };
        assert_eq!(flags, MAPI_TABLE_FLAGS::TBL_ASYNC | MAPI_TABLE_FLAGS::TBL_BATCH);
        samples::assert_shown("restriction", &restriction);
        let kept = MapiBox::<SRestriction>::new(restriction)?;
        assert_eq!((restriction, kept.view()), (samples::restriction(), samples::restriction()));
        Ok(())
    }

    pub(crate) fn create_bookmark(self) -> Result<usize> {
        self.enter()?;
        Ok(samples::BOOKMARK)
    }

    pub(crate) fn free_bookmark(self, position: usize) -> Result<()> {
        self.enter()?;
        if position == samples::BOOKMARK { Ok(()) } else { fail(MAPI_E_INVALID_BOOKMARK) }
    }

    pub(crate) fn sort_table(self, criteria: SortOrderSet<'_>, flags: MAPI_TABLE_FLAGS) -> Result<()> {
        self.enter()?;
        if flags.is_empty() {
            assert!(criteria.a_sort.is_empty() && criteria.categories == 0 && criteria.expanded == 0);
            return fail(MAPI_E_TOO_COMPLEX);
        }
        samples::assert_shown("sort_orders", &criteria);
        assert_eq!(criteria, samples::sort_orders());
        assert_eq!(flags, MAPI_TABLE_FLAGS::TBL_BATCH);
        Ok(())
    }

    pub(crate) fn query_sort_order(self) -> Result<MapiBox<SSortOrderSet>> {
        self.enter()?;
        MapiBox::new(samples::sort_orders())
    }

    pub(crate) fn query_rows(self, count: i32, flags: MAPI_ROWS_FLAGS) -> Result<MapiBox<SRowSet>> {
        self.enter()?;
        if count == 5 {
            assert!(flags.is_empty());
            return rows(0);
        }
        assert_eq!((count, flags), (-3, MAPI_ROWS_FLAGS::TBL_NOADVANCE));
        rows(2)
    }

    pub(crate) fn abort(self) -> Result<()> {
        self.enter()
    }

    pub(crate) fn expand_row(self, key: &[u8], count: u32) -> Result<(Option<MapiBox<SRowSet>>, u32)> {
        self.enter()?;
        assert_eq!(key, samples::INSTANCE_KEY);
        if count == 0 {
            return Ok((None, 3));
        }
        assert_eq!(count, 10);
        Ok((Some(rows(1)?), 3))
    }

    pub(crate) fn collapse_row(self, key: &[u8]) -> Result<u32> {
        self.enter()?;
        assert_eq!(key, samples::INSTANCE_KEY);
        Ok(6)
    }

    pub(crate) fn wait_for_completion(self, timeout: u32, status: Option<&mut MAPI_TABLE_STATUS>) -> Result<()> {
        self.enter()?;
        let Some(status) = status else {
            assert_eq!(timeout, 0);
            return fail(MAPI_E_TIMEOUT);
        };
        assert_eq!(timeout, 250);
        *status = MAPI_TABLE_STATUS::TBLSTAT_QCHANGED;
        Ok(())
    }

    pub(crate) fn get_collapse_state(self, key: &[u8]) -> Result<MapiVec<u8>> {
        self.enter()?;
        assert_eq!(key, samples::INSTANCE_KEY);
        MapiVec::new(samples::COLLAPSE_STATE)
    }

    pub(crate) fn set_collapse_state(self, state: &[u8]) -> Result<usize> {
        self.enter()?;
        assert_eq!(state, samples::COLLAPSE_STATE);
        Ok(samples::BOOKMARK)
    }
}
