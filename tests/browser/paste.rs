//! What was copied from Word or a web page arrives as clean Markdown.

use luoxuan_web::parts::paste::markdown_of;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::js;

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
