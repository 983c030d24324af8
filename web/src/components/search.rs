//! Ctrl K: find anything written, or go somewhere.

use leptos::html::{Dialog, Input};
use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::{Labelled, Language};
use luoxuan::kind::Kinds;
use luoxuan::text::{Finder, fold};
use web_sys::KeyboardEvent;

use super::editor::composing;
use crate::browser::clock;
use crate::i18n::common as c;
use crate::i18n::find as f;
use crate::i18n::{Locale, fill};
use crate::item::kinds;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{KindName, View};
use crate::search::{Kind, SearchHit};

/// As many as a screen or two; the rest on request.
const SHOWN: usize = 40;

/// Opens the dialog from anywhere on the page.
#[derive(Clone, Copy)]
pub struct SearchState {
    dialog: NodeRef<Dialog>,
    /// Whether it is open, told by who opens it: a dialog says so by itself (`toggle`) only in newer browsers.
    open: RwSignal<bool>,
}

impl SearchState {
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
    Hit(SearchHit, View),
}

/// What is looked for, and what was found.
#[derive(Clone, Copy)]
struct Search {
    finding: SearchState,
    locale: Locale,
    here: Navigator,
    notebook: Notebook,
    query: RwSignal<String>,
    finder: Memo<Option<Finder>>,
    hits: Memo<Vec<RecordId>>,
    /// How many hits are shown.
    shown: RwSignal<usize>,
    lines: Memo<Vec<Line>>,
    /// The line that Enter takes.
    chosen: RwSignal<usize>,
}

impl Search {
    fn begin() -> Self {
        let (finding, locale, notebook) = (SearchState::here(), Locale::here(), Notebook::here());
        let (query, shown) = (RwSignal::new(String::new()), RwSignal::new(SHOWN));
        let finder = Memo::new(move |_| Finder::new(&query.read()));
        let hits = Memo::new(move |_| match finder.get() {
            Some(finder) if finding.open.get() => notebook.find(&finder),
            _ => Vec::new(),
        });
        let lines = Memo::new(move |_| {
            let mut lines = places(&fold(query.read().trim()), notebook, locale.get());
            if let Some(finder) = finder.get() {
                let found = hits.with(|hits| notebook.show_found(hits.iter().take(shown.get()).copied(), &finder));
                lines.extend(found.into_iter().map(|(found, view)| Line::Hit(found, view)));
            }
            lines
        });
        Self {
            finding,
            locale,
            here: Navigator::here(),
            notebook,
            query,
            finder,
            hits,
            shown,
            lines,
            chosen: RwSignal::new(0),
        }
    }

    fn look_for(self, query: String) {
        self.query.set(query);
        self.chosen.set(0);
        self.shown.set(SHOWN);
    }

    fn go(self, view: View) {
        self.finding.close();
        match view {
            View::Records(Some(_)) => self.here.go_and_write(view),
            _ => self.here.go(view),
        }
    }

    fn key(self, event: &KeyboardEvent) {
        if composing(event) {
            return;
        }
        let count = self.lines.read_untracked().len();
        match event.key().as_str() {
            "ArrowDown" => self.chosen.update(|at| *at = (*at + 1).min(count.saturating_sub(1))),
            "ArrowUp" => self.chosen.update(|at| *at = at.saturating_sub(1)),
            // A search field would empty itself first and ask for a second press.
            "Escape" => self.finding.close(),
            "Enter" => {
                let chosen = self.chosen.get_untracked();
                match self.lines.with_untracked(|lines| lines.get(chosen).cloned()) {
                    Some(Line::Place(view, _) | Line::Hit(_, view)) => self.go(view),
                    None => return,
                }
            }
            _ => return,
        }
        event.prevent_default();
    }

    /// How many were found.
    fn said(self) -> String {
        let language = self.locale.get();
        let name = self.query.read().trim().to_owned();
        match (self.finder.read().is_some(), self.hits.read().len()) {
            (false, _) => String::new(),
            (true, 0) => fill(f::NONE.in_(language), &[("name", &name)]),
            (true, n) => fill(f::COUNT.in_(language), &[("n", &n)]),
        }
    }

    fn row(self, number: usize, line: Line) -> AnyView {
        let selected = move || (self.chosen.get() == number).to_string();
        let (view, inside) = match line {
            Line::Place(view, name) => {
                let go = self.locale.say(f::GO);
                (view, view! { <span class="soft">{go} " "</span> {name} }.into_any())
            }
            Line::Hit(found, view) => (view, hit(found, self.notebook, self.locale)),
        };
        view! {
            <li id=format!("hit-{number}") role="option" aria-selected=selected on:click=move |_| self.go(view)>
                {inside}
            </li>
        }
        .into_any()
    }

    /// The way to the hits that are not shown yet.
    fn more(self) -> AnyView {
        let Self {
            locale, hits, shown, ..
        } = self;
        let left = move || hits.read().len().saturating_sub(shown.get());
        view! {
            <Show when=move || { left() > 0 }>
                <button type="button" on:click=move |_| shown.update(|shown| *shown += SHOWN)>
                    {move || fill(f::MORE.in_(locale.get()), &[("n", &left().min(SHOWN))])}
                </button>
            </Show>
        }
        .into_any()
    }
}

/// The places whose names hold what is asked, those of the kinds of records among them: what goes on around the spirals is
/// written down from anywhere by its name, Enter, and the cursor is there.
fn places(asked: &str, notebook: Notebook, language: Language) -> Vec<Line> {
    let places = [
        (View::Today, c::TODAY),
        (View::Spirals, c::SPIRALS),
        (View::Texts(None), c::TEXTS),
        (View::Records(None), c::RECORDS),
        (View::Settings, c::SETTINGS),
        (View::Trash, c::TRASH),
    ];
    let places = places.map(|(view, words)| (view, words.in_(language).to_owned()));
    let all = if asked.is_empty() {
        Kinds::default()
    } else {
        kinds(notebook)
    };
    let kinds = all.iter().map(|kind| {
        (
            View::Records(KindName::new(&kind.name)),
            kind.label(language).to_owned(),
        )
    });
    let named = places.into_iter().chain(kinds);
    let named = named.filter(|(_, name)| fold(name).contains(asked));
    named.map(|(view, name)| Line::Place(view, name)).collect()
}

/// The dialog.
#[component]
pub fn SearchDialog() -> impl IntoView {
    let search = Search::begin();
    let Search {
        finding,
        locale,
        notebook,
        lines,
        chosen,
        ..
    } = search;
    let input = NodeRef::<Input>::new();
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
    let active = move || (chosen.get() < lines.read().len()).then(|| format!("hit-{}", chosen.get()));
    let rows = move || {
        let all = lines.get().into_iter().enumerate();
        all.map(|(number, line)| search.row(number, line)).collect_view()
    };
    view! {
        <dialog class="find" node_ref=finding.dialog aria-label=locale.say(f::TITLE)
            on:close=move |_| {
                // It may have been opened again before it could say so.
                open.set(finding.dialog.get_untracked().is_some_and(|dialog| dialog.open()));
            }>
            <input type="search" node_ref=input autocomplete="off" spellcheck="false" role="combobox" aria-expanded="true"
                aria-controls="hits" aria-activedescendant=active
                aria-label=locale.say(f::BOX) placeholder=locale.say(f::BOX)
                on:input=move |event| search.look_for(event_target_value(&event))
                on:keydown=move |event| search.key(&event)/>
            <p class="soft" role="status">{move || search.said()}</p>
            <Show when=move || notebook.loading() || !notebook.can_find()><p class="soft">{locale.say(f::READING)}</p></Show>
            <ul class="hits" id="hits" role="listbox" aria-label=locale.say(f::TITLE)>{rows}</ul>
            {search.more()}
        </dialog>
    }
}

/// A hit in its sentence, with what it is and when.
fn hit(found: SearchHit, notebook: Notebook, locale: Locale) -> AnyView {
    let SearchHit {
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
