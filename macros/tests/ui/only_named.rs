//! An interface of which only the name is known cannot be implemented, whatever traits are in scope.

mod idl {
    mapidl::include_idl!("../../../tmp/named.idl");
}

trait Matches {
    fn matches(_: &mapidl::GUID) -> bool {
        true
    }
}

impl<T> Matches for T {}

struct Object;

mapidl::implement! { impl Object as Object_Impl: [idl::IOpaque] }

fn main() {}
