// Duty: objects in C++ that look at a call's arguments and pass them on to an object of Rust's.
// Input: calls, with the types that mingw-w64's headers give them. Output: the same calls on the inner object; what did
// not arrive as it was sent is reported.
#pragma once
#define INITGUID
#define USES_IID_IMAPIProp
#define USES_IID_IMAPIAdviseSink
#include <windows.h>
#include <ole2.h>
#include <mapix.h>
#include <mapiutil.h>
#include <mapispi.h>
#include <mapiguid.h>
#include "../stack.hpp"
#include <atomic>
#include <cstring>
#include <cwchar>
#include <string>
#include <tuple>
#include <type_traits>

/// The test's end: it is told of each call, and of each argument that is not what it must be.
struct Session {
    void(WINAPI *arrived)(const char *method);
    void(WINAPI *failed)(const char *text);
    /// How many arguments were looked into.
    ULONG looked;
    /// Whether what may be null is.
    ULONG nulls;
};

inline Session *session;
inline const char *current;

// ---- the types of a method ------------------------------------------------------------------------------------------

template <class> struct Signature;
template <class I, class R, class... A> struct Signature<R (WINAPI I::*)(A...)> {
    using Answer = R;
    template <std::size_t N> using Argument = std::tuple_element_t<N, std::tuple<A...>>;
};

#define ANSWER(interface_name, method) Signature<decltype(&interface_name::method)>::Answer
#define ARGUMENT(interface_name, method, at) Signature<decltype(&interface_name::method)>::Argument<at>

// ---- checks ---------------------------------------------------------------------------------------------------------

inline void failed(int line, const char *what) {
    session->failed((std::string(current) + ": " + what + ", line " + std::to_string(line)).c_str());
}

#define CHECK(condition) ((condition) ? void() : failed(__LINE__, #condition))

/// Passes a call on to an object of Rust's, and looks whether that took its arguments off the stack.
#define PASS_ON(call)                                                                                                  \
    ({                                                                                                                 \
        const auto stack_before = stack();                                                                             \
        const auto answer = (call);                                                                                    \
        const auto stack_after = stack();                                                                              \
        if (stack_before != stack_after) failed(__LINE__, "the stack was moved");                                      \
        answer;                                                                                                        \
    })

inline void arrived(const char *method) {
    current = method;
    session->arrived(method);
}

// Which these headers do not have.
constexpr ULONG AB_UNICODEUI = 0x40;

/// Numbers tell their places; flags may have the bits besides that say that strings are wide.
template <class T> void number(ULONG at, T value) {
    if constexpr (std::is_pointer_v<T>) {
        return number(at, reinterpret_cast<ULONG_PTR>(value));
    } else {
        ULONGLONG expected = 0x01020300 + at, wide = 0x0a0b0c0d;
        if (sizeof(T) == 8) expected |= wide << 32;
        ULONGLONG actual = static_cast<std::make_unsigned_t<T>>(value);
        if (sizeof(T) == 4) actual &= ~static_cast<ULONGLONG>(MAPI_UNICODE | AB_UNICODEUI);
        if (sizeof(T) < 4) expected &= (1ull << 8 * sizeof(T)) - 1;
        CHECK(actual == expected);
        ++session->looked;
    }
}

/// Entry identifiers and other bytes: as many as the sample has.
template <class T> void bytes(ULONG count, const T *start) {
    static const BYTE expected[] = {0, 0, 0, 0, 0xa1, 2, 3, 4, 5};
    if (!start) return CHECK(session->nulls && count == 0);
    CHECK(count == sizeof expected && !std::memcmp(start, expected, sizeof expected));
    ++session->looked;
}

inline bool is_subject(const SPropValue &value) {
    return value.ulPropTag == PR_SUBJECT_W && !std::wcscmp(value.Value.lpszW, L"N\u00f6te");
}

inline bool is_sample(const GUID &guid) {
    static const GUID sample = {0x00020329, 0x1234, 0xabcd, {0xc0, 0, 0, 0, 0, 0, 1, 0x46}};
    return guid == sample || guid == IID_IMAPIProp;
}
inline bool is_sample(const MAPIUID &uid) { return is_sample(reinterpret_cast<const GUID &>(uid)); }
inline bool is_sample(const SPropTagArray &tags) {
    return tags.cValues == 2 && tags.aulPropTag[0] == PR_SUBJECT_W && tags.aulPropTag[1] == PR_ENTRYID;
}
inline bool is_sample(const SPropValue &value) { return is_subject(value); }
inline bool is_sample(const SRow &row) { return row.cValues == 1 && is_subject(*row.lpProps); }
inline bool is_sample(const SRowSet &rows) { return rows.cRows == 1 && is_sample(rows.aRow[0]); }
inline bool is_sample(const ADRLIST &list) {
    return list.cEntries == 1 && list.aEntries[0].cValues == 1 && is_subject(*list.aEntries[0].rgPropVals);
}
inline bool is_sample(const SBinary &binary) {
    return binary.cb == 9 && binary.lpb[4] == 0xa1 && binary.lpb[8] == 5;
}
inline bool is_sample(const SBinaryArray &list) { return list.cValues == 1 && is_sample(list.lpbin[0]); }
inline bool is_sample(const SRestriction &restriction) {
    if (restriction.rt != RES_NOT) return false;
    const SRestriction &inner = *restriction.res.resNot.lpRes;
    return inner.rt == RES_PROPERTY && inner.res.resProperty.relop == RELOP_GE &&
           inner.res.resProperty.ulPropTag == PR_SUBJECT_W && is_subject(*inner.res.resProperty.lpProp);
}
inline bool is_sample(const SSortOrderSet &set) {
    return set.cSorts == 2 && set.cCategories == 1 && set.cExpanded == 1 && set.aSort[0].ulPropTag == PR_SUBJECT_W &&
           set.aSort[0].ulOrder == TABLE_SORT_DESCEND && set.aSort[1].ulPropTag == PR_ENTRYID;
}
inline bool is_sample(const NOTIFICATION &note) {
    const auto &mail = note.info.newmail;
    return note.ulEventType == fnevNewMail && mail.cbEntryID == 9 && mail.ulFlags == MAPI_UNICODE &&
           !std::wcscmp(reinterpret_cast<const WCHAR *>(mail.lpszMessageClass), L"N\u00f6te");
}
inline bool is_sample(const WCHAR &text) { return !std::wcscmp(&text, L"N\u00f6te"); }
/// A string that the headers leave undecided: wide here, unless the contract says that it never is.
inline bool is_sample(const char &text) {
    return !std::strcmp(&text, "Note") || is_sample(reinterpret_cast<const WCHAR &>(text));
}
inline bool is_sample(const ULONG &number) { return (number & 0xffffff00) == 0x01020300; }

/// What a pointer points to, where the headers say.
template <class T> void content(T *pointer) {
    if (!pointer) return CHECK(session->nulls);
    using Plain = std::remove_const_t<T>;
    if constexpr (std::is_base_of_v<IUnknown, Plain>) {
        pointer->AddRef();
        CHECK(pointer->Release() > 0);
        ++session->looked;
    } else if constexpr (requires(const T &value) { is_sample(value); }) {
        CHECK(is_sample(*pointer));
        ++session->looked;
    }
}
inline void content(const GUID &guid) { content(&guid); }

// ---- objects --------------------------------------------------------------------------------------------------------

inline std::atomic<long> relays_alive{0};

/// The base of relays: counts references, and holds one of the inner object.
template <class Self, class I> struct Relay : I {
    explicit Relay(I *inner) : inner(inner) {
        inner->AddRef();
        ++relays_alive;
    }
    ~Relay() {
        inner->Release();
        --relays_alive;
    }

    HRESULT WINAPI QueryInterface(REFIID iid, void **out) override { return inner->QueryInterface(iid, out); }
    ULONG WINAPI AddRef() override { return ++references; }
    ULONG WINAPI Release() override {
        const ULONG left = --references;
        if (left == 0) delete static_cast<Self *>(this);
        return left;
    }

    I *const inner;
    std::atomic<ULONG> references{1};
};
