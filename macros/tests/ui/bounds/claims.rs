//! Traits that promise something are `unsafe` to implement.

use mapidl::FreeThreaded;

mapidl::include_idl!("../../../tmp/bounds.idl");

impl FreeThreaded for IKeeper {}

#[derive(Clone, Copy)]
struct Forged(*mut u8);

impl mapidl::automation::Element for Forged {}

impl mapidl::mock::MockBase for Forged {}

struct Paper;
mapidl::implement! { impl Paper as Paper_Impl: [IDerived] }

impl IPretended_Impl for Paper_Impl {}

impl IDerived_Impl for Paper_Impl {}

fn main() {}
