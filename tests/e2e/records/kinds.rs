//! Records of a kind: added in a line, followed through their stages, linked; and a kind of the school's own.

use luoxuan::kind::{Kinds, STAGE};
use luoxuan::{Entry, Evidence, Phase};
use rstest::rstest;

use crate::access::settled;
use crate::disk;
use crate::pictures::picks_a_photograph;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

use super::of_kind;

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn a_contest_entry_is_added_in_one_line_and_goes_through_its_stages(#[case] kind: Kind) {
    let teacher = &Teacher::arrives(kind);
    teacher.opens("#/records");
    settled(teacher);
    teacher.clicks("参评");
    teacher.sees("从接到通知到证书归档");
    teacher.dates("上级截止", "2027-03-10");
    teacher.writes_in("题目", "把一件事写具体");
    teacher.presses("Enter");
    teacher.sees("已记下");
    teacher.clicks("把一件事写具体");
    teacher.finds("button", "传达通知");
    teacher.clicks("已报名");
    teacher.sees("到了“已报名”");
    // Further than what usually follows: told, and done.
    teacher.clicks("已上交");
    teacher.sees("到“已上交”以前，一般还有：过程跟踪 → 已交学校 → 专家指导 → 教师修正");
    teacher.clicks("撤销");
    teacher.clicks("过程跟踪");
    teacher.clicks("加一行");
    teacher.chooses("进度", "初稿");
    teacher.writes_in("困难", "结尾写不出来");
    teacher.presses("Tab");
    // What was typed before a stage is taken back stays.
    teacher.clicks("已交学校");
    teacher.writes_in("作者", "林老师");
    teacher.presses("Tab");
    teacher.clicks("撤销");
    teacher.sees("林老师");
    teacher.chooses("等第", "一等奖");
    teacher.sees_it_kept();
    let entries = of_kind(teacher, "contest_entry");
    let [(_, entry)] = &entries[..] else {
        panic!("{entries:?}")
    };
    assert_eq!(entry.text("name").as_deref(), Some("把一件事写具体"));
    assert_eq!(entry.text("on").as_deref(), Some("2027-03-10"));
    assert_eq!(entry.text(STAGE).as_deref(), Some("tracked"));
    assert_eq!(entry.text("grade").as_deref(), Some("first"));
    assert_eq!(entry.text("author").as_deref(), Some("林老师"));
    let tracking = entry.to_json()["tracking"][0].clone();
    assert_eq!(
        (&tracking["progress"], &tracking["difficulty"]),
        (&"draft".into(), &"结尾写不出来".into())
    );

    // It is found by any word in it.
    teacher.presses("Ctrl k");
    teacher.types("结尾写不出");
    teacher.sees("找到 1 条");
    teacher.presses("Escape");

    // Back in the table it stands with its stage, and is found by what it says.
    teacher.opens("#/records/contest_entry");
    settled(teacher);
    teacher.writes_in("筛选", "一等");
    teacher.sees("共 1 条");
    teacher.writes_over("筛选", "三等");
    teacher.sees("没有符合筛选的");
}

#[test]
fn a_reading_becomes_an_action_and_both_know_it() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.opens("#/records/book");
    settled(&teacher);
    teacher.writes_in("书名", "静悄悄的革命");
    teacher.presses("Enter");
    teacher.clicks("静悄悄的革命");
    teacher.clicks("读完");
    teacher.writes_in("我要试", "下周让学生先说听到了什么。");
    teacher.presses("Tab");
    teacher.clicks_nth("变成……", -1);
    teacher.clicks_nth("一次行动", -1);
    teacher.sees("已经记下，连着这一条");
    teacher.sees("下周让学生先说听到了什么。");
    teacher.clicks("去看");
    teacher.sees("出自");
    teacher.clicks("静悄悄的革命");
    teacher.sees_it_kept();
    // Without a spiral what became evidence is shown where it rests.
    teacher.clicks_nth("变成……", -1);
    teacher.clicks_nth("一份证据", -1);
    teacher.clicks("去看");
    teacher.sees("证明和照片");
    let index = disk::index(&teacher);
    let entry = index.of_kind::<Entry>().next().expect("an entry").1.clone();
    assert_eq!(
        (entry.phase, entry.body.as_str()),
        (Phase::Action, "下周让学生先说听到了什么。")
    );
    assert_eq!(entry.origin, of_kind(&teacher, "book").first().map(|(id, _)| *id));
}

#[test]
fn a_school_makes_a_kind_of_its_own_without_a_line_of_rust() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.opens("#/records");
    settled(&teacher);
    teacher.writes_in("叫什么？例如：家访", "家访");
    teacher.presses("Enter");
    teacher.sees("这种档案有哪些项");
    teacher.clicks("这种档案有哪些项");
    teacher.writes_in("这一项叫什么", "家长怎么说");
    teacher.presses("Enter");
    teacher.writes_in("阶段叫什么", "约好");
    teacher.presses("Enter");
    teacher.writes_in("阶段叫什么", "去过");
    teacher.presses("Enter");
    teacher.writes_in("名称", "小航家");
    teacher.presses("Enter");
    teacher.clicks("小航家");
    teacher.clicks("去过");
    teacher.writes_in("家长怎么说", "在家不肯开口。");
    teacher.presses("Tab");
    teacher.sees_it_kept();
    let index = disk::index(&teacher);
    let kinds = Kinds::of(&index);
    let own = kinds.iter().last().expect("the school's own");
    let head = own.records(&index).next().expect("one visit");
    let shown: Vec<String> = own
        .fields
        .iter()
        .filter_map(|field| head.content().text(&field.name).map(std::borrow::Cow::into_owned))
        .collect();
    assert_eq!(shown.first().map(String::as_str), Some("小航家"));
    assert_eq!(shown.last().map(String::as_str), Some("在家不肯开口。"));
    assert!(own.stage_of(head.content()).is_some());
}

#[test]
fn a_certificate_that_is_photographed_becomes_an_outcome() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.opens("#/records/outcome");
    settled(&teacher);
    teacher.writes_in("题目", "论文二等奖");
    picks_a_photograph(&teacher, "拍证书，或选图片");
    teacher.sees("证明和照片");
    teacher.chooses("级别", "市级");
    teacher.chooses("等第", "二等奖");
    teacher.sees_it_kept();
    let index = disk::index(&teacher);
    let outcome = of_kind(&teacher, "outcome").first().expect("one").clone();
    assert_eq!(outcome.1.text("grade").as_deref(), Some("second"));
    let evidence: Vec<_> = index.linked::<Evidence>("entries", outcome.0).collect();
    assert!(evidence[0].1.blob.is_some());
}
