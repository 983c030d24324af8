//! A page types, is killed at any step, and its clock jumps: what was called kept is what the record says, nothing comes
//! apart, and the clock has no say in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use luoxuan::session::{Count, Draft, last_words, take_up};
use luoxuan::{Author, Content, Entry, Journal, RecordId, Revision, RevisionId, Timestamp};

use crate::properties::{Chance, by, every, figure, proved};

const RECORD: RecordId = RecordId::from_bytes([7; 16]);

const MINUTE: i64 = 60_000;
const YEAR: i64 = 365 * 24 * 60 * MINUTE;

/// How far a clock jumps, and where to: a minute, an hour, a year, 1970 and 2999.
const JUMPS: [i64; 6] = [MINUTE, -MINUTE, 60 * MINUTE, -60 * MINUTE, YEAR, -YEAR];
const PLACES: [i64; 3] = [0, 32_472_144_000_000, 1_757_552_400_000];

/// What outlives a page.
#[derive(Clone, Default)]
struct Disk {
    /// The log: revisions, and up to which count a tab's draft went into them.
    log: Vec<Arc<Revision>>,
    settled: BTreeMap<String, u64>,
    drafts: BTreeMap<String, Draft>,
    /// What the lane of hot drafts has held, one state after the other. A browser that is killed comes back to any of them.
    hot: Vec<BTreeMap<String, Draft>>,
}

impl Disk {
    fn hot(&self) -> BTreeMap<String, Draft> {
        self.hot.last().cloned().unwrap_or_default()
    }

    fn journal(&self) -> Journal {
        let mut journal = Journal::new();
        journal.merge(self.log.iter().cloned());
        journal
    }

    /// What a start makes of what dead tabs left, as the page does.
    fn starts(&mut self) -> Journal {
        let mut journal = self.journal();
        let mut copies: BTreeMap<String, Vec<Draft>> = BTreeMap::new();
        for (key, draft) in self.drafts.iter().chain(&self.hot()) {
            copies.entry(key.clone()).or_default().push(draft.clone());
        }
        let mut left = Vec::new();
        for (key, copies) in copies {
            for draft in last_words(copies) {
                let number = number(&draft);
                let up_to = self.settled.entry(key.clone()).or_default();
                left.push((draft, number <= *up_to));
                *up_to = number.max(*up_to);
            }
        }
        self.log.extend(take_up(&mut journal, left, by(1, 0).device));
        self.drafts.clear();
        self.hot.push(BTreeMap::new());
        journal
    }
}

/// A page that somebody types in.
struct Page {
    key: String,
    count: u64,
    text: String,
    base: Vec<RevisionId>,
    /// What is typed and not in a revision.
    draft: Option<Draft>,
    /// Revisions on their way to the log, each with the count that went into it.
    under_way: Vec<(Arc<Revision>, u64)>,
    journal: Journal,
    now: i64,
}

fn content(text: &str) -> Content {
    Content::of(&Entry {
        body: text.into(),
        ..Entry::default()
    })
}

impl Page {
    fn opens(life: usize, journal: Journal, now: i64) -> Self {
        let head = journal.head(RECORD);
        let said = head.and_then(|head| head.content().read::<Entry>());
        Self {
            key: format!("tab{life}:{RECORD}"),
            count: 0,
            text: said.map(|entry| entry.body).unwrap_or_default(),
            base: journal.heads(RECORD).iter().map(|head| head.id()).collect(),
            draft: None,
            under_way: Vec::new(),
            journal,
            now,
        }
    }

    fn types(&mut self, chance: &mut Chance) {
        self.count += 1;
        self.text
            .push(char::from(b'a' + u8::try_from(chance.below(26)).expect("a letter")));
        let draft = Draft {
            record: RECORD,
            base: self.base.clone(),
            content: content(&self.text),
            at: Timestamp::new(self.now, 480),
            count: Some(Count {
                tab: self.key.clone(),
                number: self.count,
            }),
        };
        let under_way = self.under_way.iter().map(|(one, _)| (one.id(), one.parents().into()));
        self.draft = Some(draft.grounded(&under_way.collect()));
    }

    /// One thing happens. `kept` is what was last said to be on the disk.
    fn steps(&mut self, disk: &mut Disk, kept: &mut String, chance: &mut Chance) {
        match chance.below(8) {
            0..3 => self.types(chance),
            // localStorage, within a quarter of a second.
            3 => {
                if let Some(draft) = &self.draft {
                    let mut hot = disk.hot();
                    hot.insert(self.key.clone(), draft.clone());
                    disk.hot.push(hot);
                }
            }
            // The database, within two seconds.
            4 => {
                if let Some(draft) = &self.draft {
                    disk.drafts.insert(self.key.clone(), draft.clone());
                    kept.clone_from(&self.text);
                }
            }
            // The field is left: a revision is on its way.
            5 => {
                let Some(draft) = self.draft.take() else { return };
                let author = Author {
                    now: Timestamp::new(self.now, 480),
                    ..by(1, 0)
                };
                let written = self.journal.write_after(RECORD, &self.base, draft.content, author);
                if let Some(revision) = written {
                    self.base = vec![revision.id()];
                    self.under_way.push((revision, self.count));
                }
            }
            // Its transaction is complete; the draft before it goes with it.
            6 => {
                if self.under_way.is_empty() {
                    return;
                }
                let (revision, count) = self.under_way.remove(0);
                disk.settled.insert(self.key.clone(), count);
                if disk.drafts.get(&self.key).is_some_and(|kept| number(kept) <= count) {
                    disk.drafts.remove(&self.key);
                }
                let said = revision.content().read::<Entry>().expect("an entry").body;
                if kept.len() < said.len() {
                    *kept = said;
                }
                disk.log.push(revision);
                let mut hot = disk.hot();
                if hot.get(&self.key).is_some_and(|draft| number(draft) <= count) {
                    hot.remove(&self.key);
                    disk.hot.push(hot);
                }
            }
            _ => {
                self.now = match chance.below(2) {
                    0 => self.now + chance.pick(&JUMPS).copied().unwrap_or_default(),
                    _ => chance.pick(&PLACES).copied().unwrap_or_default(),
                }
            }
        }
        self.now += 1;
    }
}

fn number(draft: &Draft) -> u64 {
    draft.count.as_ref().map_or(0, |count| count.number)
}

fn says(journal: &Journal) -> Vec<String> {
    let heads = journal.heads(RECORD).iter();
    heads
        .filter_map(|head| Some(head.content().read::<Entry>()?.body))
        .collect()
}

/// Lives of a page, each killed at some step, on one disk.
fn lives(seed: usize) {
    let mut chance = Chance::new(seed as u64);
    let (mut disk, mut kept) = (Disk::default(), String::new());
    for life in 0..4 {
        let journal = disk.starts();
        let said = says(&journal);
        assert!(
            said.len() <= 1,
            "seed {seed}, life {life}: {said:?} is a conflict that is none"
        );
        let said = said.concat();
        assert!(
            said.starts_with(&kept),
            "seed {seed}, life {life}: “{kept}” was kept, and “{said}” is there"
        );
        let mut page = Page::opens(life, journal, 1_757_552_400_000);
        for _ in 0..chance.below(24) {
            page.steps(&mut disk, &mut kept, &mut chance);
        }
        // Killed: localStorage comes back as it was a while ago.
        let from = disk.hot.len().saturating_sub(chance.below(8) + 1);
        disk.hot.truncate(from + 1);
    }
}

#[test]
fn no_clock_has_a_say_in_what_a_killed_page_left() {
    let number = figure(20_000, 1_000_000);
    every(0..number, lives);
    proved(
        "T19",
        format!(
            "{number} schedules of keys, writes and kills at any step, with a clock that jumps by a minute, an hour, a year, to 1970 and 2999"
        ),
        "what was shown as kept is what the entry says, and no conflict that is none",
    );
}
