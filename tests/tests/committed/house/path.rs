//! Duty: find the paths that lead from one module to another.
//! Input: the tokens of a file. Output: absolute paths, and what each imported name stands for.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{HashMap, HashSet};

/// What a module names in its own crate.
#[derive(Default)]
pub(crate) struct Names {
    /// Paths that are used, from the crate's root.
    pub(crate) used: Vec<Vec<String>>,
    /// What each imported or re-exported name stands for.
    pub(crate) imported: HashMap<String, Vec<String>>,
}

/// What a file's tokens name.
pub(crate) fn names(module: &[String], tokens: TokenStream) -> Names {
    let mut reader = Reader { module: module.to_vec(), children: children(tokens.clone()), names: Names::default() };
    reader.read(tokens);
    reader.names
}

struct Reader {
    module: Vec<String>,
    /// The modules that the file declares.
    children: HashSet<String>,
    names: Names,
}

/// The modules that stand in files of their own.
fn children(tokens: TokenStream) -> HashSet<String> {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let declared = tokens.windows(3).filter_map(|window| match window {
        [TokenTree::Ident(word), TokenTree::Ident(name), end] if word == "mod" && is_punct(Some(end), ';') => {
            Some(name.to_string())
        }
        _ => None,
    });
    declared.collect()
}

impl Reader {
    fn read(&mut self, tokens: TokenStream) {
        let tokens: Vec<_> = tokens.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at += match &tokens[at] {
                TokenTree::Group(group) => {
                    if !begins_with(&group.stream(), "in") {
                        self.read(group.stream());
                    }
                    1
                }
                TokenTree::Ident(word) if word == "use" && !is_punct(tokens.get(at + 1), '<') => {
                    self.import(&tokens, at)
                }
                TokenTree::Ident(word) if word == "mod" => self.inline(&tokens[at..]),
                // A macro's own crate is named where it is expanded, which may be elsewhere.
                TokenTree::Punct(mark) if mark.as_char() == '$' => 2,
                TokenTree::Ident(_) => self.path(&tokens[at..]),
                _ => 1,
            };
        }
    }

    /// A module within the file; tests are left out. Gives how many tokens were read.
    fn inline(&mut self, tokens: &[TokenTree]) -> usize {
        let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) = (tokens.get(1), tokens.get(2)) else {
            return 1;
        };
        if name != "tests" {
            let (mut module, imported) = (self.module.clone(), self.names.imported.clone());
            module.push(name.to_string());
            let outer = std::mem::replace(&mut self.module, module);
            self.read(body.stream());
            (self.module, self.names.imported) = (outer, imported);
        }
        3
    }

    /// `use …;`. A re-export only says what a name stands for.
    fn import(&mut self, tokens: &[TokenTree], at: usize) -> usize {
        let end = tokens[at..].iter().position(|token| is_punct(Some(token), ';')).map_or(tokens.len(), |end| at + end);
        let is_public = |back: usize| {
            at.checked_sub(back)
                .is_some_and(|before| matches!(&tokens[before], TokenTree::Ident(word) if word == "pub"))
        };
        let is_restricted =
            at > 0 && matches!(&tokens[at - 1], TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis);
        let mut found = Vec::new();
        tree(&tokens[at + 1..end], &[], &mut found);
        for (path, name) in found {
            let downward = self.is_downward(&path);
            let Some(path) = self.absolute(&path) else { continue };
            if !(is_public(1) || is_restricted && is_public(2) || downward) {
                self.names.used.push(path.clone());
            }
            self.names.imported.insert(name, path);
        }
        end - at + 1
    }

    /// A path within other code.
    fn path(&mut self, tokens: &[TokenTree]) -> usize {
        let (mut path, mut at) = (Vec::new(), 0);
        while let Some(TokenTree::Ident(word)) = tokens.get(at) {
            path.push(word.to_string());
            at += 1;
            if !(is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':')) {
                break;
            }
            at += 2;
        }
        if path.len() > 1 && !self.is_downward(&path) {
            self.names.used.extend(self.absolute(&path));
        }
        at
    }

    /// Whether a path leads to a module inside this one. A module heads those inside it, and they may name what it has: that
    /// is no circle.
    fn is_downward(&self, path: &[String]) -> bool {
        path.first().is_some_and(|name| self.children.contains(name))
    }

    /// A path from the crate's root, if it leads anywhere in the crate.
    fn absolute(&self, path: &[String]) -> Option<Vec<String>> {
        let mut module = match path.first()?.as_str() {
            "crate" => Vec::new(),
            "self" | "super" => self.module.clone(),
            child if self.children.contains(child) => return Some([&self.module, path].concat()),
            name => return Some([self.names.imported.get(name)?, &path[1..]].concat()),
        };
        let ups = path.iter().take_while(|word| *word == "super").count();
        module.truncate(module.len().checked_sub(ups)?);
        module.extend(path[ups.max(1)..].iter().cloned());
        Some(module)
    }
}

/// The paths of a tree of imports, each with the name that it is given.
fn tree(tokens: &[TokenTree], prefix: &[String], found: &mut Vec<(Vec<String>, String)>) {
    let mut path = prefix.to_vec();
    let mut name = None;
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at] {
            TokenTree::Group(group) => {
                let inner: Vec<_> = group.stream().into_iter().collect();
                for part in inner.split(|token| is_punct(Some(token), ',')).filter(|part| !part.is_empty()) {
                    tree(part, &path, found);
                }
                return;
            }
            TokenTree::Ident(word) if word == "as" => {
                name = tokens.get(at + 1).map(ToString::to_string);
                break;
            }
            // `{self, …}` is the module itself.
            TokenTree::Ident(word) if word == "self" && !path.is_empty() => {}
            TokenTree::Ident(word) => path.push(word.to_string()),
            _ => {}
        }
        at += 1;
    }
    let name = name.or_else(|| path.last().cloned()).unwrap_or_default();
    found.push((path, name));
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(mark)) if mark.as_char() == wanted)
}

fn begins_with(tokens: &TokenStream, word: &str) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(first)) if first == word)
}

#[test]
fn every_way_to_name_something_is_read() {
    let text = "use crate::model::{self, ty::Type as T}; pub(super) use super::role::*; use std::fmt; mod own;
        pub use own::Thing;
        macro_rules! m { () => { $crate::emit::x() } }
        fn f(t: T) { self::part::go(super::a::B::new()); fmt::x(); model::y(); own::z() } mod tests { use crate::output; }";
    let found = names(&["plan".to_owned()], text.parse().expect("tokens"));
    let used: Vec<_> = found.used.iter().map(|path| path.join("::")).collect();
    assert_eq!(used, ["model", "model::ty::Type", "plan::part::go", "a::B::new", "model::y"]);
    assert_eq!(found.imported["T"], ["model", "ty", "Type"]);
    assert_eq!(found.imported["Thing"], ["plan", "own", "Thing"]);
}
