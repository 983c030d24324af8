//! What was written in some days: the spirals, and the texts.

use super::lines::{Writer, heading};
use super::texts::{spirals_of, texts_of};
use crate::catalog::{Language, fill, report as words};
use crate::record::{Document, Passage, Spiral, TextType};

impl Writer<'_> {
    /// The spirals in which something was written in these days.
    pub(super) fn spirals(&self) -> Vec<Passage> {
        let mut passages = Vec::new();
        for (id, spiral) in spirals_of(self.index, self.span)
            .into_iter()
            .filter_map(|id| Some((id, self.index.get::<Spiral>(id)?)))
        {
            let entries = self.index.days_of(id).filter(|day| self.span.contains(*day)).count();
            let turns = self.index.turns(id).len();
            let values: [(&str, &dyn std::fmt::Display); 3] =
                [("title", &spiral.title), ("turns", &turns), ("entries", &entries)];
            let text = fill(words::SPIRAL.in_(self.language), &values);
            passages.push(self.of_one(self.with_whose(&text, id), id, "header"));
        }
        if !passages.is_empty() {
            passages.insert(0, heading(words::SPIRALS.in_(self.language)));
        }
        passages
    }

    /// The texts of these days, but for reports.
    pub(super) fn texts(&self) -> Vec<Passage> {
        let is_told = |text: &Document| text.text_type != TextType::TermReport && !text.title.trim().is_empty();
        let texts: Vec<String> = texts_of(self.index, self.span)
            .filter(|(_, text)| is_told(text))
            .map(|(id, text)| {
                let form = crate::catalog::form(text.text_type).name.in_(self.language);
                let (open, close) = if self.language == Language::En {
                    ("“", "”")
                } else {
                    ("《", "》")
                };
                let said: Vec<String> = std::iter::once(form.to_owned()).chain(self.whose(id)).collect();
                format!(
                    "{open}{}{close}{}",
                    text.title.trim(),
                    self.brackets(&self.items(&said))
                )
            })
            .collect();
        if texts.is_empty() {
            return Vec::new();
        }
        let text = fill(words::TEXT.in_(self.language), &[("texts", &self.list(&texts))]);
        let own = Passage {
            text,
            ..Passage::default()
        };
        vec![heading(words::TEXTS.in_(self.language)), own]
    }
}
