//! 工作总结: the report of a term, drafted from what was written down in it.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::report;

use crate::here::Here;
use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::notebook::Notebook;
use crate::parts::header::term_name;
use crate::place::{Side, View};

/// A button for each term that says its days, the latest first.
#[component]
pub fn TermReports() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Here::here(), Notebook::here());
    let terms = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let terms = index
                .terms()
                .into_iter()
                .rev()
                .filter(|(_, term)| term.span().is_some());
            terms
                .map(|(id, term)| (id, term_name(term, locale)))
                .collect::<Vec<_>>()
        })
    });
    let draft = move |term: RecordId| {
        let language = locale.0.get_untracked();
        let draft = untrack(|| notebook.of_both(|index, journal| report::report(index, journal, term, language)));
        if let Some(document) = draft {
            here.go(View::Text(notebook.add(&document), Side::Write));
        }
    };
    view! {
        <section class="list">
            <h2>{locale.say(t::REPORT)}</h2>
            <p class="soft">{locale.say(t::REPORT_ABOUT)}</p>
            <Show when=move || !terms.read().is_empty() fallback=move || view! {
                <p><a href=move || here.link(View::Settings)>{locale.say(t::REPORT_NO_TERM)}</a></p>
            }>
                <p class="row">{move || terms.get().into_iter().map(|(id, name)| view! {
                    <button type="button" on:click=move |_| draft(id)>{name}</button>
                }).collect_view()}</p>
            </Show>
        </section>
    }
}
