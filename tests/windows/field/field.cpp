// Duty: the C++ half of `field.rs`, compiled with mingw-w64's own headers of MAPI.
// Input: a session, objects of Rust's. Output: relays around them.
#include "relays.hpp"

extern "C" __declspec(dllexport) long WINAPI alive() { return relays_alive; }

extern "C" __declspec(dllexport) void WINAPI begin(Session *with) { session = with; }

#define MAKE(name)                                                                                                     \
    extern "C" __declspec(dllexport) void *WINAPI relay_##name(name *inner) { return new Relay_##name(inner); }
RELAYS(MAKE)
