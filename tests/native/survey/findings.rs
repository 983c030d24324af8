//! The figures of each kind of question, in a table and in sentences.

use luoxuan::catalog::Language;
use luoxuan::chart::ChartKind;
use luoxuan::record::{Cross, ItemKind, Paired};
use luoxuan::survey::{
    CautionKind, Change, Pairs, Rates, Scale, Share, agreement, cautions, decimal, facts, findings, percent,
    sample_table, short,
};
use luoxuan::{RecordId, Survey};
use luoxuan_tests::demo::id;

use super::{ZH, cells, item, of, only, world};

#[test]
fn a_frequency_table_names_its_base_and_its_rounding() {
    let counts = [
        ("不知道写什么", 52),
        ("知道写什么但写不细", 41),
        ("不会用词造句", 18),
        ("其他", 10),
    ];
    let survey = of(121, item(ItemKind::Single, "最大困难", &counts));
    let finding = only(&survey);
    assert!(finding.table.starts_with("表：最大困难（n=121）\n\n"));
    assert_eq!(
        cells(&finding.table),
        [
            ["选项", "人数", "百分比（%）"],
            ["不知道写什么", "52", "43.0"],
            ["知道写什么但写不细", "41", "33.9"],
            ["不会用词造句", "18", "14.9"],
            ["其他", "10", "8.3"],
            ["合计", "121", "100.1"],
        ]
    );
    assert!(finding.table.ends_with("注：因四舍五入，各项百分比之和为100.1%。"));
    assert_eq!(
        finding.sentence,
        "关于“最大困难”，在121人中，选“不知道写什么”的最多，52人（43.0%）；41人（33.9%）选“知道写什么但写不细”，\
         18人（14.9%）选“不会用词造句”，10人（8.3%）选“其他”；人数最多的两项合计93人（76.9%）。"
    );
    let chart = finding.chart.expect("a chart");
    assert_eq!(
        (chart.kind, chart.caption.as_str()),
        (ChartKind::Bar, "最大困难（n=121）")
    );
    let [english] = &findings(&survey, Language::En)[..] else {
        panic!("one")
    };
    assert!(
        english
            .sentence
            .starts_with("On “最大困难”: of 121 people, most, 52 (43.0%), chose “不知道写什么”; 41 (33.9%)")
    );
    assert!(english.table.starts_with("Table: 最大困难 (n = 121)\n"));
}

#[test]
fn two_that_lead_are_said_only_where_they_do() {
    let said = |counts: &[u32]| {
        let names = ["a", "b", "c", "d"];
        let counts: Vec<_> = names.into_iter().zip(counts.iter().copied()).collect();
        let people = counts.iter().map(|(_, count)| count).sum();
        only(&of(people, item(ItemKind::Single, "年级", &counts))).sentence
    };
    assert!(said(&[20, 12, 6, 4]).contains("人数最多的两项合计32人（76.2%）"));
    assert!(
        !said(&[20, 9, 9, 4]).contains("人数最多的两项"),
        "a third was chosen as often"
    );
    // Nor does one lead that was chosen as often as another.
    assert!(said(&[12, 12, 6, 4]).starts_with("关于“年级”，在34人中，12人（35.3%）选“a”，12人（35.3%）选“b”"));
}

#[test]
fn a_scale_shows_its_distribution_beside_its_mean() {
    let counts = [12, 23, 37, 34, 15].map(|count| ("", count));
    let finding = only(&of(121, item(ItemKind::Likert5, "我写作文时有东西可写", &counts)));
    assert_eq!(
        finding.sentence,
        "“我写作文时有东西可写”按5点计分，均值2.86（标准差1.16，n=121），选“符合”及以上的35人（28.9%）。"
    );
    assert_eq!(cells(&finding.table)[1], ["非常符合", "12", "9.9"]);
    assert!(
        finding
            .table
            .contains("注：均值2.86，标准差1.16；选“符合”及以上的35人（28.9%）。")
    );
    assert_eq!(finding.chart.expect("a chart").kind, ChartKind::Stacked);

    let mut reversed = item(ItemKind::Likert5, "我怕写作文", &counts);
    reversed.reversed = true;
    let finding = only(&of(121, reversed));
    assert!(
        finding.sentence.contains("5点计分（反向题，已换算），均值3.14"),
        "{}",
        finding.sentence
    );
    assert!(
        finding.sentence.contains("选“不符合”及以下的49人（40.5%）"),
        "{}",
        finding.sentence
    );
}

#[test]
fn a_two_way_table_runs_along_its_rows() {
    let cross = Cross {
        title: "课外阅读次数与最大困难".into(),
        rows: vec!["≥3次".into(), "<3次".into()],
        columns: vec!["不知道写什么".into(), "其他困难".into()],
        counts: vec![vec![13, 35], vec![39, 34]],
        ..Cross::default()
    };
    let survey = Survey {
        crosses: [("r".into(), cross)].into(),
        ..Survey::default()
    };
    let finding = only(&survey);
    assert_eq!(
        cells(&finding.table),
        [
            ["", "不知道写什么", "其他困难", "人数"],
            ["≥3次", "13（27.1%）", "35（72.9%）", "48"],
            ["<3次", "39（53.4%）", "34（46.6%）", "73"],
        ]
    );
    assert_eq!(
        finding.sentence,
        "“≥3次”的48人中，选“不知道写什么”的13人（27.1%）；“<3次”的73人中，选“不知道写什么”的39人（53.4%）。\
         两者有关联，不等于谁是因、谁是果。"
    );
    let cares: Vec<_> = cautions(&survey).iter().map(|caution| caution.care).collect();
    assert!(cares.contains(&CautionKind::NotACause) && !cares.contains(&CautionKind::ThinCells));
}

#[test]
fn several_answers_have_two_bases() {
    let counts = [("甲", 28), ("乙", 22), ("丙", 15), ("丁", 9)];
    let finding = only(&of(40, item(ItemKind::Multiple, "写之前做什么", &counts)));
    assert_eq!(
        cells(&finding.table)[1..],
        [
            ["甲", "28", "70.0", "37.8"],
            ["乙", "22", "55.0", "29.7"],
            ["丙", "15", "37.5", "20.3"],
            ["丁", "9", "22.5", "12.2"],
        ]
    );
    assert!(finding.table.contains("可多选，合计超过100%"));
    assert!(
        finding.sentence.ends_with("（可多选，共74人次）。"),
        "{}",
        finding.sentence
    );
    // Where nobody knows how many people ticked, their share is not made up.
    let finding = only(&of(0, item(ItemKind::Multiple, "写之前做什么", &counts)));
    assert_eq!(cells(&finding.table)[1], ["甲", "28", "–", "37.8"]);
    assert!(finding.table.contains("只能以74人次为分母") && finding.sentence.contains("“甲”28人次（37.8%）"));
    // The same counts as a single choice cannot be.
    let single = of(40, item(ItemKind::Single, "写之前做什么", &counts));
    assert!(
        cautions(&single)
            .iter()
            .any(|caution| caution.care == CautionKind::MoreTicks && caution.n == 74)
    );
}

const PAIRS: [(f64, f64); 10] = [
    (62.0, 70.0),
    (70.0, 72.0),
    (55.0, 60.0),
    (80.0, 79.0),
    (74.0, 80.0),
    (68.0, 75.0),
    (59.0, 59.0),
    (85.0, 88.0),
    (77.0, 83.0),
    (64.0, 71.0),
];

#[test]
fn pairs_are_compared_pupil_by_pupil() {
    let paired = Paired {
        title: "单元测验".into(),
        pairs: PAIRS.into(),
        thresholds: vec![80.0, 60.0],
        ..Paired::default()
    };
    let finding = only(&Survey {
        paired: [("t".into(), paired)].into(),
        ..Survey::default()
    });
    assert_eq!(
        finding.sentence,
        "“单元测验”：10人前后都有数据，均值由69.4到73.7，平均差4.3（差的标准差3.13），进步8人、持平1人、退步1人；\
         80及以上的由2人到3人；60及以上的由8人到9人。"
    );
    assert_eq!(
        cells(&finding.table),
        [
            ["", "人数", "均值", "标准差", "80及以上", "60及以上"],
            ["前测", "10", "69.4", "9.64", "2", "8"],
            ["后测", "10", "73.7", "9.36", "3", "9"],
        ]
    );
    assert!(finding.table.contains("配对t=4.35，自由度9"), "{}", finding.table);
    let twice = Survey {
        paired: [(
            "t".into(),
            Paired {
                pairs: PAIRS.into(),
                ..Paired::default()
            },
        )]
        .into(),
        ..Survey::default()
    };
    assert!(
        cautions(&twice)
            .iter()
            .any(|caution| caution.care == CautionKind::SameTest)
    );
    let pairs = Pairs::of(&PAIRS).expect("pairs");
    let (t, df) = pairs.t.expect("a t");
    assert_eq!((decimal(t, 2).as_str(), df), ("4.35", 9));
}

#[test]
fn a_share_changes_in_percentage_points() {
    let change = Change {
        name: "有焦点".into(),
        then: "2025年10月9日".into(),
        now: "2025年11月6日".into(),
        before: Share { count: 6, of: 42 },
        after: Share { count: 22, of: 42 },
    };
    let table = cells(&change.table(ZH).expect("bases"));
    assert_eq!(table[1], ["2025年10月9日", "6/42", "14.3", "–"]);
    assert_eq!(table[2], ["2025年11月6日", "22/42", "52.4", "+38.1"]);
    let sentence = change.sentence(ZH).expect("bases");
    assert!(
        sentence.contains("38.1个百分点") && !sentence.contains("38.1%"),
        "{sentence}"
    );
    let few = Change {
        before: Share { count: 3, of: 12 },
        after: Share { count: 2, of: 12 },
        ..change
    };
    assert_eq!(
        few.sentence(ZH).as_deref(),
        Some("12人中2人选“有焦点”（16.7%），与2025年10月9日的3人（25.0%）相比，减少1人（8.3个百分点）。")
    );
}

#[test]
fn the_share_of_valid_ones_says_of_what() {
    let survey = Survey {
        issued: Some(126),
        returned: Some(124),
        valid: Some(121),
        ..Survey::default()
    };
    let table = cells(&sample_table(&survey, ZH).expect("all numbers"));
    assert_eq!(table[0][4..], ["有效率（有效÷回收，%）", "有效率（有效÷发放，%）"]);
    assert_eq!(table[1], ["126", "124", "121", "98.4", "97.6", "96.0"]);
    assert_eq!(
        Rates::of(&survey).valid_of_issued.map(Share::percent).as_deref(),
        Some("96.0")
    );
}

#[test]
fn two_raters_agree_on_nine_of_ten() {
    let judged = (0..10).map(|at| (at, if at == 7 { 8 } else { at }));
    assert_eq!(agreement(judged), Share { count: 9, of: 10 });
    let mut open = item(ItemKind::Open, "想写的事", &[("家里的事", 11), ("游戏", 6)]);
    (open.agreed, open.judged) = (Some(9), Some(10));
    let finding = only(&of(20, open));
    assert!(
        finding.table.contains("两人分别归类的10条中9条一致（90%）"),
        "{}",
        finding.table
    );
    assert!(
        finding
            .sentence
            .starts_with("关于“想写的事”，20人中提到“家里的事”的最多，11人（55.0%）；")
    );
}

#[test]
fn numbers_are_summed_up_and_banded() {
    let mut scores = item(ItemKind::Number, "测验", &[]);
    scores.numbers = PAIRS.iter().map(|pair| pair.0).collect();
    scores.bands = vec![60.0, 80.0];
    let finding = only(&of(10, scores));
    assert_eq!(finding.sentence, "“测验”共10人，均值69.4，标准差9.64，最小55，最大85。");
    let table = cells(&finding.table);
    assert_eq!(table[1], ["10", "69.4", "9.64", "55", "85"]);
    assert_eq!(
        table[3..],
        [
            ["60以下", "2", "20.0"],
            ["60及以上、80以下", "6", "60.0"],
            ["80及以上", "2", "20.0"],
        ]
    );
}

#[test]
fn a_survey_is_told_what_it_lacks_and_what_leads() {
    let mut leading = item(ItemKind::Single, "", &[("是", 10), ("否", 1)]);
    leading.text = "绝大多数同学都爱读书并且爱写作，你呢？".into();
    let by_hands = Survey {
        mode: Some(luoxuan::record::SurveyMode::Hands),
        ..Survey::default()
    };
    let cares: Vec<_> = cautions(&by_hands).iter().map(|caution| caution.care).collect();
    assert_eq!(cares, [CautionKind::NoPopulation, CautionKind::NoValid]);
    let survey = Survey {
        valid: Some(12),
        returned: Some(11),
        ..of(12, leading)
    };
    let all = cautions(&survey);
    let cares: Vec<_> = all.iter().map(|caution| caution.care).collect();
    assert_eq!(
        cares,
        [
            CautionKind::NoPopulation,
            CautionKind::NoIssued,
            CautionKind::Impossible,
            CautionKind::Leading,
            CautionKind::Double,
            CautionKind::NotTheBase,
            CautionKind::FewPeople,
            CautionKind::OneTime,
        ]
    );
    let said: Vec<_> = all.iter().map(|caution| caution.sentence(ZH)).collect();
    assert_eq!(
        said[5],
        "“绝大多数同学都爱读书并且爱写作，你呢”各项合计11人，分母是12人：有人没答，还是漏数了？"
    );
    assert!(said.iter().all(|sentence| !sentence.contains('{')));
}

#[test]
fn every_finding_says_what_it_rests_on() {
    let (_, index) = world();
    let survey = index.read::<Survey>(id("survey A")).expect("a survey");
    for finding in findings(&survey, ZH) {
        for way in ["sentence", "table", "chart"] {
            let said = facts(&survey, &format!("{}:{way}", finding.part)).expect("facts");
            assert!(!said.is_empty() && !said.contains("非常符合"), "{said}");
        }
    }
    assert_eq!(facts(&survey, "header"), None);
    let scale = Scale::of(&[0; 5], false);
    assert_eq!(
        (scale, percent(1, 3), short(0.1 + 0.2)),
        (None, "33.3".into(), "0.3".into())
    );
    assert_eq!(index.read::<Survey>(RecordId::from_bytes([9; 16])), None);
}
