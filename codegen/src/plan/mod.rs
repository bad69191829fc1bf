//! Duty: decide what Rust to write, before any of it is written.
//! Input: a [`Model`](crate::model::Model), its layouts, and [`Options`]. Output: a [`Plan`] of Rust-shaped values
//! without tokens, which can be printed so that a reviewer sees *why* a wrapper looks as it does.

mod automation;
mod bits;
mod build;
mod change;
mod class;
mod components;
mod count_words;
mod counts;
mod data;
mod dll;
mod duty;
mod elem;
mod ended;
mod extent;
mod external;
mod face;
mod freed;
mod item_names;
mod kept;
mod members;
mod method;
mod modules;
mod nulls;
mod options;
mod outer;
mod overlooked;
mod reach;
mod record;
mod refs;
mod stand_ins;
mod switch;
mod ty;
mod values;
mod written;

pub use build::plan;
pub use data::{
    Alias, Arm, ArrayItem, Base, BitField, BitValue, Bound, BufferElem, Coclass, Const, Conv, CountBy, Dll, Elem, Enum,
    External, Field, FieldRole, FixedView, Function, Handle, Heap, Hold, Holds, Interface, Item, Layout, List, Literal,
    Method, Module, OutCount, OwnArray, Owned, Param, Path, Plan, Proof, Record, RefArm, RefArms, RefField, Renamed,
    Return, Role, Switch, TailView, Ty, UnicodeGate, View, ViewField, Width, field, role,
};
pub use options::{Mocks, Options};
