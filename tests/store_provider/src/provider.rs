//! Duty: the object that MAPI asks for when it loads the library.
//! Input: MAPI's logons. Output: a logon object for MAPI and a store for its clients.

use crate::id;
use crate::logon::Logon;
use crate::mailbox::{Mailbox, STORE};
use crate::profile;
use crate::store::Store;
use mapi::provider::ProviderInit;
use mapi::{
    IMAPISupport, IMSLogon, IMSProvider, IMSProvider_Impl, IMsgStore, MAPI_E_UNKNOWN_ENTRYID, MAPI_OPEN_STORE_FLAGS,
    MAPIERROR,
};
use mapidl::{GUID, IUnknown, MapiBox, MapiVec, Result, Success, U16CStr, implement};
use std::sync::Arc;

/// Makes the provider: what the export `MSProviderInit` calls.
pub(crate) fn load(_: &ProviderInit) -> Result<IMSProvider> {
    // The synchronisation has a thread of its own.
    mapidl::init_mta()?;
    Ok(Provider { mailbox: Mailbox::new()? }.into())
}

/// The provider, with the one mailbox that it has.
#[derive(Debug)]
struct Provider {
    mailbox: Arc<Mailbox>,
}

implement! { impl Provider as Provider_Impl: [IMSProvider] }

impl IMSProvider_Impl for Provider_Impl {
    fn logon(
        &self,
        support: &IMAPISupport,
        _: usize,
        _: &U16CStr,
        entry_id: Option<&[u8]>,
        flags: MAPI_OPEN_STORE_FLAGS,
        _: Option<&GUID>,
    ) -> Result<Success<(MapiVec<u8>, Option<MapiBox<MAPIERROR>>, Option<IMSLogon>, IUnknown)>> {
        if entry_id.map(id::number).transpose()?.is_some_and(|number| number != STORE) {
            return Err(MAPI_E_UNKNOWN_ENTRYID.into());
        }
        support.set_provider_uid(&id::PROVIDER)?;
        profile::enter(support, &self.mailbox, flags)?;
        let logon: IMSLogon = Logon::new(&self.mailbox, support).into();
        let store: IMsgStore = Store::new(&self.mailbox).into();
        Ok((MapiVec::default(), None, Some(logon), store.into()).into())
    }

    fn compare_store_ids(&self, one: &[u8], other: &[u8]) -> Result<u32> {
        id::compare(one, other)
    }

    fn shutdown(&self, _: &u32) -> Result<()> {
        self.mailbox.join();
        Ok(())
    }
}
