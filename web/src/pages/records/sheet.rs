//! A spreadsheet taken in as records: what each column becomes is proposed, corrected, and taken with one press.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::{Column, Columns, columns, take};
use luoxuan::record::{FieldSort, Kind};
use luoxuan::survey::sheet::Grid;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ClipboardEvent, DragEvent, HtmlInputElement};

use crate::browser::worker::{Job, WorkerError};
use crate::components::notices::Notices;
use crate::components::shared::{Handed, is_sheet};
use crate::i18n::records as t;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;
use crate::protocol::{Answer, Question};

/// So many rows are shown before they are taken, and so many places that need a look are named.
const SHOWN: usize = 5;

/// The words of the choices that are no field.
const NOTE: &str = "-note";
const LEFT: &str = "-left";

/// A sheet that was read, and what becomes of its columns.
#[derive(Clone, PartialEq)]
struct Sheet {
    grid: Arc<Grid>,
    columns: Columns,
}

/// The cells of a file or of pasted text, by the worker.
async fn cells(from: JsValue, locale: Locale) -> Result<Grid, String> {
    let language = locale.0.get_untracked();
    let said = |why| match why {
        WorkerError::Failed => v::SHEET_NO_WORKER.in_(language).to_owned(),
        WorkerError::Stopped | WorkerError::NotWritten(_) => v::SHEET_STOPPED.in_(language).to_owned(),
        WorkerError::Refused(why) | WorkerError::Hesitates(why) => why,
    };
    let mut job = Job::start().await.map_err(said)?;
    match job.ask(&Question::Cells { from, language }).await.map_err(said)? {
        Answer::Cells(rows) => Grid::new(rows).map_err(|error| error.sentence(language)),
        _ => Err(said(WorkerError::Stopped)),
    }
}

/// Where a sheet is read: what came of it, or why nothing did.
#[derive(Clone, Copy)]
struct Reading {
    kind: StoredValue<Arc<Kind>>,
    locale: Locale,
    sheet: RwSignal<Option<Sheet>>,
    refused: RwSignal<Option<String>>,
    busy: RwSignal<bool>,
}

impl Reading {
    fn of(kind: Arc<Kind>) -> Self {
        Self {
            kind: StoredValue::new(kind),
            locale: Locale::here(),
            sheet: RwSignal::new(None),
            refused: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn read(self, from: JsValue) {
        let kind = self.kind.get_value();
        self.refused.set(None);
        self.busy.set(true);
        leptos::task::spawn_local(async move {
            let read = cells(from, self.locale).await;
            self.busy.try_set(false);
            match read {
                Ok(grid) => {
                    let columns = columns(&kind, &grid);
                    self.sheet.try_set(Some(Sheet {
                        grid: Arc::new(grid),
                        columns,
                    }));
                }
                Err(why) => {
                    self.refused.try_set(Some(why));
                }
            }
        });
    }

    fn chosen(self, event: &leptos::ev::Event) {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            if let Some(file) = input.files().and_then(|files| files.item(0)) {
                self.read(file.into());
            }
            input.set_value("");
        }
    }

    /// A line without tabs is typed on.
    fn pasted(self, event: &ClipboardEvent) {
        let text = event
            .clipboard_data()
            .and_then(|data| data.get_data("text/plain").ok())
            .unwrap_or_default();
        if text.contains('\t') || text.contains('\n') {
            event.prevent_default();
            self.read(text.into());
        }
    }

    /// A sheet that is dropped anywhere on the page opens this.
    fn takes_what_is_dropped(self, open: RwSignal<bool>) {
        let over = window_event_listener(leptos::ev::dragover, |event: DragEvent| event.prevent_default());
        let dropped = window_event_listener(leptos::ev::drop, move |event: DragEvent| {
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            let all = files
                .iter()
                .flat_map(|list| (0..list.length()).filter_map(|at| list.item(at)));
            if let Some(file) = all.into_iter().find(|file| is_sheet(&file.name())) {
                open.set(true);
                self.read(file.into());
            }
        });
        on_cleanup(move || {
            over.remove();
            dropped.remove();
        });
    }
}

/// Where a sheet comes in, and what it is taken for.
#[component]
pub fn SheetIn(kind: Arc<Kind>) -> impl IntoView {
    let reading = Reading::of(kind.clone());
    let Reading {
        locale,
        sheet,
        refused,
        busy,
        ..
    } = reading;
    let (typed, open) = (RwSignal::new(String::new()), RwSignal::new(false));
    // What was shared to the page, once its kind is open.
    if let Some(file) = untrack(|| use_context::<Handed>().and_then(Handed::take_sheet)) {
        open.set(true);
        reading.read(file.into());
    }
    reading.takes_what_is_dropped(open);
    view! {
        <details class="about sheet-in" prop:open=move || open.get() on:toggle=move |event| {
            let details: web_sys::HtmlDetailsElement = event_target(&event);
            open.set(details.open());
        }>
            <summary>{locale.say(t::SHEET)}</summary>
            <p class="soft">{locale.say(t::SHEET_ABOUT)}</p>
            <textarea rows="2" aria-label=locale.say(v::SHEET_HERE) placeholder=locale.say(v::SHEET_HERE) on:paste=move |event| reading.pasted(&event)
                prop:value=move || typed.get() on:input=move |event| typed.set(event_target_value(&event))></textarea>
            <p class="row">
                <label class="button">{locale.say(v::SHEET_CHOOSE)}
                    <input type="file" class="hidden" accept=".xlsx,.xls,.csv,.txt" on:change=move |event| reading.chosen(&event)/></label>
                <button type="button" disabled=move || typed.read().trim().is_empty() on:click=move |_| reading.read(typed.get_untracked().into())>{locale.say(v::SHEET_READ)}</button>
                <span role="status">{move || busy.get().then(|| locale.say(v::SHEET_READING))}</span>
            </p>
            <p role="alert">{move || refused.get()}</p>
            {move || sheet.get().map(|it| view! { <Proposal kind=kind.clone() it sheet/> })}
        </details>
    }
}

/// What the columns become, the first rows, and what needs a look.
#[component]
fn Proposal(kind: Arc<Kind>, it: Sheet, sheet: RwSignal<Option<Sheet>>) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let taken = untrack(|| {
        notebook.of_surroundings(|index| take(&kind, &it.grid, &it.columns, index, locale.0.get_untracked()))
    });
    let count = taken.records.len();
    let heads = it.columns.columns.iter().enumerate();
    let heads = heads
        .map(|(at, column)| head(&kind, &it, sheet, at, column))
        .collect_view();
    let rows: Vec<_> = it
        .grid
        .rows()
        .skip(it.columns.above)
        .take(SHOWN)
        .map(|(_, cells)| cells.to_vec())
        .collect();
    let rows = rows
        .into_iter()
        .map(|cells| view! { <tr>{cells.into_iter().map(|cell| view! { <td>{cell}</td> }).collect_view()}</tr> });
    let misread: Vec<String> = taken
        .misread
        .iter()
        .take(SHOWN)
        .map(|one| one.sentence(locale.get()))
        .collect();
    let further = taken.misread.len().saturating_sub(SHOWN);
    let repeated = taken.repeated;
    let put = move |_| {
        let undo = notebook.add_all(taken.records.clone());
        sheet.set(None);
        notices.undoable(
            fill(t::SHEET_TAKEN.in_(locale.0.get_untracked()), &[("n", &undo.len())]),
            move || notebook.undo(&undo),
        );
    };
    view! {
        <div class="table records-table"><table><thead><tr>{heads}</tr></thead><tbody>{rows.collect_view()}</tbody></table></div>
        <ul>{misread.into_iter().map(|said| view! { <li>{said}</li> }).collect_view()}</ul>
        {(further > 0).then(|| view! { <p>{move || fill(v::MORE_PLACES.in_(locale.get()), &[("n", &further)])}</p> })}
        {(repeated > 0).then(|| view! { <p class="soft">{move || fill(t::REPEATED.in_(locale.get()), &[("n", &repeated)])}</p> })}
        <p class="row">
            <button type="button" class="main" disabled=count == 0 on:click=put>{move || fill(t::SHEET_TAKE.in_(locale.get()), &[("n", &count)])}</button>
            <button type="button" class="quiet" on:click=move |_| sheet.set(None)>{locale.say(v::SHEET_AWAY)}</button>
        </p>
    }
}

/// The head of a column: what it is called there, and what it becomes.
fn head(kind: &Kind, it: &Sheet, sheet: RwSignal<Option<Sheet>>, at: usize, column: &Column) -> AnyView {
    let locale = Locale::here();
    let language = locale.get();
    let now = match column {
        Column::Field(name) => name.clone(),
        Column::Note => NOTE.to_owned(),
        Column::Left => LEFT.to_owned(),
    };
    let fields = kind
        .fields
        .iter()
        .filter(|field| !matches!(field.sort, FieldSort::Rows | FieldSort::Link | FieldSort::Links));
    let options = fields.map(|field| (field.name.clone(), field.label(language).to_owned()));
    let more = [(NOTE, t::TO_NOTE), (LEFT, t::LEAVE_OUT)]
        .map(|(word, words)| (word.to_owned(), words.in_(language).to_owned()));
    let options = options.chain(more).map(|(word, label)| {
        let chosen = word == now;
        view! { <option value=word selected=chosen>{label}</option> }
    });
    let heading = it.columns.headings.get(at).cloned().unwrap_or_default();
    let label = if heading.is_empty() {
        fill(t::COLUMN.in_(language), &[("n", &(at + 1))])
    } else {
        heading
    };
    view! {
        <th scope="col"><label class="choice"><span>{label}</span>
            <select on:change=move |event| becomes(sheet, at, &event_target_value(&event))>{options.collect_view()}</select></label></th>
    }
    .into_any()
}

/// Has a column become what was chosen for it.
fn becomes(sheet: RwSignal<Option<Sheet>>, at: usize, word: &str) {
    sheet.update(|sheet| {
        let column = sheet.as_mut().and_then(|sheet| sheet.columns.columns.get_mut(at));
        if let Some(column) = column {
            *column = match word {
                NOTE => Column::Note,
                LEFT => Column::Left,
                field => Column::Field(field.to_owned()),
            };
        }
    });
}
