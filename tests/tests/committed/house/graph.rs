//! Duty: the arrows between files, and the circles among them.
//! Input: the names that files use. Output: pairs of files; files that lead to one another.

use super::path::{self, Names};
use super::tree::Package;
use std::collections::{BTreeMap, BTreeSet};

/// Which file names what of which other one.
pub(crate) struct Graph {
    pub(crate) arrows: BTreeSet<(String, String)>,
}

impl Graph {
    pub(crate) fn of(package: &Package) -> Self {
        let names: Vec<_> = package.files.iter().map(|file| path::names(&file.module, file.tokens.clone())).collect();
        let mut arrows = BTreeSet::new();
        for (file, named) in package.files.iter().zip(&names) {
            for path in &named.used {
                let to = &package.files[home(package, &names, path, 8)].path;
                if *to != file.path {
                    arrows.insert((file.path.clone(), to.clone()));
                }
            }
        }
        Self { arrows }
    }

    /// Groups of files each of which leads to all others of its group.
    pub(crate) fn circles(&self) -> Vec<Vec<&str>> {
        let mut circles = BTreeSet::new();
        let files: BTreeSet<_> = self.arrows.iter().flat_map(|(from, to)| [from, to]).collect();
        let reached: BTreeMap<_, _> = files.iter().map(|file| (file.as_str(), self.reached(file))).collect();
        for file in reached.keys() {
            let circle: Vec<_> = reached[file].iter().copied().filter(|other| reached[other].contains(file)).collect();
            if circle.len() > 1 {
                circles.insert(circle);
            }
        }
        circles.into_iter().collect()
    }

    /// All files that a file leads to.
    fn reached<'a>(&'a self, file: &'a str) -> BTreeSet<&'a str> {
        let (mut reached, mut open) = (BTreeSet::new(), vec![file]);
        while let Some(from) = open.pop() {
            let next = self.arrows.iter().filter(|(arrow, _)| arrow == from).map(|(_, to)| to.as_str());
            open.extend(next.filter(|to| reached.insert(*to)));
        }
        reached
    }
}

/// The file that defines what a path names: the deepest module on it, or where that module has the name from.
fn home(package: &Package, names: &[Names], path: &[String], depth: usize) -> usize {
    let (file, rest) = (0..=path.len())
        .rev()
        .find_map(|len| Some((package.file(&path[..len])?, &path[len..])))
        .expect("the root is a module");
    let Some(imported) = rest.first().and_then(|name| names[file].imported.get(name)) else { return file };
    if depth == 0 {
        return file;
    }
    home(package, names, &[imported, &rest[1..]].concat(), depth - 1)
}
