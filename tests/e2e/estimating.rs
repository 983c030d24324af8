//! What a teacher expects is said before the results, kept as it was, and held against them.

use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;
use luoxuan::Survey;
use rstest::rstest;

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn an_estimate_is_said_before_the_results_and_sealed_by_them(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.makes_a_survey();
    teacher.clicks("添一道题");
    teacher.writes_in("问什么", "写作文时，你最大的困难是什么？");
    for (number, option) in [(1, "不知道写什么"), (2, "写不细"), (3, "不会用词")] {
        teacher.clicks("添一个选项");
        teacher.writes_in(&format!("选项 {number}"), option);
    }
    teacher.chooses("先估计一下：哪一项", "不会用词");
    teacher.writes_over("约百分之几的人选", "60");
    teacher.presses("Tab");
    for (number, count) in [(1, "52"), (2, "41"), (3, "18")] {
        teacher.writes_in(&format!("人数 {number}"), count);
    }
    teacher.sees("事先估计：选“不会用词”的约60%。");
    teacher.sees_no("先估计一下：哪一项");
    teacher.sees("事先估计选“不会用词”的约60%，实际16.2%，相差43.8个百分点，同估计不一样。");
    teacher.clicks("写成专题调查");
    teacher.sees("相差43.8个百分点，同估计不一样");
    teacher.sees_it_kept();
    let index = disk::index(teacher);
    let estimates = index
        .of_kind::<Survey>()
        .flat_map(|(_, survey)| survey.items.values().cloned());
    let estimates: Vec<_> = estimates
        .filter_map(|item| item.estimate.and_then(|it| it.percent))
        .collect();
    assert_eq!(estimates, [60]);
}
