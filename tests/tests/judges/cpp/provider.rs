//! Providers in Rust, which say what the script says; and one that has left out every method.

use crate::cpp::script::Script;
use mapi::*;
use mapidl::com::HANDLE;
use mapidl::record::Ptr;
use mapidl::{GUID, HRESULT, IUnknown, MapiBox, MapiString, MapiVec, Result, Success, U16CStr, implement};

/// An object with properties.
pub(crate) struct Prop(pub(crate) Script);
/// A message, of which only its properties matter.
pub(crate) struct Note(pub(crate) Script);
/// A message store with background synchronisation.
pub(crate) struct Store(pub(crate) Script);
/// A table.
pub(crate) struct Table(pub(crate) Script);
/// A sink.
pub(crate) struct Sink(pub(crate) Script);
/// Shows how a synchronisation gets on.
pub(crate) struct Callback(pub(crate) Script);
/// Shows how a long operation gets on.
pub(crate) struct Indicator;
/// Whoever implements interfaces and writes no method.
pub(crate) struct Bare;

implement! { impl Prop as pub(crate) Prop_Impl: [IMAPIProp] }
implement! { impl Note as pub(crate) Note_Impl: [IMessage] }
implement! { impl Store as pub(crate) Store_Impl: [IMsgStore, IMAPISync] }
implement! { impl Table as pub(crate) Table_Impl: [IMAPITable] }
implement! { impl Sink as pub(crate) Sink_Impl: [IMAPIAdviseSink] }
implement! { impl Callback as pub(crate) Callback_Impl: [IMAPISyncProgressCallback] }
implement! { impl Indicator as pub(crate) Indicator_Impl: [IMAPIProgress] }
implement! {
    impl Bare as pub(crate) Bare_Impl: [IMsgStore, IMAPITable, IMAPISync, IMAPISyncProgressCallback, IMAPIAdviseSink]
}

impl IMAPIProp_Impl for Bare_Impl {}
impl IMsgStore_Impl for Bare_Impl {}
impl IMAPITable_Impl for Bare_Impl {}
impl IMAPISync_Impl for Bare_Impl {}
impl IMAPISyncProgressCallback_Impl for Bare_Impl {}
impl IMAPIAdviseSink_Impl for Bare_Impl {}
impl IMessage_Impl for Note_Impl {}

impl IMAPIProgress_Impl for Indicator_Impl {
    fn progress(&self, value: u32, count: u32, total: u32) -> Result<()> {
        assert_eq!((value, count, total), (50, 1, 2));
        Ok(())
    }
}

/// Implements an interface by the script: a line for each method, with the method of the script behind the `=`.
macro_rules! scripted {
    ($interface:ident for $object:ident {
        $($method:ident($($name:ident: $ty:ty),*) -> $answer:ty = $part:ident;)*
    }) => {
        impl $interface for $object {
            $(
                fn $method(&self, $($name: $ty),*) -> $answer {
                    self.0.$part($($name),*)
                }
            )*
        }
    };
}

type Problems = Option<MapiBox<SPropProblemArray>>;

macro_rules! scripted_props {
    ($($object:ident),*) => {
        $(
            scripted! { IMAPIProp_Impl for $object {
                get_last_error(
                    result: HRESULT, flags: MAPI_FLAGS
                ) -> Result<Option<MapiBox<MAPIERROR>>> = get_last_error;
                save_changes(flags: MAPI_SAVE_FLAGS) -> Result<()> = save_changes;
                get_props(
                    tags: Option<&[PropTag]>, flags: MAPI_FLAGS
                ) -> Result<Success<MapiVec<SPropValue>>> = get_props;
                get_prop_list(flags: MAPI_FLAGS) -> Result<MapiBox<SPropTagArray>> = get_prop_list;
                open_property(
                    tag: PropTag, iid: &GUID, options: u32, flags: MAPI_FLAGS
                ) -> Result<IUnknown> = open_property;
                set_props(props: &[PropValue<'_>]) -> Result<Problems> = set_props;
                delete_props(tags: &[PropTag]) -> Result<Problems> = delete_props;
                copy_to(
                    exclude: Option<&[GUID]>, tags: Option<&[PropTag]>, window: usize, progress: Option<&IMAPIProgress>,
                    interface: &GUID, destination: &IUnknown, flags: MAPI_COPY_FLAGS
                ) -> Result<Success<Problems>> = copy_to;
                copy_props(
                    tags: &[PropTag], window: usize, progress: Option<&IMAPIProgress>, interface: &GUID,
                    destination: &IUnknown, flags: MAPI_COPY_FLAGS
                ) -> Result<Success<Problems>> = copy_props;
                get_names_from_ids(
                    tags: Option<&[PropTag]>, set: Option<&GUID>, flags: MAPI_NAME_FLAGS
                ) -> Result<Success<(Option<MapiBox<SPropTagArray>>, MapiVec<Ptr<MAPINAMEID>>)>> = get_names_from_ids;
                get_ids_from_names(
                    names: Option<&[PropName<'_>]>, flags: MAPI_FLAGS
                ) -> Result<Success<MapiBox<SPropTagArray>>> = get_ids_from_names;
            } }
        )*
    };
}

scripted_props!(Prop_Impl, Note_Impl, Store_Impl);

scripted! { IMsgStore_Impl for Store_Impl {
    advise(entry: Option<&[u8]>, events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> = store_advise;
    unadvise(connection: usize) -> Result<()> = unadvise;
    compare_entry_ids(one: &[u8], two: &[u8]) -> Result<u32> = compare_entry_ids;
    open_entry(
        entry: Option<&[u8]>, interface: Option<&GUID>, flags: MAPI_FLAGS
    ) -> Result<(MAPI_OBJECT_TYPE, IUnknown)> = open_entry;
    set_receive_folder(
        class: Option<&U16CStr>, flags: MAPI_FLAGS, entry: Option<&[u8]>
    ) -> Result<()> = set_receive_folder;
    get_receive_folder(
        class: Option<&U16CStr>, flags: MAPI_FLAGS
    ) -> Result<(MapiVec<u8>, Option<MapiString>)> = get_receive_folder;
    get_receive_folder_table(flags: MAPI_FLAGS) -> Result<IMAPITable> = get_receive_folder_table;
    store_logoff(flags: &mut MAPI_LOGOFF_FLAGS) -> Result<()> = store_logoff;
    abort_submit(entry: &[u8]) -> Result<()> = abort_submit;
    get_outgoing_queue() -> Result<IMAPITable> = get_outgoing_queue;
    set_lock_state(message: &IMessage, state: MAPI_LOCK_STATE) -> Result<()> = set_lock_state;
    finished_msg(entry: &[u8]) -> Result<()> = finished_msg;
    notify_new_mail(notification: Notification<'_>) -> Result<()> = notify_new_mail;
} }

scripted! { IMAPITable_Impl for Table_Impl {
    get_last_error(result: HRESULT, flags: MAPI_FLAGS) -> Result<Option<MapiBox<MAPIERROR>>> = get_last_error;
    advise(events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> = advise;
    unadvise(connection: usize) -> Result<()> = unadvise;
    get_status() -> Result<(MAPI_TABLE_STATUS, MAPI_TABLE_TYPE)> = get_status;
    set_columns(tags: &[PropTag], flags: MAPI_TABLE_FLAGS) -> Result<()> = set_columns;
    query_columns(flags: MAPI_COLUMN_FLAGS) -> Result<MapiBox<SPropTagArray>> = query_columns;
    get_row_count() -> Result<Success<u32>> = get_row_count;
    seek_row(origin: usize, rows: i32) -> Result<Success<i32>> = seek_row;
    seek_row_approx(numerator: u32, denominator: u32) -> Result<()> = seek_row_approx;
    query_position() -> Result<(u32, u32, u32)> = query_position;
    find_row(restriction: Restriction<'_>, origin: usize, flags: MAPI_FIND_FLAGS) -> Result<Success> = find_row;
    restrict(restriction: Option<Restriction<'_>>, flags: MAPI_TABLE_FLAGS) -> Result<()> = restrict;
    create_bookmark() -> Result<usize> = create_bookmark;
    free_bookmark(position: usize) -> Result<()> = free_bookmark;
    sort_table(criteria: SortOrderSet<'_>, flags: MAPI_TABLE_FLAGS) -> Result<()> = sort_table;
    query_sort_order() -> Result<MapiBox<SSortOrderSet>> = query_sort_order;
    query_rows(count: i32, flags: MAPI_ROWS_FLAGS) -> Result<MapiBox<SRowSet>> = query_rows;
    abort() -> Result<()> = abort;
    expand_row(key: &[u8], count: u32) -> Result<(Option<MapiBox<SRowSet>>, u32)> = expand_row;
    collapse_row(key: &[u8]) -> Result<u32> = collapse_row;
    wait_for_completion(timeout: u32, status: Option<&mut MAPI_TABLE_STATUS>) -> Result<()> = wait_for_completion;
    get_collapse_state(key: &[u8]) -> Result<MapiVec<u8>> = get_collapse_state;
    set_collapse_state(state: &[u8]) -> Result<usize> = set_collapse_state;
} }

scripted! { IMAPIAdviseSink_Impl for Sink_Impl {
    on_notify(notifications: &[Notification<'_>]) -> u32 = on_notify;
} }

scripted! { IMAPISync_Impl for Store_Impl {
    synchronize_in_background(order: SyncOrder<'_>) -> Result<()> = synchronize_in_background;
} }

scripted! { IMAPISyncProgressCallback_Impl for Callback_Impl {
    progress(words: Option<&U16CStr>, index: u32, max: u32) -> Result<()> = progress;
    error(result: HRESULT, words: &U16CStr) -> Result<()> = error;
    done(event: HANDLE, result: HRESULT) -> Result<()> = done;
} }
