//! One section being written: its question, its passages, and what the journal has for it.

use leptos::prelude::*;
use luoxuan::record::{Passage, TemplateSection};

use super::context::section_id;
use super::context::{TextContext, passage_id};
use super::drawer::Drawer;
use super::passage::PassageView;
use crate::components::scroll_to;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};

#[component]
pub(super) fn SectionView(context: TextContext, name: String) -> impl IntoView {
    let locale = Locale::here();
    let open = RwSignal::new(false);
    let name = StoredValue::new(name);
    let section = Memo::new(move |_| {
        name.with_value(|name| {
            context
                .template
                .with(|template| template.section(name).cloned().unwrap_or_default())
        })
    });
    let passages = move || name.with_value(|name| context.text.read(|document| document.section(name).to_vec()));
    let offered = Memo::new(move |_| name.with_value(|name| context.offered(name)));
    let write = move |_| name.with_value(|name| own_words(context, name, section.get_untracked().starter));
    let standing = move || {
        context
            .length
            .with(|length| section.with(|section| standing_of(section, length.of(&section.name), length.body, locale)))
    };
    view! {
        <section class="text-section" id=name.with_value(|name| section_id(name)) tabindex="-1">
            <div class="row">
                <h2>{move || section.with(|section| section.heading.clone())}</h2>
                <span class="soft count">{standing}</span>
            </div>
            <p class="soft">{move || section.with(|section| section.prompt.clone())}</p>
            {move || {
                let passages = passages();
                let last = passages.len().saturating_sub(1);
                passages.into_iter().enumerate().map(|(place, passage)| view! {
                    <PassageView context section=name.get_value() at=place last passage/>
                }).collect_view()
            }}
            <p class="row actions">
                <button type="button" class="quiet" on:click=write>"+ " {locale.say(t::OWN_WORDS)}</button>
                <button type="button" class="quiet" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|open| *open = !*open)>
                    {move || if open.get() {
                        t::CLOSE_DRAWER.in_(locale.get()).to_owned()
                    } else {
                        fill(t::OPEN_DRAWER.in_(locale.get()), &[("n", &offered.with(|offered| offered.iter().filter(|one| !one.taken).count()))])
                    }}
                </button>
            </p>
            <Show when=move || open.get()><Drawer context section=name.get_value() offered/></Show>
        </section>
    }
}

/// Begins a passage in the writer's own words at the end of a section; an empty one begins as its form proposes.
fn own_words(context: TextContext, name: &str, starter: String) {
    let last = untrack(|| context.text.read(|document| document.section(name).len()));
    let passage = Passage {
        text: if last == 0 { starter } else { String::new() },
        ..Passage::default()
    };
    context.text.change(|document| {
        document.pull(name, last, passage);
    });
    scroll_to(passage_id(name, last));
}

/// How long a section is, against what is usual.
fn standing_of(section: &TemplateSection, words: usize, total: usize, locale: Locale) -> String {
    if let Some(most) = section.most {
        return fill(t::AT_MOST.in_(locale.get()), &[("n", &words), ("most", &most)]);
    }
    match section.share {
        Some((from, to)) => {
            let share = (words * 100 + total / 2).checked_div(total).unwrap_or_default();
            let usual = if from == to {
                to.to_string()
            } else {
                format!("{from}–{to}")
            };
            fill(
                t::SHARE.in_(locale.get()),
                &[("n", &words), ("share", &share), ("usual", &usual)],
            )
        }
        None => fill(t::WORDS.in_(locale.get()), &[("n", &words)]),
    }
}
