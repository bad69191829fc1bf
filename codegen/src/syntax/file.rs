//! Duty: read a file declaration by declaration. Input: preprocessed text. Output: [`ast::File`](super::ast::File).

use super::ast::{
    Block, Coclass, CoclassMember, DispBody, Dispinterface, Docs, Expr, Field, File, Interface, Item, ItemKind, Loc,
    Name,
};
use super::depth::{self, MAX_DEPTH};
use super::grammar;
use super::hopeless;
use super::lower::{Head, Lowering, Node, echoed};
use super::parser::Rule;
use super::preprocess::{Output, Spans};
use super::split::{self, Chunk, Shape};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{FileId, SourceMap, Span};
use crate::threads;
use std::ops::Range;

/// How deep bodies of declarations may be nested: a method in an interface in a library is 3 deep.
const MAX_BODIES: usize = 8;

/// How long a declaration without a body of declarations may be: the parser keeps some dozen bytes for each of its own.
const MAX_DECLARATION: usize = 4 << 20;

/// How many braces without an end are recovered from: each costs a look at the rest of the file.
const MAX_RECOVERIES: usize = 16;

/// How many bytes of declarations a processor reads at a time.
const SHARE: usize = 16 << 10;

/// Reads all declarations of a file.
pub(super) fn read(sources: &SourceMap, output: &Output, file: FileId, sink: &mut Sink) -> File {
    let preprocessed = Preprocessed { sources, output, flawed: sink.has_errors() };
    let docs = preprocessed.file_docs(file);
    let mut reader = Reader::new(preprocessed, sink);
    let items = reader.items(0..output.text.len());
    File { docs, items }
}

/// Reads a text that is one expression and nothing else; all of it is said to stand at `span`.
pub(super) fn read_expr(text: &str, span: Span) -> Option<Expr> {
    if text.len() > MAX_DECLARATION || depth::too_deep(text).is_some() {
        return None;
    }
    let node = grammar::parse(Rule::expr, text, 0..text.len()).ok()?;
    if !text[node.as_span().end()..].trim().is_empty() {
        return None;
    }
    let (sources, mut sink) = (SourceMap::new(), Sink::new());
    let output = Output::of_quoted(text, span);
    let spans = Spans::new(&output, &sources);
    let mut lowering = Lowering { output: &output, spans: &spans, sink: &mut sink, base: 0, deep: false };
    let expr = lowering.expr(node);
    (!sink.has_errors()).then_some(expr)
}

/// What is read.
#[derive(Clone, Copy)]
struct Preprocessed<'a> {
    sources: &'a SourceMap,
    output: &'a Output,
    /// Whether there were errors before.
    flawed: bool,
}

impl Preprocessed<'_> {
    /// The inner documentation above the first declaration, as far as it stands in the file itself and not in what it
    /// includes.
    fn file_docs(&self, file: FileId) -> Docs {
        let whole = self.sources.span_of(file);
        let text = &self.output.text;
        let first = text.len() - text.trim_start().len();
        let own = |span: Span| whole.start <= span.start && span.end <= whole.end;
        let marks = self.output.docs.iter().filter(|mark| mark.inner && mark.at <= first && own(mark.span));
        Docs(marks.flat_map(|mark| mark.lines.iter().cloned()).collect())
    }
}

struct Reader<'a, 's> {
    preprocessed: Preprocessed<'a>,
    output: &'a Output,
    spans: Spans<'a>,
    sink: &'s mut Sink,
    /// The first pragma that no item was made of.
    pragma: usize,
    /// How many bodies are open.
    bodies: usize,
    /// How many braces without an end were met.
    recoveries: usize,
    /// Whether a construct of WinRT was met.
    foreign: bool,
}

impl<'a, 's> Reader<'a, 's> {
    fn new(preprocessed: Preprocessed<'a>, sink: &'s mut Sink) -> Self {
        let Preprocessed { sources, output, .. } = preprocessed;
        let spans = Spans::new(output, sources);
        Self { preprocessed, output, spans, sink, pragma: 0, bodies: 0, recoveries: 0, foreign: false }
    }

    /// The declarations of a range, with the pragmas between them.
    fn items(&mut self, range: Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        let chunks = self.chunks(range.clone());
        if range.len() > SHARE {
            self.side_by_side(&chunks, &mut items);
        } else {
            self.in_turn(&chunks, &mut items);
        }
        self.pragmas(range.end, &mut items);
        items
    }

    /// Where the declarations of a range stand.
    fn chunks(&self, mut range: Range<usize>) -> Vec<Chunk> {
        let (mut chunks, mut unclosed) = (Vec::new(), self.recoveries);
        while unclosed <= MAX_RECOVERIES
            && let Some(chunk) = split::next(&self.output.text, range.clone())
        {
            range.start = chunk.range.end;
            unclosed += usize::from(chunk.shape.is_unclosed());
            chunks.push(chunk);
        }
        chunks
    }

    /// Reads one declaration after the other.
    fn in_turn(&mut self, chunks: &[Chunk], items: &mut Vec<Item>) {
        for chunk in chunks {
            if hopeless(self.sink) {
                return;
            }
            self.pragmas(chunk.range.start, items);
            items.extend(self.item(chunk));
        }
    }

    /// Reads declarations on all processors. What may need the whole reader, and what has a share's work inside of it,
    /// is read in turn.
    fn side_by_side(&mut self, chunks: &[Chunk], items: &mut Vec<Item>) {
        let shares: Vec<_> = split::shares(chunks, SHARE).collect();
        let (preprocessed, bodies) = (self.preprocessed, self.bodies);
        let read = threads::map(&shares, |share| share.is_plain.then(|| apart(preprocessed, bodies, share.chunks)));
        for (share, read) in shares.iter().zip(read) {
            match read {
                Some(read) if !hopeless(self.sink) => {
                    self.pragmas(share.chunks[0].range.start, items);
                    items.extend(read.items);
                    self.pragma = read.pragma;
                    self.sink.append(read.sink);
                }
                _ => self.in_turn(share.chunks, items),
            }
        }
    }

    /// Makes items of the pragmas up to an offset. Those inside of a declaration come after it.
    fn pragmas(&mut self, offset: usize, items: &mut Vec<Item>) {
        while let Some(mark) = self.output.pragmas.get(self.pragma).filter(|mark| mark.at <= offset) {
            self.pragma += 1;
            let loc = Loc(mark.span);
            let kind = match echoed(&mark.text) {
                Some(text) => ItemKind::CppQuote(Name { text, loc }),
                None => ItemKind::Pragma(mark.text.clone()),
            };
            items.push(Item { docs: Docs::default(), attrs: Vec::new(), kind, loc });
        }
    }

    fn item(&mut self, chunk: &Chunk) -> Option<Item> {
        match &chunk.shape {
            Shape::Simple => self.lower(Rule::item, chunk.range.clone(), |lowering, node| lowering.item(node)),
            Shape::Container { body, closed } => self.container(chunk.range.start, body.clone(), *closed),
            Shape::Foreign(words) => Some(self.foreign(chunk.range.clone(), words.clone())),
            Shape::Stray => {
                self.error(Code::SYNTAX, chunk.range.clone(), "this `}` closes nothing");
                None
            }
            Shape::Unclosed(brace) => {
                self.unclosed(*brace);
                None
            }
        }
    }

    fn container(&mut self, start: usize, body: Range<usize>, closed: bool) -> Option<Item> {
        let brace = body.start - 1;
        if !closed {
            self.unclosed(brace);
        }
        if self.bodies == MAX_BODIES {
            self.error(Code::TOO_DEEP, brace..body.start, "this body is nested too deep");
            return None;
        }
        let head = self.lower(Rule::head, start..brace, |lowering, node| lowering.head(node));
        self.bodies += 1;
        let item = match head {
            Some(head) => Some(self.body(head, start, body)),
            None => {
                // The body is still checked.
                self.items(body);
                None
            }
        };
        self.bodies -= 1;
        item
    }

    fn body(&mut self, head: Head, start: usize, body: Range<usize>) -> Item {
        let loc = Loc(self.span(start..body.end));
        let Head { docs, attrs, word, name, base } = head;
        let kind = match word.text.as_str() {
            "interface" => ItemKind::Interface(Interface { name, base, items: Some(self.items(body)) }),
            "dispinterface" => ItemKind::Dispinterface(Dispinterface { name, body: Some(self.disp_body(body)) }),
            "coclass" => ItemKind::Coclass(Coclass { name, members: Some(self.refs(body)) }),
            "library" => ItemKind::Library(Block { name, items: self.items(body) }),
            _ => ItemKind::Module(Block { name, items: self.items(body) }),
        };
        Item { docs, attrs, kind, loc }
    }

    /// Lines that name interfaces.
    fn refs(&mut self, body: Range<usize>) -> Vec<CoclassMember> {
        self.each(body, Rule::interface_ref, |lowering, node| lowering.interface_ref(node))
    }

    /// `interface IFoo;`, or `properties:` and `methods:`.
    fn disp_body(&mut self, body: Range<usize>) -> DispBody {
        let text = &self.output.text;
        let find = |range: Range<usize>, word: &str| find_label(text, range, word);
        let (properties, methods) = (find(body.clone(), "properties"), find(body.clone(), "methods"));
        if properties.is_none() && methods.is_none() && !text[body.clone()].trim().is_empty() {
            return match self.refs(body).pop() {
                Some(of) => DispBody::Of(of.name),
                None => DispBody::Members { properties: Vec::new(), methods: Vec::new() },
            };
        }
        let methods = methods.unwrap_or(body.end..body.end);
        let properties = properties.unwrap_or(body.start..body.start);
        let between = |label: &Range<usize>, other: &Range<usize>| {
            label.end..if other.start >= label.end { other.start } else { body.end }
        };
        let property_lines = if properties.is_empty() { 0..0 } else { between(&properties, &methods) };
        let method_lines = between(&methods, &properties);
        DispBody::Members { properties: self.properties(property_lines), methods: self.items(method_lines) }
    }

    fn properties(&mut self, body: Range<usize>) -> Vec<Field> {
        self.each(body, Rule::property, |lowering, node| lowering.property(node))
    }

    /// Parses each declaration of a range by one rule.
    fn each<T>(
        &mut self,
        range: Range<usize>,
        rule: Rule,
        lower: impl Fn(&mut Lowering<'_>, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let (mut list, mut rest) = (Vec::new(), range);
        while let Some(chunk) = split::next(&self.output.text, rest.clone()) {
            rest.start = chunk.range.end;
            list.extend(self.lower(rule, chunk.range, &lower));
        }
        list
    }

    /// Parses and lowers one declaration; what is wrong with it is reported.
    fn lower<T>(
        &mut self,
        rule: Rule,
        range: Range<usize>,
        lower: impl FnOnce(&mut Lowering<'_>, Node<'_>) -> Option<T>,
    ) -> Option<T> {
        let output: &'a Output = self.output;
        let text = &output.text[range.clone()];
        if text.len() > MAX_DECLARATION {
            let message = format!("this declaration has {} bytes, where {MAX_DECLARATION} are allowed", text.len());
            self.error(Code::TOO_LARGE, range.start..range.start + 1, message);
            return None;
        }
        if let Some(at) = depth::too_deep(text) {
            let at = range.start + at;
            self.error(Code::TOO_DEEP, at..at + 1, format!("this is nested more than {MAX_DEPTH} deep"));
            return None;
        }
        match grammar::parse(rule, &output.text, range.clone()) {
            Ok(node) => lower(&mut self.lowering(range.start), node),
            Err(failure) => {
                let is_told =
                    self.preprocessed.flawed && split::is_open_string(output.text.as_bytes(), failure.at.start);
                if !is_told {
                    self.error(Code::SYNTAX, failure.at, failure.message);
                }
                None
            }
        }
    }

    fn lowering(&mut self, base: usize) -> Lowering<'_> {
        Lowering { output: self.output, spans: &self.spans, sink: self.sink, base, deep: false }
    }

    fn foreign(&mut self, range: Range<usize>, words: Range<usize>) -> Item {
        let text = self.output.text[words.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
        let span = self.span(words);
        // A file of WinRT has little else: saying so once is enough.
        if !std::mem::replace(&mut self.foreign, true) {
            let error = Diagnostic::error(Code::UNSUPPORTED, span, format!("`{text}` belongs to the IDL of WinRT"));
            self.sink.push(error.help("only classic COM IDL is compiled here"));
        }
        let kind = ItemKind::Unsupported(Name { text, loc: Loc(span) });
        Item { docs: Docs::default(), attrs: Vec::new(), kind, loc: Loc(self.span(range)) }
    }

    fn unclosed(&mut self, brace: usize) {
        self.recoveries += 1;
        self.error(Code::SYNTAX, brace..brace + 1, "this `{` is not closed");
    }

    fn span(&self, range: Range<usize>) -> Span {
        self.spans.of(range)
    }

    fn error(&mut self, code: Code, range: Range<usize>, message: impl Into<String>) {
        let span = self.span(range);
        self.sink.push(Diagnostic::error(code, span, message));
    }
}

/// What a share of the declarations is.
struct Apart {
    items: Vec<Item>,
    sink: Sink,
    /// The first pragma behind the share.
    pragma: usize,
}

/// Reads declarations that stand in so many bodies, apart from all others.
fn apart(preprocessed: Preprocessed<'_>, bodies: usize, chunks: &[Chunk]) -> Apart {
    let (mut items, mut sink) = (Vec::new(), Sink::new());
    let mut reader = Reader { bodies, ..Reader::new(preprocessed, &mut sink) };
    let start = chunks.first().map_or(0, |chunk| chunk.range.start);
    reader.pragma = preprocessed.output.pragmas.partition_point(|mark| mark.at <= start);
    reader.in_turn(chunks, &mut items);
    Apart { pragma: reader.pragma, items, sink }
}

/// The first `word:` at the beginning of a declaration.
fn find_label(text: &str, range: Range<usize>, word: &str) -> Option<Range<usize>> {
    let mut rest = range;
    loop {
        let at = split::skip_blanks(&text.as_bytes()[..rest.end], rest.start);
        let end = split::word_end(&text.as_bytes()[..rest.end], at);
        let colon = split::skip_blanks(&text.as_bytes()[..rest.end], end);
        let is_label = text[colon..rest.end].starts_with(':');
        if is_label && &text[at..end] == word {
            return Some(at..colon + 1);
        }
        rest.start = if is_label && end > at { colon + 1 } else { split::next(text, rest.clone())?.range.end };
    }
}
