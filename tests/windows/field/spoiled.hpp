// Duty: make mistakes on purpose, which the conversations of `field.rs` must see.
// Input: a relay of `IMAPIProgress`, as it is made. Output: the same with other slots.
#pragma once
#include "relays.hpp"
#include <algorithm>

constexpr int PROGRESS = 3, GET_MAX = 5, GET_MIN = 6, SET_LIMITS = 7, SLOTS = 8;

/// The slots that an object has, those it gets, and how to call the former.
template <class Function> struct Spoiled {
    void use(void *object) {
        auto *&vtable = *static_cast<void ***>(object);
        std::copy(vtable, vtable + SLOTS, slots);
        vtable = slots;
    }
    void replace(int slot, void *function) {
        right = reinterpret_cast<Function *>(slots[slot]);
        slots[slot] = function;
    }
    void *slots[SLOTS];
    Function *right;
};

inline Spoiled<HRESULT WINAPI(IMAPIProgress *, ULONG, ULONG, ULONG)> outer;
inline Spoiled<HRESULT WINAPI(IMAPIProgress *, ULONG *, ULONG *, ULONG *)> inner;

/// `Progress`, but for the order of its parameters.
inline HRESULT WINAPI disordered(IMAPIProgress *self, ULONG value, ULONG count, ULONG total) {
    return outer.right(self, count, value, total);
}

/// `SetLimits`, but for its calling convention: where stdcall and cdecl differ, the arguments stay on the stack.
inline HRESULT __cdecl unstacked(IMAPIProgress *self, ULONG *least, ULONG *most, ULONG *flags) {
    return inner.right(self, least, most, flags);
}

inline void spoil(void *) {}

/// Two slots of the relay are exchanged, two parameters of a third; and a slot of Rust's object is of the wrong
/// convention.
inline void spoil(Relay_IMAPIProgress *relay) {
    outer.use(relay);
    std::swap(outer.slots[GET_MAX], outer.slots[GET_MIN]);
    outer.replace(PROGRESS, reinterpret_cast<void *>(disordered));
    inner.use(relay->inner);
    inner.replace(SET_LIMITS, reinterpret_cast<void *>(unstacked));
}
