//! Duty: a Rust module for each file, and no two of one name.
//! Input: the files that something is written of. Output: their modules, the same in whatever order the files are named.
//!
//! Folders are no part of a module's name, nor are capitals and punctuation, so that files of different names can ask
//! for one module. Then each gets as many of its folders as it takes to tell it from the others (`a/types.idl` is
//! `a_types`), and a number where folders do not help (`types`, `types_2`).

use crate::model::{File, Id};
use crate::names::{self, Scope};
use std::collections::{BTreeMap, HashMap};

/// The module of a file.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Place {
    pub(crate) name: String,
    /// The file's name, with as many of its folders as tell it from the others.
    pub(crate) source: String,
}

/// The modules of files. `is_taken` says which names mean something else beside the modules.
pub(crate) fn places(
    files: impl IntoIterator<Item = (Id<File>, String, bool)>,
    is_taken: impl Fn(&str) -> bool,
) -> HashMap<Id<File>, Place> {
    let mut files: Vec<_> = files.into_iter().map(|(id, name, bundled)| (bundled, name, id)).collect();
    // Own files come first, whatever the base files are that happen to be written too.
    files.sort_by(|a, b| (a.0, &a.1, a.2.index()).cmp(&(b.0, &b.1, b.2.index())));
    let mut groups: BTreeMap<String, Vec<(&str, Id<File>)>> = BTreeMap::new();
    for (_, name, id) in &files {
        groups.entry(names::module_stem(tail(name, 0))).or_default().push((name, *id));
    }
    let (mut alone, mut told, mut rest) = (Vec::new(), Vec::new(), Vec::new());
    for (stem, group) in &groups {
        for &(name, id) in group {
            match distinct(name, group) {
                _ if group.len() == 1 => alone.push((stem.clone(), tail(name, 0), id)),
                Some(tail) => told.push((names::module_stem(tail), tail, id)),
                None => rest.push((stem.clone(), tail(name, 0), id)),
            }
        }
    }
    let mut scope = Scope::default();
    let mut place = |(stem, source, id): (String, &str, Id<File>)| {
        let stem = scope.take(stem.clone(), || stem);
        (id, Place { name: names::module(&stem, &is_taken), source: source.to_owned() })
    };
    alone.into_iter().chain(told).chain(rest).map(&mut place).collect()
}

/// The shortest end of a path, folders included, that gives another module than those of the other files.
fn distinct<'n>(name: &'n str, group: &[(&str, Id<File>)]) -> Option<&'n str> {
    let depth = group.iter().map(|(name, _)| name.split('/').count()).max().unwrap_or(0);
    (1..depth).map(|folders| (folders, tail(name, folders))).find_map(|(folders, own)| {
        let stem = names::module_stem(own);
        let same = group.iter().filter(|(other, _)| names::module_stem(tail(other, folders)) == stem);
        (same.count() == 1).then_some(own)
    })
}

/// The last part of a path, with some of the folders before it.
fn tail(name: &str, folders: usize) -> &str {
    let start = name.rmatch_indices('/').nth(folders).map_or(0, |(at, _)| at + 1);
    &name[start..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Arena;

    /// The modules of files, in the order of the files; in any order they are the same.
    fn modules(names: &[&str]) -> Vec<String> {
        let of = |names: &[&str]| -> BTreeMap<String, String> {
            let mut files = Arena::default();
            let ids: Vec<_> = names.iter().map(|name| (file(&mut files), (*name).to_owned(), false)).collect();
            let places = places(ids.clone(), |name| name == "taken");
            ids.into_iter().map(|(id, name, _)| (name, places[&id].name.clone())).collect()
        };
        let (there, back) = (of(names), of(&names.iter().rev().copied().collect::<Vec<_>>()));
        assert_eq!(there, back);
        names.iter().map(|name| there[*name].clone()).collect()
    }

    fn file(files: &mut Arena<File>) -> Id<File> {
        let (name, docs, imports) = (String::new(), Vec::new(), Vec::new());
        files.push(File { name, root: true, bundled: false, base: false, interfaces_not_null: false, docs, imports })
    }

    #[test]
    fn files_alone_are_named_after_themselves() {
        assert_eq!(
            modules(&["x/core_objects.idl", "MyFile.v2.idl", "7th.idl"]),
            ["core_objects", "my_file_v2", "_7th"]
        );
        assert_eq!(modules(&["Größe.idl", "日本.idl", "..idl"]), ["gr_e", "file_2", "file"]);
    }

    #[test]
    fn names_that_mean_something_are_avoided() {
        for (file, module) in [
            ("mod.idl", "mod_"),
            ("mock.idl", "mock_"),
            ("lib.idl", "lib_"),
            ("main.idl", "main_"),
            ("self.idl", "self_"),
            ("Crate.idl", "crate_"),
            ("super.idl", "super_"),
            ("con.idl", "con_"),
            ("COM1.idl", "com1_"),
            ("lpt9.idl", "lpt9_"),
            ("u32.idl", "u32_"),
            ("str.idl", "str_"),
            ("core.idl", "core_"),
            ("mapidl.idl", "mapidl_"),
            ("default.idl", "default_"),
            ("full.idl", "full_"),
            ("taken.idl", "taken_"),
            ("type.idl", "r#type"),
            ("features.idl", "features"),
        ] {
            assert_eq!(modules(&[file]), [module]);
        }
    }

    #[test]
    fn folders_tell_files_apart() {
        assert_eq!(modules(&["a/types.idl", "b/types.idl"]), ["a_types", "b_types"]);
        assert_eq!(modules(&["/x/a/c/types.idl", "/x/b/c/types.idl"]), ["a_c_types", "b_c_types"]);
        assert_eq!(modules(&["types.idl", "b/types.idl", "b_types.idl"]), ["types", "b_types_2", "b_types"]);
        assert_eq!(modules(&["a/type.idl", "b/type.idl"]), ["a_type", "b_type"]);
    }

    #[test]
    fn numbers_tell_the_others_apart() {
        assert_eq!(modules(&["Types.idl", "Types_.idl", "types_2.idl"]), ["types", "types_3", "types_2"]);
        assert_eq!(
            modules(&["my-interop.idl", "my.interop.idl", "my_interop.idl"]),
            ["my_interop", "my_interop_2", "my_interop_3"]
        );
        assert_eq!(modules(&["type.idl", "Type.idl"]), ["type_2", "r#type"]);
    }
}
