//! A sheet of answers from a questionnaire platform, from the drop to its tables.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use luoxuan::Survey;
use luoxuan::record::ItemKind;
use rstest::rstest;
use serde_json::json;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::proved;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// A large sheet, within this time in the worker.
const QUICK: Duration = Duration::from_secs(2);

/// What a teacher does with a sheet, and what there is at the end.
struct Case {
    file: &'static str,
    /// The words of options that stand in the sheet by number only, each with its box.
    words: &'static [(&'static str, &'static str)],
    /// A kind that is corrected.
    corrected: &'static [(&'static str, &'static str)],
    table: &'static str,
    items: usize,
    rows: usize,
}

const CASES: [Case; 8] = [
    Case {
        file: "reading-by-text.xlsx",
        words: &[],
        corrected: &[],
        table: "表：你一般在哪里读书（n=35）",
        items: 10,
        rows: 42,
    },
    Case {
        file: "reading-by-number.xlsx",
        words: &[
            ("选项的文字 1 你的性别", "男、女"),
            (
                "选项的文字 2 你多久读一次课外书？",
                "每天都读、每周三四次、每周一两次、几乎不读",
            ),
            ("选项的文字 6 你一般在哪里读书？", "家里、教室、图书馆"),
        ],
        corrected: &[],
        table: "图书馆",
        items: 10,
        rows: 42,
    },
    Case {
        file: "habits-gbk.csv",
        words: &[],
        corrected: &[],
        table: "表：你最喜欢哪些学科（n=36）",
        items: 4,
        rows: 36,
    },
    Case {
        file: "lesson-order.csv",
        words: &[],
        corrected: &[("题型 4 你想对老师说什么", "（不收）")],
        table: "表：听老师讲（n=28）",
        items: 6,
        rows: 31,
    },
    Case {
        file: "writing.xls",
        words: &[],
        corrected: &[],
        table: "表：写作文时，你遇到过哪些困难（n=45）",
        items: 4,
        rows: 45,
    },
    Case {
        file: "parents-matrix.xlsx",
        words: &[],
        corrected: &[],
        table: "表：朗读（n=38）",
        items: 7,
        rows: 38,
    },
    Case {
        file: "after-school-by-number.xls",
        words: &[
            ("选项的文字 2 第2题", "写作业、体育、阅读、手工"),
            ("选项的文字 5 每周参加几天", "一天、两天、三天、四天、五天"),
        ],
        corrected: &[],
        table: "表：第2题（n=48）",
        items: 7,
        rows: 52,
    },
    Case {
        file: "break-gb18030.csv",
        words: &[],
        corrected: &[("题型 5 你想增加什么活动", "开放题")],
        table: "表：喜欢的课间活动（n=40）",
        items: 5,
        rows: 40,
    },
];

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/sheets").join(file)
}

/// Drops a file on the page, as a desktop does.
fn drops_one(teacher: &Teacher, file: &str) {
    drops(teacher, file, &std::fs::read(data(file)).expect("a sheet"));
}

/// Drops a file of this name on the page.
pub(crate) fn drops(teacher: &Teacher, file: &str, bytes: &[u8]) {
    teacher.run(
        "const [name, bytes] = arguments, data = new DataTransfer();
         data.items.add(new File([new Uint8Array(bytes)], name));
         window.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));",
        vec![json!(file), json!(bytes)],
    );
}

fn surveys(teacher: &Teacher) -> Vec<Survey> {
    let index = disk::index(teacher);
    index.of_kind::<Survey>().map(|(_, survey)| survey.clone()).collect()
}

/// Makes an empty survey and takes the sheet into it. Answers how many clicks and fields it took, the drop among them.
fn takes(teacher: &Teacher, case: &Case) -> usize {
    teacher.makes_a_survey();
    drops_one(teacher, case.file);
    teacher.sees("请看一看，不对的改过来，再采用");
    for (field, words) in case.words {
        teacher.writes_in(field, words);
        teacher.presses("Tab");
        teacher.sees("采用这张表");
    }
    for (field, kind) in case.corrected {
        teacher.chooses(field, kind);
    }
    teacher.clicks("采用这张表");
    teacher.sees(&format!("{}份答卷", case.rows));
    teacher.sees(case.table);
    2 + case.words.len() + case.corrected.len()
}

/// Takes one of the sheets, an `.xls` of 45 pupils.
pub(crate) fn takes_one(teacher: &Teacher) {
    takes(teacher, &CASES[4]);
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn eight_sheets_go_from_the_drop_to_their_tables(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let mut most = 0;
    for case in &CASES {
        let steps = takes(teacher, case);
        assert!(steps <= 10, "{}: {steps} clicks and fields", case.file);
        most = most.max(steps);
        teacher.sees_it_kept();
        let all = surveys(teacher);
        let there = all
            .iter()
            .any(|survey| (survey.items.len(), survey.rows.len()) == (case.items, case.rows));
        assert!(
            there,
            "{}: {:?}",
            case.file,
            all.iter().map(|it| (it.items.len(), it.rows.len())).collect::<Vec<_>>()
        );
    }
    let named = surveys(teacher)
        .into_iter()
        .flat_map(|survey| survey.items.into_values());
    let place = named.filter(|item| item.text == "你一般在哪里读书？" && item.sort == ItemKind::Single);
    assert_eq!(
        place
            .filter(|item| item.choices.values().any(|choice| choice.text == "图书馆"))
            .count(),
        2
    );
    proved(
        "sheets",
        "8 sheets of a platform's forms",
        &format!("at most {most} clicks and fields from the drop to the tables"),
    );
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_second_sheet_adds_its_answers_once_and_a_foreign_one_nothing(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    takes(teacher, &CASES[4]);
    teacher.sees_it_kept();
    let first = surveys(teacher);
    drops_one(teacher, "writing.xls");
    teacher.sees("这45份答卷已经都在里面了，没有再添。");
    drops_one(teacher, "habits-gbk.csv");
    teacher.sees("没有一道题和这份问卷对得上，什么也没有动");
    drops_one(teacher, "no-sheet.docx");
    teacher.sees("这不是能读的表格");
    assert_eq!(surveys(teacher), first, "nothing that was there has changed");
    // The same questionnaire, by hand, from two more pupils.
    teacher.pastes_a_sheet("2、写完以后你会自己改吗？\t3、你觉得自己的作文水平怎么样？\n不改\t3\n每次都改\t(跳过)\n");
    teacher.sees("表里有2份答卷，对上了2道题（这份问卷共4道）。");
    teacher.clicks("添上这些答卷");
    teacher.sees("已添上2份答卷");
    teacher.sees("现在有 47 份答案。");
    teacher.sees("注：另有1份没有答这一题，不计在内。");
    teacher.clicks("撤销");
    teacher.sees("现在有 45 份答案。");
    teacher.sees_it_kept();
    assert_eq!(surveys(teacher), first, "one undo takes it all back");
}

/// What large schools answer.
const SAID: [&str; 5] = ["非常符合", "比较符合", "一般", "不太符合", "非常不符合"];

/// An `.xlsx` of so many rows and columns, as a platform writes it: each cell its own text.
fn large(at: &Path, rows: usize, columns: usize) {
    let mut sheet = String::from(
        "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>",
    );
    let cell = |sheet: &mut String, text: &str| {
        write!(sheet, "<c t=\"inlineStr\"><is><t>{text}</t></is></c>").expect("a string");
    };
    sheet.push_str("<row>");
    for column in 1..=columns {
        cell(&mut sheet, &format!("{column}、第{column}个问题是什么？"));
    }
    sheet.push_str("</row>");
    for row in 0..rows {
        sheet.push_str("<row>");
        for column in 0..columns {
            cell(&mut sheet, SAID[(row * 7 + column * 3 + row / 11) % SAID.len()]);
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let parts = [
        ("[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned()),
        ("_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        ("xl/workbook.xml", "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>".to_owned()),
        ("xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>".to_owned()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut zip = ZipWriter::new(File::create(at).expect("a file"));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(text.as_bytes()).expect("written");
    }
    zip.finish().expect("written");
}

#[test]
fn a_sheet_of_a_large_school_is_read_in_two_seconds() {
    let teacher = Teacher::arrives(crate::stage::browser::Kind::Chromium);
    teacher.makes_a_survey();
    // Whoever reads one has the worker's program already.
    drops_one(&teacher, "writing.xls");
    teacher.sees("采用这张表");
    teacher.clicks("不用了");
    let file = teacher.browser.desk().join("large.xlsx");
    large(&file, 5_000, 60);
    // The machine has other work too: the worker is at fault only if it is slow each time.
    let mut took = Duration::MAX;
    for _ in 0..3 {
        let begun = Instant::now();
        teacher.picks("选一个文件…", &file);
        let found = wait_for(Duration::from_mins(1), || {
            teacher.page().contains("读出60道题，5000份答卷").then_some(())
        });
        took = took.min(begun.elapsed());
        assert!(found.is_some(), "it is read: {}", teacher.page());
        if took <= QUICK {
            break;
        }
        teacher.clicks("不用了");
        teacher.sees_no("5000份答卷");
    }
    proved(
        "sheets",
        "5,000 rows of 60 columns, .xlsx",
        &format!("proposed after {} ms, with starting the worker", took.as_millis()),
    );
    assert!(took <= QUICK, "{took:?}");
}
