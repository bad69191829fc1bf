//! Duty: items as text in rustfmt's look.
//! Input: tokens, which are used up. Output: text that gives the same tokens when it is read.
//!
//! Nothing is parsed: what is a statement, an element or a generic argument is told from the tokens themselves. A
//! mistake in that costs looks, never meaning, since only blanks, line breaks and last commas of lists are chosen here.
//! The cost grows in proportion to the tokens.

mod doc;
mod lines;
mod piece;
mod space;
#[cfg(test)]
mod tests;

use piece::Pieces;
use proc_macro2::TokenStream;

/// How many columns a line has.
const WIDTH: usize = 120;

/// Appends items, a blank line and the attribute `gate` before each.
pub(super) fn items(text: &mut String, items: impl IntoIterator<Item = TokenStream>, gate: &str) {
    within(WIDTH, text, items, gate);
}

fn within(width: usize, text: &mut String, items: impl IntoIterator<Item = TokenStream>, gate: &str) {
    let mut pieces = Pieces::default();
    for item in items {
        if item.is_empty() {
            continue;
        }
        text.push('\n');
        text.push_str(gate);
        pieces.read(item);
        space::find(&mut pieces);
        lines::item(text, &pieces, width);
    }
}
