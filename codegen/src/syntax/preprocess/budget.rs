//! Duty: keep the work of a run finite. Input: what is about to be done. Output: whether it may be.

/// How deep files may include each other.
pub(super) const MAX_INCLUDE_DEPTH: usize = 200;
/// How deep the arguments of macros may hold calls of macros.
pub(super) const MAX_CALL_DEPTH: usize = 128;
/// How many files may be included.
const MAX_INCLUDES: usize = 10_000;
/// How much text may be read, repeated includes counted each time.
const MAX_READ: usize = 64 << 20;
/// How many tokens macros may give in any run; each byte of text that is read allows one more.
const BASE_TOKENS: usize = 1 << 20;
/// How much text macros may give in any run; each byte of text that is read allows some more.
const BASE_EXPANDED: usize = 8 << 20;
const EXPANDED_PER_BYTE: usize = 8;

/// What may still be done.
#[derive(Debug)]
pub(super) struct Budget {
    includes: usize,
    read: usize,
    tokens: usize,
    expanded: usize,
    spent: bool,
}

impl Default for Budget {
    fn default() -> Self {
        Self { includes: MAX_INCLUDES, read: MAX_READ, tokens: BASE_TOKENS, expanded: BASE_EXPANDED, spent: false }
    }
}

impl Budget {
    /// Whether a limit was passed.
    pub(super) fn is_spent(&self) -> bool {
        self.spent
    }

    /// Ends all work.
    pub(super) fn spend_all(&mut self) {
        self.spent = true;
    }

    /// Takes one file of `size` bytes.
    pub(super) fn read(&mut self, size: usize) -> bool {
        self.tokens += size;
        self.expanded += EXPANDED_PER_BYTE * size;
        take(&mut self.includes, 1) && take(&mut self.read, size)
    }

    /// Takes tokens that an expansion gives.
    pub(super) fn tokens(&mut self, count: usize) -> bool {
        take(&mut self.tokens, count)
    }

    /// Takes text that an expansion gives.
    pub(super) fn text(&mut self, size: usize) -> bool {
        take(&mut self.expanded, size)
    }
}

fn take(left: &mut usize, amount: usize) -> bool {
    match left.checked_sub(amount) {
        Some(rest) => {
            *left = rest;
            true
        }
        None => false,
    }
}
