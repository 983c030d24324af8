use super::*;
use crate::draft::{DiagnosticCode, DiagnosticsConfig, check, source};
use crate::id::DeviceId;
use crate::journal::{Author, Content, Journal};
use crate::record::{Entry, Template, Term};
use crate::time::Timestamp;

const fn id(n: u8) -> RecordId {
    RecordId::from_bytes([n; 16])
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

/// A journal with a term of twenty weeks, in which `bodies` were written, each on its day.
fn journal(bodies: &[(&str, &str)]) -> Journal {
    let mut journal = Journal::new();
    let mut minute = 0;
    let mut write = |id, content| {
        minute += 1;
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(minute * 60_000, 480),
        };
        journal.write(id, content, author);
    };
    let term = Term {
        year: Some(2025),
        number: 1,
        start: day("2025-09-01"),
        end: day("2026-01-16"),
        ..Term::default()
    };
    write(id(200), Content::of(&term));
    for (n, (on, body)) in (1..).zip(bodies) {
        let entry = Entry {
            happened_on: day(on),
            body: (*body).into(),
            ..Entry::default()
        };
        write(id(n), Content::of(&entry));
    }
    journal
}

/// A text with one passage that rests on the first `sources` entries.
fn text_of(journal: &Journal, sources: u8, text: &str) -> Document {
    let mut document = Document::default();
    let sources = (1..=sources).filter_map(|n| source(journal, id(n), ""));
    let passage = Passage {
        text: text.into(),
        sources: sources.collect(),
        ..Passage::default()
    };
    document.pull("origin", 0, passage);
    document
}

fn said(document: &Document, index: &Index, language: Language) -> Vec<(String, Vec<String>)> {
    let words = relative_words(document, "origin", 0, index, language).into_iter();
    let said = words.map(|word| {
        let ways = word.ways.into_iter().map(|way| way.said);
        (word.word, ways.collect())
    });
    said.collect()
}

/// What one entry, pulled as it stands, offers for its only word.
fn ways_of(on: &str, body: &str) -> Vec<String> {
    let journal = journal(&[(on, body)]);
    let document = text_of(&journal, 1, body);
    let said = said(&document, &Index::of(&journal), Language::ZhHans);
    said.into_iter().flat_map(|(_, ways)| ways).collect()
}

#[test]
fn each_word_is_offered_as_a_day_a_week_and_a_part_of_the_month() {
    // 2025-09-18 is a Thursday of week 3.
    for (body, right) in [
        ("今天测了一次。", vec!["9月18日", "第3周", "九月中旬"]),
        ("昨天测了一次。", vec!["9月17日", "第3周", "九月中旬"]),
        ("这节课测了一次。", vec!["9月18日", "第3周", "九月中旬"]),
        ("下午测了一次。", vec!["9月18日"]),
        ("今天下午测了一次。", vec!["9月18日"]),
        ("昨晚测了一次。", vec!["9月17日"]),
        ("周三测了一次。", vec!["9月17日", "第3周", "九月中旬"]),
        ("从今天起记录单改成两栏。", vec!["9月18日", "第3周", "九月中旬"]),
        ("上周测了一次。", vec!["第2周", "9月8日那一周"]),
        ("下周测了一次。", vec!["第4周", "9月22日那一周", "九月下旬"]),
        ("9月22日发了纸，第二天收回。", vec!["9月23日", "第4周", "九月下旬"]),
        ("最近总是这样。", vec![]),
        ("小林说：“今天的好写。”", vec![]),
        (
            "Yesterday we measured.",
            vec!["17 September", "week 3", "mid-September"],
        ),
        (
            "We measured on Wednesday.",
            vec!["17 September", "week 3", "mid-September"],
        ),
        ("We measured last week.", vec!["week 2", "the week of 8 September"]),
        ("We measured this afternoon.", vec!["18 September"]),
    ] {
        assert_eq!(ways_of("2025-09-18", body), right, "{body}");
    }
    assert_eq!(
        ways_of("2025-08-20", "今天测了一次。"),
        ["8月20日", "八月中旬"],
        "no teaching yet: no week"
    );
}

#[test]
fn what_is_taken_stands_in_the_place_of_the_word() {
    for (body, right) in [
        (
            "今天测了一次。",
            ["9月18日测了一次。", "第3周测了一次。", "九月中旬测了一次。"],
        ),
        (
            "这节课的记录单",
            [
                "9月18日这节课的记录单",
                "第3周的这节课的记录单",
                "九月中旬的这节课的记录单",
            ],
        ),
        (
            "记录单从今天起改成两栏。",
            [
                "记录单9月18日起，改成两栏。",
                "记录单第3周起，改成两栏。",
                "记录单九月中旬起，改成两栏。",
            ],
        ),
        (
            "We measured on Wednesday.",
            [
                "We measured on 17 September.",
                "We measured in week 3.",
                "We measured in mid-September.",
            ],
        ),
        (
            "Today we measured.",
            [
                "On 18 September we measured.",
                "In week 3 we measured.",
                "In mid-September we measured.",
            ],
        ),
    ] {
        let journal = journal(&[("2025-09-18", body)]);
        let index = Index::of(&journal);
        for (at, right) in right.into_iter().enumerate() {
            let mut document = text_of(&journal, 1, body);
            let sources = document.section("origin")[0].sources.clone();
            let word = relative_words(&document, "origin", 0, &index, Language::ZhHans).remove(0);
            assert!(word.tell(&word.ways[at], &mut document));
            assert_eq!(document.section("origin")[0].text, right);
            assert_eq!(
                document.section("origin")[0].sources,
                sources,
                "the source keeps its words"
            );
            assert!(
                !word.tell(&word.ways[at], &mut document),
                "it does not stand there any more"
            );
            assert_eq!(said(&document, &index, Language::ZhHans), [], "{right}");
        }
    }
}

#[test]
fn all_at_once_says_the_same_day_again_as_this_day() {
    let body = "今天收上来40本，昨天没收，下午又测了一次。今天写完。最近总是这样。";
    let journal = journal(&[("2025-09-18", body)]);
    let index = Index::of(&journal);
    let mut document = text_of(&journal, 1, body);
    assert_eq!(tell_days(&mut document, &index, Language::ZhHans), 3);
    assert_eq!(
        document.section("origin")[0].text,
        "9月18日收上来40本，9月17日没收，下午又测了一次。9月18日写完。最近总是这样。"
    );
    assert_eq!(said(&document, &index, Language::ZhHans), [("最近".into(), vec![])]);
    assert_eq!(tell_days(&mut document, &index, Language::ZhHans), 0);
    let mut twice = text_of(&journal, 1, "今天收上来，今天写完。");
    tell_days(&mut twice, &index, Language::ZhHant);
    assert_eq!(twice.section("origin")[0].text, "9月18日收上来，這天写完。");
}

#[test]
fn of_several_days_each_word_has_that_of_its_own_entry() {
    let journal = journal(&[
        ("2025-09-18", "今天收上来40本。"),
        ("2025-09-25", "今天收上来38本，昨天没收。"),
    ]);
    let index = Index::of(&journal);
    let mut document = text_of(&journal, 2, "今天收上来40本。今天收上来38本，可是昨天没收。今天做完。");
    let first: Vec<_> = said(&document, &index, Language::ZhHans)
        .into_iter()
        .map(|(word, ways)| (word, ways.first().cloned()))
        .collect();
    let right = |word: &str, way: Option<&str>| (word.to_owned(), way.map(str::to_owned));
    assert_eq!(
        first,
        [
            right("今天", Some("9月18日")),
            right("今天", Some("9月25日")),
            // Neither entry says it like this.
            right("昨天", None),
            right("今天", None),
        ]
    );
    assert_eq!(tell_days(&mut document, &index, Language::ZhHans), 2);
}

#[test]
fn without_a_day_that_a_source_knows_the_word_is_only_listed() {
    let journal = journal(&[("2025-09-18", "收上来40本。")]);
    let index = Index::of(&journal);
    let template = Template::default();
    let own = text_of(&journal, 0, "今天收上来40本。");
    // The writer's own today, in a passage that was pulled.
    let added = text_of(&journal, 1, "收上来40本。今天再看，还是少。");
    // Its entry is not there any more.
    let mut gone = text_of(&journal, 1, "今天收上来40本。");
    gone.sections.values_mut().flatten().for_each(|passage| {
        for source in &mut passage.sources {
            source.record = id(99);
        }
    });
    for mut document in [own, added, gone] {
        assert_eq!(said(&document, &index, Language::ZhHans), [("今天".into(), vec![])]);
        let before = document.clone();
        assert_eq!(tell_days(&mut document, &index, Language::ZhHans), 0);
        assert_eq!(document, before);
        let found = check(&document, &template, &DiagnosticsConfig::of(&template), &index);
        let listed = found
            .iter()
            .filter(|finding| finding.fault == DiagnosticCode::RelativeDay);
        assert_eq!(listed.count(), 1);
    }
}

#[test]
fn years_are_said_where_there_are_several() {
    let journal = journal(&[("2025-12-31", "今天收上来40本。"), ("2026-01-07", "今天收上来38本。")]);
    let document = text_of(&journal, 2, "今天收上来40本。");
    assert_eq!(
        said(&document, &Index::of(&journal), Language::ZhHant),
        [(
            "今天".into(),
            vec!["2025年12月31日".into(), "第18週".into(), "2025年12月下旬".into()]
        )]
    );
}

#[test]
fn tables_and_charts_are_left_as_they_are() {
    let body = "今天收上来40本。\n\n| 今天 | 40 |\n|---|---|\n\n```chart bar 今天\n今天,40\n```";
    let journal = journal(&[("2025-09-18", body)]);
    let index = Index::of(&journal);
    let mut document = text_of(&journal, 1, body);
    assert_eq!(tell_days(&mut document, &index, Language::ZhHans), 1);
    let told = &document.section("origin")[0].text;
    assert_eq!(*told, body.replacen("今天", "9月18日", 1));
}
