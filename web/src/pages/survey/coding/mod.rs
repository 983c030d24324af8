//! Open answers under their question: read one under the other, and put into categories by keys, by a finger or by
//! dragging.

use leptos::prelude::*;
use luoxuan::Survey;
use luoxuan::record::{Choice, Item};
use luoxuan::survey::{OpenAnswer, open_answers};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

mod answer;
mod categories;

use answer::AnswerView;
use categories::Categories;

use super::context::{SurveyContext, new_name, place_after};
use crate::components::notices::Notices;
use crate::i18n::survey as v;
use crate::i18n::{Locale, fill};
use crate::laid::Laid;

/// So many answers stand on the page at once, and so many more are shown each time.
const SHOWN: usize = 100;

/// Shows all answers.
const ALL: &str = "";

/// Shows those with no code. No short name of a category begins so.
const UNCODED: &str = "?";

/// What the parts of the coding of one item share.
#[derive(Clone, Copy)]
struct Coding {
    context: StoredValue<SurveyContext>,
    item: StoredValue<String>,
    locale: Locale,
    notices: Notices,
    /// All answers with their codes.
    all: Memo<Vec<OpenAnswer>>,
    /// The categories by their short names, in order.
    names: Memo<Vec<String>>,
    /// The answers that stand on the page, by their words: so that none goes away under the hand that codes it.
    listed: Memo<Vec<String>>,
    /// Which of them the keys are for.
    at: RwSignal<usize>,
    /// The answer that is being dragged.
    dragged: RwSignal<Option<String>>,
    /// The answer that waits for the name of a new category.
    waiting: RwSignal<Option<String>>,
    /// What has just happened, for those who do not see it.
    heard: RwSignal<String>,
}

impl Coding {
    fn survey(self) -> Laid<Survey> {
        self.context.with_value(|context| context.survey)
    }

    fn item<T>(self, read: impl FnOnce(&Item) -> T) -> Option<T> {
        self.item
            .with_value(|name| self.survey().sheet.with(|survey| survey.items.get(name).map(read)))
    }

    /// Changes the item as keys do: nothing is drawn anew under the keyboard.
    fn change(self, change: impl FnOnce(&mut Item)) {
        self.item.with_value(|name| {
            self.survey().sheet.update(|survey| {
                if let Some(item) = survey.items.get_mut(name) {
                    change(item);
                }
            });
        });
    }

    /// Changes the item, says so, and offers to take it back: just this, whatever was coded since.
    fn change_undoable(self, said: String, change: impl FnOnce(&mut Item)) {
        let now = || untrack(|| self.item(Item::clone)).unwrap_or_default();
        let before = now();
        self.change(change);
        self.survey().sheet.settle();
        let after = now();
        let (survey, name) = (self.survey(), self.item.get_value());
        self.notices.undoable(said, move || {
            survey.change_late(|survey| {
                if let Some(item) = survey.items.get_mut(&name) {
                    revert(item, &before, &after);
                }
            });
        });
    }

    /// What a category is called.
    fn called(self, code: &str) -> String {
        let text = self.item(|item| item.choices.get(code).map(|choice| choice.text.clone()));
        text.flatten().unwrap_or_default()
    }

    fn codes(self, answer: &str) -> Vec<String> {
        let codes = self.item(|item| item.codes(answer).into_iter().map(str::to_owned).collect());
        codes.unwrap_or_default()
    }

    fn toggle(self, answer: &str, code: &str) {
        let given = untrack(|| self.codes(answer)).iter().any(|one| one == code);
        self.change(|item| {
            if given {
                item.take(answer, code);
            } else {
                item.give(answer, code);
            }
        });
        let words = if given { v::CODE_TAKEN } else { v::CODE_GIVEN };
        self.heard.set(fill(
            words.in_(self.locale.0.get_untracked()),
            &[("name", &untrack(|| self.called(code)))],
        ));
    }

    fn give(self, answer: &str, code: &str) {
        if !untrack(|| self.codes(answer)).iter().any(|one| one == code) {
            self.toggle(answer, code);
        }
    }

    fn take_all(self, answer: &str) {
        if !untrack(|| self.codes(answer)).is_empty() {
            let said = v::CODES_TAKEN.in_(self.locale.0.get_untracked());
            self.change_undoable(said.into(), |item| item.take_all(answer));
        }
    }

    /// Chooses an answer to be quoted for its first category, or no longer.
    fn quote(self, answer: &str) {
        let Some(code) = untrack(|| self.codes(answer)).into_iter().next() else {
            return;
        };
        self.change(|item| {
            if let Some(choice) = item.choices.get_mut(&code) {
                let had = choice.quotes.len();
                choice.quotes.retain(|quote| quote != answer);
                if choice.quotes.len() == had {
                    choice.quotes.push(answer.to_owned());
                }
            }
        });
    }

    fn is_quoted(self, answer: &str) -> bool {
        let quoted = |item: &Item| {
            item.choices
                .values()
                .any(|choice| choice.quotes.iter().any(|one| one == answer))
        };
        self.item(quoted).unwrap_or_default()
    }

    /// Adds a category, or finds the one of this name, for the answer that waits for it.
    fn name(self, text: &str) {
        let text = text.trim().to_owned();
        if text.is_empty() {
            return;
        }
        let known = |item: &Item| {
            item.choices
                .iter()
                .find(|(_, it)| it.text.trim() == text)
                .map(|(name, _)| name.clone())
        };
        let known = untrack(|| self.item(known)).flatten();
        let code = known.unwrap_or_else(|| {
            let code = new_name();
            self.change(|item| {
                let choice = Choice {
                    text,
                    place: place_after(item.choices.values().map(|choice| choice.place)),
                    ..Choice::default()
                };
                item.choices.insert(code.clone(), choice);
            });
            code
        });
        if let Some(answer) = self.waiting.get_untracked() {
            self.give(&answer, &code);
            self.back();
        }
    }

    /// Back from the name of a category to the answer it is for.
    fn back(self) {
        if self.waiting.get_untracked().is_some() {
            self.waiting.set(None);
            self.go(self.at.get_untracked());
        }
    }

    /// Gives the keyboard to an answer.
    fn go(self, at: usize) {
        let last = self.listed.with_untracked(Vec::len).saturating_sub(1);
        self.at.set(at.min(last));
        focus_now(&self.answer_id(at.min(last)));
    }

    /// The next answer that has no code, after this one or from the beginning.
    fn go_to_uncoded(self, at: usize) {
        let listed = self.listed.get_untracked();
        let uncoded = |at: &usize| {
            listed
                .get(*at)
                .is_some_and(|answer| untrack(|| self.codes(answer)).is_empty())
        };
        let next = (at + 1..listed.len()).chain(0..at).find(uncoded);
        if let Some(next) = next {
            self.go(next);
        }
    }

    fn name_anew(self, answer: &str) {
        self.waiting.set(Some(answer.to_owned()));
        focus_now(&self.input_id());
    }

    /// How many people's answers are coded, of how many.
    fn stand(self) -> String {
        let people = |part: fn(&OpenAnswer) -> bool| {
            self.all.with(|all| {
                let of_them = all.iter().filter(|answer| part(answer));
                of_them.map(|answer| answer.people).sum::<u64>()
            })
        };
        let (of, left) = (people(|_| true), people(|answer| answer.codes.is_empty()));
        let words = if left == 0 { v::ALL_CODED } else { v::CODED_SO_FAR };
        fill(
            words.in_(self.locale.get()),
            &[("of", &of), ("n", &(of - left)), ("left", &left)],
        )
    }

    fn answer_id(self, at: usize) -> String {
        self.item.with_value(|item| format!("answer-{item}-{at}"))
    }

    fn input_id(self) -> String {
        self.item.with_value(|item| format!("category-{item}"))
    }
}

/// Which of the answers are shown, and how many.
#[derive(Clone, Copy)]
struct Showing {
    /// All, those with no code, those of one.
    which: RwSignal<String>,
    most: RwSignal<usize>,
    /// The words of all answers.
    texts: Memo<Vec<String>>,
}

impl Showing {
    /// All of them, as many as are shown at once.
    fn of(all: Memo<Vec<OpenAnswer>>) -> Self {
        Self {
            which: RwSignal::new(String::from(ALL)),
            most: RwSignal::new(SHOWN),
            texts: Memo::new(move |_| all.with(|all| all.iter().map(|answer| answer.text.clone()).collect())),
        }
    }

    /// The words of those that are shown. Looked up when it is chosen, not while one codes.
    fn listed(self, all: Memo<Vec<OpenAnswer>>) -> Memo<Vec<String>> {
        Memo::new(move |_| {
            let (which, most) = (self.which.get(), self.most.get());
            self.texts.track();
            untrack(|| {
                all.with(|all| {
                    let shown = |answer: &&OpenAnswer| match which.as_str() {
                        ALL => true,
                        UNCODED => answer.codes.is_empty(),
                        code => answer.codes.iter().any(|one| one == code),
                    };
                    let texts = all.iter().filter(shown).map(|answer| answer.text.clone());
                    texts.take(most).collect()
                })
            })
        })
    }

    /// Where one says which.
    fn choice(self, coding: Coding) -> AnyView {
        let locale = coding.locale;
        let option = move |name: String| {
            let (text, chosen) = (coding.called(&name), self.which.with(|which| *which == name));
            view! { <option value=name selected=chosen>{text}</option> }
        };
        let choose = move |event| {
            self.which.set(event_target_value(&event));
            self.most.set(SHOWN);
            coding.at.set(0);
        };
        view! {
            <label class="choice"><span>{locale.say(v::WHICH_ANSWERS)}</span>
                <select on:change=choose>
                    <option value=ALL>{locale.say(v::ALL_ANSWERS)}</option>
                    <option value=UNCODED>{locale.say(v::UNCODED)}</option>
                    {move || coding.names.get().into_iter().map(option).collect_view()}
                </select>
            </label>
        }
        .into_any()
    }

    /// The way to those that are not shown yet.
    fn more(self, locale: Locale) -> AnyView {
        let Self { which, most, texts } = self;
        let left = move || texts.with(Vec::len).saturating_sub(most.get());
        view! {
            <Show when=move || { which.with(|which| which == ALL) && left() > 0 }>
                <p class="row actions"><button type="button" class="quiet" on:click=move |_| most.update(|most| *most += SHOWN)>
                    {move || fill(v::MORE_ANSWERS.in_(locale.get()), &[("n", &left())])}</button></p>
            </Show>
        }
        .into_any()
    }
}

/// Gives the keyboard to the element with this id, at once: the next key may follow before the next frame.
fn focus_now(id: &str) {
    let found = document().get_element_by_id(id);
    if let Some(found) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = found.focus();
    }
}

/// The answers to an open item, and the categories they are put into.
#[component]
pub(super) fn CodingView(context: SurveyContext, item: String) -> impl IntoView {
    let locale = Locale::here();
    let item = StoredValue::new(item);
    let all =
        Memo::new(move |_| item.with_value(|item| context.survey.sheet.with(|survey| open_answers(survey, item))));
    let names = Memo::new(move |_| {
        item.with_value(|item| {
            context.survey.sheet.with(|survey| {
                let choices = survey.items.get(item).map(Item::choices).unwrap_or_default();
                choices.into_iter().map(|(name, _)| name).collect::<Vec<_>>()
            })
        })
    });
    let showing = Showing::of(all);
    let coding = Coding {
        context: StoredValue::new(context),
        item,
        locale,
        notices: Notices::here(),
        all,
        names,
        listed: showing.listed(all),
        at: RwSignal::new(0),
        dragged: RwSignal::new(None),
        waiting: RwSignal::new(None),
        heard: RwSignal::new(String::new()),
    };
    view! {
        <div class="coding">
            <Categories coding/>
            <div>
                <p class="row">
                    <span class="grow">{move || coding.stand()}</span>
                    {showing.choice(coding)}
                </p>
                <div class="answers">
                    <For each=move || coding.listed.get().into_iter().enumerate() key=|(at, text)| (*at, text.clone()) let((at, text))>
                        <AnswerView coding at text/>
                    </For>
                </div>
                {showing.more(locale)}
                <p class="soft">{locale.say(v::CODING_KEYS)}</p>
                <p class="soft">{locale.say(v::QUOTING)}</p>
                <p class="hidden" role="status">{move || coding.heard.get()}</p>
            </div>
        </div>
    }
}

/// Takes back what one change did to the categories.
fn revert(item: &mut Item, before: &Item, after: &Item) {
    for (name, was) in &before.choices {
        let became = after.choices.get(name);
        if became != Some(was) && item.choices.get(name) == became {
            item.choices.insert(name.clone(), was.clone());
        }
    }
    let none = Vec::new();
    for answer in before.coded.keys().chain(after.coded.keys()) {
        let [was, became] = [before, after].map(|item| item.coded.get(answer).unwrap_or(&none));
        for code in was.iter().filter(|code| !became.contains(code)) {
            item.give(answer, code);
        }
        for code in became.iter().filter(|code| !was.contains(code)) {
            item.take(answer, code);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn what_was_coded_since_stays_when_a_join_is_taken_back() {
        let mut item = Item::default();
        for code in ["a", "b", "c"] {
            item.choices.insert(code.into(), Choice::default());
        }
        item.give("想不出", "a");
        item.give("写不长", "b");
        item.give("都难", "a");
        item.give("都难", "b");
        let before = item.clone();
        item.join("a", "b");
        let after = item.clone();
        item.give("想不出", "c");
        item.give("没意思", "b");
        revert(&mut item, &before, &after);
        assert_eq!(item.codes("想不出"), ["a", "c"]);
        assert_eq!(item.codes("都难"), ["a", "b"]);
        assert_eq!((item.codes("写不长"), item.codes("没意思")), (vec!["b"], vec!["b"]));
    }
}
