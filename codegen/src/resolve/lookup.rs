//! Finding a declaration by its name, and saying why there is none.

use super::Resolver;
use super::scope::{Entry, Place, Sight, Tag};
use super::{bundled, codes};
use crate::diag::{Code, Diagnostic, Sink};
use crate::model::Decl;
use crate::source::Span;

/// A name that is looked for.
#[derive(Clone, Copy)]
pub(super) struct Query<'q> {
    /// The name.
    pub(super) name: &'q str,
    /// Where it is written.
    pub(super) span: Span,
    /// From where it is looked for.
    pub(super) at: Place,
    /// What to report when there is none.
    pub(super) code: Code,
    /// What it should be, in words.
    pub(super) what: &'static str,
    /// Which kinds of declarations will do.
    pub(super) wanted: fn(Decl) -> bool,
}

impl Resolver<'_> {
    /// The declaration of a name that can be seen from `at`.
    pub(super) fn visible(&self, name: &str, at: Place) -> Option<Decl> {
        self.entry(name, at).map(|(entry, _)| entry.decl)
    }

    /// The declaration of a name that can be seen from `at`, with its place.
    pub(super) fn entry(&self, name: &str, at: Place) -> Option<(Entry, Sight)> {
        self.scope.best(self.scope.names.entries(name), at, |decl| self.is_whole(decl))
    }

    /// The record or enum of a tag that can be seen from `at`.
    pub(super) fn tag(&self, name: &str, at: Place) -> Option<Entry<Tag>> {
        let whole = |tag| !self.is_hollow(tag);
        self.scope.best(self.scope.tags.entries(name), at, whole).map(|(entry, _)| entry)
    }

    /// The record or enum that a declaration with this tag is about: not one that is seen by chance.
    pub(super) fn known_tag(&self, name: &str, at: Place) -> Option<Entry<Tag>> {
        let seen = self.scope.clear(self.scope.tags.entries(name), at);
        seen.min_by_key(|entry| self.is_hollow(entry.decl)).copied()
    }

    fn is_hollow(&self, tag: Tag) -> bool {
        matches!(tag, Tag::Record(id) if self.model.records[id].declared_only)
    }

    /// Whether more is known of a declaration than its name.
    pub(super) fn is_whole(&self, decl: Decl) -> bool {
        match decl {
            Decl::Interface(id) => !self.model.interfaces[id].declared_only,
            Decl::Record(id) => !self.model.records[id].declared_only,
            _ => true,
        }
    }

    /// Whether a name can be seen from `at`, and not by chance.
    pub(super) fn clearly_visible(&self, name: &str, at: Place) -> bool {
        self.entry(name, at).is_some_and(|(_, sight)| sight == Sight::Clear)
    }

    /// The place from which all of a file is seen, for what may name things that come later.
    pub(super) fn end_of_file(&self, at: Place) -> Place {
        Place { seq: self.declared.ends[at.file.index()], ..at }
    }

    /// Finds a declaration; says why there is none, or that it is of another kind.
    pub(super) fn find(&mut self, query: Query<'_>) -> Option<Decl> {
        match self.entry(query.name, query.at) {
            Some((entry, sight)) if (query.wanted)(entry.decl) => {
                self.warn_of_chance(query, &entry, sight);
                Some(entry.decl)
            }
            Some((entry, _)) => {
                let message = format!("`{}` is {}, not {}", query.name, kind(entry.decl), query.what);
                let diagnostic = Diagnostic::error(Code::WRONG_KIND, query.span, message);
                self.sink.push(diagnostic.also(entry.span, "declared here"));
                None
            }
            None => {
                let diagnostic = self.unknown(query);
                self.sink.push(diagnostic);
                None
            }
        }
    }

    /// Says that a name is seen only because its file happened to be read before; once for each pair of files.
    fn warn_of_chance(&mut self, query: Query<'_>, entry: &Entry, sight: Sight) {
        let Sight::Chance(file) = sight else { return };
        if !self.chances.insert((query.at.file, file)) {
            return;
        }
        let name = &self.model.files[file].name;
        let message = format!("`{}` comes from `{name}`, which this file does not import", query.name);
        let help = format!("write `import \"{name}\";` at the top of the file");
        let diagnostic = Diagnostic::warning(Code::NOT_IMPORTED, query.span, message);
        self.sink.push(diagnostic.also(entry.span, "declared here").help(help));
    }

    /// Why a name cannot be seen, and what may help.
    fn unknown(&self, query: Query<'_>) -> Diagnostic {
        let Query { name, span, at, code, what, .. } = query;
        let entries = self.scope.names.entries(name);
        if let Some(entry) = entries.iter().find(|entry| entry.place.file == at.file).or(entries.first()) {
            return self.hidden(query, entry);
        }
        let diagnostic = Diagnostic::error(code, span, format!("`{name}` is not known: {what} is needed here"));
        if let Some(tag) = self.tag(name, at) {
            return diagnostic.help(format!("`{name}` is a tag: write `{} {name}`", self.keyword(tag.decl)));
        }
        // What means just this comes before all that is spelt alike.
        if let Some(own) = bundled::of_c(name).filter(|_| code == Code::UNKNOWN_TYPE) {
            return diagnostic.help(format!("IDL has no `{name}`: write `{own}`"));
        }
        if let Some(file) = bundled::file(name) {
            return diagnostic.help(format!("write `import \"{file}\";` at the top of the file"));
        }
        match self.suggestion(query) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        }
    }

    /// What a name most likely was meant to be. Looking through all names has its price, which only messages that are
    /// shown are worth.
    pub(super) fn suggestion(&self, query: Query<'_>) -> Option<&str> {
        if self.sink.error_count() >= Sink::MAX_ERRORS {
            return None;
        }
        let builtin = if query.code == Code::UNKNOWN_NAME { codes::nearest_code(query.name) } else { None };
        self.scope.nearest(query.at, query.name, query.wanted).or(builtin)
    }

    /// A name that is declared where it cannot be seen.
    fn hidden(&self, query: Query<'_>, entry: &Entry) -> Diagnostic {
        let Query { name, span, at, code, .. } = query;
        if entry.place.file == at.file {
            let help = match entry.decl {
                Decl::Interface(_) => format!("write `interface {name};` before this place"),
                _ => "move the declaration before this place".to_owned(),
            };
            let message = format!("`{name}` is used before it is declared");
            return Diagnostic::error(code, span, message).also(entry.span, "declared here").help(help);
        }
        let file = &self.model.files[entry.place.file].name;
        let diagnostic = Diagnostic::error(code, span, format!("`{name}` cannot be seen from here"));
        if self.scope.imports(entry.place.file, at.file) {
            let note = format!("`{file}` imports this file, which is therefore read first");
            let help = "move the declaration to a file that both import";
            return diagnostic.also(entry.span, "declared here").note(note).help(help);
        }
        diagnostic.also(entry.span, "declared here").help(format!("write `import \"{file}\";` at the top of the file"))
    }

    /// The keyword before a tag.
    pub(super) fn keyword(&self, tag: Tag) -> &'static str {
        match tag {
            Tag::Record(id) if self.model.records[id].union => "union",
            Tag::Record(_) => "struct",
            Tag::Enum(_) => "enum",
        }
    }
}

/// The kind of a declaration, in words.
fn kind(decl: Decl) -> &'static str {
    match decl {
        Decl::Interface(_) => "an interface",
        Decl::Record(_) | Decl::Enum(_) | Decl::Alias(_) => "a type",
        Decl::Const(_) => "a constant",
        Decl::Enumerator(..) => "an enumerator",
        Decl::Coclass(_) => "a coclass",
        Decl::Library(_) => "a library",
        Decl::Module(_) => "a module",
    }
}
