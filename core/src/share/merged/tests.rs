use serde_json::{Value, json};

use super::*;
use crate::kind::Kinds;
use crate::record::{Kind, Phase};
use crate::share::Sender;
use crate::{Content, State, Timestamp};

const HANS: Language = Language::ZhHans;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

/// What one teacher gave: each record by a number of its own.
fn gave(name: &str, device: u8, at: i64, records: &[(u8, Content)]) -> Shared {
    let device = DeviceId::from_bytes([device; 16]);
    let at = Timestamp::new(at, 480);
    let revision = |(number, content): &(u8, Content)| {
        let record = id(*number);
        Arc::new(Revision::new(record, [], device, at, State::Live, content.clone()))
    };
    Shared {
        sender: Sender {
            name: name.into(),
            device,
            at,
            span: None,
        },
        revisions: records.iter().map(revision).collect(),
        damaged: 0,
    }
}

fn of(kind: &str, title: &str, fields: &Value) -> Content {
    let begun = Kinds::built_in().named(kind).expect(kind).begun(title);
    let fields = fields.as_object().expect("fields").iter();
    fields.fold(begun, |content, (name, value)| content.with(name, Some(value.clone())))
}

fn award(title: &str, more: &Value) -> Content {
    let award = of(
        "outcome",
        title,
        &json!({"sort": "paper", "level": "city", "grade": "first", "on": "2026-10-12"}),
    );
    let more = more.as_object().expect("fields").iter();
    more.fold(award, |content, (name, value)| content.with(name, Some(value.clone())))
}

fn term() -> Term {
    Term {
        year: Some(2026),
        number: 1,
        start: "2026-09-01".parse().ok(),
        end: "2027-01-31".parse().ok(),
        ..Term::default()
    }
}

fn texts(document: &Document, section: &str) -> Vec<String> {
    let passages = document.sections.get(section).into_iter().flatten();
    passages.map(|passage| passage.text.clone()).collect()
}

fn count(one: &Content, two: &Content) -> usize {
    let files = [
        gave("林老师", 1, 0, &[(1, one.clone())]),
        gave("周老师", 2, 0, &[(2, two.clone())]),
    ];
    let merged = Merged::of(&files, HANS);
    assert_eq!(
        merged.joined().is_empty(),
        merged.index().heads(&one.kind()).count() == 2
    );
    merged.index().heads(&one.kind()).count()
}

/// What two teachers gave who heard one talk, share one award, and each gave a lesson of one name on one day.
fn two_teachers() -> [Shared; 2] {
    let lesson = |day: &str| of("open_lesson", "认识分数", &json!({"level": "city", "on": day}));
    [
        gave(
            "林老师",
            1,
            0,
            &[
                (1, award("《把一件事写具体》", &json!({}))),
                (2, lesson("2026-11-02")),
                (
                    3,
                    of("lecture", "数据怎样说话", &json!({"on": "2026-10-20", "hours": 2})),
                ),
            ],
        ),
        gave(
            "周老师",
            2,
            0,
            &[
                (4, award("把一件事写具体", &json!({}))),
                // 同课异构: two lessons of one name on one day.
                (5, lesson("2026-11-02")),
                (
                    6,
                    of("lecture", "数据怎样说话", &json!({"on": "2026-10-20", "hours": 2})),
                ),
                (
                    7,
                    of("issue", "培训资源短缺", &json!({"on": "2026-12-01", "plan": "请进来"})),
                ),
            ],
        ),
    ]
}

#[test]
fn what_two_brought_counts_once_and_is_said_to_be_both() {
    let merged = Merged::of(&two_teachers(), HANS);
    let names: Vec<_> = merged
        .members()
        .iter()
        .map(|member| (member.name.as_str(), member.records))
        .collect();
    assert_eq!(names, [("林老师", 3), ("周老师", 4)]);
    let joined: Vec<_> = merged
        .joined()
        .iter()
        .map(|one| (one.title.as_str(), one.whose.len()))
        .collect();
    assert_eq!(joined, [("《把一件事写具体》", 2), ("数据怎样说话", 2)]);

    let report = merged
        .report("语文教研组", &term(), HANS)
        .expect("the term says its days");
    assert_eq!(report.title, "语文教研组2026学年第一学期工作总结");
    assert_eq!(
        texts(&report, "opening"),
        ["本总结汇总了2位教师交来的记录：林老师、周老师。"]
    );
    let work = texts(&report, "work");
    assert!(
        work.contains(&"讲座1场，按人次合计4学时：10月20日“数据怎样说话”（林老师、周老师）。".to_owned()),
        "{work:?}"
    );
    let outcomes = texts(&report, "outcomes");
    assert_eq!(outcomes[0], "公开课2节：市级2节。");
    assert_eq!(outcomes[1], "论文1项：市级一等奖1项。");
    assert!(
        outcomes[2].contains("| 《把一件事写具体》 | 论文 | 市级 | 一等奖 | 10月12日 | 林老师、周老师 |"),
        "{}",
        outcomes[2]
    );
    assert!(
        outcomes[2].contains("| 认识分数 | 公开课 | 市级 |  | 11月2日 | 周老师 |"),
        "{}",
        outcomes[2]
    );
    assert_eq!(texts(&report, "problems"), ["培训资源短缺。下一步：请进来（周老师）。"]);
    let passages = report.sections.values().flatten();
    assert!(passages.clone().count() > 5 && passages.clone().all(|passage| passage.sources.is_empty()));
}

#[test]
fn what_only_looks_the_same_counts_twice() {
    let plain = award("把一件事写具体", &json!({}));
    let with = |more: Value| award("把一件事写具体", &more);
    assert_eq!(count(&plain, &plain), 1);
    assert_eq!(count(&plain, &with(json!({"grade": "second"}))), 2);
    assert_eq!(count(&plain, &with(json!({"on": "2026-10-13"}))), 2);
    assert_eq!(count(&plain, &with(json!({"on": null}))), 1, "one has not said when");
    let own = |name: &str| with(json!({"whose": "person", "author": name}));
    assert_eq!(count(&own("林老师"), &own("周老师")), 2);
    assert_eq!(count(&own(""), &own("")), 2, "each is one person's");
    assert_eq!(count(&own("林老师、周老师"), &own("周老师，林老师")), 1);
    assert_eq!(
        count(&own("林老师"), &with(json!({"whose": "group", "author": "周老师"}))),
        1
    );
    let numbered = |title: &str, number: &str| award(title, &json!({"certificate": number}));
    assert_eq!(
        count(
            &numbered("甲", "2026-0012"),
            &numbered("把一件事写具体（甲）", "2026 0012")
        ),
        1
    );
    assert_eq!(count(&numbered("甲", "12"), &numbered("甲", "13")), 2);
    let untitled = award("", &json!({}));
    assert_eq!(count(&untitled, &untitled), 2);
}

#[test]
fn a_later_file_takes_the_place_of_an_earlier_one_whatever_the_order() {
    let lecture = |title: &str| of("lecture", title, &json!({"on": "2026-10-20"}));
    let early = gave("林老师", 1, 10, &[(1, lecture("旧名")), (2, lecture("拿回去的"))]);
    let late = gave("林老师", 1, 20, &[(1, lecture("新名"))]);
    for files in [[early.clone(), late.clone()], [late, early]] {
        let merged = Merged::of(&files, HANS);
        let titles: Vec<_> = merged
            .index()
            .heads("lecture")
            .map(|head| head.content().text("name"))
            .collect();
        assert_eq!(titles, [Some("新名".into())]);
        assert_eq!(merged.members().len(), 1);
    }
}

#[test]
fn the_spirals_of_a_group_have_their_turns_and_those_without_a_name_a_number() {
    let spiral = Content::of(&Spiral {
        title: "起步习作怎样写具体".into(),
        ..Spiral::default()
    });
    let entry = |phase, body: &str| {
        Content::of(&Entry {
            spiral: Some(id(1)),
            phase,
            happened_on: "2026-10-12".parse().ok(),
            body: body.into(),
            ..Entry::default()
        })
    };
    let files = [
        gave(
            "",
            1,
            0,
            &[
                (1, spiral),
                (2, entry(Phase::Problem, "写不具体。")),
                (3, entry(Phase::NewProblem, "怎样选材？")),
            ],
        ),
        gave("", 2, 0, &[]),
    ];
    let merged = Merged::of(&files, HANS);
    let names: Vec<_> = merged.members().iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["教师1（没写姓名）", "教师2（没写姓名）"]);
    let spirals = merged.spirals();
    assert_eq!(
        (spirals.len(), spirals[0].turns.len(), spirals[0].whose.len()),
        (1, 1, 1)
    );
    let report = merged.report("", &term(), HANS).expect("the term says its days");
    assert_eq!(report.title, "2026学年第一学期工作总结");
    let work = texts(&report, "work");
    assert!(
        work.contains(&"“起步习作怎样写具体”走到第1轮，写下2条记录（教师1（没写姓名））。".to_owned()),
        "{work:?}"
    );
    let open = "研究中还没有解决的问题：怎样选材（教师1（没写姓名））？";
    assert_eq!(texts(&report, "problems"), [open]);
}

#[test]
fn hours_count_for_each_who_attended() {
    let lecture = |title: &str, hours: f64| of("lecture", title, &json!({"on": "2026-10-20", "hours": hours}));
    let files = [
        gave(
            "林老师",
            1,
            0,
            &[(1, lecture("数据怎样说话", 2.0)), (2, lecture("朗读", 1.5))],
        ),
        gave("周老师", 2, 0, &[(3, lecture("数据怎样说话", 2.0))]),
        // Her other device, with the same record.
        gave("周老师", 3, 0, &[(3, lecture("数据怎样说话", 2.0))]),
    ];
    let merged = Merged::of(&files, HANS);
    let report = merged.report("", &term(), HANS).expect("the term says its days");
    let work = texts(&report, "work");
    let said = "讲座2场，按人次合计5.5学时：10月20日“数据怎样说话”（林老师、周老师）；10月20日“朗读”（林老师）。";
    assert!(work.contains(&said.to_owned()), "{work:?}");
}

#[test]
fn two_who_made_a_kind_of_the_same_name_mean_the_same() {
    let kind = |number: u8, more: &[&str]| {
        let mut kind = Kind::own(id(number), "家访", ["哪一家", "日期", "记录"], HANS);
        for label in more {
            crate::kind::add_field(&mut kind, label, crate::record::FieldSort::Line, HANS);
        }
        crate::kind::add_stage(&mut kind, "约好", HANS);
        crate::kind::add_stage(&mut kind, "去过", HANS);
        kind
    };
    let visit = |kind: &Kind, title: &str, stage: usize| {
        let begun = kind.begun(title).with("on", Some("2026-10-12".into()));
        kind.at_stage(&begun, &kind.stages[stage].word, None)
    };
    let (mine, theirs) = (kind(1, &["谁去"]), kind(2, &["怎么去", "谁去"]));
    let files = [
        gave(
            "林老师",
            1,
            0,
            &[(1, Content::of(&mine)), (3, visit(&mine, "小航家", 0))],
        ),
        gave(
            "周老师",
            2,
            0,
            &[
                (2, Content::of(&theirs)),
                (4, visit(&theirs, "小雨家", 1).with("own2", Some("我".into()))),
            ],
        ),
    ];
    for files in [files.clone(), {
        let [one, two] = files;
        [two, one]
    }] {
        let merged = Merged::of(&files, HANS);
        let kinds: Vec<_> = merged.index().of_kind::<Kind>().map(|(id, _)| id).collect();
        assert_eq!(kinds, [id(1)]);
        let visits: Vec<_> = merged.index().heads(&mine.name).collect();
        assert_eq!(visits.len(), 2);
        assert_eq!(
            visits[1].content().text("own1").as_deref(),
            Some("我"),
            "谁去 is the first's first"
        );
        let report = merged.report("", &term(), HANS).expect("the term says its days");
        let work = texts(&report, "work");
        assert_eq!(work[0], "### 家访");
        let said = "家访2条：10月12日“小航家”（约好；林老师）；10月12日“小雨家”（去过；周老师）。";
        assert!(work.contains(&said.to_owned()), "{work:?}");
    }
}

#[test]
fn the_texts_of_a_group_are_told_with_whose_they_are() {
    let text = Content::of(&Document {
        title: "把一件事写具体".into(),
        ..Document::default()
    });
    let at = 1_790_000_000_000;
    let merged = Merged::of(&[gave("林老师", 1, at, &[(1, text)])], HANS);
    let all: Vec<_> = merged
        .texts()
        .into_iter()
        .map(|text| (text.title, text.whose))
        .collect();
    assert_eq!(all, [("把一件事写具体".to_owned(), vec!["林老师".to_owned()])]);
    let report = merged.report("", &term(), HANS).expect("the term says its days");
    let work = texts(&report, "work");
    let said = work
        .iter()
        .find(|said| said.contains("把一件事写具体"))
        .expect("it is told");
    assert!(said.contains("《把一件事写具体》（经验总结；林老师）"), "{said}");
}
