//! Duty: all texts of a run in one space of offsets. Input: [`Loaded`] texts, and macro expansions as the preprocessor
//! meets them. Output: for any [`Span`], its file, line and column, and the macros it came through.

use super::{LoadError, Loaded, MAX_TOTAL, Origin, Span};
use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A text of a [`SourceMap`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct FileId(u32);

/// A text and what is known of it.
#[derive(Debug)]
pub struct SourceFile {
    /// The name in outputs; see [`Loaded::name`].
    pub name: String,
    /// The name in messages; see [`Loaded::display`].
    pub display: String,
    /// Where it comes from.
    pub origin: Origin,
    /// The text.
    pub text: Arc<str>,
    /// The offset of its first byte in the space of all texts.
    pub start: u32,
    /// The `import` or `#include` that first asked for it.
    pub imported: Option<Span>,
    lines: OnceLock<Vec<u32>>,
}

/// One expansion of a macro. It takes one byte of the offset space, and what the macro's body contributes to the text
/// has that byte as its span.
#[derive(Clone, Debug)]
pub struct Expansion {
    /// The macro's name.
    pub name: Arc<str>,
    /// Where the macro is defined; `None` for those that the command line or the compiler itself defines.
    pub definition: Option<Span>,
    /// The call, which may itself stand in an expansion.
    pub call: Span,
}

/// A place for people: lines and columns count from 1, columns count characters.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Location {
    /// The file.
    pub file: FileId,
    /// The line.
    pub line: u32,
    /// The column.
    pub column: u32,
}

/// What a range of the offset space belongs to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Region {
    File(FileId),
    Expansion(u32),
}

/// The texts of a run.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<SourceFile>,
    expansions: Vec<Expansion>,
    /// For each expansion, the outermost call, which stands in a file.
    calls: Vec<Span>,
    keys: HashMap<String, FileId>,
    starts: Vec<u32>,
    regions: Vec<Region>,
    end: u32,
}

impl SourceMap {
    /// No texts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a text in, with a line feed where a carriage return alone ends a line. One with a key that is known already is not taken again: the first one's id is given.
    ///
    /// # Errors
    ///
    /// All texts together would pass [`MAX_TOTAL`].
    pub fn add(&mut self, loaded: Loaded, imported: Option<Span>) -> Result<FileId, LoadError> {
        if let Some(id) = self.keys.get(&loaded.key) {
            return Ok(*id);
        }
        let size = u64::from(self.end) + loaded.text.len() as u64;
        let Some(end) = u32::try_from(size + 1).ok().filter(|_| size <= MAX_TOTAL) else {
            return Err(LoadError::TooLarge { path: loaded.display, size, limit: MAX_TOTAL });
        };
        let id = FileId(self.files.len() as u32);
        self.keys.insert(loaded.key, id);
        self.files.push(SourceFile {
            name: loaded.name,
            display: loaded.display,
            origin: loaded.origin,
            text: as_taken(loaded.text).into(),
            start: self.end,
            imported,
            lines: OnceLock::new(),
        });
        self.take(Region::File(id), end);
        Ok(id)
    }

    /// Takes a text in under a name, without a loader.
    ///
    /// # Errors
    ///
    /// As [`SourceMap::add`].
    pub fn add_text(&mut self, name: &str, text: impl Into<String>) -> Result<FileId, LoadError> {
        let name = name.to_owned();
        let origin = Origin::Memory { label: "text", name: name.clone() };
        let key = format!("text:{name}");
        self.add(Loaded { display: name.clone(), name, key, origin, text: text.into() }, None)
    }

    /// Takes an expansion in and gives the span of what it contributes; `None` when the space is full.
    pub fn add_expansion(&mut self, expansion: Expansion) -> Option<Span> {
        let end = self.end.checked_add(1)?;
        let span = Span::new(self.end, end);
        let id = u32::try_from(self.expansions.len()).ok()?;
        self.calls.push(self.lift(expansion.call));
        self.expansions.push(expansion);
        self.take(Region::Expansion(id), end);
        Some(span)
    }

    fn take(&mut self, region: Region, end: u32) {
        self.starts.push(self.end);
        self.regions.push(region);
        self.end = end;
    }

    /// The offset that the next text or expansion will begin at.
    #[must_use]
    pub fn end(&self) -> u32 {
        self.end
    }

    /// The file of an id, which must be one that this map gave.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// All files, in the order they were taken in.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index as u32), file))
    }

    fn region(&self, offset: u32) -> Option<Region> {
        let after = self.starts.partition_point(|start| *start <= offset);
        after.checked_sub(1).map(|index| self.regions[index])
    }

    /// The expansion that `span` begins in, if it begins in one.
    #[must_use]
    pub fn expansion(&self, span: Span) -> Option<&Expansion> {
        match self.region(span.start)? {
            Region::Expansion(id) => self.expansions.get(id as usize),
            Region::File(_) => None,
        }
    }

    /// The macros that `span` came through, innermost first.
    pub fn expansions(&self, span: Span) -> impl Iterator<Item = &Expansion> {
        std::iter::successors(self.expansion(span), |inner| self.expansion(inner.call))
    }

    /// The span in a file that stands for `span`: the outermost call, where it lies in an expansion.
    #[must_use]
    pub fn lift(&self, span: Span) -> Span {
        match self.region(span.start) {
            Some(Region::Expansion(id)) => self.calls[id as usize],
            _ => span,
        }
    }

    /// The smallest span that covers both, in a file or expansion that both belong to; `first` where there is none.
    #[must_use]
    pub fn join(&self, first: Span, last: Span) -> Span {
        if self.region(first.start) == self.region(last.start) {
            return first.to(last);
        }
        let (first, last) = (self.lift(first), self.lift(last));
        if self.region(first.start) == self.region(last.start) { first.to(last) } else { first }
    }

    /// The file and the bytes of its text that `span` stands for.
    #[must_use]
    pub fn place(&self, span: Span) -> Option<(FileId, Range<usize>)> {
        let span = self.lift(span);
        let Region::File(id) = self.region(span.start)? else { return None };
        let file = self.file(id);
        let clip = |offset: u32| floor(&file.text, offset.saturating_sub(file.start) as usize);
        let start = clip(span.start);
        Some((id, start..clip(span.end).max(start)))
    }

    /// The file, line and column where `span` begins.
    #[must_use]
    pub fn locate(&self, span: Span) -> Option<Location> {
        let (file, range) = self.place(span)?;
        let (line, start) = self.file(file).line_at(range.start);
        let before = &self.file(file).text[start..range.start];
        Some(Location { file, line, column: 1 + count_chars(before) })
    }

    /// The text that `span` stands for.
    #[must_use]
    pub fn text(&self, span: Span) -> &str {
        match self.place(span) {
            Some((file, range)) => &self.file(file).text[range],
            None => "",
        }
    }

    /// The whole of a file, as a span.
    #[must_use]
    pub fn span_of(&self, id: FileId) -> Span {
        let file = self.file(id);
        Span::new(file.start, file.start + file.text.len() as u32)
    }
}

impl SourceFile {
    /// The number of the line that holds the byte `offset`, from 1, and where the line starts.
    #[must_use]
    pub fn line_at(&self, offset: usize) -> (u32, usize) {
        let lines = self.lines();
        let number = lines.partition_point(|start| *start as usize <= offset);
        (number as u32, lines[number - 1] as usize)
    }

    /// The bytes of the line `number`, from 1, without its end; empty beyond the last line.
    #[must_use]
    pub fn line(&self, number: u32) -> Range<usize> {
        let lines = self.lines();
        let end = self.text.len();
        let start = lines.get(number.saturating_sub(1) as usize).map_or(end, |start| *start as usize);
        let next = lines.get(number as usize).map_or(end, |next| *next as usize);
        let line = &self.text[start..next];
        start..start + line.trim_end_matches(['\n', '\r']).len()
    }

    /// How many lines the file has.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        self.lines().len() as u32
    }

    fn lines(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let ends = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
            std::iter::once(0).chain(ends.map(|(end, _)| end as u32 + 1)).collect()
        })
    }
}

/// The number of characters, which are as many as the bytes that begin one.
fn count_chars(text: &str) -> u32 {
    text.bytes().filter(|byte| byte & 0xc0 != 0x80).count() as u32
}

/// The nearest boundary between characters at or before `offset`.
fn floor(text: &str, offset: usize) -> usize {
    text.floor_char_boundary(offset)
}

/// A text as a [`SourceMap`] has it: without the mark that old files end with, and with line feeds where carriage returns alone
/// end lines.
#[must_use]
pub fn as_taken(text: String) -> String {
    with_line_ends(without_end_mark(text))
}

/// A text without the mark (Ctrl+Z) that old files end with.
fn without_end_mark(mut text: String) -> String {
    if let Some(kept) = text.trim_end().strip_suffix('\u{1a}') {
        text.truncate(kept.len());
    }
    text
}

/// A text in which a carriage return that no line feed follows is one: to nothing else does it end a line, and a comment would
/// go on behind it.
fn with_line_ends(text: String) -> String {
    let is_alone = |at: usize| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|(at, _)| is_alone(at)) {
        return text;
    }
    text.char_indices().map(|(at, c)| if c == '\r' && is_alone(at) { '\n' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> (SourceMap, FileId, FileId) {
        let mut map = SourceMap::new();
        let a = map.add_text("a.idl", "one\ntwö x\r\nthree").unwrap();
        let b = map.add_text("b.idl", "").unwrap();
        (map, a, b)
    }

    #[test]
    fn a_mark_ends_a_file() {
        let mut map = SourceMap::new();
        let file = map.add_text("a.idl", "a\u{1a}b\n\u{1a}\r\n").unwrap();
        assert_eq!(&*map.file(file).text, "a\u{1a}b\n");
    }

    #[test]
    fn a_carriage_return_alone_ends_a_line() {
        let mut map = SourceMap::new();
        let file = map.add_text("a.idl", "// a\rb\r\nc\r\rd\r").unwrap();
        assert_eq!(&*map.file(file).text, "// a\nb\r\nc\n\nd\n");
    }

    #[test]
    fn offsets_become_lines_and_columns() {
        let (map, a, b) = two();
        let at = |offset| map.locate(Span::new(offset, offset)).map(|l| (l.file, l.line, l.column));
        assert_eq!(at(0), Some((a, 1, 1)));
        assert_eq!(at(3), Some((a, 1, 4)));
        assert_eq!(at(9), Some((a, 2, 5)));
        assert_eq!(at(17), Some((a, 3, 6)));
        assert_eq!(at(18), Some((b, 1, 1)), "an empty file has a place of its own");
        assert_eq!(&map.file(a).text[map.file(a).line(2)], "twö x");
        assert_eq!(map.file(a).line_count(), 3);
    }

    #[test]
    fn one_key_is_one_file() {
        let (mut map, a, _) = two();
        assert_eq!(map.add_text("a.idl", "other"), Ok(a));
        assert_eq!(map.files().count(), 2);
    }

    #[test]
    fn expansions_lead_to_their_calls() {
        let (mut map, a, _) = two();
        let call = Span::new(0, 3);
        let mut expand =
            |name: &str, call| map.add_expansion(Expansion { name: name.into(), definition: None, call }).unwrap();
        let outer = expand("OUTER", call);
        let inner = expand("INNER", outer);
        assert_eq!(map.lift(inner), call);
        assert_eq!(map.expansions(inner).map(|e| &*e.name).collect::<Vec<_>>(), ["INNER", "OUTER"]);
        assert_eq!(map.join(inner, Span::new(4, 7)), Span::new(0, 7));
        assert_eq!(map.place(inner), Some((a, 0..3)));
    }

    #[test]
    fn spans_out_of_range_do_no_harm() {
        let (map, a, _) = two();
        assert_eq!(map.place(Span::new(2, 900)), Some((a, 2..17)));
        assert_eq!(map.locate(Span::new(8, 8)).map(|l| l.column), Some(4), "inside of a character");
        assert_eq!(SourceMap::new().locate(Span::new(5, 6)), None);
    }

    #[test]
    fn too_much_text_is_refused() {
        let mut map = SourceMap::new();
        map.end = u32::try_from(MAX_TOTAL).unwrap() - 1;
        assert!(map.add_text("a", "ab").is_err());
        assert!(map.add_text("b", "a").is_ok());
    }
}
