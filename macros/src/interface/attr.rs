//! Duty: attributes and documentation as IDL writes them. Input: Rust attributes and their tokens. Output: [`Text`], and
//! the numbers that stand where IDL wants names.

use super::shape::plain;
use super::text::Text;
use crate::args::{self, Attr};
use crate::report::bad_trait;
use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use std::collections::BTreeSet;
use syn::{Attribute, Expr, ExprLit, Lit, LitInt, Meta, Result};

/// How deep parentheses may be nested.
const MAX_DEPTH: usize = 64;

/// The attributes whose arguments name result codes.
const CODES: [&str; 4] = ["bad_pointer", "errors", "success", "unimplemented"];

/// What the attributes of an item say.
#[derive(Default)]
pub(super) struct Attrs {
    /// The documentation: text and place of each comment.
    docs: Vec<(String, Span)>,
    /// The attributes of IDL.
    pub(super) list: Vec<Attr>,
}

/// Sorts the attributes of an item; those that mean nothing to an interface are refused.
pub(super) fn read(attrs: &[Attribute]) -> Result<Attrs> {
    let mut read = Attrs::default();
    for attr in attrs {
        if attr.path().is_ident("idl") {
            read.list.extend(attr.parse_args_with(args::attrs)?);
        } else if attr.path().is_ident("doc") {
            read.docs.push(documentation(attr)?);
        } else {
            let help = "an interface takes documentation and, on methods and parameters, `#[idl(…)]`";
            return Err(bad_trait(attr, "this attribute means nothing to an interface", help));
        }
    }
    Ok(read)
}

fn documentation(attr: &Attribute) -> Result<(String, Span)> {
    match &attr.meta {
        Meta::NameValue(pair) => match &pair.value {
            Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok((text.value(), text.span())),
            value => Err(bad_trait(value, "this documentation is not known to the macro", "write the text itself")),
        },
        meta => Err(bad_trait(meta, "this is no documentation", "write `/// text`")),
    }
}

impl Attrs {
    /// Whether an attribute is among them.
    pub(super) fn has(&self, name: &str) -> bool {
        self.list.iter().any(|attr| attr.name == name)
    }

    /// Writes the documentation, one comment a line.
    pub(super) fn write_docs(&self, text: &mut Text) {
        for (lines, span) in &self.docs {
            text.push_at(&comment(lines), *span);
            text.push("\n");
        }
    }
}

/// Documentation as a comment of IDL that is read as the same lines.
fn comment(lines: &str) -> String {
    if lines.contains('\n') {
        return format!("/**\n{}\n*/", lines.replace("*/", "* /"));
    }
    // A second slash would end the comment's being documentation, a backslash would take the next line in.
    let space = if lines.starts_with([' ', '\t']) || lines.is_empty() { "" } else { " " };
    let stop = if lines.ends_with('\\') { " " } else { "" };
    format!("///{space}{lines}{stop}")
}

/// Writes `[a, b(c)]`; nothing where there are no attributes.
pub(super) fn write_list<'a>(
    text: &mut Text,
    list: impl IntoIterator<Item = &'a Attr>,
    codes: &mut BTreeSet<u32>,
) -> Result<()> {
    let mut open = false;
    for attr in list {
        text.push(if open { ", " } else { "[" });
        open = true;
        let name = plain(&attr.name);
        text.push_at(&name, attr.name.span());
        if let Some(args) = &attr.args {
            let codes = CODES.contains(&name.as_str()).then_some(&mut *codes);
            Writer { text, codes }.group(args, 0)?;
        }
    }
    text.push(if open { "]\n" } else { "" });
    Ok(())
}

/// The constant that stands for a code given as a number.
pub(super) fn code_name(code: u32) -> String {
    format!("HRESULT_{code:#010X}").replace("0X", "0x")
}

struct Writer<'a> {
    text: &'a mut Text,
    /// Where numbers are gathered that stand for codes.
    codes: Option<&'a mut BTreeSet<u32>>,
}

impl Writer<'_> {
    fn tokens(&mut self, tokens: TokenStream, depth: usize) -> Result<()> {
        let mut joint = true;
        for token in tokens {
            if !joint {
                self.text.push(" ");
            }
            joint = matches!(&token, TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint);
            match token {
                TokenTree::Ident(name) => self.text.push_at(&plain(&name), name.span()),
                TokenTree::Punct(punct) => self.text.push_at(&punct.to_string(), punct.span()),
                TokenTree::Literal(literal) => self.literal(literal)?,
                TokenTree::Group(group) if depth < MAX_DEPTH => self.group(&group, depth)?,
                TokenTree::Group(group) => {
                    return Err(bad_trait(group, "this is nested too deep", "give it a name in an IDL file"));
                }
            }
        }
        Ok(())
    }

    fn group(&mut self, group: &Group, depth: usize) -> Result<()> {
        let (open, close) = match group.delimiter() {
            Delimiter::Parenthesis => ("(", ")"),
            Delimiter::Brace => ("{", "}"),
            Delimiter::Bracket => ("[", "]"),
            Delimiter::None => ("", ""),
        };
        self.text.push_at(open, group.span_open());
        self.tokens(group.stream(), depth + 1)?;
        self.text.push_at(close, group.span_close());
        Ok(())
    }

    fn literal(&mut self, literal: Literal) -> Result<()> {
        let span = literal.span();
        match Lit::new(literal) {
            Lit::Str(text) => self.text.push_at(&quoted(&text.value()), span),
            Lit::Int(number) => {
                let number = self.number(&number)?;
                self.text.push_at(&number, span);
            }
            Lit::Float(number) => self.text.push_at(number.base10_digits(), span),
            other => return Err(bad_trait(other, "IDL has no such literal", "write a number or a string")),
        }
        Ok(())
    }

    /// A number, or the name of the constant that stands for it.
    fn number(&mut self, number: &LitInt) -> Result<String> {
        let Some(codes) = &mut self.codes else { return Ok(number.base10_digits().to_owned()) };
        let code = number.base10_parse().map_err(|_| {
            bad_trait(number, "this is no result code", "write it as an unsigned number of 32 bits: 0x80004005")
        })?;
        codes.insert(code);
        Ok(code_name(code))
    }
}

/// A string as IDL writes it.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '\0' => quoted.push_str("\\0"),
            _ => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// The attribute that makes an interface one of COM.
pub(super) fn object(span: Span) -> Attr {
    Attr { name: Ident::new("object", span), args: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_documentation() {
        for (lines, expected) in [
            (" plain", "/// plain"),
            ("", "///"),
            ("/ slashes", "/// / slashes"),
            ("< before", "/// < before"),
            (" C:\\", "/// C:\\ "),
            ("\n * star\n */ end", "/**\n\n * star\n * / end\n*/"),
        ] {
            assert_eq!(comment(lines), expected);
        }
    }

    #[test]
    fn codes_have_names() {
        assert_eq!(code_name(0x8004_0102), "HRESULT_0x80040102");
        assert_eq!(code_name(0x4_0380), "HRESULT_0x00040380");
    }

    #[test]
    fn strings_are_escaped() {
        assert_eq!(quoted("a\"b\\\n"), r#""a\"b\\\n""#);
    }
}
