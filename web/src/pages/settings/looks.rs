//! Language, theme, prompts: what this browser prefers.

use leptos::prelude::*;
use luoxuan::catalog::{Language, Words};

use crate::components::select::Select;
use crate::i18n::settings as t;
use crate::prefs::{Prefs, Theme};

const fn theme_words(theme: Theme) -> Words {
    match theme {
        Theme::System => t::THEME_SYSTEM,
        Theme::Light => t::THEME_LIGHT,
        Theme::Dark => t::THEME_DARK,
    }
}

/// The same in every language: whoever cannot read the page finds it.
const fn own_name(language: Language) -> Words {
    let name = language.name();
    Words {
        zh_hans: name,
        zh_hant: name,
        en: name,
    }
}

pub(super) fn looks() -> AnyView {
    let Prefs { locale, theme, prompts } = Prefs::here();
    let languages = Language::ALL.map(|language| (language.tag(), own_name(language)));
    let themes = Theme::ALL.map(|theme| (theme.word(), theme_words(theme)));
    view! {
        <section>
            <h2>{locale.say(t::LOOKS)}</h2>
            <div class="row">
                <Select label=t::LANGUAGE options=languages.to_vec() value=Signal::derive(move || locale.get().tag())
                    on_change=move |tag: String| if let Some(language) = Language::from_tag(&tag) {
                        locale.0.set(language);
                    }/>
                <Select label=t::THEME options=themes.to_vec() value=Signal::derive(move || theme.get().word())
                    on_change=move |word: String| if let Some(chosen) = Theme::ALL.into_iter().find(|theme| theme.word() == word) {
                        theme.set(chosen);
                    }/>
            </div>
            <label class="check">
                <input type="checkbox" prop:checked=move || prompts.get() on:change=move |event| prompts.set(event_target_checked(&event))/>
                <span>{locale.say(t::PROMPTS)}</span>
            </label>
        </section>
    }
    .into_any()
}
