//! One item: what is asked, what can be answered, how many did, and what that comes to.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::record::{Item, ItemKind};
use luoxuan::survey::{numbers, open_answers};

use super::choices::Choices;
use super::coding::CodingView;
use super::desk::Desk;
use super::estimate::EstimateView;
use super::outcome::Outcome;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::parts::choice::Choice;
use crate::parts::field::shown;
use crate::parts::notices::Notices;

/// Numbers as they are typed into one field.
pub(super) fn spaced(numbers: &[f64]) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}

#[component]
pub(super) fn ItemView(desk: Desk, name: String, at: usize) -> impl IntoView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let (id, part) = (format!("item-{name}"), format!("item:{name}"));
    let name = StoredValue::new(name);
    let start = name.with_value(|name| {
        untrack(|| {
            desk.survey
                .sheet
                .with(|survey| survey.items.get(name).cloned().unwrap_or_default())
        })
    });
    let set = move |change: &dyn Fn(&mut Item)| {
        name.with_value(|name| {
            desk.survey.sheet.update(|survey| {
                if let Some(item) = survey.items.get_mut(name) {
                    change(item);
                }
            });
        });
    };
    let kind = Memo::new(move |_| {
        name.with_value(|name| {
            desk.survey
                .sheet
                .with(|survey| survey.items.get(name).map_or(ItemKind::Single, |item| item.sort))
        })
    });
    let unknown = Signal::derive(move || {
        name.with_value(|name| {
            desk.survey
                .sheet
                .with(|survey| survey.items.get(name)?.unknown_word("sort").map(str::to_owned))
        })
    });
    let from_rows = move || name.with_value(|name| desk.survey.sheet.with(|survey| survey.columns.contains(name)));
    let answered = Memo::new(move |_| {
        name.with_value(|name| desk.survey.sheet.with(|survey| !open_answers(survey, name).is_empty()))
    });
    let remove = move |_| {
        let taken = name.with_value(|name| {
            let mut taken = None;
            desk.survey.change(|survey| taken = survey.items.remove(name));
            taken
        });
        if let Some(taken) = taken {
            let name = name.get_value();
            notices.undoable(v::ITEM_REMOVED.in_(locale.0.get_untracked()), move || {
                desk.survey.change_late(|survey| {
                    survey.items.insert(name.clone(), taken.clone());
                });
            });
        }
    };
    let (asked, short, reversed) = (start.text, start.name, start.reversed);
    let (judged, agreed) = (start.judged, start.agreed);
    let (numbered, bands) = (spaced(&start.numbers), spaced(&start.bands));
    // What a second person judged as well.
    let twice = move || {
        view! {
            <div class="grid">
                <label class="field"><span class="label">{locale.say(v::JUDGED)}</span>
                    <input type="number" min="0" prop:value=shown(judged) on:input=move |event| set(&|item| item.judged = event_target_value(&event).parse().ok())/></label>
                <label class="field"><span class="label">{locale.say(v::AGREED)}</span>
                    <input type="number" min="0" prop:value=shown(agreed) on:input=move |event| set(&|item| item.agreed = event_target_value(&event).parse().ok())/></label>
            </div>
        }
    };
    view! {
        <fieldset class="survey-item" id=id tabindex="-1">
            <legend>{move || fill(v::QUESTION.in_(locale.get()), &[("n", &(at + 1))])}</legend>
            <label class="field"><span class="label">{locale.say(v::ASKED)}</span>
                <textarea rows="1" prop:value=asked on:input=move |event| set(&|item| item.text = event_target_value(&event))></textarea></label>
            <div class="grid">
                <label class="field"><span class="label">{locale.say(v::SHORT)}</span>
                    <input type="text" prop:value=short on:input=move |event| set(&|item| item.name = event_target_value(&event))/></label>
                <Choice label=v::KIND options=ItemKind::ALL.iter().map(|kind| (kind.word(), kind.label())).collect()
                    value=Signal::derive(move || kind.get().word())
                    unknown=unknown
                    on_change=move |word: String| if let Some(kind) = ItemKind::from_word(&word) {
                        set(&|item| {
                            item.other.remove("sort");
                            item.sort = kind;
                        });
                    }/>
                <label class="field"><span class="label">{locale.say(v::BASE)}</span>
                    <input type="number" min="0" prop:value=shown(start.of) on:input=move |event| set(&|item| item.of = event_target_value(&event).parse().ok())/></label>
                <Show when=move || kind.get().points().is_some()>
                    <label class="check"><input type="checkbox" prop:checked=reversed on:change=move |event| set(&|item| item.reversed = event_target_checked(&event))/>{locale.say(v::REVERSED)}</label>
                </Show>
            </div>
            <Show when=move || from_rows() && kind.get() != ItemKind::Open><p class="soft">{locale.say(v::FROM_ROWS)}</p></Show>
            <OwnWords desk item=name.get_value()/>
            {move || match kind.get() {
                ItemKind::Open if answered.get() => view! { <CodingView desk item=name.get_value()/>{twice()} }.into_any(),
                ItemKind::Number => view! {
                    <label class="field"><span class="label">{locale.say(v::NUMBERS)}</span>
                        <textarea rows="1" prop:value=numbered.clone() on:input=move |event| set(&|item| item.numbers = numbers(&event_target_value(&event)).0)></textarea></label>
                    <label class="field"><span class="label">{locale.say(v::BANDS)}</span>
                        <input type="text" prop:value=bands.clone() on:input=move |event| set(&|item| item.bands = numbers(&event_target_value(&event)).0)/></label>
                }.into_any(),
                kind => view! {
                    <Choices desk item=name.get_value() kind counted=Signal::derive(from_rows)/>
                    {(kind == ItemKind::Open).then(twice)}
                }.into_any(),
            }}
            <EstimateView desk item=name.get_value()/>
            <Outcome desk part/>
            <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}

/// What people wrote in behind the options of an item.
#[component]
fn OwnWords(desk: Desk, item: String) -> impl IntoView {
    let locale = Locale::here();
    let said = Memo::new(move |_| {
        desk.survey.sheet.with(|survey| {
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
