//! The page about the IDL and the prelude tell of the attributes what the compiler's table of them says. `BLESS=1`
//! rewrites these parts of both.
//!
//! Input: the rows of `resolve::attributes`. Output: in `idl/README.md` a table of MIDL's attributes, lists of those that
//! nothing is made of, and a table of mapidl's own; in `idl/prelude.h` the names that it takes, and their definitions.

use mapidl_codegen::resolve::attributes::{Args, AttrKind, Effect, Row, Whose};
use mapidl_tests::{bless, root};
use std::fmt::Write as _;
use std::fs;

/// How wide a line of text is.
const WIDTH: usize = 120;

/// What a part of the page ends with.
const END: &str = "<!-- end -->";

#[test]
fn the_reference_of_the_attributes_is_fresh() {
    let is_read = |row: &&Row| row.whose == Whose::Midl && row.effect == Effect::Read;
    let parts = [
        ("<!-- attributes of MIDL -->", table(rows().filter(is_read)), END),
        ("<!-- attributes that are kept -->", lists(Effect::Kept), END),
        ("<!-- attributes that leave a pointer raw -->", lists(Effect::Raw), END),
        ("<!-- attributes of mapidl -->", table(rows().filter(|row| row.whose == Whose::Mapidl)), END),
    ];
    assert_fresh("idl/README.md", &parts);
}

#[test]
fn the_prelude_defines_away_what_is_mapidls_own() {
    let own: Vec<_> = rows().filter(|row| row.whose == Whose::Mapidl).collect();
    let bare = own.iter().filter(|row| row.args == Args::None).map(|row| row.name);
    let names = wrapped(" * ", &format!("{}.", bare.collect::<Vec<_>>().join(", ")));
    let parts = [
        (" * no declaration in these files", format!(" *\n{names} *\n"), " * Imported files"),
        ("#define MAPIDL_PRELUDE_H", definitions(&own), "#endif"),
    ];
    assert_fresh("idl/prelude.h", &parts);
}

fn rows() -> impl Iterator<Item = &'static Row> {
    AttrKind::ALL.iter().map(|kind| kind.row())
}

/// A line for each meaning.
fn table(rows: impl Iterator<Item = &'static Row>) -> String {
    let mut text = "\n| on | attribute | means |\n|:--|:--|:--|\n".to_owned();
    for row in rows {
        for meaning in row.meanings {
            let written =
                if meaning.written.is_empty() { format!("`{}`", row.name) } else { meaning.written.to_owned() };
            let _ = writeln!(text, "| {} | {written} | {} |", meaning.on, meaning.means);
        }
    }
    text + "\n"
}

/// MIDL's attributes of which this comes, those of one meaning together.
fn lists(effect: Effect) -> String {
    let mut found: Vec<(&str, Vec<String>)> = Vec::new();
    for row in rows().filter(|row| row.effect == effect && row.whose == Whose::Midl) {
        let title = row.meanings[0].means;
        let name = format!("`{}`", row.name);
        match found.iter_mut().find(|(known, _)| *known == title) {
            Some((_, names)) => names.push(name),
            None => found.push((title, vec![name])),
        }
    }
    let lines = found.into_iter().map(|(title, names)| wrapped("- ", &format!("{title}: {}.", names.join(", "))));
    format!("\n{}\n", lines.collect::<String>())
}

/// A macro for each attribute, under a heading for each kind of place.
fn definitions(rows: &[&Row]) -> String {
    let mut text = String::new();
    let mut seen = Vec::new();
    for first in rows {
        if seen.contains(&first.places.words()) {
            continue;
        }
        let words = first.places.words();
        let _ = writeln!(text, "\n/* Of {words}. */");
        for row in rows.iter().filter(|row| row.places == first.places) {
            let _ = writeln!(text, "#define {}{}", row.name, parameters(row.args));
        }
        seen.push(words);
    }
    text + "\n"
}

/// The parameters of a macro that takes the same as an attribute.
fn parameters(args: Args) -> &'static str {
    match args {
        Args::None => "",
        Args::Text => "(text)",
        Args::Texts => "(texts)",
        Args::Name => "(name)",
        Args::Names => "(names)",
        Args::Counts => "(count, ...)",
        Args::Flag => "(flag, parameter)",
        Args::Any | Args::Uuid | Args::Expr | Args::Exprs | Args::Some => panic!("no macro takes {}", args.words()),
    }
}

/// A text in lines, of which the first begins with a mark and the others with blanks or, in a comment, with the same.
fn wrapped(mark: &str, text: &str) -> String {
    let further = if mark == "- " { "  " } else { mark };
    let (mut lines, mut line) = (String::new(), mark.trim_end().to_owned());
    for word in text.split(' ') {
        if line.len() + 1 + word.len() > WIDTH {
            let _ = writeln!(lines, "{line}");
            line = further.trim_end().to_owned();
            line.extend(std::iter::repeat_n(' ', further.trim_end().is_empty().into()));
        }
        let _ = write!(line, " {word}");
    }
    format!("{lines}{line}\n")
}

/// Compares the parts of a file, or rewrites them; each stands between two lines, of which the beginnings are given.
fn assert_fresh(path: &str, parts: &[(&str, String, &str)]) {
    let full = root().join(path);
    let committed = fs::read_to_string(&full).expect("the file can be read");
    let mut text = committed.clone();
    for (above, part, below) in parts {
        let find = |text: &str, from: usize, mark: &str| {
            let found = text[from..].find(&format!("\n{mark}")).unwrap_or_else(|| panic!("{path} has no `{mark}`"));
            from + found + 1
        };
        let above = find(&text, 0, above);
        let from = above + text[above..].find('\n').map_or(0, |newline| newline + 1);
        let to = find(&text, from - 1, below);
        text.replace_range(from..to, part);
    }
    if bless() {
        return fs::write(&full, &text).expect("the file can be written");
    }
    let diff = similar::TextDiff::from_lines(&committed, &text);
    assert!(committed == text, "{path}: BLESS=1 rewrites it\n{}", diff.unified_diff());
}
