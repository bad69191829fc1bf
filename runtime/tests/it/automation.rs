//! Automation's values: random ones go in and come out again, copies are copies, and all memory is freed. On Windows
//! oleaut32 says what it reads of them.

mod arrays;
mod calls;
mod numbers;
#[cfg(windows)]
mod oleaut32;
mod references;
mod strings;
mod variants;

use proptest::prelude::*;

/// Text of any characters. proptest's own comes of a regular expression, whose tables of Unicode cost Miri minutes.
fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(any::<char>(), 0..20).prop_map(String::from_iter)
}

/// Does something that must leave no memory behind. On Windows its memory is oleaut32's, which nobody here can count.
fn without_leaks(work: impl FnOnce()) {
    let blocks = mapidl::heap::Scope::new();
    let entered = blocks.enter();
    work();
    drop(entered);
    assert_eq!(blocks.live(), 0);
}
