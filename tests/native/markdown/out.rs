//! What goes out: names, pages, spirals, front matter.

use std::collections::BTreeSet;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, Picture, markdown, read_files, stage};
use luoxuan::text::markdown::SCHEME;
use luoxuan::{Content, Entry, Evidence, Index, Journal, Measure, Phase, RecordId, Spiral};
use luoxuan_tests::demo;

use crate::properties::by;

use super::{ENTRY, SPIRAL, imported, noted, tree};

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
}

#[test]
fn in_the_reading_copy_evidence_stands_under_its_entry_and_what_rests_on_none_at_the_end() {
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

/// A note with what rests on it, evidence that rests on nothing, and two values of a spiral: one of an indicator, one
/// whose indicator is gone.
fn loose_ends() -> Journal {
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
    journal
}

#[test]
fn what_stands_in_no_spiral_is_told_once() {
    let journal = loose_ends();
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
