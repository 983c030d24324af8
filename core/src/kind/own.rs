//! A school's own kinds: made on the page, without a line of Rust.

use crate::catalog::Language;
use crate::id::RecordId;
use crate::record::{FieldSort, Kind, KindField, KindReport, KindStage, Phrase};

/// The label in one language.
fn in_one(text: &str, language: Language) -> Phrase {
    Phrase::from([(language.tag().to_owned(), text.trim().to_owned())])
}

impl Kind {
    /// A kind of a school's own, which stands in the journal as the record `id`: a name, a day, and what happened.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::Kind;
    /// use luoxuan::RecordId;
    /// let kind = Kind::own(RecordId::from_bytes([7; 16]), "家访", ["名称", "日期", "记录"], Language::ZhHans);
    /// assert_eq!(kind.label(Language::En), "家访", "nobody has translated it");
    /// assert_eq!(kind.field(&kind.day).map(|field| field.label(Language::ZhHans)), Some("日期"));
    /// ```
    pub fn own(id: RecordId, label: &str, [title, day, body]: [&str; 3], language: Language) -> Self {
        let field = |name: &str, sort, label: &str| KindField {
            name: name.into(),
            sort,
            label: in_one(label, language),
            ..KindField::default()
        };
        Self {
            name: id.to_string(),
            label: in_one(label, language),
            group: "own".into(),
            title: "name".into(),
            day: "on".into(),
            // What a school thinks of writing down belongs to its work.
            report: KindReport {
                part: "work".into(),
                ..KindReport::default()
            },
            fields: vec![
                field("name", FieldSort::Line, title),
                field("on", FieldSort::Day, day),
                field("body", FieldSort::Prose, body),
            ],
            ..Self::default()
        }
    }
}

/// Adds a field at the end of a kind, under a name no other field has, and says that name.
pub fn add_field(kind: &mut Kind, label: &str, sort: FieldSort, language: Language) -> String {
    let mut names = (1..=kind.fields.len().saturating_add(1)).map(|number| format!("own{number}"));
    let name = names.find(|name| kind.field(name).is_none()).unwrap_or_default();
    kind.fields.push(KindField {
        name: name.clone(),
        sort,
        label: in_one(label, language),
        ..KindField::default()
    });
    name
}

/// Adds a stage at the end of a kind, behind the last one, under a word no other stage has, and says that word.
pub fn add_stage(kind: &mut Kind, label: &str, language: Language) -> String {
    let mut words = (1..=kind.stages.len().saturating_add(1)).map(|number| format!("own{number}"));
    let word = words.find(|word| kind.stage(word).is_none()).unwrap_or_default();
    if let Some(last) = kind.stages.last_mut() {
        last.next.push(word.clone());
    }
    kind.stages.push(KindStage {
        word: word.clone(),
        label: in_one(label, language),
        ..KindStage::default()
    });
    word
}

/// Takes a stage out of a kind: what led to it leads on to what followed it.
pub fn drop_stage(kind: &mut Kind, word: &str) {
    let after = kind.stage(word).map(|stage| stage.next.clone()).unwrap_or_default();
    kind.stages.retain(|stage| stage.word != word);
    for stage in &mut kind.stages {
        if let Some(at) = stage.next.iter().position(|next| next == word) {
            stage
                .next
                .splice(at..=at, after.iter().filter(|next| **next != word).cloned());
        }
    }
}
