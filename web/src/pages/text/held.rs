//! The pictures a draft left out because of who may see them: said, shown, and put in with one press.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::draft::{self, HeldBack};
use luoxuan::record::Privacy;
use luoxuan::{Document, Evidence, RecordId};

use super::context::TextContext;
use super::context::passage_id;
use crate::components::notices::Notices;
use crate::components::origin::Origin;
use crate::components::picture::Picture;
use crate::components::{scroll_to, stands_open};
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;

/// One of them, and whether a press opens it.
#[derive(Debug, Clone, PartialEq)]
struct Held {
    one: HeldBack,
    opens: bool,
    origin: Origin,
}

#[component]
pub(super) fn HeldPictures(context: TextContext) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let held = Memo::new(move |_| {
        let (document, language) = (context.text.read(Document::clone), locale.get());
        notebook.of_both(|index, journal| {
            let all = draft::held_back(&document, index, journal, language).into_iter();
            all.map(|one| Held {
                opens: one.opens(index),
                origin: Origin::of(index, one.evidence, language),
                one,
            })
            .collect::<Vec<_>>()
        })
    });
    let pictures = move |opens: bool| {
        held.with(|held| {
            let those = held.iter().filter(|held| held.opens == opens);
            those.map(|held| held.one.pictures.len()).sum::<usize>()
        })
    };
    let said = move |words: Words, n: usize| (n > 0).then(|| fill(words.in_(locale.get()), &[("n", &n)]));
    let open = RwSignal::new(false);
    let all = move || {
        held.with_untracked(|held| {
            let open = held.iter().filter(|held| held.opens);
            open.map(|held| held.one.evidence).collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=move || !held.read().is_empty()>
            <details class="held hint" on:toggle=move |event| open.set(stands_open(&event))>
                <summary>{move || said(t::HELD_OWN, pictures(true))} {move || said(t::HELD_OTHERS, pictures(false))}</summary>
                {move || open.get().then(|| view! {
                    <p class="soft">{locale.say(t::HELD_WHY)}</p>
                    <ul class="plain">{held.get().into_iter().map(|held| row(context, held, locale)).collect_view()}</ul>
                    {(all().len() > 1).then(|| view! {
                        <p class="row"><button type="button" on:click=move |_| open_and_put_in(context, &all())>{locale.say(t::PUT_ALL_IN)}</button></p>
                    })}
                })}
            </details>
        </Show>
    }
}

fn row(context: TextContext, held: Held, locale: Locale) -> AnyView {
    let here = Navigator::here();
    let Held { one, opens, origin } = held;
    let id = one.evidence;
    let pictures = one.pictures.into_iter().map(|picture| {
        let alt = one.caption.clone();
        view! { <Picture id=picture alt/> }
    });
    let act = if opens {
        view! { <button type="button" on:click=move |_| open_and_put_in(context, &[id])>{locale.say(t::PUT_IN)}</button> }
            .into_any()
    } else {
        let words = match one.privacy {
            Privacy::Identifiable => t::HELD_PUPIL,
            _ => t::HELD_ENTRY,
        };
        view! { <span class="amber soft">{locale.say(words)}</span> }.into_any()
    };
    view! {
        <li>
            <div class="pictures">{pictures.collect_view()}</div>
            <p>{one.caption}</p>
            <p class="row">{origin.show(here)} {act}</p>
        </li>
    }
    .into_any()
}

/// Opens evidence to be shown and puts its pictures into the text; both are taken back together.
fn open_and_put_in(context: TextContext, evidence: &[RecordId]) {
    let (notebook, notices, locale) = (Notebook::here(), Notices::here(), Locale::here());
    let language = locale.0.get_untracked();
    let before = untrack(|| context.text.read(Document::clone));
    let template = untrack(|| context.template.get());
    let mut after = before.clone();
    let mut places = Vec::new();
    for id in evidence {
        let put = |document: &mut Document| {
            untrack(|| {
                notebook.of_both(|index, journal| draft::put_in(document, &template, (index, journal), *id, language))
            })
        };
        if let Some(place) = put(&mut after) {
            notebook.change_late(*id, |evidence: &mut Evidence| evidence.privacy = Privacy::Public);
            places.push((*id, place));
        }
    }
    let Some((_, (section, at))) = places.first().cloned() else {
        return;
    };
    context.text.change(|document| *document = after);
    let opened: Vec<RecordId> = places.into_iter().map(|(id, _)| id).collect();
    let closed = opened.clone();
    let back = context.way_back(before, move |document| draft::take_out(document, &template, &opened));
    notices.undoable(t::PUT_IN_DONE.in_(language), move || {
        for id in &closed {
            notebook.change_late(*id, |evidence: &mut Evidence| evidence.privacy = Privacy::Own);
        }
        back();
    });
    scroll_to(passage_id(&section, at));
}
