//! 检查: what to look at before the text is handed in, each with the way to its place.

use leptos::prelude::*;
use luoxuan::draft::{self, Place, Wish, finish};
use luoxuan::manuscript::{Byline, Manuscript};
use luoxuan::record::{SETTINGS, Settings};
use luoxuan::{Document, anonymity};

use super::Desk;
use super::section::passage_id;
use super::write::section_id;
use crate::app::{Here, Target};
use crate::i18n::text as t;
use crate::i18n::{Tongue, fill};
use crate::notebook::Notebook;
use crate::parts::field::list;
use crate::place::{Side, View};
use crate::typing::units;

#[component]
pub(super) fn Checks(desk: Desk) -> impl IntoView {
    let (tongue, here, notebook) = (Tongue::here(), Here::here(), Notebook::here());
    desk.text.sheet.settle();
    let document = untrack(|| desk.text.sheet.entry());
    let found = {
        let document = document.clone();
        Memo::new(move |_| {
            notebook.of_surroundings(|shelf| {
                desk.template.with(|template| {
                    let limits = draft::limits(template, &draft::rules_of(&document.rules, shelf, tongue.get()));
                    draft::check(&document, template, &limits, shelf)
                })
            })
        })
    };
    // Whatever the rules say, an anonymous rendering may be asked for: what would tell on its writer is shown here.
    let leaks = Memo::new(move |_| {
        notebook
            .of_surroundings(|shelf| {
                let finished = finish(shelf, desk.text.sheet.id, &Wish::default(), tongue.get())?;
                // The name under the title is not there in an anonymous rendering.
                let unsigned = Manuscript {
                    byline: Byline::default(),
                    ..finished.manuscript
                };
                Some(anonymity::check(&unsigned, &finished.names, ""))
            })
            .unwrap_or_default()
    });
    let go = move |place: &Place| {
        let target = untrack(|| desk.text.sheet.with(|document| target_of(document, place)));
        here.go_to(View::Text(desk.text.sheet.id, Side::Write), target);
    };
    let row = move |place: Place, [what, why, todo]: [String; 3]| {
        let name = desk.name_of(&place, tongue);
        view! {
            <li class="finding">
                <p><button type="button" class="to-place" on:click=move |_| go(&place)><span class="soft">{name}</span> <b>{what}</b></button></p>
                <p class="soft">{why}</p>
                <p>{todo}</p>
            </li>
        }
    };
    let words = Signal::derive(move || notebook.of_surroundings(|shelf| shelf.settings().hidden_words.clone()));
    let set_words = move |hidden_words: Vec<String>| {
        let settings = untrack(|| notebook.of_surroundings(|shelf| shelf.settings().clone()));
        notebook.write(
            SETTINGS,
            &Settings {
                hidden_words,
                ..settings
            },
        );
    };
    view! {
        <section>
            <p class="soft">{tongue.say(t::CHECK_WHY)}</p>
            <Show when=move || !found.read().is_empty() fallback=move || view! { <p>"✓ " {tongue.say(t::ALL_GOOD)}</p> }>
                <h2>{move || fill(t::TO_MEND.in_(tongue.get()), &[("n", &found.read().len())])}</h2>
                <ul class="plain">{move || found.get().into_iter().map(|finding| {
                    let sentences = finding.sentences(tongue.get());
                    row(finding.place, sentences)
                }).collect_view()}</ul>
            </Show>
        </section>
        <section>
            <h2>{tongue.say(t::ANONYMITY)}</h2>
            <Show when=move || !leaks.read().is_empty() fallback=move || view! { <p>"✓ " {tongue.say(t::ANONYMITY_CLEAN)}</p> }>
                <ul class="plain">{move || leaks.get().into_iter().map(|leak| {
                    let (place, sentence) = (place_of(&leak.place), leak.sentence(tongue.get()));
                    row(place, [sentence, String::new(), String::new()])
                }).collect_view()}</ul>
            </Show>
            {list(t::MORE_NAMES, words, set_words)}
        </section>
    }
}

/// A place in the manuscript as a place in the text.
fn place_of(place: &anonymity::Place) -> Place {
    match place {
        anonymity::Place::Title | anonymity::Place::Byline | anonymity::Place::FileName | anonymity::Place::Margin => {
            Place::Title
        }
        anonymity::Place::Summary => Place::Summary,
        anonymity::Place::Keywords => Place::Keywords,
        anonymity::Place::Section(name, Some(at)) => Place::Passage(name.clone(), *at),
        anonymity::Place::Section(name, None) => Place::Section(name.clone()),
        anonymity::Place::Reference(at) => Place::Reference(at + 1),
    }
}

/// The element a place in the text is shown in, and the stretch of it that is meant.
fn target_of(document: &Document, place: &Place) -> Target {
    match place {
        Place::Whole | Place::Title | Place::Header(_) => ("text-title".into(), None),
        Place::Summary => ("text-summary".into(), None),
        Place::Keywords => ("text-keywords".into(), None),
        Place::Reference(_) => ("references".into(), None),
        Place::Section(name) => (section_id(name), None),
        Place::Passage(name, at) => (passage_id(name, *at), None),
        Place::Words(name, at, (from, to)) => {
            let text = document
                .section(name)
                .get(*at)
                .map_or("", |passage| passage.text.as_str());
            let until = |end: usize| text.get(..end).map(units);
            (passage_id(name, *at), until(*from).zip(until(*to)))
        }
    }
}
