//! The door for build scripts: it harms as little as the command does.

use mapidl_codegen::Builder;
use std::fs;

#[test]
fn a_file_of_somebody_elses_is_refused_and_replaced_when_asked() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.idl"), "const long SIZE = 1;").unwrap();
    fs::write(path("b.idl"), "const long SIZE = 2;").unwrap();
    fs::write(path("a.rs"), "mine").unwrap();
    let builder = Builder::new().file(path("a.idl")).out_dir(folder.path());
    let error = builder.generate("a.rs").unwrap_err().to_string();
    assert!(error.ends_with("a.rs` was not written by mapidl"), "{error}");
    assert_eq!(fs::read_to_string(path("a.rs")).unwrap(), "mine");

    let forced = builder.clone().overwrite(true);
    assert!(forced.generate("a.idl").unwrap_err().to_string().ends_with("it is an input of this run"));
    forced.generate("a.rs").unwrap();
    assert!(fs::read_to_string(path("a.rs")).unwrap().contains("pub const SIZE"));
    builder.generate("a.rs").unwrap();

    let both = builder.file(path("b.idl")).generate("both.rs").unwrap_err().to_string();
    assert!(both.contains("`SIZE` has a meaning of its own in each of `a.idl`, `b.idl`"), "{both}");
    assert!(!path("both.rs").exists());
}

#[test]
fn extern_files_are_found_however_they_are_spelt() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("idl")).unwrap();
    let path = |name: &str| folder.path().join(name).to_string_lossy().into_owned();
    fs::write(path("base.idl"), "typedef struct Spot { long x; } Spot;").unwrap();
    let user = r#"import "../base.idl"; typedef struct Line { Spot from; Spot to; } Line;"#;
    fs::write(path("idl/user.idl"), user).unwrap();
    let builder = || Builder::new().file(path("idl/user.idl")).include(path("idl")).out_dir(folder.path());
    for key in [path("base.idl"), path("./idl/../base.idl"), path("idl//../base.idl"), "../base.idl".to_owned()] {
        builder().extern_file(&key, "::elsewhere").generate("user.rs").unwrap();
        let text = fs::read_to_string(path("user.rs")).unwrap();
        assert!(text.contains("::elsewhere::Spot") && !text.contains("struct Spot"), "{key}: {text}");
    }
    for key in ["bose.idl", &path("idl/base.idl"), "oaidl.idl"] {
        let error = builder().extern_file(key, "::elsewhere").generate("user.rs").unwrap_err().to_string();
        assert!(error.contains(&format!("`extern_file` names `{key}`, which is no file of this run")), "{error}");
    }
}
