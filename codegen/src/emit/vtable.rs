//! Vtables: for each slot its function as C sees it, and the stub that stands between it and an implementer.

use super::abi;
use super::interface::{base_vtbl, is_root, provider, vtbl};
use super::shape::{At, Lends, Stub};
use super::types::{code, com, id, to_abi};
use crate::plan::{Interface, Method, Return};
use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

pub(super) fn vtable(item: &Interface) -> TokenStream {
    let (vtbl, base, provider, name) = (vtbl(item), base_vtbl(item), provider(item), com(&item.name));
    let rows = item.methods.iter().map(|m| row(&provider, m));
    let count = Literal::usize_unsuffixed(item.first_slot as usize + item.methods.len());
    let base_matches = (!is_root(&item.ancestors[0])).then(|| quote!(|| #base::matches(iid)));
    let own_match = match item.iid {
        Some(_) if item.confusable.is_some() => quote!(::mapidl::interface::same(iid, &#name::SHARED_IID)),
        Some(_) => quote!(::mapidl::interface::same(iid, &<#name as ::mapidl::Interface>::IID)),
        None => quote!(false),
    };
    quote! {
        ::mapidl::vtable! {
            unsafe #vtbl(#base) of #name: #count slots;
            matches(iid) { #own_match #base_matches }
            impl<__T: #provider, __OFFSET> this { #(#rows)* }
        }
    }
}

/// A slot.
fn row(provider: &Ident, m: &Method) -> TokenStream {
    let (name, slot) = (id(&m.field), Literal::u32_unsuffixed(m.slot));
    let com = (*m.com != m.field).then(|| {
        let com = &m.com;
        quote!([#com])
    });
    // After a path no word is a keyword: `r#` would be part of the link.
    let caller = (!m.placeholder).then(|| Ident::new(m.name.trim_start_matches("r#"), proc_macro2::Span::call_site()));
    let caller = caller.map(|caller| quote!(= #caller));
    let (convention, ret) = (abi::convention(m), abi::answer(m));
    let params = abi::params(m, |at| at.shape().is_ignored());
    let runner = id(match m.ret {
        Return::Code { .. } if m.nulls => "hresult_or_null",
        Return::Code { .. } => "hresult",
        _ => "value",
    });
    let body = stub(provider, m);
    let give = matches!(m.ret, Return::Record(_)).then(|| quote!([aggregate]));
    quote!(#slot extern #convention fn #name #com (#(#params),*) #ret #caller as #give #runner { #body })
}

/// What a stub does.
fn stub(provider: &Ident, m: &Method) -> TokenStream {
    let params: Vec<_> = At::all(m, false).collect();
    let steps: Vec<Stub> = params.iter().map(|at| at.shape().stub(at)).collect();
    let aggregate = matches!(m.ret, Return::Record(_)).then(|| id("aggregate"));
    let outs = params.iter().zip(&steps).filter(|(_, step)| step.out).map(|(at, _)| &at.raw).chain(&aggregate);
    let outs = outs.map(|place| quote!(let #place = ::mapidl::stub::Out::new(#place);));
    let body = body(m, provider, &params, &steps);
    quote!(#(#outs)* #body)
}

fn body(m: &Method, provider: &Ident, params: &[At<'_>], steps: &[Stub]) -> TokenStream {
    let code = code(m.bad_pointer);
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
    let call = quote!(<__T as #provider>::#name(this.object()? #(, #args)*));
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
