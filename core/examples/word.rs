//! A journal's document as a Word file, under the rules of a contest.
//!
//! `cargo run -p luoxuan --features docx --example word` writes `target/example.docx`.

use std::collections::BTreeMap;
use std::error::Error;

use luoxuan::catalog::Language::ZhHans;
use luoxuan::draft::{ExportOptions, finish};
use luoxuan::office::word;
use luoxuan::record::Passage;
use luoxuan::{Author, Content, DeviceId, Document, Index, Journal, RecordId, Timestamp};

fn main() -> Result<(), Box<dyn Error>> {
    // A journal with one document, as the page keeps it.
    let mut document = Document {
        title: "把“看见”教给孩子——起步习作的三步做法".into(),
        rules: "district_paper".into(),
        ..Document::default()
    };
    let text = "平均只写了96字。\n\n表：两次习作对照\n\n| 次 | 有细节（人） |\n|---|--:|\n| 一 | 11 |\n| 二 | 30 |";
    let passage = Passage {
        text: text.into(),
        ..Passage::default()
    };
    document.pull("origin", 0, passage);
    let (mut journal, id) = (Journal::new(), RecordId::from_bytes([1; 16]));
    let (device, now) = (DeviceId::from_bytes([2; 16]), Timestamp::new(1_757_577_600_000, 480));
    journal.write(id, Content::of(&document), Author { device, now });

    // From the journal to the finished text, and from that to the file.
    let finished = finish(&Index::of(&journal), id, &ExportOptions::default(), ZhHans).ok_or("no such document")?;
    let (manuscript, layout) = (&finished.manuscript, &finished.rules.layout);
    let file = word(manuscript, layout, &BTreeMap::new(), ZhHans, &mut |_| {})?;
    std::fs::create_dir_all("target")?;
    std::fs::write("target/example.docx", file.bytes)?;
    println!("{}.docx is now target/example.docx", finished.file_name);
    Ok(())
}
