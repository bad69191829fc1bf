//! Duty: find what a name means. Input: the model, a name. Output: its declaration, or a report that names those most
//! like it.

use mapidl_codegen::diag::{Code, Diagnostic};
use mapidl_codegen::model::{Decl, Model};
use std::collections::BTreeSet;

/// How many names are suggested.
const MOST: usize = 5;

/// How like a name must be, from 0 to 1.
const LIKE: f64 = 0.85;

/// How much less like than the best one a name may be.
const SPAN: f64 = 0.05;

/// The declaration of a name; a tag, a class, a library or a module will do where no type or constant has the name.
pub(crate) fn find(model: &Model, name: &str) -> Result<Decl, Diagnostic> {
    let by_other_name = || others(model).find(|(other, _)| *other == name).map(|(_, decl)| decl);
    let found = model.names.get(name).copied().or_else(by_other_name);
    let names = || model.names.keys().map(String::as_str).chain(others(model).map(|(other, _)| other));
    found.ok_or_else(|| not_declared(name, names()))
}

/// The names that stand in name spaces of their own.
fn others(model: &Model) -> impl Iterator<Item = (&str, Decl)> {
    let records = model.records.iter().map(|(id, record)| (record.tag.as_deref(), Decl::Record(id)));
    let enums = model.enums.iter().map(|(id, one)| (one.tag.as_deref(), Decl::Enum(id)));
    let classes = model.coclasses.iter().map(|(id, class)| (Some(class.head.name.as_str()), Decl::Coclass(id)));
    let libraries = model.libraries.iter().map(|(id, library)| (Some(library.head.name.as_str()), Decl::Library(id)));
    let modules = model.modules.iter().map(|(id, module)| (Some(module.head.name.as_str()), Decl::Module(id)));
    let all = records.chain(enums).chain(classes).chain(libraries).chain(modules);
    all.filter_map(|(name, decl)| Some((name?, decl)))
}

/// Reports that nothing has this name.
pub(crate) fn not_declared<'n>(name: &str, declared: impl IntoIterator<Item = &'n str>) -> Diagnostic {
    let diagnostic = Diagnostic::global(Code::UNUSED_OPTION, format!("nothing here is named `{name}`"));
    let near: Vec<_> = nearest(name, declared).into_iter().map(|name| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => diagnostic,
        [one] => diagnostic.help(format!("did you mean {one}?")),
        [more @ .., last] => diagnostic.help(format!("did you mean {} or {last}?", more.join(", "))),
    }
}

/// The names that were likely meant, best first: those with a slip in them, and, since people search for parts of a
/// name too, those that contain it, in any case.
fn nearest<'n>(name: &str, declared: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let wanted = name.to_ascii_lowercase();
    let declared: BTreeSet<_> = declared.into_iter().collect();
    let score = |candidate: &str| {
        let candidate = candidate.to_ascii_lowercase();
        let part = wanted.len() > 2 && candidate.contains(&wanted);
        (strsim::jaro_winkler(&wanted, &candidate), part)
    };
    let mut near: Vec<_> = declared.into_iter().map(|name| (score(name), name)).collect();
    let best = near.iter().map(|((likeness, _), _)| *likeness).fold(LIKE, f64::max);
    near.retain(|((likeness, part), _)| *part || *likeness >= (best - SPAN).max(LIKE));
    near.sort_by(|((a, _), _), ((b, _), _)| b.total_cmp(a));
    near.into_iter().take(MOST).map(|(_, name)| name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_parts_are_found() {
        let names = ["IMAPIProp", "IMAPIProgress", "IMAPITable", "SPropValue", "SPropValue", "IUnknown"];
        assert_eq!(nearest("IMAPIPorp", names), ["IMAPIProp"]);
        assert_eq!(nearest("imapiprop", names), ["IMAPIProp"]);
        assert_eq!(nearest("PropVal", names), ["SPropValue"]);
        assert_eq!(nearest("mapit", names), ["IMAPITable"]);
        assert!(nearest("Xyzzy", names).is_empty());
        assert!(nearest("", names).is_empty());
    }
}
