//! 参考文献: each in its parts, with the line it becomes.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Language, Words};
use luoxuan::draft;
use luoxuan::record::{CitationStyle, Reference, ReferenceKind};

use super::context::TextContext;
use super::front::listed;
use crate::components::field::shown;
use crate::components::notices::Notices;
use crate::components::select::Select;
use crate::i18n::Locale;
use crate::i18n::text as t;
use crate::notebook::Notebook;

type Part = (Words, &'static str, fn(&Reference) -> String, fn(&mut Reference, &str));

/// The parts of a reference, in the order they are cited. Which of them a kind has is the reader's to know: none is hidden,
/// because contests ask for more than the standard does.
const PARTS: &[Part] = &[
    (
        t::AUTHORS,
        "text",
        |it| it.authors.join("；"),
        |it, text| it.authors = listed(text),
    ),
    (
        t::REFERENCE_TITLE,
        "text",
        |it| it.title.clone(),
        |it, text| it.title = text.into(),
    ),
    (
        t::CONTAINER,
        "text",
        |it| it.container.clone(),
        |it, text| it.container = text.into(),
    ),
    (
        t::EDITORS,
        "text",
        |it| it.editors.join("；"),
        |it, text| it.editors = listed(text),
    ),
    (
        t::NUMBER,
        "text",
        |it| it.number.clone(),
        |it, text| it.number = text.into(),
    ),
    (
        t::BOOK_EDITION,
        "text",
        |it| it.edition.clone(),
        |it, text| it.edition = text.into(),
    ),
    (
        t::PLACE,
        "text",
        |it| it.place.clone(),
        |it, text| it.place = text.into(),
    ),
    (
        t::PUBLISHER,
        "text",
        |it| it.publisher.clone(),
        |it, text| it.publisher = text.into(),
    ),
    (t::YEAR, "text", |it| it.year.clone(), |it, text| it.year = text.into()),
    (
        t::VOLUME,
        "text",
        |it| it.volume.clone(),
        |it, text| it.volume = text.into(),
    ),
    (
        t::ISSUE,
        "text",
        |it| it.issue.clone(),
        |it, text| it.issue = text.into(),
    ),
    (
        t::PAGES,
        "text",
        |it| it.pages.clone(),
        |it, text| it.pages = text.into(),
    ),
    (t::URL, "url", |it| it.url.clone(), |it, text| it.url = text.into()),
    (
        t::PUBLISHED,
        "date",
        |it| shown(it.published),
        |it, text| it.published = text.parse().ok(),
    ),
    (
        t::ACCESSED,
        "date",
        |it| shown(it.accessed),
        |it, text| it.accessed = text.parse().ok(),
    ),
    (t::DOI, "text", |it| it.doi.clone(), |it, text| it.doi = text.into()),
];

#[component]
pub(super) fn References(context: TextContext) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let edition = Memo::new(move |_| {
        notebook.of_surroundings(|index| {
            context
                .text
                .read(|document| draft::rules_of(&document.rules, index, Language::default()).citation)
        })
    });
    let count = move || context.text.read(|document| document.references.len());
    let add = move |_| {
        context
            .text
            .change(|document| document.references.push(Reference::default()));
    };
    view! {
        <section class="text-section references" id="references" tabindex="-1">
            <h2>{locale.say(t::BY_PARTS)}</h2>
            <p class="soft">{locale.say(t::REFERENCE_HINT)}</p>
            <ol class="plain">{move || (0..count()).map(|at| view! { <One context at edition/> }).collect_view()}</ol>
            <p class="row actions"><button type="button" class="quiet" on:click=add>"+ " {locale.say(t::ADD_REFERENCE)}</button></p>
        </section>
    }
}

#[component]
fn One(context: TextContext, at: usize, edition: Memo<CitationStyle>) -> impl IntoView {
    let (locale, notices) = (Locale::here(), Notices::here());
    let reference = Memo::new(move |_| {
        context
            .text
            .sheet
            .with(|document| document.references.get(at).cloned().unwrap_or_default())
    });
    let line = move || reference.with(|reference| draft::cite(reference, at + 1, edition.get()));
    let new = untrack(|| reference.with(|reference| *reference == Reference::default()));
    let set = move |change: &dyn Fn(&mut Reference)| {
        context.text.sheet.update(|document| {
            if let Some(reference) = document.references.get_mut(at) {
                change(reference);
            }
        });
    };
    let remove = move |_| {
        let mut taken = None;
        context
            .text
            .change(|document| taken = (at < document.references.len()).then(|| document.references.remove(at)));
        if let Some(taken) = taken {
            notices.undoable(t::REFERENCE_REMOVED.in_(locale.0.get_untracked()), move || {
                context.text.change_late(|document| {
                    let end = document.references.len();
                    document.references.insert(at.min(end), taken.clone());
                });
            });
        }
    };
    let parts = PARTS.iter().map(|(label, kind, read, write)| {
        view! {
            <label class="field"><span class="label">{locale.say(*label)}</span>
                <input type=*kind prop:value=untrack(|| reference.with(read))
                    on:input=move |event| set(&|reference| write(reference, event_target_value(&event).trim()))/>
            </label>
        }
    });
    view! {
        <li>
            <details open=new>
                <summary class="cited">{line}</summary>
                <div class="grid">
                    <Select label=t::KIND options=ReferenceKind::ALL.iter().map(|kind| (kind.word(), kind.label())).collect()
                        value=Signal::derive(move || reference.with(|reference| reference.kind.word()))
                        unknown=Signal::derive(move || reference.with(|reference| reference.unknown_word("kind").map(str::to_owned)))
                        on_change=move |word: String| if let Some(kind) = ReferenceKind::from_word(&word) {
                            set(&|reference| {
                                reference.other.remove("kind");
                                reference.kind = kind;
                            });
                        }/>
                    {parts.collect_view()}
                </div>
                <p class="row"><button type="button" class="quiet" on:click=remove>{locale.say(t::TAKE_OUT)}</button></p>
            </details>
        </li>
    }
}
