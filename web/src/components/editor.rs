//! The textarea that grows. It belongs to the person typing: nothing is written into it from outside
//! while it has the focus, and nothing reacts to keys an input method is using.

use leptos::ev;
use leptos::html::Textarea;
use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::text::count;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DragEvent, File, FileList, HtmlDocument, HtmlElement, HtmlTextAreaElement, KeyboardEvent,
};

use super::growing::grow;
use super::paused::paused;
use super::{paste, prose};
use crate::components::notices::Notices;
use crate::components::paste::Came;
use crate::i18n::editor as e;
use crate::i18n::{Locale, fill};
use crate::later::fetched;
use crate::markdown_edit::{self, Edit, Formatting};

/// Whether an input method is using this key. Safari ends a composition before its last key.
pub fn composing(event: &KeyboardEvent) -> bool {
    event.is_composing() || event.key_code() == 229
}

/// Whether this key says that the person is done: Control Enter, or ⌘ Enter, in any field around a box to write in; the
/// box itself has heard its own. The field is left then, because it tells what it holds when it is left.
pub fn finishes(event: &KeyboardEvent) -> bool {
    let key = event.key() == "Enter" && (event.ctrl_key() || event.meta_key());
    let finishes = key && !event.default_prevented() && !composing(event);
    if finishes {
        event.prevent_default();
        leave_field();
    }
    finishes
}

/// Takes the keyboard out of the field it is in.
pub fn leave_field() {
    let field = document().active_element();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        let _ = field.blur();
    }
}

/// Puts an edit into the textarea as if it were typed, so that the browser's own undo takes it back.
fn type_in(area: &HtmlTextAreaElement, edit: &Edit) {
    let _ = area.focus();
    let _ = area.set_selection_range(edit.from, edit.to);
    let typed = document().dyn_into::<HtmlDocument>().ok().and_then(|document| {
        if edit.text.is_empty() {
            document.exec_command("delete").ok()
        } else {
            document
                .exec_command_with_show_ui_and_value("insertText", false, &edit.text)
                .ok()
        }
    });
    if typed != Some(true)
        && area
            .set_range_text_with_start_and_end(&edit.text, edit.from, edit.to)
            .is_ok()
    {
        // Without the browser's command there is no input event either.
        if let Ok(event) = web_sys::Event::new("input") {
            let _ = area.dispatch_event(&event);
        }
    }
    let _ = area.set_selection_range(edit.select.0, edit.select.1);
}

fn selection(area: &HtmlTextAreaElement) -> (u32, u32) {
    let end = area.selection_end().ok().flatten().unwrap_or_default();
    (area.selection_start().ok().flatten().unwrap_or(end), end)
}

/// Puts a text in place of what is selected, and the cursor behind it.
fn type_over(area: &HtmlTextAreaElement, text: String) {
    let (from, to) = selection(area);
    let caret = from + u32::try_from(text.encode_utf16().count()).unwrap_or_default();
    let select = (caret, caret);
    type_in(area, &Edit { from, to, text, select });
}

/// The pictures among some files.
pub fn pictures(files: Option<&FileList>) -> Vec<File> {
    (0..files.map_or(0, FileList::length))
        .filter_map(|index| files?.item(index))
        .filter(|file| file.type_().starts_with("image/"))
        .collect()
}

/// A Markdown text being written.
#[component]
pub fn Editor(
    /// What it says when it opens; the textarea owns the text after that. Where this changes, another text begins: a new
    /// textarea takes the place of the old one, whose undo goes with it.
    #[prop(into)]
    text: Signal<String>,
    /// Called with the whole text on every input.
    #[prop(into)]
    on_input: Callback<String>,
    /// Called on Ctrl Enter.
    #[prop(into)]
    on_done: Callback<()>,
    /// Called with a picture that was pasted, dropped or picked.
    #[prop(optional, into)]
    on_picture: Option<Callback<SendFile>>,
    /// The accessible name.
    #[prop(into)]
    label: Signal<String>,
    /// The sentence shown while it is empty.
    #[prop(optional, into)]
    placeholder: Signal<String>,
    /// Whether the cursor waits in each text that begins.
    #[prop(optional, into)]
    autofocus: Signal<bool>,
    /// Whether to show the toolbar; without it the field is a plain small box.
    #[prop(default = true)]
    tools: bool,
    /// The element's id, for labels and links.
    #[prop(optional, into)]
    id: Option<String>,
    /// The element, for those who empty it.
    #[prop(optional)]
    area: NodeRef<Textarea>,
) -> impl IntoView {
    let context = EditorContext {
        area,
        written: RwSignal::new(String::new()),
        preview: RwSignal::new(false),
        on_done,
        on_picture,
        tools,
        locale: Locale::here(),
        notices: use_context::<Notices>(),
    };
    let input = context.input(on_input);
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            area.set_value(&text.get_untracked());
            grow(&area);
            if autofocus.get_untracked() {
                let _ = area.focus();
            }
        }
    });
    let field = move || {
        context.begin(text.get());
        let id = id.clone();
        // A function, so that the element is another one.
        let made = move || {
            let made = view! {
                <textarea
                    node_ref=area
                    id=id.clone()
                    rows="1"
                    spellcheck="false"
                    aria-label=move || label.get()
                    placeholder=move || placeholder.get()
                    on:input=move |_| input()
                    on:keydown=move |event| context.key(&event)
                    on:paste=move |event| context.paste(&event)
                    on:drop=move |event| context.drop(&event)
                ></textarea>
            };
            made.into_any()
        };
        made.into_any()
    };
    view! {
        <div class="editor">
            {field}
            {tools.then(|| context.toolbar())}
            <Show when=move || tools && context.preview.get()>
                {fetched(prose::preview(context.written))}
            </Show>
        </div>
    }
}

/// What the parts of an editor share.
#[derive(Clone, Copy)]
struct EditorContext {
    area: NodeRef<Textarea>,
    /// The text, a little behind the keys.
    written: RwSignal<String>,
    preview: RwSignal<bool>,
    on_done: Callback<()>,
    on_picture: Option<Callback<SendFile>>,
    tools: bool,
    locale: Locale,
    notices: Option<Notices>,
}

impl EditorContext {
    /// Another text begins.
    fn begin(self, text: String) {
        self.written.set(text);
        self.preview.set(false);
    }

    /// What is done at every input.
    fn input(self, on_input: Callback<String>) -> impl Fn() + Copy {
        let show = paused(move || {
            if let Some(area) = self.area.try_get_untracked().flatten() {
                self.written.set(area.value());
            }
        });
        move || {
            if let Some(area) = self.area.get_untracked() {
                grow(&area);
                on_input.run(area.value());
                show();
            }
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if composing(event) {
            return;
        }
        let Some(area) = self.area.get_untracked() else { return };
        let command = event.ctrl_key() || event.meta_key();
        if event.key() == "Enter" && command {
            event.prevent_default();
            self.on_done.run(());
        } else if event.key() == "Enter" && !event.shift_key() && !event.alt_key() {
            let (from, to) = selection(&area);
            if let Some(edit) = (from == to)
                .then(|| markdown_edit::enter(&area.value(), from))
                .flatten()
            {
                event.prevent_default();
                type_in(&area, &edit);
            }
        } else if command && event.key().eq_ignore_ascii_case("b") && self.tools {
            event.prevent_default();
            self.press(Formatting::Bold);
        }
    }

    /// Takes pictures, if there are any and it may.
    fn take(self, files: Vec<File>) -> bool {
        let Some(on_picture) = self.on_picture.filter(|_| !files.is_empty()) else {
            return false;
        };
        for file in files {
            on_picture.run(SendFile::new(file));
        }
        true
    }

    fn drop(self, event: &DragEvent) {
        if self.take(pictures(event.data_transfer().and_then(|data| data.files()).as_ref())) {
            event.prevent_default();
        }
    }

    fn paste(self, event: &ClipboardEvent) {
        let (Some(area), Some(data)) = (self.area.get_untracked(), event.clipboard_data()) else {
            return;
        };
        let html = data.get_data("text/html").unwrap_or_default();
        if html.is_empty() {
            if self.take(pictures(data.files().as_ref())) {
                event.prevent_default();
            }
            return;
        }
        event.prevent_default();
        let plain = data.get_data("text/plain").unwrap_or_default();
        let came = Came {
            // It holds every picture in full.
            rtf: html
                .contains("<img")
                .then(|| data.get_data("text/rtf").ok())
                .flatten()
                .unwrap_or_default(),
            files: pictures(data.files().as_ref()).into_iter().map(SendFile::new).collect(),
            html,
            to: self.on_picture,
            notices: self.notices,
            locale: self.locale,
        };
        leptos::task::spawn_local(async move {
            // Without structure, or without the module that reads it, the words themselves.
            let text = paste::markdown(came).await.unwrap_or(plain);
            // Empty where there was nothing but pictures.
            if !text.is_empty() {
                type_over(&area, text);
            }
        });
    }

    fn press(self, mark: Formatting) {
        let Some(area) = self.area.get_untracked() else { return };
        let (from, to) = selection(&area);
        let table = e::NEW_TABLE.in_(self.locale.0.get_untracked());
        type_in(&area, &markdown_edit::mark(&area.value(), from, to, mark, table));
    }

    fn tool(self, mark: Formatting, words: Words) -> impl IntoView {
        view! { <button type="button" class="tool" on:click=move |_| self.press(mark)>{self.locale.say(words)}</button> }
    }

    fn picker(self) -> impl IntoView {
        let picked = move |event: ev::Event| {
            let picker: web_sys::HtmlInputElement = event_target(&event);
            self.take(pictures(picker.files().as_ref()));
            picker.set_value("");
        };
        view! {
            <label class="tool">
                {self.locale.say(e::PICTURE)}
                <input type="file" class="hidden" accept="image/*" multiple on:change=picked/>
            </label>
        }
    }

    fn toolbar(self) -> impl IntoView {
        let Self {
            locale,
            written,
            preview,
            ..
        } = self;
        view! {
            <div class="tools" role="toolbar" aria-label=locale.say(e::TOOLBAR)>
                {self.tool(Formatting::Bold, e::BOLD)}
                {self.tool(Formatting::Heading, e::HEADING)}
                {self.tool(Formatting::List, e::LIST)}
                {self.tool(Formatting::Table, e::TABLE)}
                {self.tool(Formatting::Quote, e::QUOTE)}
                {self.on_picture.map(|_| self.picker())}
                <button type="button" class="tool" aria-pressed=move || preview.get().to_string()
                    on:click=move |_| preview.update(|shown| *shown = !*shown)>{locale.say(e::PREVIEW)}</button>
                <span class="soft count">{move || fill(e::COUNT.in_(locale.get()), &[("n", &count(&written.read()).words)])}</span>
            </div>
        }
    }
}

/// A file on its way through a callback, which asks for `Send`; it never leaves this thread.
pub type SendFile = send_wrapper::SendWrapper<File>;
