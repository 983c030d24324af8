//! WebAssembly modules as the oldest browsers of docs/browsers.md read them.

use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{Module, RawSection};
use wasmparser::{CustomSectionReader, Parser, Payload, Validator, WasmFeatures};

use crate::outcome::Outcome;

/// What the compiler was told to use. wasm-bindgen takes it for what may be used, and would put reference types in.
const FEATURES: &str = "target_features";

/// What WebAssembly could do by Chromium 92.
const FLOOR: WasmFeatures = WasmFeatures::WASM1
    .union(WasmFeatures::BULK_MEMORY)
    .union(WasmFeatures::MULTI_VALUE)
    .union(WasmFeatures::SATURATING_FLOAT_TO_INT)
    .union(WasmFeatures::SIGN_EXTENSION);

/// A compiled module without its list of features.
pub(crate) fn without_features(module: &[u8]) -> Outcome<Vec<u8>> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|error| error.to_string())?;
        if matches!(&payload, Payload::CustomSection(section) if section.name() == FEATURES) {
            continue;
        }
        if let Some((id, range)) = payload.as_section() {
            let data = module.get(range).ok_or("a section that is longer than its module")?;
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}

/// A module with each number in as few bytes as it takes, and without what only tools read. A linker leaves room for the
/// number of a table, which nothing older than reference types reads: they want one zero there.
pub(crate) fn canonical(module: &[u8]) -> Outcome<Vec<u8>> {
    struct Bare;
    impl Reencode for Bare {
        type Error = Infallible;

        fn parse_custom_section(
            &mut self,
            _: &mut Module,
            _: CustomSectionReader<'_>,
        ) -> Result<(), Error<Infallible>> {
            Ok(())
        }
    }
    let mut written = Module::new();
    Bare.parse_core_module(&mut written, Parser::new(0), module)
        .map_err(|error| error.to_string())?;
    Ok(written.finish())
}

/// Fails if a module holds what the oldest browsers do not know.
pub(crate) fn starts_anywhere(name: &str, module: &[u8]) -> Outcome {
    let valid = Validator::new_with_features(FLOOR).validate_all(module);
    valid
        .map(drop)
        .map_err(|error| format!("{name} does not start in Chromium 92: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A function that calls another through a table, whose number a linker has written in five bytes.
    const LINKED: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\x00\x00\
        \x03\x02\x01\x00\
        \x04\x04\x01\x70\x00\x01\
        \x0a\x0d\x01\x0b\x00\x41\x00\x11\x00\x80\x80\x80\x80\x00\x0b\
        \x00\x07\x04nameab";

    #[test]
    fn what_a_linker_wrote_starts_anywhere_once_its_numbers_are_canonical() {
        assert!(starts_anywhere("linked", LINKED).is_err());
        let written = canonical(LINKED).expect("it is a module");
        assert_eq!(starts_anywhere("canonical", &written), Ok(()));
        assert!(!written.windows(4).any(|bytes| bytes == b"name"));
        assert!(canonical(&LINKED[..LINKED.len() - 1]).is_err(), "half a module");
    }

    #[test]
    fn a_module_loses_its_features_and_nothing_else() {
        let features = b"\x00\x11\x0ftarget_features\x00";
        let marked = [LINKED, features.as_slice()].concat();
        assert_eq!(without_features(&marked).as_deref(), Ok(LINKED));
        assert_eq!(without_features(LINKED).as_deref(), Ok(LINKED));
        assert!(without_features(&marked[..marked.len() - 1]).is_err());
    }

    #[test]
    fn a_value_of_the_browser_in_a_module_is_too_new() {
        let externref = b"\0asm\x01\0\0\0\x01\x05\x01\x60\x01\x6f\x00";
        assert!(starts_anywhere("new", externref).is_err_and(|why| why.contains("new does not start")));
    }
}
