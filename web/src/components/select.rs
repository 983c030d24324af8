//! A labelled select over a closed list of words.

use leptos::prelude::*;
use luoxuan::catalog::Words;

use crate::i18n::Locale;

/// One thing to choose: its stored word and its label.
pub type Named = (&'static str, Words);

/// A labelled select. `value` is the chosen word.
#[component]
pub fn Select(
    /// The label before it.
    label: Words,
    /// What can be chosen, in order.
    options: Vec<Named>,
    /// The word chosen now.
    #[prop(into)]
    value: Signal<&'static str>,
    /// The word that stands there instead, where a later version wrote it and this one does not know it.
    #[prop(optional, into)]
    unknown: Signal<Option<String>>,
    /// Called with the word chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let locale = Locale::here();
    view! {
        <label class="choice">
            <span>{locale.say(label)}</span>
            <select on:change=move |event| on_change.run(event_target_value(&event)) prop:value=move || unknown.get().unwrap_or_else(|| value.get().into())>
                {move || unknown.get().map(|word| view! { <option value=word.clone() selected=true>{word.clone()}</option> })}
                {options.into_iter().map(|(word, words)| view! {
                    <option value=word selected=move || unknown.read().is_none() && value.get() == word>{locale.say(words)}</option>
                }).collect_view()}
            </select>
        </label>
    }
}
