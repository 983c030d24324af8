//! Words of time that only their day explains, with the ways to say them: one press takes one, or all days at once.

use leptos::prelude::*;
use luoxuan::Document;
use luoxuan::draft::{self, RelativeWord, Way};

use super::context::TextContext;
use crate::components::notices::Notices;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

/// The words of one passage, below its box.
#[component]
pub(super) fn DaysBelow(
    context: TextContext,
    section: StoredValue<String>,
    at: usize,
    /// What stands in the box.
    written: RwSignal<String>,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let words = Memo::new(move |_| {
        written.track();
        let language = locale.get();
        // The page has the text as it is typed; what this passage says is all that counts here.
        untrack(|| {
            context.text.sheet.with(|document| {
                section.with_value(|section| {
                    notebook.of_all(|index| {
                        let mut words = draft::relative_words(document, section, at, index, language);
                        words.retain(|word| !word.ways.is_empty());
                        words
                    })
                })
            })
        })
    });
    view! {
        <Show when=move || !words.read().is_empty()>
            <div class="hint days" role="group" aria-label=locale.say(t::WHEN_WAS_IT)>
                <p>{locale.say(t::WHEN_WAS_IT)}</p>
                {move || words.get().into_iter().map(|word| {
                    let said = fill(t::QUOTED.in_(locale.get()), &[("word", &word.word)]);
                    view! { <p class="row"><span>{said}</span> {ways(context, &word)}</p> }
                }).collect_view()}
                <AllDays context/>
            </div>
        </Show>
    }
}

/// The ways to say one word, each a button.
pub(super) fn ways(context: TextContext, word: &RelativeWord) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let button = |way: Way| {
        let word = word.clone();
        let name = fill(
            t::SAY_INSTEAD.in_(locale.0.get_untracked()),
            &[("word", &word.word), ("said", &way.said)],
        );
        let said = way.said.clone();
        let tell = move |_| {
            let done = fill(
                t::SAID_INSTEAD.in_(locale.0.get_untracked()),
                &[("word", &word.word), ("said", &way.said)],
            );
            change(context, notices, |document| word.tell(&way, document).then_some(done));
        };
        view! { <button type="button" aria-label=name on:click=tell>{said}</button> }
    };
    word.ways.iter().cloned().map(button).collect_view().into_any()
}

/// All words of the text that have a day, where there is more than one.
#[component]
pub(super) fn AllDays(context: TextContext) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let told = move |document: &mut Document| notebook.of_all(|index| draft::tell_days(document, index, locale.get()));
    let many = Memo::new(move |_| told(&mut context.text.read(Document::clone)));
    let several = move || many.get() > 1;
    let tell = move |_| {
        change(context, notices, |document| {
            let n = untrack(|| told(document));
            (n > 0).then(|| fill(t::DAYS_SAID.in_(locale.0.get_untracked()), &[("n", &n)]))
        });
    };
    view! {
        <Show when=several>
            <p class="row"><button type="button" on:click=tell>{move || fill(t::SAY_ALL_DAYS.in_(locale.get()), &[("n", &many.get())])}</button></p>
        </Show>
    }
}

/// Changes words of the text and offers the way back. `change` says what was done.
fn change(context: TextContext, notices: Notices, change: impl FnOnce(&mut Document) -> Option<String>) {
    let before = untrack(|| context.text.sheet.with(Document::clone));
    let mut after = before.clone();
    let Some(done) = change(&mut after) else { return };
    let passages = |document: &Document| -> Vec<String> {
        let texts = document.passages().map(|(.., passage)| passage.text.clone());
        texts.collect()
    };
    let mut changed: Vec<_> = passages(&before).into_iter().zip(passages(&after)).collect();
    changed.retain(|(before, after)| before != after);
    context.text.change(|document| *document = after);
    context.undoable(notices, &done, before, move |document| {
        // Wherever they stand by now, and only as long as nobody has written on.
        for passage in document.sections.values_mut().flatten() {
            if let Some((before, _)) = changed.iter().find(|(_, after)| *after == passage.text) {
                passage.text.clone_from(before);
            }
        }
    });
}
