// Duty: what clients need beside the object that they talk to: own objects to hand over, and out values to look at.
//
// There are four functions for each interface, named after it. `talk_` holds the conversation that every
// implementation is written for, here in C++ and in `script` in Rust. `refused_` calls every method of an object that
// gives one and the same error, whatever it is asked. `nulls_` leaves out, one after the other, all arguments that must
// not be null. `wishes_` leaves out what need not be there.
#pragma once

#include "prop.hpp"

#include <memory>
#include <utility>

extern "C" {
IMAPIProp *make_IMAPIProp(Session *session, HRESULT answer);
IMessage *make_IMessage(Session *session, HRESULT answer);
IMAPIAdviseSink *make_IMAPIAdviseSink(Session *session, HRESULT answer);
IMAPIProgress *make_IMAPIProgress(Session *session, HRESULT answer);
IMAPISyncProgressCallback *make_IMAPISyncProgressCallback(Session *session, HRESULT answer);
}

// A reference that is given back at the end of its scope.
template <class Interface> struct Held {
    Interface *object = nullptr;

    Held() = default;
    explicit Held(Interface *object) : object(object) {}
    Held(Held &&other) noexcept : object(std::exchange(other.object, nullptr)) {}
    ~Held() {
        if (object) {
            object->Release();
        }
    }

    operator Interface *() const { return object; }
    Interface *operator->() const { return object; }
    void **place() { return reinterpret_cast<void **>(&object); }
};

// An out value, full of rubbish before each call, so that whatever a method leaves there is its own doing.
template <class Value> struct Out {
    Value value;

    Out() { spoil(); }
    Value *operator&() {
        spoil();
        return &value;
    }
    operator Value() const { return value; }
    Value operator->() const { return value; }
    bool is_zero() const { return value == Value{}; }

private:
    void spoil() { memset(static_cast<void *>(std::addressof(value)), 0x5a, sizeof value); }
};

// A call that must fail with a code, and leave the named out values empty.
#define REFUSED(call, expected, ...)                                                                                   \
    do {                                                                                                               \
        const HRESULT code_of_call = call;                                                                             \
        check_refused(session, __FILE__, __LINE__, #call, code_of_call, expected, {__VA_ARGS__});                      \
    } while (false)

inline void check_refused(Session *session, const char *file, ULONG line, const char *call, HRESULT code,
                          HRESULT expected, std::initializer_list<bool> outs_are_zero) {
    bool as_wanted = code == expected;
    for (bool is_zero : outs_are_zero) {
        as_wanted = as_wanted && is_zero;
    }
    if (!as_wanted) {
        std::string text = std::string(call) + " gave " + std::to_string(code) + ", or left an out value as it was";
        session->failed(session->log, file, line, text.c_str());
    }
}
