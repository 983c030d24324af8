//! Stages, and what is asked at each.

use super::*;

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

/// A kind, the way through its stages that is usual, and what leads off it, as teachers name them.
type Machine = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const MACHINES: [Machine; 6] = [
    (
        "one_thing",
        "草拟 已申报 已通过 进行中 已成文 已交流",
        &[("已申报", "退回修改"), ("退回修改", "已申报")],
    ),
    (
        "project",
        "草拟 校内把关 已申报 立项 开题 实施 中期 结题 评奖",
        &[
            ("已申报", "未立项"),
            ("立项", "撤销"),
            ("实施", "延期"),
            ("实施", "变更"),
            ("实施", "中止"),
            ("中止", "撤销"),
            ("延期", "结题"),
        ],
    ),
    (
        "contest_entry",
        "传达通知 已报名 过程跟踪 已交学校 专家指导 教师修正 已上交 已有结果 证书归档",
        &[("已交学校", "未入选上送"), ("教师修正", "专家指导")],
    ),
    (
        "routine_class",
        "申报 过程引导 评审与展示 示范班",
        &[
            ("评审与展示", "达标班"),
            ("评审与展示", "未达标"),
            ("未达标", "过程引导"),
        ],
    ),
    ("book", "想读 在读 读完 有心得 已交流", &[]),
    ("training", "计划 已参加 待认定 已认定", &[("待认定", "不认定")]),
];

#[test]
fn the_usual_ways_of_a_school_are_there_and_every_other_is_told() {
    for (name, way, besides) in MACHINES {
        let kind = Kinds::built_in().named(name).expect(name);
        let word = |label: &str| {
            let mut stages = kind.stages.iter();
            let stage = stages.find(|stage| stage.label(Language::ZhHans) == label);
            stage.unwrap_or_else(|| panic!("{name} has no {label}")).word.clone()
        };
        let way: Vec<&str> = way.split(' ').collect();
        let (main, _) = kind.ways();
        let main: Vec<&str> = main.iter().map(|stage| stage.label(Language::ZhHans)).collect();
        assert_eq!(main, way, "{name}");
        let steps = way
            .windows(2)
            .map(|pair| (pair[0], pair[1]))
            .chain(besides.iter().copied());
        for (from, to) in steps {
            let at = kind.at_stage(&kind.begun("一"), &word(from), None);
            assert_eq!(kind.moved(&at, &word(to)), Moved::Next, "{name}: {from} → {to}");
        }
        for from in &kind.stages {
            let at = kind.at_stage(&kind.begun("一"), &from.word, None);
            for to in &kind.stages {
                let moved = kind.moved(&at, &to.word);
                let follows = from.next.contains(&to.word);
                assert_eq!(
                    matches!(moved, Moved::Next),
                    follows && from.word != to.word,
                    "{name}: {} → {}",
                    from.word,
                    to.word
                );
                assert_ne!(moved, Moved::Unknown);
            }
        }
    }
    // What becomes of each remark of an expert.
    let coaching = Kinds::built_in().named("coaching").expect("it is there");
    let remarks = coaching.fields.iter().flat_map(|field| &field.columns);
    let answers: Vec<Vec<&str>> = remarks
        .map(|column| {
            column
                .choices
                .iter()
                .map(|choice| said(&choice.label, Language::ZhHans))
                .collect()
        })
        .collect();
    assert!(
        answers.contains(&vec!["待处理", "采纳", "部分采纳", "不采纳"]),
        "{answers:?}"
    );
}
