//! Duty: decide what Rust to write, before any of it is written.
//! Input: a [`Model`](crate::model::Model), its layouts, and [`Options`]. Output: a [`Plan`] of Rust-shaped values
//! without tokens, which can be printed so that a reviewer sees *why* a wrapper looks as it does.

mod context;
mod data;
mod docs;
mod items;
mod options;
mod params;
mod records;
mod types;
mod words;

pub use data::{
    Alias, Arm, ArrayItem, Base, BitField, BitValue, Bound, BufferElem, Coclass, Const, Conv, CountBy, Dll, Elem, Enum,
    External, Field, FieldRole, FixedView, Function, Handle, Heap, Hold, Holds, Inherited, Interface, Item, Layout,
    List, Literal, Method, Module, OutCount, OwnArray, Owned, Param, Path, Plan, Proof, Record, RefArm, RefArms,
    RefField, Renamed, Return, Role, Switch, TailView, Ty, UnicodeGate, View, ViewField, Width, field, role,
};
pub(crate) use data::{Attribute, Behind};
pub use items::build::plan;
pub use options::{Mocks, Options};
