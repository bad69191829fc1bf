//! Notifications of every kind.

use super::arena::Arena;
use super::model::{Event, Model, Prop, Row, Tags, Words};
use super::props::{of_raws, of_views, views};
use super::raw;
use super::wire::Wire;
use mapi::{
    ErrorNotification, ExtendedNotification, MAPI_FLAGS, MAPI_MESSAGE_FLAGS, MAPI_OBJECT_TYPE, MAPI_TABLE_EVENT,
    MAPIERROR, MapiError, NOTIFICATION, NewMailNotification, Notification, NotificationData, ObjectNotification,
    PropTag, StatusObjectNotification, TableNotification,
};
use mapidl::HRESULT;
use std::marker::PhantomData;

/// MAPI_UNICODE, which says that the class in news of mail and the words of an error are wide: the builders set it.
const WIDE: u32 = 0x8000_0000;

impl Model for Words {
    type Record = MAPIERROR;

    fn view<'a>(&'a self, _: &'a Arena) -> MapiError<'a> {
        MapiError::default()
            .with_version(self.version)
            .with_error(self.error.as_deref())
            .with_component(self.component.as_deref())
            .with_low_level_error(self.low_level)
            .with_context(self.context)
    }

    fn of_view(view: MapiError<'_>) -> Self {
        Self {
            version: view.version(),
            error: view.error().map(ToOwned::to_owned),
            component: view.component().map(ToOwned::to_owned),
            low_level: view.low_level_error(),
            context: view.context(),
        }
    }

    unsafe fn of_raw(record: *const MAPIERROR) -> Self {
        // SAFETY: as the caller promises; both strings are wide, as these records have them.
        unsafe {
            let record = record.read_unaligned();
            Self {
                version: record.ulVersion,
                error: raw::wide(record.lpszError.cast()),
                component: raw::wide(record.lpszComponent.cast()),
                low_level: record.ulLowLevelError,
                context: record.ulContext,
            }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.number(self.version);
        to.maybe(self.error.as_ref(), |to, text| to.wide(text));
        to.maybe(self.component.as_ref(), |to, text| to.wide(text));
        to.numbers([self.low_level, self.context]);
    }
}

impl Event {
    /// `ulEventType`
    fn kind(&self) -> u32 {
        match self {
            Self::Error { .. } => 1,
            Self::Mail { .. } => 2,
            Self::Object { event, .. } => *event,
            Self::Table { .. } => 0x100,
            Self::Status { .. } => 0x200,
            Self::Extended { .. } => 0x8000_0000,
            Self::Unknown(kind) => *kind,
        }
    }

    fn of_object(event: u32, view: ObjectNotification<'_>) -> Self {
        let ids = [view.entry_id(), view.parent_id(), view.old_id(), view.old_parent_id()].map(<[u8]>::to_vec);
        Self::Object { event, kind: view.obj_type().0, ids, tags: view.prop_tag_array().map(Tags::of_view) }
    }

    /// # Safety
    /// The record tells of an object, and is valid.
    unsafe fn of_raw_object(record: &NOTIFICATION) -> Self {
        // SAFETY: as promised.
        unsafe {
            let obj = record.info.obj;
            let ids = [
                raw::values(obj.lpEntryID.cast(), obj.cbEntryID),
                raw::values(obj.lpParentID.cast(), obj.cbParentID),
                raw::values(obj.lpOldID.cast(), obj.cbOldID),
                raw::values(obj.lpOldParentID.cast(), obj.cbOldParentID),
            ];
            let tags = (!obj.lpPropTagArray.is_null()).then(|| Tags::of_raw(obj.lpPropTagArray));
            Self::Object { event: record.ulEventType, kind: obj.ulObjType, ids, tags }
        }
    }
}

fn object(event: u32, object: ObjectNotification<'_>) -> NotificationData<'_> {
    match event {
        4 => NotificationData::ObjectCreated(object),
        8 => NotificationData::ObjectDeleted(object),
        0x10 => NotificationData::ObjectModified(object),
        0x20 => NotificationData::ObjectMoved(object),
        0x40 => NotificationData::ObjectCopied(object),
        0x80 => NotificationData::SearchComplete(object),
        other => unreachable!("{other} tells of no object"),
    }
}

impl Model for Event {
    type Record = NOTIFICATION;

    fn view<'a>(&'a self, arena: &'a Arena) -> Notification<'a> {
        Notification::new(match self {
            Self::Error { entry, code, flags, words } => {
                let words = words.as_ref().map(|words| arena.one(words.view(arena)));
                let (code, flags) = (HRESULT(*code), MAPI_FLAGS(*flags));
                NotificationData::CriticalError(ErrorNotification::new(entry, code, flags, words))
            }
            Self::Mail { entry, parent, flags, class, state } => {
                let mail = NewMailNotification::default().with_entry_id(entry).with_parent_id(parent);
                let mail = mail.with_message_class(class.as_deref()).with_flags(MAPI_FLAGS(*flags));
                NotificationData::NewMail(mail.with_message_flags(MAPI_MESSAGE_FLAGS(*state)))
            }
            Self::Object { event, kind, ids: [entry, parent, old, old_parent], tags } => {
                let tags: Option<Vec<_>> = tags.as_ref().map(|tags| tags.0.iter().copied().map(PropTag).collect());
                let news = ObjectNotification::default()
                    .with_obj_type(MAPI_OBJECT_TYPE(*kind))
                    .with_entry_id(entry)
                    .with_parent_id(parent)
                    .with_old_id(old)
                    .with_old_parent_id(old_parent)
                    .with_prop_tag_array(tags.map(|tags| arena.tags(&tags)));
                object(*event, news)
            }
            Self::Table { event, code, index, prior, row } => NotificationData::TableModified(
                TableNotification::default()
                    .with_table_event(MAPI_TABLE_EVENT(*event))
                    .with_result(HRESULT(*code))
                    .with_prop_index(index.view(arena))
                    .with_prop_prior(prior.view(arena))
                    .with_row(row.view(arena)),
            ),
            Self::Extended { event, parameters } => {
                NotificationData::Extended(ExtendedNotification::new(*event, parameters))
            }
            Self::Status { entry, props } => {
                NotificationData::StatusObjectModified(StatusObjectNotification::new(entry, views(props, arena)))
            }
            Self::Unknown(kind) => NotificationData::Unknown(*kind, PhantomData),
        })
    }

    fn of_view(view: Notification<'_>) -> Self {
        match view.info() {
            NotificationData::CriticalError(error) => Self::Error {
                entry: error.entry_id().to_vec(),
                code: error.scode().0,
                flags: error.flags().0 & !WIDE,
                words: error.mapi_error().map(Words::of_view),
            },
            NotificationData::NewMail(mail) => Self::Mail {
                entry: mail.entry_id().to_vec(),
                parent: mail.parent_id().to_vec(),
                flags: mail.flags().0 & !WIDE,
                class: mail.message_class().map(std::borrow::Cow::into_owned),
                state: mail.message_flags().0,
            },
            NotificationData::ObjectCreated(object) => Self::of_object(4, object),
            NotificationData::ObjectDeleted(object) => Self::of_object(8, object),
            NotificationData::ObjectModified(object) => Self::of_object(0x10, object),
            NotificationData::ObjectMoved(object) => Self::of_object(0x20, object),
            NotificationData::ObjectCopied(object) => Self::of_object(0x40, object),
            NotificationData::SearchComplete(object) => Self::of_object(0x80, object),
            NotificationData::TableModified(table) => Self::Table {
                event: table.table_event().0,
                code: table.result().0,
                index: Prop::of_view(table.prop_index()),
                prior: Prop::of_view(table.prop_prior()),
                row: Row::of_view(table.row()),
            },
            NotificationData::Extended(extended) => {
                Self::Extended { event: extended.event(), parameters: extended.event_parameters().to_vec() }
            }
            NotificationData::StatusObjectModified(status) => {
                Self::Status { entry: status.entry_id().to_vec(), props: of_views(status.prop_vals()) }
            }
            NotificationData::Unknown(kind, _) => Self::Unknown(kind),
            new => panic!("a new kind of event: {new:?}"),
        }
    }

    unsafe fn of_raw(record: *const NOTIFICATION) -> Self {
        // SAFETY: as the caller promises; the event says which member is meant.
        unsafe {
            let record = record.read_unaligned();
            assert_eq!(record.ulAlignPad.assume_init(), 0);
            match record.ulEventType {
                1 => {
                    let error = record.info.err;
                    assert_eq!(error.ulFlags & WIDE, WIDE);
                    Self::Error {
                        entry: raw::values(error.lpEntryID.cast(), error.cbEntryID),
                        code: error.scode.0,
                        flags: error.ulFlags & !WIDE,
                        words: (!error.lpMAPIError.is_null()).then(|| Words::of_raw(error.lpMAPIError)),
                    }
                }
                2 => {
                    let mail = record.info.newmail;
                    assert_eq!(mail.ulFlags & WIDE, WIDE);
                    Self::Mail {
                        entry: raw::values(mail.lpEntryID.cast(), mail.cbEntryID),
                        parent: raw::values(mail.lpParentID.cast(), mail.cbParentID),
                        flags: mail.ulFlags & !WIDE,
                        class: raw::wide(mail.lpszMessageClass.cast()),
                        state: mail.ulMessageFlags,
                    }
                }
                4 | 8 | 0x10 | 0x20 | 0x40 | 0x80 => Self::of_raw_object(&record),
                0x100 => {
                    let table = &raw const record.info.tab;
                    Self::Table {
                        event: (*table).ulTableEvent,
                        code: (*table).hResult.0,
                        index: Prop::of_raw(&raw const (*table).propIndex),
                        prior: Prop::of_raw(&raw const (*table).propPrior),
                        row: Row::of_raw(&raw const (*table).row),
                    }
                }
                0x200 => {
                    let status = record.info.statobj;
                    Self::Status {
                        entry: raw::values(status.lpEntryID.cast(), status.cbEntryID),
                        props: of_raws(status.lpPropVals, status.cValues),
                    }
                }
                WIDE => {
                    let extended = record.info.ext;
                    let parameters = raw::values(extended.pbEventParameters, extended.cb);
                    Self::Extended { event: extended.ulEvent, parameters }
                }
                kind => Self::Unknown(kind),
            }
        }
    }

    fn write(&self, to: &mut Wire) {
        to.number(self.kind());
        match self {
            Self::Error { entry, code, flags, words } => {
                to.bytes(entry);
                to.numbers([code.cast_unsigned(), *flags | WIDE]);
                to.maybe(words.as_ref(), |to, words| words.write(to));
            }
            Self::Mail { entry, parent, flags, class, state } => {
                to.bytes(entry);
                to.bytes(parent);
                to.number(*flags | WIDE);
                to.maybe(class.as_ref(), |to, class| to.wide(class));
                to.number(*state);
            }
            Self::Object { kind, ids, tags, .. } => {
                to.number(*kind);
                ids.iter().for_each(|id| to.bytes(id));
                to.maybe(tags.as_ref(), |to, tags| tags.write(to));
            }
            Self::Table { event, code, index, prior, row } => {
                to.numbers([*event, code.cast_unsigned()]);
                index.write(to);
                prior.write(to);
                row.write(to);
            }
            Self::Extended { event, parameters } => {
                to.number(*event);
                to.bytes(parameters);
            }
            Self::Status { entry, props } => {
                to.bytes(entry);
                to.all(props, |to, prop| prop.write(to));
            }
            Self::Unknown(_) => {}
        }
    }
}
