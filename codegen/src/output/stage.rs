//! Duty: folders beside the targets in which new texts lie until all are complete.
//! Input: the folder of some targets. Output: files in it that can be renamed, and no trace of those that were not.
//!
//! A staging folder holds a locked file for as long as its run lives: who gets that lock knows that the run is dead,
//! and takes what it left away. Nothing is told by age or process number, so that runs on several machines that share
//! a disk do not take each other's files.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// How the names of staging folders begin.
const PREFIX: &str = ".mapidl-";
/// How many characters follow, chosen at random.
const RANDOM: usize = 12;
/// The file that a living run has locked.
const LOCK: &str = "lock";

/// A staging folder of this run; taken away when it is dropped.
#[derive(Debug)]
pub(super) struct Stage {
    /// Closed first: some systems keep a folder with an open file.
    _lock: File,
    folder: TempDir,
    count: usize,
}

impl Stage {
    /// Makes a staging folder in a folder.
    pub(super) fn new(parent: &Path) -> io::Result<Self> {
        loop {
            let folder = tempfile::Builder::new().prefix(PREFIX).rand_bytes(RANDOM).tempdir_in(parent)?;
            match claim(&folder.path().join(LOCK)) {
                Ok(Some(lock)) => return Ok(Self { _lock: lock, folder, count: 0 }),
                // Another run took the folder for one that was left behind, before it could be locked.
                Ok(None) => {}
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Makes a file, with the rights that any new file gets, and says where.
    pub(super) fn put(&mut self, text: &str) -> io::Result<PathBuf> {
        let path = self.folder.path().join(self.count.to_string());
        self.count += 1;
        fs::write(&path, text)?;
        Ok(path)
    }
}

/// Makes and locks a file; `None` where it was taken away meanwhile.
fn claim(path: &Path) -> io::Result<Option<File>> {
    let lock = File::create(path)?;
    // A disk that knows no locks leaves what dead runs leave: nobody can get the lock.
    let _ = lock.lock();
    Ok(path.exists().then_some(lock))
}

/// Takes away what dead runs left in a folder. What cannot be taken away is in nobody's way.
pub(super) fn sweep(parent: &Path) {
    let Ok(entries) = fs::read_dir(parent) else { return };
    for entry in entries.flatten().filter(|entry| is_stage(&entry.file_name().to_string_lossy())) {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            let _ = take_away(&entry.path());
        }
    }
}

/// Whether a folder of this name is one of some run's.
pub(super) fn is_stage(name: &str) -> bool {
    name.strip_prefix(PREFIX)
        .is_some_and(|rest| rest.len() == RANDOM && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

fn take_away(folder: &Path) -> io::Result<()> {
    let lock = match File::options().read(true).write(true).open(folder.join(LOCK)) {
        Ok(lock) => lock,
        // Its run died before it made the lock, or is about to make it: it makes another folder then.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return fs::remove_dir(folder),
        Err(error) => return Err(error),
    };
    match lock.try_lock() {
        Ok(()) => fs::remove_dir_all(folder),
        Err(TryLockError::WouldBlock) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    }

    #[test]
    fn a_living_run_keeps_its_folder_and_a_dead_one_does_not() {
        let folder = tempfile::tempdir().unwrap();
        let mut stage = Stage::new(folder.path()).unwrap();
        let text = stage.put("text").unwrap();
        sweep(folder.path());
        assert_eq!(fs::read_to_string(&text).unwrap(), "text");
        // As a run leaves it that is killed.
        let dead = folder.path().join(".mapidl-abcdefghijkl");
        fs::create_dir(&dead).unwrap();
        fs::write(dead.join("0"), "half").unwrap();
        fs::write(dead.join(LOCK), "").unwrap();
        fs::create_dir(folder.path().join(".mapidl-000000000000")).unwrap();
        sweep(folder.path());
        assert_eq!(names(folder.path()).len(), 1, "{:?}", names(folder.path()));
        drop(stage);
        assert!(names(folder.path()).is_empty());
    }

    #[test]
    fn what_only_looks_like_it_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        for name in [".mapidl-abc", ".mapidl-abcdefghijk-", "mapidl-abcdefghijkl"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        fs::write(folder.path().join(".mapidl-abcdefghijkl"), "a file").unwrap();
        // Somebody's folder of this name, without a lock, that holds something.
        fs::create_dir(folder.path().join(".mapidl-abcdefghijkm")).unwrap();
        fs::write(folder.path().join(".mapidl-abcdefghijkm/notes"), "").unwrap();
        sweep(folder.path());
        assert_eq!(names(folder.path()).len(), 5);
    }

    #[test]
    fn runs_at_once_do_not_take_each_others_folders() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        sweep(folder.path());
                        let mut stage = Stage::new(folder.path()).unwrap();
                        let path = stage.put("text").unwrap();
                        assert_eq!(fs::read_to_string(path).unwrap(), "text");
                    }
                });
            }
        });
        assert!(names(folder.path()).is_empty());
    }
}
