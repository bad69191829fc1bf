//! Compiles the crate's IDL.

fn main() {
    mapidl_codegen::Builder::new().file("idl/greeter.idl").generate("greeter.rs").unwrap();
}
