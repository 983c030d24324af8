//! What is written down around the spirals, as data: readings, contests, lessons, awards, training and whatever the next
//! school needs.
//!
//! The spine (spiral, entry, evidence, survey, document) is typed; the periphery is not. A [`Kind`] says what is asked,
//! through which stages a record goes, and how it counts. Those that come with the crate are files in `core/data/kinds`;
//! a school's own are records of its journal. Nothing here tells the two apart, and a record of a kind nobody here knows
//! is kept and shown by its fields.
//!
//! ```
//! use luoxuan::catalog::Language;
//! use luoxuan::kind::{Kinds, Moved};
//! use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
//!
//! let mut journal = Journal::new();
//! let kinds = Kinds::of(&Index::of(&journal));
//! let entry = kinds.named("contest_entry").expect("it comes with the crate");
//! assert_eq!(entry.label(Language::ZhHans), "参评");
//!
//! // A record begins at the first stage; what is typed into a field is read as what the field holds.
//! let field = |name: &str| entry.field(name).expect("it has one");
//! let content = entry
//!     .begun("把一件事写具体")
//!     .with("due_school", field("due_school").read("2026年12月4日", Language::ZhHans).expect("a day"));
//! assert_eq!(entry.stage_of(&content).map(|stage| stage.word.as_str()), Some("announced"));
//! assert_eq!(content.text("due_school").as_deref(), Some("2026-12-04"));
//!
//! // Stages follow one another; another order is possible, and told.
//! assert_eq!(entry.moved(&content, "joined"), Moved::Next);
//! assert_eq!(entry.moved(&content, "result"), Moved::Beyond);
//! let joined = entry.at_stage(&content, "joined", "2026-11-30".parse().ok());
//! assert_eq!(entry.reached(&joined, "joined"), "2026-11-30".parse().ok());
//!
//! let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
//! journal.write(RecordId::from_bytes([2; 16]), joined, author);
//! let index = Index::of(&journal);
//! assert_eq!(entry.records(&index).count(), 1);
//! ```

mod again;
#[cfg(feature = "calendar")]
mod calendar;
mod csv;
mod due;
mod hours;
mod import;
mod own;
mod reuse;
mod value;
mod words;

#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use serde_json::{Map, Value};

pub use again::Again;
#[cfg(feature = "calendar")]
pub use calendar::calendar;
pub use csv::csv;
pub use due::{Due, due};
pub use hours::{Progress, Sort, Year, progress};
pub use import::{Column, Columns, Misread, Taken, columns, take};
pub use own::{add_field, add_stage, drop_stage};
pub use reuse::{Reuse, reuse};
pub use value::Unread;
pub use words::{stands_around, words};

use crate::catalog::Language;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Revision};
use crate::record::{FieldSort, Kind, KindField, KindPreset, KindStage, Record, VehicleKind, said};
use crate::time::Date;

/// The field that says at which stage a record stands.
pub const STAGE: &str = "stage";

/// The field that says when each stage was reached: days, by the words of stages.
pub const REACHED: &str = "reached";

/// The field that tells several sorts of one kind of record apart.
const SORT: &str = "sort";

static BUILT_IN: LazyLock<Kinds> = LazyLock::new(|| {
    let all: Vec<Map<String, Value>> =
        serde_json::from_str(include_str!(concat!(env!("OUT_DIR"), "/kinds.json"))).unwrap_or_default();
    Kinds(all.iter().map(|fields| Arc::new(Kind::from_fields(fields))).collect())
});

/// The kinds there are: those of the catalog, then those of one journal.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Kinds(Vec<Arc<Kind>>);

impl Kinds {
    /// Those that come with the crate, in the order in which a school meets them.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// These and what the journal's own records say. An own kind that has the name of another stands behind it, and is
    /// not found by it.
    pub fn of(index: &Index) -> Self {
        let own = index.of_kind::<Kind>().map(|(_, kind)| Arc::new(kind.clone()));
        BUILT_IN.and(own)
    }

    /// These and others behind them.
    pub(crate) fn and(&self, others: impl Iterator<Item = Arc<Kind>>) -> Self {
        Self(self.0.iter().cloned().chain(others).collect())
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<Kind>> {
        self.0.iter()
    }

    /// One by its name.
    pub fn named(&self, name: &str) -> Option<&Arc<Kind>> {
        self.0.iter().find(|kind| kind.name == name)
    }

    /// The kind of a record; `None` if nobody here knows it, or it belongs to the spine.
    pub fn of_content(&self, content: &Content) -> Option<&Arc<Kind>> {
        let word = content.kind();
        let mut same = self.0.iter().filter(|kind| kind.word() == word);
        let sorts = same.clone();
        // One whose sort nobody here knows is still of that kind.
        sorts
            .into_iter()
            .find(|kind| kind.is_sort(content))
            .or_else(|| same.next())
    }
}

/// What going to a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Moved {
    /// It stands there.
    Here,
    /// It usually follows.
    Next,
    /// It was there before.
    Back,
    /// It usually comes after others: possible, and worth a word.
    Beyond,
    /// The kind has no such stage.
    Unknown,
}

impl Kind {
    /// The word that names it in the written format.
    pub fn word(&self) -> &str {
        if self.of.is_empty() { &self.name } else { &self.of }
    }

    /// What it is called.
    pub fn label(&self, language: Language) -> &str {
        said(&self.label, language)
    }

    /// What it is for, in a sentence.
    pub fn note(&self, language: Language) -> &str {
        said(&self.note, language)
    }

    /// One of its fields.
    pub fn field(&self, name: &str) -> Option<&KindField> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// One of its stages.
    pub fn stage(&self, word: &str) -> Option<&KindStage> {
        self.stages.iter().find(|stage| stage.word == word)
    }

    /// A record of it that has nothing but a title, at the first stage.
    pub fn begun(&self, title: &str) -> Content {
        let mut fields = Map::from_iter([("kind".to_owned(), Value::from(self.word()))]);
        if !self.sort.is_empty() {
            fields.insert(SORT.into(), self.sort.as_str().into());
        }
        if let Some(first) = self.stages.first() {
            fields.insert(STAGE.into(), first.word.as_str().into());
        }
        if !title.trim().is_empty() {
            fields.insert(self.title.clone(), title.trim().into());
        }
        Content::from_json(&fields)
    }

    /// A record that begins as one that comes with the kind.
    pub fn preset(&self, preset: &KindPreset, language: Language) -> Content {
        let fields = preset.fields.iter();
        let begun = self.begun(said(&preset.label, language));
        fields.fold(begun, |content, (name, value)| {
            content.with(name, Some(in_language(value, language)))
        })
    }

    /// A record that is begun from another, which it names in this field: with what that one brings along, such as the
    /// deadlines of a contest.
    pub fn begun_from(&self, field: &str, from: RecordId, says: &Content) -> Content {
        let Some(link) = self.field(field) else {
            return self.begun("");
        };
        let id = Value::from(from.to_string());
        let many = link.sort == FieldSort::Links;
        let begun = self
            .begun("")
            .with(field, Some(if many { vec![id].into() } else { id }));
        let said = says.to_json();
        let brought = link
            .brings
            .iter()
            .filter_map(|name| Some((name, said.get(name)?.clone())));
        brought.fold(begun, |content, (name, value)| content.with(name, Some(value)))
    }

    /// The records of this kind, in order of id.
    pub fn records<'i>(&'i self, index: &'i Index) -> impl Iterator<Item = &'i Arc<Revision>> {
        index
            .heads(self.word())
            .filter(|revision| self.is_sort(revision.content()))
    }

    /// Whether a record of this word is of this sort. A record does not say the first sort of a vehicle.
    fn is_sort(&self, content: &Content) -> bool {
        let sort = content.text(SORT).unwrap_or_default();
        let unsaid = || sort.is_empty() && self.sort == VehicleKind::default().word();
        self.of.is_empty() || sort == self.sort || unsaid()
    }

    /// What names a record; empty if nothing does.
    pub fn title_of<'c>(&self, content: &'c Content) -> Cow<'c, str> {
        content.text(&self.title).unwrap_or_default()
    }

    /// The day of a record.
    pub fn day_of(&self, content: &Content) -> Option<Date> {
        content.text(&self.day)?.parse().ok()
    }

    /// Whether its day is a deadline, to be met, and not when something happened.
    pub fn day_is_due(&self) -> bool {
        self.field(&self.day).is_some_and(|field| !field.due.is_empty())
    }

    /// The last day of a record that has one.
    pub fn until_of(&self, content: &Content) -> Option<Date> {
        content.text(&self.until)?.parse().ok()
    }

    /// The stage a record stands at.
    pub fn stage_of(&self, content: &Content) -> Option<&KindStage> {
        self.stage(&content.text(STAGE)?)
    }

    /// When a record came to a stage, if that was said.
    pub fn reached(&self, content: &Content, stage: &str) -> Option<Date> {
        let fields = content.to_json();
        fields.get(REACHED)?.get(stage)?.as_str()?.parse().ok()
    }

    /// What going to a stage is for a record that says this.
    pub fn moved(&self, content: &Content, stage: &str) -> Moved {
        let at = |word: &str| self.stages.iter().position(|stage| stage.word == word);
        let Some(to) = at(stage) else { return Moved::Unknown };
        let now = content.text(STAGE).and_then(|word| at(&word));
        let next = |now: usize| {
            self.stages
                .get(now)
                .is_some_and(|now| now.next.iter().any(|next| next == stage))
        };
        match now {
            Some(now) if now == to => Moved::Here,
            Some(now) if next(now) => Moved::Next,
            Some(now) if to < now => Moved::Back,
            None if to == 0 => Moved::Next,
            _ => Moved::Beyond,
        }
    }

    /// The same record at another stage, reached on this day. A stage that the kind does not have changes nothing.
    #[must_use]
    pub fn at_stage(&self, content: &Content, stage: &str, on: Option<Date>) -> Content {
        if self.stage(stage).is_none() {
            return content.clone();
        }
        let mut fields = content.to_json();
        fields.insert(STAGE.into(), stage.into());
        if let Some(on) = on {
            let reached = fields.entry(REACHED).or_insert_with(|| Value::Object(Map::new()));
            if let Some(reached) = reached.as_object_mut() {
                reached.insert(stage.into(), on.to_string().into());
            }
        }
        Content::from_json(&fields)
    }

    /// The stages that follow one another when all goes well, from the first on, and the others: refused, put off, given up.
    pub fn ways(&self) -> (Vec<&KindStage>, Vec<&KindStage>) {
        let mut main: Vec<&KindStage> = self.stages.first().into_iter().collect();
        let next = |main: &[&KindStage]| {
            let mut next = main.last()?.next.iter().filter_map(|next| self.stage(next));
            next.find(|stage| main.iter().all(|known| known.word != stage.word))
        };
        while let Some(stage) = next(&main) {
            main.push(stage);
        }
        let beside = |stage: &&KindStage| main.iter().all(|known| known.word != stage.word);
        let others = self.stages.iter().filter(beside).collect();
        (main, others)
    }

    /// The stages that usually lie between the one a record stands at and another, in the shortest way; empty if none do, or
    /// no way leads there.
    pub fn between(&self, content: &Content, stage: &str) -> Vec<&KindStage> {
        let now = content.text(STAGE).unwrap_or_default();
        let Some(first) = self.stage(&now).or(self.stages.first()) else {
            return Vec::new();
        };
        let mut ways = std::collections::VecDeque::from([vec![first]]);
        let mut seen = std::collections::BTreeSet::from([first.word.as_str()]);
        while let Some(way) = ways.pop_front() {
            let Some(last) = way.last() else { continue };
            if last.word == stage {
                let from_here = usize::from(last.word != now && first.word == now);
                let inner = way.len().saturating_sub(1);
                return way.get(from_here..inner).unwrap_or_default().to_vec();
            }
            for next in last.next.iter().filter_map(|next| self.stage(next)) {
                if seen.insert(&next.word) {
                    ways.push_back([&way[..], &[next]].concat());
                }
            }
        }
        Vec::new()
    }

    /// The fields that are asked of a record: those of its stage and the ones before, and what it says already.
    pub fn asked<'k>(&'k self, content: &Content) -> Vec<&'k KindField> {
        let fields = content.to_json();
        let at = |word: &str| self.stages.iter().position(|stage| stage.word == word);
        let now = content.text(STAGE).and_then(|word| at(&word));
        let due = |field: &KindField| at(&field.from).is_none_or(|from| now.is_some_and(|now| now >= from));
        let asked = |field: &&KindField| due(field) || fields.contains_key(&field.name);
        self.fields.iter().filter(asked).collect()
    }
}

/// A value of a preset in one language: what stands there in several is said in this one.
fn in_language(value: &Value, language: Language) -> Value {
    match value {
        Value::Array(items) => items.iter().map(|item| in_language(item, language)).collect(),
        Value::Object(said) if said.contains_key(language.tag()) => {
            said.get(language.tag()).cloned().unwrap_or_default()
        }
        other => other.clone(),
    }
}

impl Content {
    /// The same record with one field saying something else; `None` takes the field away.
    #[must_use]
    pub fn with(&self, field: &str, value: Option<Value>) -> Self {
        let mut fields = self.to_json();
        match value {
            Some(value) => fields.insert(field.to_owned(), value),
            None => fields.remove(field),
        };
        Self::from_json(&fields)
    }
}
