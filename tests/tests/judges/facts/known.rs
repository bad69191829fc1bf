//! Where `idl/` and the facts differ, each with its reason.

use super::comparison::SameType;
use mapidl_tests::known::Known;

/// Interfaces.
pub(crate) const INTERFACES: &[Known] = &[
    Known {
        why: "the pages begin to count anew in each interface that derives from IPSTX, but a method with a name of a \
              base takes no slot of its own",
        what: &[
            "IPSTX2::Placeholder1 name: Placeholder10, not Placeholder1",
            "IPSTX2::Placeholder2 name: Placeholder11, not Placeholder2",
            "IPSTX3::Placeholder1 name: Placeholder12, not Placeholder1",
            "IPSTX4::Placeholder1 name: Placeholder13, not Placeholder1",
            "IPSTX5::Placeholder1 name: Placeholder14, not Placeholder1",
            "IPSTX6::Placeholder1 name: Placeholder15, not Placeholder1",
            "IPSTX6::Placeholder2 name: Placeholder16, not Placeholder2",
            "IPSTX6::Placeholder3 name: Placeholder17, not Placeholder3",
            "IPSTX6::Placeholder4 name: Placeholder18, not Placeholder4",
        ],
    },
    Known {
        why: "likewise, after Placeholder1 of IMAPIOffline",
        what: &[
            "IMAPIOfflineMgr::Placeholder1 name: Placeholder2, not Placeholder1",
            "IMAPIOfflineMgr::Placeholder2 name: Placeholder3, not Placeholder2",
            "IMAPIOfflineMgr::Placeholder3 name: Placeholder4, not Placeholder3",
            "IMAPIOfflineMgr::Placeholder4 name: Placeholder5, not Placeholder4",
            "IMAPIOfflineMgr::Placeholder5 name: Placeholder6, not Placeholder5",
            "IMAPIOfflineMgr::Placeholder6 name: Placeholder7, not Placeholder6",
            "IMAPIOfflineMgr::Placeholder7 name: Placeholder8, not Placeholder7",
        ],
    },
    Known {
        why: "a length counts the data, whose zero need not be there, so they are no string",
        what: &[
            "IMimeHeaderTable::AppendRow parameter 3: const CHAR *, not LPCSTR",
            "IMimeHeaderTable::SetRowData parameter 3: const CHAR *, not LPCSTR",
        ],
    },
    Known {
        why: "the page's pointer to a byte is one to whatever the object allocated",
        what: &[
            "IOlkAccount::FreeMemory parameter 1: void *, not BYTE *",
            "IOlkAccountManager::FreeMemory parameter 1: void *, not BYTE *",
        ],
    },
];

/// Types that have two spellings.
pub(crate) const TYPES: &[SameType] = &[
    SameType {
        ours: "MIMEPROPNAME",
        theirs: "LPCSTR",
        why: "a string, or a number in place of the pointer: for C the same type",
    },
    SameType { ours: "MIMEPROPNAME *", theirs: "LPCSTR *", why: "many of them" },
    SameType {
        ours: "LPTSTR_ADRTYPE * *",
        theirs: "LPTSTR * *",
        why: "the same pointers by a typedef of ours, which says that none is null; MIDL has no other way",
    },
];

/// Structs and unions.
pub(crate) const RECORDS: &[Known] = &[
    Known {
        why: "the same pointer by a typedef of ours, which says that an element is never null; MIDL has no other way",
        what: &[
            "SLPSTRArray member 2: LPSTR_VALUE *, not LPSTR *",
            "SWStringArray member 2: LPWSTR_VALUE *, not LPWSTR *",
        ],
    },
    Known {
        why: "no member needs more than 4 bytes of alignment, so packing to 4 changes nothing",
        what: &["CONTAB_ENTRYID packing: none, not 4", "DIR_ENTRYID packing: none, not 4"],
    },
    Known {
        why: "the page's name is that of an attribute here",
        what: &["FEID member 3: wPlaceholder, not placeholder", "MEID member 3: wPlaceholder, not placeholder"],
    },
    Known {
        why: "the header has a reserved member as wide as a pointer beside the two; the union has that size anyhow",
        what: &[
            "MAPINAMEID member 3 members: 2, not 3",
            "MAPINAMEID member 3 member 1: lID, not lID_Reserved",
            "MAPINAMEID member 3 member 1: LONG, not LONG_PTR",
            "MAPINAMEID member 3 member 2: lpwstrName, not lID",
            "MAPINAMEID member 3 member 2: LPWSTR, not LONG",
        ],
    },
];

/// Constants, tags and identifiers.
pub(crate) const VALUES: &[Known] = &[
    Known {
        why: "the header has the number of E_OLK_ALREADY_INITIALIZED here, the page one of its own",
        what: &["E_OLK_REGISTRY: 0x800c8001, not 0x800c8002"],
    },
    Known {
        why: "the page of constants has the other number, in the middle of a run of numbers in which it alone is missing",
        what: &["dispidCustomFlag: 0x00008542, not 0x00008251"],
    },
    Known {
        why: "the headers make the name another one for a plain name that follows UNICODE, which means UTF-16 here; the \
              facts followed it without UNICODE",
        what: &[
            "PR_BEEPER_TELEPHONE_NUMBER: 0x3a21001f, not 0x3a21001e",
            "PR_BUSINESS_ADDRESS_CITY: 0x3a27001f, not 0x3a27001e",
            "PR_BUSINESS_ADDRESS_COUNTRY: 0x3a26001f, not 0x3a26001e",
            "PR_BUSINESS_ADDRESS_POSTAL_CODE: 0x3a2a001f, not 0x3a2a001e",
            "PR_BUSINESS_ADDRESS_POST_OFFICE_BOX: 0x3a2b001f, not 0x3a2b001e",
            "PR_BUSINESS_ADDRESS_STATE_OR_PROVINCE: 0x3a28001f, not 0x3a28001e",
            "PR_BUSINESS_ADDRESS_STREET: 0x3a29001f, not 0x3a29001e",
            "PR_CELLULAR_TELEPHONE_NUMBER: 0x3a1c001f, not 0x3a1c001e",
            "PR_OFFICE2_TELEPHONE_NUMBER: 0x3a1b001f, not 0x3a1b001e",
            "PR_OFFICE_TELEPHONE_NUMBER: 0x3a08001f, not 0x3a08001e",
        ],
    },
];
