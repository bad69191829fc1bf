//! What a call costs, in instructions: through generated code, through windows-core's own macros, in C++, on mocks.
//!
//! ```sh
//! cargo bench -p mapidl-tests --bench calls
//! ```
//!
//! Instructions are counted by valgrind, in runs of this same program: one with a number of calls, one with twice as
//! many. The difference is exact to a fraction of an instruction and the same on a busy machine. Each figure is the
//! whole loop around the call, which costs the first row by itself.
//!
//! Without `--bench` (as `cargo test --all-targets` runs it) every scenario is run a few times and nothing is counted.

mod count;
mod cpp;
mod generated;
mod mocked;
#[allow(non_snake_case, reason = "COM's spelling, as windows-core has it")]
mod windows;

use std::process::ExitCode;

/// Makes an object and calls it that many times.
type Scenario = fn(u32);

/// One operation, and who offers it.
struct Row {
    name: &'static str,
    scenarios: [Option<Scenario>; COLUMNS.len()],
}

const COLUMNS: [&str; 5] = ["mapidl", "mapidl mock", "windows-core", "mockall", "g++ -O2"];
const MAPIDL: usize = 0;
const MOCK: usize = 1;
const WINDOWS: usize = 2;
const MOCKALL: usize = 3;
const CPP: usize = 4;

/// The ratios that are printed beside the figures.
const RATIOS: [(usize, usize); 4] = [(MAPIDL, WINDOWS), (MAPIDL, CPP), (MOCK, MOCKALL), (MOCK, WINDOWS)];

const ROWS: [Row; 7] = [
    Row { name: "the loop alone", scenarios: [Some(generated::nothing), None, None, None, Some(cpp::nothing)] },
    Row {
        name: "SeekRowApprox, two numbers",
        scenarios: [
            Some(generated::seek),
            Some(mocked::seek),
            Some(windows::seek),
            Some(mocked::seek_mockall),
            Some(cpp::seek),
        ],
    },
    Row {
        name: "Progress without text",
        scenarios: [Some(generated::progress), None, Some(windows::progress), None, Some(cpp::progress)],
    },
    Row {
        name: "Progress, text of 16 units",
        scenarios: [Some(generated::progress_text), None, Some(windows::progress_text), None, Some(cpp::progress_text)],
    },
    Row {
        name: "AddRef + Release",
        scenarios: [Some(generated::add_ref), Some(mocked::add_ref), Some(windows::add_ref), None, Some(cpp::add_ref)],
    },
    Row {
        name: "QueryInterface, hit + Release",
        scenarios: [Some(generated::hit), Some(mocked::hit), Some(windows::hit), None, Some(cpp::hit)],
    },
    Row {
        name: "QueryInterface, miss",
        scenarios: [Some(generated::miss), Some(mocked::miss), Some(windows::miss), None, Some(cpp::miss)],
    },
];

fn main() -> ExitCode {
    let arguments: Vec<_> = std::env::args().skip(1).collect();
    let outcome = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [count::CHILD, row, column, calls] => run(row, column, calls),
        _ if arguments.iter().any(|argument| argument == "--bench") => measure(),
        _ => run_all(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// The child's part: one scenario.
fn run(row: &str, column: &str, calls: &str) -> Result<(), String> {
    let parsed = (row.parse::<usize>(), column.parse::<usize>(), calls.parse());
    let (Ok(row), Ok(column), Ok(calls)) = parsed else { return Err("three numbers were expected".to_owned()) };
    let scenario = ROWS.get(row).and_then(|row| *row.scenarios.get(column)?).ok_or("there is no such scenario")?;
    scenario(calls);
    Ok(())
}

/// Runs everything once, to see that it runs.
fn run_all() -> Result<(), String> {
    let library = cpp::build()?;
    for (column, scenario) in ROWS.iter().flat_map(|row| row.scenarios.iter().enumerate()) {
        match scenario {
            Some(_) if column == CPP && library.is_none() => {}
            Some(scenario) => scenario(2),
            None => {}
        }
    }
    Ok(())
}

/// The parent's part: counts, and prints the table.
fn measure() -> Result<(), String> {
    let Some(valgrind) = mapidl_tests::judge(&["valgrind"]) else { return Ok(()) };
    let library = cpp::build()?;
    print!("{:32}", "instructions");
    COLUMNS.iter().for_each(|column| print!("{column:>14}"));
    println!("   ratios");
    for (index, row) in ROWS.iter().enumerate() {
        let mut figures = [None; COLUMNS.len()];
        for (column, scenario) in row.scenarios.iter().enumerate() {
            if scenario.is_some() && (column != CPP || library.is_some()) {
                figures[column] = Some(count::per_call(&valgrind, index, column)?);
            }
        }
        print_row(row.name, &figures);
    }
    Ok(())
}

fn print_row(name: &str, figures: &[Option<f64>; COLUMNS.len()]) {
    print!("{name:32}");
    for figure in figures {
        match figure {
            Some(figure) => print!("{figure:>14.1}"),
            None => print!("{:>14}", "-"),
        }
    }
    let ratios = RATIOS.iter().filter_map(|&(ours, theirs)| {
        let ratio = figures[ours]? / figures[theirs]?;
        Some(format!("{}:{} {ratio:.2}", COLUMNS[ours], COLUMNS[theirs]))
    });
    println!("   {}", ratios.collect::<Vec<_>>().join(", "));
}
