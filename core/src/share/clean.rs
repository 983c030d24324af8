//! What goes along of each record, and nothing else.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::{Sender, kind_of, may_go};
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::{Content, Revision, State};
use crate::kind::{REACHED, STAGE};
use crate::record::{Entry, FieldSort, KindField, Record, Spiral};
use crate::text::markdown::SCHEME;

/// The records that go along: those of the chosen ones that may.
#[derive(Debug, Clone)]
pub struct Parcel<'i> {
    index: &'i Index,
    going: BTreeSet<RecordId>,
}

impl<'i> Parcel<'i> {
    /// Of what was chosen. Whatever that is, nothing that is held back is among it.
    pub fn of(index: &'i Index, chosen: &BTreeSet<RecordId>) -> Self {
        let may_go = |record: &RecordId| {
            let Some(head) = index.head(*record) else { return false };
            match &*head.content().kind() {
                // Without its spiral nobody could tell what an entry is about.
                Entry::KIND => index.entry(*record).is_some_and(|entry| {
                    let spiral = entry.spiral.filter(|id| chosen.contains(id));
                    may_go(entry) && spiral.is_some_and(|id| index.spiral(id).is_some())
                }),
                Spiral::KIND => index.spiral(*record).is_some(),
                _ => kind_of(head.content()).is_some(),
            }
        };
        let going = chosen.iter().copied().filter(may_go).collect();
        Self { index, going }
    }

    /// Which records go.
    pub const fn records(&self) -> &BTreeSet<RecordId> {
        &self.going
    }

    /// What one of them says in the file; `None` if it does not go along.
    ///
    /// It is made anew from what is known to be for others: fields marked as private, those that this version does not
    /// know, pictures, how many pupils there are, and links to what stays here are not in it.
    pub fn says(&self, record: RecordId) -> Option<Content> {
        let content = self
            .index
            .head(record)
            .filter(|_| self.going.contains(&record))?
            .content();
        match &*content.kind() {
            Entry::KIND => entry(self.index, record, &self.going),
            Spiral::KIND => spiral(self.index, record, &self.going),
            _ => of_kind(content, &self.going),
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

fn of_kind(content: &Content, going: &BTreeSet<RecordId>) -> Option<Content> {
    let kind = kind_of(content)?;
    let said = content.to_json();
    let mut fields = shown(&kind.fields, &said, going);
    for name in ["kind", "sort", STAGE, REACHED] {
        if let Some(value) = said.get(name) {
            fields.insert(name.to_owned(), value.clone());
        }
    }
    Some(Content::from_json(&fields))
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

/// A text without the pictures of this journal: they do not go along, and their captions may tell what they show.
fn without_pictures(text: &str) -> Cow<'_, str> {
    if !text.contains(SCHEME) {
        return text.into();
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(SCHEME) {
        let (before, picture) = rest.split_at(at);
        left.push_str(before.get(..picture_begins(before)).unwrap_or_default());
        // An address ends with its bracket, or with the word.
        let ends = picture.find([')', '>', ' ', '\n']);
        rest = ends.map_or("", |ends| {
            let after = picture.get(ends..).unwrap_or_default();
            after.strip_prefix('>').unwrap_or(after)
        });
        rest = rest.strip_prefix(')').unwrap_or(rest);
    }
    left.push_str(rest);
    left.trim().to_owned().into()
}

/// Where the picture begins whose address follows this text; its end where that is none.
fn picture_begins(before: &str) -> usize {
    let caption = |at: &usize| {
        let label = before.get(at + 2..).unwrap_or_default();
        // Of a picture that ended before its words stay.
        label
            .find("](")
            .is_some_and(|end| ["", "<"].contains(&label.get(end + 2..).unwrap_or_default()))
    };
    before.rfind("![").filter(caption).unwrap_or(before.len())
}

#[cfg(test)]
mod tests {
    use super::without_pictures;

    #[test]
    fn pictures_of_the_journal_go_and_words_stay() {
        for (text, wanted) in [
            ("奖状 ![生A的脸](luoxuan:abc) 在校长室", "奖状  在校长室"),
            ("前 ![图（一)](<luoxuan:abc>) 后", "前  后"),
            (
                "![课标](https://example.org/a.png) 中间的话 ![脸](luoxuan:abc)",
                "![课标](https://example.org/a.png) 中间的话",
            ),
            ("没有图", "没有图"),
        ] {
            assert_eq!(without_pictures(text), wanted);
        }
    }

    #[test]
    fn what_is_no_picture_takes_no_other_with_it() {
        let text = "![课标](https://example.org/a.png) 中间的话 [看](luoxuan:abc)";
        let left = without_pictures(text);
        assert!(left.contains("![课标](https://example.org/a.png) 中间的话"), "{left}");
        assert!(!left.contains("abc"), "{left}");
    }
}
