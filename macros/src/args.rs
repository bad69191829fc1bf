//! Duty: read the arguments of the macros. Input: the tokens in their parentheses. Output: [`Args`].

use mapidl_codegen::driver::Options;
use mapidl_codegen::plan::Mocks;
use mapidl_codegen::syntax::MacroOption;
use proc_macro2::{Delimiter, Group, Ident};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::token::{Bracket, Paren};
use syn::{Error, Lit, LitBool, LitStr, Path, Result, Token, bracketed, parenthesized};

/// What the parentheses of a macro hold.
#[derive(Default)]
pub(crate) struct Args {
    /// `idl = "file.idl"`: the file that fills a module.
    pub(crate) idl: Option<LitStr>,
    /// `import = ["file.idl"]`: what a trait's types and constants are looked up in.
    pub(crate) imports: Vec<LitStr>,
    /// What every door of the compiler can be told.
    pub(crate) options: Options,
    /// Everything else: attributes of IDL.
    pub(crate) attrs: Vec<Attr>,
}

/// An attribute of IDL: `name`, `name(tokens)`, or `name = literal`, which means `name(literal)`.
pub(crate) struct Attr {
    /// Its name.
    pub(crate) name: Ident,
    /// Its arguments, in parentheses.
    pub(crate) args: Option<Group>,
}

/// The arguments of `include_idl!`: a file, then what else there is to say.
pub(crate) struct Include {
    /// The file.
    pub(crate) file: LitStr,
    /// The rest.
    pub(crate) args: Args,
}

impl Parse for Include {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let file = input.parse()?;
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        Ok(Self { file, args: input.parse()? })
    }
}

impl Parse for Args {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let mut args = Self::default();
        // The engine behind mocks is there only with the feature of `mapidl` that switches this one on.
        args.options.plan.mocks = mocks(cfg!(feature = "mock"));
        while !input.is_empty() {
            args.entry(input)?;
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(args)
    }
}

impl Args {
    fn entry(&mut self, input: ParseStream<'_>) -> Result<()> {
        let name = input.call(Ident::parse_any)?;
        match name.to_string().as_str() {
            "idl" => self.idl = Some(value(input)?),
            "import" => self.imports.extend(strings(input)?),
            "include" => self.options.include.extend(strings(input)?.iter().map(|dir| dir.value().into())),
            "define" => {
                let defines = strings(input)?;
                self.options.macros.extend(defines.iter().map(|define| MacroOption::define(&define.value())));
            }
            "mocks" => self.options.plan.mocks = mocks(value::<LitBool>(input)?.value),
            "extern_file" => self.options.plan.extern_files.extend(extern_files(input)?),
            _ => self.attrs.push(Attr { args: attr_args(input)?, name }),
        }
        Ok(())
    }

    /// Refuses what only a trait has a use for.
    pub(crate) fn for_file(&self) -> Result<()> {
        if let Some(import) = self.imports.first() {
            let message = "`import` belongs on a trait: an IDL file names its imports itself";
            return Err(Error::new_spanned(import, message));
        }
        match self.attrs.first() {
            Some(Attr { name, .. }) => Err(Error::new_spanned(name, format!("there is no option `{name}`"))),
            None => Ok(()),
        }
    }
}

/// The attributes in `#[idl(…)]`.
pub(crate) fn attrs(input: ParseStream<'_>) -> Result<Vec<Attr>> {
    let one = |input: ParseStream<'_>| Ok(Attr { name: input.call(Ident::parse_any)?, args: attr_args(input)? });
    Ok(Punctuated::<Attr, Token![,]>::parse_terminated_with(input, one)?.into_iter().collect())
}

fn attr_args(input: ParseStream<'_>) -> Result<Option<Group>> {
    if input.peek(Paren) {
        return input.parse().map(Some);
    }
    if input.peek(Token![=]) {
        let literal: Lit = value(input)?;
        let mut group = Group::new(Delimiter::Parenthesis, literal.to_token_stream());
        group.set_span(literal.span());
        return Ok(Some(group));
    }
    Ok(None)
}

/// `= value`
fn value<T: Parse>(input: ParseStream<'_>) -> Result<T> {
    input.parse::<Token![=]>()?;
    input.parse()
}

fn mocks(wanted: bool) -> Mocks {
    if wanted { Mocks::Always } else { Mocks::None }
}

/// `= ["a", "b"]`, or `= "a"`
fn strings(input: ParseStream<'_>) -> Result<Vec<LitStr>> {
    input.parse::<Token![=]>()?;
    if !input.peek(Bracket) {
        return Ok(vec![input.parse()?]);
    }
    let content;
    bracketed!(content in input);
    Ok(Punctuated::<LitStr, Token![,]>::parse_terminated(&content)?.into_iter().collect())
}

/// `("a.idl" = "::module", …)`
fn extern_files(input: ParseStream<'_>) -> Result<Vec<(String, String)>> {
    let content;
    parenthesized!(content in input);
    let pair = |input: ParseStream<'_>| {
        let file: LitStr = input.parse()?;
        let module: LitStr = value(input)?;
        let path = module.parse_with(Path::parse_mod_style)?;
        if path.leading_colon.is_none() && path.segments.first().is_none_or(|first| first.ident != "crate") {
            return Err(Error::new_spanned(
                module,
                "this is no path from a root: write `::name_of_crate::module` or `crate::module`",
            ));
        }
        Ok((file.value(), module.value()))
    };
    Ok(Punctuated::<_, Token![,]>::parse_terminated_with(&content, pair)?.into_iter().collect())
}
