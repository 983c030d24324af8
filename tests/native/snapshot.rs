//! Snapshots: a start from one is a start from the log, and whatever has become of it, nothing is lost and nothing said that
//! nobody wrote.

use std::sync::Arc;

use luoxuan::journal::Words;
use luoxuan::session::Session;
use luoxuan::snapshot::{LaidApart, Snapshot, Unfit, lay_apart, recollect};
use luoxuan::{Content, DeviceId, Entry, Evidence, Index, Journal, Measure, Record, RecordId, Revision, Timestamp};
use luoxuan_tests::years;

use crate::laws::WORLDS;
use crate::properties::{Chance, by, entry};
use crate::random::Made;

/// Words as a browser holds them.
#[derive(Debug)]
pub(crate) struct Held(Vec<u16>);

impl Words for Held {
    fn slice(&self, from: u32, to: u32) -> String {
        let end = self.0.len().min(to as usize);
        String::from_utf16_lossy(self.0.get(from as usize..end).unwrap_or_default())
    }
}

pub(crate) fn held(words: &str) -> Box<dyn Words> {
    Box::new(Held(words.encode_utf16().collect()))
}

fn laid(journal: &Journal) -> Vec<LaidApart> {
    let records: Vec<_> = journal.records().map(|(record, _)| record).collect();
    records.chunks(7).map(|some| lay_apart(journal, some)).collect()
}

fn session() -> Session {
    Session::new(DeviceId::from_bytes([1; 16]), "tab".into(), true)
}

fn recalled(parts: &[LaidApart]) -> Session {
    let mut session = session();
    for part in parts {
        let part = recollect(held(&part.words), &part.bytes).expect("as it was written");
        session.recall(part);
    }
    session
}

/// What an index says of every record.
fn said(journal: &Journal) -> Vec<String> {
    let index = Index::of(journal);
    let each = journal.records().map(|(id, _)| {
        let found = (
            index.links(id),
            index.named_by(id),
            index.day_of(id),
            index.spiral_of(id),
        );
        let words = index.words_of_entry(id);
        let read = (
            index.get::<Entry>(id),
            index.get::<Evidence>(id),
            index.get::<Measure>(id),
        );
        format!("{id} {found:?} {words:?} {read:?} {:?}", index.head(id))
    });
    let mut all: Vec<_> = each.collect();
    all.push(format!("{:?}", index.pool().map(|(id, _)| id).collect::<Vec<_>>()));
    all.push(format!("{:?}", index.kinds().collect::<Vec<_>>()));
    all
}

/// Journals of every kind: lineages of all shapes; everything that a person writes; many years.
fn journals() -> Vec<Journal> {
    let worlds = WORLDS.iter().map(|world| world.iter().cloned().collect());
    let made = (0..4).map(|seed| Made::of(60, seed).journal);
    let long = years::revisions(3, 400, Timestamp::new(1_760_000_000_000, 480)).collect();
    worlds.chain(made).chain([long]).collect()
}

#[test]
fn a_start_from_a_snapshot_is_a_start_from_the_log() {
    for journal in journals() {
        let session = recalled(&laid(&journal));
        assert_eq!(session.journal().tally(), journal.tally());
        assert_eq!(*session.journal(), journal);
        assert_eq!(said(session.journal()), said(&journal));
        let again: Vec<_> = laid(session.journal());
        assert_eq!(
            again,
            laid(&journal),
            "what has only been recalled is laid apart as it was"
        );
    }
}

#[test]
fn what_people_wrote_lies_apart_once() {
    let journal: Journal = years::revisions(3, 400, Timestamp::new(1_760_000_000_000, 480)).collect();
    let parts = laid(&journal);
    let (words, rest) = parts.iter().fold((0, 0), |(words, rest), part| {
        (words + part.words.len(), rest + part.bytes.len())
    });
    let session = recalled(&parts);
    let heads = session.journal().records().flat_map(|(_, heads)| heads);
    for head in heads.filter(|head| head.content().kind() == Entry::KIND) {
        assert!(head.content().part().is_some(), "{head:?}");
    }
    assert!(words > rest, "{words} bytes of words, {rest} of the rest");
}

#[test]
fn bytes_that_are_cut_or_altered_are_refused() {
    let journal = Made::of(20, 1).journal;
    let parts = laid(&journal);
    let part = &parts[0];
    for at in 0..part.bytes.len() {
        assert_eq!(
            recollect(held(&part.words), &part.bytes[..at]).err(),
            Some(Unfit),
            "{at}"
        );
        let mut altered = part.bytes.clone();
        altered[at] ^= 1;
        assert_eq!(recollect(held(&part.words), &altered).err(), Some(Unfit), "{at}");
    }
}

#[test]
fn a_text_that_is_cut_or_altered_says_nothing_until_the_log_says_it() {
    let mut chance = Chance::new(5);
    let Made { journal, kept, .. } = Made::of(40, 2);
    let log: Vec<Revision> = kept.iter().map(|revision| (**revision).clone()).collect();
    for _ in 0..200 {
        let mut parts = laid(&journal);
        let at = chance.below(parts.len());
        let mut words: Vec<char> = parts[at].words.chars().collect();
        if words.is_empty() {
            continue;
        }
        let place = chance.below(words.len());
        match chance.below(3) {
            0 => words.truncate(place),
            1 => words[place] = if words[place] == '改' { '变' } else { '改' },
            _ => drop(words.remove(place)),
        }
        parts[at].words = words.into_iter().collect();
        let mut session = recalled(&parts);
        for (record, heads) in session.journal().records() {
            let known = journal.heads(record);
            for head in heads {
                let same = known.iter().any(|known| known == head);
                assert!(same || head.content().json() == "{}", "{record}: {head:?}");
                assert!(same || head.content().read::<Entry>().is_none());
            }
        }
        session.read(log.clone());
        let checked = session.checked(Timestamp::new(0, 480));
        assert_eq!((checked.back, checked.unfit), (0, false));
        assert_eq!(*session.journal(), journal);
        assert_eq!(said(session.journal()), said(&journal));
    }
}

#[test]
fn what_the_log_has_lost_is_kept_again_from_the_snapshot() {
    let id = |n| RecordId::from_bytes([n; 16]);
    let mut journal = Journal::new();
    let older = journal
        .write(id(1), entry("全班42人，有细节的11人。"), by(1, 0))
        .expect("new");
    let head = journal
        .write(id(1), entry("全班42人，有细节的12人。"), by(1, 1))
        .expect("new");
    let other = journal.write(id(2), entry("发了提示单。"), by(1, 2)).expect("new");
    let now = Timestamp::new(0, 480);

    // Everything is there.
    let mut session = recalled(&laid(&journal));
    assert!(session.is_recalled());
    session.read([&older, &head, &other].map(|one| (**one).clone()).to_vec());
    let checked = session.checked(now);
    assert_eq!((checked.back, checked.job, checked.unfit), (0, None, false));
    assert!(!session.is_recalled());
    assert_eq!(session.journal().tally(), journal.tally());

    // A current text and an older one are gone from the log.
    let mut session = recalled(&laid(&journal));
    session.read(vec![(*other).clone()]);
    let checked = session.checked(now);
    assert_eq!((checked.back, checked.unfit), (1, false));
    assert!(checked.job.is_some(), "it is on its way into the log");
    let kept: Vec<Arc<Revision>> = session
        .take_commands()
        .into_iter()
        .find_map(|command| match command {
            luoxuan::session::Command::Append(_, revisions, _) => Some(revisions),
            _ => None,
        })
        .expect("an append");
    assert_eq!(kept, std::slice::from_ref(&head));
    let log: Journal = [&head, &other].map(Arc::clone).into_iter().collect();
    assert_eq!(
        *session.journal(),
        log,
        "of the older version nobody says that it is there"
    );

    // What the log has beside it is taken in, and what came after the snapshot is not looked for.
    let mut session = recalled(&laid(&journal));
    let more = Journal::new()
        .write(id(3), entry("家长帮忙录音。"), by(1, 3))
        .expect("new");
    let written = session.write_after(id(2), &[other.id()], entry("发了提示单，也收了。"), now);
    assert!(written.is_some());
    session.read([&older, &head, &other, &more].map(|one| (**one).clone()).to_vec());
    assert_eq!(session.checked(now).back, 0);
    assert_eq!(session.journal().heads(id(3)), [more]);
}

#[test]
fn a_snapshot_that_says_what_nobody_wrote_is_to_go() {
    let id = RecordId::from_bytes([1; 16]);
    let mut journal = Journal::new();
    journal.write(id, entry("全班42人，有细节的11人。"), by(1, 0));
    let mut parts = laid(&journal);
    parts[0].words = parts[0].words.replace("11", "31");
    let mut session = recalled(&parts);
    session.read(Vec::new());
    let checked = session.checked(Timestamp::new(0, 480));
    assert!(
        checked.unfit && checked.job.is_none(),
        "and is not written into the log"
    );
}

#[test]
fn a_snapshot_meets_what_is_there_before_it() {
    let id = RecordId::from_bytes([1; 16]);
    let mut journal = Journal::new();
    let first = journal.write(id, entry("一"), by(1, 0)).expect("new");
    let second = journal.write(id, entry("二"), by(1, 1)).expect("new");
    let parts = laid(&journal);
    // Another tab has told of a third, and of an erasure.
    let third = journal.write(id, entry("三"), by(1, 2)).expect("new");
    let mut told = session();
    told.receive(vec![(*third).clone()]);
    for part in &parts {
        told.recall(recollect(held(&part.words), &part.bytes).expect("as it was written"));
    }
    assert_eq!(told.journal().heads(id), [third]);
    assert_eq!(told.journal().len(), 3);
    assert!(told.journal().contains(id, first.id()) && told.journal().contains(id, second.id()));

    let erasure = journal.erase(id, by(1, 3)).expect("erased");
    let mut told = session();
    told.receive(vec![(*erasure).clone()]);
    for part in &parts {
        told.recall(recollect(held(&part.words), &part.bytes).expect("as it was written"));
    }
    assert_eq!(told.journal().heads(id), [erasure]);
}

#[test]
fn a_snapshot_fits_one_store_and_what_comes_behind_it() {
    let snapshot = Snapshot::new("life", 40, "first", 3);
    let read: Snapshot = snapshot.to_string().parse().expect("as it was written");
    assert_eq!(read, snapshot);
    assert!(read.fits("life", 40) && read.fits("life", 41));
    assert!(!read.fits("life", 39), "the log has lost its end");
    assert!(!read.fits("another", 40));
    let newer = snapshot.to_string().replace("\"version\":1", "\"version\":2");
    for none in [newer.as_str(), "", "{}", "null"] {
        assert_eq!(none.parse::<Snapshot>(), Err(Unfit));
    }
}

#[test]
fn a_content_says_the_same_wherever_its_words_lie() {
    let journal = Made::of(40, 3).journal;
    let session = recalled(&laid(&journal));
    for (record, heads) in session.journal().records() {
        for (apart, own) in heads.iter().zip(journal.heads(record)) {
            let (apart, own): (&Content, &Content) = (apart.content(), own.content());
            assert_eq!(apart.kind(), own.kind());
            for (name, _) in &own.to_json() {
                assert_eq!(apart.text(name), own.text(name), "{name}");
            }
            assert_eq!(apart.to_json(), own.to_json());
            assert_eq!(format!("{apart:?}"), format!("{own:?}"));
            assert_eq!(apart.json(), own.json());
        }
    }
}
