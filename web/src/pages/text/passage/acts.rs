//! What can be done with a passage where it stands.

use leptos::html::Textarea;
use leptos::prelude::*;
use luoxuan::draft;
use luoxuan::{Document, RecordId};

use super::super::context::{TextContext, passage_id};
use super::super::drawer::wording;
use crate::components::editor::SendFile;
use crate::components::notices::Notices;
use crate::components::picture::keep;
use crate::components::{scroll_to, select};
use crate::i18n::Locale;
use crate::i18n::capture::PICTURE_BAD;
use crate::i18n::text as t;
use crate::markdown_edit::{byte, units};
use crate::notebook::Notebook;

/// A passage by its place: the section, and the place in it.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) context: TextContext,
    pub(super) section: StoredValue<String>,
    pub(super) at: usize,
    /// The box its words stand in.
    pub(super) area: NodeRef<Textarea>,
    pub(super) locale: Locale,
    pub(super) notebook: Notebook,
    pub(super) notices: Notices,
}

impl Place {
    pub(super) fn in_section<T>(self, act: impl FnOnce(&str) -> T) -> T {
        self.section.with_value(|section| act(section))
    }

    /// Changes the text, given the name of the section.
    fn change(self, act: impl FnOnce(&mut Document, &str)) {
        self.in_section(|section| self.context.text.change(|document| act(document, section)));
    }

    fn go(self, to: usize) {
        self.in_section(|section| scroll_to(passage_id(section, to)));
    }

    /// Moves it within its section.
    pub(super) fn carry(self, to: usize) {
        let at = self.at;
        self.in_section(|section| {
            self.context
                .arrange(|document| document.carry(section, at, section, to));
        });
        self.go(to);
    }

    /// Moves it to the end of another section.
    pub(super) fn carry_over(self, to: &str) {
        let (context, at) = (self.context, self.at);
        let end = context.text.read(|document| document.section(to).len());
        self.in_section(|section| {
            context.arrange(|document| document.carry(section, at, to, end));
        });
        scroll_to(passage_id(to, end));
    }

    /// Splits it where the cursor stands.
    pub(super) fn split(self) {
        let Some(area) = self.area.get_untracked() else { return };
        let units = area.selection_start().ok().flatten().unwrap_or_default();
        let bytes = byte(&area.value(), units);
        self.change(|document, section| {
            document.split(section, self.at, bytes);
        });
        self.go(self.at + 1);
    }

    /// Joins it with the one below.
    pub(super) fn join(self) {
        self.change(|document, section| {
            document.join(section, self.at);
        });
        self.go(self.at);
    }

    /// Says that it wants evidence, or wants none any more.
    pub(super) fn mark(self, wants: bool) {
        self.change(|document, section| {
            document.want_evidence(section, self.at, wants);
        });
    }

    pub(super) fn take_out(self) {
        let (context, at) = (self.context, self.at);
        let before = untrack(|| context.text.read(Document::clone));
        let taken = self.in_section(|section| context.arrange(|document| document.remove(section, at)));
        if let Some(taken) = taken.flatten() {
            // By then this passage's view has been drawn anew, or the page is gone.
            let section = self.section.get_value();
            let words = t::TAKEN_OUT.in_(self.locale.0.get_untracked());
            context.undoable(self.notices, words, before, move |document| {
                document.pull(&section, at, taken.clone());
            });
        }
    }

    /// Puts a picture where the cursor stands.
    pub(super) fn illustrate(self, file: SendFile) {
        let byte = self.area.get_untracked().map_or(0, |area| {
            let units = area.selection_end().ok().flatten().unwrap_or_default();
            byte(&area.value(), units)
        });
        let (context, at, section) = (self.context, self.at, self.section.get_value());
        leptos::task::spawn_local(async move {
            let kept = keep(self.notebook, &file).await;
            // The person may have left the page in the meantime.
            let Some((template, language)) = context
                .template
                .try_get_untracked()
                .zip(self.locale.0.try_get_untracked())
            else {
                return;
            };
            let Some(blob) = kept else {
                self.notices.say(PICTURE_BAD.in_(language));
                return;
            };
            let mut place = None;
            context.text.change(|document| {
                let caption = draft::illustrate(document, &template, (&section, at), byte, blob.id, language);
                let text = document.section(&section).get(at).map(|passage| passage.text.clone());
                place = caption
                    .zip(text)
                    .and_then(|(caption, text)| Some(units(text.get(..caption.start)?)));
            });
            if let Some(place) = place {
                select(passage_id(&section, at), (place, place));
            }
        });
    }

    /// Takes a source as it is now; its words too, or only that this has been seen.
    pub(super) fn refresh(self, record: RecordId, part: &str, words: bool) {
        let (notebook, context) = (self.notebook, self.context);
        let now = untrack(|| notebook.of_source(record, |journal| draft::source(journal, record, part)));
        let Some(now) = now else { return };
        let words = words
            .then(|| untrack(|| wording(notebook, context, record, part)))
            .flatten();
        self.change(|document, section| {
            let as_it_stands = document.clone();
            let told = |words: &str| {
                let language = self.locale.0.get_untracked();
                untrack(|| notebook.of_all(|index| draft::told_by_day(words, record, &as_it_stands, index, language)))
            };
            document.take_anew(section, self.at, now.clone(), words.as_deref(), &told);
        });
    }
}
