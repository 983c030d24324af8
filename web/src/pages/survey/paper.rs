//! The survey on paper: seen only by the printer.

use leptos::prelude::*;
use luoxuan::survey::Paper;

use super::Desk;
use crate::i18n::Tongue;
use crate::i18n::survey as v;
use crate::parts::prose::Prose;

#[component]
pub(super) fn OnPaper(desk: Desk) -> impl IntoView {
    let tongue = Tongue::here();
    let paper = move || desk.survey.sheet.with(|survey| Paper::of(survey, tongue.get()));
    view! {
        <div class="on-paper" aria-hidden="true">
            {move || {
                let paper = paper();
                view! {
                    <Prose text=paper.questionnaire()/>
                    <div class="tally"><h2>{tongue.say(v::TALLY)}</h2><Prose text=paper.tally_sheet()/></div>
                }
            }}
        </div>
    }
}
