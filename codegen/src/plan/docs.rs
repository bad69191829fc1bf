//! What is said of items: the IDL's own words, and facts of the definition below them.

use crate::model::{self, Id};
use crate::plan::context::Types;

impl Types<'_> {
    /// The documentation of an interface: its own, and what is known of it.
    pub(crate) fn interface_docs(&self, id: Id<model::Interface>) -> Vec<String> {
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
        lines
    }
}

/// Adds lines after a blank one.
pub(crate) fn section(lines: &mut Vec<String>, more: &[&str]) {
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.extend(more.iter().map(|&line| line.to_owned()));
}

/// The documentation of a declaration, with what its origin leaves open.
pub(crate) fn docs(head: &model::Head) -> Vec<String> {
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

/// The sections of a method's documentation that tell its codes.
pub(crate) fn code_docs(method: &model::Method) -> Vec<String> {
    let mut lines = Vec::new();
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
pub(crate) fn param_docs(param: &model::Param) -> String {
    let mut said = vec![param.head.docs.join(" ").trim().to_owned()];
    said.extend(param.facts.default_value.as_ref().map(|value| format!("`{value}` by default.")));
    said.retain(|part| !part.is_empty());
    said.join(" ")
}
