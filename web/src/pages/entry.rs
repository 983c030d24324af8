//! One entry by itself: to read, to change, with its earlier versions and, if two places changed it,
//! both of them side by side.

use leptos::prelude::*;
use luoxuan::catalog::Labelled;
use luoxuan::text::excerpt;
use luoxuan::{Content, Entry, Phase, Record, RecordId, Revision};

use crate::browser::clock;
use crate::components::absent::absent;
use crate::components::entry_card::{Rest, entry_line, entry_text, rests};
use crate::components::entry_editor::EntryEditor;
use crate::components::evidence::evidence_of;
use crate::components::fields::fields_of;
use crate::components::notices::Notices;
use crate::components::stands_open;
use crate::i18n::capture as t;
use crate::i18n::common as c;
use crate::i18n::{Locale, fill};
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;
use crate::sheet::leaf;

/// One entry.
#[component]
pub fn EntryPage(id: RecordId) -> impl IntoView {
    let (locale, here, notebook) = (Locale::here(), Navigator::here(), Notebook::here());
    let writing = RwSignal::new(false);
    let there = Memo::new(move |_| notebook.of_record(id, |index| index.has::<Entry>(id)));
    let entry = Memo::new(move |_| {
        notebook
            .of_record(id, |index| index.entry(id).cloned())
            .unwrap_or_default()
    });
    let newer = Memo::new(move |_| notebook.is_newer(id));
    let torn = Memo::new(move |_| notebook.heads(id).len() > 1);
    let text = move || {
        // An open editor stays: what came from elsewhere is shown when the person is done.
        if writing.get() {
            leaf(
                id,
                || None,
                absent,
                move |sheet| view! { <EntryEditor sheet on_done=move |()| writing.set(false)/> }.into_any(),
            )
        } else if torn.get() {
            view! { <Versions id on_both=move |()| writing.set(true)/> }.into_any()
        } else {
            let rest = evidence_of(notebook, id);
            let rest = rest.into_iter().map(|(_, evidence)| Rest::of(evidence)).collect();
            entry.with(|entry| view! { {entry_text(entry, locale)} {rests(rest, locale)} }.into_any())
        }
    };
    view! {
        <Show when=move || there.get() || torn.get() || writing.get() fallback=move || absent(id)>
            <article class="entry alone" data-phase=move || entry.read().phase.word()>
                <h1 class="hidden">{move || entry.read().phase.label().in_(locale.get())}</h1>
                <h2 class="hidden">{move || entry.with(|entry| excerpt(entry.opening(), 40))}</h2>
                {move || there.get().then(|| entry.with(|entry| entry_line(entry, None, locale)))}
                {move || entry.read().spiral.and_then(|spiral| {
                    let title = notebook.of_record(spiral, |index| index.spiral(spiral).map(|spiral| spiral.title.clone()))?;
                    Some(view! { <p class="soft"><a href=move || here.link(View::Spiral(spiral, Some(id)))>{title}</a></p> })
                })}
                <Show when=move || newer.get()><p class="banner">{locale.say(t::NEWER)}</p></Show>
                {text}
                <Show when=move || !writing.get() && !torn.get()>{actions(id, entry, newer, writing)}</Show>
            </article>
        </Show>
        <History id/>
    }
}

/// What can be done with an entry that is being read.
fn actions(id: RecordId, entry: Memo<Entry>, newer: Memo<bool>, writing: RwSignal<bool>) -> AnyView {
    let (locale, here, notebook, notices) = (Locale::here(), Navigator::here(), Notebook::here(), Notices::here());
    let start_spiral = move |_| {
        if let Some(spiral) = notebook.begin_spiral(id) {
            here.go_and_write(View::Spiral(spiral, None));
        }
    };
    let remove = move |_| {
        let undo = notebook.trash(id);
        notices.undoable(c::TRASHED.in_(locale.0.get_untracked()), move || notebook.undo(&undo));
        here.go(View::Today);
    };
    view! {
        <div class="row actions">
            <Show when=move || !newer.get()>
                <button type="button" on:click=move |_| writing.set(true)>{locale.say(c::EDIT)}</button>
                <Show when=move || entry.with(begins_a_spiral)><button type="button" class="main" on:click=start_spiral>{locale.say(t::START_SPIRAL)}</button></Show>
            </Show>
            <button type="button" class="quiet" on:click=remove>{locale.say(c::DELETE)}</button>
        </div>
    }
    .into_any()
}

/// Whether a spiral can begin with it: a problem that is in none, or one that was found in another.
fn begins_a_spiral(entry: &Entry) -> bool {
    entry.phase == Phase::NewProblem || entry.phase == Phase::Problem && entry.spiral.is_none()
}

fn version(revision: &Revision) -> Entry {
    revision.content().read().unwrap_or_default()
}

/// A version to read: an entry as it looks, anything else by its fields.
fn version_text(revision: &Revision, locale: Locale) -> AnyView {
    if let Some(entry) = revision.content().read::<Entry>() {
        return entry_text(&entry, locale);
    }
    fields_of(revision.content(), locale)
}

/// Two versions that could not be joined, side by side. Nothing is decided by a clock.
#[component]
fn Versions(id: RecordId, #[prop(into)] on_both: Callback<()>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    // Of what a newer version wrote nobody here can say what holds.
    let mine = move || !notebook.is_newer(id);
    let take = move |content: Content| {
        let base = notebook.base(id);
        notebook.write_after(id, &base, content);
    };
    let both = move |_| {
        let heads = notebook.heads(id);
        let versions = heads.iter().map(|head| version(head));
        if let Some(joined) = versions.reduce(Entry::both) {
            take(Content::of(&joined));
            on_both.run(());
        }
    };
    view! {
        <p class="banner">{locale.say(t::CONFLICT)}</p>
        <div class="versions">
            {move || notebook.heads(id).into_iter().enumerate().map(|(index, head)| {
                let (content, at) = (head.content().clone(), head.at());
                view! {
                    <section class="version">
                        <h2>{move || fill(t::VERSION.in_(locale.get()), &[("n", &(index + 1)), ("when", &clock::moment_text(at, locale.get()))])}</h2>
                        {version_text(&head, locale)}
                        {mine().then(|| view! {
                            <button type="button" on:click=move |_| take(content.clone())>{locale.say(t::TAKE_THIS)}</button>
                        })}
                    </section>
                }
            }).collect_view()}
        </div>
        <Show when=move || mine() && notebook.heads(id).iter().all(|head| head.content().kind() == Entry::KIND)>
            <button type="button" on:click=both>{locale.say(t::TAKE_BOTH)}</button>
        </Show>
    }
}

/// Earlier versions, the newest first; any can be restored, as a new one.
#[component]
fn History(id: RecordId) -> impl IntoView {
    let (locale, notebook, notices) = (Locale::here(), Notebook::here(), Notices::here());
    let open = RwSignal::new(true);
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
        <details class="history" open on:toggle=move |event| open.set(stands_open(&event))>
            <summary>{locale.say(t::HISTORY)}</summary>
            {move || versions.get().into_iter().enumerate().map(|(index, revision)| {
                let at = revision.at();
                let (text, content) = (version_text(&revision, locale), revision.content().clone());
                view! {
                    <section class="version">
                        <h2>{move || clock::moment_text(at, locale.get())} {(index == 0).then(|| view! { " · " {locale.say(t::THIS_ONE)} })}</h2>
                        {text}
                        {(index > 0 && !notebook.is_newer(id)).then(|| view! {
                            <button type="button" on:click=move |_| {
                                let base = notebook.base(id);
                                notebook.write_after(id, &base, content.clone());
                                notices.say(t::RESTORED.in_(locale.0.get_untracked()));
                            }>{locale.say(t::RESTORE_THIS)}</button>
                        })}
                    </section>
                }
            }).collect_view()}
        </details>
    }
}
