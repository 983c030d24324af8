//! What stands before the first section: title, header fields, abstract, keywords.

use leptos::prelude::*;
use luoxuan::catalog::range;
use luoxuan::record::{KEYWORDS, SUMMARY};
use luoxuan::text::count;

use super::context::TextContext;
use crate::components::editor::{Editor, composing};
use crate::i18n::text as t;
use crate::i18n::{Locale, fill};

/// Several words in one line, as people separate them.
pub(super) fn listed(text: &str) -> Vec<String> {
    let words = text.split([';', '；', ',', '，', '、', '\n']).map(str::trim);
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[component]
pub(super) fn Front(context: TextContext) -> impl IntoView {
    let locale = Locale::here();
    let sheet = context.text.sheet;
    let title = untrack(|| sheet.entry()).title;
    let title_count = move || {
        let n = sheet.with(|document| count(&document.title).words);
        context
            .template
            .with(|template| fill(t::TITLE_LIMIT.in_(locale.get()), &[("n", &n), ("to", &template.title)]))
    };
    let headers = move || context.template.with(|template| template.header.clone());
    let has_summary = Memo::new(move |_| context.template.with(|template| template.summary.1 > 0));
    view! {
        <section class="front">
            <textarea class="title" id="text-title" rows="1" aria-label=locale.say(t::TITLE) placeholder=locale.say(t::TITLE)
                prop:value=title
                on:keydown=move |event| if event.key() == "Enter" && !composing(&event) { event.prevent_default() }
                on:input=move |event| sheet.update(|document| document.title = event_target_value(&event).replace('\n', ""))></textarea>
            <p class="soft">{title_count} " " {move || context.template.with(|template| template.opening.clone())}</p>
            <div class="grid">{move || headers().into_iter().map(|field| {
                let (name, written) = (field.name.clone(), field.name.clone());
                let value = untrack(|| sheet.with(|document| document.fields.get(&name).cloned().unwrap_or_default()));
                view! {
                    <label class="field"><span class="label">{field.label}</span>
                        <input type="text" prop:value=value on:input=move |event| sheet.update(|document| {
                            document.fields.insert(written.clone(), event_target_value(&event));
                        })/>
                    </label>
                }
            }).collect_view()}</div>
            <Show when=move || has_summary.get()>{summary(context)} {keywords(context)}</Show>
        </section>
    }
}

/// The abstract, with how long it is.
fn summary(context: TextContext) -> AnyView {
    let locale = Locale::here();
    let sheet = context.text.sheet;
    let long = move || {
        let n = sheet.with(|document| count(&document.summary).words);
        let asked = range(context.limits.with(|limits| limits.summary), locale.get());
        fill(t::OF_LIMIT.in_(locale.get()), &[("n", &n), ("range", &asked)])
    };
    view! {
        <div class="field">
            <span class="label" aria-hidden="true">{locale.say(t::SUMMARY)} " " <span class="soft">{long}</span> {proposed(context, SUMMARY)}</span>
            <Editor id="text-summary" text=untrack(|| sheet.with(|document| document.summary.clone())) tools=false label=Signal::derive(move || t::SUMMARY.in_(locale.get()).to_owned())
                on_input=move |text: String| sheet.update(|document| {
                    document.summary = text;
                    document.proposed.retain(|name| name != SUMMARY);
                })
                on_done=move |()| sheet.settle()/>
        </div>
    }
    .into_any()
}

/// The keywords, with how many there are.
fn keywords(context: TextContext) -> AnyView {
    let locale = Locale::here();
    let sheet = context.text.sheet;
    let many = move || {
        let n = sheet.with(|document| document.keywords.len());
        let asked = range(context.limits.with(|limits| limits.keywords), locale.get());
        fill(t::KEYWORDS_LIMIT.in_(locale.get()), &[("n", &n), ("range", &asked)])
    };
    view! {
        <label class="field"><span class="label">{locale.say(t::KEYWORDS)} " " <span class="soft">{many} {locale.say(t::KEYWORDS_HINT)}</span> {proposed(context, KEYWORDS)}</span>
            <input type="text" id="text-keywords" prop:value=untrack(|| sheet.with(|document| document.keywords.join("；")))
                on:input=move |event| sheet.update(|document| {
                    document.keywords = listed(&event_target_value(&event));
                    document.proposed.retain(|name| name != KEYWORDS);
                })/>
        </label>
    }
    .into_any()
}

/// Nobody has written it yet; the first key makes it the writer's own.
fn proposed(context: TextContext, name: &'static str) -> AnyView {
    let (locale, sheet) = (Locale::here(), context.text.sheet);
    let put = Memo::new(move |_| sheet.with(|document| document.proposed.iter().any(|it| it == name)));
    view! { <Show when=move || put.get()><span class="chip">{locale.say(t::PROPOSED)}</span></Show> }.into_any()
}
