//! Coding (编码): putting open answers into groups, without touching the answers.

use super::Item;

impl Item {
    /// The codes of an open answer in their order; one that is no longer there is left out.
    ///
    /// ```
    /// use luoxuan::record::{Choice, Item, ItemKind};
    /// let code = |text: &str, place| Choice { text: text.into(), place, ..Choice::default() };
    /// let choices = [("a".into(), code("没东西写", 0)), ("b".into(), code("写不细", 1))].into();
    /// let mut item = Item { sort: ItemKind::Open, choices, ..Item::default() };
    /// item.give("想不出，也写不长", "b");
    /// item.give("想不出，也写不长", "a");
    /// assert_eq!(item.codes("想不出，也写不长"), ["a", "b"]);
    /// item.join("b", "a");
    /// assert_eq!(item.codes("想不出，也写不长"), ["a"]);
    /// item.drop_code("a");
    /// assert!(item.coded.is_empty() && item.choices.is_empty());
    /// ```
    pub fn codes(&self, answer: &str) -> Vec<&str> {
        let Some(given) = self.coded.get(answer.trim()) else {
            return Vec::new();
        };
        let mut codes: Vec<_> = self.choices.iter().filter(|(name, _)| given.contains(name)).collect();
        codes.sort_by_key(|(name, choice)| (choice.place, *name));
        codes.into_iter().map(|(name, _)| name.as_str()).collect()
    }

    /// Gives an open answer a code.
    pub fn give(&mut self, answer: &str, code: &str) {
        let given = self.coded.entry(answer.trim().to_owned()).or_default();
        if !given.iter().any(|one| one == code) {
            given.push(code.to_owned());
        }
    }

    /// Takes a code from an open answer.
    pub fn take(&mut self, answer: &str, code: &str) {
        if let Some(given) = self.coded.get_mut(answer.trim()) {
            given.retain(|one| one != code);
        }
        self.drop_empty();
    }

    /// Takes all codes from an open answer.
    pub fn take_all(&mut self, answer: &str) {
        self.coded.remove(answer.trim());
    }

    /// Takes a code away. An answer that had no other is uncoded.
    pub fn drop_code(&mut self, code: &str) {
        self.choices.remove(code);
        for given in self.coded.values_mut() {
            given.retain(|one| one != code);
        }
        self.drop_empty();
    }

    /// Makes one code of two: what had the first has the second, and words chosen for it are kept.
    pub fn join(&mut self, code: &str, into: &str) {
        if code == into || !self.choices.contains_key(into) {
            return;
        }
        for given in self.coded.values_mut() {
            let had = given.len();
            given.retain(|one| one != code);
            if given.len() < had && !given.iter().any(|one| one == into) {
                given.push(into.to_owned());
            }
        }
        let quotes = self.choices.remove(code).map(|choice| choice.quotes);
        if let Some(kept) = self.choices.get_mut(into) {
            for quote in quotes.unwrap_or_default() {
                if !kept.quotes.contains(&quote) {
                    kept.quotes.push(quote);
                }
            }
        }
    }

    fn drop_empty(&mut self) {
        self.coded.retain(|_, given| !given.is_empty());
    }
}
