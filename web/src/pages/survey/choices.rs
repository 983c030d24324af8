//! The options of an item with how many chose each; of an open one, the codes given to its answers.

use leptos::prelude::*;
use luoxuan::catalog::{Words, point};
use luoxuan::record::{Choice, Item, ItemKind};

use super::context::{SurveyContext, new_name, place_after};
use crate::components::field::{lines, shown};
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::i18n::text as t;

#[component]
pub(super) fn Choices(
    context: SurveyContext,
    item: String,
    kind: ItemKind,
    /// Whether its counts are taken from rows, so that nobody types others beside them.
    counted: Signal<bool>,
) -> impl IntoView {
    let locale = Locale::here();
    let item = StoredValue::new(item);
    let all = move || {
        item.with_value(|item| {
            context
                .survey
                .read(|survey| survey.items.get(item).map(Item::choices).unwrap_or_default())
        })
    };
    let add = move |_| {
        item.with_value(|item| {
            context.survey.change(|survey| {
                if let Some(item) = survey.items.get_mut(item) {
                    let choice = Choice {
                        place: place_after(item.choices.values().map(|choice| choice.place)),
                        ..Choice::default()
                    };
                    item.choices.insert(new_name(), choice);
                }
            });
        });
    };
    let row = move |(at, (name, choice)): (usize, (String, Choice))| {
        let option = ChoiceRow {
            context,
            item,
            name: StoredValue::new(name),
            at,
            locale,
        };
        option.view(kind, choice, counted)
    };
    view! {
        <div class="options">
            <span class="label" aria-hidden="true">{locale.say(v::OPTION)}</span><span class="label" aria-hidden="true">{locale.say(v::COUNT)}</span><span></span>
            {move || all().into_iter().enumerate().map(row).collect_view()}
        </div>
        {kind.points().is_none().then(|| view! { <p class="row"><button type="button" class="quiet" on:click=add>"+ " {locale.say(if kind == ItemKind::Open { v::ADD_CODE } else { v::ADD_OPTION })}</button></p> })}
    }
}

/// An option of an item, or a code of an open one.
#[derive(Clone, Copy)]
struct ChoiceRow {
    context: SurveyContext,
    item: StoredValue<String>,
    name: StoredValue<String>,
    at: usize,
    locale: Locale,
}

impl ChoiceRow {
    fn set(self, change: impl FnOnce(&mut Choice)) {
        self.context.survey.sheet.update(|survey| {
            if let Some(item) = self.item.with_value(|item| survey.items.get_mut(item)) {
                change(item.choices.entry(self.name.get_value()).or_default());
            }
        });
    }

    fn remove(self) {
        self.context.survey.change(|survey| {
            if let Some(item) = self.item.with_value(|item| survey.items.get_mut(item)) {
                self.name.with_value(|name| item.choices.remove(name));
            }
        });
    }

    fn numbered(self, words: Words) -> impl Fn() -> String {
        move || format!("{} {}", words.in_(self.locale.get()), self.at + 1)
    }

    /// What it says, how many chose it, and the way to take it out.
    fn view(self, kind: ItemKind, choice: Choice, counted: Signal<bool>) -> AnyView {
        let locale = self.locale;
        let score = self.name.get_value();
        // The words of a scale's points are the scale's own.
        let usual = kind.points().and_then(|points| point(points, score.parse().ok()?));
        let (words, end) = match usual {
            Some(usual) => (
                view! { <span>{score} " · " {locale.say(usual)}</span> }.into_any(),
                view! { <span></span> }.into_any(),
            ),
            None => (
                view! { <input type="text" aria-label=self.numbered(v::OPTION) prop:value=choice.text on:input=move |event| self.set(|choice| choice.text = event_target_value(&event))/> }.into_any(),
                view! { <button type="button" class="quiet" aria-label=self.numbered(t::TAKE_OUT) on:click=move |_| self.remove()>"×"</button> }.into_any(),
            ),
        };
        view! {
            {words}
            <input type="number" min="0" disabled=move || counted.get() aria-label=self.numbered(v::COUNT) prop:value=shown(choice.count)
                on:input=move |event| self.set(|choice| choice.count = event_target_value(&event).parse().ok())/>
            {end}
            {(kind == ItemKind::Open).then(|| view! {
                <textarea class="quotes" rows="1" aria-label=locale.say(v::QUOTES) placeholder=locale.say(v::QUOTES) prop:value=choice.quotes.join("\n")
                    on:input=move |event| self.set(|choice| choice.quotes = lines(&event_target_value(&event)))></textarea>
            })}
        }
        .into_any()
    }
}
