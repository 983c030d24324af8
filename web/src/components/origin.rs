//! Where something comes from: the day, what it is, and the way there.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Language};
use luoxuan::kind::Kinds;
use luoxuan::record::HowKnown;
use luoxuan::text::excerpt;
use luoxuan::{Date, Index, RecordId, Survey};

use crate::browser::clock;
use crate::i18n::text as t;
use crate::navigator::Navigator;
use crate::place::View;

/// A record as the origin of words.
#[derive(Debug, Clone, PartialEq)]
pub struct Origin {
    /// What it is, in a few words.
    pub name: String,
    /// Its day.
    pub day: Option<Date>,
    /// How it is known, if it is evidence.
    pub known: Option<HowKnown>,
    /// Where it stands; `None` if it is gone.
    pub place: Option<View>,
    language: Language,
}

impl Origin {
    /// That of a record.
    pub fn of(index: &Index, record: RecordId, language: Language) -> Self {
        let mut origin = Self {
            name: String::new(),
            day: None,
            known: None,
            place: View::of(index, record),
            language,
        };
        if let Some(entry) = index.entry(record) {
            origin.name = entry.phase.label().in_(language).into();
            origin.day = entry.day();
        } else if let Some(evidence) = index.evidence(record) {
            let caption = excerpt(&evidence.caption, 18);
            origin.name = if caption.is_empty() {
                evidence.sort.label().in_(language).into()
            } else {
                caption
            };
            origin.known = Some(evidence.known);
            let entry = evidence.entries.first().copied();
            origin.day = evidence.on.or_else(|| index.entry(entry?)?.day());
        } else if let Some(measure) = index.measure(record) {
            let spiral = measure.spiral.and_then(|spiral| index.spiral(spiral));
            let indicator = spiral.and_then(|spiral| spiral.indicators.get(&measure.indicator));
            origin.name = indicator.map(|indicator| indicator.name.clone()).unwrap_or_default();
            origin.day = measure.on;
            origin.known = Some(HowKnown::Counted);
        } else if let Some(spiral) = index.spiral(record) {
            origin.name = excerpt(&spiral.title, 18);
        } else if let Some(survey) = index.read::<Survey>(record) {
            origin.name = excerpt(&survey.title, 18);
        } else if let Some(head) = index.head(record) {
            let content = head.content();
            let kinds = Kinds::of(index);
            if let Some(kind) = kinds.of_content(content) {
                let title = excerpt(&kind.title_of(content), 18);
                origin.name = if title.is_empty() {
                    kind.label(language).to_owned()
                } else {
                    title
                };
                origin.day = kind.day_of(content);
            }
        } else {
            origin.name = t::GONE.in_(language).into();
        }
        origin
    }

    /// It, as a link to its day.
    pub fn show(&self, here: Navigator) -> AnyView {
        let language = self.language;
        let known = self.known.map(|known| view! { <b>{known.label().in_(language)}</b> });
        let day = self.day.map(|day| clock::day_text(day, language)).unwrap_or_default();
        let words = view! { {known} " " {day} " " {self.name.clone()} };
        match self.place {
            Some(place) => view! { <a class="chip" href=here.link_now(place)>{words}</a> }.into_any(),
            None => view! { <span class="chip">{words}</span> }.into_any(),
        }
    }
}
