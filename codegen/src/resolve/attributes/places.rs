//! Where attributes stand: sets of kinds of declarations.

/// A set of kinds of declarations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Places(u16);

impl Places {
    /// An interface or dispinterface.
    pub const INTERFACE: Self = Self(1);
    /// A coclass.
    pub const COCLASS: Self = Self(1 << 1);
    /// An interface that a coclass lists.
    pub const MEMBER: Self = Self(1 << 2);
    /// A library.
    pub const LIBRARY: Self = Self(1 << 3);
    /// A module.
    pub const MODULE: Self = Self(1 << 4);
    /// A method, or a function of a module.
    pub const METHOD: Self = Self(1 << 5);
    /// A parameter.
    pub const PARAM: Self = Self(1 << 6);
    /// A member of a struct or union.
    pub const FIELD: Self = Self(1 << 7);
    /// A typedef.
    pub const TYPEDEF: Self = Self(1 << 8);
    /// A struct or union.
    pub const RECORD: Self = Self(1 << 9);
    /// An enumeration.
    pub const ENUM: Self = Self(1 << 10);
    /// An enumerator.
    pub const ENUMERATOR: Self = Self(1 << 11);
    /// A constant.
    pub const CONST: Self = Self(1 << 12);
    /// A property of a dispinterface, which is no more than a name, a number and a type.
    pub const PROPERTY: Self = Self(1 << 13);

    /// Any declaration.
    pub const ANY: Self = Self(u16::MAX);
    /// What has a value.
    pub const VALUE: Self = Self::PARAM.and(Self::FIELD).and(Self::TYPEDEF);

    const NAMES: [(Self, &'static str); 14] = [
        (Self::INTERFACE, "an interface"),
        (Self::COCLASS, "a coclass"),
        (Self::MEMBER, "an interface of a coclass"),
        (Self::LIBRARY, "a library"),
        (Self::MODULE, "a module"),
        (Self::METHOD, "a method"),
        (Self::PARAM, "a parameter"),
        (Self::FIELD, "a field"),
        (Self::TYPEDEF, "a typedef"),
        (Self::RECORD, "a struct or union"),
        (Self::ENUM, "an enum"),
        (Self::ENUMERATOR, "an enumerator"),
        (Self::CONST, "a constant"),
        (Self::PROPERTY, "a property of a dispinterface"),
    ];

    /// Both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the sets have a kind in common.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The kinds in words: `a parameter, a field or a typedef`.
    #[must_use]
    pub fn words(self) -> String {
        if self == Self::ANY {
            return "any declaration".to_owned();
        }
        let names = Self::NAMES.iter().filter(|(place, _)| self.meets(*place)).map(|(_, name)| *name);
        alternatives(&names.collect::<Vec<_>>())
    }
}

/// `a, b or c`
fn alternatives(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., end] => format!("{} or {end}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_words() {
        assert_eq!(Places::PARAM.words(), "a parameter");
        assert_eq!(Places::VALUE.words(), "a parameter, a field or a typedef");
        assert_eq!(Places::ANY.words(), "any declaration");
    }
}
