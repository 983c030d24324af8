//! The survey on paper: seen only by the printer.

use leptos::prelude::*;
use luoxuan::survey::Paper;

use super::Desk;
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::parts::prose::Prose;

#[component]
pub(super) fn OnPaper(desk: Desk) -> impl IntoView {
    let locale = Locale::here();
    let paper = move || desk.survey.sheet.with(|survey| Paper::of(survey, locale.get()));
    view! {
        <div class="on-paper" aria-hidden="true">
            {move || {
                let paper = paper();
                view! {
                    <Prose text=paper.questionnaire()/>
                    <div class="tally"><h2>{locale.say(v::TALLY)}</h2><Prose text=paper.tally_sheet()/></div>
                }
            }}
        </div>
    }
}
