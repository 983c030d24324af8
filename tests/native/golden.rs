//! Files of every released version open for ever. The files here are only ever added to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use luoxuan::catalog::Language;
use luoxuan::format::{Archive, Limits, Picture, Soundness, markdown, read, write_jsonl, write_zip};
use luoxuan::record::{
    BlobRef, Choice, Cross, DocumentState, EvidenceKind, Expectation, HowKnown, Item, ItemKind, Paired, Passage,
    Privacy, Reference, ReferenceKind, Sampling, Source, SurveyMode, TemplateField, TemplateSection,
};
use luoxuan::text::markdown::SCHEME;
use luoxuan::{
    Content, Document, Entry, Evidence, Fate, Index, Journal, Measure, Phase, RecordId, Revision, RevisionId, Spiral,
    Survey, Template, TextType, Version,
};

use crate::properties::by;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

/// One of everything that version 1 can say.
fn archive() -> Archive {
    let picture = Picture::new(b"\xff\xd8\xff\xe0 not much of a picture".to_vec());
    let mut journal = Journal::new();
    let mut all: Vec<Arc<Revision>> = Vec::new();
    let spiral = Spiral {
        title: "起步习作怎样写具体".into(),
        pupils: Some(42),
        ..Spiral::default()
    };
    all.extend(journal.write(id(1), Content::of(&spiral), by(1, 1)));
    let mut action = Entry {
        spiral: Some(id(1)),
        phase: Phase::Action,
        happened_on: "2025-09-17".parse().ok(),
        happened_until: "2025-10-09".parse().ok(),
        written: Some(by(1, 2).now),
        body: format!(
            "五感观察单。\n\n![作文]({SCHEME}{})\n- 𠮷同学：“no”\u{2028}👩‍🏫",
            picture.id()
        ),
        fields: [("plan", "一\n\n二: # 三\n"), ("people", "同组王老师")]
            .map(|(key, text)| (key.into(), text.into()))
            .into(),
        class: "三（2）班".into(),
        expectation: Some(Expectation {
            text: "有细节的人数过半".into(),
            by: "2025-10-09".parse().ok(),
            ..Expectation::default()
        }),
        privacy: Privacy::Identifiable,
        ..Entry::default()
    };
    action.seal(by(1, 2).now);
    action
        .other
        .insert("mood".into(), serde_json::json!({"z": [1.5, null], "a": "yes"}));
    all.extend(journal.write(id(2), Content::of(&action), by(1, 2)));
    let evidence = Evidence {
        spiral: Some(id(1)),
        entries: vec![id(2)],
        sort: EvidenceKind::Photo,
        known: HowKnown::PupilWork,
        caption: "第一页".into(),
        blob: Some(BlobRef {
            id: picture.id(),
            media: "image/jpeg".into(),
            size: 30,
            width: 1,
            height: 1,
            other: serde_json::Map::new(),
        }),
        ..Evidence::default()
    };
    all.extend(journal.write(id(3), Content::of(&evidence), by(1, 3)));
    let measure = Measure {
        spiral: Some(id(1)),
        indicator: "detail".into(),
        figure: Some(96.5),
        entry: Some(id(2)),
        ..Measure::default()
    };
    all.extend(journal.write(id(4), Content::of(&measure), by(1, 4)));
    let problem = |body: &str| Entry {
        phase: Phase::NewProblem,
        fate: Fate::Pool,
        body: body.into(),
        ..Entry::default()
    };
    let first = journal
        .write(id(5), Content::of(&problem("怎样选材？")), by(1, 5))
        .expect("new");
    all.extend(journal.write(id(5), Content::of(&problem("怎样选一个瞬间？")), by(1, 6)));
    all.extend(journal.write_after(id(5), &[first.id()], Content::of(&problem("怎样取舍？")), by(2, 6)));
    all.push(first);
    all.extend(journal.write(
        id(6),
        Content::of(&Entry {
            body: "扔掉的".into(),
            ..Entry::default()
        }),
        by(1, 7),
    ));
    all.extend(journal.trash(id(6), by(1, 8)));
    all.extend(journal.erase(id(7), by(1, 9)));
    let unknown = serde_json::json!({"kind": "lantern", "light": true});
    all.extend(journal.write(
        id(8),
        Content::from_json(unknown.as_object().expect("an object")),
        by(1, 10),
    ));
    Archive {
        revisions: all,
        pictures: vec![picture],
        aside: vec![br#"{"v":2,"from":"the future"}"#.to_vec()],
    }
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

/// A document as version 1 says it: own words, pulled ones, a sentence on two sources, a field of tomorrow.
fn document() -> Archive {
    let source = |number: u8, part: &str, snapshot: &str| Source {
        record: id(number),
        revision: RevisionId::from_bytes([number; 32]),
        part: part.into(),
        snapshot: snapshot.into(),
        other: serde_json::Map::new(),
    };
    let passage = |text: &str, sources| Passage {
        text: text.into(),
        sources,
        ..Passage::default()
    };
    let mut pulled = passage(
        "有焦点的从6人到22人。",
        vec![source(4, "", "2025-11-06\n22/42"), source(5, "", "2025-10-09\n6/42")],
    );
    pulled.other.insert("mark".into(), true.into());
    let document = Document {
        text_type: TextType::ImprovementCase,
        title: "从“报清单”到“慢镜头”".into(),
        summary: "写具体，不在多写。\n\n# 不是标题".into(),
        keywords: vec!["习作".into(), "支架".into()],
        sections: [
            ("background".into(), vec![passage("三年级某班42人。", Vec::new())]),
            ("effect".into(), vec![pulled]),
            (
                "reflection".into(),
                vec![passage("“等我批。”", vec![source(2, "surprise", "等我批。")])],
            ),
        ]
        .into(),
        state: DocumentState::PeerReading,
        spirals: vec![id(1)],
        ..Document::default()
    };
    let mut journal = Journal::new();
    Archive {
        revisions: journal
            .write(id(9), Content::of(&document), by(1, 11))
            .into_iter()
            .collect(),
        ..Archive::default()
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

/// What texts brought to version 1: a template, a document that follows it with a head, references and a mark, and a
/// frozen version of it.
fn texts() -> Archive {
    let mut journal = Journal::new();
    let template = Template {
        base: TextType::Application,
        name: "区里的申报书".into(),
        length: (2_000, 4_000),
        title: 20,
        header: vec![TemplateField {
            name: "leader".into(),
            label: "负责人".into(),
            ..TemplateField::default()
        }],
        sections: vec![TemplateSection {
            name: "significance".into(),
            heading: "为什么做".into(),
            prompt: "事实与数。".into(),
            share: Some((20, 30)),
            most: Some(800),
            starter: "| 目标 | 内容 |\n|---|---|\n|  |  |".into(),
            loose_leaf: true,
            ..TemplateSection::default()
        }],
        ..Template::default()
    };
    let mut document = Document {
        text_type: TextType::Application,
        title: "起步习作写具体的行动研究".into(),
        state: DocumentState::Final,
        template: Some(id(11)),
        fields: [("leader".into(), "林某".into())].into(),
        rules: "general".into(),
        references: vec![Reference {
            kind: ReferenceKind::Web,
            authors: vec!["某某".into()],
            title: "某某标题".into(),
            url: "https://a.example/".into(),
            published: "2025-03-01".parse().ok(),
            accessed: "2025-09-10".parse().ok(),
            ..Reference::default()
        }],
        ..Document::default()
    };
    document.references[0].other.insert("shelf".into(), 3.into());
    let passage = Passage {
        text: "支架要先满后减[1]。".into(),
        wants_evidence: true,
        ..Passage::default()
    };
    document.pull("significance", 0, passage);
    let at = by(1, 14).now;
    let version = luoxuan::draft::freeze(id(12), &document, &template, 1, "交教科室", at);
    let all = [
        journal.write(id(11), Content::of(&template), by(1, 12)),
        journal.write(id(12), Content::of(&document), by(1, 13)),
        journal.write(id(13), Content::of(&version), by(1, 14)),
    ];
    Archive {
        revisions: all.into_iter().flatten().collect(),
        ..Archive::default()
    }
}

/// A survey as version 1 says it: counts, rows, a two-way table, pairs, and a field of tomorrow.
fn survey() -> Archive {
    let choice = |text: &str, place, count| Choice {
        text: text.into(),
        place,
        count,
        quotes: vec!["“没话说”".into()],
        ..Choice::default()
    };
    let mut difficulty = Item {
        text: "写作文时，你最大的困难是什么？".into(),
        name: "最大困难".into(),
        choices: [
            ("none".into(), choice("不知道写什么", 0, Some(52))),
            ("other".into(), choice("其他", 1, None)),
        ]
        .into(),
        of: Some(121),
        ..Item::default()
    };
    difficulty.other.insert("colour".into(), "red".into());
    let material = Item {
        text: "我写作文时有东西可写。".into(),
        sort: ItemKind::Likert5,
        reversed: true,
        dimension: "信心".into(),
        numbers: vec![1.5, 2.0],
        bands: vec![60.0],
        judged: Some(10),
        agreed: Some(9),
        place: 1,
        ..Item::default()
    };
    let cross = Cross {
        title: "阅读与困难".into(),
        down: "reading".into(),
        across: "difficulty".into(),
        rows: vec!["≥3次".into(), "<3次".into()],
        columns: vec!["是".into(), "否".into()],
        counts: vec![vec![13, 35], vec![39, 34]],
        ..Cross::default()
    };
    let paired = Paired {
        title: "测验".into(),
        before: "九月".into(),
        after: "一月".into(),
        pairs: vec![(62.0, 70.5), (70.0, 72.0)],
        thresholds: vec![80.0, 60.0],
        place: 3,
        ..Paired::default()
    };
    let survey = Survey {
        title: "习作困难".into(),
        spiral: Some(id(1)),
        purpose: "弄清困难".into(),
        respondents: "三个班学生".into(),
        population: Some(126),
        sampling: Some(Sampling::Whole),
        mode: Some(SurveyMode::Paper),
        start: "2025-10-20".parse().ok(),
        end: "2025-10-24".parse().ok(),
        issued: Some(126),
        returned: Some(124),
        valid: Some(121),
        invalid: "漏答过半".into(),
        protection: "匿名".into(),
        items: [("difficulty".into(), difficulty), ("material".into(), material)].into(),
        columns: vec!["difficulty".into(), "material".into()],
        rows: vec![
            vec!["不知道写什么".into(), "5".into()],
            vec![String::new(), "看不清\n".into()],
        ],
        crosses: [("reading".into(), cross)].into(),
        paired: [("test".into(), paired)].into(),
        privacy: Privacy::Group,
        ..Survey::default()
    };
    let mut journal = Journal::new();
    Archive {
        revisions: journal
            .write(id(10), Content::of(&survey), by(1, 12))
            .into_iter()
            .collect(),
        ..Archive::default()
    }
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
