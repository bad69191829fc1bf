//! `#pragma pack`: the packing in force at each place of a file.

/// The packing in force and those set aside.
#[derive(Debug, Default)]
pub(super) struct Packing {
    current: Option<u8>,
    stack: Vec<(Option<String>, Option<u8>)>,
}

impl Packing {
    /// The packing in force; `None` for the default.
    pub(super) const fn current(&self) -> Option<u8> {
        self.current
    }

    /// Obeys a pragma; those other than `pack` are none of its business. Gives back what is wrong with it.
    pub(super) fn pragma(&mut self, text: &str) -> Result<(), String> {
        let Some(rest) = after_pack(text) else { return Ok(()) };
        let inside = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
        let Some((inside, _)) = inside else { return Err(format!("`#pragma {}` has no parentheses", text.trim())) };
        let mut args = inside.split(',').map(str::trim).filter(|arg| !arg.is_empty()).peekable();
        match args.next_if(|arg| matches!(*arg, "push" | "pop" | "show")) {
            Some("push") => self.push(args),
            Some("pop") => self.pop(args),
            Some(_) => Ok(()),
            None => {
                self.current = None;
                args.try_for_each(|arg| self.set(arg))
            }
        }
    }

    /// `push`, `push, 4`, `push, name, 4`
    fn push<'t>(&mut self, args: impl Iterator<Item = &'t str>) -> Result<(), String> {
        let mut args = args.peekable();
        let label = args.next_if(|arg| is_name(arg)).map(str::to_owned);
        self.stack.push((label, self.current));
        args.try_for_each(|arg| self.set(arg))
    }

    /// `pop`, `pop, name`, `pop, 4`
    fn pop<'t>(&mut self, args: impl Iterator<Item = &'t str>) -> Result<(), String> {
        let mut target = self.stack.len().checked_sub(1);
        let mut wanted = None;
        for arg in args {
            if is_name(arg) {
                target = self.stack.iter().rposition(|(name, _)| name.as_deref() == Some(arg));
            } else {
                wanted = Some(arg);
            }
        }
        if let Some(target) = target {
            self.current = self.stack[target].1;
            self.stack.truncate(target);
        }
        wanted.map_or(Ok(()), |arg| self.set(arg))
    }

    fn set(&mut self, arg: &str) -> Result<(), String> {
        match arg.parse() {
            Ok(pack @ (1 | 2 | 4 | 8 | 16)) => {
                self.current = Some(pack);
                Ok(())
            }
            _ => Err(format!("`{arg}` is no packing")),
        }
    }
}

/// The pragma in a line that is quoted for C compilers, if it is one of packing. The headers that pack what stands below them
/// (`pshpack2.h`) hold nothing else.
pub(super) fn quoted(line: &str) -> Option<String> {
    let line = line.trim();
    let pragma = match ["#", "%:", "??="].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim_start) {
        Some(directive) => match directive.strip_prefix("include") {
            Some(name) => return included(name.trim()),
            None => directive.strip_prefix("pragma")?,
        },
        // What may also stand in the body of a macro.
        None => {
            line.strip_prefix("__pragma").or_else(|| line.strip_prefix("_Pragma"))?.trim_start().strip_prefix('(')?
        }
    };
    let pragma = pragma.trim().trim_start_matches('"');
    after_pack(pragma).map(|_| pragma.to_owned())
}

/// What a header does to the packing.
fn included(name: &str) -> Option<String> {
    let name = name.trim_matches(['<', '>', '"']);
    let pack = name.strip_prefix("pshpack").and_then(|rest| rest.strip_suffix(".h"));
    match pack.filter(|pack| matches!(*pack, "1" | "2" | "4" | "8" | "16")) {
        Some(pack) => Some(format!("pack(push, {pack})")),
        None => (name == "poppack.h").then(|| "pack(pop)".to_owned()),
    }
}

/// What follows the word in a pragma of packing.
fn after_pack(pragma: &str) -> Option<&str> {
    let rest = pragma.trim().strip_prefix("pack")?;
    (!rest.starts_with(|c: char| c.is_alphanumeric() || c == '_')).then(|| rest.trim_start())
}

fn is_name(arg: &str) -> bool {
    arg.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packings_are_stacked() {
        let mut packing = Packing::default();
        let mut after = |pragma| {
            packing.pragma(pragma).expect("a packing");
            packing.current()
        };
        assert_eq!(after("pack(push, 1)"), Some(1));
        assert_eq!(after("pack (4)"), Some(4));
        assert_eq!(after("pack(push, here, 2)"), Some(2));
        assert_eq!(after("pack(push)"), Some(2));
        assert_eq!(after("pack(pop, here)"), Some(4));
        assert_eq!(after("pack()"), None);
        assert_eq!(after("pack(pop)"), None);
        assert_eq!(after("pack(pop)"), None);
        assert_eq!(after("once"), None);
    }

    #[test]
    fn what_is_no_packing_is_told() {
        for (pragma, wrong) in [
            ("pack(push, 3)", "`3` is no packing"),
            ("pack(WIDTH)", "`WIDTH` is no packing"),
            ("pack(push, here, WIDTH)", "`WIDTH` is no packing"),
            ("pack(push 1)", "`push 1` is no packing"),
            ("pack", "`#pragma pack` has no parentheses"),
            ("pack 1", "`#pragma pack 1` has no parentheses"),
            ("pack(push, 1", "`#pragma pack(push, 1` has no parentheses"),
        ] {
            assert_eq!(Packing::default().pragma(pragma), Err(wrong.to_owned()));
        }
        for other in ["pack(show)", "packed 3", "pack_all(3)", "once"] {
            assert_eq!(Packing::default().pragma(other), Ok(()));
        }
    }

    #[test]
    fn quoted_lines_pack_what_c_compilers_see() {
        let mut packing = Packing::default();
        let mut after = |lines: &[&str]| {
            lines.iter().filter_map(|line| quoted(line)).for_each(|pragma| packing.pragma(&pragma).expect("a packing"));
            packing.current()
        };
        assert_eq!(after(&["#include <pshpack1.h>"]), Some(1));
        assert_eq!(after(&["# include <pshpack8.h>", "#define X <pshpack2.h>"]), Some(8));
        assert_eq!(after(&["#include <poppack.h>"]), Some(1));
        assert_eq!(after(&["#include <poppack.h>", "#include <pshpack3.h>", "plain text"]), None);
        assert_eq!(after(&["#pragma pack(push, 1)"]), Some(1));
        assert_eq!(after(&["  #  pragma\tpack ( push , here , 2 ) // text"]), Some(2));
        assert_eq!(after(&["#pragma pack(push)", "#pragma pack(4)"]), Some(4));
        assert_eq!(after(&["#pragma pack(pop, here)"]), Some(1));
        assert_eq!(after(&["#pragma pack()"]), None);
        assert_eq!(after(&["__pragma(pack(push, 4))"]), Some(4));
        assert_eq!(after(&["_Pragma(\"pack(2)\")"]), Some(2));
        assert_eq!(after(&["#include <poppack.h>", "#pragma once", "// #pragma pack(1)"]), None);
    }
}
