//! Fourth pass: finds the bases of interfaces and gives their methods slots.

use super::Resolver;
use super::lookup::Query;
use super::scope::Place;
use super::types::MAX_DEPTH;
use super::worklist::{Kind, Task};
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Id, Interface, InterfaceKind, Method, Model, Type};
use crate::source::Span;
use crate::syntax::ast::{self, DispBody, Name};
use std::collections::{HashMap, HashSet};

/// The interface that needs no base.
const ROOT: &str = "IUnknown";

impl Resolver<'_> {
    /// Gives every interface its base and every method its slot.
    pub(super) fn interfaces(&mut self) {
        let tasks = std::mem::take(&mut self.declared.tasks);
        for task in &tasks {
            match task.kind {
                Kind::Interface(id, source) => self.base(id, source, task.at),
                Kind::Dispinterface(id, body) => self.dispatch(id, body, task.at),
                _ => {}
            }
        }
        self.cut_cycles();
        self.late_bases(&tasks);
        self.declared.tasks = tasks;
        self.own_methods();
        self.slots();
        // No longer: base names, methods declared again, wire forms of local methods, attributes as trees.
    }

    fn base(&mut self, id: Id<Interface>, source: &ast::Interface, at: Place) {
        let interface = &self.model.interfaces[id];
        let object = interface.kind == InterfaceKind::Object;
        match &source.base {
            Some(base) => self.model.interfaces[id].base = self.find_base(base, at),
            None if object && interface.head.name != ROOT => {
                let name = &source.name;
                let message = format!("the object interface `{}` names no base", name.text);
                let note = "its vtable has its own methods and nothing else: nobody can count references to it";
                let help = format!("write `interface {} : IUnknown`, unless that is meant", name.text);
                let diagnostic = Diagnostic::warning(Code::MISSING_BASE, name.loc.0, message);
                self.sink.push(diagnostic.note(note).help(help));
            }
            None => {}
        }
    }

    fn find_base(&mut self, base: &Name, at: Place) -> Option<Id<Interface>> {
        let wanted = |decl| matches!(decl, Decl::Interface(_));
        let (name, span) = (&*base.text, base.loc.0);
        let query = Query { name, span, at, code: Code::UNKNOWN_BASE, what: "an interface", wanted };
        let Some(Decl::Interface(id)) = self.find(query) else { return None };
        let found = &self.model.interfaces[id];
        let (code, message, help) = if found.declared_only {
            let help = "its methods come first in the vtable: define it, or import the file that does";
            (Code::UNKNOWN_BASE, format!("the base `{name}` is only declared"), help)
        } else if found.kind != InterfaceKind::Object {
            let help = "only an interface with `object` has a vtable to build on";
            (Code::WRONG_KIND, format!("`{name}` cannot be a base"), help)
        } else {
            return Some(id);
        };
        self.sink.push(Diagnostic::error(code, span, message).also(found.head.span, "declared here").help(help));
        None
    }

    /// A dispinterface has the vtable of IDispatch; where that is not known it is no more than a name.
    fn dispatch(&mut self, id: Id<Interface>, body: &DispBody, at: Place) {
        if let DispBody::Of(name) = body {
            let wanted = |decl| matches!(decl, Decl::Interface(_));
            let (code, what) = (Code::UNKNOWN_INTERFACE, "an interface");
            let at = self.end_of_file(at);
            self.find(Query { name: &name.text, span: name.loc.0, at, code, what, wanted });
        }
        let base = match self.visible("IDispatch", at) {
            Some(Decl::Interface(base)) if base != id && !self.model.interfaces[base].declared_only => Some(base),
            _ => None,
        };
        let interface = &mut self.model.interfaces[id];
        interface.base = base;
        interface.declared_only = base.is_none();
    }

    /// Takes the base away from interfaces that derive from themselves, or through too many others.
    fn cut_cycles(&mut self) {
        let mut depths: Vec<Option<usize>> = vec![None; self.model.interfaces.len()];
        for id in self.model.interfaces.ids() {
            let mut path = Vec::new();
            let mut on_path = HashSet::new();
            let mut next = Some(id);
            while let Some(id) = next.filter(|id| depths[id.index()].is_none()) {
                if !on_path.insert(id) {
                    self.cut_cycle(id, &path);
                    break;
                }
                path.push(id);
                next = self.model.interfaces[id].base;
            }
            while let Some(id) = path.pop() {
                let base = self.model.interfaces[id].base;
                let mut depth = base.and_then(|base| depths[base.index()]).map_or(0, |depth| depth + 1);
                if depth > MAX_DEPTH {
                    self.cut_depth(id);
                    depth = 0;
                }
                depths[id.index()] = Some(depth);
            }
        }
    }

    /// Warns of interfaces that stand before their base, which C++ needs first, and puts them behind it.
    fn late_bases(&mut self, tasks: &[Task<'_>]) {
        let mut defined = HashSet::new();
        let mut late = false;
        for task in tasks {
            let Kind::Interface(id, source) = task.kind else { continue };
            defined.insert(id);
            let base = self.model.interfaces[id].base;
            if let (Some(base), Some(name)) = (base.filter(|base| !defined.contains(base)), &source.base) {
                late = true;
                let message = format!("the base `{}` is defined later", name.text);
                let diagnostic = Diagnostic::warning(Code::UNKNOWN_BASE, name.loc.0, message);
                let diagnostic = diagnostic.also(self.model.interfaces[base].head.span, "defined here");
                self.sink.push(diagnostic.help("move its definition before this interface: C++ needs it first"));
            }
        }
        if late {
            self.bases_first();
        }
    }

    /// Moves interfaces in the model's order behind the last of their bases. There are no cycles any more.
    fn bases_first(&mut self) {
        let order = std::mem::take(&mut self.model.order);
        let mut waiting: HashMap<Id<Interface>, Vec<Id<Interface>>> = HashMap::new();
        let mut placed = HashSet::new();
        for decl in order {
            let Decl::Interface(id) = decl else {
                self.model.order.push(decl);
                continue;
            };
            let mut open = vec![id];
            while let Some(id) = open.pop() {
                match self.model.interfaces[id].base {
                    Some(base) if !placed.contains(&base) => waiting.entry(base).or_default().push(id),
                    _ => {
                        placed.insert(id);
                        self.model.order.push(Decl::Interface(id));
                        open.extend(waiting.remove(&id).into_iter().flatten().rev());
                    }
                }
            }
        }
    }

    fn cut_cycle(&mut self, id: Id<Interface>, path: &[Id<Interface>]) {
        let name = |id: &Id<Interface>| &*self.model.interfaces[*id].head.name;
        let round = path.iter().skip_while(|on_path| **on_path != id).chain([&id]);
        let note = round.map(name).collect::<Vec<_>>().join(" : ");
        let interface = &mut self.model.interfaces[id];
        interface.base = None;
        let message = format!("`{}` derives from itself", interface.head.name);
        self.sink.push(Diagnostic::error(Code::BASE_CYCLE, interface.head.span, message).note(note));
    }

    fn cut_depth(&mut self, id: Id<Interface>) {
        let interface = &mut self.model.interfaces[id];
        interface.base = None;
        let message = format!("`{}` has more than {MAX_DEPTH} bases", interface.head.name);
        self.sink.push(Diagnostic::error(Code::TOO_DEEP, interface.head.span, message));
    }

    /// Leaves each interface the methods that can take slots, each once.
    fn own_methods(&mut self) {
        for id in self.model.interfaces.ids() {
            let mut methods = std::mem::take(&mut self.model.interfaces[id].methods);
            if self.model.interfaces[id].kind == InterfaceKind::Rpc {
                if let Some(method) = methods.first() {
                    self.rpc_functions(id, method.head.span);
                }
                continue;
            }
            let names: HashSet<_> = methods.iter().map(|method| method.head.name.clone()).collect();
            let mut seen: HashMap<String, Span> = HashMap::new();
            methods.retain(|method| {
                let (name, span) = (&method.head.name, method.head.span);
                if let Some(target) = &method.facts.call_as {
                    self.check_call_as(target, names.contains(target), span);
                    return false;
                }
                let first = seen.get(name).copied();
                match first {
                    Some(first) => self.duplicate_method(name, span, first),
                    None => {
                        seen.insert(name.clone(), span);
                    }
                }
                first.is_none()
            });
            self.model.interfaces[id].methods = methods;
        }
    }

    fn rpc_functions(&mut self, id: Id<Interface>, span: Span) {
        let interface = &self.model.interfaces[id];
        let message = format!("the functions of `{}` are left out", interface.head.name);
        let diagnostic = Diagnostic::warning(Code::FUNCTION_LEFT_OUT, span, message);
        let diagnostic = diagnostic.also(interface.head.span, "this interface has no `object`");
        self.sink.push(diagnostic.help("add `object` and a base for a COM interface, or write a `module`"));
    }

    fn check_call_as(&mut self, target: &str, known: bool, span: Span) {
        if !known {
            let message = format!("`call_as` names `{target}`, which is no method of this interface");
            self.sink.push(Diagnostic::error(Code::UNKNOWN_NAME, span, message));
        }
    }

    fn duplicate_method(&mut self, name: &str, span: Span, first: Span) {
        let message = format!("the method `{name}` is declared twice");
        let diagnostic = Diagnostic::error(Code::DUPLICATE_METHOD, span, message).also(first, "first declared here");
        self.sink.push(diagnostic.help("C++ overloads have no place in a vtable: give each method a name of its own"));
    }

    /// Numbers the slots. A method that a base has already, by name and parameters, keeps the base's slot, as in C++. One
    /// of the same name with other parameters is another method.
    ///
    /// The tree of interfaces is walked with one table of the methods on the way from the root, so that the cost is that
    /// of looking at each method once.
    fn slots(&mut self) {
        let ids: Vec<_> = self.model.interfaces.ids().collect();
        let mut derived: Vec<Vec<Id<Interface>>> = vec![Vec::new(); ids.len()];
        let mut open = Vec::new();
        for &id in ids.iter().rev() {
            match self.model.interfaces[id].base {
                Some(base) => derived[base.index()].push(id),
                None => open.push(Step::Enter(id)),
            }
        }
        let mut known = HashSet::new();
        while let Some(step) = open.pop() {
            match step {
                Step::Enter(id) => {
                    self.number(id, &mut known);
                    open.push(Step::Leave(id));
                    open.extend(derived[id.index()].drain(..).map(Step::Enter));
                }
                Step::Leave(id) => {
                    for method in &self.model.interfaces[id].methods {
                        known.remove(&signature(&self.model, method));
                    }
                }
            }
        }
    }

    fn number(&mut self, id: Id<Interface>, known: &mut HashSet<Signature>) {
        let base = self.model.interfaces[id].base;
        let first = base.map_or(0, |base| self.model.slot_count(base));
        let mut methods = std::mem::take(&mut self.model.interfaces[id].methods);
        methods.retain(|method| known.insert(signature(&self.model, method)));
        let interface = &mut self.model.interfaces[id];
        interface.first_slot = first;
        interface.methods = methods;
        for (slot, method) in (first..).zip(&mut interface.methods) {
            method.slot = slot;
        }
    }
}

/// What makes a method the same in C++: its name and the types of its parameters.
type Signature = (String, Vec<Type>);

fn signature(model: &Model, method: &Method) -> Signature {
    (method.head.name.clone(), method.params.iter().map(|param| bare(model, &param.ty)).collect())
}

/// A type without the typedefs on the way to what its pointers point to; an array is passed as a pointer.
fn bare(model: &Model, ty: &Type) -> Type {
    match model.strip(ty) {
        Type::Pointer { to, is_const } => bare(model, to).pointer(*is_const),
        Type::Array { of, is_const, .. } => bare(model, of).pointer(*is_const),
        other => other.clone(),
    }
}

/// A step of the walk over the tree of interfaces.
enum Step {
    Enter(Id<Interface>),
    Leave(Id<Interface>),
}
