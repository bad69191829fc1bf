//! From the model to the plan: which items each file gives, and their documentation.

use super::face::Face;
use super::item_names::ItemNames;
use super::members::{dispids, method_names};
use super::modules::{Place, places};
use super::reach::Reached;
use super::{
    Alias, Base, Const, External, Handle, Interface, Item, Layout, Literal, Mocks, Module, Options, Path, Plan, Record,
    Ty, View,
};
use crate::layout::{Layouts, Target};
use crate::model::{self, Decl, Id, Model, Type};
use crate::names::{Made, Scope};
use crate::threads;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

const E_NOTIMPL: i32 = 0x8000_4001_u32.cast_signed();

/// How many declarations a processor plans at a time.
const SHARE: usize = 32;

/// What the planner reads.
pub(super) struct Planner<'a> {
    pub(super) model: &'a Model,
    pub(super) layouts: &'a Layouts,
    pub(super) options: &'a Options,
    pub(super) faces: Vec<Face>,
    /// By record: why nobody knows its layout.
    pub(super) unknown: Vec<Option<String>>,
    /// What each record leads to.
    pub(super) reached: Vec<Reached>,
    /// By record: whether numbers of it can be something else than what they count.
    pub(super) miscounting: Vec<bool>,
    /// By record: whether it is compared and printed by derivation, if it is plain.
    pub(super) derived: Vec<bool>,
    /// The Rust names of items; until they are decided, the usual ones.
    pub(super) names: ItemNames,
    /// The modules of the files that something is written of.
    places: HashMap<Id<model::File>, Place>,
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
    let mut planner = Planner {
        model,
        layouts,
        options,
        faces: Vec::new(),
        unknown: Vec::new(),
        reached: Vec::new(),
        miscounting: Vec::new(),
        derived: Vec::new(),
        names: ItemNames::default(),
        places: HashMap::new(),
    };
    let named = planner.named_records();
    planner.reached = planner.find_reached(&named);
    planner.unknown = planner.find_unknown_layouts();
    planner.decide_faces(&named);
    planner.miscounting = planner.find_miscounting();
    let mut modules: Vec<(Id<model::File>, Module)> = Vec::new();
    let mut externals: BTreeMap<String, (Id<model::File>, External)> = BTreeMap::new();
    let named = planner.named_interfaces();
    let reached = model.reached(|decl| planner.is_ours(decl));
    // Of an interface that is only declared there is nothing but its name to write, for those who name it.
    let is_idle =
        |decl| matches!(decl, Decl::Interface(id) if model.interfaces[id].declared_only && !named.contains(&id));
    let wanted: Vec<Decl> = model.order.iter().copied().filter(|d| reached.contains(d) && !is_idle(*d)).collect();
    planner.names = planner.item_names(&wanted);
    planner.places = planner.find_places(&wanted);
    for Planned { decl, item, foreign, external } in planner.items(&wanted) {
        let file = model.head(decl).file;
        let place = modules.iter().position(|(id, _)| *id == file).unwrap_or_else(|| {
            modules.push((file, planner.module(file)));
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
    let left_out = wanted.iter().filter_map(|decl| match decl {
        Decl::Const(id) if planner.constant(*id).is_none() => Some(model.consts[*id].head.name.clone()),
        _ => None,
    });
    let left_out = left_out.collect();
    let modules = modules.into_iter().map(|(_, module)| module).collect();
    Plan { modules, left_out, renamed: planner.names.renamed }
}

impl Planner<'_> {
    /// A name space inside of that of the items: some of them are values, whose names no variable may have.
    pub(super) fn scope(&self, taken: &[&str]) -> Scope {
        Scope::inside(&self.names.all, taken)
    }

    /// The Rust name of a declaration.
    pub(super) fn name(&self, decl: Decl) -> String {
        self.names.item(decl, &self.model.head(decl).name)
    }

    fn module(&self, id: Id<model::File>) -> Module {
        let file = &self.model.files[id];
        let Place { name, source } = self.places[&id].clone();
        Module { name, source, docs: file.docs.clone(), foreign: BTreeSet::new(), items: Vec::new() }
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

    /// What a declaration names that stands in other files, through typedefs too: names, and the modules that have them.
    fn foreign_names(&self, decl: Decl) -> Vec<(String, String)> {
        let own = self.model.head(decl).file;
        let named = self.named_through_typedefs(decl);
        let others = named.into_iter().map(|decl| (decl, self.model.head(decl).file)).filter(|(_, file)| *file != own);
        others.filter_map(|(decl, file)| Some((self.name(decl), self.places.get(&file)?.name.clone()))).collect()
    }

    /// What a declaration names, and what the typedefs among that stand for.
    pub(super) fn named_through_typedefs(&self, decl: Decl) -> Vec<Decl> {
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

    /// What is written for those declarations that have an item, planned on all processors.
    fn items(&self, wanted: &[Decl]) -> Vec<Planned> {
        let plan = |&decl: &Decl| {
            let (item, foreign) = (self.documented_item(decl)?, self.foreign_names(decl));
            Some(Planned { decl, item, foreign, external: self.externals(decl) })
        };
        let shares: Vec<&[Decl]> = wanted.chunks(SHARE).collect();
        threads::map(&shares, |share| share.iter().filter_map(plan).collect::<Vec<_>>()).into_iter().flatten().collect()
    }

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
    pub(super) fn renames_itself(&self, id: Id<model::Alias>) -> bool {
        let alias = &self.model.aliases[id];
        match self.abi(&alias.ty) {
            Ty::Path(path) => path.name == alias.head.name,
            Ty::Prim(name) => name == alias.head.name,
            _ => false,
        }
    }

    fn record(&self, id: Id<model::Record>) -> Option<Record> {
        let record = &self.model.records[id];
        if record.declared_only {
            return None;
        }
        let (wide, narrow) = (self.layouts.record(id, Target::X86_64), self.layouts.record(id, Target::I686));
        let super::bits::Members { fields, offsets, bits, .. } = self.members(id);
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

    fn base(&self, base: Option<Id<model::Interface>>) -> Base {
        let root = |id: &Id<model::Interface>| !self.is_runtime(Decl::Interface(*id));
        let Some(base) = base.filter(root).map(Decl::Interface) else {
            let (vtable, provider) = (runtime("IUnknown_Vtbl"), runtime("IUnknownImpl"));
            return Base { vtable, provider, mock: Path { module: "::mapidl::mock".into(), name: "Mock".into() } };
        };
        let made = |kind| self.made_path(base, kind, &self.model.head(base).name);
        Base { vtable: made(Made::Vtable), provider: made(Made::Provider), mock: made(Made::Mock) }
    }

    fn interface_docs(&self, id: Id<model::Interface>) -> Vec<String> {
        let interface = &self.model.interfaces[id];
        let mut lines = docs(&interface.head);
        let facts = &interface.facts;
        let mut rows = vec![];
        if let Some(iid) = interface.iid {
            rows.push(("Identifier", iid.to_string()));
        }
        for (title, fact) in [
            ("Header", &facts.header),
            ("Exposed by", &facts.exposed_by),
            ("Implemented by", &facts.implemented_by),
            ("Called by", &facts.called_by),
            ("Transactions", &facts.transaction),
        ] {
            rows.extend(fact.clone().map(|fact| (title, fact)));
        }
        if interface.free_threaded {
            rows.push(("Threads", "Any thread may call it".to_owned()));
        }
        if !rows.is_empty() {
            section(&mut lines, &["| Quick facts | |", "|:--|:--|"]);
            lines.extend(rows.into_iter().map(|(title, fact)| format!("| {title} | {fact} |")));
        }
        if interface.declared_only {
            return lines;
        }
        if let Some(other) = interface.confusable {
            let other = &self.model.interfaces[other].head.name;
            section(
                &mut lines,
                &[&format!(
                    "`{other}` has the same identifier, and another vtable: `cast` and whatever else asks an object for this \
                 interface does not compile. `SHARED_IID` is the identifier, for `cast_by`, which is `unsafe`."
                )],
            );
        }
        section(&mut lines, &["| Slot | Method | Introduced by |", "|--:|:--|:--|"]);
        for base in self.model.chain(id) {
            let base = &self.model.interfaces[base];
            lines.extend(
                base.methods.iter().map(|m| format!("| {} | `{}` | {} |", m.slot, m.head.name, base.head.name)),
            );
        }
        lines
    }
}

/// A type of the runtime crate.
pub(super) fn runtime(name: &str) -> Path {
    Path { module: "::mapidl".into(), name: name.into() }
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

/// Adds lines after a blank one.
pub(super) fn section(lines: &mut Vec<String>, more: &[&str]) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more.iter().map(|&line| line.to_owned()));
}

/// The documentation of a declaration, with what its origin leaves open.
pub(super) fn docs(head: &model::Head) -> Vec<String> {
    let mut lines = head.docs.clone();
    for open in &head.unverified {
        section(&mut lines, &[&format!("Not verified: {open}")]);
    }
    if let Some(by) = &head.hidden {
        let what = "Stands in for what another header declares";
        section(&mut lines, &[&format!("{what}: {by} hides it from C, where it may be anything.")]);
    }
    lines
}

/// The documentation of a method: its own, its parameters', its codes.
pub(super) fn method_docs(method: &model::Method) -> Vec<String> {
    let mut lines = docs(&method.head);
    let described: Vec<_> = method.params.iter().filter_map(param_docs).collect();
    if !described.is_empty() {
        section(&mut lines, &["# Parameters"]);
        lines.extend(described);
    }
    let codes = |codes: &[model::CodeRef]| {
        codes.iter().filter(|c| c.value != 0).map(|c| format!("`{}`", c.name)).collect::<Vec<_>>().join(", ")
    };
    let warnings = codes(method.facts.success.as_deref().unwrap_or_default());
    if !warnings.is_empty() {
        section(&mut lines, &["# Success codes", &format!("`S_OK`, {warnings}")]);
    }
    let errors = codes(&method.facts.errors);
    if !errors.is_empty() {
        section(&mut lines, &["# Errors", &errors]);
    }
    lines
}

/// What is said of a parameter, in one line: Rust has no default arguments, so that a default is told.
fn param_docs(param: &model::Param) -> Option<String> {
    let mut said = vec![param.head.docs.join(" ").trim().to_owned()];
    said.extend(param.facts.default_value.as_ref().map(|value| format!("`{value}` by default.")));
    said.retain(|part| !part.is_empty());
    (!said.is_empty()).then(|| format!("- `{}`: {}", param.head.name, said.join(" ")))
}
