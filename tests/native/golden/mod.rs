//! Files of every released version open for ever. The files here are only ever added to.

mod said;

use std::path::{Path, PathBuf};

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, Soundness, markdown, read, write_jsonl, write_zip};
use luoxuan::{Content, Document, Index, Journal, RecordId, Revision, Survey, Template, Version};

use said::{archive, document, survey, texts};

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name)
}

fn page() -> String {
    let files = markdown::files(&archive(), Language::ZhHans);
    let (_, text) = files
        .into_iter()
        .find(|(path, _)| path.contains("行动"))
        .expect("the action");
    text
}

/// `UPDATE_GOLDEN=1` writes what is missing, and nothing else: these files are promises.
pub(crate) fn kept(name: &str, made: impl FnOnce() -> Vec<u8>) -> Vec<u8> {
    let path = path(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() && !path.exists() {
        std::fs::write(&path, made()).expect("the file can be written");
    }
    std::fs::read(path).expect("a golden file")
}

/// Version 1 is written as it always was. The closing line came later, behind all there was.
fn is_written_as_ever(all: &Archive, golden: &[u8]) {
    let lines = golden.split_inclusive(|byte| *byte == b'\n').count() - 1;
    let closing = format!("{{\"format\":\"luoxuan journal\",\"lines\":{lines},\"version\":1}}\n");
    assert!(write_jsonl(all) == [golden, closing.as_bytes()].concat());
}

fn sorted(revisions: impl IntoIterator<Item = Revision>) -> Vec<Revision> {
    let mut all: Vec<_> = revisions.into_iter().collect();
    all.sort_by_key(Revision::id);
    all
}

#[test]
fn version_1_opens_for_ever() {
    let all = archive();
    let expected = sorted(all.revisions.iter().map(|revision| Revision::clone(revision)));
    let plain = kept("v1.jsonl", || write_jsonl(&all));
    let zip = kept("v1.zip", || write_zip(&all, Language::ZhHans).expect("written"));
    for (name, bytes) in [("v1.jsonl", &plain), ("v1.zip", &zip)] {
        let import = read(name, bytes, &Limits::default()).expect("within the limits");
        assert_eq!(sorted(import.revisions), expected);
        assert_eq!(import.newer, all.aside);
        assert_eq!((import.damage, import.unread), (Vec::new(), Vec::new()));
        assert_eq!(
            import.pictures,
            if name == "v1.zip" {
                all.pictures.clone()
            } else {
                Vec::new()
            }
        );
    }
    is_written_as_ever(&all, &plain);
}

/// What the closing line says is known by who knows of it; to all others it is one more header.
#[test]
fn a_closed_archive_opens_for_ever_and_says_that_it_is_whole() {
    let all = archive();
    let expected = sorted(all.revisions.iter().map(|revision| Revision::clone(revision)));
    let plain = kept("v1-closed.jsonl", || write_jsonl(&all));
    let zip = kept("v1-closed.zip", || write_zip(&all, Language::ZhHans).expect("written"));
    assert!(write_jsonl(&all) == plain && plain.starts_with(&kept("v1.jsonl", Vec::new)));
    for (name, bytes) in [("v1-closed.jsonl", &plain), ("v1-closed.zip", &zip)] {
        let import = read(name, bytes, &Limits::default()).expect("within the limits");
        let verified = import.verify();
        assert_eq!(sorted(import.revisions), expected);
        assert_eq!((verified.missing_lines, verified.damaged), (0, 0), "{name}");
        assert_eq!(verified.unclosed, Vec::<String>::new(), "{name}");
    }
    let zip = read("a.zip", &zip, &Limits::default()).expect("within the limits");
    assert_eq!(zip.verify().soundness(), Soundness::Whole, "{:?}", zip.verify());
    // The plain file has no pictures, and evidence names one.
    let plain = read("a.jsonl", &plain, &Limits::default()).expect("within the limits");
    assert_eq!(plain.verify().missing_pictures.len(), 1);
    assert_eq!(plain.verify().soundness(), Soundness::Harmed);
}

#[test]
fn a_page_of_version_1_reads_back_for_ever() {
    let text = kept("v1.md", || page().into_bytes());
    let import = read("v1.md", &text, &Limits::default()).expect("within the limits");
    assert_eq!(import.damage, []);
    assert_eq!(import.pages.len(), 3, "the action, its photograph and its value");
    for page in &import.pages {
        assert!(page.unchanged);
        let original = archive()
            .revisions
            .into_iter()
            .find(|revision| Some(revision.id()) == page.revision);
        assert_eq!(
            Some(&page.content),
            original.as_ref().map(|revision| revision.content())
        );
    }
}

#[test]
fn a_document_of_version_1_opens_for_ever() {
    let all = document();
    let content = all.revisions[0].content();
    let plain = kept("v1-document.jsonl", || write_jsonl(&all));
    let import = read("v1-document.jsonl", &plain, &Limits::default()).expect("within the limits");
    assert_eq!(import.damage, []);
    assert_eq!(import.revisions, [Revision::clone(&all.revisions[0])]);
    is_written_as_ever(&all, &plain);
    let read_back = import.revisions[0].content().read::<Document>().expect("a document");
    assert_eq!(&Content::of(&read_back), content);

    // And as a page that a person can read.
    let files = markdown::files(&all, Language::ZhHans);
    let (_, page) = files
        .iter()
        .find(|(_, page)| page.contains("慢镜头"))
        .expect("its page");
    assert!(page.contains("教学改进案例") && page.contains("互读"), "{page}");
    let import = read("document.md", page.as_bytes(), &Limits::default()).expect("within the limits");
    assert_eq!(import.pages.len(), 1);
    assert!(import.pages[0].unchanged);
    assert_eq!(&import.pages[0].content, content);
}

#[test]
fn texts_of_version_1_open_for_ever() {
    let all = texts();
    let plain = kept("v1-texts.jsonl", || write_jsonl(&all));
    let import = read("v1-texts.jsonl", &plain, &Limits::default()).expect("within the limits");
    assert_eq!(import.damage, []);
    is_written_as_ever(&all, &plain);
    let mut journal = Journal::new();
    journal.merge(import.revisions);
    let index = Index::of(&journal);
    let version = index.read::<Version>(id(13)).expect("a version");
    assert!(version.is_intact());
    assert_eq!(Some(&version.document()), index.document(id(12)));
    assert_eq!(Some(version.template()), index.read::<Template>(id(11)));
    for revision in &all.revisions {
        let content = revision.content();
        let again = match &*content.kind() {
            "template" => content.read::<Template>().map(|it| Content::of(&it)),
            "version" => content.read::<Version>().map(|it| Content::of(&it)),
            _ => content.read::<Document>().map(|it| Content::of(&it)),
        };
        assert_eq!(again.as_ref(), Some(content));
    }
    // And as pages that a person can read.
    let pages = markdown::files(&all, Language::ZhHans);
    let mut found = 0;
    for (name, page) in pages.iter().filter(|(_, page)| page.contains("luoxuan:")) {
        let import = read(name, page.as_bytes(), &Limits::default()).expect("within the limits");
        let page = import.pages.first().expect("a page");
        assert!(page.unchanged, "{name}");
        assert!(all.revisions.iter().any(|revision| revision.content() == &page.content));
        found += 1;
    }
    assert_eq!(found, 3);
}

#[test]
fn a_survey_of_version_1_opens_for_ever() {
    let all = survey();
    let content = all.revisions[0].content();
    let plain = kept("v1-survey.jsonl", || write_jsonl(&all));
    let import = read("v1-survey.jsonl", &plain, &Limits::default()).expect("within the limits");
    assert_eq!(import.damage, []);
    assert_eq!(import.revisions, [Revision::clone(&all.revisions[0])]);
    is_written_as_ever(&all, &plain);
    let read_back = import.revisions[0].content().read::<Survey>().expect("a survey");
    assert_eq!(&Content::of(&read_back), content);
    assert_eq!(
        (read_back.other.len(), read_back.items["difficulty"].other.len()),
        (0, 1)
    );
}
