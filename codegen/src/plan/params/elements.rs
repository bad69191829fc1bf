//! How wide strings are, and what the elements of counted memory are.

use crate::model::{self, Count, Type};
use crate::plan::context::{Records, Types};
use crate::plan::{Elem, UnicodeGate, Width};

impl Types<'_> {
    pub(crate) fn width(&self, method: &model::Method, param: &model::Param, unit: &Type) -> Result<Width, String> {
        let wide = self.text(unit)?;
        Ok(match (self.gate(method, param)?, wide) {
            (Some(gate), _) => Width::Flag(gate),
            (None, true) => Width::Wide,
            (None, false) => Width::Narrow,
        })
    }

    /// The flag that says how wide the strings of a parameter are.
    pub(crate) fn gate(&self, method: &model::Method, param: &model::Param) -> Result<Option<UnicodeGate>, String> {
        let Some(unicode) = &param.facts.unicode else { return Ok(None) };
        let at = unicode.param as usize;
        let flag = self.bits_of(&method.params[at], u64::from(unicode.flag.value.cast_unsigned()))?;
        Ok(Some(UnicodeGate { param: at, flag }))
    }
}

impl Records<'_> {
    /// The elements of memory that a parameter counts; memory without a type is counted in bytes.
    pub(crate) fn counted_elem(&self, param: &model::Param, to: &Type, count: &Count) -> Result<Elem, String> {
        self.counts_elements(to, count)?;
        if count.bytes || *self.model.strip(to) == Type::Void { self.bytes(to) } else { self.elem(to, param) }
    }
}
