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

    /// Obeys a pragma; those other than `pack` are none of its business. Gives back a number that is no packing.
    pub(super) fn pragma(&mut self, text: &str) -> Result<(), String> {
        let text = text.trim();
        let Some(rest) = text.strip_prefix("pack").map(str::trim_start).filter(|rest| rest.starts_with('(')) else {
            return Ok(());
        };
        let inside = rest.trim_start_matches('(').split(')').next().unwrap_or_default();
        let mut args = inside.split(',').map(str::trim).filter(|arg| !arg.is_empty()).peekable();
        match args.next_if(|arg| matches!(*arg, "push" | "pop")) {
            Some("push") => self.push(args),
            Some(_) => self.pop(args),
            None => {
                self.current = None;
                args.try_for_each(|arg| self.set(arg))
            }
        }
    }

    /// Obeys a line that is quoted for C compilers, which pack what stands below it in their headers: `pshpack2.h` and the
    /// like.
    pub(super) fn quoted(&mut self, line: &str) {
        let directive = line.trim().strip_prefix('#').map(str::trim_start);
        if let Some(name) = directive.and_then(|directive| directive.strip_prefix("include")) {
            self.include(name.trim());
        }
    }

    fn include(&mut self, name: &str) {
        let name = name.trim_matches(['<', '>', '"']);
        let pack = name.strip_prefix("pshpack").and_then(|rest| rest.strip_suffix(".h"));
        if let Some(pack) = pack.and_then(|pack| pack.parse().ok()).filter(|pack: &u8| pack.is_power_of_two()) {
            self.stack.push((None, self.current));
            self.current = Some(pack);
        } else if name == "poppack.h" {
            self.current = self.stack.pop().and_then(|(_, set_aside)| set_aside);
        }
    }

    /// `push`, `push, 4`, `push, name, 4`
    fn push<'t>(&mut self, args: impl Iterator<Item = &'t str>) -> Result<(), String> {
        self.stack.push((None, self.current));
        for arg in args {
            if is_name(arg) {
                self.stack.last_mut().expect("pushed above").0 = Some(arg.to_owned());
            } else {
                self.set(arg)?;
            }
        }
        Ok(())
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
            _ => Err(arg.to_owned()),
        }
    }
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
    fn three_is_no_packing() {
        assert_eq!(Packing::default().pragma("pack(push, 3)"), Err("3".to_owned()));
    }

    #[test]
    fn quoted_headers_pack_what_c_compilers_see() {
        let mut packing = Packing::default();
        let mut after = |lines: &[&str]| {
            lines.iter().for_each(|line| packing.quoted(line));
            packing.current()
        };
        assert_eq!(after(&["#include <pshpack1.h>"]), Some(1));
        assert_eq!(after(&["# include <pshpack8.h>", "#define X <pshpack2.h>"]), Some(8));
        assert_eq!(after(&["#include <poppack.h>"]), Some(1));
        assert_eq!(after(&["#include <poppack.h>", "#include <pshpack3.h>", "plain text"]), None);
    }
}
