//! The committed parser is what the grammar gives today. `BLESS=1` writes it anew.

use quote::quote;
use std::{env, fs, path::PathBuf};

#[test]
fn the_committed_parser_is_fresh() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/syntax");
    let grammar = fs::read_to_string(folder.join("idl.pest")).expect("the grammar is beside the parser");
    let expected = generate(&grammar);
    let path = folder.join("parser.rs");
    if env::var_os("BLESS").is_some() {
        fs::write(&path, &expected).expect("the parser can be written");
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == expected, "src/syntax/parser.rs is stale: run this test with BLESS=1");
}

fn generate(grammar: &str) -> String {
    let tokens = pest_generator::derive_parser(
        quote! {
            #[derive(Parser)]
            #[grammar_inline = #grammar]
            pub(super) struct IdlParser;
        },
        false,
    );
    let file = syn::parse2(tokens).expect("the generator writes Rust");
    format!(
        "//! @generated from idl.pest by pest_generator; `BLESS=1 cargo test -p mapidl-codegen parser_fresh` writes it anew.\n\n\
         /// The parser of classic COM IDL.\n#[derive(Debug)]\npub(super) struct IdlParser;\n\n{}",
        prettyplease::unparse(&file)
    )
}
