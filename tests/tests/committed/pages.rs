//! What pages name exists: a file that is moved takes its name along in all of them.

use mapidl_tests::root;
use std::fs;

const PAGES: [&str; 7] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
    "idl/README.md",
    "tests/README.md",
];

/// Folders of the repository: a path that begins with one is a file's or a folder's of ours.
const FOLDERS: [&str; 8] =
    ["cli/", "codegen/", "fuzz/", "generated/", "macros/", "runtime/", "tests/tests/", "tests/safety/"];

#[test]
fn files_that_pages_name_are_there() {
    let mut named = 0;
    for page in PAGES {
        let text = fs::read_to_string(root().join(page)).expect("the page");
        // The code in a line is every other part of it.
        let code = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
        let is_path = |code: &&str| {
            FOLDERS.iter().any(|folder| code.starts_with(folder)) && !code.contains(|c: char| " *{".contains(c))
        };
        for path in code.filter(is_path) {
            assert!(root().join(path).exists(), "{page} names `{path}`");
            named += 1;
        }
    }
    assert!(named > 20, "the pages name more files than {named}");
}
