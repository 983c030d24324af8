//! The demonstration, the trash, and what this app is.

use leptos::prelude::*;

use crate::app::Here;
use crate::browser::update::Update;
use crate::i18n::common as c;
use crate::i18n::settings as t;
use crate::i18n::{Tongue, fill};
use crate::keeping::reset_demonstration;
use crate::notebook::Notebook;
use crate::parts::keys::key_list;
use crate::place::{Book, Place, View};

pub(super) fn about(own: bool) -> AnyView {
    let (tongue, here, notebook) = (Tongue::here(), Here::here(), Notebook::here());
    let demo = if own {
        let address = Place {
            book: Book::Demo,
            view: View::Spirals,
        };
        view! { <a class="button" href=address.hash()>{tongue.say(crate::i18n::capture::SEE_DEMO)}</a> }.into_any()
    } else {
        view! {
            <button type="button" on:click=move |_| leptos::task::spawn_local(reset_demonstration(notebook))>
                {tongue.say(t::DEMO_RESET)}
            </button>
        }
        .into_any()
    };
    let update = Update::here();
    let offline = move || if update.offline.get() { t::OFFLINE } else { t::ONLINE };
    view! {
        <section>
            <h2>{tongue.say(t::DEMO)}</h2>
            <p class="soft">{tongue.say(t::DEMO_WHY)}</p>
            {demo}
        </section>
        <section>
            <h2>{tongue.say(t::ABOUT)}</h2>
            <p>{move || fill(t::VERSION.in_(tongue.get()), &[("version", &env!("CARGO_PKG_VERSION"))])}</p>
            <p>{move || offline().in_(tongue.get())}</p>
            <p><a href=move || here.link(View::Trash)>{tongue.say(c::TRASH)}</a></p>
            <h3>{tongue.say(crate::i18n::find::KEYS)}</h3>
            {key_list(tongue)}
        </section>
    }
    .into_any()
}
