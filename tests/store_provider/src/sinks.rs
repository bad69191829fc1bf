//! Duty: tell clients what changes.
//! Input: sinks that clients register, and changes. Output: calls of the sinks.

use crate::id::{Number, entry_id};
use crate::object::Object;
use mapi::{
    IMAPIAdviseSink, MAPI_E_NOT_FOUND, MAPI_EVENTS, NewMailNotification, Notification, NotificationData,
    ObjectNotification, PropTag, PropValue, Value,
};
use mapidl::{AgileReference, Result, U16CStr, u16cstr};
use std::sync::{Mutex, PoisonError};

/// The registered sinks.
///
/// They are called on the thread that makes the change. Where a client expects MAPI to care for threads, a provider
/// leaves them to `IMAPISupport::Subscribe` and `Notify`.
#[derive(Debug, Default)]
pub(crate) struct Sinks(Mutex<Registered>);

#[derive(Debug, Default)]
struct Registered {
    last: usize,
    sinks: Vec<Registration>,
}

#[derive(Clone, Debug)]
struct Registration {
    connection: usize,
    /// The object of interest, with what is directly in it; none for the whole store.
    object: Option<Number>,
    events: MAPI_EVENTS,
    sink: AgileReference<IMAPIAdviseSink>,
}

impl Registration {
    fn wants(&self, event: MAPI_EVENTS, changed: &Object) -> bool {
        let concerned = self.object.is_none_or(|number| number == changed.number || number == changed.parent);
        concerned && self.events.contains(event)
    }
}

impl Sinks {
    /// `Advise`: registers a sink, and gives the number of its registration.
    pub(crate) fn advise(&self, object: Option<Number>, events: MAPI_EVENTS, sink: &IMAPIAdviseSink) -> Result<usize> {
        let sink = AgileReference::of_free_threaded(sink);
        let mut registered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        registered.last += 1;
        let connection = registered.last;
        registered.sinks.push(Registration { connection, object, events, sink });
        Ok(connection)
    }

    /// `Unadvise`: releases a sink.
    pub(crate) fn unadvise(&self, connection: usize) -> Result<()> {
        let mut registered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let place = registered.sinks.iter().position(|r| r.connection == connection).ok_or(MAPI_E_NOT_FOUND)?;
        let gone = registered.sinks.swap_remove(place);
        // Releasing it may call the client, which may call back.
        drop(registered);
        drop(gone);
        Ok(())
    }

    /// Calls the sinks that want to hear of an event.
    pub(crate) fn tell(&self, event: MAPI_EVENTS, changed: &Object) {
        let concerned: Vec<_> = {
            let registered = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            registered.sinks.iter().filter(|r| r.wants(event, changed)).cloned().collect()
        };
        let (id, parent) = (entry_id(changed.number), entry_id(changed.parent));
        let notification = notification(event, changed, &id, &parent);
        for registration in concerned {
            // A client that is gone cannot be told, and nobody else wants to know.
            if let Ok(sink) = registration.sink.resolve() {
                sink.on_notify(&[notification]);
            }
        }
    }
}

/// The message's class, which no client may find missing.
fn class_of(message: &Object) -> &U16CStr {
    match message.properties.find(PropTag::PR_MESSAGE_CLASS_W).map(PropValue::value) {
        Some(Value::Unicode(class)) => class,
        _ => u16cstr!("IPM"),
    }
}

fn notification<'a>(event: MAPI_EVENTS, changed: &'a Object, id: &'a [u8], parent: &'a [u8]) -> Notification<'a> {
    let object = ObjectNotification::default().with_entry_id(id).with_parent_id(parent).with_obj_type(changed.kind);
    Notification::new(match event {
        MAPI_EVENTS::fnevNewMail => {
            let mail = NewMailNotification::default().with_entry_id(id).with_parent_id(parent);
            NotificationData::NewMail(mail.with_message_class(Some(class_of(changed))))
        }
        MAPI_EVENTS::fnevObjectCreated => NotificationData::ObjectCreated(object),
        MAPI_EVENTS::fnevObjectDeleted => NotificationData::ObjectDeleted(object),
        _ => NotificationData::ObjectModified(object),
    })
}
