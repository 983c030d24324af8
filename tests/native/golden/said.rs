//! What version 1 can say, as archives.

use std::sync::Arc;

use luoxuan::format::{Archive, Picture};
use luoxuan::record::{
    BlobRef, Choice, Cross, DocumentState, EvidenceKind, Expectation, HowKnown, Item, ItemKind, Paired, Passage,
    Privacy, Reference, ReferenceKind, Sampling, Source, SurveyMode, TemplateField, TemplateSection,
};
use luoxuan::text::markdown::SCHEME;
use luoxuan::{
    BlobId, Content, Document, Entry, Evidence, Fate, Journal, Measure, Phase, Revision, RevisionId, Spiral, Survey,
    Template, TextType,
};

use super::id;
use crate::properties::by;

/// One of everything that version 1 can say.
pub(super) fn archive() -> Archive {
    let picture = Picture::new(b"\xff\xd8\xff\xe0 not much of a picture".to_vec());
    let mut journal = Journal::new();
    let mut all: Vec<Arc<Revision>> = Vec::new();
    let spiral = Spiral {
        title: "起步习作怎样写具体".into(),
        pupils: Some(42),
        ..Spiral::default()
    };
    all.extend(journal.write(id(1), Content::of(&spiral), by(1, 1)));
    all.extend(journal.write(id(2), Content::of(&action(picture.id())), by(1, 2)));
    all.extend(journal.write(id(3), Content::of(&evidence(picture.id())), by(1, 3)));
    let measure = Measure {
        spiral: Some(id(1)),
        indicator: "detail".into(),
        figure: Some(96.5),
        entry: Some(id(2)),
        ..Measure::default()
    };
    all.extend(journal.write(id(4), Content::of(&measure), by(1, 4)));
    all.extend(torn_problem(&mut journal));
    let thrown_away = Entry {
        body: "扔掉的".into(),
        ..Entry::default()
    };
    all.extend(journal.write(id(6), Content::of(&thrown_away), by(1, 7)));
    all.extend(journal.trash(id(6), by(1, 8)));
    all.extend(journal.erase(id(7), by(1, 9)));
    let unknown = serde_json::json!({"kind": "lantern", "light": true});
    let unknown = Content::from_json(unknown.as_object().expect("an object"));
    all.extend(journal.write(id(8), unknown, by(1, 10)));
    Archive {
        revisions: all,
        pictures: vec![picture],
        aside: vec![br#"{"v":2,"from":"the future"}"#.to_vec()],
    }
}

/// An action with everything an entry can say, some of it hard to write down, and a field of tomorrow.
fn action(picture: BlobId) -> Entry {
    let mut action = Entry {
        spiral: Some(id(1)),
        phase: Phase::Action,
        happened_on: "2025-09-17".parse().ok(),
        happened_until: "2025-10-09".parse().ok(),
        written: Some(by(1, 2).now),
        body: format!("五感观察单。\n\n![作文]({SCHEME}{picture})\n- 𠮷同学：“no”\u{2028}👩‍🏫"),
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
    action
}

fn evidence(picture: BlobId) -> Evidence {
    Evidence {
        spiral: Some(id(1)),
        entries: vec![id(2)],
        sort: EvidenceKind::Photo,
        known: HowKnown::PupilWork,
        caption: "第一页".into(),
        blob: Some(BlobRef {
            id: picture,
            media: "image/jpeg".into(),
            size: 30,
            width: 1,
            height: 1,
            other: serde_json::Map::new(),
        }),
        ..Evidence::default()
    }
}

/// A problem that two have written on apart from each other; its first version last.
fn torn_problem(journal: &mut Journal) -> Vec<Arc<Revision>> {
    let problem = |body: &str| {
        Content::of(&Entry {
            phase: Phase::NewProblem,
            fate: Fate::Pool,
            body: body.into(),
            ..Entry::default()
        })
    };
    let first = journal.write(id(5), problem("怎样选材？"), by(1, 5)).expect("new");
    let here = journal.write(id(5), problem("怎样选一个瞬间？"), by(1, 6));
    let there = journal.write_after(id(5), &[first.id()], problem("怎样取舍？"), by(2, 6));
    here.into_iter().chain(there).chain([first]).collect()
}

/// A document as version 1 says it: own words, pulled ones, a sentence on two sources, a field of tomorrow.
pub(super) fn document() -> Archive {
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

/// What texts brought to version 1: a template, a document that follows it with a head, references and a mark, and a
/// frozen version of it.
pub(super) fn texts() -> Archive {
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
pub(super) fn survey() -> Archive {
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
        items: [("difficulty".into(), difficulty()), ("material".into(), material())].into(),
        columns: vec!["difficulty".into(), "material".into()],
        rows: vec![
            vec!["不知道写什么".into(), "5".into()],
            vec![String::new(), "看不清\n".into()],
        ],
        crosses: [("reading".into(), cross())].into(),
        paired: [("test".into(), paired())].into(),
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

fn difficulty() -> Item {
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
    difficulty
}

fn material() -> Item {
    Item {
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
    }
}

fn cross() -> Cross {
    Cross {
        title: "阅读与困难".into(),
        down: "reading".into(),
        across: "difficulty".into(),
        rows: vec!["≥3次".into(), "<3次".into()],
        columns: vec!["是".into(), "否".into()],
        counts: vec![vec![13, 35], vec![39, 34]],
        ..Cross::default()
    }
}

fn paired() -> Paired {
    Paired {
        title: "测验".into(),
        before: "九月".into(),
        after: "一月".into(),
        pairs: vec![(62.0, 70.5), (70.0, 72.0)],
        thresholds: vec![80.0, 60.0],
        place: 3,
        ..Paired::default()
    }
}
