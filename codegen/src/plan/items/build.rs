//! From the model to the plan: which items each file gives, and their documentation.

use crate::layout::{Layouts, Target};
use crate::model::{self, Decl, Id, Model, Type};
use crate::names::{Made, Scope};
use crate::plan::context::ItemNames;
use crate::plan::context::{Records, Types};
use crate::plan::docs::{docs, section};
use crate::plan::items::method_names::{dispids, method_names};
use crate::plan::items::modules::{Place, places};
use crate::plan::types::ty::runtime;
use crate::plan::{
    Alias, Base, Const, External, Handle, Inherited, Interface, Item, Layout, Literal, Mocks, Module, Options, Path,
    Plan, Record, Ty, View,
};
use crate::threads;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Deref;

const E_NOTIMPL: i32 = 0x8000_4001_u32.cast_signed();

/// How many declarations a processor plans at a time.
const SHARE: usize = 32;

/// What items are made from.
struct Planner<'a> {
    records: Records<'a>,
    /// The modules of the files that something is written of.
    places: HashMap<Id<model::File>, Place>,
}

impl<'a> Deref for Planner<'a> {
    type Target = Records<'a>;

    fn deref(&self) -> &Records<'a> {
        &self.records
    }
}

/// A declaration and what is written for it.
struct Planned {
    decl: Decl,
    item: Item,
    /// The names of other files in it, and the modules that have them.
    foreign: Vec<(String, String)>,
    /// What it names of other modules, by its path.
    external: Vec<External>,
}

/// Decides what Rust to write for a model.
#[must_use]
pub fn plan(model: &Model, layouts: &Layouts, options: &Options) -> Plan {
    let mut records = decided(Types { model, layouts, options, names: ItemNames::default() });
    let wanted = records.wanted();
    records.types.names = records.item_names(&wanted);
    let places = records.find_places(&wanted);
    let planner = Planner { records, places };
    let left_out = wanted.iter().filter_map(|decl| match decl {
        Decl::Const(id) if planner.constant(*id).is_none() => Some(model.consts[*id].head.name.clone()),
        _ => None,
    });
    let (left_out, modules) = (left_out.collect(), planner.modules(&wanted));
    Plan { modules, left_out, renamed: planner.records.types.names.renamed }
}

/// What records are to safe code, in the order in which one thing follows from another.
fn decided(types: Types<'_>) -> Records<'_> {
    let mut records = Records::new(types);
    let named = records.named_records();
    records.reached = records.find_reached(&named);
    records.unknown = records.find_unknown_layouts();
    records.decide_faces(&named);
    records.miscounting = records.find_miscounting();
    records
}

impl Planner<'_> {
    /// The modules with their items, in the order of the files.
    fn modules(&self, wanted: &[Decl]) -> Vec<Module> {
        let mut modules: Vec<(Id<model::File>, Module)> = Vec::new();
        let mut externals: BTreeMap<String, (Id<model::File>, External)> = BTreeMap::new();
        for Planned { decl, item, foreign, external } in self.items(wanted) {
            let file = self.model.head(decl).file;
            let place = modules.iter().position(|(id, _)| *id == file).unwrap_or_else(|| {
                modules.push((file, self.module(file)));
                modules.len() - 1
            });
            let module = &mut modules[place].1;
            module.items.push(item);
            module.foreign.extend(foreign);
            for one in external {
                externals.entry(one.path.text()).or_insert((file, one));
            }
        }
        modules.sort_by_key(|(id, _)| id.index());
        for (_, module) in &mut modules {
            module.items.extend(codes(&module.items));
        }
        // Once is enough, wherever it is.
        for (file, external) in externals.into_values() {
            let module = modules.iter_mut().find(|(id, _)| *id == file);
            module.into_iter().for_each(|(_, module)| module.items.push(Item::External(external.clone())));
        }
        modules.into_iter().map(|(_, module)| module).collect()
    }
}

impl Types<'_> {
    /// What something is written for, in the order of the files.
    fn wanted(&self) -> Vec<Decl> {
        let (model, named) = (self.model, self.named_interfaces());
        let reached = model.reached(|decl| self.is_ours(decl));
        // Of an interface that is only declared there is nothing but its name to write, for those who name it.
        let is_idle =
            |decl| matches!(decl, Decl::Interface(id) if model.interfaces[id].declared_only && !named.contains(&id));
        model.order.iter().copied().filter(|d| reached.contains(d) && !is_idle(*d)).collect()
    }

    /// A name space inside of that of the items: some of them are values, whose names no variable may have.
    pub(crate) fn scope(&self, taken: &[&str]) -> Scope {
        Scope::inside(&self.names.all, taken)
    }

    /// The Rust name of a declaration.
    pub(crate) fn name(&self, decl: Decl) -> String {
        self.names.item(decl, &self.model.head(decl).name)
    }

    /// The modules of the files that have these declarations.
    fn find_places(&self, wanted: &[Decl]) -> HashMap<Id<model::File>, Place> {
        let heads: Vec<_> = wanted.iter().map(|&decl| self.model.head(decl)).collect();
        let gate = match &self.options.mocks {
            Mocks::Feature(name) => name,
            _ => "",
        };
        let ids: HashSet<_> = heads.iter().map(|head| head.file).collect();
        let file = |id: Id<model::File>| (id, self.model.files[id].name.clone(), self.model.files[id].bundled);
        places(ids.into_iter().map(file), |name| self.names.all.contains(name) || name == gate)
    }

    /// What a declaration names, and what the typedefs among that stand for.
    pub(crate) fn named_through_typedefs(&self, decl: Decl) -> Vec<Decl> {
        let (mut pending, mut seen) = (vec![decl], HashSet::new());
        let mut named = Vec::new();
        while let Some(next) = pending.pop() {
            if seen.insert(next) {
                self.model.named_by(next, &mut named);
                pending.extend(named.iter().filter(|decl| matches!(decl, Decl::Alias(_))));
            }
        }
        named
    }

    /// Whether the declaration can belong to the output: not to another crate, and not to the runtime crate.
    fn is_ours(&self, decl: Decl) -> bool {
        if matches!(decl, Decl::Enumerator(..)) || self.is_runtime(decl) {
            return false;
        }
        let module = Some(self.path(decl).module);
        // What the module around has is planned here, since names depend on it, and left out.
        module == self.options.around || module.is_some_and(|module| module.is_empty())
    }

    fn alias(&self, id: Id<model::Alias>) -> Option<Item> {
        let alias = &self.model.aliases[id];
        let (name, docs) = (self.name(Decl::Alias(id)), docs(&alias.head));
        if self.is_handle(id) {
            return Some(Item::Handle(Handle { name, docs }));
        }
        let bare = match self.model.strip(&alias.ty) {
            Type::Pointer { to, .. } => self.model.strip(to),
            other => other,
        };
        // Behind an interface's or function's pointer there is no type that a name could help with.
        if matches!(bare, Type::Interface(_) | Type::Poison | Type::Void) {
            return None;
        }
        let ty = self.abi(&alias.ty);
        (!self.renames_itself(id)).then_some(Item::Alias(Alias { name, docs, ty }))
    }

    /// Whether a typedef gives a type the name that it has in Rust already.
    pub(crate) fn renames_itself(&self, id: Id<model::Alias>) -> bool {
        let alias = &self.model.aliases[id];
        match self.abi(&alias.ty) {
            Ty::Path(path) => path.name == alias.head.name,
            Ty::Prim(name) => name == alias.head.name,
            _ => false,
        }
    }

    fn base(&self, base: Option<Id<model::Interface>>) -> Base {
        let root = |id: &Id<model::Interface>| !self.is_runtime(Decl::Interface(*id));
        let Some(base) = base.filter(root).map(Decl::Interface) else {
            let (vtable, provider) = (runtime("IUnknown_Vtbl"), runtime("IUnknownImpl"));
            return Base { vtable, provider, mock: Path { module: "::mapidl::mock".into(), name: "Mock".into() } };
        };
        let made = |kind| self.made_path(base, kind, &self.model.head(base).name);
        Base { vtable: made(Made::Vtable), provider: made(Made::Provider), mock: made(Made::Mock) }
    }
}

impl Records<'_> {
    /// An item that says what the IDL calls it, where that is something else.
    fn documented_item(&self, decl: Decl) -> Option<Item> {
        let mut item = self.item(decl)?;
        let idl = &self.model.head(decl).name;
        if let Some(docs) = item.docs_mut()
            && self.name(decl) != *idl
        {
            section(docs, &[&format!("`{idl}` in the IDL: Rust means something else by that name.")]);
        }
        Some(item)
    }

    fn item(&self, decl: Decl) -> Option<Item> {
        match decl {
            Decl::Const(id) => self.constant(id).map(Item::Const),
            Decl::Enum(id) => Some(Item::Enum(self.enumeration(id))),
            Decl::Alias(id) => self.alias(id),
            Decl::Record(id) => self.record(id).map(|r| Item::Record(Box::new(r))),
            Decl::Interface(id) => self.interface(id).map(|i| Item::Interface(Box::new(i))),
            Decl::Coclass(id) => self.coclass(id).map(Item::Coclass),
            Decl::Module(id) => self.dll(id).map(Item::Dll),
            Decl::Enumerator(..) | Decl::Library(_) => None,
        }
    }

    fn record(&self, id: Id<model::Record>) -> Option<Record> {
        let record = &self.model.records[id];
        if record.declared_only {
            return None;
        }
        let (wide, narrow) = (self.layouts.record(id, Target::X86_64), self.layouts.record(id, Target::I686));
        let crate::plan::records::bit_fields::Members { fields, offsets, bits, .. } = self.members(id);
        Some(Record {
            name: self.name(Decl::Record(id)),
            docs: docs(&record.head),
            union: record.union,
            packed: self.packed(id),
            align8: wide.align == 8 && narrow.align == 8,
            layout: Layout { size: (wide.size, narrow.size), align: (wide.align, narrow.align), offsets },
            view: self.build_view(id).unwrap_or_else(View::Raw),
            fields,
            bits,
        })
    }

    /// The slots of those that an interface derives from, itself the last of the chain.
    fn inherited(&self, chain: &[Id<model::Interface>]) -> Vec<Inherited> {
        let bases = chain.split_last().map_or(&[][..], |(_, bases)| bases);
        let slots = |&base: &Id<model::Interface>| {
            let interface = &self.model.interfaces[base];
            let (first, count) = (interface.first_slot, interface.methods.len() as u32);
            Inherited { interface: self.path(Decl::Interface(base)), first, count }
        };
        bases.iter().map(slots).filter(|slots| slots.count > 0).collect()
    }

    fn interface(&self, id: Id<model::Interface>) -> Option<Interface> {
        let interface = &self.model.interfaces[id];
        let is_root = interface.base.is_none() && !interface.declared_only;
        if is_root || !self.is_counted(id) {
            return None;
        }
        let chain = self.model.chain(id);
        let mut ancestors: Vec<_> = chain.iter().rev().skip(1).map(|&base| self.path(Decl::Interface(base))).collect();
        if ancestors.is_empty() {
            ancestors.push(runtime("IUnknown"));
        }
        let made = |kind| self.made_path(Decl::Interface(id), kind, &interface.head.name).name;
        let names = method_names(&interface.methods);
        let methods = interface.methods.iter().zip(names).map(|(m, names)| self.method(interface, m, names));
        Some(Interface {
            name: self.name(Decl::Interface(id)),
            docs: self.interface_docs(id),
            iid: interface.iid.map(|iid| iid.0),
            confusable: interface.confusable.map(|other| self.model.interfaces[other].head.name.clone()),
            unknown: self.stands_in(interface),
            inherited: self.inherited(&chain),
            ancestors,
            opaque: interface.declared_only,
            methods: methods.collect(),
            first_slot: interface.first_slot,
            dispids: dispids(interface),
            unimplemented: interface.unimplemented.as_ref().map_or(E_NOTIMPL, |code| code.value),
            free_threaded: interface.free_threaded,
            vtable: made(Made::Vtable),
            provider: made(Made::Provider),
            mock: made(Made::Mock),
            mock_module: made(Made::MockModule),
            base: self.base(interface.base),
        })
    }
}

impl Planner<'_> {
    fn module(&self, id: Id<model::File>) -> Module {
        let file = &self.model.files[id];
        let Place { name, source } = self.places[&id].clone();
        Module { name, source, docs: file.docs.clone(), foreign: BTreeSet::new(), items: Vec::new() }
    }

    /// What a declaration names that stands in other files, through typedefs too: names, and the modules that have them.
    fn foreign_names(&self, decl: Decl) -> Vec<(String, String)> {
        let own = self.model.head(decl).file;
        let named = self.named_through_typedefs(decl);
        let others = named.into_iter().map(|decl| (decl, self.model.head(decl).file)).filter(|(_, file)| *file != own);
        others.filter_map(|(decl, file)| Some((self.name(decl), self.places.get(&file)?.name.clone()))).collect()
    }

    /// What is written for those declarations that have an item, planned on all processors.
    fn items(&self, wanted: &[Decl]) -> Vec<Planned> {
        let plan = |&decl: &Decl| {
            let (item, foreign) = (self.documented_item(decl)?, self.foreign_names(decl));
            Some(Planned { decl, item, foreign, external: self.externals(decl) })
        };
        let shares: Vec<&[Decl]> = wanted.chunks(SHARE).collect();
        threads::map(&shares, |share| share.iter().filter_map(plan).collect::<Vec<_>>()).into_iter().flatten().collect()
    }
}

/// The constants among the items that are result codes.
fn codes(items: &[Item]) -> Option<Item> {
    let codes = items.iter().filter_map(|item| match item {
        Item::Const(Const { name, value: Literal::Code(_), .. }) => Some(name.clone()),
        _ => None,
    });
    let codes: Vec<_> = codes.collect();
    (!codes.is_empty()).then_some(Item::Codes(codes))
}
