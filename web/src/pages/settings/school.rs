//! What the school asks for, and what it calls things.

use leptos::prelude::*;
use luoxuan::catalog::{self, Labelled, TermName};
use luoxuan::record::{SETTINGS, Settings, TextTypes};

use crate::components::field::{line, list};
use crate::components::notices::Notices;
use crate::components::open::Editable;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::settings as t;
use crate::notebook::Notebook;

pub(super) fn school() -> AnyView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let settings = move || notebook.of_surroundings(|index| index.settings().clone());
    let change = move |change: &dyn Fn(&mut Settings)| {
        let mut settings = untrack(settings);
        change(&mut settings);
        notebook.write(SETTINGS, &settings);
    };
    let types = TextTypes::ALL
        .iter()
        .map(|types| (types.word(), types.label()))
        .collect();
    let label = move |term: &'static TermName| {
        line(
            || Some(SETTINGS),
            term.words,
            "text",
            Signal::derive(move || settings().labels.remove(term.name).unwrap_or_default()),
            move |word| change(&|settings| rename(settings, term.name, word.trim())),
        )
    };
    let reset = move |_| {
        let before = untrack(settings).labels;
        change(&|settings| settings.labels.clear());
        notices.undoable(t::RESET_DONE.in_(locale.0.get_untracked()), move || {
            change(&|settings| settings.labels.clone_from(&before));
        });
    };
    view! {
        <section>
            <h2>{locale.say(t::OURS)}</h2>
            <Editable of=Signal::derive(|| Some(SETTINGS))>
            <Select label=t::TEXT_TYPES options=types value=Signal::derive(move || settings().text_types.word())
                on_change=move |word: String| if let Some(types) = TextTypes::from_word(&word) {
                    change(&|settings| settings.text_types = types);
                }/>
            {list(
                SETTINGS,
                t::THEMES,
                Signal::derive(move || settings().themes),
                move |themes| change(&|settings| settings.themes.clone_from(&themes)),
            )}
            <details>
                <summary>{locale.say(t::LABELS)}</summary>
                <p class="soft">{locale.say(t::LABELS_WHY)}</p>
                <div class="grid">{catalog::TERMS.iter().map(label).collect_view()}</div>
                {move || (!settings().labels.is_empty()).then(|| view! {
                    <button type="button" on:click=reset>{locale.say(t::RESET_LABELS)}</button>
                })}
            </details>
            </Editable>
        </section>
    }
    .into_any()
}

/// Calls something by the school's word, or by the usual one if that is empty.
fn rename(settings: &mut Settings, name: &str, word: &str) {
    match word {
        "" => settings.labels.remove(name),
        word => settings.labels.insert(name.into(), word.into()),
    };
}
