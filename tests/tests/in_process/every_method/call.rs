//! Duty: call a method through its vtable with arguments that only its table describes, and tell what must come of it.

use mapidl::{HRESULT, IUnknown, Interface as _};
use std::ffi::c_void;

/// What a mock tells of its failures since it was asked last.
pub(crate) type Report = Box<dyn Fn() -> String>;

/// An interface of MAPI.
pub(crate) struct Interface {
    pub(crate) name: &'static str,
    /// Its identifier.
    pub(crate) iid: mapidl::GUID,
    /// Whether it has one.
    pub(crate) named: bool,
    /// The methods of its bases and its own, in the order of the vtable, IUnknown's left out.
    pub(crate) methods: Vec<&'static [Method]>,
    /// A mock of it, its interface pointer, and what tells of its failures.
    pub(crate) mock: fn() -> (IUnknown, Report),
    /// A provider that implements nothing.
    pub(crate) empty: fn() -> IUnknown,
}

/// A method, with what the contract says of it.
pub(crate) struct Method {
    /// `IMAPIProp::GetProps`
    pub(crate) name: &'static str,
    pub(crate) returns: Returns,
    /// What it answers to a null that is forbidden.
    pub(crate) bad_pointer: u32,
    /// What it answers where nobody implements it.
    pub(crate) unimplemented: u32,
    pub(crate) params: &'static [Param],
    /// Calls it with machine words; gives the bytes that it returned.
    pub(crate) call: unsafe fn(*mut c_void, &[usize]) -> Vec<u8>,
}

/// What a method returns.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Returns {
    /// An HRESULT.
    Code,
    /// Something else, which is zero where nobody implements it.
    Value,
    /// An HRESULT of a reserved slot: mocks have no expectation for it.
    ReservedCode,
    /// Something else of a reserved slot.
    ReservedValue,
}

impl Returns {
    pub(crate) fn is_code(self) -> bool {
        matches!(self, Self::Code | Self::ReservedCode)
    }

    pub(crate) fn is_reserved(self) -> bool {
        matches!(self, Self::ReservedCode | Self::ReservedValue)
    }
}

/// What a parameter is.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Param {
    /// A number or a record, passed as it is.
    Value,
    /// Flags; without these, strings would have a width that the method does not have.
    Gate(u32),
    /// Not looked at.
    Reserved,
    /// A pointer to something that is read, and not written by a call that fails.
    In(bool),
    /// A pointer to what another parameter counts.
    Counted { needed: bool, by: usize },
    /// A pointer to as many things as a list has that another parameter is.
    LikeList { needed: bool, list: usize },
    /// An interface.
    Object(bool),
    /// A pointer to what comes out.
    Out { needed: bool, size: usize },
    /// A pointer of which nothing is known.
    Raw,
}

/// The nulls of a call.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Nulls {
    /// None.
    None,
    /// None, and no flags either.
    Flags,
    /// This one.
    One(usize),
    /// Everything is zero.
    All,
}

/// What must come of a call.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) enum Fate {
    /// Refused with this code, before the implementer learns of it.
    Refused(HRESULT),
    /// The implementer is asked.
    Reached,
}

const MAPI_E_BAD_CHARWIDTH: HRESULT = HRESULT(0x8004_0103_u32.cast_signed());

impl Method {
    /// The calls to make of it.
    pub(crate) fn nulls(&self) -> Vec<Nulls> {
        let pointers = (0..self.params.len()).filter(|i| self.params[*i].is_pointer()).map(Nulls::One);
        let gates = self.has_gate().then_some(Nulls::Flags);
        [Nulls::All, Nulls::None].into_iter().chain(gates).chain(pointers).collect()
    }

    fn has_gate(&self) -> bool {
        self.params.iter().any(|param| matches!(param, Param::Gate(_)))
    }

    /// What must come of such a call.
    pub(crate) fn fate(&self, nulls: Nulls) -> Fate {
        let bad_pointer = Fate::Refused(HRESULT(self.bad_pointer.cast_signed()));
        let gate = || if self.has_gate() { Fate::Refused(MAPI_E_BAD_CHARWIDTH) } else { Fate::Reached };
        match nulls {
            // An array without elements may be null.
            Nulls::All if self.params.iter().any(|p| p.is_needed() && !p.is_counted()) => bad_pointer,
            Nulls::All | Nulls::Flags => gate(),
            Nulls::One(i) if self.params[i].is_needed() => bad_pointer,
            Nulls::One(_) | Nulls::None => Fate::Reached,
        }
    }
}

impl Param {
    fn is_pointer(self) -> bool {
        !matches!(self, Self::Value | Self::Gate(_))
    }

    /// Whether the contract forbids a null only where there are elements.
    fn is_counted(self) -> bool {
        matches!(self, Self::Counted { .. } | Self::LikeList { .. })
    }

    /// Whether the contract forbids a null.
    fn is_needed(self) -> bool {
        match self {
            Self::In(needed) | Self::Object(needed) => needed,
            Self::Counted { needed, .. } | Self::LikeList { needed, .. } | Self::Out { needed, .. } => needed,
            Self::Value | Self::Gate(_) | Self::Reserved | Self::Raw => false,
        }
    }
}

/// What pointers point to: enough for every structure, and aligned for all.
#[repr(C, align(16))]
#[derive(Clone)]
struct Storage([u8; 1024]);

/// What out values hold before the call.
const BEFORE: u8 = 0xaa;

/// The arguments of one call.
pub(crate) struct Arguments {
    words: Vec<usize>,
    storage: Vec<Storage>,
    /// What the storage held before the call.
    before: Vec<Storage>,
}

impl Arguments {
    /// Dummies, but for the nulls.
    pub(crate) fn new(params: &[Param], nulls: Nulls, object: &IUnknown) -> Self {
        let fill = |param: &Param| if matches!(param, Param::Out { .. }) { BEFORE } else { 0 };
        let mut storage: Vec<_> = params.iter().map(|param| Storage([fill(param); 1024])).collect();
        let mut words: Vec<_> = params.iter().zip(&mut storage).map(|(p, s)| word(*p, s, object)).collect();
        match nulls {
            Nulls::None => {}
            Nulls::All => words.fill(0),
            Nulls::Flags => {
                let gates = params.iter().zip(&mut words).filter(|(param, _)| matches!(param, Param::Gate(_)));
                gates.for_each(|(_, word)| *word = 0);
            }
            Nulls::One(i) => {
                words[i] = 0;
                match params[i] {
                    Param::Counted { by, .. } => words[by] = 1,
                    // Lists begin with their count.
                    Param::LikeList { list, .. } => storage[list].0[..4].copy_from_slice(&1_u32.to_ne_bytes()),
                    _ => {}
                }
            }
        }
        Self { words, before: storage.clone(), storage }
    }

    /// Makes the call.
    pub(crate) fn call(&self, method: &Method, this: &IUnknown) -> Vec<u8> {
        // SAFETY: the pointer is one of an interface that has the method; the arguments are what its table says.
        unsafe { (method.call)(this.as_raw(), &self.words) }
    }

    /// After a call that failed: what comes out is zero, and nothing else was written.
    pub(crate) fn assert_untouched(&self, method: &Method, nulls: Nulls) {
        for (i, param) in method.params.iter().enumerate() {
            let (before, after) = (&self.before[i].0, &self.storage[i].0);
            let passed = self.words[i] == after.as_ptr() as usize;
            let size = match param {
                Param::Raw => continue,
                Param::Out { size, .. } if passed => *size,
                _ => 0,
            };
            assert!(
                after[..size].iter().all(|byte| *byte == 0),
                "{}: parameter {i} is not zero, {nulls:?}",
                method.name
            );
            assert!(after[size..] == before[size..], "{}: parameter {i} was written, {nulls:?}", method.name);
        }
    }
}

fn word(param: Param, storage: &mut Storage, object: &IUnknown) -> usize {
    match param {
        Param::Value | Param::Reserved => 0,
        Param::Gate(flags) => flags as usize,
        Param::Object(_) => object.as_raw() as usize,
        Param::Out { size, .. } if size > 1024 => panic!("{size} bytes come out"),
        _ => (&raw mut *storage) as usize,
    }
}

// ---- calls ----------------------------------------------------------------------------------------------------------

/// A slot of a vtable.
pub(crate) trait Slot {
    /// # Safety
    /// The object and the words are what the method takes.
    unsafe fn call(self, this: *mut c_void, words: &[usize]) -> Vec<u8>;
}

/// An argument of any type: a pointer or number of the word's value, or a record that is zero behind it.
unsafe fn argument<T>(word: usize) -> T {
    let mut memory = [0_usize; 16];
    assert!(size_of::<T>() <= size_of_val(&memory) && align_of::<T>() <= align_of::<usize>());
    memory[0] = word;
    // SAFETY: the caller passes no type but those of C, in which all bits mean something.
    unsafe { std::mem::transmute_copy(&memory) }
}

macro_rules! slots {
    ($($count:literal: $($param:ident $index:literal)*;)*) => {
        $(impl<R: Copy, $($param),*> Slot for unsafe extern "system" fn(*mut c_void, $($param),*) -> R {
            #[allow(unused_variables)]
            unsafe fn call(self, this: *mut c_void, words: &[usize]) -> Vec<u8> {
                assert_eq!(words.len(), $count);
                // SAFETY: as the caller promises.
                unsafe {
                    let answer: R = self(this, $(argument::<$param>(words[$index])),*);
                    std::slice::from_raw_parts((&raw const answer).cast(), size_of::<R>()).to_vec()
                }
            }
        })*
    };
}

slots! {
    0: ;
    1: A 0;
    2: A 0 B 1;
    3: A 0 B 1 C 2;
    4: A 0 B 1 C 2 D 3;
    5: A 0 B 1 C 2 D 3 E 4;
    6: A 0 B 1 C 2 D 3 E 4 F 5;
    7: A 0 B 1 C 2 D 3 E 4 F 5 G 6;
    8: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7;
    9: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8;
    10: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9;
    11: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10;
    12: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11;
    13: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12;
    14: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13;
    15: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14;
    16: A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14 P 15;
}

/// The vtable behind an interface pointer.
///
/// # Safety
/// The pointer is one of that interface, or of one derived from it.
pub(crate) unsafe fn vtable<'a, I: mapidl::Interface>(this: *mut c_void) -> &'a I::Vtable {
    // SAFETY: as the caller promises: vtables are constants.
    unsafe { &**this.cast::<*const I::Vtable>() }
}

/// The methods of an interface.
macro_rules! methods {
    (
        $name:ident: $interface:ty, $unimplemented:literal;
        $($method:ident $returns:ident $bad_pointer:literal [$($param:expr),*];)*
    ) => {
        #[allow(non_upper_case_globals)]
        const $name: &[Method] = &[$(Method {
            name: concat!(stringify!($name), "::", stringify!($method)),
            returns: $crate::every_method::call::Returns::$returns,
            bad_pointer: $bad_pointer,
            unimplemented: $unimplemented,
            params: &[$($param),*],
            call: |this, words| {
                // SAFETY: as the caller promises.
                unsafe { $crate::every_method::call::Slot::call($crate::every_method::call::vtable::<$interface>(this).$method, this, words) }
            },
        }),*];
    };
}

/// The interfaces, each with a provider that implements nothing.
macro_rules! interfaces {
    ($($name:ident $named:literal [$($base:ident: $provider:path),*]; $interface:ty, $mock:ty;)*) => {
        pub(crate) fn interfaces() -> Vec<Interface> {
            vec![$({
                struct Empty;
                mapidl::implement! { impl Empty as Empty_Impl: [$interface] }
                $(impl $provider for Empty_Impl {})*
                Interface {
                    name: stringify!($name),
                    named: $named,
                    iid: <$interface as mapidl::Interface>::IID,
                    methods: vec![$($base),*],
                    mock: || {
                        let mock = <$mock>::new();
                        (mock.to_interface().into(), Box::new(move || mock.try_checkpoint().err().unwrap_or_default()))
                    },
                    empty: || <$interface>::from(Empty).into(),
                }
            },)*]
        }
    };
}
