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
    ("dvdif.idl", "typedef struct IGraphBuilder IGraphBuilder;"),
    ("dxva2api.idl", "#include <d3d9.h>"),
    ("evr9.idl", "#include <d3d9.h>"),
    ("mfreadwrite.idl", "#include <mfidl.h>"),
    // windows.h brings msxml.h by way of urlmon.h, and that declares some of the same interfaces with other names in them.
    ("msxml2.idl", "#define __urlmon_h__"),
    ("msxml6.idl", "#define __urlmon_h__"),
    ("rtworkq.idl", "#define __WINESRC__"),
    // winspool.h has a macro of a method's name.
    ("urlmon.idl", "#include <windows.h>\n#undef SetPort"),
    ("videoacc.idl", "#include <ddraw.h>"),
    ("vmr9.idl", "#include <strmif.h>\n#include <d3d9.h>"),
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
        let errors = self.errors(headers, idl, &probe.tags, probe);
        let denied: BTreeSet<usize> = errors.iter().filter(|e| e.file == TAGS).map(|e| e.line).collect();
        if denied.is_empty() {
            return differences(idl, &errors, probe);
        }
        let tags = probe.tags.iter().zip(1..).filter(|(_, line)| !denied.contains(line));
        let tags: Vec<String> = tags.map(|(tag, _)| tag.clone()).collect();
        differences(idl, &self.errors(headers, idl, &tags, probe), probe)
    }

    fn errors(&self, headers: &Headers, idl: &str, tags: &[String], probe: &Probe) -> Vec<Error> {
        let file = self.dir.join(Path::new(idl).with_extension("c"));
        let needs = NEEDS.iter().find(|(name, _)| *name == idl).map_or("", |(_, needs)| needs);
        let own = Path::new(idl).with_extension("h");
        let (own, tags, claims) = (own.display(), tags.join("\n"), probe.text());
        let text = format!("{HEAD}{needs}\n#include <{own}>\n#line 1 {TAGS:?}\n{tags}\n#line 1 {CLAIMS:?}\n{claims}");
        std::fs::write(&file, text).expect("the probe");
        let mut command = Command::new(self.path);
        command.env("LC_ALL", "C").args(["-std=gnu11", "-fsyntax-only", "-w", "-fno-diagnostics-show-caret", "-I"]);
        command.arg(headers.dir.path()).args(["-isystem", FOLDER]).arg(&file);
        let output = command.output().expect("the compiler runs");
        let text = String::from_utf8_lossy(&output.stderr);
        let errors: Vec<Error> = text.lines().filter_map(Error::read).collect();
        assert_eq!(output.status.success(), errors.is_empty(), "{idl}: {text}");
        errors
    }
}

/// What the compiler calls the parts of a probe.
const TAGS: &str = "tags";
const CLAIMS: &str = "claims";

/// An error of the compiler.
struct Error {
    file: String,
    line: usize,
    message: String,
}

impl Error {
    fn read(line: &str) -> Option<Self> {
        let (place, message) = line.split_once(" error: ")?;
        let mut place = place.split(':');
        let file = Path::new(place.next()?).file_name()?.to_string_lossy().into_owned();
        Some(Self { file, line: place.next()?.parse().ok()?, message: message.to_owned() })
    }
}

/// What errors are about, each thing once.
fn differences(idl: &str, errors: &[Error], probe: &Probe) -> Vec<String> {
    let told = errors.iter().map(|Error { file, line, message }| match probe.claims.get(line.wrapping_sub(1)) {
        Some(claim) if file == CLAIMS => format!("{idl}: {}", claim.said),
        _ => format!("{idl}: {file}:{line}: {message}"),
    });
    told.collect::<BTreeSet<_>>().into_iter().collect()
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
