//! The demonstration, the trash, and what this app is.

use leptos::prelude::*;

use crate::browser::storage::journal;
use crate::browser::update::Update;
use crate::components::keys::key_list;
use crate::i18n::common as c;
use crate::i18n::settings as t;
use crate::i18n::{Locale, fill};
use crate::keeping::reset_demonstration;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Book, Place, View};

pub(super) fn about(own: bool) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let demo = if own {
        let address = Place {
            book: Book::Demo,
            view: View::Spirals,
        };
        view! { <a class="button" href=address.hash()>{locale.say(crate::i18n::capture::SEE_DEMO)}</a> }.into_any()
    } else {
        view! {
            <button type="button" on:click=move |_| leptos::task::spawn_local(reset_demonstration(notebook))>
                {locale.say(t::DEMO_RESET)}
            </button>
        }
        .into_any()
    };
    let update = Update::here();
    // A file that holds the whole program asks nobody.
    let in_a_file = journal().is_some();
    let offline = move || {
        if in_a_file || update.offline.get() {
            t::OFFLINE
        } else {
            t::ONLINE
        }
    };
    view! {
        <section>
            <h2>{locale.say(t::DEMO)}</h2>
            <p class="soft">{locale.say(t::DEMO_WHY)}</p>
            {demo}
        </section>
        <section>
            <h2>{locale.say(t::ABOUT)}</h2>
            <p>{move || fill(t::VERSION.in_(locale.get()), &[("version", &env!("CARGO_PKG_VERSION"))])}</p>
            <p>{move || offline().in_(locale.get())}</p>
            <p><a href=move || here.link(View::Trash)>{locale.say(c::TRASH)}</a></p>
            <h3>{locale.say(crate::i18n::find::KEYS)}</h3>
            {key_list(locale)}
        </section>
    }
    .into_any()
}
