//! The stable codes, each declared once with a title and a text that `mapidl explain` prints.

use serde::Serialize;
use std::fmt;

macro_rules! codes {
    ($($name:ident = $number:literal, $title:literal, $text:literal;)*) => {
        /// What kind of mistake a diagnostic reports: `IDL0201`. Hundreds go by stage: 0 input and output, 1 syntax,
        /// 2 names and declarations, 3 attributes and contracts, 4 layout, 5 the Rust front door.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct Code(u16);

        impl Code {
            $(#[doc = $title] pub const $name: Self = Self($number);)*

            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// The title: what went wrong, in a few words.
            #[must_use]
            pub fn title(self) -> &'static str {
                match self.0 { $($number => $title,)* _ => "unknown code" }
            }

            /// The long text: why it is refused, and what to do.
            #[must_use]
            pub fn text(self) -> &'static str {
                match self.0 { $($number => $text,)* _ => "" }
            }
        }
    };
}

impl Code {
    /// The number behind `IDL`.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// Finds a code by its name (`IDL0201`, in any case, or `201`).
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim_start_matches(['I', 'i']).trim_start_matches(['D', 'd']).trim_start_matches(['L', 'l']);
        let number: u16 = digits.parse().ok()?;
        Self::ALL.iter().copied().find(|code| code.0 == number)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IDL{:04}", self.0)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

codes! {
    // 0xx: input and output
    CANNOT_READ = 1, "a file cannot be read", "The file does not exist, is a directory, or the system refuses to read it.";
    CANNOT_WRITE = 2, "an output cannot be written", "The output folder cannot be created or written. No output file was changed.";
    NOT_UTF8 = 3, "a file is not UTF-8", "IDL files are read as UTF-8 (a byte order mark is fine). Convert the file; the first wrong byte is named.";
    TOO_LARGE = 4, "a file is too large", "A single IDL file may have at most 64 MiB, and all files of one run at most 1 GiB of text. A single declaration may have at most 4 MiB.";
    MISSING_IMPORT = 5, "an imported file is not found", "The file was looked for beside the importing file, in each -I folder in order, and among the bundled base files.";
    UNUSED_OPTION = 6, "an option matched nothing", "An option named something that the input does not have, so it has no effect.";
    // 1xx: syntax
    SYNTAX = 101, "the text is not IDL", "The parser expected something else at this place. The rest of the file was still checked.";
    UNTERMINATED = 102, "a comment, string or character does not end", "A block comment needs */, a string a closing quote on the same line.";
    NUL_BYTE = 103, "a NUL byte in the text", "IDL text has no NUL bytes; the file may be UTF-16 or binary.";
    TOO_DEEP = 104, "nesting is too deep", "Parentheses, braces, expressions and declarators may be nested 128 deep, and as many typedefs, bases or records by value may build on each other.";
    PREPROCESSOR = 105, "a preprocessor directive is wrong", "The directive is unknown, incomplete, or its condition cannot be evaluated.";
    MACRO_LIMIT = 106, "macros expand without end", "The expansion of macros or includes passed the limit that keeps a run finite.";
    USER_ERROR = 107, "#error", "The text itself asks for an error here.";
    UNSUPPORTED = 108, "a construct that is not supported", "mapidl compiles the vtables of classic COM IDL. WinRT metadata IDL and RPC pipes have no place in them. Of the constructs of WinRT in a file only the first is shown.";
    // 2xx: names and declarations
    UNKNOWN_TYPE = 201, "a type is not known", "No declaration of this name stands in the file or the files it imports. Types must be declared before their use. An enum that is only mentioned is a warning: its size is known all the same.";
    UNKNOWN_BASE = 202, "a base interface is not known", "The name after the colon is no interface that stands before this one or in an imported file. A base that is defined later in the file is a warning: C++ needs it first, the vtable does not.";
    BASE_CYCLE = 203, "an interface derives from itself", "The chain of bases leads back to the interface.";
    DUPLICATE_NAME = 204, "a name is declared twice", "Interfaces, types and constants share one name space, and no file may see a name with two meanings. Files that do not see each other may each give it their own. What is repeated in another file with the same meaning is one declaration; types of the same size and alignment are a warning, since no layout depends on which of them counts.";
    DUPLICATE_METHOD = 205, "a method is declared twice in one interface", "C++ overloads have no place in a COM vtable. A derived interface may repeat a method of its base, which then takes no new slot unless its parameters are others.";
    DUPLICATE_MEMBER = 206, "a parameter, field or enumerator is declared twice", "Names of parameters, fields and enumerators are unique within their declaration.";
    DUPLICATE_UUID = 207, "two interfaces have one uuid", "An interface identifier stands for one interface: QueryInterface cannot tell two apart that share it.";
    BAD_UUID = 208, "a uuid is malformed", "A uuid has 8-4-4-4-12 hexadecimal digits.";
    NIL_UUID = 209, "a uuid is nil", "A nil identifier makes QueryInterface ask for nothing.";
    MISSING_UUID = 210, "an object interface has no uuid", "Callers find an interface by its identifier: without one QueryInterface cannot be asked for it, and pointers come from elsewhere. Say so with [no_iid] where that is meant.";
    MISSING_BASE = 211, "an object interface names no base", "Every COM interface derives from IUnknown or another interface; the vtable begins with the base's slots. Without a base the vtable has the interface's own methods alone, as some callbacks have it: references are not counted, so Rust sees a raw pointer.";
    UNKNOWN_NAME = 212, "a name in an expression is not known", "No constant, enumerator, parameter or field of this name is visible here.";
    NOT_CONSTANT = 213, "an expression is not constant", "The value must be known to the compiler.";
    OVERFLOW = 214, "a value does not fit its type", "The constant's type cannot hold the value. A number of the other sign and the same width is a warning: as in C it becomes what its bits are in that type.";
    DIVISION_BY_ZERO = 215, "a division by zero", "A constant expression divides by zero.";
    INCOMPLETE_TYPE = 216, "a type is used by value before it is complete", "A struct or union that contains itself, or that is only declared, has no size.";
    WRONG_KIND = 217, "a name is not of the kind that is needed here", "For example: a constant stands where a type is needed.";
    UNKNOWN_INTERFACE = 218, "a coclass or dispinterface names an unknown interface", "The interface must be declared in the file or in an imported one. A coclass is listed without it, which is a warning.";
    FUNCTION_LEFT_OUT = 219, "a function is left out", "An interface without [object] has no vtable: its types and constants are used, its functions are not. Functions outside of any interface are those of a DLL, and belong in a module.";
    NOT_IMPORTED = 220, "a name of a file that is not imported", "The name is known only because another file, read before, brought it along. Import the file that declares it, so that this one also compiles alone.";
    // 3xx: attributes and contracts
    UNKNOWN_ATTRIBUTE = 301, "an attribute is not known", "It is ignored: it may be a slip, or belong to another compiler.";
    BAD_ATTRIBUTE = 302, "an attribute's arguments are wrong", "The attribute takes other arguments, or cannot stand here. `out` on what is no pointer is a warning: the value goes in.";
    UNKNOWN_SIZE = 303, "a size names no parameter or field", "size_is, length_is, max_is, bytes_is and iid_is name a parameter of the same method, or a field of the same struct. In a `local` method, of which MIDL writes no marshalling, that is a warning and the pointer stays raw.";
    MISSING_DEFAULT = 304, "a switched union lacks a default", "A discriminant that no case names would leave the union without meaning: add [default].";
    BAD_SWITCH = 305, "a switch is wrong", "switch_is must name a field or parameter, its cases must be constants and stand once.";
    CONFLICTING_ATTRIBUTES = 306, "attributes contradict each other", "The attributes cannot be true of the same declaration.";
    MISSING_DIRECTION = 307, "a parameter has no direction", "Neither in nor out is written: MIDL takes it as in. Directions are not guessed, so a pointer stays raw.";
    // 4xx: layout
    TOO_BIG = 401, "a type is too large", "No type may be larger than 2 GiB.";
    BAD_PACKING = 402, "a packing is not a power of two up to 16", "#pragma pack takes 1, 2, 4, 8 or 16.";
    // 5xx: the Rust front door
    BAD_TRAIT = 501, "a Rust trait cannot be an interface", "#[mapi_interface] reads methods with `&self`, named parameters and types that COM knows.";
}
