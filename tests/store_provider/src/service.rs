//! Duty: the message service that the provider belongs to, as MAPI installs and configures it.
//! Input: MAPI's calls. Output: nothing yet; a provider of one's own keeps its settings here.

use mapi::provider::ServiceCall;
use mapi::{MAPI_E_NO_SUPPORT, MAPI_SERVICE_CONTEXT};
use mapidl::Result;

/// Answers MAPI: what the export `ServiceEntry` calls.
pub(crate) fn call(call: &ServiceCall<'_>) -> Result<()> {
    match call.context {
        // mapisvc.inf says all there is to say, so there is nothing to ask and nothing to clean up.
        MAPI_SERVICE_CONTEXT::MSG_SERVICE_INSTALL
        | MAPI_SERVICE_CONTEXT::MSG_SERVICE_CREATE
        | MAPI_SERVICE_CONTEXT::MSG_SERVICE_CONFIGURE
        | MAPI_SERVICE_CONTEXT::MSG_SERVICE_DELETE
        | MAPI_SERVICE_CONTEXT::MSG_SERVICE_UNINSTALL => Ok(()),
        _ => Err(MAPI_E_NO_SUPPORT.into()),
    }
}
