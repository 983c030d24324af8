//! What comes in: pages that were changed, and notes from anywhere.

use std::collections::BTreeSet;

use luoxuan::catalog::Language;
use luoxuan::format::{Limits, read, stage};
use luoxuan::{Content, Entry, Index, Journal, Phase, Revision};

use crate::properties::by;

use super::{ENTRY, body, edit, imported, noted, tree};

#[test]
fn an_edited_page_is_a_change_where_its_editor_saw_the_head() {
    let (mut journal, all) = noted("像在填空。");
    let mut files = tree(all, Language::En);
    edit(&mut files[0].1, "像在填空。", "像在填空。\n\n又想到一句。");
    // Saved by an editor that changes line ends.
    files[0].1 = files[0].1.replace('\n', "\r\n");
    let staged = stage(&imported(&files), &journal, by(9, 2));
    assert_eq!((staged.added, staged.known), (1, 0));
    journal.merge(staged.revisions);
    let [head] = journal.heads(ENTRY) else {
        panic!("one head")
    };
    assert_eq!(body(head), "像在填空。\n\n又想到一句。");
    assert_eq!(
        stage(&imported(&files), &journal, by(9, 3)).added,
        0,
        "importing twice is importing once"
    );
}

#[test]
fn an_edited_page_stands_beside_what_its_editor_had_not_seen() {
    let (mut journal, all) = noted("像在填空。");
    let untouched = tree(all.clone(), Language::En);
    let mut edited = untouched.clone();
    edit(&mut edited[0].1, "像在填空。", "像在做题。");
    journal.write(
        ENTRY,
        Content::of(&Entry {
            body: "像在报清单。".into(),
            ..Entry::default()
        }),
        by(1, 2),
    );
    assert_eq!(
        stage(&imported(&untouched), &journal, by(9, 3)).added,
        0,
        "an old copy is no edit"
    );
    journal.merge(stage(&imported(&edited), &journal, by(9, 3)).revisions);
    let bodies: BTreeSet<_> = journal.heads(ENTRY).iter().map(|head| body(head)).collect();
    assert_eq!(bodies, ["像在做题。", "像在报清单。"].map(String::from).into());

    // Both versions go out, and both come back.
    let both: Vec<_> = journal.heads(ENTRY).to_vec();
    let files = tree(both, Language::En);
    assert_eq!(files.len(), 2);
    let mut back = Journal::new();
    back.merge(stage(&imported(&files), &back, by(9, 4)).revisions);
    assert_eq!(back.heads(ENTRY).len(), 2);
}

#[test]
fn any_markdown_is_a_note_of_its_day_with_its_front_matter() {
    let files = [
        ("2025-09-11 课后.md", "今天的课。\n"),
        (
            "b/想法.md",
            "---\ntitle: 想法\ntags: [甲, 乙]\ndate: 2025-10-01T08:00\nkind: essay\n---\n\n正文",
        ),
        ("c.md", "---\na: &x [1]\nb: *x\n---\n正文"),
        ("d.txt", "不读"),
        ("__MACOSX/._a.md", "\u{0}"),
    ];
    let files = files.map(|(path, text)| (path.to_owned(), text.to_owned()));
    let import = imported(&files);
    assert_eq!(import.unread, ["d.txt", "__MACOSX/._a.md"]);
    let notes: Vec<Entry> = import.pages.iter().filter_map(|page| page.content.read()).collect();
    let days: Vec<_> = notes.iter().map(|note| note.day().map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2025-09-11".into()), Some("2025-10-01".into()), None]);
    assert!(
        notes
            .iter()
            .all(|note| note.phase == Phase::Note && note.spiral.is_none())
    );
    assert_eq!(
        notes.iter().map(|note| &*note.body).collect::<Vec<_>>(),
        ["今天的课。", "正文", "正文"]
    );
    assert_eq!(
        (notes[1].title.as_str(), &notes[1].tags[..]),
        ("想法", &["甲".to_owned(), "乙".to_owned()][..])
    );
    assert_eq!(notes[1].other["front_kind"], "essay");
    assert_eq!(notes[2].other["front_matter"], "a: &x [1]\nb: *x\n");
    let mut journal = Journal::new();
    journal.merge(stage(&import, &journal, by(9, 1)).revisions);
    assert_eq!(stage(&imported(&files), &journal, by(9, 2)).known, 3);

    let bad = read("a.md", b"\xff\xff", &Limits::default()).expect("within the limits");
    assert_eq!((bad.pages.len(), bad.damage.len()), (0, 1));
}

/// The notes that files are.
fn notes(files: &[(&str, &str)]) -> Vec<Entry> {
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()))
        .collect();
    let pages = imported(&files).pages;
    pages.iter().filter_map(|page| page.content.read()).collect()
}

#[test]
fn the_day_and_the_title_are_in_the_name() {
    for (name, day, title) in [
        ("2025-09-11 晨读.md", Some("2025-09-11"), "晨读"),
        ("20250911.md", Some("2025-09-11"), ""),
        ("2025年9月11日.md", Some("2025-09-11"), ""),
        ("2025/09/11.md", Some("2025-09-11"), "11"),
        ("2024-01-01/2025-09-11-晨读.markdown", Some("2025-09-11"), "晨读"),
        ("三班/想法.md", None, "想法"),
        ("2025-02-30.md", None, "2025-02-30"),
    ] {
        let [note] = &notes(&[(name, "今天的课。")])[..] else {
            panic!("one note: {name}")
        };
        let found = note.day().map(|day| day.to_string());
        assert_eq!((found.as_deref(), note.title.as_str()), (day, title), "{name}");
        assert_eq!(note.other["file"], name);
    }
}

#[test]
fn the_day_the_title_and_the_tags_are_in_the_front_matter() {
    for (front, day) in [
        ("date: 2025/9/11", Some("2025-09-11")),
        ("日期: 2025年9月11日", Some("2025-09-11")),
        ("created: 2025-09-11 08:30", Some("2025-09-11")),
        ("date: 20250911", Some("2025-09-11")),
        ("created: 2024-01-01\ndate: 2025-09-11", Some("2025-09-11")),
        ("happened_on: 2025/9/11", Some("2025-09-11")),
        ("date: 今天", None),
    ] {
        let text = format!("---\n{front}\n---\n正文");
        assert_eq!(
            notes(&[("a.md", &text)])[0].day().map(|day| day.to_string()).as_deref(),
            day,
            "{front}"
        );
    }
    for (front, title, tags) in [
        ("title: 晨读记\ntags: [教学, 三班]", "晨读记", &["教学", "三班"][..]),
        ("标题: 晨读记\n标签:\n  - 教学\n  - 2025", "晨读记", &["教学", "2025"]),
        ("title: 2025\ntags: 教学，三班", "2025", &["教学", "三班"]),
        ("tags: '#教学 #三班'", "a", &["教学", "三班"]),
        ("tags:", "a", &[]),
        ("tags: [[1], 2]", "a", &[]),
    ] {
        let text = format!("---\n{front}\n---\n正文");
        let note = &notes(&[("a.md", &text)])[0];
        assert_eq!(
            (note.title.as_str(), &note.tags[..]),
            (title, &tags.iter().map(ToString::to_string).collect::<Vec<_>>()[..]),
            "{front}"
        );
    }
}

#[test]
fn the_title_and_the_tags_of_a_file_are_found_and_written_back() {
    let text = "---\ntitle: 晨读记\ntags: [教学]\nversion: 1.10\n---\n\n像在填空。";
    let import = imported(&[("a.md".to_owned(), text.to_owned())]);
    let mut journal = Journal::new();
    journal.merge(stage(&import, &journal, by(9, 1)).revisions);
    let index = Index::of(&journal);
    let words = index.words_of_entry(import.pages[0].record).expect("an entry");
    assert!(
        words.iter().any(|said| said == "晨读记") && words.iter().any(|said| said == "教学"),
        "{words:?}"
    );
    let all = journal.records().flat_map(|(_, heads)| heads.to_vec()).collect();
    let files = tree(all, Language::ZhHans);
    assert!(files[0].0.ends_with("晨读记.md"), "{}", files[0].0);
    for line in ["title: 晨读记", "tags: [\"教学\"]", "version: \"1.10\""] {
        assert!(
            files[0].1.lines().any(|said| said.starts_with(line)),
            "{line}: {}",
            files[0].1
        );
    }
    assert!(imported(&files).pages[0].unchanged);
}

#[test]
fn prose_between_two_lines_across_is_text() {
    for text in [
        "---\n今天上课。\n---\n下午也上。",
        "---\n- 一\n---\n",
        "---\n他说：好\n---",
        "---\n今天\ndate: 2025-09-11\n---\n",
    ] {
        let note = &notes(&[("a.md", text)])[0];
        assert_eq!(note.body, text.trim_matches('\n'), "nothing is swallowed");
        assert_eq!(note.happened_on, None);
    }
}

#[test]
fn a_note_that_was_taken_in_by_the_first_version_is_known_again() {
    let taken = [
        (
            "2025-09-11 课后.md",
            "今天的课。",
            r#"{"body":"今天的课。","file":"2025-09-11 课后.md","happened_on":"2025-09-11","kind":"entry"}"#,
        ),
        (
            "b.md",
            "---\nversion: 1.10\ntags: 甲, 乙\n---\n正文",
            r#"{"body":"正文","file":"b.md","kind":"entry","tags":"甲, 乙","version":1.1}"#,
        ),
        (
            "c.md",
            "---\n今天上课。\n---\n下午",
            r#"{"body":"下午","file":"c.md","front_matter":"今天上课。\n","kind":"entry"}"#,
        ),
    ];
    for (name, text, said) in taken {
        let import = imported(&[(name.to_owned(), text.to_owned())]);
        let page = &import.pages[0];
        let first = page.first.as_ref().expect("a file of somebody else's");
        assert_eq!(first.json(), said);
        assert_ne!(page.content, *first, "more is read now");
        let mut journal = Journal::new();
        journal.write(page.record, first.clone(), by(1, 1));
        let staged = stage(&import, &journal, by(9, 1));
        assert_eq!((staged.added, staged.known), (0, 1), "{name}");
    }
}

#[test]
fn line_ends_are_made_one_when_a_file_comes_in() {
    let bodies = |text: &str| -> Vec<String> { notes(&[("a.md", text)]).into_iter().map(|note| note.body).collect() };
    for text in ["一\n二\n三", "一\r\n二\r\n三", "一\r\n二\n三", "一\r二\n三"] {
        assert_eq!(bodies(text), ["一\n二\n三"], "{text:?}");
    }
    assert_eq!(bodies("一"), ["一"]);
}

#[test]
fn a_text_taken_in_with_other_line_ends_is_the_same_text() {
    // Kept with mixed ends before they were made one: it keeps its hash, and comes back as it is.
    let (journal, all) = noted("一。\r\n二。\n三。");
    let files = tree(all.clone(), Language::En);
    let import = imported(&files);
    assert_eq!(&import.pages[0].content, all[0].content());
    for edited in [
        files[0].1.replace("\r\n", "\n"),
        files[0].1.replace('\r', "").replace('\n', "\r\n"),
    ] {
        let import = imported(&[(files[0].0.clone(), edited)]);
        let staged = stage(&import, &journal, by(9, 1));
        assert_eq!((staged.added, staged.known), (0, 1));
    }
    // Two devices wrote on, each with its own ends.
    let mut journal = Journal::new();
    let said = |body: &str| {
        Content::of(&Entry {
            body: body.into(),
            ..Entry::default()
        })
    };
    let first = journal.write(ENTRY, said("一。\r\n二。\n三。"), by(1, 1)).expect("new");
    for body in ["一。\n二。\n三。\n四。", "零。\r\n二。\r\n三。"] {
        let apart = Revision::new(
            ENTRY,
            vec![first.id()],
            by(2, 2).device,
            by(2, 2).now,
            luoxuan::State::Live,
            said(body),
        );
        journal.merge([apart]);
    }
    assert_eq!(journal.heads(ENTRY).len(), 2);
    journal.join(ENTRY, |id| (id == first.id()).then(|| first.content().clone()));
    let [head] = journal.heads(ENTRY) else { panic!("joined") };
    assert_eq!(body(head), "零。\n二。\n三。\n四。");
}
