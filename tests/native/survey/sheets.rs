//! Rows that come in, and the paper that goes out.

use luoxuan::record::Cross;
use luoxuan::survey::sheet::SheetError;
use luoxuan::survey::{CrossTab, Questionnaire, Tally, findings, paste};
use luoxuan::text::markdown::{Block, Node, parse};

use super::{ZH, cells, questionnaire};

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
    let paper = Questionnaire::of(&survey, ZH);
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
