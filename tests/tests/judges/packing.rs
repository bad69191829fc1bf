//! An outside judge of packing in quoted text: pragmas in a random order stand between records, quoted in IDL and plain in
//! C, and gcc must give each record the same size. `MAPIDL_SEED` chooses other texts.

use fastrand::Rng;
use mapidl_codegen::driver::{Options, compile_with};
use mapidl_codegen::layout::Target;
use mapidl_codegen::source::MemoryLoader;
use mapidl_tests::judge;
use std::env;
use std::fmt::Write as _;
use std::process::Command;

/// How many pragmas there are, each with a record below it.
const PRAGMAS: usize = 200;

/// What stands in the parentheses, as gcc knows it. A label is set aside before it is looked for.
const FORMS: [&str; 11] =
    ["1", "2", " 4 ", "8", "", "push", "push, 1", "push,2", "push, here, 4", " push , there , 1 ", "pop"];

#[test]
fn gcc_packs_alike() {
    let Some(gcc) = judge(&["gcc"]) else { return };
    let seed = env::var("MAPIDL_SEED").map_or(1, |text| text.parse().expect("MAPIDL_SEED is a number"));
    let mut rng = Rng::with_seed(seed);
    let (mut idl, mut c) = (String::new(), String::from("typedef unsigned char byte; typedef long long hyper;\n"));
    for index in 0..PRAGMAS {
        let form = if index % 20 == 19 { "pop, here" } else { rng.choice(FORMS).expect("one") };
        let form = if index % 20 == 10 { "push, here, 2" } else { form };
        let record = format!("typedef struct {{ byte a; hyper b; byte c; }} R{index};\n");
        let _ = write!(idl, "cpp_quote(\"#pragma pack({form})\")\n{record}");
        let _ = write!(c, "#pragma pack({form})\n{record}");
    }
    let loader = MemoryLoader::new("test").with("a.idl", idl);
    let compilation = compile_with(&["a.idl".to_owned()], &loader, &Options::default());
    assert!(compilation.diagnostics.is_empty(), "{}", compilation.render());
    for (id, record) in compilation.model.records.iter() {
        let size = compilation.layouts.record(id, Target::X86_64).size;
        let _ = writeln!(c, "_Static_assert(sizeof({0}) == {size}, \"{0} {size}\");", record.head.name);
    }
    let dir = tempfile::tempdir().expect("a folder");
    let file = dir.path().join("packed.c");
    std::fs::write(&file, &c).expect("the text");
    let output = Command::new(gcc).args(["-fsyntax-only", "-w"]).arg(&file).output().expect("gcc runs");
    assert!(output.status.success(), "MAPIDL_SEED={seed}: {}", String::from_utf8_lossy(&output.stderr));
}
