//! Declarations.

use super::expr::string;
use super::{Lowering, Node, all, first};
use crate::syntax::ast::{
    Attr, Coclass, CoclassMember, Const, Declarator, Derive, Dispinterface, Docs, ExprKind, Field, Function, Interface,
    Item, ItemKind, Name, TypeKind, TypeSpec, Typedef,
};
use crate::syntax::parser::Rule;

/// What stands before a body of declarations.
pub(in crate::syntax) struct Head {
    pub(in crate::syntax) docs: Docs,
    pub(in crate::syntax) attrs: Vec<Attr>,
    /// `interface`, `library` and so on.
    pub(in crate::syntax) word: Name,
    pub(in crate::syntax) name: Name,
    pub(in crate::syntax) base: Option<Name>,
}

impl Lowering<'_> {
    /// The rule `item`; `None` for what declares nothing that matters here (an external variable).
    pub(in crate::syntax) fn item(&mut self, node: Node<'_>) -> Option<Item> {
        let (loc, attrs) = (self.loc(&node), self.attrs(&node));
        let body = node.clone().into_inner().find(|child| !matches!(child.as_rule(), Rule::attr_list | Rule::EOI))?;
        let docs = self.docs_of(&node, &body);
        let kind = self.item_kind(body)?;
        Some(Item { docs, attrs, kind, loc })
    }

    /// The documentation before a declaration, and between its attributes and what follows them.
    fn docs_of(&self, node: &Node<'_>, body: &Node<'_>) -> Docs {
        let mut docs = self.docs(node);
        if body.as_span().start() > node.as_span().start() {
            docs.0.append(&mut self.docs(body).0);
        }
        docs
    }

    fn item_kind(&mut self, node: Node<'_>) -> Option<ItemKind> {
        Some(match node.as_rule() {
            Rule::import => ItemKind::Import(all(&node, Rule::string).map(|text| self.text(&text)).collect()),
            Rule::import_lib => ItemKind::ImportLib(self.text(&first(&node, Rule::string)?)),
            Rule::cpp_quote => ItemKind::CppQuote(self.text(&first(&node, Rule::string)?)),
            Rule::midl_pragma => ItemKind::Pragma(pragma_text(node.as_str())),
            Rule::constant => ItemKind::Const(self.constant(node)?),
            Rule::typedef => ItemKind::Typedef(self.typedef(node)?),
            Rule::forward => self.forward(node)?,
            _ => return self.plain(node),
        })
    }

    /// A string as a name.
    fn text(&self, node: &Node<'_>) -> Name {
        let text = match string(node) {
            ExprKind::Str { value, .. } => value,
            _ => String::new(),
        };
        Name { text, loc: self.loc(node) }
    }

    fn constant(&mut self, node: Node<'_>) -> Option<Const> {
        let ty = self.type_spec(first(&node, Rule::type_spec)?);
        let declarator = self.declarator(first(&node, Rule::declarator)?);
        let value = self.expr(first(&node, Rule::expr)?);
        Some(Const { ty, declarator, value })
    }

    fn typedef(&mut self, node: Node<'_>) -> Option<Typedef> {
        let attrs = self.attrs(&node);
        let ty = self.type_spec(first(&node, Rule::type_spec)?);
        let declarators = all(&node, Rule::declarator).map(|declarator| self.declarator(declarator)).collect();
        Some(Typedef { attrs, ty, declarators })
    }

    fn forward(&mut self, node: Node<'_>) -> Option<ItemKind> {
        let name = self.name(&first(&node, Rule::name)?);
        Some(match first(&node, Rule::head_word)?.as_str() {
            "interface" => ItemKind::Interface(Interface { name, base: None, items: None }),
            "dispinterface" => ItemKind::Dispinterface(Dispinterface { name, body: None }),
            "coclass" => ItemKind::Coclass(Coclass { name, members: None }),
            word => {
                self.error(&node, format!("a {word} needs a body in braces"));
                return None;
            }
        })
    }

    /// A function, a type that stands for itself, or an external variable, which gives nothing.
    fn plain(&mut self, node: Node<'_>) -> Option<ItemKind> {
        let ty = first(&node, Rule::type_spec)?;
        let external = all(&ty, Rule::qualifier).any(|word| word.as_str() == "extern");
        let ty = self.type_spec(ty);
        let Some(declarator) = first(&node, Rule::declarator) else { return self.lone_type(&node, ty) };
        let declarator = self.declarator(declarator);
        match function(ty, declarator) {
            Ok(function) => Some(ItemKind::Function(function)),
            Err(_) if external => None,
            Err(name) => {
                self.error(&node, format!("`{name}` has no parameter list: variables cannot be declared here"));
                None
            }
        }
    }

    fn lone_type(&mut self, node: &Node<'_>, ty: TypeSpec) -> Option<ItemKind> {
        let declares =
            matches!(ty.kind, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Enum(_) | TypeKind::SwitchUnion(_));
        if !declares {
            self.error(node, "this type declares nothing: a name is missing");
            return None;
        }
        Some(ItemKind::Tag(ty))
    }

    /// The rule `head`.
    pub(in crate::syntax) fn head(&mut self, node: Node<'_>) -> Option<Head> {
        let attrs = self.attrs(&node);
        let word = first(&node, Rule::head_word)?;
        let docs = self.docs_of(&node, &word);
        let word = self.name(&word);
        let mut names = all(&node, Rule::name);
        let name = self.name(&names.next()?);
        let base = names.next().map(|base| self.name(&base));
        Some(Head { docs, attrs, word, name, base })
    }

    /// The rule `interface_ref`.
    pub(in crate::syntax) fn interface_ref(&mut self, node: Node<'_>) -> Option<CoclassMember> {
        let attrs = self.attrs(&node);
        let dispinterface = first(&node, Rule::interface_word)?.as_str() == "dispinterface";
        let name = self.name(&first(&node, Rule::name)?);
        Some(CoclassMember { attrs, dispinterface, name })
    }

    /// The rule `property`.
    pub(in crate::syntax) fn property(&mut self, node: Node<'_>) -> Option<Field> {
        first(&node, Rule::field).map(|field| self.field(field))
    }
}

/// A declarator whose name is a function's; `Err` with its name where it is none.
fn function(ret: TypeSpec, mut declarator: Declarator) -> Result<Function, String> {
    match declarator.derive.first() {
        Some(Derive::Function { .. }) => match declarator.derive.remove(0) {
            Derive::Function { params, call_conv, variadic } => {
                Ok(Function { ret, declarator, call_conv, params, variadic })
            }
            Derive::Pointer { .. } | Derive::Array(_) => Err(String::new()),
        },
        _ => Err(declarator.name.map_or_else(String::new, |name| name.text)),
    }
}

/// What `#pragma midl_echo("…")` writes to C's header, as `cpp_quote` does.
pub(in crate::syntax) fn echoed(pragma: &str) -> Option<String> {
    let rest = pragma.trim().strip_prefix("midl_echo")?.trim_start().strip_prefix('(')?.trim_start();
    let string = rest.strip_suffix(')').unwrap_or(rest).trim_end();
    string.starts_with('"').then(|| super::literal::unquote(string).0)
}

/// `midl_pragma` and what follows, with single blanks and without a semicolon.
fn pragma_text(text: &str) -> String {
    text.trim().trim_end_matches(';').split_whitespace().collect::<Vec<_>>().join(" ")
}
