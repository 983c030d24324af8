//! The records of one kind: a line to add one, a table to look through, sort, narrow down and change.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::csv;
use luoxuan::record::{EvidenceKind, FieldSort, Kind, KindField, KindPreset, Privacy, said};
use luoxuan::{Content, Date, Evidence, RecordId};
use serde_json::Value;

use super::count_words;
use super::hours::HoursView;
use super::looking::{By, Looking, Row, rows};
use super::paging::{Pages, ROWS};
use super::sheet::SheetIn;
use crate::browser::{clock, files};
use crate::components::editor::{composing, pictures};
use crate::components::header::term_name;
use crate::components::notices::Notices;
use crate::components::picture::keep;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::item::{Item, Slot, called, kinds};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::pages::record::field::cell;
use crate::pages::record::kind_fields::kind_fields;
use crate::pages::record::stage::stage_choice;
use crate::place::{KindName, View};

/// The columns besides title, day and stage.
const COLUMNS: usize = 3;

/// The fields that stand in the table: short ones, those that are chosen first.
fn columns(kind: &Kind) -> Vec<KindField> {
    let short = |field: &&KindField| {
        let shown = [&kind.title, &kind.day].contains(&&field.name);
        !shown
            && !field.private
            && matches!(
                field.sort,
                FieldSort::Choice | FieldSort::Line | FieldSort::Number | FieldSort::Day | FieldSort::Link
            )
    };
    let mut all: Vec<_> = kind.fields.iter().filter(short).collect();
    all.sort_by_key(|field| !matches!(field.sort, FieldSort::Choice | FieldSort::Day));
    all.into_iter().take(COLUMNS).cloned().collect()
}

/// The page of one kind.
#[component]
pub fn KindTable(name: KindName) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let kind = Memo::new(move |_| kinds(notebook).named(name.as_str()).cloned());
    move || match kind.get() {
        Some(kind) => of_kind(&kind),
        None if notebook.loading() => view! { <p class="soft" role="status">{locale.say(c::LOADING)}</p> }.into_any(),
        None => view! { <p class="soft" role="status">{locale.say(c::NOT_FOUND)}</p> }.into_any(),
    }
}

fn of_kind(kind: &Arc<Kind>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let looking = Looking::at_all();
    let all = rows(kind.clone());
    let shown = looking.among(all);
    let (label, note, body, out) = (kind.clone(), kind.clone(), kind.clone(), kind.clone());
    let has_hours = kind.name == "training";
    view! {
        <p class="soft"><a href=here.link_now(View::Records(None))>{locale.say(c::RECORDS)}</a></p>
        <h1>{move || label.label(locale.get()).to_owned()}</h1>
        <p class="soft">{move || note.note(locale.get()).to_owned()}</p>
        <Presets kind=kind.clone()/>
        <AddLine kind=kind.clone()/>
        {has_hours.then(|| view! { <HoursView/> })}
        {narrow_down(kind, looking, shown)}
        <Show when=move || !shown.read().is_empty() fallback=move || {
            let words = if all.read().is_empty() { t::EMPTY } else { t::NONE_SHOWN };
            view! { <Show when=move || !notebook.loading()><p class="soft">{locale.say(words)}</p></Show> }
        }>
            {page_of_rows(&body, looking, shown)}
        </Show>
        <Show when=move || !all.read().is_empty()>
            <p class="row"><button type="button" on:click={
                let kind = out.clone();
                move |_| save_table(&kind, notebook, locale)
            }>{locale.say(t::TABLE_OUT)}</button></p>
        </Show>
        <SheetIn kind=kind.clone()/>
        {kind_fields(kind)}
    }
    .into_any()
}

/// By words, by stage, by term; and how many are left.
fn narrow_down(kind: &Kind, looking: Looking, shown: Memo<Vec<Arc<Row>>>) -> AnyView {
    let locale = Locale::here();
    let Looking {
        filter,
        stage,
        term,
        from,
        ..
    } = looking;
    let stages = kind.stages.clone();
    let count = move || count_words(locale, shown.read().len());
    view! {
        <div class="row narrow-down">
            <label class="choice"><span>{locale.say(t::FILTER)}</span>
                <input type="search" on:input=move |event| { filter.set(event_target_value(&event)); from.set(0); }/></label>
            {(!stages.is_empty()).then(|| view! {
                <label class="choice"><span>{locale.say(t::STAGE)}</span>
                    <select on:change=move |event| stage.set(event_target_value(&event))>
                        <option value="">{locale.say(t::ALL_STAGES)}</option>
                        {stages.into_iter().map(|it| { let word = it.word.clone(); view! { <option value=word>{move || it.label(locale.get()).to_owned()}</option> } }).collect_view()}
                    </select></label>
            })}
            <TermChoice term/>
            <span class="soft" role="status">{count}</span>
        </div>
    }
    .into_any()
}

/// As many rows as are shown at once, with the way to the others.
fn page_of_rows(kind: &Arc<Kind>, looking: Looking, shown: Memo<Vec<Arc<Row>>>) -> AnyView {
    let Looking { by, down, from, .. } = looking;
    let table = NodeRef::<leptos::html::Div>::new();
    let number = Memo::new(move |_| shown.read().len());
    // What is left after narrowing down may end before the page that was looked at.
    let begin = move || from.get().min(number.get().saturating_sub(1) / ROWS * ROWS);
    let page = move || {
        let rows = shown.read();
        let page = rows.iter().skip(begin()).take(ROWS);
        page.map(|row| row.id).collect::<Vec<_>>()
    };
    let body = kind.clone();
    view! {
        <div class="table records-table" node_ref=table><table>
            <thead><tr>{heads(kind, by, down)}</tr></thead>
            <tbody>
                <For each=page key=|id| *id let(id)>
                    <TableRow id kind=body.clone()/>
                </For>
            </tbody>
        </table></div>
        <Pages begin=Signal::derive(begin) number go=move |to| {
            from.set(to);
            if let Some(table) = table.get_untracked() {
                table.scroll_into_view();
            }
        }/>
    }
    .into_any()
}

/// The table as a file for spreadsheets, which is handed to others: without what is for the teacher's eyes.
fn save_table(kind: &Kind, notebook: Notebook, locale: Locale) {
    let language = locale.0.get_untracked();
    let name = |id: &str| {
        id.parse()
            .map_or_else(|_| id.to_owned(), |id| untrack(|| called(notebook, locale, id)))
    };
    let table = untrack(|| notebook.of_surroundings(|index| csv(kind, index, language, false, &name)));
    let file = format!("{}-{}.csv", kind.label(language), clock::now().date());
    // A browser that refuses has said so itself.
    let _ = files::download(&file, "text/csv;charset=utf-8", table.as_bytes());
}

/// The heads of the columns: a press sorts by one, another turns it round.
fn heads(kind: &Kind, by: RwSignal<By>, down: RwSignal<bool>) -> AnyView {
    let locale = Locale::here();
    let head = move |to: By, label: Box<dyn Fn() -> String + Send + Sync>| {
        let (mine, own) = (to.clone(), to.clone());
        let sorted = move || {
            let direction = if down.get() { "descending" } else { "ascending" };
            if by.with(|by| *by == mine) { direction } else { "none" }
        };
        let press = move |_| {
            if by.with_untracked(|by| *by == own) {
                down.update(|down| *down = !*down);
            } else {
                by.set(own.clone());
                down.set(own == By::Day);
            }
        };
        view! { <th scope="col" aria-sort=sorted><button type="button" class="quiet" on:click=press>{label}</button></th> }
    };
    let field = |name: &str| {
        let field = kind.field(name).cloned().unwrap_or_default();
        Box::new(move || field.label(locale.get()).to_owned())
    };
    let day = kind.field(&kind.day).is_some().then(|| head(By::Day, field(&kind.day)));
    let stage =
        (!kind.stages.is_empty()).then(|| head(By::Stage, Box::new(move || t::STAGE.in_(locale.get()).to_owned())));
    let more = columns(kind).into_iter().map(|column| {
        let name = column.name.clone();
        head(By::Field(name), Box::new(move || column.label(locale.get()).to_owned()))
    });
    view! { {day} {head(By::Title, field(&kind.title))} {stage} {more.collect_view()} }.into_any()
}

/// One record in the table: the cells that can be changed in a line are.
#[component]
fn TableRow(id: RecordId, kind: Arc<Kind>) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let item = Item::of(id);
    let title = {
        let kind = kind.clone();
        move || {
            let title = item.content().map(|content| kind.title_of(&content).trim().to_owned());
            title
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| t::UNTITLED.in_(locale.get()).to_owned())
        }
    };
    let day = kind.field(&kind.day).cloned().map(|field| {
        view! { <td class="when">{cell(Slot::of(item, &field.name), field)}</td> }
    });
    let stage = (!kind.stages.is_empty()).then(|| view! { <td>{stage_choice(item, kind.clone())}</td> });
    let more = columns(&kind).into_iter().map(|column| match column.sort {
        FieldSort::Link => {
            let label = column.label(locale.get()).to_owned();
            let to = move || item.value(&column.name).and_then(|id| id.as_str()?.parse::<RecordId>().ok());
            view! { <td data-label=label>{move || to().map(|to| view! { <a href=move || here.link(crate::item::place_of(notebook, to))>{called(notebook, locale, to)}</a> })}</td> }.into_any()
        }
        _ => {
            let label = column.label(locale.get()).to_owned();
            view! { <td data-label=label>{cell(Slot::of(item, &column.name), column)}</td> }.into_any()
        }
    });
    view! {
        <tr>
            {day}
            <th scope="row"><a href=here.link_now(View::Record(id))>{title}</a></th>
            {stage}
            {more.collect_view()}
        </tr>
    }
}

/// The records that come with the kind, to begin with one.
#[component]
fn Presets(kind: Arc<Kind>) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let presets = kind.presets.clone();
    let begin = move |preset: &KindPreset| {
        let content = kind.preset(preset, locale.0.get_untracked());
        here.go(View::Record(notebook.add_content(content)));
    };
    (!presets.is_empty()).then(|| {
        view! {
            <p class="label">{locale.say(t::PRESETS)}</p>
            <p class="row">{presets.into_iter().map(|preset| {
                let (begin, label) = (begin.clone(), preset.label.clone());
                view! { <button type="button" on:click=move |_| begin(&preset)>{move || said(&label, locale.get()).to_owned()}</button> }
            }).collect_view()}</p>
        }
    })
}

/// A record that is begun in one line: a day and a title, or a picture.
#[derive(Clone, Copy)]
struct Begun {
    kind: StoredValue<Arc<Kind>>,
    title: RwSignal<String>,
    day: RwSignal<String>,
    /// Where the title is typed.
    input: NodeRef<leptos::html::Input>,
    locale: Locale,
    here: Navigator,
    notebook: Notebook,
    notices: Notices,
}

impl Begun {
    fn of(kind: Arc<Kind>) -> Self {
        // A deadline is said; the day of what has happened is mostly today.
        let day = if kind.day_is_due() {
            String::new()
        } else {
            clock::now().date().to_string()
        };
        Self {
            kind: StoredValue::new(kind),
            title: RwSignal::new(String::new()),
            day: RwSignal::new(day),
            input: NodeRef::new(),
            locale: Locale::here(),
            here: Navigator::here(),
            notebook: Notebook::here(),
            notices: Notices::here(),
        }
    }

    fn content(self, kind: &Kind, title: &str) -> Content {
        let on = (!kind.day.is_empty())
            .then(|| self.day.get_untracked())
            .filter(|day| !day.is_empty());
        let content = kind.begun(title);
        match on.filter(|on| on.parse::<Date>().is_ok()) {
            Some(on) => content.with(&kind.day, Some(Value::from(on))),
            None => content,
        }
    }

    fn add(self) {
        let said = self.title.get_untracked();
        if said.trim().is_empty() {
            return;
        }
        let content = self.kind.with_value(|kind| self.content(kind, &said));
        let id = self.notebook.add_content(content);
        self.title.set(String::new());
        self.notices.leads(
            t::ADDED.in_(self.locale.0.get_untracked()),
            t::OPEN.in_(self.locale.0.get_untracked()),
            self.here.link_now(View::Record(id)),
        );
        if let Some(input) = self.input.get_untracked() {
            // The next one may follow at once.
            let _ = input.focus();
        }
    }

    /// A record each, with its picture, under the title there is.
    fn add_pictures(self, files: Option<&web_sys::FileList>) {
        for file in pictures(files) {
            let kind = self.kind.get_value();
            leptos::task::spawn_local(async move {
                let Some(blob) = keep(self.notebook, &file).await else {
                    let words = crate::i18n::capture::PICTURE_BAD;
                    self.notices.say(words.in_(self.locale.0.get_untracked()));
                    return;
                };
                let said = self.title.get_untracked();
                let id = self.notebook.add_content(self.content(&kind, &said));
                self.notebook.add(&Evidence {
                    entries: vec![id],
                    sort: EvidenceKind::Photo,
                    on: Some(clock::now().date()),
                    blob: Some(blob),
                    privacy: Privacy::Own,
                    ..Evidence::default()
                });
                self.title.set(String::new());
                self.here.go(View::Record(id));
            });
        }
    }
}

/// One line that makes a record.
#[component]
fn AddLine(kind: Arc<Kind>) -> impl IntoView {
    let begun = Begun::of(kind.clone());
    let Begun {
        title,
        day,
        input,
        locale,
        here,
        ..
    } = begun;
    if here.takes_cursor() {
        input.on_load(|input| drop(input.focus()));
    }
    let title_label = kind.field(&kind.title).cloned().unwrap_or_default();
    let day_label = kind.field(&kind.day).cloned();
    view! {
        <form class="row add-line"
            on:dragover=move |event| event.prevent_default()
            on:drop=move |event| {
                event.prevent_default();
                begun.add_pictures(event.data_transfer().and_then(|data| data.files()).as_ref());
            }
            on:submit=move |event| { event.prevent_default(); begun.add(); }>
            {day_label.map(|field| view! {
                <label class="choice"><span>{move || field.label(locale.get()).to_owned()}</span>
                    <input type="date" prop:value=move || day.get() on:change=move |event| day.set(event_target_value(&event))/></label>
            })}
            <label class="choice wide"><span>{move || title_label.label(locale.get()).to_owned()}</span>
                <input type="text" node_ref=input autocomplete="off" prop:value=move || title.get()
                    on:keydown=move |event| if event.key() == "Enter" && composing(&event) { event.prevent_default(); }
                    on:input=move |event| title.set(event_target_value(&event))/></label>
            <button type="submit" class="main">{locale.say(t::ADD)}</button>
            {(matches!(kind.group.as_str(), "outcomes" | "lessons")).then(|| view! {
                <label class="tool">{locale.say(t::PICTURE)}
                    <input type="file" class="hidden" accept="image/*" multiple on:change=move |event: leptos::ev::Event| {
                        let picker: web_sys::HtmlInputElement = event_target(&event);
                        begun.add_pictures(picker.files().as_ref());
                        picker.set_value("");
                    }/></label>
            })}
        </form>
    }
}

/// A term to narrow down to.
#[component]
pub(super) fn TermChoice(term: RwSignal<Option<RecordId>>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let terms = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let terms = index.terms().into_iter();
            terms
                .map(|(id, term)| (id, term_name(term, locale)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || !terms.read().is_empty()>
            <label class="choice"><span>{locale.say(t::TERM)}</span>
                <select on:change=move |event| term.set(event_target_value(&event).parse().ok())>
                    <option value="">{locale.say(t::ALL_TERMS)}</option>
                    {move || terms.get().into_iter().map(|(id, name)| view! { <option value=id.to_string() selected=move || term.get() == Some(id)>{name}</option> }).collect_view()}
                </select></label>
        </Show>
    }
}
