// Duty: the data that both languages send each other, written down here in C and in `samples.rs` through the safe API.
// What one side builds the other side compares with its own copy, field by field.
#pragma once

#include "common.hpp"

// ---- identifiers, tags, handles -------------------------------------------------------------------------------------

// Every address is a multiple of 8, as MAPI wants of entry identifiers.
struct Bytes {
    ULONG size;
    alignas(8) BYTE bytes[16];

    LPENTRYID entry() { return reinterpret_cast<LPENTRYID>(bytes); }
    bool is(ULONG other_size, const void *other) const { return same_bytes(bytes, size, other, other_size); }
};

extern Bytes entry_a, entry_b, instance_key, collapse_state;

// A property set.
extern GUID set_id;

// A named property in the two ways that a name can be given.
extern MAPINAMEID string_name, number_name;

// An event of the system, as far as these tests go.
inline const HANDLE event = reinterpret_cast<HANDLE>(0x1234'5678'9abc);

// Numbers with more than 32 bits, where a pointer's width was promised.
inline const ULONG_PTR window = static_cast<ULONG_PTR>(0x12'3456'789a);
inline const ULONG_PTR connection = static_cast<ULONG_PTR>(0x1'0000'0007);
inline const BOOKMARK bookmark = static_cast<BOOKMARK>(0x7'0000'0003);

inline const ULONG TAG_KEYWORDS = 0x8001'0000;
inline const ULONG TAG_COLOUR = 0x8002'0000;
inline const ULONG TAG_SUBJECT_ERROR = (PR_SUBJECT_W & 0xffff'0000) | PT_ERROR;
inline const ULONG TAG_BODY_ERROR = (PR_BODY_W & 0xffff'0000) | PT_ERROR;

// ---- property values ------------------------------------------------------------------------------------------------

// A property of every type that MAPI has.
constexpr ULONG SAMPLE_PROPS = 30;
extern SPropValue sample_props[SAMPLE_PROPS];

// PR_SUBJECT_W: "Hello".
extern SPropValue subject;

bool same_prop(const SPropValue &a, const SPropValue &b);
bool same_props(const SPropValue *props, ULONG count, const SPropValue *expected, ULONG expected_count);

// Copies properties into one block, as MAPI hands them out.
LPSPropValue copy_props(Session *session, const SPropValue *props, ULONG count);

// ---- what tables take -----------------------------------------------------------------------------------------------

// A tree with a restriction of every kind.
extern SRestriction sample_restriction;

// A restriction that no row meets: PR_BODY_W is there.
extern SRestriction simple_restriction;

bool same_restriction(const SRestriction *restriction, const SRestriction *expected);

// Three columns, two of them categories, one of these expanded.
struct SortOrders {
    ULONG columns, categories, expanded;
    SSortOrder orders[3];

    LPSSortOrderSet set() { return reinterpret_cast<LPSSortOrderSet>(this); }
    bool is(const SSortOrderSet *other) const;
};
extern SortOrders sample_sort_orders;

// ---- notifications --------------------------------------------------------------------------------------------------

// A notification of every kind, and one that nobody knows.
constexpr ULONG SAMPLE_NOTIFICATIONS = 12;
extern NOTIFICATION sample_notifications[SAMPLE_NOTIFICATIONS];

// The one of them that tells of new mail.
inline NOTIFICATION *new_mail = &sample_notifications[1];

bool same_notification(const NOTIFICATION &notification, const NOTIFICATION &expected);
