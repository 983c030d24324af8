//! What goes on in windows of some years: when one has ended, the next is at hand.

use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Content;
use crate::record::Kind;
use crate::time::Date;

/// What follows a record that has ended.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Again {
    /// The record to begin, at its first stage.
    pub content: Content,
    /// Which step it is, as a word of the field with the steps.
    pub step: String,
    /// The day from which on, if the one that has ended says its own.
    pub from: Option<Date>,
}

impl Kind {
    /// What follows this record: the next of its steps, some years later. `None` while it has not ended, after the last step,
    /// and where the next one has been begun.
    ///
    /// ```
    /// use luoxuan::kind::Kinds;
    /// use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
    /// let class = Kinds::built_in().named("routine_class").expect("it comes with the crate");
    /// let (first, second) = (RecordId::from_bytes([2; 16]), RecordId::from_bytes([3; 16]));
    /// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
    /// let mut journal = Journal::new();
    /// let content = class.begun("2024级2班").with("band", Some("1-2".into())).with("on", Some("2024-09-20".into()));
    /// journal.write(first, content.clone(), author);
    /// assert_eq!(class.again(&Index::of(&journal), first), None, "it has been applied for");
    ///
    /// journal.write(first, class.at_stage(&content, "model", None), author);
    /// let again = class.again(&Index::of(&journal), first).expect("years 3 and 4");
    /// assert_eq!((again.step.as_str(), again.from), ("3-4", "2026-09-20".parse().ok()));
    /// assert_eq!(class.title_of(&again.content), "2024级2班");
    ///
    /// journal.write(second, again.content, author);
    /// assert_eq!(class.again(&Index::of(&journal), first), None, "it has been begun");
    /// ```
    pub fn again(&self, index: &Index, id: RecordId) -> Option<Again> {
        let again = &self.again;
        let content = index.head(id)?.content();
        let stage = self.stage_of(content)?;
        if !again.stages.contains(&stage.word) {
            return None;
        }
        let now = content.text(&again.steps)?;
        let choices = &self.field(&again.steps)?.choices;
        let mut following = choices.iter().skip_while(|choice| choice.word != now).skip(1);
        let step = following.next()?.word.clone();
        let names_it = |other: &Content| other.text(&again.link).is_some_and(|link| link == id.to_string());
        if self.records(index).any(|head| names_it(head.content())) {
            return None;
        }
        let from = self.day_of(content).and_then(|day| years_after(day, again.years));
        let fields = content.to_json();
        let begun = again.carries.iter().fold(self.begun(""), |begun, field| {
            begun.with(field, fields.get(field).cloned())
        });
        let content = begun
            .with(&again.steps, Some(step.as_str().into()))
            .with(&again.link, Some(id.to_string().into()))
            .with(&self.day, from.map(|day| day.to_string().into()));
        Some(Again { content, step, from })
    }
}

/// The same day so many years later; the last of February where that day is a leap one.
fn years_after(day: Date, years: u32) -> Option<Date> {
    let (year, month, number) = day.ymd();
    let year = year.checked_add(i32::try_from(years).ok()?)?;
    Date::new(year, month, number).or_else(|| Date::new(year, month, number.saturating_sub(1)))
}
