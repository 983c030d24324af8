//! What a kind of the school's own asks for: fields and stages, added and taken out on the page.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::kind::{add_field, add_stage, drop_stage};
use luoxuan::record::{FieldSort, Kind, said};

use super::field::SORTS;
use crate::here::Here;
use crate::i18n::common as c;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;
use crate::parts::notices::Notices;
use crate::place::View;

/// The fields and stages of an own kind; nothing for one that comes with the app.
pub fn kind_fields(kind: &Kind) -> AnyView {
    let (locale, here, notebook, notices) = (Locale::here(), Here::here(), Notebook::here(), Notices::here());
    let id = kind.name.parse::<RecordId>().ok();
    let own = id.filter(|id| untrack(|| notebook.of_record(*id, |index| index.has::<Kind>(*id))));
    let (name, sort, stage) = (
        RwSignal::new(String::new()),
        RwSignal::new(FieldSort::Line),
        RwSignal::new(String::new()),
    );
    own.map(|id| {
        let now = Memo::new(move |_| notebook.of_record(id, |index| index.get::<Kind>(id).cloned()).unwrap_or_default());
        let add = move || {
            let label = name.get_untracked().trim().to_owned();
            if !label.is_empty() {
                notebook.change_late(id, |kind: &mut Kind| drop(add_field(kind, &label, sort.get_untracked(), locale.0.get_untracked())));
                name.set(String::new());
            }
        };
        let add_one_stage = move || {
            let label = stage.get_untracked().trim().to_owned();
            if !label.is_empty() {
                notebook.change_late(id, |kind: &mut Kind| drop(add_stage(kind, &label, locale.0.get_untracked())));
                stage.set(String::new());
            }
        };
        // What was taken out comes back where it stood, whatever was added meanwhile.
        let dropped = move |label: &str| fill(t::DROPPED.in_(locale.0.get_untracked()), &[("name", &label)]);
        let drop_field = move |word: String, label: String| {
            let fields = now.get_untracked().fields;
            let Some(at) = fields.iter().position(|field| field.name == word) else { return };
            notebook.change_late(id, |kind: &mut Kind| kind.fields.retain(|field| field.name != word));
            notices.undoable(dropped(&label), move || {
                notebook.change_late(id, |kind: &mut Kind| kind.fields.insert(at.min(kind.fields.len()), fields[at].clone()));
            });
        };
        let drop_one_stage = move |word: String, label: String| {
            let before = now.get_untracked().stages;
            notebook.change_late(id, |kind: &mut Kind| drop_stage(kind, &word));
            let after = untrack(|| notebook.of_record(id, |index| index.get::<Kind>(id).cloned())).unwrap_or_default().stages;
            notices.undoable(dropped(&label), move || {
                notebook.change_late(id, |kind: &mut Kind| {
                    let gone = before.iter().find(|stage| stage.word == word).cloned();
                    if kind.stages == after {
                        kind.stages.clone_from(&before);
                    } else {
                        kind.stages.extend(gone);
                    }
                });
            });
        };
        let counts = move |on: bool| {
            let part = if on { "work" } else { "" };
            notebook.change_late(id, |kind: &mut Kind| part.clone_into(&mut kind.report.part));
        };
        let remove = move |_| {
            notebook.trash(id);
            notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.restore(id));
            here.go(View::Records(None));
        };
        view! {
            <details class="about kind-fields">
                <summary>{locale.say(t::KIND_FIELDS)}</summary>
                <ul class="plain">{move || now.get().fields.into_iter().map(|field| {
                    let label = said(&field.label, locale.get()).to_owned();
                    let fixed = [&now.read().title, &now.read().day].contains(&&field.name);
                    let (word, called) = (field.name.clone(), label.clone());
                    view! { <li class="row"><span>{label}</span>
                        {(!fixed).then(|| view! { <button type="button" class="quiet" on:click=move |_| drop_field(word.clone(), called.clone())>{locale.say(t::DROP_FIELD)}</button> })}</li> }
                }).collect_view()}</ul>
                <form class="row" on:submit=move |event| { event.prevent_default(); add(); }>
                    <label class="choice"><span>{locale.say(t::FIELD_NAME)}</span>
                        <input type="text" autocomplete="off" prop:value=move || name.get() on:input=move |event| name.set(event_target_value(&event))/></label>
                    <label class="choice"><span>{locale.say(t::WHAT)}</span>
                        <select on:change=move |event| sort.set(FieldSort::from_word(&event_target_value(&event)).unwrap_or_default())>
                            {SORTS.into_iter().map(|(sort, words)| view! { <option value=sort.word()>{locale.say(words)}</option> }).collect_view()}
                        </select></label>
                    <button type="submit">{locale.say(t::ADD_FIELD)}</button>
                </form>
                <ul class="plain">{move || now.get().stages.into_iter().map(|stage| {
                    let label = said(&stage.label, locale.get()).to_owned();
                    let (word, called) = (stage.word.clone(), label.clone());
                    view! { <li class="row"><span>{label}</span>
                        <button type="button" class="quiet" on:click=move |_| drop_one_stage(word.clone(), called.clone())>{locale.say(t::DROP_FIELD)}</button></li> }
                }).collect_view()}</ul>
                <form class="row" on:submit=move |event| { event.prevent_default(); add_one_stage(); }>
                    <label class="choice"><span>{locale.say(t::STAGE_NAME)}</span>
                        <input type="text" autocomplete="off" prop:value=move || stage.get() on:input=move |event| stage.set(event_target_value(&event))/></label>
                    <button type="submit">{locale.say(t::ADD_STAGE)}</button>
                </form>
                <label class="check"><input type="checkbox" prop:checked=move || !now.read().report.part.is_empty()
                    on:change=move |event| counts(event_target_checked(&event))/><span>{locale.say(t::KIND_COUNTS)}</span></label>
                <p><button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button></p>
            </details>
        }
    })
    .into_any()
}
