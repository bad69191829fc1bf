//! Duty: find what a name means. Input: the model, a name. Output: its declaration, or a report that names those most
//! like it.

use mapidl_codegen::diag::{Code, Diagnostic};
use mapidl_codegen::model::{Decl, Model};
use mapidl_codegen::suggest::nearest;
use std::collections::BTreeSet;

/// How many names are suggested.
const MOST: usize = 5;

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
    let near: Vec<_> = likely(name, declared).into_iter().map(|name| format!("`{name}`")).collect();
    match near.as_slice() {
        [] => diagnostic,
        [one] => diagnostic.help(format!("did you mean {one}?")),
        [more @ .., last] => diagnostic.help(format!("did you mean {} or {last}?", more.join(", "))),
    }
}

/// The names that were likely meant, best first: the one with a slip in it, and, since people search for parts of a name
/// too, those that contain it, in any case.
fn likely<'n>(name: &str, declared: impl IntoIterator<Item = &'n str>) -> Vec<&'n str> {
    let (wanted, declared) = (name.to_ascii_lowercase(), declared.into_iter().collect::<BTreeSet<_>>());
    let slip = nearest(name, declared.iter().copied());
    let is_part = |whole: &&str| wanted.len() > 2 && whole.to_ascii_lowercase().contains(&wanted);
    let parts = declared.into_iter().filter(is_part).filter(|whole| Some(*whole) != slip);
    slip.into_iter().chain(parts).take(MOST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_and_parts_are_found() {
        let names = ["IMAPIProp", "IMAPIProgress", "IMAPITable", "SPropValue", "SPropValue", "IUnknown"];
        assert_eq!(likely("IMAPIPorp", names), ["IMAPIProp"]);
        assert_eq!(likely("imapiprop", names), ["IMAPIProp"]);
        assert_eq!(likely("PropVal", names), ["SPropValue"]);
        assert_eq!(likely("mapit", names), ["IMAPITable"]);
        assert!(likely("Xyzzy", names).is_empty());
        assert!(likely("", names).is_empty());
    }
}
