//! Duty: what a run came to, in numbers. Input: a [`Compilation`]. Output: [`Summary`], as a line for
//! people or as JSON.

use mapidl_codegen::diag::Severity;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::plan::Plan;
use serde::Serialize;

/// What a run came to. Imported files count only where they are named too, or where Rust is written of what they declare.
#[derive(Serialize, Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Summary {
    pub(crate) files: usize,
    pub(crate) interfaces: usize,
    pub(crate) methods: usize,
    /// Of the methods, those that take `unsafe`; known where Rust is written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) unsafe_methods: Option<usize>,
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
}

impl Summary {
    /// Counts.
    pub(crate) fn new(compilation: &Compilation) -> Self {
        let model = &compilation.model;
        let interfaces: Vec<_> = model
            .interfaces
            .iter()
            .map(|(_, interface)| interface)
            .filter(|interface| model.files[interface.head.file].root && !interface.declared_only)
            .collect();
        let warnings = compilation.diagnostics.iter().filter(|d| d.severity == Severity::Warning);
        Self {
            files: model.files.iter().filter(|(_, file)| file.root).count(),
            interfaces: interfaces.len(),
            methods: interfaces.iter().map(|interface| interface.methods.len()).sum(),
            unsafe_methods: None,
            errors: compilation.errors,
            warnings: warnings.count(),
        }
    }

    /// The same of what is planned: of all interfaces that are written, imported ones among them, with the methods that
    /// are unsafe.
    pub(crate) fn written(self, plan: &Plan) -> Self {
        let methods = || plan.interfaces().flat_map(|interface| &interface.methods);
        let unsafe_methods = methods().filter(|method| method.is_raw()).count();
        let interfaces = plan.interfaces().count();
        Self { interfaces, methods: methods().count(), unsafe_methods: Some(unsafe_methods), ..self }
    }

    /// The declarations: `2 files, 3 interfaces, 14 methods (2 unsafe: see mapidl stats)`.
    pub(crate) fn contents(&self) -> String {
        let parts = [(self.files, "file"), (self.interfaces, "interface"), (self.methods, "method")];
        let parts = parts.map(|(count, what)| counted(count, what)).join(", ");
        match self.unsafe_methods {
            None | Some(0) => parts,
            Some(count) => format!("{parts} ({count} unsafe: see mapidl stats)"),
        }
    }

    /// The mistakes: `1 error, 2 warnings`.
    pub(crate) fn mistakes(&self) -> String {
        format!("{}, {}", counted(self.errors, "error"), counted(self.warnings, "warning"))
    }
}

/// A number and what it counts: `1 file`, `2 files`, `no files`.
pub(crate) fn counted(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_agree_with_their_nouns() {
        let summary = Summary { files: 1, interfaces: 2, methods: 0, unsafe_methods: None, errors: 1, warnings: 3 };
        assert_eq!(summary.contents(), "1 file, 2 interfaces, no methods");
        assert_eq!(summary.mistakes(), "1 error, 3 warnings");
    }
}
