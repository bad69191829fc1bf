//! Compiles an IDL file of Wine where that is installed and the objects that it describes are, which is on Windows.

use mapidl_codegen::Builder;
use std::env;
use std::path::Path;

/// The file. What it imports lies beside it.
const FILE: &str = "/usr/include/wine/wine/windows/msxml2.idl";

fn main() {
    println!("cargo::rerun-if-changed={FILE}");
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return;
    }
    if !Path::new(FILE).exists() {
        println!("cargo::warning=nothing is tested: Debian's libwine-dev has {FILE}");
        return;
    }
    Builder::new().file(FILE).generate("msxml2.rs").unwrap();
    println!("cargo::rustc-cfg=corpus");
}
