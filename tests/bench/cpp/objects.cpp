// The yardstick of the bench `calls`: two COM objects as C++ people write them. Their callers are in another file, so
// that the compiler takes no call for what it is not: one through a vtable that it cannot know.

#include "objects.h"

#include <atomic>
#include <cstring>

namespace {

bool operator==(const Guid &a, const Guid &b) { return std::memcmp(&a, &b, sizeof(Guid)) == 0; }

// A reference count and one interface, for both objects.
template <class Interface, const Guid &iid_of_interface> class Object : public Interface {
  public:
    virtual ~Object() = default;

    int32_t QueryInterface(const Guid &iid, void **out) override {
        if (iid == IID_IUnknown || iid == iid_of_interface) {
            *out = static_cast<Interface *>(this);
            AddRef();
            return OK;
        }
        *out = nullptr;
        return NO_INTERFACE;
    }

    uint32_t AddRef() override { return count_.fetch_add(1, std::memory_order_relaxed) + 1; }

    uint32_t Release() override {
        uint32_t remaining = count_.fetch_sub(1, std::memory_order_acq_rel) - 1;
        if (remaining == 0) {
            delete this;
        }
        return remaining;
    }

  protected:
    std::atomic<uint32_t> sum_{0};

  private:
    std::atomic<uint32_t> count_{1};
};

class TableObject final : public Object<Table, IID_Table> {
    int32_t SeekRowApprox(uint32_t numerator, uint32_t denominator) override {
        sum_.fetch_add(numerator ^ denominator, std::memory_order_relaxed);
        return OK;
    }
};

class DisplayObject final : public Object<Display, IID_Display> {
    int32_t Progress(const char16_t *words, uint32_t index, uint32_t) override {
        uint32_t length = 0;
        while (words != nullptr && words[length] != 0) {
            ++length;
        }
        sum_.fetch_add(length ^ index, std::memory_order_relaxed);
        return OK;
    }
};

} // namespace

Table *make_table() { return new TableObject; }

Display *make_display() { return new DisplayObject; }
