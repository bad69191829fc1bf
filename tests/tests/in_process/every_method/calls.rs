//! Written by `method_table.rs` from the plan of `idl/`; `BLESS=1` rewrites it.

use super::call::Param::*;
use super::call::{Interface, Method};

methods! {
    IABContainer: mapi::IABContainer, 0x80040102;
    CreateEntry Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Out { needed: true, size: size_of::<usize>() }];
    CopyEntries Code 0x80070057 [In(true), Value, Object(false), Value];
    DeleteEntries Code 0x80070057 [In(true), Reserved];
    ResolveNames Code 0x80070057 [In(false), Value, In(true), In(true)];
}

methods! {
    IABLogon: mapi::IABLogon, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Logoff Code 0x80070057 [Reserved];
    OpenEntry Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    Advise Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    OpenStatusEntry Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    OpenTemplateID Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Object(true), In(false), Out { needed: true, size: size_of::<usize>() }, Reserved];
    GetOneOffTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    PrepareRecips Code 0x80070057 [Value, In(false), In(true)];
}

methods! {
    IABProvider: mapi::IABProvider, 0x80040102;
    Shutdown Code 0x80070057 [In(true)];
    Logon Code 0x80070057 [Object(true), Value, In(true), Gate(0x80000000), Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IAddrBook: mapi::IAddrBook, 0x80040102;
    OpenEntry Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    Advise Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    CreateOneOff Code 0x80070057 [In(false), In(true), In(true), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    NewEntry Code 0x80070057 [Value, Value, Value, Counted { needed: false, by: 2 }, Value, Counted { needed: false, by: 4 }, Out { needed: false, size: size_of::<u32>() }, Out { needed: false, size: size_of::<usize>() }];
    ResolveName Code 0x80070057 [Value, Value, In(false), In(true)];
    Address Code 0x80070057 [In(true), Raw, In(true)];
    Details Code 0x80070057 [In(true), Value, Raw, Value, Counted { needed: true, by: 3 }, Value, Raw, In(false), Value];
    RecipOptions Code 0x80070057 [Value, Value, In(true)];
    QueryDefaultRecipOpt Code 0x80070057 [In(true), Reserved, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetPAB Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetPAB Code 0x80070057 [Value, Counted { needed: true, by: 0 }];
    GetDefaultDir Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetDefaultDir Code 0x80070057 [Value, Counted { needed: true, by: 0 }];
    GetSearchPath Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    SetSearchPath Code 0x80070057 [Reserved, In(true)];
    PrepareRecips Code 0x80070057 [Value, In(false), In(true)];
}

methods! {
    IAttach: mapi::IAttach, 0x80040102;
}

methods! {
    IAttachmentSecurity: mapi::IAttachmentSecurity, 0x80040102;
    IsAttachmentBlocked Code 0x80070057 [In(true), Out { needed: true, size: size_of::<mapidl::BOOL>() }];
}

methods! {
    IContabAdmin: mapi::IContabAdmin, 0x80040102;
    RemoveStore Code 0x80070057 [Value, Counted { needed: true, by: 0 }];
}

methods! {
    IConverterSession: mapi::IConverterSession, 0x80040102;
    SetAdrBook Code 0x80070057 [Object(false)];
    SetEncoding Code 0x80070057 [Value];
    Placeholder1 ReservedCode 0x80070057 [];
    MIMEToMAPI Code 0x80070057 [Object(true), Object(true), Reserved, Value];
    MAPIToMIMEStm Code 0x80070057 [Object(true), Object(true), Value];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    SetTextWrapping Code 0x80070057 [Value, Value];
    SetSaveFormat Code 0x80070057 [Value];
    Placeholder5 ReservedCode 0x80070057 [];
    SetCharSet Code 0x80070057 [Value, Value, Value];
}

methods! {
    IDistList: mapi::IDistList, 0x80040102;
    CreateEntry Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Out { needed: true, size: size_of::<usize>() }];
    CopyEntries Code 0x80070057 [In(true), Value, Object(false), Value];
    DeleteEntries Code 0x80070057 [In(true), Reserved];
    ResolveNames Code 0x80070057 [In(false), Value, In(true), In(true)];
}

methods! {
    IEnumFBBlock: mapi::IEnumFBBlock, 0x80004001;
    Next Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: true, size: size_of::<i32>() }];
    Skip Code 0x80070057 [Value];
    Reset Code 0x80070057 [];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Restrict Code 0x80070057 [Value, Value];
}

methods! {
    IExchangeBadItemCallback: mapi::IExchangeBadItemCallback, 0x80040102;
    BadItem Code 0x80070057 [Value, Value, In(false), In(false), Value, Counted { needed: false, by: 4 }];
}

methods! {
    IExchangeChangeAdviseSink: mapi::IExchangeChangeAdviseSink, 0x80040102;
    OnNotify Value 0x80070057 [Value, In(false)];
}

methods! {
    IExchangeChangeAdvisor: mapi::IExchangeChangeAdvisor, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Config Code 0x80070057 [Object(false), In(false), Object(true), Value];
    UpdateState Code 0x80070057 [Object(false)];
    AddKeys Code 0x80070057 [In(true)];
    RemoveKeys Code 0x80070057 [In(true)];
}

methods! {
    IExchangeExportChanges: mapi::IExchangeExportChanges, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Config Code 0x80070057 [Object(true), Value, Object(false), In(false), In(false), In(false), Value];
    Synchronize Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<u32>() }];
    UpdateState Code 0x80070057 [Object(false)];
}

methods! {
    IExchangeExportChanges2: mapi::IExchangeExportChanges2, 0x80040102;
    ConfigForConversionStream Code 0x80070057 [Object(true), Value, Object(false), In(false), Value, Counted { needed: false, by: 4 }, Value];
}

methods! {
    IExchangeExportChanges3: mapi::IExchangeExportChanges3, 0x80040102;
    ConfigForSelectiveSync Code 0x80070057 [Object(true), Value, Object(false), In(true), In(false), In(false), In(false), Value];
}

methods! {
    IExchangeFastTransfer: mapi::IExchangeFastTransfer, 0x80040102;
    Config Code 0x80070057 [Value, Value];
    TransferBuffer Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: true, size: size_of::<u32>() }];
    IsInterfaceOk Value 0x80070057 [Value, In(true), Raw, Value];
}

methods! {
    IExchangeFavorites: mapi::IExchangeFavorites, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    AddFavorites Code 0x80070057 [In(true)];
    DelFavorites Code 0x80070057 [In(true)];
}

methods! {
    IExchangeImportContentsChanges: mapi::IExchangeImportContentsChanges, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Config Code 0x80070057 [Object(true), Value];
    UpdateState Code 0x80070057 [Object(false)];
    ImportMessageChange Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Out { needed: true, size: size_of::<usize>() }];
    ImportMessageDeletion Code 0x80070057 [Value, In(true)];
    ImportPerUserReadStateChange Code 0x80070057 [Value, Counted { needed: true, by: 0 }];
    ImportMessageMove Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Value, Counted { needed: true, by: 4 }, Value, Counted { needed: true, by: 6 }, Value, Counted { needed: true, by: 8 }];
}

methods! {
    IExchangeImportContentsChanges2: mapi::IExchangeImportContentsChanges2, 0x80040102;
    ConfigForConversionStream Code 0x80070057 [Object(true), Value, Value, Counted { needed: false, by: 2 }];
    ImportMessageChangeAsAStream Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IExchangeImportHierarchyChanges: mapi::IExchangeImportHierarchyChanges, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Config Code 0x80070057 [Object(true), Value];
    UpdateState Code 0x80070057 [Object(false)];
    ImportFolderChange Code 0x80070057 [Value, Counted { needed: true, by: 0 }];
    ImportFolderDeletion Code 0x80070057 [Value, In(true)];
}

methods! {
    IExchangeManageStore: mapi::IExchangeManageStore, 0x80040102;
    CreateStoreEntryID Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    EntryIDFromSourceKey Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: false, by: 2 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetRights Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Out { needed: true, size: size_of::<u32>() }];
    GetMailboxTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    GetPublicFolderTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
}

methods! {
    IExchangeManageStore2: mapi::IExchangeManageStore2, 0x80040102;
    CreateStoreEntryID Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    EntryIDFromSourceKey Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: false, by: 2 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetRights Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Out { needed: true, size: size_of::<u32>() }];
    GetMailboxTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    GetPublicFolderTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    CreateNewsgroupNameEntryID Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IExchangeManageStore3: mapi::IExchangeManageStore3, 0x80040102;
    CreateStoreEntryID Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    EntryIDFromSourceKey Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: false, by: 2 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetRights Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Out { needed: true, size: size_of::<u32>() }];
    GetMailboxTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    GetPublicFolderTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    CreateNewsgroupNameEntryID Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetMailboxTableOffset Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value, Value];
}

methods! {
    IExchangeManageStore4: mapi::IExchangeManageStore4, 0x80040102;
    CreateStoreEntryID Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    EntryIDFromSourceKey Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: false, by: 2 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetRights Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Out { needed: true, size: size_of::<u32>() }];
    GetMailboxTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    GetPublicFolderTable Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value];
    CreateNewsgroupNameEntryID Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetMailboxTableOffset Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value, Value];
    GetPublicFolderTableOffset Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, Value, Value];
}

methods! {
    IExchangeMessageConversion: mapi::IExchangeMessageConversion, 0x80040102;
    OpenStream Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IExchangeModifyTable: mapi::IExchangeModifyTable, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    ModifyTable Code 0x80070057 [Value, In(true)];
}

methods! {
    IExchangeMoveUserProgress: mapi::IExchangeMoveUserProgress, 0x80040102;
    NextFolder Code 0x80070057 [Value, In(false)];
    Progress Code 0x80070057 [Value, Value, Value];
    Restart Code 0x80070057 [Value];
}

methods! {
    IExchangeNntpNewsfeed: mapi::IExchangeNntpNewsfeed, 0x80040102;
    Configure Code 0x80070057 [In(true), Value, Counted { needed: false, by: 1 }];
    CheckMsgIds Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    OpenArticleStream Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IExchangeRuleAction: mapi::IExchangeRuleAction, 0x80040102;
    ActionCount Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    GetAction Code 0x80070057 [Value, Out { needed: true, size: size_of::<mapidl::com::LARGE_INTEGER>() }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IFolderSupport: mapi::IFolderSupport, 0x80040102;
    GetSupportMask Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IFontCache: mapi::IFontCache, 0x80004001;
    Init Code 0x80070057 [Value, In(true), Value];
    GetFont Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<mapidl::com::HFONT>() }];
    OnOptionChange Code 0x80070057 [];
    GetJP_ISOControl Code 0x80070057 [Out { needed: true, size: size_of::<mapidl::BOOL>() }];
}

methods! {
    IFontCacheNotify: mapi::IFontCacheNotify, 0x80004001;
    OnPreFontChange Code 0x80070057 [];
    OnPostFontChange Code 0x80070057 [];
}

methods! {
    IFreeBusyData: mapi::IFreeBusyData, 0x80004001;
    Placeholder1 ReservedCode 0x80070057 [Raw];
    EnumBlocks Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }, Value, Value];
    Placeholder2 ReservedCode 0x80070057 [Raw];
    Placeholder3 ReservedCode 0x80070057 [Raw];
    Placeholder4 ReservedCode 0x80070057 [Value, Value, Value, Value, Value, Value, Value, Raw];
    Placeholder5 ReservedCode 0x80070057 [Raw, Value, Raw];
    SetFBRange Code 0x80070057 [Value, Value];
    Placeholder6 ReservedCode 0x80070057 [Raw, Value, Raw, Value, Raw, Raw];
    GetFBPublishRange Code 0x80070057 [Out { needed: true, size: size_of::<i32>() }, Out { needed: true, size: size_of::<i32>() }];
}

methods! {
    IFreeBusySupport: mapi::IFreeBusySupport, 0x80004001;
    Placeholder1 ReservedCode 0x80070057 [Raw, Raw, Value];
    Placeholder2 ReservedCode 0x80070057 [];
    LoadFreeBusyData Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Raw, Counted { needed: false, by: 0 }, Out { needed: true, size: size_of::<u32>() }];
    Placeholder23 ReservedCode 0x80070057 [Value, Raw, Raw, Raw, Raw];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [Value, Raw];
    Placeholder5 ReservedCode 0x80070057 [Raw];
    Placeholder6 ReservedCode 0x80070057 [Raw];
    Placeholder7 ReservedCode 0x80070057 [Raw];
    Placeholder8 ReservedCode 0x80070057 [Raw, Value];
    Placeholder9 ReservedCode 0x80070057 [Raw];
    Placeholder10 ReservedCode 0x80070057 [];
    Placeholder11 ReservedValue 0x80070057 [Value];
    Placeholder12 ReservedCode 0x80070057 [];
    Placeholder13 ReservedCode 0x80070057 [Raw];
    Placeholder14 ReservedCode 0x80070057 [Raw];
    Placeholder15 ReservedCode 0x80070057 [];
    Placeholder16 ReservedCode 0x80070057 [Raw];
    Placeholder17 ReservedCode 0x80070057 [];
    Placeholder18 ReservedCode 0x80070057 [];
    Placeholder19 ReservedCode 0x80070057 [Value, Raw, Raw, Raw];
    Placeholder20 ReservedCode 0x80070057 [];
    Placeholder21 ReservedCode 0x80070057 [Raw, Value, Value];
    Placeholder22 ReservedCode 0x80070057 [];
}

methods! {
    IHashTable: mapi::IHashTable, 0x80004001;
    Init Code 0x80070057 [Value, Value];
    Insert Code 0x80070057 [In(true), Raw, Value];
    Replace Code 0x80070057 [In(true), Raw];
    Find Code 0x80070057 [In(true), Value, Raw];
    Reset Code 0x80070057 [];
    Next Code 0x80070057 [Value, Raw, Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMAPIAdviseSink: mapi::IMAPIAdviseSink, 0x80040102;
    OnNotify Value 0x80070057 [Value, Counted { needed: true, by: 0 }];
}

methods! {
    IMAPIClientShutdown: mapi::IMAPIClientShutdown, 0x80040102;
    QueryFastShutdown Code 0x80070057 [];
    NotifyProcessShutdown Code 0x80070057 [];
    DoFastShutdown Code 0x80070057 [];
}

methods! {
    IMAPIContainer: mapi::IMAPIContainer, 0x80040102;
    GetContentsTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    GetHierarchyTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    OpenEntry Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetSearchCriteria Code 0x80070057 [In(false), In(false), Value];
    GetSearchCriteria Code 0x80070057 [Value, Out { needed: false, size: size_of::<usize>() }, Out { needed: false, size: size_of::<usize>() }, Out { needed: false, size: size_of::<u32>() }];
}

methods! {
    IMAPIControl: mapi::IMAPIControl, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Activate Code 0x80070057 [Reserved, Value];
    GetState Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMAPIFolder: mapi::IMAPIFolder, 0x80040102;
    CreateMessage Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    CopyMessages Code 0x80070057 [In(true), In(false), Object(true), Value, Object(false), Value];
    DeleteMessages Code 0x80070057 [In(true), Value, Object(false), Value];
    CreateFolder Code 0x80070057 [Value, In(true), In(false), In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    CopyFolder Code 0x80070057 [Value, Counted { needed: true, by: 0 }, In(false), Object(true), In(false), Value, Object(false), Value];
    DeleteFolder Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Object(false), Value];
    SetReadFlags Code 0x80070057 [In(false), Value, Object(false), Value];
    GetMessageStatus Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    SetMessageStatus Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Value, Out { needed: true, size: size_of::<u32>() }];
    SaveContentsSort Code 0x80070057 [In(true), Value];
    EmptyFolder Code 0x80070057 [Value, Object(false), Value];
}

methods! {
    IMAPIForm: mapi::IMAPIForm, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    SetViewContext Code 0x80070057 [Object(false)];
    GetViewContext Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    ShutdownForm Code 0x80070057 [Value];
    DoVerb Code 0x80070057 [Value, Object(false), Value, In(true)];
    Advise Code 0x80070057 [Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
}

methods! {
    IMAPIFormAdviseSink: mapi::IMAPIFormAdviseSink, 0x80040102;
    OnChange Code 0x80070057 [Value];
    OnActivateNext Code 0x80070057 [In(true), Value, Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIFormContainer: mapi::IMAPIFormContainer, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    InstallForm Code 0x80070057 [Value, Value, In(true)];
    RemoveForm Code 0x80070057 [In(true)];
    ResolveMessageClass Code 0x80070057 [In(true), Value, Out { needed: true, size: size_of::<usize>() }];
    ResolveMultipleMessageClasses Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    CalcFormPropSet Code 0x80070057 [Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetDisplay Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIFormFactory: mapi::IMAPIFormFactory, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    CreateClassFactory Code 0x80070057 [In(true), Reserved, Out { needed: true, size: size_of::<usize>() }];
    LockServer Code 0x80070057 [Reserved, Value];
}

methods! {
    IMAPIFormInfo: mapi::IMAPIFormInfo, 0x80040102;
    CalcFormPropSet Code 0x80070057 [Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    CalcVerbSet Code 0x80070057 [Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    MakeIconFromBinary Code 0x80070057 [Value, Out { needed: true, size: size_of::<mapidl::com::HICON>() }];
    SaveForm Code 0x80070057 [In(true)];
    OpenFormContainer Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIFormMgr: mapi::IMAPIFormMgr, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    LoadForm Code 0x80070057 [Value, Value, In(false), Value, Value, Object(false), Object(true), Object(true), Object(false), In(true), Out { needed: true, size: size_of::<usize>() }];
    ResolveMessageClass Code 0x80070057 [In(true), Value, Object(false), Out { needed: true, size: size_of::<usize>() }];
    ResolveMultipleMessageClasses Code 0x80070057 [In(false), Value, Object(false), Out { needed: true, size: size_of::<usize>() }];
    CalcFormPropSet Code 0x80070057 [In(true), Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    CreateForm Code 0x80070057 [Value, Value, Object(true), In(true), Out { needed: true, size: size_of::<usize>() }];
    SelectForm Code 0x80070057 [Value, Value, In(false), Object(false), Out { needed: true, size: size_of::<usize>() }];
    SelectMultipleForms Code 0x80070057 [Value, Value, In(false), Object(false), In(false), Out { needed: true, size: size_of::<usize>() }];
    SelectFormContainer Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    OpenFormContainer Code 0x80070057 [Value, Object(false), Out { needed: true, size: size_of::<usize>() }];
    PrepareForm Code 0x80070057 [Value, Value, Object(true)];
    IsInConflict Code 0x80070057 [Value, Value, In(true), Object(false)];
}

methods! {
    IMAPIGetSession: mapi::IMAPIGetSession, 0x80040102;
    GetMAPISession Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIInitMonitor: mapi::IMAPIInitMonitor, 0x80040102;
    IsInitialized Value 0x80070057 [];
    Wait Code 0x80070057 [Value];
    BeginWait Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIMessageSite: mapi::IMAPIMessageSite, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetSession Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetStore Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetFolder Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetMessage Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetFormManager Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    NewMessage Code 0x80070057 [Value, Object(false), Object(true), Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: false, size: size_of::<usize>() }];
    CopyMessage Code 0x80070057 [Object(true)];
    MoveMessage Code 0x80070057 [Object(true), Object(false), In(true)];
    DeleteMessage Code 0x80070057 [Object(false), In(true)];
    SaveMessage Code 0x80070057 [];
    SubmitMessage Code 0x80070057 [Value];
    GetSiteStatus Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMAPIOffline: mapi::IMAPIOffline, 0x80040102;
    SetCurrentState Code 0x80070057 [Value, Value, Value, Reserved];
    GetCapabilities Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    GetCurrentState Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    Placeholder1 ReservedCode 0x80070057 [];
}

methods! {
    IMAPIOfflineMgr: mapi::IMAPIOfflineMgr, 0x80040102;
    Advise Code 0x80070057 [Reserved, In(true), Out { needed: true, size: size_of::<u32>() }];
    Unadvise Code 0x80070057 [Reserved, Value];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    Placeholder5 ReservedCode 0x80070057 [];
    Placeholder6 ReservedCode 0x80070057 [];
    Placeholder7 ReservedCode 0x80070057 [];
    Placeholder8 ReservedCode 0x80070057 [];
}

methods! {
    IMAPIOfflineNotify: mapi::IMAPIOfflineNotify, 0x80040102;
    Notify Value 0x80070057 [In(true)];
}

methods! {
    IMAPIProgress: mapi::IMAPIProgress, 0x80040102;
    Progress Code 0x80070057 [Value, Value, Value];
    GetFlags Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    GetMax Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    GetMin Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    SetLimits Code 0x80070057 [In(false), In(false), In(false)];
}

methods! {
    IMAPIProp: mapi::IMAPIProp, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    SaveChanges Code 0x80070057 [Value];
    GetProps Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetPropList Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    OpenProperty Code 0x80070057 [Value, In(true), Value, Value, Out { needed: true, size: size_of::<usize>() }];
    SetProps Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: false, size: size_of::<usize>() }];
    DeleteProps Code 0x80070057 [In(true), Out { needed: false, size: size_of::<usize>() }];
    CopyTo Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Object(false), In(true), Object(true), Value, Out { needed: false, size: size_of::<usize>() }];
    CopyProps Code 0x80070057 [In(true), Value, Object(false), In(true), Object(true), Value, Out { needed: false, size: size_of::<usize>() }];
    GetNamesFromIDs Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetIDsFromNames Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIProviderShutdown: mapi::IMAPIProviderShutdown, 0x80040102;
    QueryFastShutdown Code 0x80070057 [];
    NotifyProcessShutdown Code 0x80070057 [];
    DoFastShutdown Code 0x80070057 [];
}

methods! {
    IMAPISecureMessage: mapi::IMAPISecureMessage, 0x80040102;
    Placeholder1 ReservedCode 0x80070057 [];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    GetBaseMessage Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Placeholder5 ReservedCode 0x80070057 [];
    Placeholder6 ReservedCode 0x80070057 [];
    Placeholder7 ReservedCode 0x80070057 [];
}

methods! {
    IMAPISession: mapi::IMAPISession, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetMsgStoresTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    OpenMsgStore Code 0x80070057 [Value, Value, Counted { needed: true, by: 1 }, In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    OpenAddressBook Code 0x80070057 [Value, In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    OpenProfileSection Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    GetStatusTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    OpenEntry Code 0x80070057 [Value, Counted { needed: true, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    Advise Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    MessageOptions Code 0x80070057 [Value, Reserved, In(true), Object(true)];
    QueryDefaultMessageOpt Code 0x80070057 [In(true), Reserved, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    EnumAdrTypes Code 0x80070057 [Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    QueryIdentity Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    Logoff Code 0x80070057 [Value, Value, Reserved];
    SetDefaultStore Code 0x80070057 [Value, Value, Counted { needed: false, by: 1 }];
    AdminServices Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<usize>() }];
    ShowForm Code 0x80070057 [Value, Object(true), Object(true), In(false), Value, Reserved, Value, Value, Value, Value, In(true)];
    PrepareForm Code 0x80070057 [In(false), Object(true), Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIStatus: mapi::IMAPIStatus, 0x80040102;
    ValidateState Code 0x80070057 [Value, Value];
    SettingsDialog Code 0x80070057 [Value, Value];
    ChangePassword Code 0x80070057 [In(true), In(true), Value];
    FlushQueues Code 0x80070057 [Value, Value, Counted { needed: false, by: 1 }, Value];
}

methods! {
    IMAPISupport: mapi::IMAPISupport, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetMemAllocRoutines Code 0x80070057 [Raw, Raw, Raw];
    Subscribe Code 0x80070057 [In(true), Value, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unsubscribe Code 0x80070057 [Value];
    Notify Code 0x80070057 [In(true), Value, Counted { needed: true, by: 1 }, In(true)];
    ModifyStatusRow Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value];
    OpenProfileSection Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    RegisterPreprocessor Code 0x80070057 [In(false), In(false), In(true), In(false), In(false), Reserved];
    NewUID Code 0x80070057 [Out { needed: true, size: size_of::<mapi::MAPIUID>() }];
    MakeInvalid Code 0x80070057 [Reserved, Raw, Value, Value];
    SpoolerYield Code 0x80070057 [Reserved];
    SpoolerNotify Code 0x80070057 [Value, Raw];
    CreateOneOff Code 0x80070057 [In(false), In(true), In(true), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetProviderUID Code 0x80070057 [In(true), Reserved];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    OpenTemplateID Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Object(true), In(false), Out { needed: true, size: size_of::<usize>() }, Reserved];
    OpenEntry Code 0x80070057 [Value, Counted { needed: true, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetOneOffTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    Address Code 0x80070057 [In(true), Raw, In(true)];
    Details Code 0x80070057 [In(true), Value, Raw, Value, Counted { needed: true, by: 3 }, Value, Raw, In(false), Value];
    NewEntry Code 0x80070057 [Value, Reserved, Value, Counted { needed: false, by: 2 }, Value, Counted { needed: false, by: 4 }, Out { needed: false, size: size_of::<u32>() }, Out { needed: false, size: size_of::<usize>() }];
    DoConfigPropsheet Code 0x80070057 [Value, Reserved, In(true), Object(true), Object(true), Value];
    CopyMessages Code 0x80070057 [In(true), Object(true), In(true), In(false), Object(true), Value, Object(false), Value];
    CopyFolder Code 0x80070057 [In(true), Object(true), Value, Counted { needed: true, by: 2 }, In(false), Object(true), In(false), Value, Object(false), Value];
    DoCopyTo Code 0x80070057 [In(true), Object(true), Value, Counted { needed: false, by: 2 }, In(false), Value, Object(false), In(true), Object(true), Value, Out { needed: false, size: size_of::<usize>() }];
    DoCopyProps Code 0x80070057 [In(true), Object(true), In(true), Value, Object(false), In(true), Object(true), Value, Out { needed: false, size: size_of::<usize>() }];
    DoProgressDialog Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    ReadReceipt Code 0x80070057 [Value, Object(true), Raw];
    PrepareSubmit Code 0x80070057 [Object(true), In(true)];
    ExpandRecips Code 0x80070057 [Object(true), Out { needed: true, size: size_of::<u32>() }];
    UpdatePAB Code 0x80070057 [Value, Object(true)];
    DoSentMail Code 0x80070057 [Reserved, Raw];
    OpenAddressBook Code 0x80070057 [In(false), Reserved, Out { needed: true, size: size_of::<usize>() }];
    Preprocess Code 0x80070057 [Value, Value, Counted { needed: true, by: 1 }];
    CompleteMsg Code 0x80070057 [Reserved, Value, Counted { needed: true, by: 1 }];
    StoreLogoffTransports Code 0x80070057 [In(true)];
    StatusRecips Code 0x80070057 [Object(true), Raw];
    WrapStoreEntryID Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    ModifyProfile Code 0x80070057 [Value];
    IStorageFromStream Code 0x80070057 [Object(true), In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    GetSvcConfigSupportObj Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPISync: mapi::IMAPISync, 0x80040102;
    SynchronizeInBackground Code 0x80070057 [In(true)];
}

methods! {
    IMAPISyncProgressCallback: mapi::IMAPISyncProgressCallback, 0x80040102;
    Progress Code 0x80070057 [In(false), Value, Value];
    Error Code 0x80070057 [Value, In(true)];
    Done Code 0x80070057 [Value, Value];
}

methods! {
    IMAPITable: mapi::IMAPITable, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Advise Code 0x80070057 [Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    GetStatus Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<u32>() }];
    SetColumns Code 0x80070057 [In(true), Value];
    QueryColumns Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    GetRowCount Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<u32>() }];
    SeekRow Code 0x80070057 [Value, Value, Out { needed: false, size: size_of::<i32>() }];
    SeekRowApprox Code 0x80070057 [Value, Value];
    QueryPosition Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<u32>() }];
    FindRow Code 0x80070057 [In(true), Value, Value];
    Restrict Code 0x80070057 [In(false), Value];
    CreateBookmark Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    FreeBookmark Code 0x80070057 [Value];
    SortTable Code 0x80070057 [In(true), Value];
    QuerySortOrder Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    QueryRows Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    Abort Code 0x80070057 [];
    ExpandRow Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Reserved, Out { needed: false, size: size_of::<usize>() }, Out { needed: true, size: size_of::<u32>() }];
    CollapseRow Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    WaitForCompletion Code 0x80070057 [Reserved, Value, In(false)];
    GetCollapseState Code 0x80070057 [Reserved, Value, Counted { needed: true, by: 1 }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetCollapseState Code 0x80070057 [Reserved, Value, Counted { needed: true, by: 1 }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMAPIViewAdviseSink: mapi::IMAPIViewAdviseSink, 0x80040102;
    OnShutdown Code 0x80070057 [];
    OnNewMessage Code 0x80070057 [];
    OnPrint Code 0x80070057 [Value, Value];
    OnSubmitted Code 0x80070057 [];
    OnSaved Code 0x80070057 [];
}

methods! {
    IMAPIViewContext: mapi::IMAPIViewContext, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    SetAdviseSink Code 0x80070057 [Object(false)];
    ActivateNext Code 0x80070057 [Value, In(true)];
    GetPrintSetup Code 0x80070057 [Value, Raw];
    GetSaveStream Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetViewStatus Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMAPIWaitResult: mapi::IMAPIWaitResult, 0x80040102;
    End Code 0x80070057 [Value];
}

methods! {
    IMSCapabilities: mapi::IMSCapabilities, 0x80040102;
    GetCapabilities Value 0x80070057 [Value];
}

methods! {
    IMSLogon: mapi::IMSLogon, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    Logoff Code 0x80070057 [In(true)];
    OpenEntry Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    Advise Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    OpenStatusEntry Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMSProvider: mapi::IMSProvider, 0x80040102;
    Shutdown Code 0x80070057 [In(true)];
    Logon Code 0x80070057 [Object(true), Value, In(true), Value, Counted { needed: false, by: 3 }, Gate(0x80000000), In(false), Out { needed: false, size: size_of::<u32>() }, Out { needed: false, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }];
    SpoolerLogon Code 0x80070057 [Object(true), Value, In(true), Value, Counted { needed: false, by: 3 }, Gate(0x80000000), In(false), Value, Counted { needed: false, by: 7 }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }];
    CompareStoreIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMailUser: mapi::IMailUser, 0x80040102;
}

methods! {
    IMalloc: mapidl::com::IMalloc, 0x80004001;
    Alloc Value 0x80004003 [Value];
    Realloc Value 0x80004003 [Raw, Value];
    Free Value 0x80004003 [Raw];
    GetSize Value 0x80004003 [Raw];
    DidAlloc Value 0x80004003 [Raw];
    HeapMinimize Value 0x80004003 [];
}

methods! {
    IMessage: mapi::IMessage, 0x80040102;
    GetAttachmentTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    OpenAttach Code 0x80070057 [Value, In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    CreateAttach Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    DeleteAttach Code 0x80070057 [Value, Value, Object(false), Value];
    GetRecipientTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    ModifyRecipients Code 0x80070057 [Value, In(true)];
    SubmitMessage Code 0x80070057 [Value];
    SetReadFlag Code 0x80070057 [Value];
}

methods! {
    IMimeAddressTable: mapi::IMimeAddressTable, 0x80004001;
    Append Code 0x80070057 [Value, Value, In(false), In(false), Out { needed: false, size: size_of::<mapi::HADDRESS>() }];
    Insert Code 0x80070057 [Raw, Out { needed: false, size: size_of::<mapi::HADDRESS>() }];
    SetProps Code 0x80070057 [Value, Raw];
    GetProps Code 0x80070057 [Value, Raw];
    GetSender Code 0x80070057 [Raw];
    CountTypes Code 0x80070057 [Value, Out { needed: true, size: size_of::<u32>() }];
    GetTypes Code 0x80070057 [Value, Value, Raw];
    EnumTypes Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    Delete Code 0x80070057 [Value];
    DeleteTypes Code 0x80070057 [Value];
    GetFormat Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    AppendRfc822 Code 0x80070057 [Value, Value, In(true)];
    ParseRfc822 Code 0x80070057 [Value, Value, In(true), Raw];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    BindToObject Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeAllocator: mapi::IMimeAllocator, 0x80004001;
    FreeParamInfoArray Code 0x80070057 [Value, Raw, Value];
    FreeAddressList Code 0x80070057 [Raw];
    FreeAddressProps Code 0x80070057 [Raw];
    ReleaseObjects Code 0x80070057 [Value, Raw, Value];
    FreeEnumHeaderRowArray Code 0x80070057 [Value, Raw, Value];
    FreeEnumPropertyArray Code 0x80070057 [Value, Raw, Value];
    FreeThumbprint Code 0x80070057 [Raw];
    PropVariantClear Code 0x80070057 [Raw];
}

methods! {
    IMimeBody: mapi::IMimeBody, 0x80004001;
    IsType Code 0x80070057 [Value];
    SetDisplayName Code 0x80070057 [In(true)];
    GetDisplayName Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetOffsets Code 0x80070057 [Out { needed: true, size: size_of::<mapi::BODYOFFSETS>() }];
    GetCurrentEncoding Code 0x80070057 [Out { needed: true, size: size_of::<mapi::ENCODINGTYPE>() }];
    SetCurrentEncoding Code 0x80070057 [Value];
    GetEstimatedSize Code 0x80070057 [Value, Out { needed: true, size: size_of::<u32>() }];
    GetDataHere Code 0x80070057 [Value, Object(true)];
    GetData Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    SetData Code 0x80070057 [Value, In(false), In(false), In(true), Object(true)];
    EmptyData Code 0x80070057 [];
    CopyTo Code 0x80070057 [Object(true)];
    GetTransmitInfo Code 0x80070057 [In(true)];
    SaveToFile Code 0x80070057 [Value, In(true)];
    GetHandle Code 0x80070057 [Out { needed: true, size: size_of::<mapi::HBODY>() }];
}

methods! {
    IMimeEditTag: mapi::IMimeEditTag, 0x80004001;
    GetSrc Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    SetSrc Code 0x80070057 [Value];
    GetDest Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    SetDest Code 0x80070057 [Value];
    OnPreSave Code 0x80070057 [];
    OnPostSave Code 0x80070057 [];
    CanPackage Code 0x80070057 [];
    IsValidMimeType Code 0x80070057 [In(true)];
}

methods! {
    IMimeEditTagCollection: mapi::IMimeEditTagCollection, 0x80004001;
    Init Code 0x80070057 [Object(true)];
    Next Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: false, size: size_of::<u32>() }];
    Reset Code 0x80070057 [];
    Count Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimeEnumAddressTypes: mapi::IMimeEnumAddressTypes, 0x80004001;
    Next Code 0x80070057 [Value, Raw, Out { needed: false, size: size_of::<u32>() }];
    Skip Code 0x80070057 [Value];
    Reset Code 0x80070057 [];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Count Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimeEnumHeaderRows: mapi::IMimeEnumHeaderRows, 0x80004001;
    Next Code 0x80070057 [Value, Raw, Out { needed: false, size: size_of::<u32>() }];
    Skip Code 0x80070057 [Value];
    Reset Code 0x80070057 [];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Count Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimeEnumMessageParts: mapi::IMimeEnumMessageParts, 0x80004001;
    Next Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Out { needed: false, size: size_of::<u32>() }];
    Skip Code 0x80070057 [Value];
    Reset Code 0x80070057 [];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Count Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimeEnumProperties: mapi::IMimeEnumProperties, 0x80004001;
    Next Code 0x80070057 [Value, Raw, Out { needed: false, size: size_of::<u32>() }];
    Skip Code 0x80070057 [Value];
    Reset Code 0x80070057 [];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Count Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimeHeaderTable: mapi::IMimeHeaderTable, 0x80004001;
    FindFirstRow Code 0x80070057 [Raw, Out { needed: false, size: size_of::<mapi::HHEADERROW>() }];
    FindNextRow Code 0x80070057 [Raw, Out { needed: false, size: size_of::<mapi::HHEADERROW>() }];
    CountRows Code 0x80070057 [In(false), Out { needed: true, size: size_of::<u32>() }];
    AppendRow Code 0x80070057 [In(false), Value, Counted { needed: true, by: 3 }, Value, Out { needed: false, size: size_of::<mapi::HHEADERROW>() }];
    DeleteRow Code 0x80070057 [Value];
    GetRowData Code 0x80070057 [Value, Value, Out { needed: false, size: size_of::<usize>() }, Out { needed: false, size: size_of::<u32>() }];
    SetRowData Code 0x80070057 [Value, Value, Counted { needed: true, by: 3 }, Value];
    GetRowInfo Code 0x80070057 [Value, In(true)];
    SetRowNumber Code 0x80070057 [Value, Value];
    EnumRows Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    BindToObject Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeInternational: mapi::IMimeInternational, 0x80004001;
    SetDefaultCharset Code 0x80070057 [Value];
    GetDefaultCharset Code 0x80070057 [Out { needed: true, size: size_of::<mapi::HCHARSET>() }];
    GetCodePageCharset Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<mapi::HCHARSET>() }];
    FindCharset Code 0x80070057 [In(true), Out { needed: true, size: size_of::<mapi::HCHARSET>() }];
    GetCharsetInfo Code 0x80070057 [Value, Raw];
    GetCodePageInfo Code 0x80070057 [Value, Raw];
    CanConvertCodePages Code 0x80070057 [Value, Value];
    DecodeHeader Code 0x80070057 [Value, In(true), Raw, In(false)];
    EncodeHeader Code 0x80070057 [Value, In(true), Out { needed: true, size: size_of::<usize>() }, In(false)];
    ConvertBuffer Code 0x80070057 [Value, Value, In(true), Raw, Out { needed: false, size: size_of::<u32>() }];
    ConvertString Code 0x80070057 [Value, Value, In(true), Raw];
    MLANG_ConvertInetReset Code 0x80070057 [];
    MLANG_ConvertInetString Code 0x80070057 [Value, Value, Raw, In(true), Raw, In(true)];
    Rfc1522Decode Code 0x80070057 [In(true), Raw, Value, Out { needed: false, size: size_of::<usize>() }];
    Rfc1522Encode Code 0x80070057 [In(true), Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeMessage: mapi::IMimeMessage, 0x80004001;
    CreateWebPage Code 0x80070057 [Object(false), In(true), Object(false), Out { needed: true, size: size_of::<usize>() }];
    GetProp Code 0x80070057 [In(true), Value, Raw];
    SetProp Code 0x80070057 [In(true), Value, In(true)];
    DeleteProp Code 0x80070057 [In(true)];
    QueryProp Code 0x80070057 [In(true), In(true), Value, Value];
    GetTextBody Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }, Out { needed: false, size: size_of::<mapi::HBODY>() }];
    SetTextBody Code 0x80070057 [Value, Value, Value, Object(true), Out { needed: false, size: size_of::<mapi::HBODY>() }];
    AttachObject Code 0x80070057 [In(true), Object(true), Out { needed: false, size: size_of::<mapi::HBODY>() }];
    AttachFile Code 0x80070057 [In(true), Object(false), Out { needed: false, size: size_of::<mapi::HBODY>() }];
    AttachURL Code 0x80070057 [In(false), In(false), Value, Object(false), Out { needed: false, size: size_of::<usize>() }, Out { needed: false, size: size_of::<mapi::HBODY>() }];
    GetAttachments Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    GetAddressTable Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    GetSender Code 0x80070057 [Raw];
    GetAddressTypes Code 0x80070057 [Value, Value, Raw];
    GetAddressFormat Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    EnumAddressTypes Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    SplitMessage Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    GetRootMoniker Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeMessageCallback: mapi::IMimeMessageCallback, 0x80004001;
    OnWebPageSplitter Code 0x80070057 [Value, Object(true)];
}

methods! {
    IMimeMessageParts: mapi::IMimeMessageParts, 0x80004001;
    CombineParts Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    AddPart Code 0x80070057 [Object(true)];
    SetMaxParts Code 0x80070057 [Value];
    CountParts Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    EnumParts Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeMessageTree: mapi::IMimeMessageTree, 0x80004001;
    GetMessageSource Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }, Value];
    GetMessageSize Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }, Value];
    LoadOffsetTable Code 0x80070057 [Object(true)];
    SaveOffsetTable Code 0x80070057 [Object(true), Value];
    GetFlags Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    Commit Code 0x80070057 [Value];
    HandsOffStorage Code 0x80070057 [];
    BindToObject Code 0x80070057 [Value, In(true), Out { needed: true, size: size_of::<usize>() }];
    SaveBody Code 0x80070057 [Value, Value, Object(true)];
    InsertBody Code 0x80070057 [Value, Value, Out { needed: false, size: size_of::<mapi::HBODY>() }];
    GetBody Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<mapi::HBODY>() }];
    DeleteBody Code 0x80070057 [Value, Value];
    MoveBody Code 0x80070057 [Value, Value];
    CountBodies Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<u32>() }];
    FindFirst Code 0x80070057 [Raw, Out { needed: true, size: size_of::<mapi::HBODY>() }];
    FindNext Code 0x80070057 [Raw, Out { needed: true, size: size_of::<mapi::HBODY>() }];
    ResolveURL Code 0x80070057 [Value, In(false), In(true), Value, Out { needed: false, size: size_of::<mapi::HBODY>() }];
    ToMultipart Code 0x80070057 [Value, In(true), Out { needed: false, size: size_of::<mapi::HBODY>() }];
    GetBodyOffsets Code 0x80070057 [Value, In(true)];
    GetCharset Code 0x80070057 [Out { needed: true, size: size_of::<mapi::HCHARSET>() }];
    SetCharset Code 0x80070057 [Value, Value];
    IsBodyType Code 0x80070057 [Value, Value];
    IsContentType Code 0x80070057 [Value, In(false), In(false)];
    QueryBodyProp Code 0x80070057 [Value, In(true), In(true), Value, Value];
    GetBodyProp Code 0x80070057 [Value, In(true), Value, Raw];
    SetBodyProp Code 0x80070057 [Value, In(true), Value, In(true)];
    DeleteBodyProp Code 0x80070057 [Value, In(true)];
    SetOption Code 0x80070057 [Value, In(true)];
    GetOption Code 0x80070057 [Value, Raw];
}

methods! {
    IMimeObjResolver: mapi::IMimeObjResolver, 0x80004001;
    MimeOleObjectFromMoniker Code 0x80070057 [Value, Object(true), Object(false), In(true), Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimePropertySchema: mapi::IMimePropertySchema, 0x80004001;
    RegisterProperty Code 0x80070057 [In(true), Value, Value, Value, Out { needed: false, size: size_of::<u32>() }];
    ModifyProperty Code 0x80070057 [In(true), Value, Value, Value];
    GetPropertyId Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }];
    GetPropertyName Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    RegisterAddressType Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    IMimePropertySet: mapi::IMimePropertySet, 0x80004001;
    GetPropInfo Code 0x80070057 [In(true), In(true)];
    SetPropInfo Code 0x80070057 [In(true), In(true)];
    GetProp Code 0x80070057 [In(true), Value, Raw];
    SetProp Code 0x80070057 [In(true), Value, In(true)];
    AppendProp Code 0x80070057 [In(true), Value, In(true)];
    DeleteProp Code 0x80070057 [In(true)];
    CopyProps Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Object(true)];
    MoveProps Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Object(true)];
    DeleteExcept Code 0x80070057 [Value, Counted { needed: false, by: 0 }];
    QueryProp Code 0x80070057 [In(true), In(true), Value, Value];
    GetCharset Code 0x80070057 [Out { needed: true, size: size_of::<mapi::HCHARSET>() }];
    SetCharset Code 0x80070057 [Value, Value];
    GetParameters Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Raw];
    IsContentType Code 0x80070057 [In(false), In(false)];
    BindToObject Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }];
    Clone Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    SetOption Code 0x80070057 [Value, In(true)];
    GetOption Code 0x80070057 [Value, Raw];
    EnumProps Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMimeSecurity: mapi::IMimeSecurity, 0x80004001;
    InitNew Code 0x80070057 [];
    CheckInit Code 0x80070057 [];
    EncodeMessage Code 0x80070057 [Object(true), Value];
    EncodeBody Code 0x80070057 [Object(true), Value, Value];
    DecodeMessage Code 0x80070057 [Object(true), Value];
    DecodeBody Code 0x80070057 [Object(true), Value, Value];
    EnumCertificates Code 0x80070057 [Value, Value, Value, Raw];
    GetCertificateName Code 0x80070057 [Value, Value, Out { needed: true, size: size_of::<usize>() }];
    GetMessageType Code 0x80070057 [Value, Object(true), Out { needed: true, size: size_of::<u32>() }];
    GetCertData Code 0x80070057 [Value, Value, Raw];
}

methods! {
    IMimeWebDocument: mapi::IMimeWebDocument, 0x80004001;
    GetURL Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    BindToStorage Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMsgServiceAdmin: mapi::IMsgServiceAdmin, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetMsgServiceTable Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<usize>() }];
    CreateMsgService Code 0x80070057 [In(true), In(true), Value, Value];
    DeleteMsgService Code 0x80070057 [In(true)];
    CopyMsgService Code 0x80070057 [In(true), Reserved, In(false), In(false), Object(true), Value, Value];
    RenameMsgService Code 0x80070057 [In(true), Reserved, In(true)];
    ConfigureMsgService Code 0x80070057 [In(true), Value, Value, Value, Counted { needed: false, by: 3 }];
    OpenProfileSection Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<usize>() }];
    MsgServiceTransportOrder Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Reserved];
    AdminProviders Code 0x80070057 [In(true), Reserved, Out { needed: true, size: size_of::<usize>() }];
    SetPrimaryIdentity Code 0x80070057 [In(false), Reserved];
    GetProviderTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IMsgServiceAdmin2: mapi::IMsgServiceAdmin2, 0x80040102;
    CreateMsgServiceEx Code 0x80070057 [In(true), In(true), Value, Value, Out { needed: false, size: size_of::<mapi::MAPIUID>() }];
}

methods! {
    IMsgStore: mapi::IMsgStore, 0x80040102;
    Advise Code 0x80070057 [Value, Counted { needed: false, by: 0 }, Value, Object(true), Out { needed: true, size: size_of::<usize>() }];
    Unadvise Code 0x80070057 [Value];
    CompareEntryIDs Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Value, Counted { needed: true, by: 2 }, Reserved, Out { needed: true, size: size_of::<u32>() }];
    OpenEntry Code 0x80070057 [Value, Counted { needed: false, by: 0 }, In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    SetReceiveFolder Code 0x80070057 [In(false), Value, Value, Counted { needed: false, by: 2 }];
    GetReceiveFolder Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: false, size: size_of::<usize>() }];
    GetReceiveFolderTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    StoreLogoff Code 0x80070057 [In(true)];
    AbortSubmit Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Reserved];
    GetOutgoingQueue Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<usize>() }];
    SetLockState Code 0x80070057 [Object(true), Value];
    FinishedMsg Code 0x80070057 [Reserved, Value, Counted { needed: true, by: 1 }];
    NotifyNewMail Code 0x80070057 [In(true)];
}

methods! {
    IOSTX: mapi::IOSTX, 0x80040102;
    GetLastError Code 0x80070057 [Value, Reserved, Raw];
    InitSync Code 0x80070057 [Value];
    SyncBeg Code 0x80070057 [Value, Raw];
    SyncEnd Code 0x80070057 [];
    SyncHdrBeg Code 0x80070057 [Value, Counted { needed: true, by: 0 }, Raw];
    SyncHdrEnd Code 0x80070057 [Object(true)];
    SetSyncResult Code 0x80070057 [Value];
    Placeholder1 ReservedCode 0x80070057 [];
}

methods! {
    IOlkAccount: mapi::IOlkAccount, 0x80004001;
    Placeholder1 ReservedCode 0x80070057 [];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    Placeholder5 ReservedCode 0x80070057 [];
    Placeholder6 ReservedCode 0x80070057 [];
    GetAccountInfo Code 0x80070057 [Out { needed: true, size: size_of::<mapidl::GUID>() }, Out { needed: true, size: size_of::<u32>() }, Raw];
    GetProp Code 0x80070057 [Value, Raw];
    SetProp Code 0x80070057 [Value, In(true)];
    Placeholder7 ReservedCode 0x80070057 [];
    Placeholder8 ReservedCode 0x80070057 [];
    Placeholder9 ReservedCode 0x80070057 [];
    FreeMemory Code 0x80070057 [Raw];
    Placeholder10 ReservedCode 0x80070057 [];
    SaveChanges Code 0x80070057 [Reserved];
}

methods! {
    IOlkAccountHelper: mapi::IOlkAccountHelper, 0x80004001;
    Placeholder1 ReservedCode 0x80070057 [Raw];
    GetIdentity Code 0x80070057 [Raw, In(true)];
    GetMapiSession Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    HandsOffSession Code 0x80070057 [];
}

methods! {
    IOlkAccountManager: mapi::IOlkAccountManager, 0x80004001;
    Init Code 0x80070057 [Object(true), Value];
    DisplayAccountList Code 0x80070057 [Value, Value, Reserved, Reserved, Reserved, Reserved];
    Placeholder1 ReservedCode 0x80070057 [];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    Placeholder5 ReservedCode 0x80070057 [];
    FindAccount Code 0x80070057 [Value, In(true), Out { needed: true, size: size_of::<usize>() }];
    Placeholder6 ReservedCode 0x80070057 [];
    Placeholder7 ReservedCode 0x80070057 [];
    Placeholder8 ReservedCode 0x80070057 [];
    DeleteAccount Code 0x80070057 [Value];
    Placeholder9 ReservedCode 0x80070057 [];
    SaveChanges Code 0x80070057 [Value, Reserved];
    GetOrder Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Raw];
    SetOrder Code 0x80070057 [In(true), Value, Counted { needed: true, by: 1 }];
    EnumerateAccounts Code 0x80070057 [In(false), In(false), Reserved, Out { needed: true, size: size_of::<usize>() }];
    Placeholder10 ReservedCode 0x80070057 [];
    Placeholder11 ReservedCode 0x80070057 [];
    FreeMemory Code 0x80070057 [Raw];
    Advise Code 0x80070057 [Object(true), Out { needed: true, size: size_of::<u32>() }];
    Unadvise Code 0x80070057 [Value];
    Placeholder12 ReservedCode 0x80070057 [];
    Placeholder13 ReservedCode 0x80070057 [];
    Placeholder14 ReservedCode 0x80070057 [];
}

methods! {
    IOlkAccountNotify: mapi::IOlkAccountNotify, 0x80004001;
    Notify Code 0x80070057 [Value, Value, Reserved];
}

methods! {
    IOlkApptRebaser: mapi::IOlkApptRebaser, 0x80040102;
    BeginEnumerateAppointments Code 0x80070057 [Value, Raw];
    EndEnumerateAppointments Code 0x80070057 [Raw, Out { needed: true, size: size_of::<mapidl::HRESULT>() }, Out { needed: true, size: size_of::<usize>() }, Out { needed: true, size: size_of::<usize>() }];
    BeginRebaseAppointments Code 0x80070057 [Raw, Value, Value, Raw];
    EndRebaseAppointments Code 0x80070057 [Raw, Out { needed: true, size: size_of::<mapidl::HRESULT>() }];
}

methods! {
    IOlkEnum: mapi::IOlkEnum, 0x80004001;
    GetCount Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    Reset Code 0x80070057 [];
    GetNext Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Skip Code 0x80070057 [Value];
}

methods! {
    IOlkErrorUnknown: mapi::IOlkErrorUnknown, 0x80004001;
    GetLastError Code 0x80070057 [Value, Raw];
}

methods! {
    IPSTOVERRIDE1: mapi::IPSTOVERRIDE1, 0x80040102;
    GetPersistedRegistrations Code 0x80070057 [Raw];
    SetPersistedRegistrations Code 0x80070057 [In(true)];
    OverridePSTDisableGrow Code 0x80070057 [];
}

methods! {
    IPSTOVERRIDEREQ: mapi::IPSTOVERRIDEREQ, 0x80040102;
    RegisterTrustedPSTOverrideHandler Code 0x80070057 [In(true), Raw];
}

methods! {
    IPSTX: mapi::IPSTX, 0x80040102;
    GetLastError Code 0x80070057 [Value, Reserved, Raw];
    GetSyncObject Code 0x80070057 [Out { needed: true, size: size_of::<usize>() }];
    Placeholder1 ReservedCode 0x80070057 [];
    Placeholder2 ReservedCode 0x80070057 [];
    Placeholder3 ReservedCode 0x80070057 [];
    Placeholder4 ReservedCode 0x80070057 [];
    EmulateSpooler Code 0x80070057 [Value];
    Placeholder5 ReservedCode 0x80070057 [];
    Placeholder6 ReservedCode 0x80070057 [];
    Placeholder7 ReservedCode 0x80070057 [];
    Placeholder8 ReservedCode 0x80070057 [];
    Placeholder9 ReservedCode 0x80070057 [];
}

methods! {
    IPSTX2: mapi::IPSTX2, 0x80040102;
    Placeholder10 ReservedCode 0x80070057 [];
    Placeholder11 ReservedCode 0x80070057 [];
    SetSpoolSuspendState Value 0x80070057 [Value];
}

methods! {
    IPSTX3: mapi::IPSTX3, 0x80040102;
    Placeholder12 ReservedCode 0x80070057 [];
}

methods! {
    IPSTX4: mapi::IPSTX4, 0x80040102;
    Placeholder13 ReservedCode 0x80070057 [];
}

methods! {
    IPSTX5: mapi::IPSTX5, 0x80040102;
    Placeholder14 ReservedCode 0x80070057 [];
}

methods! {
    IPSTX6: mapi::IPSTX6, 0x80040102;
    Placeholder15 ReservedCode 0x80070057 [];
    Placeholder16 ReservedCode 0x80070057 [];
    DisconnectStore Code 0x80070057 [Reserved];
    Placeholder17 ReservedCode 0x80070057 [];
    Placeholder18 ReservedCode 0x80070057 [];
}

methods! {
    IPersist: mapidl::com::IPersist, 0x80004001;
    GetClassID Code 0x80004003 [Out { needed: true, size: size_of::<mapidl::GUID>() }];
}

methods! {
    IPersistMessage: mapi::IPersistMessage, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetClassID Code 0x80070057 [Out { needed: true, size: size_of::<mapidl::GUID>() }];
    IsDirty Code 0x80070057 [];
    InitNew Code 0x80070057 [Object(true), Object(true)];
    Load Code 0x80070057 [Object(true), Object(true), Value, Value];
    Save Code 0x80070057 [Object(false), Value];
    SaveCompleted Code 0x80070057 [Object(false)];
    HandsOffMessage Code 0x80070057 [];
}

methods! {
    IPersistMime: mapi::IPersistMime, 0x80004001;
    Load Code 0x80070057 [Object(true)];
    Save Code 0x80070057 [Object(true), Value];
}

methods! {
    IPersistStream: mapidl::com::IPersistStream, 0x80004001;
    IsDirty Code 0x80004003 [];
    Load Code 0x80004003 [Object(false)];
    Save Code 0x80004003 [Object(false), Value];
    GetSizeMax Code 0x80004003 [Out { needed: true, size: size_of::<mapidl::com::ULARGE_INTEGER>() }];
}

methods! {
    IPersistStreamInit: mapidl::com::IPersistStreamInit, 0x80004001;
    IsDirty Code 0x80004003 [];
    Load Code 0x80004003 [Object(false)];
    Save Code 0x80004003 [Object(false), Value];
    GetSizeMax Code 0x80004003 [Out { needed: true, size: size_of::<mapidl::com::ULARGE_INTEGER>() }];
    InitNew Code 0x80004003 [];
}

methods! {
    IProfAdmin: mapi::IProfAdmin, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetProfileTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    CreateProfile Code 0x80070057 [In(true), In(false), Value, Value];
    DeleteProfile Code 0x80070057 [In(true), Value];
    ChangeProfilePassword Code 0x80070057 [In(true), In(true), In(true), Value];
    CopyProfile Code 0x80070057 [In(true), In(false), In(true), Value, Value];
    RenameProfile Code 0x80070057 [In(true), In(false), In(true), Value, Value];
    SetDefaultProfile Code 0x80070057 [In(false), Value];
    AdminServices Code 0x80070057 [In(true), In(false), Value, Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IProfSect: mapi::IProfSect, 0x80040102;
}

methods! {
    IPropData: mapi::IPropData, 0x80040102;
    HrSetObjAccess Code 0x80070057 [Value];
    HrSetPropAccess Code 0x80070057 [In(true), LikeList { needed: true, list: 0 }];
    HrGetPropAccess Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }];
    HrAddObjProps Code 0x80070057 [In(true), Out { needed: false, size: size_of::<usize>() }];
}

methods! {
    IProviderAdmin: mapi::IProviderAdmin, 0x80040102;
    GetLastError Code 0x80070057 [Value, Gate(0x80000000), Out { needed: true, size: size_of::<usize>() }];
    GetProviderTable Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    CreateProvider Code 0x80070057 [In(true), Value, Counted { needed: false, by: 1 }, Value, Value, Out { needed: true, size: size_of::<mapi::MAPIUID>() }];
    DeleteProvider Code 0x80070057 [In(true)];
    OpenProfileSection Code 0x80070057 [In(true), In(false), Value, Out { needed: true, size: size_of::<usize>() }];
}

methods! {
    IProxyStoreObject: mapi::IProxyStoreObject, 0x80040102;
    Placeholder1 ReservedCode 0x80070057 [];
    UnwrapNoRef Code 0x80070057 [Raw];
    Placeholder2 ReservedCode 0x80070057 [];
}

methods! {
    ISpoolerHook: mapi::ISpoolerHook, 0x80040102;
    InboundMsgHook Code 0x80070057 [Object(true), Object(true), Object(true), In(true), In(true), Raw];
    OutboundMsgHook Code 0x80070057 [Object(true), Object(true), Object(true), In(true), In(true), Raw];
}

methods! {
    ITableData: mapi::ITableData, 0x80040102;
    HrGetView Code 0x80070057 [In(false), Value, Value, Out { needed: true, size: size_of::<usize>() }];
    HrModifyRow Code 0x80070057 [In(true)];
    HrDeleteRow Code 0x80070057 [In(true)];
    HrQueryRow Code 0x80070057 [In(true), Out { needed: true, size: size_of::<usize>() }, In(false)];
    HrEnumRow Code 0x80070057 [Value, Out { needed: true, size: size_of::<usize>() }];
    HrNotify Code 0x80070057 [Reserved, Value, Counted { needed: true, by: 1 }];
    HrInsertRow Code 0x80070057 [Value, In(true)];
    HrModifyRows Code 0x80070057 [Reserved, In(true)];
    HrDeleteRows Code 0x80070057 [Value, In(false), Out { needed: true, size: size_of::<u32>() }];
}

methods! {
    ITnef: mapi::ITnef, 0x80040102;
    AddProps Code 0x80070057 [Value, Value, Raw, Raw];
    ExtractProps Code 0x80070057 [Value, In(false), Out { needed: false, size: size_of::<usize>() }];
    Finish Code 0x80070057 [Reserved, Out { needed: true, size: size_of::<u16>() }, Out { needed: false, size: size_of::<usize>() }];
    OpenTaggedBody Code 0x80070057 [Object(true), Value, Out { needed: true, size: size_of::<usize>() }];
    SetProps Code 0x80070057 [Value, Value, Value, Raw];
    EncodeRecips Code 0x80070057 [Reserved, Object(false)];
    FinishComponent Code 0x80070057 [Value, Value, In(false), LikeList { needed: false, list: 2 }, In(false), Out { needed: false, size: size_of::<usize>() }];
}

methods! {
    IXPLogon: mapi::IXPLogon, 0x80040102;
    AddressTypes Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Raw, Out { needed: true, size: size_of::<u32>() }, Raw];
    RegisterOptions Code 0x80070057 [In(true), Out { needed: true, size: size_of::<u32>() }, Raw];
    TransportNotify Code 0x80070057 [In(true), Raw];
    Idle Code 0x80070057 [Reserved];
    TransportLogoff Code 0x80070057 [Value];
    SubmitMessage Code 0x80070057 [Value, Object(true), In(true), In(true)];
    EndMessage Code 0x80070057 [Value, Out { needed: true, size: size_of::<u32>() }];
    Poll Code 0x80070057 [Out { needed: true, size: size_of::<u32>() }];
    StartMessage Code 0x80070057 [Reserved, Object(true), In(true)];
    OpenStatusEntry Code 0x80070057 [In(false), Value, Out { needed: true, size: size_of::<u32>() }, Out { needed: true, size: size_of::<usize>() }];
    ValidateState Code 0x80070057 [Value, Value];
    FlushQueues Code 0x80070057 [Value, Reserved, Reserved, Value];
}

methods! {
    IXPProvider: mapi::IXPProvider, 0x80040102;
    Shutdown Code 0x80070057 [In(true)];
    TransportLogon Code 0x80070057 [Object(true), Value, Raw, In(true), Raw, Out { needed: true, size: size_of::<usize>() }];
}

interfaces! {
    IABContainer true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIContainer: mapi::IMAPIContainer_Impl, IABContainer: mapi::IABContainer_Impl];
        mapi::IABContainer, mapi::MockIABContainer;
    IABLogon true [IABLogon: mapi::IABLogon_Impl];
        mapi::IABLogon, mapi::MockIABLogon;
    IABProvider true [IABProvider: mapi::IABProvider_Impl];
        mapi::IABProvider, mapi::MockIABProvider;
    IAddrBook true [IMAPIProp: mapi::IMAPIProp_Impl, IAddrBook: mapi::IAddrBook_Impl];
        mapi::IAddrBook, mapi::MockIAddrBook;
    IAttach true [IMAPIProp: mapi::IMAPIProp_Impl, IAttach: mapi::IAttach_Impl];
        mapi::IAttach, mapi::MockIAttach;
    IAttachmentSecurity true [IAttachmentSecurity: mapi::IAttachmentSecurity_Impl];
        mapi::IAttachmentSecurity, mapi::MockIAttachmentSecurity;
    IContabAdmin true [IContabAdmin: mapi::IContabAdmin_Impl];
        mapi::IContabAdmin, mapi::MockIContabAdmin;
    IConverterSession true [IConverterSession: mapi::IConverterSession_Impl];
        mapi::IConverterSession, mapi::MockIConverterSession;
    IDistList true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIContainer: mapi::IMAPIContainer_Impl, IDistList: mapi::IDistList_Impl];
        mapi::IDistList, mapi::MockIDistList;
    IEnumFBBlock true [IEnumFBBlock: mapi::IEnumFBBlock_Impl];
        mapi::IEnumFBBlock, mapi::MockIEnumFBBlock;
    IExchangeBadItemCallback true [IExchangeBadItemCallback: mapi::IExchangeBadItemCallback_Impl];
        mapi::IExchangeBadItemCallback, mapi::MockIExchangeBadItemCallback;
    IExchangeChangeAdviseSink false [IExchangeChangeAdviseSink: mapi::IExchangeChangeAdviseSink_Impl];
        mapi::IExchangeChangeAdviseSink, mapi::MockIExchangeChangeAdviseSink;
    IExchangeChangeAdvisor true [IExchangeChangeAdvisor: mapi::IExchangeChangeAdvisor_Impl];
        mapi::IExchangeChangeAdvisor, mapi::MockIExchangeChangeAdvisor;
    IExchangeExportChanges true [IExchangeExportChanges: mapi::IExchangeExportChanges_Impl];
        mapi::IExchangeExportChanges, mapi::MockIExchangeExportChanges;
    IExchangeExportChanges2 true [IExchangeExportChanges: mapi::IExchangeExportChanges_Impl, IExchangeExportChanges2: mapi::IExchangeExportChanges2_Impl];
        mapi::IExchangeExportChanges2, mapi::MockIExchangeExportChanges2;
    IExchangeExportChanges3 true [IExchangeExportChanges: mapi::IExchangeExportChanges_Impl, IExchangeExportChanges2: mapi::IExchangeExportChanges2_Impl, IExchangeExportChanges3: mapi::IExchangeExportChanges3_Impl];
        mapi::IExchangeExportChanges3, mapi::MockIExchangeExportChanges3;
    IExchangeFastTransfer true [IExchangeFastTransfer: mapi::IExchangeFastTransfer_Impl];
        mapi::IExchangeFastTransfer, mapi::MockIExchangeFastTransfer;
    IExchangeFavorites true [IExchangeFavorites: mapi::IExchangeFavorites_Impl];
        mapi::IExchangeFavorites, mapi::MockIExchangeFavorites;
    IExchangeImportContentsChanges true [IExchangeImportContentsChanges: mapi::IExchangeImportContentsChanges_Impl];
        mapi::IExchangeImportContentsChanges, mapi::MockIExchangeImportContentsChanges;
    IExchangeImportContentsChanges2 true [IExchangeImportContentsChanges: mapi::IExchangeImportContentsChanges_Impl, IExchangeImportContentsChanges2: mapi::IExchangeImportContentsChanges2_Impl];
        mapi::IExchangeImportContentsChanges2, mapi::MockIExchangeImportContentsChanges2;
    IExchangeImportHierarchyChanges true [IExchangeImportHierarchyChanges: mapi::IExchangeImportHierarchyChanges_Impl];
        mapi::IExchangeImportHierarchyChanges, mapi::MockIExchangeImportHierarchyChanges;
    IExchangeManageStore true [IExchangeManageStore: mapi::IExchangeManageStore_Impl];
        mapi::IExchangeManageStore, mapi::MockIExchangeManageStore;
    IExchangeManageStore2 true [IExchangeManageStore2: mapi::IExchangeManageStore2_Impl];
        mapi::IExchangeManageStore2, mapi::MockIExchangeManageStore2;
    IExchangeManageStore3 true [IExchangeManageStore3: mapi::IExchangeManageStore3_Impl];
        mapi::IExchangeManageStore3, mapi::MockIExchangeManageStore3;
    IExchangeManageStore4 true [IExchangeManageStore4: mapi::IExchangeManageStore4_Impl];
        mapi::IExchangeManageStore4, mapi::MockIExchangeManageStore4;
    IExchangeMessageConversion true [IExchangeMessageConversion: mapi::IExchangeMessageConversion_Impl];
        mapi::IExchangeMessageConversion, mapi::MockIExchangeMessageConversion;
    IExchangeModifyTable true [IExchangeModifyTable: mapi::IExchangeModifyTable_Impl];
        mapi::IExchangeModifyTable, mapi::MockIExchangeModifyTable;
    IExchangeMoveUserProgress true [IExchangeMoveUserProgress: mapi::IExchangeMoveUserProgress_Impl];
        mapi::IExchangeMoveUserProgress, mapi::MockIExchangeMoveUserProgress;
    IExchangeNntpNewsfeed true [IExchangeNntpNewsfeed: mapi::IExchangeNntpNewsfeed_Impl];
        mapi::IExchangeNntpNewsfeed, mapi::MockIExchangeNntpNewsfeed;
    IExchangeRuleAction true [IExchangeRuleAction: mapi::IExchangeRuleAction_Impl];
        mapi::IExchangeRuleAction, mapi::MockIExchangeRuleAction;
    IFolderSupport true [IFolderSupport: mapi::IFolderSupport_Impl];
        mapi::IFolderSupport, mapi::MockIFolderSupport;
    IFontCache true [IFontCache: mapi::IFontCache_Impl];
        mapi::IFontCache, mapi::MockIFontCache;
    IFontCacheNotify true [IFontCacheNotify: mapi::IFontCacheNotify_Impl];
        mapi::IFontCacheNotify, mapi::MockIFontCacheNotify;
    IFreeBusyData true [IFreeBusyData: mapi::IFreeBusyData_Impl];
        mapi::IFreeBusyData, mapi::MockIFreeBusyData;
    IFreeBusySupport true [IFreeBusySupport: mapi::IFreeBusySupport_Impl];
        mapi::IFreeBusySupport, mapi::MockIFreeBusySupport;
    IHashTable true [IHashTable: mapi::IHashTable_Impl];
        mapi::IHashTable, mapi::MockIHashTable;
    IMAPIAdviseSink true [IMAPIAdviseSink: mapi::IMAPIAdviseSink_Impl];
        mapi::IMAPIAdviseSink, mapi::MockIMAPIAdviseSink;
    IMAPIClientShutdown true [IMAPIClientShutdown: mapi::IMAPIClientShutdown_Impl];
        mapi::IMAPIClientShutdown, mapi::MockIMAPIClientShutdown;
    IMAPIContainer true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIContainer: mapi::IMAPIContainer_Impl];
        mapi::IMAPIContainer, mapi::MockIMAPIContainer;
    IMAPIControl true [IMAPIControl: mapi::IMAPIControl_Impl];
        mapi::IMAPIControl, mapi::MockIMAPIControl;
    IMAPIFolder true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIContainer: mapi::IMAPIContainer_Impl, IMAPIFolder: mapi::IMAPIFolder_Impl];
        mapi::IMAPIFolder, mapi::MockIMAPIFolder;
    IMAPIForm true [IMAPIForm: mapi::IMAPIForm_Impl];
        mapi::IMAPIForm, mapi::MockIMAPIForm;
    IMAPIFormAdviseSink true [IMAPIFormAdviseSink: mapi::IMAPIFormAdviseSink_Impl];
        mapi::IMAPIFormAdviseSink, mapi::MockIMAPIFormAdviseSink;
    IMAPIFormContainer true [IMAPIFormContainer: mapi::IMAPIFormContainer_Impl];
        mapi::IMAPIFormContainer, mapi::MockIMAPIFormContainer;
    IMAPIFormFactory true [IMAPIFormFactory: mapi::IMAPIFormFactory_Impl];
        mapi::IMAPIFormFactory, mapi::MockIMAPIFormFactory;
    IMAPIFormInfo true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIFormInfo: mapi::IMAPIFormInfo_Impl];
        mapi::IMAPIFormInfo, mapi::MockIMAPIFormInfo;
    IMAPIFormMgr true [IMAPIFormMgr: mapi::IMAPIFormMgr_Impl];
        mapi::IMAPIFormMgr, mapi::MockIMAPIFormMgr;
    IMAPIGetSession true [IMAPIGetSession: mapi::IMAPIGetSession_Impl];
        mapi::IMAPIGetSession, mapi::MockIMAPIGetSession;
    IMAPIInitMonitor false [IMAPIInitMonitor: mapi::IMAPIInitMonitor_Impl];
        mapi::IMAPIInitMonitor, mapi::MockIMAPIInitMonitor;
    IMAPIMessageSite true [IMAPIMessageSite: mapi::IMAPIMessageSite_Impl];
        mapi::IMAPIMessageSite, mapi::MockIMAPIMessageSite;
    IMAPIOffline true [IMAPIOffline: mapi::IMAPIOffline_Impl];
        mapi::IMAPIOffline, mapi::MockIMAPIOffline;
    IMAPIOfflineMgr true [IMAPIOffline: mapi::IMAPIOffline_Impl, IMAPIOfflineMgr: mapi::IMAPIOfflineMgr_Impl];
        mapi::IMAPIOfflineMgr, mapi::MockIMAPIOfflineMgr;
    IMAPIOfflineNotify true [IMAPIOfflineNotify: mapi::IMAPIOfflineNotify_Impl];
        mapi::IMAPIOfflineNotify, mapi::MockIMAPIOfflineNotify;
    IMAPIProgress true [IMAPIProgress: mapi::IMAPIProgress_Impl];
        mapi::IMAPIProgress, mapi::MockIMAPIProgress;
    IMAPIProp true [IMAPIProp: mapi::IMAPIProp_Impl];
        mapi::IMAPIProp, mapi::MockIMAPIProp;
    IMAPIProviderShutdown true [IMAPIProviderShutdown: mapi::IMAPIProviderShutdown_Impl];
        mapi::IMAPIProviderShutdown, mapi::MockIMAPIProviderShutdown;
    IMAPISecureMessage true [IMAPISecureMessage: mapi::IMAPISecureMessage_Impl];
        mapi::IMAPISecureMessage, mapi::MockIMAPISecureMessage;
    IMAPISession true [IMAPISession: mapi::IMAPISession_Impl];
        mapi::IMAPISession, mapi::MockIMAPISession;
    IMAPIStatus true [IMAPIProp: mapi::IMAPIProp_Impl, IMAPIStatus: mapi::IMAPIStatus_Impl];
        mapi::IMAPIStatus, mapi::MockIMAPIStatus;
    IMAPISupport true [IMAPISupport: mapi::IMAPISupport_Impl];
        mapi::IMAPISupport, mapi::MockIMAPISupport;
    IMAPISync true [IMAPISync: mapi::IMAPISync_Impl];
        mapi::IMAPISync, mapi::MockIMAPISync;
    IMAPISyncProgressCallback true [IMAPISyncProgressCallback: mapi::IMAPISyncProgressCallback_Impl];
        mapi::IMAPISyncProgressCallback, mapi::MockIMAPISyncProgressCallback;
    IMAPITable true [IMAPITable: mapi::IMAPITable_Impl];
        mapi::IMAPITable, mapi::MockIMAPITable;
    IMAPIViewAdviseSink true [IMAPIViewAdviseSink: mapi::IMAPIViewAdviseSink_Impl];
        mapi::IMAPIViewAdviseSink, mapi::MockIMAPIViewAdviseSink;
    IMAPIViewContext true [IMAPIViewContext: mapi::IMAPIViewContext_Impl];
        mapi::IMAPIViewContext, mapi::MockIMAPIViewContext;
    IMAPIWaitResult false [IMAPIWaitResult: mapi::IMAPIWaitResult_Impl];
        mapi::IMAPIWaitResult, mapi::MockIMAPIWaitResult;
    IMSCapabilities true [IMSCapabilities: mapi::IMSCapabilities_Impl];
        mapi::IMSCapabilities, mapi::MockIMSCapabilities;
    IMSLogon true [IMSLogon: mapi::IMSLogon_Impl];
        mapi::IMSLogon, mapi::MockIMSLogon;
    IMSProvider true [IMSProvider: mapi::IMSProvider_Impl];
        mapi::IMSProvider, mapi::MockIMSProvider;
    IMailUser true [IMAPIProp: mapi::IMAPIProp_Impl, IMailUser: mapi::IMailUser_Impl];
        mapi::IMailUser, mapi::MockIMailUser;
    IMessage true [IMAPIProp: mapi::IMAPIProp_Impl, IMessage: mapi::IMessage_Impl];
        mapi::IMessage, mapi::MockIMessage;
    IMimeAddressTable true [IMimeAddressTable: mapi::IMimeAddressTable_Impl];
        mapi::IMimeAddressTable, mapi::MockIMimeAddressTable;
    IMimeAllocator true [IMalloc: mapidl::com::IMalloc_Impl, IMimeAllocator: mapi::IMimeAllocator_Impl];
        mapi::IMimeAllocator, mapi::MockIMimeAllocator;
    IMimeBody true [IPersist: mapidl::com::IPersist_Impl, IPersistStreamInit: mapidl::com::IPersistStreamInit_Impl, IMimePropertySet: mapi::IMimePropertySet_Impl, IMimeBody: mapi::IMimeBody_Impl];
        mapi::IMimeBody, mapi::MockIMimeBody;
    IMimeEditTag true [IMimeEditTag: mapi::IMimeEditTag_Impl];
        mapi::IMimeEditTag, mapi::MockIMimeEditTag;
    IMimeEditTagCollection true [IMimeEditTagCollection: mapi::IMimeEditTagCollection_Impl];
        mapi::IMimeEditTagCollection, mapi::MockIMimeEditTagCollection;
    IMimeEnumAddressTypes true [IMimeEnumAddressTypes: mapi::IMimeEnumAddressTypes_Impl];
        mapi::IMimeEnumAddressTypes, mapi::MockIMimeEnumAddressTypes;
    IMimeEnumHeaderRows true [IMimeEnumHeaderRows: mapi::IMimeEnumHeaderRows_Impl];
        mapi::IMimeEnumHeaderRows, mapi::MockIMimeEnumHeaderRows;
    IMimeEnumMessageParts true [IMimeEnumMessageParts: mapi::IMimeEnumMessageParts_Impl];
        mapi::IMimeEnumMessageParts, mapi::MockIMimeEnumMessageParts;
    IMimeEnumProperties true [IMimeEnumProperties: mapi::IMimeEnumProperties_Impl];
        mapi::IMimeEnumProperties, mapi::MockIMimeEnumProperties;
    IMimeHeaderTable true [IPersist: mapidl::com::IPersist_Impl, IPersistStream: mapidl::com::IPersistStream_Impl, IMimeHeaderTable: mapi::IMimeHeaderTable_Impl];
        mapi::IMimeHeaderTable, mapi::MockIMimeHeaderTable;
    IMimeInternational true [IMimeInternational: mapi::IMimeInternational_Impl];
        mapi::IMimeInternational, mapi::MockIMimeInternational;
    IMimeMessage true [IPersist: mapidl::com::IPersist_Impl, IPersistStreamInit: mapidl::com::IPersistStreamInit_Impl, IMimeMessageTree: mapi::IMimeMessageTree_Impl, IMimeMessage: mapi::IMimeMessage_Impl];
        mapi::IMimeMessage, mapi::MockIMimeMessage;
    IMimeMessageCallback true [IMimeMessageCallback: mapi::IMimeMessageCallback_Impl];
        mapi::IMimeMessageCallback, mapi::MockIMimeMessageCallback;
    IMimeMessageParts true [IMimeMessageParts: mapi::IMimeMessageParts_Impl];
        mapi::IMimeMessageParts, mapi::MockIMimeMessageParts;
    IMimeMessageTree true [IPersist: mapidl::com::IPersist_Impl, IPersistStreamInit: mapidl::com::IPersistStreamInit_Impl, IMimeMessageTree: mapi::IMimeMessageTree_Impl];
        mapi::IMimeMessageTree, mapi::MockIMimeMessageTree;
    IMimeObjResolver true [IMimeObjResolver: mapi::IMimeObjResolver_Impl];
        mapi::IMimeObjResolver, mapi::MockIMimeObjResolver;
    IMimePropertySchema true [IMimePropertySchema: mapi::IMimePropertySchema_Impl];
        mapi::IMimePropertySchema, mapi::MockIMimePropertySchema;
    IMimePropertySet true [IPersist: mapidl::com::IPersist_Impl, IPersistStreamInit: mapidl::com::IPersistStreamInit_Impl, IMimePropertySet: mapi::IMimePropertySet_Impl];
        mapi::IMimePropertySet, mapi::MockIMimePropertySet;
    IMimeSecurity true [IMimeSecurity: mapi::IMimeSecurity_Impl];
        mapi::IMimeSecurity, mapi::MockIMimeSecurity;
    IMimeWebDocument true [IMimeWebDocument: mapi::IMimeWebDocument_Impl];
        mapi::IMimeWebDocument, mapi::MockIMimeWebDocument;
    IMsgServiceAdmin true [IMsgServiceAdmin: mapi::IMsgServiceAdmin_Impl];
        mapi::IMsgServiceAdmin, mapi::MockIMsgServiceAdmin;
    IMsgServiceAdmin2 true [IMsgServiceAdmin: mapi::IMsgServiceAdmin_Impl, IMsgServiceAdmin2: mapi::IMsgServiceAdmin2_Impl];
        mapi::IMsgServiceAdmin2, mapi::MockIMsgServiceAdmin2;
    IMsgStore true [IMAPIProp: mapi::IMAPIProp_Impl, IMsgStore: mapi::IMsgStore_Impl];
        mapi::IMsgStore, mapi::MockIMsgStore;
    IOSTX true [IOSTX: mapi::IOSTX_Impl];
        mapi::IOSTX, mapi::MockIOSTX;
    IOlkAccount true [IOlkErrorUnknown: mapi::IOlkErrorUnknown_Impl, IOlkAccount: mapi::IOlkAccount_Impl];
        mapi::IOlkAccount, mapi::MockIOlkAccount;
    IOlkAccountHelper true [IOlkAccountHelper: mapi::IOlkAccountHelper_Impl];
        mapi::IOlkAccountHelper, mapi::MockIOlkAccountHelper;
    IOlkAccountManager true [IOlkErrorUnknown: mapi::IOlkErrorUnknown_Impl, IOlkAccountManager: mapi::IOlkAccountManager_Impl];
        mapi::IOlkAccountManager, mapi::MockIOlkAccountManager;
    IOlkAccountNotify true [IOlkErrorUnknown: mapi::IOlkErrorUnknown_Impl, IOlkAccountNotify: mapi::IOlkAccountNotify_Impl];
        mapi::IOlkAccountNotify, mapi::MockIOlkAccountNotify;
    IOlkApptRebaser false [IOlkApptRebaser: mapi::IOlkApptRebaser_Impl];
        mapi::IOlkApptRebaser, mapi::MockIOlkApptRebaser;
    IOlkEnum true [IOlkEnum: mapi::IOlkEnum_Impl];
        mapi::IOlkEnum, mapi::MockIOlkEnum;
    IOlkErrorUnknown true [IOlkErrorUnknown: mapi::IOlkErrorUnknown_Impl];
        mapi::IOlkErrorUnknown, mapi::MockIOlkErrorUnknown;
    IPSTOVERRIDE1 true [IPSTOVERRIDE1: mapi::IPSTOVERRIDE1_Impl];
        mapi::IPSTOVERRIDE1, mapi::MockIPSTOVERRIDE1;
    IPSTOVERRIDEREQ true [IPSTOVERRIDEREQ: mapi::IPSTOVERRIDEREQ_Impl];
        mapi::IPSTOVERRIDEREQ, mapi::MockIPSTOVERRIDEREQ;
    IPSTX true [IPSTX: mapi::IPSTX_Impl];
        mapi::IPSTX, mapi::MockIPSTX;
    IPSTX2 true [IPSTX: mapi::IPSTX_Impl, IPSTX2: mapi::IPSTX2_Impl];
        mapi::IPSTX2, mapi::MockIPSTX2;
    IPSTX3 true [IPSTX: mapi::IPSTX_Impl, IPSTX2: mapi::IPSTX2_Impl, IPSTX3: mapi::IPSTX3_Impl];
        mapi::IPSTX3, mapi::MockIPSTX3;
    IPSTX4 true [IPSTX: mapi::IPSTX_Impl, IPSTX2: mapi::IPSTX2_Impl, IPSTX3: mapi::IPSTX3_Impl, IPSTX4: mapi::IPSTX4_Impl];
        mapi::IPSTX4, mapi::MockIPSTX4;
    IPSTX5 true [IPSTX: mapi::IPSTX_Impl, IPSTX2: mapi::IPSTX2_Impl, IPSTX3: mapi::IPSTX3_Impl, IPSTX4: mapi::IPSTX4_Impl, IPSTX5: mapi::IPSTX5_Impl];
        mapi::IPSTX5, mapi::MockIPSTX5;
    IPSTX6 true [IPSTX: mapi::IPSTX_Impl, IPSTX2: mapi::IPSTX2_Impl, IPSTX3: mapi::IPSTX3_Impl, IPSTX4: mapi::IPSTX4_Impl, IPSTX5: mapi::IPSTX5_Impl, IPSTX6: mapi::IPSTX6_Impl];
        mapi::IPSTX6, mapi::MockIPSTX6;
    IPersistMessage true [IPersistMessage: mapi::IPersistMessage_Impl];
        mapi::IPersistMessage, mapi::MockIPersistMessage;
    IPersistMime true [IPersist: mapidl::com::IPersist_Impl, IPersistMime: mapi::IPersistMime_Impl];
        mapi::IPersistMime, mapi::MockIPersistMime;
    IProfAdmin true [IProfAdmin: mapi::IProfAdmin_Impl];
        mapi::IProfAdmin, mapi::MockIProfAdmin;
    IProfSect true [IMAPIProp: mapi::IMAPIProp_Impl, IProfSect: mapi::IProfSect_Impl];
        mapi::IProfSect, mapi::MockIProfSect;
    IPropData true [IMAPIProp: mapi::IMAPIProp_Impl, IPropData: mapi::IPropData_Impl];
        mapi::IPropData, mapi::MockIPropData;
    IProviderAdmin true [IProviderAdmin: mapi::IProviderAdmin_Impl];
        mapi::IProviderAdmin, mapi::MockIProviderAdmin;
    IProxyStoreObject true [IProxyStoreObject: mapi::IProxyStoreObject_Impl];
        mapi::IProxyStoreObject, mapi::MockIProxyStoreObject;
    ISpoolerHook true [ISpoolerHook: mapi::ISpoolerHook_Impl];
        mapi::ISpoolerHook, mapi::MockISpoolerHook;
    ITableData true [ITableData: mapi::ITableData_Impl];
        mapi::ITableData, mapi::MockITableData;
    ITnef true [ITnef: mapi::ITnef_Impl];
        mapi::ITnef, mapi::MockITnef;
    IXPLogon true [IXPLogon: mapi::IXPLogon_Impl];
        mapi::IXPLogon, mapi::MockIXPLogon;
    IXPProvider true [IXPProvider: mapi::IXPProvider_Impl];
        mapi::IXPProvider, mapi::MockIXPProvider;
}
