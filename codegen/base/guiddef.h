//! The identifiers GUID, IID, CLSID and FMTID, under the name of the header that declares them in C.

import "wtypescore.idl";
