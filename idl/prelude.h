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
 * Attributes with arguments are function-like macros, so a parameter may bear their names. The others are not, so that
 * no declaration in these files may be called one of:
 *
 * no_iid, free_threaded, placeholder, flag_set, plain_number, reserved, wide, may_be_null, mapi_alloc, one_block,
 * task_alloc, mapi_heap, edited, opaque, replaces, no_addref, name_or_id, slot.
 *
 * Imported files are not affected: a preprocessor's names do not cross an import.
 *
 * The names and the definitions are written from the compiler's table of attributes, whose meanings README.md tells.
 */

#ifndef MAPIDL_PRELUDE_H
#define MAPIDL_PRELUDE_H

/* Of any declaration. */
#define origin(texts)
#define unverified(text)

/* Of an interface. */
#define no_iid
#define header(text)
#define exposed_by(text)
#define implemented_by(text)
#define called_by(text)
#define transaction(text)
#define unimplemented(name)
#define free_threaded
#define bad_pointer(name)

/* Of an interface or a method. */
#define success(names)

/* Of a method. */
#define errors(names)
#define placeholder

/* Of a method, a parameter or a field. */
#define raw(text)

/* Of an enum. */
#define flag_set

/* Of a struct or union. */
#define view(name)

/* Of a parameter, a field or a typedef. */
#define flags(name)
#define values(name)
#define plain_number
#define bytes_is(count, ...)
#define may_be_null
#define mapi_alloc
#define free_with(name)
#define task_alloc
#define opaque
#define name_or_id

/* Of a field. */
#define at_most(name)
#define wide
#define slot

/* Of a parameter or a field. */
#define reserved
#define unicode_flag(flag, parameter)
#define one_block

/* Of a module. */
#define mapi_heap

/* Of a parameter. */
#define edited
#define replaces
#define no_addref

#endif
