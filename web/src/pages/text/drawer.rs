//! The evidence drawer: what the journal has for a section, to be taken with its source.

use std::collections::BTreeSet;

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Language, form};
use luoxuan::draft;
use luoxuan::{Document, RecordId};

use super::context::passage_id;
use super::context::{Offered, Offers, TextContext};
use crate::components::origin::Origin;
use crate::components::prose::Prose;
use crate::components::{scroll_to, stands_open};
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// What the journal has for a text, from every spiral it tells of.
pub(super) fn offers(notebook: Notebook, document: &Document, language: Language) -> Offers {
    let sources = document.passages().flat_map(|(.., passage)| &passage.sources);
    let taken: BTreeSet<_> = sources.map(|source| (source.record, source.part.as_str())).collect();
    let form = form(document.text_type);
    notebook.of_both(|index, journal| {
        let mut offers = Offers::new();
        let spirals = document.spirals.iter();
        for (section, fitting) in spirals.flat_map(|spiral| draft::offer(index, journal, *spiral, form, language)) {
            let offered = fitting.into_iter().map(|offer| {
                let sources = &offer.passage.sources;
                Offered {
                    taken: sources
                        .iter()
                        .all(|source| taken.contains(&(source.record, source.part.as_str()))),
                    origin: sources.first().map(|source| Origin::of(index, source.record, language)),
                    offer,
                }
            });
            offers.entry(section).or_default().extend(offered);
        }
        for offered in offers.values_mut() {
            // What can still be taken comes first.
            offered.sort_by_key(|one| one.taken);
        }
        offers
    })
}

/// What a part of a record would be pulled as today.
pub(super) fn wording(notebook: Notebook, context: TextContext, record: RecordId, part: &str) -> Option<String> {
    let of_it = |offered: &&Offered| {
        let mut sources = offered.offer.passage.sources.iter();
        sources.any(|source| source.record == record && source.part == part)
    };
    let offered = context.offers.with(|offers| {
        let offered = offers.values().flatten().find(of_it);
        offered.map(|offered| offered.offer.passage.text.clone())
    });
    // What fits no section any more was still pulled as it stands.
    offered.or_else(|| {
        notebook
            .of_source(record, |journal| draft::source(journal, record, part))
            .map(|source| source.snapshot)
    })
}

#[component]
pub(super) fn Drawer(context: TextContext, section: String, offered: Memo<Vec<Offered>>) -> impl IntoView {
    let locale = Locale::here();
    let section = StoredValue::new(section);
    let others = move || {
        let names = context.template.with(|template| {
            let sections = template.sections.iter();
            sections
                .map(|one| (one.name.clone(), one.heading.clone()))
                .collect::<Vec<_>>()
        });
        let others = names
            .into_iter()
            .filter(|(name, _)| section.with_value(|section| name != section));
        let all = others.map(|(name, heading)| (heading, context.offered(&name)));
        all.filter(|(_, offers)| !offers.is_empty()).collect::<Vec<_>>()
    };
    let rest = RwSignal::new(false);
    // Several may be open: each is called after its section.
    let name = move || {
        let section = section.with_value(|section| context.heading(section));
        fill(t::DRAWER.in_(locale.get()), &[("section", &section)])
    };
    view! {
        <div class="drawer" role="region" aria-label=name>
            <Show when=move || !offered.read().is_empty() fallback=move || view! { <p class="soft">{locale.say(t::DRAWER_EMPTY)}</p> }>
                <ul class="plain">{move || offered.get().into_iter().map(|one| row(context, section, one, locale)).collect_view()}</ul>
            </Show>
            <details on:toggle=move |event| rest.set(stands_open(&event))>
                <summary>{locale.say(t::DRAWER_REST)}</summary>
                {move || rest.get().then(|| others().into_iter().map(|(heading, offers)| view! {
                    <h3>{heading}</h3>
                    <ul class="plain">{offers.into_iter().map(|one| row(context, section, one, locale)).collect_view()}</ul>
                }).collect_view())}
            </details>
        </div>
    }
}

fn row(context: TextContext, section: StoredValue<String>, one: Offered, locale: Locale) -> AnyView {
    let here = Navigator::here();
    let Offered { offer, taken, origin } = one;
    let held_back = offer.is_held_back().then_some(offer.privacy);
    let text = offer.passage.text.clone();
    let figure = offer.figure.as_ref().map(|figure| figure.text.clone());
    let take = move |_| {
        section.with_value(|section| {
            let last = untrack(|| context.text.read(|document| document.section(section).len()));
            let (template, language) = untrack(|| (context.template.get(), locale.get()));
            context
                .text
                .change(|document| draft::take(document, &template, (section, last), &offer, language));
            scroll_to(passage_id(section, last));
        });
    };
    view! {
        <li class="offered" class:taken=taken>
            <Prose text/>
            {figure.map(|text| view! { <Prose text/> })}
            <p class="row">
                {origin.map(|origin| origin.show(here))}
                {held_back.map(|privacy| view! { <span class="amber soft">{fill(t::HELD_BACK.in_(locale.get()), &[("privacy", &privacy.label().in_(locale.get()))])}</span> })}
                <button type="button" class="take" class:quiet=taken on:click=take>{locale.say(if taken { t::TAKEN } else { t::TAKE })}</button>
            </p>
        </li>
    }
    .into_any()
}
