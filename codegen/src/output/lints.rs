//! What lints are told of generated code, once for all of it: its names are the IDL's, and so are the shapes of its methods.
//! What else a lint finds (something unused, say) is a mistake of this compiler's, and is to be seen.

/// Lints of names, of signatures and types, and of what is in functions.
pub(super) const OF_ALL: [&str; 3] = [
    "non_camel_case_types, non_snake_case, non_upper_case_globals, clippy::upper_case_acronyms",
    "missing_debug_implementations, clippy::too_many_arguments, clippy::type_complexity",
    "clippy::let_and_return, clippy::needless_question_mark, clippy::unnecessary_cast",
];

/// Attributes for the head of a file that holds all generated modules.
pub(super) fn head() -> String {
    OF_ALL.map(|lints| format!("#![allow({lints})]\n")).concat()
}
