//! The next window of what goes on in windows of some years (学规班), once one has ended.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::Again;
use luoxuan::record::Kind;

use crate::browser::clock;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::Item;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// What has ended and what is next, with a button that begins it; nothing where nothing is.
pub fn next_window(item: Item, kind: &Arc<Kind>) -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    if kind.again.stages.is_empty() {
        return ().into_any();
    }
    let (mine, said) = (kind.clone(), kind.clone());
    let again = Memo::new(move |_| notebook.of_surroundings(|index| mine.again(index, item.id)));
    let sentence = move |again: &Again| {
        let language = locale.get();
        let stage = item
            .content()
            .and_then(|content| Some(said.stage_of(&content)?.label(language).to_owned()));
        let step = said
            .field(&said.again.steps)
            .map_or("", |field| field.choice_label(&again.step, language));
        let day = again.from.map(|day| clock::day_text(day, language)).unwrap_or_default();
        let words = if day.is_empty() { t::AGAIN_BARE } else { t::AGAIN };
        let stage = stage.unwrap_or_default();
        fill(
            words.in_(language),
            &[("stage", &stage), ("step", &step), ("day", &day)],
        )
    };
    let begin = move |_| {
        if let Some(again) = again.get_untracked() {
            here.go(View::Record(notebook.add_content(again.content)));
        }
    };
    view! {
        <Show when=move || again.read().is_some()>
            <p class="row hint">
                <span role="status">{let sentence = sentence.clone(); move || again.get().as_ref().map(&sentence)}</span>
                <button type="button" on:click=begin>{locale.say(t::AGAIN_BEGIN)}</button>
            </p>
        </Show>
    }
    .into_any()
}
