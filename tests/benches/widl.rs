//! The command `mapidl` beside `widl`, Wine's compiler of IDL, as whole processes; how its cost grows with its input.
//!
//! ```sh
//! cargo bench -p mapidl-tests --bench widl
//! ```
//!
//! Runs take turns, each figure is the median, and ratios are of runs of the same bench. The time of the processors is
//! given beside that of the clock, which other work on the machine makes longer. Memory is the most that a process has
//! held. Both are as Linux tells them.

use mapidl_tests::judge;
use std::fmt::{self, Write as _};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const CORPUS: &str = "/usr/include/wine/wine/windows";
/// The largest files of the corpus, of which the first that both compilers accept is generated from.
const LARGE: [&str; 4] = ["mshtml.idl", "strmif.idl", "mfobjects.idl", "oaidl.idl"];
const RUNS: usize = 7;

fn main() -> ExitCode {
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("skipped: it takes minutes; `cargo bench` runs it");
        return ExitCode::SUCCESS;
    }
    match tempfile::tempdir().and_then(|folder| measure(folder.path())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path) -> io::Result<()> {
    let mapidl = mapidl()?;
    growth(&mapidl, folder)?;
    let Some(widl) = judge(&["widl"]) else { return Ok(()) };
    if !Path::new(CORPUS).is_dir() {
        println!("skipped: {CORPUS} is not there; libwine-dev brings it");
        return Ok(());
    }
    generate(&mapidl, &widl, folder)?;
    check(&mapidl, &widl, folder)
}

/// The command, built as it is shipped.
fn mapidl() -> io::Result<PathBuf> {
    let mut build = Command::new(env!("CARGO"));
    build.args(["build", "--quiet", "--release", "--package", "mapidl-cli"]).current_dir(mapidl_tests::root());
    if !build.status()?.success() {
        return Err(io::Error::other("mapidl-cli does not build"));
    }
    let bench = std::env::current_exe()?;
    let folder = bench.ancestors().nth(2).ok_or_else(|| io::Error::other("the bench lies in no target folder"))?;
    Ok(folder.join("mapidl").with_extension(std::env::consts::EXE_EXTENSION))
}

/// Generated files of more and more methods: the time per method is to stay the same.
fn growth(mapidl: &Path, folder: &Path) -> io::Result<()> {
    let mut first = None;
    for methods in [25_000, 50_000, 100_000] {
        let path = folder.join(format!("of_{methods}.idl"));
        let text = interfaces(methods);
        fs::write(&path, &text)?;
        let mut command = Command::new(mapidl);
        command.arg("generate").arg(&path).arg("--out").arg(folder.join(format!("of_{methods}")));
        let run = median((0..3).map(|_| run(&mut command)).collect::<io::Result<_>>()?);
        if !run.success {
            return Err(io::Error::other(format!("mapidl does not accept the file of {methods} methods")));
        }
        let rate = text.len() as f64 / run.time.as_secs_f64() / 1e6;
        let each = run.time.as_secs_f64() * 1e6 / methods as f64;
        let ratio = each / *first.get_or_insert(each);
        println!("generate, {methods:>6} methods: {run}, {rate:.1} MB/s; {each:.1} us for a method, ratio {ratio:.2}");
    }
    Ok(())
}

/// Interfaces of 20 methods each.
fn interfaces(methods: usize) -> String {
    let mut text = String::from("import \"unknwn.idl\";\n");
    for interface in 1..=methods / 20 {
        // Writing to a string does not fail.
        let _ = writeln!(text, "[object, uuid(00000000-0000-0000-0000-{interface:012x})]");
        let _ = writeln!(text, "interface IGrow{interface} : IUnknown {{");
        for method in 0..20 {
            let _ = writeln!(text, "    HRESULT Method{method}([in] ULONG count, [in, size_is(count)] BYTE *bytes);");
        }
        text.push_str("}\n");
    }
    text
}

/// One large file: Rust written by one, a header by the other.
fn generate(mapidl: &Path, widl: &Path, folder: &Path) -> io::Result<()> {
    for name in LARGE {
        let file = Path::new(CORPUS).join(name);
        let mut ours = Command::new(mapidl);
        ours.args(["generate", "-I", CORPUS]).arg(&file).arg("--out").arg(folder.join("rust"));
        let mut theirs = Command::new(widl);
        theirs.args(["-h", "-I", CORPUS, "-o"]).arg(folder.join("large.h")).arg(&file);
        if !run(&mut ours)?.success || !run(&mut theirs)?.success {
            println!("generate, {name}: not accepted");
            continue;
        }
        let (mut our_runs, mut their_runs) = (Vec::new(), Vec::new());
        for _ in 0..RUNS {
            our_runs.push(run(&mut ours)?);
            their_runs.push(run(&mut theirs)?);
        }
        let (ours, theirs) = (median(our_runs), median(their_runs));
        report(&format!("generate, {name}"), &ours, &theirs);
        return Ok(());
    }
    Ok(())
}

/// All files that both accept: one process of ours, one per file of widl's.
fn check(mapidl: &Path, widl: &Path, folder: &Path) -> io::Result<()> {
    let mut files: Vec<_> = fs::read_dir(CORPUS)?.flatten().map(|entry| entry.path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "idl"));
    files.sort();
    let mut theirs = Run { success: true, ..Run::default() };
    let mut accepted = Vec::new();
    for file in files {
        // After errors the later stages do not run, so that a file with errors would make the time that of less work.
        if !run(Command::new(mapidl).args(["check", "-I", CORPUS]).arg(&file))?.success {
            continue;
        }
        let mut command = Command::new(widl);
        command.args(["-h", "-I", CORPUS, "-o"]).arg(folder.join("each.h")).arg(&file);
        let run = median((0..3).map(|_| run(&mut command)).collect::<io::Result<_>>()?);
        if run.success {
            theirs.time += run.time;
            theirs.processors += run.processors;
            theirs.memory = theirs.memory.max(run.memory);
            accepted.push(file);
        }
    }
    let mut command = Command::new(mapidl);
    command.args(["check", "-I", CORPUS]).args(&accepted);
    let ours = median((0..RUNS).map(|_| run(&mut command)).collect::<io::Result<_>>()?);
    if !ours.success {
        return Err(io::Error::other("mapidl accepts each of the files, and not all of them together"));
    }
    report(&format!("check, {} files", accepted.len()), &ours, &theirs);
    Ok(())
}

fn report(what: &str, ours: &Run, theirs: &Run) {
    let ratio = ours.time.as_secs_f64() / theirs.time.as_secs_f64();
    println!("{what}: {ours}; widl {theirs}; ratio {ratio:.2}");
}

/// A process that has ended.
#[derive(Default)]
struct Run {
    time: Duration,
    /// What all processors together have spent on it.
    processors: Duration,
    /// The most memory that was seen, in KiB.
    memory: u64,
    success: bool,
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (time, processors) = (self.time.as_millis(), self.processors.as_millis());
        write!(f, "{time} ms ({processors} ms of processors), {} MB", self.memory / 1024)
    }
}

fn run(command: &mut Command) -> io::Result<Run> {
    let before = processors();
    let start = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    let watched = child.id();
    // The kernel forgets the peak with the process, so it is looked at while there is one.
    let watch = thread::spawn(move || {
        let mut peak = 0;
        while let Some(memory) = peak_memory(watched) {
            peak = peak.max(memory);
            thread::sleep(Duration::from_millis(10));
        }
        peak
    });
    let success = child.wait()?.success();
    let time = start.elapsed();
    let processors = processors().saturating_sub(before);
    Ok(Run { time, processors, memory: watch.join().unwrap_or_default(), success })
}

/// What processors have spent on the children of this process that have ended; nothing where there is no Linux.
fn processors() -> Duration {
    const TICK: Duration = Duration::from_millis(10);
    let Ok(stat) = fs::read_to_string("/proc/self/stat") else { return Duration::ZERO };
    // Behind the name, which may hold blanks; in clock ticks, of which Linux shows 100 in a second.
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    let ticks: u32 = fields.skip(13).take(2).filter_map(|field| field.parse::<u32>().ok()).sum();
    TICK * ticks
}

/// The most memory that a process has held, in KiB; `None` when it has ended, and where there is no Linux.
fn peak_memory(process: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}

/// The run of the median time.
fn median(mut runs: Vec<Run>) -> Run {
    runs.sort_by_key(|run| run.time);
    let middle = runs.len() / 2;
    runs.swap_remove(middle)
}
