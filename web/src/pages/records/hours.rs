//! Training hours held against a rule: the cycle, this year, and what is still lacking.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::catalog::Language;
use luoxuan::kind::{Progress, Year, progress};

use crate::browser::clock;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::{called, kinds};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{KindName, View};

/// A number of hours without a needless fraction.
fn said(hours: f64) -> String {
    let text = format!("{hours:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

/// The progress by each rule of the journal, or the way to one.
#[component]
pub fn HoursView() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let all = Memo::new(move |_| {
        let (kinds, today) = (kinds(notebook), clock::today());
        notebook.of_surroundings(|index| {
            let rules = kinds
                .named("hours_rule")
                .into_iter()
                .flat_map(|kind| kind.records(index));
            let by = |content| progress(content, index, today);
            rules
                .map(|head| (head.record(), by(head.content())))
                .collect::<Vec<_>>()
        })
    });
    let rule = move |(id, progress): (RecordId, Option<Progress>)| {
        view! {
            <section class="hours">
                <h3><a href=move || here.link(View::Record(id))>{move || called(notebook, locale, id)}</a></h3>
                {match progress {
                    Some(progress) => one(&progress, locale),
                    None => view! { <p class="soft">{locale.say(t::HOURS_NO_CYCLE)}</p> }.into_any(),
                }}
            </section>
        }
    };
    view! {
        <section>
            <h2>{locale.say(t::HOURS)}</h2>
            {move || all.get().into_iter().map(rule).collect_view()}
            <Show when=move || all.read().is_empty()>
                <p class="soft"><a href=move || here.link(View::Records(KindName::new("hours_rule")))>{locale.say(t::HOURS_NO_RULE)}</a></p>
            </Show>
        </section>
    }
}

fn one(progress: &Progress, locale: Locale) -> AnyView {
    let (counted, total, lacking, waiting) = (progress.counted, progress.total, progress.lacking, progress.waiting);
    let sum = move || {
        let values: [(&str, &dyn std::fmt::Display); 3] = [
            ("counted", &said(counted)),
            ("total", &said(total)),
            ("lacking", &said(lacking)),
        ];
        fill(
            if lacking > 0.0 { t::HOURS_SUM } else { t::HOURS_DONE }.in_(locale.get()),
            &values,
        )
    };
    let year = move |year: Year| {
        let language = locale.get();
        let (from, to) = (
            clock::day_text(year.span.start, language),
            clock::day_text(year.span.end, language),
        );
        let between = if language == Language::En { " – " } else { "—" };
        let lacking = (year.lacking > 0.0).then(|| fill(t::HOURS_LACK.in_(language), &[("n", &said(year.lacking))]));
        view! { <tr><th scope="row">{format!("{from}{between}{to}")}</th><td>{said(year.counted)}</td><td>{lacking}</td></tr> }
    };
    let years = progress.years.clone();
    let sorts = progress.sorts.clone();
    let label = move |category: &str| {
        let training = luoxuan::kind::Kinds::built_in().named("training").cloned();
        let field = training
            .and_then(|kind| kind.field("category").cloned())
            .unwrap_or_default();
        match category {
            "" => t::HOURS_NO_SORT.in_(locale.get()).to_owned(),
            word => field.choice_label(word, locale.get()).to_owned(),
        }
    };
    view! {
        <p>{sum} {(waiting > 0.0).then(|| view! { " " {move || fill(t::HOURS_WAITING.in_(locale.get()), &[("n", &said(waiting))])} })}</p>
        <progress max=total.max(1.0) value=counted.min(total.max(1.0)) aria-label=locale.say(t::HOURS)></progress>
        <div class="table"><table>
            <thead><tr><th scope="col">{locale.say(t::HOURS_YEAR)}</th><th scope="col">{locale.say(t::HOURS_COUNTED)}</th><th></th></tr></thead>
            <tbody>{move || years.clone().into_iter().map(year).collect_view()}</tbody>
        </table></div>
        {(!sorts.is_empty()).then(|| view! {
            <ul>{move || sorts.iter().map(|sort| {
                let values: [(&str, &dyn std::fmt::Display); 3] = [("sort", &label(&sort.category)), ("granted", &said(sort.granted)), ("counted", &said(sort.counted))];
                let words = if sort.counted < sort.granted { t::HOURS_CAPPED } else { t::HOURS_SORT };
                let lacking = (sort.lacking > 0.0).then(|| fill(t::HOURS_LACK.in_(locale.get()), &[("n", &said(sort.lacking))]));
                view! { <li>{fill(words.in_(locale.get()), &values)} " " {lacking}</li> }
            }).collect_view()}</ul>
        })}
    }
    .into_any()
}
