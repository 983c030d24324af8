//! 交稿: after which rules, signed or anonymous, and the ways out.

use leptos::prelude::*;
use luoxuan::draft::{Finished, Wish, finish};
use luoxuan::manuscript::Page;
use luoxuan::record::Anonymity;
use luoxuan::{RecordId, anonymity, draft};

use super::anonymity::LookedFor;
use super::desk::Desk;
use super::rules::RulesForm;
use super::versions::which;
use crate::browser::files;
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::keeping::Backup;
use crate::notebook::Notebook;
use crate::parts::manuscript::ManuscriptView;
use crate::parts::notices::Notices;

#[component]
pub(super) fn Out(desk: Desk) -> impl IntoView {
    let (locale, notebook, notices, backup) = (Locale::here(), Notebook::here(), Notices::here(), Backup::here());
    desk.text.sheet.settle();
    let rules_name = Memo::new(move |_| desk.text.read(|document| document.rules.clone()));
    let rules =
        Memo::new(move |_| notebook.of_surroundings(|index| draft::rules_of(&rules_name.read(), index, locale.get())));
    let offered = move || notebook.of_surroundings(|index| draft::all_rules(index, locale.get()));
    let version = RwSignal::new(None::<RecordId>);
    // What the rules ask for, until the teacher says otherwise.
    let said = RwSignal::new(None::<bool>);
    let anonymous = Memo::new(move |_| {
        said.get()
            .unwrap_or_else(|| rules.with(|rules| rules.anonymity != Anonymity::Signed))
    });
    let wish = move |loose_leaf: bool| Wish {
        version: version.get(),
        anonymous: anonymous.get() || loose_leaf,
        loose_leaf,
    };
    let finished = Memo::new(move |_| {
        desk.text.read(|_| ());
        let wish = wish(false);
        notebook.of_surroundings(|index| finish(index, desk.text.sheet.id, &wish, locale.get()))
    });
    // What is left in the anonymous rendering, and what was looked for; nothing is said of a signed one.
    let left = Memo::new(move |_| {
        let finished = finished.read();
        let it = finished.as_ref().filter(|_| anonymous.get())?;
        let findings = anonymity::check(&it.manuscript, &it.names, &it.file_name);
        Some((findings, it.names.looked()))
    });
    let left = move || {
        left.get().map(|(findings, looked)| {
            let count = findings.len();
            let said = if count > 0 {
                let sentences = findings
                    .into_iter()
                    .map(|finding| view! { <li>{finding.sentence(locale.get())}</li> });
                let sentences = sentences.collect_view();
                view! {
                    <details><summary>{fill(t::LEFT_TO_DO.in_(locale.get()), &[("n", &count)])}</summary>
                        <ul>{sentences}</ul>
                    </details>
                }
                .into_any()
            } else {
                view! { <p>"✓ " {locale.say(t::NOTHING_LEFT)}</p> }.into_any()
            };
            view! { <div class="hint" role="status">{said}<LookedFor looked=Signal::derive(move || looked)/></div> }
        })
    };
    // An empty section leaves no trace on paper; only here can it be seen to be missing.
    let empty = move || {
        let names = finished.with(|it| {
            it.as_ref()
                .map(|it| it.empty.join(t::AND.in_(locale.get())))
                .unwrap_or_default()
        });
        (!names.is_empty()).then(|| {
            view! {
                <p class="hint" role="status">{fill(t::EMPTY_SECTIONS.in_(locale.get()), &[("names", &names)])}</p>
            }
        })
    };
    let loose = move || desk.template.with(luoxuan::record::Template::has_loose_leaf);
    let word = move |loose_leaf: bool| backup.word(desk.text.sheet.id, untrack(|| wish(loose_leaf)));
    let file =
        move |make: fn(&Finished, luoxuan::catalog::Language) -> String, ending: &'static str, media: &'static str| {
            let language = locale.0.get_untracked();
            if let Some(finished) = finished.get_untracked() {
                let name = format!("{}.{ending}", finished.file_name);
                if files::download(&name, media, make(&finished, language).as_bytes()).is_some() {
                    notices.say(fill(t::MADE.in_(language), &[("name", &name)]));
                }
            }
        };
    let html = move |_| backup.page(desk.text.sheet.id, untrack(|| wish(false)));
    let copy = move |_| {
        let language = locale.0.get_untracked();
        let Some(finished) = finished.get_untracked() else {
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
        notices.say(if done { t::COPIED } else { t::NOT_COPIED }.in_(language));
    };
    // Not `disabled`, which would take the keyboard from the button just pressed. What is pressed meanwhile does nothing.
    let waits = move || backup.work.with(Option::is_some).to_string();
    let kept = Memo::new(move |_| notebook.of_surroundings(|index| index.versions_of(desk.text.sheet.id)));
    view! {
        <section class="out actions">
            <div class="row">
                <label class="choice"><span>{locale.say(t::RULES)}</span>
                    <select on:change=move |event| desk.text.change(|document| document.rules = event_target_value(&event))>
                        {move || offered().into_iter().map(|(name, rules)| {
                            let here = name == rules_name.get();
                            view! { <option value=name selected=here>{rules.name}</option> }
                        }).collect_view()}
                    </select>
                </label>
                {which(locale, t::WHICH, kept, version.into(), move |which| version.set(which))}
                <fieldset class="row"><legend class="hidden">{locale.say(t::WITH_NAME)}</legend>
                    {[(false, t::SIGNED), (true, t::ANONYMOUS)].map(|(value, words)| view! {
                        <label class="check"><input type="radio" name="signed" prop:checked=move || anonymous.get() == value on:change=move |_| said.set(Some(value))/>{locale.say(words)}</label>
                    }).collect_view()}
                </fieldset>
            </div>
            {left}
            {empty}
            <p class="row">
                <button type="button" class="main first" aria-disabled=waits on:click=move |_| word(false)>{locale.say(t::WORD)}</button>
                <Show when=loose><button type="button" aria-disabled=waits on:click=move |_| word(true)>{locale.say(t::WORD_LOOSE)}</button></Show>
                <button type="button" on:click=move |_| { let _ = window().print(); }>{locale.say(t::PRINT)}</button>
                <button type="button" on:click=copy>{locale.say(t::COPY)}</button>
                <button type="button" aria-disabled=waits on:click=html>{locale.say(t::HTML)}</button>
                <button type="button" on:click=move |_| file(|it, language| it.manuscript.markdown(language, &|_| None), "md", "text/markdown")>{locale.say(t::MARKDOWN)}</button>
            </p>
            {move || backup.work.get().map(|work| view! {
                <p class="row" role="status"><span>{locale.say(work.what)}</span>
                    <progress max="1" value=work.done.map(|done| done.to_string())></progress>
                    <button type="button" on:click=move |_| backup.cancel()>{locale.say(crate::i18n::common::CANCEL)}</button>
                </p>
            })}
            <RulesForm desk rules/>
        </section>
        <section aria-label=locale.say(t::PREVIEW)>
            {move || finished.get().map(|it| view! { <ManuscriptView manuscript=it.manuscript language=locale.get()/> })}
        </section>
    }
}
