//! Fields that keep what they say when they change, and follow their record while nobody is in them.

use std::time::Duration;

use leptos::html::ElementType;
use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::Words;
use wasm_bindgen::JsCast;

use super::growing::grow;
use super::notices::Notices;
use crate::i18n::Locale;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::notebook::Notebook;

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
pub fn following<E>(value: impl Fn() -> String + Copy + Send + Sync + 'static) -> NodeRef<E>
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let node = NodeRef::<E>::new();
    // Not each time that a key changes something else of its record.
    let value = Signal::from(Memo::new(move |_| value()));
    node.on_load(move |element| follow(element.as_ref(), value));
    node
}

/// The same for a part of a record that no sheet is open on: where it says something else since somebody came into the
/// field, the page says so, and what they write goes on from what they saw. While a newer version of the app has written
/// that record, the field takes no key.
pub fn following_of<E>(
    of: impl Fn() -> Option<RecordId> + Copy + Send + Sync + 'static,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
) -> NodeRef<E>
where
    E: ElementType,
    E::Output: JsCast + Clone + AsRef<web_sys::Element> + 'static,
{
    let (notebook, notices, node) = (Notebook::here(), Notices::here(), following(value));
    let value = Signal::derive(value);
    let seen = RwSignal::new(None::<String>);
    notices.say_while(
        c::ELSEWHERE,
        // The notices ask in their own time, when the field may be gone.
        Signal::derive(move || {
            let seen = seen.try_get().flatten();
            seen.is_some_and(|seen| value.try_get().is_some_and(|now| now != seen))
        }),
    );
    // What a newer version wrote takes no key here, and the page says why.
    let newer = Memo::new(move |_| of().is_some_and(|id| notebook.is_newer(id)));
    notices.say_while(t::NEWER, Signal::derive(move || newer.try_get() == Some(true)));
    node.on_load(move |element: E::Output| {
        let field: &web_sys::Element = element.as_ref();
        let field = send_wrapper::SendWrapper::new(field.clone());
        Effect::new(move |_| drop(field.toggle_attribute_with_force("disabled", newer.get())));
        watch(element.as_ref(), seen, value, move |inside| {
            notebook.looks_at(if inside { untrack(of) } else { None });
        });
    });
    node
}

fn follow(element: &web_sys::Element, value: Signal<String>) {
    let field = element.clone();
    let show = move |text: &str| {
        if !in_use(&field) {
            // An input and a textarea both take any text.
            let _ = js_sys::Reflect::set(&field, &"value".into(), &text.into());
            // No selector sees that an input holds nothing; `base.css` asks for it.
            let _ = field.toggle_attribute_with_force("data-empty", text.is_empty());
            if let Some(area) = field.dyn_ref() {
                grow(area);
            }
        }
    };
    let shown = send_wrapper::SendWrapper::new(show.clone());
    Effect::new(move |_| value.with(|text| shown(text)));
    let hear = element.on(leptos::ev::blur, move |_| show(&value.get_untracked()));
    on_cleanup(move || drop(hear));
    change_soon(element);
}

/// Follows what somebody in a field has seen of its value, and tells when they come and go.
fn watch(
    element: &web_sys::Element,
    seen: RwSignal<Option<String>>,
    value: Signal<String>,
    looks: impl Fn(bool) + Copy + Send + Sync + 'static,
) {
    let field = element.clone();
    let heard = [
        element.on(leptos::ev::focus, move |_| {
            // A window that was looked away from comes back to what it showed.
            if seen.with_untracked(Option::is_none) {
                seen.set(Some(value.get_untracked()));
                looks(true);
            }
        }),
        element.on(leptos::ev::change, move |_| {
            // Their own words are kept by now, or will be within this turn.
            leptos::task::spawn_local(async move {
                let now = value.try_get_untracked();
                seen.try_update(|seen| *seen = now.filter(|_| seen.is_some()));
            });
        }),
        element.on(leptos::ev::blur, move |_| {
            if !in_use(&field) {
                seen.set(None);
                looks(false);
            }
        }),
    ];
    on_cleanup(move || {
        drop(heard);
        if seen.try_with_untracked(Option::is_some) == Some(true) {
            looks(false);
        }
    });
}

/// A labelled line: a text, a number or a date, by `kind`. `of` is the record it is a part of.
pub fn line(
    of: impl Fn() -> Option<RecordId> + Copy + Send + Sync + 'static,
    label: Words,
    kind: &'static str,
    value: Signal<String>,
    keep: impl Fn(String) + 'static,
) -> AnyView {
    let (locale, node) = (Locale::here(), following_of(of, move || value.get()));
    view! {
        <label class="field">
            <span class="label">{locale.say(label)}</span>
            <input type=kind node_ref=node autocomplete="off" on:change=move |event| keep(event_target_value(&event))/>
        </label>
    }
    .into_any()
}

/// The same in a row of choices, of a record's words: what is kept has no blanks at its ends.
pub fn words_in_row(
    of: impl Fn() -> Option<RecordId> + Copy + Send + Sync + 'static,
    label: Words,
    value: impl Fn() -> String + Copy + Send + Sync + 'static,
    keep: impl Fn(String) + 'static,
) -> AnyView {
    let locale = Locale::here();
    view! {
        <label class="choice"><span>{locale.say(label)}</span>
            <input type="text" node_ref=following_of(of, value)
                on:change=move |event| keep(event_target_value(&event).trim().to_owned())/>
        </label>
    }
    .into_any()
}

/// A labelled list, one item a line. `of` is the record it is a part of.
pub fn list(of: RecordId, label: Words, value: Signal<Vec<String>>, keep: impl Fn(Vec<String>) + 'static) -> AnyView {
    let (locale, node) = (
        Locale::here(),
        following_of(move || Some(of), move || value.get().join("\n")),
    );
    view! {
        <label class="field">
            <span class="label">{locale.say(label)}</span>
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
