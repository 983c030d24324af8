use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::catalog::Language;
use crate::kind::Kinds;
use crate::record::{Evidence, Kind, Passage, Phase, Privacy, Source};
use crate::time::DateRange;
use crate::{Author, Content, DeviceId, Document, Entry, Index, Journal, RecordId, Spiral, Timestamp};

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn author() -> Author {
    Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(1_790_000_000_000, 480),
    }
}

fn entry(phase: Phase, after: Option<u8>, body: &str, privacy: Privacy) -> Content {
    Content::of(&Entry {
        spiral: Some(id(1)),
        phase,
        after: after.map(id),
        happened_on: "2026-10-12".parse().ok(),
        body: body.into(),
        privacy,
        ..Entry::default()
    })
}

fn of(kind: &str, title: &str, fields: &[(&str, serde_json::Value)]) -> Content {
    let begun = Kinds::built_in().named(kind).expect(kind).begun(title);
    let fields = fields.iter();
    fields.fold(begun, |content, (name, value)| content.with(name, Some(value.clone())))
}

fn index(records: &[(u8, Content)]) -> Index {
    let mut journal = Journal::new();
    for (number, content) in records {
        journal.write(id(*number), content.clone(), author());
    }
    Index::of(&journal)
}

fn all(numbers: &[u8]) -> BTreeSet<RecordId> {
    numbers.iter().copied().map(id).collect()
}

fn one(index: &Index, going: &[u8]) -> Shared {
    let file = Parcel::of(index, &all(going)).file(&Sender::of(author()));
    let mut read = read(file.as_bytes()).expect("a shared file");
    assert_eq!((read.len(), read[0].damaged), (1, 0));
    read.remove(0)
}

#[test]
fn a_self_check_stays_while_its_training_goes() {
    let said = of(
        "ethics",
        "师德学习",
        &[("on", "2026-10-12".into()), ("mirror", "我对慢的孩子急。".into())],
    );
    let shared = one(&index(&[(2, said)]), &[2]);
    let content = shared.revisions[0].content();
    assert_eq!(content.text("name").as_deref(), Some("师德学习"));
    assert!(!content.json().contains("mirror"), "{}", content.json());
}

#[test]
fn turns_stay_turns_where_an_entry_between_stays_at_home() {
    let spiral = Content::of(&Spiral {
        title: "起步习作".into(),
        pupils: Some(42),
        ..Spiral::default()
    });
    let index = index(&[
        (1, spiral),
        (2, entry(Phase::Problem, None, "写不具体。", Privacy::Public)),
        (3, entry(Phase::Action, Some(2), "生A的事。", Privacy::Identifiable)),
        (4, entry(Phase::Reflection, Some(3), "多了细节。", Privacy::Group)),
    ]);
    let offered: Vec<_> = offers(&index, None)
        .into_iter()
        .map(|offer| (offer.title, offer.begins_chosen))
        .collect();
    assert_eq!(
        offered,
        [
            ("起步习作".to_owned(), true),
            ("写不具体。".to_owned(), false),
            ("多了细节。".to_owned(), true)
        ]
    );
    // Whatever is chosen.
    let shared = one(&index, &[1, 2, 3, 4]);
    let said: Vec<_> = shared.revisions.iter().map(|head| head.record()).collect();
    assert_eq!(said, [id(1), id(2), id(4)]);
    let last: Entry = shared.revisions[2].content().read().expect("an entry");
    assert_eq!(last.after, Some(id(2)));
    assert!(!shared.revisions[0].content().json().contains("42"), "how many pupils");
    // Without the spiral nobody could tell what its entries are about.
    assert!(one(&index, &[2, 4]).revisions.is_empty());
}

#[test]
fn links_lead_only_to_what_goes_along_and_pictures_stay() {
    let picture = crate::BlobId::of(b"face");
    let award = of(
        "outcome",
        "把一件事写具体",
        &[
            ("on", "2026-10-12".into()),
            ("document", id(9).to_string().into()),
            ("project", id(3).to_string().into()),
            ("body", format!("奖状 ![生A的脸](luoxuan:{picture}) 在校长室").into()),
            ("later", json!({"of": "a later version"})),
        ],
    );
    let project = of("project", "写具体", &[("on", "2026-09-01".into())]);
    let index = index(&[(2, award), (3, project)]);
    let with = one(&index, &[2, 3]).revisions[0].content().clone();
    assert_eq!(with.text("project"), Some(id(3).to_string().into()));
    assert_eq!((with.text("document"), with.to_json().get("later")), (None, None));
    assert_eq!(with.text("body").as_deref(), Some("奖状  在校长室"));
    let without = one(&index, &[2]).revisions[0].content().clone();
    assert_eq!(without.text("project"), None);
}

#[test]
fn what_was_taken_out_before_does_not_travel_as_history() {
    let mut journal = Journal::new();
    let first = of("lecture", "张三的事", &[("on", "2026-10-12".into())]);
    journal.write(id(2), first.clone(), author());
    journal.write(id(2), first.with("name", Some("数据怎样说话".into())), author());
    let file = Parcel::of(&Index::of(&journal), &all(&[2])).file(&Sender::of(author()));
    assert!(!file.contains("张三") && file.contains("\"parents\":[]"), "{file}");
}

#[test]
fn a_backup_is_not_read_as_a_shared_file_and_two_behind_one_another_are() {
    let index = index(&[(2, of("lecture", "讲座", &[("on", "2026-10-12".into())]))]);
    let file = |name: &str| {
        let sender = Sender {
            name: name.into(),
            span: DateRange::all(),
            ..Sender::of(author())
        };
        Parcel::of(&index, &all(&[2])).file(&sender)
    };
    let both = [file("林老师"), file("周“老”师\n")].concat();
    let read_both = read(both.as_bytes()).expect("two files");
    let names: Vec<_> = read_both.iter().map(|shared| shared.sender.name.as_str()).collect();
    assert_eq!(names, ["林老师", "周“老”师"]);
    assert_eq!(read_both[0].sender.span, DateRange::all());
    assert_eq!(
        read(b"{\"format\":\"luoxuan journal\",\"version\":1}\n"),
        Err(NotShared)
    );
    assert_eq!(read(b""), Err(NotShared));
    assert_eq!(
        read(b"{\"format\":\"luoxuan share\",\"version\":1}\n"),
        Err(NotShared),
        "nobody's"
    );
    // A line that was torn costs itself.
    let torn = both.replacen("讲座", "讲", 1);
    let read_torn = read(torn.as_bytes()).expect("one line less");
    assert_eq!((read_torn[0].damaged, read_torn[1].revisions.len()), (1, 1));
}

#[test]
fn a_level_that_nobody_here_understands_is_none_for_others() {
    let lecture =
        |privacy: serde_json::Value| of("lecture", "讲座", &[("on", "2026-10-12".into()), ("privacy", privacy)]);
    for (number, privacy) in (2..).zip([
        json!("of tomorrow"),
        json!({"for": "nobody"}),
        json!(null),
        json!("own"),
    ]) {
        let index = index(&[(number, lecture(privacy.clone()))]);
        assert_eq!(offers(&index, None), [], "{privacy}");
        assert!(one(&index, &[number]).revisions.is_empty(), "{privacy}");
    }
    assert_eq!(offers(&index(&[(2, lecture("group".into()))]), None).len(), 1);
}

#[test]
fn a_record_of_a_schools_own_kind_goes_with_what_its_kind_asks_and_not_what_is_private_of_it() {
    let mut kind = Kind::own(id(1), "家访", ["哪一家", "日期", "记录"], Language::ZhHans);
    crate::kind::add_field(&mut kind, "我的担心", crate::record::FieldSort::Prose, Language::ZhHans);
    let worry = kind.fields.last_mut().expect("it was added");
    worry.private = true;
    let worry = worry.name.clone();
    crate::kind::add_stage(&mut kind, "约好", Language::ZhHans);
    let visit = kind.begun("小航家").with("on", Some("2026-10-12".into()));
    let visit = visit.with(&worry, Some("我怕他不肯开口。".into()));
    let index = index(&[(1, Content::of(&kind)), (2, visit)]);
    let offered: Vec<_> = offers(&index, None)
        .into_iter()
        .map(|offer| (offer.title, offer.within, offer.begins_chosen))
        .collect();
    assert_eq!(
        offered,
        [
            ("家访".to_owned(), None, false),
            ("小航家".to_owned(), Some(id(1)), false)
        ]
    );
    assert!(one(&index, &[2]).revisions.is_empty(), "nobody could tell what it is");
    let shared = one(&index, &[1, 2]);
    let file = shared.write();
    assert!(!file.contains("我的担心") && !file.contains("不肯开口"), "{file}");
    let went: Kind = shared.revisions[0].content().read().expect("a kind");
    assert_eq!(
        (went.label(Language::ZhHans), went.fields.len(), went.stages.len()),
        ("家访", 3, 1)
    );
    assert_eq!(went.title_of(shared.revisions[1].content()), "小航家");
    // One that is for the teacher's eyes only stays, and one that does not count is not asked about.
    for (private, part) in [(true, "work"), (false, "")] {
        let mut kind = kind.clone();
        (kind.private, kind.report.part) = (private, part.into());
        let index = self::index(&[
            (1, Content::of(&kind)),
            (2, kind.begun("小航家").with("on", Some("2026-10-12".into()))),
        ]);
        assert_eq!(offers(&index, None), []);
        assert!(one(&index, &[1, 2]).revisions.is_empty());
    }
}

/// A passage that rests on these records; of the sixth, on its mirror.
fn passage(text: &str, of: &[u8]) -> Passage {
    Passage {
        text: text.into(),
        sources: of
            .iter()
            .map(|number| Source {
                record: id(*number),
                revision: crate::RevisionId::of(b"x"),
                part: if *number == 6 { "mirror".into() } else { String::new() },
                snapshot: "原话".into(),
                other: serde_json::Map::new(),
            })
            .collect(),
        ..Passage::default()
    }
}

/// A text with passages that rest on nothing, on what may be shared, on what is held back, and on both.
fn text() -> Document {
    let open = format!("自己写的。![脸](luoxuan:{})", crate::BlobId::of(b"face"));
    Document {
        title: "把一件事写具体".into(),
        spirals: vec![id(1)],
        sections: [(
            "measures".to_owned(),
            vec![
                passage(&open, &[]),
                passage("发一张纸条。", &[2]),
                passage("生A哭了。", &[3]),
                passage("两样都有。", &[2, 3]),
                passage("作业上写着。", &[4]),
                passage("生A的作业。", &[5]),
                passage("我对慢的孩子急。", &[6]),
                passage("不在了的。", &[9]),
            ],
        )]
        .into(),
        aside: [("measures".to_owned(), vec![passage("放在一边的", &[])])].into(),
        fields: [("class".to_owned(), "三（2）班".to_owned())].into(),
        ..Document::default()
    }
}

#[test]
fn of_a_text_what_rests_on_anything_held_back_stays() {
    let work = |under: u8| {
        Content::of(&Evidence {
            entries: vec![id(under)],
            text: "作业".into(),
            ..Evidence::default()
        })
    };
    let index = index(&[
        (
            1,
            Content::of(&Spiral {
                title: "线索".into(),
                ..Spiral::default()
            }),
        ),
        (2, entry(Phase::Action, None, "发一张纸条。", Privacy::Public)),
        (3, entry(Phase::Action, None, "生A哭了。", Privacy::Identifiable)),
        (4, work(2)),
        (5, work(3)),
        (
            6,
            of(
                "ethics",
                "师德学习",
                &[("on", "2026-10-12".into()), ("mirror", "我对慢的孩子急。".into())],
            ),
        ),
        (7, Content::of(&text())),
    ]);
    let offered = offers(&index, DateRange::all());
    let last = offered.last().expect("the text");
    assert_eq!((last.record, last.begins_chosen), (id(7), false));
    assert_eq!(held_passages(&index, id(7)), 5);
    let shared = one(&index, &[7]);
    let went: Document = shared.revisions[0].content().read().expect("a text");
    let said: Vec<&str> = went.passages().map(|(_, _, passage)| passage.text.as_str()).collect();
    assert_eq!(said, ["自己写的。", "发一张纸条。", "作业上写着。"]);
    let file = shared.write();
    for stays in ["原话", "放在一边", "三（2）班", &id(2).to_string()] {
        assert!(!file.contains(stays), "{stays}\n{file}");
    }
    assert_eq!(went.spirals, []);
    let both = one(&index, &[1, 7]).revisions[1].content().read::<Document>();
    assert_eq!(both.expect("a text").spirals, [id(1)]);
}
