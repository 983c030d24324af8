//! One text: writing it, looking it through, its versions, and handing it in.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::draft;
use luoxuan::record::DocumentState;
use luoxuan::{Document, RecordId};

mod anonymity;
mod aside;
mod check;
mod context;
mod days;
mod drawer;
mod form;
mod front;
mod held;
mod numbers;
mod out;
mod passage;
mod read;
mod references;
mod rules;
mod scope;
mod section;
mod versions;
mod write;

use check::Checks;
use context::TextContext;
use drawer::offers;
use numbers::Numbers;
use out::Out;
use read::Read;
use versions::Versions;
use write::Write;

use crate::components::notices::Notices;
use crate::components::open::open;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::i18n::text as t;
use crate::laid::Laid;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::pages::texts::title_of;
use crate::place::{Tab, View};

/// One text.
#[component]
pub fn TextPage(
    /// Which.
    id: RecordId,
    /// What is done with it.
    side: Tab,
) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    open(id, move |sheet| {
        let text = Laid::on(sheet);
        let template = Memo::new(move |_| {
            let language = locale.get();
            notebook.of_surroundings(|index| text.read(|document| draft::template_of(document, index, language)))
        });
        let limits = Memo::new(move |_| {
            let rules = text.read(|document| document.rules.clone());
            let language = locale.get();
            notebook.of_surroundings(|index| {
                let rules = draft::rules_of(&rules, index, language);
                template.with(|template| draft::limits(template, &rules))
            })
        });
        let length = Memo::new(move |_| {
            let language = locale.get();
            sheet.with(|document| template.with(|template| draft::length(document, template, language)))
        });
        let offers = Memo::new(move |_| offers(notebook, &text.read(Document::clone), locale.get()));
        let numbers = Numbers::new();
        let captions = Memo::new(move |_| {
            let language = locale.get();
            numbers.followed.track();
            text.read(|document| template.with(|template| draft::captions(document, template, language)))
        });
        view! { <OneText context=TextContext { text, template, limits, length, offers, captions, numbers } side/> }
            .into_any()
    })
}

#[component]
fn OneText(context: TextContext, side: Tab) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let (sheet, template) = (context.text.sheet, context.template);
    let id = sheet.id;
    let side_of = move |one: Tab| {
        let words = match one {
            Tab::Write => t::WRITE,
            Tab::Read => t::READ,
            Tab::Check => t::CHECK,
            Tab::Versions => t::VERSIONS,
            Tab::Out => t::OUT,
        };
        view! { <a href=here.link_now(View::Text(id, one)) aria-current=(one == side).then_some("page")>{locale.say(words)}</a> }
    };
    let remove = move |_| {
        sheet.settle();
        let undo = notebook.trash(id);
        here.go(View::Texts(None));
        notices.undoable(t::TEXT_TRASHED.in_(locale.0.get_untracked()), move || {
            notebook.undo(&undo);
        });
    };
    view! {
        <div class="text-page">
            <p class="soft">{move || template.with(|template| template.name.clone())}</p>
            <h1 class:hidden=side == Tab::Write>{move || sheet.with(|document| title_of(document, locale))}</h1>
            <div class="row text-head">
                <div class="sides" role="navigation" aria-label=locale.say(t::SIDES)>{Tab::ALL.map(side_of).collect_view()}</div>
                <Select label=t::STATE options=DocumentState::ALL.iter().map(|state| (state.word(), state.label())).collect()
                    value=Signal::derive(move || sheet.with(|document| document.state.word()))
                    unknown=Signal::derive(move || sheet.with(|document| document.unknown_word("state").map(str::to_owned)))
                    on_change=move |word: String| if let Some(state) = DocumentState::from_word(&word) {
                        context.text.change(|document| {
                            document.other.remove("state");
                            document.state = state;
                        });
                    }/>
                <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button>
            </div>
            {match side {
                Tab::Write => view! { <Write context/> }.into_any(),
                Tab::Read => view! { <Read context/> }.into_any(),
                Tab::Check => view! { <Checks context/> }.into_any(),
                Tab::Versions => view! { <Versions context/> }.into_any(),
                Tab::Out => view! { <Out context/> }.into_any(),
            }}
        </div>
    }
}
