// The callers of the objects of the bench `calls`, one function for each scenario.

#include "objects.h"

#include <cstdlib>

namespace {

// Hides from the optimiser what a value is.
template <class T> T opaque(T value) {
    asm volatile("" : "+r"(value));
    return value;
}

void check(bool right) {
    if (!right) {
        std::abort();
    }
}

void show(const char16_t *words, uint32_t calls) {
    Display *display = make_display();
    words = opaque(words);
    for (uint32_t call = 0; call < calls; ++call) {
        check(display->Progress(words, call, 4) == OK);
    }
    display->Release();
}

void query(const Guid &iid, bool found, uint32_t calls) {
    Table *table = make_table();
    const Guid *wanted = opaque(&iid);
    for (uint32_t call = 0; call < calls; ++call) {
        void *out = nullptr;
        int32_t code = table->QueryInterface(*wanted, &out);
        check((code == OK) == found);
        if (out != nullptr) {
            static_cast<Unknown *>(out)->Release();
        }
    }
    table->Release();
}

} // namespace

extern "C" void nothing(uint32_t calls) {
    for (uint32_t call = 0; call < calls; ++call) {
        opaque(call);
    }
}

extern "C" void seek(uint32_t calls) {
    Table *table = make_table();
    for (uint32_t call = 0; call < calls; ++call) {
        check(table->SeekRowApprox(call, 4) == OK);
    }
    table->Release();
}

extern "C" void progress(uint32_t calls) { show(nullptr, calls); }

extern "C" void progress_text(uint32_t calls) { show(u"Receiving 1 of 7", calls); }

extern "C" void add_ref(uint32_t calls) {
    Table *table = make_table();
    for (uint32_t call = 0; call < calls; ++call) {
        table->AddRef();
        table->Release();
    }
    table->Release();
}

extern "C" void hit(uint32_t calls) { query(IID_Table, true, calls); }

extern "C" void miss(uint32_t calls) { query(IID_Display, false, calls); }
