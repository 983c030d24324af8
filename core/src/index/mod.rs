//! The journal's records, found by what they say: derived, and kept up to date record by record.

mod said;

use std::any::Any;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, OnceLock};

pub(crate) use self::said::{Said, words};
use crate::id::RecordId;
use crate::journal::{Journal, Revision, State};
use crate::record::{
    Document, Entry, Evidence, Measure, PROFILE, Profile, Record, SETTINGS, Settings, Spiral, Term, Version,
};
use crate::spiral::{Turn, turns};
use crate::time::Date;

/// What a journal says now: found by kind, spiral, day, and by the records that name others. Trashed and erased records
/// are not here.
///
/// A record in conflict stands here with the head that [`Journal::head`] shows first. What one changed record costs does
/// not depend on the others.
///
/// ```
/// use luoxuan::{Author, Content, DeviceId, Entry, Journal, Timestamp, Phase, RecordId, Index};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let problem = Entry { phase: Phase::Problem, body: "四个说“不知道还能写什么”。".into(), ..Entry::default() };
/// journal.write(id, Content::of(&problem), author);
///
/// let index = Index::of(&journal);
/// assert_eq!(index.entry(id), Some(&problem));
/// assert_eq!(index.pool().count(), 1, "a problem without a spiral waits in the pool");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Index {
    records: BTreeMap<RecordId, Indexed>,
    /// Where each of them is found.
    keys: BTreeSet<Key>,
    /// The kinds and fields that keys name: a key holds the number of one.
    names: BTreeMap<Box<str>, Name>,
}

/// A live record. It is read when it is first asked for: of a long journal most never are, and their words are half of
/// what it weighs.
#[derive(Debug, Clone)]
struct Indexed {
    head: Arc<Revision>,
    /// Its kind, by number.
    kind: Name,
    spiral: Option<RecordId>,
    day: Option<Date>,
    read: OnceLock<Option<Arc<dyn Any + Send + Sync>>>,
}

/// The number of a kind or a field in `Index::names`.
type Name = u32;

/// What the work itself is made of. These kinds have the first numbers.
const WORK: [&str; 3] = [Entry::KIND, Evidence::KIND, Measure::KIND];

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

impl Index {
    /// The index of a whole journal.
    pub fn of(journal: &Journal) -> Self {
        let mut index = Self::default();
        for (record, _) in journal.records() {
            index.update(journal, record);
        }
        index
    }

    /// Takes over what `journal` now says of `record`.
    pub fn update(&mut self, journal: &Journal, record: RecordId) {
        if let Some(indexed) = self.records.remove(&record) {
            let said = Said::by(indexed.head.content().rest());
            self.each_key(record, indexed.kind, &said, |keys, key| {
                keys.remove(&key);
            });
        }
        let Some(head) = journal.head(record).filter(|head| head.state() == State::Live) else {
            return;
        };
        if self.names.is_empty() {
            for kind in WORK {
                self.number(kind);
            }
        }
        let said = Said::by(head.content().rest());
        let kind = self.number(&said.kind);
        self.each_key(record, kind, &said, |keys, key| {
            keys.insert(key);
        });
        let indexed = Indexed {
            head: Arc::clone(head),
            kind,
            spiral: said.spiral,
            day: said.day,
            read: OnceLock::new(),
        };
        self.records.insert(record, indexed);
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

    /// Does something with each key of a record.
    fn each_key(&mut self, record: RecordId, kind: Name, said: &Said<'_>, act: fn(&mut BTreeSet<Key>, Key)) {
        let key = |by, day| Key { by, kind, day, record };
        act(&mut self.keys, key(By::Kind, None));
        if let Some(day) = said.day {
            act(&mut self.keys, key(By::Day, Some(day)));
        }
        if said.pool {
            act(&mut self.keys, key(By::Pool, None));
        }
        for (field, to) in &said.links {
            let by = By::Link(self.number(field), *to);
            act(&mut self.keys, key(by, said.day));
        }
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

    fn indexed(&self, id: RecordId, kind: &str) -> Option<&Indexed> {
        let indexed = self.records.get(&id)?;
        (Some(indexed.kind) == self.known(kind)).then_some(indexed)
    }

    /// One record, read once for as long as it says the same; `None` if there is none of this kind.
    pub fn get<R: Record>(&self, id: RecordId) -> Option<&R> {
        let indexed = self.indexed(id, R::KIND)?;
        let read = || Some(Arc::new(indexed.head.content().read::<R>()?) as Arc<dyn Any + Send + Sync>);
        indexed.read.get_or_init(read).as_ref()?.downcast_ref()
    }

    /// One record, read for whoever asks and not held here, such as a version, which is as long as its document.
    pub fn read<R: Record>(&self, id: RecordId) -> Option<R> {
        self.indexed(id, R::KIND)?.head.content().read()
    }

    /// Whether there is a record of this kind.
    pub fn has<R: Record>(&self, id: RecordId) -> bool {
        self.indexed(id, R::KIND).is_some()
    }

    /// Whether there is a record, of whatever kind.
    pub fn has_any(&self, id: RecordId) -> bool {
        self.records.contains_key(&id)
    }

    /// The records that one names, each with the field that does, without reading the rest of it.
    pub fn links(&self, id: RecordId) -> Vec<(&str, RecordId)> {
        let indexed = self.records.get(&id);
        indexed.map_or_else(Vec::new, |indexed| Said::by(indexed.head.content().rest()).links)
    }

    /// The records that name this one, of whatever kind, each with the field that does, by field, kind and day.
    pub fn named_by(&self, id: RecordId) -> Vec<(&str, RecordId)> {
        let mut all = Vec::new();
        for (field, number) in &self.names {
            let by = By::Link(*number, id);
            let first = Key {
                by,
                kind: 0,
                day: None,
                record: RecordId::from_bytes([0; 16]),
            };
            let keys = self.keys.range(first..).take_while(|key| key.by == by);
            all.extend(keys.map(|key| (&**field, key.record)));
        }
        all
    }

    /// What a record says now, of whatever kind it is.
    pub fn head(&self, id: RecordId) -> Option<&Arc<Revision>> {
        self.records.get(&id).map(|indexed| &indexed.head)
    }

    /// What one field of a record of this kind says, if that is a text, without reading the rest of it.
    pub fn text<R: Record>(&self, id: RecordId, field: &str) -> Option<Cow<'_, str>> {
        self.indexed(id, R::KIND)?.head.content().text(field)
    }

    /// The spiral a record belongs to, without reading the rest of it.
    pub fn spiral_of(&self, id: RecordId) -> Option<RecordId> {
        self.records.get(&id)?.spiral
    }

    /// The day a record stands under, without reading the rest of it: that of an entry ([`Entry::day`]), of evidence or a
    /// measure, the first day of a survey or a term.
    pub fn day_of(&self, id: RecordId) -> Option<Date> {
        self.records.get(&id)?.day
    }

    /// Every record of a kind, in order of id.
    pub fn of_kind<R: Record>(&self) -> impl Iterator<Item = (RecordId, &R)> {
        self.each(self.range(Some(By::Kind), R::KIND, None))
    }

    /// The kinds there are records of, by the words that name them, whether or not anybody here knows them.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        let names = self.names.keys().map(|name| &**name);
        names.filter(|kind| self.range(Some(By::Kind), kind, None).next().is_some())
    }

    /// What every record of a kind says, known or not, in order of id.
    pub fn heads(&self, kind: &str) -> impl Iterator<Item = &Arc<Revision>> {
        let keys = self.range(Some(By::Kind), kind, None);
        keys.filter_map(|key| Some(&self.records.get(&key.record)?.head))
    }

    /// The records of a kind that name another in this field, by day, then by id.
    pub fn linked<R: Record>(&self, field: &str, to: RecordId) -> impl Iterator<Item = (RecordId, &R)> {
        self.each(self.range(self.link(field, to), R::KIND, None))
    }

    /// The records of a kind that belong to a spiral, by day, then by id.
    pub fn in_spiral<R: Record>(&self, spiral: RecordId) -> impl Iterator<Item = (RecordId, &R)> {
        self.linked("spiral", spiral)
    }

    /// The evidence of a spiral, by day, then by id: what says so, and what its entries rest on, whatever that says. An
    /// entry may have been taken into a spiral after its evidence was.
    pub fn evidence_in(&self, spiral: RecordId) -> Vec<(RecordId, &Evidence)> {
        let mut all: Vec<_> = self.in_spiral::<Evidence>(spiral).collect();
        let entries = self.in_spiral::<Entry>(spiral);
        let beside: Vec<_> = entries
            .flat_map(|(entry, _)| self.linked::<Evidence>("entries", entry))
            .filter(|(_, evidence)| evidence.spiral != Some(spiral))
            .collect();
        if !beside.is_empty() {
            all.extend(beside);
            all.sort_by_key(|(id, evidence)| (evidence.on, *id));
            all.dedup_by_key(|(id, _)| *id);
        }
        all
    }

    /// The records of a kind of some days, both of them included, in order of day.
    pub fn between<R: Record>(&self, first: Date, last: Date) -> impl Iterator<Item = (RecordId, &R)> {
        let days = self.range(Some(By::Day), R::KIND, Some(first));
        self.each(days.take_while(move |key| key.day <= Some(last)))
    }

    /// One entry.
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        self.get(id)
    }

    /// One spiral.
    pub fn spiral(&self, id: RecordId) -> Option<&Spiral> {
        self.get(id)
    }

    /// One piece of evidence.
    pub fn evidence(&self, id: RecordId) -> Option<&Evidence> {
        self.get(id)
    }

    /// One measure.
    pub fn measure(&self, id: RecordId) -> Option<&Measure> {
        self.get(id)
    }

    /// One document.
    pub fn document(&self, id: RecordId) -> Option<&Document> {
        self.get(id)
    }

    /// The versions of a document (稿次), by number, then by when they were frozen. They are not held here.
    pub fn versions_of(&self, document: RecordId) -> Vec<(RecordId, Version)> {
        let keys = self.range(self.link("of", document), Version::KIND, None);
        let mut all: Vec<_> = keys
            .filter_map(|key| Some((key.record, self.read(key.record)?)))
            .collect();
        all.sort_by_key(|(id, version): &(_, Version)| (version.number, version.at, *id));
        all
    }

    /// Every term, in order of its first day.
    pub fn terms(&self) -> Vec<(RecordId, &Term)> {
        let mut terms: Vec<_> = self.of_kind().collect();
        terms.sort_by_key(|(id, term): &(_, &Term)| (term.start, *id));
        terms
    }

    /// The term a day falls in, with the teaching week (第 n 周); of several the one that begins first.
    pub fn week_of(&self, day: Date) -> Option<(&Term, u32)> {
        let terms = self.of_kind::<Term>();
        let weeks = terms.filter_map(|(id, term)| Some((term.start, id, term, term.span()?.week_of(day)?)));
        let (.., term, week) = weeks.min_by_key(|(start, id, ..)| (*start, *id))?;
        Some((term, week))
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

    /// The days of a spiral's entries, in order, without reading the rest of them.
    pub fn days_of(&self, spiral: RecordId) -> impl Iterator<Item = Date> {
        let entries = self.range(self.link("spiral", spiral), Entry::KIND, None);
        entries.filter_map(|key| key.day)
    }

    /// Turns of one spiral.
    pub fn turns(&self, spiral: RecordId) -> Vec<Turn> {
        turns(self.in_spiral(spiral))
    }

    /// The problem pool (问题库): new problems parked there, and problems that have no spiral yet.
    pub fn pool(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.each(self.range(Some(By::Pool), Entry::KIND, None))
    }

    /// What a person wrote in one entry, its class last, for whoever goes through all of them: nothing else is read, and
    /// what was read is not kept.
    pub fn words_of_entry(&self, id: RecordId) -> Option<Vec<Cow<'_, str>>> {
        Some(words(self.indexed(id, Entry::KIND)?.head.content().json()))
    }

    /// Who wrote entries, as they put it, each once. Nothing else is read, and nothing is kept.
    pub fn authors(&self) -> BTreeSet<String> {
        let entries = self.range(Some(By::Kind), Entry::KIND, None);
        let authors = entries.filter_map(|key| Some(self.text::<Entry>(key.record, "author")?.into_owned()));
        authors.filter(|author| !author.trim().is_empty()).collect()
    }

    /// Whether a record is one of the few that surround the work: anything but entries, evidence and measures.
    pub fn surrounds(&self, id: RecordId) -> bool {
        let indexed = self.records.get(&id);
        indexed.is_some_and(|indexed| indexed.kind as usize >= WORK.len())
    }

    /// What finds the records that name this one in a field.
    fn link(&self, field: &str, to: RecordId) -> Option<By> {
        Some(By::Link(self.known(field)?, to))
    }

    /// The records that stand there, each with its id.
    fn each<'i, R: Record>(
        &'i self,
        keys: impl Iterator<Item = &'i Key> + 'i,
    ) -> impl Iterator<Item = (RecordId, &'i R)> {
        keys.filter_map(|key| Some((key.record, self.get(key.record)?)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Author, Content, DeviceId, Timestamp};

    #[test]
    fn evidence_is_found_by_what_rests_on_it_before_and_after_it_moves() {
        let by = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(0, 480),
        };
        let id = |n: u8| RecordId::from_bytes([n; 16]);
        let mut journal = Journal::new();
        let mut index = Index::default();
        let mut say = |evidence: &Evidence| {
            journal.write(id(9), Content::of(evidence), by);
            index.update(&journal, id(9));
            [1, 2].map(|entry| index.linked::<Evidence>("entries", id(entry)).count())
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
        index.update(&journal, id(9));
        assert_eq!(index.linked::<Evidence>("entries", id(2)).count(), 0);
    }
}
