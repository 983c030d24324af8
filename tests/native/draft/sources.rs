//! Where words come from, whatever becomes of them.

use std::collections::BTreeSet;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{REUSE, changed, shared, skeleton, source};
use luoxuan::record::{Passage, Source};
use luoxuan::{Content, Document, Entry, Index, Journal, Record, RecordId, TextType};
use luoxuan_tests::demo::id;
use proptest::prelude::*;

use crate::properties::{Chance, by, cases};

use super::{draft, world};

#[test]
fn every_pulled_passage_says_where_it_comes_from() {
    let (journal, index) = world();
    for kind in &TextType::THREE {
        for language in Language::ALL {
            let document = skeleton(&index, &journal, id("spiral A"), form(*kind), language);
            assert!(document.passages().count() > 8, "{kind:?}");
            for (section, _, passage) in document.passages() {
                assert!(form(*kind).section(section).is_some());
                assert!(!passage.text.is_empty() && !passage.sources.is_empty());
                for source in &passage.sources {
                    let head = journal.head(source.record).expect("a record");
                    assert_eq!(source.revision, head.id());
                    assert!(!source.snapshot.is_empty());
                }
            }
            assert_eq!(changed(&document, &journal), []);
            assert_eq!(Content::of(&document).read::<Document>(), Some(document));
        }
    }
}

#[test]
fn editing_an_entry_changes_exactly_its_passages() {
    let (mut journal, index) = world();
    for kind in &TextType::THREE {
        let document = draft(&journal, &index, *kind);
        for (name, entry) in ["A-P1", "A-A2", "A-R3"].map(|name| (name, index.entry(id(name)).expect("an entry"))) {
            let mut better = entry.clone();
            better.body.push_str("又记一句。");
            journal.write(id(name), Content::of(&better), by(1, 9_000_000));
            let found: BTreeSet<_> = changed(&document, &journal)
                .into_iter()
                .map(|it| (it.section, it.passage, it.now))
                .collect();
            let expected: BTreeSet<_> = document
                .passages()
                .filter(|(_, _, passage)| {
                    let of_it = |source: &Source| source.record == id(name) && source.part.is_empty();
                    passage.sources.iter().any(of_it)
                })
                .map(|(section, at, _)| (section, at, Some(better.body.clone())))
                .collect();
            assert_eq!(found, expected, "{kind:?} {name}");
            assert!(!expected.is_empty() || *kind != TextType::Experience, "{kind:?} {name}");
            journal.write(id(name), Content::of(entry), by(1, 9_000_001));
            assert_eq!(changed(&document, &journal), [], "it says again what it said");
        }
    }
}

#[test]
fn texts_from_one_spiral_share_too_much_and_from_two_nothing() {
    let (journal, index) = world();
    let experience = draft(&journal, &index, TextType::Experience);
    let case = draft(&journal, &index, TextType::ImprovementCase);
    assert!(shared(&experience, &case) > REUSE);
    let other = skeleton(
        &index,
        &journal,
        id("spiral B"),
        form(TextType::Experience),
        Language::ZhHans,
    );
    assert!(shared(&experience, &other) < 0.01, "{}", shared(&experience, &other));
}

/// Every link of a document: which part of which revision, and what it said.
fn links(document: &Document) -> BTreeSet<(RecordId, String, String, String)> {
    let sources = document.passages().flat_map(|(_, _, passage)| &passage.sources);
    sources
        .map(|source| {
            let revision = source.revision.to_string();
            (source.record, revision, source.part.clone(), source.snapshot.clone())
        })
        .collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn pulling_and_editing_never_loses_a_source(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let kind = *chance.pick(&TextType::THREE).expect("one of three");
        let (journal, index) = &*WORLD;
        let mut document = draft(journal, index, kind);
        let all: Vec<RecordId> = index.of_kind::<Entry>().map(|(id, _)| id).collect();
        for _ in 0..chance.below(40) {
            let before = links(&document);
            let marked = document.passages().any(|(.., passage)| passage.wants_evidence);
            let names: Vec<_> = form(kind).sections.iter().map(|section| section.name).collect();
            let section = *chance.pick(&names).expect("a section");
            let to = *chance.pick(&names).expect("a section");
            let (at, place) = (chance.below(8), chance.below(8));
            let words = crate::properties::text(&mut chance, 3);
            let mut expected = before.clone();
            match chance.below(8) {
                0 => {
                    let pulled = source(journal, *chance.pick(&all).expect("an entry"), "").expect("a source");
                    let passage = Passage { text: words, sources: vec![pulled], ..Passage::default() };
                    let mut alone = Document::default();
                    alone.pull(section, 0, passage.clone());
                    expected.extend(links(&alone));
                    document.pull(section, at, passage);
                }
                1 => { document.rewrite(section, at, &words); }
                2 => { document.split(section, at, chance.below(60)); }
                3 => { document.join(section, at); }
                4 => { document.carry(section, at, to, place); }
                6 => { document.want_evidence(section, at, true); }
                5 => if let Some(taken) = document.remove(section, at) { document.pull(to, place, taken); },
                _ => document = Document::from_fields(&document.fields()),
            }
            prop_assert_eq!(links(&document), expected);
            // A mark that something is missing stays until the writer takes it away.
            prop_assert!(!marked || document.passages().any(|(.., passage)| passage.wants_evidence));
        }
    }

    #[test]
    fn a_split_joined_again_is_what_it_was(bytes in 0..400_usize, at in 0..4_usize) {
        let (journal, index) = &*WORLD;
        let document = draft(journal, index, TextType::Experience);
        let mut cut = document.clone();
        if cut.split("lessons", at, bytes) {
            prop_assert!(cut.join("lessons", at));
        }
        prop_assert_eq!(cut, document);
    }
}

static WORLD: std::sync::LazyLock<(Journal, Index)> = std::sync::LazyLock::new(world);
