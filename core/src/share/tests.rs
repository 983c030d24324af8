use serde_json::json;

use super::*;
use crate::record::{Phase, Privacy};
use crate::{Author, DeviceId, Journal, Timestamp};

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
