//! 交稿: after which rules, signed or anonymous, and the ways out.
#![allow(clippy::large_types_passed_by_value)] // What leaves is a handle: each closure of the view holds a copy.

use leptos::prelude::*;
use luoxuan::draft::{ExportOptions, ExportedText, finish};
use luoxuan::manuscript::Page;
use luoxuan::record::{Anonymity, Rules};
use luoxuan::{RecordId, anonymity, draft};

use super::anonymity::LookedFor;
use super::context::TextContext;
use super::rules::RulesForm;
use super::versions::which;
use crate::browser::files;
use crate::components::manuscript::ManuscriptView;
use crate::components::notices::Notices;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::keeping::Backup;
use crate::notebook::Notebook;

/// What goes out: of which text, as which version, signed or not.
#[derive(Clone, Copy)]
struct Leaving {
    context: TextContext,
    locale: Locale,
    notebook: Notebook,
    notices: Notices,
    backup: Backup,
    version: RwSignal<Option<RecordId>>,
    /// Whether it is to be anonymous, where the teacher has said so; else the rules decide.
    said: RwSignal<Option<bool>>,
    rules_name: Memo<String>,
    rules: Memo<Rules>,
    anonymous: Memo<bool>,
    finished: Memo<Option<ExportedText>>,
}

impl Leaving {
    fn begin(context: TextContext) -> Self {
        let (locale, notebook) = (Locale::here(), Notebook::here());
        let rules_name = Memo::new(move |_| context.text.read(|document| document.rules.clone()));
        let rules = Memo::new(move |_| {
            notebook.of_surroundings(|index| draft::rules_of(&rules_name.read(), index, locale.get()))
        });
        let (version, said) = (RwSignal::new(None), RwSignal::new(None));
        let anonymous = Memo::new(move |_| {
            said.get()
                .unwrap_or_else(|| rules.with(|rules: &Rules| rules.anonymity != Anonymity::Signed))
        });
        let finished = Memo::new(move |_| {
            context.text.read(|_| ());
            let wish = ExportOptions {
                version: version.get(),
                anonymous: anonymous.get(),
                loose_leaf: false,
            };
            notebook.of_surroundings(|index| finish(index, context.text.sheet.id, &wish, locale.get()))
        });
        Self {
            context,
            locale,
            notebook,
            notices: Notices::here(),
            backup: Backup::here(),
            version,
            said,
            rules_name,
            rules,
            anonymous,
            finished,
        }
    }

    fn wish(self, loose_leaf: bool) -> ExportOptions {
        ExportOptions {
            version: self.version.get_untracked(),
            anonymous: self.anonymous.get_untracked() || loose_leaf,
            loose_leaf,
        }
    }

    fn word(self, loose_leaf: bool) {
        self.backup.word(self.context.text.sheet.id, self.wish(loose_leaf));
    }

    fn page(self) {
        self.backup.page(self.context.text.sheet.id, self.wish(false));
    }

    fn markdown(self) {
        let language = self.locale.0.get_untracked();
        if let Some(finished) = self.finished.get_untracked() {
            let name = format!("{}.md", finished.file_name);
            let text = finished.manuscript.markdown(language, &|_| None);
            if files::download(&name, "text/markdown", text.as_bytes()).is_some() {
                self.notices.say(fill(t::MADE.in_(language), &[("name", &name)]));
            }
        }
    }

    fn copy(self) {
        let language = self.locale.0.get_untracked();
        let Some(finished) = self.finished.get_untracked() else {
            return;
        };
        let page = Page {
            layout: &finished.rules.layout,
            language,
            // What is pasted elsewhere carries no pictures: those editors upload their own.
            picture: &|_| None,
            chart: &|chart| Some(chart.svg(language)),
        };
        let html = finished.manuscript.html_to_paste(&page);
        let done = files::copy(&html, &finished.manuscript.plain(language));
        self.notices
            .say(if done { t::COPIED } else { t::NOT_COPIED }.in_(language));
    }
}

#[component]
pub(super) fn Out(context: TextContext) -> impl IntoView {
    context.text.sheet.settle();
    let leaving = Leaving::begin(context);
    let (locale, finished) = (leaving.locale, leaving.finished);
    view! {
        <section class="out actions">
            {choices(leaving)}
            {left(leaving)}
            {empty(leaving)}
            {ways(leaving)}
            {under_way(leaving)}
            <RulesForm context rules=leaving.rules/>
        </section>
        <section aria-label=locale.say(t::PREVIEW)>
            {move || finished.get().map(|it| view! { <ManuscriptView manuscript=it.manuscript language=locale.get()/> })}
        </section>
    }
}

/// After which rules, which version, with a name or without.
fn choices(leaving: Leaving) -> AnyView {
    let Leaving {
        context,
        locale,
        notebook,
        version,
        said,
        rules_name,
        anonymous,
        ..
    } = leaving;
    let offered = move || notebook.of_surroundings(|index| draft::all_rules(index, locale.get()));
    let kept = Memo::new(move |_| notebook.of_surroundings(|index| index.versions_of(context.text.sheet.id)));
    let signed = [(false, t::SIGNED), (true, t::ANONYMOUS)].map(|(value, words)| {
        view! {
            <label class="check"><input type="radio" name="signed" prop:checked=move || anonymous.get() == value on:change=move |_| said.set(Some(value))/>{locale.say(words)}</label>
        }
    });
    view! {
        <div class="row">
            <label class="choice"><span>{locale.say(t::RULES)}</span>
                <select on:change=move |event| context.text.change(|document| document.rules = event_target_value(&event))>
                    {move || offered().into_iter().map(|(name, rules)| {
                        let here = name == rules_name.get();
                        view! { <option value=name selected=here>{rules.name}</option> }
                    }).collect_view()}
                </select>
            </label>
            {which(locale, t::WHICH, kept, version.into(), move |which| version.set(which))}
            <fieldset class="row"><legend class="hidden">{locale.say(t::WITH_NAME)}</legend>{signed.collect_view()}</fieldset>
        </div>
    }
    .into_any()
}

/// What is left in the anonymous rendering, and what was looked for; nothing is said of a signed one.
fn left(leaving: Leaving) -> impl Fn() -> Option<AnyView> {
    let Leaving {
        locale,
        anonymous,
        finished,
        ..
    } = leaving;
    let left = Memo::new(move |_| {
        let finished = finished.read();
        let it = finished.as_ref().filter(|_| anonymous.get())?;
        let findings = anonymity::check(&it.manuscript, &it.names, &it.file_name);
        Some((findings, it.names.looked()))
    });
    move || {
        let (findings, looked) = left.get()?;
        let language = locale.get();
        let count = findings.len();
        let said = if count > 0 {
            let sentences = findings.into_iter();
            let sentences = sentences.map(|finding| view! { <li>{finding.sentence(language)}</li> });
            view! {
                <details><summary>{fill(t::LEFT_TO_DO.in_(language), &[("n", &count)])}</summary>
                    <ul>{sentences.collect_view()}</ul>
                </details>
            }
            .into_any()
        } else {
            view! { <p>"✓ " {locale.say(t::NOTHING_LEFT)}</p> }.into_any()
        };
        let looked = Signal::derive(move || looked);
        Some(view! { <div class="hint" role="status">{said}<LookedFor looked/></div> }.into_any())
    }
}

/// An empty section leaves no trace on paper; only here can it be seen to be missing.
fn empty(leaving: Leaving) -> impl Fn() -> Option<AnyView> {
    let Leaving { locale, finished, .. } = leaving;
    move || {
        let language = locale.get();
        let names = finished.with(|it| Some(it.as_ref()?.empty.join(t::AND.in_(language))));
        let names = names.filter(|names| !names.is_empty())?;
        let said = fill(t::EMPTY_SECTIONS.in_(language), &[("names", &names)]);
        Some(view! { <p class="hint" role="status">{said}</p> }.into_any())
    }
}

/// The ways out.
fn ways(leaving: Leaving) -> AnyView {
    let Leaving {
        context,
        locale,
        backup,
        ..
    } = leaving;
    let loose = move || context.template.with(luoxuan::record::Template::has_loose_leaf);
    // Not `disabled`, which would take the keyboard from the button just pressed. What is pressed meanwhile does nothing.
    let waits = move || backup.work.with(Option::is_some).to_string();
    view! {
        <p class="row">
            <button type="button" class="main first" aria-disabled=waits on:click=move |_| leaving.word(false)>{locale.say(t::WORD)}</button>
            <Show when=loose><button type="button" aria-disabled=waits on:click=move |_| leaving.word(true)>{locale.say(t::WORD_LOOSE)}</button></Show>
            <button type="button" on:click=move |_| { let _ = window().print(); }>{locale.say(t::PRINT)}</button>
            <button type="button" on:click=move |_| leaving.copy()>{locale.say(t::COPY)}</button>
            <button type="button" aria-disabled=waits on:click=move |_| leaving.page()>{locale.say(t::HTML)}</button>
            <button type="button" on:click=move |_| leaving.markdown()>{locale.say(t::MARKDOWN)}</button>
        </p>
    }
    .into_any()
}

/// How far a file has come that is being made.
fn under_way(leaving: Leaving) -> impl Fn() -> Option<AnyView> {
    let Leaving { locale, backup, .. } = leaving;
    move || {
        let work = backup.work.get()?;
        let far = view! {
            <p class="row" role="status"><span>{locale.say(work.what)}</span>
                <progress max="1" value=work.done.map(|done| done.to_string())></progress>
                <button type="button" on:click=move |_| backup.cancel()>{locale.say(crate::i18n::common::CANCEL)}</button>
            </p>
        };
        Some(far.into_any())
    }
}
