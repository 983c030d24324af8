//! Two surveys held against each other: like with like, and no difference told that does not show.

use luoxuan::catalog::Language;
use luoxuan::draft::{changed, of_survey, offer};
use luoxuan::record::{Choice, Compared, ComparedAs, Item, ItemKind, Privacy, Record};
use luoxuan::survey::{CautionKind, Comparison, Unmatched, cautions, compare, findings, limits};
use luoxuan::{Content, Index, Journal, RecordId, Spiral, Survey, TextType};
use luoxuan_tests::asked::counted;

use crate::properties::by;

const ZH: Language = Language::ZhHans;

fn item(sort: ItemKind, text: &str, counts: &[(&str, u32)]) -> Item {
    Item {
        text: text.into(),
        ..counted(sort, counts)
    }
}

fn of(start: &str, valid: u32, items: &[(&str, Item)]) -> Survey {
    let placed = items.iter().zip(0..).map(|((name, item), place)| {
        let item = Item { place, ..item.clone() };
        ((*name).to_owned(), item)
    });
    Survey {
        title: "习作调查".into(),
        respondents: "三（2）班".into(),
        start: start.parse().ok(),
        valid: Some(valid),
        items: placed.collect(),
        ..Survey::default()
    }
}

/// Autumn: 121 pupils.
fn before() -> Survey {
    of(
        "2025-10-20",
        121,
        &[
            (
                "a",
                item(
                    ItemKind::Single,
                    "1、写完以后你会自己改吗？",
                    &[("每次都改", 14), ("老师要求才改", 83), ("不改", 24)],
                ),
            ),
            (
                "b",
                item(ItemKind::Single, "你喜欢写作文吗？", &[("喜欢", 52), ("不喜欢", 69)]),
            ),
            (
                "c",
                item(
                    ItemKind::Likert5,
                    "我写作文时有东西可写。",
                    &[("", 12), ("", 23), ("", 37), ("", 34), ("", 15)],
                ),
            ),
            (
                "d",
                item(ItemKind::Single, "你在哪里写？", &[("家里", 100), ("教室", 21)]),
            ),
            (
                "e",
                item(ItemKind::Multiple, "你写过什么？", &[("日记", 60), ("信", 10)]),
            ),
            (
                "f",
                item(ItemKind::Single, "你多久写一次？", &[("每天", 21), ("每周", 100)]),
            ),
            ("g", item(ItemKind::Single, "以前才问的", &[("是", 21), ("否", 100)])),
        ],
    )
}

/// The next spring: 118 of them, options in another order.
fn after() -> Survey {
    of(
        "2026-03-02",
        118,
        &[
            (
                "q1",
                item(
                    ItemKind::Single,
                    "写完以后你会自己改吗?",
                    &[("不改", 18), ("老师要求才改", 70), ("每次都改", 30)],
                ),
            ),
            (
                "q2",
                item(ItemKind::Single, "你喜欢写作文吗？", &[("喜欢", 55), ("不喜欢", 63)]),
            ),
            (
                "q3",
                item(
                    ItemKind::Likert5,
                    "我写作文时有东西可写。",
                    &[("", 20), ("", 30), ("", 36), ("", 22), ("", 10)],
                ),
            ),
            (
                "q4",
                item(ItemKind::Single, "你在哪里写？", &[("家里", 100), ("图书馆", 18)]),
            ),
            (
                "q5",
                item(ItemKind::Single, "你写过什么？", &[("日记", 60), ("信", 58)]),
            ),
            ("q6", item(ItemKind::Single, "现在才问的", &[("是", 18), ("否", 100)])),
            (
                "q7",
                Item {
                    choices: [("0", "每天"), ("1", "每周")]
                        .map(|(name, text)| {
                            (
                                name.into(),
                                Choice {
                                    text: text.into(),
                                    ..Choice::default()
                                },
                            )
                        })
                        .into(),
                    ..item(ItemKind::Single, "你多久写一次？", &[])
                },
            ),
        ],
    )
}

fn held(after: &Survey, before: &Survey, with: &Compared) -> Comparison {
    compare(after, "c", with, before, ZH)
}

#[test]
fn like_is_held_against_like_and_the_others_are_named() {
    let both = held(&after(), &before(), &Compared::default());
    assert_eq!(
        (both.first.as_str(), both.second.as_str()),
        ("2025年10月20日", "2026年3月2日")
    );
    let pairs: Vec<_> = both
        .contrasts
        .iter()
        .map(|one| (one.here.as_str(), one.there.as_str()))
        .collect();
    assert_eq!(pairs, [("q1", "a"), ("q2", "b"), ("q3", "c")]);
    assert_eq!(
        both.unmatched,
        [
            ("你在哪里写".into(), Unmatched::OtherOptions),
            ("你写过什么".into(), Unmatched::OtherKind),
            ("现在才问的".into(), Unmatched::OnlyHere),
            ("以前才问的".into(), Unmatched::OnlyThere),
            ("你多久写一次".into(), Unmatched::NotCounted),
        ]
    );
    assert_eq!(both.left()[2], "“现在才问的”：“2025年10月20日”没有问这一题");
}

#[test]
fn a_difference_is_told_only_where_the_test_allows_it() {
    let both = held(&after(), &before(), &Compared::default());
    let [revise, like, material] = &both.contrasts[..] else {
        panic!("three")
    };
    // χ² = 7.74 with two degrees of freedom, above 5.99.
    assert_eq!(revise.differs, Some(true));
    assert_eq!(
        revise.finding.sentence,
        "关于“写完以后你会自己改吗”，2025年10月20日的121人中选“每次都改”的有14人（11.6%），2026年3月2日的118人中有30人（25.4%），\
         增加13.9个百分点。两次的回答有差别（χ²检验，p＜0.05），但这不说明原因。"
    );
    assert_eq!(
        (revise.finding.headline.as_str(), revise.finding.weight),
        ("写完以后你会自己改吗：选“每次都改”的由11.6%到25.4%", 1138)
    );
    assert!(
        revise
            .finding
            .table
            .contains("| 不改 | 24（19.8%） | 18（15.3%） | −4.6 |"),
        "{}",
        revise.finding.table
    );
    // 43.0 % and 46.6 %: χ² = 0.32.
    assert_eq!((like.differs, like.finding.weight), (Some(false), 0));
    assert!(
        like.finding
            .sentence
            .ends_with("增加3.6个百分点。相差没有超出碰巧会有的范围（χ²检验），看不出有差别。"),
        "{}",
        like.finding.sentence
    );
    assert_eq!(
        material.differs,
        Some(false),
        "χ² = 6.47 with four degrees of freedom, below 9.49"
    );
    assert_eq!(
        both.sentence().as_deref(),
        Some("2025年10月20日与2026年3月2日都问了3题，其中1题的回答有差别，2题看不出差别。")
    );
}

#[test]
fn where_too_few_answered_no_difference_is_told() {
    let asked = |on: &str, [will, asked, never]: [u32; 3]| {
        let options = [("会", will), ("要求才改", asked), ("不改", never)];
        of(on, 28, &[("a", item(ItemKind::Single, "会改吗？", &options))])
    };
    let (few, again) = (asked("2025-10-20", [3, 20, 5]), asked("2026-03-02", [9, 15, 4]));
    let both = held(&again, &few, &Compared::default());
    // 3 of 28 and 9 of 28: 4.5 would be expected of the last option.
    assert_eq!(both.contrasts[0].differs, None);
    assert!(
        both.contrasts[0]
            .finding
            .sentence
            .ends_with("增加21.4个百分点。有的格子人数太少，不能检验，看不出有没有差别。")
    );
    assert!(both.sentence().expect("one").contains("1题有的格子人数太少"));
    assert!(both.table().expect("one").contains("人数太少"));
}

#[test]
fn what_may_deceive_is_said() {
    let cares = |with: &Compared, after: &Survey, before: &Survey| -> Vec<CautionKind> {
        held(after, before, with)
            .cautions
            .into_iter()
            .map(|caution| caution.care)
            .collect()
    };
    let earlier = Compared::default();
    assert_eq!(cares(&earlier, &after(), &before()), [CautionKind::Unpaired]);
    assert_eq!(
        cares(&earlier, &before(), &after()),
        [CautionKind::Unpaired, CautionKind::NotEarlier]
    );
    let group = Compared {
        sort: ComparedAs::Group,
        ..Compared::default()
    };
    let mut other = before();
    (other.respondents, other.valid, other.start) = ("三（4）班".into(), Some(28), None);
    assert_eq!(
        cares(&group, &after(), &other),
        [
            CautionKind::UnlikeGroups,
            CautionKind::NoDay,
            CautionKind::OtherNumber,
            CautionKind::SmallSide
        ]
    );
    assert!(cares(&earlier, &after(), &other).contains(&CautionKind::OtherPeople));
    let both = held(&after(), &other, &group);
    assert_eq!((both.first.as_str(), both.second.as_str()), ("三（4）班", "三（2）班"));
    assert!(
        both.contrasts[0].finding.sentence.contains("相差"),
        "{}",
        both.contrasts[0].finding.sentence
    );
    let mut named = before();
    let item = named.items.get_mut("b").expect("an item");
    (item.text, item.name) = ("你喜不喜欢写作文？".into(), "喜欢".into());
    let mut now = after();
    now.items.get_mut("q2").expect("an item").name = "喜欢".into();
    let both = held(&now, &named, &earlier);
    assert_eq!(both.contrasts.len(), 3, "by its name in tables");
    let said: Vec<_> = both.cautions.iter().map(|caution| caution.sentence(ZH)).collect();
    assert!(
        said.iter()
            .any(|it| it.starts_with("两边的问法不一样（“你喜不喜欢写作文？”和“你喜欢写作文吗？”）")),
        "{said:?}"
    );
}

#[test]
fn numbers_are_told_and_not_tested() {
    let minutes = |all: &[f64]| Item {
        numbers: all.to_vec(),
        ..item(ItemKind::Number, "写了几分钟？", &[])
    };
    let (was, is) = (
        of("2025-10-20", 3, &[("m", minutes(&[10.0, 20.0, 30.0]))]),
        of("2026-03-02", 3, &[("m", minutes(&[20.0, 30.0, 40.0]))]),
    );
    let both = held(&is, &was, &Compared::default());
    assert_eq!(
        both.contrasts[0].finding.sentence,
        "“写了几分钟”：2025年10月20日的3人均值20（标准差10），2026年3月2日的3人均值30（标准差10），相差10。这里只列均值，没有检验。"
    );
    assert!(
        both.sentence()
            .expect("one")
            .ends_with("其中0题的回答有差别，1题只列均值。")
    );
}

fn ids() -> [RecordId; 3] {
    [1, 2, 3].map(|n| RecordId::from_bytes([n; 16]))
}

fn school() -> (Journal, Survey) {
    let [spiral, then, now] = ids();
    let mut journal = Journal::new();
    journal.write(
        spiral,
        Content::of(&Spiral {
            title: "学会修改".into(),
            ..Spiral::default()
        }),
        by(1, 0),
    );
    let with = |survey: Survey| Survey {
        spiral: Some(spiral),
        ..survey
    };
    journal.write(then, Content::of(&with(before())), by(1, 1));
    let compared = Compared {
        survey: Some(then),
        ..Compared::default()
    };
    let after = Survey {
        compared: [("c".into(), compared)].into(),
        ..with(after())
    };
    journal.write(now, Content::of(&after), by(1, 2));
    (journal, after)
}

#[test]
fn a_draft_leads_with_what_changed_and_rests_on_both() {
    let ([_, then, now], (journal, after)) = (ids(), school());
    let document = of_survey(&Index::of(&journal), &journal, now, ZH).expect("a draft");
    let results = document.section("results");
    let texts: Vec<&str> = results.iter().map(|passage| passage.text.as_str()).collect();
    let at = |words: &str| {
        texts
            .iter()
            .position(|text| text.contains(words))
            .unwrap_or_else(|| panic!("{words}: {texts:#?}"))
    };
    assert!(at("选“每次都改”的由11.6%到25.4%") < at("## 两次调查对比"));
    assert!(at("都问了3题，其中1题的回答有差别") < at("表：2025年10月20日与2026年3月2日对比"));
    let passage = &results[at("增加13.9个百分点")];
    assert_eq!(
        passage.sources.iter().map(|source| source.record).collect::<Vec<_>>(),
        [now, then]
    );
    let rest = texts.iter().filter(|text| text.contains("其余各题的结果"));
    assert!(
        rest.clone().all(|table| !table.contains("由14/121")),
        "what is compared has a table of its own"
    );
    assert!(
        limits(&after, ZH)
            .expect("limits")
            .contains("前后两次调查没有对应到每个人")
    );
    assert!(
        !cautions(&after)
            .iter()
            .any(|caution| caution.care == CautionKind::OneTime)
    );
}

#[test]
fn what_changed_is_offered_to_other_texts_and_told_of_in_none_unasked() {
    let ([spiral, ..], (journal, _)) = (ids(), school());
    let index = Index::of(&journal);
    for kind in [TextType::Experience, TextType::ImprovementCase] {
        let offers = offer(&index, &journal, spiral, luoxuan::catalog::form(kind), ZH);
        let offered = offers
            .iter()
            .flat_map(|(_, offers)| offers)
            .any(|offer| offer.passage.text.contains("增加13.9个百分点"));
        assert!(offered, "{kind:?}");
    }
}

#[test]
fn a_draft_hears_when_what_was_counted_then_is_put_right() {
    let ([_, then, now], (mut journal, after)) = (ids(), school());
    let document = of_survey(&Index::of(&journal), &journal, now, ZH).expect("a draft");
    let mut mended = Index::of(&journal).read::<Survey>(then).expect("the earlier");
    mended
        .items
        .get_mut("a")
        .expect("an item")
        .choices
        .get_mut("0")
        .expect("an option")
        .count = Some(15);
    journal.write(then, Content::of(&mended), by(1, 3));
    let all = changed(&document, &journal);
    assert!(
        all.iter()
            .any(|change| change.source.record == then && change.source.part == "item:a:sentence")
    );

    // For the teacher's eyes only, or gone: no word of it.
    mended.privacy = Privacy::Own;
    journal.write(then, Content::of(&mended), by(1, 4));
    let again = of_survey(&Index::of(&journal), &journal, now, ZH).expect("a draft");
    assert!(
        !again
            .section("results")
            .iter()
            .any(|passage| passage.text.contains("2025年10月20日"))
    );
    assert_eq!(Survey::from_fields(&after.fields()), after);
    assert!(!findings(&after, ZH).is_empty());
}
