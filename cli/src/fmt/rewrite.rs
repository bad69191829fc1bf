//! The formatting of one file. A tree forgets comments, directives and macros, so that only the declarations without
//! them are printed anew; what stands between declarations, and every other declaration, is copied.

use crate::trees::Tree;
use mapidl_codegen::source::{self, Origin, SourceFile, SourceMap};
use mapidl_codegen::syntax::{self, ast};
use std::fs;
use std::ops::Range;

/// A formatted file.
#[derive(Debug)]
pub(super) struct Rewritten {
    pub(super) text: String,
    /// How many declarations are left as they were.
    pub(super) left: usize,
}

/// A file of which the text is known but for its marks and its line ends.
pub(super) struct OnDisk {
    pub(super) path: String,
    /// The byte order mark before it.
    before: &'static str,
    /// The mark of its end.
    behind: String,
    /// Whether its lines end as those of old Macs do.
    is_mac: bool,
}

impl OnDisk {
    /// What the file has for a text, which may be another one by now.
    pub(super) fn with(&self, text: &str) -> String {
        let Self { before, behind, .. } = self;
        let lines = if self.is_mac { text.replace('\n', "\r") } else { text.to_owned() };
        format!("{before}{lines}{behind}")
    }
}

/// Where a text lies; `None` where there is no file that holds just this text, so that one that is written would not be what was
/// read.
pub(super) fn on_disk(file: &SourceFile) -> Option<OnDisk> {
    const MARK: &str = "\u{feff}";
    let Origin::Disk(path) = &file.origin else { return None };
    let all = String::from_utf8(fs::read(path).ok()?).ok()?;
    let (before, rest) = all.strip_prefix(MARK).map_or(("", &*all), |rest| (MARK, rest));
    let behind = rest.get(file.text.len()..).unwrap_or_default().to_owned();
    let is_mac = rest.contains('\r') && !rest.contains('\n');
    let disk = OnDisk { path: path.to_str()?.to_owned(), before, behind, is_mac };
    (disk.with(&file.text) == all && source::as_taken(rest.to_owned()) == *file.text).then_some(disk)
}

/// Prints anew what can be.
pub(super) fn rewrite(sources: &SourceMap, tree: &Tree) -> Rewritten {
    let text = &*sources.file(tree.id).text;
    let file_end = line_end(text).unwrap_or("\n");
    let (mut out, mut left, mut done) = (String::new(), 0, 0);
    for item in &tree.ast.items {
        // What an included file declares has no place here.
        let Some((_, found)) = sources.place(item.loc.0).filter(|(file, _)| *file == tree.id) else { continue };
        let range = extent(text, found);
        if range.start < done || matches!(item.kind, ast::ItemKind::Pragma(_)) {
            continue;
        }
        match printed(&text[range.clone()], item, file_end) {
            Some(new) => {
                out.push_str(&text[done..range.start]);
                out.push_str(&new);
                done = range.end;
            }
            None => left += 1,
        }
    }
    out.push_str(&text[done..]);
    Rewritten { text: out, left }
}

/// All of a declaration: from the beginning of its line, if nothing else stands there, to its semicolon.
fn extent(text: &str, found: Range<usize>) -> Range<usize> {
    let line = text[..found.start].rfind(LINE_ENDS).map_or(0, |end| end + 1);
    let start = if text[line..found.start].trim().is_empty() { line } else { found.start };
    let brace = after(text, found.end, '}');
    start..after(text, brace, ';')
}

/// The place behind `mark`, where nothing but blanks stands before it; else `at`.
fn after(text: &str, at: usize, mark: char) -> usize {
    let rest = text[at..].trim_start();
    if rest.starts_with(mark) { text.len() - rest.len() + mark.len_utf8() } else { at }
}

/// What ends lines: one of the two, or both.
const LINE_ENDS: [char; 2] = ['\n', '\r'];

/// How the first line of a text ends.
fn line_end(text: &str) -> Option<&'static str> {
    let rest = &text[text.find(LINE_ENDS)?..];
    ["\r\n", "\n", "\r"].into_iter().find(|end| rest.starts_with(end))
}

/// The declaration, printed; `None` if that would lose anything.
fn printed(old: &str, item: &ast::Item, file_end: &str) -> Option<String> {
    if has_plain_comment(old) || old.split(LINE_ENDS).any(|line| line.trim_start().starts_with('#')) {
        return None;
    }
    // Its documentation stands before it, and stays.
    let bare = ast::Item { docs: ast::Docs::default(), ..item.clone() };
    let new = syntax::print(&ast::File { docs: ast::Docs::default(), items: vec![bare] });
    let new = new.trim_end();
    let is_whole = words(old) == words(new);
    is_whole.then(|| new.replace('\n', line_end(old).unwrap_or(file_end)))
}

/// Whether there is a comment that is no documentation. Slashes in a string count too, to be on the safe side.
fn has_plain_comment(text: &str) -> bool {
    let mut lines = text.split(LINE_ENDS).filter_map(|line| line.find("//").map(|at| &line[at..]));
    let is_plain = |at: usize| !text[at..].starts_with("/**") || text[at..].starts_with("/**/");
    lines.any(|comment| !comment.starts_with("///") || comment.starts_with("////"))
        || text.match_indices("/*").any(|(at, _)| is_plain(at))
}

/// The words and numbers of a text, sorted. As long as they are the same, no macro was replaced and nothing was lost.
fn words(text: &str) -> Vec<&str> {
    let mut words: Vec<_> = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    words.sort_unstable();
    words
}
