//! One passage: its words, where they come from, and what can be done with it.
#![allow(clippy::large_types_passed_by_value)] // A place is a handle: each closure of the view holds a copy.

mod acts;
mod since;

use leptos::prelude::*;
use luoxuan::draft::{Change, ChangeKind};
use luoxuan::record::Passage;
use wasm_bindgen::JsCast;

use self::acts::Place;
use self::since::changed_sources;
use super::context::{TextContext, passage_id};
use super::days::DaysBelow;
use crate::components::editor::Editor;
use crate::components::notices::Notices;
use crate::components::origin::Origin;
use crate::components::prose::Preview;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// A passage being written.
#[component]
pub(super) fn PassageView(
    context: TextContext,
    section: String,
    at: usize,
    /// The place of the section's last passage.
    last: usize,
    passage: Passage,
) -> impl IntoView {
    let place = Place {
        context,
        section: StoredValue::new(section),
        at,
        area: NodeRef::new(),
        locale: Locale::here(),
        notebook: Notebook::here(),
        notices: Notices::here(),
    };
    let own = passage.sources.is_empty();
    let head = head(place, last, &passage);
    let written = RwSignal::new(passage.text.clone());
    let since = changed_sources(place, passage.sources);
    context.follows(move || (place.section.get_value(), at), written, place.area);
    // A box that is taken away loses the keyboard when nothing here is left to ask.
    let is_box = move |event: &web_sys::FocusEvent| {
        let area = place.area.try_get_untracked().flatten();
        area.is_some_and(|area| event.target() == Some(area.unchecked_into()))
    };
    let at_work = RwSignal::new(false);
    view! {
        // Its tools come when the cursor comes into the box, and stay: what came with any button, or went away again, would
        // move what is below under the mouse.
        <div class="passage" class:own=own class:at-work=at_work
            on:focusin=move |event| if is_box(&event) {
                at_work.set(true);
                context.enters_box();
            }
            on:focusout=move |event| if is_box(&event) {
                place.in_section(|section| context.leaves_box((section, at), &event, passage_id));
            }>
            {head}
            {drawn(place, written)}
            {words(place, passage.text, written)}
            <DaysBelow context section=place.section at written/>
            {since}
        </div>
    }
}

/// Where it comes from, whether it wants evidence, and what can be done with it.
fn head(place: Place, last: usize, passage: &Passage) -> AnyView {
    let (locale, here) = (place.locale, Navigator::here());
    let (own, wants) = (passage.sources.is_empty(), passage.wants_evidence);
    let origins = origins_of(passage);
    view! {
        <div class="row passage-head">
            {move || if own {
                view! { <span class="chip">{locale.say(t::OWN)}</span> }.into_any()
            } else {
                chips(&origins.get(), here, locale)
            }}
            {wants.then(|| view! { <b class="amber soft">{locale.say(t::LACKS_EVIDENCE)}</b> })}
            {more(place, last, wants)}
        </div>
    }
    .into_any()
}

fn more(place: Place, last: usize, wants: bool) -> AnyView {
    let (locale, at) = (place.locale, place.at);
    view! {
        // Drawn anew, the element may have been another passage's.
        <details class="more" prop:open=false>
            <summary>{locale.say(t::MORE)}</summary>
            <p class="row">
                <button type="button" disabled=at == 0 on:click=move |_| place.carry(at.saturating_sub(1))>{locale.say(t::UP)}</button>
                <button type="button" disabled=at == last on:click=move |_| place.carry(at + 1)>{locale.say(t::DOWN)}</button>
                <button type="button" on:click=move |_| place.split()>{locale.say(t::SPLIT)}</button>
                <button type="button" disabled=at == last on:click=move |_| place.join()>{locale.say(t::JOIN)}</button>
                {elsewhere(place)}
                <button type="button" on:click=move |_| place.mark(!wants)>{locale.say(if wants { t::WANTS_NO_EVIDENCE } else { t::WANTS_EVIDENCE })}</button>
                <button type="button" on:click=move |_| place.take_out()>{locale.say(t::TAKE_OUT)}</button>
            </p>
        </details>
    }
    .into_any()
}

/// The way into another section: an arrow in the list only chooses, the button moves.
fn elsewhere(place: Place) -> AnyView {
    let (locale, context) = (place.locale, place.context);
    let chosen = RwSignal::new(String::new());
    let others = move || {
        context.template.with(|template| {
            let sections = template.sections.iter();
            let others = sections.filter(|section| place.in_section(|name| section.name != name));
            others
                .map(|section| (section.name.clone(), section.heading.clone()))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <label class="choice"><span>{locale.say(t::TO_SECTION)}</span>
            <select on:change=move |event| chosen.set(event_target_value(&event))>
                <option value=""></option>
                {move || others().into_iter().map(|(name, heading)| view! { <option value=name>{heading}</option> }).collect_view()}
            </select>
        </label>
        <button type="button" disabled=move || chosen.read().is_empty()
            on:click=move |_| place.carry_over(&chosen.get_untracked())>{locale.say(t::CARRY_OVER)}</button>
    }
    .into_any()
}

/// A table, a chart or a picture as it will be; prose is read where it is written.
fn drawn(place: Place, written: RwSignal<String>) -> AnyView {
    let drawn = Memo::new(move |_| {
        let is_drawn = |text: &str| text.contains("\n|") || text.contains("```chart") || text.contains("![");
        written.with(|text| if is_drawn(text) { text.clone() } else { String::new() })
    });
    let captions = move || place.in_section(|section| place.context.captions_of(section, place.at));
    view! {
        <Show when=move || !drawn.read().is_empty()>
            <Preview text=drawn/>
            {move || captions().into_iter().map(|caption| view! { <p class="soft caption">{caption}</p> }).collect_view()}
        </Show>
    }
    .into_any()
}

/// The box.
fn words(place: Place, text: String, written: RwSignal<String>) -> AnyView {
    let Place {
        context,
        at,
        area,
        locale,
        ..
    } = place;
    let label = Signal::derive(move || {
        let heading = place.in_section(|section| context.heading(section));
        fill(t::PASSAGE.in_(locale.get()), &[("section", &heading), ("n", &(at + 1))])
    });
    let id = place.in_section(|section| passage_id(section, at));
    view! {
        <Editor id area text label on_picture=move |file| place.illustrate(file)
            on_input=move |text: String| {
                place.in_section(|section| context.text.sheet.update(|document| {
                    document.rewrite(section, at, &text);
                }));
                written.set(text);
            }
            on_done=move |()| context.text.sheet.settle()/>
    }
    .into_any()
}

/// Where the words of a passage come from, each record once.
pub(super) fn origins_of(passage: &Passage) -> Memo<Vec<Origin>> {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let records: Vec<_> = passage.sources.iter().map(|source| source.record).collect();
    Memo::new(move |_| {
        let language = locale.get();
        let mut seen = Vec::new();
        for record in &records {
            let origin = notebook.of_record(*record, |index| Origin::of(index, *record, language));
            if !seen.contains(&origin) {
                seen.push(origin);
            }
        }
        seen
    })
}

/// More chips than this push the words away.
const CHIPS: usize = 3;

/// Where it comes from: a few of them at once, the others when asked for.
pub(super) fn chips(origins: &[Origin], here: Navigator, locale: Locale) -> AnyView {
    let (first, others) = origins.split_at(origins.len().min(CHIPS));
    let shown = |origins: &[Origin]| origins.iter().map(|origin| origin.show(here)).collect_view();
    let others = (!others.is_empty()).then(|| view! {
        <details><summary>{fill(t::MORE_ORIGINS.in_(locale.get()), &[("n", &others.len())])}</summary>{shown(others)}</details>
    });
    view! { {shown(first)} {others} }.into_any()
}

/// What was taken out and what was put in, word by word.
pub(super) fn difference(changes: &[Change]) -> AnyView {
    let pieces = changes.iter().map(|change| {
        let text = change.text.clone();
        match change.kind {
            ChangeKind::Same => view! { <span>{text}</span> }.into_any(),
            ChangeKind::Removed => view! { <del>{text}</del> }.into_any(),
            ChangeKind::Added => view! { <ins>{text}</ins> }.into_any(),
        }
    });
    view! { <p class="difference">{pieces.collect_view()}</p> }.into_any()
}
