//! The speed of the compiler's stages, in IDL text per second, over all of MAPI and over fifty interfaces of twelve
//! methods each; and the time of a whole process.
//!
//! ```sh
//! cargo bench -p mapidl-tests --bench stages
//! ```

#[path = "../../bench/fifty.rs"]
mod fifty;
mod pack;

use divan::Bencher;
use divan::counter::BytesCount;
use mapidl_codegen::diag::Sink;
use mapidl_codegen::layout::Layouts;
use mapidl_codegen::output::{self, Layout};
use mapidl_codegen::plan;
use mapidl_codegen::resolve::resolve;
use pack::Pack;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

fn main() {
    divan::main();
}

static MAPI: LazyLock<Pack> = LazyLock::new(|| Pack::new(pack::mapi()));
static FIFTY: LazyLock<Pack> = LazyLock::new(|| Pack::new(vec![("fifty.idl".to_owned(), fifty::idl())]));

/// What is compiled.
#[derive(Clone, Copy, Debug)]
enum Input {
    Mapi,
    Fifty,
}

const INPUTS: [Input; 2] = [Input::Mapi, Input::Fifty];

impl Input {
    fn pack(self) -> &'static Pack {
        match self {
            Self::Mapi => &MAPI,
            Self::Fifty => &FIFTY,
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mapi => "all of MAPI",
            Self::Fifty => "50 interfaces",
        })
    }
}

/// Text to trees, preprocessor included.
#[divan::bench(args = INPUTS)]
fn parse(bencher: Bencher<'_, '_>, input: &Input) {
    let pack = input.pack();
    bencher.counter(BytesCount::new(pack.read)).bench_local(|| pack.parse());
}

/// Trees to the model, and the layouts of its records.
#[divan::bench(args = INPUTS)]
fn resolve_names(bencher: Bencher<'_, '_>, input: &Input) {
    let parsed = input.pack().parse();
    bencher.counter(BytesCount::new(input.pack().read)).bench_local(|| {
        let model = resolve(&parsed, &mut Sink::new());
        let layouts = Layouts::new(&model);
        (model, layouts)
    });
}

/// The model to the plan.
#[divan::bench(args = INPUTS)]
fn decide(bencher: Bencher<'_, '_>, input: &Input) {
    let compilation = input.pack().compile();
    bencher.counter(BytesCount::new(input.pack().written)).bench_local(|| compilation.plan());
}

/// The plan to tokens.
#[divan::bench(args = INPUTS)]
fn emit(bencher: Bencher<'_, '_>, input: &Input) {
    let plan = input.pack().compile().plan();
    let options = plan::Options::default();
    bencher.counter(BytesCount::new(input.pack().written)).bench_local(|| output::tokens(&plan, &options));
}

/// The plan to formatted text, tokens in between.
#[divan::bench(args = INPUTS)]
fn emit_and_format(bencher: Bencher<'_, '_>, input: &Input) {
    let plan = input.pack().compile().plan();
    let options = plan::Options::default();
    bencher.counter(BytesCount::new(input.pack().written)).bench_local(|| output::rust(&plan, &options, &Layout::Tree));
}

/// The command `mapidl generate idl/sync.idl`, from the start of the process to its end; it is to take 10 ms at most.
#[divan::bench(sample_count = 100, sample_size = 1, ignore = MAPIDL.is_none())]
fn process_of_two_interfaces(bencher: Bencher<'_, '_>) {
    let out = tempfile::tempdir().expect("a temporary folder can be made");
    let Some(program) = &*MAPIDL else { return };
    let mut command = Command::new(program);
    command.current_dir(mapidl_tests::root()).args(["generate", "idl/sync.idl", "-o"]).arg(out.path());
    command.stdout(Stdio::null());
    bencher.bench_local(|| {
        let status = command.status().expect("mapidl starts");
        assert!(status.success());
    });
}

/// The command, built as this bench is; `None`, with a printed reason, where that fails.
static MAPIDL: LazyLock<Option<PathBuf>> = LazyLock::new(|| {
    let build = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--package", "mapidl-cli"])
        .current_dir(mapidl_tests::root())
        .status();
    let program = std::env::current_exe().ok().and_then(|bench| {
        let folder: &Path = bench.parent()?.parent()?;
        Some(folder.join("mapidl").with_extension(std::env::consts::EXE_EXTENSION))
    });
    let built = build.is_ok_and(|status| status.success());
    if !built {
        println!("skipped: the whole process, since mapidl-cli does not build");
    }
    program.filter(|_| built)
});
