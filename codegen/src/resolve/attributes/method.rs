//! What the attributes of methods and functions say.

use super::check::{Checked, find};
use super::codes::Outcome;
use super::places::Places;
use super::table::AttrKind;
use super::{exprs, first, name, refs, text};
use crate::diag::{Code, Diagnostic};
use crate::model::{CodeRef, Direction, Id, Interface, Member, Method, MethodFacts, Param, ParamFacts, Property, Type};
use crate::resolve::Resolver;
use crate::resolve::scope::Place;
use crate::resolve::worklist::Owner;
use crate::syntax::ast::{self, Attr, Item};
use crate::syntax::print_expr;

use super::value::Members;

impl Resolver<'_> {
    pub(super) fn method_facts(
        &mut self,
        owner: Owner,
        index: usize,
        item: &Item,
        function: &ast::Function,
        at: Place,
    ) {
        let attrs = self.checked(&refs(&item.attrs), Places::METHOD);
        let default = match owner {
            Owner::Interface(id) => self.model.interfaces[id].success.clone(),
            _ => None,
        };
        if let (Owner::Dispinterface(id), Some(name)) = (owner, &function.declarator.name) {
            self.member(id, &name.text, &attrs, at);
        }
        let Some(method) = self.method(owner, index) else { return };
        let params = std::mem::take(&mut method.params);
        let ret = method.ret.clone();
        let says_unverified = !method.head.unverified.is_empty();
        let facts = self.method_attrs(&attrs, &ret, default, at);
        let local = facts.local || matches!(owner, Owner::Interface(id) if self.model.interfaces[id].local);
        let mut lists = self.param_facts(&params, function, local, at);
        if matches!(owner, Owner::Interface(id) if self.model.interfaces[id].ref_by_default) {
            for (param, facts) in params.iter().zip(&mut lists) {
                facts.elements_nullable = self.default_of_elements(&param.ty, true);
            }
        }
        let directed = facts.placeholder || says_unverified;
        for ((param, facts), source) in params.iter().zip(&lists).zip(&function.params) {
            self.check_param(param, facts, source);
            if !directed {
                self.check_direction(param, facts);
            }
        }
        for (param, facts) in params.iter().zip(&mut lists) {
            self.keep_values_in(param, facts);
        }
        self.check_retval(&params, &mut lists);
        let Some(method) = self.method(owner, index) else { return };
        method.params = params;
        method.params.iter_mut().zip(lists).for_each(|(param, facts)| param.facts = facts);
        if let Some(property) = facts.property {
            method.head.name = format!("{}{}", property.prefix(), method.head.name);
        }
        method.facts = facts;
    }

    fn method(&mut self, owner: Owner, index: usize) -> Option<&mut Method> {
        match owner {
            Owner::Interface(id) => self.model.interfaces[id].methods.get_mut(index),
            Owner::Module(id) => self.model.modules[id].functions.get_mut(index),
            Owner::Dispinterface(_) | Owner::Nothing => None,
        }
    }

    fn method_attrs(
        &mut self,
        attrs: &[Checked<'_>],
        ret: &Type,
        success: Option<Vec<CodeRef>>,
        at: Place,
    ) -> MethodFacts {
        let mut facts = MethodFacts { success, ..MethodFacts::default() };
        for attr in attrs {
            match attr.kind {
                AttrKind::Success => facts.success = Some(self.returned(attr, ret, Outcome::Success, at)),
                AttrKind::Errors => facts.errors = self.returned(attr, ret, Outcome::Failure, at),
                AttrKind::Placeholder => facts.placeholder = true,
                AttrKind::Local => facts.local = true,
                AttrKind::Raw => facts.raw = text(attr),
                AttrKind::CallAs => facts.call_as = first(attr).and_then(name).map(str::to_owned),
                AttrKind::PropGet => self.accessor(&mut facts, Property::Get, attr),
                AttrKind::PropPut => self.accessor(&mut facts, Property::Put, attr),
                AttrKind::PropPutRef => self.accessor(&mut facts, Property::PutRef, attr),
                AttrKind::Id => facts.dispid = self.dispid(attr, at),
                AttrKind::Entry => {
                    facts.entry = text(attr).or_else(|| exprs(attr).next().map(print_expr));
                }
                _ => {}
            }
        }
        facts
    }

    fn returned(&mut self, attr: &Attr, ret: &Type, outcome: Outcome, at: Place) -> Vec<CodeRef> {
        if self.is_result(ret) { self.outcomes(attr, outcome, at) } else { self.codes(attr, at) }
    }

    fn accessor(&mut self, facts: &mut MethodFacts, property: Property, attr: &Attr) {
        if facts.property.replace(property).is_some() {
            let message = "a method is one kind of property accessor";
            let diagnostic = Diagnostic::error(Code::CONFLICTING_ATTRIBUTES, attr.loc.0, message);
            self.sink.push(diagnostic.help("declare one method for each of propget, propput and propputref"));
        }
    }

    /// Notes a member of a dispinterface that has a number.
    pub(super) fn member(&mut self, of: Id<Interface>, name: &str, attrs: &[Checked<'_>], at: Place) {
        if let Some(dispid) = find(attrs, AttrKind::Id).and_then(|attr| self.dispid(attr, at)) {
            self.model.interfaces[of].members.push(Member { name: name.to_owned(), dispid });
        }
    }

    fn dispid(&mut self, attr: &Attr, at: Place) -> Option<i32> {
        let expr = first(attr)?;
        let id = self.eval_int(expr, at)?.assigned(32, true).and_then(|id| i32::try_from(id).ok());
        if id.is_none() {
            self.bad(expr.loc.0, "a dispid has 32 bits", "write a smaller number");
        }
        id
    }

    fn param_facts(&mut self, params: &[Param], function: &ast::Function, local: bool, at: Place) -> Vec<ParamFacts> {
        let members = Members::of_params(params).local(local);
        let mut lists = Vec::with_capacity(params.len());
        for (param, source) in params.iter().zip(&function.params) {
            let mut facts =
                self.value_facts(&param.ty, &source.attrs, &source.declarator.derive, Places::PARAM, &members, at);
            facts.direction.get_or_insert(Direction::Unsaid);
            // An array of so many has room for them, whatever is in it: a callee may copy all of it.
            if facts.size_is.is_empty() {
                facts.size_is.extend(self.own_length(&param.ty).map(Some));
            }
            lists.push(facts);
        }
        let iids: Vec<_> = lists.iter().map(|facts| facts.iid_is).collect();
        for (interface, iid) in (0..).zip(iids) {
            if let Some(facts) = iid.and_then(|iid| lists.get_mut(iid as usize)) {
                facts.names_iid_of = Some(interface);
            }
        }
        lists
    }
}
