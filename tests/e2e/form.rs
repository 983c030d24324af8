//! A school weighs a form for itself, and lists what it has seen go wrong.

use luoxuan::TextType;
use luoxuan::record::Template;
use serde_json::json;

use crate::access::{settled, teacher_with_three_spirals};
use crate::disk;
use crate::pages::text::assemble;
use crate::stage::browser::Kind;

const WEIGHTS: &str = "评审要点和分值";
const FAULTS: &str = "常见问题（一行一条";

#[test]
fn a_school_weighs_a_form_for_itself_and_its_own_words_are_looked_for() {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    assemble(&teacher, TextType::Experience);
    teacher.run("document.querySelector('.form-editor').open = true", vec![]);
    teacher.clicks("照它做一份我自己的");
    teacher.sees("合计 100 分");
    teacher.writes_over(WEIGHTS, "问题与选题 20\n创新点 40\n推广价值 30");
    teacher.sees("合计 90 分");
    teacher.writes_over(FAULTS, "空话太多，如“观察单”");
    teacher.sees_it_kept();
    // The checks look for the words the school named; what stands beside the text is the school's too.
    teacher.clicks("检查");
    teacher.waits_until_at("/check");
    teacher.sees("“常见问题”里写着：空话太多，如“观察单”");
    let text = teacher.place().replace("/check", "/write");
    teacher.reloads();
    teacher.opens(&text);
    settled(&teacher);
    let beside = teacher.run(
        "return [...document.querySelectorAll('aside details')].map((part) => part.textContent).join('|')",
        vec![],
    );
    assert!(
        beside.as_str().is_some_and(|said| said.contains("创新点 40")),
        "{beside}"
    );
    let index = disk::index(&teacher);
    let (_, own) = index.of_kind::<Template>().next().expect("a copy");
    let kept: Vec<_> = own.judging.iter().map(|it| (it.name.as_str(), it.points)).collect();
    assert_eq!(kept, [("问题与选题", 20), ("创新点", 40), ("推广价值", 30)]);
    assert_eq!(own.faults, ["空话太多，如“观察单”"]);

    // What nothing stands in is said before it leaves.
    teacher.clicks("交稿");
    teacher.sees("这几节还是空的，不会印出来：问题与展望、参考文献。");
    assert_eq!(
        teacher.run("return document.querySelectorAll('.out .hint').length", vec![]),
        json!(1)
    );
}
