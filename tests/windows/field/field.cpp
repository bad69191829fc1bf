// Duty: the C++ half of `field.rs`, compiled with mingw-w64's own headers of MAPI.
// Input: a session, objects of Rust's. Output: relays around them; with `SPOILED`, relays that make mistakes.
#include "apartment.hpp"
#include "relays.hpp"
#ifdef SPOILED
#include "spoiled.hpp"
#else
inline void spoil(void *) {}
#endif

extern "C" __declspec(dllexport) long WINAPI alive() { return relays_alive; }

extern "C" __declspec(dllexport) void WINAPI begin(Session *with) { session = with; }

extern "C" __declspec(dllexport) IPersist *WINAPI apartment() { return new Apartment; }

template <class R, class I> void *relay(I *inner) {
    auto *made = new R(inner);
    spoil(made);
    return made;
}

#define MAKE(name)                                                                                                     \
    extern "C" __declspec(dllexport) void *WINAPI relay_##name(name *inner) { return relay<Relay_##name>(inner); }
RELAYS(MAKE)
