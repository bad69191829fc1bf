// Duty: what both halves of this library share: the session that the test hands in, checks, memory, strings.
//
// The library is the C++ half of `tests/cpp.rs`. Its clients call objects through their vtables, its objects are called
// through theirs; both report what was called, and what was not as it should be, to the session. `mapi.h` is the header
// that mapidl writes of `idl`.
#pragma once

#include "mapi.h"

#include <cstring>
#include <initializer_list>
#include <string>
#include <type_traits>

// The test's end of a conversation. Rust makes it (`session.rs`), so the order of the members is part of the contract.
struct Session {
    HRESULT(STDMETHODCALLTYPE *allocate_buffer)(ULONG size, void **block);
    HRESULT(STDMETHODCALLTYPE *allocate_more)(ULONG size, void *root, void **block);
    ULONG(STDMETHODCALLTYPE *free_buffer)(void *block);
    // Told of every call that a client makes.
    void(STDMETHODCALLTYPE *sent)(void *log, const char *interface, const char *method);
    // Told of every call that an object gets.
    void(STDMETHODCALLTYPE *received)(void *log, const char *interface, const char *method);
    void(STDMETHODCALLTYPE *failed)(void *log, const char *file, ULONG line, const char *text);
    // Told of every object that comes (+1) or goes (-1).
    void(STDMETHODCALLTYPE *counted)(void *log, LONG change);
    void *log;
};

// ---- checks: each wants a `session` in scope ------------------------------------------------------------------------

#define CHECK(condition)                                                                                               \
    ((condition) ? static_cast<void>(0) : session->failed(session->log, __FILE__, __LINE__, #condition))

// Compares numbers, and tells both when they differ.
#define SAME(actual, expected) same_number(session, __FILE__, __LINE__, #actual " == " #expected, actual, expected)

inline void same_number(Session *session, const char *file, ULONG line, const char *text, ULONGLONG actual,
                        ULONGLONG expected) {
    if (actual != expected) {
        std::string full = std::string(text) + ": " + std::to_string(actual) + " == " + std::to_string(expected);
        session->failed(session->log, file, line, full.c_str());
    }
}

// The number that a code, a count or a flag is, so that both sides of a comparison are widened in the same way.
#define CODE(actual, expected) SAME(static_cast<ULONG>(actual), static_cast<ULONG>(expected))

// ---- calls ----------------------------------------------------------------------------------------------------------

template <class Interface> constexpr const char *name_of = nullptr;
template <> inline constexpr const char *name_of<IMAPISyncProgressCallback> = "IMAPISyncProgressCallback";
template <> inline constexpr const char *name_of<IMAPISync> = "IMAPISync";
template <> inline constexpr const char *name_of<IMAPIProp> = "IMAPIProp";
template <> inline constexpr const char *name_of<IMAPITable> = "IMAPITable";
template <> inline constexpr const char *name_of<IMsgStore> = "IMsgStore";
template <> inline constexpr const char *name_of<IMAPIAdviseSink> = "IMAPIAdviseSink";
template <> inline constexpr const char *name_of<IMAPIProgress> = "IMAPIProgress";
template <> inline constexpr const char *name_of<IMessage> = "IMessage";

// Calls a method through the vtable of the object's static type, and tells the session.
#define CALL(object, method, ...)                                                                                      \
    (session->sent(session->log, name_of<std::remove_pointer_t<decltype(object)>>, #method),                         \
     (object)->method(__VA_ARGS__))

// ---- memory ---------------------------------------------------------------------------------------------------------

// A block for `count` values, which free_buffer frees with everything that allocate_more put behind it.
template <class T> T *allocate(Session *session, size_t count) {
    void *block = nullptr;
    CODE(session->allocate_buffer(static_cast<ULONG>(sizeof(T) * count), &block), S_OK);
    return static_cast<T *>(block);
}

template <class T> T *allocate_more(Session *session, void *root, size_t count) {
    void *block = nullptr;
    CODE(session->allocate_more(static_cast<ULONG>(sizeof(T) * count), root, &block), S_OK);
    return static_cast<T *>(block);
}

inline void release_buffer(Session *session, void *block) {
    CODE(session->free_buffer(block), S_OK);
}

// Allocates a record that ends in a list, and fills in the list.
template <class List, class Item> List *allocate_list(Session *session, std::initializer_list<Item> items) {
    void *list = allocate<char>(session, sizeof(List) + sizeof(Item) * items.size());
    ULONG *count = static_cast<ULONG *>(list);
    *count = static_cast<ULONG>(items.size());
    memcpy(count + 1, items.begin(), sizeof(Item) * items.size());
    return static_cast<List *>(list);
}

inline LPSPropTagArray allocate_tags(Session *session, std::initializer_list<ULONG> tags) {
    return allocate_list<SPropTagArray>(session, tags);
}

// Frees rows as FreeProws does: each row's properties are a block of their own.
inline void release_rows(Session *session, LPSRowSet rows) {
    for (ULONG i = 0; i < rows->cRows; i++) {
        release_buffer(session, rows->aRow[i].lpProps);
    }
    release_buffer(session, rows);
}

// A list of tags with room for its own count, as C clients lay one on the stack.
template <size_t N> struct Tags {
    ULONG count = N;
    ULONG tags[N];

    operator LPSPropTagArray() { return reinterpret_cast<LPSPropTagArray>(this); }
};

// ---- comparisons ----------------------------------------------------------------------------------------------------

inline bool same_bytes(const void *a, size_t a_size, const void *b, size_t b_size) {
    return a_size == b_size && (a_size == 0 || (a && b && memcmp(a, b, a_size) == 0));
}

inline bool same_text(LPCWSTR a, LPCWSTR b) {
    return a && b && std::char_traits<WCHAR>::length(a) == std::char_traits<WCHAR>::length(b)
        && std::char_traits<WCHAR>::compare(a, b, std::char_traits<WCHAR>::length(a)) == 0;
}

inline bool same_text(LPCSTR a, LPCSTR b) {
    return a && b && strcmp(a, b) == 0;
}

inline bool same_tags(const SPropTagArray *tags, std::initializer_list<ULONG> expected) {
    return tags && same_bytes(tags->aulPropTag, tags->cValues * sizeof(ULONG), expected.begin(),
                              expected.size() * sizeof(ULONG));
}

inline LPTSTR as_tstr(LPCWSTR text) {
    return reinterpret_cast<LPTSTR>(const_cast<LPWSTR>(text));
}

inline LPTSTR as_tstr(LPCSTR text) {
    return const_cast<LPSTR>(text);
}

inline LPCWSTR as_wide(const void *text) {
    return static_cast<LPCWSTR>(text);
}
