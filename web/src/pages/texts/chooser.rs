//! What to make of a spiral: the forms, how ripe it is for each, and the first draft in one go.

use leptos::prelude::*;
use luoxuan::catalog::{Labelled, Language, fit, form};
use luoxuan::draft::{Readiness, Scope, begin, readiness};
use luoxuan::record::TextTypes;
use luoxuan::{Document, RecordId, Template, TextType};

use crate::components::lately::Lately;
use crate::components::scope_choice::{ScopeChoice, turns_of};
use crate::components::spiral_choice::{SpiralChoice, spirals_to_choose};
use crate::i18n::Locale;
use crate::i18n::text as t;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::{Tab, View};

/// What a text is made of.
#[derive(Clone, Copy)]
struct Choosing {
    chosen: Memo<Option<RecordId>>,
    scope: RwSignal<Scope>,
    locale: Locale,
    here: Navigator,
    notebook: Notebook,
}

impl Choosing {
    /// Begins a text, `filled` with what the spiral has for it, and goes there. `own` is a form of the teacher's.
    fn make(self, kind: TextType, own: Option<RecordId>, filled: bool) {
        let language = self.locale.0.get_untracked();
        let spiral = self.chosen.get_untracked();
        let scope = self.scope.get_untracked();
        let document = untrack(|| {
            self.notebook.of_both(|index, journal| {
                let template = own
                    .and_then(|id| index.read::<Template>(id))
                    .unwrap_or_else(|| form(kind).template(language));
                let filled = spiral.filter(|_| filled);
                let mut document = begin(index, journal, filled, scope, &template, own, language);
                document.spirals = spiral.into_iter().collect();
                document
            })
        });
        let text = self.notebook.add(&document);
        self.here.go_and_write(View::Text(text, Tab::Write));
    }

    /// Whether there is a text of this type of the spiral already.
    fn written(self, kind: TextType) -> bool {
        self.chosen.get().is_some_and(|spiral| {
            self.notebook.of_surroundings(|index| {
                let mut all = index.of_kind::<Document>();
                all.any(|(_, it)| it.text_type == kind && it.spirals.contains(&spiral))
            })
        })
    }

    fn standing(self, kind: TextType) -> Option<Readiness> {
        let spiral = self.chosen.get()?;
        let all = self.notebook.of_spiral(spiral, |index| readiness(index, spiral));
        all.into_iter().find(|one| one.text_type == kind)
    }

    /// A first draft, or an empty text.
    fn ways(
        self,
        kind: TextType,
        own: Option<RecordId>,
        is_main: impl Fn() -> bool + Copy + Send + Sync + 'static,
    ) -> AnyView {
        let Self { chosen, locale, .. } = self;
        view! {
            <Show when=move || chosen.get().is_some()>
                <button type="button" class:main=is_main class:quiet=move || !is_main() on:click=move |_| self.make(kind, own, true)>{locale.say(t::ASSEMBLE)}</button>
            </Show>
            <button type="button" class="quiet" on:click=move |_| self.make(kind, own, false)>{locale.say(t::BLANK)}</button>
        }
        .into_any()
    }
}

/// Choosing. `spiral` is the one to begin with.
#[component]
pub(super) fn Chooser(spiral: Option<RecordId>) -> impl IntoView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    let spirals = spirals_to_choose(notebook);
    // Whoever comes without a spiral most likely means the one looked at last, or else the one that is running.
    let lately = use_context::<Lately>();
    let first = move || spirals.with(|all| all.first().map(|(id, _)| *id));
    // Until somebody chooses, it follows what there is: a journal may still be filling.
    let said = RwSignal::new(None::<Option<RecordId>>);
    let chosen = Memo::new(move |_| {
        let meant = || spiral.or(lately.and_then(Lately::spiral)).or_else(first);
        said.get().unwrap_or_else(meant)
    });
    let choosing = Choosing {
        chosen,
        scope: RwSignal::new(Scope::ALL),
        locale,
        here: Navigator::here(),
        notebook,
    };
    let scope = choosing.scope;
    let choose = move |spiral: Option<RecordId>| {
        said.set(Some(spiral));
        scope.set(Scope::ALL);
        if let (Some(lately), Some(spiral)) = (lately, spiral) {
            lately.look_at(spiral);
        }
    };
    let turns = Memo::new(move |_| turns_of(notebook, chosen.get()));
    let all_wanted = move || notebook.of_surroundings(|index| index.settings().text_types == TextTypes::AllThree);
    view! {
        <section class="chooser">
            <SpiralChoice label=t::FROM_SPIRAL spirals none=t::NO_SPIRAL value=chosen on_change=choose/>
            <ScopeChoice turns value=scope on_change=move |wanted| scope.set(wanted)/>
            <h2>{locale.say(t::CHOOSE_FORM)}</h2>
            <Show when=all_wanted><p class="soft">{locale.say(t::ALL_WANTED)}</p></Show>
            <div class="form-cards">{TextType::THREE.iter().map(|kind| card(choosing, *kind)).collect_view()}</div>
            <details>
                <summary>{locale.say(t::OTHER_FORMS)}</summary>
                {others(choosing)}
            </details>
        </section>
    }
}

/// One of the three, with how ripe the spiral is for it.
fn card(choosing: Choosing, kind: TextType) -> AnyView {
    let locale = choosing.locale;
    let standing = Memo::new(move |_| choosing.standing(kind));
    let fits = move || standing.with(|it| it.as_ref().is_some_and(|it| it.fit.is_some()));
    view! {
        <article class="form-card" aria-label=move || kind.label().in_(locale.get()) class:best=fits>
            <h3>{move || kind.label().in_(locale.get())}</h3>
            {move || standing.get().map(|standing| ripeness(&standing, locale.get()))}
            {move || choosing.written(kind).then(|| view! { <p class="soft">"✓ " {locale.say(t::ONE_EXISTS)}</p> })}
            <p class="row">{choosing.ways(kind, None, fits)}</p>
        </article>
    }
    .into_any()
}

/// The neighbours of the three, and the forms of the teacher's own.
fn others(choosing: Choosing) -> AnyView {
    let Choosing { locale, notebook, .. } = choosing;
    let own = move || {
        notebook.of_surroundings(|index| {
            let all = index.of_kind::<Template>();
            all.map(|(id, it)| (id, it.base, it.name.clone())).collect::<Vec<_>>()
        })
    };
    let neighbours = TextType::ALL.iter().filter(|kind| !TextType::THREE.contains(kind));
    let neighbours = neighbours.map(|kind| {
        let kind = *kind;
        view! {
            <li>
                <span><b>{move || kind.label().in_(locale.get())}</b> " " <span class="soft">{move || sections(kind, locale.get())}</span></span>
                <span class="row">{choosing.ways(kind, None, || false)}</span>
            </li>
        }
    });
    view! {
        <ul class="plain forms">
            {neighbours.collect_view()}
            {move || own().into_iter().map(|(id, kind, name)| view! {
                <li>
                    <span><b>{name}</b> " " <span class="soft">{locale.say(t::OF_MINE)}</span></span>
                    <span class="row">{choosing.ways(kind, Some(id), || false)}</span>
                </li>
            }).collect_view()}
        </ul>
    }
    .into_any()
}

/// What a form consists of, in a line.
fn sections(kind: TextType, language: Language) -> String {
    let headings = form(kind).sections.iter().map(|section| section.heading.in_(language));
    headings.collect::<Vec<_>>().join(" · ")
}

/// How ripe a spiral is: whether this form fits, what is missing.
fn ripeness(standing: &Readiness, language: Language) -> AnyView {
    let best = standing.fit.map(|why| {
        view! {
            <p><b class="badge">{t::BEST.in_(language)}</b> " " {fit(why).in_(language)}</p>
        }
    });
    let lacks = standing.lacks(language);
    let lacks = if lacks.is_empty() {
        view! { <p class="soft">"✓ " {t::READY.in_(language)}</p> }.into_any()
    } else {
        let each = lacks.into_iter().map(|lack| view! { <li>{lack}</li> }).collect_view();
        view! { <div class="soft"><p>{t::NOT_READY.in_(language)}</p><ul>{each}</ul></div> }.into_any()
    };
    view! { {best} {lacks} }.into_any()
}
