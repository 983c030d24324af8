use super::*;
use crate::catalog::Language;
use crate::record::{Layout, Passage};

/// The blocks of a text that stands in one section.
fn blocks(text: &str, references: usize) -> Vec<Block> {
    let parts = Parts {
        references: vec!["某某. 某题[J].".into(); references],
        ..Parts::default()
    };
    let manuscript = manuscript(text, parts);
    let blocks = manuscript.blocks.into_iter().skip(1);
    blocks.map(|piece| piece.block).collect()
}

fn manuscript(text: &str, parts: Parts) -> Manuscript {
    let mut document = Document {
        title: "题目".into(),
        ..Document::default()
    };
    let passage = Passage {
        text: text.into(),
        ..Passage::default()
    };
    document.sections.insert("one".into(), vec![passage]);
    Manuscript::of(
        &document,
        &[("none".into(), "空".into()), ("one".into(), "一节".into())],
        parts,
    )
}

fn paragraph(text: &str) -> Vec<Inline> {
    match blocks(text, 3).pop() {
        Some(Block::Paragraph(runs)) => runs,
        other => panic!("{other:?}"),
    }
}

fn plain(text: &str) -> Inline {
    Inline::Text(text.into(), TextStyle::default())
}

#[test]
fn a_citation_is_one_only_if_the_list_has_its_number() {
    assert_eq!(
        paragraph("见[1]。"),
        [plain("见"), Inline::Citation("[1]".into()), plain("。")]
    );
    assert_eq!(paragraph("见[2,3]"), [plain("见"), Inline::Citation("[2,3]".into())]);
    assert_eq!(paragraph("见[1-3]"), [plain("见"), Inline::Citation("[1-3]".into())]);
    for text in [
        "见[4]",
        "见[1-4]",
        "见[0]",
        "见[]",
        "见[一]",
        "见[1",
        "见[^没有]",
        "见[ 1]",
    ] {
        assert_eq!(paragraph(text), [plain(text)], "{text}");
    }
}

#[test]
fn a_footnote_goes_where_its_mark_is_and_its_line_goes_away() {
    let runs = paragraph("用了慢镜头[^慢]写。\n\n[^慢]: 把三秒写成**四步**[1]。\n");
    let Inline::Note(note) = &runs[1] else {
        panic!("{runs:?}")
    };
    assert_eq!(words(note), "把三秒写成四步[1]。");
    assert_eq!(runs[0], plain("用了慢镜头"));
    assert_eq!(blocks("见[^a]\n[^a]: 注", 0).len(), 1);
}

#[test]
fn a_footnote_that_no_mark_leads_to_is_text() {
    assert_eq!(blocks("[^没有]: 注", 0), [Block::Paragraph(vec![plain("[^没有]: 注")])]);
    // Of two of one name the first is the footnote, and the other is not lost.
    let runs = paragraph("[^a]: 注\n[^a]: 又\n见[^a]");
    assert!(words(&runs).contains("[^a]: 又"), "{runs:?}");
    // Each passage has its own.
    let mut document = Document::default();
    let passage = |text: &str| Passage {
        text: text.into(),
        ..Passage::default()
    };
    let passages = vec![
        passage("甲[^1]\n[^1]: 甲的注"),
        passage("乙[^1]\n[^1]: 乙的注"),
        passage("丙[^1]"),
    ];
    document.sections.insert("one".into(), passages);
    let found = Manuscript::of(&document, &[("one".into(), String::new())], Parts::default()).blocks;
    let notes = found.iter().filter_map(|piece| match &piece.block {
        Block::Paragraph(runs) => runs.iter().find_map(|run| match run {
            Inline::Note(note) => Some(words(note)),
            _ => None,
        }),
        _ => None,
    });
    assert_eq!(notes.collect::<Vec<_>>(), ["甲的注", "乙的注", "甲的注"]);
}

#[test]
fn the_paragraph_before_a_table_is_its_caption_only_if_it_says_so() {
    let found = blocks("表：对照\n\n|a|b|\n|--|:-:|\n|1|2|\n\n前言\n\n|a|\n|--|\n|1|", 0);
    let Block::Table(first) = &found[0] else {
        panic!("{found:?}")
    };
    assert_eq!((first.number, first.caption.as_str()), (1, "对照"));
    assert_eq!(first.aligns, [Align::None, Align::Centre]);
    let Block::Table(second) = &found[2] else {
        panic!("{found:?}")
    };
    assert_eq!((second.number, second.caption.as_str()), (2, ""));
}

#[test]
fn pictures_and_charts_are_numbered_together() {
    let blob = BlobId::of(b"x");
    let text = format!("![作品](luoxuan:{blob})\n\n```chart bar 困难\n人,人数\n甲,3\n```\n\n![二](luoxuan:{blob})");
    let found = blocks(&text, 0);
    assert!(matches!(&found[0], Block::Figure(figure) if figure.number == 1 && figure.caption == "作品"));
    assert!(matches!(&found[1], Block::Chart(2, chart) if chart.caption == "困难"));
    assert!(matches!(&found[2], Block::Figure(figure) if figure.number == 3));
}

#[test]
fn pictures_without_words_belong_to_the_one_before_them() {
    let [a, b, c] = [b"a", b"b", b"c"].map(|bytes| BlobId::of(bytes));
    let text = format!("![初稿](luoxuan:{a}) ![](luoxuan:{b})\n![改稿](luoxuan:{c})");
    let figure = |number: usize, pictures: &[BlobId], caption: &str| {
        Block::Figure(Figure {
            number,
            pictures: pictures.to_vec(),
            caption: caption.into(),
        })
    };
    assert_eq!(blocks(&text, 0), [figure(1, &[a, b], "初稿"), figure(2, &[c], "改稿")]);
    let manuscript = manuscript(&text, Parts::default());
    assert_eq!(manuscript.pictures(), [a, b, c].into());
    let layout = Layout::default();
    let html = manuscript.html(&page(&layout, &|_| Some(("image/png".into(), b"foo".to_vec()))));
    // The two of one figure side by side, the other as wide as the text.
    assert_eq!(html.matches("alt=\"初稿\" style=\"max-width:48%\"").count(), 2);
    assert_eq!(html.matches("alt=\"改稿\" style=\"max-width:100%\"").count(), 1);
    assert_eq!(html.matches("class=\"figure\"").count(), 2);
}

#[test]
fn a_withheld_picture_leaves_its_number_and_its_caption() {
    let [face, board] = [b"a", b"b"].map(|bytes| BlobId::of(bytes));
    let text =
        format!("见图1、图2。\n\n![汇报](luoxuan:{face})\n\n![板书](luoxuan:{board})\n\n字![笑](luoxuan:{face})");
    let mut manuscript = manuscript(&text, Parts::default());
    manuscript.withhold(&[face].into(), Language::ZhHans);
    assert_eq!(manuscript.pictures(), [board].into());
    let layout = Layout::default();
    let html = manuscript.html(&page(&layout, &|_| Some(("image/png".into(), b"foo".to_vec()))));
    for words in ["图1　汇报", "图2　板书", "字（图略：涉及隐私）"] {
        assert!(html.contains(words), "{words}");
    }
    assert_eq!(
        (html.matches("（图略：涉及隐私）").count(), html.matches("<img").count()),
        (2, 1)
    );
}

#[test]
fn a_heading_in_a_passage_stands_below_the_sections_and_loses_its_own_number() {
    for (text, level, said) in [
        ("# （一）先有材料", 2, "先有材料"),
        ("## 二、再定焦点", 2, "再定焦点"),
        ("### 3. 后学修改", 3, "后学修改"),
        ("### 3.5倍的差别", 3, "3.5倍的差别"),
        ("###### (1) 细", 4, "细"),
        ("## 一次尝试", 2, "一次尝试"),
    ] {
        let found = blocks(text, 0);
        assert_eq!(found, [Block::Heading(level, vec![plain(said)])], "{text}");
    }
}

#[test]
fn an_empty_section_has_no_heading() {
    let manuscript = manuscript("有话。", Parts::default());
    let text = manuscript.plain(Language::ZhHans);
    assert_eq!(text, "题目\n一、一节\n有话。\n");
}

#[test]
fn an_address_is_printed_after_the_words_of_its_link() {
    assert_eq!(
        words(&paragraph("[教研网](https://a.example/x)")),
        "教研网（https://a.example/x）"
    );
    assert_eq!(words(&paragraph("<https://a.example>")), "https://a.example");
}

fn page<'a>(layout: &'a Layout, picture: &'a dyn Fn(BlobId) -> Option<(String, Vec<u8>)>) -> Page<'a> {
    Page {
        layout,
        language: Language::ZhHans,
        picture,
        chart: &|_| Some("<svg></svg>".into()),
    }
}

#[test]
fn a_page_to_print_stands_alone_and_runs_nothing() {
    let blob = BlobId::of(b"x");
    let text =
        format!("<script>alert(1)</script>\n\n![作<品](luoxuan:{blob})\n\n```chart bar 困难\n人,人数\n甲,3\n```");
    let manuscript = manuscript(&text, Parts::default());
    let layout = Layout::default();
    let html = manuscript.html(&page(&layout, &|_| Some(("image/png".into(), b"foo".to_vec()))));
    assert!(html.contains("@page { size: A4; margin: 70.85pt"));
    assert!(html.contains("data:image/png;base64,Zm9v"));
    assert!(html.contains("<svg></svg>"));
    assert!(!html.contains("<script"));
    assert!(html.contains("图1　作&lt;品"));
    let paste = manuscript.html_to_paste(&page(&layout, &|_| None));
    assert!(!paste.contains("class=\"body\"") && !paste.contains("<style"));
    assert!(paste.contains("text-indent:2em"));
    assert!(paste.contains("图片不在本机"));
}

#[test]
fn markdown_written_out_reads_back_as_the_same_words() {
    let text = "**重**点*轻*[1]~~划~~\n\n> 引\n\n- 甲\n- 乙\n  1. 丙\n\n表：对照\n\n|a|b|\n|--|--|\n|1|2\\|3|\n\n1\\. 不是列表 \\*星\\*";
    let parts = Parts {
        references: vec!["某*某*. 题[J].".into()],
        ..Parts::default()
    };
    let written = manuscript(text, parts).markdown(Language::ZhHans, &|_| None);
    let read = crate::text::plain(&written);
    for words in [
        "重点轻[1]划",
        "引",
        "丙",
        "表1 对照",
        "2|3",
        "1. 不是列表 *星*",
        "[1] 某*某*. 题[J].",
    ] {
        assert!(read.contains(words), "{words} in\n{read}\n{written}");
    }
}

/// What headings a text of these sections has, as plain text says them.
fn headings(sections: &[(&str, &str, &str)], language: Language) -> Vec<String> {
    let mut document = Document::default();
    for (name, _, text) in sections {
        let passage = Passage {
            text: (*text).into(),
            ..Passage::default()
        };
        document.sections.insert((*name).into(), vec![passage]);
    }
    let named = sections
        .iter()
        .map(|(name, heading, _)| ((*name).into(), (*heading).into()));
    let manuscript = Manuscript::of(&document, &named.collect::<Vec<_>>(), Parts::default());
    let plain = manuscript.plain(language);
    let lines = plain.lines().filter(|line| !line.contains("正文"));
    lines.map(str::to_owned).collect()
}

#[test]
fn what_is_attached_stands_outside_the_running_numbers() {
    let one = headings(
        &[
            ("origin", "问题缘起", "正文\n\n## 起因\n\n正文"),
            ("appendix", "附录", "正文\n\n## 说明\n\n正文"),
            ("own1", "余论", "正文"),
        ],
        Language::ZhHans,
    );
    assert_eq!(one, ["一、问题缘起", "（一）起因", "附录", "（一）说明", "二、余论"]);

    let several = headings(
        &[
            ("origin", "问题缘起", "正文"),
            ("appendix", "附录", "正文"),
            ("own1", "附录二：访谈提纲", "正文"),
        ],
        Language::ZhHans,
    );
    assert_eq!(several, ["一、问题缘起", "附录一", "附录二　访谈提纲"]);

    let within = headings(
        &[
            ("origin", "Origin", "正文\n\n## Why\n\n正文"),
            (
                "appendix",
                "Appendix",
                "## For pupils\n\n正文\n\n### How\n\n正文\n\n## For parents\n\n正文",
            ),
        ],
        Language::En,
    );
    assert_eq!(
        within,
        [
            "1. Origin",
            "1.1 Why",
            "Appendix A. For pupils",
            "1. How",
            "Appendix B. For parents"
        ]
    );
}
