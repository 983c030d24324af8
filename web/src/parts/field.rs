//! Fields that keep what they say when they change, and follow their record while nobody is in them.

use std::time::Duration;

use leptos::html::ElementType;
use leptos::prelude::*;
use luoxuan::catalog::Words;
use wasm_bindgen::JsCast;

use super::growing::grow;
use crate::i18n::Tongue;

/// Whether the keyboard is in it.
fn in_use(element: &web_sys::Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// From a key in a field to its record: as long as all words may wait for the disk.
const SOON: Duration = Duration::from_secs(2);

/// Says to a field of text that it has changed while somebody is still in it, as the browser says when it is left: two
/// seconds after a key, and when the page is hidden. A browser that dies takes no more with it then. Not within a
/// composition, and not to a date, which is half typed for a while.
fn change_soon(field: &web_sys::Element) {
    if field.get_attribute("type").is_some_and(|kind| kind != "text") {
        return;
    }
    let (waits, composes) = (StoredValue::new(false), StoredValue::new(false));
    let now = {
        let field = field.clone();
        move || {
            if composes.try_get_value() == Some(false) && waits.try_get_value() == Some(true) {
                waits.set_value(false);
                let bubbles = web_sys::EventInit::new();
                bubbles.set_bubbles(true);
                if let Ok(change) = web_sys::Event::new_with_event_init_dict("change", &bubbles) {
                    let _ = field.dispatch_event(&change);
                }
            }
        }
    };
    let soon = now.clone();
    let typed = move || {
        if waits.try_get_value() == Some(false) {
            waits.set_value(true);
            set_timeout(soon.clone(), SOON);
        }
    };
    let composed = typed.clone();
    let heard = [
        field.on(leptos::ev::input, move |_| typed()),
        field.on(leptos::ev::change, move |_| waits.set_value(false)),
        field.on(leptos::ev::compositionstart, move |_| composes.set_value(true)),
        field.on(leptos::ev::compositionend, move |_| {
            composes.set_value(false);
            // One that took longer than the wait.
            waits.set_value(false);
            composed();
        }),
    ];
    let hidden = window_event_listener(leptos::ev::visibilitychange, move |_| now());
    on_cleanup(move || {
        drop(heard);
        hidden.remove();
    });
}

/// For an input or a textarea that shows a value: it follows the value, but never while somebody is in it. What has
/// changed meanwhile is shown once they have left, unless they have changed it themselves. What is typed into it is
/// kept before they leave.
pub fn following<E>(value: impl Fn() -> String + Copy + 'static) -> NodeRef<E>
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let node = NodeRef::<E>::new();
    let show = move |text: &str| {
        if let Some(element) = node.get_untracked().filter(|element| !in_use(element.as_ref())) {
            let element: &web_sys::Element = element.as_ref();
            // An input and a textarea both take any text.
            let _ = js_sys::Reflect::set(element, &"value".into(), &text.into());
            if let Some(area) = element.dyn_ref() {
                grow(area);
            }
        }
    };
    Effect::new(move |_| {
        let text = value();
        if node.get().is_some() {
            show(&text);
        }
    });
    node.on_load(move |element| {
        let hear = element.on(leptos::ev::blur, move |_| show(&untrack(value)));
        on_cleanup(move || drop(hear));
        change_soon(element.as_ref());
    });
    node
}

/// A labelled line: a text, a number or a date, by `kind`.
pub fn line(label: Words, kind: &'static str, value: Signal<String>, keep: impl Fn(String) + 'static) -> AnyView {
    let (tongue, node) = (Tongue::here(), following(move || value.get()));
    view! {
        <label class="field">
            <span class="label">{tongue.say(label)}</span>
            <input type=kind node_ref=node autocomplete="off" on:change=move |event| keep(event_target_value(&event))/>
        </label>
    }
    .into_any()
}

/// A labelled list, one item a line.
pub fn list(label: Words, value: Signal<Vec<String>>, keep: impl Fn(Vec<String>) + 'static) -> AnyView {
    let (tongue, node) = (Tongue::here(), following(move || value.get().join("\n")));
    view! {
        <label class="field">
            <span class="label">{tongue.say(label)}</span>
            <textarea rows="2" node_ref=node on:change=move |event| keep(items(&event_target_value(&event)))></textarea>
        </label>
    }
    .into_any()
}

/// A value as a field shows it; an empty one if there is none.
pub fn shown<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// Whether a date field stands at a year of one to three digits: one still being typed.
pub fn half_typed(text: &str) -> bool {
    text.starts_with('0')
}

/// The lines of a text in which something stands.
pub fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The items of such a list: each once, in order, without blanks.
fn items(text: &str) -> Vec<String> {
    let mut items: Vec<String> = Vec::new();
    for line in lines(text) {
        if !items.contains(&line) {
            items.push(line);
        }
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{half_typed, items};
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_year_still_being_typed_is_not_kept() {
        assert!(half_typed("0202-09-01"));
        assert!(!half_typed("2026-09-01"));
        assert!(!half_typed(""));
    }

    #[wasm_bindgen_test]
    fn each_line_is_an_item_once() {
        assert_eq!(
            items("三（2）班\n\n 三（4）班 \r\n三（2）班"),
            ["三（2）班", "三（4）班"]
        );
        assert!(items(" \n").is_empty());
    }
}
