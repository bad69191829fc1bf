//! Whether attributes are known, stand where they may, and have the arguments that they take.

use super::table::{self, Args, Known, Places};
use crate::diag::{Code, Diagnostic};
use crate::model::Guid;
use crate::resolve::Resolver;
use crate::resolve::nearest::nearest;
use crate::source::Span;
use crate::syntax::ast::{Attr, AttrArg, ExprKind};
use std::collections::HashMap;

/// The attributes that say more each time.
const REPEATABLE: [&str; 3] = ["case", "origin", "unverified"];

impl Resolver<'_> {
    /// The attributes that can be relied on: known, in place, with the right arguments. The others are reported.
    pub(super) fn checked<'t>(&mut self, attrs: &[&'t Attr], places: Places) -> Vec<&'t Attr> {
        let checked: Vec<_> = attrs.iter().copied().filter(|attr| self.check(attr, places)).collect();
        let mut seen = HashMap::with_capacity(checked.len());
        for attr in &checked {
            if let Some(first) = seen.insert(&*attr.name.text, attr.loc.0) {
                self.said_twice(attr, first);
            }
        }
        checked
    }

    fn said_twice(&mut self, attr: &Attr, first: Span) {
        let name = &*attr.name.text;
        let once = table::known(name).is_some_and(|known| known.args != Args::Any);
        if once && !REPEATABLE.contains(&name) {
            let message = format!("`{name}` is said twice");
            let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, attr.loc.0, message);
            self.sink.push(diagnostic.also(first, "said here").help("remove one of them"));
        }
    }

    fn check(&mut self, attr: &Attr, places: Places) -> bool {
        let Some(known) = table::known(&attr.name.text) else {
            self.unknown_attribute(attr);
            return false;
        };
        let diagnostic = if !known.places.meets(places) {
            misplaced(attr, known, places)
        } else if !known.args.accept(attr) {
            let message = format!("`{}` takes {}", known.name, known.args.words());
            Diagnostic::error(Code::BAD_ATTRIBUTE, attr.loc.0, message)
        } else {
            return true;
        };
        self.sink.push(diagnostic);
        false
    }

    fn unknown_attribute(&mut self, attr: &Attr) {
        let name = &attr.name.text;
        let message = format!("the attribute `{name}` is not known");
        let diagnostic = Diagnostic::warning(Code::UNKNOWN_ATTRIBUTE, attr.name.loc.0, message);
        self.sink.push(match nearest(name, table::names()) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic.note("it has no effect, but that a pointer on which it stands stays raw"),
        });
    }

    /// An error about an attribute's place or arguments.
    pub(super) fn bad(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) {
        self.sink.push(Diagnostic::error(Code::BAD_ATTRIBUTE, span, message).help(help));
    }

    /// The uuid of an attribute; says why it is none.
    pub(super) fn uuid(&mut self, attr: &Attr) -> Option<Guid> {
        let (text, span) = match attr.args.as_deref()?.first()? {
            AttrArg::Uuid(name) => (&*name.text, name.loc.0),
            AttrArg::Expr(expr) => match &expr.kind {
                ExprKind::Str { value, .. } => (value.as_str(), expr.loc.0),
                ExprKind::Name(name) => (name.as_str(), expr.loc.0),
                _ => ("", expr.loc.0),
            },
            _ => return None,
        };
        let guid = parse(text);
        let diagnostic = match guid {
            None => {
                let help = "a uuid is 8-4-4-4-12 hexadecimal digits: 00020307-0000-0000-c000-000000000046";
                Diagnostic::error(Code::BAD_UUID, span, format!("`{text}` is no uuid")).help(help)
            }
            Some(Guid(0)) => {
                let help = "write the true identifier, or `no_iid` on an interface that has none";
                Diagnostic::error(Code::NIL_UUID, span, "the uuid is nil").help(help)
            }
            Some(_) => return guid,
        };
        self.sink.push(diagnostic);
        None
    }
}

fn misplaced(attr: &Attr, known: &Known, places: Places) -> Diagnostic {
    let message = format!("`{}` cannot stand on {}", known.name, places.words());
    let diagnostic = Diagnostic::error(Code::BAD_ATTRIBUTE, attr.loc.0, message);
    diagnostic.help(format!("it belongs on {}", known.places.words()))
}

/// A uuid of 8-4-4-4-12 digits.
fn parse(text: &str) -> Option<Guid> {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    let digits: String = text.split('-').collect();
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (groups == [8, 4, 4, 4, 12] && hexadecimal).then(|| u128::from_str_radix(&digits, 16).ok().map(Guid))?
}
