//! Which interfaces an object has is believed, and so for the macro to say.

use mapidl::ComObjectInterface;

fn main() {}
