//! One record of every kind in which every field says something. Nothing is left to a default, so that a field that is
//! added does not compile until it stands here too.

mod asked;
mod spine;
mod written;

use asked::{kind, survey};
use spine::{entry, evidence, measure, profile, settings, spiral, term, vehicle};
use std::collections::BTreeMap;

use luoxuan::id::BlobId;
use luoxuan::record::BlobRef;
use luoxuan::{Content, Date, RecordId, Timestamp};
use serde_json::Map;

use written::{document, rules, template, version};

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn at(minute: i64) -> Timestamp {
    Timestamp::new(1_757_552_400_000 + minute * 60_000, 480)
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn named<T, const N: usize>(named: [(&str, T); N]) -> BTreeMap<String, T> {
    named.map(|(name, it)| (name.to_owned(), it)).into()
}

/// A content of every kind.
pub(crate) fn contents() -> Vec<Content> {
    vec![
        Content::of(&entry()),
        Content::of(&spiral()),
        Content::of(&evidence()),
        Content::of(&measure()),
        Content::of(&survey()),
        Content::of(&document()),
        Content::of(&template()),
        Content::of(&rules()),
        Content::of(&version()),
        Content::of(&vehicle()),
        Content::of(&term()),
        Content::of(&profile()),
        Content::of(&settings()),
        Content::of(&kind()),
    ]
}

fn png(bytes: &str) -> BlobRef {
    BlobRef {
        id: BlobId::of(bytes.as_bytes()),
        media: "image/png".into(),
        size: 4000,
        width: 480,
        height: 640,
        other: Map::new(),
    }
}
