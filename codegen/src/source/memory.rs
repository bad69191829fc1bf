//! Duty: a loader of texts that are in memory: tests, macros, bundled files.

use super::decode::{check_size, strip_mark};
use super::loader::{neighbour, normalize};
use super::{LoadError, Loaded, Loader, Origin};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Texts by name. Names are compared without case, as MIDL files are used to.
#[derive(Clone, Debug)]
pub struct MemoryLoader {
    label: &'static str,
    texts: BTreeMap<String, (String, Cow<'static, str>)>,
}

impl MemoryLoader {
    /// No texts; `label` tells this loader's texts from those of others, and is named where a search finds nothing.
    #[must_use]
    pub fn new(label: &'static str) -> Self {
        Self { label, texts: BTreeMap::new() }
    }

    /// Adds a text.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<Cow<'static, str>>) -> Self {
        let name = normalize(name);
        self.texts.insert(name.to_ascii_lowercase(), (name, text.into()));
        self
    }

    /// The names of the texts, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.texts.values().map(|(name, _)| name.as_str())
    }

    fn get(&self, name: &str) -> Result<Option<Loaded>, LoadError> {
        let Some((name, text)) = self.texts.get(&name.to_ascii_lowercase()) else { return Ok(None) };
        check_size(name, text.len() as u64)?;
        Ok(Some(Loaded {
            name: name.clone(),
            display: name.clone(),
            key: format!("{}:{name}", self.label),
            origin: Origin::Memory { label: self.label, name: name.clone() },
            text: strip_mark(text.clone().into_owned()),
        }))
    }
}

impl Loader for MemoryLoader {
    fn beside(&self, importing: Option<&Origin>, name: &str, _: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        match importing {
            Some(Origin::Memory { label, name: from }) if *label == self.label => self.get(&neighbour(from, name)),
            _ => Ok(None),
        }
    }

    fn search(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        let found = self.get(&normalize(name))?;
        if found.is_none() {
            searched.push(format!("{} among the {} files", normalize(name), self.label));
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::ChainLoader;

    #[test]
    fn a_neighbour_comes_before_any_search_folder() {
        let user = MemoryLoader::new("user").with("unknwn.idl", "user's");
        let bundled = MemoryLoader::new("bundled").with("unknwn.idl", "bundled").with("oaidl.idl", "");
        let chain = ChainLoader::new(vec![&user, &bundled]);
        let oaidl = chain.load(None, "oaidl.idl").unwrap();
        assert_eq!(chain.load(Some(&oaidl.origin), "unknwn.idl").unwrap().text, "bundled");
        assert_eq!(chain.load(None, "Unknwn.idl").unwrap().text, "user's");
    }

    #[test]
    fn a_missing_text_lists_the_places() {
        let (user, bundled) = (MemoryLoader::new("user"), MemoryLoader::new("bundled"));
        let error = ChainLoader::new(vec![&user, &bundled]).load(None, "x.idl").unwrap_err();
        let searched = vec!["x.idl among the user files".to_owned(), "x.idl among the bundled files".to_owned()];
        assert_eq!(error, LoadError::Missing { name: "x.idl".to_owned(), searched });
    }

    #[test]
    fn a_byte_order_mark_is_stripped() {
        let loader = MemoryLoader::new("m").with("a.idl", "\u{feff}x");
        assert_eq!(loader.load(None, "a.idl").unwrap().text, "x");
    }
}
