//! Records of numbers of all sizes, of each other and of bit fields, put together at random.

use fastrand::Rng;
use std::fmt::Write as _;

/// What fields are of, beside the records before them.
const TYPES: &[&str] =
    &["BYTE", "short", "LONG", "hyper", "double", "float", "DATE", "void *", "VARIANT", "LARGE_INTEGER"];

/// What packed records are of: rustc refuses those in them that are said to be aligned to 8 bytes.
const PACKED: &[&str] = &["BYTE", "short", "LONG", "hyper", "double", "float", "DATE", "void *"];

/// What bit fields are of.
const UNITS: &[(&str, u8)] =
    &[("unsigned char", 8), ("unsigned short", 16), ("unsigned long", 32), ("unsigned hyper", 64)];

/// An IDL file of so many records.
pub(crate) fn file(seed: u64, records: usize) -> String {
    let mut rng = Rng::with_seed(seed);
    let mut text = String::from("import \"oaidl.idl\";\n");
    for number in 0..records {
        let pack = rng.choice([0, 0, 0, 8, 4, 2, 1]).unwrap_or(0);
        let union = rng.u8(..5) == 0;
        if pack > 0 {
            let _ = writeln!(text, "#pragma pack(push, {pack})");
        }
        let _ = writeln!(text, "typedef {} {{", if union { "union" } else { "struct" });
        for field in 0..rng.u8(1..7) {
            let _ = writeln!(text, "    {};", member(&mut rng, field, number, union, pack));
        }
        let _ = writeln!(text, "}} R{number};");
        if pack > 0 {
            text.push_str("#pragma pack(pop)\n");
        }
    }
    text
}

fn member(rng: &mut Rng, field: u8, records: usize, union: bool, pack: u8) -> String {
    let is_packed = (1..8).contains(&pack);
    if !union && rng.u8(..4) == 0 {
        let (ty, bits) = UNITS[rng.usize(..UNITS.len())];
        let width = rng.u8(..=bits);
        let name = if width == 0 { String::new() } else { format!("f{field}") };
        return format!("{ty} {name} : {width}");
    }
    let ty = if is_packed {
        PACKED[rng.usize(..PACKED.len())].to_owned()
    } else if records > 0 && rng.u8(..4) == 0 {
        format!("R{}", rng.usize(..records))
    } else {
        TYPES[rng.usize(..TYPES.len())].to_owned()
    };
    let array = rng.choice(["", "", "", "[1]", "[3]", "[2][3]"]).unwrap_or("");
    format!("{ty} f{field}{array}")
}
