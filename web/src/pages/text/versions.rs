//! 稿次: keeping a version for ever, comparing two, going back to one.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Words};
use luoxuan::draft::{self, Change, ChangeKind};
use luoxuan::record::Version;
use luoxuan::text::count;
use luoxuan::{Document, RecordId};

use super::context::TextContext;
use super::passage::difference;
use crate::browser::clock;
use crate::components::notices::Notices;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

/// A version to compare: one that was kept, or the text as it is now.
pub(super) type Which = Option<RecordId>;

/// The versions of a text, and what is done with them.
#[derive(Clone, Copy)]
struct Kept {
    context: TextContext,
    all: Memo<Vec<(RecordId, Version)>>,
    /// What was chosen to be compared.
    from: RwSignal<Option<Which>>,
    to: RwSignal<Option<Which>>,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
}

impl Kept {
    fn of(context: TextContext) -> Self {
        let notebook = Notebook::here();
        let id = context.text.sheet.id;
        Self {
            context,
            all: Memo::new(move |_| notebook.of_surroundings(|index| index.versions_of(id))),
            from: RwSignal::new(None),
            to: RwSignal::new(None),
            locale: Locale::here(),
            notebook,
            notices: Notices::here(),
        }
    }

    /// Keeps the text as it is now; the number of that version.
    fn freeze(self, note: &str) -> u32 {
        let Self { context, notebook, .. } = self;
        let sheet = context.text.sheet;
        sheet.settle();
        let number = untrack(|| notebook.of_surroundings(|index| draft::next_number(index, sheet.id)));
        let document = untrack(|| sheet.entry());
        let version = context
            .template
            .with_untracked(|template| draft::freeze(sheet.id, &document, template, number, note, clock::now()));
        notebook.add(&version);
        number
    }

    fn take_back(self, version: &Version) {
        let context = self.context;
        // What is there now is not lost by going back.
        let now = untrack(|| context.text.sheet.entry());
        let last = self
            .all
            .with_untracked(|kept| kept.last().map(|(_, version)| version.document()));
        if last.is_none_or(|last| last != now) {
            self.freeze("");
        }
        context.text.change(|document| *document = version.document());
        let said = t::TOOK_BACK.in_(self.locale.0.get_untracked());
        self.notices.undoable(fill(said, &[("n", &version.number)]), move || {
            context.text.change_late(|document| document.clone_from(&now));
        });
    }

    /// What it says: a version that was kept, or the text as it is now.
    fn says(self, which: Which) -> Option<Document> {
        match which {
            None => Some(untrack(|| self.context.text.sheet.entry())),
            Some(id) => self.all.with(|all| {
                let found = all.iter().find(|(known, _)| *known == id);
                found.map(|(_, version)| version.document())
            }),
        }
    }

    /// Where a version is kept, with a note.
    fn where_to_keep(self) -> AnyView {
        let Self { locale, notices, .. } = self;
        let note = RwSignal::new(String::new());
        let keep = move |_| {
            let number = self.freeze(note.get_untracked().trim());
            note.set(String::new());
            notices.say(fill(t::FROZEN.in_(locale.0.get_untracked()), &[("n", &number)]));
        };
        view! {
            <section>
                <p class="soft">{locale.say(t::FREEZE_WHY)}</p>
                <p class="row">
                    <label class="field grow"><span class="label">{locale.say(t::NOTE)}</span>
                        <input type="text" prop:value=move || note.get() on:input=move |event| note.set(event_target_value(&event))/>
                    </label>
                    <button type="button" class="main" on:click=keep>{locale.say(t::FREEZE)}</button>
                </p>
            </section>
        }
        .into_any()
    }

    /// One version: when it was kept and how long it is, and the way back to it.
    fn row(self, version: Version) -> AnyView {
        let locale = self.locale;
        let whole = version.is_intact();
        let words = draft::length(&version.document(), &version.template(), locale.get()).body;
        let facts = format!(
            "{} · {}",
            version.state.label().in_(locale.get()),
            fill(t::WORDS.in_(locale.get()), &[("n", &words)])
        );
        let when = version.at.map(|at| clock::moment_text(at, locale.get()));
        let (number, said) = (version.number, version.note.clone());
        view! {
            <li class="version">
                <h3>{fill(t::VERSION.in_(locale.get()), &[("n", &number)])} " " <span class="when">{when}</span></h3>
                <p class="soft">{facts}</p>
                <p>{said}</p>
                {(!whole).then(|| view! { <p class="hint">{locale.say(t::ALTERED)}</p> })}
                <button type="button" class="quiet" on:click=move |_| self.take_back(&version)>{locale.say(t::TAKE_BACK)}</button>
            </li>
        }
        .into_any()
    }

    /// Two versions side by side. Without a choice: the last one against the text as it is now.
    fn comparing(self) -> AnyView {
        let Self {
            context,
            all,
            from,
            to,
            locale,
            ..
        } = self;
        let compared = move || {
            let last = all.with(|all| all.last().map(|(id, _)| *id));
            (from.get().unwrap_or(last), to.get().unwrap_or(None))
        };
        let differences = move || {
            let (from, to) = compared();
            let both = self.says(from).zip(self.says(to));
            both.map(|(from, to)| compare(context, &from, &to, locale))
        };
        view! {
            <section>
                <h2>{locale.say(t::COMPARE)}</h2>
                <div class="row">
                    {which(locale, t::COMPARE_FROM, all, Signal::derive(move || compared().0), move |which| from.set(Some(which)))}
                    {which(locale, t::COMPARE_TO, all, Signal::derive(move || compared().1), move |which| to.set(Some(which)))}
                </div>
                {differences}
            </section>
        }
        .into_any()
    }
}

#[component]
pub(super) fn Versions(context: TextContext) -> impl IntoView {
    let locale = Locale::here();
    let kept = Kept::of(context);
    view! {
        {kept.where_to_keep()}
        <Show when=move || !kept.all.read().is_empty() fallback=move || view! { <p class="soft">{locale.say(t::VERSIONS_EMPTY)}</p> }>
            <ul class="plain">{move || kept.all.get().into_iter().rev().map(|(_, version)| kept.row(version)).collect_view()}</ul>
            {kept.comparing()}
        </Show>
    }
}

/// A select over the versions that were kept, the newest first, and the text as it is now.
pub(super) fn which(
    locale: Locale,
    label: Words,
    kept: Memo<Vec<(RecordId, Version)>>,
    value: Signal<Which>,
    choose: impl Fn(Which) + 'static,
) -> AnyView {
    view! {
        <label class="choice"><span>{locale.say(label)}</span>
            <select on:change=move |event| choose(event_target_value(&event).parse().ok())>
                <option value="" selected=move || value.get().is_none()>{locale.say(t::NOW)}</option>
                {move || kept.get().into_iter().rev().map(|(id, version)| view! {
                    <option value=id.to_string() selected=move || value.get() == Some(id)>{fill(t::VERSION.in_(locale.get()), &[("n", &version.number)])}</option>
                }).collect_view()}
            </select>
        </label>
    }
    .into_any()
}

fn compare(context: TextContext, from: &Document, to: &Document, locale: Locale) -> AnyView {
    let sections = context
        .template
        .with(|template| draft::compare_documents(from, to, template));
    let of = |kind: ChangeKind| {
        let changes = sections
            .iter()
            .flat_map(|section| &section.changes)
            .filter(|change: &&Change| change.kind == kind);
        changes.map(|change| count(&change.text).words).sum::<usize>()
    };
    let (removed, added) = (of(ChangeKind::Removed), of(ChangeKind::Added));
    let differing: Vec<_> = sections.iter().filter(|section| !section.is_same()).collect();
    if differing.is_empty() {
        return view! { <p class="soft">{locale.say(t::SAME)}</p> }.into_any();
    }
    let shown = differing.into_iter().map(|section| {
        view! {
            <h3>{context.name_of(&section.place, locale)}</h3>
            {difference(&section.changes)}
        }
    });
    let shown = shown.collect_view();
    view! {
        <p class="soft">{fill(t::REMOVED_ADDED.in_(locale.get()), &[("removed", &removed), ("added", &added)])}</p>
        {shown}
    }
    .into_any()
}
