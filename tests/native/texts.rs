//! Versions, comparisons, templates, references, and the checks on the demonstration's own texts.

use std::sync::LazyLock;

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{
    ChangeKind, Diagnostic, DiagnosticCode, DiagnosticsConfig, Scope, begin, check, citations, cite, compare,
    compare_documents, freeze, known_mix, length, mix_sentence, next_number, offer, overlaps, reuse, sections_of,
    shared, skeleton, split_loose_leaf, template_of, unsupported,
};
use luoxuan::format::{Archive, Limits as FileLimits, read, write_jsonl};
use luoxuan::record::{CitationStyle, HowKnown, Passage, Reference, TemplateCriterion};
use luoxuan::text::one_line_end;
use luoxuan::{Content, Document, Index, Journal, Record, RecordId, Revision, Template, TextType, Timestamp, Version};
use luoxuan_tests::demo::{id, journal};
use luoxuan_tests::texts::text;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::properties::{Chance, by, cases};

static WORLD: LazyLock<(Journal, Index)> = LazyLock::new(|| {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    let index = Index::of(&all);
    (all, index)
});

fn template(kind: TextType) -> Template {
    form(kind).template(Language::ZhHans)
}

fn findings(document: &Document) -> Vec<Diagnostic> {
    let template = template(document.text_type);
    check(
        document,
        &template,
        &DiagnosticsConfig::of(&template),
        &Index::default(),
    )
}

/// The worked texts are excerpts: shorter than a contest asks for, without abstract and keywords. Nothing else is
/// found in them.
#[test]
fn the_demonstrations_texts_come_out_nearly_clean() {
    let excerpt = [
        DiagnosticCode::TooShort,
        DiagnosticCode::NoSummary,
        DiagnosticCode::FewKeywords,
    ];
    for (kind, more) in [
        (TextType::Experience, &[][..]),
        (TextType::Survey, &[][..]),
        (TextType::ImprovementCase, &[][..]),
    ] {
        let document = text(kind);
        let found = findings(&document);
        let rest: Vec<_> = found.iter().filter(|it| !excerpt.contains(&it.fault)).collect();
        let told: Vec<_> = rest.iter().map(|it| it.sentences(Language::ZhHans)).collect();
        let faults: Vec<_> = rest.iter().map(|it| it.fault).collect();
        assert_eq!(faults, more, "{kind:?}: {told:#?}");
        assert_eq!(found.len() - rest.len(), 3);
    }
}

#[test]
fn a_share_that_does_not_add_up_is_found_in_the_survey() {
    let mut document = text(TextType::Survey);
    let results = document.sections.get_mut("results").expect("it has results");
    results[0].text = results[0].text.replace("（8.3%）", "（3.8%）");
    let found = findings(&document);
    let sum = found
        .iter()
        .find(|it| it.fault == DiagnosticCode::SharesDoNotAddUp)
        .expect("found");
    assert_eq!(sum.sentences(Language::ZhHans)[0], "这几个百分比加起来是95.6%。");
}

#[test]
fn every_form_begins_a_text_that_reads_back() {
    let (journal, index) = &*WORLD;
    for kind in TextType::ALL {
        for language in Language::ALL {
            let template = form(*kind).template(language);
            let spiral = Some(id("spiral A"));
            let document = begin(index, journal, spiral, Scope::ALL, &template, None, language);
            assert_eq!(Content::of(&document).read::<Document>().as_ref(), Some(&document));
            assert_eq!(Content::of(&template).read::<Template>().as_ref(), Some(&template));
            assert_eq!(template_of(&document, index, language), template);
            let sections = sections_of(&document, &template, language);
            assert_eq!(sections.len(), template.sections.len());
            assert!(document.passages().count() > 0, "{kind:?}");
            let pulled = skeleton(index, journal, id("spiral A"), form(*kind), language);
            for (section, _, passage) in pulled.passages() {
                let is_heading = passage.text.starts_with("### ");
                assert!(is_heading || !passage.sources.is_empty(), "{kind:?} {section}");
            }
            assert!(length(&document, &template, language).body > 0);
        }
    }
}

#[test]
fn a_report_of_action_research_goes_turn_by_turn() {
    let (journal, index) = &*WORLD;
    let document = skeleton(
        index,
        journal,
        id("spiral A"),
        form(TextType::ActionResearch),
        Language::ZhHans,
    );
    let turns = document.section("turns");
    let headings: Vec<_> = turns
        .iter()
        .map(|passage| passage.text.as_str())
        .filter(|text| text.starts_with('#'))
        .collect();
    assert_eq!(headings, ["### 第 1 轮", "### 第 2 轮", "### 第 3 轮"]);
    let place = |text: &str| turns.iter().position(|passage| passage.text == text);
    let rests = |name: &str| {
        let of = |passage: &Passage| passage.sources.iter().any(|source| source.record == id(name));
        turns.iter().position(of)
    };
    for (turn, action, reflection) in [(1, "A-A1", "A-R1"), (2, "A-A2", "A-R2"), (3, "A-A3", "A-R3")] {
        let heading = place(&format!("### 第 {turn} 轮"));
        let next = place(&format!("### 第 {} 轮", turn + 1));
        assert!(heading < rests(action) && rests(action) < rests(reflection));
        assert!(next.is_none() || rests(reflection) < next);
    }
    assert!(unsupported(&document).is_empty(), "headings need no evidence");
}

#[test]
fn a_section_the_teacher_added_is_fed_by_nothing_and_one_she_dropped_is_still_offered() {
    let (journal, index) = &*WORLD;
    let mut own = template(TextType::Experience);
    own.sections.retain(|section| section.name != "lessons");
    let added = own.add("给新老师的话");
    let mut journal = journal.clone();
    let key = RecordId::from_bytes([77; 16]);
    journal.write(key, Content::of(&own), by(1, 9_000_000));
    let index_now = Index::of(&journal);
    assert_eq!(index_now.of_kind().collect::<Vec<_>>(), [(key, &own)]);
    let spiral = id("spiral A");
    let document = begin(
        &index_now,
        &journal,
        Some(spiral),
        Scope::ALL,
        &own,
        Some(key),
        Language::ZhHans,
    );
    assert_eq!(template_of(&document, &index_now, Language::ZhHans), own);
    assert!(document.section("lessons").is_empty() && document.section(&added).is_empty());
    let offers = offer(&index_now, &journal, spiral, form(own.base), Language::ZhHans);
    let (_, lessons) = offers.iter().find(|(name, _)| *name == "lessons").expect("offered");
    assert_eq!(
        lessons
            .iter()
            .filter(|offer| offer.passage.sources[0].part.is_empty())
            .count(),
        3
    );
    journal.trash(key, by(1, 9_000_001));
    let fallen_back = template_of(&document, &Index::of(&journal), Language::ZhHans);
    assert_eq!(fallen_back, template(TextType::Experience));
    assert_eq!(template_of(&document, index, Language::ZhHans), fallen_back);
}

#[test]
fn a_text_knows_what_it_rests_on_and_what_else_was_made_of_it() {
    let (journal, index) = &*WORLD;
    let experience = skeleton(
        index,
        journal,
        id("spiral A"),
        form(TextType::Experience),
        Language::ZhHans,
    );
    let mix = known_mix(&experience, index);
    let pulled: std::collections::BTreeSet<_> = experience
        .passages()
        .flat_map(|(.., passage)| &passage.sources)
        .filter(|source| index.measure(source.record).is_some())
        .map(|source| source.record)
        .collect();
    assert!(mix[&HowKnown::Counted] >= pulled.len());
    assert!(mix.contains_key(&HowKnown::PupilWork), "{mix:?}");
    for language in Language::ALL {
        let sentence = mix_sentence(&mix, language);
        assert!(sentence.contains(&mix[&HowKnown::Counted].to_string()) && !sentence.contains('{'));
        assert!(!mix_sentence(&known_mix(&Document::default(), index), language).is_empty());
    }

    let mut journal = journal.clone();
    let key = |number: u8| RecordId::from_bytes([number; 16]);
    let case = skeleton(
        index,
        &journal,
        id("spiral A"),
        form(TextType::ImprovementCase),
        Language::ZhHans,
    );
    let other = skeleton(
        index,
        &journal,
        id("spiral B"),
        form(TextType::Experience),
        Language::ZhHans,
    );
    for (at, document) in [(1, &experience), (2, &case), (3, &other)] {
        journal.write(key(at), Content::of(document), by(1, 9_000_000));
    }
    let index = Index::of(&journal);
    let uses = reuse(&index);
    assert_eq!(uses[&id("A-A2")], [key(1), key(2)].into());
    assert!(
        uses.get(&id("A-P1"))
            .is_some_and(|documents| documents.contains(&key(1)))
    );
    let found = overlaps(&index, key(1));
    assert_eq!(found.iter().map(|it| it.with).collect::<Vec<_>>(), [key(2)]);
    let percent = format!("{:.0}%", shared(&experience, &case) * 100.0);
    for language in Language::ALL {
        let sentence = found[0].sentence(language);
        assert!(
            sentence.contains(&percent) && sentence.contains(&case.title),
            "{sentence}"
        );
    }
    assert_eq!(overlaps(&index, key(3)), []);
}

#[test]
fn an_application_goes_out_as_two_files_that_share_nothing_but_the_title() {
    let (journal, index) = &*WORLD;
    let template = template(TextType::Application);
    let mut document = begin(
        index,
        journal,
        Some(id("spiral A")),
        Scope::ALL,
        &template,
        None,
        Language::ZhHans,
    );
    document.fields.insert("leader".into(), "林某".into());
    document.pull(
        "stray",
        0,
        Passage {
            text: "某校。".into(),
            ..Passage::default()
        },
    );
    document.references = vec![Reference::default()];
    let [(named, named_form), (leaf, leaf_form)] = split_loose_leaf(&document, &template).expect("a leaf");
    assert_eq!((&named.title, &leaf.title), (&document.title, &document.title));
    assert!(leaf.fields.is_empty() && leaf_form.header.is_empty() && leaf.section("stray").is_empty());
    assert_eq!((named.references.len(), leaf.references.len()), (0, 1));
    let mut sections = named.sections.clone();
    sections.extend(leaf.sections.clone());
    assert_eq!(sections, document.sections, "no passage is in neither");
    assert_eq!(
        named.sections.len() + leaf.sections.len(),
        document.sections.len(),
        "and none in both"
    );
    assert_eq!(
        named_form.sections.len() + leaf_form.sections.len(),
        template.sections.len()
    );
    assert_eq!(split_loose_leaf(&document, &self::template(TextType::Experience)), None);
}

fn frozen(number: u32, document: &Document, at: i64) -> Version {
    let form = template(document.text_type);
    freeze(
        RecordId::from_bytes([9; 16]),
        document,
        &form,
        number,
        "互读后",
        Timestamp::new(at, 480),
    )
}

#[test]
fn versions_of_two_devices_stand_side_by_side_in_order() {
    let document = text(TextType::Experience);
    let (mut here, mut there) = (Journal::new(), Journal::new());
    let key = |number: u8| RecordId::from_bytes([number; 16]);
    here.write(key(9), Content::of(&document), by(1, 1));
    here.write(key(21), Content::of(&frozen(2, &document, 20)), by(1, 2));
    there.write(key(20), Content::of(&frozen(1, &document, 10)), by(2, 3));
    there.write(key(22), Content::of(&frozen(2, &document, 15)), by(2, 4));
    let all: Vec<_> = there.records().flat_map(|(_, heads)| heads.to_vec()).collect();
    here.merge(all);
    let mut index = Index::of(&here);
    let ids = |index: &Index| {
        index
            .versions_of(key(9))
            .into_iter()
            .map(|(id, _)| id)
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&index), [key(20), key(22), key(21)]);
    assert_eq!((next_number(&index, key(9)), next_number(&index, key(8))), (3, 1));
    here.trash(key(22), by(1, 5));
    index.update(&here, key(22));
    assert_eq!(ids(&index), [key(20), key(21)]);
    assert_eq!(
        index.read::<Version>(key(20)).map(|version| version.document()),
        Some(document)
    );
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_frozen_version_never_changes_whatever_is_written(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let key = RecordId::from_bytes([9; 16]);
        let mut journal = Journal::new();
        let mut document = text(*chance.pick(&TextType::THREE).expect("one of three"));
        journal.write(key, Content::of(&document), by(1, 1));
        let before = document.clone();
        let version = frozen(1, &document, 5);
        let at = RecordId::from_bytes([10; 16]);
        journal.write(at, Content::of(&version), by(1, 2));
        for n in 0..i64::try_from(chance.below(12)).unwrap_or_default() {
            let words = crate::properties::text(&mut chance, 3);
            let names: Vec<String> = document.sections.keys().cloned().collect();
            let section = chance.pick(&names).expect("a section").clone();
            match chance.below(6) {
                0 => document.title = words,
                1 => { document.rewrite(&section, 0, &words); }
                2 => { document.join(&section, 0); }
                3 => document.pull(&section, 0, Passage { text: words, ..Passage::default() }),
                4 => document.references.push(Reference { title: words, ..Reference::default() }),
                _ => { document.want_evidence(&section, 0, true); }
            }
            journal.write(key, Content::of(&document), by(1, 3 + n));
        }
        if chance.below(3) == 0 { journal.erase(key, by(1, 99)); }
        let revisions: Vec<_> = journal.records().flat_map(|(_, heads)| heads.to_vec()).collect();
        let file = write_jsonl(&Archive { revisions, ..Archive::default() });
        let import = read("a.jsonl", &file, &FileLimits::default()).expect("within the limits");
        prop_assert_eq!(import.damage.len(), 0);
        let mut again = Journal::new();
        again.merge(import.revisions);
        let kept = Index::of(&again).read::<Version>(at).expect("kept");
        prop_assert!(kept.is_intact());
        prop_assert_eq!(kept.document(), before);
        prop_assert_eq!(kept.template(), template(kept.document().text_type));
        prop_assert_eq!(kept, version);
    }

    #[test]
    fn what_a_comparison_says_gives_both_texts_back(seed in any::<u64>(), a in ".{0,80}", b in ".{0,80}") {
        let mut chance = Chance::new(seed);
        let mut edited = crate::properties::text(&mut chance, 12);
        let first = edited.clone();
        for _ in 0..chance.below(5) {
            let at = chance.below(edited.len() + 1);
            if edited.is_char_boundary(at) { edited.insert_str(at, &crate::properties::text(&mut chance, 1)); }
        }
        for (a, b) in [(a.as_str(), b.as_str()), (&first, &edited), (&first, &b), (&a, &edited)] {
            let changes = compare(a, b);
            let of = |not: ChangeKind| changes.iter().filter(|change| change.kind != not)
                .map(|change| change.text.as_str()).collect::<String>();
            prop_assert_eq!(of(ChangeKind::Added), one_line_end(a));
            prop_assert_eq!(of(ChangeKind::Removed), one_line_end(b));
            prop_assert!(changes.iter().all(|change| !change.text.is_empty()));
            prop_assert!(changes.windows(2).all(|pair| pair[0].kind != pair[1].kind));
        }
    }

    #[test]
    fn junk_reads_as_a_template_a_version_a_reference_and_is_written_back(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let names = ["base", "name", "sections", "length", "header", "of", "number", "at", "state", "document",
            "template", "seal", "kind", "authors", "title", "pages", "published", "rules", "references", "fields", "x"];
        let mut fields = Map::new();
        for _ in 0..chance.below(12) {
            let name = *chance.pick(&names).expect("a name");
            fields.insert(name.into(), junk(&mut chance, 3));
        }
        let template = Template::from_fields(&fields);
        prop_assert_eq!(template.fields(), fields.clone());
        let version = Version::from_fields(&fields);
        prop_assert_eq!(version.fields(), fields.clone());
        let document = Document::from_fields(&fields);
        prop_assert_eq!(document.fields(), fields.clone());
        let listed = Map::from_iter([("references".to_owned(), json!([fields]))]);
        let referring = Document::from_fields(&listed);
        prop_assert_eq!(referring.fields(), listed);
        let reference = referring.references.first().expect("a reference").clone();
        // Whatever was read can be shown, measured, checked and compared.
        cite(&reference, 1, CitationStyle::Gbt2015);
        length(&document, &template, Language::En);
        check(&document, &template, &DiagnosticsConfig::of(&template), &WORLD.1);
        compare_documents(&document, &version.document(), &template);
        begin(&WORLD.1, &WORLD.0, Some(id("spiral B")), Scope::ALL, &template, None, Language::ZhHant);
        version.is_intact();
    }

    #[test]
    fn no_text_upsets_a_check(seed in any::<u64>(), wild in "\\PC{0,60}") {
        let mut chance = Chance::new(seed);
        let pieces = ["“", "”", "「", "[1", "]", "[^", "```chart bar x\n", "```\n", "| a | 3% |\n|---|---|\n| b | 9.9.% |\n",
            "%", "％", "提高了38.1%", "由1%到39.1%，", ".", "导致", "\n\n", "（n=", "99999999999999999999%", "&wild"];
        let mut words = wild.clone();
        for _ in 0..chance.below(20) {
            words.push_str(chance.pick(&pieces).expect("a piece"));
        }
        for kind in TextType::ALL {
            let mut document = Document { text_type: *kind, title: words.clone(), ..Document::default() };
            for section in form(*kind).sections {
                document.pull(section.name, 0, Passage { text: words.clone(), ..Passage::default() });
            }
            document.references = vec![Reference::default()];
            for finding in findings(&document) {
                if let luoxuan::draft::Place::Words(section, at, (from, to)) = &finding.place {
                    prop_assert!(document.section(section)[*at].text.get(*from..*to).is_some_and(|it| !it.is_empty()));
                }
            }
        }
        for cited in citations(&words) {
            prop_assert!(words.get(cited.range).is_some());
        }
    }
}

fn junk(chance: &mut Chance, deep: usize) -> Value {
    match chance.below(if deep == 0 { 5 } else { 8 }) {
        0 => json!(chance.below(300)),
        1 => json!(true),
        2 => json!(crate::properties::text(chance, 1)),
        3 => json!("survey"),
        4 => json!("2025-09-11"),
        5 => json!([1, 2]),
        6 => Value::Array((0..chance.below(3)).map(|_| junk(chance, deep - 1)).collect()),
        _ => json!({"name": junk(chance, deep - 1), "text": junk(chance, deep - 1), "share": [1, 2], "y": null}),
    }
}

#[test]
fn a_school_weighs_and_lists_for_itself_and_an_older_copy_leaves_it_to_the_form() {
    let (journal, _) = &*WORLD;
    let mut journal = journal.clone();
    let key = RecordId::from_bytes([78; 16]);
    let document = Document {
        text_type: TextType::Experience,
        template: Some(key),
        ..Document::default()
    };
    let mut own = template(TextType::Experience);
    let shipped = (own.judging.clone(), own.faults.clone());
    assert_eq!(shipped.0.iter().map(|it| u32::from(it.points)).sum::<u32>(), 100);
    // As a version wrote it that knew neither weights nor faults.
    (own.judging, own.faults) = (Vec::new(), Vec::new());
    assert!(!own.fields().contains_key("judging") && !own.fields().contains_key("faults"));
    journal.write(key, Content::of(&own), by(1, 9_000_000));
    let read = template_of(&document, &Index::of(&journal), Language::ZhHans);
    assert_eq!((read.judging, read.faults), shipped);

    own.judging = vec![TemplateCriterion {
        name: "创新点".into(),
        points: 40,
        ..TemplateCriterion::default()
    }];
    own.faults = vec!["空话太多，如“打造”".into()];
    journal.write(key, Content::of(&own), by(1, 9_000_001));
    let index = Index::of(&journal);
    let read = template_of(&document, &index, Language::ZhHans);
    assert_eq!((&read.judging, &read.faults), (&own.judging, &own.faults));
    let mut written = document;
    let text = "打造高效课堂。".into();
    written.pull(
        "moves",
        0,
        Passage {
            text,
            ..Passage::default()
        },
    );
    let found = check(&written, &read, &DiagnosticsConfig::of(&read), &index);
    assert!(found.iter().any(|it| it.fault == DiagnosticCode::OwnFault));
}
