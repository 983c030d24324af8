//! A journal's document as a Word file, under the rules of a contest.
//!
//! `cargo run --example word --features docx` writes `target/example.docx`.

use std::collections::BTreeMap;
use std::error::Error;

use luoxuan::catalog::{Language, form, preset};
use luoxuan::manuscript::{Byline, Manuscript, Parts};
use luoxuan::office::word;
use luoxuan::record::Passage;
use luoxuan::{Content, DeviceId, Document, Journal, Moment, RecordId, TextType, journal::Author};

fn main() -> Result<(), Box<dyn Error>> {
    // A journal with one document, as the page keeps it.
    let mut document = Document {
        title: "把“看见”教给孩子——三年级起步习作写具体的做法".into(),
        keywords: vec!["起步习作".into(), "观察".into()],
        ..Document::default()
    };
    let text = "开学第一次习作，班里42人平均写96字。\n\n表：三次习作对照\n\n| 次 | 有细节（人） |\n|---|---|\n| 一 | 11 |\n| 二 | 30 |";
    let passage = Passage {
        text: text.into(),
        ..Passage::default()
    };
    document.sections.insert("origin".into(), vec![passage]);
    let mut journal = Journal::new();
    let (id, now) = (RecordId::from_bytes([1; 16]), Moment::new(1_757_577_600_000, 480));
    let by = Author {
        device: DeviceId::from_bytes([2; 16]),
        now,
    };
    journal.write(id, Content::of(&document), by);

    // From the journal to the finished text, and from that to the file.
    let document = journal
        .head(id)
        .and_then(|head| head.content().read::<Document>())
        .ok_or("no document")?;
    let sections = form(TextType::Experience).sections.iter();
    let sections: Vec<_> = sections
        .map(|part| (part.name.to_owned(), part.heading.zh_hans.to_owned()))
        .collect();
    let byline = Byline {
        name: "林老师".into(),
        unit: vec!["某小学".into()],
    };
    let manuscript = Manuscript::of(
        &document,
        &sections,
        Parts {
            byline,
            ..Parts::default()
        },
    );
    let rules = preset("general").ok_or("no rules")?.rules(Language::ZhHans);
    let made = word(
        &manuscript,
        &rules.layout,
        &BTreeMap::new(),
        Language::ZhHans,
        &mut |_| {},
    )?;
    // Beside the other things cargo makes.
    std::fs::create_dir_all("target")?;
    std::fs::write("target/example.docx", made.bytes)?;
    println!("target/example.docx");
    Ok(())
}
