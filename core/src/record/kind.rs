//! A kind of record, as data: what is written down around the spirals.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::{part, record, words};
use crate::catalog::Language;

/// Words by the tag of their language ([`Language::tag`]). A school writes its own in the language it speaks.
pub type Phrase = BTreeMap<String, String>;

/// The words in one language, or else in the first that says them; empty if none does.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{Phrase, said};
/// let label = Phrase::from([("zh-Hans".to_owned(), "听课".to_owned())]);
/// assert_eq!(said(&label, Language::En), "听课");
/// ```
pub fn said(words: &Phrase, language: Language) -> &str {
    let in_order = std::iter::once(language).chain(Language::ALL);
    let mut said = in_order.filter_map(|language| words.get(language.tag()));
    let fallback = || words.values().find(|text| !text.trim().is_empty());
    said.find(|text| !text.trim().is_empty())
        .or_else(fallback)
        .map_or("", String::as_str)
}

words! {
    /// What a field of a kind holds.
    pub enum FieldSort {
        /// One line.
        #[default]
        Line = "line",
        /// Paragraphs, in Markdown.
        Prose = "prose",
        /// A day.
        Day = "day",
        /// A number.
        Number = "number",
        /// One of some words.
        Choice = "choice",
        /// Any of some words.
        Choices = "choices",
        /// Yes or not.
        Flag = "flag",
        /// Another record.
        Link = "link",
        /// Other records.
        Links = "links",
        /// Lines, each for itself.
        Lines = "lines",
        /// A table.
        Rows = "rows",
    }
}

part! {
    /// A word that can be chosen.
    #[derive(Default)]
    pub struct KindChoice {
        /// The word in the written format.
        pub word: String,
        /// What it is called.
        pub label: Phrase,
    }
}

part! {
    /// A field of a kind.
    #[derive(Default)]
    pub struct KindField {
        /// Its name in the written format.
        pub name: String,
        /// What it holds.
        pub sort: FieldSort = always,
        /// What it is called.
        pub label: Phrase,
        /// What to write there.
        pub hint: Phrase,
        /// What a number counts.
        pub unit: Phrase,
        /// The stage from which on it is asked for; always if empty.
        pub from: String,
        /// Whether it is for the teacher's eyes only.
        pub private: bool,
        /// Of a day by which something is due: the stage that settles it, or `always` where none does.
        pub due: String,
        /// What can be chosen.
        pub choices: Vec<KindChoice>,
        /// The kinds of records a link leads to.
        pub to: Vec<String>,
        /// Of a link: the fields in which a record that is begun from the other one says what that one does.
        pub brings: Vec<String>,
        /// The columns of a table; these are no tables themselves.
        pub columns: Vec<KindField>,
    }
}

part! {
    /// A stage of a kind.
    #[derive(Default)]
    pub struct KindStage {
        /// The word in the written format.
        pub word: String,
        /// What it is called.
        pub label: Phrase,
        /// The stages that usually follow; none where it ends.
        pub next: Vec<String>,
    }
}

part! {
    /// How a kind counts in the report of a term.
    #[derive(Default)]
    pub struct KindReport {
        /// The part of the report: `opening`, `work`, `outcomes` or `problems`.
        pub part: String,
        /// What its line is called there.
        pub line: Phrase,
        /// The measure word by which it is counted in Chinese (节, 次, 项).
        pub unit: Phrase,
        /// The fields it is counted by, `stage` among them.
        pub count_by: Vec<String>,
        /// What two people write down of one such thing counts once where their records are told together.
        pub once: bool,
    }
}

part! {
    /// How a record that has ended is followed by another: what goes on in windows of some years.
    #[derive(Default)]
    pub struct KindAgain {
        /// The stages at which it has ended; nothing follows if empty.
        pub stages: Vec<String>,
        /// The field whose choices follow one another. After the last, nothing follows.
        pub steps: String,
        /// So many years after the day of this one.
        pub years: u32,
        /// The fields in which the next one says what this one does.
        pub carries: Vec<String>,
        /// The field in which the next one names this one.
        pub link: String,
    }
}

part! {
    /// A record that comes with a kind, to begin with.
    #[derive(Default)]
    pub struct KindPreset {
        /// What it is called; the title of what begins with it.
        pub label: Phrase,
        /// What else it says.
        pub fields: Map<String, Value>,
    }
}

record! {
    /// A kind of record: what is asked, through which stages it goes, how it counts.
    ///
    /// Those of the catalog are in `core/data/kinds`, one file each; a school's own are records of its journal, and are
    /// listed, opened, counted and carried out in the same way. See [`kind`](crate::kind).
    pub struct Kind = "kind" {
        /// Its name.
        pub name: String,
        /// The word that names the kind in the written format, where that is not its name: several sorts share one.
        pub of: String,
        /// The word in the field `sort` of its records, where several sorts share a word.
        pub sort: String,
        /// What it is called.
        pub label: Phrase,
        /// What it is for, in a sentence.
        pub note: Phrase,
        /// Where it is listed: `vehicles`, `contests`, `lessons`, `learning`, `outcomes`, `school`.
        pub group: String,
        /// Where it stands among the others: they are listed by rising numbers, those without one last.
        pub place: u32,
        /// The field that names a record.
        pub title: String,
        /// The field with its day.
        pub day: String,
        /// The field with its last day.
        pub until: String,
        /// The field with its hours.
        pub hours: String,
        /// Whether its records are for the teacher's eyes only.
        pub private: bool,
        /// What is asked.
        pub fields: Vec<KindField>,
        /// The stages, in order; a record without one stands at none of them.
        pub stages: Vec<KindStage>,
        /// How it counts.
        pub report: KindReport,
        /// The columns of its table in a growth handbook (成长手册), `stage` among them; it has no table there if empty.
        pub handbook: Vec<String>,
        /// How one that has ended is followed by another.
        pub again: KindAgain,
        /// Records to begin with.
        pub presets: Vec<KindPreset>,
    }
}

impl KindStage {
    /// What it is called.
    pub fn label(&self, language: Language) -> &str {
        said(&self.label, language)
    }
}
