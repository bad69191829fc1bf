//! The property `condition` of `mapidl_targets`, for libFuzzer.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mapidl_targets::condition(bytes));
