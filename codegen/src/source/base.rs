//! The texts of the base files, which the compiler carries inside.

/// The label of their loader, which tells them from a user's own.
pub(crate) const BUNDLED: &str = "bundled";

/// Their names and texts. What the runtime crate has in Rust stands in `…core.idl`; see
/// [`File::in_runtime`](crate::model::File::in_runtime).
pub(crate) const BASE: &[(&str, &str)] = &[
    ("activscp.idl", include_str!("../../base/activscp.idl")),
    ("basetsd.h", include_str!("../../base/basetsd.h")),
    ("comcat.idl", include_str!("../../base/comcat.idl")),
    ("dispex.idl", include_str!("../../base/dispex.idl")),
    ("docobj.idl", include_str!("../../base/docobj.idl")),
    ("eventtoken.idl", include_str!("../../base/eventtoken.idl")),
    ("guiddef.h", include_str!("../../base/guiddef.h")),
    ("hstring.idl", include_str!("../../base/hstring.idl")),
    ("inspectable.idl", include_str!("../../base/inspectable.idl")),
    ("oaidl.idl", include_str!("../../base/oaidl.idl")),
    ("oaidlcore.idl", include_str!("../../base/oaidlcore.idl")),
    ("objectarray.idl", include_str!("../../base/objectarray.idl")),
    ("objidl.idl", include_str!("../../base/objidl.idl")),
    ("objidlbase.idl", include_str!("../../base/objidlbase.idl")),
    ("objidlcore.idl", include_str!("../../base/objidlcore.idl")),
    ("ocidl.idl", include_str!("../../base/ocidl.idl")),
    ("ocidlcore.idl", include_str!("../../base/ocidlcore.idl")),
    ("oleidl.idl", include_str!("../../base/oleidl.idl")),
    ("propidl.idl", include_str!("../../base/propidl.idl")),
    ("propidlcore.idl", include_str!("../../base/propidlcore.idl")),
    ("propsys.idl", include_str!("../../base/propsys.idl")),
    ("servprov.idl", include_str!("../../base/servprov.idl")),
    ("shtypes.idl", include_str!("../../base/shtypes.idl")),
    ("structuredquerycondition.idl", include_str!("../../base/structuredquerycondition.idl")),
    ("unknwn.idl", include_str!("../../base/unknwn.idl")),
    ("unknwnbase.idl", include_str!("../../base/unknwnbase.idl")),
    ("unknwncore.idl", include_str!("../../base/unknwncore.idl")),
    ("urlmon.idl", include_str!("../../base/urlmon.idl")),
    ("urlmoncore.idl", include_str!("../../base/urlmoncore.idl")),
    ("winerrorcore.idl", include_str!("../../base/winerrorcore.idl")),
    ("wtypes.idl", include_str!("../../base/wtypes.idl")),
    ("wtypesbase.idl", include_str!("../../base/wtypesbase.idl")),
    ("wtypescore.idl", include_str!("../../base/wtypescore.idl")),
];
