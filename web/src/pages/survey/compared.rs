//! The survey beside another one: which, what both are called, and what that comes to.
#![allow(clippy::large_types_passed_by_value)] // A comparison is a handle: each closure of the view holds a copy.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};
use luoxuan::record::{Compared, ComparedAs};
use luoxuan::survey::{Comparison, compare};
use luoxuan::{RecordId, Survey};

use super::context::{SurveyContext, new_name, place_after};
use crate::components::chart::ChartFigure;
use crate::components::notices::Notices;
use crate::components::prose::Prose;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::survey as v;
use crate::i18n::text as t;
use crate::notebook::Notebook;

const SORTS: [(&str, Words); 2] = [
    (ComparedAs::Earlier.word(), v::EARLIER),
    (ComparedAs::Group.word(), v::OTHER_CLASS),
];

#[component]
pub(super) fn ComparedViews(context: SurveyContext) -> impl IntoView {
    let locale = Locale::here();
    let all = move || {
        context.survey.read(|survey| {
            let all = survey.compared().into_iter();
            all.map(|(name, it)| (name.to_owned(), it.clone())).collect::<Vec<_>>()
        })
    };
    let add = move |_| {
        context.survey.change(|survey| {
            let compared = Compared {
                place: place_after(survey.compared.values().map(|it| it.place)),
                ..Compared::default()
            };
            survey.compared.insert(new_name(), compared);
        });
    };
    view! {
        <section>
            <h2>{locale.say(v::COMPARED)}</h2>
            <p class="soft">{locale.say(v::COMPARED_WHY)}</p>
            {move || all().into_iter().map(|(name, it)| view! { <ComparedView context name it/> }).collect_view()}
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

/// One comparison of the survey, by its name.
#[derive(Clone, Copy)]
struct Beside {
    context: SurveyContext,
    name: StoredValue<String>,
    with: Memo<Option<Compared>>,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
}

impl Beside {
    fn new(context: SurveyContext, name: String) -> Self {
        let (name, sheet) = (StoredValue::new(name), context.survey.sheet);
        let with = Memo::new(move |_| name.with_value(|name| sheet.with(|survey| survey.compared.get(name).cloned())));
        Self {
            context,
            name,
            with,
            locale: Locale::here(),
            notebook: Notebook::here(),
            notices: Notices::here(),
        }
    }

    fn set(self, change: impl FnOnce(&mut Compared)) {
        self.name.with_value(|name| {
            self.context.survey.sheet.update(|survey| {
                if let Some(compared) = survey.compared.get_mut(name) {
                    change(compared);
                }
            });
        });
    }

    fn chosen(self) -> Option<RecordId> {
        self.with.get().and_then(|it| it.survey)
    }

    fn choose(self, other: Option<RecordId>) {
        let Self { context, notebook, .. } = self;
        let then = other.and_then(|other| untrack(|| notebook.of_record(other, |index| index.read::<Survey>(other))));
        let day = |survey: &Survey| survey.end.or(survey.start);
        let now = untrack(|| context.survey.sheet.with(day));
        // As far as the days tell; a teacher knows better.
        let then = then.as_ref().and_then(day);
        let earlier = then.zip(now).is_none_or(|(then, now)| then < now);
        self.set(|compared| {
            compared.survey = other;
            compared.sort = if earlier {
                ComparedAs::Earlier
            } else {
                ComparedAs::Group
            };
        });
    }

    fn remove(self) {
        let Self { context, name, .. } = self;
        let mut taken = None;
        context
            .survey
            .change(|survey| taken = name.with_value(|name| survey.compared.remove(name)));
        let Some(taken) = taken else { return };
        let name = name.get_value();
        let said = v::COMPARED_REMOVED.in_(self.locale.0.get_untracked());
        self.notices.undoable(said, move || {
            context.survey.change_late(|survey| {
                survey.compared.insert(name.clone(), taken.clone());
            });
        });
    }
}

#[component]
fn ComparedView(context: SurveyContext, name: String, it: Compared) -> impl IntoView {
    let beside = Beside::new(context, name);
    let Beside {
        locale, notebook, with, ..
    } = beside;
    let sheet = context.survey.sheet;
    let spiral = move || sheet.with(|survey| survey.spiral);
    let all = Memo::new(move |_| others(notebook, sheet.id, spiral()));
    view! {
        <fieldset class="survey-item">
            <div class="grid">
                {which(beside, all)}
                <Select label=v::COMPARED_AS options=SORTS.to_vec() value=Signal::derive(move || with.get().unwrap_or_default().sort.word())
                    on_change=move |word: String| if let Some(sort) = ComparedAs::from_word(&word) { beside.set(|compared| compared.sort = sort) }/>
                <label class="field"><span class="label">{locale.say(v::CALLED_THAT)}</span>
                    <input type="text" prop:value=it.that on:input=move |event| beside.set(|compared| compared.that = event_target_value(&event))/></label>
                <label class="field"><span class="label">{locale.say(v::CALLED_THIS)}</span>
                    <input type="text" prop:value=it.this on:input=move |event| beside.set(|compared| compared.this = event_target_value(&event))/></label>
            </div>
            <Show when=move || all.read().is_empty()><p class="soft">{locale.say(v::NO_OTHER_SURVEY)}</p></Show>
            {results(beside)}
            <p class="row"><button type="button" class="quiet" on:click=move |_| beside.remove()>{locale.say(t::TAKE_OUT)}</button></p>
        </fieldset>
    }
}

/// The choice of the other survey.
fn which(beside: Beside, all: Memo<Vec<(RecordId, String)>>) -> AnyView {
    let locale = beside.locale;
    let option = move |(id, called): (RecordId, String)| {
        let called = if called.is_empty() {
            v::UNTITLED.in_(locale.get()).to_owned()
        } else {
            called
        };
        view! { <option value=id.to_string() selected=beside.chosen() == Some(id)>{called}</option> }
    };
    view! {
        <label class="choice"><span>{locale.say(v::COMPARED_WITH)}</span>
            <select on:change=move |event| beside.choose(event_target_value(&event).parse().ok())>
                <option value="" selected=move || beside.chosen().is_none()>{locale.say(v::UNSAID)}</option>
                {move || all.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

/// What the comparison comes to.
fn results(beside: Beside) -> impl Fn() -> Option<AnyView> {
    let Beside {
        context,
        name,
        with,
        locale,
        notebook,
        ..
    } = beside;
    let comparison = Memo::new(move |_| {
        let (with, language) = (with.get()?, locale.get());
        let id = with.survey?;
        let other = notebook.of_record(id, |index| index.read::<Survey>(id))?;
        let sheet = context.survey.sheet;
        Some(name.with_value(|name| sheet.with(|survey| compare(survey, name, &with, &other, language))))
    });
    move || comparison.get().map(|comparison| result(&comparison, locale.get()))
}

fn result(comparison: &Comparison, language: Language) -> AnyView {
    let left = comparison.left();
    let said = comparison.sentence();
    let said = said.unwrap_or_else(|| v::NOTHING_SHARED.in_(language).to_owned());
    let each = comparison.contrasts.iter().map(|contrast| {
        let finding = &contrast.finding;
        let chart = finding.chart.clone().filter(|_| contrast.differs == Some(true));
        view! {
            <p>{finding.sentence.clone()}</p>
            {chart.map(|chart| view! { <ChartFigure chart language/> })}
        }
    });
    let cautions = comparison.cautions.iter();
    let cautions = cautions.map(|caution| view! { <p class="hint">{caution.sentence(language)}</p> });
    view! {
        <div class="results">
            <p>{said}</p>
            {comparison.table().map(|text| view! { <div class="scrolls"><Prose text/></div> })}
            {each.collect_view()}
            {(!left.is_empty()).then(|| view! {
                <p class="label">{v::NOT_SHARED.in_(language)}</p>
                <ul>{left.into_iter().map(|sentence| view! { <li class="soft">{sentence}</li> }).collect_view()}</ul>
            })}
        </div>
        {cautions.collect_view()}
    }
    .into_any()
}
