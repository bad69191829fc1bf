// Duty: what Rust calls (`round_trips/mingw.rs`): for each structure a function that writes it down and one that builds
// it.

#include "walk.hpp"

// Takes what was written.
typedef void (*Sink)(void *to, const char *bytes, size_t size);

namespace {

template <class T> void write_array(T *items, ULONG count, Sink sink, void *to) {
    Writer writer;
    writer.array(count, items, [&](T &item) { walk(writer, item); });
    sink(to, writer.written().data(), writer.written().size());
}

template <class T> T *build_array(const Heap &heap, const BYTE *bytes, size_t size, ULONG &count) {
    Builder builder(heap, bytes, size);
    T *items = nullptr;
    builder.array(count, items, [&](T &item) { walk(builder, item); });
    return builder.at_end() ? items : nullptr;
}

template <class List> void write_list(List *list, Sink sink, void *to) {
    Writer writer;
    walk_list(writer, list);
    sink(to, writer.written().data(), writer.written().size());
}

template <class List> List *build_list(const Heap &heap, const BYTE *bytes, size_t size) {
    Builder builder(heap, bytes, size);
    List *list = nullptr;
    walk_list(builder, list);
    return builder.at_end() ? list : nullptr;
}

} // namespace

#define ARRAY(type)                                                                                                    \
    void write_##type(type *items, ULONG count, Sink sink, void *to) { write_array(items, count, sink, to); }          \
    type *build_##type(const Heap &heap, const BYTE *bytes, size_t size, ULONG &count) {                               \
        return build_array<type>(heap, bytes, size, count);                                                            \
    }

#define LIST(type)                                                                                                     \
    void write_##type(type *list, ULONG, Sink sink, void *to) { write_list(list, sink, to); }                          \
    type *build_##type(const Heap &heap, const BYTE *bytes, size_t size, ULONG &) {                                    \
        return build_list<type>(heap, bytes, size);                                                                    \
    }

extern "C" {
ARRAY(SPropValue)
ARRAY(SRow)
ARRAY(ADRENTRY)
ARRAY(SRestriction)
ARRAY(MAPIERROR)
ARRAY(NOTIFICATION)
ARRAY(MAPINAMEID)
ARRAY(SBinaryArray)
LIST(SPropTagArray)
LIST(SPropProblemArray)
LIST(SSortOrderSet)
LIST(SRowSet)
LIST(ADRLIST)
}
