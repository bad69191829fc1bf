//! Duty: what is to be written, as data: what a reviewer sees when the plan is printed.
//! Input: nothing; the planner fills it in. Output: values without tokens, which emission writes and decides no more.

mod attribute;
mod external;
pub mod field;
mod interface;
mod module;
mod parts;
mod record;
pub mod role;
mod ty;
mod value;
mod view;

pub(crate) use attribute::Attribute;
pub use external::{External, Proof};
pub use field::{FieldRole, Hold};
pub use interface::{Base, Dll, Function, Inherited, Interface, Method, Param, Return};
pub use module::{Item, Module, Plan, Renamed};
pub(crate) use parts::Behind;
pub use parts::{BufferElem, CountBy, Heap, Holds, Item as ArrayItem, OutCount, Owned, UnicodeGate, Width};
pub use record::{BitField, BitValue, Field, Layout, Record};
pub use role::Role;
pub use ty::{Conv, Elem, Path, Ty};
pub use value::{Alias, Coclass, Const, Enum, Handle, Literal};
pub use view::{Arm, Bound, FixedView, List, OwnArray, RefArm, RefArms, RefField, Switch, TailView, View, ViewField};
