//! Words of time in a text that only their day explains, and the ways to say them.
//!
//! A word means what it meant on the day it was written, so it is worked out only where a source of its passage has the
//! word and a day. What a writer adds while making the text has a day nobody knows: it is found, and left.

use std::collections::BTreeSet;

use super::figures::DayStyle;
use super::lines::lines;
use super::place::Place;
use crate::catalog::{Language, fill, words::telling};
use crate::id::RecordId;
use crate::index::Index;
use crate::record::{Document, Passage, Source};
use crate::text::{DayWord, Edit, When, dated, day_words_by, edits, say_third, sentences};
use crate::time::Date;

/// What is not told by the writer.
const ATTACHED: &[&str] = &["appendix", "attachments", "references"];

/// A word of time in a text that only its day explains: 今天, 这节课, 上周.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelativeWord {
    /// Which bytes of which passage.
    pub place: Place,
    /// The word.
    pub word: String,
    /// How it can be said so that a reader knows when it was, the day first; none where nobody can tell.
    pub ways: Vec<Way>,
}

/// One way to say it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Way {
    /// What its day, week or part of a month is called: 9月18日, 第4周, 九月中旬.
    pub said: String,
    edit: Edit,
}

impl RelativeWord {
    /// Puts one of its ways in its place. The sources of the passage stay. Says whether that could be done: not where
    /// something else stands there by now.
    pub fn tell(&self, way: &Way, document: &mut Document) -> bool {
        let Place::Words(section, at, (start, end)) = &self.place else {
            return false;
        };
        let Some(passage) = document.section(section).get(*at) else {
            return false;
        };
        if passage.text.get(*start..*end) != Some(self.word.as_str()) {
            return false;
        }
        let told = with_edits(&passage.text, std::slice::from_ref(&way.edit));
        told.is_some_and(|told| document.rewrite(section, *at, &told))
    }
}

/// The words of time in a passage that only their day explains, with the ways to say them. What stands in quotation marks
/// was said by somebody, and a questionnaire asks about somebody else’s days.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::{relative_words, source};
/// use luoxuan::record::Passage;
/// use luoxuan::{Author, Content, DeviceId, Document, Entry, Index, Journal, RecordId, Timestamp};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let entry = Entry { happened_on: "2025-09-18".parse().ok(), body: "今天收上来40本。".into(), ..Entry::default() };
/// journal.write(id, Content::of(&entry), author);
///
/// let sources = source(&journal, id, "").into_iter().collect();
/// let mut document = Document::default();
/// document.pull("origin", 0, Passage { text: entry.body, sources, ..Passage::default() });
///
/// let index = Index::of(&journal);
/// let words = relative_words(&document, "origin", 0, &index, Language::ZhHans);
/// let said: Vec<_> = words[0].ways.iter().map(|way| way.said.as_str()).collect();
/// assert_eq!(said, ["9月18日", "九月中旬"]);
/// assert!(words[0].tell(&words[0].ways[1], &mut document));
/// assert_eq!(document.section("origin")[0].text, "九月中旬收上来40本。");
/// ```
pub fn relative_words(
    document: &Document,
    section: &str,
    at: usize,
    index: &Index,
    language: Language,
) -> Vec<RelativeWord> {
    let Some(passage) = document.section(section).get(at) else {
        return Vec::new();
    };
    let found = found(section, passage, index);
    let style = (!found.is_empty()).then(|| style_of(document, index, language));
    let text = &passage.text;
    let words = found.into_iter().map(|word| RelativeWord {
        place: Place::words(section, at, word.start..word.end),
        word: text[word.start..word.end].to_owned(),
        ways: style.map_or_else(Vec::new, |style| ways(text, &word, index, style)),
    });
    words.collect()
}

/// Says every such word of a text by its day, wherever a source knows it, and answers how many there were.
pub fn tell_days(document: &mut Document, index: &Index, language: Language) -> usize {
    let style = style_of(document, index, language);
    let mut told = 0;
    let mut changed = Vec::new();
    for (section, at, passage) in document.passages() {
        let found = found(section, passage, index);
        let say = |when, language| say_when(when, index, DayStyle { language, ..style });
        let edits = edits(&passage.text, &found, language, &say);
        if let Some(text) = with_edits(&passage.text, &edits).filter(|_| !edits.is_empty()) {
            told += edits.len();
            changed.push((section.to_owned(), at, text));
        }
    }
    for (section, at, text) in changed {
        document.rewrite(&section, at, &text);
    }
    told
}

/// Words of a record as a draft of this text tells them: with days in place of words of time.
pub fn told_by_day(words: &str, record: RecordId, document: &Document, index: &Index, language: Language) -> String {
    let Some(on) = day_of(record, index) else {
        return words.to_owned();
    };
    let style = style_of(document, index, language);
    dated(words, on, language, &|when, language| {
        say_when(when, index, DayStyle { language, ..style })
    })
}

/// What a day or a week is called in a text; `None` where nobody can tell.
pub(super) fn say_when(when: When, index: &Index, style: DayStyle) -> Option<String> {
    match when {
        When::Day(day) => Some(style.say(day)),
        // Outside a term weeks have no number.
        When::Week(monday) => Some(week(monday, index, style).unwrap_or_else(|| week_of(monday, style))),
        When::Unclear => None,
    }
}

/// 第4周, within a term.
fn week(day: Date, index: &Index, style: DayStyle) -> Option<String> {
    let (_, week) = index.week_of(day)?;
    Some(fill(telling::WEEK.in_(style.language), &[("n", &week)]))
}

fn week_of(monday: Date, style: DayStyle) -> String {
    fill(telling::WEEK_OF.in_(style.language), &[("day", &style.say(monday))])
}

/// Every way to say a word, the day first.
fn ways(text: &str, word: &DayWord, index: &Index, style: DayStyle) -> Vec<Way> {
    let style = DayStyle {
        language: word.language(text, style.language),
        ..style
    };
    let third = |day| say_third(day, style.year, style.language);
    let said = match word.when {
        When::Unclear => Vec::new(),
        // 九月中旬下午 is no time.
        When::Day(day) if word.is_part_of_day(text) => vec![style.say(day)],
        When::Day(day) => [Some(style.say(day)), week(day, index, style), Some(third(day))]
            .into_iter()
            .flatten()
            .collect(),
        When::Week(monday) => {
            // Where its lessons lie in two thirds, neither says when it was.
            let thirds = [monday, monday.plus_days(4)].map(third);
            let [first, last] = thirds;
            [
                week(monday, index, style),
                Some(week_of(monday, style)),
                (first == last).then_some(first),
            ]
            .into_iter()
            .flatten()
            .collect()
        }
    };
    let is_day = |at: usize| at == 0 && matches!(word.when, When::Day(_));
    let ways = said.into_iter().enumerate().map(|(at, said)| Way {
        edit: word.said(text, &said, is_day(at)),
        said,
    });
    ways.collect()
}

/// Days of a text have their year where it tells of more than one.
fn style_of(document: &Document, index: &Index, language: Language) -> DayStyle {
    let sources = document.passages().flat_map(|(.., passage)| &passage.sources);
    let days = sources.filter_map(|source| index.entry(source.record)?.day());
    let years: BTreeSet<i32> = days.map(|day| day.ymd().0).collect();
    DayStyle {
        language,
        year: years.len() > 1,
    }
}

/// The words of time of a passage that are its writer's.
fn found(section: &str, passage: &Passage, index: &Index) -> Vec<DayWord> {
    if ATTACHED.contains(&section) {
        return Vec::new();
    }
    let text = &passage.text;
    let days = days_of(passage, index);
    let mut found = day_words_by(text, &|at| day_at(text, &days, at));
    // The data of a chart and the cells of a table are no prose.
    let prose: Vec<_> = lines(text)
        .filter(|line| !line.fenced && !line.text.starts_with('|'))
        .map(|line| line.start..line.start + line.text.len())
        .collect();
    found.retain(|word| prose.iter().any(|line| line.contains(&word.start)));
    for word in &mut found {
        // At the beginning of a sentence it may have become “Today”.
        let said = text[word.start..word.end].to_ascii_lowercase();
        let is_sourced = days
            .iter()
            .any(|(source, _)| source.snapshot.to_ascii_lowercase().contains(&said));
        if !is_sourced {
            word.when = When::Unclear;
        }
    }
    found
}

/// The sources of a passage that have a day.
fn days_of<'p>(passage: &'p Passage, index: &Index) -> Vec<(&'p Source, Date)> {
    let sources = passage.sources.iter();
    sources
        .filter_map(|source| Some((source, day_of(source.record, index)?)))
        .collect()
}

/// The day a record is about.
fn day_of(record: RecordId, index: &Index) -> Option<Date> {
    let of_entry = |id: &RecordId| index.entry(*id)?.day();
    if let Some(evidence) = index.evidence(record) {
        return evidence.on.or_else(|| evidence.entries.iter().find_map(of_entry));
    }
    if let Some(measure) = index.measure(record) {
        return measure.on.or_else(|| of_entry(&measure.entry?));
    }
    of_entry(&record)
}

/// The day on which what stands at some byte was written: that of the source which says the same sentence there, or else
/// the same clause, if all sources were not of one day anyway.
fn day_at(text: &str, days: &[(&Source, Date)], at: usize) -> Option<Date> {
    let one = |of: &[Date]| of.first().filter(|first| of.iter().all(|day| day == *first)).copied();
    let all: Vec<_> = days.iter().map(|(_, day)| *day).collect();
    one(&all).or_else(|| {
        let sentence = piece_at(sentences(text), at)?;
        let clause = piece_at(text.split_inclusive(['，', '；', '。', ',', ';', '\n']), at)?;
        [sentence, clause].into_iter().find_map(|piece| {
            let says = |(source, _): &&(&Source, Date)| source.snapshot.contains(piece);
            let days: Vec<_> = days.iter().filter(says).map(|(_, day)| *day).collect();
            one(&days)
        })
    })
}

/// The piece of a text that some byte is in, without the blanks around it.
fn piece_at<'t>(pieces: impl Iterator<Item = &'t str>, at: usize) -> Option<&'t str> {
    let mut end = 0;
    let mut pieces = pieces.map(|piece| {
        end += piece.len();
        (end, piece.trim())
    });
    let (_, piece) = pieces.find(|(end, _)| at < *end)?;
    (!piece.is_empty()).then_some(piece)
}

/// A text with these edits made; `None` if they do not fit.
fn with_edits(text: &str, edits: &[Edit]) -> Option<String> {
    let mut told = String::with_capacity(text.len() + 16);
    let mut from = 0;
    for edit in edits {
        told.push_str(text.get(from..edit.range.start)?);
        told.push_str(&edit.text);
        from = edit.range.end;
    }
    told.push_str(text.get(from..)?);
    Some(told)
}

#[cfg(test)]
mod tests;
