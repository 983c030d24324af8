use super::*;

/// Nodes in a short notation: *emphasis*, **strong**, ~struck~, `code`, [link].
fn show(source: &str) -> String {
    fn walk(nodes: &[Node], out: &mut String) {
        for node in nodes {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Code(text) => out.push_str(&format!("<code>{text}</code>")),
                Node::Break => out.push('⏎'),
                Node::Rule => out.push('—'),
                Node::Tick(done) => out.push(if *done { '☑' } else { '☐' }),
                Node::Picture(_, alt) => out.push_str(&format!("<picture {alt}>")),
                Node::Block(block, children) => {
                    let name = match block {
                        Block::Paragraph => "",
                        Block::Strong => "b",
                        Block::Emphasis => "i",
                        Block::Struck => "s",
                        Block::Link(_) => "a",
                        Block::Code(_) => "pre",
                        Block::Item => "li",
                        Block::Quote => "q",
                        Block::Heading(_) => "h",
                        Block::List(_) => "ul",
                        Block::Table => "table",
                        Block::Row(_) => "tr",
                        Block::Cell(..) => "td",
                    };
                    if name.is_empty() {
                        walk(children, out);
                    } else {
                        out.push_str(&format!("<{name}>"));
                        walk(children, out);
                        out.push_str(&format!("</{name}>"));
                    }
                }
            }
        }
    }
    let mut out = String::new();
    walk(&parse(source).nodes, &mut out);
    out
}

#[test]
fn emphasis_works_beside_chinese_punctuation() {
    for (source, shown) in [
        ("**重要。**后面", "<b>重要。</b>后面"),
        ("这是**“重点”**。", "这是<b>“重点”</b>。"),
        ("他说**「好」**吗", "他说<b>「好」</b>吗"),
        ("前**《书名》**后", "前<b>《书名》</b>后"),
        ("**重要：**后面", "<b>重要：</b>后面"),
        ("**重要:**后面", "<b>重要:</b>后面"),
        ("**注意！**请看", "<b>注意！</b>请看"),
        ("**为什么？**因为", "<b>为什么？</b>因为"),
        ("看**（见表1）**的数", "看<b>（见表1）</b>的数"),
        ("看**(见表1)**的数", "看<b>(见表1)</b>的数"),
        ("**甲、**乙", "<b>甲、</b>乙"),
        ("**第一，**第二，**第三，**完", "<b>第一，</b>第二，<b>第三，</b>完"),
        ("**重要。**后面**再**来", "<b>重要。</b>后面<b>再</b>来"),
        ("。**开头**", "。<b>开头</b>"),
        ("，**“引”**，", "，<b>“引”</b>，"),
        ("**……**然后", "<b>……</b>然后"),
        ("——**好**——", "——<b>好</b>——"),
        ("**好——**接着", "<b>好——</b>接着"),
        ("*轻声。*后面", "<i>轻声。</i>后面"),
        ("他*“轻声”*说", "他<i>“轻声”</i>说"),
        ("***全部。***后面", "<i><b>全部。</b></i>后面"),
        ("~~划掉。~~后面", "<s>划掉。</s>后面"),
        ("这~~“错”~~对", "这<s>“错”</s>对"),
        ("**a。**b", "<b>a。</b>b"),
        ("a**。b**", "a<b>。b</b>"),
        ("**26.2%**的人", "<b>26.2%</b>的人"),
        ("只有**6人（14.3%）**写", "只有<b>6人（14.3%）</b>写"),
        ("**“**是引号", "<b>“</b>是引号"),
        ("> **引。**文", "<q><b>引。</b>文</q>"),
        ("- **项。**文", "<ul><li><b>项。</b>文</li></ul>"),
        ("## **题。**文", "<h><b>题。</b>文</h>"),
        ("**一。\n二。**三", "<b>一。⏎二。</b>三"),
        ("**外*内。*外。**后", "<b>外<i>内。</i>外。</b>后"),
        ("**重要。** 后面", "<b>重要。</b> 后面"),
        ("**普通**文字", "<b>普通</b>文字"),
        ("**bold** text", "<b>bold</b> text"),
        ("**[链接](https://a.cn)。**后", "<b><a>链接</a>。</b>后"),
        ("**`码`。**后", "<b><code>码</code>。</b>后"),
    ] {
        assert_eq!(show(source), shown, "{source}");
    }
}

#[test]
fn stars_that_mean_stars_stay() {
    for (source, shown) in [
        ("一颗星*而已", "一颗星*而已"),
        ("没有闭合**的", "没有闭合**的"),
        ("\\*不是\\*", "*不是*"),
        ("\\**不是。\\**后", "**不是。**后"),
        ("`**码。**`后", "<code>**码。**</code>后"),
        ("** 空格 **", "** 空格 **"),
        ("5 * 3 = 15。", "5 * 3 = 15。"),
        ("240×2-30", "240×2-30"),
        ("**段一\n\n段二**", "**段一段二**"),
        ("~2分钟。", "~2分钟。"),
        ("&#42;&#42;好&#42;&#42;", "**好**"),
        ("    **码块。**后", "<pre>**码块。**后</pre>"),
    ] {
        assert_eq!(show(source), shown, "{source}");
    }
}

#[test]
fn html_is_shown_as_text_and_bad_links_lose_their_address() {
    assert_eq!(show("<script>alert(1)</script>"), "<script>alert(1)</script>");
    assert_eq!(
        show("a <img src=x onerror=alert(1)> b"),
        "a <img src=x onerror=alert(1)> b"
    );
    assert_eq!(show("[x](javascript:alert(1))"), "x");
    assert_eq!(show("[x](https://a.cn)"), "<a>x</a>");
    assert_eq!(
        show("![p](http://evil.example/p.png)"),
        "p（http://evil.example/p.png）"
    );
    assert_eq!(show("# h {onclick=alert(1)}"), "<h>h {onclick=alert(1)}</h>");
    let blob = BlobId::of(b"x");
    assert_eq!(show(&format!("![作文]({SCHEME}{blob})")), "<picture 作文>");
    assert_eq!(show("- [x] 做了\n- [ ] 没做"), "<ul><li>☑做了</li><li>☐没做</li></ul>");
}

#[test]
fn a_bomb_is_shown_as_its_source() {
    for bomb in [
        ">".repeat(50_000),
        "1. ".repeat(20_000),
        format!("|{}\n|{}\n{}", "a|".repeat(5000), "-|".repeat(5000), "|x\n".repeat(10)),
    ] {
        let text = parse(&bomb);
        assert!(text.as_source);
        assert_eq!(text.nodes.len(), 1);
    }
}

#[test]
fn an_excerpt_is_never_longer_than_asked() {
    assert_eq!(crate::text::excerpt("a b c d", 4), "a b …");
    assert_eq!(crate::text::excerpt("a b", 3), "a b");
}

#[test]
fn a_fence_says_what_it_holds() {
    let text = parse("```chart bar 习作困难\n,人数\n不知道写什么,52\n```");
    let Node::Block(Block::Code(info), _) = &text.nodes[0] else {
        panic!("{text:?}")
    };
    assert_eq!(info, "chart bar 习作困难");
}
