//! Whether two declarations mean the same to a compiler: names, layouts, slots and values, not documentation.

use super::unified::Unified;
use crate::layout::{Layouts, Target};
use crate::model::{Alias, Decl, Enum, FnType, Head, Id, Interface, Method, Model, Record, Type};
use crate::resolve::Resolver;
use std::collections::HashSet;

/// How deep types without a name may be nested in each other to be compared.
const MAX_DEPTH: usize = 128;

/// A comparison, under the assumption that some declarations are others.
pub(super) struct Compare<'a> {
    model: &'a Model,
    /// The records and enums without a name of their own, which are compared by what they hold.
    made_up: &'a HashSet<Decl>,
    layouts: &'a Layouts,
    unified: &'a Unified,
    depth: usize,
    nameless: Vec<(Decl, Decl)>,
}

/// Whether values come back through a pointer; `None` for what is none.
fn writable(ty: &Type) -> Option<bool> {
    match ty {
        Type::Pointer { is_const, .. } => Some(!is_const),
        _ => None,
    }
}

impl<'a> Compare<'a> {
    pub(super) fn new(resolver: &'a Resolver<'_>, unified: &'a Unified) -> Self {
        let Resolver { model, declared, layouts, .. } = resolver;
        Self { model, made_up: &declared.made_up, layouts, unified, depth: 0, nameless: Vec::new() }
    }

    /// The pairs without a name that were met and mean the same.
    pub(super) fn into_nameless(self) -> Vec<(Decl, Decl)> {
        self.nameless
    }

    /// Whether two declarations of one name mean the same.
    pub(super) fn decls(&mut self, left: Decl, right: Decl) -> bool {
        let model = self.model;
        match (left, right) {
            (Decl::Interface(left), Decl::Interface(right)) => {
                self.interfaces(left, right) || self.is_runtimes_interface(left, right)
            }
            (Decl::Record(left), Decl::Record(right)) => {
                self.records(left, right) || self.is_runtimes_record(left, right)
            }
            (Decl::Enum(left), Decl::Enum(right)) => self.enums(left, right),
            (Decl::Alias(left), Decl::Alias(right)) => {
                self.types(&model.aliases[left].ty, &model.aliases[right].ty) || self.is_runtimes_alias(left, right)
            }
            (Decl::Const(left), Decl::Const(right)) => {
                let (left, right) = (&model.consts[left], &model.consts[right]);
                left.value == right.value && self.types(&left.ty, &right.ty)
            }
            (Decl::Coclass(left), Decl::Coclass(right)) => {
                let (left, right) = (&model.coclasses[left], &model.coclasses[right]);
                let all = |class: &crate::model::Coclass| -> Vec<_> {
                    class.interfaces.iter().map(|one| self.unified.of(Decl::Interface(one.interface))).collect()
                };
                left.clsid == right.clsid && all(left) == all(right)
            }
            _ => left == right,
        }
    }

    fn interfaces(&mut self, left: Id<Interface>, right: Id<Interface>) -> bool {
        let (left, right) = (&self.model.interfaces[left], &self.model.interfaces[right]);
        let base = |one: &Interface| one.base.map(|base| self.unified.of(Decl::Interface(base)));
        left.kind == right.kind
            && left.iid == right.iid
            && base(left) == base(right)
            && left.methods.len() == right.methods.len()
            && left.methods.iter().zip(&right.methods).all(|(left, right)| self.methods(left, right))
    }

    /// Whether one is the runtime's and the other one that by its identifier and slots, however it spells the types.
    fn is_runtimes_interface(&self, left: Id<Interface>, right: Id<Interface>) -> bool {
        let (left, right) = (&self.model.interfaces[left], &self.model.interfaces[right]);
        let names = |one: &'a Interface| one.methods.iter().map(|method| &method.head.name);
        self.is_runtimes(&left.head, &right.head) && left.iid == right.iid && names(left).eq(names(right))
    }

    /// Whether one is the runtime's and the other one that by its name and size, whatever its members are called.
    fn is_runtimes_record(&self, left: Id<Record>, right: Id<Record>) -> bool {
        let (one, other) = (&self.model.records[left], &self.model.records[right]);
        self.is_runtimes(&one.head, &other.head)
            && one.head.name == other.head.name
            && Target::ALL
                .iter()
                .all(|target| self.layouts.record(left, *target).room() == self.layouts.record(right, *target).room())
    }

    /// Whether one is the runtime's and the other one that by its name and size: `WCHAR` may be any 16 bits.
    fn is_runtimes_alias(&self, left: Id<Alias>, right: Id<Alias>) -> bool {
        let (one, other) = (&self.model.aliases[left], &self.model.aliases[right]);
        let room = |alias: &Alias, target| self.layouts.size_of(self.model, &alias.ty, target);
        self.is_runtimes(&one.head, &other.head)
            && one.head.name == other.head.name
            && writable(&one.ty) == writable(&other.ty)
            && self.kind(&one.ty) == self.kind(&other.ty)
            && Target::ALL.iter().all(|target| room(one, *target) == room(other, *target))
    }

    /// What a type is, whatever its name: a `DATE` that is a whole number is no date.
    fn kind(&self, ty: &Type) -> u8 {
        match self.model.strip(ty) {
            Type::F32 | Type::F64 => 0,
            Type::Pointer { .. } | Type::Handle => 1,
            Type::Record(_) | Type::Array { .. } => 2,
            _ => 3,
        }
    }

    /// Whether just one of two declarations is in the runtime crate.
    fn is_runtimes(&self, left: &Head, right: &Head) -> bool {
        self.model.files[left.file].in_runtime() != self.model.files[right.file].in_runtime()
    }

    fn methods(&mut self, left: &Method, right: &Method) -> bool {
        left.head.name == right.head.name
            && left.cdecl == right.cdecl
            && left.variadic == right.variadic
            && left.params.len() == right.params.len()
            && self.types(&left.ret, &right.ret)
            && left.params.iter().zip(&right.params).all(|(left, right)| self.types(&left.ty, &right.ty))
    }

    fn records(&mut self, left: Id<Record>, right: Id<Record>) -> bool {
        let (one, other) = (&self.model.records[left], &self.model.records[right]);
        let named = one.head.name == other.head.name || self.both_made_up(Decl::Record(left), Decl::Record(right));
        named
            && (one.union, one.pack, one.declared_only) == (other.union, other.pack, other.declared_only)
            && one.fields.len() == other.fields.len()
            && one.fields.iter().zip(&other.fields).all(|(left, right)| {
                left.param.head.name == right.param.head.name
                    && left.anonymous == right.anonymous
                    && left.bits == right.bits
                    && self.types(&left.param.ty, &right.param.ty)
            })
    }

    fn enums(&self, left: Id<Enum>, right: Id<Enum>) -> bool {
        let (one, other) = (&self.model.enums[left], &self.model.enums[right]);
        let named = one.head.name == other.head.name || self.both_made_up(Decl::Enum(left), Decl::Enum(right));
        let values = |one: &'a Enum| one.values.iter().map(|value| (&value.name, value.value));
        named && values(one).eq(values(other))
    }

    fn both_made_up(&self, left: Decl, right: Decl) -> bool {
        self.made_up.contains(&left) && self.made_up.contains(&right)
    }

    /// Whether two types are one, whatever typedefs they are spelled with.
    fn types(&mut self, left: &Type, right: &Type) -> bool {
        let (mut left, mut right) = (left, right);
        loop {
            (left, right) = (self.model.strip(left), self.model.strip(right));
            match (left, right) {
                (Type::Pointer { to, is_const }, Type::Pointer { to: other, is_const: other_const })
                    if is_const == other_const =>
                {
                    (left, right) = (to, other);
                }
                (
                    Type::Array { of, is_const, len },
                    Type::Array { of: other, is_const: other_const, len: other_len },
                ) if (len, is_const) == (other_len, other_const) => (left, right) = (of, other),
                (Type::SafeArray(of), Type::SafeArray(other)) => (left, right) = (of, other),
                _ => return self.leaves(left, right),
            }
        }
    }

    fn leaves(&mut self, left: &Type, right: &Type) -> bool {
        match (left, right) {
            // `int` and `long` are the same to the binary interface.
            (Type::Int { bits, signed, .. }, Type::Int { bits: other_bits, signed: other_signed, .. }) => {
                (bits, signed) == (other_bits, other_signed)
            }
            (Type::Record(left), Type::Record(right)) => self.mentioned(Decl::Record(*left), Decl::Record(*right)),
            (Type::Enum(left), Type::Enum(right)) => self.mentioned(Decl::Enum(*left), Decl::Enum(*right)),
            (Type::Interface(left), Type::Interface(right)) => {
                self.unified.of(Decl::Interface(*left)) == self.unified.of(Decl::Interface(*right))
            }
            (Type::Function(left), Type::Function(right)) => self.nested(|this| this.functions(left, right)),
            _ => left == right,
        }
    }

    /// Whether two records or enums that types mention are one.
    fn mentioned(&mut self, left: Decl, right: Decl) -> bool {
        if self.unified.of(left) == self.unified.of(right) {
            return true;
        }
        let same = self.both_made_up(left, right) && self.nested(|this| this.decls(left, right));
        if same {
            self.nameless.push((left, right));
        }
        same
    }

    fn functions(&mut self, left: &FnType, right: &FnType) -> bool {
        (left.cdecl, left.variadic) == (right.cdecl, right.variadic)
            && left.params.len() == right.params.len()
            && self.types(&left.ret, &right.ret)
            && left.params.iter().zip(&right.params).all(|((_, left), (_, right))| self.types(left, right))
    }

    /// Compares something inside; what is too deep counts as different.
    fn nested(&mut self, compare: impl FnOnce(&mut Self) -> bool) -> bool {
        if self.depth == MAX_DEPTH {
            return false;
        }
        self.depth += 1;
        let same = compare(self);
        self.depth -= 1;
        same
    }
}
