//! Memory that a method goes on using once it has returned. By MIDL's rule nobody does; a method that gets an object to call
//! when it is done fills its buffer later, and one that makes an object of memory (`InitializeFromMemory`) reads it later.

use crate::model::{Direction, Method};
use crate::names;
use crate::plan::Role;
use crate::plan::context::Types;

/// Words in names of objects that are called when something is done.
const CALLED: &[&str] = &["callback", "notify", "sink", "completion"];

/// First words of methods that give an object what it is made of.
const MAKING: &[&str] = &["init", "initialize"];

/// Why memory stays raw.
const KEPT: &str =
    "its method seems to go on using it after it has returned: by its name, or for an object that is called then";

impl Types<'_> {
    /// Leaves memory raw that a method seems to keep.
    pub(crate) fn leave_kept(&self, method: &Method, is_constant: bool, role: &mut Role) {
        let kept = match role {
            Role::Buffer(_) => self.calls_back(method) || is_made_of_memory(&method.head.name),
            // What nobody may write to is copied more often than not.
            Role::Slice(_) => !is_constant && is_made_of_memory(&method.head.name),
            _ => false,
        };
        if kept {
            *role = Role::Raw(KEPT.to_owned());
        }
    }

    /// Whether a method gets an object that it calls when it is done.
    fn calls_back(&self, method: &Method) -> bool {
        let objects = method
            .params
            .iter()
            .filter(|param| param.facts.direction == Some(Direction::In) && self.interface_behind(&param.ty).is_some());
        objects.flat_map(|param| names::words(&param.head.name)).any(|word| CALLED.contains(&word.as_str()))
    }
}

fn is_made_of_memory(method: &str) -> bool {
    let words = names::words(method);
    let is = |word: Option<&String>, known: &[&str]| word.is_some_and(|word| known.contains(&word.as_str()));
    is(words.first(), MAKING) && is(words.last(), &["memory"])
}

#[cfg(test)]
mod tests {
    use super::is_made_of_memory;

    #[test]
    fn names_of_methods_that_keep_memory() {
        assert!("InitializeFromMemory InitFromMemory".split(' ').all(is_made_of_memory));
        assert!(!"InitializeFromStream CreateBitmapFromMemory Initialize memory".split(' ').any(is_made_of_memory));
    }
}
