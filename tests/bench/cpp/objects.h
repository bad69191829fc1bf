// Two interfaces in C++, and how to get objects of them: what callers of a COM object see.

#pragma once

#include <cstdint>

struct Guid {
    uint32_t data1;
    uint16_t data2;
    uint16_t data3;
    uint8_t data4[8];
};

constexpr Guid IID_IUnknown = {0, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
constexpr Guid IID_Table = {0x00020301, 0, 0, {0xc0, 0, 0, 0, 0, 0, 0, 0x46}};
constexpr Guid IID_Display = {0x5024a386, 0x2d44, 0x486a, {0x81, 0xa8, 0x8f, 0x0e, 0xcb, 0x60, 0x71, 0xdd}};

constexpr int32_t OK = 0;
constexpr int32_t NO_INTERFACE = static_cast<int32_t>(0x80004002);

struct Unknown {
    virtual int32_t QueryInterface(const Guid &iid, void **out) = 0;
    virtual uint32_t AddRef() = 0;
    virtual uint32_t Release() = 0;
};

struct Table : Unknown {
    virtual int32_t SeekRowApprox(uint32_t numerator, uint32_t denominator) = 0;
};

struct Display : Unknown {
    virtual int32_t Progress(const char16_t *words, uint32_t index, uint32_t index_max) = 0;
};

Table *make_table();
Display *make_display();
