//! Reusable views, one a file. A part shows what it is given.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

pub mod above;
pub mod absent;
pub mod chart;
pub mod dialogs;
pub mod drawing;
pub mod editor;
pub mod entry_card;
pub mod entry_editor;
pub mod evidence;
pub mod evidence_fields;
pub mod field;
pub mod fields;
pub mod from_disk;
pub mod growing;
pub mod header;
pub mod in_wechat;
pub mod keyboard;
pub mod keys;
pub mod lately;
pub mod loss;
pub mod manuscript;
pub mod nav;
pub mod news;
pub mod notices;
pub mod open;
pub mod origin;
pub mod paste;
pub mod paused;
pub mod picture;
pub mod prose;
pub mod scope_choice;
pub mod screen_keyboard;
pub mod search;
pub mod select;
pub mod shared;
pub mod spiral_choice;
pub mod status;
pub mod update;
pub mod way_back;

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

/// Whether the part of the page that a `toggle` event is of stands open. Several of them come as one event: counting
/// them tells nothing.
pub fn stands_open(event: &web_sys::Event) -> bool {
    event_target::<web_sys::Element>(event).has_attribute("open")
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

/// Shows the first element that is meant, its end at the foot of the page, once the page has settled.
pub fn show(selector: &'static str) {
    request_animation_frame(move || {
        if let Ok(Some(element)) = document().query_selector(selector) {
            element.scroll_into_view_with_bool(false);
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

/// Whether the keyboard leaves the whole sheet, and not for another of its fields or buttons: what
/// settles in between would move the button away under the mouse.
pub fn left(event: &web_sys::FocusEvent) -> bool {
    let inside = |to: web_sys::EventTarget| {
        let sheet: web_sys::Node = event.current_target()?.dyn_into().ok()?;
        Some(sheet.contains(to.dyn_ref::<web_sys::Node>()))
    };
    event.related_target().and_then(inside) != Some(true)
}
