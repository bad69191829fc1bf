//! Duty: find IDL files as a macro means them, from the folder of the package that is being compiled.
//! Input: names as the macro's arguments write them. Output: a [`Compilation`] by the compiler's own driver, and the
//! tokens that make cargo watch the files that were read.

use mapidl_codegen::driver::{self, Compilation, Options};
use mapidl_codegen::source::{ChainLoader, DiskLoader, LoadError, Loaded, Loader, MemoryLoader, Origin};
use proc_macro2::TokenStream;
use quote::quote;
use std::env;
use std::path::{Path, PathBuf, absolute};

/// The label of texts that a macro makes; what they import is looked for in the package's folder.
const LABEL: &str = "macro";

/// The folder of a package.
#[derive(Debug)]
pub(crate) struct Package {
    folder: PathBuf,
}

impl Package {
    /// The package that is being compiled. Its folder is named relative to the working directory where that is
    /// possible, so that messages name files as rustc does.
    pub(crate) fn of_build() -> Self {
        let folder = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from).unwrap_or_default();
        let inner = env::current_dir().ok().and_then(|cwd| folder.strip_prefix(cwd).map(Path::to_path_buf).ok());
        Self { folder: inner.unwrap_or(folder) }
    }

    #[cfg(test)]
    pub(crate) fn at(folder: &Path) -> Self {
        Self { folder: folder.to_path_buf() }
    }

    /// Compiles a file of the package.
    pub(crate) fn compile(&self, file: &str, options: &Options) -> Compilation {
        self.run(file, MemoryLoader::new(LABEL), options)
    }

    /// Compiles a text that a macro made.
    pub(crate) fn compile_text(&self, name: &str, text: String, options: &Options) -> Compilation {
        self.run(name, MemoryLoader::new(LABEL).with(name, text), options)
    }

    fn run(&self, name: &str, made: MemoryLoader, options: &Options) -> Compilation {
        let include = options.include.iter().map(|dir| self.folder.join(dir)).collect();
        let files = Files { folder: &self.folder, made, disk: DiskLoader::new(include) };
        let bundled = driver::bundled();
        driver::compile_with(&[name.to_owned()], &ChainLoader::new(vec![&files, &bundled]), options)
    }
}

/// The files of a package, named relative to its folder, and the text that a macro made.
struct Files<'a> {
    folder: &'a Path,
    made: MemoryLoader,
    disk: DiskLoader,
}

impl Files<'_> {
    /// Looks in the package's folder.
    fn own(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        self.disk.beside(None, &self.folder.join(name).to_string_lossy(), searched)
    }

    fn rename(&self, loaded: Loaded) -> Loaded {
        let inner = Path::new(&loaded.name).strip_prefix(self.folder).ok();
        let name = inner.map(|inner| inner.to_string_lossy().replace('\\', "/"));
        Loaded { name: name.unwrap_or(loaded.name), ..loaded }
    }
}

impl Loader for Files<'_> {
    fn beside(
        &self,
        importing: Option<&Origin>,
        name: &str,
        searched: &mut Vec<String>,
    ) -> Result<Option<Loaded>, LoadError> {
        let found = match importing {
            // Nobody looked for a file of this name: `searched` is for places that people can look at.
            None => match self.made.search(name, &mut Vec::new())? {
                None => self.own(name, searched)?,
                made => made,
            },
            Some(Origin::Memory { label: LABEL, .. }) => self.own(name, searched)?,
            Some(_) => self.disk.beside(importing, name, searched)?,
        };
        Ok(found.map(|loaded| self.rename(loaded)))
    }

    fn search(&self, name: &str, searched: &mut Vec<String>) -> Result<Option<Loaded>, LoadError> {
        self.disk.search(name, searched)
    }
}

/// Items without a meaning, for which the compiler reads every file of a run: cargo then sees them change.
pub(crate) fn watch(compilation: &Compilation) -> TokenStream {
    let paths = compilation.files.iter().filter_map(|path| Some(absolute(path).ok()?.to_str()?.to_owned()));
    let item = |path| quote! { const _: &[::core::primitive::u8] = ::core::include_bytes!(#path); };
    paths.map(item).collect()
}
