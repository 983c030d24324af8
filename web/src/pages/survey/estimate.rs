//! What a teacher expects of a question, said before anybody has answered it and not changed after.

use leptos::prelude::*;
use luoxuan::Survey;
use luoxuan::record::{Estimate, Item, ItemKind};
use luoxuan::survey::Tally;

use super::context::SurveyContext;
use crate::components::field::shown;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};

/// A question and what is expected of it.
#[derive(Clone, Copy)]
struct Estimated {
    context: SurveyContext,
    name: StoredValue<String>,
}

impl Estimated {
    fn of<T>(self, read: impl FnOnce(&Survey, &str, &Item) -> Option<T>) -> Option<T> {
        self.name.with_value(|name| {
            self.context
                .survey
                .sheet
                .with(|survey| read(survey, name, survey.items.get(name)?))
        })
    }

    /// Whether it is a question of which options are chosen.
    fn is_of_options(self) -> bool {
        let chosen =
            |_: &Survey, _: &str, item: &Item| Some(matches!(item.sort, ItemKind::Single | ItemKind::Multiple));
        self.of(chosen).unwrap_or_default()
    }

    /// Sealed as soon as anything is counted: an estimate after the event is none.
    fn is_counted(self, locale: Locale) -> bool {
        let tally = self.of(|survey, name, item| Tally::of(survey, name, item, locale.get()));
        tally.is_some_and(|tally| tally.people > 0)
    }

    /// The options that say something, by their short names.
    fn options(self) -> Vec<(String, String)> {
        let choices = self.of(|_, _, item| Some(item.choices())).unwrap_or_default();
        let named = choices.into_iter().map(|(name, choice)| (name, choice.text));
        named.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    fn estimate(self) -> Option<Estimate> {
        self.of(|_, _, item| item.estimate.clone())
    }

    fn set(self, change: impl FnOnce(&mut Estimate)) {
        self.name.with_value(|name| {
            self.context.survey.sheet.update(|survey| {
                if let Some(item) = survey.items.get_mut(name) {
                    let mut estimate = item.estimate.clone().unwrap_or_default();
                    change(&mut estimate);
                    item.estimate = (!estimate.choice.is_empty()).then_some(estimate);
                }
            });
        });
    }
}

#[component]
pub(super) fn EstimateView(context: SurveyContext, item: String) -> impl IntoView {
    let locale = Locale::here();
    let it = Estimated {
        context,
        name: StoredValue::new(item),
    };
    let asked = Memo::new(move |_| it.is_of_options());
    let counted = Memo::new(move |_| it.is_counted(locale));
    let options = Memo::new(move |_| it.options());
    let estimate = Memo::new(move |_| it.estimate());
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
                    <select on:change=move |event| it.set(|estimate| estimate.choice = event_target_value(&event))>
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
                            on:change=move |event| it.set(|estimate| estimate.percent = event_target_value(&event).trim().parse().ok())/></label>
                </Show>
            </div>
            <p class="soft">{locale.say(v::ESTIMATE_WHY)}</p>
        </Show>
        {move || sealed().map(|words| view! { <p class="soft">{words}</p> })}
    }
}
