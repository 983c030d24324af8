//! Boxes that grow with their text in browsers that do not size them by themselves (`field-sizing`).

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;

fn sizes_itself() -> bool {
    web_sys::css::supports_with_value("field-sizing", "content").unwrap_or(false)
}

/// Makes a box as tall as its text, where the browser has not done it.
pub fn grow(area: &HtmlTextAreaElement) {
    if !sizes_itself() {
        let style = web_sys::HtmlElement::style(area);
        let _ = style.set_property("height", "auto");
        let (text, edges) = (area.scroll_height(), area.offset_height() - area.client_height());
        // One that is not on the page yet has no height.
        if text > 0 {
            let _ = style.set_property("height", &format!("{}px", text + edges));
        }
    }
}

fn grow_target(event: &web_sys::Event) {
    if let Some(area) = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok())
        // A box to write in sees to that itself: each time costs a layout.
        .filter(|area| event.type_() != "input" || !area.matches(".editor > textarea").unwrap_or(false))
    {
        grow(&area);
    }
}

/// Lets every box on the page grow, for as long as the page it is called in stands: when the keyboard comes and with
/// every key.
pub fn keep_growing() {
    if sizes_itself() {
        return;
    }
    let came = window_event_listener(ev::focusin, |event| grow_target(&event));
    let typed = window_event_listener(ev::input, |event| grow_target(&event));
    on_cleanup(move || {
        came.remove();
        typed.remove();
    });
}
