//! Methods that free what they are given. To MIDL `in` means that memory stays the caller's; where a method's name says
//! that it frees something, what it is lent may be that, unless it is constant.

use crate::names;
use crate::plan::{Owned, Role, role};

/// Words that say so where a name begins or ends with them: `FreeThumbprint`, `MemFree`; behind `Do` and before `All` too.
const WORDS: &[&str] = &["free", "dealloc", "deallocate", "realloc"];

/// Those that are said of what a string names, too: `DestroyTable(name)`.
const ENDING: &[&str] = &["release", "destroy", "dispose", "unref"];

/// Why memory stays raw in such a method.
const FREED: &str = "the method's name says that it frees what it is given; `const` says that this stays";

/// Leaves memory raw that a method of this name may free.
pub(crate) fn leave_raw(method: &str, is_constant: bool, role: &mut Role) {
    // What `PropVariantClear` frees is what a variant or record holds; one that is passed by value holds nothing for others.
    let is_string = matches!(role, Role::Lent(role::Lent { owned: Owned::Bstr, pointer: false, .. }));
    let is_variant = matches!(role, Role::Lent(role::Lent { owned: Owned::Variant, pointer: false, .. }));
    let holds = !is_string && !is_variant && matches!(role, Role::Record(_) | Role::Lent(_));
    let frees = begins_or_ends(method, WORDS)
        || !is_string && begins_or_ends(method, ENDING)
        || holds && begins_or_ends(method, &["clear"]);
    // A single object is counted, and what comes out or is replaced has an owner that knows its allocator.
    if role.memory(true).lent && !is_constant && frees {
        *role = Role::Raw(FREED.to_owned());
    }
}

fn begins_or_ends(method: &str, with: &[&str]) -> bool {
    let words = names::words(method);
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !["do", "all"].contains(word)).collect();
    [words.first(), words.last()].into_iter().flatten().any(|word| with.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_methods_that_free() {
        let names = "Free FreeBuffer FreePropVariantArray ReleaseTypeAttr MimeOleVariantFree RecordDestroy dispose_of DoFreeBuffer \
            BufferFreeAll Unref";
        let frees = |name| begins_or_ends(name, WORDS) || begins_or_ends(name, ENDING);
        assert!(names.split(' ').all(frees));
        let others = "Freeze GetFreeCount LoadFreeBusyData Delete NotifyReleased Carefree";
        assert!(!others.split(' ').any(frees));
    }
}
