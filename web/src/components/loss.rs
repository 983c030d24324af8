//! What is gone from where the words are kept: said at every start until somebody has seen to it.

use leptos::prelude::*;

use crate::i18n::Locale;
use crate::i18n::loss as t;
use crate::keeping::Backup;
use crate::navigator::Navigator;
use crate::notebook::Notebook;
use crate::place::View;

/// The sentences, the way to a copy, and a way to have them go.
#[component]
pub fn LossView() -> impl IntoView {
    let (locale, here, backup) = (Locale::here(), Navigator::here(), Backup::here());
    let keeper = StoredValue::new_local(Notebook::here().keeper());
    let loss = keeper.get_value().loss();
    move || {
        loss.get().map(|loss| {
            let said = move || backup.outside.with(|copy| t::loss_text(loss, copy.as_ref(), locale.get()));
            view! {
                <p class="banner" role="alert">
                    {said} " "
                    <a href=move || here.link(View::Settings)>{locale.say(t::RESTORE)}</a> " "
                    <button type="button" on:click=move |_| keeper.with_value(crate::keeping::Keeper::forget_loss)>{locale.say(t::SEEN)}</button>
                </p>
            }
        })
    }
}
