//! The survey beside another one: which, what both are called, and what that comes to.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::record::{Compared, ComparedAs};
use luoxuan::survey::compare;
use luoxuan::{RecordId, Survey};

use super::desk::{Desk, new_name};
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::notebook::Notebook;
use crate::parts::chart::ChartFigure;
use crate::parts::choice::Choice;
use crate::parts::notices::Notices;
use crate::parts::prose::Prose;

const SORTS: [(&str, Words); 2] = [
    (ComparedAs::Earlier.word(), v::EARLIER),
    (ComparedAs::Group.word(), v::OTHER_CLASS),
];

#[component]
pub(super) fn ComparedViews(desk: Desk) -> impl IntoView {
    let locale = Locale::here();
    let all = move || {
        desk.survey.read(|survey| {
            let all = survey.compared().into_iter();
            all.map(|(name, it)| (name.to_owned(), it.clone())).collect::<Vec<_>>()
        })
    };
    let add = move |_| {
        desk.survey.change(|survey| {
            let places = survey.compared.values().map(|it| it.place.saturating_add(1));
            let compared = Compared {
                place: places.max().unwrap_or_default(),
                ..Compared::default()
            };
            survey.compared.insert(new_name(), compared);
        });
    };
    view! {
        <section>
            <h2>{locale.say(v::COMPARED)}</h2>
            <p class="soft">{locale.say(v::COMPARED_WHY)}</p>
            {move || all().into_iter().map(|(name, it)| view! { <ComparedView desk name it/> }).collect_view()}
            <p class="row actions"><button type="button" class="quiet" on:click=add>"+ " {locale.say(v::ADD_COMPARED)}</button></p>
        </section>
    }
}

/// The other surveys: those of the same spiral first, then the newest.
fn others(notebook: Notebook, id: RecordId, spiral: Option<RecordId>) -> Vec<(RecordId, String)> {
    notebook.of_all(|index| {
        let mut all: Vec<_> = index.of_kind::<Survey>().filter(|(other, _)| *other != id).collect();
        all.sort_by_key(|(_, survey)| {
            let elsewhere = spiral.is_none() || survey.spiral != spiral;
            (elsewhere, std::cmp::Reverse(survey.end.or(survey.start)))
        });
        let called = |survey: &Survey| {
            let day = survey.end.or(survey.start).map(|day| format!("（{day}）"));
            format!("{}{}", survey.title.trim(), day.unwrap_or_default())
        };
        all.into_iter().map(|(id, survey)| (id, called(survey))).collect()
    })
}

#[component]
fn ComparedView(desk: Desk, name: String, it: Compared) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let sheet = desk.survey.sheet;
    let name = StoredValue::new(name);
    let set = move |change: &dyn Fn(&mut Compared)| {
        name.with_value(|name| {
            sheet.update(|survey| {
                if let Some(compared) = survey.compared.get_mut(name) {
                    change(compared);
                }
            });
        });
    };
    let with = Memo::new(move |_| name.with_value(|name| sheet.with(|survey| survey.compared.get(name).cloned())));
    let chosen = move || with.get().and_then(|it| it.survey);
    let spiral = move || sheet.with(|survey| survey.spiral);
    let all = Memo::new(move |_| others(notebook, sheet.id, spiral()));
    let choose = move |event| {
        let other: Option<RecordId> = event_target_value(&event).parse().ok();
        let then = other.and_then(|other| untrack(|| notebook.of_record(other, |index| index.read::<Survey>(other))));
        let day = |survey: &Survey| survey.end.or(survey.start);
        let now = untrack(|| sheet.with(day));
        // As far as the days tell; a teacher knows better.
        let earlier = then
            .as_ref()
            .and_then(day)
            .zip(now)
            .is_none_or(|(then, now)| then < now);
        set(&|compared| {
            compared.survey = other;
            compared.sort = if earlier {
                ComparedAs::Earlier
            } else {
                ComparedAs::Group
            };
        });
    };
    let comparison = Memo::new(move |_| {
        let (with, language) = (with.get()?, locale.get());
        let id = with.survey?;
        let other = notebook.of_record(id, |index| index.read::<Survey>(id))?;
        Some(name.with_value(|name| sheet.with(|survey| compare(survey, name, &with, &other, language))))
    });
    let remove = move |_| {
        let mut taken = None;
        desk.survey
            .change(|survey| taken = name.with_value(|name| survey.compared.remove(name)));
        if let Some(taken) = taken {
            let name = name.get_value();
            notices.undoable(v::COMPARED_REMOVED.in_(locale.0.get_untracked()), move || {
                desk.survey.change_late(|survey| {
                    survey.compared.insert(name.clone(), taken.clone());
                });
            });
        }
    };
    let options = move || {
        let options = all.get().into_iter();
        options
            .map(|(id, called)| {
                let called = if called.is_empty() {
                    v::UNTITLED.in_(locale.get()).to_owned()
                } else {
                    called
                };
                view! { <option value=id.to_string() selected=chosen() == Some(id)>{called}</option> }
            })
            .collect_view()
    };
    let shown = move || {
        comparison.get().map(|comparison| {
            let left = comparison.left();
            let language = locale.get();
            let each = comparison.contrasts.iter().map(|contrast| {
                let finding = &contrast.finding;
                let chart = finding.chart.clone().filter(|_| contrast.differs == Some(true));
                view! {
                    <p>{finding.sentence.clone()}</p>
                    {chart.map(|chart| view! { <ChartFigure chart language/> })}
                }
            });
            let each = each.collect_view();
            view! {
                <div class="results">
                    {match comparison.sentence() {
                        Some(sentence) => view! { <p>{sentence}</p> },
                        None => view! { <p>{v::NOTHING_SHARED.in_(language).to_owned()}</p> },
                    }}
                    {comparison.table().map(|text| view! { <div class="scrolls"><Prose text/></div> })}
                    {each}
                    {(!left.is_empty()).then(|| view! {
                        <p class="label">{v::NOT_SHARED.in_(language)}</p>
                        <ul>{left.into_iter().map(|sentence| view! { <li class="soft">{sentence}</li> }).collect_view()}</ul>
                    })}
                </div>
                {comparison.cautions.iter().map(|caution| view! { <p class="hint">{caution.sentence(language)}</p> }).collect_view()}
            }
        })
    };
    view! {
        <fieldset class="survey-item">
            <div class="grid">
                <label class="choice"><span>{locale.say(v::COMPARED_WITH)}</span>
                    <select on:change=choose>
                        <option value="" selected=move || chosen().is_none()>{locale.say(v::UNSAID)}</option>
                        {options}
                    </select>
                </label>
                <Choice label=v::COMPARED_AS options=SORTS.to_vec() value=Signal::derive(move || with.get().unwrap_or_default().sort.word())
                    on_change=move |word: String| if let Some(sort) = ComparedAs::from_word(&word) { set(&|compared| compared.sort = sort) }/>
                <label class="field"><span class="label">{locale.say(v::CALLED_THAT)}</span>
                    <input type="text" prop:value=it.that on:input=move |event| set(&|compared| compared.that = event_target_value(&event))/></label>
                <label class="field"><span class="label">{locale.say(v::CALLED_THIS)}</span>
                    <input type="text" prop:value=it.this on:input=move |event| set(&|compared| compared.this = event_target_value(&event))/></label>
            </div>
            <Show when=move || all.read().is_empty()><p class="soft">{locale.say(v::NO_OTHER_SURVEY)}</p></Show>
            {shown}
            <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}
