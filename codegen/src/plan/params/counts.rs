//! Integers that seem to count what a pointer stands for, although no attribute says so.
//!
//! A pointer without a count is one value by MIDL's rule. Many a definition was written for C alone, and leaves out
//! `size_is`; then only names tell. So where an integer that goes in is named as a count, and no attribute makes any use
//! of it, the pointers beside it that could be what it counts stay raw. This takes safety away and never gives any: a
//! name that is missed in the list is a hole, and one too many costs a `plain_number`.

use crate::model::{self, CountTarget, Direction, Param, Record, Type};
use crate::plan::context::{Records, Types};
use crate::plan::words::counting::{self, Unit, is_count, unit};
use crate::plan::{Behind, FieldRole, Role};

/// What a pointer that nothing counts stands for one of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum One {
    /// A number of so many bits.
    Number(u8),
    /// A record.
    Record,
    /// A string, variant or array of automation's, each of which knows its own size.
    Automation,
    /// A pointer to an interface.
    Interface,
    /// A string that goes in, which its end counts; in memory that is constant, or may be written to.
    Text { constant: bool },
}

impl One {
    /// Whether a count in this unit could be of it.
    fn is_counted_in(self, unit: Unit) -> bool {
        match self {
            Self::Number(16) => true,
            Self::Number(_) | Self::Record => unit != Unit::Characters,
            Self::Automation | Self::Interface => !matches!(unit, Unit::Characters | Unit::Bytes),
            // Of what nobody writes to only its own length can be said.
            Self::Text { constant: true } => matches!(unit, Unit::Characters | Unit::Length | Unit::Bytes),
            Self::Text { constant: false } => unit != Unit::Elements,
        }
    }
}

/// An integer that seems to count, and no attribute says what.
struct Idle<'m> {
    at: usize,
    name: &'m str,
    unit: Unit,
    /// Whether a pointer to it is passed.
    pointer: bool,
    /// Beside what it seems to count.
    beside: Beside,
}

/// Beside what an integer seems to count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Whatever stands for one.
    All,
    /// What comes out, as the integer is changed: `[in, out] long *nPin`. By its name alone nothing counts.
    Out,
    /// What comes out and is called several, as the integer comes out itself: `[out] long *pCount, [out] long *pCodes`.
    SeveralOut,
}

impl Idle<'_> {
    /// Whether it could count what is at this place and stands for one.
    fn may_count(&self, at: usize, name: &str, one: One, goes_out: bool) -> bool {
        let with = match self.beside {
            Beside::All => true,
            Beside::Out => goes_out && one != One::Automation,
            Beside::SeveralOut => goes_out && counting::names_several(name, matches!(one, One::Number(_))),
        };
        self.at != at && with && one.is_counted_in(self.unit)
    }
}

/// Why a pointer stays raw whose own name says that there are several.
const SEVERAL: &str =
    "its name says that there are several, and `size_is` would say how many; `size_is(1)` says that there is one";

/// Of how many integers a reason tells the names.
const NAMED: usize = 3;

/// How to say that an integer counts nothing.
const PLAIN: &str = "`plain_number` says that it does not";

/// Why a pointer stays raw beside integers: those that could count it.
fn reason(counts: &[&Idle<'_>]) -> Option<String> {
    let [Idle { name, pointer, .. }] = counts else {
        let mut names: Vec<_> = counts.iter().take(NAMED).map(|count| count.name.to_owned()).collect();
        // All of them, of all pointers, would be a text that grows with the square of the method's length.
        if counts.len() > NAMED {
            names.push(format!("{} others", counts.len() - NAMED));
        }
        let (last, others) = names.split_last()?;
        let names = format!("{} or {last}", others.join(", "));
        return Some(format!(
            "{names} may count it, or all of them, which `size_is` would say; `plain_number` says of each that it does not"
        ));
    };
    let star = if *pointer { "*" } else { "" };
    Some(format!(
        "{name} may count it, which `size_is({star}{name})` would say; `plain_number` on {name} says that it does not"
    ))
}

impl Types<'_> {
    /// Whether a pointer leads to an integer.
    fn is_integer_behind(&self, param: &Param) -> bool {
        let to = self.target(&param.ty).ok().map(|to| self.model.strip(to));
        matches!(to, Some(Type::Int { .. } | Type::IntPtr { .. }))
    }

    /// What a parameter stands for one of, by what it is seen alone.
    fn one(&self, param: &Param, role: &Role) -> Option<One> {
        let to = self.target(&param.ty).ok();
        // `a[1]` is how C writes that there are some.
        if let Type::Array { of, len: Some(1), .. } = self.model.strip(&param.ty)
            && !matches!(role, Role::Raw(_) | Role::Reserved)
        {
            return Some(self.one_behind(of));
        }
        match role.memory(true).behind {
            // A reference of C++ is of one value.
            Behind::One if matches!(role, Role::Ref(_)) && self.is_reference(&param.ty) => None,
            Behind::One => to.map(|to| self.one_behind(to)),
            Behind::Automation => Some(One::Automation),
            Behind::Interface => Some(One::Interface),
            Behind::Text => Some(One::Text { constant: self.is_constant(&param.ty) }),
            Behind::Said => None,
        }
    }

    fn one_behind(&self, to: &Type) -> One {
        match self.model.strip(to) {
            Type::Int { bits, .. } => One::Number(*bits),
            Type::Record(_) => One::Record,
            _ if self.interface_behind(to).is_some() => One::Interface,
            _ => One::Number(32),
        }
    }

    fn is_constant(&self, ty: &Type) -> bool {
        matches!(self.model.strip(ty), Type::Pointer { is_const: true, .. } | Type::Array { is_const: true, .. })
    }

    /// Whether a type is what C++ has a reference for: `REFIID`.
    fn is_reference(&self, ty: &Type) -> bool {
        matches!(ty, Type::Alias(id) if self.model.aliases[*id].head.name.starts_with("REF"))
    }
}

impl Records<'_> {
    /// Leaves raw what stands for one value, beside an integer that seems to count it.
    pub(crate) fn find_uncounted(&self, method: &model::Method, roles: &mut [Role]) {
        let used = used(method.params.iter());
        let idle: Vec<_> = (0..roles.len())
            .filter(|at| !used.contains(at) && !matches!(roles[*at], Role::Raw(_) | Role::Reserved))
            .filter_map(|at| self.idle(at, &method.params[at]))
            .collect();
        for (at, param) in method.params.iter().enumerate() {
            // By automation's rule a method returns one value.
            if param.facts.retval || used.contains(&at) {
                continue;
            }
            let Some(one) = self.one(param, &roles[at]) else { continue };
            // What comes out may be a count itself, and so may what goes in and out.
            let goes_in = param.facts.direction == Some(Direction::In);
            let is_count = !goes_in && self.is_integer_behind(param) && is_count(&param.head.name);
            let goes_out = param.facts.direction == Some(Direction::Out);
            let name = param.head.name.as_str();
            let counts = idle.iter().filter(|count| !is_count && count.may_count(at, name, one, goes_out));
            let counts: Vec<_> = counts.collect();
            for count in counts.iter().filter(|count| count.beside == Beside::SeveralOut) {
                roles[count.at] = Role::Raw(format!("it may say how much room there is for {name}; {PLAIN}"));
            }
            if let Some(reason) = reason(&counts).or_else(|| self.several(param, one)) {
                roles[at] = Role::Raw(reason);
            }
        }
    }

    /// The same of the fields of a record.
    pub(crate) fn check_counts(&self, record: &Record) -> Result<(), String> {
        let params = || record.fields.iter().map(|field| &field.param);
        let used = used(params());
        let idle = params().enumerate().filter(|(at, param)| !used.contains(at) && !param.facts.reserved);
        let idle: Vec<_> = idle.filter_map(|(at, param)| self.idle(at, param)).collect();
        for (at, param) in params().enumerate() {
            if used.contains(&at) || param.facts.reserved {
                continue;
            }
            // What a field is costs more to find out than its name.
            if idle.is_empty() && !counting::says_array(&param.head.name) {
                continue;
            }
            let Some(one) = self.one_of_field(record, param) else { continue };
            let counts: Vec<_> =
                idle.iter().filter(|count| count.may_count(at, &param.head.name, one, false)).collect();
            if let Some(reason) = reason(&counts).or_else(|| self.several(param, one)) {
                return Err(format!("{}: {reason}", param.head.name));
            }
        }
        Ok(())
    }

    /// The integer that goes in and seems to count; a parameter's may lie behind a pointer, and come out of one that is
    /// called nothing but a count, since many a definition says `out` of what is read first.
    fn idle<'m>(&self, at: usize, param: &'m Param) -> Option<Idle<'m>> {
        let facts = &param.facts;
        // What says what else a number is says that it is no count.
        if facts.plain_number || facts.flags.is_some() {
            return None;
        }
        let (ty, pointer) = match self.model.strip(&param.ty) {
            // An array, whatever it is called, is what is counted.
            Type::Pointer { .. } if !facts.size_is.is_empty() || facts.string => return None,
            Type::Pointer { to, .. } if facts.direction.is_some() => (&**to, true),
            _ => (&param.ty, false),
        };
        let integer = matches!(self.model.strip(ty), Type::Int { .. } | Type::IntPtr { .. });
        let whole = matches!(self.conv(ty, facts), Ok(crate::plan::Conv::Same(crate::plan::Ty::Prim(_))));
        let name = param.head.name.as_str();
        if !integer || !whole {
            return None;
        }
        let (beside, unit) = match (facts.direction, unit(name)) {
            (Some(Direction::Out), _) if pointer => {
                (Beside::SeveralOut, Some(Unit::Any).filter(|_| counting::is_bare_count(name)))
            }
            (Some(Direction::InOut), None) if pointer => (Beside::Out, counting::changed_unit(name)),
            (_, said) => (Beside::All, said),
        };
        Some(Idle { at, name, unit: unit?, pointer, beside })
    }

    /// Why a pointer stays raw that nothing counts and whose name says that it leads to an array. Of numbers that are changed
    /// more names say it: who has one such would return the other one.
    fn several(&self, param: &Param, one: One) -> Option<String> {
        let name = param.head.name.as_str();
        let to =
            self.target(&param.ty).ok().filter(|_| matches!(one, One::Number(_) | One::Record | One::Interface))?;
        let is_number = matches!(self.conv(to, &param.facts), Ok(crate::plan::Conv::Same(crate::plan::Ty::Prim(_))));
        let is_float = matches!(self.model.strip(to), Type::F32 | Type::F64);
        let is_changed = param.facts.direction == Some(Direction::InOut);
        let by_end = counting::names_array(name) || is_changed && counting::names_values(name, is_float);
        (counting::says_array(name) || is_number && by_end).then(|| SEVERAL.to_owned())
    }

    fn one_of_field(&self, record: &Record, param: &Param) -> Option<One> {
        let to = self.target(&param.ty).ok()?;
        match self.field_role(record, param).ok()? {
            FieldRole::Slot { .. } | FieldRole::Pointer { .. } | FieldRole::WidePointer { .. } => {
                Some(self.one_behind(to))
            }
            FieldRole::Text { .. } | FieldRole::TextBy { .. } => {
                Some(One::Text { constant: self.is_constant(&param.ty) })
            }
            FieldRole::Value { .. }
            | FieldRole::Counted { .. }
            | FieldRole::ListPointer { .. }
            | FieldRole::Nested { .. }
            | FieldRole::Inline { .. }
            | FieldRole::Interface { .. }
            | FieldRole::Empty => None,
        }
    }
}

/// The parameters, or fields, that attributes make use of.
fn used<'m>(params: impl Iterator<Item = &'m Param>) -> Vec<usize> {
    let of = |param: &'m Param| {
        let facts = &param.facts;
        let counts = facts.size_is.iter().chain(&facts.length_is).flatten();
        let counts = counts.filter_map(|count| match count.by {
            CountTarget::Index(by) | CountTarget::Deref(by) | CountTarget::Member { of: by, .. } => Some(by),
            CountTarget::Const(_) | CountTarget::Expr => None,
        });
        let others = [facts.iid_is, facts.unicode.as_ref().map(|unicode| unicode.param)];
        let switch = facts.switch_is.as_ref().map(|switch| switch.by);
        counts.chain(others.into_iter().flatten()).chain(switch).map(|by| by as usize).collect::<Vec<_>>()
    };
    params.flat_map(of).collect()
}
