//! Beside the text: the outline with its lengths, what it rests on, what to watch for.

use leptos::prelude::*;
use luoxuan::catalog::range;
use luoxuan::draft;

use super::Desk;
use super::scope::ScopeOfText;
use super::section::passage_id;
use super::write::Shown;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;
use crate::parts::scroll_to;

#[component]
pub(super) fn Aside(desk: Desk, shown: Shown) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let total = move || {
        let n = desk.length.with(|length| length.body);
        let asked = desk.template.with(|template| match template.length {
            (0, 0) => String::new(),
            asked => fill(t::TARGET.in_(locale.get()), &[("range", &range(asked, locale.get()))]),
        });
        format!("{} {asked}", fill(t::TOTAL.in_(locale.get()), &[("n", &n)]))
    };
    let outline = move || {
        desk.template.get().sections.into_iter().enumerate().map(|(at, section)| {
        let (name, counted) = (section.name.clone(), section.name);
        let n = move || desk.length.with(|length| length.of(&counted));
        view! {
            <li>
                <button type="button" class="quiet" on:click=move |_| shown.go(at, &name)>{section.heading}</button>
                <span class="soft">{n}</span>
            </li>
        }
    }).collect_view()
    };
    let mix = move || {
        notebook.of_surroundings(|index| {
            desk.text
                .read(|document| draft::mix_sentence(&draft::known_mix(document, index), locale.get()))
        })
    };
    let unsupported = move || {
        desk.text.read(|document| {
            let all = draft::unsupported(document).into_iter();
            all.map(|place| (place.section.to_owned(), place.passage))
                .collect::<Vec<(String, usize)>>()
        })
    };
    let shared = move || {
        notebook.of_surroundings(|index| {
            desk.text.read(|_| ());
            draft::overlaps(index, desk.text.sheet.id)
                .iter()
                .map(|overlap| overlap.sentence(locale.get()))
                .collect::<Vec<_>>()
        })
    };
    view! {
        <aside aria-label=locale.say(t::OUTLINE)>
            <div class="ask">
                <section>
                    <h2>{locale.say(t::OUTLINE)}</h2>
                    <p class="soft">{total}</p>
                    <ScopeOfText desk/>
                    <ol class="outline">{outline}</ol>
                </section>
                <section>
                    <h2>{locale.say(t::SUPPORT)}</h2>
                    <p class="soft">{mix}</p>
                    {move || {
                        let all = unsupported();
                        (!all.is_empty()).then(|| view! {
                            <details>
                                <summary>{locale.say(t::UNSUPPORTED)} " " {all.len()}</summary>
                                <ul>{all.into_iter().map(|(section, at)| {
                                    let name = fill(t::PASSAGE.in_(locale.get()), &[("section", &desk.heading(&section)), ("n", &(at + 1))]);
                                    view! { <li><button type="button" class="quiet" on:click=move |_| scroll_to(passage_id(&section, at))>{name}</button></li> }
                                }).collect_view()}</ul>
                            </details>
                        })
                    }}
                </section>
                {move || shared().into_iter().map(|sentence| view! { <p class="hint">{sentence}</p> }).collect_view()}
                <details>
                    <summary>{locale.say(t::COMMON_FAULTS)}</summary>
                    <ul>{move || desk.template.get().faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view()}</ul>
                </details>
                {move || desk.template.with(|template| !template.judging.is_empty()).then(|| view! {
                    <details>
                        <summary>{locale.say(t::JUDGED_BY)}</summary>
                        <ul>{desk.template.get().judging.into_iter().map(|it| view! { <li>{it.name} " " {it.points}</li> }).collect_view()}</ul>
                    </details>
                })}
            </div>
        </aside>
    }
}
