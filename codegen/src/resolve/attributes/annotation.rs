//! What annotations in Microsoft's source annotation language say: `annotation("_In_reads_opt_(n)")`.
//!
//! A name of that language is made of words: a direction, how much memory there is, whether a null is allowed. All
//! generations of it (`__in_ecount_opt(n)`, `_In_bytecount_(n)`, `_Out_writes_bytes_(n)`) use the same few, some of them in
//! one word. What takes arguments and is none of them is taken to say a size.

use super::{first, text};
use crate::model::{Annotation, Direction};
use crate::syntax::ast::Attr;
use crate::syntax::print_expr;

/// Words that say how much memory there is.
const SIZES: [&str; 8] = ["reads", "writes", "updates", "readable", "writable", "part", "full", "nullnull"];

/// Parts of such words: `ecount`, `bytecapcount`, `bytebuffer`.
const SIZED: [&str; 5] = ["count", "cap", "buffer", "size", "byte"];

/// Parts of words that say whose memory it is after the call: `__drv_aliasesMem`, `_Post_ptr_invalid_`, `_Frees_ptr_`.
const OWNED: [&str; 4] = ["aliasesmem", "frees", "invalid", "allocatesmem"];

/// Words whose arguments say no size: of a value, of when something else holds, or of what it holds of.
const CONDITIONS: [&str; 7] = ["range", "success", "failure", "when", "at", "satisfies", "inexpressible"];

/// Whether a word says how much memory there is.
fn is_size(word: &str) -> bool {
    SIZES.contains(&word) || SIZED.iter().any(|part| word.contains(part))
}

/// What an attribute `annotation(…)` says; a macro that stands there without quotes says the same.
pub(super) fn read(attr: &Attr) -> Option<Annotation> {
    let text = text(attr).or_else(|| first(attr).map(print_expr))?;
    Some(parse(&text))
}

fn parse(text: &str) -> Annotation {
    let mut said = Annotation { text: text.to_owned(), ..Annotation::default() };
    let (mut rest, mut depth) = (text, 0_usize);
    while let Some(c) = rest.chars().next() {
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
        if end == 0 {
            match c {
                '(' => depth += 1,
                ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let (name, after) = rest.split_at(end);
        rest = after;
        // In parentheses there are parameters too, whose names mean nothing here.
        if depth == 0 || name.starts_with('_') {
            add(&mut said, name, after, depth > 0);
        }
    }
    said
}

/// Adds what one name says, which stands among the arguments of another one or not.
fn add(said: &mut Annotation, name: &str, after: &str, nested: bool) {
    let name = name.to_ascii_lowercase();
    let words: Vec<&str> = name.split('_').filter(|word| !word.is_empty()).collect();
    let deref = words.contains(&"deref");
    let mut directed = false;
    for word in &words {
        let direction = match *word {
            "in" => Some(Direction::In),
            "out" | "outptr" => Some(Direction::Out),
            "inout" => Some(Direction::InOut),
            _ => None,
        };
        said.direction = said.direction.or(direction);
        directed |= direction.is_some();
        said.inner |= matches!(*word, "deref" | "outptr");
        said.string |= matches!(*word, "z" | "string" | "terminated");
        // Of `__deref_out_opt` the pointer behind may be null, as it may be by `result_maybenull`.
        said.optional |= *word == "opt" && !(deref && directed) || *word == "maybenull" && !words.contains(&"result");
        said.bytes |= *word == "bcount" || word.contains("byte");
        said.owned |= OWNED.iter().any(|part| word.contains(part));
    }
    let unknown = !nested && after.trim_start().starts_with('(') && !words.iter().any(|word| CONDITIONS.contains(word));
    if said.size.is_none() && (unknown || words.iter().any(|word| is_size(word))) {
        said.size = Some(argument(after));
    }
}

/// The first of the arguments that follow a name, without blanks.
fn argument(after: &str) -> String {
    let Some(list) = after.trim_start().strip_prefix('(') else { return String::new() };
    let mut depth = 0_usize;
    let end = list.find(|c| match c {
        '(' => {
            depth += 1;
            false
        }
        ')' if depth > 0 => {
            depth -= 1;
            false
        }
        ')' | ',' => depth == 0,
        _ => false,
    });
    list[..end.unwrap_or(list.len())].chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(text: &str) -> (Option<String>, bool, bool) {
        let said = parse(text);
        (said.size, said.bytes, said.inner)
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn sizes() {
        assert_eq!(size("_In_reads_(n)"), (some("n"), false, false));
        assert_eq!(size("_Out_writes_to_opt_( cb + (1), *got )"), (some("cb+(1)"), false, false));
        assert_eq!(size("_Inout_updates_bytes_(cb)"), (some("cb"), true, false));
        assert_eq!(size("__out_bcount_part(cb, *got)"), (some("cb"), true, false));
        assert_eq!(size("_Outptr_result_buffer_(*count)"), (some("*count"), false, true));
        assert_eq!(size("__deref_out_ecount_opt(*count)"), (some("*count"), false, true));
        assert_eq!(size("_When_(on, _Out_writes_(n))"), (some("n"), false, false));
        assert_eq!(size("_Out_writes_all_"), (some(""), false, false));
        assert_eq!(size("_Outptr_result_bytebuffer_(*cb)"), (some("*cb"), true, true));
        assert_eq!(size("OUT_ARRAY(n)"), (some("n"), false, false));
        for one in ["_In_count_(n)", "_Out_cap_(n)", "_Out_capcount_(n)", "_Inout_opt_cap_(n)"] {
            assert_eq!(size(one), (some("n"), false, false), "{one}");
        }
        for bytes in ["_Out_bytecap_(n)", "_Out_bytecapcount_(n)", "_In_bytecount_(n)", "_Inout_bytecount_(n)"] {
            assert_eq!(size(bytes), (some("n"), true, false), "{bytes}");
        }
        for none in
            ["_In_", "__RPC__in_opt", "_In_range_(0, full)", "_COM_Outptr_", "_Reserved_", "_Success_(count > 0)"]
        {
            assert_eq!(parse(none).size, None, "{none}");
        }
    }

    #[test]
    fn nulls_and_zeros() {
        for opt in
            ["_In_opt_", "__inout_opt", "_COM_Outptr_opt_", "__deref_opt_out", "_In_reads_opt_(n)", "_Maybenull_"]
        {
            assert!(parse(opt).optional, "{opt}");
        }
        for required in ["_In_", "__deref_out_opt", "_Outptr_result_maybenull_"] {
            assert!(!parse(required).optional, "{required}");
        }
        assert!(parse("_In_z_").string && parse("__RPC__in_string").string && parse("_Null_terminated_").string);
        assert!(!parse("_In_").string);
    }

    #[test]
    fn owners() {
        for owned in ["_In_ __drv_aliasesMem", "_Post_ptr_invalid_", "_Frees_ptr_", "__drv_freesMem(Mem)"] {
            assert!(parse(owned).owned, "{owned}");
        }
        assert!(!parse("_In_reads_(n)").owned);
    }

    #[test]
    fn directions() {
        assert_eq!(parse("__RPC__inout_opt").direction, Some(Direction::InOut));
        assert_eq!(parse("_COM_Outptr_").direction, Some(Direction::Out));
        assert_eq!(parse("__deref_inout_opt").direction, Some(Direction::InOut));
        assert_eq!(parse("_Field_size_(n)").direction, None);
    }
}
