//! Methods: what their parameters are together, and what they return.

use crate::model::{self, Type};
use crate::names;
use crate::plan::context::{Records, Types};
use crate::plan::docs;
use crate::plan::params::in_place::can_be_refused;
use crate::plan::params::nulls;
use crate::plan::types::ty::ADDRESS;
use crate::plan::words::outer;
use crate::plan::{Conv, Method, Param, Return, Role, role};

pub(crate) const E_POINTER: i32 = 0x8000_4003_u32.cast_signed();

/// The names of a method.
pub(crate) struct Names {
    /// The safe method.
    pub(crate) name: String,
    /// Its twin for callers that leaves the interface to the callee; used where there can be one.
    pub(crate) default: Option<String>,
    /// What expects calls of it, of a mock; used where a mock has that.
    pub(crate) expect: Option<String>,
    /// Its field in the vtable.
    pub(crate) field: String,
    /// The names that its own bodies use beside those of all others.
    pub(crate) locals: &'static [&'static str],
}

impl Types<'_> {
    /// The parameters: the safe names in the order of the text, then those of raw values, which nobody sees.
    fn params(&self, method: &model::Method, roles: Vec<Role>, locals: &[&str]) -> Vec<Param> {
        let mut scope = self.scope(&[names::BODIES, locals].concat());
        let safe = |(param, role): (&model::Param, &Role)| {
            let com = &param.head.name;
            (!is_hidden(role)).then(|| scope.take(names::parameter(com), || names::full(com)))
        };
        let safe: Vec<_> = method.params.iter().zip(&roles).map(safe).collect();
        let mut generics = self.scope(&[]);
        let params = method.params.iter().zip(roles).zip(safe).map(|((param, role), name)| {
            let com = param.head.name.clone();
            let is_local = names::STUBS.contains(&com.as_str());
            let usual = if is_local { format!("{com}_raw") } else { names::escape(&com) };
            let raw = scope.take(usual, || format!("{com}_raw"));
            let generic = matches!(role, Role::DynOut(_) | Role::DynIn(_)).then(|| generics.take_numbered("I"));
            let name = name.unwrap_or_else(|| raw.clone());
            let (ty, docs) = (self.abi_param(&param.ty), docs::param_docs(param));
            Param { name, raw, unused: None, generic, ty, role, docs, com }
        });
        let mut params: Vec<_> = params.collect();
        for param in &mut params {
            let unused = format!("_{}", param.raw.trim_start_matches("r#"));
            param.unused = scope.is_free(&unused).then_some(unused);
        }
        params
    }
}

impl Records<'_> {
    pub(crate) fn method(&self, interface: &model::Interface, method: &model::Method, names: Names) -> Method {
        let bad_pointer = interface.bad_pointer.as_ref().map_or(E_POINTER, |code| code.value);
        let mut planned = self.signature(method, names, bad_pointer);
        planned.raw.extend(self.stands_in(interface));
        if !self.is_hresult(&method.ret) {
            for param in &mut planned.params {
                if can_be_refused(&param.role) {
                    planned.meant = false;
                    let why = "a method without an HRESULT cannot say that a list is too long, or of another type, or has a null in it";
                    planned.raw.push(format!("{}: {why}", param.com));
                    param.role = Role::Raw(why.into());
                }
            }
        }
        if let Return::Value(ty, _) = &planned.ret
            && matches!(self.model.strip(&method.ret), Type::Record(_))
        {
            planned.ret = Return::Record(ty.clone());
        }
        // What stands for an expression or an assignment of Basic has one success: nobody there could see another one.
        let basic = method.facts.property.is_some() || method.params.iter().any(|p| p.facts.retval);
        if let Return::Code { warns } = &mut planned.ret {
            *warns |= method.facts.success.is_none() && !basic;
        }
        planned
    }

    /// A method or function, seen alone.
    pub(crate) fn signature(&self, method: &model::Method, names: Names, bad_pointer: i32) -> Method {
        let mut roles: Vec<Role> = (0..method.params.len()).map(|i| self.role(method, i)).collect();
        self.find_uncounted(method, &mut roles);
        self.tie(method, &mut roles);
        let leaves_out = |role: &Role| matches!(role, Role::DynOut(role::DynOut { optional_iid: true, .. }));
        let default = names.default.filter(|_| roles.iter().any(leaves_out));
        let mut docs = docs::docs(&method.head);
        if roles.iter().any(|role| matches!(role, Role::Outer)) {
            docs::section(&mut docs, &[outer::DOCS]);
        }
        let params = self.params(method, roles, names.locals);
        let raw = params.iter().filter_map(|p| match &p.role {
            Role::Raw(why) => Some(format!("{}: {why}", p.com)),
            _ => None,
        });
        let more = method.variadic.then(|| "...: Rust sees nothing of what follows".to_owned());
        let result = self.is_known(&method.ret).err().map(|why| format!("its result: {why}"));
        let answer = self.raw_answer(method);
        let meant = !raw_is_left(method, &params) && (answer.is_none() || method.facts.raw.is_some());
        Method {
            com: method.head.name.clone(),
            name: names.name,
            default,
            expect: names.expect,
            field: names.field,
            docs,
            codes: docs::code_docs(method),
            slot: method.slot,
            raw: method.facts.raw.iter().cloned().chain(raw).chain(result.or(answer)).chain(more).collect(),
            meant,
            ret: self.ret(method),
            cdecl: method.cdecl,
            placeholder: method.facts.placeholder || method.variadic,
            bad_pointer,
            nulls: self.is_hresult(&method.ret) && self.allows_null(method) && nulls::are_answers(&params, method),
            params,
        }
    }

    fn ret(&self, method: &model::Method) -> Return {
        if *self.model.strip(&method.ret) == Type::Void {
            return Return::Nothing;
        }
        if !self.is_hresult(&method.ret) {
            let abi = self.abi(&method.ret);
            let conv = self.conv(&method.ret, &model::ParamFacts::default());
            return Return::Value(abi.clone(), conv.unwrap_or(Conv::Same(abi)));
        }
        let codes = method.facts.success.as_deref().unwrap_or_default();
        Return::Code { warns: codes.iter().any(|code| code.value != 0) }
    }

    /// Why a method that returns what safe Rust cannot make is raw.
    fn raw_answer(&self, method: &model::Method) -> Option<String> {
        let returns = *self.model.strip(&method.ret) != Type::Void && !self.is_hresult(&method.ret);
        let address = || self.holds_address(&method.ret, &method.head.name).then(|| ADDRESS.to_owned());
        let why = self.conv(&method.ret, &model::ParamFacts::default()).err().or_else(address).filter(|_| returns)?;
        Some(format!("what it returns: {why}"))
    }
}

/// Whether a method is unsafe for a reason that the definition does not give.
fn raw_is_left(method: &model::Method, params: &[Param]) -> bool {
    let meant = |param: &model::Param| method.facts.raw.is_some() || param.facts.raw.is_some();
    params.iter().zip(&method.params).any(|(planned, param)| matches!(planned.role, Role::Raw(_)) && !meant(param))
}

/// Whether a safe signature does not show a parameter.
fn is_hidden(role: &Role) -> bool {
    matches!(role, Role::CountIn(_) | Role::CountOut(_) | Role::Reserved | Role::Outer)
}
