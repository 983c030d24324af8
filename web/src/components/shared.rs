//! What another program shared with the page: shown, and kept only when the person says so, because any link can bring some.

use leptos::prelude::*;
use luoxuan::record::{Phase, Privacy};
use luoxuan::text::excerpt;
use luoxuan::{Entry, Evidence, Index, RecordId};
use web_sys::File;

use super::evidence::take_below;
use super::notices::Notices;
use crate::browser::clock;
use crate::browser::pictures::BlobUrl;
use crate::browser::share::{self, Waiting};
use crate::components::editor::SendFile;
use crate::i18n::capture::PICTURE_BAD;
use crate::i18n::shared as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Book, View};

/// Files on their way to where they are looked into.
#[derive(Clone, Copy)]
pub struct Handed {
    copies: RwSignal<Vec<File>, LocalStorage>,
    /// A spreadsheet, of which a person has to say what kind of records it holds.
    sheet: RwSignal<Option<File>, LocalStorage>,
}

impl Handed {
    /// Provides the way to the page.
    pub fn provide() {
        provide_context(Self {
            copies: RwSignal::new_local(Vec::new()),
            sheet: RwSignal::new_local(None),
        });
    }

    /// What the spreadsheet on it is called, tracked.
    pub fn sheet_name(self) -> Option<String> {
        self.sheet.read().as_ref().map(File::name)
    }

    /// The spreadsheet on it: once.
    pub fn take_sheet(self) -> Option<File> {
        self.sheet.try_update(Option::take).flatten()
    }

    /// The copies on it, tracked: once.
    pub fn take(self) -> Vec<File> {
        self.copies.track();
        self.copies.try_update_untracked(std::mem::take).unwrap_or_default()
    }
}

/// What a shared file can become.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    /// A picture of an entry.
    Picture,
    /// A backup or a text to look into.
    Copy,
    /// Rows that become records.
    Sheet,
    /// Nothing here.
    None,
}

/// Whether a file is a spreadsheet, by its name.
pub fn is_sheet(name: &str) -> bool {
    let name = name.to_lowercase();
    [".xlsx", ".xls", ".csv"].iter().any(|end| name.ends_with(end))
}

fn use_of(file: &File) -> Use {
    let name = file.name().to_lowercase();
    if file.type_().starts_with("image/") {
        Use::Picture
    } else if [".zip", ".jsonl", ".md", ".markdown", ".txt"]
        .iter()
        .any(|end| name.ends_with(end))
    {
        Use::Copy
    } else if is_sheet(&name) {
        Use::Sheet
    } else {
        Use::None
    }
}

/// So many of the latest entries are offered to put it to.
const OFFERED: usize = 8;

fn latest(index: &Index) -> Vec<(RecordId, String)> {
    let key = |entry: &Entry| (entry.day(), entry.written.map(luoxuan::Timestamp::millis));
    let mut all: Vec<_> = index.of_kind::<Entry>().map(|(id, entry)| (key(entry), id)).collect();
    all.sort_unstable();
    let all = all.into_iter().rev().take(OFFERED);
    all.filter_map(|(_, id)| Some((id, excerpt(index.entry(id)?.opening(), 16))))
        .collect()
}

/// What came, and what was chosen.
#[derive(Clone, Copy)]
struct Came {
    words: RwSignal<Option<String>>,
    files: RwSignal<Vec<Waiting>, LocalStorage>,
    /// The entry it is put to; a new one if none is chosen.
    entry: RwSignal<Option<RecordId>>,
    notebook: Notebook,
    notices: Notices,
    locale: Locale,
}

impl Came {
    /// Takes the files of one use out of what is shown.
    fn take_files(self, wanted: Use) -> Vec<Waiting> {
        let taken = self.files.try_update(|files| {
            let (taken, rest) = std::mem::take(files)
                .into_iter()
                .partition(|waiting| use_of(&waiting.file) == wanted);
            *files = rest;
            taken
        });
        taken.unwrap_or_default()
    }

    fn has(self, wanted: Use) -> bool {
        self.files
            .with(|files| files.iter().any(|waiting| use_of(&waiting.file) == wanted))
    }

    fn take_words(self) -> Option<String> {
        share::settle();
        self.words.try_update(Option::take).flatten()
    }

    /// Keeps words and pictures; the entry they are of now.
    fn keep(self) -> RecordId {
        let (words, pictures) = (self.take_words(), self.take_files(Use::Picture));
        let now = clock::now();
        let (entry, spiral) = match self.entry.get_untracked() {
            Some(entry) => {
                let spiral = untrack(|| self.notebook.of_record(entry, |index| index.spiral_of(entry)));
                if let Some(text) = words {
                    self.notebook.add(&Evidence {
                        spiral,
                        entries: vec![entry],
                        on: Some(now.date()),
                        privacy: Privacy::Own,
                        text,
                        ..Evidence::default()
                    });
                }
                (entry, spiral)
            }
            None => {
                let none = || t::PICTURES.in_(self.locale.0.get_untracked()).to_owned();
                let entry = self.notebook.add(&Entry {
                    phase: Phase::Note,
                    happened_on: Some(now.date()),
                    written: Some(now),
                    body: words.unwrap_or_else(none),
                    ..Entry::default()
                });
                (entry, None)
            }
        };
        leptos::task::spawn_local(async move {
            for waiting in pictures {
                let below = (spiral, entry, Some(now.date()));
                let file = SendFile::new(waiting.file.clone());
                if !take_below(self.notebook, below, file).await {
                    self.notices.say(PICTURE_BAD.in_(self.locale.0.get_untracked()));
                }
                // Only now: a page that dies before offers it again.
                share::let_go(vec![waiting]).await;
            }
        });
        entry
    }

    fn leave(self) {
        self.take_words();
        let files = self.files.try_update(std::mem::take).unwrap_or_default();
        leptos::task::spawn_local(share::let_go(files));
    }

    /// Hands copies on to where they are looked into.
    fn hand_copies(self, to: Option<Handed>) {
        let copies = self.take_files(Use::Copy);
        if let Some(to) = to {
            to.copies
                .set(copies.iter().map(|waiting| waiting.file.clone()).collect());
        }
        leptos::task::spawn_local(share::let_go(copies));
    }

    /// Hands a spreadsheet on to its kind. One at a time: each may be of another kind.
    fn hand_sheet(self, to: Option<Handed>) {
        let mut sheets = self.take_files(Use::Sheet);
        let rest = sheets.split_off(sheets.len().min(1));
        self.files.update(|files| files.extend(rest));
        if let Some(to) = to {
            to.sheet.set(sheets.first().map(|waiting| waiting.file.clone()));
        }
        leptos::task::spawn_local(share::let_go(sheets));
    }

    /// The entries it can be put to.
    fn choice(self) -> impl IntoView {
        let (locale, notebook, entry) = (self.locale, self.notebook, self.entry);
        let all = Memo::new(move |_| notebook.of_all(latest));
        let chosen = move |event| entry.set(event_target_value(&event).parse().ok());
        view! {
            <Show when=move || !all.read().is_empty()>
                <label class="choice"><span>{locale.say(t::KEEP_IN)}</span>
                    <select on:change=chosen>
                        <option value="">{locale.say(t::NEW_ENTRY)}</option>
                        {move || all.get().into_iter().map(|(id, opening)| view! {
                            <option value=id.to_string()>{opening}</option>
                        }).collect_view()}
                    </select>
                </label>
            </Show>
        }
    }

    /// What came, to be seen.
    fn shown(self) -> impl IntoView {
        let locale = self.locale;
        let words = move || {
            self.words.get().map(|words| {
                let lines = words.lines().filter(|line| !line.trim().is_empty());
                let lines = lines.map(|line| view! { <p>{line.to_owned()}</p> });
                view! { <blockquote>{lines.collect_view()}</blockquote> }
            })
        };
        let files = move || {
            let file = |waiting: &Waiting| {
                let (name, file) = (waiting.file.name(), &waiting.file);
                match use_of(file) {
                    Use::Picture => picture(file, name).into_any(),
                    Use::Copy | Use::Sheet => view! { <li>{name}</li> }.into_any(),
                    Use::None => {
                        let words = move || fill(t::STRANGE.in_(locale.get()), &[("name", &name)]);
                        view! { <li class="soft">{words}</li> }.into_any()
                    }
                }
            };
            self.files.with(|files| {
                let all = files.iter().map(file).collect_view();
                (!files.is_empty()).then(|| view! { <ul class="plain pictures">{all}</ul> })
            })
        };
        view! { {words} {files} }
    }
}

fn picture(file: &File, name: String) -> impl IntoView {
    let url = BlobUrl::of(file);
    let address = url.as_ref().map(|url| url.address().to_owned());
    let url = StoredValue::new_local(url);
    on_cleanup(move || url.dispose());
    view! { <li><img src=address alt=name/></li> }
}

/// What came and what to do with it.
#[component]
pub fn Shared() -> impl IntoView {
    let locale = Locale::here();
    let own = untrack(|| Navigator::here().get().book) == Book::Own;
    let came = Came {
        words: RwSignal::new(share::came().filter(|_| own)),
        files: RwSignal::new_local(Vec::new()),
        entry: RwSignal::new(None),
        notebook: Notebook::here(),
        notices: Notices::here(),
        locale,
    };
    let refused = RwSignal::new(own && share::refused());
    if own {
        leptos::task::spawn_local(async move {
            // The person may have gone on to another journal.
            let _ = came.files.try_set(share::files().await);
        });
    }
    let some = move || came.words.with(Option::is_some) || came.files.with(|files| !files.is_empty()) || refused.get();
    view! {
        <Show when=some>
            <section class="banner" aria-label=locale.say(t::SHARED)>
                <p>{locale.say(t::SHARED)}</p>
                {came.shown()}
                <Show when=move || refused.get()><p>{locale.say(t::REFUSED)}</p></Show>
                {ways_on(came, refused)}
            </section>
        </Show>
    }
}

/// What can be made of what came, and leaving it.
fn ways_on(came: Came, refused: RwSignal<bool>) -> impl IntoView {
    let (locale, here, handed) = (came.locale, Navigator::here(), use_context::<Handed>());
    let keep = move |_| here.go(View::Entry(came.keep()));
    let look = move |_| {
        came.hand_copies(handed);
        here.go(View::Settings);
    };
    let rows = move |_| {
        came.hand_sheet(handed);
        here.go(View::Records(None));
    };
    let leave = move |_| {
        refused.set(false);
        came.leave();
    };
    let keeps = move || came.words.with(Option::is_some) || came.has(Use::Picture);
    let says = move || {
        if came.entry.get().is_some() {
            t::AS_EVIDENCE
        } else {
            t::KEEP
        }
        .in_(locale.get())
    };
    view! {
        <div class="row">
            <Show when=keeps>
                {came.choice()}
                <button type="button" on:click=keep>{says}</button>
            </Show>
            <Show when=move || came.has(Use::Copy)>
                <button type="button" on:click=look>{locale.say(t::LOOK)}</button>
            </Show>
            <Show when=move || came.has(Use::Sheet)>
                <button type="button" on:click=rows>{locale.say(t::ROWS)}</button>
            </Show>
            <button type="button" on:click=leave>{locale.say(t::LEAVE)}</button>
        </div>
    }
}
