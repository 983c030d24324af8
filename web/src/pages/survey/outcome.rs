//! What a part of a survey came to.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;

use super::context::SurveyContext;
use crate::components::chart::ChartFigure;
use crate::components::prose::Prose;
use crate::i18n::Locale;

/// What a part of the survey came to: its sentence, its table, its chart, and what to watch for.
#[component]
pub(super) fn Outcome(context: SurveyContext, part: String) -> impl IntoView {
    let locale = Locale::here();
    let part = StoredValue::new(part);
    let found = Memo::new(move |_| {
        part.with_value(|part| {
            context
                .found
                .with(|all| all.iter().find(|finding| finding.part == *part).cloned())
        })
    });
    let watch = move || {
        part.with_value(|part| {
            let name = part.split_once(':').map_or("", |(_, name)| name);
            context.cautions(name, locale.get())
        })
    };
    view! {
        {move || found.get().map(|finding| view! {
            <div class="results">
                <p>{finding.sentence}</p>
                {(!finding.quotes.is_empty()).then(|| view! { <p>{finding.quotes}</p> })}
                <div class="scrolls"><Prose text=finding.table/></div>
                {finding.chart.map(|chart| view! { <ChartFigure chart language=locale.get()/> })}
            </div>
        })}
        {move || watch().into_iter().map(|sentence| view! { <p class="hint">{sentence}</p> }).collect_view()}
    }
}
