//! Two-way tables, and the same pupils before and after.

use leptos::prelude::*;
use luoxuan::record::{Cross, Paired};
use luoxuan::survey::numbers;

use super::context::{SurveyContext, new_name, place_after};
use super::item::spaced;
use super::outcome::Outcome;
use crate::components::field::lines;
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::i18n::text as t;

#[component]
pub(super) fn Tables(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    let crosses = move || {
        context.survey.read(|survey| {
            survey
                .crosses()
                .into_iter()
                .map(|(name, it)| (name.to_owned(), it.clone()))
                .collect::<Vec<_>>()
        })
    };
    let paired = move || {
        context.survey.read(|survey| {
            survey
                .paired()
                .into_iter()
                .map(|(name, it)| (name.to_owned(), it.clone()))
                .collect::<Vec<_>>()
        })
    };
    let add_cross = move |_| {
        context.survey.change(|survey| {
            let cross = Cross {
                place: place_after(survey.crosses.values().map(|it| it.place)),
                ..Cross::default()
            };
            survey.crosses.insert(new_name(), cross);
        });
    };
    let add_paired = move |_| {
        context.survey.change(|survey| {
            let paired = Paired {
                place: place_after(survey.paired.values().map(|it| it.place)),
                ..Paired::default()
            };
            survey.paired.insert(new_name(), paired);
        });
    };
    view! {
        <section>
            <h2>{locale.say(v::CROSSES)}</h2>
            {move || crosses().into_iter().map(|(name, it)| view! { <CrossView context name it/> }).collect_view()}
            <p class="row actions"><button type="button" class="quiet" on:click=add_cross>"+ " {locale.say(v::ADD_CROSS)}</button></p>
        </section>
        <section>
            <h2>{locale.say(v::PAIRED)}</h2>
            {move || paired().into_iter().map(|(name, it)| view! { <PairedView context name it/> }).collect_view()}
            <p class="row actions"><button type="button" class="quiet" on:click=add_paired>"+ " {locale.say(v::ADD_PAIRED)}</button></p>
        </section>
    }
}

/// Counts as they are typed: a row a line. What is no count is 0, so that the others keep their column.
fn counts(text: &str) -> Vec<Vec<u32>> {
    let row = |line: &str| {
        let words = line.split([' ', '\t', ',', '，', '、']).filter(|word| !word.is_empty());
        words.map(|word| word.parse().unwrap_or_default()).collect()
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(row).collect()
}

/// The same, as they are typed.
fn shown(counts: &[Vec<u32>]) -> String {
    let rows = counts
        .iter()
        .map(|row| row.iter().map(u32::to_string).collect::<Vec<_>>().join(" "));
    rows.collect::<Vec<_>>().join("\n")
}

#[component]
fn CrossView(context: SurveyContext, name: String, it: Cross) -> impl IntoView {
    let locale = Locale::here();
    let part = format!("cross:{name}");
    let name = StoredValue::new(name);
    let set = move |change: &dyn Fn(&mut Cross)| {
        context.survey.sheet.update(|survey| {
            if let Some(cross) = name.with_value(|name| survey.crosses.get_mut(name)) {
                change(cross);
            }
        });
    };
    let remove = move |_| {
        context.survey.change(|survey| {
            name.with_value(|name| survey.crosses.remove(name));
        });
    };
    let items = context.survey.read(|survey| {
        survey
            .items()
            .into_iter()
            .map(|(name, item)| (name.to_owned(), item.called().to_owned()))
            .collect::<Vec<_>>()
    });
    let choose = move |label, now: String, write: fn(&mut Cross, String)| {
        let options = items.iter().map(|(item, called)| {
            let (item, called, chosen) = (item.clone(), called.clone(), *item == now);
            view! { <option value=item selected=chosen>{called}</option> }
        });
        let options = options.collect_view();
        view! {
            <label class="choice"><span>{locale.say(label)}</span>
                <select on:change=move |event| set(&|cross| write(cross, event_target_value(&event)))>
                    <option value="" selected=now.is_empty()>{locale.say(v::BY_HAND)}</option>
                    {options}
                </select>
            </label>
        }
    };
    view! {
        <fieldset class="survey-item">
            <label class="field"><span class="label">{locale.say(v::MEASURED)}</span>
                <input type="text" prop:value=it.title on:input=move |event| set(&|cross| cross.title = event_target_value(&event))/></label>
            <div class="grid">
                {choose(v::CROSS_DOWN, it.down, |cross, name| cross.down = name)}
                {choose(v::CROSS_ACROSS, it.across, |cross, name| cross.across = name)}
                <label class="field"><span class="label">{locale.say(v::ROW_NAMES)}</span>
                    <textarea rows="2" prop:value=it.rows.join("\n") on:input=move |event| set(&|cross| cross.rows = lines(&event_target_value(&event)))></textarea></label>
                <label class="field"><span class="label">{locale.say(v::COLUMN_NAMES)}</span>
                    <textarea rows="2" prop:value=it.columns.join("\n") on:input=move |event| set(&|cross| cross.columns = lines(&event_target_value(&event)))></textarea></label>
                <label class="field"><span class="label">{locale.say(v::CELLS)}</span>
                    <textarea rows="2" prop:value=shown(&it.counts) on:input=move |event| set(&|cross| cross.counts = counts(&event_target_value(&event)))></textarea></label>
            </div>
            <Outcome context part/>
            <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}

#[component]
fn PairedView(context: SurveyContext, name: String, it: Paired) -> impl IntoView {
    let locale = Locale::here();
    let part = format!("paired:{name}");
    let name = StoredValue::new(name);
    let set = move |change: &dyn Fn(&mut Paired)| {
        context.survey.sheet.update(|survey| {
            if let Some(paired) = name.with_value(|name| survey.paired.get_mut(name)) {
                change(paired);
            }
        });
    };
    let remove = move |_| {
        context.survey.change(|survey| {
            name.with_value(|name| survey.paired.remove(name));
        });
    };
    let pairs = |text: &str| -> Vec<(f64, f64)> {
        let pair = |line: &str| match numbers(line).0.as_slice() {
            [before, after, ..] => Some((*before, *after)),
            _ => None,
        };
        text.lines().filter_map(pair).collect()
    };
    let typed = it
        .pairs
        .iter()
        .map(|(before, after)| format!("{before} {after}"))
        .collect::<Vec<_>>()
        .join("\n");
    view! {
        <fieldset class="survey-item">
            <div class="grid">
                <label class="field"><span class="label">{locale.say(v::MEASURED)}</span>
                    <input type="text" prop:value=it.title on:input=move |event| set(&|paired| paired.title = event_target_value(&event))/></label>
                <label class="field"><span class="label">{locale.say(v::THRESHOLDS)}</span>
                    <input type="text" prop:value=spaced(&it.thresholds) on:input=move |event| set(&|paired| paired.thresholds = numbers(&event_target_value(&event)).0)/></label>
            </div>
            <label class="field"><span class="label">{locale.say(v::PAIRS)}</span>
                <textarea rows="3" prop:value=typed on:input=move |event| set(&|paired| paired.pairs = pairs(&event_target_value(&event)))></textarea></label>
            <Outcome context part/>
            <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn a_cell_that_is_no_count_does_not_move_the_others() {
        assert_eq!(counts("13 35\n\n39，x，34\n"), [vec![13, 35], vec![39, 0, 34]]);
    }
}
