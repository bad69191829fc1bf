//! Duty: answers with recognisable values, as an implementer gives them and as a caller gets them.

use super::Turn;
use super::arguments::{ACCESS, BYTES, Number, Sample, TAGS, UID, WIDE};
use super::arguments::{binaries, names, restriction, rows, sort_orders, subjects};
use mapi::*;
use mapidl::com::IStorage;
use mapidl::record::{NotNull, Ptr, PtrView};
use mapidl::text::{WidePtr, WideView};
use mapidl::{HRESULT, IUnknown, Interface, MapiBox, MapiString, MapiVec, OneBlock, Result, Success};

const WARNING: HRESULT = MAPI_W_ERRORS_RETURNED;
const ERROR: HRESULT = MAPI_E_NO_ACCESS;
/// The place that numbers tell that come out.
const OUT: usize = 0x33;

/// What a method returns.
pub(crate) trait Outcome {
    /// What the implementer answers.
    fn answer(turn: Turn) -> Self;

    /// Whether it is that answer.
    fn holds(self, turn: Turn) -> bool;
}

impl<T: Output> Outcome for Result<T> {
    fn answer(turn: Turn) -> Self {
        if turn == Turn::Refused { Err(ERROR.into()) } else { Ok(T::output(turn)) }
    }
    fn holds(self, turn: Turn) -> bool {
        match self {
            Ok(value) => turn != Turn::Refused && value.holds(turn),
            Err(error) => turn == Turn::Refused && error.code() == ERROR,
        }
    }
}

impl Outcome for u32 {
    fn answer(_: Turn) -> Self {
        Self::number(OUT)
    }
    fn holds(self, _: Turn) -> bool {
        self == Self::number(OUT)
    }
}

/// What comes out of a call that succeeds.
pub(crate) trait Output {
    /// Whether it comes out where an optional list does not go in, rather than with everything else.
    const INSTEAD: bool = false;

    fn output(turn: Turn) -> Self;
    fn holds(&self, turn: Turn) -> bool;
}

impl<T: Number> Output for T {
    fn output(_: Turn) -> Self {
        T::number(OUT)
    }
    fn holds(&self, _: Turn) -> bool {
        self.bits() == T::number(OUT).bits()
    }
}

impl<T: Output> Output for Option<T> {
    fn output(turn: Turn) -> Self {
        ((turn == Turn::Nulls) == T::INSTEAD).then(|| T::output(turn))
    }
    fn holds(&self, turn: Turn) -> bool {
        let expected = (turn == Turn::Nulls) == T::INSTEAD;
        self.as_ref().map_or(!expected, |value| expected && value.holds(turn))
    }
}

impl<T: Output> Output for Success<T> {
    fn output(turn: Turn) -> Self {
        Success::with(T::output(turn), WARNING)
    }
    fn holds(&self, turn: Turn) -> bool {
        self.code() == WARNING && T::holds(self, turn)
    }
}

macro_rules! tuples {
    ($(($($ty:ident $i:tt),+);)*) => {$(
        impl<$($ty: Output),+> Output for ($($ty,)+) {
            fn output(turn: Turn) -> Self { ($($ty::output(turn),)+) }
            fn holds(&self, turn: Turn) -> bool { $(self.$i.holds(turn))&&+ }
        }
    )*};
}

tuples! {
    (A 0, B 1);
    (A 0, B 1, C 2);
    (A 0, B 1, C 2, D 3);
}

macro_rules! outputs {
    ($($ty:ty: $value:expr, $this:ident => $holds:expr;)*) => {$(
        impl Output for $ty {
            fn output(_: Turn) -> Self { $value }
            fn holds(&self, _: Turn) -> bool { let $this = self; $holds }
        }
    )*};
}

fn error() -> MapiError<'static> {
    MapiError::default().with_error(Some(WIDE)).with_low_level_error(7).with_context(9)
}

const PROBLEM: SPropProblem = SPropProblem { ulIndex: 3, ulPropTag: TAGS[0].0, scode: ERROR };
const MEMORY: &str = "memory";

outputs! {
    (): (), _this => true;
    MAPIUID: UID, this => this.ab == UID.ab;
    MapiString: MapiString::new(WIDE).expect(MEMORY), this => *this.to_wide() == *WIDE;
    MapiVec<u8>: MapiVec::new(BYTES).expect(MEMORY), this => this.iter().eq(BYTES.iter().copied());
    MapiVec<SPropValue>: MapiVec::new(subjects()).expect(MEMORY), this => this.iter().eq(subjects().iter().copied());
    MapiVec<NotNull<WidePtr>>: MapiVec::new(&[WideView::from(WIDE)]).expect(MEMORY), this =>
        this.iter().eq([WideView::from(WIDE)]);
    MapiVec<Ptr<MAPINAMEID>>: MapiVec::new(&[PtrView::new(&names()[0])]).expect(MEMORY), this => this.len() == 1;
    MapiVec<MAPI_PROP_ACCESS_FLAGS>: MapiVec::new(ACCESS).expect(MEMORY), this =>
        this.iter().eq(ACCESS.iter().copied());
    MapiBox<MAPIERROR>: MapiBox::new(error()).expect(MEMORY), this =>
        this.view().error() == Some(WIDE) && this.view().context() == 9;
    MapiBox<SPropProblemArray>: MapiBox::new(&[PROBLEM]).expect(MEMORY), this => this.view().len() == 1;
    MapiBox<SRowSet>: MapiBox::new(rows()).expect(MEMORY), this => this.view().iter().eq(rows().iter().copied());
    MapiBox<OneBlock<SRow>>: MapiBox::new(rows()[0]).expect(MEMORY), this => this.view() == rows()[0];
    MapiBox<SSortOrderSet>: MapiBox::new(sort_orders()).expect(MEMORY), this => this.view() == sort_orders();
    MapiBox<SRestriction>: MapiBox::new(restriction()).expect(MEMORY), this => this.view() == restriction();
    MapiBox<SBinaryArray>: MapiBox::new(binaries()).expect(MEMORY), this => this.view() == binaries();
}

impl Output for MapiBox<SPropTagArray> {
    const INSTEAD: bool = true;

    fn output(_: Turn) -> Self {
        Self::new(TAGS).expect(MEMORY)
    }
    fn holds(&self, _: Turn) -> bool {
        self.view().to_vec() == TAGS
    }
}

macro_rules! objects {
    ($($interface:ident),*) => {$(
        impl Output for $interface {
            fn output(_: Turn) -> Self { <$interface as Sample>::object().clone() }
            fn holds(&self, _: Turn) -> bool { self.as_raw() == <$interface as Sample>::object().as_raw() }
        }
    )*};
}

objects! {
    IABLogon, IMAPIProgress, IMAPIProp, IMAPISupport, IMAPITable, IMSLogon, IMsgServiceAdmin, IProfSect, IProviderAdmin,
    IStorage, IUnknown, IXPLogon
}
