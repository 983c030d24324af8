//! Comments in front matter: what a line is, in the person's language.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::catalog::{Labelled, Language, Words, field, key};
use crate::id::RecordId;
use crate::record::{
    Direction, DocumentState, Evidence, EvidenceKind, Fate, HowKnown, Phase, Privacy, Record, SpiralState, TextType,
    VehicleKind,
};
use crate::time::Timestamp;

/// What to say beside `name: value`, which stands under another key. A record is called by the name of its file.
pub(super) fn remark(
    under: &str,
    name: &str,
    value: &Value,
    files: &BTreeMap<RecordId, String>,
    language: Language,
) -> Option<String> {
    let file = |text: &str| files.get(&text.parse().ok()?).cloned();
    let label = if under == "fields" { sub_field(name) } else { key(name) }
        .map(|words| words.in_(language).to_owned())
        .or_else(|| file(name));
    let says = match value {
        Value::String(word) => called(name, word)
            .map(|words| words.in_(language).to_owned())
            .or_else(|| file(word)),
        Value::Array(_) => serde_json::from_value::<Timestamp>(value.clone())
            .ok()
            .map(|moment| moment.to_string()),
        // Said even where it goes without saying in the written format: how a piece of evidence is known.
        Value::Object(says) if name == "says" && !says.contains_key("indicator") => {
            let evidence = Evidence::from_fields(says);
            let [known, sort] = [evidence.known.label(), evidence.sort.label()].map(|words| words.in_(language));
            Some(format!("{known} · {sort}"))
        }
        _ => None,
    };
    let colon = if language == Language::En { ": " } else { "：" };
    match (label, says) {
        (Some(label), Some(says)) => Some(format!("{label}{colon}{says}")),
        (label, says) => label.or(says),
    }
}

fn sub_field(name: &str) -> Option<Words> {
    Phase::ALL
        .iter()
        .find_map(|phase| field(*phase, name))
        .map(|field| field.label)
}

/// What a word of one of the closed lists is called.
fn called(name: &str, word: &str) -> Option<Words> {
    match name {
        "phase" => Phase::from_word(word).map(Labelled::label),
        "fate" => Fate::from_word(word).map(Labelled::label),
        "privacy" => Privacy::from_word(word).map(Labelled::label),
        "known" => HowKnown::from_word(word).map(Labelled::label),
        "state" => SpiralState::from_word(word)
            .map(Labelled::label)
            .or_else(|| DocumentState::from_word(word).map(Labelled::label)),
        "text_type" => TextType::from_word(word).map(Labelled::label),
        "direction" => Direction::from_word(word).map(Labelled::label),
        "sort" => EvidenceKind::from_word(word)
            .map(Labelled::label)
            .or_else(|| VehicleKind::from_word(word).map(Labelled::label)),
        _ => None,
    }
}
