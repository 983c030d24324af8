//! One entry as it stands in its spiral: to read, with what it rests on and what can be done with it.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, field, in_order};
use luoxuan::record::{BlobRef, Expectation, HowKnown};
use luoxuan::text::excerpt;
use luoxuan::{Entry, Evidence, Fate, Phase};

use super::picture::Picture;
use super::prose::Prose;
use crate::browser::clock;
use crate::i18n::capture as t;
use crate::i18n::records as r;
use crate::i18n::spiral as s;
use crate::i18n::{Locale, fill};
use crate::item::{called, place_of};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// Something an entry rests on: how it is known, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub struct Rest {
    /// How it is known.
    pub known: HowKnown,
    /// Its name, in a few words.
    pub text: String,
    /// All of its words, where the name does not say them.
    pub words: String,
    /// Its pictures.
    pub pictures: Vec<BlobRef>,
}

impl Rest {
    /// A piece of evidence.
    pub fn of(evidence: Evidence) -> Self {
        let pictures = evidence.pictures().cloned().collect();
        let caption = Some(evidence.caption).filter(|caption| !caption.trim().is_empty());
        let text = caption.unwrap_or_else(|| excerpt(&evidence.text, 40));
        let words = Some(evidence.text).filter(|words| words.trim() != text);
        Self {
            known: evidence.known,
            words: words.unwrap_or_default(),
            text,
            pictures,
        }
    }
}

/// What a person wrote in an entry, laid out: its title, the text, its tags, each filled sub-field, what was expected.
pub fn entry_text(entry: &Entry, locale: Locale) -> AnyView {
    let phase = entry.phase;
    let fields = in_order(phase, &entry.fields).map(|(name, text)| {
        let label = field(phase, name).map(|field| field.label);
        let name = name.clone();
        view! {
            <div class="field-shown">
                <p class="label">{move || label.map_or_else(|| name.clone(), |label| label.in_(locale.get()).to_owned())}</p>
                <Prose text=text.clone()/>
            </div>
        }
    });
    let fields = fields.collect_view();
    let expectation = entry
        .expectation
        .clone()
        .map(|expectation| expected(expectation, locale));
    let title = entry.heading().map(|title| view! { <h3>{title.to_owned()}</h3> });
    let tags = (!entry.tags.is_empty()).then(|| {
        let tags = entry
            .tags
            .iter()
            .map(|tag| view! { <li class="chip">{tag.clone()}</li> });
        view! { <ul class="evid" aria-label=locale.say(t::TAGS)>{tags.collect_view()}</ul> }
    });
    let origin = entry.origin.map(|from| {
        let (notebook, here) = (Notebook::here(), Navigator::here());
        view! {
            <p class="soft">{locale.say(r::CAME_FROM)} " "
                <a href=move || here.link(place_of(notebook, from))>{move || called(notebook, locale, from)}</a></p>
        }
    });
    view! { {title} <Prose text=entry.body.clone()/> {tags} {fields} {expectation} {origin} }.into_any()
}

fn expected(expectation: Expectation, locale: Locale) -> AnyView {
    let Expectation {
        text, by, sign, sealed, ..
    } = expectation;
    let when = move || match sealed {
        Some(moment) => fill(
            s::SEALED_ON.in_(locale.get()),
            &[("date", &clock::day_text(moment.date(), locale.get()))],
        ),
        None => s::NOT_SEALED.in_(locale.get()).to_owned(),
    };
    let by = move || {
        by.map(|day| {
            fill(
                s::BY_DAY.in_(locale.get()),
                &[("date", &clock::day_text(day, locale.get()))],
            )
        })
    };
    view! {
        <div class="sealed">
            <p><b>{locale.say(s::EXPECTED)}</b>{when}</p>
            <p>{text} " " <span class="soft">{by} " " {sign}</span></p>
        </div>
    }
    .into_any()
}

/// The line above an entry: its phase, its day, and whether it was added later.
pub fn entry_line(entry: &Entry, next_turn: Option<u32>, locale: Locale) -> AnyView {
    let (phase, fate, from, until, late) = (
        entry.phase,
        entry.fate,
        entry.day(),
        entry.happened_until,
        entry.late_by(),
    );
    let badge = move || match (phase, fate, next_turn) {
        (Phase::NewProblem, Fate::NextTurn, Some(number)) => fill(s::TO_NEXT_TURN.in_(locale.get()), &[("n", &number)]),
        _ => phase.label().in_(locale.get()).to_owned(),
    };
    let when = move || {
        let day = |day| clock::day_text(day, locale.get());
        match (from, until) {
            (Some(from), Some(until)) if from != until => format!("{}—{}", day(from), day(until)),
            (Some(from), _) => day(from),
            _ => String::new(),
        }
    };
    view! {
        <p>
            <span class="badge">{badge}</span>
            <span class="when">{when}</span>
            {late.map(|days| view! { <span class="late">{move || fill(s::LATE.in_(locale.get()), &[("n", &days)])}</span> })}
        </p>
    }
    .into_any()
}

/// What an entry rests on: a chip each, and the pictures.
pub fn rests(all: Vec<Rest>, locale: Locale) -> AnyView {
    if all.is_empty() {
        return ().into_any();
    }
    let pictures: Vec<_> = all
        .iter()
        .flat_map(|rest| rest.pictures.iter().map(|picture| (picture.clone(), rest.text.clone())))
        .collect();
    let words: Vec<_> = all
        .iter()
        .filter(|rest| !rest.words.trim().is_empty())
        .map(|rest| view! { <blockquote class="words">{rest.words.clone()}</blockquote> })
        .collect();
    let chips = all
        .into_iter()
        .map(|Rest { known, text, .. }| {
            view! { <li class="chip"><b>{move || known.label().in_(locale.get())}</b> " " {text}</li> }
        })
        .collect_view();
    let pictures = (!pictures.is_empty()).then(|| {
        let shown = pictures
            .into_iter()
            .map(|(blob, alt)| view! { <Picture id=blob.id alt/> })
            .collect_view();
        view! { <div class="pictures">{shown}</div> }
    });
    view! { <ul class="evid" aria-label=locale.say(t::EVIDENCE)>{chips}</ul> {words} {pictures} }.into_any()
}
