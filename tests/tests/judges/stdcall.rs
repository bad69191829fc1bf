//! Judge of the calling convention on 32-bit Windows: a disassembler. Each generated slot must take from the stack what
//! the IDL's types put there, by its symbol (`@52`) and by its instructions (`ret $0x34`).
//!
//! Input: the library of `mapi` for i686, whose mocks have all slots; `tests/windows/run i686` builds it and names it in
//! `MAPIDL_I686_LIBRARY`. How mingw-w64's headers pass each parameter is judged in `mingw.rs`.

use mapidl_codegen::layout::{Layouts, Target};
use mapidl_codegen::model::{InterfaceKind, Model};
use mapidl_tests::{interface_mut, judge, mapi};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// `IMAPIProp::GetProps`
type Slot = (String, String);
/// What the copies of a slot's function take from the stack, in bytes.
type Taken = BTreeMap<Slot, BTreeSet<u64>>;

/// What each slot must take: the object and the parameters, in words.
fn expected(model: &Model) -> BTreeMap<Slot, u64> {
    let layouts = Layouts::new(model);
    let mut slots = BTreeMap::new();
    for (_, interface) in model.interfaces.iter() {
        let asked = model.files[interface.head.file].root;
        if !asked || interface.declared_only || interface.kind != InterfaceKind::Object {
            continue;
        }
        for method in &interface.methods {
            let sizes = method.params.iter().map(|p| layouts.size_of(model, &p.ty, Target::I686).size);
            let bytes = 4 + sizes.map(|size| size.next_multiple_of(4)).sum::<u64>();
            slots.insert((interface.head.name.clone(), method.head.name.clone()), bytes);
        }
    }
    slots
}

/// A length and that many characters, as names are in mangled symbols; and what follows.
fn counted(text: &str) -> Option<(&str, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit())?;
    let length: usize = text[..digits].parse().ok()?;
    text[digits..].split_at_checked(length)
}

/// The slot whose function a symbol names: `…16IMAPIProp_Vtbl3new8GetProps17h…`. Closures in it go on otherwise.
fn slot(symbol: &str) -> Option<Slot> {
    let (_family, rest) = counted(symbol.strip_prefix("__ZN4mapi3idl")?)?;
    let (vtable, rest) = counted(rest)?;
    let (method, rest) = counted(rest.strip_prefix("3new")?)?;
    let is_hash = rest.strip_prefix("17h").is_some_and(|rest| rest.as_bytes().get(16) == Some(&b'E'));
    is_hash.then_some((vtable.strip_suffix("_Vtbl")?.to_owned(), method.to_owned()))
}

/// What a line of the disassembly takes from the stack as it returns.
fn returned(line: &str) -> Option<u64> {
    let (_, instruction) = line.split_once(":\t")?;
    let operand = instruction.strip_prefix("ret")?.trim();
    match operand.strip_prefix("$0x") {
        Some(bytes) => u64::from_str_radix(bytes, 16).ok(),
        None => operand.is_empty().then_some(0),
    }
}

/// Reads a disassembly.
fn taken(lines: impl Iterator<Item = String>) -> Taken {
    let (mut taken, mut current) = (Taken::new(), None);
    for line in lines {
        if let Some((_, symbol)) = line.strip_suffix(">:").and_then(|head| head.split_once(" <")) {
            current = slot(symbol);
            // The compiler's own word for it, in the symbol.
            let decorated = symbol.rsplit_once('@').and_then(|(_, bytes)| bytes.parse().ok());
            current.iter().for_each(|slot| _ = taken.entry(slot.clone()).or_default().insert(decorated.unwrap_or(0)));
        } else if let (Some(slot), Some(bytes)) = (&current, returned(&line)) {
            taken.entry(slot.clone()).or_default().insert(bytes);
        }
    }
    taken
}

/// What is wrong, in words.
fn mistakes(expected: &BTreeMap<Slot, u64>, taken: &Taken) -> Vec<String> {
    let mut mistakes = Vec::new();
    for ((interface, method), bytes) in expected {
        match taken.get(&(interface.clone(), method.clone())) {
            Some(found) if found.len() == 1 && found.contains(bytes) => {}
            Some(found) => mistakes.push(format!("{interface}::{method} takes {found:?} bytes and not {bytes}")),
            None => mistakes.push(format!("{interface}::{method} has no function")),
        }
    }
    mistakes
}

fn disassemble(objdump: &Path, library: &Path) -> Taken {
    let mut command = Command::new(objdump);
    command.args(["-d", "--no-show-raw-insn"]).arg(library).stdout(Stdio::piped());
    let mut child = command.spawn().expect("the disassembler starts");
    let lines = BufReader::new(child.stdout.take().expect("its output is ours")).lines();
    let taken = taken(lines.map_while(Result::ok));
    assert!(child.wait().expect("it ends").success());
    taken
}

#[test]
fn slots_take_their_arguments_off_the_stack() {
    let Some(library) = std::env::var_os("MAPIDL_I686_LIBRARY") else {
        return println!("skipped: tests/windows/run i686 builds the library that this judges");
    };
    let Some(objdump) = judge(&["i686-w64-mingw32-objdump"]) else { return };
    let mut compilation = mapi();
    let taken = disassemble(&objdump, Path::new(&library));
    let slots = expected(&compilation.model);
    let interfaces: BTreeSet<_> = slots.keys().map(|(interface, _)| interface).collect();
    println!("{} slots of {} interfaces are stdcall", slots.len(), interfaces.len());
    assert_eq!(mistakes(&slots, &taken), [""; 0]);

    // A parameter less is seen.
    interface_mut(&mut compilation.model, "IMAPIProp").methods[2].params.pop();
    let seen = mistakes(&expected(&compilation.model), &taken);
    assert_eq!(seen, ["IMAPIProp::GetProps takes {20} bytes and not 16"]);
}

#[test]
fn a_convention_is_read_from_symbols_and_returns() {
    let symbol = |suffix| format!("00001a0 <__ZN4mapi3idl4sync14IMAPISync_Vtbl3new4Sync17h0123456789abcdefE{suffix}>:");
    let lines = |suffix, ret: &str| [symbol(suffix), format!("   1a3:\t{ret}")].into_iter();
    let slot = ("IMAPISync".to_owned(), "Sync".to_owned());
    let found = |suffix, ret| taken(lines(suffix, ret))[&slot].iter().copied().collect::<Vec<_>>();
    assert_eq!(found("@8", "ret    $0x8"), [8]);
    assert_eq!(found("", "ret"), [0], "cdecl");
    assert_eq!(found("@8", "ret    $0xc"), [8, 12]);
    assert_eq!(mistakes(&[(slot.clone(), 8)].into(), &taken(lines("", "ret"))).len(), 1);
}
