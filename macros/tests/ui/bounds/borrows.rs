//! What is borrowed does not outlive its owner, and is not written while somebody else reads it.

use mapidl::{Bstr, IUnknown, MapiBox, MapiVec, Result, SafeArray, TaskString, U16CStr, implement, u16cstr};
use std::cell::RefCell;

mapidl::include_idl!("../../../tmp/bounds.idl");

/// What a call lends goes with it.
struct Keeper;
implement! { impl Keeper as Keeper_Impl: [IKeeper] }
thread_local! {
    static TEXT: RefCell<Option<&'static U16CStr>> = const { RefCell::new(None) };
    static NAMES_KEPT: RefCell<Option<Names<'static>>> = const { RefCell::new(None) };
    static BYTES: RefCell<Option<&'static [u8]>> = const { RefCell::new(None) };
    static OBJECT: RefCell<Option<&'static IUnknown>> = const { RefCell::new(None) };
}
impl IKeeper_Impl for Keeper_Impl {
    fn keep(&self, text: &U16CStr, names: Names<'_>, bytes: &[u8], object: Option<&IUnknown>) -> Result<()> {
        TEXT.set(Some(text));
        NAMES_KEPT.set(Some(names));
        BYTES.set(Some(bytes));
        OBJECT.set(object);
        Ok(())
    }
}

fn views_of_owners() {
    let names = {
        let owner = MapiVec::<NAMES>::new(&[Names::new(&[1, 2])]).unwrap();
        owner.get(0)
    };
    let numbers = {
        let owner = MapiBox::<NAMES>::new(Names::new(&[1, 2])).unwrap();
        owner.view().numbers()
    };
    drop((names, numbers));
}

fn views_of_what_rust_owns() {
    let names = {
        let numbers = vec![1, 2];
        Names::new(&numbers)
    };
    drop(names);
}

fn texts() {
    let text = TaskString::new(u16cstr!("text")).unwrap();
    let view = text.as_ustr();
    drop(text);
    println!("{view:?}");
    let text = Bstr::from("text");
    let wide = text.as_wide();
    drop(text);
    println!("{wide:?}");
}

fn one_buffer_for_two(keeper: &IKeeper) {
    let mut buffer = [0; 4];
    let _ = keeper.fill(&mut buffer, &mut buffer);
}

fn a_buffer_that_is_read(keeper: &IKeeper) {
    let mut buffers = [0; 8];
    let (first, second) = buffers.split_at_mut(4);
    let seen = &buffers[0];
    let _ = keeper.fill(first, second);
    println!("{seen}");
}

fn elements_of_arrays() {
    let mut array = SafeArray::from_vec(vec![1_i32, 2]).unwrap();
    let first = array.elements_mut::<i32>().unwrap();
    let second = array.elements_mut::<i32>().unwrap();
    drop((first, second));
}

fn objects(object: mapidl::ComObject<Keeper>) {
    let value: &Keeper = object.get();
    drop(object);
    std::mem::size_of_val(value);
}

fn main() {}
