//! What was expected before anybody answered, held against what came.

use luoxuan::catalog::Language;
use luoxuan::draft::of_survey;
use luoxuan::record::{Estimate, Item, ItemKind, Record};
use luoxuan::survey::{Estimated, SurveyResult, Tally, facts, findings, leading};
use luoxuan::{Content, Index, Journal, RecordId, Survey};
use luoxuan_tests::asked::counted;

use crate::properties::by;

const ZH: Language = Language::ZhHans;

fn item(name: &str, counts: &[(&str, u32)], estimate: Option<(&str, u32)>) -> Item {
    Item {
        name: name.into(),
        estimate: estimate.map(|(choice, percent)| Estimate {
            choice: choice.into(),
            percent: Some(percent),
            ..Estimate::default()
        }),
        ..counted(ItemKind::Single, counts)
    }
}

fn of(items: &[Item]) -> Survey {
    let placed = (0..).zip(items).map(|(place, item)| {
        let item = Item { place, ..item.clone() };
        (place.to_string(), item)
    });
    Survey {
        title: "习作调查".into(),
        items: placed.collect(),
        ..Survey::default()
    }
}

fn told(item: Item) -> SurveyResult {
    findings(&of(&[item]), ZH).remove(0)
}

const HARD: [(&str, u32); 4] = [("不知道写什么", 52), ("写不细", 41), ("不会用词", 18), ("其他", 10)];

#[test]
fn what_came_out_otherwise_is_said_and_what_was_expected_too() {
    let missed = told(item("最大困难", &HARD, Some(("2", 60))));
    assert!(
        missed.sentence.ends_with(
            "两项合计93人（76.9%）。事先估计选“不会用词”的约60%，实际14.9%，相差45.1个百分点，同估计不一样。"
        ),
        "{}",
        missed.sentence
    );
    assert_eq!(missed.headline, "最大困难：选“不会用词”的14.9%，事先估计约60%");
    let met = told(item("最大困难", &HARD, Some(("0", 40))));
    assert!(
        met.sentence
            .ends_with("。事先估计选“不知道写什么”的约40%，实际43.0%，同估计相近。"),
        "{}",
        met.sentence
    );
    assert_eq!(met.headline, told(item("最大困难", &HARD, None)).headline);
    assert!(met.weight < 1000 && missed.weight == 1451);
    assert!(!told(item("最大困难", &HARD, None)).sentence.contains("估计"));
}

#[test]
fn ten_points_and_three_people_are_too_far_off() {
    let missed = |counts: &[(&str, u32)], percent| {
        let item = item("改", counts, Some(("0", percent)));
        let survey = of(&[]);
        let tally = Tally::of(&survey, "q", &item, ZH).expect("counts");
        Estimated::of(&item, &tally).expect("an estimate").missed
    };
    assert!(missed(&[("会", 50), ("不会", 50)], 60), "just ten");
    assert!(!missed(&[("会", 51), ("不会", 49)], 60));
    assert!(
        !missed(&[("会", 4), ("不会", 6)], 60),
        "two of ten are twenty points and two people"
    );
    assert!(missed(&[("会", 3), ("不会", 7)], 60));
    assert!(missed(&[("会", 0), ("不会", 40)], 900), "no more than all");
    let mut scale = item("改", &[("会", 3), ("不会", 7)], Some(("0", 60)));
    scale.sort = ItemKind::Likert5;
    let tally = Tally::of(&of(&[]), "q", &scale, ZH).expect("counts");
    assert_eq!(Estimated::of(&scale, &tally), None);
    let gone = item("改", &[("会", 3), ("不会", 7)], Some(("9", 60)));
    let tally = Tally::of(&of(&[]), "q", &gone, ZH).expect("counts");
    assert_eq!(Estimated::of(&gone, &tally), None, "the option is no longer there");
    let mut half = item("改", &[("会", 3), ("不会", 7)], Some(("0", 60)));
    half.estimate.as_mut().expect("an estimate").percent = None;
    assert_eq!(Estimated::of(&half, &tally), None, "nobody has said how many");
}

#[test]
fn a_text_leads_with_what_nobody_expected() {
    let plain = |name: &str| item(name, &[("是", 110), ("否", 11)], None);
    let items = [
        plain("甲"),
        plain("乙"),
        plain("丙"),
        item(
            "最大困难",
            &[("写不细", 45), ("没东西写", 40), ("其他", 36)],
            Some(("1", 80)),
        ),
        plain("丁"),
    ];
    let survey = of(&items);
    let all = findings(&survey, ZH);
    let (leads, _) = leading(&all);
    assert_eq!(leads[0].called, "最大困难");
    let id = RecordId::from_bytes([2; 16]);
    let mut journal = Journal::new();
    journal.write(id, Content::of(&survey), by(1, 0));
    let document = of_survey(&Index::of(&journal), &journal, id, ZH).expect("a draft");
    assert_eq!(
        document.section("results")[0].text,
        "## 最大困难：选“没东西写”的33.1%，事先估计约80%"
    );
    assert!(facts(&survey, "item:3:sentence").expect("facts").contains("?1 80%"));
    assert_eq!(Survey::from_fields(&survey.fields()), survey);
}
