//! Whether attributes are known, stand where they may, and have the arguments that they take.

use super::args::Args;
use super::kind;
use super::places::Places;
use super::table::AttrKind;
use crate::diag::{Code, Diagnostic};
use crate::model::Guid;
use crate::resolve::Resolver;
use crate::source::Span;
use crate::suggest::nearest;
use crate::syntax::ast::{Attr, AttrArg, ExprKind};
use std::ops::Deref;

/// The attributes that say more each time.
const REPEATABLE: [AttrKind; 3] = [AttrKind::Case, AttrKind::Origin, AttrKind::Unverified];

/// Whether an attribute says more where it stands again.
fn says_more(kind: AttrKind) -> bool {
    kind.row().args == Args::Any || REPEATABLE.contains(&kind)
}

/// An attribute that can be relied on: it is known, stands where it may, and has the arguments that it takes.
#[derive(Clone, Copy)]
pub(super) struct Checked<'t> {
    pub(super) kind: AttrKind,
    attr: &'t Attr,
}

impl Deref for Checked<'_> {
    type Target = Attr;

    fn deref(&self) -> &Attr {
        self.attr
    }
}

/// The attribute of a kind, where it is said.
pub(super) fn find<'l, 't>(attrs: &'l [Checked<'t>], kind: AttrKind) -> Option<&'l Checked<'t>> {
    attrs.iter().find(|attr| attr.kind == kind)
}

/// Whether an attribute of a kind is said.
pub(super) fn has(attrs: &[Checked<'_>], kind: AttrKind) -> bool {
    find(attrs, kind).is_some()
}

impl Resolver<'_> {
    /// The attributes that can be relied on. The others are reported.
    pub(super) fn checked<'t>(&mut self, attrs: &[&'t Attr], places: Places) -> Vec<Checked<'t>> {
        let mut checked: Vec<Checked<'t>> = Vec::new();
        for attr in attrs.iter().filter_map(|attr| self.check(attr, places)).collect::<Vec<_>>() {
            match checked.iter().rfind(|first| first.kind == attr.kind && !says_more(first.kind)) {
                None => checked.push(attr),
                // So MIDL takes it, and the SDK has it: `[in, size_is(n)] [in, annotation("…")]`.
                Some(first) if first.args == attr.args => {}
                Some(first) => self.says_otherwise(&attr, first.loc.0),
            }
        }
        checked
    }

    fn says_otherwise(&mut self, attr: &Checked<'_>, first: Span) {
        let message = format!("`{}` is said twice, in two ways", attr.kind);
        let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, attr.loc.0, message);
        self.sink.push(diagnostic.also(first, "said here").help("remove one of them"));
    }

    fn check<'t>(&mut self, attr: &'t Attr, places: Places) -> Option<Checked<'t>> {
        let Some(kind) = AttrKind::named(&attr.name.text) else {
            self.unknown_attribute(attr);
            return None;
        };
        let row = kind.row();
        let diagnostic = if !row.places.meets(places) {
            misplaced(attr, kind, places)
        } else if !row.args.accept(attr) {
            let message = format!("`{kind}` takes {}", row.args.words());
            Diagnostic::error(Code::BAD_ATTRIBUTE, attr.loc.0, message)
        } else {
            return Some(Checked { kind, attr });
        };
        self.sink.push(diagnostic);
        None
    }

    fn unknown_attribute(&mut self, attr: &Attr) {
        let name = &attr.name.text;
        let message = format!("the attribute `{name}` is not known");
        let diagnostic = Diagnostic::warning(Code::UNKNOWN_ATTRIBUTE, attr.name.loc.0, message);
        self.sink.push(match nearest(name, kind::names()) {
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

fn misplaced(attr: &Attr, kind: AttrKind, places: Places) -> Diagnostic {
    let message = format!("`{kind}` cannot stand on {}", places.words());
    let diagnostic = Diagnostic::error(Code::BAD_ATTRIBUTE, attr.loc.0, message);
    diagnostic.help(format!("it belongs on {}", kind.row().places.words()))
}

/// A uuid of 8-4-4-4-12 digits.
fn parse(text: &str) -> Option<Guid> {
    let groups: Vec<_> = text.split('-').map(str::len).collect();
    let digits: String = text.split('-').collect();
    let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    (groups == [8, 4, 4, 4, 12] && hexadecimal).then(|| u128::from_str_radix(&digits, 16).ok().map(Guid))?
}
