//! Integers of a stated width, and pointers to them.

import "wtypescore.idl";

/// A signed number of 8 bits.
typedef signed char INT8;

/// A pointer to a signed char.
typedef signed char *PINT8;

/// A signed number of 16 bits.
typedef short INT16;

/// A pointer to a short.
typedef short *PINT16;

/// A signed number of 32 bits.
typedef int INT32;

/// A pointer to a int.
typedef int *PINT32;

/// An unsigned number of 8 bits.
typedef unsigned char UINT8;

/// A pointer to a unsigned char.
typedef unsigned char *PUINT8;

/// An unsigned number of 16 bits.
typedef unsigned short UINT16;

/// A pointer to a unsigned short.
typedef unsigned short *PUINT16;

/// An unsigned number of 32 bits.
typedef unsigned int UINT32;

/// A pointer to a unsigned int.
typedef unsigned int *PUINT32;

/// A signed number of 32 bits.
typedef int LONG32;

/// A pointer to a int.
typedef int *PLONG32;

/// An unsigned number of 32 bits.
typedef unsigned int ULONG32;

/// A pointer to a unsigned int.
typedef unsigned int *PULONG32;

/// An unsigned number of 32 bits.
typedef unsigned int DWORD32;

/// A pointer to a unsigned int.
typedef unsigned int *PDWORD32;

/// A signed number of 64 bits.
typedef hyper INT64;

/// A pointer to a hyper.
typedef hyper *PINT64;

/// An unsigned number of 64 bits.
typedef unsigned hyper UINT64;

/// A pointer to a unsigned hyper.
typedef unsigned hyper *PUINT64;

/// A signed number of 64 bits.
typedef hyper LONG64;

/// A pointer to a hyper.
typedef hyper *PLONG64;

/// An unsigned number of 64 bits.
typedef unsigned hyper ULONG64;

/// A pointer to a unsigned hyper.
typedef unsigned hyper *PULONG64;

/// An unsigned number of 64 bits.
typedef unsigned hyper DWORD64;

/// A pointer to a unsigned hyper.
typedef unsigned hyper *PDWORD64;

/// A pointer to a __int3264.
typedef __int3264 *PINT_PTR;

/// A pointer to a __int3264.
typedef __int3264 *PLONG_PTR;

/// A pointer to a unsigned __int3264.
typedef unsigned __int3264 *PUINT_PTR;

/// A pointer to a unsigned __int3264.
typedef unsigned __int3264 *PULONG_PTR;

/// A signed number as wide as a handle.
typedef __int3264 SHANDLE_PTR;

/// An unsigned number as wide as a handle.
typedef unsigned __int3264 HANDLE_PTR;

/// A pointer to a LONG_PTR.
typedef LONG_PTR *PSSIZE_T;

/// A pointer to an ULONG_PTR.
typedef ULONG_PTR *PSIZE_T;

/// A pointer to an ULONG_PTR.
typedef ULONG_PTR *PDWORD_PTR;
