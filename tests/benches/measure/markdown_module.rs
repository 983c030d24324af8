//! The page's way from Markdown to the screen, as a module of its own, so that `cargo xtask bench` can measure it
//! beside others without the rest of the app.
#![cfg(target_arch = "wasm32")]

use leptos::mount::mount_to;
use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan::text::markdown::parse;
use luoxuan_web::i18n::Tongue;
use luoxuan_web::parts::prose::Prose;
use wasm_bindgen::prelude::*;

thread_local!(static TEXT: std::cell::Cell<Option<RwSignal<String>>> = const { std::cell::Cell::new(None) });

/// Puts a text on the page that [`show`] changes.
#[wasm_bindgen]
pub fn begin(root: web_sys::HtmlElement) {
    let handle = mount_to(root, move || {
        provide_context(Tongue(RwSignal::new(Language::ZhHans)));
        let text = RwSignal::new(String::new());
        TEXT.set(Some(text));
        view! { <Prose text/> }
    });
    handle.forget();
}

/// Shows another text, once what waits has been done.
#[wasm_bindgen]
pub fn show(text: String) {
    if let Some(shown) = TEXT.get() {
        shown.set(text);
    }
}

/// Reads a text into the closed list of what may be shown, and says how long the list is.
#[wasm_bindgen]
pub fn read(text: &str) -> usize {
    parse(text).nodes.len()
}
