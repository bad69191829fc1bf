//! Duty: the loader of files on disk: beside the importing file first, then in the include folders in order.

use super::decode::{check_size, decode};
use super::loader::{first, normalize};
use super::{LoadError, Loaded, Loader, MAX_FILE, Origin};
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

/// Files on disk.
#[derive(Clone, Debug, Default)]
pub struct DiskLoader {
    include: Vec<PathBuf>,
}

impl DiskLoader {
    /// A loader that searches the folders `include`, in order, for what is not found beside the importing file.
    #[must_use]
    pub fn new(include: Vec<PathBuf>) -> Self {
        Self { include }
    }
}

impl Loader for DiskLoader {
    fn beside(
        &self,
        importing: Option<&Origin>,
        name: &str,
        searched: &mut Vec<String>,
    ) -> Result<Option<Loaded>, LoadError> {
        let name = normalize(name);
        match importing {
            None => open(Path::new(&name), &name, searched),
            Some(Origin::Disk(path)) => {
                let folder = path.parent().unwrap_or(Path::new(""));
                let path = folder.join(&name);
                open(&path, &self.relative(&path), searched)
            }
            Some(Origin::Memory { .. }) => Ok(None),
        }
    }

    fn search(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        let name = normalize(name);
        first(self.include.iter().map(|folder| open(&folder.join(&name), &name, searched)))
    }
}

impl DiskLoader {
    /// `path` relative to the include folder that holds it, else as it is.
    fn relative(&self, path: &Path) -> String {
        let inner = self.include.iter().find_map(|folder| path.strip_prefix(folder).ok());
        normalize(&inner.unwrap_or(path).to_string_lossy())
    }
}

/// Reads the file at `path`; `None` where there is none.
fn open(path: &Path, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
    let display = normalize(&path.to_string_lossy());
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            searched.push(display);
            return Ok(None);
        }
        Err(error) => return Err(LoadError::Unreadable { path: display, reason: error.to_string() }),
    };
    let text = read(file, &display)?;
    let canonical = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let key = format!("file:{}", canonical.to_string_lossy());
    Ok(Some(Loaded { name: name.to_owned(), display, key, origin: Origin::Disk(path.to_path_buf()), text }))
}

/// Reads and decodes a file. Not more than the limit is read, whatever the size that the system tells: devices and
/// pipes tell none.
fn read(file: File, path: &str) -> Result<String, LoadError> {
    let unreadable = |error: std::io::Error| LoadError::Unreadable { path: path.to_owned(), reason: error.to_string() };
    let data = file.metadata().map_err(unreadable)?;
    if data.is_dir() {
        return Err(LoadError::Directory { path: path.to_owned() });
    }
    check_size(path, data.len())?;
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or(0));
    file.take(MAX_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    check_size(path, bytes.len() as u64)?;
    decode(path, bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn files_are_found_beside_and_in_folders() {
        let folder = tempfile::tempdir().unwrap();
        let (root, include) = (folder.path().join("src"), folder.path().join("inc"));
        fs::create_dir_all(include.join("deep")).unwrap();
        fs::create_dir_all(&root).unwrap();
        fs::write(root.join("a.idl"), "a").unwrap();
        fs::write(root.join("b.idl"), "beside").unwrap();
        fs::write(include.join("b.idl"), "included").unwrap();
        fs::write(include.join("deep/c.idl"), "c").unwrap();
        fs::write(include.join("deep/d.idl"), "d").unwrap();
        let loader = DiskLoader::new(vec![include.clone()]);
        let a = loader.load(None, root.join("a.idl").to_str().unwrap()).unwrap();
        assert_eq!(loader.load(Some(&a.origin), "b.idl").unwrap().text, "beside");
        let c = loader.load(Some(&a.origin), "deep\\c.idl").unwrap();
        assert_eq!(c.name, "deep/c.idl");
        assert_eq!(loader.load(Some(&c.origin), "d.idl").unwrap().name, "deep/d.idl");
        let again = loader.load(Some(&c.origin), "../deep/./c.idl").unwrap();
        assert_eq!(again.key, c.key);
    }

    #[test]
    fn what_cannot_be_taken_is_said() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("dir.idl")).unwrap();
        fs::write(folder.path().join("bad.idl"), b"ok \xff\x01").unwrap();
        fs::write(folder.path().join("wide.idl"), b"\xff\xfea\0\0\xd8").unwrap();
        let loader = DiskLoader::new(vec![folder.path().to_path_buf()]);
        assert!(matches!(loader.load(None, "dir.idl"), Err(LoadError::Directory { .. })));
        assert!(matches!(loader.load(None, "bad.idl"), Err(LoadError::NotUtf8 { offset: 3, .. })));
        assert!(matches!(loader.load(None, "wide.idl"), Err(LoadError::NotUtf16 { .. })));
        let Err(LoadError::Missing { searched, .. }) = loader.load(None, "no.idl") else { panic!("found") };
        assert_eq!(searched.len(), 2);
    }

    #[test]
    fn a_file_beyond_the_limit_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big.idl");
        File::create(&path).unwrap().set_len(MAX_FILE + 1).unwrap();
        let error = DiskLoader::default().load(None, path.to_str().unwrap()).unwrap_err();
        assert!(matches!(error, LoadError::TooLarge { limit: MAX_FILE, .. }), "{error:?}");
    }
}
