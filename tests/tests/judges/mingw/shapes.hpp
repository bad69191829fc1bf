// What the probes are made of beside headers: questions about types that can be asked about members which may be missing.

#include <cstddef>
#include <type_traits>

constexpr bool same(const GUID &a, const GUID &b) {
    bool equal = a.Data1 == b.Data1 && a.Data2 == b.Data2 && a.Data3 == b.Data3;
    for (int i = 0; i < 8; ++i) {
        equal = equal && a.Data4[i] == b.Data4[i];
    }
    return equal;
}

/// How a value is passed: so many pointers to a thing of a kind and a size.
struct Shape {
    int stars;
    char kind;
    unsigned bits;
    constexpr bool operator==(const Shape &) const = default;
};

/// Kinds: `i` and `u` integers, `c` characters, `w` UTF-16 units, `d` floating point, `e` enumerations, `r` records,
/// `f` functions, `o` everything that is only pointed to: void, interfaces, records without a definition.
template <class T> constexpr Shape shape() {
    using U = std::remove_cv_t<T>;
    if constexpr (std::is_reference_v<T>) {
        return shape<std::remove_reference_t<T> *>();
    } else if constexpr (std::is_pointer_v<U>) {
        Shape to = shape<std::remove_pointer_t<U>>();
        return {to.stars + 1, to.kind, to.bits};
    } else if constexpr (std::is_function_v<U>) {
        return {0, 'f', 0};
    } else if constexpr (!requires { sizeof(U); } || std::is_void_v<U> || requires(U u) { u.lpVtbl; }) {
        return {0, 'o', 0};
    } else if constexpr (std::is_class_v<U> || std::is_union_v<U>) {
        return {0, 'r', sizeof(U) * 8};
    } else if constexpr (std::is_enum_v<U>) {
        return {0, 'e', sizeof(U) * 8};
    } else if constexpr (std::is_floating_point_v<U>) {
        return {0, 'd', sizeof(U) * 8};
    } else if constexpr (std::is_same_v<U, char>) {
        return {0, 'c', 8};
    } else if constexpr (std::is_same_v<U, wchar_t>) {
        return {0, 'w', 16};
    } else {
        return {0, std::is_signed_v<U> ? 'i' : 'u', sizeof(U) * 8};
    }
}

/// A method that is missing, or has another calling convention.
template <class M> struct Method {
    static constexpr int slot = -1, parameters = -1;
    static constexpr Shape at(int) { return {-1, '?', 0}; }
};

/// A member of a struct of function pointers: what it returns is at 0, its first parameter at 1.
template <class V, class R, class I, class... A> struct Method<R (STDMETHODCALLTYPE *V::*)(I *, A...)> {
    static constexpr int parameters = sizeof...(A);
    static constexpr Shape shapes[] = {shape<R>(), shape<A>()...};
    static constexpr Shape at(int i) { return i > parameters ? Shape{-1, '?', 0} : shapes[i]; }
};

#define MEMBER(type, member, then, otherwise) \
    ([]<class T>(T *) { \
        if constexpr (requires(T t) { t.member; }) { return then; } else { return otherwise; } \
    }(static_cast<type *>(nullptr)))
#define SLOT(interface, method) MEMBER(interface##Vtbl, method, long(offsetof(T, method) / sizeof(void *)), -1L)
#define METHOD(interface, method) MEMBER(interface##Vtbl, method, Method<decltype(&T::method)>{}, Method<void>{})
#define OFFSET(record, field) MEMBER(record, field, long(offsetof(T, field)), -1L)
