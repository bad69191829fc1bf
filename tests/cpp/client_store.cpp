// Duty: the client of IMsgStore's own methods.
#include "client.hpp"

namespace {

const WCHAR wide_class[] = MAPIDL_TEXT("IPM.N\u00f6te");
const WCHAR wide_custom[] = MAPIDL_TEXT("IPM.N\u00f6te.Custom");
// The same in Windows-1252.
const CHAR narrow_class[] = "IPM.N\xf6te";
const CHAR narrow_custom[] = "IPM.N\xf6te.Custom";

void talk_events(Session *session, IMsgStore *store) {
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    Out<ULONG_PTR> number;
    ULONG events = fnevNewMail | fnevObjectMoved | fnevExtended;
    CODE(CALL(store, Advise, entry_a.size, entry_a.entry(), events, sink, &number), S_OK);
    SAME(number, connection);
    CODE(CALL(store, Advise, 0, nullptr, fnevCriticalError, sink, &number), S_OK);
    SAME(number, connection);
    CODE(CALL(store, Unadvise, number), S_OK);
}

void talk_entries(Session *session, IMsgStore *store) {
    Out<ULONG> result, type;
    CODE(CALL(store, CompareEntryIDs, entry_a.size, entry_a.entry(), entry_a.size, entry_a.entry(), 0, &result), S_OK);
    SAME(result, 1);
    CODE(CALL(store, CompareEntryIDs, entry_a.size, entry_a.entry(), entry_b.size, entry_b.entry(), 0, &result), S_OK);
    SAME(result, 0);

    ULONG flags = MAPI_MODIFY | MAPI_NO_CACHE;
    Held<IUnknown> folder, message;
    CODE(CALL(store, OpenEntry, entry_a.size, entry_a.entry(), &IID_IMAPIProp, flags, &type, &folder.object), S_OK);
    SAME(type, MAPI_FOLDER);
    CODE(static_cast<IMAPIProp *>(folder.object)->SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE), S_OK);
    // Without an identifier the object comes with its usual interface.
    CODE(CALL(store, OpenEntry, 0, nullptr, nullptr, MAPI_BEST_ACCESS, &type, &message.object), S_OK);
    SAME(type, MAPI_MESSAGE);
    CODE(static_cast<IMessage *>(message.object)->SubmitMessage(0), MAPI_E_NO_SUPPORT);
    Out<LPUNKNOWN> none;
    REFUSED(CALL(store, OpenEntry, entry_b.size, entry_b.entry(), &IID_IMAPIProp, flags, &type, &none),
            MAPI_E_UNKNOWN_ENTRYID, type.is_zero(), none.is_zero());
}

void talk_folders(Session *session, IMsgStore *store) {
    CODE(CALL(store, SetReceiveFolder, as_tstr(wide_class), MAPI_UNICODE, entry_a.size, entry_a.entry()), S_OK);
    CODE(CALL(store, SetReceiveFolder, nullptr, MAPI_UNICODE, 0, nullptr), S_OK);

    Out<ULONG> size;
    Out<LPENTRYID> entry;
    Out<LPTSTR> found;
    CODE(CALL(store, GetReceiveFolder, as_tstr(wide_custom), MAPI_UNICODE, &size, &entry, &found), S_OK);
    CHECK(entry_a.is(size, entry) && same_text(as_wide(found), wide_class));
    release_buffer(session, entry);
    release_buffer(session, found);
    CODE(CALL(store, GetReceiveFolder, nullptr, MAPI_UNICODE, &size, &entry, &found), S_OK);
    CHECK(entry_b.is(size, entry) && found.is_zero());
    release_buffer(session, entry);

    Held<IMAPITable> table, queue;
    CODE(CALL(store, GetReceiveFolderTable, MAPI_UNICODE | MAPI_DEFERRED_ERRORS, &table.object), S_OK);
    CODE(table->SeekRowApprox(1, 3), S_OK);
    ULONG flags = LOGOFF_ORDERLY;
    CODE(CALL(store, StoreLogoff, &flags), S_OK);
    SAME(flags, LOGOFF_INBOUND | LOGOFF_OUTBOUND);
    CODE(CALL(store, AbortSubmit, entry_a.size, entry_a.entry(), 0), S_OK);
    CODE(CALL(store, AbortSubmit, entry_b.size, entry_b.entry(), 0), MAPI_E_NOT_IN_QUEUE);
    CODE(CALL(store, GetOutgoingQueue, 0, &queue.object), S_OK);
    CODE(queue->SeekRowApprox(1, 3), S_OK);
}

void talk_spooler(Session *session, IMsgStore *store) {
    Held<IMessage> message(make_IMessage(session, S_OK));
    CODE(CALL(store, SetLockState, message, MSG_LOCKED), S_OK);
    CODE(CALL(store, FinishedMsg, 0, entry_a.size, entry_a.entry()), S_OK);
    CODE(CALL(store, NotifyNewMail, new_mail), S_OK);
}

// Strings of 8-bit characters, in and out.
void talk_narrow(Session *session, IMsgStore *store) {
    Out<ULONG> size;
    Out<LPENTRYID> entry;
    Out<LPTSTR> found;
    CODE(CALL(store, SetReceiveFolder, as_tstr(narrow_class), 0, entry_a.size, entry_a.entry()), S_OK);
    CODE(CALL(store, GetReceiveFolder, as_tstr(narrow_custom), 0, &size, &entry, &found), S_OK);
    CHECK(entry_a.is(size, entry) && same_text(found.value, narrow_class));
    release_buffer(session, entry);
    release_buffer(session, found);
    NOTIFICATION narrow_mail = *new_mail;
    narrow_mail.info.newmail.ulFlags = 0;
    narrow_mail.info.newmail.lpszMessageClass = as_tstr(narrow_class);
    CODE(CALL(store, NotifyNewMail, &narrow_mail), S_OK);
}

} // namespace

extern "C" {
void talk_IMsgStore(Session *session, IMsgStore *store) {
    talk_events(session, store);
    talk_entries(session, store);
    talk_folders(session, store);
    talk_spooler(session, store);
}

void refused_IMsgStore(Session *session, IMsgStore *store, HRESULT code) {
    Out<ULONG_PTR> number;
    Out<ULONG> result;
    Out<LPUNKNOWN> opened;
    Out<LPENTRYID> entry;
    Out<LPTSTR> found;
    Out<LPMAPITABLE> table;
    ULONG flags = LOGOFF_ORDERLY;
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    Held<IMessage> message(make_IMessage(session, S_OK));
    REFUSED(CALL(store, Advise, 0, nullptr, fnevCriticalError, sink, &number), code, number.is_zero());
    REFUSED(CALL(store, Unadvise, connection), code);
    REFUSED(CALL(store, CompareEntryIDs, entry_a.size, entry_a.entry(), entry_b.size, entry_b.entry(), 0, &result),
            code, result.is_zero());
    REFUSED(CALL(store, OpenEntry, 0, nullptr, nullptr, 0, &result, &opened), code, result.is_zero(),
            opened.is_zero());
    REFUSED(CALL(store, SetReceiveFolder, as_tstr(narrow_class), 0, 0, nullptr), code);
    REFUSED(CALL(store, GetReceiveFolder, nullptr, 0, &result, &entry, &found), code, result.is_zero(),
            entry.is_zero(), found.is_zero());
    REFUSED(CALL(store, GetReceiveFolderTable, 0, &table), code, table.is_zero());
    REFUSED(CALL(store, StoreLogoff, &flags), code);
    REFUSED(CALL(store, AbortSubmit, entry_a.size, entry_a.entry(), 0), code);
    REFUSED(CALL(store, GetOutgoingQueue, 0, &table), code, table.is_zero());
    REFUSED(CALL(store, SetLockState, message, MSG_UNLOCKED), code);
    REFUSED(CALL(store, FinishedMsg, 0, entry_a.size, entry_a.entry()), code);
    REFUSED(CALL(store, NotifyNewMail, new_mail), code);
}

void nulls_IMsgStore(Session *session, IMsgStore *store) {
    const HRESULT bad = MAPI_E_INVALID_PARAMETER;
    Out<ULONG_PTR> number;
    Out<ULONG> result;
    Out<LPUNKNOWN> opened;
    Out<LPENTRYID> entry;
    Out<LPTSTR> found;
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    REFUSED(CALL(store, Advise, 0, nullptr, fnevCriticalError, nullptr, &number), bad, number.is_zero());
    REFUSED(CALL(store, Advise, 0, nullptr, fnevCriticalError, sink, nullptr), bad);
    REFUSED(CALL(store, CompareEntryIDs, 9, nullptr, entry_b.size, entry_b.entry(), 0, &result), bad,
            result.is_zero());
    REFUSED(CALL(store, CompareEntryIDs, entry_a.size, entry_a.entry(), 9, nullptr, 0, &result), bad,
            result.is_zero());
    REFUSED(CALL(store, CompareEntryIDs, entry_a.size, entry_a.entry(), entry_b.size, entry_b.entry(), 0, nullptr),
            bad);
    REFUSED(CALL(store, OpenEntry, 0, nullptr, nullptr, 0, nullptr, &opened), bad, opened.is_zero());
    REFUSED(CALL(store, OpenEntry, 0, nullptr, nullptr, 0, &result, nullptr), bad, result.is_zero());
    REFUSED(CALL(store, GetReceiveFolder, nullptr, 0, nullptr, &entry, &found), bad, entry.is_zero(), found.is_zero());
    REFUSED(CALL(store, GetReceiveFolder, nullptr, 0, &result, nullptr, &found), bad, result.is_zero(),
            found.is_zero());
    REFUSED(CALL(store, GetReceiveFolderTable, 0, nullptr), bad);
    REFUSED(CALL(store, StoreLogoff, nullptr), bad);
    REFUSED(CALL(store, AbortSubmit, 9, nullptr, 0), bad);
    REFUSED(CALL(store, GetOutgoingQueue, 0, nullptr), bad);
    REFUSED(CALL(store, SetLockState, nullptr, MSG_LOCKED), bad);
    REFUSED(CALL(store, FinishedMsg, 0, 9, nullptr), bad);
    REFUSED(CALL(store, NotifyNewMail, nullptr), bad);
}

void wishes_IMsgStore(Session *session, IMsgStore *store) {
    Out<ULONG> size;
    Out<LPENTRYID> entry;
    // The class that the folder was named for is of no interest, wide or narrow.
    CODE(CALL(store, GetReceiveFolder, as_tstr(wide_custom), MAPI_UNICODE, &size, &entry, nullptr), S_OK);
    CHECK(entry_a.is(size, entry));
    release_buffer(session, entry);
    CODE(CALL(store, GetReceiveFolder, as_tstr(narrow_custom), 0, &size, &entry, nullptr), S_OK);
    CHECK(entry_a.is(size, entry));
    release_buffer(session, entry);
    talk_narrow(session, store);
}
}
