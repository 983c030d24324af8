//! What was counted becomes tables.

use rstest::rstest;

use crate::stage::browser::Kind;
use crate::teacher::Teacher;

use super::parts;

/// Types counts into the options of the item that was added last.
fn count_options(teacher: &Teacher, item: usize, options: &[(&str, u32)]) {
    for (at, (words, count)) in options.iter().enumerate() {
        teacher.inside(&format!("第 {item} 题"), || {
            teacher.clicks(if item == 4 {
                "+ 添一个类别"
            } else {
                "+ 添一个选项"
            });
            teacher.writes_in(&format!("选项 {}", at + 1), words);
            teacher.writes_in(&format!("人数 {}", at + 1), &count.to_string());
        });
    }
}

fn count_scale(teacher: &Teacher, item: usize, counts: &[u32]) {
    for (at, count) in counts.iter().enumerate() {
        teacher.inside(&format!("第 {item} 题"), || {
            teacher.writes_in(&format!("人数 {}", at + 1), &count.to_string());
        });
    }
}

fn sees_all(teacher: &Teacher, figures: &[&str]) {
    for said in figures {
        teacher.sees(said);
    }
}

/// Every figure of the domain's test vectors, through the page and into the Word table.
#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn counts_become_tables_to_the_printed_digit(#[case] kind: Kind) {
    let teacher = Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    teacher.makes_a_survey();
    teacher.writes_in("调查的名字", "三年级学生习作困难调查");
    for (field, n) in [("发放", "126"), ("回收", "124"), ("有效", "121")] {
        teacher.writes_in(field, n);
    }
    sees_all(&teacher, &["98.4%", "97.6%", "96.0%"]);

    counts_a_single_choice(&teacher);
    counts_a_scale(&teacher);
    counts_what_several_chose(&teacher);
    counts_open_answers(&teacher);
    crosses_two_questions(&teacher);
    pairs_before_and_after(&teacher);

    teacher.presses("Tab");
    teacher.clicks("写成专题调查");
    teacher.waits_until_at("/write");
    teacher.clicks("交稿");
    teacher.sees("表1");
    let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
    let document = &parts(&file)["word/document.xml"];
    for said in [
        "43.0", "2.86", "1.16", "70.0", "27.1", "46.6", "69.4", "73.7", "3.13", "98.4%", "90%",
    ] {
        assert!(document.contains(said), "{said} is not in the file");
    }
}

/// 52, 41, 18 and 10 of 121, whose percentages come to 100.1.
fn counts_a_single_choice(teacher: &Teacher) {
    teacher.clicks("+ 添一道题");
    teacher.inside("第 1 题", || {
        teacher.writes_in("问什么", "写作文时，你最大的困难是什么？");
    });
    count_options(
        teacher,
        1,
        &[("不知道写什么", 52), ("写不细", 41), ("不会用词", 18), ("其他", 10)],
    );
    sees_all(teacher, &["43.0", "33.9", "14.9", "8.3", "100.1"]);
}

/// A scale with its mean, its deviation, and how many chose its upper two.
fn counts_a_scale(teacher: &Teacher) {
    teacher.clicks("+ 添一道题");
    teacher.inside("第 2 题", || {
        teacher.writes_in("问什么", "我写作文时有东西可写");
        teacher.chooses("题型", "五点量表");
    });
    count_scale(teacher, 2, &[12, 23, 37, 34, 15]);
    sees_all(teacher, &["2.86", "1.16", "28.9"]);
}

/// Of several answers, shares of people and of ticks.
fn counts_what_several_chose(teacher: &Teacher) {
    teacher.clicks("+ 添一道题");
    teacher.inside("第 3 题", || {
        teacher.writes_in("问什么", "你用过哪些办法？");
        teacher.chooses("题型", "多选");
        teacher.writes_in("多少人答", "40");
    });
    count_options(
        teacher,
        3,
        &[("观察单", 28), ("慢镜头", 22), ("同桌追问", 15), ("都没有", 9)],
    );
    sees_all(
        teacher,
        &["70.0", "55.0", "37.5", "22.5", "37.8", "29.7", "20.3", "12.2"],
    );
}

/// Open answers in two categories, judged by a second person as well.
fn counts_open_answers(teacher: &Teacher) {
    teacher.clicks("+ 添一道题");
    teacher.inside("第 4 题", || {
        teacher.writes_in("问什么", "你想让老师怎样帮你？");
        teacher.chooses("题型", "开放题");
    });
    count_options(teacher, 4, &[("多给例子", 30), ("多讲一遍", 12)]);
    teacher.inside("第 4 题", || {
        teacher.writes_in("另一个人也独立归类了几条", "10");
        teacher.writes_in("其中几条归得一样", "9");
    });
    teacher.sees("90%");
}

/// Who reads, and who does not know what to write.
fn crosses_two_questions(teacher: &Teacher) {
    teacher.clicks("+ 添一张交叉表");
    teacher.goes_to_nth("测的是什么", 0);
    teacher.types("课外阅读与“不知道写什么”");
    teacher.writes_in("横行（一行一个）", "三次及以上\n少于三次");
    teacher.writes_in("竖列（一行一个）", "选了\n没有选");
    teacher.writes_in("人数：一行对一行", "13 35\n39 34");
    sees_all(teacher, &["27.1", "72.9", "53.4", "46.6"]);
}

/// The same ten pupils before and after.
fn pairs_before_and_after(teacher: &Teacher) {
    teacher.clicks("+ 添一次前后测");
    teacher.goes_to_nth("测的是什么", 1);
    teacher.types("看图写话");
    teacher.writes_in("合格线、优秀线", "60 80");
    let (before, after) = (
        [62, 70, 55, 80, 74, 68, 59, 85, 77, 64],
        [70, 72, 60, 79, 80, 75, 59, 88, 83, 71],
    );
    let pairs: Vec<_> = before
        .iter()
        .zip(after)
        .map(|(before, after)| format!("{before} {after}"))
        .collect();
    teacher.writes_in("一行一个学生", &pairs.join("\n"));
    sees_all(teacher, &["69.4", "73.7", "4.3", "3.13", "4.35"]);
}
