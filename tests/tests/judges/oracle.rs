//! Outside judges of the ABI: widl reads our IDL, and C compilers for Windows say where widl's headers put every slot,
//! field and value; several C++ compilers take the header that mapidl writes itself.

use mapidl_codegen::driver::Compilation;
use mapidl_codegen::export;
use mapidl_codegen::layout::Target;
use mapidl_codegen::model::InterfaceKind;
use mapidl_tests::{idl_files, judge, mapi, root, run};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The Windows targets with their compilers of Debian.
const TARGETS: [(Target, &str); 2] = [(Target::X86_64, "x86_64-w64-mingw32"), (Target::I686, "i686-w64-mingw32")];

/// Has widl write a header for each file of `idl/`.
fn widl_headers(widl: &Path, dir: &Path) {
    for file in idl_files() {
        let header = dir.join(file.with_extension("h").file_name().expect("a file"));
        let (idl, base) = (root().join("idl"), root().join("codegen/base"));
        let said =
            run(Command::new(widl).arg("-h").arg("-I").arg(idl).arg("-I").arg(base).arg("-o").arg(&header).arg(&file));
        assert!(!said.contains("error"), "{said}");
        assert!(header.is_file());
    }
}

/// Assertions about everything that widl's headers declare, and how many they are.
fn probe(compilation: &Compilation, target: Target) -> (String, usize) {
    let (model, layouts) = (&compilation.model, &compilation.layouts);
    let mut text = String::from("#include <stddef.h>\n#define CINTERFACE\n");
    for file in idl_files() {
        let header = file.with_extension("h");
        let _ = writeln!(text, "#include \"{}\"", header.file_name().expect("a file").to_string_lossy());
    }
    let mut count = 0;
    let mut check = |condition: String| {
        let _ = writeln!(text, "_Static_assert({condition}, \"{}\");", condition.replace('"', "'"));
        count += 1;
    };
    for (id, interface) in model.interfaces.iter() {
        let bundled = model.files[interface.head.file].bundled;
        if bundled || interface.declared_only || interface.kind != InterfaceKind::Object {
            continue;
        }
        let name = &interface.head.name;
        for base in model.chain(id) {
            for method in &model.interfaces[base].methods {
                check(format!("offsetof({name}Vtbl, {}) == {} * sizeof(void *)", method.head.name, method.slot));
            }
        }
        check(format!("sizeof({name}Vtbl) == {} * sizeof(void *)", model.slot_count(id)));
    }
    for (id, record) in model.records.iter() {
        if model.files[record.head.file].bundled || record.declared_only || record.nested {
            continue;
        }
        let (name, layout) = (&record.head.name, layouts.record(id, target));
        check(format!("sizeof({name}) == {}", layout.size));
        check(format!("_Alignof({name}) == {}", layout.align));
        for (field, offset) in record.fields.iter().zip(&layout.offsets) {
            if !field.anonymous && field.param.ty != mapidl_codegen::model::Type::Void {
                check(format!("offsetof({name}, {}) == {offset}", field.param.head.name));
            }
        }
    }
    for (_, e) in model.enums.iter().filter(|(_, e)| !model.files[e.head.file].bundled) {
        for value in &e.values {
            check(format!("(unsigned){} == {}u", value.name, value.value as u32));
        }
    }
    (text, count)
}

fn compile_probe(gcc: &Path, dir: &Path, text: &str) -> Command {
    let file = dir.join("probe.c");
    fs::write(&file, text).expect("the probe");
    let mut command = Command::new(gcc);
    command.args(["-std=c11", "-fsyntax-only", "-w", "-I"]).arg(dir).arg(file);
    command
}

#[test]
fn widls_headers_agree_on_every_slot_size_and_offset() {
    let compilation = mapi();
    for (target, triple) in TARGETS {
        let Some(widl) = judge(&[&format!("{triple}-widl")]) else { return };
        let Some(gcc) = judge(&[&format!("{triple}-gcc")]) else { return };
        let dir = tempfile::tempdir().expect("a folder");
        widl_headers(&widl, dir.path());
        let (text, count) = probe(&compilation, target);
        run(&mut compile_probe(&gcc, dir.path(), &text));
        println!("{triple}: {count} assertions hold");
        assert!(count > 700, "the probe asks too little: {count}");
    }
}

#[test]
fn the_probe_notices_a_swapped_slot_and_a_moved_field() {
    let compilation = mapi();
    let (target, triple) = TARGETS[0];
    let (Some(widl), Some(gcc)) = (judge(&[&format!("{triple}-widl")]), judge(&[&format!("{triple}-gcc")])) else {
        return;
    };
    let dir = tempfile::tempdir().expect("a folder");
    widl_headers(&widl, dir.path());
    let (text, _) = probe(&compilation, target);
    run(&mut compile_probe(&gcc, dir.path(), &text));
    for (right, wrong) in [
        ("offsetof(IMsgStoreVtbl, Advise) == 14 *", "offsetof(IMsgStoreVtbl, Advise) == 15 *"),
        ("offsetof(SPropValue, Value) == 8", "offsetof(SPropValue, Value) == 4"),
    ] {
        assert!(text.contains(right), "{right}");
        let output = compile_probe(&gcc, dir.path(), &text.replace(right, wrong)).output().expect("gcc runs");
        assert!(!output.status.success(), "the compiler accepts {wrong}");
    }
}

#[test]
fn widls_headers_have_our_identifiers() {
    let compilation = mapi();
    let Some(widl) = judge(&["x86_64-w64-mingw32-widl"]) else { return };
    let dir = tempfile::tempdir().expect("a folder");
    widl_headers(&widl, dir.path());
    let headers: String = idl_files()
        .iter()
        .map(|f| {
            fs::read_to_string(dir.path().join(f.with_extension("h").file_name().expect("a file"))).expect("a header")
        })
        .collect();
    let mut count = 0;
    for (_, interface) in compilation.model.interfaces.iter() {
        if compilation.model.files[interface.head.file].bundled {
            continue;
        }
        if let (Some(iid), Some(base)) = (interface.iid, interface.base) {
            let base = &compilation.model.interfaces[base].head.name;
            let line = format!("MIDL_INTERFACE(\"{iid}\")\n{} : public {base}\n", interface.head.name);
            assert!(headers.contains(&line), "widl has no\n{line}");
            count += 1;
        }
    }
    println!("{count} identifiers agree");
    assert!(count >= 9);
}

#[test]
fn numbers_of_8_bytes_stand_where_windows_compilers_put_them() {
    let aligned = root().join("tests/corpus/emit/aligned.idl").to_string_lossy().into_owned();
    let compilation = mapidl_codegen::driver::compile(&[aligned], &mapidl_codegen::driver::Options::default());
    assert!(compilation.is_ok(), "{}", compilation.render());
    let dir = tempfile::tempdir().expect("a folder");
    let header = export::cpp::header(&compilation.model, &compilation.layouts);
    assert!(header.contains("offsetof(TYPEDEFS, w)"), "the header asserts nothing");
    fs::write(dir.path().join("aligned.h"), header).expect("a header");
    let file = dir.path().join("probe.cpp");
    fs::write(&file, "#include \"aligned.h\"\nint main() { return 0; }\n").expect("a source");
    for (_, triple) in TARGETS {
        let Some(gcc) = judge(&[&format!("{triple}-g++")]) else { return };
        run(Command::new(gcc).args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]).arg(&file));
    }
}

#[test]
fn the_header_that_mapidl_writes_compiles_everywhere() {
    let compilation = mapi();
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("mapi.h"), export::cpp::header(&compilation.model, &compilation.layouts))
        .expect("a header");
    let file = dir.path().join("probe.cpp");
    let use_it = "#include \"mapi.h\"\nint main() { return sizeof(SPropValue) == 0; }\n";
    fs::write(&file, use_it).expect("a source");
    for compiler in ["g++", "clang++", "x86_64-w64-mingw32-g++", "i686-w64-mingw32-g++"] {
        let Some(path) = judge(&[compiler]) else { continue };
        run(Command::new(path).args(["-std=c++17", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"]).arg(&file));
        println!("{compiler}: the header compiles, its own assertions hold");
    }
}
