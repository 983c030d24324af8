//! Texts that break programs: every one through the box, both lanes, a copy and back.

use luoxuan::Entry;
use rstest::rstest;
use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::proved;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// Texts as UTF-16 units, so that halves of characters are among them, and what each must come back as.
fn texts() -> Vec<(Vec<u16>, String)> {
    let whole = [
        "𠮷野家的𠮷同学、𣎴、𡘙",
        "👩‍🏫👨‍👩‍👧‍👦🇨🇳👍🏽",
        "e\u{301}a\u{308} ﷽ Z̴̧̰͚a̵l̷g̶o̸",
        "一行\u{2028}二行\u{2029}三行",
        "\u{feff}开头的记号",
        "中间有\0零",
        "从右到左 \u{202e}abc\u{202c} עברית العربية",
        "全角空格\u{3000}不换行\u{a0}零宽\u{200b}\u{200d}",
        "  前后有空格，\t制表符\t  ",
        "\\\" \\n ${x} {{x}} <script>alert(1)</script> &amp; %00 ' -- ; DROP TABLE",
        "{\"v\":1,\"id\":\"不是行\"}",
        "私用区\u{e000}\u{f8ff}，非字符\u{fffe}\u{ffff}",
        "控制\u{1}\u{7}\u{1b}[31m\u{7f}\u{85}",
    ];
    let mut texts: Vec<_> = whole
        .iter()
        .map(|text| (text.encode_utf16().collect(), (*text).to_owned()))
        .collect();
    // A box has one kind of line end.
    texts.push((
        "回车\r\n换行\r都是换行".encode_utf16().collect(),
        "回车\n换行\n都是换行".into(),
    ));
    // Half a character has no form on a disk: it becomes a sign that can be seen, and nothing else is harmed.
    texts.push((vec![0x524d, 0xd842, 0x540e], "前\u{fffd}后".into()));
    texts.push((vec![0x524d, 0xdfb7, 0x540e], "前\u{fffd}后，低位".into()));
    if let Some((units, _)) = texts.last_mut() {
        units.extend("，低位".encode_utf16());
    }
    let long = "一条很长的记录，写细一个瞬间。".repeat(2_000);
    texts.push((long.encode_utf16().collect(), long));
    texts
}

#[rstest]
#[case::chromium(Kind::Chromium)]
#[case::firefox(Kind::Firefox)]
fn every_text_comes_back_as_it_was_typed(#[case] kind: Kind) {
    let teacher = &mut Teacher::arrives(kind);
    teacher.waits_for_the_cursor();
    let texts = texts();
    for (units, _) in &texts {
        teacher.goes_to("写下来");
        teacher.run(
            "const box = document.activeElement; box.value = arguments[0].map((unit) => String.fromCharCode(unit)).join(''); \
             box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))",
            vec![json!(units)],
        );
        teacher.presses("Ctrl Enter");
        let empty = wait_for(std::time::Duration::from_secs(10), || {
            teacher.reads("写下来").is_empty().then_some(())
        });
        assert!(empty.is_some(), "{units:?} is taken");
    }
    teacher.sees_it_kept();
    let mut wanted: Vec<String> = texts.into_iter().map(|(_, text)| text).collect();
    wanted.sort();
    let there = |teacher: &Teacher| {
        let mut bodies: Vec<String> = disk::index(teacher)
            .of_kind::<Entry>()
            .map(|(_, entry)| entry.body.clone())
            .collect();
        bodies.sort();
        bodies
    };
    assert_eq!(there(teacher), wanted, "in the database");
    // The second lane alone.
    teacher.browser.go("about:blank");
    teacher.opens_the_app();
    teacher.waits_for_the_cursor();
    teacher.sees_it_loaded();
    teacher.opens("#/settings");
    let copy = teacher.downloads(|| teacher.clicks("下载备份"));
    let elsewhere = Teacher::arrives(teacher.browser.kind);
    crate::spiral::restore(&elsewhere, &copy);
    assert_eq!(there(&elsewhere), wanted, "restored from a copy elsewhere");
    proved(
        "T15",
        &format!(
            "{:?}: halves of characters, 𠮷, joined emoji, NUL, U+2028, BOM, right to left, CRLF through box, disk, copy, restore",
            teacher.browser.kind
        ),
        &format!(
            "{} texts as typed; half a character becomes a visible sign",
            wanted.len()
        ),
    );
}
