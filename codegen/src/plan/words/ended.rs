//! Characters of which only a name says that they end in a zero: `char szName[64]`. Without `string` so many of them are
//! lent, whatever they are; but whoever believes the name reads on. So a parameter is taken as if `string` stood on it, and
//! what nobody looks through (records, arrays of arrays) stays raw.

use crate::model::{Direction, Param, Type};
use crate::names;
use crate::plan::context::Types;

/// Hungarian for pointers, arrays, constants and wide characters, which may stand before `sz`, and for pointers and widths,
/// which may stand before `str`.
const PREFIXES: [&str; 2] = ["lpcwtarguo", "lpcwtbo"];

impl Types<'_> {
    /// Whether a parameter is a string: by its attribute, or by its name, where that is an array of so many characters or
    /// room for some. Of what goes in, `size_is` can count the characters of a string without its end.
    pub(crate) fn is_string(&self, param: &Param) -> bool {
        let facts = &param.facts;
        let whole = facts.length_is.is_empty() && facts.part.is_none();
        let named = match self.model.strip(&param.ty) {
            Type::Array { of, len: Some(_), .. } => self.text(of).is_ok() && self.is_called_string(param),
            Type::Array { of, .. } | Type::Pointer { to: of, .. } => {
                let written = matches!(facts.direction, Some(Direction::Out | Direction::InOut));
                written && self.text(of).is_ok() && !facts.plain_number && says_string(&param.head.name)
            }
            _ => false,
        };
        facts.string || whole && named
    }

    /// Checks that no characters are called a list of strings, of which nobody looks for the second zero, and no array of
    /// characters within something else is called a string: what points to it, an array of them, a record of which it is
    /// a part.
    pub(crate) fn check_ends(&self, param: &Param, is_field: bool) -> Result<(), String> {
        let uncounted = param.facts.size_is.is_empty() && !param.facts.plain_number;
        if uncounted
            && says_list(&param.head.name)
            && let Type::Pointer { to: of, .. } | Type::Array { of, .. } = self.model.strip(&param.ty)
            && self.text(of).is_ok()
        {
            return Err(format!("{} is a list of strings by its name, which an empty one ends", param.head.name));
        }
        let mut ty = self.model.strip(&param.ty);
        let mut levels = usize::from(is_field);
        while let Type::Pointer { to: of, .. } | Type::Array { of, len: None, .. } = ty {
            (ty, levels) = (self.model.strip(of), 1);
        }
        while let Type::Array { of, .. } = ty {
            if self.text(of).is_ok() && levels > 0 && !param.facts.string && self.is_called_string(param) {
                return Err(format!("{} is a string by its name, and nobody looks for its end", param.head.name));
            }
            (ty, levels) = (self.model.strip(of), 1);
        }
        Ok(())
    }

    /// Whether the name of a parameter or of its type says that it is a string.
    fn is_called_string(&self, param: &Param) -> bool {
        let mut ty = &param.ty;
        let mut is_called = !param.facts.plain_number && says_string(&param.head.name);
        loop {
            match ty {
                Type::Alias(id) => {
                    let alias = &self.model.aliases[*id];
                    is_called |= !param.facts.plain_number && says_string(&alias.head.name);
                    ty = &alias.ty;
                }
                // The names of characters say nothing of their number.
                Type::Pointer { to: of, .. } | Type::Array { of, .. } if self.text(of).is_err() => ty = of,
                _ => return is_called,
            }
        }
    }
}

/// Whether a name says of characters that they end in a zero: `lpszName`, `szName`, `cStr`, `string`.
fn says_string(name: &str) -> bool {
    let words = names::words(name);
    let by = |word: &str, end: &str, allowed: &str| {
        word.strip_suffix(end).is_some_and(|before| before.chars().all(|c| allowed.contains(c)))
    };
    let [before_sz, before_str] = PREFIXES;
    // Written without capitals it stands before the name: `szname`.
    let first = words.first().and_then(|word| Some(word.split_once("sz")?.0));
    first.is_some_and(|before| before.chars().all(|c| before_sz.contains(c)))
        || words.iter().any(|word| by(word, "sz", before_sz) || by(word, "str", before_str) || word == "string")
}

/// Whether a name says of characters that they are strings, one behind the other: `pmszValue`, `MultiSz`.
fn says_list(name: &str) -> bool {
    let words = names::words(name);
    let [before, _] = PREFIXES;
    let is_list = |word: &String| word.strip_suffix("msz").is_some_and(|word| word.chars().all(|c| before.contains(c)));
    words.iter().any(is_list) || words.windows(2).any(|pair| pair[0] == "multi" && pair[1] == "sz")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_lists() {
        for name in "pmszValue mszKeys lpmszNames ValueMultiSz pwmszNames".split_whitespace() {
            assert!(says_list(name), "{name}");
        }
        for name in "pszValue multiple szMulti msg pItemsz Size".split_whitespace() {
            assert!(!says_list(name), "{name}");
        }
    }

    #[test]
    fn names_of_strings() {
        let strings = "lpszMessageID szName pszName wszUrl rgszNames lpcszText pwszPath tszName szname pszname m_szName \
            SZNAME cStr lpstrFile str wstrName string szString VersionString LPTSTR";
        for name in strings.split_whitespace() {
            assert!(says_string(name), "{name}");
        }
        let others =
            "size rgchName achName cFileName Value name Buffer structure strength busze stride quartz waveform";
        for name in others.split_whitespace() {
            assert!(!says_string(name), "{name}");
        }
    }
}
