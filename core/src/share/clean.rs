//! What goes along of each record, and nothing else.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::offers::{kind_of, may_go, of_own_kind, open_spiral, own_kind};
use super::pictures::without_pictures;
use super::{Sender, described, texts};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Revision, State};
use crate::kind::{Kinds, REACHED, STAGE};
use crate::record::{Document, Entry, FieldSort, Kind, KindField, Record, Spiral};
use crate::report::is_own;

/// The records that go along: those of the chosen ones that may.
#[derive(Debug, Clone)]
pub struct Parcel<'i> {
    index: &'i Index,
    kinds: Kinds,
    going: BTreeSet<RecordId>,
}

impl<'i> Parcel<'i> {
    /// Of what was chosen. Whatever that is, nothing that is held back is among it.
    pub fn of(index: &'i Index, chosen: &BTreeSet<RecordId>) -> Self {
        let kinds = Kinds::of(index);
        let may_go = |record: &RecordId| {
            let Some(head) = index.head(*record) else { return false };
            if is_own(head.content()) {
                return false;
            }
            match &*head.content().kind() {
                // Without its spiral nobody could tell what an entry is about.
                Entry::KIND => index.entry(*record).is_some_and(|entry| {
                    let spiral = entry.spiral.filter(|id| chosen.contains(id));
                    may_go(entry) && spiral.is_some_and(|id| open_spiral(index, id).is_some())
                }),
                Spiral::KIND => open_spiral(index, *record).is_some(),
                Kind::KIND => own_kind(index, *record).is_some(),
                Document::KIND => texts::may_go(index, *record),
                // Without its kind nobody could tell what it is.
                _ => kind_of(&kinds, head.content()).is_some_and(|kind| {
                    let own = of_own_kind(index, kind);
                    own.is_none_or(|id| chosen.contains(&id) && own_kind(index, id).is_some())
                }),
            }
        };
        let going = chosen.iter().copied().filter(may_go).collect();
        Self { index, kinds, going }
    }

    /// Which records go.
    pub const fn records(&self) -> &BTreeSet<RecordId> {
        &self.going
    }

    /// What one of them says in the file; `None` if it does not go along.
    ///
    /// It is made anew from what is known to be for others: fields marked as private, those that this version does not
    /// know, pictures, how many pupils there are, links to what stays here, and the passages of a text that rest on what is
    /// held back are not in it.
    pub fn says(&self, record: RecordId) -> Option<Content> {
        let content = self
            .index
            .head(record)
            .filter(|_| self.going.contains(&record))?
            .content();
        match &*content.kind() {
            Entry::KIND => entry(self.index, record, &self.going),
            Spiral::KIND => spiral(self.index, record, &self.going),
            Kind::KIND => own_kind(self.index, record).map(|kind| Content::of(&described::kind(kind))),
            Document::KIND => texts::document(self.index, record, &self.going).map(|text| Content::of(&text)),
            _ => Some(of_kind(kind_of(&self.kinds, content)?, content, &self.going)),
        }
    }

    /// The file: who gives it, then each of them in a line.
    pub fn file(&self, sender: &Sender) -> String {
        let mut file = sender.header();
        file.push('\n');
        for record in &self.going {
            let Some((head, content)) = self.index.head(*record).zip(self.says(*record)) else {
                continue;
            };
            let revision = Revision::new(*record, [], sender.device, head.at(), State::Live, content);
            file.push_str(&revision.to_line());
            file.push('\n');
        }
        file
    }
}

fn entry(index: &Index, record: RecordId, going: &BTreeSet<RecordId>) -> Option<Content> {
    let said = index.entry(record)?;
    let goes = |id: &RecordId| going.contains(id);
    Some(Content::of(&Entry {
        spiral: said.spiral.filter(goes),
        phase: said.phase,
        after: before(index, said, going),
        happened_on: said.happened_on,
        happened_until: said.happened_until,
        title: said.title.clone(),
        body: without_pictures(&said.body).into_owned(),
        fate: said.fate,
        leads_to: said.leads_to.filter(goes),
        author: said.author.clone(),
        ..Entry::default()
    }))
}

/// The nearest of those it follows that goes along, so that turns stay turns.
fn before(index: &Index, entry: &Entry, going: &BTreeSet<RecordId>) -> Option<RecordId> {
    let mut seen = BTreeSet::new();
    let mut next = entry.after;
    while let Some(id) = next.filter(|id| seen.insert(*id)) {
        let before = index.entry(id)?;
        if going.contains(&id) {
            return Some(id);
        }
        next = before.after;
    }
    None
}

fn spiral(index: &Index, record: RecordId, going: &BTreeSet<RecordId>) -> Option<Content> {
    let said = index.spiral(record)?;
    Some(Content::of(&Spiral {
        title: said.title.clone(),
        subject: said.subject.clone(),
        vehicle: said.vehicle.filter(|id| going.contains(id)),
        state: said.state,
        ..Spiral::default()
    }))
}

fn of_kind(kind: &Kind, content: &Content, going: &BTreeSet<RecordId>) -> Content {
    let said = content.to_json();
    let mut fields = shown(&kind.fields, &said, going);
    for name in ["kind", "sort", STAGE, REACHED] {
        if let Some(value) = said.get(name) {
            fields.insert(name.to_owned(), value.clone());
        }
    }
    Content::from_json(&fields)
}

/// The fields that are for others, each as its sort says.
fn shown(fields: &[KindField], said: &Map<String, Value>, going: &BTreeSet<RecordId>) -> Map<String, Value> {
    let open = fields.iter().filter(|field| !field.private);
    let each = open.filter_map(|field| {
        let value = value(field, said.get(&field.name)?, going)?;
        Some((field.name.clone(), value))
    });
    each.collect()
}

fn value(field: &KindField, value: &Value, going: &BTreeSet<RecordId>) -> Option<Value> {
    let goes = |value: &Value| {
        let id = value.as_str().and_then(|id| id.parse::<RecordId>().ok());
        id.is_some_and(|id| going.contains(&id))
    };
    match (field.sort, value) {
        (FieldSort::Link, link) => goes(link).then(|| link.clone()),
        (FieldSort::Links, Value::Array(links)) => {
            let links: Vec<Value> = links.iter().filter(|link| goes(link)).cloned().collect();
            (!links.is_empty()).then(|| links.into())
        }
        (FieldSort::Rows, Value::Array(rows)) => {
            let rows = rows.iter().filter_map(Value::as_object);
            Some(
                rows.map(|row| Value::Object(shown(&field.columns, row, going)))
                    .collect(),
            )
        }
        // What holds more than words, numbers and lists of them is not what the field says it is.
        (FieldSort::Links | FieldSort::Rows, _) | (_, Value::Object(_)) => None,
        (_, Value::String(text)) => Some(without_pictures(text).into()),
        (_, Value::Array(items)) => {
            let plain = items.iter().filter_map(Value::as_str);
            Some(plain.map(|text| Value::from(without_pictures(text))).collect())
        }
        (_, other) => Some(other.clone()),
    }
}
