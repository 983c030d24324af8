//! What a sheet of answers is taken for, question by question.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::survey::sheet::Form;

use super::sheet::Sheet;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::taking::{Asked, Fits, Proposed};

/// What stands between the words of options where a person types them.
const BETWEEN: [char; 6] = [';', '；', '、', ',', '，', '\n'];

#[component]
pub(super) fn ProposalView(sheet: Sheet) -> impl IntoView {
    let shown = move || {
        sheet.proposed.get().map(|proposed| {
            let Proposed {
                people,
                questions,
                sentences,
                fits,
            } = proposed;
            let sentences = sentences
                .into_iter()
                .map(|said| view! { <li class="soft">{said}</li> })
                .collect_view();
            view! {
                <div class="proposal">
                    {match fits {
                        Some(fits) => view! { <Fitting sheet fits people/> }.into_any(),
                        None => view! { <Questions sheet questions people/> }.into_any(),
                    }}
                    <ul>{sentences}</ul>
                </div>
            }
        })
    };
    view! { {shown} }
}

/// How the sheet fits the questions that are there.
#[component]
fn Fitting(sheet: Sheet, fits: Fits, people: usize) -> impl IntoView {
    let locale = Locale::here();
    let words = if fits.matched == 0 || people == 0 {
        v::SHEET_FOREIGN
    } else if fits.known {
        v::SHEET_KNOWN
    } else {
        v::SHEET_FITS
    };
    let takes = fits.matched > 0 && people > 0 && !fits.known;
    let said = move || {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("n", &people), ("matched", &fits.matched), ("of", &fits.of)];
        fill(words.in_(locale.get()), slots)
    };
    view! {
        <p role="status">{said}</p>
        <p class="row actions">
            {takes.then(|| view! {
                <button type="button" class="main" disabled=move || sheet.busy.get() on:click=move |_| sheet.take()>{locale.say(v::SHEET_ADD)}</button>
            })}
            <button type="button" class="quiet" disabled=move || sheet.busy.get() on:click=move |_| sheet.put_away()>{locale.say(v::SHEET_AWAY)}</button>
        </p>
    }
}

/// The questions as they are proposed, each with its kind to correct.
#[component]
fn Questions(sheet: Sheet, questions: Vec<Asked>, people: usize) -> impl IntoView {
    let locale = Locale::here();
    let taken = questions.iter().filter(|asked| !asked.form.is_empty()).count();
    let said = move || fill(v::SHEET_FOUND.in_(locale.get()), &[("items", &taken), ("n", &people)]);
    let rows = questions
        .into_iter()
        .enumerate()
        .map(|(at, asked)| view! { <Row sheet at asked/> })
        .collect_view();
    view! {
        <p role="status">{said}</p>
        <div class="scrolls">
            <table class="asked">
                <thead><tr>
                    <th>{locale.say(v::ASKED)}</th><th>{locale.say(v::KIND)}</th><th>{locale.say(v::SHEET_CHOICES)}</th>
                    <th>{locale.say(v::SHEET_ANSWERED)}</th><th>{locale.say(v::SHEET_EXAMPLE)}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        <p class="row actions">
            <button type="button" class="main" disabled=move || sheet.busy.get() || taken == 0 on:click=move |_| sheet.take()>{locale.say(v::SHEET_TAKE)}</button>
            <button type="button" class="quiet" disabled=move || sheet.busy.get() on:click=move |_| sheet.put_away()>{locale.say(v::SHEET_AWAY)}</button>
        </p>
    }
}

#[component]
fn Row(sheet: Sheet, at: usize, asked: Asked) -> impl IntoView {
    let locale = Locale::here();
    let change = move |change: &dyn Fn(&mut Asked)| {
        sheet.proposed.update_untracked(|proposed| {
            let question = proposed.as_mut().and_then(|proposed| proposed.questions.get_mut(at));
            if let Some(question) = question {
                change(question);
            }
        });
    };
    let form = asked.form.clone();
    let options = Form::ALL
        .iter()
        .map(|kind| (kind.word(), kind.label()))
        .chain([("", v::SHEET_LEAVE)]);
    let options = options.map(|(word, words)| {
        let selected = word == form;
        view! { <option value=word selected=selected>{locale.say(words)}</option> }
    });
    let silent = move || fill(v::SHEET_SKIPPED.in_(locale.get()), &[("n", &asked.skipped)]);
    let silent = (asked.skipped > 0).then(|| view! { <span class="soft">" "{silent}</span> });
    let known = asked
        .choices
        .iter()
        .filter(|choice| !choice.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join("、");
    let label = format!("{} {}", at + 1, asked.text);
    let choices = if asked.numbers && !asked.form.is_empty() {
        let named = label.clone();
        view! {
            <input type="text" aria-label=move || format!("{} {named}", v::SHEET_WORDS.in_(locale.get())) placeholder=known.clone()
                prop:value=if asked.choices.iter().all(|choice| choice.parse::<u32>().is_ok()) { String::new() } else { known }
                on:change=move |event| {
                    let words: Vec<String> = event_target_value(&event).split(BETWEEN).map(|word| word.trim().to_owned()).collect();
                    if words.iter().any(|word| !word.is_empty()) {
                        change(&|asked| asked.choices.clone_from(&words));
                    }
                }/>
        }
        .into_any()
    } else {
        known.into_any()
    };
    let notes = asked
        .notes
        .into_iter()
        .map(|note| view! { <span class="hint">{note}</span> })
        .collect_view();
    view! {
        <tr class:left-out=asked.form.is_empty()>
            <td><span>{label.clone()}</span>{notes}</td>
            <td><select aria-label=move || format!("{} {label}", v::KIND.in_(locale.get())) disabled=move || sheet.busy.get()
                on:change=move |event| { let form = event_target_value(&event); change(&|asked| asked.form.clone_from(&form)); sheet.correct(at); }>{options.collect_view()}</select></td>
            <td data-label=locale.say(v::SHEET_CHOICES)>{choices}</td>
            <td data-label=locale.say(v::SHEET_ANSWERED)>{asked.answered}{silent}</td>
            <td data-label=locale.say(v::SHEET_EXAMPLE)>{asked.example}</td>
        </tr>
    }
}
