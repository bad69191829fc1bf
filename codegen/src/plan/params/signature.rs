//! What each parameter is to a safe signature.

use crate::model::{self, Count, CountTarget, Decl, Direction, Id, Type};
use crate::names;
use crate::plan::context::Face;
use crate::plan::context::{Records, Types};
use crate::plan::docs;
use crate::plan::params::in_place::can_be_refused;
use crate::plan::params::nulls;
use crate::plan::records::duty::{constant, whole};
use crate::plan::types::overlooked;
use crate::plan::types::ty::ADDRESS;
use crate::plan::words::freed;
use crate::plan::words::outer;
use crate::plan::words::written;
use crate::plan::{CountBy, Elem, Heap, Holds, Method, OutCount, Param, Return, Role, Ty, UnicodeGate, Width, role};

pub(crate) const E_POINTER: i32 = 0x8000_4003_u32.cast_signed();

/// Names that generated bodies use beside parameters: their variables and generics, and what they match with.
const LOCAL_NAMES: &[&str] =
    &["this", "code", "answer", "aggregate", "self", "None", "Some", "Ok", "Err", "drop", "__T", "__OFFSET"];

/// Variables of stubs that stand beside raw values.
const STUB_LOCALS: &[&str] = &["start", "len", "value"];

/// The names of a method.
pub(crate) struct Names {
    /// The safe method.
    pub(crate) name: String,
    /// Its twin for callers that leaves the interface to the callee; used where there can be one.
    pub(crate) default: Option<String>,
    /// Its field in the vtable.
    pub(crate) field: String,
    /// The names that its own bodies use beside those of all others.
    pub(crate) locals: &'static [&'static str],
}

impl Types<'_> {
    /// The parameters: the safe names in the order of the text, then those of raw values, which nobody sees.
    fn params(&self, method: &model::Method, roles: Vec<Role>, locals: &[&str]) -> Vec<Param> {
        let mut scope = self.scope(&[LOCAL_NAMES, locals].concat());
        let safe = |(param, role): (&model::Param, &Role)| {
            let com = &param.head.name;
            (!is_hidden(role)).then(|| scope.take(names::parameter(com), || names::full(com)))
        };
        let safe: Vec<_> = method.params.iter().zip(&roles).map(safe).collect();
        let mut generics = self.scope(&[]);
        let params = method.params.iter().zip(roles).zip(safe).map(|((param, role), name)| {
            let com = param.head.name.clone();
            let is_local = STUB_LOCALS.contains(&com.as_str());
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
    fn allows_null(&self, method: &model::Method) -> bool {
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

    /// What a pointer or array parameter points to.
    pub(crate) fn target<'t>(&'t self, ty: &'t Type) -> Result<&'t Type, String> {
        match self.model.strip(ty) {
            Type::Pointer { to, .. } => Ok(to),
            Type::Array { of, .. } => Ok(of),
            _ => Err("no pointer".into()),
        }
    }

    fn width(&self, method: &model::Method, param: &model::Param, unit: &Type) -> Result<Width, String> {
        let wide = self.text(unit)?;
        Ok(match (self.gate(method, param)?, wide) {
            (Some(gate), _) => Width::Flag(gate),
            (None, true) => Width::Wide,
            (None, false) => Width::Narrow,
        })
    }

    /// The flag that says how wide the strings of a parameter are.
    fn gate(&self, method: &model::Method, param: &model::Param) -> Result<Option<UnicodeGate>, String> {
        let Some(unicode) = &param.facts.unicode else { return Ok(None) };
        let at = unicode.param as usize;
        let flag = self.bits_of(&method.params[at], u64::from(unicode.flag.value.cast_unsigned()))?;
        Ok(Some(UnicodeGate { param: at, flag }))
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
            return Return::Value(abi.clone(), conv.unwrap_or(crate::plan::Conv::Same(abi)));
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

    /// What a parameter is, seen alone.
    fn role(&self, method: &model::Method, index: usize) -> Role {
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
            overlooked::none(&param.facts, &overlooked::of_role(&role))?;
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

    fn role_in(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        let facts = &param.facts;
        let optional = facts.optional || facts.nullable == Some(true);
        let to = self.target(&param.ty)?;
        whole(facts, 0)?;
        if facts.iid_is.is_some() {
            return match self.model.strip(to) {
                Type::Interface(_) | Type::Void if facts.size_is.is_empty() => {
                    Ok(Role::DynIn(role::DynIn { optional }))
                }
                _ => Err("an identifier says what interface it is, and it is no interface".into()),
            };
        }
        if let Some(Some(count)) = facts.size_is.first() {
            return self.slice(param, to, count, optional);
        }
        if facts.string {
            return self.width(method, param, to).map(|width| Role::Text(role::Text { width, optional }));
        }
        if facts.name_or_id && self.is_name(to) {
            return Ok(Role::Name(role::Name { optional }));
        }
        if let Some(of) = facts.names_iid_of
            && self.is_guid(to)
        {
            return Ok(Role::Iid(role::Iid { of: of as usize, optional }));
        }
        match self.model.strip(to) {
            Type::Interface(id) if !self.is_counted(*id) => Err("an interface without IUnknown".into()),
            Type::Interface(id) => Ok(Role::Interface(role::Interface {
                interface: self.path(Decl::Interface(*id)),
                optional,
                open: false,
            })),
            Type::Record(id) if !self.is_plain(*id) => self.record_in(*id, optional, facts.edited),
            Type::Void => Err("memory of no known type".into()),
            Type::Pointer { .. } if !matches!(self.abi(to), Ty::Path(_)) => Err("a pointer to a pointer".into()),
            _ if let Err(why) = self.is_one(facts, to) => Err(why),
            _ => match self.elem(to, param)? {
                Elem::Plain(ty) => Ok(Role::Ref(role::Ref { ty, optional })),
                _ => Err("a pointer that nothing describes".into()),
            },
        }
    }

    pub(crate) fn record_in(&self, id: Id<model::Record>, optional: bool, edited: bool) -> Result<Role, String> {
        let record = self.path(Decl::Record(id));
        let view = self.view_path(id);
        match self.face(id) {
            Face::List => match self.build_view(id)? {
                crate::plan::View::List(list) => {
                    Ok(Role::List(role::List { record, elem: list.elem, optional, edited }))
                }
                _ => Err("no list".into()),
            },
            _ if edited => Err("no list, although it is edited".into()),
            Face::Tail | Face::Fixed => {
                let (tail, can_miscount) = (self.face(id) == Face::Tail, self.can_miscount(id));
                let refs = self.has_refs(id);
                Ok(Role::Record(role::Record { record, view, tail, optional, can_miscount, refs }))
            }
            _ => Err(format!("{} has no safe view", self.model.records[id].head.name)),
        }
    }

    fn slice(&self, param: &model::Param, to: &Type, count: &Count, optional: bool) -> Result<Role, String> {
        let by = match count.by {
            CountTarget::Index(i) => CountBy::Param(i as usize),
            CountTarget::Const(n) => CountBy::Const(constant(n)?),
            // Whether it is the count of that list is seen when parameters are tied.
            CountTarget::Member { of, .. } => CountBy::List(of as usize),
            CountTarget::Deref(_) | CountTarget::Expr => return Err(format!("counted by {}", count.text)),
        };
        let elem = match self.counted_elem(param, to, count)? {
            // The wrapper makes these pointers, and follows them.
            Elem::NotNull(of) if matches!(*of, Elem::Pointer(_)) => *of,
            elem => elem,
        };
        let text = self.is_string(param) && !count.bytes && self.text(to).is_ok();
        Ok(Role::Slice(role::Slice { elem, count: by, optional, text }))
    }

    /// The elements of memory that a parameter counts; memory without a type is counted in bytes.
    pub(crate) fn counted_elem(&self, param: &model::Param, to: &Type, count: &Count) -> Result<Elem, String> {
        self.counts_elements(to, count)?;
        if count.bytes || *self.model.strip(to) == Type::Void { self.bytes(to) } else { self.elem(to, param) }
    }

    fn role_out(&self, method: &model::Method, param: &model::Param) -> Result<Role, String> {
        let facts = &param.facts;
        let to = self.target(&param.ty)?;
        let (optional, nullable) = (facts.optional || facts.nullable == Some(true), facts.may_be_null);
        if let Some(Some(count)) = facts.size_is.first() {
            return self.buffer(param, to, count, Holds::Nothing, optional);
        }
        // Of an interface it is the inner pointer that matters to who says so.
        let no_object = nullable || facts.nullable == Some(true);
        let inner = self.model.strip(to);
        if !matches!(inner, Type::Pointer { .. }) || matches!(self.abi(to), Ty::Path(_)) {
            self.is_one(facts, to)?;
            return self.conv(to, facts).map(|conv| Role::OutValue(role::OutValue { conv, optional }));
        }
        whole(facts, 1)?;
        if facts.no_addref {
            return Err("it comes without a reference of its own, and nothing says how long it stays".into());
        }
        if let Some(iid) = facts.iid_is {
            if !matches!(self.model.strip(self.target(inner)?), Type::Interface(_) | Type::Void) {
                return Err("an identifier says what interface it is, and it is no interface".into());
            }
            return Ok(Role::DynOut(role::DynOut { iid: iid as usize, optional_iid: false, nullable: no_object }));
        }
        if let Some(id) = self.interface_behind(to) {
            let interface = self.path(Decl::Interface(id));
            return Ok(Role::OutInterface(role::OutInterface { interface, nullable: no_object, optional }));
        }
        self.role_out_memory(method, param, self.target(inner)?, (optional, nullable))
    }

    /// Memory that comes out: who frees it must be known.
    fn role_out_memory(
        &self,
        method: &model::Method,
        param: &model::Param,
        to: &Type,
        (optional, nullable): (bool, bool),
    ) -> Result<Role, String> {
        let facts = &param.facts;
        let heap = match (facts.mapi_alloc, facts.task_alloc) {
            (true, _) => Heap::Mapi,
            (false, true) => Heap::Task,
            (false, false) => return Err("who frees it is not said".into()),
        };
        let unicode = self.gate(method, param)?;
        if let Some(Some(count)) = facts.size_is.get(1) {
            let by = match count.by {
                CountTarget::Deref(by) => OutCount::Param(by as usize),
                CountTarget::Member { of, .. } => OutCount::List(of as usize),
                _ => return Err(format!("counted by {}", count.text)),
            };
            self.counts_elements(to, count)?;
            let elem = self.out_elem(param, to, count.bytes)?;
            if heap == Heap::Task && !matches!(elem, Elem::Plain(_)) {
                return Err("an array of what has blocks of its own".into());
            }
            let unicode = unicode.filter(|_| elem.is_text());
            return Ok(Role::OutVec(role::OutVec { elem, count: by, optional, unicode, heap }));
        }
        if facts.string {
            return match (self.width(method, param, to)?, heap) {
                (Width::Narrow, Heap::Mapi) => Err("an 8-bit string in MAPI's memory".into()),
                (Width::Flag(_), Heap::Task) => {
                    Err("a flag decides the width of a string that is no MAPI block".into())
                }
                (width, heap) => Ok(Role::OutText(role::OutText { width, heap, nullable, optional })),
            };
        }
        if heap == Heap::Task {
            return Err("a record that is no MAPI block".into());
        }
        let record = self.boxed(param, to)?;
        let can_miscount = matches!(self.model.strip(to), Type::Record(id) if self.can_miscount(*id));
        if facts.one_block {
            self.check_one_block(to)?;
            if matches!(self.model.strip(to), Type::Record(id) if matches!(self.face(*id), Face::List | Face::Tail)) {
                return Err("a list in one block with what it points to".into());
            }
        }
        let (one_block, refs) = (facts.one_block, self.leads_to_refs(to));
        Ok(Role::OutBox(role::OutBox { record, nullable, optional, unicode, one_block, can_miscount, refs }))
    }

    /// The elements of an array that comes out. Strings whose width a flag decides are asked for as wide ones.
    fn out_elem(&self, param: &model::Param, to: &Type, bytes: bool) -> Result<Elem, String> {
        if bytes {
            return self.bytes(to);
        }
        let elem = self.elem(to, param)?;
        Ok(if param.facts.unicode.is_some() { elem.widened() } else { elem })
    }

    /// The type whose pointer an owned box can be made of.
    fn boxed(&self, param: &model::Param, to: &Type) -> Result<Ty, String> {
        match self.model.strip(to) {
            Type::Record(id) if self.face(*id) != Face::Raw || self.is_plain(*id) => Ok(self.abi(to)),
            Type::Record(id) => Err(format!("{} has no safe view", self.model.records[*id].head.name)),
            Type::Void => Err("memory of no known type".into()),
            _ => match self.elem(to, param)? {
                Elem::Plain(ty) => Ok(ty),
                _ => Err("a pointer to a pointer".into()),
            },
        }
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
