//! Duty: find macros that write `unsafe` for whoever calls them.
//! Input: the tokens of a file. Output: the exported macros that do so without having been told `unsafe`.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// An arm of a macro.
struct Arm {
    pattern: Group,
    body: Group,
}

/// Exported macros of a file that write `unsafe` in an arm whose pattern does not begin with it. An arm that hands the
/// word on to another macro, as its first token, writes none itself; only macros for users may do so.
pub(crate) fn unsafe_untold(file: &TokenStream) -> Vec<String> {
    let tokens: Vec<_> = file.clone().into_iter().collect();
    let mut found = Vec::new();
    let mut attributes = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
                attributes.push(group.stream().to_string().replace(' ', ""));
            }
            TokenTree::Ident(word) if *word == "macro_rules" => {
                let [TokenTree::Ident(name), TokenTree::Group(rules)] = &tokens[at + 2..at + 4] else {
                    panic!("macro_rules! without a name");
                };
                let has = |wanted: &str| attributes.iter().any(|attribute| attribute == wanted);
                let told = |arm: &Arm| first(&arm.pattern.stream());
                let wrong = |arm: &Arm| !told(arm) && writes(&arm.body.stream(), !has("doc(hidden)"));
                if has("macro_export") && arms(rules).iter().any(wrong) {
                    found.push(name.to_string());
                }
                attributes.clear();
            }
            TokenTree::Punct(_) => {}
            _ => attributes.clear(),
        }
    }
    found
}

fn arms(rules: &Group) -> Vec<Arm> {
    let groups: Vec<_> = rules.stream().into_iter().filter_map(group).collect();
    groups.chunks(2).map(|pair| Arm { pattern: pair[0].clone(), body: pair[1].clone() }).collect()
}

fn group(token: TokenTree) -> Option<Group> {
    match token {
        TokenTree::Group(group) => Some(group),
        _ => None,
    }
}

fn first(tokens: &TokenStream) -> bool {
    matches!(tokens.clone().into_iter().next(), Some(TokenTree::Ident(word)) if word == "unsafe")
}

/// Whether the word is among the tokens: anywhere, or but as the first one of a call of another macro.
fn writes(tokens: &TokenStream, may_tell: bool) -> bool {
    let tokens: Vec<_> = tokens.clone().into_iter().collect();
    tokens.iter().enumerate().any(|(at, token)| match token {
        TokenTree::Ident(word) => *word == "unsafe",
        TokenTree::Group(group) => {
            let call = at > 0 && matches!(&tokens[at - 1], TokenTree::Punct(mark) if mark.as_char() == '!');
            let told = may_tell && call && first(&group.stream());
            let inner = group.stream().into_iter().skip(usize::from(told)).collect();
            writes(&inner, may_tell)
        }
        _ => false,
    })
}
