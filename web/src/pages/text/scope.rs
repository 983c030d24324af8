//! Which turns the text tells of, and what telling of others would add and take.

use leptos::prelude::*;
use luoxuan::draft::{Scope, rescope};
use luoxuan::{Document, Index, Journal};

use super::context::TextContext;
use crate::components::scope_choice::{ScopeChoice, turns_of};
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

#[component]
pub(super) fn ScopeOfText(context: TextContext) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let now = Memo::new(move |_| context.text.read(Scope::of));
    let wanted = RwSignal::new(None::<Scope>);
    let spiral = move || context.text.read(|document| document.spirals.first().copied());
    let turns = Memo::new(move |_| turns_of(notebook, spiral()));
    let would = move |scope: Scope| {
        let document = context.text.sheet.with(Document::clone);
        let language = locale.get();
        let told = |index: &Index, journal: &Journal| rescope(&document, index, journal, scope, language);
        notebook.of_both(told)
    };
    let change = move |scope: Scope| {
        if let Some(next) = untrack(|| would(scope)) {
            context.text.change(|document| *document = next.document);
        }
        wanted.set(None);
    };
    view! {
        <ScopeChoice turns value=Signal::derive(move || wanted.get().unwrap_or_else(|| now.get()))
            on_change=move |scope| wanted.set((scope != now.get_untracked()).then_some(scope))/>
        {move || wanted.get().map(|scope| {
            let (added, taken) = untrack(|| would(scope)).map_or((0, 0), |next| (next.added, next.taken.len()));
            view! {
                <div role="status">
                    <p>{move || fill(t::WOULD_CHANGE.in_(locale.get()), &[("added", &added), ("taken", &taken)])}</p>
                    <p class="row">
                        <button type="button" class="main" on:click=move |_| change(scope)>{locale.say(t::CHANGE_SCOPE)}</button>
                        <button type="button" class="quiet" on:click=move |_| wanted.set(None)>{locale.say(t::KEEP_SCOPE)}</button>
                    </p>
                </div>
            }
        })}
    }
}
