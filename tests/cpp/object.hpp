// Duty: what every COM object of this library has: identity, references, a session, and an answer.
//
// An object with the answer S_OK plays its part of a conversation. With any other answer each method does nothing but
// give that code: after a failure the out values hold rubbish, which nobody may look at; after a success they are null.
#pragma once

#include "samples.hpp"

#include <atomic>

template <class Face> bool answers_to(REFIID iid) {
    return iid == mapidl_iid<Face> || (std::is_base_of_v<IMAPIProp, Face> && iid == IID_IMAPIProp);
}

// An object with one or more interfaces; it begins with one reference, which its maker gives away.
template <class First, class... More> class Object : public First, public More... {
public:
    Object(Session *session, HRESULT answer) : session(session), answer(answer) { session->counted(session->log, 1); }

    HRESULT STDMETHODCALLTYPE QueryInterface(REFIID iid, void **object) override {
        session->received(session->log, name_of<First>, "QueryInterface");
        *object = iid == IID_IUnknown || answers_to<First>(iid) ? static_cast<First *>(this) : nullptr;
        static_cast<void>((false || ... || more<More>(iid, object)));
        if (!*object) {
            return E_NOINTERFACE;
        }
        references++;
        return S_OK;
    }

    ULONG STDMETHODCALLTYPE AddRef() override {
        session->received(session->log, name_of<First>, "AddRef");
        return ++references;
    }

    ULONG STDMETHODCALLTYPE Release() override {
        session->received(session->log, name_of<First>, "Release");
        ULONG left = --references;
        if (left == 0) {
            delete this;
        }
        return left;
    }

protected:
    virtual ~Object() { session->counted(session->log, -1); }

    static constexpr const char *face() { return name_of<First>; }

    // Gives the answer of an object that does not converse.
    template <class... Out> HRESULT refuse(Out *...out) const {
        static_cast<void>((0 + ... + fill(out)));
        return answer;
    }

    Session *const session;
    const HRESULT answer;

private:
    template <class Face> bool more(REFIID iid, void **object) {
        if (!*object && answers_to<Face>(iid)) {
            *object = static_cast<Face *>(this);
        }
        return *object;
    }

    template <class Out> int fill(Out *out) const {
        if (out) {
            memset(static_cast<void *>(out), answer < 0 ? 0xa5 : 0, sizeof *out);
        }
        return 0;
    }

    std::atomic<ULONG> references{1};
};

// Begins a method: tells the session, and gives the object's answer unless it converses.
#define ENTER(method, ...)                                                                                             \
    this->session->received(this->session->log, this->face(), #method);                                                \
    if (this->answer != S_OK) {                                                                                        \
        return this->refuse(__VA_ARGS__);                                                                              \
    }                                                                                                                  \
    [[maybe_unused]] Session *session = this->session

// Answers a question for an interface with an object that has just been made.
template <class Made> HRESULT answer_with(Made *made, REFIID iid, void **object) {
    HRESULT code = made->QueryInterface(iid, object);
    made->Release();
    return code;
}
