//! 写: the front matter, then section by section or all on one page.

use leptos::prelude::*;
use luoxuan::draft;

use super::aside::Aside;
use super::context::{TextContext, section_id};
use super::front::Front;
use super::held::HeldPictures;
use super::references::References;
use super::section::SectionView;
use crate::components::{scroll_to, select};
use crate::i18n::Locale;
use crate::i18n::text as t;
use crate::navigator::Navigator;

/// Which section is in view, where they are written one at a time.
#[derive(Clone, Copy)]
pub(super) struct Shown(RwSignal<Option<usize>>);

impl Shown {
    /// Shows a section and goes there.
    pub(super) fn go(self, at: usize, name: &str) {
        self.0.update(|shown| *shown = shown.map(|_| at));
        scroll_to(section_id(name));
    }
}

#[component]
pub(super) fn Write(context: TextContext) -> impl IntoView {
    let locale = Locale::here();
    let shown = RwSignal::new(None::<usize>);
    let names = Memo::new(move |_| {
        context.template.with(|template| {
            template
                .sections
                .iter()
                .map(|section| section.name.clone())
                .collect::<Vec<_>>()
        })
    });
    match Navigator::here().takes_target() {
        Some((id, Some(range))) => select(id, range),
        Some((id, None)) => scroll_to(id),
        None => {}
    }
    let step = move |by: isize| {
        let last = names.read_untracked().len().saturating_sub(1);
        shown.update(|at| *at = at.map(|at| at.saturating_add_signed(by).min(last)));
    };
    view! {
        <div class="with-aside">
            <div>
                <Front context/>
                <HeldPictures context/>
                <p class="row actions">
                    <button type="button" class="quiet" aria-pressed=move || shown.get().is_some().to_string() on:click=move |_| shown.update(|shown| *shown = if shown.is_some() { None } else { Some(0) })>
                        {move || locale.say(if shown.get().is_some() { t::ONE_PAGE } else { t::ONE_SECTION })()}
                    </button>
                </p>
                {move || names.get().into_iter().enumerate().map(|(at, name)| view! {
                    <div hidden=move || shown.get().is_some_and(|shown| shown != at)>
                        <SectionView context name=name.clone()/>
                        {(name == draft::REFERENCES).then(|| view! { <References context/> })}
                    </div>
                }).collect_view()}
                <Show when=move || shown.get().is_some()>
                    <p class="row">
                        <button type="button" disabled=move || shown.get() == Some(0) on:click=move |_| step(-1)>{locale.say(t::BEFORE)}</button>
                        <button type="button" disabled=move || shown.get().is_some_and(|at| at + 1 >= names.read().len()) on:click=move |_| step(1)>{locale.say(t::AFTER)}</button>
                    </p>
                </Show>
                <Show when=move || !names.with(|names| names.iter().any(|name| name == draft::REFERENCES))><References context/></Show>
                <super::form::FormEditor context/>
            </div>
            <Aside context shown=Shown(shown)/>
        </div>
    }
}
