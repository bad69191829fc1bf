// Duty: write C memory down, and build C memory of what is written. Both have the same functions, so that one
// description of a structure (`walk.hpp`) does for both directions.
//
// Numbers have the low byte first; counts stand before what they count, a flag before what may be missing.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <type_traits>

#include <mapidefs.h>

// The functions of the heap in use (`Heap` in Rust).
struct Heap {
    SCODE (*allocate_buffer)(ULONG size, LPVOID *block);
    SCODE (*allocate_more)(ULONG size, LPVOID root, LPVOID *block);
    ULONG (*free_buffer)(LPVOID block);
};

template <class Unit> ULONG length(const Unit *text) {
    ULONG units = 0;
    while (text[units] != 0) {
        ++units;
    }
    return units;
}

// Reads memory, and writes it down.
class Writer {
    std::string bytes;

  public:
    const std::string &written() const { return bytes; }

    template <class T> void number(T &value) {
        static_assert(std::is_arithmetic<T>::value, "a number");
        bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }

    template <class T, class Walk> void array(ULONG &count, T *&items, Walk walk) {
        number(count);
        for (ULONG i = 0; i < count; ++i) {
            walk(items[i]);
        }
    }

    // An array in a block of its own.
    template <class T, class Walk> void own_array(ULONG &count, T *&items, Walk walk) { array(count, items, walk); }

    template <class Unit> void text(Unit *&text) {
        ULONG units = length(text);
        array(units, text, [this](Unit &unit) { number(unit); });
    }

    // What may be missing.
    template <class T, class Walk> void maybe(T *&pointer, Walk walk) {
        ULONG present = pointer != nullptr;
        number(present);
        if (pointer != nullptr) {
            walk(pointer);
        }
    }

    template <class T, class Walk> void one(T *&pointer, Walk walk) { walk(*pointer); }

    // A list behind a pointer: `bytes` says how large it is.
    template <class List, class Count, class Bytes, class Walk>
    void list(List *&pointer, Count count, Bytes, Walk walk) {
        number((*pointer).*count);
        walk(*pointer);
    }
};

// Reads what is written, and builds memory of it: one block, with everything else chained to it.
class Builder {
    const Heap &heap;
    const BYTE *at;
    const BYTE *end;
    LPVOID root = nullptr;

    LPVOID block(size_t size) {
        LPVOID block = nullptr;
        if (root == nullptr) {
            heap.allocate_buffer(static_cast<ULONG>(size), &block);
            root = block;
        } else {
            heap.allocate_more(static_cast<ULONG>(size), root, &block);
        }
        return memset(block, 0, size);
    }

  public:
    Builder(const Heap &heap, const BYTE *bytes, size_t size) : heap(heap), at(bytes), end(bytes + size) {}

    bool at_end() const { return at == end; }

    template <class T> void number(T &value) {
        static_assert(std::is_arithmetic<T>::value, "a number");
        memcpy(&value, at, sizeof value);
        at += sizeof value;
    }

    template <class T, class Walk> void array(ULONG &count, T *&items, Walk walk) {
        number(count);
        items = static_cast<T *>(block(count * sizeof(T)));
        for (ULONG i = 0; i < count; ++i) {
            walk(items[i]);
        }
    }

    template <class T, class Walk> void own_array(ULONG &count, T *&items, Walk walk) {
        LPVOID outer = root;
        root = nullptr;
        array(count, items, walk);
        root = outer;
    }

    template <class Unit> void text(Unit *&text) {
        ULONG units = 0;
        number(units);
        text = static_cast<Unit *>(block((units + 1) * sizeof(Unit)));
        for (ULONG i = 0; i < units; ++i) {
            number(text[i]);
        }
    }

    template <class T, class Walk> void maybe(T *&pointer, Walk walk) {
        ULONG present = 0;
        number(present);
        pointer = nullptr;
        if (present != 0) {
            walk(pointer);
        }
    }

    template <class T, class Walk> void one(T *&pointer, Walk walk) {
        pointer = static_cast<T *>(block(sizeof(T)));
        walk(*pointer);
    }

    template <class List, class Count, class Bytes, class Walk>
    void list(List *&pointer, Count count, Bytes bytes, Walk walk) {
        ULONG items = 0;
        number(items);
        size_t size = bytes(items);
        pointer = static_cast<List *>(block(size < sizeof(List) ? sizeof(List) : size));
        (*pointer).*count = items;
        walk(*pointer);
    }
};
