//! The goldens of `tests/corpus/emit`, compiled in edition 2021. No documentation of theirs is a test, also where
//! (`hostile`) it looks like code.

#![allow(missing_docs)]

pub mod automation {
    include!("../../corpus/emit/automation.rs");
}
pub mod extents {
    include!("../../corpus/emit/extents.rs");
}
pub mod keywords {
    include!("../../corpus/emit/keywords.rs");
}
pub mod classes {
    include!("../../corpus/emit/classes.rs");
}
pub mod members {
    include!("../../corpus/emit/members.rs");
}
#[allow(
    clippy::tabs_in_doc_comments,
    clippy::doc_lazy_continuation,
    reason = "what its comments hold is no concern of ours"
)]
pub mod hostile {
    include!("../../corpus/emit/hostile.rs");
}
pub mod overlooked {
    include!("../../corpus/emit/overlooked.rs");
}
pub mod scalars {
    include!("../../corpus/emit/scalars.rs");
}
pub mod shapes {
    include!("../../corpus/emit/shapes.rs");
}
pub mod threads {
    include!("../../corpus/emit/threads.rs");
}
pub mod ties {
    include!("../../corpus/emit/ties.rs");
}
// There rustc refuses it.
#[cfg(not(all(target_arch = "x86", not(windows))))]
pub mod tight {
    include!("../../corpus/emit/tight.rs");
}
pub mod undescribed {
    include!("../../corpus/emit/undescribed.rs");
}
pub mod values {
    include!("../../corpus/emit/values.rs");
}
