//! Arguments of the wrong kind, and handles that are taken for others.

use mapidl::com::{MockIPersist, MockIStream};
use mapidl::mock::{Mock, MockInterface};

mapidl::include_idl!("../../../tmp/bounds.idl");

fn a_mock_of_another_interface() {
    MockIStream::from_mock(Mock::new(<MockIPersist as MockInterface>::SPEC));
    MockIStream(Mock::new(<MockIStream as MockInterface>::SPEC));
}

fn bytes_that_nothing_counts(keeper: &IKeeper) {
    let _ = keeper.undescribed(&[1, 2, 3, 4]);
}

fn an_interface_of_another_kind(keeper: &IKeeper, sink: ISink) {
    let _: IKeeper = sink.into();
    let _: &ISink = keeper;
}

fn main() {}
