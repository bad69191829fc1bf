//! Mocks that expect a whole conversation: every call, in order and as often as it comes, answered by the script.

use crate::cpp::samples;
use crate::cpp::script::Script::Play;
use mapi::{
    MAPI_FLAGS, MockIMAPIAdviseSink, MockIMAPIProp, MockIMAPISync, MockIMAPISyncProgressCallback, MockIMAPITable,
    MockIMsgStore, PropTag,
};
use mapidl::mock::{Sequence, always, eq, ge};

pub(crate) fn props(mock: &MockIMAPIProp, order: &Sequence) {
    mock.expect_get_last_error().times(2).in_sequence(order).returning(|a, b| Play.get_last_error(a, b));
    mock.expect_save_changes().times(2).in_sequence(order).returning(|a| Play.save_changes(a));
    mock.expect_get_props()
        .once()
        .in_sequence(order)
        .withf(|tags, flags| tags.is_none() && *flags == MAPI_FLAGS::MAPI_UNICODE)
        .returning(|a, b| Play.get_props(a, b));
    mock.expect_get_props()
        .times(2)
        .in_sequence(order)
        .withf(|tags, flags| tags.is_some_and(|tags| tags.len() < 3) && flags.is_empty())
        .returning(|a, b| Play.get_props(a, b));
    mock.expect_get_prop_list().times(2).in_sequence(order).returning(|a| Play.get_prop_list(a));
    mock.expect_open_property().times(3).in_sequence(order).returning(|a, b, c, d| Play.open_property(a, b, c, d));
    mock.expect_set_props().times(3).in_sequence(order).returning(|a| Play.set_props(a));
    mock.expect_delete_props()
        .times(2)
        .in_sequence(order)
        .withf(|tags| tags.contains(&PropTag::PR_SUBJECT_W))
        .returning(|a| Play.delete_props(a));
    mock.expect_copy_to()
        .times(2)
        .in_sequence(order)
        .returning(|a, b, c, d, e, f, g| Play.copy_to(a, b, c, d, e, f, g));
    mock.expect_copy_props()
        .times(2)
        .in_sequence(order)
        .returning(|a, b, c, d, e, f| Play.copy_props(a, b, c, d, e, f));
    mock.expect_get_names_from_ids().times(3).in_sequence(order).returning(|a, b, c| Play.get_names_from_ids(a, b, c));
    mock.expect_get_ids_from_names().times(2).in_sequence(order).returning(|a, b| Play.get_ids_from_names(a, b));
}

pub(crate) fn store(mock: &MockIMsgStore, order: &Sequence) {
    mock.expect_advise().times(2).in_sequence(order).returning(|a, b, c| Play.store_advise(a, b, c));
    mock.expect_unadvise().once().in_sequence(order).with(eq(samples::CONNECTION)).returning(|a| Play.unadvise(a));
    mock.expect_compare_entry_ids().times(2).in_sequence(order).returning(|a, b| Play.compare_entry_ids(a, b));
    mock.expect_open_entry().times(3).in_sequence(order).returning(|a, b, c| Play.open_entry(a, b, c));
    mock.expect_set_receive_folder().times(2).in_sequence(order).returning(|a, b, c| Play.set_receive_folder(a, b, c));
    mock.expect_get_receive_folder().times(2).in_sequence(order).returning(|a, b| Play.get_receive_folder(a, b));
    mock.expect_get_receive_folder_table().once().in_sequence(order).returning(|a| Play.get_receive_folder_table(a));
    mock.expect_store_logoff().once().in_sequence(order).returning(|a| Play.store_logoff(a));
    mock.expect_abort_submit().times(2).in_sequence(order).returning(|a| Play.abort_submit(a));
    mock.expect_get_outgoing_queue().once().in_sequence(order).returning(|| Play.get_outgoing_queue());
    mock.expect_set_lock_state().once().in_sequence(order).returning(|a, b| Play.set_lock_state(a, b));
    mock.expect_finished_msg().once().in_sequence(order).returning(|a| Play.finished_msg(a));
    mock.expect_notify_new_mail().once().in_sequence(order).returning(|a| Play.notify_new_mail(a));
}

pub(crate) fn table(mock: &MockIMAPITable, order: &Sequence) {
    mock.expect_get_last_error().times(2).in_sequence(order).returning(|a, b| Play.get_last_error(a, b));
    mock.expect_advise().once().in_sequence(order).returning(|a, b| Play.advise(a, b));
    mock.expect_unadvise().once().in_sequence(order).returning(|a| Play.unadvise(a));
    mock.expect_get_status().once().in_sequence(order).returning(|| Play.get_status());
    mock.expect_set_columns().times(2).in_sequence(order).returning(|a, b| Play.set_columns(a, b));
    mock.expect_query_columns().once().in_sequence(order).returning(|a| Play.query_columns(a));
    mock.expect_get_row_count().once().in_sequence(order).returning(|| Play.get_row_count());
    mock.expect_seek_row().times(2).in_sequence(order).with(always(), ge(-1)).returning(|a, b| Play.seek_row(a, b));
    mock.expect_seek_row_approx().once().in_sequence(order).with(eq(1), eq(3)).returning(|_, _| Ok(()));
    mock.expect_query_position().once().in_sequence(order).returning(|| Play.query_position());
    mock.expect_find_row().times(2).in_sequence(order).returning(|a, b, c| Play.find_row(a, b, c));
    mock.expect_restrict().times(2).in_sequence(order).returning(|a, b| Play.restrict(a, b));
    mock.expect_create_bookmark().once().in_sequence(order).returning(|| Play.create_bookmark());
    mock.expect_free_bookmark().times(2).in_sequence(order).returning(|a| Play.free_bookmark(a));
    mock.expect_sort_table().times(2).in_sequence(order).returning(|a, b| Play.sort_table(a, b));
    mock.expect_query_sort_order().once().in_sequence(order).returning(|| Play.query_sort_order());
    mock.expect_query_rows().times(2).in_sequence(order).returning(|a, b| Play.query_rows(a, b));
    mock.expect_abort().once().in_sequence(order).returning(|| Play.abort());
    mock.expect_expand_row().times(2).in_sequence(order).returning(|a, b| Play.expand_row(a, b));
    mock.expect_collapse_row().once().in_sequence(order).returning(|a| Play.collapse_row(a));
    mock.expect_wait_for_completion().times(2).in_sequence(order).returning(|a, b| Play.wait_for_completion(a, b));
    mock.expect_get_collapse_state().once().in_sequence(order).returning(|a| Play.get_collapse_state(a));
    mock.expect_set_collapse_state().once().in_sequence(order).returning(|a| Play.set_collapse_state(a));
}

pub(crate) fn sink(mock: &MockIMAPIAdviseSink, order: &Sequence) {
    mock.expect_on_notify().times(1..=2).in_sequence(order).returning(|a| Play.on_notify(a));
}

pub(crate) fn sync(mock: &MockIMAPISync, order: &Sequence) {
    mock.expect_synchronize_in_background()
        .times(2)
        .in_sequence(order)
        .returning(|a| Play.synchronize_in_background(a));
}

pub(crate) fn callback(mock: &MockIMAPISyncProgressCallback, order: &Sequence) {
    mock.expect_progress().times(2).in_sequence(order).returning(|a, b, c| Play.progress(a, b, c));
    mock.expect_error().once().in_sequence(order).returning(|a, b| Play.error(a, b));
    mock.expect_done().times(2).in_sequence(order).returning(|a, b| Play.done(a, b));
}
