//! Contests, what is entered for them, and what follows after years.

use super::*;

#[test]
fn an_entry_begun_from_a_contest_has_its_deadlines() {
    let kinds = Kinds::built_in();
    let (contest, entry) = (
        kinds.named("contest").expect("it"),
        kinds.named("contest_entry").expect("it"),
    );
    let notice = contest
        .begun("市论文评比")
        .with("on", Some("2026-12-20".into()))
        .with("number", Some("7号".into()));
    let begun = entry.begun_from("contest", RecordId::from_bytes([9; 16]), &notice);
    assert_eq!(begun.text("on").as_deref(), Some("2026-12-20"));
    assert_eq!(
        begun.text("contest"),
        Some(RecordId::from_bytes([9; 16]).to_string().into())
    );
    assert_eq!(
        (begun.text("due_school"), begun.text("number"), begun.text("name")),
        (None, None, None)
    );
}

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn of(kind: &str, title: &str, fields: &[(&str, &str)]) -> Content {
    let begun = Kinds::built_in().named(kind).expect("it is there").begun(title);
    fields.iter().fold(begun, |content, (field, value)| {
        content.with(field, Some((*value).into()))
    })
}

fn contest(fields: &[(&str, &str)]) -> Content {
    of("contest", "市论文评比", fields)
}

fn entry(fields: &[(&str, &str)]) -> Content {
    of("contest_entry", "甲", fields)
}

fn won(fields: &[(&str, &str)]) -> Content {
    of("outcome", "甲", fields)
}

/// What is said of the contest entry that is record 2, before it is handed in.
fn said(records: &[(u8, &Content)]) -> Option<String> {
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut journal = Journal::new();
    for (number, content) in records {
        journal.write(id(*number), (*content).clone(), author);
    }
    reuse(&Index::of(&journal), id(2), Language::ZhHans).map(|reuse| reuse.sentence(Language::ZhHans))
}

#[test]
fn the_way_up_from_school_to_city_needs_no_word_and_what_won_as_high_does() {
    let (one, two) = (id(1).to_string(), id(2).to_string());
    let (city, mine) = (contest(&[("level", "city")]), entry(&[("contest", &one)]));
    let case = |award: &[(&str, &str)]| said(&[(1, &city), (2, &mine), (3, &won(award))]);
    assert_eq!(
        case(&[("level", "county"), ("grade", "first")]),
        None,
        "it was chosen in the county"
    );
    assert_eq!(
        case(&[("level", "city"), ("grade", "second"), ("on", "2025-05-03")]).as_deref(),
        Some("这份得过市级二等奖（2025年5月3日），交以前先看通知，这样的能不能再交。")
    );
    assert_eq!(
        case(&[("level", "nation"), ("grade", "none")]),
        None,
        "it has won nothing"
    );
    assert_eq!(
        case(&[("level", "city"), ("contest_entry", &two)]),
        None,
        "that came of this entry"
    );
    assert_eq!(
        case(&[("sort", "published")]).as_deref(),
        Some("这份已经发表，交以前先看通知，这样的能不能再交。")
    );
}

#[test]
fn a_notice_that_excludes_what_won_lower_down_is_quoted() {
    let strict = contest(&[
        ("level", "city"),
        ("reuse_level", "county"),
        ("reuse", "已获区级奖的不再参评。"),
    ]);
    let mine = entry(&[("contest", &id(1).to_string())]);
    assert_eq!(
        said(&[(1, &strict), (2, &mine), (3, &won(&[("level", "county")]))]).as_deref(),
        Some("这份得过区县级奖项，通知写着：已获区级奖的不再参评。交以前先问清楚能不能再交。")
    );
}

#[test]
fn another_text_of_that_title_needs_no_word_and_one_in_two_contests_does() {
    let one = id(1).to_string();
    let (city, mine) = (contest(&[("level", "city")]), entry(&[("contest", &one)]));
    let this = entry(&[("contest", &one), ("document", &id(7).to_string())]);
    let other = won(&[("level", "city"), ("document", &id(8).to_string())]);
    assert_eq!(said(&[(1, &city), (2, &this), (3, &other)]), None);
    let elsewhere = entry(&[("level", "city"), ("stage", "tracked")]);
    assert_eq!(
        said(&[(1, &city), (2, &mine), (3, &elsewhere)]).as_deref(),
        Some("这份也报了“别的评比”，交以前先看通知，这样的能不能再交。")
    );
    let kinds = Kinds::built_in();
    let handed = kinds
        .named("contest_entry")
        .expect("it")
        .at_stage(&mine, "submitted", None);
    assert_eq!(
        said(&[(1, &city), (2, &handed), (3, &elsewhere)]),
        None,
        "it is too late for a word"
    );
}

#[test]
fn after_years_five_and_six_nothing_follows() {
    let class = Kinds::built_in().named("routine_class").expect("it is there");
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let id = RecordId::from_bytes([2; 16]);
    let followed = |content: &Content| {
        let mut journal = Journal::new();
        journal.write(id, content.clone(), author);
        class.again(&Index::of(&journal), id)
    };
    let ended = |band: &str| {
        class.at_stage(
            &class.begun("一班").with("band", Some(band.into())),
            "not_reached",
            None,
        )
    };
    assert_eq!(followed(&ended("5-6")), None);
    assert_eq!(followed(&ended("")), None, "nobody has said which years");
    let middle = followed(&ended("3-4").with("on", Some("2028-02-29".into()))).expect("years 5 and 6");
    assert_eq!(middle.from, "2030-02-28".parse().ok());
    assert_eq!(followed(&ended("3-4")).expect("without a day").from, None);
}
