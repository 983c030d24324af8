//! Pictures in what was copied: those that came along, and those that did not.

use js_sys::{Array, Uint8Array};
use luoxuan::format::media;
use wasm_bindgen::JsCast;
use web_sys::{Element, File};

/// The pictures whose bytes stand in an element, and how many more it shows.
pub(super) fn of(element: &Element) -> (Vec<Vec<u8>>, usize) {
    let Ok(all) = element.query_selector_all("img") else {
        return (Vec::new(), 0);
    };
    let (mut here, mut elsewhere) = (Vec::new(), 0);
    for image in (0..all.length()).filter_map(|at| all.item(at)?.dyn_into::<Element>().ok()) {
        match image.get_attribute("src").as_deref().and_then(within) {
            Some(bytes) => here.push(bytes),
            None if is_seen(&image) => elsewhere += 1,
            None => {}
        }
    }
    (here, elsewhere)
}

/// Whether a person sees it: pages count their readers with pictures of one point.
fn is_seen(image: &Element) -> bool {
    let small = |side| {
        matches!(
            image.get_attribute(side).as_deref().map(str::trim),
            Some("0" | "1" | "1px")
        )
    };
    !(small("width") || small("height")) && image.has_attribute("src")
}

/// The bytes in an address that holds them, if they are of a picture that is shown.
fn within(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.trim().strip_prefix("data:")?.split_once(',')?;
    kind.ends_with(";base64").then_some(())?;
    let text = web_sys::window()?
        .atob(&data.replace(|c: char| c.is_whitespace(), ""))
        .ok()?;
    let bytes: Option<Vec<u8>> = text.chars().map(|byte| u8::try_from(u32::from(byte)).ok()).collect();
    bytes.filter(|bytes| media(bytes).is_some())
}

/// A picture as a file, as if it had been picked.
pub(super) fn file(bytes: &[u8]) -> Option<File> {
    let parts = Array::of1(&Uint8Array::from(bytes).into());
    File::new_with_u8_array_sequence(&parts, "picture").ok()
}
