//! Finding: everything written, laid together once and scanned at every key.

use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use luoxuan::journal::Part;
use luoxuan::kind::{self, stands_around};
use luoxuan::text::{Context, Finder, context, fold};
use luoxuan::{Date, Evidence, Index, Measure, RecordId, Spiral, Survey};
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

use crate::browser::held::Held;

#[wasm_bindgen]
extern "C" {
    /// A text of the browser's own.
    #[derive(Debug, Clone)]
    type Text;

    /// Where a text stands in this one from a place on, in UTF-16 units; -1 if nowhere. The one of `js_sys` would make
    /// a text of the browser's anew at every call.
    #[wasm_bindgen(method, js_name = indexOf)]
    fn index_of(this: &Text, words: &Text, from: usize) -> isize;

    /// A regular expression.
    type Expression;

    #[wasm_bindgen(constructor, js_class = "RegExp")]
    fn new(pattern: &str, flags: &str) -> Expression;

    #[wasm_bindgen(method, setter, js_name = lastIndex)]
    fn set_last_index(this: &Expression, from: usize);

    /// The next hit from the last index on. That of `js_sys` would make a text of the browser's anew at every call, too.
    #[wasm_bindgen(method)]
    fn exec(this: &Expression, text: &Text) -> Option<Hit>;

    type Hit;

    /// Where it stands, in UTF-16 units.
    #[wasm_bindgen(method, getter)]
    fn index(this: &Hit) -> usize;
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        JsValue::from_str(text).unchecked_into()
    }
}

/// What is looked for in texts as they were written. The browser does it several times as fast as WebAssembly could.
enum Pattern {
    /// Written in one way only, as nearly everything in Chinese is.
    Only(Text),
    /// With letters, figures or marks, which have other spellings.
    Any(Expression),
}

impl Pattern {
    fn of(finder: &Finder) -> Self {
        if finder.spellings().all(|(_, others)| others.is_empty()) {
            return Self::Only(finder.folded().into());
        }
        let mut pattern = String::new();
        for (folded, others) in finder.spellings() {
            pattern.push('[');
            for one in std::iter::once(&folded).chain(others) {
                pattern.push_str(&format!("\\u{{{:x}}}", u32::from(*one)));
            }
            pattern.push(']');
        }
        Self::Any(Expression::new(&pattern, "gu"))
    }

    /// Where it stands in a text from a place on, in UTF-16 units.
    fn first(&self, text: &Text, from: usize) -> Option<usize> {
        match self {
            Self::Only(words) => usize::try_from(text.index_of(words, from)).ok(),
            Self::Any(pattern) => {
                pattern.set_last_index(from);
                Some(pattern.exec(text)?.index())
            }
        }
    }
}

/// Pieces of one record are kept in one text; no query holds this character.
const BETWEEN: &str = "\n";

/// What of a record can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An entry.
    Entry,
    /// A spiral's header.
    Spiral,
    /// Evidence.
    Evidence,
    /// A value with its note.
    Measure,
    /// A text.
    Document,
    /// A survey, by its name.
    Survey,
    /// A record around the spirals.
    Record,
}

/// One record that holds what is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchHit {
    /// Which record.
    pub record: RecordId,
    /// What it is.
    pub kind: Kind,
    /// The words before the first hit, in its sentence.
    pub before: String,
    /// The hit, as written.
    pub hit: String,
    /// The words after it.
    pub after: String,
}

/// A record with its day, in the order they are shown in, backwards.
type Place = (Option<Date>, RecordId);

/// The texts of some records, one after another in one text of the browser's own, which keeps a Chinese character in two
/// bytes, not three. Those of a part of a snapshot are the part's: no word is held twice.
#[derive(Debug)]
struct Batch {
    text: Text,
    /// Where each begins, in UTF-16 units, and whose it is; `None` once the record says something else.
    members: Vec<(usize, Option<Place>)>,
}

/// The text of every record.
#[derive(Debug, Default)]
pub struct FullText {
    batches: BTreeMap<u32, Batch>,
    /// In which batch a record is. Nobody asks for them in order, and at the start all are put in.
    homes: HashMap<RecordId, u32>,
    /// Which batches are parts of a snapshot, by where those lie for as long as they stand here.
    parts: BTreeMap<usize, (Arc<Part>, u32)>,
    next: u32,
}

/// Shows `to` everything a person wrote in a record, with what it is; `None` if it is nothing that is looked for.
fn words<T>(index: &Index, record: RecordId, to: impl FnOnce(Kind, &[&str]) -> T) -> Option<T> {
    if let Some(words) = index.words_of_entry(record) {
        let pieces: Vec<&str> = words.iter().map(|piece| &**piece).collect();
        return Some(to(Kind::Entry, &pieces));
    }
    if let Some(Spiral {
        title,
        subject,
        class,
        state_note,
        themes,
        indicators,
        turn_names,
        ..
    }) = index.spiral(record)
    {
        let mut pieces = vec![title.as_str(), subject, class, state_note];
        pieces.extend(themes.iter().map(String::as_str));
        pieces.extend(
            indicators
                .values()
                .flat_map(|indicator| [indicator.name.as_str(), &indicator.rule]),
        );
        pieces.extend(turn_names.values().map(String::as_str));
        return Some(to(Kind::Spiral, &pieces));
    }
    if let Some(Evidence { caption, text, .. }) = index.evidence(record) {
        return Some(to(Kind::Evidence, &[caption, text]));
    }
    if let Some(document) = index.document(record) {
        let mut pieces = vec![document.title.as_str(), &document.summary];
        pieces.extend(document.keywords.iter().map(String::as_str));
        pieces.extend(document.passages().map(|(.., passage)| passage.text.as_str()));
        return Some(to(Kind::Document, &pieces));
    }
    if let Some(Measure { note, .. }) = index.measure(record) {
        return Some(to(Kind::Measure, &[note]));
    }
    if let Some(title) = index.text::<Survey>(record, "title") {
        return Some(to(Kind::Survey, &[&title]));
    }
    let content = index.head(record)?.content();
    let words = stands_around(content).then(|| kind::words(content))?;
    let pieces: Vec<&str> = words.iter().map(String::as_str).collect();
    Some(to(Kind::Record, &pieces))
}

impl Batch {
    /// Adds every record that holds what is looked for.
    fn scan(&self, pattern: &Pattern, found: &mut Vec<Place>) {
        let mut from = 0;
        while let Some(hit) = pattern.first(&self.text, from) {
            let after = self.members.partition_point(|(start, _)| *start <= hit);
            let hit_in = after.checked_sub(1).and_then(|at| self.members.get(at));
            found.extend(hit_in.and_then(|(_, whose)| *whose));
            // One hit is enough for a record.
            match self.members.get(after) {
                Some((start, _)) => from = *start,
                None => break,
            }
        }
    }
}

/// What can be asked for what is written. The page holds a [`FullText`] as this: it is built from the second module, and
/// so nothing of it has to be in the first.
pub trait SearchIndex {
    /// Takes over what the index now says of these records, each given once.
    fn update(&mut self, index: &Index, records: &mut dyn Iterator<Item = RecordId>);

    /// Every record that holds what `finder` looks for, the latest day first.
    fn scan(&self, finder: &Finder) -> Vec<RecordId>;
}

impl SearchIndex for FullText {
    fn update(&mut self, index: &Index, records: &mut dyn Iterator<Item = RecordId>) {
        let (mut text, mut members, mut end) = (String::new(), Vec::new(), 0);
        for record in records {
            self.forget(record);
            let place = (index.day_of(record), record);
            let apart = index.head(record).and_then(|head| head.content().part());
            if apart.is_some_and(|(part, slot)| self.lies_in(part, slot, place)) {
                continue;
            }
            let start = end;
            words(index, record, |_, pieces| {
                for piece in pieces.iter().filter(|piece| !piece.trim().is_empty()) {
                    end += piece.encode_utf16().count() + BETWEEN.len();
                    text.push_str(piece);
                    text.push_str(BETWEEN);
                }
            });
            if end > start {
                members.push((start, Some(place)));
                self.homes.insert(record, self.next);
            }
        }
        if !members.is_empty() {
            let text = Text::from(text.as_str());
            self.batches.insert(self.next, Batch { text, members });
            self.next += 1;
        }
    }

    fn scan(&self, finder: &Finder) -> Vec<RecordId> {
        let pattern = Pattern::of(finder);
        let mut found = Vec::new();
        for batch in self.batches.values() {
            batch.scan(&pattern, &mut found);
        }
        found.sort_unstable_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, record)| record).collect()
    }
}

impl FullText {
    /// Has a record found where its words lie in a part of a snapshot, if the browser holds that.
    fn lies_in(&mut self, part: &Arc<Part>, slot: usize, place: Place) -> bool {
        let words: &dyn Any = part.words();
        let Some(held) = words.downcast_ref::<Held>() else {
            return false;
        };
        let known = self.parts.entry(Arc::as_ptr(part).addr());
        let number = known.or_insert_with(|| {
            let text: &JsValue = held.text();
            let members = part.begins().map(|begin| (begin as usize, None));
            let batch = Batch {
                text: text.clone().unchecked_into(),
                members: members.collect(),
            };
            self.batches.insert(self.next, batch);
            self.next += 1;
            (Arc::clone(part), self.next - 1)
        });
        let number = number.1;
        let batch = self.batches.get_mut(&number);
        let member = batch.and_then(|batch| batch.members.get_mut(slot));
        let Some((_, whose)) = member else { return false };
        *whose = Some(place);
        self.homes.insert(place.1, number);
        true
    }

    fn forget(&mut self, record: RecordId) {
        let Some(home) = self.homes.remove(&record) else {
            return;
        };
        let Some(batch) = self.batches.get_mut(&home) else {
            return;
        };
        for (_, whose) in &mut batch.members {
            whose.take_if(|(_, whose)| *whose == record);
        }
        if batch.members.iter().all(|(_, whose)| whose.is_none()) {
            self.batches.remove(&home);
            self.parts.retain(|_, (_, batch)| *batch != home);
        }
    }
}

/// The first hit in a record, with the sentence around it.
pub fn show(index: &Index, record: RecordId, finder: &Finder) -> Option<SearchHit> {
    const WIDTH: usize = 30;
    let (kind, text) = words(index, record, |kind, pieces| (kind, pieces.join(BETWEEN)))?;
    let folded = fold(&text);
    let hit = finder.hits(&folded, &text).next()?;
    let Context { before, hit, after } = context(&text, hit, WIDTH)?;
    Some(SearchHit {
        record,
        kind,
        before: before.into(),
        hit: hit.into(),
        after: after.into(),
    })
}
