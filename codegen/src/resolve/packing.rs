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
}
