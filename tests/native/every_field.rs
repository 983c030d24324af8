//! One record of every kind in which every field says something. Nothing is left to a default, so that a field that is
//! added does not compile until it stands here too.

use std::collections::BTreeMap;

use luoxuan::id::BlobId;
use luoxuan::record::{
    Alignment, Anonymity, BlobRef, Choice, Compared, ComparedAs, Corner, Cross, Direction, DocumentState, Edition,
    Estimate, EvidenceKind, Expectation, FieldSort, Font, HowKnown, Indicator, Item, ItemKind, Kind, KindAgain,
    KindChoice, KindField, KindPreset, KindReport, KindStage, Layout, Outcome, PageNumber, Paired, Part, Passage,
    Privacy, Profile, Reference, ReferenceKind, Rules, Sampling, Settings, Source, SpiralState, SurveyMode, TableLines,
    TemplateCriterion, TemplateField, TemplateSection, Term, TextTypes, Vehicle, VehicleKind,
};
use luoxuan::{
    Content, Date, Document, Entry, Evidence, Fate, Measure, Phase, RecordId, RevisionId, Spiral, Survey, Template,
    TextType, Timestamp, Version,
};
use serde_json::Map;

fn id(number: u8) -> RecordId {
    RecordId::from_bytes([number; 16])
}

fn day(text: &str) -> Option<Date> {
    text.parse().ok()
}

fn at(minute: i64) -> Timestamp {
    Timestamp::new(1_757_552_400_000 + minute * 60_000, 480)
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).into()
}

fn named<T, const N: usize>(named: [(&str, T); N]) -> BTreeMap<String, T> {
    named.map(|(name, it)| (name.to_owned(), it)).into()
}

/// A content of every kind.
pub(crate) fn contents() -> Vec<Content> {
    vec![
        Content::of(&entry()),
        Content::of(&spiral()),
        Content::of(&evidence()),
        Content::of(&measure()),
        Content::of(&survey()),
        Content::of(&document()),
        Content::of(&template()),
        Content::of(&rules()),
        Content::of(&version()),
        Content::of(&vehicle()),
        Content::of(&term()),
        Content::of(&profile()),
        Content::of(&settings()),
        Content::of(&kind()),
    ]
}

fn entry() -> Entry {
    Entry {
        spiral: Some(id(1)),
        phase: Phase::NewProblem,
        after: Some(id(2)),
        happened_on: day("2025-09-17"),
        happened_until: day("2025-09-19"),
        written: Some(at(1)),
        title: "观察单".into(),
        body: "像在报清单。".into(),
        tags: vec!["习作".into(), "观察".into()],
        fields: named([("plan", "五感观察单".to_owned()), ("people", "同组老师".to_owned())]),
        class: "三（2）班".into(),
        expectation: Some(Expectation {
            text: "有细节的人数过半".into(),
            sign: "写到了动作".into(),
            by: day("2025-10-09"),
            sealed: Some(at(2)),
            other: Map::new(),
        }),
        outcome: Outcome::Partly,
        fate: Fate::OwnSpiral,
        leads_to: Some(id(3)),
        origin: Some(id(20)),
        rubric: named([("observable", 2), ("small", 1)]),
        depth: 3,
        privacy: Privacy::Group,
        author: "周老师".into(),
        other: Map::new(),
    }
}

fn spiral() -> Spiral {
    let indicator = |place| Indicator {
        name: "有焦点".into(),
        rule: "写了一处细节".into(),
        unit: "人".into(),
        direction: Direction::Down,
        base: Some(42),
        place,
        other: Map::new(),
    };
    Spiral {
        title: "起步习作怎样写具体".into(),
        subject: "语文".into(),
        class: "三（2）班".into(),
        pupils: Some(42),
        vehicle: Some(id(4)),
        themes: texts(["看见", "表达", "评价"]),
        state: SpiralState::Carried,
        state_note: "下学期再测".into(),
        branched_from: Some(id(5)),
        indicators: named([("focus", indicator(1)), ("words", indicator(2))]),
        turn_names: [(id(6), "第一轮".to_owned()), (id(7), "第二轮".to_owned())].into(),
        other: Map::new(),
    }
}

fn png(bytes: &str) -> BlobRef {
    BlobRef {
        id: BlobId::of(bytes.as_bytes()),
        media: "image/png".into(),
        size: 4000,
        width: 480,
        height: 640,
        other: Map::new(),
    }
}

fn evidence() -> Evidence {
    Evidence {
        spiral: Some(id(1)),
        entries: vec![id(2), id(3), id(4)],
        sort: EvidenceKind::Photo,
        known: HowKnown::PupilWork,
        caption: "第一页".into(),
        text: "慢镜头纸条".into(),
        on: day("2025-09-18"),
        blob: Some(BlobRef {
            id: BlobId::of(b"a picture"),
            media: "image/jpeg".into(),
            size: 3000,
            width: 640,
            height: 480,
            other: Map::new(),
        }),
        further: vec![png("another picture"), png("a third")],
        privacy: Privacy::Identifiable,
        origin: Some(id(20)),
        other: Map::new(),
    }
}

fn measure() -> Measure {
    Measure {
        spiral: Some(id(1)),
        indicator: "focus".into(),
        on: day("2025-09-18"),
        count: Some(22),
        of: Some(42),
        figure: Some(96.5),
        entry: Some(id(2)),
        note: "换了题目".into(),
        other: Map::new(),
    }
}

fn survey() -> Survey {
    let choice = |text: &str, place| Choice {
        text: text.into(),
        count: Some(52),
        place,
        quotes: texts(["不知道写什么", "没东西写", "忘了"]),
        other: Map::new(),
    };
    let item = |place| Item {
        text: "最大的困难是什么？".into(),
        name: "最大困难".into(),
        sort: ItemKind::Multiple,
        choices: named([("a", choice("没素材", 1)), ("b", choice("写不细", 2))]),
        reversed: true,
        dimension: "动机".into(),
        of: Some(120),
        numbers: vec![61.5, 88.0, 72.5],
        bands: vec![60.0, 70.0, 80.0],
        judged: Some(30),
        agreed: Some(27),
        estimate: Some(Estimate {
            choice: "a".into(),
            percent: Some(60),
            other: Map::new(),
        }),
        coded: named([
            ("不知道写什么", texts(["a", "b", "c"])),
            ("写不细", texts(["b", "c", "a"])),
        ]),
        place,
        other: Map::new(),
    };
    let cross = |place| Cross {
        title: "次数与困难".into(),
        down: "times".into(),
        across: "difficulty".into(),
        rows: texts(["多", "少"]),
        columns: texts(["是", "否"]),
        counts: vec![vec![13, 35, 2], vec![39, 34, 1]],
        place,
        other: Map::new(),
    };
    let paired = |place| Paired {
        title: "习作分".into(),
        before: "九月".into(),
        after: "十月".into(),
        pairs: vec![(61.5, 70.0), (80.0, 82.5), (55.0, 66.5)],
        thresholds: vec![80.0, 70.0, 60.0],
        place,
        other: Map::new(),
    };
    let compared = |place| Compared {
        survey: Some(id(3)),
        sort: ComparedAs::Group,
        this: "三（2）班".into(),
        that: "三（4）班".into(),
        place,
        other: Map::new(),
    };
    Survey {
        title: "习作困难调查".into(),
        spiral: Some(id(1)),
        purpose: "知道难在哪里".into(),
        respondents: "三年级学生".into(),
        population: Some(126),
        sampling: Some(Sampling::Cluster),
        mode: Some(SurveyMode::Hands),
        start: day("2025-09-20"),
        end: day("2025-09-22"),
        issued: Some(126),
        returned: Some(124),
        valid: Some(121),
        invalid: "三份空白".into(),
        protection: "不记名".into(),
        items: named([("difficulty", item(1)), ("times", item(2))]),
        columns: texts(["difficulty", "times", "words"]),
        rows: vec![texts(["a", "3", "忘了"]), texts(["b", "1", ""])],
        crosses: named([("x", cross(1)), ("y", cross(2))]),
        paired: named([("p", paired(1)), ("q", paired(2))]),
        compared: named([("e", compared(1)), ("f", compared(2))]),
        privacy: Privacy::Group,
        other: Map::new(),
    }
}

fn document() -> Document {
    let source = |number, part: &str| Source {
        record: id(number),
        revision: RevisionId::of(&[number]),
        part: part.into(),
        snapshot: "22人有焦点。".into(),
        other: Map::new(),
    };
    let passage = |text: &str| Passage {
        text: text.into(),
        sources: vec![source(2, "changed"), source(3, "plan")],
        wants_evidence: true,
        other: Map::new(),
    };
    let reference = |title: &str| Reference {
        kind: ReferenceKind::Book,
        authors: texts(["周某", "王某", "李某"]),
        title: title.into(),
        editors: texts(["编者甲", "编者乙"]),
        container: "某刊".into(),
        place: "杭州".into(),
        publisher: "某某出版社".into(),
        year: "2021".into(),
        volume: "3".into(),
        issue: "2".into(),
        pages: "31-33".into(),
        number: "GB 1".into(),
        edition: "2".into(),
        url: "https://example.org".into(),
        published: day("2021-03-01"),
        accessed: day("2025-09-01"),
        doi: "10.1000/x".into(),
        other: Map::new(),
    };
    Document {
        text_type: TextType::ImprovementCase,
        title: "把“看见”教给孩子".into(),
        summary: "本文记述……".into(),
        keywords: texts(["习作", "观察", "细节"]),
        proposed: texts(["summary", "keywords", "title"]),
        sections: named([
            ("effects", vec![passage("有焦点的22人。"), passage("平均96字。")]),
            ("moves", vec![passage("先观察。")]),
        ]),
        aside: named([
            ("effects", vec![passage("多余的一段。"), passage("又一段。")]),
            ("moves", vec![passage("先放着。"), passage("再放一段。")]),
        ]),
        state: DocumentState::PeerReading,
        spirals: vec![id(1), id(2), id(3)],
        from_turn: Some(2),
        to_turn: Some(3),
        template: Some(id(8)),
        fields: named([("date", "9月17日".to_owned()), ("topic", "习作".to_owned())]),
        rules: "district".into(),
        references: vec![reference("课堂里的小问题"), reference("慢镜头")],
        other: Map::new(),
    }
}

fn template() -> Template {
    let section = |name: &str| TemplateSection {
        name: name.into(),
        heading: "问题缘起".into(),
        prompt: "当时怎样？".into(),
        share: Some((10, 20)),
        most: Some(500),
        starter: "| 指标 | 前 | 后 |".into(),
        loose_leaf: true,
        other: Map::new(),
    };
    let field = |name: &str| TemplateField {
        name: name.into(),
        label: "课题".into(),
        other: Map::new(),
    };
    Template {
        base: TextType::ImprovementCase,
        name: "我的案例".into(),
        opening: "题目要小".into(),
        length: (1500, 3000),
        title: 20,
        summary: (100, 200),
        keywords: (3, 5),
        header: vec![field("topic"), field("date")],
        sections: vec![section("origin"), section("effects")],
        judging: [("问题诊断", 25), ("改进效果", 30)]
            .map(|(name, points)| TemplateCriterion {
                name: name.into(),
                points,
                other: Map::new(),
            })
            .into(),
        faults: texts(["空话太多，如“打造”", "没有“改进前”"]),
        other: Map::new(),
    }
}

fn rules() -> Rules {
    let font = |family: &str| Font {
        family: family.into(),
        latin: "Times New Roman".into(),
        size: "小四".into(),
        bold: Some(true),
        align: Some(Alignment::Centre),
        other: Map::new(),
    };
    Rules {
        name: "区论文评比".into(),
        organiser: "区教研室".into(),
        level: "区".into(),
        year: Some(2025),
        text_types: vec![TextType::Survey, TextType::Narrative, TextType::ReadingNotes],
        eligible: "在职教师".into(),
        quota: "每校五篇".into(),
        written_from: day("2025-01-01"),
        written_until: day("2025-12-31"),
        least: Some(3000),
        most: Some(5000),
        limit: Some(6000),
        summary_most: Some(300),
        keywords_least: Some(3),
        keywords_most: Some(5),
        order: vec![Part::Keywords, Part::Body, Part::References],
        anonymity: Anonymity::Body,
        byline: true,
        authors: Some(2),
        file_name: "{title}".into(),
        corner: "{type}".into(),
        header: "{school}".into(),
        similarity: "不超过三成".into(),
        machine_text: "须注明".into(),
        reuse: "未发表".into(),
        due_at_school: day("2025-10-01"),
        due_above: day("2025-10-15"),
        checklist: texts(["电子稿", "纸质稿", "表"]),
        citation: Edition::Gbt2015,
        contact: "王老师".into(),
        note: "见通知".into(),
        layout: Layout {
            fonts: named([("body", font("宋体")), ("title", font("黑体"))]),
            line_multiple: Some(1.25),
            line_points: Some(24.5),
            indent: Some(2),
            margin_top: Some(2.5),
            margin_right: Some(2.25),
            margin_bottom: Some(2.5),
            margin_left: Some(2.75),
            page_number: PageNumber::Nowhere,
            table_lines: TableLines::Grid,
            corner: Corner::TopRight,
            other: Map::new(),
        },
        other: Map::new(),
    }
}

fn version() -> Version {
    use luoxuan::Record;
    Version {
        of: Some(id(9)),
        number: 2,
        at: Some(at(3)),
        state: DocumentState::Final,
        note: "交教研组".into(),
        document: document().fields(),
        template: template().fields(),
        seal: "a seal".into(),
        other: Map::new(),
    }
}

fn vehicle() -> Vehicle {
    Vehicle {
        sort: VehicleKind::Project,
        name: "看见与表达".into(),
        declaration: "问题、意义、计划".into(),
        other: Map::new(),
    }
}

fn term() -> Term {
    Term {
        year: Some(2025),
        number: 1,
        start: day("2025-09-01"),
        end: day("2026-01-30"),
        other: Map::new(),
    }
}

fn profile() -> Profile {
    Profile {
        name: "周老师".into(),
        school: "某小学".into(),
        subject: "语文".into(),
        grade: "三年级".into(),
        classes: texts(["三（2）班", "三（4）班", "五（1）班"]),
        group: "语文组".into(),
        title: "一级教师".into(),
        other: Map::new(),
    }
}

fn kind() -> Kind {
    let label = |text: &str| named([("zh-Hans", text.to_owned())]);
    let choice = |word: &str| KindChoice {
        word: word.into(),
        label: label("好"),
        other: Map::new(),
    };
    let field = |name: &str, sort, columns| KindField {
        name: name.into(),
        sort,
        label: label("家长怎么说"),
        hint: label("一句原话"),
        unit: label("句"),
        from: "gone".into(),
        private: true,
        due: "gone".into(),
        choices: vec![choice("well"), choice("ill")],
        to: texts(["spiral", "document"]),
        brings: texts(["on", "level"]),
        columns,
        other: Map::new(),
    };
    Kind {
        name: "home_visit".into(),
        of: "visit".into(),
        sort: "home".into(),
        label: label("家访"),
        note: label("去学生家里"),
        group: "own".into(),
        place: 7,
        title: "name".into(),
        day: "on".into(),
        until: "end".into(),
        hours: "hours".into(),
        private: true,
        fields: vec![
            field("name", FieldSort::Line, Vec::new()),
            field(
                "said",
                FieldSort::Rows,
                ["who", "what"]
                    .map(|name| field(name, FieldSort::Prose, Vec::new()))
                    .into(),
            ),
        ],
        stages: ["agreed", "gone"]
            .map(|word| KindStage {
                word: word.into(),
                label: label("去过"),
                next: texts(["gone", "again"]),
                other: Map::new(),
            })
            .into(),
        report: KindReport {
            part: "work".into(),
            line: label("家访"),
            unit: label("次"),
            once: true,
            count_by: texts(["stage", "level"]),
            other: Map::new(),
        },
        handbook: texts(["on", "stage"]),
        again: KindAgain {
            stages: texts(["gone", "agreed"]),
            steps: "band".into(),
            years: 2,
            carries: texts(["name", "head"]),
            link: "previous".into(),
            other: Map::new(),
        },
        presets: ["一", "二"]
            .map(|text| KindPreset {
                label: label(text),
                fields: Map::from_iter([("on".to_owned(), "2026-09-10".into())]),
                other: Map::new(),
            })
            .into(),
        other: Map::new(),
    }
}

fn settings() -> Settings {
    Settings {
        text_types: TextTypes::AllThree,
        labels: named([("spiral", "线索".to_owned()), ("turn", "回合".to_owned())]),
        hidden_words: texts(["某湖", "某课程", "某山"]),
        themes: texts(["看见", "表达", "评价"]),
        other: Map::new(),
    }
}
