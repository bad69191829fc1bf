//! Declarators: derivations are put around a name, from the inside outwards.

use super::{INDENT, Printer};
use crate::syntax::ast::{Declarator, Derive, Function, Name, Param, TypeSpec};

impl Printer {
    /// A type and its declarators.
    pub(super) fn typed(&mut self, ty: &TypeSpec, declarators: &[&Declarator]) {
        self.type_spec(ty);
        for (index, declarator) in declarators.iter().enumerate() {
            let text = self.declarator(declarator);
            let gap = match index {
                0 if text.is_empty() => "",
                0 => " ",
                _ => ", ",
            };
            self.out.push_str(gap);
            self.out.push_str(&text);
        }
    }

    fn declarator(&mut self, declarator: &Declarator) -> String {
        let name = declarator.name.as_ref().map_or("", |name| &name.text).to_owned();
        let mut text = self.derived(name, &declarator.derive);
        if let Some(bits) = &declarator.bits {
            let bits = self.aside(|printer| printer.expr(bits));
            text.push_str(if text.is_empty() { ": " } else { " : " });
            text.push_str(&bits);
        }
        text
    }

    /// Puts derivations around `text`.
    fn derived(&mut self, mut text: String, derive: &[Derive]) -> String {
        let mut pointer = false;
        for step in derive {
            text = match step {
                Derive::Pointer { is_const, attrs } => {
                    let attrs = self.aside(|printer| printer.attrs_inline(attrs));
                    format!("*{}{attrs}{text}", if *is_const { "const " } else { "" })
                }
                Derive::Array(length) => {
                    let length = self.aside(|printer| length.iter().for_each(|length| printer.expr(length)));
                    format!("{}[{length}]", group(pointer, &text, None))
                }
                Derive::Function { params, call_conv, variadic } => {
                    let params = self.aside(|printer| printer.params(params, *variadic));
                    format!("{}({params})", group(pointer, &text, call_conv.as_ref()))
                }
            };
            pointer = matches!(step, Derive::Pointer { .. });
        }
        text
    }

    /// Parameters in a row; where any has documentation each has a line.
    fn params(&mut self, params: &[Param], variadic: bool) {
        if is_documented(params) {
            return self.param_lines(params, variadic);
        }
        self.list(params, Self::param);
        self.out.push_str(match (variadic, params.is_empty()) {
            (false, _) => "",
            (true, true) => "...",
            (true, false) => ", ...",
        });
    }

    fn param(&mut self, param: &Param) {
        self.attrs_inline(&param.attrs);
        self.typed(&param.ty, &[&param.declarator]);
    }

    /// A function on one line if it fits, else with one line for each parameter.
    pub(super) fn function(&mut self, function: &Function) {
        let line = self.function_with(function, |printer| printer.params(&function.params, function.variadic));
        let text = if !self.fits(&line) && !function.params.is_empty() {
            self.function_with(function, |printer| printer.param_lines(&function.params, function.variadic))
        } else {
            line
        };
        self.indent();
        self.out.push_str(&text);
        self.out.push('\n');
    }

    fn function_with(&mut self, function: &Function, params: impl FnOnce(&mut Self)) -> String {
        let params = self.aside(params);
        let name = function.declarator.name.as_ref().map_or("", |name| &name.text);
        let name = group(false, name, function.call_conv.as_ref());
        let declarator = self.derived(format!("{name}({params})"), &function.declarator.derive);
        let ret = self.aside(|printer| printer.type_spec(&function.ret));
        format!("{ret} {declarator};")
    }

    fn param_lines(&mut self, params: &[Param], variadic: bool) {
        self.depth += 1;
        for (index, param) in params.iter().enumerate() {
            self.out.push('\n');
            self.docs(&param.docs);
            self.indent();
            let more = index + 1 < params.len() || variadic;
            let (end, after) = if more { (",", "") } else { ("", ");") };
            let of = self.aside(|printer| printer.typed(&param.ty, &[&param.declarator])) + end;
            self.attributed("", &param.attrs, &of, after);
        }
        if variadic {
            self.out.push('\n');
            (0..self.depth).for_each(|_| self.out.push_str(INDENT));
            self.out.push_str("...");
        }
        self.depth -= 1;
    }
}

fn is_documented(params: &[Param]) -> bool {
    params.iter().any(|param| !param.docs.0.is_empty())
}

/// What brackets or parentheses are written behind: stars bind less tightly and go into parentheses, and the calling
/// convention with them.
fn group(pointer: bool, text: &str, call_conv: Option<&Name>) -> String {
    let call_conv = call_conv.map_or("", |name| &name.text);
    let gap = if call_conv.is_empty() || text.is_empty() { "" } else { " " };
    if pointer { format!("({call_conv}{gap}{text})") } else { format!("{call_conv}{gap}{text}") }
}
