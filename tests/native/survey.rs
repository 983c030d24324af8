//! Surveys: the figures a teacher would get with a calculator, in sentences and tables, and nothing lost on the way in.

use luoxuan::catalog::{Language, form};
use luoxuan::chart::{Chart, ChartKind};
use luoxuan::draft::{Fault, Limits, changed, check, offer, readiness, skeleton, source};
use luoxuan::record::{Cross, Item, ItemKind, Paired, Record};
use luoxuan::survey::sheet::SheetError;
use luoxuan::survey::{
    CautionKind, Change, CrossTab, Finding, Numbers, Pairs, Paper, Rates, Scale, Share, Tally, agreement, cautions,
    decimal, facts, findings, paste, percent, rows_as_text, sample, sample_table, short,
};
use luoxuan::text::markdown::{Block, Node, parse};
use luoxuan::{Content, Document, Index, Journal, RecordId, Revision, Survey, TextType};
use luoxuan_tests::asked::counted;
use luoxuan_tests::demo::{id, journal};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::properties::{Chance, by, cases};

const ZH: Language = Language::ZhHans;

fn item(sort: ItemKind, name: &str, counts: &[(&str, u32)]) -> Item {
    Item {
        name: name.into(),
        ..counted(sort, counts)
    }
}

fn of(valid: u32, item: Item) -> Survey {
    Survey {
        valid: Some(valid),
        items: [("q".into(), item)].into(),
        ..Survey::default()
    }
}

fn only(survey: &Survey) -> Finding {
    let all = findings(survey, ZH);
    let [finding] = &all[..] else {
        panic!("{} findings", all.len())
    };
    finding.clone()
}

/// Every row of the tables in a Markdown text, as a reader sees them.
fn cells(text: &str) -> Vec<Vec<String>> {
    fn words(nodes: &[Node]) -> String {
        let said = nodes.iter().map(|node| match node {
            Node::Text(text) => text.clone(),
            Node::Block(_, children) => words(children),
            other => panic!("{other:?}"),
        });
        said.collect()
    }
    let tables = parse(text).nodes.into_iter().filter_map(|node| match node {
        Node::Block(Block::Table, rows) => Some(rows),
        _ => None,
    });
    let rows = tables.flatten().filter_map(|row| match row {
        Node::Block(Block::Row(_), cells) => Some(cells),
        _ => None,
    });
    let read = rows.map(|row| {
        let cells = row.into_iter().filter_map(|cell| match cell {
            Node::Block(Block::Cell(..), inside) => Some(words(&inside)),
            _ => None,
        });
        cells.collect()
    });
    read.collect()
}

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

/// One single choice, one multiple, one scale, one number, one open question.
fn questionnaire() -> Survey {
    let with = |place, it: Item| Item { place, ..it };
    let items = [
        (
            "pick",
            with(0, item(ItemKind::Single, "选一个", &[("甲、乙", 0), ("丙", 0)])),
        ),
        (
            "more",
            with(
                1,
                item(
                    ItemKind::Multiple,
                    "选几个",
                    &[("看书", 0), ("画画,写字", 0), ("唱歌", 0)],
                ),
            ),
        ),
        ("agree", with(2, item(ItemKind::Likert5, "同意吗", &[("", 0); 5]))),
        ("score", with(3, item(ItemKind::Number, "几分", &[]))),
        ("words", with(4, item(ItemKind::Open, "说说", &[]))),
    ];
    Survey {
        items: items.map(|(name, item)| (name.into(), item)).into(),
        ..Survey::default()
    }
}

#[test]
fn rows_from_a_spreadsheet_are_counted_as_they_were_meant() {
    let mut survey = questionnaire();
    let text = "\u{feff}序号,选一个,2.,第3题,几分,说说\r\n\
        1,甲、乙,看书；唱歌,5,９５,\"第一句，\n“\"\"第二\"\"”\"\r\n\
        2,B,\"画画,写字\",非常不符合,60,\r\n\
        3,A. 甲、乙,ac,同意,缺考,没有\r\n\
        4,,1、2,非常符合\r\n\
        \r\n";
    let pasted = paste(&survey, text).expect("rows");
    assert_eq!(pasted.columns, ["pick", "more", "agree", "score", "words"]);
    assert_eq!(pasted.rows[0][4], "第一句，\n“\"第二\"”");
    let said: Vec<_> = pasted.harmed.iter().map(|harmed| harmed.sentence(ZH)).collect();
    assert_eq!(
        said,
        [
            "第1列“序号”是平台自己记的，不是回答，没有收。",
            "第4行第4列“同意”不在选项里：原样留着，没有计数。",
            "第4行第5列“缺考”不在选项里：原样留着，没有计数。",
            "第5行只有4格，后面的按没有回答算。",
        ]
    );
    (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
    let tally = |name: &str| {
        let tally = Tally::of(&survey, name, &survey.items[name], ZH).expect("counts");
        let counts: Vec<_> = tally.choices.iter().map(|choice| choice.count).collect();
        (counts, tally.people, tally.unread)
    };
    assert_eq!(tally("pick"), (vec![2, 1], 3, 0), "one did not answer");
    assert_eq!(tally("more"), (vec![3, 2, 2], 4, 0));
    assert_eq!(tally("agree"), (vec![2, 0, 0, 0, 1], 4, 1));
    let cross = Cross {
        down: "pick".into(),
        across: "more".into(),
        ..Cross::default()
    };
    let table = CrossTab::of(&survey, &cross, ZH).expect("rows");
    assert_eq!(
        table.rows,
        [("甲、乙".into(), 2, vec![2, 0, 2]), ("丙".into(), 1, vec![0, 1, 0])]
    );
    let scores = findings(&survey, ZH)
        .into_iter()
        .find(|finding| finding.part == "item:score");
    assert!(
        scores
            .expect("a finding")
            .sentence
            .starts_with("“几分”共2人，均值77.5，")
    );
}

#[test]
fn columns_without_a_heading_are_in_the_items_order_and_full_width_commas_part_them() {
    let pasted = paste(&questionnaire(), "甲、乙，看书，4，88，好").expect("a row");
    assert_eq!(pasted.columns, ["pick", "more", "agree", "score", "words"]);
    assert_eq!((pasted.rows.len(), pasted.harmed.len()), (1, 0));
    assert_eq!(paste(&questionnaire(), ""), Err(SheetError::Empty));
}

#[test]
fn paper_has_a_box_for_each_option_and_room_for_everybody() {
    let mut survey = questionnaire();
    (survey.title, survey.issued) = ("习作问卷".into(), Some(121));
    let paper = Paper::of(&survey, ZH);
    assert_eq!(
        paper.questionnaire().lines().take(6).collect::<Vec<_>>(),
        [
            "**习作问卷**",
            "",
            "不用写名字；不想回答的题可以空着。",
            "",
            "1. （单选）",
            "",
        ]
    );
    let list = parse(&paper.questionnaire());
    let lists = list
        .nodes
        .iter()
        .filter(|node| matches!(node, Node::Block(Block::List(Some(1)), items) if items.len() == 5));
    assert_eq!(lists.count(), 1, "one numbered list of all questions");
    let sheet = cells(&paper.tally_sheet());
    assert_eq!(sheet.len(), 1 + 2 + 3 + 5);
    assert_eq!(sheet[1][2].chars().count(), 25, "25 times 正 hold 125");
}

fn world() -> (Journal, Index) {
    let mut all = Journal::new();
    all.merge(journal().iter().map(|revision| Revision::clone(revision)));
    let index = Index::of(&all);
    (all, index)
}

#[test]
fn the_demonstration_says_what_its_worked_text_says() {
    let (_, index) = world();
    let survey = index.read::<Survey>(id("survey A")).expect("a survey");
    assert_eq!(index.in_spiral::<Survey>(id("spiral A")).count(), 1);
    assert_eq!(index.in_spiral::<Survey>(id("spiral B")).count(), 0);
    assert_eq!(
        sample(&survey, ZH).as_deref(),
        Some(
            "2025年10月20日至24日，对本年级三个班学生共126人作纸笔问卷（8题），取样方式为整群；\
             发放126份，回收124份，有效121份，回收率98.4%，有效率97.6%（有效÷回收），按有效÷发放为96.0%。\
             匿名填写，由非任课教师在课内发放并读题。"
        )
    );
    let said: String = findings(&survey, ZH)
        .into_iter()
        .map(|finding| finding.sentence)
        .collect();
    for words in [
        "52人（43.0%）",
        "41人（33.9%）",
        "18人（14.9%）",
        "10人（8.3%）",
        "93人（76.9%）",
        "均值2.86",
        "35人（28.9%）",
        "14人（11.6%）",
        "83人（68.6%）",
        "24人（19.8%）",
        "的48人中，选“不知道写什么”的13人（27.1%）",
        "的73人中，选“不知道写什么”的39人（53.4%）",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let cares: Vec<_> = cautions(&survey).iter().map(|caution| caution.care).collect();
    assert_eq!(cares, [CautionKind::NotACause, CautionKind::OneTime]);
}

#[test]
fn a_topical_survey_is_laid_out_of_its_survey_and_knows_when_it_changes() {
    let (mut journal, index) = world();
    let it = id("survey A");
    assert!(readiness(&index, id("spiral A"))[1].is_ready());
    let document = skeleton(&index, &journal, id("spiral A"), form(TextType::Survey), ZH);
    let parts = |document: &Document, section: &str| -> Vec<String> {
        let sources = document.section(section).iter().flat_map(|passage| &passage.sources);
        sources
            .filter(|source| source.record == it)
            .map(|source| source.part.clone())
            .collect()
    };
    assert_eq!(parts(&document, "method"), ["sample"]);
    assert_eq!(parts(&document, "appendix"), ["questionnaire"]);
    let results = parts(&document, "results");
    let leads = ["item:revise", "item:difficulty", "cross:reading-difficulty"]
        .map(|part| ["headline", "sentence", "chart"].map(|way| format!("{part}:{way}")));
    let (lead, rest) = results.split_at(9);
    assert_eq!(lead, leads.concat());
    assert_eq!(rest, ["rest"; 3], "a heading, a sentence and one table");
    let text = |at: usize| document.section("results")[at].text.as_str();
    assert_eq!(text(0), "## 修改习惯：“老师要求才改”最多（83人，68.6%）");
    assert!(text(1).ends_with("14人（11.6%）选“每次都改”（见图1）。"), "{}", text(1));
    assert_eq!(text(10), "其余2题的结果如下（见表1）。");
    assert_eq!(
        cells(text(11))[1][2],
        "均值2.86（标准差1.16），选“符合”及以上的35人（28.9%）"
    );
    assert_eq!(parts(&document, "limits"), ["limits"]);
    assert_eq!(
        document.section("proposals"),
        [],
        "asked for, not filled with what was tried before"
    );
    // Every table and chart is told by the sentence before it.
    let template = form(TextType::Survey).template(ZH);
    let found = check(&document, &template, &Limits::of(&template), &index);
    let shown = [
        Fault::UnreadTable,
        Fault::UnnamedFigure,
        Fault::UnnamedTable,
        Fault::NoSuchFigure,
    ];
    let accused: Vec<_> = found.iter().filter(|it| shown.contains(&it.fault)).collect();
    assert!(accused.is_empty(), "{accused:?}");
    let offers = offer(&index, &journal, id("spiral A"), form(TextType::Survey), ZH);
    let charts = offers
        .iter()
        .flat_map(|(_, offers)| offers)
        .filter(|offer| offer.is_second());
    assert_eq!(charts.count(), 5);

    let mut survey = index.read::<Survey>(it).expect("a survey");
    let choices = &mut survey.items.get_mut("revise").expect("an item").choices;
    choices.get_mut("never").expect("a choice").count = Some(25);
    journal.write(it, Content::of(&survey), by(1, 9_000_000));
    let found: Vec<_> = changed(&document, &journal)
        .into_iter()
        .map(|it| it.source.part.clone())
        .collect();
    let revise = ["headline", "sentence", "chart"].map(|way| format!("item:revise:{way}"));
    assert_eq!(found[..3], revise);
    assert_eq!(found[3..], ["rest"; 3]);
    survey.items.remove("revise");
    journal.write(it, Content::of(&survey), by(1, 9_000_001));
    let changed = changed(&document, &journal);
    assert!(
        changed
            .iter()
            .any(|it| it.source.part == "item:revise:sentence" && it.now.is_none())
    );
    assert!(source(&journal, it, "item:revise:table").is_none());
}

#[test]
fn indicators_are_laid_out_as_a_table_and_a_chart() {
    let (journal, index) = world();
    let offers = offer(&index, &journal, id("spiral A"), form(TextType::Experience), ZH);
    let (_, effects) = offers
        .iter()
        .find(|(section, _)| *section == "effects")
        .expect("a section");
    let table = effects
        .iter()
        .find(|offer| offer.passage.text.starts_with("表："))
        .expect("a table");
    let rows = cells(&table.passage.text);
    assert_eq!(rows[0][..3], ["日期", "篇均字数（字）", "有细节（人）"]);
    assert_eq!(rows[3][..4], ["11月6日", "171", "34（81.0%）", "22（52.4%）"]);
    assert_eq!(rows[1][4], "–");
    let chart = effects.iter().find(|offer| offer.is_second()).expect("a chart");
    let Some(Node::Block(Block::Code(info), body)) = parse(&chart.passage.text).nodes.into_iter().next() else {
        panic!("a fence")
    };
    let [Node::Text(body)] = &body[..] else { panic!("text") };
    let drawn = Chart::read(&info, body).expect("a chart");
    assert_eq!((drawn.kind, drawn.unit.as_str()), (ChartKind::Line, "%"));
    assert_eq!(
        drawn.rows[3],
        ("12月11日".into(), [90.5, 73.8, 69.0, 78.6].map(Some).into())
    );
}

fn words(chance: &mut Chance) -> String {
    const WORDS: [&str; 16] = [
        "甲",
        "不知道写什么",
        ",",
        "，",
        "\"",
        "`",
        "```",
        "<b>",
        "&amp;",
        "|",
        "\\",
        "#",
        " ",
        "n=42",
        "*重*",
        "𠮷",
    ];
    (0..=chance.below(4))
        .filter_map(|_| chance.pick(&WORDS).copied())
        .collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn percentages_of_any_counts_add_up_but_for_rounding(counts in prop::collection::vec(any::<u32>(), 1..9)) {
        let options: Vec<_> = counts.iter().map(|count| ("甲", *count)).collect();
        for sort in [ItemKind::Single, ItemKind::Multiple, ItemKind::Likert5, ItemKind::Likert4, ItemKind::Open] {
            let most = sort.points().map_or(options.len(), |points| options.len().min(points as usize));
            let mut it = item(sort, "题", &options[..most]);
            it.of = (sort == ItemKind::Single).then_some(counts[0]);
            let survey = Survey { items: [("q".into(), it)].into(), ..Survey::default() };
            cautions(&survey);
            for finding in findings(&survey, Language::En) {
                prop_assert!(finding.chart.is_some_and(|chart| chart.svg(ZH).ends_with("</svg>")));
            }
        }
        let all: u64 = counts.iter().copied().map(u64::from).sum();
        let permille: u64 = counts.iter().map(|count| Share { count: (*count).into(), of: all }.permille()).sum();
        if all > 0 {
            prop_assert!(permille.abs_diff(1000) <= counts.len() as u64 / 2, "{permille}");
        }
    }

    #[test]
    fn any_numbers_are_summed_up_without_a_panic(pairs in prop::collection::vec((any::<f64>(), any::<f64>()), 0..6)) {
        let finite: Vec<f64> = pairs.iter().map(|pair| pair.0).filter(|it| it.is_finite()).collect();
        if let Some(numbers) = Numbers::of(&finite, &finite) {
            prop_assert!(numbers.least <= numbers.most);
            prop_assert_eq!(numbers.bands.iter().map(|band| band.2).sum::<u64>(), finite.len() as u64);
        }
        let paired = Paired { pairs: pairs.clone(), thresholds: finite.clone(), ..Paired::default() };
        let survey = Survey { paired: [("p".into(), paired)].into(), ..Survey::default() };
        findings(&survey, ZH);
        let rows = pairs.iter().map(|(a, b)| ("甲".into(), vec![Some(*a), Some(*b)])).collect();
        for kind in ChartKind::ALL {
            let chart = Chart { kind: *kind, series: vec!["一".into(), "二".into()], rows: Clone::clone(&rows), ..Chart::default() };
            let svg = chart.svg(ZH);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }

    #[test]
    fn a_decimal_is_the_nearest(figure in -1e6..1e6_f64, places in 0..5_u8) {
        let printed: f64 = decimal(figure, places).parse().expect("a number");
        let half = 0.5 * 10_f64.powi(-i32::from(places));
        prop_assert!((printed - figure).abs() <= half * (1.0 + 1e-4), "{figure} {printed}");
    }

    #[test]
    fn a_chart_written_into_a_text_is_read_back(seed in any::<u64>(), values in prop::collection::vec(prop::option::of(-1e9..1e9_f64), 6)) {
        let mut chance = Chance::new(seed);
        let tidy = |text: String| text.trim().to_owned();
        let chart = Chart {
            kind: *chance.pick(ChartKind::ALL).expect("a kind"),
            caption: tidy(words(&mut chance)),
            unit: tidy(words(&mut chance)),
            series: vec![format!("一{}", words(&mut chance).trim()), tidy(words(&mut chance))],
            rows: values.chunks(2).map(|pair| (format!("类{}", words(&mut chance).trim()), pair.to_vec())).collect(),
        };
        let text = format!("前面。\n\n{}\n\n后面。", chart.write());
        let nodes = parse(&text).nodes;
        let [_, Node::Block(Block::Code(info), body), _] = &nodes[..] else { panic!("{text}") };
        let [Node::Text(body)] = &body[..] else { panic!("{text}") };
        prop_assert_eq!(Chart::read(info, body), Some(chart.clone()), "{}", text);
        let svg = chart.svg(ZH);
        prop_assert!(!svg.contains("<b>") && svg.matches('<').count() == svg.matches('>').count());
    }

    #[test]
    fn rows_written_for_a_spreadsheet_are_pasted_back(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let mut survey = questionnaire();
        survey.columns = vec!["pick".into(), "words".into(), "agree".into()];
        survey.rows = (0..=chance.below(5)).map(|_| vec![format!("甲{}", words(&mut chance)), words(&mut chance) + "\n二", "5".into()]).collect();
        let pasted = paste(&survey, &rows_as_text(&survey)).expect("rows");
        prop_assert_eq!(pasted.columns, survey.columns);
        prop_assert_eq!(pasted.rows, survey.rows);
    }

    #[test]
    fn anything_pasted_is_read_and_counted(pieces in vec(select(PASTED), 0..80)) {
        let text = format!("选一个\t选几个\t同意吗\t说说\n{}", pieces.concat());
        let mut survey = questionnaire();
        let pasted = paste(&survey, &text).unwrap_or_default();
        (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
        for language in Language::ALL {
            findings(&survey, language);
        }
        cautions(&survey);
        prop_assert_eq!(Survey::from_fields(&survey.fields()), survey.clone());
        for (name, item) in &survey.items {
            let Some(column) = survey.columns.iter().position(|column| column == name) else { continue };
            let Some(tally) = Tally::of(&survey, name, item, ZH) else { continue };
            let answered = survey.rows.iter().filter(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty())).count() as u64;
            prop_assert_eq!(tally.people, answered, "{}: whoever wrote something answered", name);
            if matches!(item.sort, ItemKind::Single | ItemKind::Likert5) {
                prop_assert_eq!(tally.ticks() + tally.unread, answered, "{}: one answer each, or unread", name);
            }
        }
    }

    #[test]
    fn each_answer_is_counted_where_it_was_given(rows in vec((select(PICKED), select(AGREED)), 1..40)) {
        let mut survey = questionnaire();
        let lines = rows.iter().enumerate().map(|(at, (picked, agreed))| format!("{at}\t{}\t{}\n", picked.0, agreed.0));
        let text: String = std::iter::once("几分\t选一个\t同意吗\n".to_owned()).chain(lines).collect();
        let pasted = paste(&survey, &text).expect("rows");
        (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
        let picked: Vec<_> = rows.iter().map(|row| row.0.1).collect();
        let agreed: Vec<_> = rows.iter().map(|row| row.1.1).collect();
        for (name, given) in [("pick", picked), ("agree", agreed)] {
            let tally = Tally::of(&survey, name, &survey.items[name], ZH).expect("counts");
            for (at, choice) in tally.choices.iter().enumerate() {
                let right = given.iter().filter(|answer| **answer == Given::Choice(at)).count();
                prop_assert_eq!(choice.count, right as u64, "{}: {}", name, choice.text);
            }
            let unread = given.iter().filter(|answer| **answer == Given::Unread).count();
            prop_assert_eq!(tally.unread, unread as u64);
        }
    }
}

/// What may be pasted below the heads of a questionnaire.
const PASTED: &[&str] = &[
    "甲、乙",
    "丙",
    "看书",
    "画画,写字",
    "5",
    "非常符合",
    "不在选项里",
    "\t",
    "\t",
    "\t",
    "\r\n",
    "\n",
    ",",
    "\"",
    "；",
    " ",
    "<b>",
    "𠮷",
];

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Given {
    Choice(usize),
    Nothing,
    Unread,
}

const PICKED: &[(&str, Given)] = &[
    ("甲、乙", Given::Choice(0)),
    ("丙", Given::Choice(1)),
    ("B", Given::Choice(1)),
    ("", Given::Nothing),
    ("丁", Given::Unread),
];

/// A scale is listed from its best end.
const AGREED: &[(&str, Given)] = &[
    ("非常符合", Given::Choice(0)),
    ("5", Given::Choice(0)),
    ("一般", Given::Choice(2)),
    ("1", Given::Choice(4)),
    ("", Given::Nothing),
    ("同意", Given::Unread),
];

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
