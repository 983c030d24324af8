//! What was copied from Word or a web page arrives as clean Markdown.

use luoxuan_web::components::paste::{Pasted, read};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::js;

fn markdown_of(html: &str) -> Option<String> {
    read(html).words
}

/// Each piece of HTML, and the Markdown it comes to.
fn come_to(cases: &[(&str, &str)]) {
    for (html, markdown) in cases {
        assert_eq!(markdown_of(html).as_deref(), Some(*markdown), "{html}");
    }
}

#[wasm_bindgen_test]
fn a_page_of_word_becomes_clean_markdown() {
    let word = r#"<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {mso-style-parent:"";}</style>
        <!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=ZH-CN>
        <!--StartFragment--><h1 style='margin:0'>一、问题<o:p></o:p></h1>
        <p class=MsoNormal style='text-indent:21.0pt'><span style='font-family:宋体;mso-ascii-font-family:Calibri'>全班</span><b><span lang=EN-US>42</span></b><span style='font-family:宋体'>人，平均只写了</span><span lang=EN-US>96</span>字。<o:p></o:p></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>看到</p>
        <table class=MsoTableGrid><tr><td><p class=MsoNormal>日期</p></td><td><p class=MsoNormal>人数</p></td></tr><tr><td><p>9月11日</p></td><td><p>11|2</p></td></tr></table>
        <!--EndFragment--></body></html>"#;
    let markdown = markdown_of(word).expect("it is more than plain text");
    let lines: Vec<_> = markdown.lines().collect();
    assert_eq!(
        lines,
        [
            "## 一、问题",
            "",
            "全班**42**人，平均只写了96字。",
            "",
            "- 看到",
            "",
            "| 日期 | 人数 |",
            "| --- | --- |",
            "| 9月11日 | 11\\|2 |",
        ]
    );
}

#[wasm_bindgen_test]
fn a_web_page_leaves_its_scripts_and_pictures_behind() {
    let web = r#"<meta charset="utf-8"><div onclick="alert(1)"><h2>小标题</h2><p>见<a href="https://example.org/a?b=1">这里</a>和<a href="javascript:alert(1)">那里</a>。</p>
        <script>alert(1)</script><img src="https://example.org/x.png" onerror="alert(1)"><ul><li>一<ol><li>甲</li><li>乙</li></ol></li><li>二</li></ul>
        <blockquote><p>他说</p><p>她说</p></blockquote>后来</div>"#;
    assert_eq!(
        markdown_of(web).as_deref(),
        Some(
            "## 小标题\n\n见[这里](https://example.org/a?b=1)和那里。\n\n- 一\n   1. 甲\n   2. 乙\n- 二\n\n> 他说\n>\n> 她说\n\n后来"
        )
    );
    for plain in [
        "",
        "一行字",
        "<span style='color:red'>一行字</span>",
        "<p>一</p><p>二</p>",
    ] {
        assert_eq!(markdown_of(plain), None, "the browser's own paste is as good: {plain}");
    }
}

#[wasm_bindgen_test]
fn parsing_what_was_copied_runs_nothing() {
    js("", "window.ran = 0").call0(&JsValue::NULL).expect("it runs");
    for bad in [
        "<b>a</b><img src=x onerror='window.ran = 1'>",
        "<b>a</b><script>window.ran = 1</script>",
        "<b>a</b><svg onload='window.ran = 1'></svg>",
        "<b>a</b><iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
        "<b>a</b><style>@import 'https://example.org/x.css'</style>",
    ] {
        assert_eq!(markdown_of(bad).as_deref(), Some("**a**"));
    }
    let ran = js("", "return window.ran").call0(&JsValue::NULL).expect("it runs");
    assert_eq!(ran.as_f64(), Some(0.0));
}

#[wasm_bindgen_test]
fn every_cell_of_a_table_stands_in_its_column() {
    come_to(&[
        (
            "<table><tr><th rowspan=2>班</th><th colspan=2>人数</th></tr><tr><th>前</th><th>后</th></tr>\
             <tr><td rowspan=2>一</td><td>2</td><td>22</td></tr><tr><td>3</td><td>31</td></tr></table>",
            "| 班 | 人数 |  |\n| --- | --- | --- |\n| 班 | 前 | 后 |\n| 一 | 2 | 22 |\n| 一 | 3 | 31 |",
        ),
        (
            "<table><tr><td>甲</td><td>乙</td></tr><tr><td colspan=2>合计</td></tr><tr><td>丙</td></tr></table>",
            "| 甲 | 乙 |\n| --- | --- |\n| 合计 |  |\n| 丙 |  |",
        ),
        // One in a cell of another is words of that cell; one that only lays a page out is none.
        (
            "<table><tr><td>外<table><tr><td>里</td><td>面</td></tr></table></td><td>乙</td></tr></table>",
            "| 外 里 面 | 乙 |\n| --- | --- |",
        ),
        (
            "<table><tr><td><p>一</p><p><b>二</b></p></td></tr></table>",
            "一\n\n**二**",
        ),
        (
            "<table><caption>对照</caption><tr><td>甲</td><td rowspan=0>乙</td></tr><tr><td>丙</td></tr></table>",
            "对照\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 乙 |",
        ),
    ]);
    let wide = markdown_of("<table><tr><td colspan=1000000000>甲</td></tr><tr><td rowspan=65534>乙</td></tr></table>");
    assert!(wide.expect("a table").len() < 2_000);
}

#[wasm_bindgen_test]
fn figures_above_and_below_the_line_stay_there() {
    come_to(&[
        ("<p>10<sup>2</sup>，H<sub>2</sub>O，x<sup>-1</sup></p>", "10²，H₂O，x⁻¹"),
        (
            "<p>见<sup>[1]</sup>，v<sub>max</sub>，v<sub>初</sub></p>",
            "见[1]，vₘₐₓ，v初",
        ),
        (
            "<p>2<sup>ab</sup>，1<sup>st</sup>，甲<sup>®</sup></p>",
            "2^ab，1st，甲®",
        ),
    ]);
}

#[wasm_bindgen_test]
fn a_list_of_words_has_each_number_once() {
    let item = |level: u32, sign: &str, words: &str| {
        format!(
            "<p class=MsoListParagraph style='margin-left:21.0pt;mso-list:l0 level{level} lfo1'><![if !supportLists]>\
             <span lang=EN-US><span style='mso-list:Ignore'>{sign}<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; \
             </span></span></span><![endif]><span>{words}</span></p>"
        )
    };
    let list = [item(1, "1.", "字"), item(2, "o", "笔画"), item(1, "2.", "词")].concat();
    come_to(&[
        (&item(1, "1.", "字"), "1. 字"),
        (&list, "1. 字\n   - 笔画\n2. 词"),
        (&item(1, "·", "字"), "- 字"),
        (
            &[item(1, "一、", "字"), item(1, "二、", "词")].concat(),
            "一、字\n\n二、词",
        ),
        (&item(1, "3)", "<b>字</b>"), "3. **字**"),
        // Where the sign has no span of its own.
        ("<p class=MsoListParagraph>1.<span>&nbsp;&nbsp; </span>字</p>", "1. 字"),
        ("<ol start=3><li>字</li><li>词</li></ol>", "3. 字\n4. 词"),
        (
            "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>一、</span>问题</h1>",
            "## 一、问题",
        ),
    ]);
}

#[wasm_bindgen_test]
fn a_picture_comes_along_or_is_counted() {
    const DOT: &str =
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let here = format!("<p>看<img src='data:image/png;base64,{DOT}'></p>");
    let Pasted {
        words,
        pictures,
        elsewhere,
    } = read(&here);
    assert_eq!((words, pictures.len(), elsewhere), (None, 1, 0));
    assert!(pictures[0].starts_with(b"\x89PNG") && pictures[0].ends_with(b"IEND\xaeB`\x82"));
    for (html, away) in [
        ("<p>看</p>", 0),
        ("<img src='file:///C:/Temp/image001.png'>", 1),
        (
            "<b>看</b><img src='https://example.org/a.png'><img src='https://example.org/b.png' width=200>",
            2,
        ),
        ("<img src='https://example.org/count.gif' width=1 height=1>", 0),
        ("<img src='data:image/svg+xml;base64,PHN2Zy8+'>", 1),
        ("<img src='data:image/png;base64,***'>", 1),
        ("<img alt='没有'>", 0),
    ] {
        let Pasted {
            pictures, elsewhere, ..
        } = read(html);
        assert_eq!((pictures.len(), elsewhere), (0, away), "{html}");
    }
}
