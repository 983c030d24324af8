//! The one file: given out by a site, explained in itself.

use leptos::prelude::*;

use crate::browser::storage::journal;
use crate::browser::{files, random};
use crate::components::from_disk::told;
use crate::components::notices::Notices;
use crate::i18n::Locale;
use crate::i18n::one_file as t;

/// The file beside the site's own page, and how it names its journal until somebody gets a file of their own.
const FILE: &str = "luoxuan.html";
const JOURNAL: &str = "<meta name=\"journal\" content=\"one-file\">";

pub(super) fn one_file() -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let get = move |_| {
        leptos::task::spawn_local(async move {
            let language = locale.0.get_untracked();
            if give_out(t::NAME.in_(language)).await.is_none() {
                notices.say(t::NOT_HERE.in_(language));
            }
        });
    };
    let what = if journal().is_some() {
        told(locale)
    } else {
        view! {
            <p class="soft">{locale.say(t::WHY)}</p>
            <button type="button" on:click=get>{locale.say(t::GET)}</button>
        }
        .into_any()
    };
    view! {
        <section>
            <h2>{locale.say(t::TITLE)}</h2>
            {what}
        </section>
    }
    .into_any()
}

/// Hands the one file to the teacher, with a journal of its own.
async fn give_out(name: &str) -> Option<()> {
    let file = files::of_this_site(FILE).await?;
    let own = format!("<meta name=\"journal\" content=\"{}\">", random::record_id());
    let (before, after) = file.split_once(JOURNAL)?;
    files::download(name, "text/html", format!("{before}{own}{after}").as_bytes())
}
