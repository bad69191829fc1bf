// Duty: an object with properties, a message, and a message store.
#include "prop.hpp"
#include "sync.hpp"

namespace {

using Prop = PropObject<IMAPIProp>;

// A message, of which these conversations only use what it has from IMAPIProp.
class Message final : public PropObject<IMessage> {
public:
    using PropObject::PropObject;

    HRESULT STDMETHODCALLTYPE GetAttachmentTable(ULONG, LPMAPITABLE *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE OpenAttach(ULONG, LPCIID, ULONG, LPATTACH *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE CreateAttach(LPCIID, ULONG, ULONG *, LPATTACH *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE DeleteAttach(ULONG, ULONG_PTR, LPMAPIPROGRESS, ULONG) override {
        return MAPI_E_NO_SUPPORT;
    }
    HRESULT STDMETHODCALLTYPE GetRecipientTable(ULONG, LPMAPITABLE *) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE ModifyRecipients(ULONG, LPADRLIST) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE SubmitMessage(ULONG) override { return MAPI_E_NO_SUPPORT; }
    HRESULT STDMETHODCALLTYPE SetReadFlag(ULONG) override { return MAPI_E_NO_SUPPORT; }
};

class Store final : public PropObject<IMsgStore, IMAPISync> {
public:
    using PropObject::PropObject;

    HRESULT STDMETHODCALLTYPE Advise(ULONG size, LPENTRYID entry, ULONG events, LPMAPIADVISESINK sink,
                                     ULONG_PTR *number) override {
        ENTER(Advise, number);
        if (entry) {
            CHECK(entry_a.is(size, entry));
            SAME(events, fnevNewMail | fnevObjectMoved | fnevExtended);
        } else {
            SAME(size, 0);
            SAME(events, fnevCriticalError);
        }
        SAME(sink->OnNotify(SAMPLE_NOTIFICATIONS, sample_notifications), 0);
        *number = connection;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE Unadvise(ULONG_PTR number) override {
        ENTER(Unadvise);
        SAME(number, connection);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE CompareEntryIDs(ULONG size1, LPENTRYID entry1, ULONG size2, LPENTRYID entry2, ULONG flags,
                                              ULONG *result) override {
        ENTER(CompareEntryIDs, result);
        CHECK(entry_a.is(size1, entry1));
        SAME(flags, 0);
        *result = entry_a.is(size2, entry2);
        CHECK(*result || entry_b.is(size2, entry2));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE OpenEntry(ULONG size, LPENTRYID entry, LPCIID iid, ULONG flags, ULONG *type,
                                        LPUNKNOWN *object) override {
        ENTER(OpenEntry, type, object);
        *type = 0;
        *object = nullptr;
        if (!entry) {
            CHECK(size == 0 && !iid);
            SAME(flags, MAPI_BEST_ACCESS);
            *type = MAPI_MESSAGE;
            *object = new Message(session, S_OK);
            return S_OK;
        }
        SAME(flags, MAPI_MODIFY | MAPI_NO_CACHE);
        if (entry_b.is(size, entry)) {
            return MAPI_E_UNKNOWN_ENTRYID;
        }
        CHECK(entry_a.is(size, entry));
        *type = MAPI_FOLDER;
        return answer_with(new Prop(session, S_OK), *iid, reinterpret_cast<void **>(object));
    }

    HRESULT STDMETHODCALLTYPE SetReceiveFolder(LPTSTR name, ULONG flags, ULONG size, LPENTRYID entry) override {
        ENTER(SetReceiveFolder);
        SAME(flags, MAPI_UNICODE);
        if (name) {
            CHECK(same_text(as_wide(name), MAPIDL_TEXT("IPM.N\u00f6te")) && entry_a.is(size, entry));
        } else {
            CHECK(size == 0 && !entry);
        }
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetReceiveFolder(LPTSTR name, ULONG flags, ULONG *size, LPENTRYID *entry,
                                               LPTSTR *explicit_class) override {
        ENTER(GetReceiveFolder, size, entry, explicit_class);
        static const WCHAR found[] = MAPIDL_TEXT("IPM.N\u00f6te");
        SAME(flags, MAPI_UNICODE);
        *size = name ? entry_a.size : entry_b.size;
        *entry = reinterpret_cast<LPENTRYID>(allocate<BYTE>(session, *size));
        memcpy(static_cast<void *>(*entry), name ? entry_a.bytes : entry_b.bytes, *size);
        *explicit_class = nullptr;
        if (name) {
            CHECK(same_text(as_wide(name), MAPIDL_TEXT("IPM.N\u00f6te.Custom")));
            *explicit_class = reinterpret_cast<LPTSTR>(allocate<char>(session, sizeof found));
            memcpy(*explicit_class, found, sizeof found);
        }
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetReceiveFolderTable(ULONG flags, LPMAPITABLE *table) override {
        ENTER(GetReceiveFolderTable, table);
        SAME(flags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
        *table = make_table(session, S_OK);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE StoreLogoff(ULONG *flags) override {
        ENTER(StoreLogoff, flags);
        SAME(*flags, LOGOFF_ORDERLY);
        *flags = LOGOFF_INBOUND | LOGOFF_OUTBOUND;
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE AbortSubmit(ULONG size, LPENTRYID entry, ULONG flags) override {
        ENTER(AbortSubmit);
        SAME(flags, 0);
        if (entry_b.is(size, entry)) {
            return MAPI_E_NOT_IN_QUEUE;
        }
        CHECK(entry_a.is(size, entry));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE GetOutgoingQueue(ULONG flags, LPMAPITABLE *table) override {
        ENTER(GetOutgoingQueue, table);
        SAME(flags, 0);
        *table = make_table(session, S_OK);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE SetLockState(LPMESSAGE message, ULONG state) override {
        ENTER(SetLockState);
        SAME(state, MSG_LOCKED);
        CODE(message->SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE), S_OK);
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE FinishedMsg(ULONG flags, ULONG size, LPENTRYID entry) override {
        ENTER(FinishedMsg);
        SAME(flags, 0);
        CHECK(entry_a.is(size, entry));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE NotifyNewMail(LPNOTIFICATION notification) override {
        ENTER(NotifyNewMail);
        CHECK(same_notification(*notification, *new_mail));
        return S_OK;
    }

    HRESULT STDMETHODCALLTYPE SynchronizeInBackground(PMAPISIB order) override {
        session->received(session->log, name_of<IMAPISync>, "SynchronizeInBackground");
        return answer == S_OK ? synchronize(session, order) : answer;
    }
};

} // namespace

extern "C" IMAPIProp *make_IMAPIProp(Session *session, HRESULT answer) {
    return new Prop(session, answer);
}

extern "C" IMessage *make_IMessage(Session *session, HRESULT answer) {
    return new Message(session, answer);
}

extern "C" IMsgStore *make_IMsgStore(Session *session, HRESULT answer) {
    return new Store(session, answer);
}
