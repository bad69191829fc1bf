//! Duty: make the objects that MAPI itself implements for providers: properties and tables kept in memory.
//! Input: what is in them at first. Output: `IPropData` and `ITableData`, which use the same heap as owned memory here.

use crate::{IPropData, ITableData, MAPI_TABLE_TYPE, PropTag, create_i_prop, create_table};
use mapidl::heap::{AllocateBuffer, AllocateMore, FreeBuffer};
use mapidl::{Interface, Result};

impl IPropData {
    /// Makes an object that keeps properties in memory, empty at first (`CreateIProp` of mapi32).
    ///
    /// ```
    /// use mapi::{IPropData, PropTag, PropValue, Value};
    ///
    /// match IPropData::create() {
    ///     Ok(data) => drop(data.set_props(&[PropValue::new(PropTag::PR_IMPORTANCE, Value::Long(2))])?),
    ///     Err(error) => println!("no MAPI here: {error}"),
    /// }
    /// # Ok::<(), mapidl::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`DLL_NOT_FOUND`](mapidl::entry::DLL_NOT_FOUND) where MAPI is not installed; `E_UNEXPECTED` when memory was
    /// allocated before MAPI's heap was known ([`Mapi::initialize`](crate::Mapi::initialize) comes first); what
    /// `CreateIProp` answers.
    pub fn create() -> Result<Self> {
        let (buffer, more, free) = functions()?;
        // SAFETY: the three functions are those of one heap, and IID_IMAPIPropData is the interface of this type.
        unsafe { create_i_prop(&Self::IID, buffer, more, free) }
    }
}

impl ITableData {
    /// Makes a table in memory, without rows at first (`CreateTable` of mapi32). The value of the `index` column tells
    /// each row from all others; it is among the `columns`.
    ///
    /// # Errors
    /// [`DLL_NOT_FOUND`](mapidl::entry::DLL_NOT_FOUND) where MAPI is not installed; `E_UNEXPECTED` when memory was
    /// allocated before MAPI's heap was known ([`Mapi::initialize`](crate::Mapi::initialize) comes first); what
    /// `CreateTable` answers.
    pub fn create(kind: MAPI_TABLE_TYPE, index: PropTag, columns: &[PropTag]) -> Result<Self> {
        let (buffer, more, free) = functions()?;
        // SAFETY: the three functions are those of one heap, and IID_IMAPITableData is the interface of this type.
        unsafe { create_table(&Self::IID, buffer, more, free, kind, index, columns) }
    }
}

/// The functions of MAPI's heap, as they are passed to MAPI.
fn functions() -> Result<(Option<AllocateBuffer>, Option<AllocateMore>, Option<FreeBuffer>)> {
    let (buffer, more, free) = crate::session::heap()?.functions();
    Ok((Some(buffer), Some(more), Some(free)))
}
