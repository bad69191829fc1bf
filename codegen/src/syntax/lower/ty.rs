//! Types that stand before declarators.

use super::{Lowering, Node, all, first};
use crate::syntax::ast::{BaseType, Declarator, Derive, Loc, Name, Sign, TypeKind, TypeName, TypeSpec};
use crate::syntax::parser::Rule;

impl Lowering<'_> {
    pub(super) fn type_spec(&mut self, node: Node<'_>) -> TypeSpec {
        let loc = self.loc(&node);
        let (mut is_const, mut kind) = (false, None);
        for child in node.into_inner() {
            match child.as_rule() {
                Rule::qualifier => is_const |= child.as_str() == "const",
                _ => kind = Some(self.type_kind(child)),
            }
        }
        // The grammar has no type without a kind.
        TypeSpec { kind: kind.unwrap_or(TypeKind::Base(BaseType::Void)), is_const, loc }
    }

    fn type_kind(&mut self, node: Node<'_>) -> TypeKind {
        match node.as_rule() {
            Rule::integer => TypeKind::Base(self.integer(&node)),
            Rule::base_type => TypeKind::Base(base_type(node.as_str())),
            Rule::record => TypeKind::Struct(self.record(node)),
            Rule::union => TypeKind::Union(self.record(node)),
            Rule::switch_union => TypeKind::SwitchUnion(Box::new(self.switch_union(node))),
            Rule::enumeration => TypeKind::Enum(self.enumeration(node)),
            Rule::safearray => match first(&node, Rule::type_name) {
                Some(element) => TypeKind::SafeArray(Box::new(self.type_name(element))),
                None => TypeKind::Named(self.name(&node)),
            },
            Rule::pipe => match first(&node, Rule::type_spec) {
                Some(element) => TypeKind::Pipe(Box::new(self.type_spec(element))),
                None => TypeKind::Named(self.name(&node)),
            },
            Rule::elaborated => {
                let name = first(&node, Rule::type_ref);
                TypeKind::Named(self.name(name.as_ref().unwrap_or(&node)))
            }
            _ => TypeKind::Named(self.name(&node)),
        }
    }

    /// `unsigned long int` and the like, in any order, as C has it.
    fn integer(&mut self, node: &Node<'_>) -> BaseType {
        let words: Vec<&str> = node.clone().into_inner().map(|word| word.as_str()).collect();
        let (signs, mut sizes): (Vec<&str>, Vec<&str>) =
            words.into_iter().partition(|word| matches!(*word, "signed" | "unsigned"));
        let sign = match signs.as_slice() {
            [] => Sign::Default,
            ["signed"] => Sign::Signed,
            ["unsigned"] => Sign::Unsigned,
            _ => return self.no_type(node, Sign::Default),
        };
        // `int` beside another size adds nothing.
        if let (Some(int), true) = (sizes.iter().position(|size| *size == "int"), sizes.len() > 1) {
            sizes.remove(int);
        }
        match sizes.as_slice() {
            [] | ["int"] | ["__int32"] => BaseType::Int(sign),
            ["char"] => BaseType::Char(sign),
            ["small"] | ["__int8"] => BaseType::Small(sign),
            ["short"] | ["__int16"] => BaseType::Short(sign),
            ["long"] => BaseType::Long(sign),
            ["long", "long"] | ["hyper"] | ["__int64"] => BaseType::Hyper(sign),
            ["__int3264"] => BaseType::Int3264(sign),
            ["double"] | ["long", "double"] if sign == Sign::Default => BaseType::Double,
            _ => self.no_type(node, sign),
        }
    }

    fn no_type(&mut self, node: &Node<'_>, sign: Sign) -> BaseType {
        let words: Vec<&str> = node.as_str().split_whitespace().collect();
        self.error(node, format!("`{}` is no type", words.join(" ")));
        BaseType::Int(sign)
    }

    pub(super) fn type_name(&mut self, node: Node<'_>) -> TypeName {
        let loc = self.loc(&node);
        let (mut ty, mut declarator) = (None, None);
        for child in node.into_inner() {
            match child.as_rule() {
                Rule::type_spec => ty = Some(self.type_spec(child)),
                _ => declarator = Some(self.declarator(child)),
            }
        }
        TypeName { ty: ty.unwrap_or_else(|| void(loc)), declarator: declarator.unwrap_or_else(|| nameless(loc)) }
    }

    /// The type in the parentheses of a cast, which is written out as a type name, or a mere name with stars.
    pub(super) fn cast_type(&mut self, node: Node<'_>) -> TypeName {
        if let Some(ty) = first(&node, Rule::type_name) {
            return self.type_name(ty);
        }
        let loc = self.loc(&node);
        let pointers = all(&node, Rule::pointer).map(|pointer| self.pointer(pointer));
        let derive: Vec<Derive> = pointers.collect::<Vec<_>>().into_iter().rev().collect();
        let named = node.into_inner().find(|child| matches!(child.as_rule(), Rule::type_ref | Rule::integer_name));
        let ty = named.map_or_else(|| void(loc), |name| named_type(self.name(&name)));
        TypeName { ty, declarator: Declarator { derive, ..nameless(loc) } }
    }
}

pub(super) fn void(loc: Loc) -> TypeSpec {
    TypeSpec { kind: TypeKind::Base(BaseType::Void), is_const: false, loc }
}

fn named_type(name: Name) -> TypeSpec {
    TypeSpec { loc: name.loc, kind: TypeKind::Named(name), is_const: false }
}

/// A declarator that derives nothing and names nothing.
pub(super) fn nameless(loc: Loc) -> Declarator {
    Declarator { name: None, derive: Vec::new(), bits: None, loc }
}

fn base_type(word: &str) -> BaseType {
    match word {
        "void" => BaseType::Void,
        "boolean" => BaseType::Boolean,
        "byte" => BaseType::Byte,
        "wchar_t" => BaseType::WChar,
        "float" => BaseType::Float,
        "double" => BaseType::Double,
        "error_status_t" => BaseType::ErrorStatus,
        _ => BaseType::Handle,
    }
}
