//! 工作总结: the report of a term, drafted from what was written down in it.

use leptos::prelude::*;
use luoxuan::record::Privacy;
use luoxuan::report::{self, HeldPictures};
use luoxuan::{Evidence, RecordId};

use crate::components::header::term_name;
use crate::components::notices::Notices;
use crate::components::picture::Picture;
use crate::i18n::records as t;
use crate::i18n::{Locale, fill};
use crate::item::called;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

/// A button for each term that says its days, the latest first.
#[component]
pub fn TermReports() -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let attached = RwSignal::new(false);
    let terms = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            let terms = index
                .terms()
                .into_iter()
                .rev()
                .filter(|(_, term)| term.span().is_some());
            terms
                .map(|(id, term)| (id, term_name(term, locale)))
                .collect::<Vec<_>>()
        })
    });
    let draft = move |term: RecordId| {
        let language = locale.0.get_untracked();
        let draft = untrack(|| {
            notebook.of_both(|index, journal| {
                let mut draft = report::report(index, journal, term, language)?;
                if attached.get_untracked() {
                    report::add_pictures(&mut draft, index, journal, term, language);
                }
                Some(draft)
            })
        });
        if let Some(document) = draft {
            here.go(View::Text(notebook.add(&document), Tab::Write));
        }
    };
    view! {
        <section class="list">
            <h2>{locale.say(t::REPORT)}</h2>
            <p class="soft">{locale.say(t::REPORT_ABOUT)}</p>
            <Show when=move || !terms.read().is_empty() fallback=move || view! {
                <p><a href=move || here.link(View::Settings)>{locale.say(t::REPORT_NO_TERM)}</a></p>
            }>
                <label class="check"><input type="checkbox" prop:checked=move || attached.get()
                    on:change=move |event| attached.set(event_target_checked(&event))/>{locale.say(t::REPORT_PICTURES)}</label>
                <Show when=move || attached.get()><Held terms=Signal::derive(move || terms.get().into_iter().map(|(id, _)| id).collect())/></Show>
                <p class="row">{move || terms.get().into_iter().map(|(id, name)| view! {
                    <button type="button" on:click=move |_| draft(id)>{name}</button>
                }).collect_view()}</p>
            </Show>
        </section>
    }
}

/// The pictures that will not be attached, and a button for those that a word of the teacher opens.
#[component]
fn Held(terms: Signal<Vec<RecordId>>) -> impl IntoView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let held = Memo::new(move |_| {
        let mut held: Vec<HeldPictures> = Vec::new();
        notebook.of_all(|index| {
            for one in terms
                .get()
                .into_iter()
                .flat_map(|term| report::held_pictures(index, term))
            {
                // What goes on through two terms is in both.
                if held.iter().all(|known| known.evidence != one.evidence) {
                    held.push(one);
                }
            }
        });
        held
    });
    let open = move |id: RecordId| {
        let mark = move |privacy| notebook.change_late(id, |evidence: &mut Evidence| evidence.privacy = privacy);
        mark(Privacy::Public);
        notices.undoable(t::PICTURE_OPENED.in_(locale.0.get_untracked()), move || {
            mark(Privacy::Own);
        });
    };
    let row = move |one: HeldPictures| {
        let (record, evidence) = (one.record, one.evidence);
        let alt = move || called(notebook, locale, record);
        let pictures = one
            .pictures
            .into_iter()
            .map(|id| view! { <Picture id alt=untrack(alt)/> });
        let act = if one.privacy == Privacy::Own {
            view! { <button type="button" on:click=move |_| open(evidence)>{locale.say(t::PICTURE_OPEN)}</button> }
                .into_any()
        } else {
            view! { <span class="soft">{locale.say(t::PICTURE_PUPIL)}</span> }.into_any()
        };
        view! {
            <li>
                <div class="pictures">{pictures.collect_view()}</div>
                <p class="row"><a href=move || here.link(View::Record(record))>{alt}</a> {act}</p>
            </li>
        }
    };
    view! {
        <Show when=move || !held.read().is_empty()>
            <div class="held hint">
                <p>{move || fill(t::PICTURES_HELD.in_(locale.get()), &[("n", &held.read().iter().map(|one| one.pictures.len()).sum::<usize>())])}</p>
                <ul class="plain">{move || held.get().into_iter().map(row).collect_view()}</ul>
            </div>
        </Show>
    }
}
