//! The state of the pass, and what all its parts do with it.

use super::tagged_types::TaggedTypes;
use crate::model::{Decl, File, Head, Id};
use crate::resolve::attributes::{AttrKind, alternatives};
use crate::resolve::conditions::Conditions;
use crate::resolve::packing::Packing;
use crate::resolve::scope::{Entry, Place};
use crate::resolve::{Resolver, text};
use crate::source::Span;
use crate::syntax::Unlike;
use crate::syntax::ast::{self, Attr, Docs, Name};

/// The state of the pass.
pub(super) struct Declare<'r, 'a> {
    pub(super) r: &'r mut Resolver<'a>,
    pub(super) file: Id<File>,
    /// How many declarations were seen, in all files.
    pub(super) seq: u32,
    pub(super) packing: Packing,
    /// The conditions that are quoted around the place.
    pub(super) conditions: Conditions,
    /// What C has otherwise of the file.
    pub(super) unlike: &'a [Unlike],
    /// The declaration at file level or in an interface that is being read.
    pub(super) around: Span,
    /// Whether that interface says that pointers are `ref` by default.
    pub(super) ref_by_default: bool,
    /// The declarations with the place of their definition.
    pub(super) order: Vec<(u32, Decl)>,
    /// What is noted of structs, unions and enums.
    pub(super) tagged: TaggedTypes,
}

impl<'r, 'a> Declare<'r, 'a> {
    /// The pass before the first declaration of the first file.
    pub(super) fn new(r: &'r mut Resolver<'a>, file: Id<File>) -> Self {
        Self {
            r,
            file,
            seq: 0,
            packing: Packing::default(),
            conditions: Conditions::default(),
            unlike: &[],
            around: Span::default(),
            ref_by_default: false,
            order: Vec::new(),
            tagged: TaggedTypes::default(),
        }
    }

    /// What every declaration has.
    pub(super) fn head(&self, name: &Name, docs: &Docs, attrs: &[&Attr]) -> Head {
        head(name, self.file, docs, attrs)
    }

    /// What hides a type with these attributes, at this place, from C.
    pub(super) fn hidden(&self, attrs: &[&Attr]) -> Option<String> {
        // To C it is the type in the parentheses; this one is sent in its place.
        let other = attrs.iter().find(|attr| HIDING.iter().any(|kind| kind.is(attr)));
        if let Some(attr) = other {
            return Some(format!("`{}({})`", attr.name.text, text::attribute(attr).args.join(", ")));
        }
        let around = self.around;
        let meets = |span: Span| span.start < around.end && around.start < span.end;
        if let Some(unlike) = self.unlike.iter().find(|unlike| meets(unlike.span)) {
            return Some(unlike.by.clone());
        }
        let by = self.conditions.hides()?;
        let file = &self.r.model.files[self.file].name;
        Some(format!("`{by}` in {}", file.rsplit('/').next().unwrap_or(file)))
    }

    /// The place of the next declaration.
    pub(super) fn tick(&mut self) -> Place {
        self.seq += 1;
        self.here()
    }

    /// The place up to which everything is declared.
    pub(super) fn here(&self) -> Place {
        Place { file: self.file, seq: self.seq }
    }

    /// Declares a name. Whether it names something else already is seen when all meanings are known.
    pub(super) fn name(&mut self, name: &Name, decl: Decl) {
        let entry = Entry { decl, place: self.tick(), span: name.loc.0 };
        self.r.scope.names.declare(&name.text, entry);
    }

    /// Notes that a definition is complete here.
    pub(super) fn defined(&mut self, decl: Decl) {
        let place = self.tick();
        self.order.push((place.seq, decl));
    }
}

/// Attributes of a type by which C has another one in its place.
const HIDING: [AttrKind; 2] = [AttrKind::RepresentAs, AttrKind::UserMarshal];

/// What helps with a wrong one.
pub(super) const PACKINGS: &str = "a packing is 1, 2, 4, 8 or 16";

pub(super) static NO_DOCS: Docs = Docs(Vec::new());

/// What every declaration has.
pub(in crate::resolve) fn head(name: &Name, file: Id<File>, docs: &Docs, attrs: &[&Attr]) -> Head {
    let texts = |wanted: AttrKind| attrs.iter().filter(move |attr| wanted.is(attr)).flat_map(|attr| strings(attr));
    Head {
        name: name.text.clone(),
        file,
        docs: docs.0.clone(),
        origin: texts(AttrKind::Origin).collect(),
        unverified: texts(AttrKind::Unverified).collect(),
        attributes: attrs.iter().map(|attr| text::attribute(attr)).collect(),
        hidden: None,
        span: name.loc.0,
    }
}

/// The strings among an attribute's arguments; whether others stand there too is judged with the facts.
fn strings(attr: &Attr) -> Vec<String> {
    let exprs = attr.args.iter().flatten().filter_map(|arg| match arg {
        ast::AttrArg::Expr(expr) => Some(expr),
        _ => None,
    });
    let strings = exprs.flat_map(alternatives).filter_map(|expr| match &expr.kind {
        ast::ExprKind::Str { value, .. } => Some(value.clone()),
        _ => None,
    });
    strings.collect()
}
