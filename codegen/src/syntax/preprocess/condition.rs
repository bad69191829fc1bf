//! Duty: evaluate the condition of an `#if`. Input: its text. Output: whether it holds.
//!
//! Values have 64 bits and wrap around, names that are no macros are 0, as in C.

use super::Preprocessor;
use super::budget::MAX_CALL_DEPTH;
use super::lex::{self, Kind, Token};
use crate::source::Span;

impl Preprocessor<'_> {
    /// Whether the condition holds; one that is wrong is reported and does not.
    pub(super) fn condition(&mut self, text: &str, offset: u32, directive: Span) -> bool {
        let tokens = self.answer_defined(lex::tokens(text, offset));
        let tokens = self.expand_list(tokens, 0);
        let mut parser = Parser { tokens: &tokens, pos: 0, depth: 0, idle: 0 };
        let value = parser.ternary().and_then(|value| match parser.peek() {
            None => Ok(value),
            Some(token) => Err(format!("`{}` is out of place in this condition", token.text())),
        });
        value.unwrap_or_else(|message| {
            let span = tokens.get(parser.pos).map_or(directive, |token| token.span);
            self.wrong(span, message);
            0
        }) != 0
    }

    /// Puts 1 or 0 in the place of `defined X` and `defined(X)`, before macros are expanded.
    fn answer_defined(&self, tokens: Vec<Token>) -> Vec<Token> {
        let mut out = Vec::with_capacity(tokens.len());
        let mut rest = tokens.as_slice();
        while let [first, after @ ..] = rest {
            let (name, next) = match after {
                [open, name, close, next @ ..] if open.is("(") && close.is(")") => (Some(name), next),
                [name, next @ ..] => (Some(name), next),
                [] => (None, after),
            };
            match name {
                Some(name) if first.is("defined") && name.kind == Kind::Name => {
                    let value = u8::from(self.macros.find(name.text()).is_some());
                    out.push(Token::new(Kind::Number, value.to_string(), true, first.span));
                    rest = next;
                }
                _ => {
                    out.push(first.clone());
                    rest = after;
                }
            }
        }
        out
    }
}

type Value = Result<i64, String>;

struct Parser<'t> {
    tokens: &'t [Token],
    pos: usize,
    depth: usize,
    /// Above 0 where the value is not asked for, so that a division by zero does no harm.
    idle: usize,
}

/// Binary operators from the loosest to the tightest.
const LEVELS: [&[&str]; 10] = [
    &["||"],
    &["&&"],
    &["|"],
    &["^"],
    &["&"],
    &["==", "!="],
    &["<=", ">=", "<", ">"],
    &["<<", ">>"],
    &["+", "-"],
    &["*", "/", "%"],
];

impl<'t> Parser<'t> {
    fn peek(&self) -> Option<&'t Token> {
        self.tokens.get(self.pos)
    }

    fn take(&mut self, text: &str) -> bool {
        let found = self.peek().is_some_and(|token| token.is(text));
        self.pos += usize::from(found);
        found
    }

    /// Goes one level deeper; conditions are short, and the stack is not endless.
    fn nested(&mut self, parse: impl FnOnce(&mut Self) -> Value) -> Value {
        if self.depth == MAX_CALL_DEPTH {
            return Err("this condition is nested too deep".to_owned());
        }
        self.depth += 1;
        let value = parse(self);
        self.depth -= 1;
        value
    }

    fn ternary(&mut self) -> Value {
        let condition = self.binary(0)?;
        if !self.take("?") {
            return Ok(condition);
        }
        let yes = self.only_if(condition != 0, |parser| parser.nested(Self::ternary))?;
        if !self.take(":") {
            return Err("`?` without its `:`".to_owned());
        }
        let no = self.only_if(condition == 0, |parser| parser.nested(Self::ternary))?;
        Ok(if condition != 0 { yes } else { no })
    }

    /// Operators of `LEVELS[level]` and tighter.
    fn binary(&mut self, level: usize) -> Value {
        let Some(operators) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        while let Some(operator) = operators.iter().find(|operator| self.take(operator)) {
            let asked = match *operator {
                "||" => left == 0,
                "&&" => left != 0,
                _ => true,
            };
            let right = self.only_if(asked, |parser| parser.binary(level + 1))?;
            left = match apply(operator, left, right) {
                Some(value) => value,
                None if self.idle > 0 => 0,
                None => return Err("this condition divides by zero".to_owned()),
            };
        }
        Ok(left)
    }

    /// Reads a part whose value counts only if it is `asked` for.
    fn only_if(&mut self, asked: bool, parse: impl FnOnce(&mut Self) -> Value) -> Value {
        self.idle += usize::from(!asked);
        let value = parse(self);
        self.idle -= usize::from(!asked);
        value
    }

    fn unary(&mut self) -> Value {
        for (operator, apply) in
            [("!", (|v| i64::from(v == 0)) as fn(i64) -> i64), ("-", i64::wrapping_neg), ("~", |v| !v), ("+", |v| v)]
        {
            if self.take(operator) {
                return self.nested(Self::unary).map(apply);
            }
        }
        self.primary()
    }

    fn primary(&mut self) -> Value {
        if self.take("(") {
            let value = self.nested(Self::ternary)?;
            return if self.take(")") { Ok(value) } else { Err("`(` without its `)`".to_owned()) };
        }
        let Some(token) = self.peek() else { return Err("this condition is not complete".to_owned()) };
        let value = match token.kind {
            Kind::Name => Ok(i64::from(token.is("TRUE") || token.is("true"))),
            Kind::Number => number(token.text()),
            Kind::Quoted => character(token.text()),
            Kind::Punct => Err(format!("`{}` is out of place in this condition", token.text())),
        }?;
        self.pos += 1;
        Ok(value)
    }
}

/// `None` for a division by zero.
fn apply(operator: &str, left: i64, right: i64) -> Option<i64> {
    Some(match operator {
        "||" => i64::from(left != 0 || right != 0),
        "&&" => i64::from(left != 0 && right != 0),
        "|" => left | right,
        "^" => left ^ right,
        "&" => left & right,
        "==" => i64::from(left == right),
        "!=" => i64::from(left != right),
        "<=" => i64::from(left <= right),
        ">=" => i64::from(left >= right),
        "<" => i64::from(left < right),
        ">" => i64::from(left > right),
        "<<" => left.wrapping_shl(right as u32),
        ">>" => left.wrapping_shr(right as u32),
        "+" => left.wrapping_add(right),
        "-" => left.wrapping_sub(right),
        "*" => left.wrapping_mul(right),
        _ if right == 0 => return None,
        "/" => left.wrapping_div(right),
        _ => left.wrapping_rem(right),
    })
}

fn number(text: &str) -> Value {
    let digits = text.trim_end_matches(['u', 'U', 'l', 'L']);
    let value = if let Some(hex) = digits.strip_prefix("0x").or_else(|| digits.strip_prefix("0X")) {
        u64::from_str_radix(hex, 16)
    } else if digits.len() > 1 && digits.starts_with('0') {
        u64::from_str_radix(&digits[1..], 8)
    } else {
        digits.parse()
    };
    value.map(|value| value as i64).map_err(|_| format!("`{text}` is no integer"))
}

fn character(text: &str) -> Value {
    let inner = text.trim_start_matches('L').strip_prefix('\'').and_then(|text| text.strip_suffix('\''));
    let mut chars = inner.unwrap_or("").chars();
    match (chars.next(), chars.next()) {
        (Some(only), None) => Ok(i64::from(u32::from(only))),
        _ => Err(format!("{text} is no number")),
    }
}
