//! Tables out and in.

use super::*;

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
