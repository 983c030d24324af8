//! A long text with pictures.

use luoxuan::journal::write_lines;
use luoxuan::record::Passage;
use luoxuan::{Author, Content, DeviceId, Document, Journal, RecordId, Timestamp};
use luoxuan_tests::texts::article;

use crate::access::settled;
use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

use super::parts;

#[test]
fn a_long_text_with_pictures_does_not_hold_up_the_page() {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("先写一条");
    let (text, pictures) = article(7, 10_000, 20, 10);
    let mut document = Document {
        title: "一篇长文".into(),
        ..Document::default()
    };
    for paragraph in text.split("\n\n").filter(|paragraph| !paragraph.is_empty()) {
        let passage = Passage {
            text: paragraph.into(),
            ..Passage::default()
        };
        document.pull("moves", usize::MAX, passage);
    }
    // A caption belongs to the table after it.
    join_captions(&mut document);
    let id = RecordId::from_bytes([0x77; 16]);
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_700_000_000_000, 480),
    };
    let written = Journal::new().write(id, Content::of(&document), by);
    disk::plant(&teacher, &write_lines(written.as_slice()));
    for picture in pictures.values() {
        disk::plant_picture(&teacher, &picture.bytes);
    }
    teacher.reloads();
    teacher.opens(&format!("#/text/{id}/out"));
    settled(&teacher);
    teacher.sees("图20");
    // The machine has other work too: the page is at fault only if it is slow each time.
    let mut longest = Vec::new();
    for _ in 0..3 {
        std::thread::sleep(std::time::Duration::from_secs(2));
        teacher.run(
            "window.slow = []; window.watching?.disconnect(); \
             window.watching = new PerformanceObserver((list) => window.slow.push(...list.getEntries().map((task) => task.duration))); \
             window.watching.observe({ type: 'longtask' })",
            vec![],
        );
        let file = teacher.downloads(|| teacher.clicks("下载 Word 文件"));
        let slow = teacher
            .run("return Math.max(0, ...window.slow)", vec![])
            .as_f64()
            .unwrap_or(f64::INFINITY);
        let parts = parts(&file);
        assert_eq!(parts.keys().filter(|name| name.starts_with("word/media/")).count(), 20);
        assert_eq!(parts["word/document.xml"].matches("<w:tbl>").count(), 10);
        longest.push(slow);
        if slow <= 50.0 {
            return;
        }
    }
    panic!("the longest tasks of three exports took {longest:?} ms");
}

fn join_captions(document: &mut Document) {
    let mut at = 0;
    while at < document.section("moves").len() {
        if document.section("moves")[at].text.starts_with("表：") {
            let caption = document.section("moves")[at].text.clone() + "\n\n";
            document.rewrite("moves", at, &caption);
            document.join("moves", at);
        }
        at += 1;
    }
}
