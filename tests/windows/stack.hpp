// Duty: tell where the stack ends. A function of another calling convention than its caller's moves it: it leaves the
// arguments there, or takes more than there are.
#pragma once
#include <cstdint>

/// The stack's pointer, where this is inlined.
__attribute__((always_inline)) inline std::uintptr_t stack() {
    std::uintptr_t pointer;
#ifdef __i386__
    asm volatile("mov %%esp, %0" : "=r"(pointer));
#else
    asm volatile("mov %%rsp, %0" : "=r"(pointer));
#endif
    return pointer;
}
