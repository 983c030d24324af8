//! Short messages at the foot of the page, most of them with 撤销.

use std::time::Duration;

use leptos::prelude::*;
use luoxuan::catalog::Words;

use crate::i18n::Locale;
use crate::i18n::common as c;

type Act = std::rc::Rc<dyn Fn()>;

#[derive(Clone)]
struct Notice {
    number: u32,
    text: String,
    undo: Option<Act>,
    /// A link's words and its address.
    link: Option<(String, String)>,
}

/// Shows short messages. One at a time: the newest.
#[derive(Clone, Copy)]
pub struct Notices {
    shown: RwSignal<Option<Notice>, LocalStorage>,
    count: StoredValue<u32>,
    /// What is said for as long as it is so, each with its number.
    standing: RwSignal<Vec<(u32, Words, Signal<bool>)>>,
}

/// Long enough to read a sentence and reach for the mouse.
const STAYS: Duration = Duration::from_secs(10);

impl Notices {
    /// Provides them to the page.
    pub fn provide() -> Self {
        let notices = Self {
            shown: RwSignal::new_local(None),
            count: StoredValue::new(0),
            standing: RwSignal::new(Vec::new()),
        };
        provide_context(notices);
        notices
    }

    /// The notices of the page this is called in.
    pub fn here() -> Self {
        expect_context()
    }

    /// Says something.
    pub fn say(self, text: impl Into<String>) {
        self.show(text.into(), None, None);
    }

    /// Says what was done and offers to take it back.
    pub fn undoable(self, text: impl Into<String>, undo: impl Fn() + 'static) {
        self.show(text.into(), Some(std::rc::Rc::new(undo)), None);
        // What was deleted had the keyboard; the way back gets it.
        request_animation_frame(|| {
            if document()
                .active_element()
                .is_none_or(|element| element.tag_name() == "BODY")
            {
                super::focus("undo");
            }
        });
    }

    /// The same of what followed from something else: the keyboard is where that was done.
    pub fn undoable_beside(self, text: impl Into<String>, undo: impl Fn() + 'static) {
        self.show(text.into(), Some(std::rc::Rc::new(undo)), None);
    }

    /// Says something and offers a way there.
    pub fn leads(self, text: impl Into<String>, words: impl Into<String>, address: String) {
        self.show(text.into(), None, Some((words.into(), address)));
    }

    /// Says something for as long as it is so and the view this is called in is on the page.
    pub fn say_while(self, words: Words, so: Signal<bool>) {
        let number = self.count.get_value().wrapping_add(1);
        self.count.set_value(number);
        self.standing.update(|all| all.push((number, words, so)));
        on_cleanup(move || {
            self.standing
                .try_update(|all| all.retain(|(known, ..)| *known != number));
        });
    }

    /// What is so now, each sentence once.
    fn so(self) -> Vec<Words> {
        let mut words: Vec<Words> = Vec::new();
        for (_, said, _) in self
            .standing
            .read()
            .iter()
            .filter(|(.., so)| so.try_get() == Some(true))
        {
            if !words.contains(said) {
                words.push(*said);
            }
        }
        words
    }

    fn show(self, text: String, undo: Option<Act>, link: Option<(String, String)>) {
        // What was waited for may come when the person has gone on to another journal.
        let Some(number) = self.count.try_get_value().map(|number| number.wrapping_add(1)) else {
            return;
        };
        self.count.set_value(number);
        self.shown.set(Some(Notice {
            number,
            text,
            undo,
            link,
        }));
        self.leaves_later(number);
    }

    /// Takes a notice away after its time, but not from under the keyboard.
    fn leaves_later(self, number: u32) {
        set_timeout(
            move || {
                let current = self
                    .shown
                    .try_with_untracked(|notice| notice.as_ref().map(|notice| notice.number));
                if current.flatten() != Some(number) {
                    return;
                }
                let here = document().active_element();
                if here.is_some_and(|here| here.closest(".notice").is_ok_and(|notice| notice.is_some())) {
                    self.leaves_later(number);
                } else {
                    self.shown.set(None);
                }
            },
            STAYS,
        );
    }
}

/// Where notices appear. Always in the document, so that screen readers announce what comes.
#[component]
pub fn NoticesView(notices: Notices) -> impl IntoView {
    let locale = Locale::here();
    view! {
        <div class="notices" role="status" aria-live="polite">
            {move || notices.so().into_iter().map(|words| view! { <p class="notice">{locale.say(words)}</p> }).collect_view()}
            {move || notices.shown.get().map(|notice| view! {
                <p class="notice">
                    <span>{notice.text}</span>
                    {notice.undo.map(|undo| view! {
                        <button type="button" id="undo" on:click=move |_| { undo(); notices.shown.set(None); }>{locale.say(c::UNDO)}</button>
                    })}
                    {notice.link.map(|(words, address)| view! { <a href=address>{words}</a> })}
                </p>
            })}
        </div>
    }
}
