//! 对象与方法: who was asked, how many, how, and the sentence it makes.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::record::{Sampling, Survey, SurveyMode};
use luoxuan::survey::sample;

use super::context::SurveyContext;
use crate::components::field::shown;
use crate::components::select::Select;
use crate::components::spiral_choice::{SpiralChoice, spirals_to_choose};
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::notebook::Notebook;

type Line = (Words, &'static str, fn(&Survey) -> String, fn(&mut Survey, &str));

const LINES: &[Line] = &[
    (
        v::PURPOSE,
        "text",
        |it| it.purpose.clone(),
        |it, text| it.purpose = text.into(),
    ),
    (
        v::RESPONDENTS,
        "text",
        |it| it.respondents.clone(),
        |it, text| it.respondents = text.into(),
    ),
    (
        v::POPULATION,
        "number",
        |it| shown(it.population),
        |it, text| it.population = text.parse().ok(),
    ),
    (
        v::START,
        "date",
        |it| shown(it.start),
        |it, text| it.start = text.parse().ok(),
    ),
    (
        v::END,
        "date",
        |it| shown(it.end),
        |it, text| it.end = text.parse().ok(),
    ),
    (
        v::ISSUED,
        "number",
        |it| shown(it.issued),
        |it, text| it.issued = text.parse().ok(),
    ),
    (
        v::RETURNED,
        "number",
        |it| shown(it.returned),
        |it, text| it.returned = text.parse().ok(),
    ),
    (
        v::VALID,
        "number",
        |it| shown(it.valid),
        |it, text| it.valid = text.parse().ok(),
    ),
    (
        v::INVALID,
        "text",
        |it| it.invalid.clone(),
        |it, text| it.invalid = text.into(),
    ),
    (
        v::PROTECTION,
        "text",
        |it| it.protection.clone(),
        |it, text| it.protection = text.into(),
    ),
];

#[component]
pub(super) fn About(context: SurveyContext) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let sheet = context.survey.sheet;
    let chosen = Signal::derive(move || sheet.with(|survey| survey.spiral));
    let choose = move |spiral: Option<RecordId>| context.survey.change(|survey| survey.spiral = spiral);
    let lines = LINES.iter().map(|(label, kind, read, write)| view! {
        <label class="field"><span class="label">{locale.say(*label)}</span>
            <input type=*kind min="0" prop:value=move || context.survey.read(read) on:input=move |event| sheet.update(|survey| write(survey, event_target_value(&event).trim()))/>
        </label>
    });
    let sampling = std::iter::once(("", v::UNSAID)).chain(Sampling::ALL.iter().map(|it| (it.word(), it.label())));
    let unknown = |field| Signal::derive(move || sheet.with(|survey| survey.unknown_word(field).map(str::to_owned)));
    let mode = std::iter::once(("", v::UNSAID)).chain(SurveyMode::ALL.iter().map(|it| (it.word(), it.label())));
    view! {
        <section>
            <h2>{locale.say(v::SAMPLE)}</h2>
            <div class="grid">
                <SpiralChoice label=v::SPIRAL spirals=spirals_to_choose(notebook) none=v::NO_SPIRAL value=chosen
                    on_change=choose/>
                <Select label=v::SAMPLING options=sampling.collect() value=Signal::derive(move || sheet.with(|survey| survey.sampling.map_or("", Sampling::word)))
                    unknown=unknown("sampling")
                    on_change=move |word: String| context.survey.change(|survey| {
                        survey.other.remove("sampling");
                        survey.sampling = Sampling::from_word(&word);
                    })/>
                <Select label=v::MODE options=mode.collect() value=Signal::derive(move || sheet.with(|survey| survey.mode.map_or("", SurveyMode::word)))
                    unknown=unknown("mode")
                    on_change=move |word: String| context.survey.change(|survey| {
                        survey.other.remove("mode");
                        survey.mode = SurveyMode::from_word(&word);
                    })/>
                {lines.collect_view()}
            </div>
            {move || sheet.with(|survey| sample(survey, locale.get())).map(|sentence| view! { <p class="results">{sentence}</p> })}
        </section>
    }
}
