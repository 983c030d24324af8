//! What a kind of the school's own asks for: fields and stages, added and taken out on the page.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::kind::{add_field, add_stage, drop_stage};
use luoxuan::record::{FieldSort, Kind, KindField, KindStage, said};

use super::field::SORTS;
use crate::components::notices::Notices;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// A kind of the school's own, and what is done to it.
#[derive(Clone, Copy)]
struct OwnKind {
    id: RecordId,
    now: Memo<Kind>,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
}

impl OwnKind {
    fn of(id: RecordId) -> Self {
        let notebook = Notebook::here();
        let now = move |_: Option<&Kind>| said_now(notebook, id);
        Self {
            id,
            now: Memo::new(now),
            locale: Locale::here(),
            notebook,
            notices: Notices::here(),
        }
    }

    fn change(self, change: impl FnOnce(&mut Kind)) {
        self.notebook.change_late(self.id, change);
    }

    fn add_field(self, label: &str, sort: FieldSort) {
        let language = self.locale.0.get_untracked();
        self.change(|kind| drop(add_field(kind, label, sort, language)));
    }

    fn add_stage(self, label: &str) {
        let language = self.locale.0.get_untracked();
        self.change(|kind| drop(add_stage(kind, label, language)));
    }

    /// What was taken out comes back where it stood, whatever was added meanwhile.
    fn drop_field(self, word: &str, label: &str) {
        let fields = self.now.get_untracked().fields;
        let Some(at) = fields.iter().position(|field| field.name == word) else {
            return;
        };
        self.change(|kind| kind.fields.retain(|field| field.name != word));
        self.notices.undoable(self.dropped(label), move || {
            self.change(|kind| kind.fields.insert(at.min(kind.fields.len()), fields[at].clone()));
        });
    }

    /// The same of a stage.
    fn drop_stage(self, word: String, label: &str) {
        let before = self.now.get_untracked().stages;
        self.change(|kind| drop_stage(kind, &word));
        let after = untrack(|| said_now(self.notebook, self.id)).stages;
        self.notices.undoable(self.dropped(label), move || {
            self.change(|kind| {
                let gone = before.iter().find(|stage| stage.word == word).cloned();
                if kind.stages == after {
                    kind.stages.clone_from(&before);
                } else {
                    kind.stages.extend(gone);
                }
            });
        });
    }

    fn dropped(self, label: &str) -> String {
        fill(t::DROPPED.in_(self.locale.0.get_untracked()), &[("name", &label)])
    }

    /// Whether it counts as work in a report.
    fn counts(self, on: bool) {
        let part = if on { "work" } else { "" };
        self.change(|kind| part.clone_into(&mut kind.report.part));
    }

    fn remove(self, here: Navigator) {
        let Self { id, notebook, .. } = self;
        let undo = notebook.trash(id);
        let said = c::TRASHED.in_(self.locale.0.get_untracked());
        self.notices.undoable(said, move || notebook.undo(&undo));
        here.go(View::Records(None));
    }
}

fn said_now(notebook: Notebook, id: RecordId) -> Kind {
    notebook
        .of_record(id, |index| index.get::<Kind>(id).cloned())
        .unwrap_or_default()
}

/// The fields and stages of an own kind; nothing for one that comes with the app.
pub fn kind_fields(kind: &Kind) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let id = kind.name.parse::<RecordId>().ok();
    let own = id.filter(|id| untrack(|| notebook.of_record(*id, |index| index.has::<Kind>(*id))));
    own.map(|id| {
        let own = OwnKind::of(id);
        view! {
            <details class="about kind-fields">
                <summary>{locale.say(t::KIND_FIELDS)}</summary>
                {fields(own)}
                {field_to_add(own)}
                {stages(own)}
                {stage_to_add(own)}
                <label class="check"><input type="checkbox" prop:checked=move || !own.now.read().report.part.is_empty()
                    on:change=move |event| own.counts(event_target_checked(&event))/><span>{locale.say(t::KIND_COUNTS)}</span></label>
                <p><button type="button" class="quiet" on:click=move |_| own.remove(here)>{locale.say(c::DELETE)}</button></p>
            </details>
        }
    })
    .into_any()
}

/// Its fields; what is its title or its day stays.
fn fields(own: OwnKind) -> AnyView {
    let OwnKind { now, locale, .. } = own;
    let row = move |field: KindField| {
        let label = said(&field.label, locale.get()).to_owned();
        let fixed = [&now.read().title, &now.read().day].contains(&&field.name);
        let (word, called) = (field.name, label.clone());
        view! {
            <li class="row"><span>{label}</span>
                {(!fixed).then(|| view! { <button type="button" class="quiet" on:click=move |_| own.drop_field(&word, &called)>{locale.say(t::DROP_FIELD)}</button> })}</li>
        }
    };
    view! { <ul class="plain">{move || now.get().fields.into_iter().map(row).collect_view()}</ul> }.into_any()
}

fn field_to_add(own: OwnKind) -> AnyView {
    let locale = own.locale;
    let (name, sort) = (RwSignal::new(String::new()), RwSignal::new(FieldSort::Line));
    let add = move || {
        let label = name.get_untracked().trim().to_owned();
        if !label.is_empty() {
            own.add_field(&label, sort.get_untracked());
            name.set(String::new());
        }
    };
    view! {
        <form class="row" on:submit=move |event| { event.prevent_default(); add(); }>
            <label class="choice"><span>{locale.say(t::FIELD_NAME)}</span>
                <input type="text" autocomplete="off" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event))/></label>
            <label class="choice"><span>{locale.say(t::WHAT)}</span>
                <select on:change=move |event| sort.set(FieldSort::from_word(&event_target_value(&event)).unwrap_or_default())>
                    {SORTS.into_iter().map(|(sort, words)| view! { <option value=sort.word()>{locale.say(words)}</option> }).collect_view()}
                </select></label>
            <button type="submit">{locale.say(t::ADD_FIELD)}</button>
        </form>
    }
    .into_any()
}

fn stages(own: OwnKind) -> AnyView {
    let OwnKind { now, locale, .. } = own;
    let row = move |stage: KindStage| {
        let label = said(&stage.label, locale.get()).to_owned();
        let (word, called) = (stage.word, label.clone());
        view! {
            <li class="row"><span>{label}</span>
                <button type="button" class="quiet" on:click=move |_| own.drop_stage(word.clone(), &called)>{locale.say(t::DROP_FIELD)}</button></li>
        }
    };
    view! { <ul class="plain">{move || now.get().stages.into_iter().map(row).collect_view()}</ul> }.into_any()
}

fn stage_to_add(own: OwnKind) -> AnyView {
    let locale = own.locale;
    let stage = RwSignal::new(String::new());
    let add = move || {
        let label = stage.get_untracked().trim().to_owned();
        if !label.is_empty() {
            own.add_stage(&label);
            stage.set(String::new());
        }
    };
    view! {
        <form class="row" on:submit=move |event| { event.prevent_default(); add(); }>
            <label class="choice"><span>{locale.say(t::STAGE_NAME)}</span>
                <input type="text" autocomplete="off" prop:value=move || stage.get() on:input=move |event| stage.set(event_target_value(&event))/></label>
            <button type="submit">{locale.say(t::ADD_STAGE)}</button>
        </form>
    }
    .into_any()
}
