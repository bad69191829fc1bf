//! Duty: the command `show`. Input: IDL, a name. Output: what the name means, as a page of text.

mod interface;
mod page;
mod record;
mod value;

use crate::console::{Console, Stop};
use crate::find::find;
use crate::inputs::Inputs;
use clap::Args;
use mapidl_codegen::driver::Compilation;
use mapidl_codegen::model::Decl;
use mapidl_codegen::plan;

const EXAMPLES: &str = "\
Examples:
  mapidl show IMAPITable idl        the vtable: slots, offsets, signatures, quick facts
  mapidl show SPropValue idl        size, alignment and offsets of a record
  mapidl show MAPI_E_NOT_FOUND      the value of a constant, from the folder `idl`";

/// Show a vtable, the layout of a record, the values of an enum
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Show {
    /// An interface, struct, union, enum, typedef, constant, coclass, library or module
    name: String,

    #[command(flatten)]
    inputs: Inputs,
}

impl Show {
    pub(crate) fn run(&self, console: &Console) -> Result<(), Stop> {
        let compilation = self.inputs.compile(console, plan::Options::default())?;
        match find(&compilation.model, &self.name) {
            Ok(decl) => console.print(&page(&compilation, decl)),
            Err(diagnostic) => console.fail(diagnostic),
        }
    }
}

fn page(compilation: &Compilation, decl: Decl) -> String {
    let model = &compilation.model;
    match decl {
        Decl::Interface(id) => interface::interface(compilation, id),
        Decl::Record(id) => record::record(compilation, id),
        Decl::Alias(id) => record::alias(compilation, id),
        Decl::Enum(id) => value::enumeration(compilation, &model.enums[id], None),
        Decl::Enumerator(id, index) => value::enumeration(compilation, &model.enums[id], Some(index)),
        Decl::Const(id) => value::constant(compilation, &model.consts[id]),
        Decl::Coclass(id) => interface::coclass(compilation, &model.coclasses[id]),
        Decl::Library(id) => interface::library(compilation, &model.libraries[id]),
        Decl::Module(id) => interface::module(compilation, &model.modules[id]),
    }
}
