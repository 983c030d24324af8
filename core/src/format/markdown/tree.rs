//! The whole journal as a tree of files.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::Value;

use super::copies::{Copies, Part};
use super::names::{Names, safe};
use super::page::{self, PICTURES};
use super::remark::remark;
use super::story;
use crate::catalog::{Heading, Labelled, Language, heading};
use crate::format::Archive;
use crate::id::{BlobId, RecordId};
use crate::index::Index;
use crate::journal::{Journal, Revision, State};
use crate::record::{Entry, Evidence, Measure, Record, Spiral};
use crate::text::excerpt;
use crate::text::markdown::SCHEME;
use crate::time::Date;

/// Characters of a text that go into a file's name.
pub(super) const WORDS: usize = 20;

/// The whole journal as a tree of files, each with its path: a folder for each spiral, a file for each
/// entry. Names are made of dates and first words; they are unique, and safe on every system.
///
/// [`read_files`](crate::format::read_files) reads each file back to the record it was. Pictures are
/// linked as `pictures/<id>.<ext>` at the root ([`Picture::file_name`](crate::format::Picture::file_name)).
/// Of a record in conflict every version is there. What lies in the trash is left out; the archive has it.
pub fn files(archive: &Archive, language: Language) -> Vec<(String, String)> {
    let mut journal = Journal::new();
    journal.merge(archive.revisions.iter().cloned());
    let index = Index::of(&journal);
    let mut tree = Tree {
        index: &index,
        language,
        names: Names::default(),
        paths: Vec::new(),
        with: BTreeMap::new(),
    };
    let heads = heads(&journal);
    tree.place(&heads);
    let mut titles = BTreeMap::new();
    for (head, path) in &tree.paths {
        let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
        let title = if head.content().kind() == Spiral::KIND {
            folder
        } else {
            file
        };
        titles.entry(head.record()).or_insert_with(|| title.to_owned());
    }
    let pictures = pictures(archive);
    let remark = |under: &str, key: &str, value: &Value| remark(under, key, value, &titles, language);
    let mut with = std::mem::take(&mut tree.with);
    let mut files = Vec::new();
    for (head, path) in &tree.paths {
        let body = linked(&tree.body(head), path.matches('/').count(), &pictures);
        // What stands with a record stands in its first page.
        let with = with.remove(&head.record()).unwrap_or_default();
        files.push((format!("{path}.md"), page::write(head, &with, &body, &remark)));
    }
    files.sort();
    files
}

/// The reading copy of an archive: each file's path and text.
pub fn stories(archive: &Archive, language: Language) -> Vec<(String, String)> {
    let mut journal = Journal::new();
    journal.merge(archive.revisions.iter().cloned());
    let heads = heads(&journal);
    let mut copies = Copies::default();
    for (place, head) in heads.iter().enumerate() {
        let first = journal.head(head.record()).is_some_and(|first| first.id() == head.id());
        copies.note(place as u64, head, first);
    }
    let pictures = pictures(archive);
    let told = |part: &Part| {
        let at = |place: &u64| usize::try_from(*place).ok().and_then(|place| heads.get(place));
        let of: Vec<_> = part.places.iter().filter_map(at).map(|head| Arc::clone(head)).collect();
        copies.text(part, &of, &pictures, language)
    };
    let files = copies.files(language).into_iter();
    files
        .map(|file| (file.path, file.parts.iter().map(told).collect()))
        .collect()
}

fn pictures(archive: &Archive) -> BTreeMap<BlobId, String> {
    let named = archive
        .pictures
        .iter()
        .map(|picture| (picture.id(), picture.file_name()));
    named.collect()
}

/// The folder of each spiral, by the day it began.
fn folders(index: &Index, language: Language, names: &mut Names) -> BTreeMap<RecordId, String> {
    let begin = |id: RecordId| index.days_of(id).min();
    let spirals = index
        .of_kind::<Spiral>()
        .map(|(id, spiral)| (id, begin(id), spiral.title.as_str()));
    spiral_names(spirals, language, names)
}

/// What each spiral is called, from the day it began and its title.
pub(super) fn spiral_names<'t>(
    spirals: impl Iterator<Item = (RecordId, Option<Date>, &'t str)>,
    language: Language,
    names: &mut Names,
) -> BTreeMap<RecordId, String> {
    let mut spirals: Vec<_> = spirals.collect();
    spirals.sort_by_key(|(id, begin, _)| (*begin, *id));
    let mut called = BTreeMap::new();
    for (id, begin, title) in spirals {
        let day = begin.map_or_else(String::new, |day| format!("{day} "));
        let title = safe(title, WORDS * 2);
        let untitled = heading(Heading::Untitled).in_(language);
        let title = if title.is_empty() { untitled } else { &title };
        called.insert(id, names.unique(&format!("{day}{title}")));
    }
    called
}

/// Every live head: of each record the one to show first, then those beside it.
fn heads(journal: &Journal) -> Vec<&Arc<Revision>> {
    let mut all = Vec::new();
    for (record, heads) in journal.records() {
        let first = journal.head(record);
        all.extend(first);
        all.extend(
            heads
                .iter()
                .filter(|head| first.is_none_or(|first| first.id() != head.id())),
        );
    }
    all.retain(|head| head.state() == State::Live);
    all
}

struct Tree<'j> {
    index: &'j Index,
    language: Language,
    names: Names,
    /// Every page with its path, without the extension.
    paths: Vec<(&'j Revision, String)>,
    /// Evidence and values, by the record whose page they stand in.
    with: BTreeMap<RecordId, Vec<&'j Revision>>,
}

impl<'j> Tree<'j> {
    fn says(&self, title: Heading) -> &'static str {
        heading(title).in_(self.language)
    }

    /// Gives every head its place.
    fn place(&mut self, heads: &[&'j Arc<Revision>]) {
        let folders = folders(self.index, self.language, &mut self.names);
        // Entries by day, so that numbers behind equal names follow the calendar.
        let mut ordered: Vec<&'j Revision> = heads.iter().map(|head| &***head).collect();
        ordered.sort_by_key(|head| (self.index.day_of(head.record()), head.record()));
        let mut seen: Option<RecordId> = None;
        for head in ordered {
            let again = seen.replace(head.record()) == Some(head.record());
            if let Some(owner) = self.owner(head) {
                self.with.entry(owner).or_default().push(head);
                continue;
            }
            let mut path = self.path(head, &folders);
            if again {
                path = format!("{path}（{}）", self.says(Heading::Beside));
            }
            let path = self.names.unique(&path);
            self.paths.push((head, path));
        }
    }

    /// The record in whose page evidence and values stand.
    fn owner(&self, head: &Revision) -> Option<RecordId> {
        let (entry, spiral) = match &*head.content().kind() {
            Evidence::KIND => {
                let evidence: Evidence = head.content().read()?;
                let entry = evidence.entries.into_iter().find(|id| self.index.has::<Entry>(*id));
                (entry, evidence.spiral)
            }
            Measure::KIND => {
                let measure: Measure = head.content().read()?;
                (measure.entry.filter(|id| self.index.has::<Entry>(*id)), measure.spiral)
            }
            _ => return None,
        };
        entry.or(spiral.filter(|id| self.index.spiral(*id).is_some()))
    }

    fn path(&self, head: &Revision, folders: &BTreeMap<RecordId, String>) -> String {
        if let Some(entry) = head.content().read::<Entry>() {
            let folder = entry
                .spiral
                .and_then(|id| folders.get(&id))
                .map_or(self.says(Heading::Loose), String::as_str);
            let day = entry.day().map_or_else(String::new, |day| format!("{day} "));
            let words = entry.words().map(|text| safe(&excerpt(text, WORDS), WORDS));
            let words = words.into_iter().find(|words| !words.is_empty());
            let words = words.as_deref().unwrap_or(self.says(Heading::Untitled));
            return format!("{folder}/{day}{} {words}", entry.phase.label().in_(self.language));
        }
        if head.content().kind() == Spiral::KIND
            && let Some(folder) = folders.get(&head.record())
        {
            // In front of the dated files of its folder.
            return format!("{folder}/0 {}", self.says(Heading::Spiral));
        }
        let fields = head.content().to_json();
        let text = |key: &str| fields.get(key).and_then(Value::as_str);
        // A version is called what its document was.
        let then = || fields.get("document")?.get("title")?.as_str();
        let name = ["name", "title", "caption", "start"]
            .into_iter()
            .find_map(text)
            .or_else(then);
        let name = format!("{} {}", head.content().kind(), name.unwrap_or_default());
        let name = safe(&name, WORDS * 2);
        // A file with nothing before its ending would be hidden, and not read again.
        let name = if name.is_empty() {
            self.says(Heading::Untitled)
        } else {
            &name
        };
        format!("{}/{name}", self.says(Heading::About))
    }

    fn body(&self, head: &Revision) -> String {
        match &*head.content().kind() {
            Entry::KIND => head.content().read::<Entry>().unwrap_or_default().body,
            Spiral::KIND => {
                let story = story::spiral(self.index, head.record(), self.language).unwrap_or_default();
                format!("{}\n\n{}", self.says(Heading::Made), story.trim_end())
            }
            _ => String::new(),
        }
    }
}

/// Links to the journal's own pictures, as paths to the files beside the tree.
pub(super) fn linked(body: &str, depth: usize, pictures: &BTreeMap<BlobId, String>) -> String {
    let mut text = String::with_capacity(body.len());
    let mut rest = body;
    let mark = format!("]({SCHEME}");
    while let Some(at) = rest.find(&mark) {
        let (before, link) = rest.split_at(at);
        text.push_str(before);
        let behind = link.get(mark.len()..).unwrap_or_default();
        let file = page::address(behind).and_then(|(id, after)| Some((pictures.get(&id.parse().ok()?)?, after)));
        if let Some((file, after)) = file {
            text.push_str(&format!("]({}{PICTURES}{file})", "../".repeat(depth)));
            rest = after;
        } else {
            text.push_str(&mark);
            rest = behind;
        }
    }
    text.push_str(rest);
    text
}
