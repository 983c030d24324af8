//! A new version of the app: offered, never forced, and only while nothing is unwritten.

use leptos::prelude::*;

use crate::browser::news::of_the_waiting;
use crate::browser::update::Update;
use crate::components::news::newest_line;
use crate::i18n::Locale;
use crate::i18n::capture::NEWS;
use crate::i18n::common as c;
use crate::notebook::Notebook;

/// The offer, while there is a newer version.
#[component]
pub fn UpdateView() -> impl IntoView {
    let (locale, update) = (Locale::here(), Update::here());
    let keeper = StoredValue::new_local(Notebook::here().keeper());
    let status = keeper.get_value().status();
    // The keeper's status changes with every draft that comes and goes.
    let dirty = move || {
        let waits = status.with(|status| status.waiting.is_some());
        waits || keeper.with_value(crate::keeping::Keeper::has_drafts)
    };
    let take = move |_| {
        // A key may have been pressed since the button was drawn.
        if !keeper.with_value(crate::keeping::Keeper::has_drafts) {
            leptos::task::spawn_local(update.take());
        }
    };
    let lines = RwSignal::new(None::<String>);
    Effect::new(move |_| {
        if update.waiting.get() {
            leptos::task::spawn_local(async move {
                // Without them it is offered as it always was.
                let _ = lines.try_set(of_the_waiting().await);
            });
        }
    });
    let brings = move || {
        let line = lines.with(|lines| newest_line(lines.as_deref()?, locale.get()))?;
        Some(format!("{}{line} ", NEWS.in_(locale.get())))
    };
    move || {
        update.waiting.get().then(|| {
            let busy = dirty();
            view! {
                <p class="banner" role="status">
                    {locale.say(if busy { c::UPDATE_LATER } else { c::UPDATE_READY })} " "
                    {brings}
                    {(!busy).then(|| view! { <button type="button" on:click=take>{locale.say(c::UPDATE)}</button> })}
                </p>
            }
        })
    }
}
