//! Whoever names a DLL answers for what it does when safe code has it loaded, and for its heap.

use mapidl::entry::Dll;

static PLAIN: Dll = Dll::new(&["a.dll"]);
static HEAP: Dll = Dll::with_mapi_heap(&["a.dll"]);

fn main() {
    let _ = (PLAIN.is_available(), HEAP.is_available());
}
