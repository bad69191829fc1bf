//! Duty: a project of some size to measure on: fifty interfaces of twelve methods each.
//! Output: the interfaces as IDL, and the same as Rust traits for mockall.

/// How many interfaces there are.
const INTERFACES: usize = 50;

/// The methods of each interface, in IDL and in Rust: numbers, text, bytes and interfaces go in; numbers and interfaces
/// come out. `IOther` stands for another interface of the fifty.
const METHODS: [(&str, &str); 12] = [
    ("HRESULT GetFlags([in] ULONG ulMask, [out] ULONG *pulFlags);", "fn get_flags(&self, mask: u32) -> Result<u32>;"),
    ("HRESULT SetName([in, string] const WCHAR *pwszName);", "fn set_name(&self, name: &U16CStr) -> Result<()>;"),
    (
        "HRESULT Move([in] ULONG ulFrom, [in] ULONG ulTo, [in] LONG lBy);",
        "fn move_(&self, from: u32, to: u32, by: i32) -> Result<()>;",
    ),
    (
        "HRESULT Open([in, string] const WCHAR *pwszPath, [in] ULONG ulFlags, [out] IOther **ppItem);",
        "fn open(&self, path: &U16CStr, flags: u32) -> Result<Box<dyn IOther>>;",
    ),
    (
        "HRESULT Attach([in] IOther *pItem, [in] ULONG ulFlags);",
        "fn attach(&self, item: &dyn IOther, flags: u32) -> Result<()>;",
    ),
    ("HRESULT Detach([in] ULONG ulId);", "fn detach(&self, id: u32) -> Result<()>;"),
    ("HRESULT Count([out] ULONG *pulCount);", "fn count(&self) -> Result<u32>;"),
    (
        "HRESULT Range([in] ULONG ulPage, [out] ULONG *pulFirst, [out] ULONG *pulLast);",
        "fn range(&self, page: u32) -> Result<(u32, u32)>;",
    ),
    ("HRESULT Write([in] ULONG cb, [in, size_is(cb)] const BYTE *pb);", "fn write(&self, data: &[u8]) -> Result<()>;"),
    (
        "HRESULT Rename([in, string] const WCHAR *pwszFrom, [in, string, unique] const WCHAR *pwszTo);",
        "fn rename<'a>(&self, from: &U16CStr, to: Option<&'a U16CStr>) -> Result<()>;",
    ),
    (
        "HRESULT Notify([in] ULONG ulEvent, [in] IUnknown *pSink);",
        "fn notify(&self, event: u32, sink: &IUnknown) -> Result<()>;",
    ),
    ("HRESULT Same([in] IOther *pOther, [out] BOOL *pfSame);", "fn same(&self, other: &dyn IOther) -> Result<bool>;"),
];

/// The interfaces as IDL, in no need of other files than `unknwn.idl`.
pub(crate) fn idl() -> String {
    let mut text = "//! Fifty interfaces.\n\nimport \"unknwn.idl\";\n\n".to_owned();
    for number in 0..INTERFACES {
        text += &format!("interface {};\n", name(number));
    }
    for number in 0..INTERFACES {
        text += &format!(
            "\n/// Part {number} of the project.\n\
             [object, uuid(6f1d3b52-5c1e-4c0e-9a55-3c2f0b9b{number:04x}), pointer_default(unique), success(S_OK)]\n\
             interface {} : IUnknown {{\n",
            name(number)
        );
        for (idl, _) in METHODS {
            text += &format!("    /// One of twelve.\n    {}\n", idl.replace("IOther", &name(number + 1)));
        }
        text += "}\n";
    }
    text
}

/// The same as traits with mockall's mocks; `mapidl` gives the types of texts and COM pointers here too.
#[allow(dead_code, reason = "not every bench compares with mockall")]
pub(crate) fn mockall() -> String {
    let mut text = "//! Fifty traits.\n\nuse mapidl::{IUnknown, Result, U16CStr};\n".to_owned();
    for number in 0..INTERFACES {
        text += &format!("\n/// Part {number} of the project.\n#[mockall::automock]\npub trait {} {{\n", name(number));
        for (_, rust) in METHODS {
            text += &format!("    /// One of twelve.\n    {}\n", rust.replace("IOther", &name(number + 1)));
        }
        text += "}\n";
    }
    text
}

fn name(number: usize) -> String {
    format!("IPart{:02}", number % INTERFACES)
}
