//! One survey: what was asked of whom, the counts, and what they come to.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::record::Item;
use luoxuan::survey::{cautions, findings};
use luoxuan::{RecordId, draft};

mod about;
mod choices;
mod coding;
mod compared;
mod context;
mod estimate;
mod item;
mod outcome;
mod paper;
mod proposal;
mod sheet;
mod tables;

use about::About;
use compared::ComparedViews;
use context::{SurveyContext, new_name, place_after};
use item::ItemView;
use paper::{OnPaper, Printed};
use sheet::SheetView;
use tables::Tables;

use crate::components::notices::Notices;
use crate::components::open::open;
use crate::components::scroll_to;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::survey as v;
use crate::laid::Laid;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

/// One survey.
#[component]
pub fn SurveyPage(id: RecordId) -> impl IntoView {
    let locale = Locale::here();
    open(id, move |sheet| {
        let found = Memo::new(move |_| {
            let language = locale.get();
            sheet.with(|survey| findings(survey, language))
        });
        let cautions = Memo::new(move |_| sheet.with(cautions));
        let survey = Laid::on(sheet);
        view! { <OneSurvey context=SurveyContext { survey, found, cautions }/> }.into_any()
    })
}

#[component]
fn OneSurvey(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    // Before there are questions a sheet may bring them; after that it brings answers.
    let unasked = move || context.survey.read(|survey| survey.items.is_empty());
    let printed = RwSignal::new(Printed::Questionnaire);
    // Of the whole: what concerns one item stands beside it.
    let about_all = Memo::new(move |_| context.cautions("", locale.get()));
    view! {
        <div class="survey-page">
            {title(context)}
            <About context/>
            <Show when=move || !about_all.read().is_empty()>
                <section><h2>{locale.say(v::WARNINGS)}</h2>
                    <ul>{move || about_all.get().into_iter().map(|sentence| view! { <li class="soft">{sentence}</li> }).collect_view()}</ul>
                </section>
            </Show>
            <Show when=unasked><SheetView context/></Show>
            {items(context)}
            <Show when=move || !unasked()><SheetView context/></Show>
            <Tables context/>
            <ComparedViews context/>
            {ways_out(context, printed)}
            <OnPaper context printed/>
        </div>
    }
}

/// What it is called, and the way to throw it away.
fn title(context: SurveyContext) -> AnyView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let sheet = context.survey.sheet;
    let id = sheet.id;
    let remove = move |_| {
        sheet.settle();
        let undo = notebook.trash(id);
        here.go(View::Texts(None));
        notices.undoable(v::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
    };
    view! {
        <div class="row">
            <h1 class="hidden">{move || sheet.with(|survey| survey.title.clone())}</h1>
            <input type="text" class="title grow" aria-label=locale.say(v::TITLE) placeholder=locale.say(v::TITLE)
                prop:value=move || context.survey.read(|survey| survey.title.clone())
                on:input=move |event| sheet.update(|survey| survey.title = event_target_value(&event))/>
            <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button>
        </div>
    }
    .into_any()
}

/// Its questions, and the way to one more.
fn items(context: SurveyContext) -> AnyView {
    let locale = Locale::here();
    let names = move || {
        context.survey.read(|survey| {
            survey
                .items()
                .into_iter()
                .map(|(name, _)| name.to_owned())
                .collect::<Vec<_>>()
        })
    };
    let add = move |_| {
        let name = new_name();
        context.survey.change(|survey| {
            let item = Item {
                place: place_after(survey.items.values().map(|item| item.place)),
                ..Item::default()
            };
            survey.items.insert(name.clone(), item);
        });
        scroll_to(format!("item-{name}"));
    };
    view! {
        <section>
            <h2 id=sheet::ITEMS tabindex="-1">{locale.say(v::ITEMS)}</h2>
            {move || names().into_iter().enumerate().map(|(at, name)| view! { <ItemView context name at/> }).collect_view()}
            <p class="row actions"><button type="button" on:click=add>"+ " {locale.say(v::ADD_ITEM)}</button></p>
        </section>
    }
    .into_any()
}

/// To a text, and to paper.
fn ways_out(context: SurveyContext, printed: RwSignal<Printed>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let sheet = context.survey.sheet;
    let write_up = move |_| {
        sheet.settle();
        let language = locale.0.get_untracked();
        let document =
            untrack(|| notebook.of_both(|index, journal| draft::of_survey(index, journal, sheet.id, language)));
        if let Some(document) = document {
            here.go_and_write(View::Text(notebook.add(&document), Tab::Write));
        }
    };
    let print = move |what| {
        printed.set(what);
        // What was chosen stands there only with the next frame.
        request_animation_frame(|| {
            let _ = window().print();
        });
    };
    view! {
        <p class="row actions">
            <button type="button" class="main" on:click=write_up>{locale.say(v::TO_TEXT)}</button>
            <button type="button" on:click=move |_| print(Printed::Questionnaire)>{locale.say(v::PRINT_PAPER)}</button>
            <Show when=move || !context.found.read().is_empty()>
                <button type="button" on:click=move |_| print(Printed::Results)>{locale.say(v::PRINT_RESULTS)}</button>
            </Show>
        </p>
    }
    .into_any()
}
