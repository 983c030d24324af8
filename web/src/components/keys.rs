//! What the keyboard does, in one list, under `?`.

use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use super::editor::composing;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::find as f;

/// Whether the key goes into a text. A box that has just gone with its dialog keeps the keyboard until the page is drawn
/// again, and takes nothing any more.
fn into_text(event: &KeyboardEvent) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| {
        matches!(element.tag_name().as_str(), "TEXTAREA" | "INPUT" | "SELECT")
            && element.get_client_rects().length() > 0
    })
}

/// The list, in a dialog of its own.
#[component]
pub fn Keys() -> impl IntoView {
    let locale = Locale::here();
    let dialog = NodeRef::<Dialog>::new();
    let listen = window_event_listener(leptos::ev::keydown, move |event| {
        if event.key() == "?" && !composing(&event) && !into_text(&event) {
            event.prevent_default();
            if let Some(dialog) = dialog.get_untracked() {
                let _ = dialog.show_modal();
            }
        }
    });
    on_cleanup(move || listen.remove());
    view! {
        <dialog node_ref=dialog aria-label=locale.say(f::KEYS)>
            <h2>{locale.say(f::KEYS)}</h2>
            {key_list(locale)}
            <form method="dialog"><button>{locale.say(c::CLOSE)}</button></form>
        </dialog>
    }
}

/// What each key does.
pub fn key_list(locale: Locale) -> AnyView {
    let rows = [
        ("Ctrl K", f::KEY_FIND),
        ("Ctrl Enter", f::KEY_DONE),
        ("Ctrl B", f::KEY_BOLD),
        ("Enter", f::KEY_LIST),
        ("Esc", f::KEY_ESC),
        ("?", f::KEY_HELP),
    ];
    view! {
        <dl class="keys">
            {rows.map(|(key, words)| view! { <dt><kbd>{key}</kbd></dt><dd>{locale.say(words)}</dd> }).collect_view()}
        </dl>
    }
    .into_any()
}
