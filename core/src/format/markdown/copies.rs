//! The reading copy: each spiral and each text as one file, what stands in none as another, and the versions beside the
//! first where some stand side by side, each with its name.
//!
//! It lies in a folder beside `pictures`, and says of itself that it is a copy, so that it brings nothing when it is read
//! back. It is made file by file, of the records that the file tells of and no others: a journal may be larger than memory.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::names::{Names, safe};
use super::tree::{WORDS, linked, spiral_names};
use super::{around, page, story};
use crate::catalog::{Heading, Language, heading};
use crate::id::{BlobId, RecordId};
use crate::index::Index;
use crate::journal::{Content, Journal, Revision};
use crate::kind::{Kinds, stands_around};
use crate::record::{
    Document, Entry, Evidence, Kind, Measure, Profile, Record, Rules, Settings, Spiral, Template, Vehicle,
};
use crate::time::Date;

/// So many entries without a spiral are told at once.
const SOME: usize = 200;

/// Where the caller finds a revision again.
pub(in crate::format) type Place = u64;

/// What every record is and belongs to, told from its heads as they go by.
#[derive(Default)]
pub(in crate::format) struct Copies {
    /// What others need to be told: how the person calls things, the forms.
    always: Vec<Arc<Revision>>,
    /// What is named by others.
    named: BTreeMap<RecordId, Arc<Revision>>,
    spirals: BTreeMap<RecordId, String>,
    entries: BTreeMap<RecordId, Told>,
    evidence: BTreeMap<RecordId, (Place, Option<RecordId>, Vec<RecordId>)>,
    measures: BTreeMap<RecordId, (Place, Option<RecordId>)>,
    documents: BTreeMap<RecordId, (Place, String)>,
    /// What is written down around the spirals, by the names of the kinds.
    around: BTreeMap<String, Vec<Dated>>,
    beside: BTreeMap<(RecordId, crate::id::RevisionId), Place>,
}

/// A record with its day, in the order in which they are told.
type Dated = (Option<Date>, RecordId, Place);

struct Told {
    place: Place,
    spiral: Option<RecordId>,
    day: Option<Date>,
}

/// A file of the reading copy, yet to be written.
pub(in crate::format) struct Planned {
    /// Its path in the folder.
    pub(in crate::format) path: String,
    /// What it is written of, one behind the other.
    pub(in crate::format) parts: VecDeque<Part>,
}

/// A part of such a file, and the revisions it is written of.
pub(in crate::format) struct Part {
    sort: Sort,
    pub(in crate::format) places: Vec<Place>,
}

enum Sort {
    Spiral(RecordId),
    LooseTitle,
    Loose(Vec<RecordId>),
    LooseRest,
    Document(RecordId),
    AroundTitle(String),
    Around(Vec<RecordId>),
    Beside,
}

impl Copies {
    /// Takes note of a live head: of its record the one to show first, or another.
    pub(in crate::format) fn note(&mut self, place: Place, head: &Arc<Revision>, first: bool) {
        let (record, content) = (head.record(), head.content());
        if !first {
            self.beside.insert((record, head.id()), place);
            return;
        }
        match &*content.kind() {
            Entry::KIND => {
                let entry: Entry = content.read().unwrap_or_default();
                let (spiral, day) = (entry.spiral, entry.day());
                self.entries.insert(record, Told { place, spiral, day });
            }
            Evidence::KIND => {
                if let Some(Evidence { spiral, entries, .. }) = content.read() {
                    self.evidence.insert(record, (place, spiral, entries));
                }
            }
            Measure::KIND => {
                if let Some(measure) = content.read::<Measure>() {
                    self.measures.insert(record, (place, measure.spiral));
                }
            }
            Document::KIND => {
                let title = content.text("title").unwrap_or_default().into_owned();
                self.documents.insert(record, (place, title));
            }
            Spiral::KIND => {
                if let Some(spiral) = content.read::<Spiral>() {
                    self.spirals.insert(record, spiral.title);
                    self.named.insert(record, head.clone());
                }
            }
            Template::KIND | Rules::KIND | Profile::KIND | Settings::KIND | Kind::KIND => {
                self.always.push(head.clone());
            }
            _ if stands_around(content) => {
                if content.kind() == Vehicle::KIND {
                    self.named.insert(record, head.clone());
                }
                let kind = Kinds::built_in().of_content(content);
                let name = kind.map_or_else(|| content.kind().into_owned(), |kind| kind.name.clone());
                let day = kind.map_or("on", |kind| &kind.day);
                let day = content.text(day).and_then(|day| day.parse().ok());
                self.around.entry(name).or_default().push((day, record, place));
            }
            // Versions and surveys among them: nothing in a copy is sorted by these.
            _ => {}
        }
    }

    fn is_loose(&self, spiral: Option<RecordId>) -> bool {
        spiral.is_none_or(|id| !self.spirals.contains_key(&id))
    }

    /// The files, by their paths.
    pub(in crate::format) fn files(&self, language: Language) -> VecDeque<Planned> {
        let mut names = Names::default();
        let mut files = Vec::new();
        let mut members: BTreeMap<RecordId, Vec<Place>> = BTreeMap::new();
        let mut begin: BTreeMap<RecordId, Date> = BTreeMap::new();
        let entries = self.entries.values().map(|told| (told.place, told.spiral));
        let evidence = self.evidence.values().map(|(place, spiral, _)| (*place, *spiral));
        let measures = self.measures.values().copied();
        for (place, spiral) in entries.chain(evidence).chain(measures) {
            if let Some(spiral) = spiral.filter(|id| self.spirals.contains_key(id)) {
                members.entry(spiral).or_default().push(place);
            }
        }
        for told in self.entries.values() {
            if let (Some(spiral), Some(day)) = (told.spiral, told.day) {
                let first = begin.entry(spiral).or_insert(day);
                *first = day.min(*first);
            }
        }
        let titles = self
            .spirals
            .iter()
            .map(|(id, title)| (*id, begin.get(id).copied(), title.as_str()));
        for (id, path) in spiral_names(titles, language, &mut names) {
            let mut places = members.remove(&id).unwrap_or_default();
            let spiral = self.named.get(&id).and_then(|head| head.content().read::<Spiral>());
            let from = spiral.and_then(|spiral| self.entries.get(&spiral.branched_from?));
            places.extend(from.filter(|from| from.spiral != Some(id)).map(|from| from.place));
            files.push(Planned::of(path, Sort::Spiral(id), places));
        }
        let path = names.unique(heading(Heading::Loose).in_(language));
        files.extend(self.loose(path));
        for (id, (place, title)) in &self.documents {
            let title = safe(title, WORDS * 2);
            let untitled = heading(Heading::Untitled).in_(language);
            let path = names.unique(if title.is_empty() { untitled } else { &title });
            files.push(Planned::of(path, Sort::Document(*id), vec![*place]));
        }
        files.extend(self.around(language, &mut names));
        let path = names.unique(heading(Heading::Beside).in_(language));
        if !self.beside.is_empty() {
            files.push(Planned::of(path, Sort::Beside, self.beside.values().copied().collect()));
        }
        files.sort_by(|a, b| a.path.cmp(&b.path));
        for file in &mut files {
            file.path.push_str(".md");
        }
        files.into()
    }

    /// The kinds of this journal besides those that come with the crate.
    fn own_kinds(&self) -> Kinds {
        let mut journal = Journal::new();
        journal.merge(self.always.iter().cloned());
        Kinds::of(&Index::of(&journal))
    }

    /// A file for each kind, its records by day.
    fn around(&self, language: Language, names: &mut Names) -> Vec<Planned> {
        let kinds = self.own_kinds();
        let file = |(name, records): (&String, &Vec<Dated>)| {
            let label = kinds.named(name).map_or(name.as_str(), |kind| kind.label(language));
            let label = safe(label, WORDS);
            let path = names.unique(if label.is_empty() {
                heading(Heading::Untitled).in_(language)
            } else {
                &label
            });
            let mut file = Planned::of(path, Sort::AroundTitle(name.clone()), Vec::new());
            let mut records = records.clone();
            records.sort_unstable();
            for some in records.chunks(SOME) {
                file.parts.push_back(Part {
                    sort: Sort::Around(some.iter().map(|(_, record, _)| *record).collect()),
                    places: some.iter().map(|(_, _, place)| *place).collect(),
                });
            }
            file
        };
        self.around.iter().map(file).collect()
    }

    fn loose(&self, path: String) -> Option<Planned> {
        let mut entries: Vec<_> = self
            .entries
            .iter()
            .filter(|(_, told)| self.is_loose(told.spiral))
            .collect();
        entries.sort_by_key(|(id, told)| (told.day, **id));
        let mut resting: BTreeMap<RecordId, Vec<Place>> = BTreeMap::new();
        let told: BTreeSet<_> = entries.iter().map(|(id, _)| **id).collect();
        let mut rest = Vec::new();
        for (place, spiral, of) in self.evidence.values() {
            if self.is_loose(*spiral) {
                for entry in of {
                    resting.entry(*entry).or_default().push(*place);
                }
                rest.extend(of.iter().all(|entry| !told.contains(entry)).then_some(*place));
            }
        }
        let measures = self.measures.values().filter(|(_, spiral)| self.is_loose(*spiral));
        rest.extend(measures.map(|(place, _)| *place));
        if entries.is_empty() && rest.is_empty() {
            return None;
        }
        let mut file = Planned::of(path, Sort::LooseTitle, Vec::new());
        for some in entries.chunks(SOME) {
            let ids: Vec<_> = some.iter().map(|(id, _)| **id).collect();
            let evidence = ids.iter().filter_map(|id| resting.get(id)).flatten();
            let places: BTreeSet<_> = some
                .iter()
                .map(|(_, told)| told.place)
                .chain(evidence.copied())
                .collect();
            file.parts.push_back(Part {
                sort: Sort::Loose(ids),
                places: places.into_iter().collect(),
            });
        }
        if !rest.is_empty() {
            file.parts.push_back(Part {
                sort: Sort::LooseRest,
                places: rest,
            });
        }
        Some(file)
    }

    /// The text of a part, from the revisions at its places; the first of a file begins with what marks it as a copy.
    pub(in crate::format) fn text(
        &self,
        part: &Part,
        revisions: &[Arc<Revision>],
        pictures: &BTreeMap<BlobId, String>,
        language: Language,
    ) -> String {
        let index = self.index(part, revisions);
        let (text, begins) = match &part.sort {
            Sort::Spiral(id) => (story::spiral(&index, *id, language).unwrap_or_default(), true),
            Sort::LooseTitle => (story::loose_title(language), true),
            Sort::Loose(ids) => (
                story::loose(&index, ids, |spiral| self.is_loose(spiral), language),
                false,
            ),
            Sort::LooseRest => (story::loose_rest(&index, language), false),
            Sort::Document(id) => {
                let document = index.document(*id);
                (
                    document.map_or_else(String::new, |it| story::document(&index, it, language)),
                    true,
                )
            }
            Sort::AroundTitle(name) => {
                let kinds = self.own_kinds();
                (
                    around::title(kinds.named(name).map(AsRef::as_ref), name, language),
                    true,
                )
            }
            Sort::Around(ids) => {
                let of = |id: &RecordId| revisions.iter().find(|revision| revision.record() == *id);
                let ordered: Vec<&Revision> = ids.iter().filter_map(of).map(AsRef::as_ref).collect();
                (around::records(&index, &ordered, language), false)
            }
            Sort::Beside => {
                let mut ordered: Vec<_> = revisions.iter().collect();
                ordered.sort_by_key(|revision| (revision.record(), revision.id()));
                let contents: Vec<&Content> = ordered.into_iter().map(|revision| revision.content()).collect();
                (story::beside(&index, &contents, language).unwrap_or_default(), true)
            }
        };
        let text = linked(&text, 1, pictures);
        if begins { page::copy(&text) } else { text }
    }

    /// These revisions and what they name.
    fn index(&self, part: &Part, revisions: &[Arc<Revision>]) -> Index {
        let mut named: BTreeSet<RecordId> = BTreeSet::new();
        if let Sort::Spiral(id) = part.sort {
            named.insert(id);
            let spiral = self.named.get(&id).and_then(|head| head.content().read::<Spiral>());
            named.extend(spiral.and_then(|spiral| spiral.vehicle));
        }
        for revision in revisions {
            named.extend(revision.content().read::<Entry>().and_then(|entry| entry.leads_to));
        }
        let mut journal = Journal::new();
        journal.merge(self.always.iter().cloned());
        journal.merge(named.iter().filter_map(|id| self.named.get(id)).cloned());
        if !matches!(part.sort, Sort::Beside) {
            journal.merge(revisions.iter().cloned());
        }
        Index::of(&journal)
    }
}

impl Planned {
    fn of(path: String, sort: Sort, places: Vec<Place>) -> Self {
        Self {
            path,
            parts: VecDeque::from([Part { sort, places }]),
        }
    }
}
