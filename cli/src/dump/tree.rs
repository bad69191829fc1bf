//! The first stage: the files as parsed, each alone.

use super::{Found, pretty};
use crate::console::{Console, Stop};
use crate::find::not_declared;
use crate::inputs::Inputs;
use crate::trees;
use mapidl_codegen::syntax::ast;
use serde::Serialize;

/// What is written of a file.
#[derive(Serialize)]
struct Dumped<'a> {
    file: &'a str,
    ast: &'a ast::File,
}

/// Parses the files; stops where there are errors. With a name, finds the declarations that have it.
pub(super) fn json(inputs: &Inputs, name: Option<&str>, console: &Console) -> Result<Found, Stop> {
    let trees = trees::parse(inputs, console)?.files;
    let Some(name) = name else {
        let dumped: Vec<_> = trees.iter().map(|tree| Dumped { file: &tree.path, ast: &tree.ast }).collect();
        return Ok(Ok(pretty(&dumped)));
    };
    let mut items = Vec::new();
    trees.iter().for_each(|tree| walk(&tree.ast.items, &mut |item| items.push(item)));
    let found: Vec<_> = items.iter().filter(|item| names(item).contains(&name)).collect();
    Ok(match found.as_slice() {
        [] => Err(not_declared(name, items.iter().flat_map(|item| names(item)))),
        [one] => Ok(pretty(one)),
        several => Ok(pretty(&several)),
    })
}

/// Visits declarations, and those in blocks.
fn walk<'a>(items: &'a [ast::Item], visit: &mut impl FnMut(&'a ast::Item)) {
    for item in items {
        visit(item);
        match &item.kind {
            ast::ItemKind::Library(block) | ast::ItemKind::Module(block) => walk(&block.items, visit),
            ast::ItemKind::Interface(ast::Interface { items: Some(items), .. }) => walk(items, visit),
            _ => {}
        }
    }
}

/// The names that a declaration gives: tags and enumerators too.
fn names(item: &ast::Item) -> Vec<&str> {
    use ast::ItemKind as Kind;
    let named = match &item.kind {
        Kind::Const(one) => one.declarator.name.iter().collect(),
        Kind::Function(one) => one.declarator.name.iter().collect(),
        Kind::Typedef(one) => {
            one.declarators.iter().filter_map(|declarator| declarator.name.as_ref()).chain(tag_names(&one.ty)).collect()
        }
        Kind::Tag(ty) => tag_names(ty),
        Kind::Interface(one) => vec![&one.name],
        Kind::Dispinterface(one) => vec![&one.name],
        Kind::Coclass(one) => vec![&one.name],
        Kind::Library(one) | Kind::Module(one) => vec![&one.name],
        Kind::Import(_) | Kind::ImportLib(_) | Kind::CppQuote(_) | Kind::Pragma(_) | Kind::Unsupported(_) => vec![],
    };
    named.into_iter().map(|name| name.text.as_str()).collect()
}

fn tag_names(ty: &ast::TypeSpec) -> Vec<&ast::Name> {
    match &ty.kind {
        ast::TypeKind::Struct(one) | ast::TypeKind::Union(one) if one.fields.is_some() => one.tag.iter().collect(),
        ast::TypeKind::SwitchUnion(one) => one.tag.iter().collect(),
        ast::TypeKind::Enum(ast::Enum { tag, values: Some(values), .. }) => {
            tag.iter().chain(values.iter().map(|value| &value.name)).collect()
        }
        _ => vec![],
    }
}
