//! Reusable views, one a file. A part shows what it is given.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub mod chart;
pub mod choice;
pub mod drawing;
pub mod editor;
pub mod entry_card;
pub mod entry_editor;
pub mod evidence;
pub mod field;
pub mod fields;
pub mod find;
pub mod growing;
pub mod header;
pub mod keyboard;
pub mod keys;
pub mod lately;
pub mod loss;
pub mod manuscript;
pub mod nav;
pub mod notices;
pub mod origin;
pub mod paste;
pub mod picture;
pub mod prose;
pub mod scope_choice;
pub mod spiral_choice;
pub mod status;
pub mod update;

/// Puts the keyboard focus on the element with this id, once the page has settled.
pub fn focus(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document()
            .get_element_by_id(id)
            .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        {
            // An element that cannot take focus is simply not focused.
            let _ = element.focus();
        }
    });
}

/// Shows the element with this id, once the page has settled, and gives it the keyboard.
pub fn scroll_to(id: String) {
    request_animation_frame(move || {
        if let Some(element) = document()
            .get_element_by_id(&id)
            .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        {
            element.scroll_into_view();
            let _ = element.focus();
        }
    });
}

/// Shows a stretch of the text in the box with this id, once the page has settled.
pub fn select(id: String, (from, to): (u32, u32)) {
    request_animation_frame(move || {
        if let Some(area) = document()
            .get_element_by_id(&id)
            .and_then(|found| found.dyn_into::<web_sys::HtmlTextAreaElement>().ok())
        {
            area.scroll_into_view();
            let _ = area.focus();
            let _ = area.set_selection_range(from, to);
        }
    });
}

/// What is inside, and whether the cursor stands in one of its boxes.
#[component]
pub fn Held(held: RwSignal<bool>, children: Children) -> impl IntoView {
    view! {
        <div on:focusin=move |event| if into_box(&event) { held.set(true) }
            on:focusout=move |event| if left(&event) { held.set(false) }>
            {children()}
        </div>
    }
}

/// Whether the keyboard comes into a box to write in.
fn into_box(event: &web_sys::FocusEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT"))
}

/// Whether the keyboard leaves the whole sheet, and not for another of its fields or buttons: what
/// settles in between would move the button away under the mouse.
pub fn left(event: &web_sys::FocusEvent) -> bool {
    let inside = |to: web_sys::EventTarget| {
        let sheet: web_sys::Node = event.current_target()?.dyn_into().ok()?;
        Some(sheet.contains(to.dyn_ref::<web_sys::Node>()))
    };
    event.related_target().and_then(inside) != Some(true)
}
