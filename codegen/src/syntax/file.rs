//! Duty: read a file declaration by declaration. Input: preprocessed text. Output: [`ast::File`](super::ast::File).

use super::ast::{
    Block, Coclass, CoclassMember, DispBody, Dispinterface, Docs, Expr, Field, File, Interface, Item, ItemKind, Loc,
    Name,
};
use super::build::{Builder, Head, Node};
use super::depth::{self, MAX_DEPTH};
use super::grammar;
use super::hopeless;
use super::parser::Rule;
use super::preprocess::Output;
use super::split::{self, Chunk, Shape};
use crate::diag::{Code, Diagnostic, Sink};
use crate::source::{FileId, SourceMap, Span};
use std::ops::Range;

/// How deep bodies of declarations may be nested: a method in an interface in a library is 3 deep.
const MAX_BODIES: usize = 8;

/// How long a declaration without a body of declarations may be: the parser keeps some dozen bytes for each of its own.
const MAX_DECLARATION: usize = 4 << 20;

/// How many braces without an end are recovered from: each costs a look at the rest of the file.
const MAX_RECOVERIES: usize = 16;

/// Reads all declarations of a file.
pub(super) fn read(sources: &SourceMap, output: &Output, file: FileId, sink: &mut Sink) -> File {
    let mut reader = Reader { sources, output, sink, pragma: 0, bodies: 0, recoveries: 0, foreign: false };
    let docs = reader.file_docs(file);
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
    let mut builder = Builder { sources: &sources, output: &output, sink: &mut sink, base: 0, deep: false };
    let expr = builder.expr(node);
    (!sink.has_errors()).then_some(expr)
}

struct Reader<'a> {
    sources: &'a SourceMap,
    output: &'a Output,
    sink: &'a mut Sink,
    /// The first pragma that no item was made of.
    pragma: usize,
    /// How many bodies are open.
    bodies: usize,
    /// How many braces without an end were met.
    recoveries: usize,
    /// Whether a construct of WinRT was met.
    foreign: bool,
}

impl<'a> Reader<'a> {
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

    /// The declarations of a range, with the pragmas between them.
    fn items(&mut self, range: Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rest = range.clone();
        while self.recoveries <= MAX_RECOVERIES
            && !hopeless(self.sink)
            && let Some(chunk) = split::next(&self.output.text, rest.clone())
        {
            rest.start = chunk.range.end;
            self.pragmas(chunk.range.start, &mut items);
            if let Some(item) = self.item(&chunk) {
                items.push(item);
            }
        }
        self.pragmas(range.end, &mut items);
        items
    }

    /// Makes items of the pragmas up to an offset. Those inside of a declaration come after it.
    fn pragmas(&mut self, offset: usize, items: &mut Vec<Item>) {
        while let Some(mark) = self.output.pragmas.get(self.pragma).filter(|mark| mark.at <= offset) {
            self.pragma += 1;
            let kind = ItemKind::Pragma(mark.text.clone());
            items.push(Item { docs: Docs::default(), attrs: Vec::new(), kind, loc: Loc(mark.span) });
        }
    }

    fn item(&mut self, chunk: &Chunk) -> Option<Item> {
        match &chunk.shape {
            Shape::Simple => self.build(Rule::item, chunk.range.clone(), |builder, node| builder.item(node)),
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
        let head = self.build(Rule::head, start..brace, |builder, node| builder.head(node));
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
        self.each(body, Rule::interface_ref, |builder, node| builder.interface_ref(node))
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
        self.each(body, Rule::property, |builder, node| builder.property(node))
    }

    /// Parses each declaration of a range by one rule.
    fn each<T>(
        &mut self,
        range: Range<usize>,
        rule: Rule,
        build: impl Fn(&mut Builder<'_>, Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let (mut list, mut rest) = (Vec::new(), range);
        while let Some(chunk) = split::next(&self.output.text, rest.clone()) {
            rest.start = chunk.range.end;
            list.extend(self.build(rule, chunk.range, &build));
        }
        list
    }

    /// Parses and builds one declaration; what is wrong with it is reported.
    fn build<T>(
        &mut self,
        rule: Rule,
        range: Range<usize>,
        build: impl FnOnce(&mut Builder<'_>, Node<'_>) -> Option<T>,
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
            Ok(node) => build(&mut self.builder(range.start), node),
            Err(failure) => {
                if !(self.sink.has_errors() && split::is_open_string(output.text.as_bytes(), failure.at.start)) {
                    self.error(Code::SYNTAX, failure.at, failure.message);
                }
                None
            }
        }
    }

    fn builder(&mut self, base: usize) -> Builder<'_> {
        Builder { sources: self.sources, output: self.output, sink: self.sink, base, deep: false }
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
        self.output.span(range, self.sources)
    }

    fn error(&mut self, code: Code, range: Range<usize>, message: impl Into<String>) {
        let span = self.span(range);
        self.sink.push(Diagnostic::error(code, span, message));
    }
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
