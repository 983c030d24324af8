//! A school's own kinds, and sorts that share a word.

use super::*;

#[test]
fn a_school_makes_a_kind_of_its_own() {
    let id = RecordId::from_bytes([7; 16]);
    let mut kind = Kind::own(id, "家访", ["名称", "日期", "记录"], Language::ZhHans);
    assert_eq!(
        add_field(&mut kind, "家长怎么说", FieldSort::Line, Language::ZhHans),
        "own1"
    );
    assert_eq!(add_field(&mut kind, "下次", FieldSort::Day, Language::ZhHans), "own2");
    for label in ["约好", "去过", "回访"] {
        add_stage(&mut kind, label, Language::ZhHans);
    }
    drop_stage(&mut kind, "own2");
    let ways: Vec<_> = kind
        .stages
        .iter()
        .map(|stage| (stage.word.as_str(), stage.next.join(" ")))
        .collect();
    assert_eq!(ways, [("own1", "own3".to_owned()), ("own3", String::new())]);
    kind.stages.clear();

    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut journal = Journal::new();
    journal.write(id, Content::of(&kind), author);
    let visit = kind.begun("小航家").with("on", Some("2026-10-12".into()));
    journal.write(RecordId::from_bytes([8; 16]), visit.clone(), author);

    let index = Index::of(&journal);
    let kinds = Kinds::of(&index);
    let found = kinds.of_content(&visit).expect("the journal says what it is");
    assert_eq!(**found, kind);
    assert_eq!(found.title_of(&visit), "小航家");
    let table = csv(found, &index, Language::ZhHans, true, &|id| id.to_owned());
    assert_eq!(
        table,
        "\u{feff}名称,日期,记录,家长怎么说,下次\r\n小航家,2026-10-12,,,\r\n"
    );
    assert_eq!(
        kinds.of_content(&Content::default().with("kind", Some("lantern".into()))),
        None
    );
}

#[test]
fn sorts_that_share_a_word_are_told_apart() {
    let kinds = Kinds::built_in();
    for (sort, name) in [("project", "project"), ("", "one_thing"), ("one_thing", "one_thing")] {
        let vehicle = crate::record::Vehicle {
            sort: crate::record::VehicleKind::from_word(sort).unwrap_or_default(),
            name: "起步习作".into(),
            ..crate::record::Vehicle::default()
        };
        let content = Content::of(&vehicle);
        let kind = kinds.of_content(&content).expect("a vehicle");
        assert_eq!(
            (kind.name.as_str(), kind.title_of(&content).as_ref()),
            (name, "起步习作")
        );
        let mut journal = Journal::new();
        let author = Author {
            device: DeviceId::from_bytes([1; 16]),
            now: Timestamp::new(0, 480),
        };
        journal.write(RecordId::from_bytes([3; 16]), content, author);
        assert_eq!(kind.records(&Index::of(&journal)).count(), 1, "{sort}");
    }
}
