#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| luoxuan_tests::decoders::archive(bytes));
