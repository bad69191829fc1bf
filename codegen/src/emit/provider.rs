//! Safe provider traits, and the stubs that stand between a vtable and them.

use super::caller::default_answer;
use super::docs::{self, safety};
use super::interface::{abi_return, base_vtbl, convention, hidden_param, is_root, provider, vtbl};
use super::shape::{At, Lends, Stub};
use super::signature::{Side, provider_params, return_type};
use super::types::{com, hresult, id, path, to_abi, ty};
use crate::plan::{Interface, Method, Return};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

pub(super) fn trait_(item: &Interface) -> TokenStream {
    let name = provider(item);
    let base = supertraits(item);
    let methods = item.methods.iter().map(|m| trait_method(item, m));
    let line = format!(
        " What an implementer of [`{}`] writes. A method that is left out answers that it is not supported.",
        item.name
    );
    let safety = item.unknown.as_ref().map(|why| {
        let why = format!(" {why}: the slots must be those that its callers know.");
        quote!(#[doc = ""] #[doc = " # Safety"] #[doc = #why])
    });
    let unsafety = item.unknown.is_some().then(|| quote!(unsafe));
    quote! {
        #[doc = #line]
        #safety
        #[allow(unused_variables)]
        pub #unsafety trait #name: #base {
            #(#methods)*
        }
    }
}

/// The provider trait of the base, and what any thread's calls want of the value.
fn supertraits(item: &Interface) -> TokenStream {
    let base = path(&item.base.provider);
    match (is_root(&item.ancestors[0]), item.free_threaded) {
        (_, false) => base,
        (true, true) => quote!(#base<Impl: ::mapidl::Agile>),
        (false, true) => quote!(#base + ::mapidl::IUnknownImpl<Impl: ::mapidl::Agile>),
    }
}

fn trait_method(item: &Interface, m: &Method) -> TokenStream {
    let name = id(&m.name);
    let docs = if m.placeholder {
        docs::method(m, Side::Provider, &format!("`{}`", m.com))
    } else {
        docs::line(&format!("What [`{}::{}`] calls.", item.name, m.name.trim_start_matches("r#")))
    };
    let safety = safety(m, ": {}");
    let unsafety = (!m.raw.is_empty()).then(|| quote!(unsafe));
    let params = provider_params(m);
    let names: Vec<_> = params.iter().map(|(name, _)| name).collect();
    let types = params.iter().map(|(_, t)| t);
    let ret = return_type(m, Side::Provider).map(|t| quote!(-> #t));
    let answer = default_answer(m, item.unimplemented);
    quote! {
        #docs
        #safety
        #unsafety fn #name(&self, #(#names: #types),*) #ret {
            #answer
        }
    }
}

pub(super) fn vtable_impl(item: &Interface) -> TokenStream {
    let (vtbl, base, provider, name) = (vtbl(item), base_vtbl(item), provider(item), com(&item.name));
    let stubs = item.methods.iter().map(|m| stub(item, m));
    let entries = item.methods.iter().map(|m| {
        let name = id(&m.field);
        quote!(#name: #name::<__T, __OFFSET>,)
    });
    let base_matches = (!is_root(&item.ancestors[0])).then(|| quote!(|| #base::matches(iid)));
    let own_match = match item.iid {
        Some(_) if item.confusable.is_some() => quote!(::mapidl::interface::same(iid, &#name::SHARED_IID)),
        Some(_) => quote!(::mapidl::interface::same(iid, &<#name as ::mapidl::Interface>::IID)),
        None => quote!(false),
    };
    let unused = (item.iid.is_none() && base_matches.is_none()).then(|| quote!(let _ = iid;));
    quote! {
        #[allow(clippy::missing_safety_doc, clippy::extra_unused_type_parameters)]
        impl #vtbl {
            /// The vtable of an implementer: it starts `__OFFSET` pointers from the interface pointer.
            #[must_use]
            pub const fn new<__T: #provider, const __OFFSET: isize>() -> Self {
                #(#stubs)*
                Self {
                    base__: #base::new::<__T, __OFFSET>(),
                    #(#entries)*
                }
            }

            /// Whether an identifier names the interface or one of its bases but IUnknown.
            #[inline]
            #[must_use]
            pub fn matches(iid: &::mapidl::GUID) -> bool {
                #unused
                #own_match #base_matches
            }
        }
    }
}

fn stub(item: &Interface, m: &Method) -> TokenStream {
    let (name, provider) = (id(&m.field), provider(item));
    let (raw_params, ret) = (stub_params(m), abi_return(m));
    let params: Vec<_> = At::all(m, false).collect();
    let steps: Vec<Stub> = params.iter().map(|at| at.shape().stub(at)).collect();
    let aggregate = matches!(m.ret, Return::Record(_)).then(|| id("aggregate"));
    let outs = params.iter().zip(&steps).filter(|(_, step)| step.out).map(|(at, _)| &at.raw).chain(&aggregate);
    let outs = outs.map(|place| quote!(let #place = ::mapidl::stub::Out::new(#place);));
    let full_name = format!("{}::{}", item.name, m.com);
    let runner = match m.ret {
        Return::Code { .. } if m.nulls => quote!(hresult_or_null),
        Return::Code { .. } => quote!(hresult),
        _ => quote!(value),
    };
    let body = body(m, &provider, &params, &steps);
    let give = aggregate.as_ref().map(|place| quote!(; #place));
    let convention = convention(m);
    quote! {
        unsafe extern #convention fn #name<__T: #provider, const __OFFSET: isize>(
            this: *mut ::core::ffi::c_void, #raw_params
        ) #ret {
            ::mapidl::stub::#runner(#full_name, &mut || {
                // SAFETY: a caller passes what the definition of the method describes.
                unsafe {
                    #(#outs)*
                    #body
                }
            }) #give
        }
    }
}

/// The ABI parameters; those that a stub does not look at have no name.
fn stub_params(m: &Method) -> TokenStream {
    let params = At::all(m, false).map(|at| {
        let (name, t) = (&at.raw, ty(&at.param.ty));
        if at.shape().is_ignored() { quote!(_: #t) } else { quote!(#name: #t) }
    });
    let hidden = hidden_param(m);
    quote!(#hidden #(#params),*)
}

fn body(m: &Method, provider: &Ident, params: &[At<'_>], steps: &[Stub]) -> TokenStream {
    let code = hresult(m.bad_pointer);
    let checks = params.iter().zip(steps).filter(|(_, step)| step.needed).map(|(at, step)| {
        let name = &at.raw;
        if step.out {
            quote!(::mapidl::stub::wanted(&#name, #code)?;)
        } else {
            quote!(::mapidl::stub::not_null(#name, #code)?;)
        }
    });
    let gates = steps.iter().filter_map(|s| s.gate.as_ref());
    let apart = apart(params, steps);
    let comes_before = |step: &&Stub| apart.is_some() && matches!(step.lends, Lends::Bound(_));
    let (first, then): (Vec<&Stub>, Vec<&Stub>) = steps.iter().partition(comes_before);
    let first = first.into_iter().filter_map(|s| s.bind.as_ref());
    let then = then.into_iter().filter_map(|s| s.bind.as_ref());
    let args = steps.iter().filter_map(|s| s.hand.as_ref());
    let name = id(&m.name);
    // A base may have a method of this name too.
    let call = quote!(<__T as #provider>::#name(::mapidl::stub::object::<__T, __OFFSET>(this)?, #(#args),*));
    let names: Vec<_> = params.iter().filter(|at| at.shape().comes_out()).map(|at| &at.name).collect();
    let fallible = steps.iter().filter_map(|s| s.convert.as_ref());
    let ends = steps.iter().filter_map(|s| s.end.as_ref());
    let writes = steps.iter().map(|s| &s.write);
    let pattern = if let [one] = names.as_slice() { quote!(#one) } else { quote!((#(#names),*)) };
    let (answer, last) = answer(m, &call, &pattern, &names);
    quote! {
        #(#checks)*
        #(#gates)*
        #(#first)*
        #apart
        #(#then)*
        #answer
        #(#fallible)*
        #(#ends)*
        #(#writes)*
        #last
    }
}

/// Checks that memory which is changed or owned is lent once, where a method is lent memory twice, or where an answer could
/// come to what is freed. What was not bound yet may still be refused: nobody has made a borrow of it.
fn apart(params: &[At<'_>], steps: &[Stub]) -> Option<TokenStream> {
    let (mut changed, mut read) = (Vec::new(), Vec::new());
    let (mut replaced, mut owners) = (Vec::new(), Vec::new());
    for step in steps {
        match &step.lends {
            Lends::Nothing => {}
            Lends::Read(memory) | Lends::Bound(memory) => read.push(memory),
            Lends::Changed(memory) => changed.push(memory),
        }
        let owned = if matches!(step.lends, Lends::Changed(_)) { &mut replaced } else { &mut owners };
        owned.extend(&step.owner);
    }
    let places = params.iter().zip(steps).filter(|(_, step)| step.out && !replaced.is_empty()).map(|(at, _)| {
        let place = &at.raw;
        quote!(#place.memory())
    });
    let places: Vec<_> = places.collect();
    let lending = steps.iter().filter(|step| step.owner.is_some() || !matches!(step.lends, Lends::Nothing)).count();
    match (changed.is_empty() || lending + places.len() < 2, replaced.is_empty() && owners.is_empty()) {
        (true, _) => None,
        (false, true) => Some(quote!(::mapidl::apart::check(&[#(#changed),*], &[#(#read),*])?;)),
        (false, false) => Some(quote!(::mapidl::apart::check_owned(
            &[#(#changed),*], &[#(#read),*], &[#(#replaced),*], &[#(#owners),*], &[#(#places),*],
        )?;)),
    }
}

/// The call of the implementer, and what the stub ends with.
fn answer(m: &Method, call: &TokenStream, pattern: &TokenStream, names: &[&Ident]) -> (TokenStream, TokenStream) {
    let no_outs = names.is_empty();
    match &m.ret {
        Return::Code { warns: true } if no_outs => (quote!(let code = #call?.code();), quote!(Ok(code))),
        Return::Code { warns: true } => (
            quote!(let answer = #call?; let code = answer.code(); let #pattern = answer.into_value();),
            quote!(Ok(code)),
        ),
        Return::Code { warns: false } if no_outs => (quote!(#call?;), quote!(Ok(::mapidl::HRESULT(0)))),
        Return::Code { warns: false } => (quote!(let #pattern = #call?;), quote!(Ok(::mapidl::HRESULT(0)))),
        Return::Value(abi, conv) => {
            let value = to_abi(conv, &quote!(answer), abi);
            if no_outs {
                (quote!(let answer = #call;), quote!(Ok(#value)))
            } else {
                (quote!(let (answer, #(#names),*) = #call;), quote!(Ok(#value)))
            }
        }
        Return::Record(_) => {
            let pattern = if no_outs { quote!(answer) } else { quote!((answer, #(#names),*)) };
            (quote!(let #pattern = #call;), quote!(aggregate.write(answer); Ok(())))
        }
        Return::Nothing if no_outs => (quote!(#call;), quote!(Ok(()))),
        Return::Nothing => (quote!(let #pattern = #call;), quote!(Ok(()))),
    }
}
