//! The frame: provides the notebook, the language and the place, and chooses the page.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser::clock;
use crate::browser::update::Update;
use crate::components::above::above;
use crate::components::dialogs::dialogs;
use crate::components::header::Header;
use crate::components::nav::{Nav, called_here};
use crate::components::notices::{Notices, NoticesView};
use crate::components::search::SearchState;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::keeping::Keeper;
use crate::later::fetched;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::pages::page;
use crate::pages::today::TodayPage;
use crate::place::{Book, Place, Tab, View};
use crate::prefs::Prefs;
use crate::startup;

/// Takes the keyboard from the field it is in, so that the field tells what it holds while there is still somebody to
/// tell: a browser lets a field that is taken away tell it too late.
fn tell_what_is_typed() {
    let field = document()
        .active_element()
        .filter(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
        .filter(|element| element.closest("main").is_ok_and(|main| main.is_some()))
        .and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(field) = field {
        // A field that keeps the keyboard is taken away with it.
        let _ = field.blur();
    }
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    Prefs::provide();
    Update::provide();
    clock::watch_the_day();
    let place = RwSignal::new(Place::from_hash(&hash()));
    let moved = window_event_listener(leptos::ev::hashchange, move |_| {
        let next = Place::from_hash(&hash());
        // Another name of the same place takes nothing away.
        if place.get_untracked() != next {
            tell_what_is_typed();
            place.set(next);
        }
    });
    on_cleanup(move || moved.remove());
    Navigator::provide(place.read_only());
    // Another journal is another notebook: nothing of one is in reach of the other.
    let book = Memo::new(move |_| place.get().book);
    move || view! { <JournalPage book=book.get()/> }
}

/// One journal, open.
#[component]
fn JournalPage(book: Book) -> impl IntoView {
    let locale = Locale::here();
    let notebook = Notebook::new(Keeper::open(&book.name()));
    provide_context(notebook);
    let notices = Notices::provide();
    SearchState::provide();
    startup::provide(notebook);
    let here = Navigator::here();
    let view = Memo::new(move |_| here.get().view);
    let title = move || {
        let place = match view.get() {
            View::Today => return c::APP.in_(locale.get()).to_owned(),
            View::Spirals | View::Spiral(..) | View::Entry(_) => called_here(notebook, locale, "spiral")(),
            View::Texts(_) | View::Text(..) | View::Survey(_) => c::TEXTS.in_(locale.get()).into(),
            View::Records(_) | View::Record(_) => c::RECORDS.in_(locale.get()).into(),
            View::Trash => c::TRASH.in_(locale.get()).into(),
            View::Settings => c::SETTINGS.in_(locale.get()).into(),
        };
        format!("{place} · {}", c::APP.in_(locale.get()))
    };
    Effect::new(move |_| document().set_title(&title()));
    view! {
        <a class="skip" href="#main" on:click=move |event| {
            event.prevent_default();
            crate::components::focus("main");
        }>{locale.say(c::SKIP)}</a>
        <div class="frame">
            <Header/>
            <Nav/>
            <main id="main" tabindex="-1" class:wide=move || matches!(view.get(), View::Spiral(..) | View::Text(_, Tab::Write) | View::Records(Some(_)))>
                {fetched(above(()))}
                <Show when=move || book == Book::Demo>
                    <p class="banner">
                        {locale.say(c::DEMO_BANNER)} " "
                        <a href=Place::default().hash()>{locale.say(c::DEMO_LEAVE)}</a>
                    </p>
                </Show>
                {move || match view.get() {
                    View::Today => TodayPage().into_any(),
                    elsewhere => fetched(page(elsewhere)),
                }}
            </main>
        </div>
        {fetched(dialogs(()))}
        <NoticesView notices/>
    }
}
