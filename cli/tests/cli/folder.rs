//! A folder to run the binary in.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{fs, str};
use tempfile::TempDir;

/// An interface with two methods, a structure and an enumeration.
pub(crate) const GREETER: &str = r#"import "unknwn.idl";

/// How loud to be.
typedef [v1_enum, flag_set] enum VOLUME {
    VOLUME_LOUD = 1,
    VOLUME_SHRILL = 0x80
} VOLUME;

/// What was said, and when.
typedef struct _SGREETING {
    ULONG cb;
    [size_is(cb)] BYTE *pb;
    hyper when;
    ULONG kind : 3;
    ULONG rest : 29;
} SGREETING, *LPSGREETING;

const HRESULT GREET_E_HOARSE = 0x80040201;

/// Greets people.
[object, uuid(0a1b2c3d-0001-0002-0003-000000000004), header("greet.h"), exposed_by("doormen")]
interface IGreeter : IUnknown {
    HRESULT Greet([in, string] LPCWSTR pwszName, [in, flags(VOLUME)] ULONG ulVolume, [out, retval] LONG *plCount);
    [success(S_FALSE)] HRESULT Recall([in] ULONG cb, [in, bytes_is(cb)] BYTE *pb, [in] void *pvUnknown);
};
"#;

/// A temporary folder.
pub(crate) struct Folder(TempDir);

/// What a run of the binary gave.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Folder {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with `greeter.idl`.
    pub(crate) fn with_greeter() -> Self {
        Self::new().file("greeter.idl", GREETER)
    }

    /// Adds a file, and the folders it needs.
    pub(crate) fn file(self, name: &str, bytes: impl AsRef<[u8]>) -> Self {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
        self
    }

    /// Adds a folder.
    pub(crate) fn folder(self, name: &str) -> Self {
        fs::create_dir_all(self.path(name)).unwrap();
        self
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The text of a file.
    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    /// The paths of all files below a folder, sorted, with `/`.
    pub(crate) fn list(&self, name: &str) -> Vec<String> {
        let root = self.path(name);
        let (mut open, mut found) = (vec![root.clone()], Vec::new());
        while let Some(dir) = open.pop() {
            for entry in fs::read_dir(dir).unwrap().map(Result::unwrap) {
                match entry.path() {
                    path if path.is_dir() => open.push(path),
                    path => found.push(slashed(path.strip_prefix(&root).unwrap())),
                }
            }
        }
        found.sort();
        found
    }

    /// The binary, about to run in the folder.
    pub(crate) fn command(&self, args: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mapidl"));
        command.args(args.split_whitespace()).current_dir(self.0.path()).stdin(Stdio::null());
        command
    }

    /// Runs the binary; arguments are separated by spaces.
    pub(crate) fn run(&self, args: &str) -> Run {
        let output = self.command(args).output().unwrap();
        let text = |bytes: &[u8]| str::from_utf8(bytes).unwrap().to_owned();
        Run { code: output.status.code().unwrap(), out: text(&output.stdout), err: text(&output.stderr) }
    }
}

impl Run {
    /// Asserts the exit code; shows everything where it is another.
    #[track_caller]
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Asserts that standard output is this text.
    #[track_caller]
    pub(crate) fn out(self, text: &str) -> Self {
        assert_eq!(self.out, text, "standard error: {}", self.err);
        self
    }

    /// Asserts that standard error mentions all of these.
    #[track_caller]
    pub(crate) fn says(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.err.contains(part), "`{part}` is missing: {self:#?}");
        }
        self
    }

    /// Asserts that standard output mentions all of these.
    #[track_caller]
    pub(crate) fn prints(self, parts: &[&str]) -> Self {
        for part in parts {
            assert!(self.out.contains(part), "`{part}` is missing: {self:#?}");
        }
        self
    }

    /// Asserts that nothing was said on standard error.
    #[track_caller]
    pub(crate) fn silent(self) -> Self {
        assert_eq!(self.err, "");
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub(crate) fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:#?}"))
    }
}

fn slashed(path: &Path) -> String {
    path.to_str().unwrap().replace('\\', "/")
}
