//! Properties of the front end: what is printed is read as it was, and no text whatever does harm.

use mapidl_codegen::diag::{Diagnostic, Sink, render};
use mapidl_codegen::source::{MemoryLoader, SourceMap};
use mapidl_codegen::syntax::{self, Options, ast::*};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;
use std::time::{Duration, Instant};

fn parse(text: &str) -> (File, Vec<Diagnostic>, SourceMap) {
    let (mut sources, mut sink) = (SourceMap::new(), Sink::new());
    let id = sources.add_text("a.idl", text).expect("the text is small");
    let file = syntax::parse(&mut sources, &MemoryLoader::new("none"), id, &Options::default(), &mut sink);
    (file, sink.into_sorted(), sources)
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_it_was(file in file()) {
        let printed = syntax::print(&file);
        let (again, messages, sources) = parse(&printed);
        prop_assert!(messages.is_empty(), "{printed}\n{}", render::plain(&messages, &sources));
        prop_assert_eq!(&again, &file, "{}", printed);
        prop_assert_eq!(syntax::print(&again), printed);
    }

    #[test]
    fn no_mutation_does_harm(text in select(CORPUS.to_vec()), edits in vec(edit(), 1..6)) {
        let start = Instant::now();
        let text = edits.iter().fold(text.to_owned(), mutate);
        let (file, messages, sources) = parse(&text);
        let shown = render::plain(&messages, &sources);
        prop_assert!(messages.is_empty() || !shown.is_empty());
        if messages.is_empty() {
            let printed = syntax::print(&file);
            let (again, messages, _) = parse(&printed);
            prop_assert!(messages.is_empty() && again == file, "{text}\n---\n{printed}");
        }
        prop_assert!(start.elapsed() < Duration::from_secs(20), "{text}");
    }

    #[test]
    fn no_text_does_harm(text in "(?s).{0,200}") {
        let (_, messages, sources) = parse(&text);
        messages.iter().for_each(|message| drop(render::json(message, &sources)));
    }
}

// ---- mutations -------------------------------------------------------------------------------------------------------

const CORPUS: [&str; 8] = [
    include_str!("../../../../tests/corpus/syntax/attributes.idl"),
    include_str!("../../../../tests/corpus/syntax/automation.idl"),
    include_str!("../../../../tests/corpus/syntax/expressions.idl"),
    include_str!("../../../../tests/corpus/syntax/interfaces.idl"),
    include_str!("../../../../tests/corpus/syntax/macros.idl"),
    include_str!("../../../../tests/corpus/syntax/mapi.idl"),
    include_str!("../../../../tests/corpus/syntax/names.idl"),
    include_str!("../../../../tests/corpus/syntax/types.idl"),
];

/// What can be put into a text.
const SCRAPS: [&str; 32] = [
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ";",
    ",",
    "*",
    "\"",
    "'",
    "/*",
    "*/",
    "//",
    "\\\n",
    "#",
    "\n#if 1\n",
    "\n#else\n",
    "\n#endif\n",
    "\n#define long (long",
    "##",
    "...",
    "?",
    ":",
    "<",
    "=",
    "\0",
    "é",
    "interface X",
    "const",
    "unsigned",
    "L'",
];

#[derive(Clone, Debug)]
enum Edit {
    Remove { at: usize, length: usize },
    Insert { at: usize, scrap: &'static str },
    Repeat { at: usize, length: usize },
    Cut { at: usize },
}

fn edit() -> impl Strategy<Value = Edit> {
    let at = 0..4000_usize;
    prop_oneof![
        (at.clone(), 1..40_usize).prop_map(|(at, length)| Edit::Remove { at, length }),
        (at.clone(), select(SCRAPS.to_vec())).prop_map(|(at, scrap)| Edit::Insert { at, scrap }),
        (at.clone(), 1..200_usize).prop_map(|(at, length)| Edit::Repeat { at, length }),
        at.prop_map(|at| Edit::Cut { at }),
    ]
}

fn mutate(mut text: String, edit: &Edit) -> String {
    let boundary = |text: &str, at: usize| text.floor_char_boundary(at % (text.len() + 1));
    let range = |text: &str, at: usize, length: usize| {
        let start = boundary(text, at);
        start..text.floor_char_boundary((start + length).min(text.len()))
    };
    match *edit {
        Edit::Remove { at, length } => {
            let range = range(&text, at, length);
            text.replace_range(range, "");
        }
        Edit::Insert { at, scrap } => text.insert_str(boundary(&text, at), scrap),
        Edit::Repeat { at, length } => {
            let range = range(&text, at, length);
            let piece = text[range.clone()].to_owned();
            text.insert_str(range.end, &piece);
        }
        Edit::Cut { at } => text.truncate(boundary(&text, at)),
    }
    text
}

// ---- trees -----------------------------------------------------------------------------------------------------------

fn name_of(text: &str) -> Name {
    Name { text: text.to_owned(), loc: Loc::default() }
}

/// A name of something: words of attributes and of WinRT are names as good as any.
fn name() -> impl Strategy<Value = Name> {
    let words = ["a", "value", "_x1", "Foo", "in", "object", "version", "longest", "interfaceCount", "requires", "L"];
    select(words.to_vec()).prop_map(name_of)
}

/// A name of a type: none that the language has taken.
fn type_name_word() -> impl Strategy<Value = Name> {
    select(vec!["FOO", "IFoo", "ULONG", "_Tag", "constant", "byteCount"]).prop_map(name_of)
}

fn docs() -> impl Strategy<Value = Docs> {
    let line = "[ -~é]{0,30}".prop_map(|line: String| line.trim_end().to_owned());
    vec(line, 0..3).prop_map(Docs)
}

fn operator() -> impl Strategy<Value = BinaryOp> {
    use BinaryOp::*;
    select(vec![Mul, Div, Rem, Add, Sub, Shl, Shr, Lt, Gt, Le, Ge, Eq, Ne, BitAnd, BitXor, BitOr, And, Or])
}

fn prefix() -> impl Strategy<Value = UnaryOp> {
    use UnaryOp::*;
    select(vec![Neg, Plus, BitNot, Not, Deref, AddrOf])
}

fn expr_of(kind: ExprKind) -> Expr {
    Expr { kind, loc: Loc::default() }
}

fn literal() -> impl Strategy<Value = ExprKind> {
    prop_oneof![
        select(vec!["0", "42", "0x1FUL", "017", "7i64"]).prop_map(|text| ExprKind::Int(text.to_owned())),
        select(vec!["1.5", "2e10", ".5f", "1."]).prop_map(|text| ExprKind::Float(text.to_owned())),
        name().prop_map(|name| ExprKind::Name(name.text)),
        (any::<u32>(), any::<bool>()).prop_map(|(value, wide)| ExprKind::Char { value, wide }),
        any::<char>().prop_map(|value| ExprKind::Char { value: value.into(), wide: true }),
        (any::<String>(), any::<bool>()).prop_map(|(value, wide)| ExprKind::Str { value, wide }),
        type_name().prop_map(|ty| ExprKind::SizeOf(Box::new(ty))),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    literal().prop_map(expr_of).prop_recursive(4, 24, 3, |inner| {
        let boxed = inner.clone().prop_map(Box::new);
        prop_oneof![
            (prefix(), boxed.clone()).prop_map(|(operator, operand)| ExprKind::Unary(operator, operand)),
            (operator(), boxed.clone(), boxed.clone()).prop_map(|(operator, l, r)| ExprKind::Binary(operator, l, r)),
            (boxed.clone(), boxed.clone(), boxed.clone()).prop_map(|(c, yes, no)| ExprKind::Cond(c, yes, no)),
            (type_name(), boxed.clone()).prop_map(|(ty, operand)| ExprKind::Cast(Box::new(ty), operand)),
            (boxed.clone(), name(), any::<bool>()).prop_map(|(of, name, arrow)| ExprKind::Member { of, name, arrow }),
            (name(), vec(inner, 0..3)).prop_map(|(name, args)| ExprKind::Call(name, args)),
            (boxed.clone(), boxed).prop_map(|(of, index)| ExprKind::Index(of, index)),
        ]
        .prop_map(expr_of)
    })
}

fn base_type() -> impl Strategy<Value = BaseType> {
    use BaseType::*;
    let sign = || select(vec![Sign::Default, Sign::Signed, Sign::Unsigned]);
    prop_oneof![
        select(vec![Boolean, Byte, WChar, Float, Double, ErrorStatus, Handle]),
        (sign(), select(vec![Char, Small, Short, Int, Long, Hyper, Int3264])).prop_map(|(sign, of)| of(sign)),
    ]
}

fn spec(kind: TypeKind, is_const: bool) -> TypeSpec {
    TypeSpec { kind, is_const, loc: Loc::default() }
}

/// A type that needs no braces.
fn plain_type() -> impl Strategy<Value = TypeSpec> {
    let tag = || type_name_word().prop_map(|tag| Record { attrs: Vec::new(), tag: Some(tag), fields: None });
    let kind = prop_oneof![
        4 => type_name_word().prop_map(TypeKind::Named),
        4 => base_type().prop_map(TypeKind::Base),
        1 => tag().prop_map(TypeKind::Struct),
        1 => tag().prop_map(TypeKind::Union),
        1 => base_type().prop_map(|base| TypeKind::Pipe(Box::new(spec(TypeKind::Base(base), false)))),
    ];
    (kind, any::<bool>()).prop_map(|(kind, is_const)| spec(kind, is_const))
}

fn pointers() -> impl Strategy<Value = Vec<Derive>> {
    vec(any::<bool>().prop_map(|is_const| Derive::Pointer { is_const, attrs: Vec::new() }), 0..3)
}

fn nameless(derive: Vec<Derive>) -> Declarator {
    Declarator { name: None, derive, bits: None, loc: Loc::default() }
}

/// A type in an expression, which holds no expression itself.
fn type_name() -> impl Strategy<Value = TypeName> {
    (plain_type(), pointers()).prop_map(|(ty, derive)| TypeName { ty, declarator: nameless(derive) })
}

fn params() -> impl Strategy<Value = Vec<Param>> {
    let declarator = (of(name()), pointers()).prop_map(|(name, derive)| Declarator { name, ..nameless(derive) });
    let param = (docs(), attrs(), plain_type(), declarator);
    vec(
        param.prop_map(|(docs, attrs, ty, declarator)| Param { docs, attrs, ty, declarator, loc: Loc::default() }),
        0..3,
    )
}

fn call_conv() -> impl Strategy<Value = Option<Name>> {
    of(select(vec!["__stdcall", "STDMETHODCALLTYPE", "__cdecl"]).prop_map(name_of))
}

/// What can stand around a name; functions only behind pointers, which C asks for and the grammar does not.
fn derivations() -> impl Strategy<Value = Vec<Derive>> {
    let function = (params(), call_conv(), any::<bool>()).prop_map(|(params, call_conv, variadic)| {
        vec![Derive::Pointer { is_const: false, attrs: Vec::new() }, Derive::Function { params, call_conv, variadic }]
    });
    let step = prop_oneof![
        3 => pointers(),
        2 => of(expr()).prop_map(|length| vec![Derive::Array(length)]),
        1 => function,
    ];
    vec(step, 0..3).prop_map(|steps| steps.concat())
}

fn declarator() -> impl Strategy<Value = Declarator> {
    (name(), derivations()).prop_map(|(name, derive)| Declarator { name: Some(name), ..nameless(derive) })
}

fn attr_of(name: Name, args: Option<Vec<AttrArg>>) -> Attr {
    Attr { name, args, loc: Loc::default() }
}

fn attr() -> impl Strategy<Value = Attr> {
    let uuid = || select(vec!["12345678-1234-1234-1234-123456789abc", "00000000-0000-0000-C000-000000000046"]);
    let arg = prop_oneof![
        4 => expr().prop_map(AttrArg::Expr),
        1 => uuid().prop_map(|uuid| AttrArg::Uuid(name_of(uuid))),
        1 => base_type().prop_map(|base| {
            let ty = spec(TypeKind::Base(base), false);
            AttrArg::Type(TypeName { ty, declarator: nameless(Vec::new()) })
        }),
    ];
    let args = vec(arg, 0..3).prop_map(|mut args| {
        if args.len() > 1 {
            args[0] = AttrArg::Empty;
        }
        args
    });
    let words = select(vec!["in", "out", "const", "string", "size_is", "case", "default", "switch_is", "unique"]);
    prop_oneof![
        6 => (words.prop_map(name_of), of(args)).prop_map(|(name, args)| attr_of(name, args)),
        1 => "[0-9a-z-]{1,40}".prop_map(|text| attr_of(name_of("uuid"), Some(vec![AttrArg::Uuid(name_of(&text))]))),
    ]
}

fn attrs() -> impl Strategy<Value = Vec<Attr>> {
    vec(attr(), 0..3)
}

fn bits() -> impl Strategy<Value = Option<Expr>> {
    of(expr())
}

fn field(ty: impl Strategy<Value = TypeSpec>) -> impl Strategy<Value = Field> {
    let member = (declarator(), bits()).prop_map(|(declarator, bits)| Declarator { bits, ..declarator });
    (docs(), attrs(), ty, vec(member, 0..3)).prop_map(|(docs, attrs, ty, declarators)| Field {
        docs,
        attrs,
        ty: Some(ty),
        declarators,
        loc: Loc::default(),
    })
}

/// `[default] ;`
fn empty_arm() -> impl Strategy<Value = Field> {
    docs().prop_map(|docs| Field {
        docs,
        attrs: vec![attr_of(name_of("default"), None)],
        ty: None,
        declarators: Vec::new(),
        loc: Loc::default(),
    })
}

fn switch_union() -> impl Strategy<Value = SwitchUnion> {
    let labelled = (vec(expr().prop_map(AttrArg::Expr), 1..3), field(plain_type())).prop_map(|(cases, mut field)| {
        field.attrs.insert(0, attr_of(name_of("case"), Some(cases)));
        field
    });
    let arms = vec(prop_oneof![labelled, empty_arm()], 0..3);
    (of(name()), plain_type(), name(), of(name()), arms).prop_map(|(tag, switch_ty, switch_name, union_name, arms)| {
        SwitchUnion { tag, switch_ty, switch_name, union_name, arms }
    })
}

fn enumeration() -> impl Strategy<Value = Enum> {
    let value = (docs(), attrs(), name(), of(expr())).prop_map(|(docs, attrs, name, value)| Enumerator {
        docs,
        attrs,
        name,
        value,
    });
    (attrs(), of(name()), vec(value, 0..4)).prop_map(|(attrs, tag, values)| Enum { attrs, tag, values: Some(values) })
}

/// A type with braces.
fn braced_type() -> impl Strategy<Value = TypeSpec> {
    let leaf = prop_oneof![
        enumeration().prop_map(TypeKind::Enum),
        switch_union().prop_map(|u| TypeKind::SwitchUnion(Box::new(u)))
    ];
    leaf.prop_map(|kind| spec(kind, false)).prop_recursive(2, 8, 3, |inner| {
        let field = prop_oneof![field(plain_type()), field(inner), empty_arm()];
        (attrs(), of(name()), vec(field, 0..3), any::<bool>()).prop_map(|(attrs, tag, fields, is_union)| {
            let record = Record { attrs, tag, fields: Some(fields) };
            spec(if is_union { TypeKind::Union(record) } else { TypeKind::Struct(record) }, false)
        })
    })
}

fn any_type() -> impl Strategy<Value = TypeSpec> {
    prop_oneof![plain_type(), braced_type()]
}

fn function() -> impl Strategy<Value = Function> {
    (plain_type(), name(), pointers(), call_conv(), params(), any::<bool>()).prop_map(
        |(ret, name, derive, call_conv, params, variadic)| Function {
            ret,
            declarator: Declarator { name: Some(name), ..nameless(derive) },
            call_conv,
            params,
            variadic,
        },
    )
}

fn item_of(docs: Docs, attrs: Vec<Attr>, kind: ItemKind) -> Item {
    Item { docs, attrs, kind, loc: Loc::default() }
}

/// A declaration without a body of declarations.
fn simple_item() -> impl Strategy<Value = Item> {
    let text = || any::<String>().prop_map(|text| name_of(&text));
    let constant = (plain_type(), declarator(), expr())
        .prop_map(|(ty, declarator, value)| ItemKind::Const(Const { ty, declarator, value }));
    let typedef = (attrs(), any_type(), vec(declarator(), 1..3))
        .prop_map(|(attrs, ty, declarators)| ItemKind::Typedef(Typedef { attrs, ty, declarators }));
    let kind = prop_oneof![
        vec(text(), 1..3).prop_map(ItemKind::Import),
        text().prop_map(ItemKind::ImportLib),
        text().prop_map(ItemKind::CppQuote),
        constant,
        typedef,
        braced_type().prop_map(ItemKind::Tag),
        function().prop_map(ItemKind::Function),
        name().prop_map(|name| ItemKind::Interface(Interface { name, base: None, items: None })),
        name().prop_map(|name| ItemKind::Coclass(Coclass { name, members: None })),
    ];
    let declaration = (docs(), attrs(), kind).prop_map(|(docs, attrs, kind)| item_of(docs, attrs, kind));
    let pragma = select(vec!["pack(push, 4)", "pack()", "midl_pragma warning(disable : 2362)"])
        .prop_map(|text| item_of(Docs::default(), Vec::new(), ItemKind::Pragma(text.to_owned())));
    prop_oneof![9 => declaration, 1 => pragma]
}

fn dispinterface() -> impl Strategy<Value = ItemKind> {
    let method = (docs(), attrs(), function())
        .prop_map(|(docs, attrs, function)| item_of(docs, attrs, ItemKind::Function(function)));
    let members = (vec(field(plain_type()), 0..3), vec(method, 0..3))
        .prop_map(|(properties, methods)| DispBody::Members { properties, methods });
    let body = prop_oneof![name().prop_map(DispBody::Of), members];
    (name(), of(body)).prop_map(|(name, body)| ItemKind::Dispinterface(Dispinterface { name, body }))
}

fn coclass() -> impl Strategy<Value = ItemKind> {
    let member = (attrs(), any::<bool>(), name()).prop_map(|(attrs, dispinterface, name)| CoclassMember {
        attrs,
        dispinterface,
        name,
    });
    (name(), vec(member, 0..3)).prop_map(|(name, members)| ItemKind::Coclass(Coclass { name, members: Some(members) }))
}

fn item() -> impl Strategy<Value = Item> {
    simple_item().prop_recursive(2, 12, 3, |inner| {
        let items = || vec(inner.clone(), 0..3);
        let kind =
            prop_oneof![
                (name(), of(type_name_word()), items())
                    .prop_map(|(name, base, items)| ItemKind::Interface(Interface { name, base, items: Some(items) })),
                (name(), items()).prop_map(|(name, items)| ItemKind::Library(Block { name, items })),
                (name(), items()).prop_map(|(name, items)| ItemKind::Module(Block { name, items })),
                dispinterface(),
                coclass(),
            ];
        (docs(), attrs(), kind).prop_map(|(docs, attrs, kind)| item_of(docs, attrs, kind))
    })
}

fn file() -> impl Strategy<Value = File> {
    (docs(), vec(item(), 0..4)).prop_map(|(docs, items)| File { docs, items })
}
