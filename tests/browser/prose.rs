//! Whatever a text holds, what reaches the page is a closed list of elements.

use leptos::prelude::*;
use luoxuan_tests::hostile::inputs;
use luoxuan_web::components::prose::{Preview, Prose};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::bench::{js, mount};

/// What is wrong with the elements below `root`, if anything is.
const JUDGE: &str = r#"
const allowed = new Set("DIV P H3 H4 H5 BLOCKQUOTE PRE CODE UL OL LI TABLE TBODY TR TH TD EM STRONG S A BR WBR HR SPAN".split(" "));
const attributes = new Set("class href target rel title start scope data-align tabindex role".split(" "));
for (const element of root.querySelectorAll("*")) {
  if (!allowed.has(element.tagName)) return "element " + element.tagName;
  for (const { name, value } of element.attributes) {
    // A table's frame has a name of the page's own.
    if (name === "aria-label" && value === "表格") continue;
    if (!attributes.has(name)) return `attribute ${name} of ${element.tagName}`;
    if (name === "href" && !/^(https?:\/\/|mailto:)/i.test(value)) return `address ${value}`;
  }
}
return window.ran ? "a script ran" : "";
"#;

#[wasm_bindgen_test]
async fn no_text_brings_more_than_prose_to_the_page() {
    js("", "window.ran = 0; window.alert = () => { window.ran = 1; }")
        .call0(&JsValue::NULL)
        .expect("it runs");
    let text = RwSignal::new(String::new());
    let page = mount(move || view! { <Prose text/> }).await;
    let judge = js("root", JUDGE);
    for input in inputs() {
        text.set(input.clone());
        leptos::task::tick().await;
        let verdict = judge.call1(&JsValue::NULL, &page.root).expect("it runs").as_string();
        let start: String = input.chars().take(200).collect();
        assert_eq!(verdict.as_deref(), Some(""), "{start}");
    }
}

#[wasm_bindgen_test]
async fn what_a_teacher_writes_is_laid_out() {
    let text = "## 小标题\n\n这是**“重点”**。\n\n- 一\n- 二\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n> 他说\n\n<b>照样显示</b>";
    let page = mount(move || view! { <Prose text=text.to_owned()/> }).await;
    let count = |selector: &str| page.root.query_selector_all(selector).expect("a selector").length();
    for (selector, number) in [
        ("h3", 1),
        ("strong", 1),
        ("li", 2),
        ("th", 2),
        ("td", 2),
        ("blockquote", 1),
        ("b", 0),
    ] {
        assert_eq!(count(selector), number, "{selector} in {}", page.root.inner_html());
    }
    let shown = page.root.text_content().unwrap_or_default();
    assert!(shown.contains("<b>照样显示</b>"), "nothing written is hidden: {shown}");
}

#[wasm_bindgen_test]
async fn half_a_million_marks_are_laid_out_as_quickly_as_letters() {
    const COUNT: usize = 500_000;
    async fn time(text: String) -> f64 {
        let begun = js_sys::Date::now();
        let page = mount(move || view! { <Prose text=text/> }).await;
        // The browser lays it out before it can say how high it is.
        assert!(page.root.offset_height() > 0);
        js_sys::Date::now() - begun
    }
    // The least of three: whatever else the machine does counts for nothing.
    async fn least(text: &str) -> f64 {
        let mut least = f64::INFINITY;
        for _ in 0..3 {
            least = least.min(time(text.to_owned()).await);
        }
        least
    }
    let letters = least(&"字".repeat(COUNT)).await;
    for marks in [
        format!("a{}", "*".repeat(COUNT)),
        "a*".repeat(COUNT / 2),
        "*".repeat(COUNT),
    ] {
        let took = least(&marks).await;
        assert!(
            took < letters * 4.0 + 500.0,
            "{}…: {took} ms, of letters {letters} ms",
            &marks[..3]
        );
    }
}

/// What is drawn, without the comments by which places are found again.
const DRAWN: &str = r#"
const copy = root.querySelector(".prose").cloneNode(true), walk = document.createTreeWalker(copy, NodeFilter.SHOW_COMMENT), all = [];
while (walk.nextNode()) all.push(walk.currentNode);
for (const comment of all) comment.remove();
copy.normalize();
return copy.innerHTML;
"#;

#[wasm_bindgen_test]
async fn a_preview_that_follows_is_what_would_be_laid_out_anew() {
    let drawn = js("root", DRAWN);
    let of = |root: &web_sys::HtmlElement| drawn.call1(&JsValue::NULL, root).expect("it runs").as_string();
    let text = RwSignal::new(String::new());
    let (preview, anew) = (
        mount(move || view! { <Preview text/> }).await,
        mount(move || view! { <Prose text/> }).await,
    );
    let mut before = String::new();
    for input in inputs().into_iter().filter(|input| input.len() < 2_000) {
        // By itself, and behind what stood there before, which stays.
        for now in [input.clone(), format!("{before}\n\n{input}")] {
            text.set(now);
            leptos::task::tick().await;
            let start: String = input.chars().take(200).collect();
            assert_eq!(of(&preview.root), of(&anew.root), "{start}");
        }
        before = input;
    }
}

#[wasm_bindgen_test]
async fn only_the_paragraph_that_changes_is_drawn_anew() {
    let text = RwSignal::new(String::new());
    let page = mount(move || view! { <Preview text/> }).await;
    let seen = js(
        "root",
        "return [...root.querySelectorAll('.prose > *')].map((one) => { const old = one.seen === true; one.seen = true; \
           return (old ? '' : '*') + one.textContent; }).join(' ')",
    );
    for (now, shown) in [
        ("一\n\n二\n\n三", "*一 *二 *三"),
        ("一\n\n二二\n\n三", "一 *二二 三"),
        ("零\n\n一\n\n二二\n\n三", "*零 一 二二 三"),
        ("零\n\n二二\n\n三", "零 二二 三"),
        ("零\n\n二二\n\n二二\n\n三", "零 二二 *二二 三"),
        ("零\n\n二二\n\n三", "零 二二 三"),
        ("三\n\n二二\n\n零", "*三 *二二 *零"),
        ("", ""),
        ("三", "*三"),
    ] {
        text.set(now.into());
        leptos::task::tick().await;
        let said = seen.call1(&JsValue::NULL, &page.root).expect("it runs").as_string();
        assert_eq!(said.as_deref(), Some(shown), "{now}");
    }
}
