//! What a teacher expects of a question, said before anybody has answered it and not changed after.

use leptos::prelude::*;
use luoxuan::record::{Estimate, Item, ItemKind};
use luoxuan::survey::Tally;

use super::desk::Desk;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::parts::field::shown;

#[component]
pub(super) fn EstimateView(desk: Desk, item: String) -> impl IntoView {
    let locale = Locale::here();
    let name = StoredValue::new(item);
    let of = move |read: &dyn Fn(&Item) -> Option<String>| {
        name.with_value(|name| desk.survey.sheet.with(|survey| survey.items.get(name).and_then(read)))
    };
    let asked = Memo::new(move |_| {
        of(&|item| matches!(item.sort, ItemKind::Single | ItemKind::Multiple).then(String::new)).is_some()
    });
    // Sealed as soon as anything is counted: an estimate after the event is none.
    let counted = Memo::new(move |_| {
        name.with_value(|name| {
            desk.survey.sheet.with(|survey| {
                let tally = survey
                    .items
                    .get(name)
                    .and_then(|item| Tally::of(survey, name, item, locale.get()));
                tally.is_some_and(|tally| tally.people > 0)
            })
        })
    });
    let options = Memo::new(move |_| {
        name.with_value(|name| {
            desk.survey.sheet.with(|survey| {
                let choices = survey
                    .items
                    .get(name)
                    .map(Item::choices)
                    .unwrap_or_default()
                    .into_iter();
                let named = choices.map(|(name, choice)| (name, choice.text));
                named.filter(|(_, text)| !text.trim().is_empty()).collect::<Vec<_>>()
            })
        })
    });
    let estimate = Memo::new(move |_| {
        name.with_value(|name| {
            desk.survey
                .sheet
                .with(|survey| survey.items.get(name).and_then(|item| item.estimate.clone()))
        })
    });
    let set = move |change: &dyn Fn(&mut Estimate)| {
        name.with_value(|name| {
            desk.survey.sheet.update(|survey| {
                if let Some(item) = survey.items.get_mut(name) {
                    let mut estimate = item.estimate.clone().unwrap_or_default();
                    change(&mut estimate);
                    item.estimate = (!estimate.choice.is_empty()).then_some(estimate);
                }
            });
        });
    };
    let sealed = move || {
        let estimate = estimate.get().filter(|_| counted.get())?;
        let text = options.get().into_iter().find(|(name, _)| *name == estimate.choice)?.1;
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("choice", &text), ("e", &estimate.percent?)];
        Some(fill(v::ESTIMATED.in_(locale.get()), slots))
    };
    view! {
        <Show when=move || asked.get() && !counted.get() && !options.read().is_empty()>
            <div class="row">
                <label class="choice"><span>{locale.say(v::ESTIMATE)}</span>
                    <select on:change=move |event| set(&|estimate| estimate.choice = event_target_value(&event))>
                        <option value="" selected=move || estimate.read().is_none()>{locale.say(v::UNSAID)}</option>
                        {move || options.get().into_iter().map(|(name, text)| {
                            let chosen = estimate.read().as_ref().is_some_and(|estimate| estimate.choice == name);
                            view! { <option value=name selected=chosen>{text}</option> }
                        }).collect_view()}
                    </select>
                </label>
                <Show when=move || estimate.read().is_some()>
                    <label class="choice"><span>{locale.say(v::ABOUT_PERCENT)}</span>
                        <input type="number" min="0" max="100" prop:value=move || shown(estimate.get().and_then(|it| it.percent))
                            on:change=move |event| set(&|estimate| estimate.percent = event_target_value(&event).trim().parse().ok())/></label>
                </Show>
            </div>
            <p class="soft">{locale.say(v::ESTIMATE_WHY)}</p>
        </Show>
        {move || sealed().map(|words| view! { <p class="soft">{words}</p> })}
    }
}
