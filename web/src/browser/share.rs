//! What another program on this device shared with the page: the browser puts it into the address (`share_target` in the
//! manifest).

use web_sys::{UrlSearchParams, Window};

fn parameters(window: &Window) -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window.location().search().ok()?).ok()
}

/// The words that came: title, text and address, each once and only if it says something.
pub fn came() -> Option<String> {
    let parameters = parameters(&web_sys::window()?)?;
    let mut parts: Vec<String> = Vec::new();
    for name in ["title", "text", "url"] {
        let part = parameters.get(name).unwrap_or_default().trim().to_owned();
        // Many programs put the address into the text, or the title there once more.
        if !part.is_empty() && !parts.iter().any(|before| before.contains(&part)) {
            parts.retain(|before| !part.contains(before.as_str()));
            parts.push(part);
        }
    }
    (!parts.is_empty()).then(|| parts.join("\n\n"))
}

/// Takes them out of the address, so that nothing comes twice.
pub fn settle() {
    let Some(window) = web_sys::window() else { return };
    let (location, Ok(history)) = (window.location(), window.history()) else {
        return;
    };
    if let (Ok(path), Ok(hash)) = (location.pathname(), location.hash()) {
        // An address that stays offers the same words again, and the person says no.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&format!("{path}{hash}")));
    }
}
