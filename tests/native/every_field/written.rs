//! Texts and what they are held to.

use luoxuan::record::{
    Alignment, Anonymity, CitationStyle, Corner, DocumentState, Font, Layout, PageNumber, Part, Passage, Reference,
    ReferenceKind, Rules, Source, TableLines, TemplateCriterion, TemplateField, TemplateSection,
};
use luoxuan::{Document, RevisionId, Template, TextType, Version};
use serde_json::Map;

use super::{at, day, id, named, texts};

pub(super) fn document() -> Document {
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

pub(super) fn template() -> Template {
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

pub(super) fn rules() -> Rules {
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
        citation: CitationStyle::Gbt2015,
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

pub(super) fn version() -> Version {
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
