//! 设置: everything a person sets once, and the copies outside. A change is kept when its field changes.

use leptos::prelude::*;

use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::navigator::Navigator;
use crate::place::Book;

mod about;
mod copies;
mod looks;
mod one_file;
mod profile;
mod school;
mod storage;
mod terms;

/// The page.
#[component]
pub fn SettingsPage() -> impl IntoView {
    let locale = Locale::here();
    let own = untrack(|| Navigator::here().get().book) == Book::Own;
    view! {
        <div class="settings">
            <h1>{locale.say(c::SETTINGS)}</h1>
            {looks::looks()}
            {own.then(copies::copies)}
            {profile::profile()}
            {terms::terms()}
            {school::school()}
            {own.then(storage::storage)}
            {own.then(one_file::one_file)}
            {about::about(own)}
        </div>
    }
}
