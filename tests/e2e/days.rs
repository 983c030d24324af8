//! 今天 and 昨天 in a text: told by their days while a draft is composed, and offered where words are taken by hand.

use luoxuan::catalog::Language;
use luoxuan::text::say_day;
use luoxuan::{Date, Document, Entry, Spiral, TextType};
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::pages::text::{assemble_from, passages};
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

const BODY: &str = "今天收上来40本记录单，28本只写了一句。昨天讲的是怎么写，没有人问。";

/// A problem written in 今天, a spiral from it, and a draft of that; the day of writing.
fn drafts(teacher: &Teacher) -> Date {
    teacher.waits_for_the_cursor();
    teacher.composes(BODY);
    teacher.presses("Ctrl Enter");
    teacher.clicks("打开");
    teacher.begins_a_spiral();
    teacher.sees_it_kept();
    let index = disk::index(teacher);
    let spiral = index.of_kind::<Spiral>().map(|(id, _)| id).next().expect("a spiral");
    let written = index.in_spiral::<Entry>(spiral).next().expect("the problem").1;
    assemble_from(teacher, &spiral.to_string(), TextType::Experience);
    written.day().expect("it has a day")
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn words_of_time_become_days_one_by_one_and_all_at_once(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    let on = drafts(teacher);
    let say = |day| say_day(day, false, Language::ZhHans);
    let (today, yesterday) = (say(on), say(on.plus_days(-1)));
    let dated = BODY.replace("今天", &today).replace("昨天", &yesterday);
    let drafted = passages(teacher);
    assert!(drafted[0].starts_with(&dated), "{drafted:?}");
    teacher.sees_no("读者不知道是哪一天");

    // Taken by hand, the words stand as they were written, and what they can be is offered beside them.
    teacher.clicks("从手记里取");
    teacher.clicks("已取用");
    teacher.sees("读者不知道是哪一天，可以换成：");
    let taken = passages(teacher).iter().position(|text| text == BODY).expect("taken");
    teacher.clicks(&format!("把“昨天”换成“{yesterday}”"));
    teacher.sees(&format!("“昨天”换成了“{yesterday}”。"));
    assert_eq!(passages(teacher)[taken], BODY.replace("昨天", &yesterday));
    teacher.clicks("撤销");
    teacher.sees_no("换成了");
    assert_eq!(passages(teacher)[taken], BODY);

    // In the check each word has them too, and there is one key for all.
    teacher.clicks("检查");
    teacher.sees("“今天”是哪一天，读者不知道。");
    teacher.sees("“昨天”是哪一天，读者不知道。");
    teacher.clicks("全篇 2 处都换成日期");
    teacher.sees("2 处换成了日期。");
    teacher.sees_no("是哪一天，读者不知道");
    let kept = || -> Document {
        let index = disk::index(teacher);
        let mut documents = index.of_kind::<Document>();
        documents.next().expect("the text").1.clone()
    };
    teacher.sees_it_kept();
    let passage = kept().section("origin").last().expect("taken").clone();
    assert_eq!(passage.text, dated);
    assert_eq!(passage.sources[0].snapshot, BODY, "the source keeps its words");

    // One step back is all of it.
    teacher.clicks("撤销");
    teacher.sees("“昨天”是哪一天，读者不知道。");
    teacher.clicks("写");
    teacher.waits_until_at("/write");
    assert_eq!(passages(teacher)[taken], BODY);
    teacher.sees_no("取来以后，原文改过了");

    // A part of the month is a way to say it, too; and the text is as it was left when it is opened again.
    let third = teacher.run(
        "const all = [...document.querySelectorAll('.passage .hint button')]; const one = all.find((one) => one.textContent.endsWith('旬')); one.click(); return one.textContent",
        vec![],
    );
    let third = third.as_str().expect("旬").to_owned();
    teacher.sees(&format!("“今天”换成了“{third}”。"));
    teacher.sees_it_kept();
    teacher.reloads();
    teacher.sees("从手记里取");
    assert_eq!(json!(passages(teacher)[taken]), json!(BODY.replace("今天", &third)));
}
