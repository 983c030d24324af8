//! What a teacher sees.

use std::time::Duration;

use fantoccini::elements::Element;
use serde_json::{Value, json};

use crate::stage::wait_for;

use super::{PAGE, SOON, Teacher};

impl Teacher {
    /// Runs a script that may use `find` and `seen`.
    pub(crate) fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.run(&self.with_page(script), arguments)
    }

    pub(super) fn with_page(&self, script: &str) -> String {
        let part = json!(*self.part.borrow());
        format!("const PART = {part};\n{PAGE}\n{script}")
    }

    /// Does something in one part of the page, named by its label or its heading.
    pub(crate) fn inside<T>(&self, part: &str, act: impl FnOnce() -> T) -> T {
        let before = self.part.replace(Some(part.into()));
        let outcome = act();
        self.part.replace(before);
        outcome
    }

    /// Does something in the part of the page where the cursor is now.
    pub(crate) fn where_the_cursor_is<T>(&self, act: impl FnOnce() -> T) -> T {
        self.waits_for_the_cursor();
        self.run(
            "window.partWithTheCursor = document.activeElement.closest('section, form, fieldset') ?? document",
            vec![],
        );
        self.inside("@cursor", act)
    }

    /// Runs a script that may use `find` and `seen` and whose last argument is called with the answer.
    pub(crate) fn run_until_called(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser.run_until_called(&self.with_page(script), arguments)
    }

    /// All that can be read on the page, in boxes too.
    pub(crate) fn page(&self) -> String {
        let page = self.browser.try_run(&self.with_page("return seen()"), vec![]);
        page.map_or_else(
            |error| format!("({error})"),
            |text| text.as_str().unwrap_or_default().into(),
        )
    }

    /// Sees these words, or waits for them.
    pub(crate) fn sees(&self, words: &str) {
        self.sees_within(SOON, words);
    }

    /// Sees these words before the time is over.
    pub(crate) fn sees_within(&self, time: Duration, words: &str) {
        let found = wait_for(time, || self.page().contains(words).then_some(()));
        assert!(
            found.is_some(),
            "“{words}” is not on the page after {time:?}:\n{}",
            self.page()
        );
    }

    /// Does not see these words, or waits until they are gone.
    pub(crate) fn sees_no(&self, words: &str) {
        let gone = wait_for(SOON, || (!self.page().contains(words)).then_some(()));
        assert!(gone.is_some(), "“{words}” is still on the page:\n{}", self.page());
    }

    /// Sees that everything typed is on the disk.
    pub(crate) fn sees_it_kept(&self) {
        self.sees("已写入本机");
    }

    /// The element of this kind and name, or waits for it.
    pub(crate) fn finds(&self, kind: &str, name: &str) -> Element {
        self.finds_nth(kind, name, 0)
    }

    /// One of several elements of this kind and name; `-1` is the last.
    pub(crate) fn finds_nth(&self, kind: &str, name: &str, nth: i32) -> Element {
        let found = wait_for(SOON, || {
            let value = self.run(
                "return find(arguments[0], arguments[1], arguments[2])",
                vec![json!(kind), json!(name), json!(nth)],
            );
            self.browser.element(&value)
        });
        found.unwrap_or_else(|| panic!("there is no {kind} “{name}” on the page:\n{}", self.page()))
    }

    /// Waits until an element that this selector names is there, whatever language the page speaks.
    pub(crate) fn waits_for_element(&self, selector: &str) {
        let there = wait_for(SOON, || {
            let there = self.run(
                "return document.querySelector(arguments[0]) !== null",
                vec![json!(selector)],
            );
            (there == json!(true)).then_some(())
        });
        assert!(there.is_some(), "there is no {selector}:\n{}", self.page());
    }

    /// Whether there is an element of this kind and name now.
    pub(crate) fn has(&self, kind: &str, name: &str) -> bool {
        let found = self.run(
            "return find(arguments[0], arguments[1]) !== null",
            vec![json!(kind), json!(name)],
        );
        found == json!(true)
    }

    /// What stands in the box of this name.
    pub(crate) fn reads(&self, name: &str) -> String {
        let element = self.finds("box", name);
        self.value_of(&element)
    }

    pub(super) fn value_of(&self, element: &Element) -> String {
        let value = self.run("return arguments[0].value", vec![json!(element)]);
        value.as_str().unwrap_or_default().into()
    }

    /// What stands in the box that has the cursor.
    pub(crate) fn reads_here(&self) -> String {
        let value = self.run("return document.activeElement?.value ?? ''", vec![]);
        value.as_str().unwrap_or_default().into()
    }

    /// Whether a part that can be opened, such as more fields, is open.
    pub(crate) fn opened(&self, name: &str) -> bool {
        let open = self.run(
            "return find('button', arguments[0])?.parentElement?.open ?? false",
            vec![json!(name)],
        );
        open == json!(true)
    }

    /// Which of several boxes of this name says nothing yet, or waits for one that does.
    pub(crate) fn first_empty(&self, name: &str) -> i32 {
        let place = wait_for(SOON, || {
            let place = self.run(
                "return findAll('box', arguments[0]).findIndex((box) => box.value === '')",
                vec![json!(name)],
            );
            place.as_i64().filter(|place| *place >= 0)
        });
        let place = place.unwrap_or_else(|| panic!("no box “{name}” is empty:\n{}", self.page()));
        i32::try_from(place).expect("not that many boxes")
    }

    /// Waits until the cursor is in the box of this name, as it is in a sheet that was just laid out.
    pub(crate) fn waits_until_the_cursor_is_in(&self, name: &str) {
        let there = wait_for(SOON, || {
            let here = self.run("return nameOf(document.activeElement)", vec![]);
            (here == json!(name)).then_some(())
        });
        assert!(there.is_some(), "the cursor is not in “{name}”:\n{}", self.page());
    }
}
