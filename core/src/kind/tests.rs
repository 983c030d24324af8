use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::catalog::tests::in_their_own_script;
use crate::record::{FieldSort, Said};
use crate::{Author, DeviceId, Journal, RecordId, Timestamp};

/// What a value of a preset says in several languages.
fn spoken(value: &Value) -> Vec<Said> {
    match value {
        Value::Array(items) => items.iter().flat_map(spoken).collect(),
        Value::Object(said) if said.contains_key("en") => {
            let texts = said.iter();
            vec![
                texts
                    .filter_map(|(tag, text)| Some((tag.clone(), text.as_str()?.to_owned())))
                    .collect(),
            ]
        }
        _ => Vec::new(),
    }
}

fn labels(kind: &Kind) -> Vec<&Said> {
    let fields = kind.fields.iter();
    let within = fields.clone().flat_map(|field| field.columns.iter());
    let each = |field: &KindField| -> Vec<Said> {
        let choices = field.choices.iter().map(|choice| choice.label.clone());
        let hint = [&field.hint, &field.unit]
            .into_iter()
            .filter(|said| !said.is_empty())
            .cloned();
        std::iter::once(field.label.clone())
            .chain(choices)
            .chain(hint)
            .collect()
    };
    let of_fields = fields.chain(within).flat_map(each);
    let stages = kind.stages.iter().map(|stage| stage.label.clone());
    let presets = kind.presets.iter();
    let of_presets = presets.flat_map(|preset| {
        let said = preset.fields.values().flat_map(spoken);
        said.chain([preset.label.clone()])
    });
    let own = [kind.label.clone(), kind.note.clone()];
    let all: Vec<Said> = own
        .into_iter()
        .chain(of_fields)
        .chain(stages)
        .chain(of_presets)
        .collect();
    Box::leak(all.into_boxed_slice()).iter().collect()
}

/// What `build.rs` refuses is not here; this is what it cannot see: the scripts, and that the crate reads what it wrote.
#[test]
fn every_kind_speaks_three_languages_in_their_own_scripts() {
    let kinds = Kinds::built_in();
    assert!(kinds.iter().count() >= 25);
    for kind in kinds.iter() {
        assert!(kind.other.is_empty(), "{}: {:?}", kind.name, kind.other);
        for label in labels(kind) {
            in_their_own_script(["zh-Hans", "zh-Hant", "en"].map(|tag| label.get(tag).map_or("", String::as_str)));
        }
        let fields = kind
            .fields
            .iter()
            .chain(kind.fields.iter().flat_map(|field| &field.columns));
        for field in fields {
            assert!(field.other.is_empty(), "{}: {:?}", kind.name, field.other);
        }
    }
}

#[test]
fn each_of_the_forty_four_systems_that_is_a_record_has_a_kind() {
    // R15 to R18 and R44 are documents, R14 the spiral, R11 an indicator, R33 a view, R10 a reason to keep records.
    let kinds = Kinds::built_in();
    for name in [
        "training",
        "theme",
        "mandate",
        "ethics",
        "activity",
        "book",
        "routine_class",
        "demonstration",
        "group_topic",
        "meeting",
        "one_thing",
        "project",
        "course",
        "contest",
        "contest_entry",
        "coaching",
        "salon",
        "sharing",
        "lecture",
        "outcome",
        "open_lesson",
        "quality_lesson",
        "online_lesson",
        "issue",
        "observation",
    ] {
        assert!(kinds.named(name).is_some(), "{name}");
    }
}

#[test]
fn a_record_goes_through_every_stage_of_its_kind_and_says_when() {
    for kind in Kinds::built_in().iter() {
        let mut seen = BTreeSet::new();
        let mut open = vec![kind.begun("一")];
        while let Some(content) = open.pop() {
            let Some(stage) = kind.stage_of(&content) else {
                assert!(kind.stages.is_empty());
                continue;
            };
            if !seen.insert(stage.word.clone()) {
                continue;
            }
            for next in &stage.next {
                let again = stage.word == *next;
                assert_eq!(
                    kind.moved(&content, next),
                    if again { Moved::Here } else { Moved::Next }
                );
                let day = Date::new(2026, 9, 10);
                let moved = kind.at_stage(&content, next, day);
                assert_eq!(kind.reached(&moved, next), day);
                assert_eq!(kind.title_of(&moved), "一");
                open.push(moved);
            }
        }
        assert_eq!(seen.len(), kind.stages.len(), "{}", kind.name);
    }
}

#[test]
fn a_kind_has_a_main_way_and_others_beside_it() {
    let kinds = Kinds::built_in();
    let words = |name: &str| {
        let kind = kinds.named(name).expect(name);
        let (main, others) = kind.ways();
        let join = |stages: Vec<&KindStage>| {
            stages
                .iter()
                .map(|stage| stage.word.as_str())
                .collect::<Vec<_>>()
                .join(" ")
        };
        (join(main), join(others))
    };
    let (main, others) = words("contest_entry");
    assert_eq!(
        main,
        "announced joined tracked handed_in coached revised submitted result archived"
    );
    assert_eq!(others, "not_sent");
    let (main, others) = words("project");
    assert_eq!(
        main,
        "drafted checking applied approved opened running midterm concluded awarded"
    );
    assert_eq!(others, "refused extended changed suspended withdrawn");
    assert_eq!(words("one_thing").1, "returned");
    assert_eq!(words("lecture"), (String::new(), String::new()));
}

#[test]
fn what_usually_lies_between_two_stages_is_told() {
    let kinds = Kinds::built_in();
    let entry = kinds.named("contest_entry").expect("it is there");
    let between = |content: &Content, to: &str| -> Vec<String> {
        let all = entry.between(content, to).into_iter();
        all.map(|stage| stage.label(Language::ZhHans).to_owned()).collect()
    };
    let begun = entry.begun("题");
    assert_eq!(between(&begun, "handed_in"), ["已报名", "过程跟踪"]);
    assert_eq!(between(&begun, "joined"), Vec::<String>::new());
    assert_eq!(between(&begun, "announced"), Vec::<String>::new());
    let unplaced = begun.with(STAGE, None);
    assert_eq!(between(&unplaced, "tracked"), ["传达通知", "已报名"]);
    // Back: nothing leads there.
    let late = entry.at_stage(&begun, "result", None);
    assert_eq!(between(&late, "joined"), Vec::<String>::new());
}

#[test]
fn what_is_asked_grows_with_the_stages_and_never_hides_what_was_said() {
    let kinds = Kinds::built_in();
    let entry = kinds.named("contest_entry").expect("it is there");
    let asks = |content: &Content, name: &str| entry.asked(content).iter().any(|field| field.name == name);
    let begun = entry.begun("题");
    assert!(!asks(&begun, "tracking") && !asks(&begun, "certificate"));
    assert!(asks(&entry.at_stage(&begun, "coached", None), "tracking"));
    assert!(asks(
        &begun.with("certificate", Some("浙教2026-1".into())),
        "certificate"
    ));
}

#[test]
fn typed_words_become_what_the_field_holds_or_a_sentence() {
    let kinds = Kinds::built_in();
    let outcome = kinds.named("outcome").expect("it is there");
    let read = |name: &str, text: &str| outcome.field(name).expect(name).read(text, Language::ZhHans);
    assert_eq!(read("level", "市级"), Ok(Some("city".into())));
    assert_eq!(read("level", "province"), Ok(Some("province".into())));
    assert_eq!(read("level", "區縣級"), Ok(Some("county".into())));
    assert_eq!(read("rank", "２"), Ok(Some(2.into())));
    assert_eq!(read("on", "2026.3.5"), Ok(Some("2026-03-05".into())));
    assert_eq!(read("name", "  "), Ok(None));
    let refused = read("level", "宇宙级").expect_err("there is no such level");
    assert_eq!(
        refused.sentence(Language::ZhHans),
        "这里没有“宇宙级”可选，有的是：校级、片区、区县级、市级、省级、国家级。"
    );
    let refused = read("on", "2026年2月30日").expect_err("February has 28 days");
    assert!(
        refused
            .sentence(Language::ZhHans)
            .starts_with("“2026年2月30日”不是一个日期")
    );
    assert_eq!(read("document", "x"), Err(Unread::Whole));
}

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

#[test]
fn a_table_for_spreadsheets_runs_nothing_and_hides_what_is_private() {
    let kinds = Kinds::built_in();
    let ethics = kinds.named("ethics").expect("it is there");
    let content = ethics
        .begun("=HYPERLINK(\"http://x\",\"点\")")
        .with("on", Some("2026-09-10".into()))
        .with("hours", Some(json!(-4)))
        .with("body", Some("第一行\n第二行，“好”".into()))
        .with("mirror", Some("说话太急".into()));
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut journal = Journal::new();
    journal.write(RecordId::from_bytes([3; 16]), content, author);
    let index = Index::of(&journal);
    let table = csv(ethics, &index, Language::ZhHans, false, &|id| id.to_owned());
    assert_eq!(
        table,
        "\u{feff}主题,日期,学时,收获,关联线索,阶段\r\n\
         \"'=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\",2026-09-10,-4,\"第一行\n第二行，“好”\",,学习\r\n"
    );
    assert!(csv(ethics, &index, Language::ZhHans, true, &|id| id.to_owned()).contains("说话太急"));
}

#[test]
fn records_know_what_names_them() {
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let kinds = Kinds::built_in();
    let begun = |name: &str| kinds.named(name).expect(name).begun("一");
    let mut journal = Journal::new();
    journal.write(id(1), begun("contest"), author);
    journal.write(
        id(2),
        begun("contest_entry").with("contest", Some(id(1).to_string().into())),
        author,
    );
    journal.write(
        id(3),
        begun("project").with("documents", Some(json!([id(1).to_string()]))),
        author,
    );
    let index = Index::of(&journal);
    assert_eq!(index.named_by(id(1)), [("contest", id(2)), ("documents", id(3))]);
    assert_eq!(index.named_by(id(2)), []);
}

const SHEET: &str = "2026年获奖统计\n序号,获奖时间,题目,奖次,级别,发证单位\n\
    1,2026.3.5,把一件事写具体,市级一等奖,市,市教育局\n\
    2,2026年春,数学画图,二等奖,省级,省教研室\n\
    3,2026/4/1,低声部,获奖,,\n\
    ,,,,,\n\
    4,2026.3.5,把一件事写具体,市级一等奖,市,市教育局\n";

#[test]
fn a_sheet_becomes_records_and_what_is_not_read_stands_in_the_note() {
    use crate::survey::sheet::Grid;
    let kinds = Kinds::built_in();
    let outcome = kinds.named("outcome").expect("it is there");
    let (grid, _) = Grid::of_text(SHEET).expect("a sheet");
    let proposed = columns(outcome, &grid);
    assert_eq!(proposed.above, 2);
    let index = Index::default();
    assert_eq!(proposed.columns[0], Column::Left);
    let taken = take(outcome, &grid, &proposed, &index, Language::ZhHans);
    assert_eq!((taken.records.len(), taken.repeated), (3, 1));
    let first = &taken.records[0];
    assert_eq!(
        ["on", "name", "grade", "level", "organiser", "body"]
            .map(|field| first.text(field).unwrap_or_default().into_owned()),
        ["2026-03-05", "把一件事写具体", "first", "city", "市教育局", ""]
    );
    assert_eq!(taken.records[1].text("body").as_deref(), Some("获奖日期：2026年春"));
    assert_eq!(taken.records[1].text("on"), None);
    assert_eq!(taken.records[2].text("body").as_deref(), Some("等第：获奖"));
    let sentences: Vec<String> = taken.misread.iter().map(|one| one.sentence(Language::ZhHans)).collect();
    assert_eq!(
        sentences[0],
        "第4行：“2026年春”不是一个日期。写成 2026-09-10 或者 2026年9月10日。这几个字记在备注里。"
    );
    assert_eq!(sentences.len(), 2);

    // What the journal has already is not taken twice.
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut journal = Journal::new();
    for (number, content) in (1..).zip(&taken.records) {
        journal.write(RecordId::from_bytes([number; 16]), content.clone(), author);
    }
    let again = take(outcome, &grid, &proposed, &Index::of(&journal), Language::ZhHans);
    assert_eq!((again.records.len(), again.repeated), (0, 4));
}

#[test]
fn a_preset_speaks_the_language_it_is_begun_in() {
    let kinds = Kinds::built_in();
    let contest = kinds.named("contest").expect("it is there");
    let papers = contest.presets.first().expect("one after Yuhang");
    let hans = contest.preset(papers, Language::ZhHans);
    assert_eq!(hans.text("name").as_deref(), Some("区论文评比（仿余杭）"));
    assert_eq!(hans.to_json()["package"], json!(["汇总表", "电子稿"]));
    assert_eq!(hans.to_json()["limits"][2], json!("文中不出现单位和姓名"));
    let en = contest.preset(papers, Language::En);
    assert_eq!(en.to_json()["package"], json!(["List of entries", "The file"]));
    assert_eq!(
        (en.text("level").as_deref(), hans.text("reuse_level").as_deref()),
        (Some("county"), Some("county"))
    );
    // Rows stand as they stand.
    let rule = kinds.named("hours_rule").expect("it is there");
    let zhejiang = rule.preset(&rule.presets[1], Language::ZhHant);
    assert_eq!(
        zhejiang.to_json()["limits"][0],
        json!({"category": "school", "most": 120, "yearly_most": 24})
    );
}

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

#[test]
fn the_way_up_from_school_to_city_needs_no_word_and_what_won_as_high_does() {
    let kinds = Kinds::built_in();
    let named = |name: &str| kinds.named(name).expect("it is there");
    let id = |number: u8| RecordId::from_bytes([number; 16]);
    let author = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let said = |records: &[(u8, Content)]| {
        let mut journal = Journal::new();
        for (number, content) in records {
            journal.write(id(*number), content.clone(), author);
        }
        reuse(&Index::of(&journal), id(2), Language::ZhHans).map(|reuse| reuse.sentence(Language::ZhHans))
    };
    let with = |content: Content, fields: &[(&str, &str)]| {
        fields.iter().fold(content, |content, (field, value)| {
            content.with(field, Some((*value).into()))
        })
    };
    let contest = |fields: &[(&str, &str)]| with(named("contest").begun("市论文评比"), fields);
    let entry = |fields: &[(&str, &str)]| with(named("contest_entry").begun("甲"), fields);
    let won = |fields: &[(&str, &str)]| with(named("outcome").begun("甲"), fields);
    let (one, two) = (id(1).to_string(), id(2).to_string());
    let city = contest(&[("level", "city")]);
    let mine = entry(&[("contest", &one)]);
    let case = |award: &[(&str, &str)]| said(&[(1, city.clone()), (2, mine.clone()), (3, won(award))]);
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
    // A notice that excludes what won lower down.
    let strict = contest(&[
        ("level", "city"),
        ("reuse_level", "county"),
        ("reuse", "已获区级奖的不再参评。"),
    ]);
    let award = won(&[("level", "county")]);
    assert_eq!(
        said(&[(1, strict), (2, mine.clone()), (3, award)]).as_deref(),
        Some("这份得过区县级奖项，通知写着：已获区级奖的不再参评。交以前先问清楚能不能再交。")
    );
    // Another text, though its title is the same; and one that is entered for two contests at once.
    let texts = [
        entry(&[("contest", &one), ("document", &id(7).to_string())]),
        won(&[("level", "city"), ("document", &id(8).to_string())]),
    ];
    let [this, other] = texts;
    assert_eq!(said(&[(1, city.clone()), (2, this), (3, other)]), None);
    let elsewhere = entry(&[("level", "city"), ("stage", "tracked")]);
    assert_eq!(
        said(&[(1, city.clone()), (2, mine.clone()), (3, elsewhere.clone())]).as_deref(),
        Some("这份也报了“别的评比”，交以前先看通知，这样的能不能再交。")
    );
    let handed = named("contest_entry").at_stage(&mine, "submitted", None);
    assert_eq!(
        said(&[(1, city), (2, handed), (3, elsewhere)]),
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
