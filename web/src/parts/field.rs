//! Fields that keep what they say when they change, and follow their record while nobody is in them.

use leptos::html::{Input, Textarea};
use leptos::prelude::*;
use luoxuan::catalog::Words;

use crate::i18n::Tongue;

fn in_use(element: &web_sys::Element) -> bool {
    document().active_element().as_ref() == Some(element)
}

/// A labelled line: a text, a number or a date, by `kind`.
pub fn line(label: Words, kind: &'static str, value: Signal<String>, keep: impl Fn(String) + 'static) -> AnyView {
    let (tongue, node) = (Tongue::here(), NodeRef::<Input>::new());
    Effect::new(move |_| {
        let text = value.get();
        if let Some(input) = node.get().filter(|input| !in_use(input)) {
            input.set_value(&text);
        }
    });
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
    let (tongue, node) = (Tongue::here(), NodeRef::<Textarea>::new());
    Effect::new(move |_| {
        let text = value.get().join("\n");
        if let Some(area) = node.get().filter(|area| !in_use(area)) {
            area.set_value(&text);
        }
    });
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
    use super::items;

    #[test]
    fn each_line_is_an_item_once() {
        assert_eq!(
            items("三（2）班\n\n 三（4）班 \r\n三（2）班"),
            ["三（2）班", "三（4）班"]
        );
        assert!(items(" \n").is_empty());
    }
}
