//! What the parts of a text's page share.

use std::collections::BTreeMap;

use leptos::prelude::*;
use luoxuan::Document;
use luoxuan::draft::{self, DiagnosticsConfig, Length, Place, Suggestion};
use luoxuan::record::Template;

use super::numbers::Numbers;
use crate::components::notices::Notices;
use crate::components::origin::Origin;
use crate::i18n::Locale;
use crate::i18n::text as t;
use crate::laid::Laid;

/// The id of a passage's box.
pub(super) fn passage_id(section: &str, at: usize) -> String {
    format!("passage-{section}-{at}")
}

/// The id of a section's element.
pub(super) fn section_id(name: &str) -> String {
    format!("section-{name}")
}

/// Something to take, and whether the text has it already.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Offered {
    pub(super) offer: Suggestion,
    pub(super) taken: bool,
    pub(super) origin: Option<Origin>,
}

/// What fits each section, by its name.
pub(super) type Offers = BTreeMap<&'static str, Vec<Offered>>;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct TextContext {
    pub(super) text: Laid<Document>,
    /// The form, in the page's language or as the teacher has changed it.
    pub(super) template: Memo<Template>,
    /// What it is held to: by the rules it is handed in after, and where they say nothing by the form.
    pub(super) limits: Memo<DiagnosticsConfig>,
    /// How long it is, as it is typed.
    pub(super) length: Memo<Length>,
    /// What the journal has for each section.
    pub(super) offers: Memo<Offers>,
    /// What figures and tables are called, with the passages that show them.
    pub(super) captions: Memo<Vec<(Place, String)>>,
    /// What the numbers of figures and tables follow while somebody types.
    pub(super) numbers: Numbers,
}

impl TextContext {
    /// Puts something elsewhere in the text, takes it out or brings it in: what the words say of figures and tables by
    /// number follows.
    pub(super) fn arrange<T>(self, change: impl FnOnce(&mut Document) -> T) -> Option<T> {
        let template = untrack(|| self.template.get());
        let mut done = None;
        self.text
            .change(|document| done = Some(draft::keeping_numbers(document, &template, change)));
        done
    }

    /// Offers to take back what was done to the text since `before`. What named something is as it was then too, unless
    /// somebody has written on meanwhile: then only `back` is done.
    pub(super) fn undoable(
        self,
        notices: Notices,
        said: &str,
        before: Document,
        back: impl Fn(&mut Document) + 'static,
    ) {
        notices.undoable(said, self.way_back(before, back));
    }

    /// What takes that back.
    pub(super) fn way_back(self, before: Document, back: impl Fn(&mut Document) + 'static) -> impl Fn() + 'static {
        let after = untrack(|| self.text.read(Document::clone));
        move || {
            self.text.change_late(|document| {
                if *document == after {
                    document.clone_from(&before);
                } else {
                    back(document);
                }
            });
        }
    }

    /// What the journal has for a section.
    pub(super) fn offered(self, section: &str) -> Vec<Offered> {
        self.offers
            .with(|offers| offers.get(section).cloned().unwrap_or_default())
    }

    /// What the figures and tables of a passage are called.
    pub(super) fn captions_of(self, section: &str, at: usize) -> Vec<String> {
        let place = Place::Passage(section.into(), at);
        let all = self.captions.get().into_iter();
        all.filter(|(of, _)| *of == place).map(|(_, caption)| caption).collect()
    }

    /// What a section is called.
    pub(super) fn heading(self, section: &str) -> String {
        self.template.with(|template| {
            let found = template.section(section);
            found.map_or_else(|| section.to_owned(), |section| section.heading.clone())
        })
    }

    /// What a place in the text is called.
    pub(super) fn name_of(self, place: &Place, locale: Locale) -> String {
        let language = locale.get();
        let fixed = match place {
            Place::Whole => t::WHOLE,
            Place::Title => t::TITLE,
            Place::Summary => t::SUMMARY,
            Place::Keywords => t::KEYWORDS,
            Place::Reference(_) => t::REFERENCES,
            Place::Header(name) => {
                return self.template.with(|template| {
                    let field = template.header.iter().find(|field| field.name == *name);
                    field.map_or_else(|| name.clone(), |field| field.label.clone())
                });
            }
            Place::Section(name) | Place::Passage(name, _) | Place::Words(name, ..) => return self.heading(name),
        };
        fixed.in_(language).into()
    }
}
