//! Types: what stands before a name, and what the declarator makes of it.

use super::Resolver;
use super::lookup::Query;
use super::scope::{Place, Tag};
use crate::diag::{Code, Diagnostic};
use crate::layout::Target;
use crate::model::{Decl, FnType, Id, Record, Type};
use crate::source::Span;
use crate::syntax::ast::{self, BaseType, Derive, Expr, Name, Sign, TypeKind, TypeSpec};

/// How many steps a declarator may have, and how many typedefs and records may build on each other.
pub(super) const MAX_DEPTH: usize = 128;

/// The largest type: 2 GiB.
pub(super) const MAX_SIZE: u64 = 1 << 31;

impl Resolver<'_> {
    /// The type of a declarator.
    pub(super) fn resolve_type(&mut self, spec: &TypeSpec, derive: &[Derive], at: Place) -> Type {
        if derive.len() > MAX_DEPTH {
            let message = format!("a declarator with more than {MAX_DEPTH} steps");
            self.sink.push(Diagnostic::error(Code::TOO_DEEP, spec.loc.0, message));
            return Type::Poison;
        }
        let mut ty = self.base_type(spec, at);
        let mut is_const = spec.is_const;
        for step in derive.iter().rev() {
            ty = match step {
                _ if ty == Type::Poison => return Type::Poison,
                Derive::Pointer { is_const: own, .. } => ty.pointer(std::mem::replace(&mut is_const, *own)),
                Derive::Array(len) => self.array(ty, std::mem::take(&mut is_const), len.as_ref(), spec.loc.0, at),
                Derive::Function { params, call_conv, variadic } => {
                    if self.can_be_returned(&ty, spec.loc.0).is_none() {
                        return Type::Poison;
                    }
                    let params = params.iter().enumerate().map(|(i, param)| self.fn_param(i, param, at)).collect();
                    let cdecl = *variadic || call_conv.as_ref().is_none_or(|name| self.is_cdecl(name));
                    Type::Function(Box::new(FnType { ret: ty, params, cdecl, variadic: *variadic }))
                }
            };
        }
        ty
    }

    /// Whether a calling convention is C's rather than stdcall. Rust has no others that 64 bits have too.
    pub(super) fn is_cdecl(&mut self, name: &Name) -> bool {
        match name.text.trim_start_matches('_') {
            "cdecl" | "WINAPIV" | "STDMETHODVCALLTYPE" | "STDAPIVCALLTYPE" => true,
            "fastcall" | "thiscall" | "pascal" => {
                let message = format!("`{}` is not supported", name.text);
                let help = "methods of COM are `__stdcall`, or `__cdecl`";
                self.sink.push(Diagnostic::error(Code::CALLING_CONVENTION, name.loc.0, message).help(help));
                false
            }
            _ => false,
        }
    }

    fn fn_param(&mut self, index: usize, param: &ast::Param, at: Place) -> (String, Type) {
        let mut ty = self.resolve_type(&param.ty, &param.declarator.derive, at);
        // C takes a function here for a pointer to it.
        if !matches!(self.model.strip(&ty), Type::Function(_)) && self.has_values(&ty, param.ty.loc.0).is_none() {
            ty = Type::Poison;
        }
        let name = param.declarator.name.as_ref().map_or_else(|| format!("arg{index}"), |name| name.text.clone());
        (name, ty)
    }

    fn array(&mut self, of: Type, is_const: bool, len: Option<&Expr>, span: Span, at: Place) -> Type {
        if self.complete_type(&of, span, at).is_none() {
            return Type::Poison;
        }
        let len = match len {
            None => None,
            Some(expr) => match self.length(expr, at) {
                Some(len) => Some(len),
                None => return Type::Poison,
            },
        };
        let ty = Type::Array { of: Box::new(of), is_const, len };
        if Target::ALL.iter().any(|target| self.layouts.size_of(&self.model, &ty, *target).size > MAX_SIZE) {
            self.sink.push(Diagnostic::error(Code::TOO_BIG, span, "the array is larger than 2 GiB"));
            return Type::Poison;
        }
        ty
    }

    fn length(&mut self, expr: &Expr, at: Place) -> Option<u64> {
        let int = self.eval_int(expr, at)?;
        match u64::try_from(int.value) {
            Ok(len) if len > 0 => Some(len),
            _ => {
                let message = format!("an array cannot have {} elements", int.value);
                let help = "write `[]` for a number of elements that is not known";
                self.sink.push(Diagnostic::error(Code::OVERFLOW, expr.loc.0, message).help(help));
                None
            }
        }
    }

    fn base_type(&mut self, spec: &TypeSpec, at: Place) -> Type {
        match &spec.kind {
            TypeKind::Base(base) => base_type(*base),
            TypeKind::Named(name) => self.named_type(name, at),
            TypeKind::Struct(record) | TypeKind::Union(record) => {
                let union = matches!(spec.kind, TypeKind::Union(_));
                match self.declared.records.get(&std::ptr::from_ref(record)) {
                    Some(id) => Type::Record(*id),
                    None => self.tagged(record.tag.as_ref(), if union { "union" } else { "struct" }, spec.loc.0, at),
                }
            }
            TypeKind::Enum(one) => match self.declared.enums.get(&std::ptr::from_ref(one)) {
                Some(id) => Type::Enum(*id),
                None => self.tagged(one.tag.as_ref(), "enum", spec.loc.0, at),
            },
            TypeKind::SwitchUnion(source) => {
                self.declared.switched.get(&std::ptr::from_ref(&**source)).map_or(Type::Poison, |id| Type::Record(*id))
            }
            TypeKind::SafeArray(of) => match self.resolve_type(&of.ty, &of.declarator.derive, at) {
                Type::Poison => Type::Poison,
                element => Type::SafeArray(Box::new(element)),
            },
            TypeKind::Pipe(_) => {
                let message = "a pipe has no place in a vtable";
                self.sink.push(Diagnostic::error(Code::UNSUPPORTED, spec.loc.0, message));
                Type::Poison
            }
        }
    }

    /// `struct X` and the like. A tag that names something else was reported when it was declared.
    fn tagged(&mut self, tag: Option<&Name>, keyword: &str, span: Span, at: Place) -> Type {
        let Some(tag) = tag else {
            let message = format!("a new {keyword} cannot be declared here");
            self.sink.push(Diagnostic::error(Code::WRONG_KIND, span, message));
            return Type::Poison;
        };
        match self.tag(&tag.text, at).map(|entry| entry.decl) {
            Some(found) if self.keyword(found) == keyword => match found {
                Tag::Record(id) => Type::Record(id),
                Tag::Enum(id) => Type::Enum(id),
            },
            Some(_) => Type::Poison,
            None => {
                let message = format!("`{keyword} {}` is not known", tag.text);
                self.sink.push(Diagnostic::error(Code::UNKNOWN_TYPE, tag.loc.0, message));
                Type::Poison
            }
        }
    }

    fn named_type(&mut self, name: &Name, at: Place) -> Type {
        let wanted = |decl| matches!(decl, Decl::Interface(_) | Decl::Record(_) | Decl::Enum(_) | Decl::Alias(_));
        let query = Query { name: &name.text, span: name.loc.0, at, code: Code::UNKNOWN_TYPE, what: "a type", wanted };
        match self.find(query) {
            Some(Decl::Interface(id)) => Type::Interface(id),
            Some(Decl::Record(id)) => Type::Record(id),
            Some(Decl::Enum(id)) => Type::Enum(id),
            // What cannot be resolved spreads, so that nothing is reported of what builds on it.
            Some(Decl::Alias(id)) if self.model.aliases[id].ty == Type::Poison => Type::Poison,
            Some(Decl::Alias(id)) => Type::Alias(id),
            _ => Type::Poison,
        }
    }

    /// Whether values of the type have a size at `at`; says why not.
    pub(super) fn complete_type(&mut self, ty: &Type, span: Span, at: Place) -> Option<()> {
        let diagnostic = match self.model.strip(ty) {
            Type::Poison => return None,
            Type::Record(id) if self.rejected.contains(id) => return None,
            Type::Record(id) => match self.declared.complete[id.index()] {
                Some(seq) if seq <= at.seq => return Some(()),
                seq => self.incomplete(*id, seq.is_some(), span),
            },
            Type::Array { len: None, .. } => {
                let message = "an array without a length is used by value";
                Diagnostic::error(Code::INCOMPLETE_TYPE, span, message)
            }
            other => return self.has_values(&other.clone(), span),
        };
        self.sink.push(diagnostic);
        None
    }

    /// Whether a function can return the type; says why not.
    pub(super) fn can_be_returned(&mut self, ty: &Type, span: Span) -> Option<()> {
        match self.model.strip(ty) {
            Type::Void => Some(()),
            Type::Array { .. } => {
                let diagnostic = Diagnostic::error(Code::WRONG_KIND, span, "a function returns an array");
                self.sink.push(diagnostic.help("write a pointer, or return a struct that holds the array"));
                None
            }
            _ => self.has_values(ty, span),
        }
    }

    fn incomplete(&self, id: Id<Record>, later: bool, span: Span) -> Diagnostic {
        let record = &self.model.records[id];
        let name = &record.head.name;
        let message = format!("`{name}` is used by value before it is complete");
        let note = if later { "it is completed later" } else { "it is only declared" };
        let diagnostic = Diagnostic::error(Code::INCOMPLETE_TYPE, span, message).also(record.head.span, note);
        diagnostic.help(format!("write a pointer, `{name} *`, or define `{name}` before this place"))
    }

    /// Whether there are values of the type at all, complete already or later; says why not.
    pub(super) fn has_values(&mut self, ty: &Type, span: Span) -> Option<()> {
        let (message, help) = match self.model.strip(ty) {
            Type::Poison => return None,
            Type::Record(id) if self.declared.complete[id.index()].is_none() && !self.rejected.contains(id) => {
                let diagnostic = self.incomplete(*id, false, span);
                self.sink.push(diagnostic);
                return None;
            }
            Type::Void => ("there are no values of type `void`".to_owned(), "write `void *`".to_owned()),
            Type::Interface(id) => {
                let name = &self.model.interfaces[*id].head.name;
                (format!("the interface `{name}` is used by value"), format!("write `{name} *`"))
            }
            Type::Function(_) => ("a function is used by value".to_owned(), "write a pointer to it".to_owned()),
            _ => return Some(()),
        };
        self.sink.push(Diagnostic::error(Code::WRONG_KIND, span, message).help(help));
        None
    }
}

/// The types of the language.
fn base_type(base: BaseType) -> Type {
    let int = |bits, sign, int| Type::Int { bits, signed: sign != Sign::Unsigned, int };
    match base {
        BaseType::Void => Type::Void,
        BaseType::Boolean => Type::Boolean,
        BaseType::Byte => Type::Byte,
        BaseType::Char(Sign::Default) => Type::Char { signed: false },
        // With its sign written, a char is a number.
        BaseType::Char(sign) => int(8, sign, false),
        BaseType::WChar => Type::WChar,
        BaseType::Small(sign) => int(8, sign, false),
        BaseType::Short(sign) => int(16, sign, false),
        BaseType::Int(sign) => int(32, sign, true),
        BaseType::Long(sign) => int(32, sign, false),
        BaseType::Hyper(sign) => int(64, sign, false),
        BaseType::Int3264(sign) => Type::IntPtr { signed: sign != Sign::Unsigned },
        BaseType::Float => Type::F32,
        BaseType::Double => Type::F64,
        BaseType::ErrorStatus => Type::ErrorStatus,
        BaseType::Handle => Type::Handle,
    }
}
