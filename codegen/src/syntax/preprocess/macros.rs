//! Duty: the table of macros. Input: definitions. Output: for a name, its macro, and whether it is being expanded.

use super::lex::{self, Token};
use crate::source::Span;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// A macro.
#[derive(Debug)]
pub(super) struct Macro {
    /// The parameters of a function-like macro.
    pub(super) params: Option<Params>,
    /// Where its name is defined; `None` for predefined ones.
    pub(super) definition: Option<Span>,
    text: String,
    body: OnceCell<Body>,
}

/// A macro's body, cut into tokens.
#[derive(Clone, Debug)]
pub(super) struct Body {
    pub(super) tokens: Rc<[Token]>,
    /// Whether `##` is among them.
    pub(super) pastes: bool,
}

/// The parameters of a function-like macro.
#[derive(Debug, Default)]
pub(super) struct Params {
    /// Their names; the last one of a variadic macro is `__VA_ARGS__`.
    pub(super) names: Vec<String>,
    /// Whether the last one takes all that is left.
    pub(super) variadic: bool,
}

impl Macro {
    /// An object-like macro that stands in no file.
    pub(super) fn object(body: &str) -> Self {
        Self::new(None, body.to_owned(), None)
    }

    /// A macro whose body has the text `text`, without comments.
    pub(super) fn new(params: Option<Params>, text: String, definition: Option<Span>) -> Self {
        Self { params, definition, text, body: OnceCell::new() }
    }

    /// The body. It is cut into tokens when it is first asked for: most macros of a header are never used.
    pub(super) fn body(&self) -> Body {
        let cut = || {
            let tokens: Rc<[Token]> = lex::tokens(&self.text, 0).into();
            Body { pastes: tokens.iter().any(|token| token.is("##")), tokens }
        };
        self.body.get_or_init(cut).clone()
    }
}

/// The index of a macro; it stays valid when the macro is redefined or undefined.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct MacroId(usize);

#[derive(Debug)]
struct Slot {
    name: Arc<str>,
    /// `None` once it is undefined.
    definition: Option<Rc<Macro>>,
    /// Whether it is being expanded.
    busy: bool,
}

/// All macros.
#[derive(Debug)]
pub(super) struct Macros {
    names: HashMap<Arc<str>, usize>,
    slots: Vec<Slot>,
    /// By first byte, a bit for each length that names have (modulo 64): most words of a text are told by it not to be
    /// macros.
    lengths: [u64; 256],
}

impl Default for Macros {
    fn default() -> Self {
        Self { names: HashMap::new(), slots: Vec::new(), lengths: [0; 256] }
    }
}

/// The place and the bit of a name in `lengths`.
fn trace(name: &str) -> (usize, u64) {
    (name.bytes().next().map_or(0, usize::from), 1 << (name.len() % 64))
}

impl Macros {
    /// Defines a macro, or gives it a new meaning.
    pub(super) fn define(&mut self, name: &str, definition: Macro) {
        let definition = Some(Rc::new(definition));
        match self.names.get(name) {
            Some(index) => self.slots[*index].definition = definition,
            None => {
                let (first, length) = trace(name);
                self.lengths[first] |= length;
                let name: Arc<str> = name.into();
                self.names.insert(Arc::clone(&name), self.slots.len());
                self.slots.push(Slot { name, definition, busy: false });
            }
        }
    }

    /// Forgets a macro.
    pub(super) fn undefine(&mut self, name: &str) {
        if let Some(index) = self.names.get(name) {
            self.slots[*index].definition = None;
        }
    }

    /// Finds a macro by its name.
    pub(super) fn find(&self, name: &str) -> Option<MacroId> {
        let (first, length) = trace(name);
        if self.lengths[first] & length == 0 {
            return None;
        }
        let index = *self.names.get(name)?;
        self.slots[index].definition.as_ref().map(|_| MacroId(index))
    }

    /// The macro of an id; an undefined one gives nothing.
    pub(super) fn get(&self, id: MacroId) -> Option<Rc<Macro>> {
        self.slots[id.0].definition.clone()
    }

    /// The name of a macro.
    pub(super) fn name(&self, id: MacroId) -> Arc<str> {
        Arc::clone(&self.slots[id.0].name)
    }

    /// Whether the macro is being expanded.
    pub(super) fn is_busy(&self, id: MacroId) -> bool {
        self.slots[id.0].busy
    }

    /// Says whether the macro is being expanded.
    pub(super) fn set_busy(&mut self, id: MacroId, busy: bool) {
        self.slots[id.0].busy = busy;
    }
}
