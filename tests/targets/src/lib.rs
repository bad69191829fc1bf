//! What must hold of every text, whatever it says: the compiler ends, and what it answers makes sense.
//! Input: bytes, of which those that are no UTF-8 are passed over. Output: nothing, or a panic with what did not hold.
//!
//! The fuzzer calls these functions with texts that it finds, the tests with seeds and mutations of them.

mod answer;
pub mod judge;

use mapidl_codegen::diag::Sink;
use mapidl_codegen::driver::{Compilation, Options, bundled, compile_with};
use mapidl_codegen::export;
use mapidl_codegen::layout::Target as Platform;
use mapidl_codegen::output::Layout;
use mapidl_codegen::source::{ChainLoader, Loader, MemoryLoader, SourceMap};
use mapidl_codegen::syntax::{self, ast};
use std::str;

/// A property that the fuzzer and the tests know by name.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name: that of the program in `fuzz/fuzz_targets`.
    pub name: &'static str,
    /// Tries it on a text.
    pub run: fn(&[u8]),
}

/// All properties.
pub const TARGETS: [Target; 4] = [
    Target { name: "text", run: text },
    Target { name: "pipeline", run: pipeline },
    Target { name: "condition", run: condition },
    Target { name: "print", run: print },
];

/// Reads a text and looks its names up; it may import what is bundled.
pub fn text(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        drop(check(text, &bundled()));
    }
}

/// Does all that can be done with a text.
pub fn pipeline(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes) {
        generate(&check(text, &bundled()));
    }
}

/// Evaluates the condition of an `#if`, which is a single line.
pub fn condition(bytes: &[u8]) {
    if let Ok(text) = str::from_utf8(bytes)
        && !text.contains('\n')
    {
        let text = format!("#define ONE 1\n#define ADD(a, b) ((a) + (b))\n#if {text}\n#endif\n");
        parse(&text);
    }
}

/// Prints what was read: it is read as it was, and printed again as it was.
///
/// # Panics
/// Where it is not.
pub fn print(bytes: &[u8]) {
    let Some(file) = str::from_utf8(bytes).ok().and_then(parse) else { return };
    let printed = syntax::print(&file);
    let again = parse(&printed).unwrap_or_else(|| panic!("what was printed has errors:\n{printed}"));
    assert_eq!(again, file, "what was printed is read otherwise:\n{printed}");
    assert_eq!(syntax::print(&again), printed, "what was printed is printed otherwise");
}

/// Compiles the text of `main.idl`, which may import what `others` finds, and checks what is said about it.
#[must_use]
pub fn check(text: &str, others: &dyn Loader) -> Compilation {
    let main = MemoryLoader::new("main").with("main.idl", text.to_owned());
    let loader = ChainLoader::new(vec![&main, others]);
    let compilation = compile_with(&["main.idl".to_owned()], &loader, &Options::default());
    answer::check(&compilation.diagnostics, &compilation.sources);
    compilation
}

/// Writes every product of a compilation without errors; whether there is one.
///
/// # Panics
/// Where the Rust that is written is none.
pub fn generate(compilation: &Compilation) -> bool {
    if !compilation.is_ok() {
        return false;
    }
    let outputs = compilation.rust(&Layout::Single("main.rs".to_owned()));
    let rust = outputs.get("main.rs").unwrap_or_default();
    if let Err(error) = syn::parse_file(rust) {
        panic!("{error} in what was written:\n{rust}");
    }
    drop(export::cpp::header(&compilation.model, &compilation.layouts));
    for platform in [Platform::X86_64, Platform::I686] {
        drop(export::abi::json(&compilation.model, &compilation.layouts, platform));
    }
    true
}

/// The tree of a text without mistakes, which imports nothing.
fn parse(text: &str) -> Option<ast::File> {
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let id = sources.add_text("main.idl", text).ok()?;
    let file = syntax::parse(&mut sources, &bundled(), id, &syntax::Options::default(), &mut sink);
    let mistakes = sink.into_sorted();
    answer::check(&mistakes, &sources);
    mistakes.is_empty().then_some(file)
}
