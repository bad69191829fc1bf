//! widl's headers of the corpus, and C compilers for Windows that read them.

use super::corpus::{Corpus, FOLDER};
use super::probe::Probe;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What a header needs before it that it does not say itself. Whoever includes it in Wine writes these lines first.
const NEEDS: &[(&str, &str)] = &[
    ("amvideo.idl", "#include <strmif.h>"),
    ("commoncontrols.idl", "#include <windows.h>\n#include <commctrl.h>"),
    ("cordebug.idl", "#include <cor.h>"),
    ("corsym.idl", "#include <cor.h>"),
    ("dvdif.idl", "typedef interface IGraphBuilder IGraphBuilder;"),
    ("dxva2api.idl", "#include <d3d9.h>"),
    ("evr9.idl", "#include <d3d9.h>"),
    ("mfreadwrite.idl", "#include <mfidl.h>"),
    ("rtworkq.idl", "#define __WINESRC__"),
    ("videoacc.idl", "#include <ddraw.h>"),
    ("vmr9.idl", "#include <d3d9.h>"),
    ("wsddisco.idl", "#include <wsdbase.h>"),
];

/// What stands before every probe.
const HEAD: &str = "#define CINTERFACE
#include <stddef.h>
#include <stdint.h>
#include <windef.h>
#include <guiddef.h>
#define MAPIDL_LONG long
#define MAPIDL_ULONG unsigned long
#define MAPIDL_WCHAR WCHAR
";

/// A folder of headers.
pub(crate) struct Headers {
    dir: tempfile::TempDir,
    files: BTreeSet<String>,
}

impl Headers {
    /// Has widl write a header for each file of the corpus that it accepts.
    pub(crate) fn write(widl: &Path, corpus: &Corpus) -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("guiddef.h"), include_str!("guiddef.h")).expect("a header");
        let names: Vec<&String> = corpus.texts.keys().collect();
        let accepted = parallel(&names, |name| {
            let header = header(dir.path(), name);
            let mut command = Command::new(widl);
            command.arg("-h").arg("-I").arg(FOLDER).arg("-o").arg(header).arg(Path::new(FOLDER).join(name));
            command.output().expect("widl runs").status.success()
        });
        let files = names.into_iter().zip(accepted).filter(|(_, good)| *good).map(|(name, _)| name.clone()).collect();
        Self { dir, files }
    }

    /// Whether widl accepts the file.
    pub(crate) fn has(&self, idl: &str) -> bool {
        self.files.contains(idl)
    }
}

/// Where the header of an IDL file is.
fn header(dir: &Path, idl: &str) -> PathBuf {
    dir.join(Path::new(idl).with_extension("h"))
}

/// A C compiler for Windows.
pub(crate) struct Gcc<'a> {
    /// The compiler.
    pub(crate) path: &'a Path,
    /// A folder for what it is asked to compile.
    pub(crate) dir: &'a Path,
}

impl Gcc<'_> {
    /// Compiles a probe behind widl's header; what it claims and the compiler denies. A header that does not compile is
    /// a difference too.
    pub(crate) fn failures(&self, headers: &Headers, idl: &str, probe: &Probe) -> Vec<String> {
        let file = self.dir.join(Path::new(idl).with_extension("c"));
        let needs = NEEDS.iter().find(|(name, _)| *name == idl).map_or("", |(_, needs)| needs);
        let own = Path::new(idl).with_extension("h");
        let head = format!("{HEAD}{needs}\n#include <{}>\n#line 1 \"{MARK}\"\n", own.display());
        std::fs::write(&file, head + &probe.text()).expect("the probe");
        let mut command = Command::new(self.path);
        command.env("LC_ALL", "C").args(["-std=gnu11", "-fsyntax-only", "-w", "-fno-diagnostics-show-caret", "-I"]);
        command.arg(headers.dir.path()).args(["-isystem", FOLDER]).arg(&file);
        let output = command.output().expect("the compiler runs");
        let text = String::from_utf8_lossy(&output.stderr);
        let failed: BTreeSet<String> = text.lines().filter_map(|line| failure(line, idl, probe)).collect();
        assert_eq!(output.status.success(), failed.is_empty(), "{idl}: {text}");
        failed.into_iter().collect()
    }
}

/// What the compiler calls the probe.
const MARK: &str = "probe";

/// What an error is about.
fn failure(line: &str, idl: &str, probe: &Probe) -> Option<String> {
    let (place, message) = line.split_once(" error: ")?;
    let mut place = place.split(':');
    let name = place.next().and_then(|path| Path::new(path).file_name()).unwrap_or_default().to_string_lossy();
    let number: usize = place.next().and_then(|number| number.parse().ok()).unwrap_or(0);
    let claim = if name == MARK { probe.claims.get(number.wrapping_sub(1)) } else { None };
    let missing = ["undeclared", "unknown type name", "has no member", "expected"];
    Some(match claim {
        // What the header does not have at all is said with the file: there are many names in it.
        Some(claim) if missing.iter().any(|why| message.contains(why)) => {
            format!("{idl} lacks what is asked: {}", claim.said)
        }
        Some(claim) => format!("{idl}: {}", claim.said),
        None => format!("{idl}: {name}:{number}: {message}"),
    })
}

/// The results of `work` for each item, with as many threads as there are processors.
pub(crate) fn parallel<T: Sync, R: Send>(items: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let mut done: Vec<(usize, R)> = std::thread::scope(|scope| {
        let worker = || {
            let mut done = Vec::new();
            while let Some((index, item)) =
                Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|i| Some((i, items.get(i)?)))
            {
                done.push((index, work(item)));
            }
            done
        };
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        threads.into_iter().flat_map(|thread| thread.join().expect("no panic")).collect()
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}
