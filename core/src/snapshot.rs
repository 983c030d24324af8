//! What a journal says now, written down so that the next start need not read all of its log.
//!
//! A snapshot is never the truth. It is made of [parts](lay_apart), each of some records, and a [`Snapshot`] which names
//! them and the last key of the log they take into account. Where that does not fit the log, or a part is missing, cut or
//! altered, it is thrown away: that costs time and nothing else. After a start from one the log is read all the same, when
//! nobody waits for it; see [`Session::read`](crate::session::Session::read).
//!
//! What is erased goes from snapshots too: whoever keeps one destroys it in the transaction that erases.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::{DeviceId, RecordId, RevisionId};
use crate::index::{Said, words};
use crate::journal::{
    BETWEEN, Content, Fields, Journal, MARK, Part, Recalled, Revision, Slot, Words, check, items, put_together, text,
};
use crate::record::{Entry, Evidence, Measure, Record};
use crate::time::Timestamp;

/// The version of the form this build writes. It reads no other: a snapshot is made anew in a moment.
const VERSION: u32 = 1;

/// What a snapshot takes into account.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Snapshot {
    version: u32,
    /// Which life of which store it is of.
    of: String,
    /// The last key of the log that its parts take into account.
    last: u64,
    /// The name that its parts bear.
    name: String,
    /// How many parts it has.
    parts: u32,
}

/// Not a snapshot of this version, or not what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Unfit;

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a snapshot that can be used")
    }
}

impl std::error::Error for Unfit {}

impl Snapshot {
    /// A snapshot of the store of this name, up to the key `last` of its log.
    pub fn new(of: &str, last: u64, name: &str, parts: u32) -> Self {
        Self {
            version: VERSION,
            of: of.into(),
            last,
            name: name.into(),
            parts,
        }
    }

    /// Whether it is of this store, whose log now ends with the key `last`.
    pub fn fits(&self, of: &str, last: u64) -> bool {
        self.of == of && self.last <= last
    }

    /// The key of the log behind which is what it does not know.
    pub const fn last(&self) -> u64 {
        self.last
    }

    /// The name that its parts bear.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many parts it has.
    pub const fn parts(&self) -> u32 {
        self.parts
    }
}

impl fmt::Display for Snapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Numbers and texts have no part that JSON cannot say.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

impl FromStr for Snapshot {
    type Err = Unfit;

    fn from_str(text: &str) -> Result<Self, Unfit> {
        let read: Self = serde_json::from_str(text).map_err(|_| Unfit)?;
        (read.version == VERSION).then_some(read).ok_or(Unfit)
    }
}

/// Some records, laid apart to be kept.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LaidApart {
    /// What people wrote in them.
    pub words: String,
    /// Everything else, behind its own hash.
    pub bytes: Vec<u8>,
}

/// A part as it is kept.
#[derive(Serialize, Deserialize)]
struct Kept<'b> {
    rest: &'b str,
    #[serde(borrow)]
    records: Vec<KeptRecord<'b>>,
}

#[derive(Serialize, Deserialize)]
struct KeptRecord<'b> {
    record: Bytes<16>,
    #[serde(borrow)]
    heads: Vec<KeptHead<'b>>,
    older: Vec<(Bytes<32>, Vec<Bytes<32>>)>,
}

#[derive(Serialize, Deserialize)]
enum KeptHead<'b> {
    /// As a line.
    Line(Cow<'b, str>),
    /// Its content lies in the rest and among the words.
    Apart(KeptApart),
}

#[derive(Serialize, Deserialize)]
struct KeptApart {
    id: Bytes<32>,
    device: Bytes<16>,
    at: (i64, i16),
    parents: Vec<Bytes<32>>,
    /// How many bytes of the rest, and how many units of UTF-16 of the words, are its own.
    rest: u32,
    words: u32,
    check: u64,
}

/// An id, read and written as one piece.
struct Bytes<const N: usize>([u8; N]);

impl<const N: usize> Serialize for Bytes<N> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(&self.0)
    }
}

impl<'de, const N: usize> Deserialize<'de> for Bytes<N> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let bytes = <&[u8]>::deserialize(from)?;
        bytes.try_into().map(Self).map_err(D::Error::custom)
    }
}

fn ids(ids: &[RevisionId]) -> Vec<Bytes<32>> {
    ids.iter().map(|id| Bytes(*id.as_bytes())).collect()
}

/// Lays some records of a journal apart.
pub fn lay_apart(journal: &Journal, records: &[RecordId]) -> LaidApart {
    let (mut rest, mut words) = (String::new(), String::new());
    let records = records.iter().map(|record| {
        let heads = journal.heads(*record);
        KeptRecord {
            record: Bytes(*record.as_bytes()),
            // Several are shown side by side, and not found by their words as one is.
            heads: match heads {
                [head] => vec![lay_head_apart(head, &mut rest, &mut words)],
                _ => heads.iter().map(|head| KeptHead::Line(head.to_line().into())).collect(),
            },
            older: journal
                .older(*record)
                .map(|(id, parents)| (Bytes(*id.as_bytes()), ids(parents)))
                .collect(),
        }
    });
    let records = records.collect();
    let kept = postcard::to_allocvec(&Kept { rest: &rest, records }).unwrap_or_default();
    let mut bytes = blake3::hash(&kept).as_bytes().to_vec();
    bytes.extend(kept);
    LaidApart { words, bytes }
}

fn lay_head_apart(head: &Revision, rest: &mut String, words: &mut String) -> KeptHead<'static> {
    let content = head.content();
    let json = content.once();
    let cut = head
        .is_plain()
        .then(|| Cut::of(&json))
        .filter(|cut| cut.is_faithful(content));
    // What is too long for a number has never been written.
    let lengths = cut.as_ref().and_then(|cut| {
        let units = u32::try_from(cut.words.encode_utf16().count()).ok()?;
        Some((u32::try_from(cut.rest.len()).ok()?, units))
    });
    let Some((cut, lengths)) = cut.zip(lengths) else {
        return KeptHead::Line(head.to_line().into());
    };
    rest.push_str(&cut.rest);
    words.push_str(&cut.words);
    KeptHead::Apart(KeptApart {
        id: Bytes(*head.id().as_bytes()),
        device: Bytes(*head.device().as_bytes()),
        at: (head.at().millis(), head.at().offset()),
        parents: ids(head.parents()),
        rest: lengths.0,
        words: lengths.1,
        check: check(&json),
    })
}

/// The JSON of a content, and the words that are cut out of it.
struct Cut<'j> {
    json: &'j str,
    /// Up to where it has been taken over.
    done: usize,
    rest: String,
    words: String,
}

impl<'j> Cut<'j> {
    /// Cuts out what an entry, evidence or a measure is found by. Everything else is short, or there is little of it.
    fn of(json: &'j str) -> Self {
        let mut cut = Self {
            json,
            done: 0,
            rest: String::new(),
            words: String::new(),
        };
        let kind = Fields::of(json).find(|(name, _)| *name == "kind");
        let kind = kind.and_then(|(_, value)| text(value)).unwrap_or_default();
        for (name, value) in Fields::of(json) {
            match (&*kind, name) {
                (Entry::KIND, "title" | "body" | "class")
                | (Evidence::KIND, "caption" | "text")
                | (Measure::KIND, "note") => {
                    cut.take(value);
                }
                (Entry::KIND, "tags") => items(value).for_each(|tag| cut.take(tag)),
                (Entry::KIND, "expectation") => {
                    if let Some((_, text)) = Fields::of(value).find(|(name, _)| *name == "text") {
                        cut.take(text);
                    }
                }
                (Entry::KIND, "fields") => Fields::of(value).for_each(|(_, said)| cut.take(said)),
                _ => {}
            }
        }
        cut.rest.push_str(json.get(cut.done..).unwrap_or_default());
        cut
    }

    /// Takes a value out, if it is a text.
    fn take(&mut self, value: &'j str) {
        let Some(word) = text(value) else { return };
        // It lies in the JSON.
        let at = value.as_ptr().addr() - self.json.as_ptr().addr();
        self.rest.push_str(self.json.get(self.done..at).unwrap_or_default());
        self.rest.push_str(&format!("\"{MARK}{}\"", word.len()));
        self.words.push_str(&word);
        self.words.push_str(BETWEEN);
        self.done = at + value.len();
    }

    /// Whether what is cut out is exactly what the record is found by in the text, the rest all else that it is found by,
    /// and both together what was there.
    fn is_faithful(&self, content: &Content) -> bool {
        let whole = put_together(&self.rest, &self.words);
        if whole.as_deref() != Some(self.json) || Said::by(&self.rest) != Said::by(self.json) {
            return false;
        }
        let mut said: Vec<_> = match &*content.kind() {
            Entry::KIND => words(self.json),
            _ => return true,
        };
        said.sort_unstable();
        let mut cut: Vec<_> = self.words.split_terminator(BETWEEN).collect();
        cut.sort_unstable();
        // A text of several lines is several here.
        let mut lines: Vec<_> = said.iter().flat_map(|word| word.split(BETWEEN)).collect();
        lines.sort_unstable();
        lines == cut
    }
}

/// What a part says, as it was kept: to be given to a session, which [takes it in](crate::session::Session::recall).
#[derive(Debug, Clone)]
pub struct Recollection(pub(crate) Vec<Recalled>);

/// Reads a part that [`lay_apart`] made.
///
/// # Errors
///
/// If the bytes are not what was written, or the words are too few. What the words are is looked at when they are asked for.
pub fn recollect(words: Box<dyn Words>, bytes: &[u8]) -> Result<Recollection, Unfit> {
    let (hash, kept) = bytes.split_at_checked(blake3::OUT_LEN).ok_or(Unfit)?;
    if blake3::hash(kept) != *hash {
        return Err(Unfit);
    }
    let Kept { rest, records } = postcard::from_bytes(kept).map_err(|_| Unfit)?;
    let part = Arc::new(Part::new(words, rest.into(), slots(&records)));
    let mut slot = 0..;
    let recall = |record: KeptRecord<'_>| {
        let id = RecordId::from_bytes(record.record.0);
        let heads = record.heads.into_iter().map(|head| match head {
            KeptHead::Line(line) => Revision::from_kept_line(line.as_bytes()).map_err(|_| Unfit),
            KeptHead::Apart(head) => {
                let content = Content::apart(Arc::clone(&part), slot.next().ok_or(Unfit)?);
                let at = Timestamp::new(head.at.0, head.at.1);
                let (own, device) = (RevisionId::from_bytes(head.id.0), DeviceId::from_bytes(head.device.0));
                Ok(Revision::recalled(own, id, known(head.parents), device, at, content))
            }
        });
        Ok(Recalled {
            record: id,
            heads: heads.map(|head| head.map(Arc::new)).collect::<Result<_, _>>()?,
            older: record
                .older
                .into_iter()
                .map(|(id, parents)| (RevisionId::from_bytes(id.0), known(parents)))
                .collect(),
        })
    };
    records
        .into_iter()
        .map(recall)
        .collect::<Result<_, _>>()
        .map(Recollection)
}

fn known(ids: Vec<Bytes<32>>) -> Vec<RevisionId> {
    ids.into_iter().map(|id| RevisionId::from_bytes(id.0)).collect()
}

/// Where each head that lies apart stands.
fn slots(records: &[KeptRecord<'_>]) -> Vec<Slot> {
    let (mut rest, mut words) = (0_u32, 0_u32);
    let apart = records
        .iter()
        .flat_map(|record| &record.heads)
        .filter_map(|head| match head {
            KeptHead::Apart(head) => Some(head),
            KeptHead::Line(_) => None,
        });
    let slot = |head: &KeptApart| {
        let from = (rest, words);
        (rest, words) = (rest.saturating_add(head.rest), words.saturating_add(head.words));
        Slot {
            rest: (from.0, rest),
            words: (from.1, words),
            check: head.check,
        }
    };
    apart.map(slot).collect()
}
