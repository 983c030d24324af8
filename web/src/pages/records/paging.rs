//! A table of thousands, a page at a time.

#![allow(unreachable_pub)] // The component macro makes items of its own public.

use leptos::prelude::*;

use crate::i18n::records as t;
use crate::i18n::{Locale, fill};

/// So many rows stand on a page.
pub const ROWS: usize = 100;

/// Which of so many rows are shown, and the ways to those before and after: a table of thousands is never on the page.
#[component]
pub fn Pages(
    /// The first that is shown, counted from 0.
    begin: Signal<usize>,
    /// How many there are.
    number: Memo<usize>,
    /// Shows others.
    go: impl Fn(usize) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let locale = Locale::here();
    let (is_first, is_last) = (move || begin.get() == 0, move || begin.get() + ROWS >= number.get());
    let where_now = move || {
        let (first, last) = (begin.get() + 1, (begin.get() + ROWS).min(number.get()));
        fill(t::PAGE_OF.in_(locale.get()), &[("first", &first), ("last", &last)])
    };
    let back = move |_| {
        if !untrack(is_first) {
            go(begin.get_untracked().saturating_sub(ROWS));
        }
    };
    let on = move |_| {
        if !untrack(is_last) {
            go(begin.get_untracked() + ROWS);
        }
    };
    view! {
        <Show when=move || { number.get() > ROWS }>
            <p class="row">
                <button type="button" aria-disabled=move || is_first().to_string() on:click=back>{locale.say(t::PAGE_BACK)}</button>
                <button type="button" aria-disabled=move || is_last().to_string() on:click=on>{locale.say(t::PAGE_ON)}</button>
                <span class="soft" role="status">{where_now}</span>
            </p>
        </Show>
    }
}
