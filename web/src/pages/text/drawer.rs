//! The evidence drawer: what the journal has for a section, to be taken with its source.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::Labelled;
use luoxuan::draft::{self, Offer};

use super::Desk;
use super::section::passage_id;
use crate::app::Here;
use crate::i18n::text as t;
use crate::i18n::{Tongue, fill};
use crate::notebook::Notebook;
use crate::parts::origin::Origin;
use crate::parts::prose::Prose;
use crate::parts::scroll_to;

/// Something to take, and whether the text has it already.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Offered {
    pub(super) offer: Offer,
    pub(super) taken: bool,
    pub(super) origin: Origin,
}

/// What fits a section, from every spiral the text tells of.
pub(super) fn offers(notebook: Notebook, desk: Desk, tongue: Tongue, section: &str) -> Vec<Offered> {
    let (spirals, form, taken) = desk.laid_out(|document| {
        let sources = document.passages().flat_map(|(_, _, passage)| &passage.sources);
        let taken: Vec<_> = sources.map(|source| (source.record, source.part.clone())).collect();
        (document.spirals.clone(), document.text_type, taken)
    });
    let language = tongue.get();
    notebook.of_both(|shelf, journal| {
        let all = spirals
            .into_iter()
            .flat_map(|spiral| draft::offer(shelf, journal, spiral, luoxuan::catalog::form(form), language));
        let fitting = all.filter(|(name, _)| *name == section).flat_map(|(_, offers)| offers);
        let mut offered: Vec<_> = fitting
            .map(|offer| {
                let sources = &offer.passage.sources;
                Offered {
                    taken: sources
                        .iter()
                        .all(|source| taken.contains(&(source.record, source.part.clone()))),
                    origin: sources.first().map_or_else(
                        || Origin::of(shelf, desk.id, language),
                        |source| Origin::of(shelf, source.record, language),
                    ),
                    offer,
                }
            })
            .collect();
        // What can still be taken comes first.
        offered.sort_by_key(|one| one.taken);
        offered
    })
}

/// What a part of a record would be pulled as today.
pub(super) fn wording(notebook: Notebook, desk: Desk, tongue: Tongue, record: RecordId, part: &str) -> Option<String> {
    let names = desk
        .template
        .with(|template| template.sections.iter().map(|one| one.name.clone()).collect::<Vec<_>>());
    let mut all = names.iter().flat_map(|name| offers(notebook, desk, tongue, name));
    let of_it = |offered: &Offered| {
        offered
            .offer
            .passage
            .sources
            .iter()
            .any(|source| source.record == record && source.part == part)
    };
    let offered = all.find(of_it).map(|offered| offered.offer.passage.text);
    // What fits no section any more was still pulled as it stands.
    offered.or_else(|| {
        notebook
            .of_source(record, |journal| draft::source(journal, record, part))
            .map(|source| source.snapshot)
    })
}

#[component]
pub(super) fn Drawer(desk: Desk, section: String, offered: Memo<Vec<Offered>>) -> impl IntoView {
    let tongue = Tongue::here();
    let (notebook, section) = (Notebook::here(), StoredValue::new(section));
    let others = move || {
        let names = desk.template.with(|template| {
            template
                .sections
                .iter()
                .map(|one| (one.name.clone(), one.heading.clone()))
                .collect::<Vec<_>>()
        });
        let others = names
            .into_iter()
            .filter(|(name, _)| section.with_value(|section| name != section));
        let all = others.map(|(name, heading)| (heading, offers(notebook, desk, tongue, &name)));
        all.filter(|(_, offers)| !offers.is_empty()).collect::<Vec<_>>()
    };
    let rest = RwSignal::new(false);
    view! {
        <div class="drawer" role="region" aria-label=tongue.say(t::DRAWER)>
            <Show when=move || !offered.read().is_empty() fallback=move || view! { <p class="soft">{tongue.say(t::DRAWER_EMPTY)}</p> }>
                <ul class="plain">{move || offered.get().into_iter().map(|one| row(desk, section, one, tongue)).collect_view()}</ul>
            </Show>
            <details on:toggle=move |_| rest.update(|open| *open = !*open)>
                <summary>{tongue.say(t::DRAWER_REST)}</summary>
                {move || rest.get().then(|| others().into_iter().map(|(heading, offers)| view! {
                    <h3>{heading}</h3>
                    <ul class="plain">{offers.into_iter().map(|one| row(desk, section, one, tongue)).collect_view()}</ul>
                }).collect_view())}
            </details>
        </div>
    }
}

fn row(desk: Desk, section: StoredValue<String>, one: Offered, tongue: Tongue) -> AnyView {
    let here = Here::here();
    let Offered { offer, taken, origin } = one;
    let held_back = offer.is_held_back().then_some(offer.privacy);
    let (text, passage) = (offer.passage.text.clone(), offer.passage);
    let take = move |_| {
        section.with_value(|section| {
            let last = untrack(|| desk.laid_out(|document| document.section(section).len()));
            desk.change(|document| document.pull(section, last, passage.clone()));
            scroll_to(passage_id(section, last));
        });
    };
    view! {
        <li class="offered" class:taken=taken>
            <Prose text/>
            <p class="row">
                {origin.show(here)}
                {held_back.map(|privacy| view! { <span class="amber soft">{fill(t::HELD_BACK.in_(tongue.get()), &[("privacy", &privacy.label().in_(tongue.get()))])}</span> })}
                <button type="button" class="take" class:quiet=taken on:click=take>{tongue.say(if taken { t::TAKEN } else { t::TAKE })}</button>
            </p>
        </li>
    }
    .into_any()
}
