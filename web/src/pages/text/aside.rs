//! Beside the text: the outline with its lengths, what it rests on, what to watch for.

use leptos::prelude::*;
use luoxuan::Index;
use luoxuan::catalog::{Words, range};
use luoxuan::draft::{self, Off};
use luoxuan::manuscript::is_attached;

use super::context::TextContext;
use super::context::passage_id;
use super::scope::ScopeOfText;
use super::write::Shown;
use crate::components::scroll_to;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

#[component]
pub(super) fn Aside(context: TextContext, shown: Shown) -> impl IntoView {
    let locale = Locale::here();
    view! {
        <aside aria-label=locale.say(t::OUTLINE)>
            <div class="ask">
                <section>
                    <h2>{locale.say(t::OUTLINE)}</h2>
                    {total(context)}
                    <ScopeOfText context/>
                    <ol class="outline">{front(context)}{outline(context, shown)}</ol>
                </section>
                {support(context)}
                {shared(context)}
                {asked_of_it(context)}
            </div>
        </aside>
    }
}

/// How long it is, and how long it should be: what it is held to is chosen where it is handed in.
fn total(context: TextContext) -> impl Fn() -> AnyView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let notice = move || {
        let name = context.text.read(|document| document.rules.clone());
        let named = |index: &Index| draft::rules_of(&name, index, locale.get()).name;
        (!name.is_empty()).then(|| notebook.of_surroundings(named))
    };
    move || {
        let n = context.length.with(|length| length.printed);
        let asked = context.limits.with(|limits| limits.length);
        let of_whom = (asked != (0, 0)).then(|| {
            let range = range(asked, locale.get());
            let said = match notice() {
                Some(rules) => fill(t::TARGET_OF.in_(locale.get()), &[("rules", &rules), ("range", &range)]),
                None => fill(t::TARGET.in_(locale.get()), &[("range", &range)]),
            };
            let to = here.link_now(View::Text(context.text.sheet.id, Tab::Out));
            view! { <a class="soft" href=to>{said}</a> }
        });
        view! {
            <p class="soft">{fill(t::TOTAL.in_(locale.get()), &[("n", &n)])} " " {of_whom} " " {far(n, asked, CHARACTERS, locale)}</p>
        }
        .into_any()
    }
}

/// Abstract and keywords; where a text has none of them, they are no part of it.
fn front(context: TextContext) -> impl Fn() -> AnyView {
    let locale = Locale::here();
    move || {
        let (summary, keywords) = context.limits.with(|limits| (limits.summary, limits.keywords));
        let row = |words: Words, id: &'static str, n: usize, asked: (u32, u32), units: [Words; 2]| {
            (asked != (0, 0)).then(|| view! {
                <li class="unnumbered">
                    <button type="button" class="quiet" on:click=move |_| scroll_to(id.into())>{words.in_(locale.get())}</button>
                    {against(n, asked, units, locale)}
                </li>
            })
        };
        let words = context.length.with(|length| length.summary);
        let named = context.text.sheet.with(|document| document.keywords.len());
        view! {
            {row(t::SUMMARY, "text-summary", words, summary, CHARACTERS)}
            {row(t::KEYWORDS, "text-keywords", named, keywords, ONES)}
        }
        .into_any()
    }
}

/// The sections, each with its length.
fn outline(context: TextContext, shown: Shown) -> impl Fn() -> AnyView {
    let locale = Locale::here();
    move || {
        let limits = context.limits.get();
        let sections = context.template.get().sections.into_iter().enumerate();
        let rows = sections.map(|(at, section)| {
            // As in print, what is attached goes without a number.
            let unnumbered = section.name == draft::REFERENCES || is_attached(&section.name, &section.heading);
            let asked = draft::asked(&section, &limits);
            // A share is what is usual: only what the form forbids is too much.
            let strict = if section.most.is_some() { asked } else { (0, 0) };
            let (name, counted) = (section.name.clone(), section.name);
            let n = move || context.length.with(|length| length.of(&counted));
            view! {
                <li class:unnumbered=unnumbered>
                    <button type="button" class="quiet" on:click=move |_| shown.go(at, &name)>{section.heading}</button>
                    {move || { let n = n(); view! { {count(n, asked, locale)} " " {far(n, strict, CHARACTERS, locale)} } }}
                </li>
            }
        });
        rows.collect_view().into_any()
    }
}

/// What it rests on, and the passages that rest on nothing.
fn support(context: TextContext) -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let mix = move || {
        notebook.of_surroundings(|index| {
            context
                .text
                .read(|document| draft::mix_sentence(&draft::known_mix(document, index), locale.get()))
        })
    };
    let unsupported = move || {
        context.text.read(|document| {
            let all = draft::unsupported(document).into_iter();
            all.map(|place| (place.section.to_owned(), place.passage))
                .collect::<Vec<(String, usize)>>()
        })
    };
    let row = move |(section, at): (String, usize)| {
        let (heading, n) = (context.heading(&section), at + 1);
        let name = fill(t::PASSAGE.in_(locale.get()), &[("section", &heading), ("n", &n)]);
        view! { <li><button type="button" class="quiet" on:click=move |_| scroll_to(passage_id(&section, at))>{name}</button></li> }
    };
    view! {
        <section>
            <h2>{locale.say(t::SUPPORT)}</h2>
            <p class="soft">{mix}</p>
            {move || {
                let all = unsupported();
                (!all.is_empty()).then(|| view! {
                    <details>
                        <summary>{locale.say(t::UNSUPPORTED)} " " {all.len()}</summary>
                        <ul>{all.into_iter().map(row).collect_view()}</ul>
                    </details>
                })
            }}
        </section>
    }
    .into_any()
}

/// Where its words stand in another text already.
fn shared(context: TextContext) -> impl Fn() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    move || {
        let shared = notebook.of_surroundings(|index| {
            context.text.read(|_| ());
            let all = draft::overlaps(index, context.text.sheet.id);
            all.iter()
                .map(|overlap| overlap.sentence(locale.get()))
                .collect::<Vec<_>>()
        });
        let hints = shared.into_iter();
        hints
            .map(|sentence| view! { <p class="hint">{sentence}</p> })
            .collect_view()
            .into_any()
    }
}

/// What the form warns of, and what it is judged by.
fn asked_of_it(context: TextContext) -> AnyView {
    let locale = Locale::here();
    view! {
        <details>
            <summary>{locale.say(t::COMMON_FAULTS)}</summary>
            <ul>{move || context.template.get().faults.into_iter().map(|fault| view! { <li>{fault}</li> }).collect_view()}</ul>
        </details>
        {move || context.template.with(|template| !template.judging.is_empty()).then(|| view! {
            <details>
                <summary>{locale.say(t::JUDGED_BY)}</summary>
                <ul>{context.template.get().judging.into_iter().map(|it| view! { <li>{it.name} " " {it.points}</li> }).collect_view()}</ul>
            </details>
        })}
    }
    .into_any()
}

/// What is said of characters that are missing or too many,
const CHARACTERS: [Words; 2] = [t::MISSING, t::OVER];

/// and of keywords.
const ONES: [Words; 2] = [t::FEW, t::MANY];

/// How many there are, against what is asked.
fn count(n: usize, asked: (u32, u32), locale: Locale) -> AnyView {
    let asked = (asked != (0, 0)).then(|| format!(" / {}", range(asked, locale.get())));
    view! { <span class="soft">{n} {asked}</span> }.into_any()
}

/// How many are missing or too many; nothing of what is not yet written.
fn far(n: usize, asked: (u32, u32), [missing, over]: [Words; 2], locale: Locale) -> Option<AnyView> {
    let (words, n) = match draft::off(n, asked).filter(|_| n > 0)? {
        Off::Missing(n) => (missing, n),
        Off::Over(n) => (over, n),
    };
    let said = fill(words.in_(locale.get()), &[("n", &n)]);
    Some(view! { <b class="amber soft">{said}</b> }.into_any())
}

/// Both.
fn against(n: usize, asked: (u32, u32), units: [Words; 2], locale: Locale) -> AnyView {
    view! { {count(n, asked, locale)} " " {far(n, asked, units, locale)} }.into_any()
}
