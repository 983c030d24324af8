//! The journal sorted by what it holds: derived, and kept up to date record by record.

use std::any::Any;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, OnceLock};

use crate::id::RecordId;
use crate::journal::{Content, Fields, Journal, Revision, State, moment, text, unquoted, within};
use crate::record::{
    Document, Entry, Evidence, Fate, Measure, PROFILE, Phase, Profile, Record, Rules, SETTINGS, Settings, Spiral,
    Survey, Template, Term, Vehicle, Version,
};
use crate::spiral::{Turn, turns};
use crate::time::{Date, Moment};

/// What a journal says now, by kind. Trashed and erased records are not on the shelf.
///
/// A record in conflict stands here with the head that [`Journal::head`] shows first.
///
/// ```
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Moment, Phase, RecordId, Shelf};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Moment::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let problem = Entry { phase: Phase::Problem, body: "四个说“不知道还能写什么”。".into(), ..Entry::default() };
/// journal.write(id, Content::of(&problem), author);
///
/// let shelf = Shelf::of(&journal);
/// assert_eq!(shelf.entry(id), Some(&problem));
/// assert_eq!(shelf.pool().count(), 1, "a problem without a spiral waits in the pool");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Shelf {
    records: BTreeMap<RecordId, Shelved>,
    /// Where each of them is found.
    keys: BTreeSet<Key>,
    /// The kinds and fields that keys name: a key holds the number of one.
    names: BTreeMap<Box<str>, Name>,
}

/// A live record. It is read when it is first asked for: of a long journal most never are, and their words are half of
/// what it weighs.
#[derive(Debug, Clone)]
struct Shelved {
    head: Arc<Revision>,
    /// Its kind, by number.
    kind: Name,
    spiral: Option<RecordId>,
    day: Option<Date>,
    read: OnceLock<Option<Arc<dyn Any + Send + Sync>>>,
}

/// The number of a kind or a field in [`Shelf::names`].
type Name = u32;

/// A place in the one order that all records stand in, several times each: by what finds it, then by kind, day and id, so
/// that what belongs together is one range, in the order in which people read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    by: By,
    kind: Name,
    day: Option<Date>,
    record: RecordId,
}

/// What finds a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    /// Its kind. These have no day.
    Kind,
    /// Its day.
    Day,
    /// That it waits in the pool.
    Pool,
    /// Another record, named by one of its fields.
    Link(Name, RecordId),
}

/// What a record is found by, read without the rest of it.
#[derive(Default)]
struct Said<'c> {
    spiral: Option<RecordId>,
    day: Option<Date>,
    pool: bool,
    links: Vec<(&'c str, RecordId)>,
}

impl<'c> Said<'c> {
    fn by(content: &'c Content) -> Self {
        let (mut said, mut days, mut written) = (Self::default(), Vec::new(), None);
        let (mut kind, mut phase, mut fate) = (Cow::default(), Phase::default(), Fate::default());
        for (name, value) in Fields::of(content.json()) {
            let links = &mut said.links;
            if let Some(id) = id(value) {
                links.push((name, id));
            } else if let Some(list) = within(value) {
                // Ids have no commas. What else stands in a list is none.
                links.extend(list.split(',').filter_map(|item| Some((name, id(item)?))));
            }
            match name {
                "kind" => kind = text(value).unwrap_or_default(),
                "phase" => phase = word(value, Phase::from_word).unwrap_or_default(),
                "fate" => fate = word(value, Fate::from_word).unwrap_or_default(),
                "happened_on" | "on" | "start" => days.extend(word(value, |day| Some((name, day.parse().ok()?)))),
                "written" => written = moment(value),
                _ => {}
            }
        }
        let links = &said.links;
        said.spiral = links.iter().find_map(|(name, id)| (*name == "spiral").then_some(*id));
        let day = match &*kind {
            Evidence::KIND | Measure::KIND => "on",
            Survey::KIND | Term::KIND => "start",
            _ => "happened_on",
        };
        let day = days.into_iter().find_map(|(name, date)| (name == day).then_some(date));
        said.day = day.or(written.map(Moment::date));
        said.pool = kind == Entry::KIND && waits(phase, fate, said.spiral.is_some());
        said
    }
}

fn word<T>(value: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
    read(&text(value)?)
}

/// The record that a value names.
fn id(value: &str) -> Option<RecordId> {
    unquoted(value)?.parse().ok()
}

/// What a person wrote in an entry: what [`Entry::words`] tells of the one that is read, and its class.
fn words(content: &Content) -> Vec<Cow<'_, str>> {
    let (mut words, mut class) = (Vec::new(), None);
    for (name, value) in Fields::of(content.json()) {
        match name {
            "title" | "body" => words.extend(text(value)),
            "tags" => {
                let tags: Vec<String> = serde_json::from_str(value).unwrap_or_default();
                words.extend(tags.into_iter().map(Cow::Owned));
            }
            "class" => class = text(value),
            "expectation" => {
                let said = Fields::of(value).find(|(name, _)| *name == "text");
                words.extend(said.and_then(|(_, said)| text(said)));
            }
            "fields" => {
                let said: Option<Vec<_>> = Fields::of(value).map(|(_, said)| text(said)).collect();
                words.extend(said.unwrap_or_default());
            }
            _ => {}
        }
    }
    words.extend(class);
    words
}

impl Shelf {
    /// Sorts a whole journal.
    pub fn of(journal: &Journal) -> Self {
        let mut shelf = Self::default();
        for (record, _) in journal.records() {
            shelf.update(journal, record);
        }
        shelf
    }

    /// Takes over what `journal` now says of `record`.
    pub fn update(&mut self, journal: &Journal, record: RecordId) {
        if let Some(shelved) = self.records.remove(&record) {
            for key in self.keys_of(record, shelved.kind, &Said::by(shelved.head.content())) {
                self.keys.remove(&key);
            }
        }
        let Some(head) = journal.head(record).filter(|head| head.state() == State::Live) else {
            return;
        };
        let said = Said::by(head.content());
        let kind = self.number(&head.content().kind());
        let keys = self.keys_of(record, kind, &said);
        self.keys.extend(keys);
        let shelved = Shelved {
            head: Arc::clone(head),
            kind,
            spiral: said.spiral,
            day: said.day,
            read: OnceLock::new(),
        };
        self.records.insert(record, shelved);
    }

    /// The number of a kind or a field.
    fn number(&mut self, name: &str) -> Name {
        self.known(name).unwrap_or_else(|| {
            let next = Name::try_from(self.names.len()).unwrap_or(Name::MAX);
            self.names.insert(name.into(), next);
            next
        })
    }

    fn known(&self, name: &str) -> Option<Name> {
        self.names.get(name).copied()
    }

    fn keys_of(&mut self, record: RecordId, kind: Name, said: &Said<'_>) -> Vec<Key> {
        let key = |by, day| Key { by, kind, day, record };
        let mut keys = vec![key(By::Kind, None)];
        keys.extend(said.day.map(|day| key(By::Day, Some(day))));
        keys.extend(said.pool.then(|| key(By::Pool, None)));
        for (field, to) in &said.links {
            keys.push(key(By::Link(self.number(field), *to), said.day));
        }
        keys
    }

    /// Where the records of one kind stand that something finds, by day from `from` on, then by id.
    fn range(&self, by: Option<By>, kind: &str, from: Option<Date>) -> impl Iterator<Item = &Key> {
        let start = by.zip(self.known(kind)).map(|(by, kind)| Key {
            by,
            kind,
            day: from,
            record: RecordId::from_bytes([0; 16]),
        });
        let range = start.map(|start| {
            let range = self.keys.range(start..);
            range.take_while(move |key| (key.by, key.kind) == (start.by, start.kind))
        });
        range.into_iter().flatten()
    }

    fn shelved(&self, id: RecordId, kind: &str) -> Option<&Shelved> {
        let shelved = self.records.get(&id)?;
        (Some(shelved.kind) == self.known(kind)).then_some(shelved)
    }

    /// One record, read once for as long as it says the same; `None` if there is none of this kind.
    pub fn get<R: Record>(&self, id: RecordId) -> Option<&R> {
        let shelved = self.shelved(id, R::KIND)?;
        let read = || Some(Arc::new(shelved.head.content().read::<R>()?) as Arc<dyn Any + Send + Sync>);
        shelved.read.get_or_init(read).as_ref()?.downcast_ref()
    }

    /// One record, read for whoever asks and not held here, such as a version, which is as long as its document.
    pub fn read<R: Record>(&self, id: RecordId) -> Option<R> {
        self.shelved(id, R::KIND)?.head.content().read()
    }

    /// Whether there is a record of this kind.
    pub fn has<R: Record>(&self, id: RecordId) -> bool {
        self.shelved(id, R::KIND).is_some()
    }

    /// The ids of all records of a kind, in order.
    fn all<R: Record>(&self) -> impl Iterator<Item = RecordId> {
        self.range(Some(By::Kind), R::KIND, None).map(|key| key.record)
    }

    /// The ids of all records of a kind that name this one in a field, by day, then by id.
    fn linked<R: Record>(&self, field: &str, to: RecordId) -> impl Iterator<Item = RecordId> {
        let by = self.known(field).map(|field| By::Link(field, to));
        self.range(by, R::KIND, None).map(|key| key.record)
    }

    /// These records, each with its id.
    fn each<'s, R: Record>(
        &'s self,
        ids: impl Iterator<Item = RecordId> + 's,
    ) -> impl Iterator<Item = (RecordId, &'s R)> {
        ids.filter_map(|id| Some((id, self.get(id)?)))
    }

    /// These records, read for whoever asks.
    fn each_read<'s, R: Record>(
        &'s self,
        ids: impl Iterator<Item = RecordId> + 's,
    ) -> impl Iterator<Item = (RecordId, R)> {
        ids.filter_map(|id| Some((id, self.read(id)?)))
    }

    /// One entry.
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        self.get(id)
    }

    /// What a person wrote in one entry, its class last, for whoever goes through all of them: nothing else is read, and
    /// what was read is not kept.
    pub fn words_of_entry(&self, id: RecordId) -> Option<Vec<Cow<'_, str>>> {
        Some(words(self.shelved(id, Entry::KIND)?.head.content()))
    }

    /// Who wrote entries, as they put it, each once. Nothing else is read, and nothing is kept.
    pub fn authors(&self) -> BTreeSet<String> {
        let author = |id| Some(self.text::<Entry>(id, "author")?.into_owned());
        let authors = self.all::<Entry>().filter_map(author);
        authors.filter(|author| !author.trim().is_empty()).collect()
    }

    /// What one field of a record says, if it is of this kind and that is a text, without reading the rest of it.
    pub fn text<R: Record>(&self, id: RecordId, field: &str) -> Option<Cow<'_, str>> {
        self.shelved(id, R::KIND)?.head.content().text(field)
    }

    /// Whether a record is an entry on the shelf.
    pub fn has_entry(&self, id: RecordId) -> bool {
        self.has::<Entry>(id)
    }

    /// The spiral an entry belongs to, without reading the rest of it.
    pub fn spiral_of_entry(&self, id: RecordId) -> Option<RecordId> {
        self.shelved(id, Entry::KIND)?.spiral
    }

    /// The day an entry stands under ([`Entry::day`]), without reading the rest of it.
    pub fn day_of_entry(&self, id: RecordId) -> Option<Date> {
        self.shelved(id, Entry::KIND)?.day
    }

    /// Every entry, in order of id.
    pub fn entries(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.each(self.all::<Entry>())
    }

    /// The entries of some days, both of them included, in order of day.
    pub fn entries_between(&self, first: Date, last: Date) -> impl Iterator<Item = (RecordId, &Entry)> {
        let days = self.range(Some(By::Day), Entry::KIND, Some(first));
        let days = days.take_while(move |key| key.day <= Some(last));
        self.each(days.map(|key| key.record))
    }

    /// One spiral.
    pub fn spiral(&self, id: RecordId) -> Option<&Spiral> {
        self.get(id)
    }

    /// Every spiral, in order of id.
    pub fn spirals(&self) -> impl Iterator<Item = (RecordId, &Spiral)> {
        self.each(self.all::<Spiral>())
    }

    /// One piece of evidence.
    pub fn evidence(&self, id: RecordId) -> Option<&Evidence> {
        self.get(id)
    }

    /// The evidence an entry rests on, by day, whether or not either belongs to a spiral yet.
    pub fn evidence_for(&self, entry: RecordId) -> Vec<(RecordId, &Evidence)> {
        self.each(self.linked::<Evidence>("entries", entry)).collect()
    }

    /// Every piece of evidence, in order of id.
    pub fn all_evidence(&self) -> impl Iterator<Item = (RecordId, &Evidence)> {
        self.each(self.all::<Evidence>())
    }

    /// Whether a record is one of the few that surround the work: anything but entries, evidence and measures.
    pub fn surrounds(&self, id: RecordId) -> bool {
        let work = [Entry::KIND, Evidence::KIND, Measure::KIND].map(|kind| self.known(kind));
        self.records
            .get(&id)
            .is_some_and(|shelved| !work.contains(&Some(shelved.kind)))
    }

    /// One measure.
    pub fn measure(&self, id: RecordId) -> Option<&Measure> {
        self.get(id)
    }

    /// Every measure, in order of id.
    pub fn measures(&self) -> impl Iterator<Item = (RecordId, &Measure)> {
        self.each(self.all::<Measure>())
    }

    /// One document.
    pub fn document(&self, id: RecordId) -> Option<&Document> {
        self.get(id)
    }

    /// Every document, in order of id.
    pub fn documents(&self) -> impl Iterator<Item = (RecordId, &Document)> {
        self.each(self.all::<Document>())
    }

    /// One template.
    pub fn template(&self, id: RecordId) -> Option<Template> {
        self.read(id)
    }

    /// Every template, in order of id.
    pub fn templates(&self) -> impl Iterator<Item = (RecordId, Template)> {
        self.each_read(self.all::<Template>())
    }

    /// The rules of a contest, as the teacher keeps them.
    pub fn rules(&self, id: RecordId) -> Option<Rules> {
        self.read(id)
    }

    /// All rules the teacher keeps, in order of id.
    pub fn all_rules(&self) -> impl Iterator<Item = (RecordId, Rules)> {
        self.each_read(self.all::<Rules>())
    }

    /// One version.
    pub fn version(&self, id: RecordId) -> Option<Version> {
        self.read(id)
    }

    /// The versions of a document (稿次), by number, then by when they were frozen.
    pub fn versions_of(&self, document: RecordId) -> Vec<(RecordId, Version)> {
        let mut all: Vec<_> = self.each_read(self.linked::<Version>("of", document)).collect();
        all.sort_by_key(|(id, version): &(_, Version)| (version.number, version.at, *id));
        all
    }

    /// One survey.
    pub fn survey(&self, id: RecordId) -> Option<Survey> {
        self.read(id)
    }

    /// The spiral a survey belongs to, without reading the rest of it.
    pub fn spiral_of_survey(&self, id: RecordId) -> Option<RecordId> {
        self.shelved(id, Survey::KIND)?.spiral
    }

    /// What a survey is called, without reading the rest of it.
    pub fn survey_title(&self, id: RecordId) -> Option<Cow<'_, str>> {
        self.text::<Survey>(id, "title")
    }

    /// Every survey, in order of id.
    pub fn surveys(&self) -> impl Iterator<Item = (RecordId, Survey)> {
        self.each_read(self.all::<Survey>())
    }

    /// One vehicle.
    pub fn vehicle(&self, id: RecordId) -> Option<&Vehicle> {
        self.get(id)
    }

    /// Every vehicle, in order of id.
    pub fn vehicles(&self) -> impl Iterator<Item = (RecordId, &Vehicle)> {
        self.each(self.all::<Vehicle>())
    }

    /// Every term, in order of its first day.
    pub fn terms(&self) -> Vec<(RecordId, &Term)> {
        let mut terms: Vec<_> = self.each(self.all::<Term>()).collect();
        terms.sort_by_key(|(id, term): &(_, &Term)| (term.start, *id));
        terms
    }

    /// The term a day falls in, with the teaching week (第 n 周).
    pub fn week_of(&self, day: Date) -> Option<(&Term, u32)> {
        self.terms()
            .into_iter()
            .find_map(|(_, term)| Some((term, term.span()?.week_of(day)?)))
    }

    /// The teacher.
    pub fn profile(&self) -> &Profile {
        static NOBODY: LazyLock<Profile> = LazyLock::new(Profile::default);
        self.get(PROFILE).unwrap_or(&NOBODY)
    }

    /// What the school calls things and asks for.
    pub fn settings(&self) -> &Settings {
        static NONE: LazyLock<Settings> = LazyLock::new(Settings::default);
        self.get(SETTINGS).unwrap_or(&NONE)
    }

    /// Entries of one spiral, by day, then by id.
    pub fn entries_of(&self, spiral: RecordId) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.each(self.linked::<Entry>("spiral", spiral))
    }

    /// The days of a spiral's entries, in order, without reading the rest of them.
    pub fn days_of(&self, spiral: RecordId) -> impl Iterator<Item = Date> {
        let by = self.known("spiral").map(|field| By::Link(field, spiral));
        self.range(by, Entry::KIND, None).filter_map(|key| key.day)
    }

    /// Turns of one spiral.
    pub fn turns(&self, spiral: RecordId) -> Vec<Turn> {
        turns(self.entries_of(spiral))
    }

    /// Evidence of one spiral, by day.
    pub fn evidence_of(&self, spiral: RecordId) -> Vec<(RecordId, &Evidence)> {
        self.each(self.linked::<Evidence>("spiral", spiral)).collect()
    }

    /// Values of all indicators of one spiral, by day.
    pub fn measures_of(&self, spiral: RecordId) -> Vec<(RecordId, &Measure)> {
        self.each(self.linked::<Measure>("spiral", spiral)).collect()
    }

    /// Surveys of one spiral, by their first day.
    pub fn surveys_of(&self, spiral: RecordId) -> Vec<(RecordId, Survey)> {
        self.each_read(self.linked::<Survey>("spiral", spiral)).collect()
    }

    /// The problem pool (问题库): new problems parked there, and problems that have no spiral yet.
    pub fn pool(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.each(self.range(Some(By::Pool), Entry::KIND, None).map(|key| key.record))
    }
}

/// Whether an entry waits in the pool.
fn waits(phase: Phase, fate: Fate, in_spiral: bool) -> bool {
    match phase {
        Phase::Problem => !in_spiral,
        Phase::NewProblem => fate == Fate::Pool || (!in_spiral && fate == Fate::Undecided),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Author, DeviceId, Moment};

    #[test]
    fn evidence_is_found_by_what_rests_on_it_before_and_after_it_moves() {
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Moment::new(0, 480),
        };
        let id = |n: u8| RecordId::from_bytes([n; 16]);
        let mut journal = Journal::new();
        let mut shelf = Shelf::default();
        let mut say = |evidence: &Evidence| {
            journal.write(id(9), Content::of(evidence), by);
            shelf.update(&journal, id(9));
            [1, 2].map(|entry| shelf.evidence_for(id(entry)).len())
        };
        let mut evidence = Evidence {
            entries: vec![id(1)],
            text: "就是很激烈。".into(),
            ..Evidence::default()
        };
        assert_eq!(say(&evidence), [1, 0], "without a spiral");
        evidence.spiral = Some(id(5));
        assert_eq!(say(&evidence), [1, 0]);
        evidence.entries = vec![id(2)];
        assert_eq!(say(&evidence), [0, 1]);
        journal.trash(id(9), by);
        shelf.update(&journal, id(9));
        assert_eq!(shelf.evidence_for(id(2)), []);
    }
}
