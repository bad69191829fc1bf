//! Duty: the door for traits: what a Rust trait says, said in IDL and compiled like any other text of IDL.
//! Input: the arguments of `#[mapi_interface]`, and the trait. Output: the items that every other door writes for the
//! interface; mistakes at the tokens that they are made of.

mod attr;
mod shape;
#[cfg(test)]
mod tests;
mod text;
mod ty;

use crate::args::Args;
use crate::package::{Package, watch};
use crate::report::{Errors, Place, bad_trait, judge};
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::plan::Item;
use mapidl_codegen::source::Span;
use mapidl_codegen::{names, output};
use proc_macro2::{Group, Ident, TokenStream, TokenTree};
use quote::quote;
use std::collections::BTreeSet;
use syn::{Error, ItemTrait, Result, TraitItem};
use text::Text;
use ty::Types;

/// What every interface can name without an import.
const BASE: &str = "import \"unknwn.idl\";\n";

/// Expands `#[mapi_interface(…)]` on a trait.
pub(crate) fn expand(package: &Package, args: &Args, item: &ItemTrait) -> Result<TokenStream> {
    if let Some(idl) = &args.idl {
        return Err(Error::new_spanned(idl, "`idl` belongs on a module: a trait is an interface itself"));
    }
    shape::check_head(item)?;
    // What the imports declare decides which names of the trait are known.
    let imports = compile(package, args, item, imports(args))?;
    let own = shape::plain(&item.ident);
    let known = |name: &str| own == name || imports.compilation.model.names.contains_key(name);
    let mut translation = Translation::new(args, &known);
    translation.interface(item)?;
    let (text, opaque) = translation.finish();
    let Compiled { compilation, warnings } = compile(package, args, item, text)?;
    let items = respan(items_of(&own, &compilation, args), &opaque);
    // What the trait names is named by its path from there, and nothing else of the module around is in scope.
    let items = output::private(&names::private_module(&own), &TokenStream::new(), &items);
    let watched = watch(&compilation);
    Ok(quote!(#items #watched #warnings))
}

/// A run without errors.
struct Compiled {
    compilation: Compilation,
    warnings: TokenStream,
}

fn compile(package: &Package, args: &Args, item: &ItemTrait, text: Text) -> Result<Compiled> {
    let name = format!("#[mapi_interface] {}", item.ident);
    let mut options = args.options.clone();
    options.plan.around = Some("super".to_owned());
    let compilation = package.compile_text(&name, text.as_str().to_owned(), &options);
    let warnings = judge(&compilation, item.ident.span(), |span| locate(&compilation, &name, &text, span))?;
    Ok(Compiled { compilation, warnings })
}

/// The Rust tokens of a span, if it lies in the text made of them.
fn locate(compilation: &Compilation, name: &str, text: &Text, span: Span) -> Option<Place> {
    let (file, range) = compilation.sources.place(span)?;
    (compilation.sources.file(file).name == name).then(|| text.place(range))?
}

/// The text before the interface.
fn imports(args: &Args) -> Text {
    let mut text = Text::default();
    text.push(BASE);
    for file in &args.imports {
        text.push("import ");
        text.push_at(&attr::quoted(&file.value()), file.span());
        text.push(";\n");
    }
    text
}

/// The items of one interface, and what must be true of what it names: that is in scope where the trait stands.
fn items_of(interface: &str, compilation: &Compilation, args: &Args) -> TokenStream {
    let mut plan = compilation.plan();
    for module in &mut plan.modules {
        let own = |item: &Item| matches!(item, Item::Interface(one) if one.name == interface);
        module.items.retain(|item| own(item) || matches!(item, Item::External(_)));
    }
    output::tokens(&plan, &args.options.plan)
}

/// Gives names that must be in scope the spans they have in the trait, where rustc then reports them if they are not.
fn respan(tokens: TokenStream, names: &[Ident]) -> TokenStream {
    let respan = |token| match token {
        TokenTree::Ident(ident) => {
            let name = names.iter().find(|name| **name == ident);
            TokenTree::Ident(name.map_or(ident, Clone::clone))
        }
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), respan(group.stream(), names));
            inner.set_span(group.span());
            TokenTree::Group(inner)
        }
        other => other,
    };
    tokens.into_iter().map(respan).collect()
}

/// A trait on its way to IDL.
struct Translation<'a> {
    args: &'a Args,
    types: Types<'a>,
    /// The codes given as numbers.
    codes: BTreeSet<u32>,
    /// The interface.
    body: Text,
}

impl<'a> Translation<'a> {
    fn new(args: &'a Args, known: &'a dyn Fn(&str) -> bool) -> Self {
        let types = Types { known, opaque: Vec::new() };
        Self { args, types, codes: BTreeSet::new(), body: Text::default() }
    }

    fn interface(&mut self, item: &ItemTrait) -> Result<()> {
        let attrs = attr::read(&item.attrs)?;
        if let Some(misplaced) = attrs.list.first() {
            let help = "write it in the parentheses of `mapi_interface`";
            return Err(bad_trait(&misplaced.name, "this attribute belongs to the interface", help));
        }
        attrs.write_docs(&mut self.body);
        let object = attr::object(item.ident.span());
        attr::write_list(&mut self.body, [&object].into_iter().chain(&self.args.attrs), &mut self.codes)?;
        self.body.push("interface ");
        self.body.push_at(&shape::plain(&item.ident), item.ident.span());
        if let Some(base) = self.base(item)? {
            self.body.push(" : ");
            self.body.push_at(&shape::plain(base), base.span());
        }
        self.body.push(" {\n");
        let mut errors = Errors::default();
        for method in &item.items {
            errors.take(self.method(method));
        }
        self.body.push("}\n");
        errors.into_result()
    }

    fn base<'t>(&self, item: &'t ItemTrait) -> Result<Option<&'t Ident>> {
        let base = shape::base(item)?;
        match base {
            Some(base) if !(self.types.known)(&shape::plain(base)) => {
                let help = "its methods come first in the vtable: `import` the IDL file that declares it";
                Err(bad_trait(base, &format!("the base `{base}` is not known"), help))
            }
            _ => Ok(base),
        }
    }

    fn method(&mut self, item: &TraitItem) -> Result<()> {
        let (method, params) = shape::method(item)?;
        let attrs = attr::read(&method.attrs)?;
        let text = &mut self.body;
        attrs.write_docs(text);
        attr::write_list(text, &attrs.list, &mut self.codes)?;
        self.types.declare_method(text, &method.sig.output, &method.sig.ident)?;
        text.push("(");
        let mut errors = Errors::default();
        for (index, param) in params.iter().enumerate() {
            text.push(if index == 0 { "\n" } else { ",\n" });
            errors.take(write_param(text, param, &mut self.types, &mut self.codes));
        }
        text.push(");\n");
        errors.into_result()
    }

    /// The whole text, and the names that it declares and does not define.
    fn finish(self) -> (Text, Vec<Ident>) {
        let mut text = imports(self.args);
        for name in &self.types.opaque {
            text.push("interface ");
            text.push_at(&shape::plain(name), name.span());
            text.push(";\n");
        }
        for code in self.codes {
            text.push(&format!("const HRESULT {} = {code:#x};\n", attr::code_name(code)));
        }
        text.append(self.body);
        (text, self.types.opaque)
    }
}

fn write_param(
    text: &mut Text,
    param: &shape::Param<'_>,
    types: &mut Types<'_>,
    codes: &mut BTreeSet<u32>,
) -> Result<()> {
    let attrs = attr::read(param.attrs)?;
    attrs.write_docs(text);
    attr::write_list(text, &attrs.list, codes)?;
    types.declare(text, param.ty, param.name, attrs.has("string"))
}
