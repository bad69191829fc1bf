//! Which pointers of records must not be null, and where they are looked at.

use crate::common::compile;
use mapidl_codegen::output::Layout;

/// The Rust of an interface, with a head of its own, and what stands in it.
fn rust(head: &str, body: &str) -> String {
    let text = format!(
        "import \"unknwn.idl\";
        [object, uuid(5a3c3a10-0531-4c31-9a4e-2f6b7c1f5e78){head}] interface IA : IUnknown {{ {body} }}"
    );
    let compilation = compile(&[("a.idl", &text)], &["a.idl"]);
    assert!(compilation.is_ok(), "{}", compilation.render());
    compilation.rust(&Layout::Single("a.rs".to_owned())).get("a.rs").expect("it is written").to_owned()
}

#[test]
fn the_default_is_of_memory_and_not_of_objects() {
    let body =
        "typedef struct S { long x; long *number; IUnknown *object; [ref] IUnknown *needed; [unique] long *other; } S;
        HRESULT F([in] const S *s);";
    let looked_at = |head: &str| {
        let rust = rust(head, body);
        let all = ["number", "object", "needed", "other"];
        all.into_iter().filter(|field| rust.contains(&format!("present(self.{field}.is_null())"))).collect::<Vec<_>>()
    };
    assert_eq!(looked_at(", pointer_default(ref)"), ["number", "needed"]);
    assert_eq!(looked_at(", pointer_default(unique)"), ["needed"]);
}

/// A slot is null in the copy, which is what goes out.
#[test]
fn of_an_edited_list_the_copy_is_looked_at() {
    let rust = rust(
        "",
        "typedef struct E { [slot, ref] ULONG *place; ULONG n; [size_is(n), mapi_alloc] ULONG *own; } E;
        typedef struct L { ULONG n; [size_is(n)] E all[]; } L; HRESULT F([in, edited] L *l);",
    );
    let copied = rust.find("MapiBox::<L>::new(l)?").expect("the list is copied");
    let looked_at = rust.find("refs::owned(Some(&l))?").expect("the copy is looked at");
    assert!(copied < looked_at && !rust.contains("refs::views"), "{rust}");
}

/// Elements that are pointers: those of a typedef that says `ref`, of an array of a record that says it itself, or of an
/// interface that says it of all.
#[test]
fn elements_are_looked_at_where_something_says_so() {
    let types = "typedef [string, ref] WCHAR *MUST; typedef [string, unique] WCHAR *MAY;";
    let arrays = [
        "[size_is(n)] MUST *all",
        "[size_is(n), ref] MAY *all",
        "[size_is(n)] LPWSTR *all",
        "[size_is(n), ref] LPWSTR *all",
        "[size_is(n), ref] LPWSTR all[]",
        "[size_is(n), unique] LPWSTR all[]",
        "[size_is(n), ref] IUnknown *all[]",
        "[size_is(n)] IUnknown *all[]",
    ];
    let must = |head: &str| {
        let says = |array: &str| {
            let record = format!("{types} typedef struct S {{ long n; {array}; }} S; HRESULT F([in] const S *s);");
            rust(head, &record).contains("NotNull<")
        };
        arrays.map(says)
    };
    assert_eq!(must(", pointer_default(unique)"), [true, false, false, false, true, false, true, false]);
    assert_eq!(must(", pointer_default(ref)"), [true, false, true, true, true, false, true, false]);
}

/// Strings whose width a flag decides are given as wide ones, which are looked at before they are made narrow.
#[test]
fn strings_of_either_width_are_looked_at_before_they_are_converted() {
    let rust = rust(
        "",
        "const ULONG WIDE = 1; typedef [string, ref] CHAR *MUST;
        HRESULT F([in] ULONG flags, [out] ULONG *n, [out, size_is(, *n), unicode_flag(WIDE, flags), mapi_alloc] MUST **all);",
    );
    assert!(rust.contains("MapiVec<::mapidl::record::NotNull<::mapidl::text::WidePtr>>"), "{rust}");
    let looked_at = rust.find("refs::array(&all)?").expect("the strings are looked at");
    let converted = rust.find("text::answers(all, ").expect("the strings are converted");
    assert!(looked_at < converted, "{rust}");
}

/// What the wrapper makes pointers of is never null, whatever the definition says of them.
#[test]
fn pointers_to_parameters_records_are_made_by_the_wrapper() {
    let rust = rust(
        ", pointer_default(ref)",
        "typedef struct S { long x; } S; HRESULT F([in] long n, [in, size_is(n)] S **all);",
    );
    assert!(rust.contains("all: &[S]") && !rust.contains("NotNull"), "{rust}");
}

/// A member that nothing describes has such pointers where no one place can be named: nobody could look there.
#[test]
fn no_view_hides_such_pointers() {
    let view = |member: &str| {
        let body = format!(
            "typedef struct P {{ [ref] void *p; }} P; typedef struct Q {{ P a; P b; }} Q;
            typedef struct R {{ P all[2]; }} R; typedef union U {{ [case(1)] P one; [case(2)] LONG other; }} U;
            typedef struct V {{ long kind; [switch_is(kind)] U u; void *p; }} V;
            typedef struct S {{ long kind; [switch_type(long), switch_is(kind)]
                union {{ [case(1)] long number; [case(2)] {member} held; }} u; }} S;
            HRESULT F([in] const S *s);"
        );
        let rust = rust("", &body);
        (rust.contains("pub fn f(&self, s: SView"), rust.matches("present(").count())
    };
    assert_eq!(view("P"), (true, 1));
    assert_eq!(view("Q"), (true, 2));
    assert!(!view("R").0);
    assert!(!view("V").0);
}

/// What says that there are no elements is a plain number, in a member that nothing describes too; of several labels of
/// one member each looks at the same pointers.
#[test]
fn counts_beside_such_pointers_are_plain_numbers() {
    let view = |count: &str, by: &str| {
        let body = format!(
            "typedef [v1_enum] enum E {{ E_ONE = 1 }} E; typedef [flag_set] enum B {{ B_ONE = 1 }} B;
            typedef struct R {{ {count}; [size_is({by}), ref] long *all; void *p; }} R;
            typedef struct S {{ long kind; [switch_is(kind)]
                union {{ [case(1)] long number; [case(2, 3, 9)] R held; [default] ; }} u; }} S;
            HRESULT F([in] const S *s);"
        );
        let rust = rust("", &body);
        (rust.contains("pub fn f(&self, s: SView"), rust.matches("present(").count())
    };
    for count in ["ULONG n", "short n", "byte n", "char n", "hyper n"] {
        assert_eq!(view(count, "n"), (true, 1), "{count}");
    }
    for count in ["BOOL n", "VARIANT_BOOL n", "E n", "B n", "HRESULT n", "ULONG n : 8"] {
        assert_eq!(view(count, "n"), (false, 0), "{count}");
    }
    assert_eq!(view("ULONG n", "n + 1"), (false, 0));
    assert_eq!(view("ULONG *n", "*n"), (false, 0));
    assert_eq!(view("ULONG n", "7"), (true, 1));
}
