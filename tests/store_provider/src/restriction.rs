//! Duty: decide whether a restriction selects a row.
//! Input: a client's restriction, the properties of a row. Output: yes, no, or that it is too complex.

use crate::compare::{compare, folded};
use crate::properties::Properties;
use mapi::{
    ContentRestriction, MAPI_BITMASK_RELATION, MAPI_E_TOO_COMPLEX, MAPI_FUZZY_LEVEL, MAPI_RELOP, PropTag,
    PropertyRestriction, Restriction, RestrictionData, SBitMaskRestriction, Value,
};
use mapidl::Result;
use std::cmp::Ordering;

/// How deep restrictions may be nested; clients send few levels, and the stack is not theirs to fill.
const DEPTH: usize = 32;

/// Whether the row is selected.
///
/// # Errors
/// `MAPI_E_TOO_COMPLEX` for kinds of restrictions that are not here, and for too many levels.
pub(crate) fn selects(restriction: Restriction<'_>, row: &Properties) -> Result<bool> {
    within(DEPTH, restriction, row)
}

fn within(depth: usize, restriction: Restriction<'_>, row: &Properties) -> Result<bool> {
    let deeper = depth.checked_sub(1).ok_or(MAPI_E_TOO_COMPLEX)?;
    match restriction.res() {
        RestrictionData::And(all) => {
            // Each is looked at even when one has decided: what is too complex is so for every row.
            all.iter().try_fold(true, |so_far, one| Ok(within(deeper, one, row)? && so_far))
        }
        RestrictionData::Or(any) => any.iter().try_fold(false, |so_far, one| Ok(within(deeper, one, row)? || so_far)),
        RestrictionData::Not(not) => Ok(!within(deeper, not.res().ok_or(MAPI_E_TOO_COMPLEX)?, row)?),
        RestrictionData::Content(content) => contains(content, row),
        RestrictionData::Property(property) => relates(property, row),
        RestrictionData::Bitmask(bits) => has_bits(bits, row),
        RestrictionData::Exist(exist) => Ok(row.find(PropTag(exist.ulPropTag)).is_some()),
        _ => Err(MAPI_E_TOO_COMPLEX.into()),
    }
}

fn relates(property: PropertyRestriction<'_>, row: &Properties) -> Result<bool> {
    let wanted = property.prop().ok_or(MAPI_E_TOO_COMPLEX)?.value();
    let order = row.find(property.prop_tag()).and_then(|found| compare(found.value(), wanted));
    let holds: fn(Ordering) -> bool = match property.relop() {
        MAPI_RELOP::RELOP_LT => Ordering::is_lt,
        MAPI_RELOP::RELOP_LE => Ordering::is_le,
        MAPI_RELOP::RELOP_GT => Ordering::is_gt,
        MAPI_RELOP::RELOP_GE => Ordering::is_ge,
        MAPI_RELOP::RELOP_EQ => Ordering::is_eq,
        MAPI_RELOP::RELOP_NE => Ordering::is_ne,
        _ => return Err(MAPI_E_TOO_COMPLEX.into()),
    };
    Ok(order.is_some_and(holds))
}

fn contains(content: ContentRestriction<'_>, row: &Properties) -> Result<bool> {
    let (Some(found), Some(wanted)) = (row.find(content.prop_tag()), content.prop()) else { return Ok(false) };
    let (Value::Unicode(text), Value::Unicode(part)) = (found.value(), wanted.value()) else {
        return Err(MAPI_E_TOO_COMPLEX.into());
    };
    let level = content.fuzzy_level();
    let any_case = level.intersects(MAPI_FUZZY_LEVEL::FL_IGNORECASE | MAPI_FUZZY_LEVEL::FL_LOOSE);
    let (text, part) =
        if any_case { (folded(text), folded(part)) } else { (text.to_string_lossy(), part.to_string_lossy()) };
    Ok(if level.contains(MAPI_FUZZY_LEVEL::FL_SUBSTRING) {
        text.contains(&part)
    } else if level.contains(MAPI_FUZZY_LEVEL::FL_PREFIX) {
        text.starts_with(&part)
    } else {
        text == part
    })
}

fn has_bits(bits: SBitMaskRestriction, row: &Properties) -> Result<bool> {
    let Some(Value::Long(value)) = row.find(PropTag(bits.ulPropTag)).map(|found| found.value()) else {
        return Ok(false);
    };
    let masked = value.cast_unsigned() & bits.ulMask;
    match MAPI_BITMASK_RELATION(bits.relBMR) {
        MAPI_BITMASK_RELATION::BMR_EQZ => Ok(masked == 0),
        MAPI_BITMASK_RELATION::BMR_NEZ => Ok(masked != 0),
        _ => Err(MAPI_E_TOO_COMPLEX.into()),
    }
}
