//! What the functions of a module give: entry points that are found when they are first called, and safe functions.

use crate::layout::Target;
use crate::model::{self, Decl, Id, Type};
use crate::names::{self, Made, Scope};
use crate::plan::context::{Records, Types};
use crate::plan::docs::docs;
use crate::plan::params::signature::{E_POINTER, Names};
use crate::plan::{Dll, Function};

impl Types<'_> {
    /// How many bytes of stack the arguments take on 32-bit Windows, which is part of the names of stdcall functions.
    fn stack(&self, function: &model::Method) -> u64 {
        let size = |param: &model::Param| match self.model.strip(&param.ty) {
            Type::Array { .. } => Target::I686.pointer_size(),
            _ => self.layouts.size_of(self.model, &param.ty, Target::I686).size.next_multiple_of(4),
        };
        function.params.iter().map(size).sum()
    }
}

impl Records<'_> {
    /// The functions of a module; `None` where nobody says in which DLL they are.
    pub(crate) fn dll(&self, id: Id<model::Module>) -> Option<Dll> {
        let module = &self.model.modules[id];
        let files = module.dll.as_ref()?.split('|').map(|file| file.trim().to_owned()).collect();
        let mut scope = Scope::with(&["DLL"]);
        // Only C can call a function with `...`.
        let callable = module.functions.iter().enumerate().filter(|(_, function)| !function.variadic);
        let functions = callable.map(|(at, function)| {
            let name = self.made_path(Decl::Module(id), Made::Function(at), &function.head.name).name;
            self.entry(function, name, &mut scope)
        });
        let functions = functions.collect();
        Some(Dll {
            com: module.head.name.clone(),
            name: self.made_path(Decl::Module(id), Made::Dll, &module.head.name).name,
            docs: docs(&module.head),
            files,
            mapi_heap: module.mapi_heap,
            functions,
        })
    }

    fn entry(&self, function: &model::Method, name: String, places: &mut Scope) -> Function {
        let com = &function.head.name;
        let field = places.take(names::escape(com), || format!("{com}_"));
        let entry = function.facts.entry.clone().unwrap_or_else(|| com.clone());
        let decorated = (!function.cdecl).then(|| format!("{entry}@{}", self.stack(function)));
        let names = Names { name, default: None, expect: None, field, locals: names::ENTRIES };
        Function {
            symbols: std::iter::once(entry).chain(decorated).collect(),
            method: self.signature(function, names, E_POINTER),
        }
    }
}
