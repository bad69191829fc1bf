//! Interfaces of a file, with what their methods take and give.

use super::File;
use super::names::COUNTS;
use std::fmt::Write as _;

impl File {
    pub(super) fn interface(&mut self, at: usize) {
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
        let kind = self.rng.u8(0..24);
        if let Some(pair) = self.pair(kind, [name, other], [&value, &any], [&null, &alloc]) {
            return pair;
        }
        let one = match kind {
            18 => format!("[out{alloc}] const {any} **{name}"),
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
            _ => format!("[out, retval] {any} *{name}"),
        };
        vec![one]
    }

    /// Two parameters of which one says something of the other, for some of the kinds.
    fn pair(
        &mut self,
        kind: u8,
        [name, other]: [&str; 2],
        [value, any]: [&str; 2],
        [null, alloc]: [&str; 2],
    ) -> Option<Vec<String>> {
        Some(match kind {
            19 => {
                let by = self.pick(COUNTS);
                let ty = self.pick(&["IUnknown *const", "IUnknown *", "WCHAR *const", "GUID *const", "BSTR"]);
                let string = if ty.starts_with("WCHAR") { ", string" } else { "" };
                vec![format!("[in] {by} {other}"), format!("[in, size_is({other}){string}{null}] const {ty} *{name}")]
            }
            20 => {
                let by = self.pick(&["ULONG", "long", "unsigned short", "hyper"]);
                vec![
                    format!("[in] {by} {other}"),
                    format!("[in, string, unicode_flag(EqWide, {other}){null}] const WCHAR *{name}"),
                ]
            }
            13 => {
                let way = self.pick(&["in", "in, unique", "out", "in, out"]);
                let by = self.pick(COUNTS);
                vec![format!("[in] {by} {other}"), format!("[{way}, size_is({other})] {any} *{name}")]
            }
            14 => {
                let by = self.pick(COUNTS);
                vec![format!("[out] {by} *{other}"), format!("[out, size_is(, *{other}){alloc}] {any} **{name}")]
            }
            15 => {
                vec![format!("[in{null}] REFIID {other}"), format!("[out, iid_is({other})] void **{name}")]
            }
            16 => {
                vec![format!("[in] REFIID {other}"), format!("[in, iid_is({other}){null}] IUnknown *{name}")]
            }
            17 => {
                vec![
                    format!("[in, out] ULONG *{other}"),
                    format!("[out, size_is(*{other}), length_is(*{other})] {value} *{name}"),
                ]
            }
            _ => return None,
        })
    }
}
