//! Records of a file.

use super::File;
use super::names::COUNTS;
use std::fmt::Write as _;

impl File {
    pub(super) fn record(&mut self) {
        let count = self.rng.usize(1..6);
        let names = self.members(count);
        let mut fields = String::new();
        for name in names {
            let constness = self.constness();
            let field = match self.rng.u8(0..13) {
                0 => format!("[string] {constness}{} *{name}; ", self.pick(&["WCHAR", "char"])),
                1 => {
                    let (by, elem) = (self.pick(COUNTS), self.any());
                    let more = self.pick(&["", ", unique", ", unique, mapi_alloc"]);
                    let part = if self.chance(4) { self.part(&format!("n_{name}")) } else { String::new() };
                    format!("{by} n_{name}; {part}[size_is(n_{name}){more}] {constness}{elem} *{name}; ")
                }
                10 if !self.interfaces.is_empty() => {
                    format!("{constness}{} *{name}; ", self.interfaces[self.rng.usize(0..self.interfaces.len())])
                }
                10 => format!("{constness}IUnknown *{name}; "),
                11 => {
                    let by = self.pick(&["long", "ULONG", "short", "hyper"]);
                    format!("{by} f_{name}; [string, unicode_flag(EqWide, f_{name})] {constness}WCHAR *{name}; ")
                }
                12 => format!("{} {name}{}; ", self.value(), self.pick(&["[2][40]", "[40][2]", "[33]", "[2][2][2]"])),
                2 => format!("{} {name}[{}]; ", self.value(), self.pick(&["1", "4", "33"])),
                3 => format!("[reserved] void *{name}; "),
                4 => format!("{constness}{} *{name}; ", self.value()),
                5 if !self.records.is_empty() => {
                    format!("{constness}{} *{name}; ", self.records[self.rng.usize(0..self.records.len())])
                }
                6 => format!("{} {name}[2][3]; ", self.value()),
                _ => format!("{} {name}; ", self.any()),
            };
            fields.push_str(&field);
        }
        let name = self.item();
        let kind = if self.chance(10) { "union" } else { "struct" };
        writeln!(self.text, "typedef {kind} {name} {{ {fields}}} {name};").expect("a string");
        self.records.push(name);
    }

    pub(super) fn switched(&mut self) {
        let mut by = self.pick(&["ULONG", "long", "short", "unsigned short", "byte", "hyper", "BOOL", "boolean"]);
        if !self.enums.is_empty() && self.chance(4) {
            by = self.enums[self.rng.usize(0..self.enums.len())].clone();
        }
        let names = self.members(5);
        let mask = self.pick(&["", "", " & 0xff", " & 0x80000000", " & 0xf0", " & 3"]);
        let arms = (1..4).map(|at| {
            let label = self.pick(&["-1", "0x80000000", "0x7f", "0xffff", "0"]);
            let label = if self.chance(4) { label } else { at.to_string() };
            let constness = self.constness();
            let member = match self.rng.u8(0..6) {
                0 => format!("[case({label}), string] {constness}WCHAR *{};", names[at]),
                1 => format!("[case({label})] ;"),
                2 => format!("[case({label})] {constness}{} *{};", self.value(), names[at]),
                3 => format!("[case({label})] {constness}IUnknown *{};", names[at]),
                _ => format!("[case({label})] {} {};", self.any(), names[at]),
            };
            member + " "
        });
        let arms: String = arms.collect();
        let (name, kind, union) = (self.item(), &names[0], &names[4]);
        writeln!(
            self.text,
            "typedef struct {name} {{ {by} {kind}; [switch_type({by}), switch_is({kind}{mask})] union {{ {arms}[default] ; }} {union}; }} {name};"
        )
        .expect("a string");
        self.records.push(name);
    }

    /// A record with a place to write to alone, or one that nothing describes with a count of any type; and what may hold
    /// it.
    pub(super) fn held(&mut self) {
        let (names, name, holder) = (self.members(6), self.item(), self.item());
        let (value, other) = (self.value(), self.value());
        let fields = if self.chance(2) {
            format!("[slot] {value} *{}; {other} {};", names[0], names[1])
        } else {
            let own = self.enums.last().map_or("short", String::as_str).to_owned();
            let by = self.pick(&["ULONG ", "BOOL ", "VARIANT_BOOL ", "HRESULT ", "bits", &format!("{own} ")]);
            let count = if by == "bits" { format!("ULONG {} : 8", names[0]) } else { by + &names[0] };
            format!("{count}; [size_is({0}), ref] {value} *{1}; void *{2};", names[0], names[1], names[2])
        };
        let member = match self.rng.u8(0..3) {
            0 => format!("[case(1, 2), slot] {value} *{}", names[3]),
            _ => format!("[case(1, 2)] {name} {}", names[3]),
        };
        let (default, kind, union) = (self.pick(&["[default] ;", "[default] long _d;"]), &names[4], &names[5]);
        writeln!(
            self.text,
            "typedef struct {name} {{ {fields} }} {name};\n\
             typedef struct {holder} {{ long {kind}; [switch_is({kind})] union {{ [case(0)] long _z; {member}; {default} }} {union}; }} {holder};"
        )
        .expect("a string");
        self.records.extend([name, holder]);
    }

    /// A number of a part of what `count` counts.
    fn part(&mut self, count: &str) -> String {
        format!("[at_most({count})] {} p_{count}; ", self.pick(&["ULONG", "short", "hyper", "byte"]))
    }

    pub(super) fn listed(&mut self) {
        let (by, elem, names) = (self.pick(COUNTS), self.any(), self.members(3));
        let head = if self.chance(2) { format!("{} {}; ", self.value(), names[2]) } else { String::new() };
        let name = self.item();
        let (count, items) = (&names[0], &names[1]);
        let part = if self.chance(3) { self.part(count) } else { String::new() };
        writeln!(
            self.text,
            "typedef struct {name} {{ {head}{by} {count}; {part}[size_is({count})] {elem} {items}[]; }} {name};"
        )
        .expect("a string");
        self.records.push(name);
    }

    pub(super) fn bits(&mut self) {
        let (names, name) = (self.members(3), self.item());
        let ty = self.pick(&["ULONG", "int", "unsigned short", "hyper", "byte"]);
        writeln!(
            self.text,
            "typedef struct {name} {{ {ty} {} : 3; {ty} {} : 4; ULONG {}; }} {name};",
            names[0], names[1], names[2]
        )
        .expect("a string");
        self.records.push(name);
    }
}
