//! What a message store adds to an object with properties.

use super::{Script, fail, samples};
use crate::cpp::provider::{Note, Prop, Table};
use mapi::{
    IMAPIAdviseSink, IMAPIProp, IMAPITable, IMessage, MAPI_E_NOT_IN_QUEUE, MAPI_E_UNKNOWN_ENTRYID, MAPI_EVENTS,
    MAPI_FLAGS, MAPI_LOCK_STATE, MAPI_LOGOFF_FLAGS, MAPI_OBJECT_TYPE, MAPI_SAVE_FLAGS, Notification, NotificationData,
};
use mapidl::{GUID, IUnknown, Interface, MapiString, MapiVec, Result, U16CStr};

/// A string's width is the call's business: a class is the same in either.
fn assert_wide_or_narrow(flags: MAPI_FLAGS) {
    assert!(flags.without(MAPI_FLAGS::MAPI_UNICODE).is_empty());
}

impl Script {
    pub(crate) fn store_advise(
        self,
        entry: Option<&[u8]>,
        events: MAPI_EVENTS,
        sink: &IMAPIAdviseSink,
    ) -> Result<usize> {
        self.enter()?;
        if let Some(entry) = entry {
            let wanted = MAPI_EVENTS::fnevNewMail | MAPI_EVENTS::fnevObjectMoved | MAPI_EVENTS::fnevExtended;
            assert_eq!((entry, events), (samples::ENTRY_A, wanted));
        } else {
            assert_eq!(events, MAPI_EVENTS::fnevCriticalError);
        }
        assert_eq!(samples::with_notifications(|all| sink.on_notify(all)), 0);
        Ok(samples::CONNECTION)
    }

    pub(crate) fn compare_entry_ids(self, one: &[u8], two: &[u8]) -> Result<u32> {
        self.enter()?;
        assert_eq!(one, samples::ENTRY_A);
        assert!([samples::ENTRY_A, samples::ENTRY_B].contains(&two));
        Ok(u32::from(one == two))
    }

    pub(crate) fn open_entry(
        self,
        entry: Option<&[u8]>,
        interface: Option<&GUID>,
        flags: MAPI_FLAGS,
    ) -> Result<(MAPI_OBJECT_TYPE, IUnknown)> {
        self.enter()?;
        let Some(entry) = entry else {
            assert_eq!((interface, flags), (None, MAPI_FLAGS::MAPI_BEST_ACCESS));
            let message: IMessage = Note(self).into();
            return Ok((MAPI_OBJECT_TYPE::MAPI_MESSAGE, message.into()));
        };
        let wanted = MAPI_FLAGS::MAPI_MODIFY | MAPI_FLAGS::MAPI_NO_CACHE;
        assert_eq!((interface, flags), (Some(&IMAPIProp::IID), wanted));
        if entry == samples::ENTRY_B {
            return fail(MAPI_E_UNKNOWN_ENTRYID);
        }
        assert_eq!(entry, samples::ENTRY_A);
        Ok((MAPI_OBJECT_TYPE::MAPI_FOLDER, Prop(self).into()))
    }

    pub(crate) fn set_receive_folder(
        self,
        class: Option<&U16CStr>,
        flags: MAPI_FLAGS,
        entry: Option<&[u8]>,
    ) -> Result<()> {
        self.enter()?;
        assert_wide_or_narrow(flags);
        if class.is_some() {
            assert_eq!((class, entry), (Some(samples::MESSAGE_CLASS), Some(samples::ENTRY_A)));
        } else {
            assert_eq!(entry, None);
        }
        Ok(())
    }

    pub(crate) fn get_receive_folder(
        self,
        class: Option<&U16CStr>,
        flags: MAPI_FLAGS,
    ) -> Result<(MapiVec<u8>, Option<MapiString>)> {
        self.enter()?;
        assert_wide_or_narrow(flags);
        let Some(class) = class else { return Ok((MapiVec::new(samples::ENTRY_B)?, None)) };
        assert_eq!(class, samples::CUSTOM_CLASS);
        Ok((MapiVec::new(samples::ENTRY_A)?, Some(MapiString::new(samples::MESSAGE_CLASS)?)))
    }

    pub(crate) fn get_receive_folder_table(self, flags: MAPI_FLAGS) -> Result<IMAPITable> {
        self.enter()?;
        assert_eq!(flags, MAPI_FLAGS::MAPI_UNICODE | MAPI_FLAGS::MAPI_DEFERRED_ERRORS);
        Ok(Table(self).into())
    }

    pub(crate) fn store_logoff(self, flags: &mut MAPI_LOGOFF_FLAGS) -> Result<()> {
        self.enter()?;
        assert_eq!(*flags, MAPI_LOGOFF_FLAGS::LOGOFF_ORDERLY);
        *flags = MAPI_LOGOFF_FLAGS::LOGOFF_INBOUND | MAPI_LOGOFF_FLAGS::LOGOFF_OUTBOUND;
        Ok(())
    }

    pub(crate) fn abort_submit(self, entry: &[u8]) -> Result<()> {
        self.enter()?;
        if entry == samples::ENTRY_B {
            return fail(MAPI_E_NOT_IN_QUEUE);
        }
        assert_eq!(entry, samples::ENTRY_A);
        Ok(())
    }

    pub(crate) fn get_outgoing_queue(self) -> Result<IMAPITable> {
        self.enter()?;
        Ok(Table(self).into())
    }

    pub(crate) fn set_lock_state(self, message: &IMessage, state: MAPI_LOCK_STATE) -> Result<()> {
        self.enter()?;
        assert_eq!(state, MAPI_LOCK_STATE::MSG_LOCKED);
        message.save_changes(MAPI_SAVE_FLAGS::KEEP_OPEN_READWRITE | MAPI_SAVE_FLAGS::FORCE_SAVE)
    }

    pub(crate) fn finished_msg(self, entry: &[u8]) -> Result<()> {
        self.enter()?;
        assert_eq!(entry, samples::ENTRY_A);
        Ok(())
    }

    pub(crate) fn notify_new_mail(self, notification: Notification<'_>) -> Result<()> {
        self.enter()?;
        let NotificationData::NewMail(mail) = notification.info() else { panic!("not new mail: {notification:?}") };
        let expected = samples::new_mail();
        assert_eq!((mail.entry_id(), mail.parent_id()), (expected.entry_id(), expected.parent_id()));
        assert_eq!(mail.message_class(), expected.message_class());
        assert_eq!(mail.message_flags(), expected.message_flags());
        Ok(())
    }
}
