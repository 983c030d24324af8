//! How far a record has come: the stages of its kind, one after the other.

use std::sync::Arc;

use leptos::prelude::*;
use luoxuan::kind::{Moved, REACHED, STAGE};
use luoxuan::record::{Kind, KindStage};

use super::field::select;
use crate::browser::clock;
use crate::components::notices::Notices;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{Item, Slot};

/// Goes to a stage; one press takes it back. What usually lies between is told.
fn go(item: Item, kind: &Arc<Kind>, word: &str, locale: Locale, notices: Notices) {
    let Some(before) = untrack(|| item.content()) else {
        return;
    };
    let moved = kind.moved(&before, word);
    if matches!(moved, Moved::Here | Moved::Unknown) {
        return;
    }
    let language = locale.0.get_untracked();
    item.change(|content| kind.at_stage(content, word, Some(clock::now().date())));
    let stage = kind.stage(word).map_or(word, |stage| stage.label(language));
    let between: Vec<_> = kind
        .between(&before, word)
        .into_iter()
        .map(|stage| stage.label(language))
        .collect();
    let said = if moved == Moved::Beyond && !between.is_empty() {
        fill(
            t::BEYOND.in_(language),
            &[("stage", &stage), ("between", &between.join(" → "))],
        )
    } else {
        fill(t::MOVED.in_(language), &[("stage", &stage)])
    };
    // Only this is taken back: something else may have been typed meanwhile.
    let was = before.to_json();
    notices.undoable_beside(said, move || {
        item.change(|now| {
            let fields = [STAGE, REACHED].into_iter();
            fields.fold(now.clone(), |now, field| now.with(field, was.get(field).cloned()))
        });
    });
}

/// The stages in a row, the present one marked, each with the day it was reached.
pub fn stepper(item: Item, kind: &Arc<Kind>) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let now = Memo::new(move |_| {
        item.content()
            .and_then(|content| Some(content.text(STAGE)?.into_owned()))
    });
    let step = {
        let kind = kind.clone();
        move |stage: KindStage| {
            let (word, mine, to, kind) = (stage.word.clone(), stage.word.clone(), stage.word.clone(), kind.clone());
            let reached = {
                let kind = kind.clone();
                move || item.content().and_then(|content| kind.reached(&content, &mine))
            };
            let current = move || (now.get().as_deref() == Some(word.as_str())).then_some("step");
            let when = reached.clone();
            view! {
                <li aria-current=current class:reached=move || reached().is_some()>
                    <button type="button" on:click=move |_| go(item, &kind, &to, locale, notices)>
                        {move || stage.label(locale.get()).to_owned()}
                        {move || when().map(|day| view! { <span class="when">{clock::short_day_text(day)}</span> })}
                    </button>
                </li>
            }
        }
    };
    let (main, others) = kind.ways();
    let list = |stages: Vec<&KindStage>| stages.into_iter().cloned().map(step.clone()).collect_view();
    (!kind.stages.is_empty())
        .then(|| {
            let beside = (!others.is_empty())
                .then(|| view! { <ul class="steps beside" aria-label=locale.say(t::STAGE)>{list(others)}</ul> });
            view! { <ol class="steps" aria-label=locale.say(t::STAGE)>{list(main)}</ol> {beside} }
        })
        .into_any()
}

/// The stage as a choice, in a table.
pub fn stage_choice(item: Item, kind: Arc<Kind>) -> AnyView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let stages = kind
        .stages
        .iter()
        .map(|stage| (stage.word.clone(), stage.label.clone()));
    let now = Slot::of(item, STAGE);
    let chosen = select(
        stages.collect(),
        move || now.text(),
        move |word| go(item, &kind, &word, locale, notices),
    );
    view! { <label class="cell"><span class="hidden">{locale.say(t::STAGE)}</span>{chosen}</label> }.into_any()
}
