//! Which material went into which text: to be seen before something is used twice.

use leptos::prelude::*;
use luoxuan::draft;

use super::title_of;
use crate::components::origin::Origin;
use crate::components::stands_open;
use crate::i18n::Locale;
use crate::i18n::text as t;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

/// The map, folded away until somebody asks for it.
#[component]
pub(super) fn ReuseMap() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let open = RwSignal::new(false);
    let rows = move || {
        notebook.of_both(|index, _| {
            let reused = draft::reuse(index).into_iter();
            reused
                .map(|(record, texts)| {
                    let texts = texts
                        .into_iter()
                        .filter_map(|id| Some((id, title_of(index.document(id)?, locale))));
                    (Origin::of(index, record, locale.get()), texts.collect::<Vec<_>>())
                })
                .collect::<Vec<_>>()
        })
    };
    let row = move |(origin, texts): (Origin, Vec<_>)| {
        let texts = texts.into_iter().map(|(id, title)| {
            view! {
                <li><a href=here.link(View::Text(id, Tab::Write))>{title}</a></li>
            }
        });
        view! { <li><span>{origin.show(here)}</span><ul>{texts.collect_view()}</ul></li> }
    };
    view! {
        <details class="list" on:toggle=move |event| open.set(stands_open(&event))>
            <summary>{locale.say(t::REUSE_MAP)}</summary>
            {move || open.get().then(|| {
                let rows = rows();
                if rows.is_empty() {
                    return view! { <p class="soft">{locale.say(t::REUSE_EMPTY)}</p> }.into_any();
                }
                view! { <ul class="plain">{rows.into_iter().map(row).collect_view()}</ul> }.into_any()
            })}
        </details>
    }
}
