//! Methods and functions: what they return and take.

use super::head;
use super::pass::Define;
use crate::diag::{Code, Diagnostic};
use crate::model::{File, Id, Method, MethodFacts, Param, ParamFacts, Type};
use crate::resolve::scope::Place;
use crate::resolve::worklist::Owner;
use crate::syntax::ast::{self, Docs, Item, Loc, Name};
use std::collections::HashMap;

impl Define<'_, '_> {
    pub(super) fn define_function(&mut self, owner: Owner, item: &Item, function: &ast::Function, at: Place) {
        let Some(name) = &function.declarator.name else { return };
        let ret = self.return_type(function, at);
        let params = self.params(&function.params, at);
        let attrs: Vec<_> = item.attrs.iter().collect();
        let head = head(name, at.file, &item.docs, &attrs);
        let facts = MethodFacts::default();
        let variadic = function.variadic;
        // Whatever is written, only who calls a function with `...` knows how much to take from the stack.
        let cdecl = function.call_conv.as_ref().is_some_and(|name| self.r.is_cdecl(name)) || variadic;
        let method = Method { head, slot: 0, ret, params, cdecl, variadic, facts };
        match owner {
            Owner::Interface(id) => self.r.model.interfaces[id].methods.push(method),
            Owner::Module(id) => self.r.model.modules[id].functions.push(method),
            Owner::Dispinterface(_) | Owner::Nothing => {}
        }
    }

    fn return_type(&mut self, function: &ast::Function, at: Place) -> Type {
        let ty = self.r.resolve_type(&function.ret, &function.declarator.derive, at);
        self.r.can_be_returned(&ty, function.ret.loc.0).map_or(Type::Poison, |()| ty)
    }

    fn params(&mut self, sources: &[ast::Param], at: Place) -> Vec<Param> {
        let mut seen = HashMap::new();
        let mut params = Vec::with_capacity(sources.len());
        for (index, source) in sources.iter().enumerate() {
            if let Some(name) = &source.declarator.name
                && let Some(first) = seen.insert(&name.text, name.loc.0)
            {
                let message = format!("the parameter `{}` is declared twice", name.text);
                let diagnostic = Diagnostic::error(Code::DUPLICATE_MEMBER, name.loc.0, message);
                self.r.sink.push(diagnostic.also(first, "first declared here"));
            }
            params.push(self.param(index, source, at));
        }
        params
    }

    fn param(&mut self, index: usize, source: &ast::Param, at: Place) -> Param {
        let mut ty = self.r.resolve_type(&source.ty, &source.declarator.derive, at);
        if self.r.has_values(&ty, source.ty.loc.0).is_none() {
            ty = Type::Poison;
        }
        let unnamed = Name { text: format!("arg{index}"), loc: Loc(source.loc.0) };
        let name = source.declarator.name.as_ref().unwrap_or(&unnamed);
        member(name, &source.docs, &source.attrs, at.file, ty)
    }

    /// Only the type of a dispinterface's property is looked at: it takes no slot.
    pub(super) fn property(&mut self, field: &ast::Field, at: Place) {
        let Some(spec) = &field.ty else { return };
        for declarator in &field.declarators {
            let ty = self.r.resolve_type(spec, &declarator.derive, at);
            self.r.has_values(&ty, spec.loc.0);
        }
    }
}

/// A parameter or field whose attributes are not read yet.
pub(super) fn member(name: &Name, docs: &Docs, attrs: &[ast::Attr], file: Id<File>, ty: Type) -> Param {
    let attrs: Vec<_> = attrs.iter().collect();
    Param { head: head(name, file, docs, &attrs), ty, facts: ParamFacts::default() }
}
