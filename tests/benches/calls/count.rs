//! Duty: count the instructions of a scenario. Input: its place in the table. Output: instructions per call.

use std::path::Path;
use std::process::Command;

/// The argument that makes this program run one scenario.
pub(crate) const CHILD: &str = "--scenario";

/// Enough that what differs between two runs of a program (addresses, the environment) is lost in it.
const CALLS: u32 = 20_000;

/// The instructions of one call: what twice as many calls cost more.
pub(crate) fn per_call(valgrind: &Path, row: usize, column: usize) -> Result<f64, String> {
    let once = instructions(valgrind, row, column, CALLS)?;
    let twice = instructions(valgrind, row, column, 2 * CALLS)?;
    let difference = twice.checked_sub(once).ok_or("twice as many calls cost less")?;
    Ok(difference as f64 / f64::from(CALLS))
}

fn instructions(valgrind: &Path, row: usize, column: usize, calls: u32) -> Result<u64, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let output = Command::new(valgrind)
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(program)
        .args([CHILD, &row.to_string(), &column.to_string(), &calls.to_string()])
        .output()
        .map_err(|error| format!("{} does not start: {error}", valgrind.display()))?;
    let report = String::from_utf8_lossy(&output.stderr);
    let collected = report.lines().find_map(|line| line.split_once("Collected : ")?.1.trim().parse().ok());
    match collected {
        Some(collected) if output.status.success() => Ok(collected),
        _ => Err(format!("valgrind counted nothing:\n{report}")),
    }
}
