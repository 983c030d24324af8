//! The numbers of figures and tables in a text that is typed on: they follow when a box is left.

use leptos::ev::FocusEvent;
use leptos::html::Textarea;
use leptos::prelude::*;
use leptos::reactive::signal::Trigger;
use luoxuan::Document;
use luoxuan::draft::{Numbering, differ_in_figures};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::context::TextContext;
use crate::components::notices::Notices;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};

/// What a text said when its numbers held.
#[derive(Clone, Copy)]
pub(super) struct Numbers {
    /// With the arrangement of the passages that it is of.
    known: StoredValue<Option<(u32, Numbering)>>,
    /// What it said when the box was entered that somebody types in.
    entered: StoredValue<Document>,
    /// Told when numbers have followed.
    pub(super) followed: Trigger,
}

impl Numbers {
    pub(super) fn new() -> Self {
        Self {
            known: StoredValue::new(None),
            entered: StoredValue::new(Document::default()),
            followed: Trigger::new(),
        }
    }
}

impl TextContext {
    /// The cursor has come into a box.
    pub(super) fn enters_box(self) {
        let Some(arrangement) = self.text.arrangement() else {
            return;
        };
        let now = untrack(|| self.text.sheet.with(Document::clone));
        self.numbers.known.update_value(|known| {
            if !matches!(known, Some((of, _)) if *of == arrangement) {
                *known = Some((arrangement, Numbering::of(&now)));
            }
        });
        self.numbers.entered.set_value(now);
    }

    /// The cursor leaves the box of a passage: what names figures and tables follows what was typed. `id` names the box of
    /// each passage; into the one the cursor goes to nothing is written, and then it waits until that is left.
    pub(super) fn leaves_box(self, (section, at): (&str, usize), event: &FocusEvent, id: fn(&str, usize) -> String) {
        let Some(arrangement) = self.text.arrangement() else {
            return;
        };
        let known = self.numbers.known.get_value();
        let Some((_, mut numbering)) = known.filter(|(of, _)| *of == arrangement) else {
            return;
        };
        // The window may have lost the keyboard, and the box keeps its cursor.
        if !document().has_focus().unwrap_or(true) {
            return;
        }
        let typed = untrack(|| self.text.sheet.with(Document::clone));
        let mut now = typed.clone();
        let changed = untrack(|| self.template.with(|template| numbering.follow(&mut now, template)));
        let next = event.related_target().and_then(|next| next.dyn_into::<Element>().ok());
        let next = next.map(|next| next.id()).unwrap_or_default();
        if changed.iter().any(|(section, at)| id(section, *at) == next) {
            return;
        }
        self.numbers.known.set_value(Some((arrangement, numbering)));
        if changed.is_empty() {
            // What is drawn may be called something else.
            self.numbers.followed.notify();
            return;
        }
        self.text.sheet.update(|document| document.clone_from(&now));
        self.text.sheet.settle();
        self.numbers.followed.notify();
        let entered = self.numbers.entered.get_value();
        let of = |document: &Document| document.section(section).get(at).map(|it| it.text.clone());
        let (notices, language) = (Notices::here(), Locale::here().0.get_untracked());
        let said = fill(t::NUMBERS_FOLLOWED.in_(language), &[("n", &changed.len())]);
        let only_figures = of(&entered).zip(of(&typed));
        if only_figures.is_some_and(|(before, after)| differ_in_figures(&before, &after)) {
            let mut places = changed;
            places.push((section.to_owned(), at));
            let then = now;
            let back = self.way_back(entered.clone(), move |document| {
                for (section, at) in &places {
                    let of = |document: &Document| document.section(section).get(*at).map(|it| it.text.clone());
                    if of(document) == of(&then)
                        && let Some(before) = of(&entered)
                    {
                        document.rewrite(section, *at, &before);
                    }
                }
            });
            notices.undoable_beside(said, back);
        } else {
            notices.say(said);
        }
    }

    /// Has the box of a passage, and what is drawn of it, say what has followed.
    pub(super) fn follows(
        self,
        place: impl Fn() -> (String, usize) + 'static,
        written: RwSignal<String>,
        area: NodeRef<Textarea>,
    ) {
        Effect::new(move |before: Option<()>| {
            self.numbers.followed.track();
            if before.is_none() {
                return;
            }
            let (section, at) = place();
            let says = |document: &Document| document.section(&section).get(at).map(|it| it.text.clone());
            let now = untrack(|| self.text.sheet.with(says));
            let Some(now) = now.filter(|now| *now != written.get_untracked()) else {
                return;
            };
            if let Some(area) = area.get_untracked() {
                area.set_value(&now);
                // As if it were typed: all that is drawn of it is drawn by that.
                if let Ok(event) = web_sys::Event::new("input") {
                    let _ = area.dispatch_event(&event);
                }
            }
            written.set(now);
        });
    }
}
