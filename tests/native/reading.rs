//! What a text says: the same words in the same lines on the page, in HTML, in Word and in Markdown.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::time::{Duration, Instant};

use luoxuan::BlobId;
use luoxuan::catalog::Language;
use luoxuan::manuscript::{Manuscript, Page, Parts, Picture};
use luoxuan::office::word;
use luoxuan::record::{Document, Layout, Passage};
use luoxuan::text::markdown::{Block, Node, SCHEME, parse};
use luoxuan_tests::texts::{Seeded, png};

/// A text without headings, and the lines it is to say. `|` parts paragraphs, items and lines.
const SAID: [(&str, &str); 31] = [
    // A line that looks like a link definition is text as long as nothing uses it.
    (
        "[师]: 你看到了什么？\n[生]: 一只鸟。",
        "[师]: 你看到了什么？|[生]: 一只鸟。",
    ),
    (
        "[师]: 好\n[生]: 一只\n[师]: 还有呢\n[生]: 两只",
        "[师]: 好|[生]: 一只|[师]: 还有呢|[生]: 两只",
    ),
    (
        "[1]: 王某.题名[J].\n[2]: 李某.题名[M].",
        "[1]: 王某.题名[J].|[2]: 李某.题名[M].",
    ),
    ("见[1]\n\n[1]: 王某.题名", "见[1]|[1]: 王某.题名"),
    ("问[师]\n\n[师]: 好", "问[师]|[师]: 好"),
    (
        "> [师]: 好\n> [生]: 一只\n\n- [师]: 好\n- [ ] 没做",
        "[师]: 好|[生]: 一只|[师]: 好|☐ 没做",
    ),
    ("[师\n生]: 好", "[师|生]: 好"),
    ("见[网]。\n\n[网]: https://a.cn", "见网（https://a.cn）。"),
    (
        "见[网]。\n\n[师]: 好\n[网]: https://a.cn\n[网]: 又",
        "见网（https://a.cn）。|[师]: 好|[网]: 又",
    ),
    (
        "> 见[网]。\n>\n> [师]: 好\n> [网]: https://a.cn",
        "见网（https://a.cn）。|[师]: 好",
    ),
    ("```\n[师]: 好\n```", "[师]: 好"),
    ("[^没有]: 没有谁用的注", "[^没有]: 没有谁用的注"),
    // A line ends where it was ended.
    ("第一行\n第二行", "第一行|第二行"),
    ("slow\nmotion  \n**三\n四**", "slow|motion|三|四"),
    ("- 甲\n乙\n\n> 丙\n> 丁", "甲|乙|丙|丁"),
    ("一\r\n二\r三", "一|二|三"),
    ("<p>一\n二</p>\n\n三<br\n/>四", "<p>一|二</p>|三<br|/>四"),
    // A year or a day begins no list.
    ("2025. 9. 11 下午测了一次", "2025. 9. 11 下午测了一次"),
    ("25. 9. 11 下午", "25. 9. 11 下午"),
    ("9. 11. 下午", "9. 11. 下午"),
    ("- 2025. 9. 11\n- 1000. 题", "2025. 9. 11|1000. 题"),
    ("1. 字\n2. 词", "字|词"),
    // Stars that multiply.
    ("2*3*4=24", "2*3*4=24"),
    ("a*b*c, (a+b)*c*(d)", "a*b*c, (a+b)*c*(d)"),
    ("2**3**4，`a*b*c`", "2**3**4，a*b*c"),
    ("**重要。**后面*轻*。", "重要。后面轻。"),
    ("[2*3*4](https://a.cn/x*y*z)", "2*3*4（https://a.cn/x*y*z）"),
    // Addresses.
    ("写信到<a@b.cn>。", "写信到a@b.cn。"),
    ("<https://a.cn>", "https://a.cn"),
    // Somebody's test.
    ("\u{fdd0}[师]: 好\n2*3*4", "\u{fdd0}[师]: 好|2*3*4"),
    ("3~5人，8~10人；~~划~~", "3~5人，8~10人；划"),
];

fn manuscript(text: &str) -> Manuscript {
    let passage = Passage {
        text: text.into(),
        ..Passage::default()
    };
    let document = Document {
        sections: [("one".to_owned(), vec![passage])].into(),
        ..Document::default()
    };
    Manuscript::of(&document, &[("one".into(), String::new())], Parts::default())
}

/// Lines that say something.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.trim_end().to_owned());
    lines.filter(|line| !line.is_empty()).collect()
}

/// As the page shows it. Paper cannot be clicked: the address of a link stands behind its words.
fn page(text: &str) -> Vec<String> {
    fn walk(nodes: &[Node], out: &mut String) {
        for node in nodes {
            match node {
                Node::Text(words) | Node::Code(words) | Node::Picture(_, words) => out.push_str(words),
                Node::Break | Node::Rule => out.push('\n'),
                Node::Tick(done) => out.push_str(if *done { "☑ " } else { "☐ " }),
                Node::Block(block, children) => {
                    let inline = matches!(block, Block::Emphasis | Block::Strong | Block::Struck | Block::Link(_));
                    out.push_str(if inline { "" } else { "\n" });
                    let from = out.len();
                    walk(children, out);
                    if let Block::Link(address) = block
                        && !address.ends_with(&out[from..])
                    {
                        out.push_str(&format!("（{address}）"));
                    }
                    out.push_str(if inline { "" } else { "\n" });
                }
            }
        }
    }
    let mut out = String::new();
    walk(&parse(text).nodes, &mut out);
    lines(&out)
}

/// What stands between the tags.
fn untagged(markup: &str, ends: &[&str]) -> Vec<String> {
    let mut markup = markup.replace('\n', " ");
    for end in ends {
        markup = markup.replace(end, "\n");
    }
    let mut text = String::new();
    for piece in markup.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, behind)| behind));
    }
    let marks = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    let text = marks
        .iter()
        .fold(text, |text, (written, mark)| text.replace(written, mark));
    lines(&text)
        .iter()
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}

fn html(manuscript: &Manuscript, picture: &dyn Fn(BlobId) -> Option<(String, Vec<u8>)>) -> String {
    let html = manuscript.html(&Page {
        layout: &Layout::default(),
        language: Language::ZhHans,
        picture,
        chart: &|_| None,
    });
    html.split_once("<body>").expect("a body").1.to_owned()
}

fn document_of(manuscript: &Manuscript, album: &BTreeMap<BlobId, Picture>) -> String {
    let file = word(manuscript, &Layout::default(), album, Language::ZhHans, &mut |_| {}).expect("a Word file");
    let mut zip = zip::ZipArchive::new(Cursor::new(file.bytes)).expect("a package");
    let mut xml = String::new();
    let mut part = zip.by_name("word/document.xml").expect("a document");
    part.read_to_string(&mut xml).expect("text");
    xml
}

#[test]
fn every_output_says_the_same_in_the_same_lines() {
    for (text, said) in SAID {
        let said: Vec<_> = said.split('|').map(str::to_owned).collect();
        let manuscript = manuscript(text);
        assert_eq!(page(text), said, "the page: {text}");
        let html = html(&manuscript, &|_| None);
        let ends = ["<br>", "</p>", "</li>", "<ul", "<ol", "<pre", "</pre>"];
        // What closes an opened list's own tag is no words.
        let html = html
            .replace("<ul class=\"body\">", "<ul>")
            .replace("<ol class=\"body\">", "<ol>");
        assert_eq!(
            untagged(
                &html
                    .replace("<ul>", "<ul")
                    .replace("<ol>", "<ol")
                    .replace("<pre>", "<pre"),
                &ends
            ),
            said,
            "HTML: {text}"
        );
        let xml = document_of(&manuscript, &BTreeMap::new());
        assert_eq!(untagged(&xml, &["<w:br/>", "</w:p>"]), said, "Word: {text}");
        let written = manuscript.markdown(Language::ZhHans, &|_| None);
        let again: Vec<_> = page(&written)
            .into_iter()
            .skip_while(|line| line.trim() == "#")
            .collect();
        assert_eq!(again, said, "Markdown: {text}\n{written}");
    }
}

#[test]
fn a_picture_in_a_line_a_list_and_a_cell_reaches_word_and_html() {
    let bytes = png(&mut Seeded::new(7), 2_000, 1_000);
    let id = BlobId::of(&bytes);
    let album = BTreeMap::from([(
        id,
        Picture {
            bytes: bytes.clone(),
            width: 2_000,
            height: 1_000,
            ..Picture::default()
        },
    )]);
    let shown = |_| Some(("image/png".to_owned(), bytes.clone()));
    let address = format!("{SCHEME}{id}");
    for (text, drawn) in [
        ("前![作文](@)后", 1),
        ("- 看![作文](@)\n- ![作文](@)\n  1. 深![作文](@)", 3),
        (
            "| 谁 | 写了 |\n|---|---|\n| 甲 | ![作文](@) |\n| ![作文](@) | 乙![作文](@) |",
            3,
        ),
        ("> 引![作文](@)", 1),
        ("## 题![作文](@)", 1),
        ("![作文](@)", 1),
    ] {
        let manuscript = manuscript(&text.replace('@', &address));
        assert_eq!(manuscript.pictures(), [id].into(), "{text}");
        let html = html(&manuscript, &shown);
        assert_eq!(html.matches("<img src=\"data:image/png").count(), drawn, "{text}");
        assert_eq!(html.matches("alt=\"作文\"").count(), drawn, "{text}");
        let xml = document_of(&manuscript, &album);
        assert_eq!(xml.matches("<wp:inline").count(), drawn, "{text}");
        assert_eq!(xml.matches("descr=\"作文\"").count(), drawn, "{text}");
        // None is wider than what it stands in: the page, or two thirds of it over two columns.
        let widths = xml
            .split("<wp:extent cx=\"")
            .skip(1)
            .filter_map(|piece| piece.split('"').next()?.parse().ok());
        let most = if text.starts_with('|') { 9_072 / 2 } else { 9_072 } * 635;
        assert!(widths.into_iter().all(|width: u64| width <= most), "{text}: {xml}");
        let written = manuscript.markdown(Language::ZhHans, &|_| Some("pictures/a.png".into()));
        assert_eq!(written.matches("](pictures/a.png)").count(), drawn, "{written}");
    }
}

#[test]
fn an_item_that_begins_with_a_picture_or_a_table_keeps_its_sign() {
    let bytes = png(&mut Seeded::new(7), 20, 10);
    let id = BlobId::of(&bytes);
    let album = BTreeMap::from([(
        id,
        Picture {
            bytes,
            ..Picture::default()
        },
    )]);
    for item in [
        format!("![作文]({SCHEME}{id})"),
        "| a |\n   |---|\n   | 1 |".into(),
        "## 题".into(),
        "- 里".into(),
        "```\n   一\n   二\n   ```".into(),
        "> 一\n   >\n   > 二".into(),
        String::new(),
    ] {
        let xml = document_of(&manuscript(&format!("1. {item}\n2. 字")), &album);
        let signs = xml
            .matches("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/>")
            .count();
        assert_eq!(signs, 2, "{item}: {xml}");
    }
}

/// Within a tenth of a second when it is built to be used; what grows with the square of the length takes minutes in a build
/// like this one.
#[test]
fn a_line_of_half_a_million_marks_is_read_in_a_moment() {
    const MOMENT: Duration = Duration::from_secs(10);
    const COUNT: usize = 500_000;
    let time = |text: &str| {
        let begun = Instant::now();
        parse(text);
        begun.elapsed()
    };
    for line in [
        "*", "* ", "a*", "*a", "*a ", "**a", "重*", "。**", "~", "~~a", "_a", "[a]: ", "[a]", "`a", "<", "1. ",
    ] {
        let marks = line.repeat(COUNT / line.chars().count());
        let took = time(&marks);
        assert!(took < MOMENT, "{line}: {took:?}");
    }
}
