//! How little it takes to write something down, from the front page.

use luoxuan::Evidence;

use crate::access::settled;
use crate::disk;
use crate::pictures::picks_a_photograph;
use crate::records::of_kind;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

/// From now on the page counts the fields that are written in or chosen from, the keys and the clicks.
fn counts_what_is_touched(teacher: &Teacher) {
    teacher.run(
        "window.touched = []; window.keys = 0; window.presses = 0; \
         const touch = (event) => { const name = nameOf(event.target); if (window.touched.at(-1) !== name) window.touched.push(name); }; \
         document.addEventListener('input', touch, true); document.addEventListener('change', touch, true); \
         document.addEventListener('keydown', () => window.keys++, true); \
         document.addEventListener('click', (event) => { if (event.isTrusted) window.presses++; }, true)",
        vec![],
    );
}

/// How many fields were touched since then, none of them twice.
fn touched(teacher: &Teacher, what: &str) -> usize {
    let counted = teacher.run("return [window.touched, window.keys, window.presses]", vec![]);
    eprintln!(
        "{what}: keys {}, clicks {}, fields {}",
        counted[1], counted[2], counted[0]
    );
    let fields: Vec<&str> = counted[0]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|name| name.as_str())
        .collect();
    let once: std::collections::BTreeSet<_> = fields.iter().collect();
    assert_eq!(once.len(), fields.len(), "one is touched twice: {fields:?}");
    fields.len()
}

/// From the front page to where a kind is written down, counting from there what is touched.
fn finds(teacher: &Teacher, types: &str, kind: &str) {
    teacher.waits_for_the_cursor();
    settled(teacher);
    counts_what_is_touched(teacher);
    teacher.waits_for_element("dialog.find");
    teacher.presses("Ctrl k");
    teacher.waits_for_element("dialog.find[open]");
    teacher.types(types);
    teacher.sees(&format!("去 {kind}"));
    teacher.presses("Enter");
}

/// An award with its certificate, from the front page: finding, the title, the picture, the level, the grade, the seal.
#[test]
fn an_award_with_its_picture_takes_no_more_than_six_fields() {
    let teacher = Teacher::arrives(Kind::Chromium);
    finds(&teacher, "获奖", "成果与获奖");
    teacher.sees("获奖、发表、交流、称号");
    teacher.waits_for_the_cursor();
    teacher.types("把一件事写具体");
    picks_a_photograph(&teacher, "拍证书，或选图片");
    teacher.sees("证明和照片");
    teacher.chooses("级别", "市级");
    teacher.chooses("等第", "一等奖");
    teacher.writes_in("主办单位（落款）", "市教育局");
    teacher.presses("Tab");
    assert!(touched(&teacher, "an award") <= 6);
    teacher.sees_it_kept();
    let outcomes = of_kind(&teacher, "outcome");
    let [(id, outcome)] = &outcomes[..] else {
        panic!("{outcomes:?}")
    };
    for (field, said) in [
        ("name", "把一件事写具体"),
        ("level", "city"),
        ("grade", "first"),
        ("organiser", "市教育局"),
    ] {
        assert_eq!(outcome.text(field).as_deref(), Some(said), "{field}");
    }
    assert!(outcome.text("on").is_some(), "today, unless it is said otherwise");
    let index = disk::index(&teacher);
    assert_eq!(
        index
            .linked::<Evidence>("entries", *id)
            .filter(|(_, it)| it.blob.is_some())
            .count(),
        1
    );
}

/// A lecture attended, from the front page and by keyboard: finding, its name, the title; two boxes, none of them twice.
#[test]
fn a_lecture_is_recorded_from_the_front_page_by_keyboard() {
    let teacher = Teacher::arrives(Kind::Chromium);
    finds(&teacher, "讲座", "讲座");
    teacher.sees("听的或讲的一场讲座");
    teacher.waits_for_the_cursor();
    teacher.types("数据怎样说话");
    teacher.presses("Enter");
    teacher.sees("已记下");
    assert_eq!(touched(&teacher, "a lecture"), 2, "finding, and the title");
    teacher.sees_it_kept();
    let lectures = of_kind(&teacher, "lecture");
    let [(_, lecture)] = &lectures[..] else {
        panic!("{lectures:?}")
    };
    assert_eq!(lecture.text("name").as_deref(), Some("数据怎样说话"));
    let today = teacher.run("const d = new Date(); return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-')", vec![]);
    assert_eq!(lecture.text("on").as_deref(), today.as_str());
}
