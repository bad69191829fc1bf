//! What mingw-w64's headers declare, read off their preprocessed text.

use mapidl_tests::run;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

/// The head of a probe of `idl/`.
pub(crate) const MAPI: &str = concat!(include_str!("mapi.hpp"), include_str!("shapes.hpp"));

/// The head of a probe of the bundled base files.
pub(crate) const BASE: &str = concat!(include_str!("base.hpp"), include_str!("shapes.hpp"));

/// Names that the headers declare.
pub(crate) struct Headers {
    /// What includes them: the head of each probe.
    pub(crate) prelude: &'static str,
    words: BTreeSet<String>,
    constants: BTreeSet<String>,
    vtables: BTreeSet<String>,
    identifiers: BTreeSet<String>,
}

impl Headers {
    /// Has the compiler preprocess a prelude, macros included.
    pub(crate) fn read(prelude: &'static str, gcc: &Path, dir: &Path) -> Self {
        let file = dir.join("prelude.cpp");
        std::fs::write(&file, prelude).expect("the prelude");
        let text = run(Command::new(gcc).args(["-std=c++20", "-E", "-dD", "-w"]).arg(file));
        let (directives, code): (Vec<&str>, Vec<&str>) = text.lines().partition(|line| line.starts_with('#'));
        let code = code.join("\n");
        let words: Vec<&str> =
            code.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
        let after = |first: &str, second: &str| -> BTreeSet<String> {
            let pairs = words.windows(3).filter(|three| three[0] == first && (second.is_empty() || three[1] == second));
            pairs.map(|three| three[if second.is_empty() { 1 } else { 2 }].to_owned()).collect()
        };
        Self {
            prelude,
            constants: directives.iter().filter_map(|line| macro_name(line)).chain(enumerators(&code)).collect(),
            vtables: after("struct", "")
                .into_iter()
                .filter_map(|w| w.strip_suffix("Vtbl").map(str::to_owned))
                .collect(),
            identifiers: after("constexpr", "GUID").into_iter().chain(after("GUID", "constexpr")).collect(),
            words: words.into_iter().map(str::to_owned).collect(),
        }
    }

    /// Whether there is an interface of this name, methods and all.
    pub(crate) fn interface(&self, name: &str) -> bool {
        self.vtables.contains(name)
    }

    /// Whether there may be a type of this name.
    pub(crate) fn word(&self, name: &str) -> bool {
        self.words.contains(name)
    }

    /// Whether there is a constant of this name, as a macro or an enumerator.
    pub(crate) fn constant(&self, name: &str) -> bool {
        self.constants.contains(name)
    }

    /// Whether there is an identifier of this name: `IID_IMessage`.
    pub(crate) fn identifier(&self, name: &str) -> bool {
        self.identifiers.contains(name)
    }
}

/// The name of a macro that has a value and no parameters.
fn macro_name(line: &str) -> Option<String> {
    let (name, value) = line.strip_prefix("#define ")?.split_once(' ')?;
    (!name.contains('(') && !value.trim().is_empty()).then(|| name.to_owned())
}

/// What stands first in each item of each `enum … { … }`.
fn enumerators(code: &str) -> Vec<String> {
    let bodies = code.split("enum").skip(1).filter_map(|rest| {
        let (head, body) = rest.split_once('{')?;
        (!head.contains(';')).then(|| body.split('}').next().unwrap_or(body))
    });
    let names =
        bodies.flat_map(|body| body.split(',')).filter_map(|item| item.split(['=', ' ', '\n']).find(|w| !w.is_empty()));
    names.map(str::to_owned).collect()
}
