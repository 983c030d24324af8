//! The page's ways from Markdown to the screen and from a query to its hits, as a module of their own, so that
//! `cargo xtask bench` can measure them beside others without the rest of the app.
#![cfg(target_arch = "wasm32")]

use std::cell::{Cell, RefCell};

use leptos::mount::mount_to;
use leptos::prelude::*;
use luoxuan::catalog::Language;
use luoxuan::text::Finder;
use luoxuan::text::markdown::parse;
use luoxuan::{Author, Content, DeviceId, Entry, Index, Journal, RecordId, Timestamp};
use luoxuan_web::components::prose::Prose;
use luoxuan_web::i18n::Locale;
use luoxuan_web::search::{FullText, SearchIndex};
use wasm_bindgen::prelude::*;

thread_local! {
    static TEXT: Cell<Option<RwSignal<String>>> = const { Cell::new(None) };
    static FULL_TEXT: RefCell<FullText> = RefCell::default();
}

/// Puts a text on the page that [`show`] changes.
#[wasm_bindgen]
pub fn begin(root: web_sys::HtmlElement) {
    let handle = mount_to(root, move || {
        provide_context(Locale(RwSignal::new(Language::ZhHans)));
        let text = RwSignal::new(String::new());
        TEXT.set(Some(text));
        view! { <Prose text/> }
    });
    handle.forget();
}

/// Shows another text, once what waits has been done.
#[wasm_bindgen]
pub fn show(text: String) {
    if let Some(shown) = TEXT.get() {
        shown.set(text);
    }
}

/// Reads a text into the closed list of what may be shown, and says how long the list is.
#[wasm_bindgen]
pub fn read(text: &str) -> usize {
    parse(text).nodes.len()
}

/// Makes these texts findable, and nothing else.
#[wasm_bindgen]
pub fn index(texts: Vec<String>) {
    let by = Author {
        device: DeviceId::from_bytes([1; 16]),
        now: Timestamp::new(0, 480),
    };
    let mut journal = Journal::new();
    for (number, body) in (0_u128..).zip(texts) {
        let entry = Entry {
            body,
            ..Entry::default()
        };
        journal.write(RecordId::from_bytes(number.to_be_bytes()), Content::of(&entry), by);
    }
    let (index, mut full_text) = (Index::of(&journal), FullText::default());
    let records: Vec<RecordId> = journal.records().map(|(record, _)| record).collect();
    for piece in records.chunks(100) {
        full_text.update(&index, &mut piece.iter().copied());
    }
    FULL_TEXT.set(full_text);
}

/// Looks for a query in them, and says in how many it is.
#[wasm_bindgen]
pub fn find(query: &str) -> usize {
    Finder::new(query).map_or(0, |finder| {
        FULL_TEXT.with_borrow(|full_text| full_text.scan(&finder).len())
    })
}
