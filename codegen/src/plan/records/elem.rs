//! What the elements of arrays are.

use crate::model::{Decl, Param, Type};
use crate::plan::context::Face;
use crate::plan::context::{Records, Types};
use crate::plan::words::outer;
use crate::plan::{Conv, Elem, Ty};

impl Types<'_> {
    pub(crate) fn alias_is_string(&self, ty: &Type) -> bool {
        let mut ty = ty;
        while let Type::Alias(id) = ty {
            let alias = &self.model.aliases[*id];
            if alias.facts.string {
                return true;
            }
            ty = &alias.ty;
        }
        false
    }
}

impl Records<'_> {
    /// What the elements of an array are.
    pub(crate) fn elem(&self, ty: &Type, param: &Param) -> Result<Elem, String> {
        let elem = self.nullable_elem(ty, param)?;
        let is_pointer = matches!(elem, Elem::Text { .. } | Elem::Pointer(_) | Elem::Interface(_) | Elem::Name);
        Ok(if is_pointer && self.is_ref_inside(ty, param) { Elem::NotNull(Box::new(elem)) } else { elem })
    }

    fn nullable_elem(&self, ty: &Type, param: &Param) -> Result<Elem, String> {
        match self.model.strip(ty) {
            Type::Record(id) if self.is_plain(*id) => Ok(Elem::Plain(self.abi(ty))),
            Type::Record(id) if self.face(*id) == Face::Fixed => {
                let (record, view, refs) = (self.path(Decl::Record(*id)), self.view_path(*id), self.has_refs(*id));
                Ok(Elem::Viewed { record, view, refs })
            }
            Type::Record(id) => Err(format!("{} has no safe view", self.model.records[*id].head.name)),
            Type::Pointer { to, .. } if param.facts.name_or_id && self.is_name(to) => Ok(Elem::Name),
            Type::Pointer { .. } if let Some(id) = self.interface_behind(ty) => {
                outer::check(&param.head.name)?;
                Ok(Elem::Interface(self.path(Decl::Interface(id))))
            }
            Type::Pointer { to, .. } if !matches!(self.abi(ty), Ty::Path(_)) => {
                if param.facts.string || self.alias_is_string(ty) {
                    return self.text(to).map(|wide| Elem::Text { wide });
                }
                match self.elem(to, param)? {
                    elem @ (Elem::Viewed { .. } | Elem::Plain(Ty::Path(_))) => Ok(Elem::Pointer(Box::new(elem))),
                    _ => Err("pointers to pointers".into()),
                }
            }
            Type::Boolean => Ok(Elem::Plain(Ty::Prim("u8"))),
            _ => Ok(Elem::Plain(match self.conv(ty, &param.facts)? {
                Conv::Enum { path, .. } => Ty::Path(path),
                _ => self.abi(ty),
            })),
        }
    }
}
