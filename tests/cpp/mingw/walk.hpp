// Duty: describe MAPI's structures once, for writing them down and for building them. The declarations are those of
// mingw-w64's mapidefs.h; Rust writes the same down in `tests/tests/round_trips`.
#pragma once

#include "archive.hpp"

// A number that the archive has in 32 bits.
template <class Archive, class T> void wide_number(Archive &to, T &value) {
    ULONG number = static_cast<std::make_unsigned_t<T>>(value);
    to.number(number);
    value = static_cast<T>(number);
}

template <class Archive> void walk(Archive &to, GUID &guid) {
    to.number(guid.Data1);
    to.number(guid.Data2);
    to.number(guid.Data3);
    for (uint8_t &byte : guid.Data4) {
        to.number(byte);
    }
}

template <class Archive> void walk(Archive &to, FILETIME &time) {
    to.number(time.dwLowDateTime);
    to.number(time.dwHighDateTime);
}

template <class Archive> void walk(Archive &to, CURRENCY &money) { to.number(money.int64); }
template <class Archive> void walk(Archive &to, LARGE_INTEGER &number) { to.number(number.QuadPart); }

template <class Archive, class T> std::enable_if_t<std::is_arithmetic<T>::value> walk(Archive &to, T &number) {
    to.number(number);
}

template <class Archive, class T> void bytes(Archive &to, ULONG &count, T *&start) {
    BYTE *first = reinterpret_cast<BYTE *>(start);
    to.array(count, first, [&](BYTE &byte) { to.number(byte); });
    start = reinterpret_cast<T *>(first);
}

template <class Archive> void walk(Archive &to, SBinary &binary) { bytes(to, binary.cb, binary.lpb); }

template <class Archive, class T> void values(Archive &to, ULONG &count, T *&items) {
    to.array(count, items, [&](T &item) { walk(to, item); });
}

template <class Archive, class Unit> void texts(Archive &to, ULONG &count, Unit **&items) {
    to.array(count, items, [&](Unit *&text) { to.text(text); });
}

// A string of UTF-16, wherever it is declared as one of an undecided width.
template <class Archive> void maybe_wide(Archive &to, LPTSTR &text) {
    WCHAR *wide = reinterpret_cast<WCHAR *>(text);
    to.maybe(wide, [&](WCHAR *&wide) { to.text(wide); });
    text = reinterpret_cast<LPTSTR>(wide);
}

// ---- properties -----------------------------------------------------------------------------------------------------

template <class Archive> void walk_many(Archive &to, SPropValue &prop) {
    __UPV &v = prop.Value;
    switch (PROP_TYPE(prop.ulPropTag)) {
    case PT_MV_I2: return values(to, v.MVi.cValues, v.MVi.lpi);
    case PT_MV_LONG: return values(to, v.MVl.cValues, v.MVl.lpl);
    case PT_MV_R4: return values(to, v.MVflt.cValues, v.MVflt.lpflt);
    case PT_MV_DOUBLE: return values(to, v.MVdbl.cValues, v.MVdbl.lpdbl);
    case PT_MV_CURRENCY: return values(to, v.MVcur.cValues, v.MVcur.lpcur);
    case PT_MV_APPTIME: return values(to, v.MVat.cValues, v.MVat.lpat);
    case PT_MV_SYSTIME: return values(to, v.MVft.cValues, v.MVft.lpft);
    case PT_MV_BINARY: return values(to, v.MVbin.cValues, v.MVbin.lpbin);
    case PT_MV_STRING8: return texts(to, v.MVszA.cValues, v.MVszA.lppszA);
    case PT_MV_UNICODE: return texts(to, v.MVszW.cValues, v.MVszW.lppszW);
    case PT_MV_CLSID: return values(to, v.MVguid.cValues, v.MVguid.lpguid);
    case PT_MV_I8: return values(to, v.MVli.cValues, v.MVli.lpli);
    default: return;
    }
}

template <class Archive> void walk(Archive &to, SPropValue &prop) {
    __UPV &v = prop.Value;
    to.number(prop.ulPropTag);
    switch (PROP_TYPE(prop.ulPropTag)) {
    case PT_I2: return wide_number(to, v.i);
    case PT_LONG: return to.number(v.l);
    case PT_R4: return to.number(v.flt);
    case PT_DOUBLE: return to.number(v.dbl);
    case PT_BOOLEAN: return wide_number(to, v.b);
    case PT_CURRENCY: return walk(to, v.cur);
    case PT_APPTIME: return to.number(v.at);
    case PT_SYSTIME: return walk(to, v.ft);
    case PT_STRING8: return to.text(v.lpszA);
    case PT_BINARY: return walk(to, v.bin);
    case PT_UNICODE: return to.text(v.lpszW);
    case PT_CLSID: return to.one(v.lpguid, [&](GUID &guid) { walk(to, guid); });
    case PT_I8: return walk(to, v.li);
    case PT_ERROR: return to.number(v.err);
    case PT_NULL: case PT_OBJECT: return to.number(v.x);
    default: return walk_many(to, prop);
    }
}

template <class Archive> void walk(Archive &to, SRow &row) {
    to.own_array(row.cValues, row.lpProps, [&](SPropValue &prop) { walk(to, prop); });
}

template <class Archive> void walk(Archive &to, ADRENTRY &entry) {
    to.own_array(entry.cValues, entry.rgPropVals, [&](SPropValue &prop) { walk(to, prop); });
}

template <class Archive> void walk(Archive &to, SBinaryArray &entries) { values(to, entries.cValues, entries.lpbin); }

template <class Archive> void walk(Archive &to, MAPINAMEID &name) {
    to.maybe(name.lpguid, [&](GUID *&guid) { to.one(guid, [&](GUID &guid) { walk(to, guid); }); });
    to.number(name.ulKind);
    if (name.ulKind == MNID_ID) {
        to.number(name.Kind.lID);
    } else if (name.ulKind == MNID_STRING) {
        to.text(name.Kind.lpwstrName);
    }
}

// ---- restrictions ---------------------------------------------------------------------------------------------------

// Two kinds that mapidefs.h of mingw-w64 lacks; their structures are like those of others.
constexpr ULONG COUNT = 0xb;
constexpr ULONG ANNOTATION = 0xc;

template <class Archive> void walk(Archive &to, SRestriction &restriction);

template <class Archive> void maybe_prop(Archive &to, LPSPropValue &prop) {
    to.maybe(prop, [&](SPropValue *&prop) { to.one(prop, [&](SPropValue &prop) { walk(to, prop); }); });
}

template <class Archive> void maybe_restriction(Archive &to, LPSRestriction &restriction) {
    to.maybe(restriction, [&](SRestriction *&part) { to.one(part, [&](SRestriction &part) { walk(to, part); }); });
}

template <class Archive, class... Numbers> void numbers(Archive &to, Numbers &...numbers) { (to.number(numbers), ...); }

template <class Archive> void walk(Archive &to, SRestriction &restriction) {
    auto &res = restriction.res;
    to.number(restriction.rt);
    switch (restriction.rt) {
    case RES_AND: return values(to, res.resAnd.cRes, res.resAnd.lpRes);
    case RES_OR: return values(to, res.resOr.cRes, res.resOr.lpRes);
    case RES_NOT: return maybe_restriction(to, res.resNot.lpRes);
    case RES_CONTENT:
        numbers(to, res.resContent.ulFuzzyLevel, res.resContent.ulPropTag);
        return maybe_prop(to, res.resContent.lpProp);
    case RES_PROPERTY:
        numbers(to, res.resProperty.relop, res.resProperty.ulPropTag);
        return maybe_prop(to, res.resProperty.lpProp);
    case RES_COMPAREPROPS:
        return numbers(to, res.resCompareProps.relop, res.resCompareProps.ulPropTag1, res.resCompareProps.ulPropTag2);
    case RES_BITMASK: return numbers(to, res.resBitMask.relBMR, res.resBitMask.ulPropTag, res.resBitMask.ulMask);
    case RES_SIZE: return numbers(to, res.resSize.relop, res.resSize.ulPropTag, res.resSize.cb);
    case RES_EXIST: return to.number(res.resExist.ulPropTag);
    case RES_SUBRESTRICTION: case COUNT:
        to.number(res.resSub.ulSubObject);
        return maybe_restriction(to, res.resSub.lpRes);
    case RES_COMMENT: case ANNOTATION:
        maybe_restriction(to, res.resComment.lpRes);
        return values(to, res.resComment.cValues, res.resComment.lpProp);
    default: return;
    }
}

// ---- lists ----------------------------------------------------------------------------------------------------------

template <class Archive, class T> void items(Archive &to, T *items, ULONG count) {
    for (ULONG i = 0; i < count; ++i) {
        walk(to, items[i]);
    }
}

template <class Archive> void walk(Archive &to, SPropProblem &problem) {
    numbers(to, problem.ulIndex, problem.ulPropTag, problem.scode);
}

template <class Archive> void walk(Archive &to, SSortOrder &order) { numbers(to, order.ulPropTag, order.ulOrder); }

template <class Archive> void walk_list(Archive &to, SPropTagArray *&tags) {
    to.list(tags, &SPropTagArray::cValues, [](ULONG count) { return CbNewSPropTagArray(count); },
            [&](SPropTagArray &tags) { items(to, tags.aulPropTag, tags.cValues); });
}

template <class Archive> void walk_list(Archive &to, SPropProblemArray *&problems) {
    to.list(problems, &SPropProblemArray::cProblem, [](ULONG count) { return CbNewSPropProblemArray(count); },
            [&](SPropProblemArray &problems) { items(to, problems.aProblem, problems.cProblem); });
}

template <class Archive> void walk_list(Archive &to, SRowSet *&rows) {
    to.list(rows, &SRowSet::cRows, [](ULONG count) { return CbNewSRowSet(count); },
            [&](SRowSet &rows) { items(to, rows.aRow, rows.cRows); });
}

template <class Archive> void walk_list(Archive &to, ADRLIST *&list) {
    to.list(list, &ADRLIST::cEntries, [](ULONG count) { return CbNewADRLIST(count); },
            [&](ADRLIST &list) { items(to, list.aEntries, list.cEntries); });
}

template <class Archive> void walk_list(Archive &to, SSortOrderSet *&sorts) {
    to.list(sorts, &SSortOrderSet::cSorts, [](ULONG count) { return CbNewSSortOrderSet(count); },
            [&](SSortOrderSet &sorts) {
                numbers(to, sorts.cCategories, sorts.cExpanded);
                items(to, sorts.aSort, sorts.cSorts);
            });
}

// ---- notifications --------------------------------------------------------------------------------------------------

template <class Archive> void walk(Archive &to, MAPIERROR &error) {
    to.number(error.ulVersion);
    maybe_wide(to, error.lpszError);
    maybe_wide(to, error.lpszComponent);
    numbers(to, error.ulLowLevelError, error.ulContext);
}

template <class Archive> void walk(Archive &to, ERROR_NOTIFICATION &error) {
    bytes(to, error.cbEntryID, error.lpEntryID);
    numbers(to, error.scode, error.ulFlags);
    to.maybe(error.lpMAPIError, [&](MAPIERROR *&words) { to.one(words, [&](MAPIERROR &words) { walk(to, words); }); });
}

template <class Archive> void walk(Archive &to, NEWMAIL_NOTIFICATION &mail) {
    bytes(to, mail.cbEntryID, mail.lpEntryID);
    bytes(to, mail.cbParentID, mail.lpParentID);
    to.number(mail.ulFlags);
    maybe_wide(to, mail.lpszMessageClass);
    to.number(mail.ulMessageFlags);
}

template <class Archive> void walk(Archive &to, OBJECT_NOTIFICATION &object) {
    to.number(object.ulObjType);
    bytes(to, object.cbEntryID, object.lpEntryID);
    bytes(to, object.cbParentID, object.lpParentID);
    bytes(to, object.cbOldID, object.lpOldID);
    bytes(to, object.cbOldParentID, object.lpOldParentID);
    to.maybe(object.lpPropTagArray, [&](SPropTagArray *&tags) { walk_list(to, tags); });
}

template <class Archive> void walk(Archive &to, TABLE_NOTIFICATION &table) {
    numbers(to, table.ulTableEvent, table.hResult);
    walk(to, table.propIndex);
    walk(to, table.propPrior);
    walk(to, table.row);
}

template <class Archive> void walk(Archive &to, NOTIFICATION &notification) {
    auto &info = notification.info;
    to.number(notification.ulEventType);
    switch (notification.ulEventType) {
    case fnevCriticalError: return walk(to, info.err);
    case fnevNewMail: return walk(to, info.newmail);
    case fnevObjectCreated: case fnevObjectDeleted: case fnevObjectModified:
    case fnevObjectMoved: case fnevObjectCopied: case fnevSearchComplete:
        return walk(to, info.obj);
    case fnevTableModified: return walk(to, info.tab);
    case fnevStatusObjectModified:
        bytes(to, info.statobj.cbEntryID, info.statobj.lpEntryID);
        return values(to, info.statobj.cValues, info.statobj.lpPropVals);
    case fnevExtended:
        to.number(info.ext.ulEvent);
        return bytes(to, info.ext.cb, info.ext.pbEventParameters);
    default: return;
    }
}
