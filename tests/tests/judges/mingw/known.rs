//! Where mingw-w64's headers and `idl/` differ, each with its reason. The texts are what `idl/` says.

use mapidl_tests::known::Known;

/// For 64 and 32 bits.
pub(crate) const EVERYWHERE: &[Known] = &[
    Known {
        why: "a handle, which no caller looks into: a structure of its own there, here anything",
        what: &["IMAPIFormInfo::MakeIconFromBinary takes phicon as Shape{2, 'o', 0}"],
    },
    Known { why: "a member of the union that later headers have", what: &["__UPV.lpv is at 0"] },
];

/// Where those of the base files differ.
pub(crate) const BASE: &[Known] = &[];

/// For 64 bits alone: what became as wide as a pointer when MAPI came to 64 bits has 32 bits there still.
pub(crate) const X86_64: &[Known] = &[
    Known {
        why: "numbers of connections are as wide as a pointer; these headers are from before that",
        what: &[
            "IABLogon::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IABLogon::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IAddrBook::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IAddrBook::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IMAPIForm::Advise takes pdwStatus as Shape{1, 'u', 64}",
            "IMAPIForm::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IMAPISession::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IMAPISession::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IMAPISupport::Subscribe takes lpulConnection as Shape{1, 'u', 64}",
            "IMAPISupport::Unsubscribe takes ulConnection as Shape{0, 'u', 64}",
            "IMAPITable::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IMAPITable::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IMSLogon::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IMSLogon::Unadvise takes ulConnection as Shape{0, 'u', 64}",
            "IMsgStore::Advise takes lpulConnection as Shape{1, 'u', 64}",
            "IMsgStore::Unadvise takes ulConnection as Shape{0, 'u', 64}",
        ],
    },
    Known {
        why: "windows are passed as a number as wide as a pointer; likewise",
        what: &[
            "IABContainer::CopyEntries takes ulUIParam as Shape{0, 'u', 64}",
            "IABProvider::Logon takes ulUIParam as Shape{0, 'u', 64}",
            "IAddrBook::Details takes lpulUIParam as Shape{1, 'u', 64}",
            "IDistList::CopyEntries takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIControl::Activate takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::CopyFolder takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::CopyMessages takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::DeleteFolder takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::DeleteMessages takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::EmptyFolder takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFolder::SetReadFlags takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIForm::DoVerb takes hwndParent as Shape{0, 'u', 64}",
            "IMAPIFormContainer::InstallForm takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::CreateForm takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::LoadForm takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::PrepareForm takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::SelectForm takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::SelectFormContainer takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIFormMgr::SelectMultipleForms takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIProp::CopyProps takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIProp::CopyTo takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIStatus::FlushQueues takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIStatus::SettingsDialog takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPIStatus::ValidateState takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::Address takes lpulUIParam as Shape{1, 'u', 64}",
            "IMAPISupport::CopyFolder takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::CopyMessages takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::Details takes lpulUIParam as Shape{1, 'u', 64}",
            "IMAPISupport::DoConfigPropsheet takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::DoCopyProps takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::DoCopyTo takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::DoProgressDialog takes ulUIParam as Shape{0, 'u', 64}",
            "IMAPISupport::NewEntry takes ulUIParam as Shape{0, 'u', 64}",
            "IMSProvider::Logon takes ulUIParam as Shape{0, 'u', 64}",
            "IMSProvider::SpoolerLogon takes ulUIParam as Shape{0, 'u', 64}",
            "IMessage::DeleteAttach takes ulUIParam as Shape{0, 'u', 64}",
            "IProviderAdmin::CreateProvider takes ulUIParam as Shape{0, 'u', 64}",
            "IXPLogon::FlushQueues takes ulUIParam as Shape{0, 'u', 64}",
            "IXPLogon::ValidateState takes ulUIParam as Shape{0, 'u', 64}",
            "IXPProvider::TransportLogon takes ulUIParam as Shape{0, 'u', 64}",
        ],
    },
    Known {
        why: "bookmarks are as wide as a pointer; likewise",
        what: &[
            "IMAPITable::CreateBookmark takes lpbkPosition as Shape{1, 'u', 64}",
            "IMAPITable::FindRow takes bkOrigin as Shape{0, 'u', 64}",
            "IMAPITable::FreeBookmark takes bkPosition as Shape{0, 'u', 64}",
            "IMAPITable::SeekRow takes bkOrigin as Shape{0, 'u', 64}",
            "IMAPITable::SetCollapseState takes lpbkLocation as Shape{1, 'u', 64}",
        ],
    },
    Known {
        why: "references to messages, tokens of forms and a caller's own data are as wide as a pointer; likewise",
        what: &[
            "IMAPISession::PrepareForm takes lpulMessageToken as Shape{1, 'u', 64}",
            "IMAPISession::ShowForm takes ulMessageToken as Shape{0, 'u', 64}",
            "ITableData::HrGetView takes ulCallerData as Shape{0, 'u', 64}",
            "IXPLogon::EndMessage takes ulMsgRef as Shape{0, 'u', 64}",
            "IXPLogon::StartMessage takes lpulMsgRef as Shape{1, 'u', 64}",
            "IXPLogon::SubmitMessage takes lpulMsgRef as Shape{1, 'u', 64}",
            "IXPLogon::SubmitMessage takes lpulReturnParm as Shape{1, 'u', 64}",
        ],
    },
];

/// For 32 bits alone.
pub(crate) const I686: &[Known] = &[];
