//! Two devices write apart, meet, and lose nothing.
//!
//! `cargo run -p luoxuan --example two_devices`

use std::collections::BTreeMap;
use std::sync::Arc;

use luoxuan::{Author, Content, DeviceId, Entry, Journal, Phase, RecordId, Revision, RevisionId, Timestamp};

/// A device: its journal, and every revision it has seen, as its store would keep them.
struct Device {
    author: Author,
    journal: Journal,
    kept: BTreeMap<RevisionId, Revision>,
}

impl Device {
    fn new(number: u8) -> Self {
        let author = Author {
            device: DeviceId::from_bytes([number; 16]),
            now: Timestamp::new(1_757_552_400_000, 480),
        };
        Self {
            author,
            journal: Journal::new(),
            kept: BTreeMap::new(),
        }
    }

    fn write(&mut self, record: RecordId, body: &str) {
        self.author.now = self.author.now.saturating_add(60_000);
        let content = Content::of(&Entry {
            phase: Phase::Reflection,
            body: body.into(),
            ..Entry::default()
        });
        let written = self.journal.write(record, content, self.author);
        self.keep(written);
    }

    fn keep(&mut self, revisions: impl IntoIterator<Item = Arc<Revision>>) {
        self.kept.extend(
            revisions
                .into_iter()
                .map(|revision| (revision.id(), (*revision).clone())),
        );
    }

    /// Takes in all the other device holds: set union, in any order, as often as you like.
    fn hear(&mut self, other: &Self) {
        let merged = self.journal.merge(other.kept.values().cloned());
        self.keep(merged.added);
        for record in merged.changed {
            let joined = self
                .journal
                .join(record, |id| self.kept.get(&id).map(|older| older.content().clone()));
            self.keep(joined);
        }
    }

    fn show(&self, record: RecordId) -> Vec<String> {
        let bodies = self
            .journal
            .heads(record)
            .iter()
            .filter_map(|head| head.content().read::<Entry>());
        bodies.map(|entry| entry.body).collect()
    }
}

fn main() {
    let record = RecordId::from_bytes([7; 16]);
    let (mut school, mut home) = (Device::new(1), Device::new(2));

    school.write(record, "字多了。可是像在报清单。能抓住一个瞬间的只有6人。");
    home.hear(&school);

    // Different sentences: joined without asking, to the same bytes on both sides.
    school.write(record, "字多了一半。可是像在报清单。能抓住一个瞬间的只有6人。");
    home.write(record, "字多了。可是像在报清单。能抓住一个瞬间连写三处细节的只有6人。");
    school.hear(&home);
    home.hear(&school);
    school.hear(&home);
    assert_eq!(school.journal, home.journal);
    println!("joined:   {}", school.show(record).join(" | "));

    // The same sentence: both stay until a person settles it.
    school.write(record, "支架搭得太满。");
    home.write(record, "我把写得多当成了写得具体。");
    school.hear(&home);
    println!("conflict: {}", school.show(record).join(" | "));
    assert_eq!(school.show(record).len(), 2);

    school.write(record, "支架搭得太满，我把写得多当成了写得具体。");
    home.hear(&school);
    assert_eq!(school.journal, home.journal);
    println!("settled:  {}", home.show(record).join(" | "));
    println!("kept:     {} revisions, every word of every version", home.kept.len());
}
