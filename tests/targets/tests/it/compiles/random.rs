//! Files that are put together at random.

#[path = "random/interfaces.rs"]
mod interfaces;
#[path = "random/names.rs"]
mod names;
#[path = "random/records.rs"]
mod records;

use fastrand::Rng;
use names::{NAMES, OTHERS, VALUES};
use std::fmt::Write as _;

struct File {
    rng: Rng,
    text: String,
    /// The names of items, of which none is taken twice.
    taken: Vec<String>,
    records: Vec<String>,
    enums: Vec<String>,
    interfaces: Vec<String>,
    aliases: Vec<String>,
}

/// A file; the same for the same seed.
pub(crate) fn file(seed: u64) -> String {
    let mut file = File {
        rng: Rng::with_seed(seed),
        text: "import \"oaidl.idl\";\nconst ULONG EqWide = 0x80000000;\n".to_owned(),
        taken: Vec::new(),
        records: Vec::new(),
        enums: Vec::new(),
        interfaces: Vec::new(),
        aliases: Vec::new(),
    };
    for _ in 0..file.rng.usize(2..7) {
        match file.rng.u8(0..11) {
            8 | 9 => file.held(),
            0 => file.enumeration(),
            7 => file.declared(),
            1 | 2 => file.record(),
            3 => file.switched(),
            4 => file.listed(),
            5 => file.alias(),
            6 => file.bits(),
            _ => file.constant(),
        }
    }
    for at in 0..file.rng.usize(1..3) {
        file.interface(at);
    }
    file.text
}

impl File {
    fn pick(&mut self, from: &[&str]) -> String {
        from[self.rng.usize(0..from.len())].to_owned()
    }

    fn chance(&mut self, of: u8) -> bool {
        self.rng.u8(0..of) == 0
    }

    /// A name for an item.
    fn item(&mut self) -> String {
        let name = self.pick(NAMES);
        let free = (0..).map(|at| if at == 0 { name.clone() } else { format!("{name}{at}") });
        let name = free.into_iter().find(|name| !self.taken.contains(name)).unwrap_or_default();
        self.taken.push(name.clone());
        name
    }

    /// Names of which no two are equal.
    fn members(&mut self, count: usize) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        while names.len() < count {
            let name = self.pick(NAMES);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn value(&mut self) -> String {
        let own = [self.enums.clone(), self.aliases.clone()].concat();
        if !own.is_empty() && self.chance(3) { own[self.rng.usize(0..own.len())].clone() } else { self.pick(VALUES) }
    }

    /// Any type that a field or a parameter without attributes can have.
    fn any(&mut self) -> String {
        match self.rng.u8(0..8) {
            0 => self.pick(OTHERS),
            1 if !self.records.is_empty() => self.records[self.rng.usize(0..self.records.len())].clone(),
            2 if !self.interfaces.is_empty() => {
                format!("{} *", self.interfaces[self.rng.usize(0..self.interfaces.len())])
            }
            _ => self.value(),
        }
    }

    fn enumeration(&mut self) {
        let count = self.rng.usize(1..5);
        let values = (0..count).map(|_| self.item()).collect::<Vec<_>>();
        let mut body = String::new();
        for name in values {
            let number = self.pick(&["", " = -1", " = 0x80000000", " = 0xffffffff", " = 7", " = 0", " = 1 << 4"]);
            write!(body, "{name}{number}, ").expect("a string");
        }
        let attributes = self.pick(&["", "[v1_enum] ", "[flag_set] ", "[v1_enum, flag_set] "]);
        if self.chance(4) {
            writeln!(self.text, "enum {{ {body} }};").expect("a string");
            return;
        }
        let name = self.item();
        writeln!(self.text, "typedef {attributes}enum {name} {{ {body} }} {name};").expect("a string");
        self.enums.push(name);
    }

    fn alias(&mut self) {
        let (name, ty) =
            (self.item(), self.pick(&["long", "unsigned long", "BOOL", "DATE", "void *", "GUID", "BSTR", "double"]));
        let dimensions = if self.chance(6) { self.pick(&["[3]", "[40]", "[2][40]"]) } else { String::new() };
        writeln!(self.text, "typedef {ty} {name}{dimensions};").expect("a string");
        self.aliases.push(name);
    }

    /// Types of which only the name is known.
    fn declared(&mut self) {
        let name = self.item();
        if self.chance(2) {
            writeln!(self.text, "typedef enum {name} {name};").expect("a string");
            self.enums.push(name);
        } else {
            let taken = self.taken.len();
            let other = self.item();
            writeln!(self.text, "typedef struct {name} {name};\ntypedef {name} *{other};").expect("a string");
            self.aliases.push(other);
            debug_assert!(self.taken.len() > taken);
        }
    }

    fn constness(&mut self) -> String {
        self.pick(&["", "", "const "])
    }

    fn constant(&mut self) {
        let (ty, name) = (self.value(), self.item());
        let value = self.pick(&[
            "0",
            "1",
            "-1",
            "0x7f",
            "0xffffffff",
            "0x80000000",
            "2.5",
            "TRUE",
            "1e300",
            "'a'",
            "1 + 2 * 3",
        ]);
        let text = match self.rng.u8(0..8) {
            0 => {
                let text = self.pick(&["a\\\"b", "", "a\\0", "\\xfe", "{}"]);
                format!("const {} {name} = L\"{text}\";", self.pick(&["LPWSTR", "LPCWSTR", "wchar_t *"]))
            }
            1 => {
                let text = self.pick(&["a", "", "a\\0b", "\\xff", "{}", "\\\\\\\"", "//", "\\n"]);
                format!("const {} {name} = \"{text}\";", self.pick(&["LPSTR", "char *"]))
            }
            _ => format!("const {ty} {name} = {value};"),
        };
        // A constant that its type cannot hold is refused: what it stands in would be refused with it.
        let (before, taken) = (self.text.clone(), self.taken.len());
        writeln!(self.text, "{text}").expect("a string");
        if !mapidl_targets::judge::compile(&self.text).is_ok() {
            self.text = before;
            self.taken.truncate(taken.saturating_sub(1));
        }
    }
}
