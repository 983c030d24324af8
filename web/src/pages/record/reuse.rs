//! What is to be known of a contest entry before it is handed in: that it was somewhere before.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::reuse;
use luoxuan::record::Kind;

use crate::i18n::Locale;
use crate::i18n::records as t;
use crate::item::Item;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// One sentence, and a way to where it was; nothing where it is new.
pub fn used_before(item: Item, kind: &Arc<Kind>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    if kind.name != "contest_entry" {
        return ().into_any();
    }
    let found = Memo::new(move |_| notebook.of_surroundings(|index| reuse(index, item.id, locale.get())));
    view! {
        <div role="status">{move || found.get().map(|found| {
            let sentence = found.sentence(locale.get());
            view! { <p class="hint">{sentence} " " <a href=here.link_now(View::Record(found.record))>{locale.say(t::SEE)}</a></p> }
        })}</div>
    }
    .into_any()
}
