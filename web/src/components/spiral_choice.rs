//! A select over the journal's spirals, and none of them.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::text::excerpt;
use luoxuan::{RecordId, Spiral};

use crate::i18n::Locale;
use crate::i18n::spiral as s;
use crate::notebook::Notebook;

/// Every spiral by its state and title, for choosing one.
pub fn spirals_to_choose(notebook: Notebook) -> Memo<Vec<(RecordId, String)>> {
    Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let spirals = index.of_kind::<Spiral>();
            let mut all: Vec<_> = spirals
                .map(|(id, spiral)| (spiral.state, excerpt(&spiral.title, 40), id))
                .collect();
            all.sort_unstable();
            all.into_iter().map(|(_, title, id)| (id, title)).collect()
        })
    })
}

/// A labelled select.
#[component]
pub fn SpiralChoice(
    /// The label before it.
    label: Words,
    /// What can be chosen.
    spirals: Memo<Vec<(RecordId, String)>>,
    /// What choosing none is called.
    none: Words,
    /// The one chosen now.
    #[prop(into)]
    value: Signal<Option<RecordId>>,
    /// Called with the one chosen.
    #[prop(into)]
    on_change: Callback<Option<RecordId>>,
) -> impl IntoView {
    let locale = Locale::here();
    view! {
        <label class="choice"><span>{locale.say(label)}</span>
            <select on:change=move |event| on_change.run(event_target_value(&event).parse().ok())>
                {move || spirals.get().into_iter().map(|(id, title)| view! {
                    <option value=id.to_string() selected=move || value.get() == Some(id)>
                        {if title.is_empty() { s::NEW_TITLE.in_(locale.get()).to_owned() } else { title }}
                    </option>
                }).collect_view()}
                <option value="" selected=move || value.get().is_none()>{locale.say(none)}</option>
            </select>
        </label>
    }
}
