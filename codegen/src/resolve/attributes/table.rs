//! The attributes: a row for each, which is all that the compiler, `idl/README.md` and `idl/prelude.h` know of them.

use super::args::Args as A;
use super::places::Places as P;
use super::row::{Meaning, Row, midl, on, own, silent, with};

/// Declares the kinds of attributes, each with its name and its row.
macro_rules! attributes {
    ($($kind:ident, $name:literal: $row:expr;)*) => {
        /// A known attribute.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        pub enum AttrKind {
            $(
                #[doc = concat!("`", $name, "`")]
                $kind,
            )*
        }

        const KINDS: &[AttrKind] = &[$(AttrKind::$kind),*];

        const ROWS: &[Row] = &[$($row.named($name)),*];
    };
}

impl AttrKind {
    /// All of them, in the order of the reference.
    pub const ALL: &[Self] = KINDS;

    /// What is known of it.
    #[must_use]
    pub const fn row(self) -> &'static Row {
        &ROWS[self as usize]
    }
}

const POINTER: P = P::VALUE.and(P::METHOD);

/// A typedef, or a type that is written with it.
const TYPE: P = P::TYPEDEF.and(P::RECORD).and(P::ENUM);

/// What attributes mean of which nothing is made.
const RPC: &[Meaning] = &[on("any", "how MIDL's own stubs pass calls on to other processes")];
const TOOLS: &[Meaning] = &[on("any", "what scripts, editors and others see who read type libraries")];
const HELP: &[Meaning] = &[on("any", "where people find help")];
const MEMORY: &[Meaning] = &[on("any", "who allocates what a pointer stands for, or whose it is")];

attributes! {
    // Directions, and nulls.
    In, "in": midl(P::PARAM, A::None, &[on("parameter", "goes to the callee")]);
    Out, "out": midl(P::PARAM, A::None, &[
        on("pointer", "comes back to the caller"),
        with("pointer", "`in, out`", "goes to the callee, and comes back changed"),
    ]);
    Retval, "retval": midl(P::PARAM, A::None, &[
        on("pointer out",
            "what the method returns; without `success`, `S_OK` is then its only success, as it is of a property"),
    ]);
    Ref, "ref": midl(POINTER, A::None, &[
        with("pointer in", "`ref` (or none)", "a null is refused with the interface's `bad_pointer`"),
        on("pointer in a record",
            "never null: a record that leads to one that is null is not passed on, `NULL_REF_POINTER`; without \
            elements an array is null all the same; on an array without a pointer (`T *items[]`) it is said of the \
            elements"),
        on("typedef of a pointer", "never null, also where it is the type of an array's elements"),
    ]);
    Unique, "unique": midl(POINTER, A::None, &[
        on("pointer in", "may be null: `Option`"),
        with("pointer in a record", "`unique` (or none)", "may be null, which a view shows as `None`"),
        on("interface out", "can be null although the call succeeds: `Option`"),
    ]);
    Ptr, "ptr": midl(POINTER, A::None, &[on("pointer", "as `unique`")]);
    PointerDefault, "pointer_default": midl(P::INTERFACE, A::Name, &[
        with("interface", "`pointer_default(ref)`",
            "pointers in the records that stand in it, and elements of its methods' arrays, are `ref` unless they say \
            otherwise, or point to an interface"),
    ]);
    Optional, "optional": midl(P::PARAM, A::None, &[
        on("pointer out", "the caller may pass null; the answer is dropped then"),
        on("`VARIANT` in", "`Variant::missing()` says that there is none"),
    ]);

    // How much memory there is.
    SizeIs, "size_is": midl(P::VALUE, A::Counts, &[
        with("pointer, array", "`size_is(n)`, `size_is(, *n)`",
            "a slice in, an owned array out; the count is not in the signature"),
        with("pointer in and out", "`size_is(n)`", "`&mut [T]`, whose values the implementer sees"),
    ]);
    MaxIs, "max_is": midl(P::VALUE, A::Counts, &[
        with("pointer, array", "`max_is(9)`", "as `size_is(10)`; counted by anything but a constant it stays raw"),
    ]);
    LengthIs, "length_is": midl(P::VALUE, A::Counts, &[
        with("pointer out", "`size_is(n), length_is(*m)`",
            "the caller's buffer: `&mut [T]` in, how much was filled out"),
    ]);
    FirstIs, "first_is": midl(P::VALUE, A::Counts, &[
        with("pointer, array", "`first_is(n)`", "only a part of the array is there, so that it stays raw"),
    ]);
    LastIs, "last_is": midl(P::VALUE, A::Counts, &[with("pointer, array", "`last_is(n)`", "as `first_is`")]);
    String, "string": midl(POINTER, A::None, &[
        on("pointer", "a string that ends with a zero"),
        with("pointer in", "`string, size_is(n)`",
            "a slice that has its end in it; an implementer sees nothing behind that"),
        on("array out, or in and out",
            "the caller's buffer, `&mut [u16]` or `&mut [u8]`; `TextBuffer` reads and writes the string in it"),
    ]);
    Ignore, "ignore": midl(P::FIELD, A::None, &[
        on("pointer in a record", "stays raw: MIDL sends nothing of what it leads to"),
    ]);
    PartialIgnore, "partial_ignore": midl(P::PARAM, A::None, &[
        on("pointer in and out", "stays raw: MIDL sends nothing of what goes in"),
    ]);
    Annotation, "annotation": midl(P::ANY, A::Any, &[
        with("pointer", "`annotation(\"_In_reads_(n)\")`",
            "counts nothing; where it says a size, a null, a string or a direction that no attribute says, or who \
            keeps or frees the memory, the pointer stays raw too"),
    ]);

    // What a pointer leads to.
    IidIs, "iid_is": midl(P::PARAM.and(P::FIELD), A::Expr, &[
        with("pointer", "`iid_is(p)`",
            "an interface by the identifier in `p`: a type parameter of the caller's method"),
    ]);
    SwitchIs, "switch_is": midl(P::PARAM.and(P::FIELD), A::Expr, &[
        with("union", "`switch_is(n)`, `switch_is(n & MASK)`", "an enum, of which `n` says what it holds"),
    ]);
    SwitchType, "switch_type": midl(P::RECORD.and(P::FIELD).and(P::PARAM), A::Some, &[
        with("union", "`switch_type(long)`", "the type of what `switch_is` names"),
    ]);
    Case, "case": midl(P::FIELD, A::Exprs, &[
        with("member of a union", "`case(A, B)`", "a variant of the enum, for these numbers"),
    ]);
    Default, "default": midl(P::FIELD.and(P::MEMBER).and(P::INTERFACE).and(P::COCLASS), A::None, &[
        on("member of a union", "the variant for all other numbers"),
        on("interface of a coclass", "the one that `create` asks for"),
    ]);
    DefaultValue, "defaultvalue": midl(P::PARAM, A::Some, &[
        with("parameter", "`defaultvalue(v)`", "told in the documentation; a caller passes it"),
    ]);

    // Methods, and what holds them.
    PropGet, "propget": midl(P::METHOD, A::None, &[
        on("method", "`name`; `get_name` where a keyword or another method has that name"),
    ]);
    PropPut, "propput": midl(P::METHOD, A::None, &[
        on("method", "`set_name`; `put_name` where another method has that name"),
    ]);
    PropPutRef, "propputref": midl(P::METHOD, A::None, &[
        on("method", "`set_name`; `putref_name` beside a `propput`, or where another method has that name"),
    ]);
    Id, "id": midl(P::METHOD.and(P::FIELD).and(P::LIBRARY), A::Expr, &[
        with("method, property", "`id(n)`", "a constant of the interface, as `IFoo::DISPID_NAME`"),
    ]);
    Local, "local": midl(P::INTERFACE.and(P::METHOD).and(P::PARAM), A::None, &[
        on("interface, method",
            "not passed on to other processes: what its counts name wrongly is a warning, since only such calls need \
            them, and the pointer stays raw"),
    ]);
    CallAs, "call_as": midl(P::METHOD, A::Name, &[
        with("method", "`call_as(Name)`", "has no slot: it is how the local method `Name` is passed on"),
    ]);
    Entry, "entry": midl(P::METHOD.and(P::CONST), A::Some, &[
        with("function", "`entry(\"Name\")`", "the exported name, if another than the function's"),
    ]);
    Object, "object": midl(P::INTERFACE, A::None, &[on("interface", "has a vtable, as all that have a base")]);
    Odl, "odl": midl(P::INTERFACE, A::None, &[on("interface", "as `object`")]);
    Dual, "dual": midl(P::INTERFACE, A::None, &[on("interface", "as `object`")]);
    OleAutomation, "oleautomation": midl(P::INTERFACE, A::None, &[on("interface", "as `object`")]);
    Uuid, "uuid": midl(P::ANY, A::Uuid, &[
        on("interface", "its identifier, by which `cast` asks for it"),
        on("coclass", "a type with a `CLSID`, which `create` makes objects of on Windows"),
    ]);
    Source, "source": midl(P::MEMBER.and(P::METHOD).and(P::COCLASS).and(P::INTERFACE), A::None, &[
        on("interface of a coclass", "one that its objects call back, and do not have"),
    ]);
    DllName, "dllname": midl(P::MODULE, A::Text, &[
        with("module", "`dllname(\"a.dll\\|b.dll\")`", "where its functions are; the first of the files that is there"),
    ]);
    RepresentAs, "represent_as": midl(TYPE, A::Some, &[
        with("type", "`represent_as(T)`", "to C it is `T`, which may be anything: what holds it stays raw"),
    ]);
    UserMarshal, "user_marshal": midl(TYPE, A::Some, &[with("type", "`user_marshal(T)`", "as `represent_as`")]);

    // What nothing is made of.
    V1Enum, "v1_enum": midl(P::ENUM, A::None, RPC).kept();
    Version, "version": midl(P::ANY, A::Some, TOOLS).kept();
    ContextHandle, "context_handle": midl(POINTER, A::None, MEMORY).raw();
    ContextHandleNoSerialize, "context_handle_noserialize": silent(MEMORY).raw();
    ContextHandleSerialize, "context_handle_serialize": silent(MEMORY).raw();
    Allocate, "allocate": silent(MEMORY).raw();
    ByteCount, "byte_count": silent(MEMORY).raw();
    HelpContext, "helpcontext": silent(HELP);
    HelpFile, "helpfile": silent(HELP);
    HelpString, "helpstring": silent(HELP);
    HelpStringContext, "helpstringcontext": silent(HELP);
    HelpStringDll, "helpstringdll": silent(HELP);
    Aggregatable, "aggregatable": silent(TOOLS);
    AppObject, "appobject": silent(TOOLS);
    Bindable, "bindable": silent(TOOLS);
    Control, "control": silent(TOOLS);
    Custom, "custom": silent(TOOLS);
    DefaultBind, "defaultbind": silent(TOOLS);
    DefaultCollElem, "defaultcollelem": silent(TOOLS);
    DefaultVtable, "defaultvtable": silent(TOOLS);
    DisplayBind, "displaybind": silent(TOOLS);
    Hidden, "hidden": silent(TOOLS);
    ImmediateBind, "immediatebind": silent(TOOLS);
    Lcid, "lcid": silent(TOOLS);
    Licensed, "licensed": silent(TOOLS);
    NonBrowsable, "nonbrowsable": silent(TOOLS);
    NonCreatable, "noncreatable": silent(TOOLS);
    NonExtensible, "nonextensible": silent(TOOLS);
    PredeclId, "predeclid": silent(TOOLS);
    ProgId, "progid": silent(TOOLS);
    Public, "public": silent(TOOLS);
    ReadOnly, "readonly": silent(TOOLS);
    Replaceable, "replaceable": silent(TOOLS);
    RequestEdit, "requestedit": silent(TOOLS);
    Restricted, "restricted": silent(TOOLS);
    Threading, "threading": silent(TOOLS);
    UiDefault, "uidefault": silent(TOOLS);
    UsesGetLastError, "usesgetlasterror": silent(TOOLS);
    VarArg, "vararg": silent(TOOLS);
    ViProgId, "vi_progid": silent(TOOLS);
    Async, "async": silent(RPC);
    AsyncUuid, "async_uuid": silent(RPC);
    AutoHandle, "auto_handle": silent(RPC);
    Broadcast, "broadcast": silent(RPC);
    Callback, "callback": silent(RPC);
    Code, "code": silent(RPC);
    CommStatus, "comm_status": silent(RPC);
    Decode, "decode": silent(RPC);
    DisableConsistencyCheck, "disable_consistency_check": silent(RPC);
    EnableAllocate, "enable_allocate": silent(RPC);
    Encode, "encode": silent(RPC);
    Endpoint, "endpoint": silent(RPC);
    ExplicitHandle, "explicit_handle": silent(RPC);
    FaultStatus, "fault_status": silent(RPC);
    ForceAllocate, "force_allocate": silent(RPC);
    Handle, "handle": silent(RPC);
    Idempotent, "idempotent": silent(RPC);
    ImplicitHandle, "implicit_handle": silent(RPC);
    Maybe, "maybe": silent(RPC);
    Message, "message": silent(RPC);
    MsUnion, "ms_union": silent(RPC);
    NoCode, "nocode": silent(RPC);
    Notify, "notify": silent(RPC);
    NotifyFlag, "notify_flag": silent(RPC);
    Optimize, "optimize": silent(RPC);
    Proxy, "proxy": silent(RPC);
    Range, "range": silent(RPC);
    StrictContextHandle, "strict_context_handle": silent(RPC);
    SystemHandle, "system_handle": silent(RPC);
    TransmitAs, "transmit_as": silent(RPC);
    WireMarshal, "wire_marshal": silent(RPC);

    // mapidl's own. Of any declaration:
    Origin, "origin": own(P::ANY, A::Texts, &[
        with("any", "`origin(\"docs\" \\| …)`", "where the definition was found"),
    ]).kept();
    Unverified, "unverified": own(P::ANY, A::Text, &[
        with("any", "`unverified(\"why\")`", "what the sources leave open; it reaches the documentation"),
    ]);

    // Of interfaces.
    NoIid, "no_iid": own(P::INTERFACE, A::None, &[
        on("interface",
            "it has no identifier, so `cast` finds it in no object: without this a missing one is a warning"),
    ]);
    Header, "header": own(P::INTERFACE, A::Text, &[
        with("interface", "`header(\"mapix.h\")`", "the header that declares it, for the documentation"),
    ]);
    ExposedBy, "exposed_by": own(P::INTERFACE, A::Text, &[
        with("interface", "`exposed_by(\"…\")`", "which objects have it, for the documentation"),
    ]);
    ImplementedBy, "implemented_by": own(P::INTERFACE, A::Text, &[
        with("interface", "`implemented_by(\"…\")`", "whose code it is, for the documentation"),
    ]);
    CalledBy, "called_by": own(P::INTERFACE, A::Text, &[
        with("interface", "`called_by(\"…\")`", "who calls it, for the documentation"),
    ]);
    Transaction, "transaction": own(P::INTERFACE, A::Text, &[
        with("interface", "`transaction(\"…\")`", "whether changes wait until they are saved, for the documentation"),
    ]);
    Unimplemented, "unimplemented": own(P::INTERFACE, A::Name, &[
        with("interface", "`unimplemented(CODE)`",
            "the answer of methods that an implementer leaves out; `E_NOTIMPL` unless said"),
    ]);
    FreeThreaded, "free_threaded": own(P::INTERFACE, A::None, &[
        on("interface",
            "any thread may call any object that has it, although the object does not say so: \
            `AgileReference::of_free_threaded` takes it, and its implementers are `Send` and `Sync`"),
    ]);
    BadPointer, "bad_pointer": own(P::INTERFACE, A::Name, &[
        with("interface", "`bad_pointer(CODE)`", "the answer to a forbidden null; `E_POINTER` unless said"),
    ]);

    // Of methods.
    Success, "success": own(P::INTERFACE.and(P::METHOD), A::Names, &[
        with("interface, method", "`success(A \\| B)`",
            "success codes beside `S_OK`: they travel with the values, as `Success<T>`"),
    ]);
    Errors, "errors": own(P::METHOD, A::Names, &[
        with("method", "`errors(A \\| B)`", "documented failures, for the documentation"),
    ]);
    Placeholder, "placeholder": own(P::METHOD, A::None, &[
        on("method", "a reserved slot without a known signature: it cannot be called"),
    ]);
    Raw, "raw": own(P::PARAM.and(P::FIELD).and(P::METHOD), A::Text, &[
        with("method, parameter, field", "`raw(\"why\")`",
            "stays raw on purpose, and with a field its record; `mapidl stats` shows the reason"),
    ]);

    // Of types.
    FlagSet, "flag_set": own(P::ENUM, A::None, &[on("enum", "a set of bits, not a choice")]);
    View, "view": own(P::RECORD, A::Name, &[
        with("struct, union", "`view(Name)`", "the name of its safe face in Rust"),
    ]);

    // What a number holds.
    Flags, "flags": own(P::VALUE, A::Name, &[with("number", "`flags(SET)`", "holds bits of a set")]);
    Values, "values": own(P::VALUE, A::Name, &[with("number", "`values(ENUM)`", "holds one value of an enumeration")]);
    PlainNumber, "plain_number": own(P::VALUE, A::None, &[
        on("integer",
            "no address that anyone follows, no count of what a pointer without `size_is` stands for, and no size of \
            its record that anyone relies on; on a typedef, all of its numbers"),
    ]);
    AtMost, "at_most": own(P::FIELD, A::Name, &[
        with("integer field", "`at_most(n)`",
            "about a part of an array: no greater than the field `n`, which counts the array or is such a number too. \
            A record in which it is greater is an error on its way out, and refused on its way in"),
    ]);
    Reserved, "reserved": own(P::PARAM.and(P::FIELD), A::None, &[
        on("parameter, field",
            "zero or null; not in the Rust signature. A field, paddings with names too, is a `Reserved<T>`: nobody \
            reads it, and nobody need have written it"),
    ]);

    // What a pointer leads to, and whose that is.
    BytesIs, "bytes_is": own(P::VALUE, A::Counts, &[
        with("pointer", "`bytes_is(n)`, `bytes_is(, *n)`",
            "as `size_is`, but counts bytes, whatever is pointed to; what has pointers in it stays raw"),
    ]);
    UnicodeFlag, "unicode_flag": own(P::PARAM.and(P::FIELD), A::Flag, &[
        with("string, record", "`unicode_flag(FLAG, p)`",
            "the flag in `p` decides whether characters are UTF-16; safe methods set it themselves"),
    ]);
    Wide, "wide": own(P::FIELD, A::None, &[on("string field", "UTF-16, although its type does not say so")]);
    MayBeNull, "may_be_null": own(P::VALUE, A::None, &[on("pointer out", "can be null although the call succeeds")]);
    MapiAlloc, "mapi_alloc": own(P::VALUE, A::None, &[
        on("pointer out, field", "a block of MAPI's heap, which the receiver frees; in a field, a block of its own"),
    ]);
    FreeWith, "free_with": own(P::VALUE, A::Name, &[
        with("pointer out", "`free_with(Function)`", "the function that C frees it with, which `mapidl show` tells"),
    ]).kept();
    OneBlock, "one_block": own(P::PARAM.and(P::FIELD), A::None, &[
        on("pointer out, field", "everything it points to is in its own block, against the rule of its type"),
    ]);
    TaskAlloc, "task_alloc": own(P::VALUE, A::None, &[
        on("pointer out", "from `CoTaskMemAlloc`: the receiver frees it"),
    ]);
    MapiHeap, "mapi_heap": own(P::MODULE, A::None, &[
        on("module",
            "its DLL exports MAPIAllocateBuffer and the like: owned memory comes from there once a function of it was \
            found"),
    ]);
    Edited, "edited": own(P::PARAM, A::None, &[
        on("list in",
            "the callee may put other blocks in the place of its blocks: a caller passes a copy in MAPI's heap, and \
            frees what is left of it"),
    ]);
    Opaque, "opaque": own(P::VALUE, A::None, &[
        on("typedef of a pointer",
            "a number that its maker checks before it follows it. Without this, and but for handles that Windows \
            checks, such a value stays raw"),
    ]);
    Replaces, "replaces": own(P::PARAM, A::None, &[
        on("pointer in and out", "the callee may free what came in, and leave something else"),
    ]);
    NoAddref, "no_addref": own(P::PARAM, A::None, &[
        on("interface out", "comes without a reference of its own: it stays raw, since nothing says how long it stays"),
    ]);
    NameOrId, "name_or_id": own(P::VALUE, A::None, &[
        on("string in", "a pointer to a string, or a number below 0x10000 in its place"),
    ]);
    Slot, "slot": own(P::FIELD, A::None, &[
        on("pointer field",
            "where the receiver stores a value: a `Cell` of whoever makes the record, a `Slot` for the receiver, who \
            can only write"),
    ]);
}
