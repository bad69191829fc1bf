//! Sizes, alignments and offsets of the records in `tests/corpus/model/layout.idl`. The numbers are those of the
//! Microsoft ABI: mingw-w64's g++ and clang for the msvc targets accept the C++ header of the same file, whose
//! assertions hold them too.

use crate::common::compile_file;
use mapidl_codegen::layout::Target;

type Numbers = (u64, u64, &'static [u64]);

/// Record; size, alignment and offsets with pointers of 64 bits; the same with 32.
const EXPECTED: &[(&str, Numbers, Numbers)] = &[
    ("TimeFirst", (12, 4, &[0, 8]), (12, 4, &[0, 8])),
    ("TimeSecond", (12, 4, &[0, 4]), (12, 4, &[0, 4])),
    ("Hyper", (16, 8, &[0, 8]), (16, 8, &[0, 8])),
    ("Double", (24, 8, &[0, 8, 16]), (24, 8, &[0, 8, 16])),
    ("Tagged", (16, 8, &[0, 4, 8]), (16, 8, &[0, 4, 8])),
    ("Counted", (8, 4, &[0, 4]), (8, 4, &[0, 4])),
    ("CountedHyper", (16, 8, &[0, 8]), (16, 8, &[0, 8])),
    ("Bytes", (5, 1, &[0, 4]), (5, 1, &[0, 4])),
    ("Packed1", (19, 1, &[0, 2, 10, 18]), (15, 1, &[0, 2, 10, 14])),
    ("Packed2", (12, 2, &[0, 2, 10]), (12, 2, &[0, 2, 10])),
    ("Packed4", (28, 4, &[0, 4, 12]), (28, 4, &[0, 4, 12])),
    ("Quoted1", (9, 1, &[0, 1]), (9, 1, &[0, 1])),
    ("QuotedDefault", (16, 8, &[0, 8]), (16, 8, &[0, 8])),
    ("Quoted2", (10, 2, &[0, 2]), (10, 2, &[0, 2])),
    ("QuotedNone", (16, 8, &[0, 8]), (16, 8, &[0, 8])),
    ("HoldsPacked", (32, 8, &[0, 24]), (24, 8, &[0, 16])),
    ("OddUnion", (6, 2, &[0, 0]), (6, 2, &[0, 0])),
    ("Anonymous", (12, 4, &[0, 4, 8]), (12, 4, &[0, 4, 8])),
    ("Scalars", (24, 8, &[0, 4, 8, 10, 16]), (16, 4, &[0, 4, 8, 10, 12])),
    ("Object", (32, 8, &[0, 16, 24]), (24, 4, &[0, 16, 20])),
    ("Matrix", (104, 8, &[0, 96]), (104, 8, &[0, 96])),
    ("Bits", (8, 4, &[0, 4, 4]), (8, 4, &[0, 4, 4])),
    ("MixedBits", (12, 4, &[0, 4, 8]), (12, 4, &[0, 4, 8])),
    ("ClosedBits", (12, 4, &[0, 4, 4, 8]), (12, 4, &[0, 4, 4, 8])),
    ("ShortBits", (8, 2, &[0, 2, 2, 4, 6]), (8, 2, &[0, 2, 2, 4, 6])),
    ("WideClose", (8, 4, &[0, 4, 4]), (8, 4, &[0, 4, 4])),
    ("IdleClose", (2, 1, &[0, 1, 1]), (2, 1, &[0, 1, 1])),
    ("UnionBits", (4, 4, &[0, 0, 0]), (4, 4, &[0, 0, 0])),
    ("HyperBits", (24, 8, &[0, 8, 8, 16]), (24, 8, &[0, 8, 8, 16])),
    ("PackedBits", (11, 1, &[0, 1, 5, 9]), (11, 1, &[0, 1, 5, 9])),
    ("FILETIME", (8, 4, &[0, 4]), (8, 4, &[0, 4])),
    ("GUID", (16, 4, &[0, 4, 6, 8]), (16, 4, &[0, 4, 6, 8])),
    ("LARGE_INTEGER", (8, 8, &[0]), (8, 8, &[0])),
    ("CY", (8, 8, &[0]), (8, 8, &[0])),
    ("DECIMAL", (16, 8, &[0, 2, 3, 4, 8]), (16, 8, &[0, 2, 3, 4, 8])),
];

#[test]
fn records_lie_as_on_windows() {
    let compilation = compile_file("model", "layout.idl");
    assert!(compilation.is_ok(), "{:?}", compilation.diagnostics);
    let (model, layouts) = (&compilation.model, &compilation.layouts);
    for (name, wide, narrow) in EXPECTED {
        let found = model.records.iter().find(|(_, record)| record.head.name == *name);
        let (id, _) = found.unwrap_or_else(|| panic!("{name} is not there"));
        for (target, expected) in [(Target::X86_64, wide), (Target::I686, narrow)] {
            let layout = layouts.record(id, target);
            let numbers = (layout.size, layout.align, &*layout.offsets);
            assert_eq!(numbers, *expected, "{name} on {}", target.name());
        }
    }
}

#[test]
fn bit_fields_begin_at_their_bits() {
    let compilation = compile_file("model", "layout.idl");
    let bits = |name: &str| {
        let found = compilation.model.records.iter().find(|(_, record)| record.head.name == name);
        compilation.layouts.record(found.expect("there").0, Target::I686).bits.clone()
    };
    assert_eq!(bits("Bits"), [0, 0, 30]);
    assert_eq!(bits("ShortBits"), [0, 0, 4, 0, 0]);
    assert_eq!(bits("HyperBits"), [0, 0, 40, 0]);
}
