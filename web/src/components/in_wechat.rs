//! What whoever opened a link in WeChat has to know once: its own browser keeps the words to itself and installs nothing.

use leptos::prelude::*;

use crate::i18n::Locale;
use crate::i18n::one_file::{IN_WECHAT, SEEN};
use crate::prefs::{store, stored};

const MARK: &str = "told:wechat";

/// Says it until somebody has seen it.
#[component]
pub fn InWeChat() -> impl IntoView {
    let locale = Locale::here();
    let here = window()
        .navigator()
        .user_agent()
        .is_ok_and(|browser| browser.contains("MicroMessenger"));
    let told = RwSignal::new(!here || stored(MARK).is_some());
    let seen = move |_| {
        store(MARK, "seen");
        told.set(true);
    };
    move || {
        (!told.get()).then(|| {
            view! {
                <p class="banner">
                    {locale.say(IN_WECHAT)} " " <button type="button" on:click=seen>{locale.say(SEEN)}</button>
                </p>
            }
        })
    }
}
