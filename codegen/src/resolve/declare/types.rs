//! Structs, unions and enums: their tags and their names.

use super::pass::{Declare, NO_DOCS, head};
use super::tagged_types::{Hint, Side, Spot, Within};
use crate::diag::{Code, Diagnostic};
use crate::model::{Decl, Enum, File, Head, Id, Record};
use crate::resolve::fields::declared_fields;
use crate::resolve::scope::{Entry, Tag};
use crate::resolve::worklist::{Kind, Task};
use crate::source::Span;
use crate::syntax::ast::{self, Attr, Derive, Docs, Name, TypeKind, TypeSpec};
use std::borrow::Cow;

impl<'a> Declare<'_, 'a> {
    /// Declares what a type defines, and the types inside. Gives the record or enum that is to have the typedef name
    /// of the spot.
    pub(super) fn spec(&mut self, spec: &'a TypeSpec, spot: &Spot<'a>) -> Option<Decl> {
        match &spec.kind {
            TypeKind::Base(_) | TypeKind::Named(_) => None,
            TypeKind::Struct(record) => self.record(record, false, spec.loc.0, spot),
            TypeKind::Union(record) => self.record(record, true, spec.loc.0, spot),
            TypeKind::SwitchUnion(source) => self.switch_union(source, spec.loc.0, spot),
            TypeKind::Enum(source) => self.enumeration(source, spec.loc.0, spot),
            TypeKind::SafeArray(of) => {
                self.inline(&of.ty, spot.within.clone());
                None
            }
            TypeKind::Pipe(of) => {
                self.inline(of, spot.within.clone());
                None
            }
        }
    }

    /// Declares what a type defines that gets no name of its own.
    pub(super) fn inline(&mut self, spec: &'a TypeSpec, within: Within<'a>) {
        self.spec(spec, &Spot { own: None, docs: &NO_DOCS, attrs: Vec::new(), within });
    }

    /// Declares what the parameters of a function define.
    pub(super) fn params(&mut self, params: &'a [ast::Param], function: &'a str) {
        for param in params {
            let name = param.declarator.name.as_ref().map_or("arg", |name| &name.text);
            self.inline(&param.ty, Within::Param(function, name));
            self.derived(&param.declarator.derive, name);
        }
    }

    fn derived(&mut self, derive: &'a [Derive], name: &'a str) {
        for step in derive {
            if let Derive::Function { params, .. } = step {
                self.params(params, name);
            }
        }
    }

    /// Whether the type is written with its members.
    pub(super) fn has_body(&self, spec: &TypeSpec) -> bool {
        match &spec.kind {
            TypeKind::Struct(record) | TypeKind::Union(record) => record.fields.is_some(),
            TypeKind::Enum(source) => source.values.is_some(),
            TypeKind::SwitchUnion(_) => true,
            _ => false,
        }
    }

    fn record(&mut self, source: &'a ast::Record, union: bool, span: Span, spot: &Spot<'a>) -> Option<Decl> {
        let attrs: Vec<_> = spot.attrs.iter().copied().chain(&source.attrs).collect();
        let id = self.record_id(source.tag.as_ref(), union, span)?;
        let Some(fields) = &source.fields else {
            return self.reference(Decl::Record(id), spot, &attrs);
        };
        let id =
            if self.r.model.records[id].declared_only { id } else { self.new_tagged(source.tag.as_ref(), union, span) };
        self.r.declared.records.insert(std::ptr::from_ref(source), id);
        self.begin_record(id, source.tag.as_ref(), spot, &attrs);
        self.fields(id, fields);
        self.end_record(id, fields, attrs);
        self.take_name(Decl::Record(id), spot)
    }

    /// `union T switch (…) name { … }` is a struct of the discriminant and a union.
    fn switch_union(&mut self, source: &'a ast::SwitchUnion, span: Span, spot: &Spot<'a>) -> Option<Decl> {
        let mut id = self.record_id(source.tag.as_ref(), false, span)?;
        if !self.r.model.records[id].declared_only {
            id = self.new_tagged(source.tag.as_ref(), false, span);
        }
        self.r.declared.switched.insert(std::ptr::from_ref(source), id);
        self.begin_record(id, source.tag.as_ref(), spot, &spot.attrs);
        self.inline(&source.switch_ty, Within::Field(id, Cow::Borrowed(&source.switch_name.text)));
        let inner = self.new_record(None, true, span);
        let name = source.union_name.as_ref().map_or("tagged_union", |name| &name.text);
        let within = Within::Field(id, Cow::Borrowed(name));
        self.begin_record(inner, None, &Spot { own: None, docs: &NO_DOCS, attrs: Vec::new(), within }, &[]);
        self.fields(inner, &source.arms);
        self.end_record(inner, &source.arms, Vec::new());
        let at = self.here();
        self.r.declared.tasks.push(Task { at, attrs: spot.attrs.clone(), kind: Kind::Switched(id, inner, source) });
        self.complete(id);
        self.take_name(Decl::Record(id), spot)
    }

    fn enumeration(&mut self, source: &'a ast::Enum, span: Span, spot: &Spot<'a>) -> Option<Decl> {
        let attrs: Vec<_> = spot.attrs.iter().copied().chain(&source.attrs).collect();
        let mut id = self.enum_id(source.tag.as_ref(), span)?;
        let Some(values) = &source.values else {
            return self.reference(Decl::Enum(id), spot, &attrs);
        };
        if self.tagged.enums[id.index()].defined {
            id = self.new_tagged_enum(source.tag.as_ref(), span);
        }
        self.r.declared.enums.insert(std::ptr::from_ref(source), id);
        let first = values.first().map(|value| value.name.text.as_str());
        let hint = self.begin(source.tag.as_ref(), spot, first);
        let side = &mut self.tagged.enums[id.index()];
        side.defined = true;
        side.hint = hint;
        let (file, hidden) = (self.file, self.hidden(&attrs));
        let head = &mut self.r.model.enums[id].head;
        fill(head, file, spot.docs, &attrs);
        head.hidden = hidden;
        for (index, value) in (0..).zip(values) {
            self.name(&value.name, Decl::Enumerator(id, index));
        }
        let at = self.here();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Enum(id, values) });
        self.defined(Decl::Enum(id));
        self.take_name(Decl::Enum(id), spot)
    }

    fn fields(&mut self, id: Id<Record>, declarations: &'a [ast::Field]) {
        let mut declared = declared_fields(declarations).into_iter().peekable();
        for declaration in declarations {
            // What a declaration defines is called after its first field.
            let first = declared.next_if(|one| std::ptr::eq(one.declaration, declaration));
            while declared.next_if(|one| std::ptr::eq(one.declaration, declaration)).is_some() {}
            if let Some(ty) = &declaration.ty {
                let within = Within::Field(id, first.map_or(Cow::Borrowed(""), |one| one.name));
                self.spec(ty, &Spot { own: None, docs: &declaration.docs, attrs: Vec::new(), within });
            }
            for declarator in &declaration.declarators {
                let name = declarator.name.as_ref().map_or("", |name| &name.text);
                self.derived(&declarator.derive, name);
            }
        }
    }

    fn begin_record(&mut self, id: Id<Record>, tag: Option<&Name>, spot: &Spot<'a>, attrs: &[&Attr]) {
        let hint = self.begin(tag, spot, None);
        let side = &mut self.tagged.records[id.index()];
        side.defined = true;
        side.hint = hint;
        let hidden = self.hidden(attrs);
        let record = &mut self.r.model.records[id];
        record.declared_only = false;
        record.pack = self.packing.current();
        record.ref_by_default = self.ref_by_default;
        record.nested = tag.is_none() && matches!(spot.within, Within::Field(..));
        fill(&mut record.head, self.file, spot.docs, attrs);
        record.head.hidden = hidden;
    }

    fn end_record(&mut self, id: Id<Record>, fields: &'a [ast::Field], attrs: Vec<&'a Attr>) {
        let at = self.here();
        self.r.declared.tasks.push(Task { at, attrs, kind: Kind::Record(id, fields) });
        self.complete(id);
    }

    fn complete(&mut self, id: Id<Record>) {
        self.defined(Decl::Record(id));
        self.r.declared.complete[id.index()] = Some(self.seq);
    }

    /// What a type without tag and typedef name is called after.
    fn begin(&self, tag: Option<&Name>, spot: &Spot<'a>, first: Option<&str>) -> Option<Hint> {
        if tag.is_some() || spot.own.is_some() {
            return None;
        }
        Some(match &spot.within {
            Within::Nothing => Hint::Name(format!("Anonymous_{}", first.unwrap_or("type"))),
            Within::Typedef(name) => Hint::Name(format!("Anonymous_{name}")),
            Within::Param(function, name) => Hint::Name(format!("{function}_{name}")),
            Within::Field(id, name) => Hint::Field(*id, name.to_string()),
        })
    }

    /// A type that is mentioned by its tag: it may get documentation and a typedef name here.
    fn reference(&mut self, decl: Decl, spot: &Spot<'a>, attrs: &[&'a Attr]) -> Option<Decl> {
        spot.own?;
        let at = self.here();
        let named = self.take_name(decl, spot)?;
        self.r.declared.tasks.push(Task { at, attrs: attrs.to_vec(), kind: Kind::Reference(named) });
        let file = self.file;
        let head = match named {
            Decl::Record(id) => &mut self.r.model.records[id].head,
            Decl::Enum(id) => &mut self.r.model.enums[id].head,
            _ => return Some(named),
        };
        if head.docs.is_empty() && head.attributes.is_empty() {
            let span = head.span;
            fill(head, file, spot.docs, attrs);
            head.span = span;
        }
        Some(named)
    }

    /// Gives the typedef name of the spot to a type, unless it has another one already.
    fn take_name(&mut self, decl: Decl, spot: &Spot<'a>) -> Option<Decl> {
        let own = spot.own?;
        let (side, head) = match decl {
            Decl::Record(id) => (&mut self.tagged.records[id.index()], &mut self.r.model.records[id].head),
            Decl::Enum(id) => (&mut self.tagged.enums[id.index()], &mut self.r.model.enums[id].head),
            _ => return None,
        };
        if side.named {
            return (head.name == own.text).then_some(decl);
        }
        side.named = true;
        head.name.clone_from(&own.text);
        head.span = own.loc.0;
        self.tag_guid(decl, own);
        Some(decl)
    }

    /// Windows' C headers give GUID a tag, by which files name it even where IDL compilers are shown it without one.
    fn tag_guid(&mut self, decl: Decl, name: &Name) {
        if let Decl::Record(id) = decl
            && name.text == "GUID"
            && self.r.model.records[id].tag.is_none()
        {
            let entry = Entry { decl: Tag::Record(id), place: self.here(), span: name.loc.0 };
            self.r.scope.tags.declare("_GUID", entry);
        }
    }

    /// The record of a tag, known or new; none when the tag names something else.
    fn record_id(&mut self, tag: Option<&Name>, union: bool, span: Span) -> Option<Id<Record>> {
        let known = tag.and_then(|tag| self.r.known_tag(&tag.text, self.here()));
        match (tag, known) {
            (Some(_), Some(Entry { decl: Tag::Record(id), .. })) if self.r.model.records[id].union == union => Some(id),
            (Some(tag), Some(known)) => self.wrong_tag(tag, &known, if union { "union" } else { "struct" }),
            _ => Some(self.new_tagged(tag, union, span)),
        }
    }

    fn enum_id(&mut self, tag: Option<&Name>, span: Span) -> Option<Id<Enum>> {
        let known = tag.and_then(|tag| self.r.known_tag(&tag.text, self.here()));
        match (tag, known) {
            (Some(_), Some(Entry { decl: Tag::Enum(id), .. })) => Some(id),
            (Some(tag), Some(known)) => self.wrong_tag(tag, &known, "enum"),
            _ => Some(self.new_tagged_enum(tag, span)),
        }
    }

    fn wrong_tag<T>(&mut self, tag: &Name, known: &Entry<Tag>, wanted: &str) -> Option<T> {
        let keyword = self.r.keyword(known.decl);
        let message = format!("`{}` is the tag of a {keyword}, here it stands for a {wanted}", tag.text);
        let diagnostic = Diagnostic::error(Code::WRONG_KIND, tag.loc.0, message);
        self.r.sink.push(diagnostic.also(known.span, "first declared here"));
        None
    }

    /// A new record, which its tag names from here on. Whether an older one of this tag means the same is seen later.
    fn new_tagged(&mut self, tag: Option<&Name>, union: bool, span: Span) -> Id<Record> {
        let id = self.new_record(tag, union, span);
        self.declare_tag(tag, Tag::Record(id));
        id
    }

    fn new_tagged_enum(&mut self, tag: Option<&Name>, span: Span) -> Id<Enum> {
        let id = self.new_enum(tag, span);
        self.declare_tag(tag, Tag::Enum(id));
        id
    }

    fn declare_tag(&mut self, tag: Option<&Name>, decl: Tag) {
        if let Some(tag) = tag {
            let entry = Entry { decl, place: self.here(), span: tag.loc.0 };
            self.r.scope.tags.declare(&tag.text, entry);
        }
    }

    fn new_record(&mut self, tag: Option<&Name>, union: bool, span: Span) -> Id<Record> {
        let side = self.side();
        self.tagged.records.push(side);
        self.r.declared.complete.push(None);
        self.r.model.records.push(Record {
            head: self.tag_head(tag, span),
            tag: tag.map(|tag| tag.text.clone()),
            union,
            nested: false,
            declared_only: true,
            pack: None,
            fields: Vec::new(),
            view: None,
            ref_by_default: false,
        })
    }

    fn new_enum(&mut self, tag: Option<&Name>, span: Span) -> Id<Enum> {
        let side = self.side();
        self.tagged.enums.push(side);
        let head = self.tag_head(tag, span);
        let tag = tag.map(|tag| tag.text.clone());
        self.r.model.enums.push(Enum { head, tag, flags: false, values: Vec::new() })
    }

    fn side(&mut self) -> Side {
        Side { first: self.tick().seq, named: false, defined: false, hint: None }
    }

    fn tag_head(&self, tag: Option<&Name>, span: Span) -> Head {
        let unnamed = Name { text: String::new(), loc: ast::Loc(span) };
        head(tag.unwrap_or(&unnamed), self.file, &NO_DOCS, &[])
    }
}

/// Takes documentation and attributes into a head that has a name already; those that it has stay where none are given.
fn fill(into: &mut Head, file: Id<File>, docs: &Docs, attrs: &[&Attr]) {
    let name = Name { text: std::mem::take(&mut into.name), loc: ast::Loc(into.span) };
    let mut full = Head { hidden: into.hidden.take(), ..head(&name, file, docs, attrs) };
    if full.docs.is_empty() {
        full.docs = std::mem::take(&mut into.docs);
    }
    if full.attributes.is_empty() {
        full.attributes = std::mem::take(&mut into.attributes);
        full.origin = std::mem::take(&mut into.origin);
        full.unverified = std::mem::take(&mut into.unverified);
    }
    *into = full;
}
