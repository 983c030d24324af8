//! Sheets of answers, taken as they come.

use std::sync::LazyLock;

use luoxuan::catalog::{Labelled, Language};
use luoxuan::record::{ItemKind, SurveyMode};
use luoxuan::survey::sheet::{Form, Grid, Note, Proposal, SheetError, propose};
use luoxuan::survey::{Tally, answers, findings, paste, rows_as_text};
use luoxuan::{Content, Survey};
use luoxuan_tests::harm::{Chance, harmed};
use proptest::prelude::*;

use crate::properties::{every, figure, proved};

const ZH: Language = Language::ZhHans;

const SHEETS: [(&str, &[u8]); 8] = [
    (
        "reading-by-text.xlsx",
        include_bytes!("../data/sheets/reading-by-text.xlsx"),
    ),
    (
        "reading-by-number.xlsx",
        include_bytes!("../data/sheets/reading-by-number.xlsx"),
    ),
    ("habits-gbk.csv", include_bytes!("../data/sheets/habits-gbk.csv")),
    ("lesson-order.csv", include_bytes!("../data/sheets/lesson-order.csv")),
    ("writing.xls", include_bytes!("../data/sheets/writing.xls")),
    (
        "parents-matrix.xlsx",
        include_bytes!("../data/sheets/parents-matrix.xlsx"),
    ),
    (
        "after-school-by-number.xls",
        include_bytes!("../data/sheets/after-school-by-number.xls"),
    ),
    ("break-gb18030.csv", include_bytes!("../data/sheets/break-gb18030.csv")),
];

fn sheet(name: &str) -> Proposal {
    let bytes = SHEETS.iter().find(|(other, _)| *other == name).expect("a sheet").1;
    propose(&Grid::of_file(bytes).expect(name).0)
}

fn taken(proposal: &Proposal) -> Survey {
    let mut survey = Survey::default();
    proposal.take("q").put(proposal, &mut survey);
    survey
}

/// A proposal, a line a question: what was asked, the form, the options, how many answered and did not.
fn said(proposal: &Proposal) -> Vec<String> {
    let line = |question: &luoxuan::survey::sheet::Question| {
        let form = question.form.label().in_(ZH);
        let choices = question.choices.join("/");
        format!(
            "{}|{form}|{choices}|{}+{}",
            question.text, question.answered, question.skipped
        )
    };
    proposal.questions.iter().map(line).collect()
}

fn left_out(proposal: &Proposal) -> Vec<String> {
    proposal.left_out.iter().map(|left| left.sentence(ZH)).collect()
}

#[test]
fn a_sheet_by_text_is_read_as_it_was_asked() {
    let proposal = sheet("reading-by-text.xlsx");
    assert_eq!(
        said(&proposal),
        [
            "你的性别|单选|女/男|42+0",
            "你多久读一次课外书？|单选|每周三四次/几乎不读/每天都读/每周一两次|42+0",
            "你爱读哪些书？|多选|漫画绘本/童话故事/科普百科/历史故事/其他|42+0",
            "下面的说法和你符合吗？|五点量表|非常符合/比较符合/一般/不太符合/非常不符合|42+0",
            // Nobody chose the last point here; the scale is known from the question before.
            "课外书让我写作文有话可写。|五点量表|非常符合/比较符合/一般/不太符合/非常不符合|42+0",
            "你一般在哪里读书？|单选|家里/教室/图书馆|35+7",
            "你每天读多少分钟？|数字||42+0",
            "关于课外阅读，你还想说什么？|开放题||31+11",
        ]
    );
    assert_eq!(
        left_out(&proposal),
        [
            "能认出是谁的1列没有收，问卷不留姓名：来自IP。",
            "平台自己记的6列不是回答，没有收：序号、提交答卷时间、所用时间、来源、来源详情、总分。",
        ]
    );
    let survey = taken(&proposal);
    assert_eq!(
        (survey.items.len(), survey.rows.len(), survey.returned),
        (10, 42, Some(42))
    );
    assert_eq!(survey.mode, Some(SurveyMode::Online));
    assert_eq!(survey.start.map(|day| day.to_string()).as_deref(), Some("2026-09-03"));
    assert_eq!(survey.items["q5"].text, "下面的说法和你符合吗？—边读边做批注");
    assert_eq!(survey.items["q5"].dimension, "下面的说法和你符合吗？");
    let tables: Vec<_> = findings(&survey, ZH).into_iter().map(|finding| finding.table).collect();
    assert_eq!(tables.len(), 9, "all but the open question");
    assert!(tables[7].starts_with("表：你一般在哪里读书（n=35）"), "{}", tables[7]);
    assert!(
        tables[7].ends_with("注：另有7份没有答这一题，不计在内。"),
        "{}",
        tables[7]
    );
    for word in ["跳过", "空)", "117.136"] {
        assert!(!rows_as_text(&survey).contains(word), "{word}");
    }
}

#[test]
fn by_text_and_by_number_come_to_the_same_counts() {
    let mut by_number = sheet("reading-by-number.xlsx");
    assert!(by_number.by_number);
    let asked: Vec<_> = by_number
        .questions
        .iter()
        .filter(|question| question.notes.contains(&Note::Numbers))
        .collect();
    let asked: Vec<_> = asked.iter().map(|question| question.text.as_str()).collect();
    assert_eq!(asked, ["你的性别", "你多久读一次课外书？", "你一般在哪里读书？"]);
    let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    by_number.name_choices(0, &words("男 女"));
    by_number.name_choices(1, &words("每天都读 每周三四次 每周一两次 几乎不读"));
    by_number.name_choices(5, &words("家里 教室 图书馆"));
    let counts = |survey: &Survey| {
        let tally = |(name, item)| Tally::of(survey, name, item, ZH);
        let tallies = survey
            .items()
            .into_iter()
            .filter(|(_, item)| item.sort != ItemKind::Open)
            .filter_map(tally);
        let counted = tallies.map(|tally| {
            let mut counts: Vec<_> = tally
                .choices
                .into_iter()
                .map(|choice| (choice.text, choice.count))
                .collect();
            counts.sort();
            (counts, tally.people, tally.unread, tally.blank)
        });
        counted.collect::<Vec<_>>()
    };
    let (mut by_number, by_text) = (
        counts(&taken(&by_number)),
        counts(&taken(&sheet("reading-by-text.xlsx"))),
    );
    assert_eq!(by_text.len(), 8);
    // The points of a scale have their usual words where the sheet has only numbers.
    for (counts, ..) in &mut by_number {
        for (text, _) in counts.iter_mut() {
            *text = match text.as_str() {
                "符合" => "比较符合".into(),
                "不符合" => "不太符合".into(),
                text => text.into(),
            };
        }
        counts.sort();
    }
    assert_eq!(by_number, by_text);
}

#[test]
fn several_columns_rows_above_and_below_and_own_words_in_gbk() {
    let proposal = sheet("habits-gbk.csv");
    assert_eq!(
        said(&proposal),
        [
            "你所在的班级|单选|五（1）班/五（2）班/五（3）班|36+0",
            "你最喜欢哪些学科？|多选|语文/数学/英语/体育/其他（请补充）|36+0",
            "你每天写作业用多少小时？|数字||36+0",
            "作业做错了，你怎么办？|单选|等老师讲/自己订正/问同学/不管它|35+1",
        ]
    );
    assert_eq!(
        left_out(&proposal),
        [
            "能认出是谁的1列没有收，问卷不留姓名：姓名。",
            "平台自己记的1列不是回答，没有收：编号。",
            "题目上面的2行没有当作回答：五年级学习习惯小调查、青禾小学五年级三个班，2026年9月。",
            "最下面的2行没有当作回答：平均、注：有两位同学请假，没有填写。",
        ]
    );
    let survey = taken(&proposal);
    assert_eq!(survey.title, "五年级学习习惯小调查");
    let subjects = Tally::of(&survey, "q2", &survey.items["q2"], ZH).expect("counts");
    assert_eq!((subjects.people, subjects.unread), (36, 0));
    assert!(
        subjects.choices.last().is_some_and(|other| other.count > 3),
        "own words count as 其他"
    );
    assert!(
        survey.rows.iter().any(|row| row[1].contains("其他（请补充）〖")),
        "and are kept"
    );
    assert!(!rows_as_text(&survey).contains("学生01"));
}

#[test]
fn order_matrix_marks_and_headings_that_come_twice() {
    let order = sheet("lesson-order.csv");
    assert_eq!(
        said(&order)[1],
        "新课开始时，下面几种做法请按喜欢的程度排序|排序|听老师讲/同桌讨论/自己读书/看视频|28+3"
    );
    let survey = taken(&order);
    let place = |name: &str| {
        findings(&survey, ZH)
            .into_iter()
            .find(|it| it.part == name)
            .expect("a mean place")
            .sentence
    };
    assert!(
        place("item:q2").starts_with("“听老师讲”共28人，均值"),
        "{}",
        place("item:q2")
    );

    let writing = said(&sheet("writing.xls"));
    assert_eq!(
        writing,
        [
            "写作文时，你遇到过哪些困难？|多选|不知道写什么/不会开头/写不长/错别字多/不会修改|45+0",
            "写完以后你会自己改吗？|单选|每次都改/老师要求才改/不改|45+0",
            "你觉得自己的作文水平怎么样？|五点量表|////|45+0",
            "请写出你最近一次作文的题目|开放题||45+0",
        ]
    );

    let parents = sheet("parents-matrix.xlsx");
    assert_eq!(
        said(&parents)[1],
        "孩子在家做下面的事情吗|五点量表|总是/经常/有时/很少/从不|38+0"
    );
    let survey = taken(&parents);
    let texts: Vec<_> = survey.items().into_iter().map(|(_, item)| item.text.clone()).collect();
    assert_eq!(texts[1], "孩子在家做下面的事情吗—朗读");
    assert_eq!(texts[5..], ["您还有什么建议（1）", "您还有什么建议（2）"]);
    assert_eq!(parents.questions[3].notes, [Note::Same(2)]);

    let service = sheet("after-school-by-number.xls");
    assert_eq!(
        said(&service),
        [
            "您孩子在几年级|单选|1/2/3/4/5/6|52+0",
            "|多选|1/2/3/4|48+4",
            "您对课后服务满意吗|五点量表|////|51+1",
            "|五点量表|////|52+0",
            "每周参加几天|单选|1/2/3/4/5|52+0",
        ]
    );
    let broken = said(&sheet("break-gb18030.csv"));
    assert_eq!(broken[2], "喜欢的课间活动|多选|跳绳/踢毽子/聊天/下棋/看书|40+0");
    assert!(broken[4].contains("打球😀"), "{}", broken[4]);
}

#[test]
fn what_is_corrected_is_taken_as_corrected() {
    let mut proposal = sheet("reading-by-text.xlsx");
    proposal.correct(1, None);
    proposal.correct(3, Some(Form::Single));
    proposal.correct(6, Some(Form::Open));
    let survey = taken(&proposal);
    assert_eq!(survey.items.len(), 9);
    assert!(survey.items.values().all(|item| item.text != "你多久读一次课外书？"));
    let row = Tally::of(&survey, "q3", &survey.items["q3"], ZH).expect("counts");
    assert_eq!((row.choices.len(), row.people, row.unread), (5, 42, 0));
    proposal.correct(3, Some(Form::Likert5));
    proposal.correct(1, Some(Form::Single));
    proposal.correct(6, Some(Form::Number));
    assert_eq!(proposal, sheet("reading-by-text.xlsx"), "and back");
}

#[test]
fn a_sheet_comes_into_the_survey_it_was_made_from_and_only_once() {
    for (name, bytes) in SHEETS {
        let (grid, _) = Grid::of_file(bytes).expect(name);
        let mut survey = taken(&propose(&grid));
        let rows = survey.rows.clone();
        // Places in an order are made of one question; their columns answer each option.
        let again = answers(&survey, &grid);
        assert_eq!(again.matched, survey.items.len(), "{name}: {:?}", again.harmed);
        assert!(again.is_in(&survey), "{name}");
        again.add_to(&mut survey);
        assert_eq!(survey.rows[..rows.len()], rows, "{name}");
        assert_eq!(survey.rows[rows.len()..], rows, "{name}");
    }
}

#[test]
fn a_sheet_of_something_else_matches_nothing() {
    let survey = taken(&sheet("reading-by-text.xlsx"));
    let (grid, _) = Grid::of_file(SHEETS[7].1).expect("a sheet");
    assert_eq!(answers(&survey, &grid).matched, 0);
}

#[test]
fn files_that_are_no_sheets_are_refused_in_a_sentence() {
    let error = |bytes: &[u8]| Grid::of_file(bytes).expect_err("no sheet");
    assert_eq!(error(b""), SheetError::Empty);
    assert_eq!(error(b"<html><table>"), SheetError::Foreign);
    assert_eq!(error(b"\xff\xd8\xff\xe0\0\x10JFIF\0"), SheetError::Foreign);
    assert_eq!(error(b"PK\x03\x04 and no more"), SheetError::Broken);
    assert_eq!(error(&SHEETS[0].1[..4000]), SheetError::Broken);
    assert_eq!(error(&SHEETS[4].1[..4000]), SheetError::Broken);
    let word = include_bytes!("../data/sheets/no-sheet.docx");
    assert_eq!(error(word), SheetError::Foreign);
}

/// A survey that is there already.
static READING: LazyLock<Survey> = LazyLock::new(|| taken(&sheet("reading-by-text.xlsx")));

fn a_changed_sheet(seed: usize) {
    let mut chance = Chance::new(seed as u64);
    let (name, bytes) = SHEETS[seed % SHEETS.len()];
    let bytes = harmed(bytes, &mut chance);
    let survey = &*READING;
    let before = Content::of(survey);
    match Grid::of_file(&bytes) {
        Ok((grid, _)) => {
            let proposal = propose(&grid);
            let new = taken(&proposal);
            assert_eq!(new.rows.len(), proposal.people(), "seed {seed}, {name}");
            assert!(new.rows.iter().all(|row| row.len() == new.columns.len()));
            assert!(proposal.left_out.iter().all(|left| !left.sentence(ZH).contains('{')));
            for language in Language::ALL {
                findings(&new, language);
            }
            answers(survey, &grid);
        }
        Err(error) => assert!(error.sentence(ZH).ends_with('。'), "seed {seed}, {name}"),
    }
    assert_eq!(Content::of(survey), before, "seed {seed}: what was there is as it was");
}

#[test]
fn changed_sheets_are_read_or_refused_in_a_sentence() {
    every(0..figure(500, 20_000), a_changed_sheet);
    proved(
        "sheets",
        figure(500, 20_000),
        "read, or refused in a sentence; what was there is as it was",
    );
}

/// A cell as sheets have them, and as they do not.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        (0..7_u32).prop_map(|number| number.to_string()),
        prop::sample::select(vec![
            "-3",
            "-2",
            "(跳过)",
            "（空）",
            "非常符合",
            "一般",
            "不符合",
            "语文┋数学",
            "语文；数学",
            "其他〖朗读〗",
            "甲→乙",
            "平均",
            "1、读吗？",
            "2、读吗？（可多选）",
            "3、(语文)",
            "3_1",
            "12、题干—朗读",
            "(朗读)",
            "姓名",
            "序号",
            "2026/9/3 12:00:00",
            "\"",
            "√",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,6}",
    ]
}

proptest! {
    #![proptest_config(crate::properties::cases(200))]

    #[test]
    fn whatever_a_sheet_holds_each_person_has_one_row(cells in prop::collection::vec(prop::collection::vec(cell(), 0..7), 0..9)) {
        let Ok(grid) = Grid::new(cells) else { return Ok(()) };
        let mut proposal = propose(&grid);
        for form in Form::ALL.iter().copied().map(Some).chain([None]) {
            let survey = taken(&proposal);
            prop_assert_eq!(survey.rows.len(), proposal.people());
            prop_assert!(survey.rows.iter().all(|row| row.len() == survey.items.len()));
            for language in Language::ALL {
                findings(&survey, language);
            }
            answers(&survey, &grid);
            let kept = Content::of(&survey).read::<Survey>();
            prop_assert_eq!(kept, Some(survey));
            for at in 0..proposal.questions.len() {
                proposal.correct(at, form);
            }
        }
    }

    #[test]
    fn what_one_person_ticked_is_what_is_counted(ticks in prop::collection::vec(prop::collection::vec(any::<bool>(), 4), 2..30)) {
        let options = ["语文", "数学", "英语", "体育"];
        let mut text = options.map(|option| format!("3、喜欢什么:{option}")).join(",") + "\n";
        for row in &ticks {
            let cells: Vec<_> = row.iter().map(|tick| if *tick { "1" } else { "0" }).collect();
            text += &(cells.join(",") + "\n");
        }
        let (grid, _) = Grid::of_text(&text).expect("a sheet");
        let survey = taken(&propose(&grid));
        let item = &survey.items["q1"];
        prop_assert_eq!(item.sort, ItemKind::Multiple);
        let expected: Vec<u64> = (0..4).map(|at| ticks.iter().filter(|row| row[at]).count() as u64).collect();
        let counted = Tally::of(&survey, "q1", item, ZH);
        let counts: Vec<u64> = counted.map_or(vec![0; 4], |tally| tally.choices.iter().map(|choice| choice.count).collect());
        prop_assert_eq!(counts, expected);
        prop_assert!(paste(&survey, &text).expect("rows").is_in(&survey));
    }
}
