/*
 * Defines mapidl's attributes away, so that other MIDL compilers read the files of this folder as plain MIDL.
 *
 * mapidl itself defines __MAPIDL__ and never sees this file: every IDL file here opens with
 *
 *     #ifdef __MAPIDL__
 *     #pragma mapidl interfaces_not_null
 *     #else
 *     #include "prelude.h"
 *     #endif
 *
 * What is left of an attribute list may then hold commas with nothing between them, which widl accepts.
 *
 * Attributes with arguments are function-like macros, so a parameter may bear their names. The bare ones are not: no
 * declaration in these files may be named no_iid, placeholder, flag_set, reserved, may_be_null, mapi_alloc,
 * task_alloc, one_block, opaque, plain_number, edited, replaces, name_or_id, slot, wide, no_addref
 * or mapi_heap. Imported files are not affected: a
 * preprocessor's names do not cross an import.
 */

#ifndef MAPIDL_PRELUDE_H
#define MAPIDL_PRELUDE_H

/* Of any declaration: where it was found, and what its sources leave open. */
#define origin(sources)
#define unverified(why)

/* Of interfaces. */
#define no_iid
#define header(file)
#define exposed_by(who)
#define implemented_by(who)
#define called_by(who)
#define transaction(model)
#define unimplemented(code)
#define free_threaded
#define bad_pointer(code)

/* Of methods; success also of interfaces, raw also of parameters. */
#define raw(why)
#define success(codes)
#define errors(codes)
#define placeholder

/* Of types. */
#define flag_set
#define view(name)

/* Of parameters and fields: what a number holds. */
#define flags(set)
#define values(enumeration)
#define plain_number
#define at_most(count)
#define reserved

/* Of parameters and fields: what a pointer points to, and who owns that. */
#define bytes_is(count, ...)
#define unicode_flag(flag, parameter)
#define may_be_null
#define mapi_alloc
#define task_alloc
#define one_block
#define mapi_heap
#define opaque
#define edited
#define replaces
#define free_with(function)
#define no_addref
#define name_or_id
#define slot
#define wide

#endif
