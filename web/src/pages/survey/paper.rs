//! The survey on paper: seen only by the printer.

use leptos::prelude::*;
use luoxuan::survey::{Questionnaire, SurveyResult, sample};

use super::context::SurveyContext;
use crate::components::chart::ChartFigure;
use crate::components::prose::Prose;
use crate::i18n::Locale;
use crate::i18n::survey as v;

/// What of a survey goes onto paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Printed {
    /// The questions, and a sheet to tally answers on.
    Questionnaire,
    /// What it came to.
    Results,
}

#[component]
pub(super) fn OnPaper(context: SurveyContext, #[prop(into)] printed: Signal<Printed>) -> impl IntoView {
    view! {
        <div class="on-paper" aria-hidden="true">
            {move || match printed.get() {
                Printed::Questionnaire => view! { <Questionnaire context/> }.into_any(),
                Printed::Results => view! { <Results context/> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Questionnaire(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    let paper = move || {
        context
            .survey
            .sheet
            .with(|survey| Questionnaire::of(survey, locale.get()))
    };
    move || {
        let paper = paper();
        view! {
            <Prose text=paper.questionnaire()/>
            <div class="tally"><h2>{locale.say(v::TALLY)}</h2><Prose text=paper.tally_sheet()/></div>
        }
    }
}

/// Whom it asked, what each question came to, and what a reader must be told.
#[component]
fn Results(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    let sheet = context.survey.sheet;
    let sampled = move || sheet.with(|survey| sample(survey, locale.get()));
    let finding = move |finding: SurveyResult| {
        view! {
            <section>
                <h2>{finding.headline}</h2>
                <p>{finding.sentence}</p>
                {(!finding.quotes.is_empty()).then(|| view! { <p>{finding.quotes}</p> })}
                <Prose text=finding.table/>
                {finding.chart.map(|chart| view! { <ChartFigure chart language=locale.get()/> })}
            </section>
        }
    };
    let told = move || context.cautions("", locale.get());
    view! {
        <h1>{move || sheet.with(|survey| survey.title.clone())}</h1>
        {move || sampled().map(|text| view! { <p>{text}</p> })}
        {move || context.found.get().into_iter().map(finding).collect_view()}
        <ul>{move || told().into_iter().map(|sentence| view! { <li>{sentence}</li> }).collect_view()}</ul>
    }
}
