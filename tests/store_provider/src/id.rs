//! Duty: the identifiers by which MAPI opens what is in the store.
//! Input: the number of an object. Output: the bytes of its entry identifier, and the number again.

use mapi::{MAPI_E_INVALID_ENTRYID, MAPI_E_UNKNOWN_ENTRYID, MAPIUID};
use mapidl::Result;

/// Tells this provider's identifiers from those of others. A provider of one's own draws a new one (`uuidgen`).
pub(crate) const PROVIDER: MAPIUID =
    MAPIUID { ab: [0x6e, 0x0c, 0x1f, 0x5a, 0x93, 0x27, 0x4b, 0x41, 0x8d, 0x52, 0xb7, 0x0a, 0x64, 0xe9, 0x3c, 0x18] };

/// An object of the mailbox.
pub(crate) type Number = u64;

/// Flags (none: the identifier is good for ever), the provider, the number.
const LENGTH: usize = 4 + 16 + 8;

/// The entry identifier of an object.
pub(crate) fn entry_id(number: Number) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    bytes[4..20].copy_from_slice(&PROVIDER.ab);
    bytes[20..].copy_from_slice(&number.to_le_bytes());
    bytes
}

/// The object that an entry identifier names.
///
/// # Errors
/// `MAPI_E_UNKNOWN_ENTRYID` for those of others, `MAPI_E_INVALID_ENTRYID` for what is none.
pub(crate) fn number(entry_id: &[u8]) -> Result<Number> {
    let bytes: &[u8; LENGTH] = entry_id.try_into().map_err(|_| MAPI_E_INVALID_ENTRYID)?;
    if bytes[4..20] != PROVIDER.ab {
        return Err(MAPI_E_UNKNOWN_ENTRYID.into());
    }
    let number = bytes[20..].try_into().map_err(|_| MAPI_E_INVALID_ENTRYID)?;
    Ok(Number::from_le_bytes(number))
}

/// 1 when two entry identifiers name the same object, else 0: what the methods that compare answer.
///
/// # Errors
/// As for [`number`].
pub(crate) fn compare(one: &[u8], other: &[u8]) -> Result<u32> {
    Ok((number(one)? == number(other)?).into())
}
