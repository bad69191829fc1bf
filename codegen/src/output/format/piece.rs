//! Duty: one flat list of a stream's tokens, in which operators are whole and brackets know each other.
//! Input: tokens, which are used up. Output: [`Pieces`]; how they are spaced is for [`super::space`] to find.
//!
//! A stream is consumed rather than borrowed, since what is shared would be copied token by token. Recursion is as deep
//! as brackets are nested, which the plan bounds.

use super::doc;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::borrow::Cow;
use std::fmt::Write as _;
use std::ops::Range;

/// Brackets, those of generics among them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Bracket {
    Paren,
    Square,
    Brace,
    Angle,
    /// Brackets without text, around what a macro has substituted.
    None,
}

/// What a token is to its neighbours.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Role {
    /// A name or literal.
    Word,
    /// A lifetime, after which a type begins, or a label.
    Lifetime,
    /// A word after which an operand begins.
    Keyword,
    /// An operator whose place is not looked at yet.
    Operator,
    Prefix,
    Infix,
    /// `::`
    Path,
    Dot,
    Range,
    /// A comma between elements.
    Comma,
    /// A comma that is written only where each element has its line.
    LastComma,
    /// A comma among the arguments of a closure.
    InnerComma,
    Semicolon,
    Colon,
    Question,
    /// The mark of a macro's call.
    Bang,
    /// The bar before a closure's arguments.
    Bar,
    /// The bar after them, or both where there are none.
    BarEnd,
    Hash,
    /// Documentation, as a whole line.
    Doc,
    Open(Bracket),
    Close(Bracket),
}

/// A token with its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) role: Role,
    /// Whether a space stands before it on a common line.
    pub(super) space: bool,
    /// Of an opening bracket: whether its content needs lines of its own.
    pub(super) forced: bool,
    /// Of an opening bracket: what may be done with its content.
    pub(super) content: Content,
    start: u32,
    end: u32,
    /// Where it would end if everything stood on one line.
    pub(super) column: u32,
    /// Of a bracket: the place of the other one.
    pub(super) partner: u32,
}

/// How the content of brackets is laid out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Content {
    /// Items, between which blank lines are.
    pub(super) items: bool,
    /// A last comma may be added.
    pub(super) list: bool,
    /// How many direct elements need lines of their own.
    pub(super) forced: u32,
    /// How many separating commas there are.
    pub(super) commas: u32,
}

/// The tokens of one item, in order.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub(super) list: Vec<Piece>,
    text: String,
}

impl Pieces {
    /// Replaces the content by the tokens of an item; the memory is used again.
    pub(super) fn read(&mut self, item: TokenStream) {
        self.list.clear();
        self.text.clear();
        Reader { pieces: self, run: Vec::new() }.level(item);
    }

    pub(super) fn text(&self, piece: &Piece) -> &str {
        &self.text[piece.start as usize..piece.end as usize]
    }

    pub(super) fn width(&self, index: usize) -> u32 {
        self.list[index].end - self.list[index].start
    }

    /// The place after the bracket that closes what opens at `index`; the next place for all else.
    pub(super) fn skip(&self, index: usize) -> usize {
        match self.list[index].role {
            Role::Open(_) => self.list[index].partner as usize + 1,
            _ => index + 1,
        }
    }

    fn push(&mut self, role: Role, write: impl FnOnce(&mut String)) {
        let start = self.text.len() as u32;
        write(&mut self.text);
        let end = self.text.len() as u32;
        let content = Content::default();
        self.list.push(Piece { role, space: false, forced: false, content, start, end, column: 0, partner: 0 });
    }

    fn pair(&mut self, open: usize, close: usize, bracket: Bracket) {
        self.list[open].role = Role::Open(bracket);
        self.list[open].partner = close as u32;
        self.list[close].partner = open as u32;
        self.list[close].role = Role::Close(bracket);
    }
}

struct Reader<'a> {
    pieces: &'a mut Pieces,
    /// Marks that stand together.
    run: Vec<char>,
}

impl Reader<'_> {
    fn level(&mut self, stream: TokenStream) {
        // Where a `<` was written that may turn out to open generics.
        let mut angles = Vec::new();
        let mut tokens = stream.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(name) => self.word(&name),
                TokenTree::Literal(literal) => self.pieces.push(Role::Word, |text| display(text, &literal)),
                TokenTree::Punct(mark) if mark.as_char() == '\'' => {
                    self.pieces.push(Role::Lifetime, |text| text.push('\''));
                    if let Some(TokenTree::Ident(name)) = tokens.next_if(|t| matches!(t, TokenTree::Ident(_))) {
                        display(&mut self.pieces.text, &name);
                        self.end_last();
                    }
                }
                TokenTree::Punct(mark) => {
                    self.run.push(mark.as_char());
                    let goes_on = mark.spacing() == Spacing::Joint
                        && matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() != '\'');
                    if !goes_on {
                        self.marks(&mut angles);
                    }
                }
                TokenTree::Group(group) => {
                    let (delimiter, inner) = (group.delimiter(), group.stream());
                    drop(group);
                    self.group(delimiter, inner);
                    if delimiter == Delimiter::Brace {
                        angles.clear();
                    }
                }
            }
        }
    }

    fn end_last(&mut self) {
        let end = self.pieces.text.len() as u32;
        if let Some(last) = self.pieces.list.last_mut() {
            last.end = end;
        }
    }

    fn word(&mut self, name: &proc_macro2::Ident) {
        self.pieces.push(Role::Word, |text| display(text, name));
        let last = self.pieces.list.len() - 1;
        if is_keyword(self.pieces.text(&self.pieces.list[last])) {
            self.pieces.list[last].role = Role::Keyword;
        }
    }

    fn group(&mut self, delimiter: Delimiter, inner: TokenStream) {
        let (bracket, start, end) = match delimiter {
            Delimiter::Parenthesis => (Bracket::Paren, "(", ")"),
            Delimiter::Bracket => (Bracket::Square, "[", "]"),
            Delimiter::Brace => (Bracket::Brace, "{", "}"),
            Delimiter::None => (Bracket::None, "", ""),
        };
        let open = self.pieces.list.len();
        self.pieces.push(Role::Open(bracket), |text| text.push_str(start));
        self.level(inner);
        if bracket == Bracket::Square && self.take_doc(open) {
            return;
        }
        let close = self.pieces.list.len();
        self.pieces.push(Role::Close(bracket), |text| text.push_str(end));
        self.pieces.pair(open, close, bracket);
    }

    /// Turns `#[doc = "…"]`, of which all but the last bracket is there, into a line.
    fn take_doc(&mut self, open: usize) -> bool {
        let Some(hash) = open.checked_sub(1) else { return false };
        let [mark, _, name, equal, value] = &self.pieces.list[hash..] else { return false };
        let is_doc = mark.role == Role::Hash && self.pieces.text(name) == "doc" && self.pieces.text(equal) == "=";
        let line = if is_doc { doc::line(self.pieces.text(value)) } else { None };
        let Some(line) = line.map(Cow::into_owned) else { return false };
        self.pieces.list.truncate(hash);
        self.pieces.push(Role::Doc, |text| {
            text.push_str("///");
            text.push_str(&line);
        });
        true
    }

    /// Splits marks that stand together into operators.
    fn marks(&mut self, angles: &mut Vec<usize>) {
        let run = std::mem::take(&mut self.run);
        let mut rest: Range<usize> = 0..run.len();
        while !rest.is_empty() {
            let length = operator(&run[rest.clone()], !angles.is_empty());
            let operator = &run[rest.start..rest.start + length];
            rest.start += length;
            let role = role(operator);
            self.pieces.push(role, |text| text.extend(operator));
            self.match_angles(operator, angles);
        }
        self.run = run;
        self.run.clear();
    }

    fn match_angles(&mut self, operator: &[char], angles: &mut Vec<usize>) {
        let place = self.pieces.list.len() - 1;
        match operator {
            ['<'] => angles.push(place),
            ['>'] => {
                if let Some(open) = angles.pop() {
                    self.pieces.pair(open, place, Bracket::Angle);
                }
            }
            // What stands between two of these compares.
            [';'] | ['&', '&'] | ['|', '|'] => angles.clear(),
            _ => {}
        }
    }
}

fn display(text: &mut String, token: &dyn std::fmt::Display) {
    // Writing to a string does not fail.
    let _ = write!(text, "{token}");
}

/// How many of the marks make one operator; `generic` where a `>` closes generics.
fn operator(marks: &[char], generic: bool) -> usize {
    match marks {
        ['>', ..] if generic => 1,
        ['.', '.', '=' | '.', ..] | ['<', '<', '=', ..] | ['>', '>', '=', ..] => 3,
        [':', ':', ..] | ['-' | '=', '>', ..] | ['.', '.', ..] | ['&', '&', ..] | ['|', '|', ..] => 2,
        ['=' | '!' | '<' | '>' | '+' | '-' | '*' | '/' | '%' | '^' | '&' | '|', '=', ..] => 2,
        ['<', '<', ..] | ['>', '>', ..] => 2,
        _ => 1,
    }
}

fn role(operator: &[char]) -> Role {
    match operator {
        [':', ':'] => Role::Path,
        ['.'] => Role::Dot,
        ['.', '.', ..] => Role::Range,
        [','] => Role::Comma,
        [';'] => Role::Semicolon,
        [':'] => Role::Colon,
        ['?'] => Role::Question,
        ['#'] => Role::Hash,
        _ => Role::Operator,
    }
}

fn is_keyword(word: &str) -> bool {
    matches!(
        word,
        "as" | "async"
            | "await"
            | "break"
            | "const"
            | "dyn"
            | "else"
            | "enum"
            | "extern"
            | "fn"
            | "for"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "match"
            | "mod"
            | "move"
            | "mut"
            | "pub"
            | "ref"
            | "return"
            | "static"
            | "struct"
            | "trait"
            | "type"
            | "unsafe"
            | "use"
            | "where"
            | "while"
    )
}
