//! Files that are put together at random.

use fastrand::Rng;
use std::fmt::Write as _;

/// Names that are hard on generated code: those of Rust, those that are made beside others, those that differ little.
const NAMES: &[&str] = &[
    "_",
    "T",
    "I",
    "Ok",
    "Err",
    "None",
    "Some",
    "u32",
    "Self",
    "self",
    "super",
    "crate",
    "OFFSET",
    "bool",
    "str",
    "String",
    "Option",
    "Box",
    "Vec",
    "Result",
    "core",
    "std",
    "mapidl",
    "gen",
    "async",
    "type",
    "fn",
    "FOO",
    "Foo",
    "foo",
    "fOO",
    "foo_",
    "_foo",
    "GetX",
    "getX",
    "get_x",
    "X",
    "x",
    "XView",
    "MockX",
    "X_Impl",
    "X_Vtbl",
    "XData",
    "XViewData",
    "with_x",
    "withX",
    "set_x",
    "x_default",
    "mock_x",
    "expect_x",
    "count",
    "len",
    "value",
    "code",
    "answer",
    "this",
    "new",
    "default",
    "clone",
    "from",
    "into",
    "name",
    "kind",
    "NONE",
    "NAMES",
    "matches",
    "cast",
    "a",
    "b",
    "n",
    "pX",
    "lpX",
    "ppX",
    "ulX",
    "xDefault",
    "raw",
    "x_raw",
    "x_in",
    "view",
    "items",
    "u",
    "start",
    "other",
];

/// Types of single values.
const VALUES: &[&str] = &[
    "long",
    "ULONG",
    "short",
    "unsigned short",
    "char",
    "unsigned char",
    "byte",
    "boolean",
    "hyper",
    "unsigned hyper",
    "float",
    "double",
    "wchar_t",
    "BOOL",
    "DATE",
    "HRESULT",
    "SCODE",
    "VARIANT_BOOL",
    "GUID",
    "IID",
    "HANDLE",
    "HWND",
    "FILETIME",
    "LARGE_INTEGER",
    "CURRENCY",
    "DECIMAL",
    "INT_PTR",
    "ULONG_PTR",
    "error_status_t",
    "small",
    "__int64",
    "SIZE_T",
    "int",
    "unsigned int",
    "LCID",
    "DISPID",
];

/// Types that need care.
const OTHERS: &[&str] = &["BSTR", "VARIANT", "SAFEARRAY *", "LPWSTR", "LPSTR", "LPOLESTR", "IUnknown *", "IDispatch *"];

const COUNTS: &[&str] =
    &["ULONG", "long", "short", "unsigned short", "byte", "hyper", "unsigned hyper", "boolean", "int"];

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

    fn record(&mut self) {
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

    fn switched(&mut self) {
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
    fn held(&mut self) {
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

    fn listed(&mut self) {
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

    fn bits(&mut self) {
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

    fn interface(&mut self, at: usize) {
        let base = match self.interfaces.last().cloned() {
            Some(last) if self.chance(2) => last,
            _ => self.pick(&["IUnknown", "IUnknown", "IDispatch"]),
        };
        let count = self.rng.usize(1..7);
        let methods = self.members(count);
        let head = self.pick(&["", ", local", ", success(S_OK)", ", oleautomation"]);
        let mut body = String::new();
        for method in methods {
            let params = self.parameters();
            let ret = match self.rng.u8(0..10) {
                0 => "void".to_owned(),
                1 => self.value(),
                2 => self.any(),
                _ => "HRESULT".to_owned(),
            };
            let property = if self.chance(12) { "[propget] " } else { "" };
            writeln!(body, "    {property}{ret} {method}({});", params.join(", ")).expect("a string");
        }
        let name = self.item();
        let id = self.rng.u32(..);
        writeln!(
            self.text,
            "[object, uuid({id:08x}-0117-4c31-9a4e-2f6b7c1f{at:04x}){head}]\ninterface {name} : {base} {{\n{body}}};"
        )
        .expect("a string");
        self.interfaces.push(name);
    }

    fn parameters(&mut self) -> Vec<String> {
        let count = self.rng.usize(0..4);
        let names = self.members(2 * count);
        names.chunks(2).flat_map(|pair| self.parameter(&pair[0], &pair[1])).collect()
    }

    /// One parameter, or two that belong together.
    fn parameter(&mut self, name: &str, other: &str) -> Vec<String> {
        let null = self.pick(&["", ", unique", ", ref", ", optional"]);
        let (value, any) = (self.value(), self.any());
        let alloc = self.pick(&["", ", task_alloc", ", mapi_alloc", ", mapi_alloc, one_block"]);
        let one = match self.rng.u8(0..24) {
            18 => format!("[out{alloc}] const {any} **{name}"),
            19 => {
                let by = self.pick(COUNTS);
                let ty = self.pick(&["IUnknown *const", "IUnknown *", "WCHAR *const", "GUID *const", "BSTR"]);
                let string = if ty.starts_with("WCHAR") { ", string" } else { "" };
                return vec![
                    format!("[in] {by} {other}"),
                    format!("[in, size_is({other}){string}{null}] const {ty} *{name}"),
                ];
            }
            20 => {
                let by = self.pick(&["ULONG", "long", "unsigned short", "hyper"]);
                return vec![
                    format!("[in] {by} {other}"),
                    format!("[in, string, unicode_flag(EqWide, {other}){null}] const WCHAR *{name}"),
                ];
            }
            21 => format!("[in{null}] const IUnknown *{name}"),
            22 => format!("[in, out{null}] const {any} **{name}"),
            23 => format!("[out] {value} {name}[33]"),
            0 | 1 => format!("[in] {any} {name}"),
            2 => format!("[in{null}] const {any} *{name}"),
            3 => format!("[in{null}] {any} *{name}"),
            4 => format!("[out] {any} *{name}"),
            5 => format!("[in, out{null}] {any} *{name}"),
            6 => format!("[in, string{null}] const {} *{name}", self.pick(&["WCHAR", "char", "OLECHAR", "byte"])),
            7 => format!("[out, string{alloc}] {} *{name}", self.pick(&["LPWSTR", "LPSTR", "BSTR"])),
            8 => format!("[out{alloc}] {any} **{name}"),
            9 => format!("[reserved] {value} {name}"),
            10 => format!("{any} *{name}"),
            11 => format!("[in{null}] {any} {name}[{}]", self.pick(&["2", "40", ""])),
            12 => format!("[in, out] {value} {name}[2][3]"),
            13 => {
                let way = self.pick(&["in", "in, unique", "out", "in, out"]);
                let by = self.pick(COUNTS);
                return vec![format!("[in] {by} {other}"), format!("[{way}, size_is({other})] {any} *{name}")];
            }
            14 => {
                let by = self.pick(COUNTS);
                return vec![
                    format!("[out] {by} *{other}"),
                    format!("[out, size_is(, *{other}){alloc}] {any} **{name}"),
                ];
            }
            15 => {
                return vec![format!("[in{null}] REFIID {other}"), format!("[out, iid_is({other})] void **{name}")];
            }
            16 => {
                return vec![format!("[in] REFIID {other}"), format!("[in, iid_is({other}){null}] IUnknown *{name}")];
            }
            17 => {
                return vec![
                    format!("[in, out] ULONG *{other}"),
                    format!("[out, size_is(*{other}), length_is(*{other})] {value} *{name}"),
                ];
            }
            _ => format!("[out, retval] {any} *{name}"),
        };
        vec![one]
    }
}
