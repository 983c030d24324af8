//! A select over the turns of a spiral: all, one, or from one to another.

use leptos::prelude::*;
use luoxuan::RecordId;
use luoxuan::draft::Scope;

use crate::i18n::text as t;
use crate::i18n::{Locale, fill};
use crate::notebook::Notebook;

/// How many turns a spiral has, tracked.
pub fn turns_of(notebook: Notebook, spiral: Option<RecordId>) -> u32 {
    let turns = spiral.map(|id| notebook.of_spiral(id, |index| index.turns(id)));
    let numbers = turns.iter().flatten().map(|turn| turn.number);
    numbers.max().unwrap_or(0)
}

/// A labelled select; nothing where there is only one turn.
#[component]
pub fn ScopeChoice(
    /// How many turns there are.
    #[prop(into)]
    turns: Signal<u32>,
    /// Those chosen now.
    #[prop(into)]
    value: Signal<Scope>,
    /// Called with those chosen.
    #[prop(into)]
    on_change: Callback<Scope>,
) -> impl IntoView {
    let locale = Locale::here();
    let choose = move |word: String| {
        if let Some((from, to)) = word.split_once('-')
            && let (Ok(from), Ok(to)) = (from.parse(), to.parse())
        {
            on_change.run(Scope { from, to });
        }
    };
    view! {
        <Show when=move || { turns.get() > 1 }>
            <label class="choice"><span>{locale.say(t::TELLS_OF)}</span>
                <select on:change=move |event| choose(event_target_value(&event))>
                    {move || scopes(turns.get()).into_iter().map(|scope| view! {
                        <option value=format!("{}-{}", scope.from, scope.to) selected=move || value.get() == scope>
                            {move || named(scope, locale)}
                        </option>
                    }).collect_view()}
                </select>
            </label>
        </Show>
    }
}

/// Everything a text can tell of: all, each turn, and each run of turns.
fn scopes(turns: u32) -> Vec<Scope> {
    let one = (1..=turns).map(Scope::turn);
    let several = (1..turns).flat_map(|from| (from + 1..=turns).map(move |to| Scope { from, to }));
    let several = several.filter(|scope| scope.from > 1 || scope.to < turns);
    std::iter::once(Scope::ALL).chain(one).chain(several).collect()
}

fn named(scope: Scope, locale: Locale) -> String {
    let language = locale.get();
    if scope == Scope::ALL {
        t::ALL_TURNS.in_(language).to_owned()
    } else if scope.from == scope.to {
        fill(t::ONE_TURN.in_(language), &[("n", &scope.from)])
    } else {
        fill(t::SOME_TURNS.in_(language), &[("from", &scope.from), ("to", &scope.to)])
    }
}
