//! One entry by itself: to read, to change, with its earlier versions and, if two places changed it,
//! both of them side by side.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, field};
use luoxuan::record::Spiral;
use luoxuan::{Content, Entry, Phase, RecordId, Revision};

use crate::app::Here;
use crate::browser::clock;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::{Tongue, fill};
use crate::notebook::Notebook;
use crate::parts::entry_editor::EntryEditor;
use crate::parts::notices::Notices;
use crate::parts::prose::Prose;
use crate::place::View;
use crate::sheet::Sheet;

/// What a person wrote in an entry, laid out: the text, then each filled sub-field.
pub fn entry_text(entry: &Entry, tongue: Tongue) -> AnyView {
    let phase = entry.phase;
    let fields = entry.fields.iter().map(|(name, text)| {
        let label = field(phase, name).map(|field| field.label);
        let name = name.clone();
        view! {
            <div class="field-shown">
                <h4>{move || label.map_or_else(|| name.clone(), |label| label.in_(tongue.get()).to_owned())}</h4>
                <Prose text=text.clone()/>
            </div>
        }
    });
    view! { <Prose text=entry.body.clone()/> {fields.collect_view()} }.into_any()
}

/// One entry.
#[component]
pub fn EntryPage(id: RecordId) -> impl IntoView {
    let (tongue, here, notebook, notices) = (Tongue::here(), Here::here(), Notebook::here(), Notices::here());
    let writing = RwSignal::new(false);
    let there = Memo::new(move |_| notebook.of_record(id, |shelf| shelf.entry(id).is_some()));
    let entry = Memo::new(move |_| {
        notebook
            .of_record(id, |shelf| shelf.entry(id).cloned())
            .unwrap_or_default()
    });
    let newer = Memo::new(move |_| notebook.heads(id).iter().any(|head| head.is_newer()));
    let torn = Memo::new(move |_| notebook.heads(id).len() > 1);
    let start_spiral = move |_| {
        let entry = entry.get_untracked();
        let branched = (entry.phase == Phase::NewProblem).then_some(id);
        let spiral = notebook.add(&Spiral {
            title: luoxuan::text::excerpt(&entry.body, 30),
            class: entry.class.clone(),
            branched_from: branched,
            ..Spiral::default()
        });
        if branched.is_some() {
            let problem = Entry {
                spiral: Some(spiral),
                phase: Phase::Problem,
                happened_on: Some(clock::today()),
                written: Some(clock::now()),
                fate: luoxuan::Fate::Undecided,
                ..entry.clone()
            };
            notebook.add(&problem);
            notebook.write(
                id,
                &Entry {
                    fate: luoxuan::Fate::OwnSpiral,
                    leads_to: Some(spiral),
                    ..entry
                },
            );
        } else {
            notebook.write(
                id,
                &Entry {
                    spiral: Some(spiral),
                    ..entry
                },
            );
        }
        here.go(View::Spiral(spiral, None));
    };
    let remove = move |_| {
        notebook.trash(id);
        notices.undoable(c::TRASHED.in_(tongue.0.get_untracked()), move || notebook.restore(id));
        here.go(View::Today);
    };
    let startable = move || {
        entry.with(|entry| {
            matches!(entry.phase, Phase::Problem | Phase::NewProblem)
                && (entry.spiral.is_none() || entry.phase == Phase::NewProblem)
        })
    };
    view! {
        <Show when=move || there.get() fallback=move || view! { <p class="soft">{tongue.say(if notebook.loading() { c::LOADING } else { c::NOT_FOUND })}</p> }>
            <article class="entry alone" data-phase=move || entry.read().phase.word()>
                <h1 class="hidden">{move || entry.read().phase.label().in_(tongue.get())}</h1>
                <p>
                    <span class="badge">{move || entry.read().phase.label().in_(tongue.get())}</span>
                    <span class="when">{move || entry.read().day().map(|day| clock::day_text(day, tongue.get()))}</span>
                </p>
                <Show when=move || newer.get()><p class="banner">{tongue.say(t::NEWER)}</p></Show>
                {move || {
                    if torn.get() {
                        view! { <Versions id/> }.into_any()
                    } else if writing.get() {
                        let sheet = Sheet::open(notebook, id, entry.get_untracked());
                        view! { <EntryEditor sheet on_done=move |()| writing.set(false)/> }.into_any()
                    } else {
                        view! { {move || entry.with(|entry| entry_text(entry, tongue))} }.into_any()
                    }
                }}
                <Show when=move || !writing.get() && !torn.get() && !newer.get()>
                    <div class="row actions">
                        <button type="button" on:click=move |_| writing.set(true)>{tongue.say(c::EDIT)}</button>
                        <Show when=startable><button type="button" on:click=start_spiral>{tongue.say(t::START_SPIRAL)}</button></Show>
                        <button type="button" class="quiet" on:click=remove>{tongue.say(c::DELETE)}</button>
                    </div>
                </Show>
            </article>
        </Show>
        <History id/>
    }
}

fn version(revision: &Revision) -> Entry {
    revision.content().read().unwrap_or_default()
}

/// Two versions that could not be joined, side by side. Nothing is decided by a clock.
#[component]
fn Versions(id: RecordId) -> impl IntoView {
    let (tongue, notebook) = (Tongue::here(), Notebook::here());
    let take = move |content: Content| {
        let base = notebook.base(id);
        notebook.write_after(id, &base, content);
    };
    let both = move |_| {
        let heads = notebook.heads(id);
        let entries: Vec<_> = heads.iter().map(|head| version(head)).collect();
        let bodies: Vec<_> = entries.iter().map(|entry| entry.body.clone()).collect();
        if let Some(first) = entries.into_iter().next() {
            take(Content::of(&Entry {
                body: bodies.join("\n\n---\n\n"),
                ..first
            }));
        }
    };
    view! {
        <p class="banner">{tongue.say(t::CONFLICT)}</p>
        <div class="versions">
            {move || notebook.heads(id).into_iter().enumerate().map(|(index, head)| {
                let (content, at) = (head.content().clone(), head.at());
                view! {
                    <section class="version">
                        <h2>{move || fill(t::VERSION.in_(tongue.get()), &[("n", &(index + 1)), ("when", &clock::moment_text(at, tongue.get()))])}</h2>
                        {entry_text(&version(&head), tongue)}
                        <button type="button" on:click=move |_| take(content.clone())>{tongue.say(t::TAKE_THIS)}</button>
                    </section>
                }
            }).collect_view()}
        </div>
        <button type="button" on:click=both>{tongue.say(t::TAKE_BOTH)}</button>
    }
}

/// Earlier versions, the newest first; any can be restored, as a new one.
#[component]
fn History(id: RecordId) -> impl IntoView {
    let (tongue, notebook, notices) = (Tongue::here(), Notebook::here(), Notices::here());
    let open = RwSignal::new(false);
    let versions = RwSignal::new_local(Vec::<Revision>::new());
    // Fetched when opened, and again when the entry changes while it is open.
    Effect::new(move |_| {
        let _ = notebook.heads(id);
        if open.get() {
            leptos::task::spawn_local(async move {
                let mut history = notebook.history(id).await;
                history.reverse();
                versions.try_set(history);
            });
        }
    });
    view! {
        <details class="history" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>{tongue.say(t::HISTORY)}</summary>
            {move || versions.get().into_iter().enumerate().map(|(index, revision)| {
                let (entry, at) = (version(&revision), revision.at());
                let content = revision.content().clone();
                view! {
                    <section class="version">
                        <h2>{move || clock::moment_text(at, tongue.get())}</h2>
                        {entry_text(&entry, tongue)}
                        {(index > 0).then(|| view! {
                            <button type="button" on:click=move |_| {
                                let base = notebook.base(id);
                                notebook.write_after(id, &base, content.clone());
                                notices.say(t::RESTORED.in_(tongue.0.get_untracked()));
                            }>{tongue.say(t::RESTORE_THIS)}</button>
                        })}
                    </section>
                }
            }).collect_view()}
        </details>
    }
}
