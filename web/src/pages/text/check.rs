//! 检查: what to look at before the text is handed in, each with the way to its place.

use leptos::prelude::*;
use luoxuan::Document;
use luoxuan::draft::{self, Diagnostic, DiagnosticCode, Place};

use super::anonymity::AnonymityCheck;
use super::context::TextContext;
use super::context::passage_id;
use super::context::section_id;
use super::days::{self, AllDays};
use super::held::HeldPictures;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::markdown_edit::units;
use crate::navigator::{Navigator, Target};
use crate::notebook::Notebook;
use crate::place::{Tab, View};

#[component]
pub(super) fn Checks(context: TextContext) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    context.text.sheet.settle();
    let found = {
        Memo::new(move |_| {
            let document = context.text.read(Document::clone);
            notebook.of_surroundings(|index| {
                context
                    .template
                    .with(|template| draft::check(&document, template, &context.limits.read(), index))
            })
        })
    };
    let go = move |place: &Place| {
        let target = untrack(|| context.text.sheet.with(|document| target_of(document, place)));
        here.go_to(View::Text(context.text.sheet.id, Tab::Write), target);
    };
    let ways_at = move |place: &Place| {
        let Place::Words(section, at, _) = place else {
            return None;
        };
        let words = context.text.read(|document| {
            notebook.of_all(|index| draft::relative_words(document, section, *at, index, locale.get()))
        });
        words
            .into_iter()
            .find(|word| word.place == *place && !word.ways.is_empty())
    };
    let row = move |finding: Diagnostic| {
        let place = finding.place.clone();
        let [what, why, todo] = finding.sentences(locale.get());
        let ways = (finding.fault == DiagnosticCode::RelativeDay)
            .then(|| ways_at(&place))
            .flatten();
        let name = context.name_of(&place, locale);
        // Where the sentence names the place, it is said once.
        let name = (!what.contains(&name)).then(|| view! { <span class="soft">{name} " · "</span> });
        view! {
            <li class="finding">
                <p><button type="button" class="to-place" on:click=move |_| go(&place)>{name}<b>{what}</b></button></p>
                <p class="soft">{why}</p>
                <p>{todo}</p>
                {ways.map(|word| view! { <p class="row">{days::ways(context, &word)}</p> })}
            </li>
        }
    };
    view! {
        <section>
            <p class="soft">{locale.say(t::CHECK_WHY)}</p>
            <Show when=move || !found.read().is_empty() fallback=move || view! { <p>"✓ " {locale.say(t::ALL_GOOD)}</p> }>
                <h2>{move || fill(t::TO_MEND.in_(locale.get()), &[("n", &found.read().len())])}</h2>
                <AllDays context/>
                <ul class="plain">{move || found.get().into_iter().map(row).collect_view()}</ul>
            </Show>
        </section>
        <HeldPictures context/>
        <AnonymityCheck context go=move |place: Place| go(&place)/>
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
