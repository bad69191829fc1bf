//! Macros that write `unsafe` are for generated code: who names one has to write that word.

struct Wrong(&'static str);

mapidl::plain_record!(Wrong);
mapidl::layout! { Wrong: size 16 | 8 align 8 | 4 {} }
mapidl::flag_set! { Texts: &'static str {} }
mapidl::choice! { Truths: bool {} }
mapidl::handle! { Shared }
mapidl::opaque_interface! { IOther }
mapidl::interface! { IPretended, IPretended_Vtbl, 1, mapidl::IUnknown }
mapidl::vtable! { IPretended_Vtbl(mapidl::IUnknown_Vtbl) of IPretended: 3 slots; }
mapidl::view! { Borrowed(Wrong) {} }
mapidl::own_array! { Wrong: count as u32, items: u32 }
mapidl::list_record! { Wrong: count as u32, items: u32 }
mapidl::listed! { Wrong: count as u32, items: u32 }
mapidl::mock! { MockIPretended(mapidl::mock::Mock): IPretended, IPretended_Vtbl, IPretended_Impl, 0, mod made }
mapidl::__implement! { @into { Wrong Wrong_Impl [] [] } 5 mapidl::IUnknown }

fn main() {}
