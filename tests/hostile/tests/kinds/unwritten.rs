//! Records of which a peer has written what is read, and neither reserved fields nor paddings with names: whatever moves,
//! copies, compares or shows them takes nothing else for written.

use mapi::{SPropValue, Value};
use mapidl::automation::Variant;
use mapidl::{HRESULT, MapiBox, MapiVec, Result, implement};
use mapidl_hostile::idl::{
    ChosenView, ChosenViewData, FLAT, FLATS, IUnwritten, IUnwritten_Impl, PLACED, PlacedView, SPARE, SPARES, SpareView,
    SparesView,
};
use mapidl_hostile::without_leaks;
use mapidl_peer::{Caller, unwritten_row};
use std::fmt::Debug;

const OK: HRESULT = HRESULT(0);

/// Does with records whatever safe code can do.
struct Reader;

implement! { impl Reader as Reader_Impl: [IUnwritten] }

/// They equal each other, and can be shown.
fn same<T: PartialEq + Debug>(one: T, other: T) {
    assert_eq!(one, other);
    assert!(format!("{one:?}").contains('7'));
}

impl IUnwritten_Impl for Reader_Impl {
    fn one(&self, spare: SpareView<'_>) -> Result<()> {
        assert_eq!((spare.kind(), spare.value()), (7, Some(7)));
        let copy = MapiBox::<SPARE>::new(spare.with_kind(7))?;
        same(copy.view(), spare);
        Ok(())
    }

    fn all(&self, spares: &[SpareView<'_>]) -> Result<()> {
        let copy = MapiVec::<SPARE>::new(spares)?;
        same(copy.get(1), Some(spares[0]));
        Ok(())
    }

    fn flat(&self, flat: &FLAT) -> Result<()> {
        same(MapiBox::<FLAT>::new(*flat)?.view(), *flat);
        Ok(())
    }

    fn change(&self, flat: &mut FLAT) -> Result<()> {
        let was = std::mem::replace(flat, FLAT { kind: 7, ..*flat });
        same(*flat, was);
        *flat = FLAT { kind: 7, pad: 1.into(), ..Default::default() };
        Ok(())
    }

    fn flats(&self, flats: &[FLAT]) -> Result<()> {
        let copy = MapiBox::<FLATS>::new(flats)?;
        same(copy.view().to_vec(), flats.to_vec());
        Ok(())
    }

    fn spares(&self, spares: SparesView<'_>) -> Result<()> {
        let copy = MapiBox::<SPARES>::new(spares)?;
        same(copy.view(), spares);
        Ok(())
    }

    fn value(&self, value: &Variant) -> Result<()> {
        assert_eq!(format!("{:?} {value:?}", value.try_clone()?), "I4(7) I4(7)");
        Ok(())
    }

    fn placed(&self, placed: PlacedView<'_>) -> Result<()> {
        let copy = MapiBox::<PLACED>::new(placed)?;
        assert_eq!((copy.view().kind(), copy.view().place()), (7, None), "a copy has no place");
        same(placed, placed.with_kind(7));
        placed.place().expect("a place").set(7);
        Ok(())
    }

    fn chosen(&self, chosen: ChosenView<'_>) -> Result<()> {
        same(chosen, chosen.with_u(chosen.u()));
        let ChosenViewData::_7(place) = chosen.with_u(chosen.u()).u() else { panic!("{chosen:?}") };
        place.expect("a place").set(7);
        Ok(())
    }
}

#[test]
fn what_comes_in_is_read_where_it_is_written() {
    without_leaks(|| {
        let object = IUnwritten::from(Reader);
        assert_eq!(Caller::of(&object).unwritten(), [OK; 7]);
    });
}

#[test]
fn a_place_is_written_to_and_never_read() {
    without_leaks(|| {
        let object = IUnwritten::from(Reader);
        assert_eq!(Caller::of(&object).unwritten_places(), [(OK, 7); 2]);
    });
}

#[test]
fn what_came_out_is_copied_without_its_paddings() {
    without_leaks(|| {
        let row = unwritten_row();
        let copy = MapiVec::<SPropValue>::new(&row.as_array().to_vec()).expect("a copy");
        drop(row);
        let values: Vec<_> = copy.iter().map(|prop| prop.value()).collect();
        assert_eq!(values, [Value::Long(7); 2]);
        assert_eq!(copy.get(0), copy.get(1));
    });
}
