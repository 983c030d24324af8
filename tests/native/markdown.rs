//! Markdown out and in.

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, markdown, read, read_files, stage};
use luoxuan::{Author, Content, DeviceId, Entry, Journal, Moment, Shelf};
use luoxuan_tests::demo;

const BY: Author = Author {
    device: DeviceId::from_bytes([9; 16]),
    now: Moment::new(1_800_000_000_000, 480),
};

fn tree(language: Language) -> Vec<(String, String)> {
    let archive = Archive {
        revisions: demo::journal(),
        ..Archive::default()
    };
    markdown::files(&archive, language)
}

fn imported(files: &[(String, String)]) -> luoxuan::format::Import {
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    read_files(files, &Limits::default()).expect("within the limits")
}

fn demo_journal() -> Journal {
    let mut journal = Journal::new();
    journal.merge(demo::journal());
    journal
}

#[test]
fn every_record_reads_back_to_what_it_was() {
    let journal = demo_journal();
    for language in Language::ALL {
        let import = imported(&tree(language));
        assert_eq!(import.damage, []);
        let staged = stage(&import, &Journal::new(), BY);
        assert_eq!(staged.added, journal.records().count());
        let mut back = Journal::new();
        back.merge(staged.revisions);
        for (record, heads) in journal.records() {
            let there = back.heads(record);
            assert_eq!(there.len(), 1, "{record}");
            assert_eq!(there[0].content(), heads[0].content());
        }
        assert!(import.pages.iter().all(|page| page.unchanged));
        assert_eq!(stage(&import, &journal, BY).added, 0, "nothing new where it came from");
    }
}

#[test]
fn show() {
    for (path, text) in tree(Language::ZhHans) {
        println!("=== {path}\n{text}");
    }
    let shelf = Shelf::of(&demo_journal());
    println!(
        "{}",
        markdown::spiral(&shelf, demo::id("spiral A"), Language::En).expect("a spiral")
    );
    let _ = (read("x.md", b"x", &Limits::default()), Content::of(&Entry::default()));
}
