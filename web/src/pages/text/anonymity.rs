//! 匿名检查: what an anonymous rendering will take out, what only a person can decide, and what was looked for.

use leptos::prelude::*;
use luoxuan::anonymity::{self, Finding, Looked};
use luoxuan::catalog::{Language, Words};
use luoxuan::draft::{self, ExportOptions, finish};
use luoxuan::manuscript::{Byline, Manuscript};
use luoxuan::record::{SETTINGS, Settings};
use luoxuan::{Index, RecordId};

use super::context::TextContext;
use crate::components::field::list;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

/// The findings, each with the way to its place by `go`.
#[component]
pub(super) fn AnonymityCheck(context: TextContext, #[prop(into)] go: Callback<draft::Place>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    // Whatever the rules say, an anonymous rendering may be asked for: what would tell on its writer is shown here.
    let checked = Memo::new(move |_| {
        let found = notebook.of_surroundings(|index| check(index, context.text.sheet.id, locale.get()));
        found.unwrap_or_default()
    });
    let words = Signal::derive(move || notebook.of_surroundings(|index| index.settings().hidden_words.clone()));
    let set_words = move |hidden_words: Vec<String>| {
        let settings = untrack(|| notebook.of_surroundings(|index| index.settings().clone()));
        notebook.write(
            SETTINGS,
            &Settings {
                hidden_words,
                ..settings
            },
        );
    };
    let hide = move |word: String| {
        let mut all = untrack(|| words.get());
        if !all.contains(&word) {
            all.push(word);
            set_words(all);
        }
    };
    let row = move |finding: Finding| found(context, finding, go, hide);
    let group = move |sure: bool, heading: Words| {
        view! {
            {move || {
                let all: Vec<Finding> = checked.with(|(all, _)| all.iter().filter(|it| it.sure == sure).cloned().collect());
                (!all.is_empty()).then(|| view! {
                    <h3>{fill(heading.in_(locale.get()), &[("n", &all.len())])}</h3>
                    <ul class="plain">{all.into_iter().map(row).collect_view()}</ul>
                })
            }}
        }
    };
    view! {
        <section>
            <h2>{locale.say(t::ANONYMITY)}</h2>
            <Show when=move || checked.with(|(all, _)| all.is_empty())>
                <p>"✓ " {locale.say(t::ANONYMITY_CLEAN)}</p>
            </Show>
            {group(false, t::TO_DECIDE)}
            {group(true, t::WILL_GO)}
            <LookedFor looked=Signal::derive(move || checked.with(|(_, looked)| *looked))/>
            {list(SETTINGS, t::MORE_NAMES, words, set_words)}
        </section>
    }
}

/// What tells on its writer, and what was looked for.
fn check(index: &Index, text: RecordId, language: Language) -> Option<(Vec<Finding>, Looked)> {
    let finished = finish(index, text, &ExportOptions::default(), language)?;
    // The name under the title is not there in an anonymous rendering.
    let unsigned = Manuscript {
        byline: Byline::default(),
        ..finished.manuscript
    };
    let findings = anonymity::check(&unsigned, &finished.names, "");
    Some((findings, finished.names.looked()))
}

/// One finding, with the way to its place and, where a word can be, to the list of those that are hidden.
fn found(
    context: TextContext,
    finding: Finding,
    go: Callback<draft::Place>,
    hide: impl Fn(String) + 'static,
) -> AnyView {
    let locale = Locale::here();
    let place = place_of(&finding.place);
    let name = context.name_of(&place, locale);
    let sentence = finding.sentence(locale.get());
    // A picture or thanks cannot be taken out by a word of the list.
    let can_hide = !finding.sure && finding.leak.is_masked();
    let word = finding.words;
    view! {
        <li class="finding">
            <p><button type="button" class="to-place" on:click=move |_| go.run(place.clone())><span class="soft">{name} " · "</span><b>{sentence}</b></button></p>
            {can_hide.then(|| view! { <p><button type="button" on:click=move |_| hide(word.clone())>{locale.say(t::HIDE_WORD)}</button></p> })}
        </li>
    }
    .into_any()
}

/// What was looked for, and what no program can see.
#[component]
pub(super) fn LookedFor(looked: Signal<Looked>) -> impl IntoView {
    let locale = Locale::here();
    move || {
        let sentences = looked.get().sentences(locale.get()).into_iter();
        sentences
            .filter(|sentence| !sentence.is_empty())
            .map(|sentence| view! { <p class="soft">{sentence}</p> })
            .collect_view()
    }
}

/// A place in the manuscript as a place in the text.
fn place_of(place: &anonymity::Place) -> draft::Place {
    match place {
        anonymity::Place::Title | anonymity::Place::Byline | anonymity::Place::FileName | anonymity::Place::Margin => {
            draft::Place::Title
        }
        anonymity::Place::Summary => draft::Place::Summary,
        anonymity::Place::Keywords => draft::Place::Keywords,
        anonymity::Place::Section(name, Some(at)) => draft::Place::Passage(name.clone(), *at),
        anonymity::Place::Section(name, None) => draft::Place::Section(name.clone()),
        anonymity::Place::Reference(at) => draft::Place::Reference(at + 1),
    }
}
