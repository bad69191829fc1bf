// Duty: a client with odd data. It lies at odd addresses, as packed structures and buffers of files put it there, which
// the machine allows; or it has null pointers where something should be. What an implementer is shown must not suffer.
#include "client.hpp"

#include <memory>
#include <vector>

namespace {

// Bytes at an odd address.
class Crooked {
public:
    Crooked(const void *from, size_t size) : buffer(size + 1) { memcpy(buffer.data() + 1, from, size); }

    // Room for an out value, full of rubbish.
    explicit Crooked(size_t size) : buffer(size + 1, 0x5a) {}

    template <class T> T *as() { return static_cast<T *>(static_cast<void *>(buffer.data() + 1)); }

    template <class T> T read() const {
        T value;
        memcpy(static_cast<void *>(&value), buffer.data() + 1, sizeof value);
        return value;
    }

private:
    std::vector<BYTE> buffer;
};

SPropValue hollow_prop(ULONG tag) {
    SPropValue prop;
    memset(static_cast<void *>(&prop), 0, sizeof prop);
    prop.ulPropTag = tag;
    return prop;
}

} // namespace

extern "C" {
// Values that point to nothing, counted or not.
void hollow_IMAPIProp(Session *session, IMAPIProp *object) {
    LPWSTR no_texts[] = {nullptr};
    SPropValue props[] = {
        hollow_prop(PT_STRING8), hollow_prop(PT_UNICODE),    hollow_prop(PT_CLSID),
        hollow_prop(PT_BINARY),  hollow_prop(PT_MV_UNICODE), hollow_prop(PT_MV_UNICODE),
    };
    props[3].Value.bin.cb = 5;
    props[4].Value.MVszW.cValues = 2;
    props[5].Value.MVszW = {1, no_texts};
    CODE(object->SetProps(6, props, nullptr), S_OK);
}

// Restrictions without the restrictions that they are made of.
void hollow_IMAPITable(Session *session, IMAPITable *table) {
    SRestriction all, opposite;
    memset(static_cast<void *>(&all), 0, sizeof all);
    memset(static_cast<void *>(&opposite), 0, sizeof opposite);
    all.rt = RES_AND;
    all.res.resAnd.cRes = 2;
    opposite.rt = RES_NOT;
    CODE(table->Restrict(&all, 0), S_OK);
    CODE(table->Restrict(&opposite, 0), S_OK);
}

void crooked_IMAPIProp(Session *session, IMAPIProp *object) {
    Tags<2> two = {2, {PR_SUBJECT_W, PR_BODY_W}};
    Crooked tags(&two, sizeof two), count(sizeof(ULONG)), props(sizeof(void *));
    CODE(object->GetProps(tags.as<SPropTagArray>(), 0, count.as<ULONG>(), props.as<LPSPropValue>()),
         MAPI_W_ERRORS_RETURNED);
    SAME(count.read<ULONG>(), 2);
    CHECK(same_prop(props.read<LPSPropValue>()[0], subject));
    release_buffer(session, props.read<LPSPropValue>());

    Crooked values(sample_props, sizeof sample_props);
    CODE(object->SetProps(SAMPLE_PROPS, values.as<SPropValue>(), nullptr), S_OK);

    LPMAPINAMEID wanted[] = {&string_name, &number_name};
    Crooked names(wanted, sizeof wanted), ids(sizeof(void *));
    CODE(object->GetIDsFromNames(2, names.as<LPMAPINAMEID>(), MAPI_CREATE, ids.as<LPSPropTagArray>()),
         MAPI_W_ERRORS_RETURNED);
    CHECK(same_tags(ids.read<LPSPropTagArray>(), {TAG_KEYWORDS, PT_ERROR}));
    release_buffer(session, ids.read<LPSPropTagArray>());

    Held<IMAPIProp> destination(make_IMAPIProp(session, S_OK));
    Held<IMAPIProgress> progress(make_IMAPIProgress(session, S_OK));
    IID two_iids[] = {IID_IMAPITable, IID_IMAPISync};
    Crooked excluded(two_iids, sizeof two_iids);
    Tags<1> body = {1, {PR_BODY_W}};
    CODE(object->CopyTo(2, excluded.as<IID>(), body, window, progress, &IID_IMAPIProp, destination,
                        MAPI_MOVE | MAPI_DIALOG, nullptr), MAPI_W_PARTIAL_COMPLETION);
    // A single identifier is lent as it is, so it must lie well.
    Crooked iid(&IID_IMAPITable, sizeof(IID)), opened(sizeof(void *));
    CODE(object->OpenProperty(PR_BODY_W, iid.as<IID>(), 0, 0, opened.as<LPUNKNOWN>()), MAPI_E_INVALID_PARAMETER);
    CHECK(!opened.read<LPUNKNOWN>());
}

void crooked_IMAPITable(Session *session, IMAPITable *table) {
    Crooked tree(&sample_restriction, sizeof sample_restriction), order(&sample_sort_orders, sizeof sample_sort_orders);
    CODE(table->Restrict(tree.as<SRestriction>(), TBL_ASYNC | TBL_BATCH), S_OK);
    CODE(table->SortTable(order.as<SSortOrderSet>(), TBL_BATCH), S_OK);
    Crooked row(sizeof(ULONG)), numerator(sizeof(ULONG)), denominator(sizeof(ULONG));
    CODE(table->QueryPosition(row.as<ULONG>(), numerator.as<ULONG>(), denominator.as<ULONG>()), S_OK);
    SAME(row.read<ULONG>(), 4);
    SAME(denominator.read<ULONG>(), 3);
    Crooked key(instance_key.bytes, instance_key.size), rows(sizeof(void *)), more(sizeof(ULONG));
    CODE(table->ExpandRow(instance_key.size, key.as<BYTE>(), 10, 0, rows.as<LPSRowSet>(), more.as<ULONG>()), S_OK);
    SAME(rows.read<LPSRowSet>()->cRows, 1);
    release_rows(session, rows.read<LPSRowSet>());
    // A value that goes in and out is lent as it is.
    Crooked status(sizeof(ULONG));
    CODE(table->WaitForCompletion(0, 250, status.as<ULONG>()), MAPI_E_INVALID_PARAMETER);
}

void crooked_IMsgStore(Session *session, IMsgStore *store) {
    Crooked entry(entry_a.bytes, entry_a.size), number(sizeof(ULONG_PTR));
    CODE(store->AbortSubmit(entry_a.size, entry.as<ENTRYID>(), 0), S_OK);
    Held<IMAPIAdviseSink> sink(make_IMAPIAdviseSink(session, S_OK));
    CODE(store->Advise(0, nullptr, fnevCriticalError, sink, number.as<ULONG_PTR>()), S_OK);
    SAME(number.read<ULONG_PTR>(), connection);
    Crooked mail(new_mail, sizeof *new_mail);
    CODE(store->NotifyNewMail(mail.as<NOTIFICATION>()), S_OK);
    // So is a wide string.
    const WCHAR name[] = MAPIDL_TEXT("IPM.N\u00f6te");
    Crooked text(name, sizeof name);
    CODE(store->SetReceiveFolder(text.as<CHAR>(), MAPI_UNICODE, entry_a.size, entry_a.entry()),
         MAPI_E_INVALID_PARAMETER);
}

void crooked_IMAPIAdviseSink(Session *session, IMAPIAdviseSink *sink) {
    Crooked all(sample_notifications, sizeof sample_notifications);
    SAME(sink->OnNotify(SAMPLE_NOTIFICATIONS, all.as<NOTIFICATION>()), 0);
}

void crooked_IMAPISync(Session *session, IMAPISync *sync) {
    MAPISIB empty = {sizeof empty, 0, nullptr, nullptr, nullptr};
    Crooked order(&empty, sizeof empty);
    CODE(sync->SynchronizeInBackground(order.as<MAPISIB>()), MAPI_E_INVALID_PARAMETER);
}
}
