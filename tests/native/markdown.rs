//! Markdown out and in.

use std::collections::BTreeSet;
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Import, Limits, Picture, markdown, read, read_files, stage};
use luoxuan::text::markdown::SCHEME;
use luoxuan::{Content, Entry, Evidence, Index, Journal, Measure, Phase, RecordId, Revision, Spiral};
use luoxuan_tests::demo;

use crate::properties::by;

const ENTRY: RecordId = RecordId::from_bytes([2; 16]);
const SPIRAL: RecordId = RecordId::from_bytes([77; 16]);

fn tree(revisions: Vec<Arc<Revision>>, language: Language) -> Vec<(String, String)> {
    let archive = Archive {
        revisions,
        ..Archive::default()
    };
    markdown::files(&archive, language)
}

fn imported(files: &[(String, String)]) -> Import {
    let files = files.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    read_files(files, &Limits::default()).expect("within the limits")
}

fn body(revision: &Revision) -> String {
    revision
        .content()
        .read::<Entry>()
        .map(|entry| entry.body)
        .unwrap_or_default()
}

/// The file with its text edited, as a person would under the front matter.
fn edit(file: &mut String, from: &str, to: &str) {
    let (front, text) = file.split_once("---\n\n").expect("front matter");
    *file = format!("{front}---\n\n{}", text.replace(from, to));
}

/// A journal with one note, and its revisions.
fn noted(text: &str) -> (Journal, Vec<Arc<Revision>>) {
    let mut journal = Journal::new();
    let entry = Entry {
        body: text.into(),
        ..Entry::default()
    };
    let written = journal.write(ENTRY, Content::of(&entry), by(1, 1));
    (journal, written.into_iter().collect())
}

#[test]
fn every_record_reads_back_to_what_it_was() {
    let mut journal = Journal::new();
    journal.merge(demo::journal());
    for language in Language::ALL {
        let import = imported(&tree(demo::journal(), language));
        assert_eq!(import.damage, []);
        let staged = stage(&import, &Journal::new(), by(9, 1));
        assert_eq!(staged.added, journal.records().count());
        let mut back = Journal::new();
        back.merge(staged.revisions);
        for (record, heads) in journal.records() {
            let there = back.heads(record);
            assert_eq!(there.len(), 1, "{record}");
            assert_eq!(there[0].content(), heads[0].content());
        }
        assert!(import.pages.iter().all(|page| page.unchanged));
        assert_eq!(
            stage(&import, &journal, by(9, 1)).added,
            0,
            "nothing new where it came from"
        );
    }
}

#[test]
fn names_are_unique_and_every_entry_is_a_file_a_person_can_read() {
    let files = tree(demo::journal(), Language::ZhHans);
    let names: BTreeSet<_> = files.iter().map(|(path, _)| path.to_lowercase()).collect();
    assert_eq!(names.len(), files.len());
    let (path, text) = files
        .iter()
        .find(|(path, _)| path.contains("2025-09-17 行动"))
        .expect("the first action");
    assert!(path.starts_with("2025-09-11 起步习作怎样写具体/"), "{path}");
    for said in [
        "phase: action  # 阶段：行动",
        "written: [1758066000000, 480]  # 写于：2025-09-17T07:40:00+08:00",
        "text: 有细节的人数过半",
        "says:  # 看到 · 文本资料",
        "五感观察单",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
}

#[test]
fn a_spiral_is_one_file_that_tells_all_of_it() {
    let mut journal = Journal::new();
    journal.merge(demo::journal());
    let index = Index::of(&journal);
    let text = markdown::spiral(&index, demo::id("spiral A"), Language::ZhHans).expect("a spiral");
    for entry in index.in_spiral::<Entry>(demo::id("spiral A")).map(|(_, entry)| entry) {
        assert!(entry.words().all(|words| text.contains(words.trim())), "{}", entry.body);
    }
    for said in [
        "# 起步习作怎样写具体",
        "## 第 3 轮 · 两星一问（已收束）",
        "38/42 (90.5%)",
        "- **篇均字数**：全班习作的平均字数 · 字 · 只看变化\n",
        "（听说 · 访谈 · 2025-09-11）",
        "**去向**：进问题库",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert_eq!(markdown::spiral(&index, ENTRY, Language::En), None);
}

#[test]
fn a_reading_copy_brings_nothing_back() {
    let archive = Archive {
        revisions: demo::journal(),
        ..Archive::default()
    };
    let stories = markdown::stories(&archive, Language::ZhHans);
    let paths: Vec<_> = stories.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(paths.len(), 5, "{paths:?}");
    assert_eq!(paths[0], "2025-09-11 起步习作怎样写具体.md");
    // What stands around the spirals has a file for each kind.
    let around = stories.iter().find(|(path, _)| path == "做成一件事.md");
    let (_, around) = around.expect("the demonstration has two of them");
    assert!(
        around.contains("\n# 做成一件事\n") && around.contains("\n## "),
        "{around}"
    );
    let files = stories.iter().map(|(path, text)| (path.as_str(), text.as_bytes()));
    let import = read_files(files, &Limits::default()).expect("ours, if only a copy");
    assert_eq!((import.pages.len(), import.damage.len()), (0, 0));
}

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

#[test]
fn pictures_are_links_outside_and_the_journals_own_inside() {
    let picture = Picture::new(b"\xff\xd8\xff\xe0".to_vec());
    let (_, all) = noted(&format!(
        "![作文]({SCHEME}{})，再看。[x](../pictures/x.jpg)",
        picture.id()
    ));
    let archive = Archive {
        revisions: all.clone(),
        pictures: vec![picture.clone()],
        ..Archive::default()
    };
    let files = markdown::files(&archive, Language::ZhHans);
    assert!(
        files[0].1.contains(&format!("](../pictures/{})", picture.file_name())),
        "{}",
        files[0].1
    );
    let import = imported(&files);
    assert_eq!(&import.pages[0].content, all[0].content());
    assert!(import.pages[0].unchanged);
}

#[test]
fn twenty_entries_of_one_day_and_one_text_are_twenty_files() {
    let mut journal = Journal::new();
    let mut all = Vec::new();
    let spiral = Content::of(&Spiral {
        title: "CON".into(),
        ..Spiral::default()
    });
    all.extend(journal.write(RecordId::from_bytes([1; 16]), spiral, by(1, 0)));
    for number in 0..20 {
        let entry = Entry {
            spiral: Some(RecordId::from_bytes([1; 16])),
            body: "a/b?".into(),
            ..Entry::default()
        };
        all.extend(journal.write(RecordId::from_bytes([100 + number; 16]), Content::of(&entry), by(1, 1)));
    }
    let files = tree(all, Language::En);
    assert_eq!(files.len(), 21);
    assert_eq!(files[0].0, "_CON/0 Spiral.md");
    assert!(files.iter().any(|(path, _)| path == "_CON/Note ab 20.md"), "{files:?}");
}
#[test]
fn evidence_and_values_stand_with_what_they_belong_to() {
    let files = tree(demo::journal(), Language::ZhHans);
    for (path, _) in &files {
        assert!(!path.contains("evidence") && !path.contains("measure"), "{path}");
    }
    let said = |words: &str| files.iter().any(|(_, text)| text.contains(words));
    assert!(said("known: counted  # 怎么知道的：数过") && said("sort: tally  # 种类：计数"));

    assert!(said("fate: pool  # 去向：进问题库") && said("direction: watch  # 方向：只看变化"));

    // In the reading copy the evidence under its entry, and what rests on none at the end.
    let mut journal = Journal::new();
    let spiral = Content::of(&Spiral {
        title: "写".repeat(45),
        ..Spiral::default()
    });
    let entry = Content::of(&Entry {
        spiral: Some(SPIRAL),
        phase: Phase::Reflection,
        body: "像在填空。".into(),
        ..Entry::default()
    });
    let rests = |entries: Vec<RecordId>, text: &str| {
        Content::of(&Evidence {
            spiral: Some(SPIRAL),
            entries,
            text: text.into(),
            ..Evidence::default()
        })
    };
    let value = Content::of(&Measure {
        spiral: Some(SPIRAL),
        entry: Some(ENTRY),
        note: "数过两遍".into(),
        ..Measure::default()
    });
    let records = [
        spiral,
        entry,
        rests(vec![ENTRY], "五个孩子停笔"),
        rests(vec![], "一张照片"),
        value,
    ];
    let ids = [SPIRAL, ENTRY, demo::id("one"), demo::id("two"), demo::id("three")];
    for (id, content) in ids.into_iter().zip(records) {
        journal.write(id, content, by(1, 1));
    }
    let text = markdown::spiral(&Index::of(&journal), SPIRAL, Language::ZhHans).expect("a spiral");
    let (with_entries, loose) = text.split_once("\n## 证据\n").expect("a heading for what is loose");
    assert!(
        with_entries.contains("五个孩子停笔") && !loose.contains("五个孩子停笔"),
        "{text}"
    );
    assert!(
        loose.contains("一张照片") && !with_entries.contains("一张照片"),
        "{text}"
    );
    assert!(!text.contains("反思深度"), "what was not judged is not said: {text}");
    let all = journal.records().flat_map(|(_, heads)| heads.iter().cloned());
    let files = tree(all.collect(), Language::ZhHans);
    assert_eq!(files.len(), 2, "a page of the spiral and one of the entry: {files:?}");
    assert!(
        files
            .iter()
            .any(|(path, _)| path.starts_with(&format!("{}/", "写".repeat(40)))),
        "{files:?}"
    );
}

/// A file's front matter, line by line.
fn front<'t>(files: &'t [(String, String)], path: &str) -> Vec<&'t str> {
    let (_, text) = files.iter().find(|(name, _)| name.contains(path)).expect("the file");
    let (front, _) = text
        .strip_prefix("---\n")
        .and_then(|text| text.split_once("\n---\n"))
        .expect("front matter");
    front.lines().collect()
}

#[test]
fn front_matter_begins_with_what_a_person_looks_for_and_says_each_thing_once() {
    let mut journal = Journal::new();
    let fields = [
        ("statement", "内容不具体"),
        ("evidence_first", "42篇平均96字"),
        ("odd", "自己加的"),
    ];
    let entry = Entry {
        phase: Phase::Problem,
        author: "王老师".into(),
        class: "三（2）班".into(),
        happened_on: "2025-09-11".parse().ok(),
        privacy: luoxuan::record::Privacy::Own,
        fields: fields.map(|(name, said)| (name.to_owned(), said.into())).into(),
        body: "像在填空。".into(),
        ..Entry::default()
    };
    let all = journal.write(ENTRY, Content::of(&entry), by(1, 1)).into_iter();
    let files = tree(all.collect(), Language::ZhHans);
    let lines = front(&files, "像在填空");
    let keys: Vec<_> = lines
        .iter()
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(':').next())
        .collect();
    assert_eq!(
        keys,
        [
            "phase",
            "happened_on",
            "class",
            "fields",
            "author",
            "privacy",
            "luoxuan"
        ]
    );
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("privacy: own  # 谁能看：仅自己")),
        "{lines:?}"
    );
    // Where it stands in the program's own part, and of what a person wrote what it is.
    assert!(lines.contains(&"  kind: entry"));
    assert!(lines.contains(&"fields:"), "{lines:?}");
    assert!(
        lines.iter().any(|line| line.starts_with("  statement: 内容不具体  # ")),
        "{lines:?}"
    );
    assert!(lines.contains(&"  odd: 自己加的"), "{lines:?}");
}

#[test]
fn a_record_that_says_no_kind_reads_back_as_it_was() {
    let content: serde_json::Map<_, _> = serde_json::from_str(r#"{"kind":7,"name":"别的软件写的"}"#).expect("JSON");
    let mut journal = Journal::new();
    let all = journal.write(ENTRY, Content::from_json(&content), by(1, 1)).into_iter();
    let import = imported(&tree(all.collect(), Language::En));
    assert_eq!(import.pages.len(), 1);
    assert_eq!(import.pages[0].content.to_json(), content);
    assert!(import.pages[0].unchanged);
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

#[test]
fn what_stands_in_no_spiral_is_told_once() {
    let mut journal = Journal::new();
    let entry = Entry {
        body: "随手记的话".into(),
        ..Entry::default()
    };
    let rests = |entries: Vec<RecordId>, text: &str| Evidence {
        entries,
        text: text.into(),
        ..Evidence::default()
    };
    let spiral = Spiral {
        title: "写具体".into(),
        indicators: [(
            "length".to_owned(),
            luoxuan::record::Indicator {
                name: "平均字数".into(),
                ..Default::default()
            },
        )]
        .into(),
        ..Spiral::default()
    };
    let value = |indicator: &str, note: &str| Measure {
        spiral: Some(SPIRAL),
        indicator: indicator.into(),
        count: Some(3),
        note: note.into(),
        ..Measure::default()
    };
    let records = [
        Content::of(&entry),
        Content::of(&rests(vec![ENTRY], "靠它站住的证据")),
        Content::of(&rests(vec![], "不靠谁的证据")),
        Content::of(&spiral),
        Content::of(&value("length", "有指标的数")),
        Content::of(&value("gone", "指标没有了的数")),
    ];
    let ids = [
        ENTRY,
        demo::id("a"),
        demo::id("b"),
        SPIRAL,
        demo::id("c"),
        demo::id("d"),
    ];
    for (id, content) in ids.into_iter().zip(records) {
        journal.write(id, content, by(1, 1));
    }
    let archive = Archive {
        revisions: journal.records().flat_map(|(_, heads)| heads.to_vec()).collect(),
        ..Archive::default()
    };
    let stories = markdown::stories(&archive, Language::ZhHans);
    let all: String = stories.iter().map(|(_, text)| text.as_str()).collect();
    for said in [
        "随手记的话",
        "靠它站住的证据",
        "不靠谁的证据",
        "有指标的数",
        "指标没有了的数",
    ] {
        assert_eq!(all.matches(said).count(), 1, "{said}: {all}");
    }
    let index = Index::of(&journal);
    let story = markdown::spiral(&index, SPIRAL, Language::ZhHans).expect("a spiral");
    let (before, after) = story.split_once("**平均字数**").expect("the indicator");
    assert!(
        before.contains("指标没有了的数") && after.contains("有指标的数"),
        "{story}"
    );
}

#[test]
fn a_text_is_a_file_of_its_title_as_far_as_a_name_may_go() {
    for (length, named) in [(30, 30), (50, 40)] {
        let document = luoxuan::Document {
            title: "题".repeat(length),
            ..Default::default()
        };
        let mut journal = Journal::new();
        let all = journal.write(ENTRY, Content::of(&document), by(1, 1)).into_iter();
        let archive = Archive {
            revisions: all.collect(),
            ..Archive::default()
        };
        let stories = markdown::stories(&archive, Language::ZhHans);
        let names: Vec<_> = stories.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [format!("{}.md", "题".repeat(named))]);
        // Of its own page the name begins with what it is.
        let files = markdown::files(&archive, Language::ZhHans);
        let (_, name) = files[0].0.split_once('/').expect("a folder");
        let length = (length + "document ".len()).min(40) + ".md".len();
        assert_eq!(name.chars().count(), length, "{name}");
    }
}
