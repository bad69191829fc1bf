//! Compiles an IDL file of Wine where that is installed and the objects that it describes are, which is on Windows.

use mapidl_codegen::Builder;
use std::path::{Path, PathBuf};
use std::{env, fs};

const CORPUS: &str = "/usr/include/wine/wine/windows";

/// The file, and the headers that it includes. What it imports comes with the compiler.
const FILES: [&str; 3] = ["msxml2.idl", "msxml2did.h", "idispids.h"];

fn main() {
    println!("cargo::rerun-if-changed={CORPUS}/{}", FILES[0]);
    if env::var_os("CARGO_CFG_WINDOWS").is_none() {
        return;
    }
    if !Path::new(CORPUS).exists() {
        println!("cargo::warning=nothing is tested: Debian's libwine-dev has {}", FILES[0]);
        return;
    }
    let folder = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    for name in FILES {
        fs::copy(Path::new(CORPUS).join(name), folder.join(name)).unwrap();
    }
    Builder::new().file(folder.join(FILES[0])).generate("msxml2.rs").unwrap();
    println!("cargo::rustc-cfg=corpus");
}
