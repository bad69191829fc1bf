//! Duty: how long functions are.
//! Input: text as rustfmt leaves it. Output: the lines of each body.

/// A function, and how many lines its body has.
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) lines: usize,
}

/// The functions of a text.
pub(crate) fn functions(text: &str) -> Vec<Function> {
    let lines: Vec<_> = text.lines().collect();
    let starts = lines.iter().enumerate().filter_map(|(at, line)| Some((at, name(line)?)));
    starts.filter_map(|(at, name)| Some(Function { name, lines: body(&lines[at..])? })).collect()
}

/// The name of the function that begins in a line.
fn name(line: &str) -> Option<String> {
    let mut words = line.trim_start().split(' ');
    let word = words.find(|word| {
        !(word.starts_with("pub")
            || matches!(*word, "const" | "unsafe" | "async" | "extern" | "\"system\"" | "default"))
    })?;
    (word == "fn").then(|| words.next().unwrap_or_default().split(['(', '<']).next().unwrap_or_default().to_owned())
}

/// The lines between a function's braces; none for one that is only declared.
fn body(lines: &[&str]) -> Option<usize> {
    let indent = |line: &str| line.len() - line.trim_start().len();
    let depth = indent(lines[0]);
    let at_depth = |line: &&str| indent(line) == depth;
    let open = lines.iter().position(|line| at_depth(line) && (line.ends_with(['{', ';', '}'])))?;
    if !lines[open].ends_with('{') {
        return lines[open].ends_with('}').then_some(0);
    }
    lines[open + 1..].iter().position(|line| at_depth(line) && line.trim_start().starts_with('}'))
}

#[test]
fn bodies_are_counted_without_their_heads() {
    let text = "fn a() {}\npub(crate) const fn b(\n    x: u8,\n) -> u8\nwhere\n    u8: Copy,\n{\n    x;\n    x\n}\ntrait T {\n    fn c();\n}\n";
    let found: Vec<_> = functions(text).into_iter().map(|function| (function.name, function.lines)).collect();
    assert_eq!(found, [("a".to_owned(), 0), ("b".to_owned(), 2)]);
}
