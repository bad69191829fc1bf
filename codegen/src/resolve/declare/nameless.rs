//! Names for types that are written without one.

use super::pass::Declare;
use super::tagged_types::Hint;
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Enum, Id};
use std::collections::HashSet;

impl Declare<'_, '_> {
    /// Gives every type a name that no other declaration has: those written without one, and those whose tag is the
    /// name of something else.
    pub(super) fn name_the_nameless(&mut self) {
        let mut taken = HashSet::new();
        for id in self.r.model.records.ids() {
            let hint = self.hint(Decl::Record(id), &mut taken);
            if let Some(hint) = hint {
                self.r.declared.made_up.insert(Decl::Record(id));
                self.r.model.records[id].head.name = self.made_up(&hint, &mut taken);
            }
        }
        for id in self.r.model.enums.ids() {
            let hint = self.hint(Decl::Enum(id), &mut taken);
            if let Some(hint) = hint {
                self.r.declared.made_up.insert(Decl::Enum(id));
                self.r.model.enums[id].head.name = self.made_up(&hint, &mut taken);
            }
            if !self.tagged.enums[id.index()].defined {
                self.undefined_enum(id);
            }
        }
    }

    /// What a type is to be called after; none when its name is its own.
    fn hint(&mut self, decl: Decl, taken: &mut HashSet<String>) -> Option<Hint> {
        let (side, head) = match decl {
            Decl::Record(id) => (&mut self.tagged.records[id.index()], &self.r.model.records[id].head),
            Decl::Enum(id) => (&mut self.tagged.enums[id.index()], &self.r.model.enums[id].head),
            _ => return None,
        };
        if side.hint.is_some() || side.named {
            return side.hint.take();
        }
        if !self.r.scope.names.entries(&head.name).is_empty() {
            return Some(Hint::Name(format!("{}_tag", head.name)));
        }
        taken.insert(head.name.clone());
        None
    }

    /// A name after the hint that nothing else has.
    fn made_up(&self, hint: &Hint, taken: &mut HashSet<String>) -> String {
        let mut name = match hint {
            Hint::Name(name) => name.clone(),
            Hint::Field(outer, field) => {
                let outer = &self.r.model.records[*outer].head.name;
                format!("{outer}_{field}")
            }
        };
        while !self.r.scope.names.entries(&name).is_empty() || !taken.insert(name.clone()) {
            name.push('_');
        }
        name
    }

    fn undefined_enum(&mut self, id: Id<Enum>) {
        let one = &self.r.model.enums[id];
        let message = format!("`enum {}` has no values anywhere", one.tag.as_deref().unwrap_or_default());
        let help = "declare its values, or import the file that does; until then it is any number of 32 bits";
        self.r.sink.push(Diagnostic::warning(Code::UNKNOWN_TYPE, one.head.span, message).help(help));
    }
}
