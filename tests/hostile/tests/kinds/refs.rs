//! Pointers in records that are never null, as the definition says: whoever gets one follows it.

use mapidl::com::{DispparamsView, VariantView, VariantViewData};
use mapidl::depth::TOO_DEEP;
use mapidl::refs::NULL_REF_POINTER;
use mapidl::{HRESULT, MapiBox, MapiVec, Result, implement, u16cstr};
use mapidl_hostile::idl::{
    BudView, ChoiceView, ChoiceViewData, CrownView, IRefs, IRefs_Impl, IRefsByDefault, IRefsByDefault_Impl, LEAF,
    LeafView, MixedView, MixedViewData,
};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, follows};

const OK: Result<(), HRESULT> = Ok(());
const REFUSED: Result<(), HRESULT> = Err(NULL_REF_POINTER);

fn code<T>(answer: Result<T>) -> Result<(), HRESULT> {
    answer.map(drop).map_err(|error| error.code())
}

/// What C++ passes in, passed on to C++, and what C++ gives, given back.
struct Relay(IRefs);

implement! { apartment impl Relay as Relay_Impl: [IRefs] }

impl IRefs_Impl for Relay_Impl {
    fn one(&self, leaf: LeafView<'_>) -> Result<()> {
        assert_eq!(leaf.must(), None, "it is shown as it is");
        self.0.one(leaf)
    }

    fn all(&self, leaves: &[LeafView<'_>]) -> Result<()> {
        self.0.all(leaves)
    }

    fn pointers(&self, leaves: &[LeafView<'_>]) -> Result<()> {
        self.0.pointers(leaves)
    }

    fn listed(&self, leaves: &[LeafView<'_>]) -> Result<()> {
        self.0.listed(leaves)
    }

    fn choose(&self, choice: Option<ChoiceView<'_>>) -> Result<()> {
        self.0.choose(choice)
    }

    fn crown(&self, crown: CrownView<'_>) -> Result<()> {
        self.0.crown(crown)
    }

    fn mixed(&self, mixed: MixedView<'_>) -> Result<()> {
        self.0.mixed(mixed)
    }

    fn called(&self, params: DispparamsView<'_>) -> Result<()> {
        self.0.called(params)
    }

    fn seen(&self, leaves: &[LeafView<'_>]) -> u32 {
        self.0.seen(leaves)
    }

    fn give(&self) -> Result<MapiBox<LEAF>> {
        self.0.give()
    }

    fn give_all(&self) -> Result<MapiVec<LEAF>> {
        self.0.give_all()
    }

    fn replace(&self, leaf: &mut Option<MapiBox<LEAF>>) -> Result<()> {
        assert!(leaf.is_some());
        Ok(())
    }
}

#[test]
fn nothing_of_ours_goes_out_without() {
    let refs: IRefs = follows();
    let number = 7;
    let (full, empty) = (LeafView::new(Some(&number), None, None), LeafView::default());
    assert_eq!((code(refs.one(full)), code(refs.one(empty))), (OK, REFUSED));
    assert_eq!(
        (code(refs.one(empty.with_may(Some(&number)))), code(refs.one(full.with_must(None)))),
        (REFUSED, REFUSED)
    );
    let (good, bad) = ([full, full], [full, empty]);
    assert_eq!((code(refs.all(&good)), code(refs.all(&bad)), code(refs.all(&[]))), (OK, REFUSED, OK));
    assert_eq!((code(refs.pointers(&good)), code(refs.pointers(&bad))), (OK, REFUSED));
    assert_eq!((code(refs.listed(&good)), code(refs.listed(&bad))), (OK, REFUSED));
    assert_eq!((refs.seen(&good), refs.seen(&bad), refs.seen(&[empty])), (2, 1, 0), "what comes before is passed");
}

#[test]
fn members_are_looked_at_by_their_discriminants() {
    let refs: IRefs = follows();
    let unknown = |kind| ChoiceView::new(ChoiceViewData::Unknown(kind, std::marker::PhantomData));
    let number = 7;
    let leaf = |must| ChoiceView::new(ChoiceViewData::_4(LeafView::new(must, None, None)));
    let text = ChoiceView::new(ChoiceViewData::_1(u16cstr!("text")));
    for (choice, expected) in [
        (text, OK),
        (leaf(Some(&number)), OK),
        (leaf(None), REFUSED),
        (unknown(1), REFUSED),
        (unknown(2), REFUSED),
        (unknown(3), OK),
        (unknown(5), REFUSED),
        (unknown(6), REFUSED),
        (ChoiceView::default(), REFUSED),
    ] {
        let deeper = ChoiceView::new(ChoiceViewData::_2(&choice));
        let deepest = ChoiceView::new(ChoiceViewData::_2(&deeper));
        for choice in [choice, deeper, deepest] {
            assert_eq!(code(refs.choose(Some(choice))), expected, "{choice:?}");
        }
    }
    assert_eq!(code(refs.choose(None)), OK);
}

/// Nothing describes the members of the second kind, and no variant stands for those of the third.
#[test]
fn members_that_nothing_describes_are_looked_at() {
    let refs: IRefs = follows();
    let unknown = |kind| MixedView::new(MixedViewData::Unknown(kind, std::marker::PhantomData));
    assert_eq!(code(refs.mixed(MixedView::new(MixedViewData::_1(7)))), OK);
    assert_eq!([1, 2, 3].map(|kind| code(refs.mixed(unknown(kind)))), [OK, REFUSED, REFUSED]);
    let relay: IRefs = Relay(refs).into();
    let (caller, refused, ok) = (Caller::of(&relay), NULL_REF_POINTER, HRESULT(0));
    assert_eq!(caller.mixed(1), [ok; 4]);
    assert_eq!(caller.mixed(2), [refused, refused, ok, ok]);
    assert_eq!(caller.mixed(3), [refused, ok, ok, ok]);
}

/// A variant by reference, an array and a record lead somewhere, whatever type they say; no number does.
#[test]
fn variants_lead_somewhere() {
    let refs: IRefs = follows();
    let unknown = |kind| VariantViewData::Unknown(kind, std::marker::PhantomData);
    for (value, expected) in [
        (VariantViewData::I4(0), OK),
        (VariantViewData::Decimal(0), OK),
        (VariantViewData::Empty, OK),
        (unknown(8), OK),
        (unknown(0x4003), REFUSED),
        (unknown(0x400c), REFUSED),
        (unknown(0x2003), REFUSED),
        (unknown(36), REFUSED),
    ] {
        let values = [VariantView::default(), VariantView::new(0, 0, 0, value)];
        let params = DispparamsView::new(&values, &[]).expect("no names");
        assert_eq!(code(refs.called(params)), expected, "{value:?}");
    }
}

#[test]
fn what_records_lead_to_is_looked_at() {
    let refs: IRefs = follows();
    let number = 7;
    let (full, empty) = (LeafView::new(Some(&number), None, None), LeafView::default());
    let choice = ChoiceView::new(ChoiceViewData::_4(empty));
    without_leaks(|| {
        let list = |items: &[LeafView<'_>]| MapiBox::new(items).expect("memory");
        let (good, bad) = (list(&[full]), list(&[full, empty]));
        for (crown, expected) in [
            (CrownView::new(&[full], None, Some(&good)), OK),
            (CrownView::new(&[], None, Some(&good)), OK),
            (CrownView::new(&[full, empty], None, Some(&good)), REFUSED),
            (CrownView::new(&[full], Some(&choice), Some(&good)), REFUSED),
            (CrownView::new(&[full], None, Some(&bad)), REFUSED),
            (CrownView::new(&[full], None, None), REFUSED),
        ] {
            assert_eq!(code(refs.crown(crown)), expected, "{crown:?}");
        }
        let mut one = MapiBox::<LEAF>::new(empty).ok();
        assert_eq!(code(refs.replace(&mut one)), REFUSED);
        assert!(one.is_some(), "it stays ours");
        assert_eq!(code(refs.replace(&mut None)), OK);
    });
}

#[test]
fn nothing_of_others_goes_on_without() {
    let refs: IRefs = Relay(follows()).into();
    let caller = Caller::of(&refs);
    assert_eq!(caller.one_leaf(), NULL_REF_POINTER);
    assert_eq!(caller.many_leaves(), [NULL_REF_POINTER; 3]);
    for kind in [1, 4, 5, 6] {
        assert_eq!(caller.choose(kind), [NULL_REF_POINTER; 2], "{kind}");
    }
    assert_eq!(caller.choose(3), [HRESULT(0); 2], "null is a value of it");
    assert_eq!((caller.crown(0), caller.crown(1)), (HRESULT(0), NULL_REF_POINTER));
    without_leaks(|| assert_eq!(caller.take_leaves(), [NULL_REF_POINTER; 3]));
}

/// Passes something with so many others around it.
fn nest(refs: &IRefs, inner: ChoiceView<'_>, levels: usize) -> Result<(), HRESULT> {
    let outer = ChoiceView::new(ChoiceViewData::_2(&inner));
    if levels == 0 { code(refs.choose(Some(outer))) } else { nest(refs, outer, levels - 1) }
}

#[test]
fn what_is_too_deep_to_be_looked_at_stays_here() {
    let refs: IRefs = follows();
    let text = ChoiceView::new(ChoiceViewData::_1(u16cstr!("text")));
    assert_eq!(nest(&refs, text, 100), OK);
    assert_eq!(nest(&refs, text, 300), Err(TOO_DEEP));
}

/// Passes on what it gets where pointers are so by default.
struct ByDefault(IRefsByDefault);

implement! { apartment impl ByDefault as ByDefault_Impl: [IRefsByDefault] }

impl IRefsByDefault_Impl for ByDefault_Impl {
    fn one(&self, bud: BudView<'_>) -> Result<()> {
        self.0.one(bud)
    }
}

#[test]
fn an_interface_says_so_for_its_records() {
    let number = 7;
    let refs: IRefsByDefault = follows();
    assert_eq!(code(refs.one(BudView::new(Some(&number), None))), OK);
    assert_eq!(code(refs.one(BudView::new(None, Some(&number)))), REFUSED);
    let relay: IRefsByDefault = ByDefault(refs).into();
    assert_eq!(Caller::of(&relay).one_leaf(), NULL_REF_POINTER);
}
