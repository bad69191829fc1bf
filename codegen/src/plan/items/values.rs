//! Constants and enumerations: values of the Rust types that theirs become.

use crate::model::{self, Decl, Id, Type, Value};
use crate::names::{self, Scope};
use crate::plan::context::Types;
use crate::plan::docs::docs;
use crate::plan::{Const, Enum, Literal, Ty};

/// What every enumeration has beside its values.
const ENUM_MEMBERS: &[&str] =
    &["NAMES", "NONE", "name", "from_name", "contains", "intersects", "is_empty", "union", "without"];

impl Types<'_> {
    /// A constant; `None` where Rust has none of its type, as of pointers, or of its value.
    pub(crate) fn constant(&self, id: Id<model::Const>) -> Option<Const> {
        let constant = &self.model.consts[id];
        let ty = self.abi(&constant.ty);
        let value = match &constant.value {
            Value::Int(value) => self.integer(*value, &constant.ty, &ty)?,
            Value::Float(value) => wrapped(Literal::Float(*value), &ty)?,
            // Strings of Rust's that C can read end at their first NUL.
            Value::Str { value, .. } if value.contains('\0') => return None,
            Value::Str { value, wide: true } => Literal::Wide(value.clone()),
            Value::Str { value, wide: false } => Literal::Narrow(value.clone()),
            Value::Guid(guid) => Literal::Guid(guid.0),
        };
        Some(Const { name: self.name(Decl::Const(id)), docs: docs(&constant.head), ty, value })
    }

    /// An integer as a value of its type, which C lets be any with as many bits.
    fn integer(&self, value: i128, idl: &Type, ty: &Ty) -> Option<Literal> {
        let low = value as i32;
        match (self.model.strip(idl), ty) {
            (Type::Pointer { .. } | Type::Handle, _) => None,
            _ if self.is_hresult(idl) => Some(Literal::Code(low)),
            (Type::Enum(id), _) => {
                let signed = self.enum_repr(*id) == "i32";
                wrapped(Literal::Int(if signed { low.into() } else { low.cast_unsigned().into() }), ty)
            }
            // A literal must fit into the type with pointers of 32 bits too.
            (Type::IntPtr { signed }, _) => {
                let fits = if *signed { i32::try_from(value).is_ok() } else { u32::try_from(value).is_ok() };
                Some(if fits { Literal::Int(value) } else { Literal::Pattern(value as u64) })
            }
            _ => wrapped(Literal::Int(value), ty),
        }
    }

    pub(crate) fn enumeration(&self, id: Id<model::Enum>) -> Enum {
        let e = &self.model.enums[id];
        let (name, repr) = (self.name(Decl::Enum(id)), self.enum_repr(id));
        let mut scope = Scope::with(ENUM_MEMBERS);
        let values = (0_u32..).zip(&e.values).map(|(at, value)| {
            let own = match name.as_str() {
                "" => self.names.item(Decl::Enumerator(id, at), &value.name),
                _ => scope.take(names::escape(&value.name), || format!("{}_", value.name)),
            };
            // An enumerator is an int, whichever sign its number was written with.
            let number = if repr == "i32" { i64::from(value.value as i32) } else { value.value };
            (own, number, value.docs.clone())
        });
        let values = values.collect();
        Enum { name, docs: docs(&e.head), flags: e.flags, repr, values }
    }
}

/// A number as a value of a primitive type, or of a type of the runtime crate or an enumeration that holds one.
fn wrapped(number: Literal, ty: &Ty) -> Option<Literal> {
    match ty {
        Ty::Prim(_) => Some(number),
        Ty::Path(_) => Some(Literal::Wrapped(Box::new(number))),
        _ => None,
    }
}
