//! Cut anywhere, changed anywhere: every whole record comes back, and nothing that was there changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Import, Limits, Picture, Refused, read, stage, write_plain, write_zip};
use luoxuan::{Journal, RecordId, Revision, RevisionId};
use luoxuan_tests::demo;

use crate::properties::{Chance, by, entry};

/// A journal of so many entries with two revisions each, and long enough texts.
fn revisions(entries: u16) -> Vec<Arc<Revision>> {
    let mut journal = Journal::new();
    let mut all = Vec::new();
    for number in 0..entries {
        let mut id = [0x5a; 16];
        id[..2].copy_from_slice(&number.to_be_bytes());
        let record = RecordId::from_bytes(id);
        for (minute, text) in ["像在填空。", "字多了，可是像在报清单。\n"].iter().enumerate() {
            let minute = i64::from(number) * 10 + i64::try_from(minute).expect("few");
            all.extend(journal.write(record, entry(&format!("{number} {}", text.repeat(20))), by(1, minute)));
        }
    }
    all
}

fn opened(name: &str, bytes: &[u8]) -> Import {
    match read(name, bytes, &Limits::default()) {
        Ok(import) => import,
        Err(why) => {
            assert_eq!(why, Refused::Unknown, "nothing in it is a journal's");
            Import::default()
        }
    }
}

fn ids(import: &Import) -> BTreeSet<RevisionId> {
    import.revisions.iter().map(Revision::id).collect()
}

/// Lines are read one by one, so a cut within a line is seen with the line before it; whole files are cut too, at every
/// thousandth byte.
#[test]
fn a_plain_archive_of_200_kb_cut_at_every_byte_gives_every_whole_record() {
    let bytes = write_plain(&Archive {
        revisions: revisions(130),
        ..Archive::default()
    });
    assert!(bytes.len() > 200_000, "{}", bytes.len());
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let mut start = 0;
    for pair in lines.windows(2) {
        let [before, line] = pair else {
            unreachable!("windows of two")
        };
        for cut in 0..=line.len() {
            let import = opened("a.jsonl", &bytes[start..start + before.len() + cut]);
            let whole = usize::from(start > 0) + usize::from(cut + 1 >= line.len());
            assert_eq!(import.revisions.len(), whole, "cut {cut} of {}", line.len());
            assert_eq!(import.damage.len(), usize::from(cut > 0 && cut + 1 < line.len()));
        }
        start += before.len();
    }
    for cut in (0..=bytes.len()).step_by(997) {
        let whole = bytes[..cut].split(|byte| *byte == b'\n').count().saturating_sub(2);
        assert!((whole..=whole + 1).contains(&opened("a.jsonl", &bytes[..cut]).revisions.len()));
    }
}

// Two halves, for two cores.
#[test]
fn a_zip_of_200_kb_cut_at_every_even_byte_gives_every_whole_record() {
    cut_zip(0);
}

#[test]
fn a_zip_of_200_kb_cut_at_every_odd_byte_gives_every_whole_record() {
    cut_zip(1);
}

fn cut_zip(first: usize) {
    let pictures = (1..=9_u8).map(|number| Picture::new([&[0xff, 0xd8, 0xff][..], &vec![number; 21_000]].concat()));
    let archive = Archive {
        revisions: revisions(5),
        pictures: pictures.collect(),
        ..Archive::default()
    };
    let bytes = write_zip(&archive, Language::ZhHans).expect("written");
    assert!(bytes.len() > 200_000, "{}", bytes.len());
    let end_of = |part: &[u8]| {
        let at = bytes
            .windows(part.len())
            .position(|window| window == part)
            .expect("stored as it is");
        at + part.len()
    };
    let lines: Vec<_> = archive
        .revisions
        .iter()
        .map(|one| (end_of(one.to_line().as_bytes()), one.id()))
        .collect();
    let pictures: Vec<_> = archive
        .pictures
        .iter()
        .map(|one| (end_of(one.bytes()), one.id()))
        .collect();
    for cut in (first..=bytes.len()).step_by(2) {
        let import = opened("a.zip", &bytes[..cut]);
        let whole: BTreeSet<_> = lines.iter().filter(|(end, _)| *end <= cut).map(|(_, id)| *id).collect();
        assert_eq!(ids(&import), whole, "cut at {cut} of {}", bytes.len());
        let whole: BTreeSet<_> = pictures
            .iter()
            .filter(|(end, _)| *end <= cut)
            .map(|(_, id)| *id)
            .collect();
        let there: BTreeSet<_> = import.pictures.iter().map(Picture::id).collect();
        assert_eq!(there, whole, "cut at {cut} of {}", bytes.len());
        assert_eq!(import.damage.is_empty(), cut == bytes.len(), "a cut is never silent");
    }
}

fn mutated(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.below(8) {
        let at = chance.below(bytes.len());
        let to = (at + chance.below(300)).min(bytes.len());
        match chance.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..to)),
            2 => bytes.extend_from_within(at..to),
            3 => bytes[at..to].fill(0),
            4 => bytes[at..to].reverse(),
            5 => bytes.insert(at, u8::try_from(chance.below(256)).expect("a byte")),
            _ => bytes[at] ^= 1 << chance.below(8),
        }
        if bytes.is_empty() {
            break;
        }
    }
    bytes
}

/// The originals of which a whole line still stands in the bytes.
fn intact(bytes: &[u8]) -> BTreeSet<RevisionId> {
    let lines = bytes.split(|byte| *byte == b'\n');
    lines
        .filter_map(|line| Revision::from_line(line).ok())
        .map(|revision| revision.id())
        .collect()
}

#[test]
fn a_thousand_changed_archives_never_change_what_is_there() {
    let all = demo::journal();
    let mut journal = Journal::new();
    journal.merge(all.iter().cloned());
    let known: BTreeSet<_> = all.iter().map(|one| one.id()).collect();
    let archive = Archive {
        revisions: all,
        pictures: vec![Picture::new([b"\xff\xd8\xff".as_slice(), &[7; 3000]].concat())],
        ..Archive::default()
    };
    let (plain, zip) = (
        write_plain(&archive),
        write_zip(&archive, Language::En).expect("written"),
    );
    for seed in 0..1000 {
        let mut chance = Chance::new(seed);
        let in_zip = seed % 2 == 0;
        let bytes = mutated(if in_zip { &zip } else { &plain }, &mut chance);
        let import = opened(if in_zip { "a.zip" } else { "a.jsonl" }, &bytes);
        let there = ids(&import);
        assert!(
            there.is_subset(&known),
            "seed {seed}: nothing comes that was never written"
        );
        let whole = intact(&bytes);
        assert!(
            there.is_superset(&whole),
            "seed {seed}: {} of {} whole records",
            there.len(),
            whole.len()
        );
        if !in_zip {
            let lines = bytes
                .split(|byte| *byte == b'\n')
                .filter(|line| !line.iter().all(u8::is_ascii_whitespace));
            let counted = lines
                .filter(|line| !line.starts_with(br#"{"format":"luoxuan journal""#))
                .count();
            let told = import.revisions.len() + import.damage.len() + import.newer.len();
            assert!(
                told <= counted && counted - told <= 8,
                "seed {seed}: each line is told, a repeated one once"
            );
        }
        let staged = stage(&import, &journal, by(9, 0));
        assert_eq!((staged.added, staged.known), (0, there.len()), "seed {seed}");
        assert_eq!(staged.damaged, import.damage.len());
    }
}

/// Small ZIPs that say little and unpack to much, or hold each other.
#[test]
fn bombs_are_refused_before_they_unpack() {
    let limits = Limits {
        inside: 1 << 20,
        ratio: 1000,
        ..Limits::default()
    };
    let spaces = |size: usize| Archive {
        aside: vec![vec![b' '; size]],
        ..Archive::default()
    };
    let large = write_zip(&spaces(2 << 20), Language::En).expect("written");
    assert_eq!(read("a.zip", &large, &limits), Err(Refused::TooMuchInside));
    let nested = Archive {
        pictures: vec![Picture::new(large)],
        ..Archive::default()
    };
    let nested = write_zip(&nested, Language::En).expect("written");
    let import = read("a.zip", &nested, &Limits::default()).expect("within the limits");
    assert_eq!(import.revisions.len() + import.pages.len(), 0);
    let bomb = &include_bytes!("../golden/bomb.zip")[..];
    assert_eq!(read("a.zip", bomb, &Limits::default()), Err(Refused::Bomb));
    // The directory may lie, or be gone: what unpacks is counted all the same.
    assert_eq!(
        read("a.zip", &bomb[..bomb.len() - 30], &Limits::default()),
        Err(Refused::Bomb)
    );
    let few = Limits {
        files: 2,
        ..Limits::default()
    };
    for end in [nested.len(), nested.len() - 30] {
        assert_eq!(read("a.zip", &nested[..end], &few), Err(Refused::TooManyFiles));
    }
}
