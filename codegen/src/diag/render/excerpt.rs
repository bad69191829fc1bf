//! Duty: cut out of a file what a message shows. Input: labels. Output: [`Excerpt`]s: some lines, none of them long,
//! with the labels' places in them. However large the file and its lines are, an excerpt is small.

use crate::diag::Label;
use crate::source::{FileId, SourceFile, SourceMap};
use std::ops::{Range, RangeInclusive};

/// Lines of a file and labels in them.
#[derive(Debug)]
pub(super) struct Excerpt<'a> {
    pub(super) file: FileId,
    /// The text of the lines; long lines are cut.
    pub(super) text: String,
    /// The number of the first line.
    pub(super) first_line: u32,
    /// Whether a line was cut, so that columns here are not those of the file.
    pub(super) is_cut: bool,
    /// The labels by their index, with their place in `text`.
    pub(super) labels: Vec<(usize, Range<usize>, &'a str)>,
}

/// Labels further apart than this many lines are shown apart.
const NEAR: u32 = 30;
/// A label over more lines than this is shown by its first line.
const TALL: u32 = 8;
/// Lines longer than this many bytes are cut.
const LONG: usize = 240;
/// How much of a long line is kept before a label, and how much from its start on.
const BEFORE: usize = 60;
const AFTER: usize = 120;

/// A label and where it stands.
struct Placed<'a> {
    index: usize,
    file: FileId,
    range: Range<usize>,
    lines: RangeInclusive<u32>,
    text: &'a str,
}

/// The excerpts that show `labels`, the one with the first label first.
pub(super) fn cut<'a>(sources: &SourceMap, labels: &'a [Label]) -> Vec<Excerpt<'a>> {
    let mut groups: Vec<Vec<Placed<'a>>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let Some(placed) = place(sources, index, label) else { continue };
        match groups.iter_mut().find(|group| near(&group[0], &placed)) {
            Some(group) => group.push(placed),
            None => groups.push(vec![placed]),
        }
    }
    groups.iter().map(|group| excerpt(sources.file(group[0].file), group)).collect()
}

fn near(first: &Placed<'_>, other: &Placed<'_>) -> bool {
    first.file == other.file && first.lines.start().abs_diff(*other.lines.start()) <= NEAR
}

fn place<'a>(sources: &SourceMap, index: usize, label: &'a Label) -> Option<Placed<'a>> {
    let (file, mut range) = sources.place(label.span)?;
    let source = sources.file(file);
    let first = source.line_at(range.start).0;
    let mut last = source.line_at(range.end.saturating_sub(1).max(range.start)).0;
    if last - first >= TALL {
        last = first;
        range.end = source.line(first).end.max(range.start);
    }
    Some(Placed { index, file, range, lines: first..=last, text: &label.text })
}

fn excerpt<'a>(file: &SourceFile, group: &[Placed<'a>]) -> Excerpt<'a> {
    let first_line = group.iter().map(|label| *label.lines.start()).min().unwrap_or(1);
    let last_line = group.iter().map(|label| *label.lines.end()).max().unwrap_or(1);
    let (mut text, mut is_cut) = (String::new(), false);
    // For the kept part of each line: where it stands in the file, and where in the excerpt.
    let mut kept: Vec<(Range<usize>, usize)> = Vec::new();
    for number in first_line..=last_line {
        let line = file.line(number);
        let part = window(&file.text, &line, group);
        is_cut |= part != line;
        text.push_str(if part.start > line.start { "…" } else { "" });
        kept.push((part.clone(), text.len()));
        text.push_str(&file.text[part.clone()]);
        text.push_str(if part.end < line.end { "…\n" } else { "\n" });
    }
    let into = |offset: usize| {
        let after = kept.partition_point(|(part, _)| part.start <= offset);
        let (part, at) = &kept[after.saturating_sub(1)];
        at + offset.clamp(part.start, part.end) - part.start
    };
    let labels = group.iter().map(|label| (label.index, into(label.range.start)..into(label.range.end), label.text));
    Excerpt { file: group[0].file, labels: labels.collect(), text, first_line, is_cut }
}

/// The part of a line that is kept: all of a short one, else the surroundings of the first label that begins there.
fn window(text: &str, line: &Range<usize>, group: &[Placed<'_>]) -> Range<usize> {
    if line.len() <= LONG {
        return line.clone();
    }
    let begins = |label: &&Placed<'_>| line.start <= label.range.start && label.range.start <= line.end;
    let focus = group.iter().find(begins).map_or(line.start, |label| label.range.start);
    let start = text.floor_char_boundary(focus.saturating_sub(BEFORE).max(line.start));
    start..text.floor_char_boundary((focus + AFTER).min(line.end))
}
