//! The options of an item with how many chose each; of an open one, the codes given to its answers.

use leptos::prelude::*;
use luoxuan::catalog::point;
use luoxuan::record::{Choice, Item, ItemKind};

use super::desk::{Desk, new_name};
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::parts::field::{lines, shown};

#[component]
pub(super) fn Choices(
    desk: Desk,
    item: String,
    kind: ItemKind,
    /// Whether its counts are taken from rows, so that nobody types others beside them.
    counted: Signal<bool>,
) -> impl IntoView {
    let locale = Locale::here();
    let item = StoredValue::new(item);
    let all = move || {
        item.with_value(|item| {
            desk.survey
                .read(|survey| survey.items.get(item).map(Item::choices).unwrap_or_default())
        })
    };
    let add = move |_| {
        item.with_value(|item| {
            desk.survey.change(|survey| {
                if let Some(item) = survey.items.get_mut(item) {
                    let place = item
                        .choices
                        .values()
                        .map(|choice| choice.place.saturating_add(1))
                        .max()
                        .unwrap_or_default();
                    item.choices.insert(
                        new_name(),
                        Choice {
                            place,
                            ..Choice::default()
                        },
                    );
                }
            });
        });
    };
    let row = move |at: usize, name: String, choice: Choice| {
        // The words of a scale's points are the scale's own.
        let usual = kind.points().and_then(|points| point(points, name.parse().ok()?));
        let score = name.clone();
        let name = StoredValue::new(name);
        let set = move |change: &dyn Fn(&mut Choice)| {
            desk.survey.sheet.update(|survey| {
                if let Some(item) = item.with_value(|item| survey.items.get_mut(item)) {
                    change(item.choices.entry(name.get_value()).or_default());
                }
            });
        };
        let remove = move |_| {
            desk.survey.change(|survey| {
                if let Some(item) = item.with_value(|item| survey.items.get_mut(item)) {
                    name.with_value(|name| item.choices.remove(name));
                }
            });
        };
        let numbered = move |words: luoxuan::catalog::Words| move || format!("{} {}", words.in_(locale.get()), at + 1);
        let (words, end) = match usual {
            Some(usual) => (
                view! { <span>{score} " · " {locale.say(usual)}</span> }.into_any(),
                view! { <span></span> }.into_any(),
            ),
            None => (
                view! { <input type="text" aria-label=numbered(v::OPTION) prop:value=choice.text on:input=move |event| set(&|choice| choice.text = event_target_value(&event))/> }.into_any(),
                view! { <button type="button" class="quiet" aria-label=numbered(t::TAKE_OUT) on:click=remove>"×"</button> }.into_any(),
            ),
        };
        view! {
            {words}
            <input type="number" min="0" disabled=move || counted.get() aria-label=numbered(v::COUNT) prop:value=shown(choice.count) on:input=move |event| set(&|choice| choice.count = event_target_value(&event).parse().ok())/>
            {end}
            {(kind == ItemKind::Open).then(|| view! {
                <textarea class="quotes" rows="1" aria-label=locale.say(v::QUOTES) placeholder=locale.say(v::QUOTES) prop:value=choice.quotes.join("\n")
                    on:input=move |event| set(&|choice| {
                        choice.quotes = lines(&event_target_value(&event));
                    })></textarea>
            })}
        }
    };
    view! {
        <div class="options">
            <span class="label" aria-hidden="true">{locale.say(v::OPTION)}</span><span class="label" aria-hidden="true">{locale.say(v::COUNT)}</span><span></span>
            {move || all().into_iter().enumerate().map(|(at, (name, choice))| row(at, name, choice)).collect_view()}
        </div>
        {kind.points().is_none().then(|| view! { <p class="row"><button type="button" class="quiet" on:click=add>"+ " {locale.say(if kind == ItemKind::Open { v::ADD_CODE } else { v::ADD_OPTION })}</button></p> })}
    }
}
