//! Anonymous rows, pasted from a spreadsheet.

use leptos::prelude::*;
use luoxuan::survey::paste;

use super::Desk;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::parts::notices::Notices;

#[component]
pub(super) fn Rows(desk: Desk) -> impl IntoView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let pasted = RwSignal::new(String::new());
    let harmed = RwSignal::new(Vec::<String>::new());
    let count = move || desk.survey.read(|survey| survey.rows.len());
    let read = move |_| {
        let language = locale.0.get_untracked();
        let read = untrack(|| desk.survey.sheet.with(|survey| pasted.with(|text| paste(survey, text))));
        let read = match read {
            Ok(read) => read,
            Err(error) => return harmed.set(vec![error.sentence(language)]),
        };
        harmed.set(read.harmed.iter().map(|harmed| harmed.sentence(language)).collect());
        if !read.rows.is_empty() {
            desk.survey
                .change(|survey| (survey.columns, survey.rows) = (read.columns, read.rows));
            pasted.set(String::new());
        }
    };
    let drop = move |_| {
        let mut before = (Vec::new(), Vec::new());
        desk.survey
            .change(|survey| before = (std::mem::take(&mut survey.columns), std::mem::take(&mut survey.rows)));
        harmed.set(Vec::new());
        notices.undoable(v::ROWS_DROPPED.in_(locale.0.get_untracked()), move || {
            desk.survey
                .change_late(|survey| (survey.columns, survey.rows) = before.clone());
        });
    };
    view! {
        <section>
            <h2>{locale.say(v::ROWS)}</h2>
            <p class="soft">{locale.say(v::ROWS_WHY)}</p>
            <textarea rows="3" aria-label=locale.say(v::ROWS) prop:value=move || pasted.get() on:input=move |event| pasted.set(event_target_value(&event))></textarea>
            <p class="row actions">
                <button type="button" disabled=move || pasted.with(|text| text.trim().is_empty()) on:click=read>{locale.say(v::READ_ROWS)}</button>
                <Show when={move || count() > 0}>
                    <span role="status">{move || fill(v::ROWS_READ.in_(locale.get()), &[("n", &count())])}</span>
                    <button type="button" class="quiet" on:click=drop>{locale.say(v::DROP_ROWS)}</button>
                </Show>
            </p>
            <ul>{move || harmed.get().into_iter().map(|sentence| view! { <li class="soft">{sentence}</li> }).collect_view()}</ul>
        </section>
    }
}
