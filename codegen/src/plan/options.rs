//! What a caller of the planner chooses.

use serde::Serialize;

/// What a caller of the planner chooses.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Options {
    /// When mocks are there.
    pub mocks: Mocks,
    /// Rust paths of files that are generated elsewhere: file name to module path.
    pub extern_files: Vec<(String, String)>,
    /// The Rust path to what the root file does not define itself, where that is the module around it: the macro for traits
    /// writes the trait's interface alone.
    pub around: Option<String>,
    /// Whether files that declare interfaces are cargo features (in a tree of modules only).
    pub features: bool,
    /// Whether the bundled base files are written too (only the runtime crate wants that).
    pub own_bundled: bool,
}

/// When mocks are there. They need the feature `mock` of the crate `mapidl`.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub enum Mocks {
    /// Never.
    None,
    /// In tests of the crate that the code is generated for.
    Tests,
    /// With a feature of that crate, so that its users can have them too.
    Feature(String),
    /// Always.
    #[default]
    Always,
}

impl Mocks {
    /// The attribute that switches them on; empty where there is none.
    #[must_use]
    pub fn gate(&self) -> String {
        match self {
            Self::None | Self::Always => String::new(),
            Self::Tests => "#[cfg(test)]\n".to_owned(),
            Self::Feature(name) => format!("#[cfg(feature = \"{name}\")]\n"),
        }
    }
}
