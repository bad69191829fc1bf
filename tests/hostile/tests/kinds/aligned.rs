//! Records with numbers of 8 bytes, which stand at a multiple of 8 also where the compiler aligns such numbers to less.

use mapidl::{Array, HRESULT, MapiBox, Result, implement};
use mapidl_hostile::idl::{IAligned, IAligned_Impl, SCALED, Scaled, WIDE};
use mapidl_hostile::without_leaks;

const WRONG: HRESULT = HRESULT(0x8000_4005_u32.cast_signed());
const NUMBERS: [i64; 3] = [i64::MIN, 7, i64::MAX];

/// Knows what it is given.
struct Reader;

implement! { impl Reader as Reader_Impl: [IAligned] }

fn is_known(known: bool) -> Result<()> {
    if known { Ok(()) } else { Err(WRONG.into()) }
}

impl IAligned_Impl for Reader_Impl {
    fn listed(&self, list: &[i64]) -> Result<()> {
        is_known(NUMBERS.starts_with(list))
    }

    fn given(&self, list: Option<&[i64]>) -> Result<Option<MapiBox<WIDE>>> {
        match list {
            Some(list) => self.listed(list).map(|()| None),
            None => MapiBox::new(&NUMBERS).map(Some),
        }
    }

    fn scaled(&self, set: Scaled<'_>) -> Result<()> {
        is_known(set.factor == 0.5 && set.numbers.iter().eq([7; 3].into_iter().take(set.numbers.len())))
    }

    fn optional(&self, set: Option<Scaled<'_>>) -> Result<()> {
        set.map_or(Ok(()), |set| self.scaled(set))
    }
}

#[test]
fn records_for_the_time_of_a_call_are_aligned() {
    let reader: IAligned = Reader.into();
    for len in 0..=NUMBERS.len() {
        reader.listed(&NUMBERS[..len]).expect("they are known");
        assert!(reader.given(Some(&NUMBERS[..len])).expect("they are known").is_none());
        let set = Scaled { factor: 0.5, numbers: Array::from(&[7; 3][..len]) };
        reader.scaled(set).expect("it is known");
        reader.optional(Some(set)).expect("it is known");
        assert_eq!(MapiBox::<SCALED>::new(set).expect("memory").view().numbers.len(), len);
    }
    reader.optional(None).expect("it may be absent");
}

#[test]
fn lists_that_come_back_are_aligned() {
    without_leaks(|| {
        let reader: IAligned = Reader.into();
        let list = reader.given(None).expect("memory").expect("a list");
        assert!(list.view().iter().eq(NUMBERS));
    });
}
