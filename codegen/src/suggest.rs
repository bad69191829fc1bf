//! Duty: suggest a name: what a slip of the pen was meant to be. Input: what was written, and what there is. Output: the
//! nearest name.

/// The candidate that `name` most likely was meant to be; the first of several that are equally near.
///
/// A third of the letters may differ, and no more than three.
#[must_use]
pub fn nearest<'n>(name: &str, candidates: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let wanted: Vec<char> = name.chars().take(MAX_LENGTH + 1).collect();
    if wanted.len() > MAX_LENGTH {
        return None;
    }
    let mut limit = (wanted.len() / 3).clamp(1, 3);
    let mut best = None;
    for candidate in candidates {
        if candidate.len().abs_diff(name.len()) > limit * MAX_CHAR_BYTES || candidate == name {
            continue;
        }
        if let Some(distance) = distance(&wanted, candidate, limit) {
            best = Some(candidate);
            if distance <= 1 {
                break;
            }
            limit = distance - 1;
        }
    }
    best
}

/// Longer names are not compared.
const MAX_LENGTH: usize = 80;

/// The most bytes that a character takes.
const MAX_CHAR_BYTES: usize = 4;

/// How many letters must be put in, left out, replaced or swapped with their neighbour to make `right` of `left`;
/// `None` when more than `limit`. A letter in the other case counts nothing, but a name that differs by case alone
/// counts one.
fn distance(left: &[char], right: &str, limit: usize) -> Option<usize> {
    let right: Vec<char> = right.chars().take(MAX_LENGTH + 1).collect();
    if right.len() > MAX_LENGTH || left.len().abs_diff(right.len()) > limit {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for i in 1..=left.len() {
        let mut row = vec![i; right.len() + 1];
        for j in 1..=right.len() {
            let replaced = usize::from(!left[i - 1].eq_ignore_ascii_case(&right[j - 1]));
            row[j] = (above[j] + 1).min(row[j - 1] + 1).min(above[j - 1] + replaced);
            if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1] {
                row[j] = row[j].min(before[j - 2] + 1);
            }
        }
        if row.iter().min() > Some(&limit) {
            return None;
        }
        before = std::mem::replace(&mut above, row);
    }
    let distance = above[right.len()].max(1);
    (distance <= limit).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_nearest() {
        assert_eq!(nearest("ULNOG", ["LONG", "ULONG", "USHORT"]), Some("ULONG"));
        assert_eq!(nearest("size_si", ["size_is", "iid_is"]), Some("size_is"));
        assert_eq!(nearest("ulong", ["ULONG"]), Some("ULONG"));
        assert_eq!(nearest("Flags", ["Frobnicate", "F"]), None);
        assert_eq!(nearest("ab", ["xy"]), None);
    }

    #[test]
    fn the_first_of_equals_wins_and_itself_is_no_answer() {
        assert_eq!(nearest("cat", ["car", "bat"]), Some("car"));
        assert_eq!(nearest("cat", ["cat"]), None);
    }
}
