//! Where widl's headers and our model differ, each with its reason, as `tests/wine/differences.txt` tells.
//!
//! In that file `[target]` begins what one target (or `everywhere`) sees, `# reason` begins differences that have one
//! reason, and every other line is a difference, word for word: what our model says and the header denies.

use mapidl_tests::known::Known;

const TEXT: &str = include_str!("../../../wine/differences.txt");

/// The differences of a section.
///
/// # Panics
/// Where one has no reason.
pub(crate) fn section(wanted: &str) -> Vec<Known> {
    let mut here = false;
    let mut found: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
    for line in TEXT.lines().filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            here = name == wanted;
        } else if here && let Some(why) = line.strip_prefix("# ") {
            found.push((why, Vec::new()));
        } else if here {
            found.last_mut().unwrap_or_else(|| panic!("no reason is given: {line}")).1.push(line);
        }
    }
    found.into_iter().map(|(why, what)| Known { why, what: what.leak() }).collect()
}
