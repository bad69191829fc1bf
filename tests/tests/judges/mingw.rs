//! Judge of `idl/` and of the bundled base files: the headers of mingw-w64, which others wrote, and its compilers, which
//! say where these headers put every slot and field, how every parameter is passed, and what every constant and
//! identifier is.

mod headers;
mod known;
mod probe;

use headers::Headers;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::layout::Target;
use mapidl_codegen::model::Value;
use mapidl_tests::known::{Known, assert_explained, unexplained};
use mapidl_tests::{bundled_files, interface_mut, judge, mapi};
use probe::Probe;
use std::path::Path;
use std::process::Command;

/// A compiler for Windows, and where its headers are known to differ from `idl/`.
struct Compiler {
    target: Target,
    name: &'static str,
    known: [&'static [Known]; 2],
}

const COMPILERS: [Compiler; 2] = [
    Compiler { target: Target::X86_64, name: "x86_64-w64-mingw32-g++", known: [known::EVERYWHERE, known::X86_64] },
    Compiler { target: Target::I686, name: "i686-w64-mingw32-g++", known: [known::EVERYWHERE, known::I686] },
];

/// Compiles a probe; the messages of the assertions that fail.
fn failures(gcc: &Path, dir: &Path, probe: &Probe) -> Vec<String> {
    let file = dir.join("probe.cpp");
    std::fs::write(&file, &probe.text).expect("the probe");
    let mut command = Command::new(gcc);
    command.env("LC_ALL", "C").args(["-std=c++20", "-fsyntax-only", "-w", "-fno-diagnostics-show-caret"]).arg(&file);
    let output = command.output().expect("the compiler runs");
    let text = String::from_utf8_lossy(&output.stderr);
    let mut failed = Vec::new();
    for line in text.lines().filter(|line| line.contains("error:")) {
        match line.split_once("error: static assertion failed: ") {
            Some((_, message)) => failed.push(message.to_owned()),
            None => panic!("not an assertion: {line}"),
        }
    }
    assert_eq!(output.status.success(), failed.is_empty(), "{text}");
    failed
}

#[test]
fn mingws_headers_agree() {
    let compilation = mapi();
    for Compiler { target, name, known } in &COMPILERS {
        let Some(gcc) = judge(&[name]) else { continue };
        let dir = tempfile::tempdir().expect("a folder");
        let headers = Headers::read(headers::MAPI, &gcc, dir.path());
        let probe = probe::probe(&compilation, &headers, *target);
        let failed = failures(&gcc, dir.path(), &probe);
        let Probe { assertions, interfaces, records, identifiers, constants, .. } = probe;
        println!("{name}: {} of {assertions} assertions hold,", assertions - failed.len());
        println!("  in {interfaces} interfaces, {records} records, {identifiers} identifiers, {constants} constants");
        assert_explained(&failed, known);
        assert!(interfaces >= 41 && records >= 80 && identifiers >= 43 && constants >= 1300);
    }
}

#[test]
fn mingws_headers_agree_with_the_base_files() {
    let compilation = bundled_files();
    for Compiler { target, name, .. } in &COMPILERS {
        let Some(gcc) = judge(&[name]) else { continue };
        let dir = tempfile::tempdir().expect("a folder");
        let headers = Headers::read(headers::BASE, &gcc, dir.path());
        let probe = probe::probe(&compilation, &headers, *target);
        let failed = failures(&gcc, dir.path(), &probe);
        let Probe { assertions, interfaces, records, identifiers, constants, .. } = probe;
        println!("{name}: {} of {assertions} assertions hold,", assertions - failed.len());
        println!("  in {interfaces} interfaces, {records} records, {identifiers} identifiers, {constants} constants");
        assert_explained(&failed, &[known::BASE]);
        assert!(interfaces >= 250 && records >= 130 && identifiers >= 250 && constants >= 1000);
    }
}

/// Makes mistakes, and says which assertions must fail.
fn spoil(compilation: &mut Compilation) -> Vec<&'static str> {
    let model = &mut compilation.model;
    let methods = &mut interface_mut(model, "IMsgServiceAdmin").methods;
    (methods[4].slot, methods[5].slot) = (methods[5].slot, methods[4].slot);
    interface_mut(model, "IMAPITable").iid.as_mut().expect("an identifier").0 ^= 1;
    interface_mut(model, "IMAPIProgress").methods[0].params.pop();
    let record = model.records.iter().find(|(_, record)| record.head.name == "SPropValue").expect("it is declared").0;
    model.records[record].fields.swap(0, 1);
    let code = model.consts.iter().find(|(_, constant)| constant.head.name == "MAPI_E_NO_SUPPORT").expect("a code").0;
    model.consts[code].value = Value::Int(0x8004_0103);
    vec![
        "differs: IID_IMAPITable is 00020301-0000-0000-c000-000000000047",
        "differs: IMAPIProgress::Progress has 2 parameters",
        "differs: IMsgServiceAdmin::CopyMsgService is in slot 8",
        "differs: IMsgServiceAdmin::RenameMsgService is in slot 7",
        "differs: MAPI_E_NO_SUPPORT is 0x80040103",
        "differs: SPropValue.dwAlignPad is at 0",
        "differs: SPropValue.ulPropTag is at 4",
    ]
}

#[test]
fn the_probe_notices_mistakes() {
    let Compiler { target, name, known } = &COMPILERS[0];
    let Some(gcc) = judge(&[name]) else { return };
    let mut compilation = mapi();
    let expected = spoil(&mut compilation);
    let dir = tempfile::tempdir().expect("a folder");
    let headers = Headers::read(headers::MAPI, &gcc, dir.path());
    let probe = probe::probe(&compilation, &headers, *target);
    let lines = unexplained(&failures(&gcc, dir.path(), &probe), known);
    assert_eq!(lines, expected);
}
