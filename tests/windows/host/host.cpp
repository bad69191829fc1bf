// Duty: prove a message store provider of Rust's against C++ and the MAPI headers of mingw-w64.
// Input: the path of the provider's DLL, that of one that panics; `--spoiled` makes mistakes, so that tests must fail.
// Output: a line per test, counts, and an exit code.

#include "session.hpp"
#include <cstring>

/// Values that a provider gave.
struct Values {
    ~Values() { heap::free(values); }
    SPropValue *values = nullptr;
    ULONG count = 0;
};

template <class I> HRESULT get(I *object, std::vector<ULONG> tags, Values &values) {
    tags.insert(tags.begin(), static_cast<ULONG>(tags.size()));
    return CALL(IMAPIProp, reinterpret_cast<IMAPIProp *>(object), GetProps,
                reinterpret_cast<SPropTagArray *>(tags.data()), 0, &values.count, &values.values);
}

static std::vector<BYTE> id_of(IMAPIProp *object) {
    Values values;
    CHECK(get(object, {PR_ENTRYID}, values) == S_OK);
    const auto &bytes = values.values[0].Value.bin;
    return {bytes.lpb, bytes.lpb + bytes.cb};
}

/// Saves a message with a subject.
static std::vector<BYTE> write(IMAPIFolder *folder, const WCHAR *subject) {
    Released<IMessage> message;
    CHECK(CALL(IMAPIFolder, folder, CreateMessage, nullptr, 0, &message) == S_OK);
    SPropValue value{};
    value.ulPropTag = PR_SUBJECT_W;
    value.Value.lpszW = const_cast<WCHAR *>(subject);
    CHECK(CALL(IMessage, message, SetProps, 1, &value, nullptr) == S_OK);
    CHECK(CALL(IMessage, message, SaveChanges, 0) == S_OK);
    return id_of(reinterpret_cast<IMAPIProp *>(message.pointer));
}

static void logs_on_and_off() { Session session; }

static void properties_of_the_store() {
    Session session;
    Values values;
    CHECK(get(session.store.pointer, {PR_DISPLAY_NAME_W, PR_BODY_W, PR_OBJECT_TYPE, PR_ENTRYID}, values) ==
          MAPI_W_ERRORS_RETURNED);
    CHECK(values.count == 4);
    CHECK(std::wcscmp(values.values[0].Value.lpszW, L"Mailbox in memory") == 0);
    CHECK(PROP_TYPE(values.values[1].ulPropTag) == PT_ERROR && values.values[1].Value.err == MAPI_E_NOT_FOUND);
    CHECK(values.values[2].Value.l == MAPI_STORE);
    const auto &id = values.values[3].Value.bin;
    CHECK(id.cb == 32 && std::memcmp(id.lpb, "wrap", 4) == 0);

    auto *own = reinterpret_cast<ENTRYID *>(id.lpb + 4);
    ULONG same = 9;
    CHECK(CALL(IMSProvider, session.provider, CompareStoreIDs, 28, own, 28, own, 0, &same) == S_OK);
    CHECK(same == 1);
    same = 9;
    CHECK(CALL(IMSLogon, session.logon, CompareEntryIDs, 28, own, 28, own, 0, &same) == S_OK && same == 1);
    CHECK(CALL(IMsgStore, session.store, CompareEntryIDs, 28, own, 28, own, 0, &same) == S_OK && same == 1);

    SPropTagArray *list = nullptr;
    CHECK(CALL(IMsgStore, session.store, GetPropList, MAPI_UNICODE, &list) == S_OK);
    CHECK(list->cValues >= 4);
    heap::free(list);
}

static void messages_are_written_and_read() {
    Session session;
    Released<IMAPIFolder> inbox{session.inbox()};
    auto id = write(inbox, L"Lunch?");
    ULONG kind = 0;
    Released<IMessage> message, same;
    CHECK(CALL(IMsgStore, session.store, OpenEntry, id.size(), reinterpret_cast<ENTRYID *>(id.data()), &IID_IMessage,
               MAPI_MODIFY, &kind, reinterpret_cast<IUnknown **>(&message)) == S_OK);
    CHECK(kind == MAPI_MESSAGE);

    SPropValue changes[2]{};
    changes[0].ulPropTag = PR_ENTRYID;
    changes[0].Value.bin.cb = 4;
    changes[0].Value.bin.lpb = reinterpret_cast<BYTE *>(changes);
    changes[1].ulPropTag = PR_SUBJECT_W;
    WCHAR dinner[] = L"Dinner!";
    changes[1].Value.lpszW = dinner;
    SPropProblemArray *problems = nullptr;
    CHECK(CALL(IMessage, message, SetProps, 2, changes, &problems) == S_OK);
    NEED(problems && problems->cProblem == 1);
    CHECK(problems->aProblem[0].scode == MAPI_E_COMPUTED && problems->aProblem[0].ulPropTag == PR_ENTRYID && problems->aProblem[0].ulIndex == 0);
    heap::free(problems);
    CHECK(CALL(IMessage, message, SaveChanges, KEEP_OPEN_READWRITE) == S_OK);

    CHECK(CALL(IMSLogon, session.logon, OpenEntry, id.size(), reinterpret_cast<ENTRYID *>(id.data()), nullptr, 0, &kind,
               reinterpret_cast<IUnknown **>(&same)) == S_OK);
    Values values;
    CHECK(get(same.pointer, {PR_SUBJECT_W}, values) == S_OK);
    CHECK(std::wcscmp(values.values[0].Value.lpszW, dinner) == 0);

    SizedSPropTagArray(1, subject) = {1, {PR_SUBJECT_W}};
    problems = nullptr;
    CHECK(CALL(IMessage, same, DeleteProps, reinterpret_cast<SPropTagArray *>(&subject), &problems) == S_OK);
    CHECK(!problems);

    SBinary binary{static_cast<ULONG>(id.size()), id.data()};
    ENTRYLIST list{1, &binary};
    CHECK(CALL(IMAPIFolder, inbox, DeleteMessages, &list, 0, nullptr, 0) == S_OK);
    CHECK(CALL(IMAPIFolder, inbox, DeleteMessages, &list, 0, nullptr, 0) == MAPI_W_PARTIAL_COMPLETION);
}

static void recipients_are_added() {
    Session session;
    Released<IMAPIFolder> inbox{session.inbox()};
    Released<IMessage> message;
    CHECK(CALL(IMAPIFolder, inbox, CreateMessage, &IID_IMessage, 0, &message) == S_OK);
    SPropValue ada[2]{};
    ada[0].ulPropTag = PR_RECIPIENT_TYPE;
    ada[0].Value.l = MAPI_TO;
    ada[1].ulPropTag = PR_DISPLAY_NAME_W;
    WCHAR name[] = L"Ada";
    ada[1].Value.lpszW = name;
    SizedADRLIST(1, list) = {1, {{0, 2, ada}}};
    CHECK(CALL(IMessage, message, ModifyRecipients, MODRECIP_ADD, reinterpret_cast<ADRLIST *>(&list)) == S_OK);
    Released<IMAPITable> table;
    CHECK(CALL(IMessage, message, GetRecipientTable, MAPI_UNICODE, &table) == S_OK);
    ULONG rows = 0;
    CHECK(CALL(IMAPITable, table, GetRowCount, 0, &rows) == S_OK && rows == 1);
    Values values;
    CHECK(get(message.pointer, {PR_DISPLAY_TO_W}, values) == S_OK);
    CHECK(std::wcscmp(values.values[0].Value.lpszW, name) == 0);
}

/// Rows that a table gave, freed as clients do: each row's values, then the set.
struct Rows {
    ~Rows() {
        for (ULONG i = 0; rows && i < rows->cRows; ++i) heap::free(rows->aRow[i].lpProps);
        heap::free(rows);
    }
    SRowSet *rows = nullptr;
};

static void tables_are_read() {
    Session session;
    Released<IMAPIFolder> inbox{session.inbox()};
    for (const WCHAR *subject : {L"pear", L"apple", L"Plum"}) write(inbox, subject);
    Released<IMAPITable> table, folders;
    CHECK(CALL(IMAPIFolder, inbox, GetContentsTable, MAPI_UNICODE, &table) == S_OK);
    CHECK(CALL(IMAPIFolder, inbox, GetHierarchyTable, MAPI_UNICODE, &folders) == S_OK);
    ULONG messages = 0, subfolders = 9;
    CHECK(CALL(IMAPITable, table, GetRowCount, 0, &messages) == S_OK && messages == 3);
    CHECK(CALL(IMAPITable, folders, GetRowCount, 0, &subfolders) == S_OK && subfolders == 0);

    SizedSPropTagArray(1, columns) = {1, {PR_SUBJECT_W}};
    CHECK(CALL(IMAPITable, table, SetColumns, reinterpret_cast<SPropTagArray *>(&columns), 0) == S_OK);
    SizedSSortOrderSet(1, order) = {1, 0, 0, {{PR_SUBJECT_W, TABLE_SORT_ASCEND}}};
    CHECK(CALL(IMAPITable, table, SortTable, reinterpret_cast<SSortOrderSet *>(&order), 0) == S_OK);
    Rows read;
    CHECK(CALL(IMAPITable, table, QueryRows, 2, 0, &read.rows) == S_OK);
    NEED(read.rows && read.rows->cRows == 2 && read.rows->aRow[0].cValues == 1);
    CHECK(std::wcscmp(read.rows->aRow[0].lpProps[0].Value.lpszW, L"apple") == 0);

    SPropValue apple{};
    apple.ulPropTag = PR_SUBJECT_W;
    WCHAR text[] = L"PL";
    apple.Value.lpszW = text;
    SRestriction restriction{};
    restriction.rt = RES_CONTENT;
    restriction.res.resContent = {FL_PREFIX | FL_IGNORECASE, PR_SUBJECT_W, &apple};
    CHECK(CALL(IMAPITable, table, Restrict, &restriction, 0) == S_OK);
    CHECK(CALL(IMAPITable, table, GetRowCount, 0, &messages) == S_OK && messages == 1);
    CHECK(CALL(IMAPITable, table, Restrict, nullptr, 0) == S_OK);
    CHECK(CALL(IMAPITable, table, FindRow, &restriction, BOOKMARK_BEGINNING, 0) == S_OK);
    ULONG row = 9, numerator = 9, denominator = 9;
    CHECK(CALL(IMAPITable, table, QueryPosition, &row, &numerator, &denominator) == S_OK);
    CHECK(row == 2 && denominator == 3);
    LONG moved = 9;
    CHECK(CALL(IMAPITable, table, SeekRow, BOOKMARK_END, -1, &moved) == S_OK && moved == -1);
    CHECK(CALL(IMAPITable, table, SeekRow, BOOKMARK_BEGINNING, 0, nullptr) == S_OK);
}

static void sinks_hear_of_changes() {
    Session session;
    Sink sink;
    // The headers have ULONG here; it is ULONG_PTR, as wide as a pointer.
    ULONG_PTR connection = 0;
    auto *number = reinterpret_cast<ULONG *>(&connection);
    const ULONG mask = fnevObjectCreated | fnevObjectDeleted;
    CHECK(CALL(IMsgStore, session.store, Advise, 0, nullptr, mask, &sink, number) == S_OK);
    CHECK(sink.references == 2);
    ULONG kind = 0;
    {
        Released<IMAPIFolder> root, folder;
        CHECK(CALL(IMsgStore, session.store, OpenEntry, 0, nullptr, nullptr, MAPI_MODIFY, &kind,
                   reinterpret_cast<IUnknown **>(&root)) == S_OK);
        WCHAR name[] = L"Projects";
        CHECK(CALL(IMAPIFolder, root, CreateFolder, FOLDER_GENERIC, reinterpret_cast<LPTSTR>(name), nullptr, nullptr,
                   MAPI_UNICODE, &folder) == S_OK);
        auto id = id_of(reinterpret_cast<IMAPIProp *>(folder.pointer));
        CHECK(CALL(IMAPIFolder, root, DeleteFolder, id.size(), reinterpret_cast<ENTRYID *>(id.data()), 0, nullptr,
                   0) == S_OK);
    }
    CHECK((sink.events == std::vector<ULONG>{fnevObjectCreated, fnevObjectDeleted}));
    CHECK((sink.kinds == std::vector<ULONG>{MAPI_FOLDER, MAPI_FOLDER}) && sink.sizes[0] == 28);
    CHECK(CALL(IMsgStore, session.store, Unadvise, connection) == S_OK);
    CHECK(sink.references == 1);
    CHECK(CALL(IMsgStore, session.store, Unadvise, connection) == MAPI_E_NOT_FOUND);
}

/// Synchronises; `stops_at` is the step at which the display refuses.
static void synchronise(Session &session, Display &display, ULONG flags = SYNC_DOWNLOAD_CONTENTS) {
    Released<IMAPISync> sync;
    CHECK(CALL(IMsgStore, session.store, QueryInterface, IID_IMAPISync, reinterpret_cast<void **>(&sync)) == S_OK);
    HANDLE event = nullptr;
    MAPISIB order{sizeof(MAPISIB), flags, nullptr, &display, &event};
    CHECK(CALL(IMAPISync, sync, SynchronizeInBackground, &order) == S_OK);
    CHECK(WaitForSingleObject(display.ended, 30000) == WAIT_OBJECT_0);
    CHECK(event && event == display.done_event);
    CHECK(WaitForSingleObject(event, 30000) == WAIT_OBJECT_0);
    CloseHandle(event);
    CHECK(display.references == 1);
}

static void mail_is_fetched_in_the_background() {
    Session session;
    Sink sink;
    ULONG_PTR connection = 0;
    CHECK(CALL(IMSLogon, session.logon, Advise, 0, nullptr, fnevNewMail, &sink,
               reinterpret_cast<ULONG *>(&connection)) == S_OK);
    Display display;
    synchronise(session, display);
    CHECK(display.outcome == S_OK);
    CHECK((display.steps == std::vector<ULONG>{0, 1, 2, 3}));
    CHECK(display.thread != 0 && display.thread != GetCurrentThreadId());
    CHECK((sink.events == std::vector<ULONG>{fnevNewMail, fnevNewMail, fnevNewMail}));
    CHECK((sink.sizes == std::vector<ULONG>{28, 28, 28}));
    CHECK(CALL(IMSLogon, session.logon, Unadvise, connection) == S_OK);
}

static void a_display_that_refuses_stops_the_run() {
    Session session;
    Display display;
    display.stops_at = 1;
    display.stop = MAPI_E_USER_CANCEL;
    synchronise(session, display);
    CHECK(display.outcome == MAPI_E_USER_CANCEL);
    CHECK((display.steps == std::vector<ULONG>{0, 1}));
}

static void nulls_and_nonsense_are_refused() {
    Session session;
    Released<IMAPIFolder> inbox{session.inbox()};
    Released<IMAPISync> sync;
    CHECK(CALL(IMsgStore, session.store, QueryInterface, IID_IMAPISync, reinterpret_cast<void **>(&sync)) == S_OK);
    CHECK(CALL(IMAPISync, sync, SynchronizeInBackground, nullptr) == MAPI_E_INVALID_PARAMETER);
    CHECK(CALL(IMAPIFolder, inbox, GetContentsTable, 0, nullptr) == MAPI_E_INVALID_PARAMETER);
    CHECK(CALL(IMAPIFolder, inbox, GetProps, nullptr, 0, nullptr, nullptr) == MAPI_E_INVALID_PARAMETER);
    IUnknown *none = &session.support;
    ULONG kind = 0;
    BYTE nonsense[28] = {7};
    CHECK(CALL(IMsgStore, session.store, OpenEntry, 28, reinterpret_cast<ENTRYID *>(nonsense), nullptr, 0, &kind,
               &none) == MAPI_E_UNKNOWN_ENTRYID);
    CHECK(!none);
    void *face = &none;
    CHECK(CALL(IMsgStore, session.store, QueryInterface, IID_IMAPIFolder, &face) == E_NOINTERFACE);
    CHECK(!face);
}

static void methods_that_nobody_wrote_are_refused() {
    Session session;
    Released<IMAPIFolder> inbox{session.inbox()};
    ULONG status = 0;
    CHECK(CALL(IMAPIFolder, inbox, GetMessageStatus, 0, nullptr, 0, &status) != S_OK);
    CHECK(CALL(IMAPIFolder, inbox, EmptyFolder, 0, nullptr, 0) == MAPI_E_NO_SUPPORT);
    Released<IMAPITable> table;
    CHECK(CALL(IMsgStore, session.store, GetOutgoingQueue, 0, &table) == MAPI_E_NO_SUPPORT && !table);
    CHECK(CALL(IMsgStore, session.store, FinishedMsg, 0, 0, nullptr) != S_OK);
}

static void identity_holds() {
    Session session;
    Released<IUnknown> one, other;
    Released<IMAPISync> sync;
    CHECK(CALL(IMsgStore, session.store, QueryInterface, IID_IUnknown, reinterpret_cast<void **>(&one)) == S_OK);
    CHECK(CALL(IMsgStore, session.store, QueryInterface, IID_IMAPISync, reinterpret_cast<void **>(&sync)) == S_OK);
    CHECK(CALL(IMAPISync, sync, QueryInterface, IID_IUnknown, reinterpret_cast<void **>(&other)) == S_OK);
    CHECK(one.pointer == other.pointer);
    const ULONG count = CALL(IMsgStore, session.store, AddRef);
    CHECK(CALL(IMsgStore, session.store, Release) == count - 1);
}

static void an_old_mapi_is_refused() {
    Loaded loaded;
    IMSProvider *provider = nullptr;
    CHECK(loaded.init(CURRENT_SPI_VERSION - 1, heap::free, &provider) == MAPI_E_VERSION && !provider);
    CHECK(loaded.init(CURRENT_SPI_VERSION, nullptr, &provider) == MAPI_E_INVALID_PARAMETER && !provider);
}

static void the_service_is_configured() {
    Loaded loaded;
    const auto entry = loaded.find<MSGSERVICEENTRY>("ServiceEntry");
    const auto call = [&](ULONG context) {
        const auto before = stack();
        MAPIERROR *error = nullptr;
        const HRESULT code =
            entry(loaded.module, nullptr, nullptr, 0, 0, context, 0, nullptr, nullptr, &error);
        CHECK(before == stack());
        return code;
    };
    CHECK(call(MSG_SERVICE_INSTALL) == S_OK);
    CHECK(call(MSG_SERVICE_PROVIDER_CREATE) == MAPI_E_NO_SUPPORT);
}

static const char *panicking_path;

static void a_panic_stays_in_the_provider() {
    Loaded loaded(panicking_path);
    Released<IMSProvider> provider;
    CHECK(loaded.init(CURRENT_SPI_VERSION, heap::free, &provider) == S_OK);
    ULONG answer = 9;
    BYTE id = 0;
    CHECK(FAILED(CALL(IMSProvider, provider, CompareStoreIDs, 1, reinterpret_cast<ENTRYID *>(&id), 1,
                      reinterpret_cast<ENTRYID *>(&id), 0, &answer)));
    CHECK(answer == 0);
    CHECK(FAILED(CALL(IMSProvider, provider, Shutdown, &answer)));
}

/// The name under which a library is known to the process.
static const char *name_of(const char *path) {
    const char *name = std::strrchr(path, '\\');
    return name ? name + 1 : path;
}

/// Safe code may have left threads, so the library of it stays.
static void the_library_stays() {
    HMODULE module;
    {
        Session session;
        module = session.loaded.module;
    }
    CHECK(GetModuleHandleA(name_of(provider_path)) == module);
    { Session session; }
}

/// The author of this one lets it go.
static void the_library_is_unloaded_and_loaded_again() {
    const char *name = name_of(panicking_path);
    for (int time = 0; time < 2; ++time) {
        CHECK(!GetModuleHandleA(name));
        {
            Loaded loaded(panicking_path);
            Released<IMSProvider> provider;
            CHECK(loaded.init(CURRENT_SPI_VERSION, heap::free, &provider) == S_OK);
            CHECK(GetModuleHandleA(name) == loaded.module);
        }
        CHECK(!GetModuleHandleA(name));
    }
}

#define TEST(name) {#name, name}

static const check::Test TESTS[] = {
    TEST(logs_on_and_off),
    TEST(properties_of_the_store),
    TEST(messages_are_written_and_read),
    TEST(recipients_are_added),
    TEST(tables_are_read),
    TEST(sinks_hear_of_changes),
    TEST(mail_is_fetched_in_the_background),
    TEST(a_display_that_refuses_stops_the_run),
    TEST(nulls_and_nonsense_are_refused),
    TEST(methods_that_nobody_wrote_are_refused),
    TEST(identity_holds),
    TEST(an_old_mapi_is_refused),
    TEST(the_service_is_configured),
    TEST(a_panic_stays_in_the_provider),
    TEST(the_library_stays),
    TEST(the_library_is_unloaded_and_loaded_again),
};

static void show(check::Direction direction, const char *words) {
    const auto &called = check::called[direction];
    std::printf("%s: %lu methods of %lu interfaces\n", words, check::methods(direction),
                static_cast<unsigned long>(called.size()));
}

int main(int count, char **arguments) {
    if (count < 3) {
        std::fprintf(stderr, "usage: host PROVIDER.dll PANICKING.dll [--spoiled]\n");
        return 2;
    }
    provider_path = arguments[1];
    panicking_path = arguments[2];
    spoiled = count > 3 && std::strcmp(arguments[3], "--spoiled") == 0;
    int failed = 0;
    for (const auto &test : TESTS) failed += !check::run(test);
    show(check::TO_RUST, "C++ called Rust");
    show(check::TO_CPP, "Rust called C++");
    std::printf("test result: %d passed; %d failed\n", static_cast<int>(std::size(TESTS)) - failed, failed);
    return failed ? 1 : 0;
}
