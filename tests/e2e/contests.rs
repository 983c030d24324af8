//! What is done every year or every two: a contest with its entries, a class and its next window.

use luoxuan::kind::STAGE;

use crate::access::settled;
use crate::records::{of_kind, takes_in};
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

/// A contest begins as one that comes with the app; its entry has its deadlines, and is told that it has won before.
#[test]
fn a_text_that_has_won_before_is_told_of_until_it_is_handed_in() {
    let teacher = Teacher::arrives(Kind::Chromium);
    let award = "题目,级别,等第,获奖日期\n把一件事写具体,区县级,一等奖,2026-05-03";
    takes_in(&teacher, "outcome", award, 1);
    teacher.opens("#/records/contest");
    settled(&teacher);
    teacher.clicks("区论文评比（仿余杭）");
    teacher.sees("不超过6000字，超过8000字不评");
    teacher.dates("校内截止", "2026-12-10");
    teacher.dates("上级截止", "2026-12-20");
    teacher.clicks_nth("＋ 参评", -1);
    teacher.finds("button", "传达通知");
    teacher.writes_in("题目", "把一件事写具体");
    teacher.presses("Tab");
    let told = "这份得过区县级一等奖（2026年5月3日），通知写着：已在区级以上获奖或公开发表的不再参评。交以前先问清楚能不能再交。";
    teacher.sees(told);
    let tick = teacher.finds("tick", "汇总表");
    teacher.browser.click(&tick).expect("it can be ticked");
    teacher.clicks("已交学校");
    teacher.sees(told);
    teacher.clicks("已上交");
    teacher.sees_no("这份得过");
    teacher.sees_it_kept();
    let entries = of_kind(&teacher, "contest_entry");
    let [(_, entry)] = &entries[..] else {
        panic!("{entries:?}")
    };
    for (field, said) in [("due_school", "2026-12-10"), ("on", "2026-12-20"), ("level", "county")] {
        assert_eq!(entry.text(field).as_deref(), Some(said), "{field}");
    }
    assert_eq!(entry.to_json()["package"], serde_json::json!(["汇总表"]));
}

#[test]
fn a_class_that_was_recognised_goes_on_in_its_next_two_years() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.opens("#/records/routine_class");
    settled(&teacher);
    teacher.dates("申报日期", "2026-09-20");
    teacher.writes_in("班级", "2026级2班");
    teacher.presses("Enter");
    teacher.clicks("2026级2班");
    teacher.chooses("周期", "一、二年级");
    teacher.clicks("评审与展示");
    teacher.sees_no("开始下一周期");
    teacher.clicks("示范班");
    teacher.sees("这个周期结束了：示范班。下一周期：三、四年级，");
    teacher.clicks("开始下一周期");
    teacher.sees_no("开始下一周期");
    teacher.sees_it_kept();
    let mut classes = of_kind(&teacher, "routine_class");
    classes.sort_by_key(|(_, class)| class.text("on").map(std::borrow::Cow::into_owned));
    let [(first, _), (_, next)] = &classes[..] else {
        panic!("{classes:?}")
    };
    for (field, said) in [
        ("name", "2026级2班"),
        ("band", "3-4"),
        ("on", "2028-09-20"),
        ("previous", &first.to_string()),
        (STAGE, "applied"),
    ] {
        assert_eq!(next.text(field).as_deref(), Some(said), "{field}");
    }
}
