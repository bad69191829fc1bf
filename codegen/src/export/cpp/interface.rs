//! Interfaces, for C++ and for C, and the functions of modules.

use super::Header;
use super::prologue::escape;
use crate::model::{Dialect, Guid, Id, Interface, InterfaceKind, Method, Module};
use std::collections::HashSet;

impl Header<'_> {
    pub(super) fn interface(&mut self, id: Id<Interface>) {
        let interface = &self.model.interfaces[id];
        if interface.kind == InterfaceKind::Rpc {
            return;
        }
        self.line("");
        self.docs("", &interface.head.docs);
        self.line("#ifdef __cplusplus");
        self.abstract_struct(interface);
        self.line("#else");
        self.table(id);
        self.line("#endif");
        if let Some(iid) = interface.iid
            && self.model.names.contains_key("GUID")
        {
            self.identifier(&interface.head.name, iid);
        }
    }

    fn abstract_struct(&mut self, interface: &Interface) {
        let base = interface.base.map(|base| format!(" : public {}", self.model.interfaces[base].head.name));
        self.line(&format!("struct {}{} {{", interface.head.name, base.unwrap_or_default()));
        for method in &interface.methods {
            self.docs("    ", &method.head.docs);
            let declarator =
                format!("{}{}({})", convention(method), escape(&method.head.name), self.params(method, None));
            let declaration = self.model.declare(&method.ret, &declarator, Dialect::Cpp);
            self.line(&format!("    virtual {declaration} = 0;"));
        }
        self.line("};");
    }

    /// The table of functions that C sees.
    fn table(&mut self, id: Id<Interface>) {
        let name = &self.model.interfaces[id].head.name;
        self.line(&format!("typedef struct {name}Vtbl {{"));
        let mut seen = HashSet::new();
        for base in self.model.chain(id) {
            for method in &self.model.interfaces[base].methods {
                let params = self.params(method, Some(name));
                let member = member(&self.model.interfaces[base], method, seen.insert(&*method.head.name));
                let declarator = format!("({}*{member})({params})", convention(method));
                let declaration = self.model.declare(&method.ret, &declarator, Dialect::Cpp);
                self.line(&format!("    {declaration};"));
            }
        }
        self.line(&format!("}} {name}Vtbl;"));
        self.line(&format!("struct {name} {{\n    const {name}Vtbl *lpVtbl;\n}};"));
    }

    /// The parameters of a method; those of C begin with the object.
    fn params(&self, method: &Method, this: Option<&str>) -> String {
        let this = this.map(|name| format!("{name} *This"));
        let own = method.params.iter().map(|param| self.declare(&param.ty, &param.head.name));
        let dots = method.variadic.then(|| "...".to_owned());
        let params: Vec<_> = this.into_iter().chain(own).chain(dots).collect();
        params.join(", ")
    }

    fn identifier(&mut self, name: &str, iid: Guid) {
        let value = initializer(iid);
        self.line(&format!("MAPIDL_CONST GUID IID_{name} = {value};"));
        self.line("#ifdef __cplusplus");
        self.line(&format!("template <> struct mapidl_iid_of<{name}> {{"));
        self.line(&format!("    static constexpr GUID value = {value};\n}};"));
        self.line("#endif");
    }

    pub(super) fn module(&mut self, module: &Module) {
        self.line("");
        self.docs("", &module.head.docs);
        self.line("#ifdef __cplusplus\nextern \"C\" {\n#endif");
        for function in &module.functions {
            self.docs("", &function.head.docs);
            let params = self.params(function, None);
            let params = if params.is_empty() { "void" } else { &params };
            let declarator = format!("{}{}({params})", convention(function), function.head.name);
            let declaration = self.model.declare(&function.ret, &declarator, Dialect::Cpp);
            self.line(&format!("{declaration};"));
        }
        self.line("#ifdef __cplusplus\n}\n#endif");
    }
}

/// What a method is called in the table of C, which knows no overloads.
fn member(interface: &Interface, method: &Method, first: bool) -> String {
    let name = escape(&method.head.name);
    if first { name.into_owned() } else { format!("{}_{name}", interface.head.name) }
}

fn convention(method: &Method) -> &'static str {
    // Member functions without one have another convention in C++ for 32 bits.
    if method.cdecl { "STDMETHODVCALLTYPE " } else { "STDMETHODCALLTYPE " }
}

/// `{0x00020307, 0x0000, 0x0000, {0xc0, …}}`
pub(super) fn initializer(iid: Guid) -> String {
    let bytes = iid.0.to_be_bytes();
    let hex = |bytes: &[u8]| -> String { bytes.iter().map(|byte| format!("{byte:02x}")).collect() };
    let tail: Vec<_> = bytes[8..].iter().map(|byte| format!("0x{byte:02x}")).collect();
    format!("{{0x{}, 0x{}, 0x{}, {{{}}}}}", hex(&bytes[..4]), hex(&bytes[4..6]), hex(&bytes[6..8]), tail.join(", "))
}
