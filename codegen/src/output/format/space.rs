//! Duty: find what each operator is where it stands, where spaces go, and which brackets need lines of their own.
//! Input: [`Pieces`] as they were read. Output: the same, ready to be laid out.

use super::piece::{Bracket, Content, Piece, Pieces, Role};

/// Fills in what depends on neighbours.
pub(super) fn find(pieces: &mut Pieces) {
    let mut walk = Walk { levels: vec![Level::default()], before: None, column: 0 };
    for index in 0..pieces.list.len() {
        walk.piece(pieces, index);
    }
}

/// What kind of item has begun.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Head {
    #[default]
    None,
    /// `impl`, `trait`, `mod`: items stand in its braces.
    Items,
    /// `fn`, `struct`, `match` and others whose braces have a line per entry.
    Lines,
}

/// Brackets that are open.
#[derive(Clone, Copy, Default)]
struct Level {
    open: usize,
    head: Head,
    /// Whether the arguments of a closure have begun.
    closure: bool,
    /// The content belongs to a macro or an attribute: no comma may come or go.
    fixed: bool,
    /// Whether what is in the brackets needs lines.
    forced: bool,
    /// Whether a semicolon was seen.
    semicolon: bool,
    content: Content,
}

struct Walk {
    levels: Vec<Level>,
    before: Option<Piece>,
    column: u32,
}

impl Walk {
    fn piece(&mut self, pieces: &mut Pieces, index: usize) {
        if pieces.list[index].role == Role::Operator {
            pieces.list[index].role = self.operator(pieces, index);
        }
        match pieces.list[index].role {
            Role::Keyword => self.keyword(pieces, index),
            Role::Comma if self.level().closure => pieces.list[index].role = Role::InnerComma,
            Role::Comma => {
                self.level().head = Head::None;
                self.level().content.commas += 1;
            }
            Role::Semicolon => {
                self.level().head = Head::None;
                self.level().closure = false;
                self.level().semicolon = true;
            }
            Role::Doc | Role::Hash => self.level().forced = true,
            Role::Close(_) => self.close(pieces, index),
            _ => {}
        }
        let role = pieces.list[index].role;
        let space = self.before.is_some_and(|before| space(&before, role, pieces.text(&before)));
        let width = if role == Role::LastComma { 0 } else { u32::from(space) + pieces.width(index) };
        self.column += width;
        let piece = &mut pieces.list[index];
        (piece.space, piece.column) = (space, self.column);
        let piece = *piece;
        if let Role::Open(bracket) = role {
            self.open(pieces, index, bracket);
        }
        self.before = Some(piece);
    }

    /// The innermost level; the outermost is never closed.
    fn level(&mut self) -> &mut Level {
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn role_before(&self) -> Option<Role> {
        self.before.map(|piece| piece.role)
    }

    fn operator(&mut self, pieces: &Pieces, index: usize) -> Role {
        let operand_begins = match self.role_before() {
            None => true,
            Some(Role::Word | Role::Question | Role::Close(Bracket::Angle | Bracket::Paren | Bracket::Square)) => false,
            Some(Role::Close(Bracket::None)) => false,
            Some(_) => true,
        };
        match pieces.text(&pieces.list[index]) {
            "|" if self.level().closure => {
                self.level().closure = false;
                Role::BarEnd
            }
            "|" if operand_begins => {
                self.level().closure = true;
                Role::Bar
            }
            "||" if operand_begins => Role::BarEnd,
            "!" if !operand_begins => Role::Bang,
            "*" | "&" | "-" | "!" | "&&" | "<" if operand_begins => Role::Prefix,
            _ => Role::Infix,
        }
    }

    fn keyword(&mut self, pieces: &Pieces, index: usize) {
        let is_pointer = || matches!(pieces.list.get(index + 1).map(|p| p.role), Some(Role::Open(_)));
        let head = match pieces.text(&pieces.list[index]) {
            "impl" | "trait" | "mod" => Head::Items,
            "fn" if is_pointer() => return,
            "fn" | "struct" | "enum" | "match" => Head::Lines,
            _ => return,
        };
        if self.level().head == Head::None {
            self.level().head = head;
        }
    }

    fn open(&mut self, pieces: &Pieces, index: usize, bracket: Bracket) {
        let (head, fixed) = (self.level().head, self.level().fixed);
        let is_body = bracket == Bracket::Brace && head != Head::None;
        let fixed = fixed || matches!(self.role_before(), Some(Role::Bang | Role::Hash));
        let list = !fixed && self.is_list(pieces, bracket);
        let content = Content { items: is_body && head == Head::Items, list, ..Content::default() };
        self.levels.push(Level { open: index, fixed, forced: is_body, content, ..Level::default() });
    }

    /// Whether a comma after the only element changes nothing.
    fn is_list(&self, pieces: &Pieces, bracket: Bracket) -> bool {
        let Some(before) = self.before else { return false };
        match bracket {
            Bracket::Paren => match before.role {
                Role::Keyword => pieces.text(&before) == "fn",
                role => matches!(role, Role::Word | Role::Close(Bracket::Angle | Bracket::Paren)),
            },
            Bracket::Brace | Bracket::Angle => true,
            Bracket::Square | Bracket::None => false,
        }
    }

    fn close(&mut self, pieces: &mut Pieces, index: usize) {
        let Some(level) = (if self.levels.len() > 1 { self.levels.pop() } else { None }) else { return };
        let bracket = pieces.list[level.open].role;
        let is_brace = bracket == Role::Open(Bracket::Brace);
        let is_empty = level.open + 1 == index;
        let forced = !is_empty && (level.forced || (is_brace && level.semicolon) || level.content.forced > 0);
        let mut content = level.content;
        // What has one element is a tuple if a comma follows in `()`, and no slice if one does in `[]`.
        let is_several = content.commas > u32::from(bracket != Role::Open(Bracket::Square));
        content.list = !level.fixed && !level.semicolon && (content.list || is_several);
        if pieces.list[index - 1].role == Role::Comma && content.list {
            pieces.list[index - 1].role = Role::LastComma;
            self.column = pieces.list[index - 1].column - 1;
            pieces.list[index - 1].column = self.column;
        }
        let open = &mut pieces.list[level.open];
        (open.forced, open.content) = (forced, content);
        self.leave(is_brace, forced);
    }

    /// Tells the level around brackets what was in them.
    fn leave(&mut self, is_brace: bool, forced: bool) {
        let level = self.level();
        level.content.forced += u32::from(forced);
        if is_brace {
            level.head = Head::None;
        }
    }
}

/// Whether a space stands between two tokens on the same line.
fn space(before: &Piece, role: Role, text: &str) -> bool {
    use Bracket::{Angle, Brace};
    match (before.role, role) {
        (_, Role::Comma | Role::LastComma | Role::InnerComma | Role::Semicolon | Role::Question | Role::Colon) => false,
        (Role::Open(Bracket::None), _) | (_, Role::Open(Bracket::None)) => true,
        (Role::Open(Brace), Role::Close(Brace)) => false,
        (Role::Open(Brace), _) | (_, Role::Close(Brace)) => true,
        (Role::Path, _) => false,
        (_, Role::Open(Brace)) => true,
        (Role::Open(_), _) | (_, Role::Close(_)) => false,
        (Role::Hash | Role::Prefix | Role::Dot | Role::Range | Role::Bar, _) | (_, Role::Dot | Role::BarEnd) => {
            // A closure without arguments stands as a word does.
            role == Role::BarEnd && !is_operand(before.role) && !matches!(before.role, Role::Prefix | Role::Bar)
        }
        (before, Role::Path | Role::Range) => !is_operand(before),
        (before, Role::Bang) => !is_operand(before),
        (Role::Bang, Role::Open(_)) => false,
        // The place of a tuple's field is read as a number with a point.
        (Role::Word, Role::Word) => !text.ends_with('.'),
        (Role::Keyword, Role::Open(Angle)) => !matches!(text, "impl" | "for" | "fn"),
        (Role::Keyword, Role::Open(_)) => !matches!(text, "fn" | "pub"),
        (before, Role::Open(_)) => !is_operand(before),
        _ => true,
    }
}

/// Whether an operand ends with the token.
fn is_operand(role: Role) -> bool {
    matches!(role, Role::Word | Role::Question | Role::Close(Bracket::Paren | Bracket::Square | Bracket::Angle))
}
