//! Unions that a discriminant switches.

use crate::model::{Decl, Field, Id, Record, Type};
use crate::names::{self, Made, Scope};
use crate::plan::context::Records;
use crate::plan::records::views::accessors;
use crate::plan::{Arm, FieldRole, Switch, Ty};
use std::collections::HashSet;

impl Records<'_> {
    pub(crate) fn switch(&self, id: Id<Record>, field: &Field, scope: &mut Scope) -> Result<Switch, String> {
        let record = &self.model.records[id];
        let switch = field.param.facts.switch_is.as_ref().ok_or("no switch_is")?;
        let Type::Record(union_id) = self.model.strip(&field.param.ty) else {
            return Err("switch_is on no union".into());
        };
        let union = &self.model.records[*union_id];
        let by = &record.fields[switch.by as usize].param;
        let com = &field.param.head.name;
        let (accessor, setter) = accessors(com, scope);
        let usual = union.view.clone().unwrap_or_else(|| match &record.view {
            Some(view) => format!("{view}Data"),
            None => names::made(Made::Switch, &record.head.name)[0].clone(),
        });
        Ok(Switch {
            name: self.names.made(Decl::Record(id), Made::Switch, usual),
            docs: union.head.docs.clone(),
            accessor,
            setter,
            field: com.clone(),
            by: by.head.name.clone(),
            by_ty: self.abi(&by.ty),
            by_enum: matches!(self.abi(&by.ty), Ty::Path(_)),
            mask: self.counting_bits(by, switch.mask)?,
            arms: self.arms(union, &by.ty, switch.mask)?,
            undescribed: self.undescribed(union, &by.ty, switch.mask),
            refs: self.ref_arms(union, &by.ty, switch.mask)?,
            others_are_empty: union.fields.iter().any(|f| f.default && *self.model.strip(&f.param.ty) == Type::Void),
        })
    }

    /// The labels of arms that nothing describes.
    fn undescribed(&self, union: &Record, by: &Type, mask: u64) -> Vec<i64> {
        let fields = union.fields.iter().filter(|field| self.arm_role(union, field).is_err());
        let labels = fields.flat_map(|field| &field.cases);
        labels.filter_map(|label| self.discriminant(by, mask, *label)).collect()
    }

    /// One arm per label. An arm that nothing describes is left out: such a value is shown as unknown. So is one whose
    /// label the discriminant cannot be.
    fn arms(&self, union: &Record, by: &Type, mask: u64) -> Result<Vec<Arm>, String> {
        let labels: Vec<&str> = union.fields.iter().flat_map(|f| f.case_names.iter().map(String::as_str)).collect();
        let prefix = names::common_prefix(&labels);
        let mut scope = Scope::with(&["Unknown"]);
        let (mut arms, mut known) = (Vec::new(), HashSet::new());
        for field in &union.fields {
            let Ok(role) = self.arm_role(union, field) else { continue };
            for (value, label) in field.cases.iter().zip(&field.case_names) {
                // Of two labels that are one number there, the first counts.
                let value = self.discriminant(by, mask, *value);
                let Some(value) = value.filter(|value| known.insert(*value)) else { continue };
                let short = names::variant(label.get(prefix..).unwrap_or(label));
                arms.push(Arm {
                    variant: scope.take(short, || names::variant(label)),
                    docs: field.param.head.docs.clone(),
                    value,
                    member: field.param.head.name.clone(),
                    role: role.clone(),
                });
            }
        }
        if arms.is_empty() { Err("a switched union without a described arm".into()) } else { Ok(arms) }
    }

    pub(crate) fn arm_role(&self, union: &Record, field: &Field) -> Result<FieldRole, String> {
        if field.param.facts.reserved {
            return Err("nobody reads it".into());
        }
        match self.model.strip(&field.param.ty) {
            Type::Void => Ok(FieldRole::Empty),
            _ => self.field_role(union, &field.param),
        }
    }
}
