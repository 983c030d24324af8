//! The textarea belongs to the person typing.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use luoxuan_web::components::editor::{Editor, SendFile};
use luoxuan_web::components::notices::{Notices, NoticesView};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlDocument, HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit};

use crate::bench::{Mounted, js, mount, wait_for};

#[derive(Clone, Default)]
struct Heard {
    texts: Arc<Mutex<Vec<String>>>,
    done: Arc<Mutex<u32>>,
}

impl Heard {
    fn last(&self) -> Option<String> {
        self.texts.lock().expect("one thread").last().cloned()
    }

    fn done(&self) -> u32 {
        *self.done.lock().expect("one thread")
    }
}

async fn editor(text: &str) -> (Mounted, Heard) {
    let (text, heard) = (text.to_owned(), Heard::default());
    let told = heard.clone();
    let mounted = mount(move || {
        view! {
            <Editor
                text=text
                on_input={let told = told.clone(); move |text: String| told.texts.lock().expect("one thread").push(text)}
                on_done=move |()| *told.done.lock().expect("one thread") += 1
                label=Signal::derive(|| "写下来".to_owned())
            />
        }
    })
    .await;
    mounted.area().focus().expect("it takes the focus");
    (mounted, heard)
}

fn caret(area: &HtmlTextAreaElement, at: u32) {
    area.set_selection_range(at, at).expect("there is such a place");
}

fn type_text(text: &str) {
    let document: HtmlDocument = document().dyn_into().expect("a document of HTML");
    let typed = document.exec_command_with_show_ui_and_value("insertText", false, text);
    assert_eq!(typed, Ok(true), "the page has the focus");
}

/// Presses a key; whether the page took it for itself.
fn press(area: &HtmlTextAreaElement, key: &str, set: impl FnOnce(&KeyboardEventInit)) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    set(&init);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    !area.dispatch_event(&event).expect("it is heard")
}

fn plain(_: &KeyboardEventInit) {}

#[wasm_bindgen_test]
async fn what_is_typed_is_heard_as_it_is() {
    let (page, heard) = editor("").await;
    for part in ["平均", "只写了96字。", "\n", "𠮷👩‍🏫 "] {
        type_text(part);
    }
    assert_eq!(page.area().value(), "平均只写了96字。\n𠮷👩‍🏫 ");
    assert_eq!(heard.last().as_deref(), Some("平均只写了96字。\n𠮷👩‍🏫 "));
    leptos::task::tick().await;
    assert_eq!(page.area().value(), "平均只写了96字。\n𠮷👩‍🏫 ", "nothing is tidied");
    let count: web_sys::HtmlElement = page.find(".count");
    wait_for("the count, when the keys pause", || {
        (count.text_content().as_deref() == Some("10 字")).then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_text_in_composition_is_left_alone_at_every_step() {
    let (page, heard) = editor("先写的").await;
    let area = page.area();
    let step = js(
        "area, type, text",
        "const before = area.value.slice(0, 3); area.value = before + text; area.setSelectionRange(3 + text.length, 3 + text.length); \
         if (type !== 'compositionupdate') area.dispatchEvent(new CompositionEvent(type, { data: text, bubbles: true })); \
         if (type === 'compositionupdate') { area.dispatchEvent(new CompositionEvent(type, { data: text, bubbles: true })); \
           area.dispatchEvent(new InputEvent('input', { data: text, inputType: 'insertCompositionText', isComposing: true, bubbles: true })); }",
    );
    let step = |kind: &str, text: &str| {
        step.call3(&JsValue::NULL, &area, &kind.into(), &text.into())
            .expect("it runs");
    };
    step("compositionstart", "");
    for text in ["k", "kan", "kan'dao", "看到"] {
        step("compositionupdate", text);
        assert_eq!(area.value(), format!("先写的{text}"));
        leptos::task::tick().await;
        assert_eq!(area.value(), format!("先写的{text}"));
        assert_eq!(
            area.selection_end(),
            Ok(Some(3 + u32::try_from(text.encode_utf16().count()).expect("small")))
        );
    }
    step("compositionend", "看到");
    assert_eq!(heard.last().as_deref(), Some("先写的看到"));
    assert_eq!(area.value(), "先写的看到");
}

#[wasm_bindgen_test]
async fn keys_of_an_input_method_do_nothing_here() {
    let (page, heard) = editor("- 看到").await;
    let area = page.area();
    caret(&area, 4);
    for command in [false, true] {
        assert!(!press(&area, "Enter", |init| {
            init.set_is_composing(true);
            init.set_ctrl_key(command);
        }));
        assert!(!press(&area, "Enter", |init| {
            init.set_key_code(229);
            init.set_ctrl_key(command);
        }));
    }
    assert!(!press(&area, "b", |init| {
        init.set_is_composing(true);
        init.set_ctrl_key(true);
    }));
    assert_eq!((area.value().as_str(), heard.done()), ("- 看到", 0));
}

#[wasm_bindgen_test]
async fn enter_continues_a_list_and_ends_it_on_an_empty_item() {
    let (page, heard) = editor("- 看到").await;
    let area = page.area();
    caret(&area, 4);
    assert!(press(&area, "Enter", plain));
    assert_eq!(area.value(), "- 看到\n- ");
    assert_eq!(heard.last().as_deref(), Some("- 看到\n- "), "as if it were typed");
    assert!(press(&area, "Enter", plain));
    assert_eq!(area.value(), "- 看到\n");
    assert!(
        !press(&area, "Enter", plain),
        "an ordinary line leaves the key to the browser"
    );
    caret(&area, 2);
    assert!(
        !press(&area, "Enter", |init| init.set_shift_key(true)),
        "Shift Enter is the person's own"
    );
}

#[wasm_bindgen_test]
async fn control_enter_says_done_once_and_bold_is_one_key() {
    let (page, heard) = editor("重点").await;
    let area = page.area();
    assert!(press(&area, "Enter", |init| init.set_ctrl_key(true)));
    assert!(press(&area, "Enter", |init| init.set_meta_key(true)));
    assert_eq!((heard.done(), area.value().as_str()), (2, "重点"));
    area.set_selection_range(0, 2).expect("there is such a place");
    assert!(press(&area, "b", |init| init.set_ctrl_key(true)));
    assert_eq!(area.value(), "**重点**");
    assert_eq!(
        (area.selection_start(), area.selection_end()),
        (Ok(Some(2)), Ok(Some(4)))
    );
}

#[wasm_bindgen_test]
async fn a_focused_text_is_never_written_from_outside() {
    let (page, _) = editor("一").await;
    let area = page.area();
    type_text("二");
    caret(&area, 1);
    let watch = js(
        "area",
        "const own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value'); area.written = 0; \
         Object.defineProperty(area, 'value', { get() { return own.get.call(this); }, set(text) { this.written += 1; own.set.call(this, text); }, configurable: true })",
    );
    watch.call1(&JsValue::NULL, &area).expect("it runs");
    for text in ["三", "四"] {
        type_text(text);
        leptos::task::tick().await;
    }
    let button: web_sys::HtmlElement = page.find("button[aria-pressed]");
    button.click();
    area.focus().expect("it takes the focus");
    type_text("五");
    leptos::task::tick().await;
    let written = js_sys::Reflect::get(&area, &"written".into()).expect("a number");
    assert_eq!(written.as_f64(), Some(0.0));
    assert_eq!(area.value(), "一三四五二");
    // What lays it out is fetched when it is first wanted.
    wait_for("the preview, following", || {
        let preview = page.root.query_selector(".preview").ok().flatten()?;
        (preview.text_content()? == "一三四五二").then_some(())
    })
    .await;
}

/// Pastes HTML, rich text beside it and so many picture files.
const PASTE: &str = r#"
const data = new DataTransfer();
data.setData("text/html", html);
data.setData("text/plain", "字");
if (rtf) data.setData("text/rtf", rtf);
for (let n = 0; n < files; n += 1) data.items.add(new File(["x"], `${n}.png`, { type: "image/png" }));
area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
"#;

#[wasm_bindgen_test]
async fn what_is_pasted_brings_its_pictures_or_says_how_many_stayed_behind() {
    let paste = js("area, html, rtf, files", PASTE);
    let rtf = r"{\rtf1{\pict\pngblip 89504e47}}";
    for (html, rtf, files, taken, said, text) in [
        ("<p>看<b>图</b><img src='file:///a.png'></p>", "", 1, 1, "", "看**图**"),
        ("<p>看<b>图</b><img src='file:///a.png'></p>", rtf, 0, 1, "", "看**图**"),
        ("<img src='https://example.org/a.png'>", "", 1, 1, "", "字"),
        (
            "<p>看<b>图</b><img src='a.png'><img src='b.png'></p>",
            "",
            0,
            0,
            "2",
            "看**图**",
        ),
        // One that shows the whole of what was copied, as spreadsheets give it.
        (
            "<table><tr><td>一</td><td>二</td></tr></table>",
            "",
            1,
            0,
            "",
            "| 一 | 二 |\n| --- | --- |",
        ),
        (
            "<p>看<b>图</b><img src='a.png'><img src='b.png'></p>",
            rtf,
            1,
            1,
            "1",
            "看**图**",
        ),
    ] {
        let came = Arc::new(Mutex::new(0));
        let counted = came.clone();
        let page = mount(move || {
            let notices = Notices::provide();
            let on_picture = Callback::new(move |_: SendFile| *counted.lock().expect("one thread") += 1);
            view! {
                <Editor text=String::new() on_input=|_: String| () on_done=|()| () on_picture label=Signal::derive(|| "写".to_owned())/>
                <NoticesView notices/>
            }
        })
        .await;
        let area = page.area();
        area.focus().expect("it takes the focus");
        let arguments = js_sys::Array::of4(&area, &html.into(), &rtf.into(), &files.into());
        paste.apply(&JsValue::NULL, &arguments).expect("it runs");
        wait_for(&format!("the text of {html}"), || (area.value() == text).then_some(())).await;
        assert_eq!(*came.lock().expect("one thread"), taken, "{html}");
        let notice: web_sys::Element = page.find(".notices");
        let told = wait_for("the notice", || {
            let told = notice.text_content().unwrap_or_default();
            (told.is_empty() == said.is_empty()).then_some(told)
        })
        .await;
        assert!(told.contains(said), "{html}: {told}");
    }
}
