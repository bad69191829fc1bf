//! Duty: give records in blocks that C may make: one block for all, whose parts are referred to from more than one place.

use mapidl::heap::Chain;
use mapidl::{GUID, HRESULT, IUnknown, Interface};
use std::ffi::c_void;
use std::ptr::null_mut;

/// An object with the slots of `ISharer`. What it gives has references to another one.
#[repr(C)]
struct Sharer {
    slots: *const Slots,
    references: u32,
    part: IUnknown,
}

/// `NODE`
#[repr(C)]
struct Node {
    next: *mut Node,
    part: *mut c_void,
}

/// `TREE`
#[repr(C)]
struct Tree {
    count: u32,
    kids: *mut Tree,
    part: *mut c_void,
}

type Give<T> = unsafe extern "system" fn(*mut Sharer, *mut *mut T) -> HRESULT;

#[repr(C)]
struct Slots {
    query: unsafe extern "system" fn(*mut Sharer, *const GUID, *mut *mut c_void) -> HRESULT,
    add: unsafe extern "system" fn(*mut Sharer) -> u32,
    release: unsafe extern "system" fn(*mut Sharer) -> u32,
    ring: Give<Node>,
    tree: Give<Tree>,
    pair: Give<[*mut Node; 2]>,
}

static SLOTS: Slots = Slots { query, add, release, ring, tree, pair };

/// A sharer (`I` is `ISharer`), whose records hold one reference each to that object.
#[must_use]
pub fn sharer<I: Interface>(part: IUnknown) -> I {
    let this = Box::into_raw(Box::new(Sharer { slots: &raw const SLOTS, references: 1, part }));
    // SAFETY: the object has the slots, and its reference is given away.
    unsafe { I::from_raw(this.cast()) }
}

/// Room for `len` records in a chain.
fn more<T>(chain: &Chain, len: usize) -> *mut T {
    chain.more::<T>(len).expect("memory").as_ptr()
}

unsafe extern "system" fn query(_: *mut Sharer, _: *const GUID, out: *mut *mut c_void) -> HRESULT {
    // SAFETY: the place is there.
    unsafe { out.write(null_mut()) };
    HRESULT(0x8000_4002_u32.cast_signed())
}

unsafe extern "system" fn add(this: *mut Sharer) -> u32 {
    // SAFETY: the object is alive, and belongs to one thread.
    unsafe {
        (*this).references += 1;
        (*this).references
    }
}

unsafe extern "system" fn release(this: *mut Sharer) -> u32 {
    // SAFETY: as above; it goes with its last reference.
    unsafe {
        (*this).references -= 1;
        let left = (*this).references;
        if left == 0 {
            drop(Box::from_raw(this));
        }
        left
    }
}

/// A node that is its own next one.
unsafe extern "system" fn ring(this: *mut Sharer, out: *mut *mut Node) -> HRESULT {
    let chain = Chain::new(size_of::<Node>()).expect("memory");
    let node = chain.root().as_ptr().cast::<Node>();
    // SAFETY: the object is alive; the block has room for a node, and the place is there.
    unsafe {
        node.write(Node { next: node, part: (*this).part.clone().into_raw() });
        out.write(chain.into_root().as_ptr().cast());
    }
    HRESULT(0)
}

/// A tree of 20 levels with two kids each, which have the same kids.
unsafe extern "system" fn tree(this: *mut Sharer, out: *mut *mut Tree) -> HRESULT {
    let chain = Chain::new(size_of::<Tree>()).expect("memory");
    let root = chain.root().as_ptr().cast::<Tree>();
    // SAFETY: the object is alive; the blocks have room for what is written, and the place is there.
    unsafe {
        let mut kids = more::<Tree>(&chain, 1);
        kids.write(Tree { count: 0, kids: null_mut(), part: (*this).part.clone().into_raw() });
        let mut count = 1;
        for _ in 0..20 {
            let two = more::<Tree>(&chain, 2);
            (0..2).for_each(|place| two.add(place).write(Tree { count, kids, part: null_mut() }));
            (kids, count) = (two, 2);
        }
        root.write(Tree { count, kids, part: null_mut() });
        out.write(chain.into_root().as_ptr().cast());
    }
    HRESULT(0)
}

/// Two pointers to one node.
unsafe extern "system" fn pair(this: *mut Sharer, out: *mut *mut [*mut Node; 2]) -> HRESULT {
    let chain = Chain::new(size_of::<[*mut Node; 2]>()).expect("memory");
    let node = more::<Node>(&chain, 1);
    // SAFETY: as above.
    unsafe {
        node.write(Node { next: null_mut(), part: (*this).part.clone().into_raw() });
        chain.root().as_ptr().cast::<[*mut Node; 2]>().write([node; 2]);
        out.write(chain.into_root().as_ptr().cast());
    }
    HRESULT(0)
}
