//! Automation's values: random ones go in and come out again, copies are copies, and all memory is freed. On Windows
//! oleaut32 says what it reads of them.

#[path = "automation/arrays.rs"]
mod arrays;
#[path = "automation/calls.rs"]
mod calls;
#[path = "automation/numbers.rs"]
mod numbers;
#[cfg(windows)]
#[path = "automation/oleaut32.rs"]
mod oleaut32;
#[path = "automation/references.rs"]
mod references;
#[path = "automation/strings.rs"]
mod strings;
#[path = "automation/variants.rs"]
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
