//! Last pass: an identifier stands for one vtable.
//!
//! `QueryInterface` answers with the vtable that the object has for an identifier. Where two interfaces share one, whoever
//! asks for the first may be given the vtable of the second. That does no harm if the first is a part of the second, with
//! the same contract in every slot; else the asking is unsafe, and the model says of the interface whose vtable may come.

use super::Resolver;
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Direction, Id, Interface, Method, Model, Param, ParamFacts, Type};
use std::collections::HashMap;

/// What no interface may have: what windows-core and the run time ask an object for its Rust type by, and what stands for
/// the identifier of every interface that has none.
const RESERVED: [(u128, &str); 3] = [
    (0xae49d5cb_143f_431c_874c_2729336e4eca, FOUND_BY),
    (0x6d617069_646c_4f62_8a65_63740a5e11f3, FOUND_BY),
    (0x6d617069_646c_4e6f_8000_6e6f20696964, "stands for those of interfaces without one"),
];

const FOUND_BY: &str = "is one that Rust objects are found by";

/// What Rust objects answer to beside their own interfaces: the identifier, the name, and the slots after IUnknown's, each
/// as its parameters may be declared. Any other declaration would have those slots called wrongly.
const ANSWERED: [(u128, &str, &[&[&str]]); 4] = [
    (0x94ea2b94_e9cc_49e0_c0ff_ee64ca8f5b90, "IAgileObject", &[]),
    (0x00000038_0000_0000_c000_000000000046, "IWeakReferenceSource", &[&["out **IWeakReference", "out **IUnknown"]]),
    (
        WEAK_REFERENCE,
        "IWeakReference",
        &[&["in *GUID, out **asked", "in *GUID, out **void", "in *GUID, out **IUnknown"]],
    ),
    (
        0x00000003_0000_0000_c000_000000000046,
        "IMarshal",
        &[
            &["in *GUID, in *void, in number, in *void, in number, out *GUID"],
            &["in *GUID, in *void, in number, in *void, in number, out *number"],
            &["in *IStream, in *GUID, in *void, in number, in *void, in number"],
            &["in *IStream, in *GUID, out **void", "in *IStream, in *GUID, out **asked"],
            &["in *IStream"],
            &["in number"],
        ],
    ),
];

const IUNKNOWN: u128 = 0x00000000_0000_0000_c000_000000000046;

const WEAK_REFERENCE: u128 = 0x00000037_0000_0000_c000_000000000046;

impl Resolver<'_> {
    /// Finds the interfaces that share an identifier, and says so.
    pub(super) fn identifiers(&mut self) {
        let mut owners: HashMap<u128, Vec<Id<Interface>>> = HashMap::new();
        for decl in &self.model.order {
            let Decl::Interface(id) = decl else { continue };
            let interface = &self.model.interfaces[*id];
            let Some(iid) = interface.iid.filter(|_| !interface.declared_only) else { continue };
            owners.entry(iid.0).or_default().push(*id);
            if let Some((_, why)) = RESERVED.iter().find(|(reserved, _)| *reserved == iid.0) {
                let message = format!("the uuid of `{}` {why}", interface.head.name);
                let diagnostic = Diagnostic::error(Code::DUPLICATE_UUID, interface.head.span, message);
                self.sink.push(diagnostic.help("give it its own identifier"));
            }
        }
        let all = self.model.interfaces.ids();
        all.collect::<Vec<_>>().into_iter().for_each(|id| self.is_the_first(id));
        for (iid, name, slots) in ANSWERED {
            owners.get(&iid).into_iter().flatten().for_each(|id| self.answered(*id, name, slots));
        }
        let mut shared: Vec<_> = owners.into_values().filter(|owners| owners.len() > 1).collect();
        shared.sort_by_key(|owners| owners[0].index());
        for owners in shared {
            for (id, other) in confusable(&self.model, &owners) {
                self.model.interfaces[id].confusable = Some(other);
            }
            owners[1..].iter().for_each(|id| self.shares(*id, owners[0]));
        }
    }

    /// Refuses an IUnknown that is not the one of which every vtable begins.
    fn is_the_first(&mut self, id: Id<Interface>) {
        let (interface, slots) = (&self.model.interfaces[id], self.model.slot_count(id));
        let is_other = interface.iid.is_some_and(|iid| iid.0 != IUNKNOWN);
        if interface.head.name != "IUnknown" || interface.declared_only || is_other || slots == 3 {
            return;
        }
        let message = format!("this `IUnknown` has {slots} slots, and the one with which vtables begin has 3");
        let diagnostic = Diagnostic::error(Code::DUPLICATE_UUID, interface.head.span, message);
        self.sink.push(diagnostic.help("import \"unknwn.idl\", or call it otherwise"));
    }

    /// Refuses an identifier that Rust objects answer to, where the interface is another one than they answer with.
    fn answered(&mut self, id: Id<Interface>, name: &str, slots: &[&[&str]]) {
        let interface = &self.model.interfaces[id];
        let own = interface.methods.iter().skip(3_usize.saturating_sub(interface.first_slot as usize));
        let own: Vec<_> = own.map(|method| self.parameters(method)).collect();
        let fits = |(own, known): (&Option<String>, &&[&str])| own.as_deref().is_some_and(|own| known.contains(&own));
        if self.model.slot_count(id) as usize == 3 + slots.len() && own.iter().zip(slots).all(fits) {
            return;
        }
        let message = format!("the uuid of `{}` is the one of {name}, which Rust objects have", interface.head.name);
        let diagnostic = Diagnostic::error(Code::DUPLICATE_UUID, interface.head.span, message);
        self.sink.push(diagnostic.help("give it its own identifier"));
    }

    /// The parameters of a method as `ANSWERED` shows them; nothing where more is said of it than is known there.
    fn parameters(&self, method: &Method) -> Option<String> {
        let is_usual = !method.cdecl && !method.variadic && self.kind(&method.ret, false)? == "number";
        let parameters: Option<Vec<_>> = method.params.iter().map(|param| self.parameter(param)).collect();
        parameters.filter(|_| is_usual).map(|parameters| parameters.join(", "))
    }

    fn parameter(&self, param: &Param) -> Option<String> {
        let facts = &param.facts;
        let known = ParamFacts {
            direction: facts.direction,
            retval: facts.retval,
            nullable: facts.nullable,
            may_be_null: facts.may_be_null,
            iid_is: facts.iid_is,
            names_iid_of: facts.names_iid_of,
            annotations: facts.annotations.clone(),
            ..ParamFacts::default()
        };
        let kind = self.kind(&param.ty, facts.iid_is.is_some())?;
        match facts.direction {
            _ if *facts != known => None,
            None | Some(Direction::In) => Some(format!("in {kind}")),
            // Nobody there expects to find no room for what goes out.
            Some(Direction::Out) if facts.nullable != Some(true) => Some(format!("out {kind}")),
            Some(_) => None,
        }
    }

    fn kind(&self, ty: &Type, asked: bool) -> Option<String> {
        let kind = match self.model.strip(ty) {
            Type::Pointer { to, .. } => return Some(format!("*{}", self.kind(to, asked)?)),
            Type::Void | Type::Interface(_) if asked => "asked",
            Type::Void => "void",
            Type::Int { bits: 32, .. } | Type::ErrorStatus => "number",
            Type::Record(id) if self.rooms(*id) == [(16, 4); 2] => "GUID",
            Type::Interface(id) => match self.model.interfaces[*id].iid?.0 {
                IUNKNOWN => "IUnknown",
                0x0000000c_0000_0000_c000_000000000046 => "IStream",
                WEAK_REFERENCE => "IWeakReference",
                _ => return None,
            },
            _ => return None,
        };
        Some(kind.to_owned())
    }

    /// Tells that an interface has the identifier of an earlier one, and what comes of it.
    fn shares(&mut self, id: Id<Interface>, first: Id<Interface>) {
        let (interface, other) = (&self.model.interfaces[id], &self.model.interfaces[first]);
        let (name, first_name) = (&interface.head.name, &other.head.name);
        let note = match (interface.confusable.is_some(), other.confusable.is_some()) {
            // Headers declare an interface for one another; two meanings that a file sees were reported.
            (one, other) if name == first_name && (!(one || other) || self.sink.has_errors()) => return,
            (false, false) => None,
            (true, true) => Some(
                "their slots are not declared alike: Rust asks objects for neither, but in `unsafe` code".to_owned(),
            ),
            (true, false) => Some(longer(name, first_name)),
            (false, true) => Some(longer(first_name, name)),
        };
        let (span, message) = (interface.head.span, format!("`{name}` has the uuid of `{first_name}`"));
        let is_written = |one: &&Interface| one.confusable.is_some() && self.model.files[one.head.file].in_runtime();
        let (mut diagnostic, note) = match [interface, other].into_iter().find(is_written) {
            None => (Diagnostic::warning(Code::DUPLICATE_UUID, span, message), note),
            Some(written) => {
                let note = format!(
                    "their slots are not declared alike, and every program may ask objects for `{}` of the runtime crate",
                    written.head.name
                );
                (Diagnostic::error(Code::DUPLICATE_UUID, span, message), Some(note))
            }
        };
        if let Some(iid) = interface.iid {
            diagnostic = diagnostic.also(other.head.span, format!("{iid} stands here first"));
        }
        if let Some(note) = note {
            diagnostic = diagnostic.note(note);
        }
        self.sink.push(diagnostic.help("give one of them its own identifier"));
    }
}

fn longer(one: &str, other: &str) -> String {
    format!(
        "`{other}` has no more than the first slots of `{one}`: Rust asks no object for `{one}`, but in `unsafe` code"
    )
}

/// Of interfaces with one identifier those that cannot be asked for, each with one whose vtable may come instead.
///
/// Only the shortest can be a part of all others, so each is compared with that one alone.
fn confusable(model: &Model, owners: &[Id<Interface>]) -> Vec<(Id<Interface>, Id<Interface>)> {
    let Some(&least) = owners.iter().min_by_key(|id| model.slot_count(**id)) else { return Vec::new() };
    let others = || owners.iter().copied().filter(|id| *id != least);
    match others().find(|id| !begins_with(model, *id, least)) {
        Some(other) => others().map(|id| (id, least)).chain([(least, other)]).collect(),
        None => {
            let longer = others().filter(|id| model.slot_count(*id) > model.slot_count(least));
            longer.map(|id| (id, least)).collect()
        }
    }
}

/// Whether a vtable begins with the other one, and any thread may call it where that may be.
fn begins_with(model: &Model, id: Id<Interface>, start: Id<Interface>) -> bool {
    let (chain, start) = (model.chain(id), model.chain(start));
    let is_free = |chain: &[Id<Interface>]| chain.iter().any(|id| model.interfaces[*id].free_threaded);
    let slots =
        |chain: &[Id<Interface>]| chain.iter().flat_map(|id| &model.interfaces[*id].methods).collect::<Vec<_>>();
    let (long, short) = (slots(&chain), slots(&start));
    is_free(&chain) == is_free(&start)
        && long.len() >= short.len()
        && short.iter().zip(long).all(|(one, other)| same_contract(model, one, other))
}

/// Whether two methods are called alike: all that decides how is compared, as it is written.
fn same_contract(model: &Model, one: &Method, other: &Method) -> bool {
    let not_null = |method: &Method| model.files[method.head.file].interfaces_not_null;
    (one.cdecl, one.variadic, not_null(one)) == (other.cdecl, other.variadic, not_null(other))
        && one.ret == other.ret
        && one.facts.calls_like(&other.facts)
        && one.params.len() == other.params.len()
        && one.params.iter().zip(&other.params).all(|(one, other)| one.ty == other.ty && one.facts == other.facts)
}
