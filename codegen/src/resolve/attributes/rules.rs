//! What the attributes of one parameter, field or typedef must not say together, and what they ask of its type.

use super::check::Checked;
use super::table::AttrKind;
use crate::diag::{Code, Diagnostic};
use crate::model::{Direction, Param, ParamFacts, Type};
use crate::resolve::Resolver;
use crate::source::Span;
use crate::syntax::ast::{self, Attr};

/// Attributes of which a declaration can have one.
const EXCLUSIVE: [&[AttrKind]; 9] = [
    &[AttrKind::Ref, AttrKind::Unique, AttrKind::Ptr],
    &[AttrKind::SizeIs, AttrKind::MaxIs, AttrKind::BytesIs],
    &[AttrKind::LengthIs, AttrKind::LastIs],
    &[AttrKind::Flags, AttrKind::Values, AttrKind::AtMost],
    &[AttrKind::Reserved, AttrKind::AtMost],
    &[AttrKind::String, AttrKind::IidIs],
    &[AttrKind::Optional, AttrKind::Ref],
    &[AttrKind::MapiAlloc, AttrKind::TaskAlloc],
    &[AttrKind::OneBlock, AttrKind::TaskAlloc],
];

/// Attributes that say something of what is behind a pointer.
const POINTING: &[AttrKind] = &[
    AttrKind::SizeIs,
    AttrKind::MaxIs,
    AttrKind::BytesIs,
    AttrKind::LengthIs,
    AttrKind::FirstIs,
    AttrKind::LastIs,
    AttrKind::IidIs,
    AttrKind::Unique,
    AttrKind::Ptr,
    AttrKind::Ref,
];

/// Attributes that say what a number holds.
const NUMBERS: [AttrKind; 3] = [AttrKind::Flags, AttrKind::Values, AttrKind::PlainNumber];

impl Resolver<'_> {
    /// Reports attributes that contradict each other.
    pub(super) fn check_conflicts(&mut self, attrs: &[Checked<'_>]) {
        for group in EXCLUSIVE {
            let mut given = attrs.iter().filter(|attr| group.contains(&attr.kind));
            if let (Some(first), Some(second)) = (given.next(), given.next())
                && first.kind != second.kind
            {
                let message = format!("`{}` contradicts `{}`", second.kind, first.kind);
                let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, second.loc.0, message);
                self.sink.push(diagnostic.also(first.loc.0, "said here").help("remove one of them"));
            }
        }
    }

    /// Reports what a parameter's attributes ask of its type in vain.
    pub(super) fn check_param(&mut self, param: &Param, facts: &ParamFacts, source: &ast::Param) {
        if param.ty == Type::Poison {
            return;
        }
        let out = facts.direction.is_some_and(Direction::is_out);
        let span_of = |wanted| span_of(&source.attrs, wanted).unwrap_or(param.head.span);
        let name = &param.head.name;
        if out && self.pointee(&param.ty).is_none() {
            let message = format!("`{name}` is `out` and no pointer: its value only goes in");
            let diagnostic = Diagnostic::warning(Code::BAD_ATTRIBUTE, span_of(AttrKind::Out), message);
            self.sink.push(diagnostic.help("the callee writes through a pointer: add a `*`"));
        } else if out && self.is_automation_value(&param.ty) {
            let message = format!("`{name}` is `out` and no pointer to its type: nothing can come back through it");
            let diagnostic = Diagnostic::warning(Code::BAD_ATTRIBUTE, span_of(AttrKind::Out), message);
            let diagnostic = diagnostic.note("it stays raw");
            self.sink.push(diagnostic.help("the callee writes through a pointer: add a `*`"));
        } else if out && !self.is_writable(&param.ty) {
            let message = format!("`{name}` is `out` and points to what is constant");
            let diagnostic =
                Diagnostic::warning(Code::BAD_ATTRIBUTE, span_of(AttrKind::Out), message).note("it stays raw");
            self.sink.push(diagnostic.help("the callee writes through the pointer: remove `const`"));
        } else if facts.direction == Some(Direction::Out) && self.is_interface(self.pointee(&param.ty)) {
            let message = format!("`{name}` is `out` and points to an interface");
            let diagnostic = Diagnostic::warning(Code::BAD_ATTRIBUTE, span_of(AttrKind::Out), message);
            self.sink.push(diagnostic.help("the callee writes an interface pointer: add a `*`"));
        }
        for wanted in [AttrKind::NoAddref, AttrKind::MayBeNull, AttrKind::Retval] {
            if !out && let Some(span) = self::span_of(&source.attrs, wanted) {
                let message = format!("`{wanted}` stands on `{name}`, which is not `out`");
                let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, span, message);
                self.sink.push(diagnostic.help("add `out`"));
            }
        }
        let comes_back = out && self.pointee(&param.ty).is_some_and(|ty| self.pointee(ty).is_some());
        for wanted in [AttrKind::MapiAlloc, AttrKind::TaskAlloc, AttrKind::OneBlock, AttrKind::Replaces] {
            if !comes_back && let Some(span) = self::span_of(&source.attrs, wanted) {
                let message = format!("`{wanted}` stands on `{name}`, through which no pointer comes back");
                self.bad(span, message, "it belongs on an `out` pointer to a pointer");
            }
        }
        if facts.replaces && facts.direction == Some(Direction::Out) {
            let message = format!("`replaces` stands on `{name}`, through which nothing comes in");
            self.bad(span_of(AttrKind::Replaces), message, "add `in`");
        }
        self.check_value(param, facts, &source.attrs);
    }

    /// Reports what a field's attributes ask of its type in vain.
    pub(super) fn check_field(&mut self, param: &Param, facts: &ParamFacts, attrs: &[Attr]) {
        if param.ty == Type::Poison {
            return;
        }
        for wanted in [AttrKind::MapiAlloc, AttrKind::TaskAlloc, AttrKind::OneBlock] {
            if self.pointee(&param.ty).is_none()
                && let Some(span) = span_of(attrs, wanted)
            {
                let message = format!("`{wanted}` stands on `{}`, which is no pointer", param.head.name);
                self.bad(span, message, "it belongs on a pointer");
            }
        }
        self.check_value(param, facts, attrs);
    }

    /// A value that was said to be `out`, and of which that was reported, goes in: nothing can come back through it.
    pub(super) fn keep_values_in(&self, param: &Param, facts: &mut ParamFacts) {
        if facts.direction.is_some_and(Direction::is_out) && self.pointee(&param.ty).is_none() {
            facts.direction = Some(Direction::In);
            facts.retval = false;
        }
    }

    /// Whether a type is a value of automation's that is a pointer: `BSTR`, `SAFEARRAY(T)`.
    fn is_automation_value(&self, ty: &Type) -> bool {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            if self.model.aliases[*id].head.name == "BSTR" {
                return true;
            }
            ty = &self.model.aliases[*id].ty;
        }
        matches!(ty, Type::SafeArray(_))
    }

    /// Whether the type is a pointer or array through which values come back.
    fn is_writable(&self, ty: &Type) -> bool {
        !matches!(self.model.strip(ty), Type::Pointer { is_const: true, .. } | Type::Array { is_const: true, .. })
            && self.pointee(ty).is_some()
    }

    /// What holds for parameters and fields alike.
    fn check_value(&mut self, param: &Param, facts: &ParamFacts, attrs: &[Attr]) {
        let pointer = self.pointee(&param.ty).is_some();
        for &wanted in POINTING {
            if !pointer && let Some(span) = span_of(attrs, wanted) {
                let message = format!("`{wanted}` stands on `{}`, which is no pointer or array", param.head.name);
                self.bad(span, message, "remove it, or add a `*`");
            }
        }
        if pointer && let Some(span) = span_of(attrs, AttrKind::IidIs) {
            self.check_identified(param, span);
        }
        self.check_numbers(&param.head.name, &param.ty, attrs);
        if let Some(attr) = attrs.iter().find(|attr| AttrKind::SwitchIs.is(attr)) {
            self.check_switched(attr, &param.ty);
        }
        self.check_string(&param.ty, facts.string, span_of(attrs, AttrKind::String).unwrap_or(param.head.span));
    }

    /// What is said of numbers needs one.
    pub(super) fn check_numbers<'t>(&mut self, name: &str, ty: &Type, attrs: impl IntoIterator<Item = &'t Attr>) {
        for attr in attrs.into_iter().filter(|attr| NUMBERS.iter().any(|kind| kind.is(attr))) {
            if !self.is_integer(ty) {
                let message = format!("`{}` stands on `{name}`, which is no integer", attr.name.text);
                self.bad(attr.loc.0, message, "it says what an integer holds");
            }
        }
    }

    /// `string` needs characters.
    pub(super) fn check_string(&mut self, ty: &Type, string: bool, span: Span) {
        if !string || *ty == Type::Poison {
            return;
        }
        let characters = match self.innermost(ty) {
            Type::Char { .. } | Type::WChar | Type::Byte | Type::Poison => true,
            Type::Int { bits, .. } => *bits <= 16,
            // The width of an LPTSTR is open until a flag decides it.
            Type::Void => true,
            _ => false,
        };
        if !characters || self.pointee(ty).is_none() {
            self.bad(span, "`string` stands on what is no string", "it belongs on a pointer to `char` or `wchar_t`");
        }
    }

    /// MIDL takes a parameter without direction as `in`; for a pointer that may be wrong, so nothing is guessed.
    pub(super) fn check_direction(&mut self, param: &Param, facts: &ParamFacts) {
        let unsaid = facts.direction == Some(Direction::Unsaid) && param.head.unverified.is_empty();
        if unsaid && param.ty != Type::Poison && self.pointee(&param.ty).is_some() {
            let message = format!("the pointer `{}` has no direction", param.head.name);
            let diagnostic = Diagnostic::warning(Code::MISSING_DIRECTION, param.head.span, message);
            self.sink.push(diagnostic.help("write `in`, `out` or both; until then it stays raw"));
        }
    }

    /// The value that a method returns beside its result comes last. Of several such values only the last is one.
    pub(super) fn check_retval(&mut self, params: &[Param], facts: &mut [ParamFacts]) {
        let last = params.len().saturating_sub(1);
        let taken = facts.last().is_some_and(|facts| facts.retval);
        for (index, (param, facts)) in params.iter().zip(facts).enumerate() {
            let message = if !facts.retval {
                continue;
            } else if index != last && taken {
                facts.retval = false;
                let message = format!("`{}` is `retval`, and so is the last parameter", param.head.name);
                let diagnostic = Diagnostic::warning(Code::CONFLICTING_ATTRIBUTES, param.head.span, message);
                self.sink.push(diagnostic.help("a method has one value to return: it is the last"));
                continue;
            } else if index != last {
                format!("`{}` is `retval` and not the last parameter", param.head.name)
            } else if facts.direction == Some(Direction::InOut) {
                format!("`{}` is `retval` and `in`", param.head.name)
            } else {
                continue;
            };
            let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, param.head.span, message);
            self.sink.push(diagnostic.help("`retval` stands on the last parameter, beside `out` alone"));
        }
    }

    /// What a pointer points to, or an array consists of.
    fn pointee<'t>(&'t self, ty: &'t Type) -> Option<&'t Type> {
        match self.model.strip(ty) {
            Type::Pointer { to: of, .. } | Type::Array { of, .. } | Type::SafeArray(of) => Some(of),
            _ => None,
        }
    }

    /// What an identifier says the interface of has to be one.
    fn check_identified(&mut self, param: &Param, span: Span) {
        if !matches!(self.innermost(&param.ty), Type::Interface(_) | Type::Void | Type::Poison) {
            let message = format!("`iid_is` stands on `{}`, which is no interface", param.head.name);
            let diagnostic = Diagnostic::warning(Code::BAD_ATTRIBUTE, span, message);
            self.sink.push(diagnostic.note("the pointer stays raw"));
        }
    }

    /// The type behind all pointers and arrays.
    pub(super) fn innermost<'t>(&'t self, ty: &'t Type) -> &'t Type {
        let mut ty = self.model.strip(ty);
        while let Type::Pointer { to: of, .. } | Type::Array { of, .. } = ty {
            ty = self.model.strip(of);
        }
        ty
    }

    fn is_interface(&self, ty: Option<&Type>) -> bool {
        ty.is_some_and(|ty| matches!(self.model.strip(ty), Type::Interface(_)))
    }

    fn is_integer(&self, ty: &Type) -> bool {
        let ty = self.innermost(ty);
        matches!(
            ty,
            Type::Int { .. } | Type::IntPtr { .. } | Type::Byte | Type::Char { .. } | Type::Enum(_) | Type::Poison
        )
    }
}

fn span_of(attrs: &[Attr], wanted: AttrKind) -> Option<Span> {
    attrs.iter().find(|attr| wanted.is(attr)).map(|attr| attr.loc.0)
}
