//! What fields say of others: how many elements those have, how wide their characters are, which member of a union is
//! valid. The setter of a field must not change what another one is taken for, so few fields can have two such duties.

use crate::model::{Count, CountTarget, Id, Param, ParamFacts, Record, Type};
use crate::plan::context::{Records, Types};
use crate::plan::{Bound, FieldRole, Switch, Ty, ViewField, field};

/// What one field says of another one.
struct Duty<'r> {
    /// The index of the field that says it.
    by: usize,
    /// The bits of that field which say it.
    bits: u64,
    kind: Kind,
    /// The field of which it is said.
    of: &'r str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Counts,
    Bounds,
    Widens,
    Switches,
}

impl Duty<'_> {
    fn text(&self) -> String {
        match self.kind {
            Kind::Counts => format!("counts {}", self.of),
            Kind::Bounds => format!("is at most {}", self.of),
            Kind::Widens => format!("says how wide {} is", self.of),
            Kind::Switches => format!("says what {} is", self.of),
        }
    }

    /// Whether what sets the one changes what is said of the other. One flag may decide many strings, and a count be at
    /// most another one, if they are set together.
    fn disturbs(&self, other: &Duty<'_>) -> bool {
        let together = matches!((self.kind, other.kind), (Kind::Counts, Kind::Bounds) | (Kind::Bounds, Kind::Counts));
        let same = together || self.kind == other.kind && (self.kind == Kind::Widens || self.of == other.of);
        self.by == other.by && self.bits & other.bits != 0 && !same
    }
}

impl Types<'_> {
    /// What the fields of a record say of each other.
    fn duties<'r>(&self, record: &'r Record) -> Vec<Duty<'r>> {
        let mut duties = Vec::new();
        for (at, param) in (0..).zip(record.fields.iter().map(|field| &field.param)) {
            let mut add = |by: u32, bits, kind, of| duties.push(Duty { by: by as usize, bits, kind, of });
            let of = param.head.name.as_str();
            for count in param.facts.size_is.iter().chain(&param.facts.length_is).flatten() {
                if let CountTarget::Index(by) = count.by {
                    add(by, u64::MAX, Kind::Counts, of);
                }
            }
            if let Some(whole) = param.facts.at_most {
                add(at, u64::MAX, Kind::Bounds, record.fields[whole as usize].param.head.name.as_str());
            }
            if let Some(unicode) = &param.facts.unicode {
                add(unicode.param, u64::from(unicode.flag.value.cast_unsigned()), Kind::Widens, of);
            }
            if let Some(switch) = &param.facts.switch_is {
                add(switch.by, switch.mask, Kind::Switches, of);
            }
        }
        duties
    }

    /// A field with two duties leaves the record raw, and so does one that has a duty and that nobody reads.
    pub(crate) fn check_duties(&self, record: &Record) -> Result<(), String> {
        let duties = self.duties(record);
        for (at, duty) in duties.iter().enumerate() {
            let field = &record.fields[duty.by].param;
            if field.facts.reserved {
                return Err(format!("{} {}, and is reserved", field.head.name, duty.text()));
            }
            if let Some(other) = duties[..at].iter().find(|other| other.disturbs(duty)) {
                return Err(format!("{} {} and {}", field.head.name, other.text(), duty.text()));
            }
            if matches!(duty.kind, Kind::Widens | Kind::Switches) && self.number(&field.ty).is_none() {
                return Err(format!("{} {}, and is no number", field.head.name, duty.text()));
            }
        }
        Ok(())
    }

    /// Bits of a field or parameter, as a number of its type: where that has a sign, numbers with its bit are negative.
    pub(crate) fn bits_of(&self, param: &Param, bits: u64) -> Result<i128, String> {
        let (Ty::Prim(_), Some((width, signed))) = (self.abi(&param.ty), self.number(&param.ty)) else {
            return Err(format!("{} is no plain number, of which bits could be read", param.head.name));
        };
        match read(bits, width, signed) {
            0 => Err(format!("{} has no bit {bits:#x}", param.head.name)),
            held => Ok(held),
        }
    }

    /// The bits of a discriminant that count; `None` where all do.
    pub(crate) fn counting_bits(&self, by: &Param, mask: u64) -> Result<Option<i128>, String> {
        if self.full_mask(&by.ty, mask) { Ok(None) } else { self.bits_of(by, mask).map(Some) }
    }

    /// Whether nothing but the discriminant is in its field.
    pub(crate) fn full_mask(&self, by: &Type, mask: u64) -> bool {
        let all = u64::MAX >> (64 - self.number(by).map_or(32, |(width, _)| width));
        mask & all == all
    }

    /// How many bits a number has, and whether it has a sign.
    fn number(&self, ty: &Type) -> Option<(u32, bool)> {
        Some(match self.model.strip(ty) {
            Type::Int { bits, signed, .. } => (u32::from(*bits), *signed),
            Type::Byte | Type::Boolean => (8, false),
            Type::Char { signed } => (8, *signed),
            Type::WChar => (16, false),
            Type::Enum(id) => (32, self.enum_repr(*id) == "i32"),
            Type::ErrorStatus => (32, false),
            _ => return None,
        })
    }

    /// A label as the discriminant has it; `None` where that cannot be: what its field or the mask would cut off would be
    /// read as another one. As in C, where numbers of 32 bits and more are compared without regard to the sign that they
    /// are written with.
    pub(crate) fn discriminant(&self, by: &Type, mask: u64, label: i64) -> Option<i64> {
        let (width, signed) = self.number(by)?;
        let held = read(label.cast_unsigned() & mask, width, signed) as i64;
        let is_either = width == 32 && (u32::try_from(label).is_ok() || i32::try_from(label).is_ok());
        let same = if is_either { held as u32 == label as u32 } else { held == label };
        same.then_some(held)
    }
}

impl Records<'_> {
    /// The numbers of a record that say how much of an array they are about, each with the one that it must not exceed.
    pub(crate) fn bounds(
        &self,
        record: &Record,
        fields: &[ViewField],
        items: Option<&str>,
    ) -> Result<Vec<Bound>, String> {
        let number = |at: usize| {
            let param = &record.fields[at].param;
            let ty = self.counter(&param.ty, &param.facts);
            ty.map(|_| param.head.name.clone()).ok_or_else(|| format!("{} is no plain number", param.head.name))
        };
        let shown = |com: &str| match fields.iter().find(|field| field.numbers().any(|number| number == com)) {
            Some(ViewField { name, role: FieldRole::Value(_), .. }) => format!("`{name}`"),
            Some(ViewField { name, .. }) => format!("the length of `{name}`"),
            None => format!("the length of `{}`", items.unwrap_or(com)),
        };
        let bound = |(at, whole): (usize, u32)| {
            let (part, whole) = (number(at)?, number(whole as usize)?);
            Ok(Bound { rule: format!("{} is at most {}", shown(&part), shown(&whole)), part, whole })
        };
        let all = record.fields.iter().map(|field| field.param.facts.at_most).enumerate();
        all.filter_map(|(at, whole)| Some((at, whole?))).map(bound).collect()
    }

    /// Whether numbers of a record, or of one that stands in it, can be something else than what they count.
    pub(crate) fn can_miscount(&self, id: Id<Record>) -> bool {
        self.miscounting[id.index()]
    }

    /// Finds that out for all records, each after those that stand in it.
    pub(crate) fn find_miscounting(&self) -> Vec<bool> {
        let mut all = vec![false; self.model.records.len()];
        for id in self.by_value() {
            let record = &self.model.records[id];
            let counts = |by: usize| {
                let param = &record.fields[by].param;
                self.counter(&param.ty, &param.facts).is_some_and(|ty| field::can_miscount(&ty))
            };
            let stands_in = |ty: &Type| matches!(self.model.strip(ty), Type::Record(id) if all[id.index()]);
            let can_miscount = self.counters(record).into_iter().any(counts)
                || record.fields.iter().any(|field| field.param.facts.at_most.is_some() || stands_in(&field.param.ty));
            all[id.index()] = can_miscount;
        }
        all
    }

    /// The type of a field or parameter that counts: a plain number. The values of an enumeration, truth values and codes
    /// have a meaning of their own, which a length would not keep.
    pub(crate) fn counter(&self, ty: &Type, facts: &ParamFacts) -> Option<Ty> {
        let whole =
            matches!(self.model.strip(ty), Type::Int { .. } | Type::IntPtr { .. } | Type::Byte | Type::Char { .. });
        match self.conv(ty, facts) {
            Ok(crate::plan::Conv::Same(ty @ Ty::Prim(_))) if whole => Some(ty),
            _ => None,
        }
    }
}

/// Marks the bits of fields that say how others are to be read, and strings that are set together: one flag decides
/// them.
pub(crate) fn keep_deciding_bits(fields: &mut [ViewField], switch: Option<&Switch>) {
    let mut deciding: Vec<(String, i128)> = switch.iter().filter_map(|s| Some((s.by.clone(), s.mask?))).collect();
    let flags: Vec<_> = fields.iter().filter_map(|field| flag(&field.role)).collect();
    deciding.extend(flags.iter().cloned());
    for field in fields {
        let bits = deciding.iter().filter(|(name, _)| *name == field.com);
        field.keep = bits.fold(0, |all, (_, bits)| all | bits);
        if let Some((by, bits)) = flag(&field.role) {
            field.joint = flags.iter().filter(|(other, flag)| *other == by && flag & bits != 0).count() > 1;
        }
    }
}

/// Marks what sets numbers of which one must not exceed another: they are set together.
pub(crate) fn join_bounded(fields: &mut [ViewField], bounds: &[Bound]) {
    for field in fields {
        let is_bound = field.numbers().any(|number| bounds.iter().any(|b| b.part == number || b.whole == number));
        field.joint |= is_bound;
    }
}

/// The field and the bits that decide how wide characters are.
fn flag(role: &FieldRole) -> Option<(String, i128)> {
    match role {
        FieldRole::TextBy(field::TextBy { field, flag })
        | FieldRole::WidePointer(field::WidePointer { field, flag, .. }) => Some((field.clone(), *flag)),
        _ => None,
    }
}

/// What the lowest bits are as a number with or without a sign.
fn read(bits: u64, width: u32, signed: bool) -> i128 {
    let spare = 64 - width;
    let kept = bits << spare;
    if signed { i128::from(kept.cast_signed() >> spare) } else { i128::from(kept >> spare) }
}

/// Arrays of which only a part is there, or of which the elements are arrays that are counted too.
pub(crate) fn whole(facts: &ParamFacts, level: usize) -> Result<(), String> {
    if let Some(part) = &facts.part {
        return Err(format!("{part} says which part of it is there"));
    }
    let same = |count: &Count, length: &Count| count.by == length.by && count.by != CountTarget::Expr;
    for (at, length) in facts.length_is.iter().enumerate() {
        let Some(length) = length else { continue };
        let size = facts.size_is.get(at).and_then(Option::as_ref);
        if !size.is_some_and(|size| same(size, length)) {
            return Err(format!("{} of its elements are there", length.text));
        }
    }
    match facts.size_is.iter().enumerate().find(|(at, count)| *at != level && count.is_some()) {
        Some((_, Some(count))) => Err(format!("an array of arrays, counted by {}", count.text)),
        _ => Ok(()),
    }
}

/// A number of elements that the memory of every target can have.
pub(crate) fn constant(count: u64) -> Result<u64, String> {
    if u32::try_from(count).is_ok() { Ok(count) } else { Err(format!("{count} elements, more than memory has")) }
}
