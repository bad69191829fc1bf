//! The page about the IDL tells of every attribute that the prelude defines away.

use mapidl_tests::root;
use std::fs;

#[test]
fn every_extension_is_explained() {
    let read = |name: &str| fs::read_to_string(root().join("idl").join(name)).expect("a file of idl");
    let (prelude, page) = (read("prelude.h"), read("README.md"));
    let defined = prelude.lines().filter_map(|line| line.strip_prefix("#define "));
    let names = defined.map(|rest| rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').next().unwrap_or(rest));
    let names: Vec<_> = names.filter(|name| *name != "MAPIDL_PRELUDE_H").collect();
    assert!(names.len() > 25, "the prelude was not understood: {names:?}");
    let missing: Vec<_> = names
        .iter()
        .filter(|name| !page.contains(&format!("`{name}`")) && !page.contains(&format!("`{name}(")))
        .collect();
    assert!(missing.is_empty(), "idl/README.md does not tell of {missing:?}");
}
