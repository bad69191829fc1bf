//! A copy leaves no pointer to what it is a copy of.

use mapi::{PropTag, PropValue, SPropValue, Value};
use mapidl::MapiVec;
use mapidl_hostile::{some, without_leaks};
use mapidl_peer::{consume, rule_row};
use std::marker::PhantomData;

#[test]
fn a_rule_that_outlives_its_row_has_no_condition_of_the_row() {
    without_leaks(|| {
        let row = rule_row();
        assert_eq!(consume(&row.as_array().to_vec()), [8]);
        let copy = MapiVec::<SPropValue>::new(&row.as_array().to_vec());
        drop(row);
        // Refused, copied or emptied: in no case followed to where the row was.
        if let Ok(copy) = copy {
            assert!([&[][..], &[8]].contains(&&consume(&copy.as_array().to_vec())[..]));
        }
    });
}

#[test]
fn tags_that_lie_are_read_as_what_they_hold() {
    let unknown = |tag| Value::Unknown(tag, PhantomData);
    let values = [
        Value::Long(0x4141_4141),
        Value::Double(f64::NAN),
        Value::Null(-1),
        unknown(0x1f),
        unknown(0x101f),
        unknown(0x1102),
        unknown(0xffff_001f),
        Value::Binary(&[1, 2, 3]),
    ];
    without_leaks(|| {
        for tag in some([0, 0x1e, 0x1f, 0x48, 0x102, 0x1002, 0x101f, 0x0037_001f, u32::MAX], 3) {
            for value in some(values, 2) {
                let prop = PropValue::new(PropTag(tag), value);
                let prop = prop.with_prop_tag(PropTag(0x0037_001f)).with_prop_tag(PropTag(tag));
                // Not the tag: its name is one of thousands.
                let shown = format!("{:?}", prop.value());
                let Ok(copy) = MapiVec::<SPropValue>::new(&[prop, prop]) else { continue };
                assert_eq!(format!("{:?}", copy.get(1).expect("two").value()), shown);
            }
        }
    });
}
