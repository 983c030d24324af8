//! One item: what is asked, what can be answered, how many did, and what that comes to.

use leptos::prelude::*;
use luoxuan::Survey;
use luoxuan::catalog::Labelled;
use luoxuan::record::{Item, ItemKind};
use luoxuan::survey::{numbers, open_answers};

use super::choices::Choices;
use super::coding::CodingView;
use super::context::SurveyContext;
use super::estimate::EstimateView;
use super::outcome::Outcome;
use crate::components::field::shown;
use crate::components::notices::Notices;
use crate::components::select::Select;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};

/// Numbers as they are typed into one field.
pub(super) fn spaced(numbers: &[f64]) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

/// An item that is being changed.
#[derive(Clone, Copy)]
struct Changed {
    context: SurveyContext,
    name: StoredValue<String>,
    locale: Locale,
    notices: Notices,
}

impl Changed {
    fn with<T>(self, read: impl FnOnce(&Survey, &str) -> T) -> T {
        self.name
            .with_value(|name| self.context.survey.sheet.with(|survey| read(survey, name)))
    }

    fn kind(self) -> ItemKind {
        self.with(|survey, name| survey.items.get(name).map_or(ItemKind::Single, |item| item.sort))
    }

    /// The word for a kind that this version does not know.
    fn unknown_kind(self) -> Option<String> {
        self.with(|survey, name| survey.items.get(name)?.unknown_word("sort").map(str::to_owned))
    }

    fn set(self, change: impl FnOnce(&mut Item)) {
        self.name.with_value(|name| {
            self.context.survey.sheet.update(|survey| {
                if let Some(item) = survey.items.get_mut(name) {
                    change(item);
                }
            });
        });
    }

    fn set_kind(self, word: &str) {
        if let Some(kind) = ItemKind::from_word(word) {
            self.set(|item| {
                item.other.remove("sort");
                item.sort = kind;
            });
        }
    }

    fn remove(self) {
        let Self { context, name, .. } = self;
        let taken = name.with_value(|name| {
            let mut taken = None;
            context.survey.change(|survey| taken = survey.items.remove(name));
            taken
        });
        if let Some(taken) = taken {
            let name = name.get_value();
            let said = v::ITEM_REMOVED.in_(self.locale.0.get_untracked());
            self.notices.undoable(said, move || {
                context.survey.change_late(|survey| {
                    survey.items.insert(name.clone(), taken.clone());
                });
            });
        }
    }
}

#[component]
pub(super) fn ItemView(context: SurveyContext, name: String, at: usize) -> impl IntoView {
    let locale = Locale::here();
    let (id, part) = (format!("item-{name}"), format!("item:{name}"));
    let name = StoredValue::new(name);
    let changed = Changed {
        context,
        name,
        locale,
        notices: Notices::here(),
    };
    let start = untrack(|| changed.with(|survey, name| survey.items.get(name).cloned().unwrap_or_default()));
    let kind = Memo::new(move |_| changed.kind());
    let from_rows =
        Signal::derive(move || changed.with(|survey, name| survey.columns.iter().any(|column| column == name)));
    view! {
        <fieldset class="survey-item" id=id tabindex="-1">
            <legend>{move || fill(v::QUESTION.in_(locale.get()), &[("n", &(at + 1))])}</legend>
            {question(changed, kind, &start)}
            <Show when=move || from_rows.get() && kind.get() != ItemKind::Open><p class="soft">{locale.say(v::FROM_ROWS)}</p></Show>
            <OwnWords context item=name.get_value()/>
            {answers(changed, kind, from_rows, &start)}
            <EstimateView context item=name.get_value()/>
            <Outcome context part/>
            <p class="row"><button type="button" class="quiet" on:click=move |_| changed.remove()>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}

/// What is asked, in full and in short, and which kind of answer it wants.
fn question(changed: Changed, kind: Memo<ItemKind>, start: &Item) -> AnyView {
    let locale = changed.locale;
    let (asked, short, of, reversed) = (start.text.clone(), start.name.clone(), start.of, start.reversed);
    view! {
        <label class="field"><span class="label">{locale.say(v::ASKED)}</span>
            <textarea rows="1" prop:value=asked on:input=move |event| changed.set(|item| item.text = event_target_value(&event))></textarea></label>
        <div class="grid">
            <label class="field"><span class="label">{locale.say(v::SHORT)}</span>
                <input type="text" prop:value=short on:input=move |event| changed.set(|item| item.name = event_target_value(&event))/></label>
            <Select label=v::KIND options=ItemKind::ALL.iter().map(|kind| (kind.word(), kind.label())).collect()
                value=Signal::derive(move || kind.get().word())
                unknown=Signal::derive(move || changed.unknown_kind())
                on_change=move |word: String| changed.set_kind(&word)/>
            <label class="field"><span class="label">{locale.say(v::BASE)}</span>
                <input type="number" min="0" prop:value=shown(of) on:input=move |event| changed.set(|item| item.of = event_target_value(&event).parse().ok())/></label>
            <Show when=move || kind.get().points().is_some()>
                <label class="check"><input type="checkbox" prop:checked=reversed on:change=move |event| changed.set(|item| item.reversed = event_target_checked(&event))/>{locale.say(v::REVERSED)}</label>
            </Show>
        </div>
    }
    .into_any()
}

/// What was answered: options with their counts, answers to code, or numbers.
fn answers(changed: Changed, kind: Memo<ItemKind>, from_rows: Signal<bool>, start: &Item) -> AnyView {
    let Changed {
        context, name, locale, ..
    } = changed;
    let answered = Memo::new(move |_| changed.with(|survey, name| !open_answers(survey, name).is_empty()));
    let (numbered, bands) = (spaced(&start.numbers), spaced(&start.bands));
    let (judged, agreed) = (start.judged, start.agreed);
    let twice = move || judged_twice(changed, judged, agreed);
    let shown = move || {
        match kind.get() {
        ItemKind::Open if answered.get() => view! { <CodingView context item=name.get_value()/>{twice()} }.into_any(),
        ItemKind::Number => view! {
            <label class="field"><span class="label">{locale.say(v::NUMBERS)}</span>
                <textarea rows="1" prop:value=numbered.clone() on:input=move |event| changed.set(|item| item.numbers = numbers(&event_target_value(&event)).0)></textarea></label>
            <label class="field"><span class="label">{locale.say(v::BANDS)}</span>
                <input type="text" prop:value=bands.clone() on:input=move |event| changed.set(|item| item.bands = numbers(&event_target_value(&event)).0)/></label>
        }
        .into_any(),
        kind => view! {
            <Choices context item=name.get_value() kind counted=from_rows/>
            {(kind == ItemKind::Open).then(twice)}
        }
        .into_any(),
    }
    };
    shown.into_any()
}

/// What a second person judged as well.
fn judged_twice(changed: Changed, judged: Option<u32>, agreed: Option<u32>) -> AnyView {
    let locale = changed.locale;
    view! {
        <div class="grid">
            <label class="field"><span class="label">{locale.say(v::JUDGED)}</span>
                <input type="number" min="0" prop:value=shown(judged) on:input=move |event| changed.set(|item| item.judged = event_target_value(&event).parse().ok())/></label>
            <label class="field"><span class="label">{locale.say(v::AGREED)}</span>
                <input type="number" min="0" prop:value=shown(agreed) on:input=move |event| changed.set(|item| item.agreed = event_target_value(&event).parse().ok())/></label>
        </div>
    }
    .into_any()
}

/// What people wrote in behind the options of an item.
#[component]
fn OwnWords(context: SurveyContext, item: String) -> impl IntoView {
    let locale = Locale::here();
    let said = Memo::new(move |_| {
        context.survey.sheet.with(|survey| {
            let listed = survey.items.get(&item).is_some_and(|item| item.sort != ItemKind::Open);
            if listed {
                open_answers(survey, &item)
            } else {
                Vec::new()
            }
        })
    });
    let each = move || {
        let all = said.get().into_iter();
        let times = |n: u64| (n > 1).then(|| format!(" × {n}"));
        all.map(|answer| view! { <li>{answer.text}{times(answer.people)}</li> })
            .collect_view()
    };
    view! {
        <Show when=move || !said.read().is_empty()>
            <div><p class="label">{locale.say(v::OWN_WORDS)}</p><ul>{each}</ul></div>
        </Show>
    }
}
