//! The boxes a teacher composes in: how each is reached, left, and kept.

use std::time::Duration;

use luoxuan::journal::read_lines;
use luoxuan::record::PROFILE;
use luoxuan::{Content, Document, Entry, Evidence, Journal, RecordId};
use luoxuan_tests::demo;
use serde_json::json;

use super::{ENTRY, EVIDENCE};
use crate::access::TEXT;
use crate::disk;
use crate::stage::tools::Dice;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// A box by what is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// 今天's box.
    Capture,
    /// The text of an entry that is changed.
    Body,
    /// One of its further fields.
    Field,
    /// A line of its evidence.
    Caption,
    /// The words of its evidence.
    Words,
    /// A new problem that is found in a spiral.
    NewProblem,
    /// A passage of a text.
    Passage,
    /// A line of the settings.
    Line,
    /// What is looked for.
    Find,
}

impl Sort {
    pub(super) const ALL: [Self; 9] = [
        Self::Capture,
        Self::Body,
        Self::Field,
        Self::Caption,
        Self::Words,
        Self::NewProblem,
        Self::Passage,
        Self::Line,
        Self::Find,
    ];

    /// The place it stands at.
    pub(super) fn place(self) -> String {
        match self {
            Self::Capture | Self::Find => "#/today".into(),
            Self::Body | Self::Field | Self::Caption | Self::Words => format!("#/entry/{ENTRY}"),
            Self::NewProblem => format!("#/spiral/{}", demo::id("spiral C")),
            Self::Passage => format!("#/text/{TEXT}/write"),
            Self::Line => "#/settings".into(),
        }
    }

    /// What is clicked to have it, if anything.
    fn opened_by(self) -> Option<&'static str> {
        match self {
            Self::Body | Self::Field | Self::Caption | Self::Words => Some("main .entry .actions button:not(.quiet)"),
            // 修改, then 发现新问题.
            Self::NewProblem => Some(".rail .entry .actions button:not(.quiet) + button"),
            Self::Find => Some(".find-button"),
            Self::Capture | Self::Passage | Self::Line => None,
        }
    }

    fn selector(self) -> &'static str {
        match self {
            Self::Capture => "#capture",
            Self::Body => ".write > .editor > textarea",
            Self::Field => ".write details .editor textarea",
            Self::Caption => ".evidence-item input[type=text]",
            Self::Words => ".evidence-item textarea",
            Self::NewProblem => ".rail .write > .editor > textarea",
            Self::Passage => ".passage textarea",
            Self::Line => ".settings .grid input[type=text]",
            Self::Find => "dialog.find[open] input",
        }
    }

    /// Comes to the box from elsewhere, so that it is laid out anew.
    pub(super) fn open(self, teacher: &Teacher) {
        let opened = teacher.run_until_called(
            "const [place, click, selector, done] = arguments; \
             const until = (look, then) => { const found = look(); if (found) then(found); else setTimeout(() => until(look, then), 20); }; \
             const one = (selector) => document.querySelector(selector); \
             location.hash = '#/trash'; \
             until(() => one('main .trash, main .empty') && !one('.write, .passage, .settings'), () => { \
               location.hash = place; \
               const look = () => { for (const shut of document.querySelectorAll('.write details:not([open])')) shut.open = true; return one(selector); }; \
               const reach = () => { until(look, (box) => { window.box = box; box.scrollIntoView({ block: 'center' }); box.focus(); done(true); }); }; \
               if (click) until(() => one(click), (button) => { button.click(); reach(); }); else reach(); })",
            vec![json!(self.place()), json!(self.opened_by()), json!(self.selector())],
        );
        assert_eq!(opened, json!(true), "{self:?} does not open");
    }

    /// Leaves the box: by saying that it is done, where it can be said, or for another control.
    pub(super) fn leave(self, teacher: &Teacher, dice: &mut Dice) {
        let sheet = matches!(
            self,
            Self::Capture | Self::Body | Self::Field | Self::Caption | Self::Words | Self::NewProblem
        );
        if sheet && dice.below(2) == 0 {
            teacher.presses("Ctrl Enter");
        } else if self != Self::Find {
            teacher.run("window.box.blur()", vec![]);
        }
    }

    /// What a record says in this box.
    fn reads(self, content: &Content) -> Option<String> {
        match self {
            Self::Capture | Self::NewProblem | Self::Body => Some(content.read::<Entry>()?.body),
            Self::Field => content.read::<Entry>()?.fields.into_values().next(),
            Self::Caption => Some(content.read::<Evidence>()?.caption),
            Self::Words => Some(content.read::<Evidence>()?.text),
            Self::Passage => {
                let document = content.read::<Document>()?;
                let mut texts = document.passages().map(|(.., passage)| passage.text.clone());
                texts.find(|text| text.starts_with('第') && text.contains("回："))
            }
            Self::Line => Some(content.read::<luoxuan::record::Profile>()?.name),
            Self::Find => None,
        }
    }

    /// The record, where it is known before it is written.
    fn record(self) -> Option<RecordId> {
        match self {
            Self::Body | Self::Field => Some(ENTRY),
            Self::Caption | Self::Words => Some(EVIDENCE),
            Self::Passage => Some(TEXT),
            Self::Line => Some(PROFILE),
            Self::Capture | Self::NewProblem | Self::Find => None,
        }
    }

    /// Waits until what is on the disk says this text, once and in one version.
    pub(super) fn holds(self, teacher: &Teacher, mark: &str, text: &str) -> Result<(), String> {
        if self == Self::Find {
            let said = teacher.run(
                "return document.querySelector('dialog.find p[role=status]').textContent",
                vec![],
            );
            let said = said.as_str().unwrap_or_default();
            return if said.contains(text) {
                Ok(())
            } else {
                Err(format!("“{text}” is looked for, and the answer is about “{said}”"))
            };
        }
        let needle = self
            .record()
            .map_or_else(|| mark.to_owned(), |record| record.to_string());
        let mut found = Vec::new();
        let kept = wait_for(Duration::from_secs(6), || {
            let mut journal = Journal::new();
            journal.merge(read_lines(disk::lines_with(teacher, &needle).as_bytes()).0);
            let all = journal
                .records()
                .filter(|(id, _)| self.record().is_none_or(|record| record == *id));
            found = all
                .flat_map(|(_, heads)| heads)
                .filter_map(|head| self.reads(head.content()))
                .collect();
            (found == [text]).then_some(())
        });
        kept.ok_or_else(|| format!("the box says “{text}”, the database {found:?}"))
    }
}
