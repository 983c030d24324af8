//! Ctrl K: find anything written, or go somewhere.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::kind::Kinds;
use luoxuan::text::{Finder, fold};
use web_sys::KeyboardEvent;

use super::editor::composing;
use crate::browser::clock;
use crate::finding::{Found, Kind};
use crate::here::Here;
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::i18n::{Locale, fill};
use crate::item::kinds;
use crate::notebook::Notebook;
use crate::place::{KindName, View};

/// As many as a screen or two; the rest on request.
const SHOWN: usize = 40;

/// Opens the dialog from anywhere on the page.
#[derive(Clone, Copy)]
pub struct Finding {
    dialog: NodeRef<Dialog>,
    /// Whether it is open, told by who opens it: a dialog says so by itself (`toggle`) only in newer browsers.
    open: RwSignal<bool>,
}

impl Finding {
    /// Provides it to the page.
    pub fn provide() {
        provide_context(Self {
            dialog: NodeRef::new(),
            open: RwSignal::new(false),
        });
    }

    /// The one of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// Opens the dialog.
    pub fn open(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            // One that is open already stays open.
            let _ = dialog.show_modal();
            self.open.set(true);
        }
    }

    fn close(self) {
        if let Some(dialog) = self.dialog.get_untracked() {
            dialog.close();
        }
    }
}

/// One line of the list: where it leads.
#[derive(Clone, PartialEq)]
enum Line {
    Place(View, String),
    Hit(Found, View),
}

/// The dialog.
#[component]
pub fn Find() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
    let finding = Finding::here();
    let input = NodeRef::<Input>::new();
    let query = RwSignal::new(String::new());
    let shown = RwSignal::new(SHOWN);
    let chosen = RwSignal::new(0_usize);
    // Nothing is folded, and no key scans anything, before the dialog is first used.
    let open = finding.open;
    Effect::new(move |_| {
        if open.get() {
            notebook.begin_finding();
            if let Some(input) = input.get_untracked() {
                let _ = input.focus();
                input.select();
            }
        }
    });

    let listen = window_event_listener(leptos::ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && event.key().eq_ignore_ascii_case("k") && !composing(&event) {
            event.prevent_default();
            finding.open();
        }
    });
    on_cleanup(move || listen.remove());

    let finder = Memo::new(move |_| Finder::new(&query.read()));
    let hits = Memo::new(move |_| match finder.get() {
        Some(finder) if open.get() => notebook.find(&finder),
        _ => Vec::new(),
    });
    let lines = Memo::new(move |_| {
        let asked = fold(query.read().trim());
        let places = [
            (View::Today, c::TODAY),
            (View::Spirals, c::SPIRALS),
            (View::Texts(None), c::TEXTS),
            (View::Records(None), c::RECORDS),
            (View::Settings, c::SETTINGS),
            (View::Trash, c::TRASH),
        ];
        let places = places.map(|(view, words)| (view, words.in_(locale.get()).to_owned()));
        // What goes on around the spirals is written down from anywhere: its name, Enter, and the cursor is there.
        let all = if asked.is_empty() {
            Kinds::default()
        } else {
            kinds(notebook)
        };
        let kinds = all.iter().map(|kind| {
            (
                View::Records(KindName::new(&kind.name)),
                kind.label(locale.get()).to_owned(),
            )
        });
        let mut lines: Vec<Line> = places
            .into_iter()
            .chain(kinds)
            .filter(|(_, name)| fold(name).contains(&asked))
            .map(|(view, name)| Line::Place(view, name))
            .collect();
        if let Some(finder) = finder.get() {
            let found = hits.with(|hits| notebook.show_found(hits.iter().take(shown.get()).copied(), &finder));
            lines.extend(found.into_iter().map(|(found, view)| Line::Hit(found, view)));
        }
        lines
    });
    let go = move |view: View| {
        finding.close();
        match view {
            View::Records(Some(_)) => here.go_and_write(view),
            _ => here.go(view),
        }
    };
    let key = move |event: KeyboardEvent| {
        if composing(&event) {
            return;
        }
        let count = lines.read_untracked().len();
        match event.key().as_str() {
            "ArrowDown" => chosen.update(|at| *at = (*at + 1).min(count.saturating_sub(1))),
            "ArrowUp" => chosen.update(|at| *at = at.saturating_sub(1)),
            // A search field would empty itself first and ask for a second press.
            "Escape" => finding.close(),
            "Enter" => {
                let line = lines.with_untracked(|lines| lines.get(chosen.get_untracked()).cloned());
                match line {
                    Some(Line::Place(view, _) | Line::Hit(_, view)) => go(view),
                    None => return,
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let said = move || {
        let language = locale.get();
        let name = query.read().trim().to_owned();
        match (finder.read().is_some(), hits.read().len()) {
            (false, _) => String::new(),
            (true, 0) => fill(f::NONE.in_(language), &[("name", &name)]),
            (true, n) => fill(f::COUNT.in_(language), &[("n", &n)]),
        }
    };
    let row = move |(number, line): (usize, Line)| {
        let selected = move || chosen.get() == number;
        let (view, inside) = match line {
            Line::Place(view, name) => (
                view,
                view! { <span class="soft">{locale.say(f::GO)} " "</span> {name} }.into_any(),
            ),
            Line::Hit(found, view) => (view, hit(found, notebook, locale)),
        };
        view! {
            <li id=format!("hit-{number}") role="option" aria-selected=move || selected().to_string() on:click=move |_| go(view)>
                {inside}
            </li>
        }
    };
    view! {
        <dialog class="find" node_ref=finding.dialog aria-label=locale.say(f::TITLE)
            on:close=move |_| {
                // It may have been opened again before it could say so.
                open.set(finding.dialog.get_untracked().is_some_and(|dialog| dialog.open()));
            }>
            <input type="search" node_ref=input autocomplete="off" spellcheck="false" role="combobox" aria-expanded="true"
                aria-controls="hits" aria-activedescendant=move || (chosen.get() < lines.read().len()).then(|| format!("hit-{}", chosen.get()))
                aria-label=locale.say(f::BOX) placeholder=locale.say(f::BOX)
                on:input=move |event| {
                    query.set(event_target_value(&event));
                    chosen.set(0);
                    shown.set(SHOWN);
                }
                on:keydown=key/>
            <p class="soft" role="status">{said}</p>
            <Show when=move || notebook.loading() || !notebook.can_find()><p class="soft">{locale.say(f::READING)}</p></Show>
            <ul class="hits" id="hits" role="listbox" aria-label=locale.say(f::TITLE)>
                {move || lines.get().into_iter().enumerate().map(row).collect_view()}
            </ul>
            <Show when=move || { hits.read().len() > shown.get() }>
                <button type="button" on:click=move |_| shown.update(|shown| *shown += SHOWN)>
                    {move || fill(f::MORE.in_(locale.get()), &[("n", &(hits.read().len() - shown.get().min(hits.read().len())).min(SHOWN))])}
                </button>
            </Show>
        </dialog>
    }
}

/// A hit in its sentence, with what it is and when.
fn hit(found: Found, notebook: Notebook, locale: Locale) -> AnyView {
    let Found {
        record,
        kind,
        before,
        hit,
        after,
    } = found;
    let head = move || {
        let language = locale.get();
        untrack(|| {
            notebook.of_record(record, |index| match kind {
                Kind::Entry => index.entry(record).map(|entry| {
                    let day = entry
                        .day()
                        .map(|day| clock::day_text(day, language))
                        .unwrap_or_default();
                    format!("{} {day}", entry.phase.label().in_(language))
                }),
                Kind::Spiral => Some(f::SPIRAL.in_(language).to_owned()),
                Kind::Document => Some(f::TEXT.in_(language).to_owned()),
                Kind::Survey => Some(f::SURVEY.in_(language).to_owned()),
                Kind::Record => index.head(record).map(|head| {
                    let kinds = Kinds::of(index);
                    let kind = kinds.of_content(head.content());
                    kind.map_or_else(
                        || head.content().kind().into_owned(),
                        |kind| kind.label(language).to_owned(),
                    )
                }),
                Kind::Evidence | Kind::Measure => Some(f::EVIDENCE.in_(language).to_owned()),
            })
        })
    };
    view! { <span class="soft">{head}</span> " " <span>{before}<mark>{hit}</mark>{after}</span> }.into_any()
}
