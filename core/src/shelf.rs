//! The journal sorted by what it holds: derived, and kept up to date record by record.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use crate::id::RecordId;
use crate::journal::{Content, Fields, Journal, Revision, State, moment, text};
use crate::record::{
    Document, Entry, Evidence, Fate, Measure, PROFILE, Phase, Profile, Record, Rules, SETTINGS, Settings, Spiral,
    Survey, Template, Term, Vehicle, Version,
};
use crate::spiral::{Turn, turns};
use crate::time::Date;

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
    entries: BTreeMap<RecordId, ShelvedEntry>,
    spirals: BTreeMap<RecordId, Spiral>,
    evidence: BTreeMap<RecordId, Evidence>,
    measures: BTreeMap<RecordId, Measure>,
    documents: BTreeMap<RecordId, Shelved<Document>>,
    /// Surveys, templates, rules and versions, read when asked for: a page that only takes in words need not know what
    /// they are, and a version is as long as its document.
    unread: BTreeMap<RecordId, Arc<Revision>>,
    /// The versions of each document.
    versions: BTreeMap<RecordId, BTreeSet<RecordId>>,
    vehicles: BTreeMap<RecordId, Vehicle>,
    terms: BTreeMap<RecordId, Term>,
    profile: Profile,
    settings: Settings,
    /// Entries, evidence, measures and surveys of each spiral, so that one spiral costs its own size.
    members: BTreeMap<RecordId, BTreeSet<RecordId>>,
    /// The evidence each entry rests on, so that one entry costs its own size.
    rests: BTreeMap<RecordId, BTreeSet<RecordId>>,
    /// Entries by their day, so that one week costs its own size.
    days: BTreeSet<(Date, RecordId)>,
    /// The entries of the pool.
    pool: BTreeSet<RecordId>,
}

/// A record that is read when it is first asked for. Of a long journal most never are, and their words are half of what
/// it weighs.
#[derive(Debug, Clone)]
struct Shelved<R> {
    head: Arc<Revision>,
    read: OnceLock<Box<R>>,
}

impl<R: Record + Default> Shelved<R> {
    fn of(head: &Arc<Revision>) -> Self {
        Self {
            head: Arc::clone(head),
            read: OnceLock::new(),
        }
    }

    fn record(&self) -> &R {
        self.read
            .get_or_init(|| Box::new(self.head.content().read().unwrap_or_default()))
    }
}

/// An entry as it lies on the shelf. What it is sorted by is read at once.
#[derive(Debug, Clone)]
struct ShelvedEntry {
    entry: Shelved<Entry>,
    spiral: Option<RecordId>,
    day: Option<Date>,
}

/// Of an entry only what it is sorted by.
fn sorted_by(content: &Content) -> Entry {
    fn word<T>(value: &str, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        read(&text(value)?)
    }
    let mut entry = Entry::default();
    for (name, value) in Fields::of(content.json()) {
        match name {
            "spiral" => entry.spiral = word(value, |id| id.parse().ok()),
            "phase" => entry.phase = word(value, Phase::from_word).unwrap_or_default(),
            "happened_on" => entry.happened_on = word(value, |day| day.parse().ok()),
            "written" => entry.written = moment(value),
            "fate" => entry.fate = word(value, Fate::from_word).unwrap_or_default(),
            _ => {}
        }
    }
    entry
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
        self.remove(record);
        let Some(head) = journal.head(record).filter(|head| head.state() == State::Live) else {
            return;
        };
        let content = head.content();
        match &*content.kind() {
            Entry::KIND => {
                let entry = sorted_by(content);
                self.join(entry.spiral, record);
                self.days.extend(entry.day().map(|day| (day, record)));
                if waits(&entry) {
                    self.pool.insert(record);
                }
                let shelved = ShelvedEntry {
                    entry: Shelved::of(head),
                    spiral: entry.spiral,
                    day: entry.day(),
                };
                self.entries.insert(record, shelved);
            }
            Spiral::KIND => keep(&mut self.spirals, record, content.read()),
            Evidence::KIND => {
                let Some(evidence) = content.read::<Evidence>() else {
                    return;
                };
                self.join(evidence.spiral, record);
                for entry in &evidence.entries {
                    self.rests.entry(*entry).or_default().insert(record);
                }
                self.evidence.insert(record, evidence);
            }
            Measure::KIND => {
                let Some(measure) = content.read::<Measure>() else {
                    return;
                };
                self.join(measure.spiral, record);
                self.measures.insert(record, measure);
            }
            Document::KIND => keep(&mut self.documents, record, Some(Shelved::of(head))),
            Template::KIND | Rules::KIND | Version::KIND | Survey::KIND => {
                if let Some(document) = named(content, Version::KIND, "of") {
                    self.versions.entry(document).or_default().insert(record);
                }
                self.join(named(content, Survey::KIND, "spiral"), record);
                self.unread.insert(record, Arc::clone(head));
            }
            Vehicle::KIND => keep(&mut self.vehicles, record, content.read()),
            Term::KIND => keep(&mut self.terms, record, content.read()),
            Profile::KIND if record == PROFILE => self.profile = content.read().unwrap_or_default(),
            Settings::KIND if record == SETTINGS => self.settings = content.read().unwrap_or_default(),
            _ => {}
        }
    }

    fn join(&mut self, spiral: Option<RecordId>, member: RecordId) {
        if let Some(spiral) = spiral {
            self.members.entry(spiral).or_default().insert(member);
        }
    }

    fn remove(&mut self, record: RecordId) {
        if let Some(evidence) = self.evidence.get(&record) {
            for entry in &evidence.entries {
                if let Some(rests) = self.rests.get_mut(entry) {
                    rests.remove(&record);
                }
            }
        }
        let unread = self.unread.remove(&record);
        let in_unread = |kind, field| named(unread.as_ref()?.content(), kind, field);
        let entry = self.entries.remove(&record);
        if let Some(day) = entry.as_ref().and_then(|entry| entry.day) {
            self.days.remove(&(day, record));
        }
        let spiral = entry
            .and_then(|entry| entry.spiral)
            .or_else(|| self.evidence.remove(&record).and_then(|evidence| evidence.spiral))
            .or_else(|| self.measures.remove(&record).and_then(|measure| measure.spiral))
            .or_else(|| in_unread(Survey::KIND, "spiral"));
        if let Some(members) = spiral.and_then(|spiral| self.members.get_mut(&spiral)) {
            members.remove(&record);
        }
        self.pool.remove(&record);
        self.spirals.remove(&record);
        self.documents.remove(&record);
        if let Some(document) = in_unread(Version::KIND, "of")
            && let Some(versions) = self.versions.get_mut(&document)
        {
            versions.remove(&record);
        }
        self.vehicles.remove(&record);
        self.terms.remove(&record);
        if record == PROFILE {
            self.profile = Profile::default();
        }
        if record == SETTINGS {
            self.settings = Settings::default();
        }
    }

    /// One entry.
    pub fn entry(&self, id: RecordId) -> Option<&Entry> {
        self.entries.get(&id).map(|shelved| shelved.entry.record())
    }

    /// What a person wrote in one entry, its class last, for whoever goes through all of them: nothing else is read, and
    /// what was read is not kept.
    pub fn words_of_entry(&self, id: RecordId) -> Option<Vec<Cow<'_, str>>> {
        Some(words(self.entries.get(&id)?.entry.head.content()))
    }

    /// Who wrote entries, as they put it, each once. Nothing else is read, and nothing is kept.
    pub fn authors(&self) -> BTreeSet<String> {
        let content = |shelved: &ShelvedEntry| {
            let mut fields = Fields::of(shelved.entry.head.content().json());
            let author = fields.find_map(|(name, value)| (name == "author").then_some(value))?;
            Some(text(author)?.into_owned()).filter(|author| !author.trim().is_empty())
        };
        self.entries.values().filter_map(content).collect()
    }

    /// Whether a record is an entry on the shelf.
    pub fn has_entry(&self, id: RecordId) -> bool {
        self.entries.contains_key(&id)
    }

    /// The spiral an entry belongs to, without reading the rest of it.
    pub fn spiral_of_entry(&self, id: RecordId) -> Option<RecordId> {
        self.entries.get(&id)?.spiral
    }

    /// The day an entry stands under ([`Entry::day`]), without reading the rest of it.
    pub fn day_of_entry(&self, id: RecordId) -> Option<Date> {
        self.entries.get(&id)?.day
    }

    /// Every entry, in order of id.
    pub fn entries(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.entries.iter().map(|(id, shelved)| (*id, shelved.entry.record()))
    }

    /// The entries of some days, both of them included, in order of day.
    pub fn entries_between(&self, first: Date, last: Date) -> impl Iterator<Item = (RecordId, &Entry)> {
        let from = (first, RecordId::from_bytes([0; 16]));
        let days = self.days.range(from..).take_while(move |(day, _)| *day <= last);
        days.filter_map(|(_, id)| Some((*id, self.entry(*id)?)))
    }

    /// One spiral.
    pub fn spiral(&self, id: RecordId) -> Option<&Spiral> {
        self.spirals.get(&id)
    }

    /// Every spiral, in order of id.
    pub fn spirals(&self) -> impl Iterator<Item = (RecordId, &Spiral)> {
        self.spirals.iter().map(|(id, spiral)| (*id, spiral))
    }

    /// One piece of evidence.
    pub fn evidence(&self, id: RecordId) -> Option<&Evidence> {
        self.evidence.get(&id)
    }

    /// The evidence an entry rests on, by day, whether or not either belongs to a spiral yet.
    pub fn evidence_for(&self, entry: RecordId) -> Vec<(RecordId, &Evidence)> {
        let rests = self.rests.get(&entry).into_iter().flatten();
        let mut all: Vec<_> = rests.filter_map(|id| Some((*id, self.evidence.get(id)?))).collect();
        all.sort_by_key(|(id, evidence)| (evidence.on, *id));
        all
    }

    /// Every piece of evidence, in order of id.
    pub fn all_evidence(&self) -> impl Iterator<Item = (RecordId, &Evidence)> {
        self.evidence.iter().map(|(id, evidence)| (*id, evidence))
    }

    /// Whether a record is one of the few that surround the work: a spiral, a survey, a text and what it is held to, a vehicle,
    /// a term, the profile or the settings.
    pub fn surrounds(&self, id: RecordId) -> bool {
        self.spirals.contains_key(&id)
            || self.documents.contains_key(&id)
            || self.unread.contains_key(&id)
            || self.vehicles.contains_key(&id)
            || self.terms.contains_key(&id)
            || id == PROFILE
            || id == SETTINGS
    }

    /// One measure.
    pub fn measure(&self, id: RecordId) -> Option<&Measure> {
        self.measures.get(&id)
    }

    /// Every measure, in order of id.
    pub fn measures(&self) -> impl Iterator<Item = (RecordId, &Measure)> {
        self.measures.iter().map(|(id, measure)| (*id, measure))
    }

    /// One document.
    pub fn document(&self, id: RecordId) -> Option<&Document> {
        self.documents.get(&id).map(Shelved::record)
    }

    /// Every document, in order of id.
    pub fn documents(&self) -> impl Iterator<Item = (RecordId, &Document)> {
        self.documents.iter().map(|(id, shelved)| (*id, shelved.record()))
    }

    /// One of those that are read when asked for.
    fn one<R: Record>(&self, id: RecordId) -> Option<R> {
        self.unread.get(&id)?.content().read()
    }

    /// All of a kind of those.
    fn all<R: Record>(&self) -> impl Iterator<Item = (RecordId, R)> {
        let all = self.unread.iter();
        all.filter_map(|(id, head)| Some((*id, head.content().read()?)))
    }

    /// One template.
    pub fn template(&self, id: RecordId) -> Option<Template> {
        self.one(id)
    }

    /// Every template, in order of id.
    pub fn templates(&self) -> impl Iterator<Item = (RecordId, Template)> {
        self.all()
    }

    /// The rules of a contest, as the teacher keeps them.
    pub fn rules(&self, id: RecordId) -> Option<Rules> {
        self.one(id)
    }

    /// All rules the teacher keeps, in order of id.
    pub fn all_rules(&self) -> impl Iterator<Item = (RecordId, Rules)> {
        self.all()
    }

    /// One version.
    pub fn version(&self, id: RecordId) -> Option<Version> {
        self.one(id)
    }

    /// The versions of a document (稿次), by number, then by when they were frozen.
    pub fn versions_of(&self, document: RecordId) -> Vec<(RecordId, Version)> {
        let ids = self.versions.get(&document).into_iter().flatten();
        let mut all: Vec<_> = ids.filter_map(|id| Some((*id, self.version(*id)?))).collect();
        all.sort_by_key(|(id, version)| (version.number, version.at, *id));
        all
    }

    /// One survey.
    pub fn survey(&self, id: RecordId) -> Option<Survey> {
        self.one(id)
    }

    /// The spiral a survey belongs to, without reading the rest of it.
    pub fn spiral_of_survey(&self, id: RecordId) -> Option<RecordId> {
        named(self.unread.get(&id)?.content(), Survey::KIND, "spiral")
    }

    /// What a survey is called, without reading the rest of it.
    pub fn survey_title(&self, id: RecordId) -> Option<Cow<'_, str>> {
        let content = self.unread.get(&id)?.content();
        content.text("title").filter(|_| content.kind() == Survey::KIND)
    }

    /// Every survey, in order of id.
    pub fn surveys(&self) -> impl Iterator<Item = (RecordId, Survey)> {
        self.all()
    }

    /// One vehicle.
    pub fn vehicle(&self, id: RecordId) -> Option<&Vehicle> {
        self.vehicles.get(&id)
    }

    /// Every vehicle, in order of id.
    pub fn vehicles(&self) -> impl Iterator<Item = (RecordId, &Vehicle)> {
        self.vehicles.iter().map(|(id, vehicle)| (*id, vehicle))
    }

    /// Every term, in order of its first day.
    pub fn terms(&self) -> Vec<(RecordId, &Term)> {
        let mut terms: Vec<_> = self.terms.iter().map(|(id, term)| (*id, term)).collect();
        terms.sort_by_key(|(id, term)| (term.start, *id));
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
        &self.profile
    }

    /// What the school calls things and asks for.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    fn members(&self, spiral: RecordId) -> impl Iterator<Item = RecordId> {
        self.members.get(&spiral).into_iter().flatten().copied()
    }

    /// Entries of one spiral, in order of id.
    pub fn entries_of(&self, spiral: RecordId) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.members(spiral).filter_map(|id| Some((id, self.entry(id)?)))
    }

    /// The days of a spiral's entries, without reading the rest of them.
    pub fn days_of(&self, spiral: RecordId) -> impl Iterator<Item = Date> {
        self.members(spiral).filter_map(|id| self.day_of_entry(id))
    }

    /// Turns of one spiral.
    pub fn turns(&self, spiral: RecordId) -> Vec<Turn> {
        turns(self.entries_of(spiral))
    }

    /// Evidence of one spiral, by day.
    pub fn evidence_of(&self, spiral: RecordId) -> Vec<(RecordId, &Evidence)> {
        let mut all: Vec<_> = self
            .members(spiral)
            .filter_map(|id| Some((id, self.evidence.get(&id)?)))
            .collect();
        all.sort_by_key(|(id, evidence)| (evidence.on, *id));
        all
    }

    /// Values of all indicators of one spiral, by day.
    pub fn measures_of(&self, spiral: RecordId) -> Vec<(RecordId, &Measure)> {
        let mut all: Vec<_> = self
            .members(spiral)
            .filter_map(|id| Some((id, self.measures.get(&id)?)))
            .collect();
        all.sort_by_key(|(id, measure)| (measure.on, *id));
        all
    }

    /// Surveys of one spiral, by their first day.
    pub fn surveys_of(&self, spiral: RecordId) -> Vec<(RecordId, Survey)> {
        let mut all: Vec<_> = self
            .members(spiral)
            .filter_map(|id| Some((id, self.survey(id)?)))
            .collect();
        all.sort_by_key(|(id, survey)| (survey.start, *id));
        all
    }

    /// The problem pool (问题库): new problems parked there, and problems that have no spiral yet.
    pub fn pool(&self) -> impl Iterator<Item = (RecordId, &Entry)> {
        self.pool.iter().filter_map(|id| Some((*id, self.entry(*id)?)))
    }
}

/// Whether an entry waits in the pool.
fn waits(entry: &Entry) -> bool {
    match entry.phase {
        Phase::Problem => entry.spiral.is_none(),
        Phase::NewProblem => entry.fate == Fate::Pool || (entry.spiral.is_none() && entry.fate == Fate::Undecided),
        _ => false,
    }
}

/// The record that a field of an unread one names, if it is of this kind.
fn named(content: &Content, kind: &str, field: &str) -> Option<RecordId> {
    (content.kind() == kind).then(|| content.text(field)?.parse().ok())?
}

fn keep<T>(map: &mut BTreeMap<RecordId, T>, id: RecordId, value: Option<T>) {
    if let Some(value) = value {
        map.insert(id, value);
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
