// Duty: tests with names, and counts of what was called.
// Input: functions that check and call. Output: a line per test, the methods called in each direction, an exit code.
#pragma once
#include <windows.h>
#include "../stack.hpp"
#include <cstdio>
#include <map>
#include <set>
#include <string>

namespace check {

inline int failures = 0;
inline SRWLOCK lock = SRWLOCK_INIT;

/// Holds the lock: providers call from threads of their own. (This compiler's library may have no mutex.)
struct Guard {
    Guard() { AcquireSRWLockExclusive(&lock); }
    ~Guard() { ReleaseSRWLockExclusive(&lock); }
};

enum Direction { TO_RUST, TO_CPP };

/// The methods called, by interface, in each direction.
inline std::map<std::string, std::set<std::string>> called[2];

inline void fail(const char *file, int line, const char *what) {
    Guard guard;
    ++failures;
    std::printf("  %s:%d: %s\n", file, line, what);
}

inline void note(Direction direction, const char *interface_name, const char *method) {
    Guard guard;
    called[direction][interface_name].insert(method);
}

inline unsigned long methods(Direction direction) {
    unsigned long count = 0;
    for (const auto &[name, methods] : called[direction]) {
        count += methods.size();
    }
    return count;
}

struct Test {
    const char *name;
    void (*run)();
};

/// Runs one test; whether it holds.
inline bool run(const Test &test) {
    const int before = failures;
    test.run();
    std::printf("test %s ... %s\n", test.name, failures == before ? "ok" : "FAILED");
    std::fflush(stdout);
    return failures == before;
}

} // namespace check

#define CHECK(condition)                                                                                               \
    do {                                                                                                               \
        if (!(condition)) check::fail(__FILE__, __LINE__, #condition);                                                 \
    } while (false)

/// Leaves the test where it could not go on.
#define NEED(condition)                                                                                                \
    do {                                                                                                               \
        if (!(condition)) return check::fail(__FILE__, __LINE__, #condition);                                          \
    } while (false)

/// Calls a method of an object of Rust's, notes it, and looks whether it took its arguments off the stack.
#define CALL(interface_name, object, method, ...)                                                                      \
    ({                                                                                                                 \
        check::note(check::TO_RUST, #interface_name, #method);                                                         \
        interface_name *const called_object = (object);                                                                \
        const auto stack_before = stack();                                                                             \
        const auto called_answer = called_object->method(__VA_ARGS__);                                                 \
        const auto stack_after = stack();                                                                              \
        if (stack_before != stack_after) check::fail(__FILE__, __LINE__, #interface_name "::" #method ": the stack");  \
        called_answer;                                                                                                 \
    })
