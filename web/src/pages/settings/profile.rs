//! Who the teacher is.

use leptos::prelude::*;
use luoxuan::catalog::Words;
use luoxuan::record::{PROFILE, Profile};

use crate::components::field::{line, list};
use crate::i18n::Locale;
use crate::i18n::settings as t;
use crate::notebook::Notebook;

type Part = fn(&mut Profile) -> &mut String;

const LINES: [(Words, Part); 6] = [
    (t::NAME, |profile| &mut profile.name),
    (t::SCHOOL, |profile| &mut profile.school),
    (t::SUBJECT, |profile| &mut profile.subject),
    (t::GRADE, |profile| &mut profile.grade),
    (t::GROUP, |profile| &mut profile.group),
    (t::TITLE, |profile| &mut profile.title),
];

pub(super) fn profile() -> AnyView {
    let (locale, notebook) = (Locale::here(), Notebook::here());
    // A closure, not a memo: each memo costs a kilobyte of the first load.
    let profile = move || notebook.of_surroundings(|index| index.profile().clone());
    let change = move |change: &dyn Fn(&mut Profile)| {
        let mut profile = untrack(profile);
        change(&mut profile);
        notebook.write(PROFILE, &profile);
    };
    view! {
        <section>
            <h2>{locale.say(t::PROFILE)}</h2>
            <p class="soft">{locale.say(t::PROFILE_WHY)}</p>
            <div class="grid">
                {LINES.map(|(label, part)| line(
                    || Some(PROFILE),
                    label,
                    "text",
                    Signal::derive(move || part(&mut profile()).clone()),
                    move |text| change(&|profile| text.trim().clone_into(part(profile))),
                ))}
            </div>
            {list(
                PROFILE,
                t::CLASSES,
                Signal::derive(move || profile().classes),
                move |classes| change(&|profile| profile.classes.clone_from(&classes)),
            )}
        </section>
    }
    .into_any()
}
