//! Duty: the two doors that read an IDL file: `include_idl!` and `#[mapi_interface(idl = …)]` on a module.
//! Input: the macro's arguments, and the module. Output: the items that every other door writes for the file.

use crate::args::{Args, Include};
use crate::package::{Package, watch};
use crate::report::judge;
use mapidl_codegen::{names, output};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Item, ItemMod, LitStr, Result};

/// Expands `include_idl!`.
pub(crate) fn include(package: &Package, include: &Include) -> Result<TokenStream> {
    if let Some(idl) = &include.args.idl {
        return Err(Error::new_spanned(idl, "the file is named already, by the first argument"));
    }
    items(package, &include.file, &include.args)
}

/// Expands `#[mapi_interface(idl = …)]` on a module. Its own items stay, whatever comes of the file.
pub(crate) fn module(package: &Package, args: &Args, mut module: ItemMod) -> Result<TokenStream> {
    let Some(file) = &args.idl else {
        let message = "the file is not named: write `mapi_interface(idl = \"file.idl\")`";
        return Err(Error::new_spanned(&module.ident, message));
    };
    let Some((_, content)) = &mut module.content else {
        return Err(Error::new_spanned(&module, "the module has no body to fill: write `{}`"));
    };
    let items = items(package, file, args).unwrap_or_else(|error| error.into_compile_error());
    content.push(Item::Verbatim(items));
    Ok(quote!(#module))
}

fn items(package: &Package, file: &LitStr, args: &Args) -> Result<TokenStream> {
    args.for_file()?;
    let compilation = package.compile(&file.value(), &args.options);
    let warnings = judge(&compilation, file.span(), |_| None)?;
    let (name, watched) = (names::private_module(&file.value()), watch(&compilation));
    // What is written names nothing of the module around it.
    let items = output::private(&name, &TokenStream::new(), &compilation.tokens());
    Ok(quote!(#items #watched #warnings))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;
    use std::path::Path;
    use syn::{parse_quote, parse_str};

    fn write(folder: &Path, name: &str, text: &str) {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), text).unwrap();
    }

    #[test]
    fn every_file_is_watched_and_extern_ones_are_not_written() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "idl/a.idl", "import \"b.idl\", \"c.idl\";\n#include \"d.h\"\nconst B A = D;");
        write(folder.path(), "idl/b.idl", "import \"wtypes.idl\"; typedef LONG B;");
        write(folder.path(), "inc/c.idl", "import \"wtypes.idl\"; const LONG C = 1;");
        write(folder.path(), "idl/d.h", "#define D 3\n");
        let include: Include = parse_quote! {
            "idl/a.idl", include = ["inc"], extern_file("idl/b.idl" = "::elsewhere"), extern_file("c.idl" = "::there")
        };
        let tokens = super::include(&Package::at(folder.path()), &include).unwrap().to_string();
        for file in ["idl/a.idl", "idl/b.idl", "inc/c.idl", "idl/d.h"] {
            let path = folder.path().join(file);
            let watched = format!("include_bytes ! ({:?}) ;", path.to_str().unwrap());
            assert!(tokens.contains(&watched), "{watched} is not in {tokens}");
        }
        assert!(tokens.contains("pub const A : "), "{tokens}");
        assert!(!tokens.contains("pub const C") && !tokens.contains("pub type B"), "{tokens}");
        assert!(!tokens.contains("wtypes"), "bundled files do not change: {tokens}");
    }

    #[test]
    fn extern_files_are_found_however_they_are_spelt() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "base.idl", "const long BASE = 1;");
        write(folder.path(), "member/idl/a.idl", "import \"../../base.idl\"; const long A = BASE;");
        let package = Package::at(&folder.path().join("member"));
        let absolute = folder.path().join("base.idl").to_str().unwrap().to_owned();
        for key in ["../base.idl", "./../base.idl", "idl/../../base.idl", &absolute] {
            let include: Include = parse_quote!("./idl/a.idl", extern_file(#key = "::there"));
            let tokens = super::include(&package, &include).unwrap().to_string();
            assert!(tokens.contains("const A") && !tokens.contains("const BASE"), "{key}: {tokens}");
        }
        for key in ["base.idl", "idl/base.idl", "../bose.idl"] {
            let include: Include = parse_quote!("idl/a.idl", extern_file(#key = "::there"));
            let error = super::include(&package, &include).unwrap_err().to_string();
            assert!(error.contains(&format!("`extern_file` names `{key}`, which is no file of this run")), "{error}");
        }
    }

    #[test]
    fn warnings_are_uses_of_something_deprecated() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a.idl", "[odd] const long A = 1;");
        let tokens = super::include(&Package::at(folder.path()), &parse_quote!("a.idl")).unwrap().to_string();
        let warning = "# [deprecated (note = \"";
        assert!(tokens.contains(warning) && tokens.contains("const IDL0301 : () = ()"), "{tokens}");
    }

    #[test]
    fn a_module_keeps_what_it_has() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a.idl", "const long A = 1;");
        let args: Args = parse_quote!(idl = "a.idl");
        let empty = parse_str(r#"#[doc = "x"] pub(crate) mod m { use a::b; }"#).unwrap();
        let made = module(&Package::at(folder.path()), &args, empty).unwrap().to_string();
        assert!(made.starts_with("# [doc = \"x\"] pub (crate) mod m { use a :: b ;"), "{made}");
        assert!(made.contains("pub const A : i32 = 1"), "{made}");
    }
}
