//! What a parameter is, by its type and its attributes.

use crate::model::{self, Direction, Type};
use crate::plan::context::{Records, Types};
use crate::plan::types::overlooked;
use crate::plan::words::{freed, outer, written};
use crate::plan::{Role, Ty, role};

impl Types<'_> {
    /// Whether a definition lets anybody write where the parameter's direction says that something is written.
    fn can_be_written(&self, param: &model::Param) -> Result<(), String> {
        let changed = param.facts.edited || param.facts.direction == Some(Direction::InOut);
        let written = changed || param.facts.direction == Some(Direction::Out);
        match self.abi_param(&param.ty) {
            Ty::Pointer(_, true) if written => Err("what is written is constant".into()),
            Ty::Pointer(to, _) if changed && matches!(*to, Ty::Pointer(_, true)) => {
                Err("what is changed or replaced is constant".into())
            }
            _ => Ok(()),
        }
    }

    /// Whether a method may take and give nulls in the place of interfaces where its attributes do not say it.
    pub(crate) fn allows_null(&self, method: &model::Method) -> bool {
        !self.model.files[method.head.file].interfaces_not_null
    }

    /// An interface that goes in may be null unless something says that it may not.
    fn open(&self, method: &model::Method, param: &model::Param, role: &mut Role) {
        if param.facts.nullable == Some(false) || !self.allows_null(method) {
            return;
        }
        match role {
            Role::Interface(role::Interface { optional, open, .. }) => (*optional, *open) = (true, !*optional),
            Role::DynIn(role::DynIn { optional }) => *optional = true,
            _ => {}
        }
    }

    pub(crate) fn tie_identifiers(&self, method: &model::Method, roles: &mut [Role]) {
        for at in 0..roles.len() {
            if let Role::DynIn(_) = roles[at] {
                let iid = method.params[at].facts.iid_is.map_or(at, |i| i as usize);
                if !matches!(roles[iid], Role::Iid(role::Iid { of, .. }) if of == at) {
                    roles[at] = Role::Raw("no parameter names its interface".into());
                }
            }
        }
        for at in 0..roles.len() {
            if let Role::Iid(role::Iid { of, optional }) = roles[at]
                && !matches!(roles[of], Role::DynIn(_) | Role::DynOut(_))
            {
                roles[at] = Role::Ref(role::Ref { ty: self.guid(), optional });
            }
        }
    }

    fn guid(&self) -> Ty {
        Ty::Path(crate::plan::Path { module: "::mapidl".into(), name: "GUID".into() })
    }
}

impl Records<'_> {
    /// What a parameter is, seen alone.
    pub(crate) fn role(&self, method: &model::Method, index: usize) -> Role {
        let param = &method.params[index];
        if method.facts.placeholder {
            return Role::Raw("a slot without a documented signature".into());
        }
        // Nothing is passed for a pointer; a value has its room.
        if param.facts.reserved && (self.target(&param.ty).is_ok() || self.is_known(&param.ty).is_ok()) {
            return Role::Reserved;
        }
        if let Some(why) = &param.facts.raw {
            return Role::Raw(why.clone());
        }
        let mut role = self.described(method, param).unwrap_or_else(Role::Raw);
        self.open(method, param, &mut role);
        outer::leave_out(&param.head.name, self.is_hresult(&method.ret), &mut role);
        let is_constant = matches!(self.abi_param(&param.ty), Ty::Pointer(_, true));
        freed::leave_raw(&method.head.name, is_constant, &mut role);
        let has_answer = !self.is_hresult(&method.ret)
            && *self.model.strip(&method.ret) != Type::Void
            && !matches!(self.abi(&method.ret), Ty::Path(path) if path.name == "BOOL");
        written::leave_raw(method, param, has_answer, is_constant, &mut role);
        if self.leads_to_writable(&param.ty) {
            written::leave_led_to_raw(&param.head.name, &mut role);
        }
        self.leave_kept(method, is_constant, &mut role);
        // Without a code nothing but a null can say that there is none.
        if let Role::OutInterface(role::OutInterface { nullable, .. })
        | Role::DynOut(role::DynOut { nullable, .. })
        | Role::OutBox(role::OutBox { nullable, .. })
        | Role::OutText(role::OutText { nullable, .. }) = &mut role
        {
            *nullable |= !self.is_hresult(&method.ret);
        }
        role
    }

    /// What the attributes of a parameter make of it, all of them; an error says why it stays raw.
    fn described(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        self.is_known(&param.ty)?;
        self.agrees(param)?;
        self.can_be_written(param)?;
        self.check_named_address(method, param)?;
        self.check_ends(param, false)?;
        let role = match self.automation_role(param) {
            Some(role) => role,
            None => self.pointer_or_value(method, param)?,
        };
        if !matches!(role, Role::Raw(_)) {
            overlooked::none(&param.facts, &role.attributes())?;
        }
        Ok(role)
    }

    fn pointer_or_value(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        let is_pointer = matches!(self.model.strip(&param.ty), Type::Pointer { .. } | Type::Array { .. })
            && !matches!(self.abi(&param.ty), Ty::Path(_));
        let direction = param.facts.direction.unwrap_or(Direction::Unsaid);
        let open = matches!(self.model.strip(&param.ty), Type::Array { .. });
        let counted = param.facts.string || matches!(param.facts.size_is.first(), Some(Some(_)));
        match direction {
            _ if !is_pointer => {
                self.conv(&param.ty, &param.facts).map(|conv| Role::Value(role::Value { conv, set: None }))
            }
            Direction::Unsaid => Err("a pointer without a direction".into()),
            _ if open && !counted => Err("an array that nothing counts".into()),
            Direction::In => self.role_in(method, param),
            Direction::Out => self.role_out(method, param),
            Direction::InOut => self.role_in_out(param),
        }
    }
}
