//! Last pass: an identifier stands for one vtable.
//!
//! `QueryInterface` answers with the vtable that the object has for an identifier. Where two interfaces share one, whoever
//! asks for the first may be given the vtable of the second. That does no harm if the first is a part of the second, with
//! the same contract in every slot; else the asking is unsafe, and the model says of the interface whose vtable may come.

use super::Resolver;
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Id, Interface, Method, Model};
use std::collections::HashMap;

/// What windows-core and the run time ask an object for its Rust type by.
const RESERVED: [u128; 2] = [0xae49d5cb_143f_431c_874c_2729336e4eca, 0x6d617069_646c_4f62_8a65_63740a5e11f3];

/// What every Rust object answers to beside its own interfaces, and how many slots it has there.
const ANSWERED: [(u128, &str, usize); 2] = [
    (0x94ea2b94_e9cc_49e0_c0ff_ee64ca8f5b90, "IAgileObject", 3),
    (0x00000038_0000_0000_c000_000000000046, "IWeakReferenceSource", 4),
];

impl Resolver<'_> {
    /// Finds the interfaces that share an identifier, and says so.
    pub(super) fn identifiers(&mut self) {
        let mut owners: HashMap<u128, Vec<Id<Interface>>> = HashMap::new();
        for decl in &self.model.order {
            let Decl::Interface(id) = decl else { continue };
            let interface = &self.model.interfaces[*id];
            let Some(iid) = interface.iid.filter(|_| !interface.declared_only) else { continue };
            owners.entry(iid.0).or_default().push(*id);
            if RESERVED.contains(&iid.0) {
                let message = format!("the uuid of `{}` is one that Rust objects are found by", interface.head.name);
                let diagnostic = Diagnostic::error(Code::DUPLICATE_UUID, interface.head.span, message);
                self.sink.push(diagnostic.help("give it its own identifier"));
            }
        }
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

    /// Refuses an identifier that every Rust object answers to, where the interface is another one than it answers with.
    fn answered(&mut self, id: Id<Interface>, name: &str, slots: usize) {
        let interface = &self.model.interfaces[id];
        let gives_one_object = |method: &Method| match method.params.as_slice() {
            [param] => self.model.strip(&param.ty).pointee().and_then(|to| self.model.strip(to).pointee()).is_some(),
            _ => false,
        };
        let mut own = interface.methods.iter().skip(3_usize.saturating_sub(interface.first_slot as usize));
        if self.model.slot_count(id) as usize <= slots && own.all(gives_one_object) {
            return;
        }
        let message =
            format!("the uuid of `{}` is the one of {name}, which every Rust object has", interface.head.name);
        let diagnostic = Diagnostic::error(Code::DUPLICATE_UUID, interface.head.span, message);
        self.sink.push(diagnostic.help("give it its own identifier"));
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
