//! Whole journals made by chance: everything a teacher leaves behind in years, two devices, and an accident or two.

use std::sync::Arc;

use luoxuan::format::Picture;
use luoxuan::record::{BlobRef, Expectation, HowKnown, PROFILE, Passage, Profile};
use luoxuan::text::markdown::SCHEME;
use luoxuan::{
    Content, Document, Entry, Evidence, Fate, Journal, Measure, Phase, RecordId, Revision, Spiral, Survey, TextType,
};

use crate::properties::{Chance, by, text};

/// A journal with all that is kept of it.
#[derive(Default)]
pub(crate) struct Made {
    pub(crate) journal: Journal,
    /// Every revision, in the order they were kept.
    pub(crate) kept: Vec<Arc<Revision>>,
    pub(crate) pictures: Vec<Picture>,
    minute: i64,
}

fn id(kind: u8, number: usize) -> RecordId {
    let mut bytes = [kind; 16];
    bytes[1..9].copy_from_slice(&(number as u64).to_be_bytes());
    RecordId::from_bytes(bytes)
}

impl Made {
    /// A journal of so many entries.
    pub(crate) fn of(entries: usize, seed: u64) -> Self {
        let mut chance = Chance::new(seed);
        let mut made = Self::default();
        let spirals = entries / 30 + 1;
        for number in 0..spirals {
            made.spiral(number, &mut chance);
        }
        for number in 0..entries {
            made.entry(number, spirals, &mut chance);
        }
        for number in 0..spirals / 2 {
            made.text(number, &mut chance);
        }
        let profile = Profile {
            name: text(&mut chance, 1),
            ..Profile::default()
        };
        made.write(PROFILE, Content::of(&profile));
        made
    }

    fn write(&mut self, record: RecordId, content: Content) {
        self.minute += 1;
        let written = self.journal.write(record, content, by(1, self.minute));
        self.kept.extend(written);
    }

    fn spiral(&mut self, number: usize, chance: &mut Chance) {
        let indicator = luoxuan::record::Indicator {
            name: "有焦点".into(),
            base: Some(42),
            ..Default::default()
        };
        let mut spiral = Spiral {
            title: text(chance, 2),
            pupils: Some(42),
            indicators: [("focus".into(), indicator)].into(),
            ..Spiral::default()
        };
        self.write(id(1, number), Content::of(&spiral));
        spiral.class = "三（2）班".into();
        self.write(id(1, number), Content::of(&spiral));
    }

    fn entry(&mut self, number: usize, spirals: usize, chance: &mut Chance) {
        let record = id(2, number);
        let body = |chance: &mut Chance| format!("第{number}条。{}", text(chance, 6));
        let mut entry = Entry {
            spiral: (chance.below(5) > 0).then(|| id(1, chance.below(spirals))),
            phase: chance.pick(Phase::ALL).copied().unwrap_or_default(),
            after: (number > 0 && chance.below(2) == 0).then(|| id(2, chance.below(number))),
            happened_on: "2025-09-11"
                .parse()
                .ok()
                .map(|day: luoxuan::Date| day.plus_days(i32::try_from(chance.below(300)).expect("a year"))),
            written: Some(by(1, self.minute).now),
            body: body(chance),
            fate: chance.pick(Fate::ALL).copied().unwrap_or_default(),
            ..Entry::default()
        };
        if chance.below(3) == 0 {
            entry.fields.insert("plan".into(), text(chance, 3));
        }
        if chance.below(4) == 0 {
            entry.expectation = Some(Expectation {
                text: text(chance, 1),
                ..Expectation::default()
            });
        }
        self.write(record, Content::of(&entry));
        let first = self.journal.head(record).map(|head| head.id());
        for _ in 0..chance.below(4) {
            entry.body = body(chance);
            self.write(record, Content::of(&entry));
        }
        let by = by(1, self.minute);
        match chance.below(20) {
            0 => self.kept.extend(self.journal.trash(record, by)),
            1 if chance.below(4) == 0 => self.kept.extend(self.journal.erase(record, by)),
            2 => {
                // Another device had seen only the first version.
                entry.body = format!("{}{}", body(chance), text(chance, 2));
                let seen: Vec<_> = first.into_iter().collect();
                let there = crate::properties::by(2, self.minute);
                self.kept
                    .extend(self.journal.write_after(record, &seen, Content::of(&entry), there));
            }
            3..=6 => self.evidence(number, entry.spiral, chance),
            7 | 8 => self.remark(number, chance),
            _ => {}
        }
    }

    fn evidence(&mut self, number: usize, spiral: Option<RecordId>, chance: &mut Chance) {
        let mut evidence = Evidence {
            spiral,
            entries: (0..chance.below(3))
                .map(|back| id(2, number.saturating_sub(back)))
                .collect(),
            known: chance.pick(HowKnown::ALL).copied().unwrap_or_default(),
            caption: format!("证据{number}"),
            text: text(chance, 3),
            ..Evidence::default()
        };
        if chance.below(2) == 0 {
            let size = 20 + chance.below(200);
            let bytes = [
                b"\xff\xd8\xff\xe0PK\x03\x04".as_slice(),
                &vec![number.to_le_bytes()[0]; size],
            ]
            .concat();
            let picture = Picture::new(bytes);
            evidence.blob = Some(BlobRef {
                id: picture.id(),
                media: "image/jpeg".into(),
                size: picture.bytes().len() as u64,
                width: 4,
                height: 3,
                other: serde_json::Map::new(),
            });
            evidence.text.push_str(&format!("\n![页]({SCHEME}{})", picture.id()));
            if self.pictures.iter().all(|other| other.id() != picture.id()) {
                self.pictures.push(picture);
            }
        }
        self.write(id(3, number), Content::of(&evidence));
        let measure = Measure {
            spiral,
            indicator: "focus".into(),
            count: u32::try_from(chance.below(42)).ok(),
            of: Some(42),
            note: text(chance, 1),
            ..Measure::default()
        };
        self.write(id(4, number), Content::of(&measure));
    }

    /// A remark on an entry, in a kind that this version does not know.
    fn remark(&mut self, number: usize, chance: &mut Chance) {
        let remark = serde_json::json!({
            "kind": "remark", "about": id(2, number).to_string(), "text": text(chance, 2), "deep": [{"z": 1.5, "a": null}],
        });
        let Some(fields) = remark.as_object() else { return };
        self.write(id(5, number), Content::from_json(fields));
    }

    fn text(&mut self, number: usize, chance: &mut Chance) {
        let passage = Passage {
            text: format!("文稿{number}。{}", text(chance, 5)),
            ..Passage::default()
        };
        let document = Document {
            text_type: TextType::Experience,
            title: format!("第{number}篇"),
            spirals: vec![id(1, number)],
            sections: [("problem".into(), vec![passage])].into(),
            ..Document::default()
        };
        self.write(id(6, number), Content::of(&document));
        let survey = Survey {
            columns: vec!["able".into()],
            rows: vec![vec!["会".into()], vec![text(chance, 1)]],
            ..Survey::default()
        };
        self.write(id(7, number), Content::of(&survey));
    }
}
