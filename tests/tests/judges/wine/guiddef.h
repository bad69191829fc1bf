/* Stands before the header of this name, and has identifiers also defined as types, which the compiler can compare: each
 * pair of bytes is the length of an array, and a typedef may be repeated with the same type alone. */

#include_next <guiddef.h>
#undef DEFINE_GUID
#define DEFINE_GUID(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                   \
    EXTERN_C const GUID name;                                                                                          \
    GUID_PARTS(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)
#define GUID_PARTS(name, l, w1, w2, b1, b2, b3, b4, b5, b6, b7, b8)                                                    \
    typedef char name##__0[((l) >> 16) + 1];                                                                           \
    typedef char name##__1[((l) & 0xffff) + 1];                                                                        \
    typedef char name##__2[(w1) + 1];                                                                                  \
    typedef char name##__3[(w2) + 1];                                                                                  \
    typedef char name##__4[((b1) << 8 | (b2)) + 1];                                                                    \
    typedef char name##__5[((b3) << 8 | (b4)) + 1];                                                                    \
    typedef char name##__6[((b5) << 8 | (b6)) + 1];                                                                    \
    typedef char name##__7[((b7) << 8 | (b8)) + 1]
#define PART_IS(part, value) (sizeof(part) == (value) + 1)
/* In two steps, so that a name which is a macro stands for what it means, as in DEFINE_GUID. */
#define GUID_IS(name, a, b, c, d, e, f, g, h) PARTS_ARE(name, a, b, c, d, e, f, g, h)
#define PARTS_ARE(name, a, b, c, d, e, f, g, h)                                                                        \
    (PART_IS(name##__0, a) && PART_IS(name##__1, b) && PART_IS(name##__2, c) && PART_IS(name##__3, d) &&               \
     PART_IS(name##__4, e) && PART_IS(name##__5, f) && PART_IS(name##__6, g) && PART_IS(name##__7, h))
