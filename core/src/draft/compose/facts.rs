//! Telling a fact once.

use std::collections::BTreeSet;

use crate::text::{fold, sentences};

/// What a section has told so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// Folded, without marks.
    words: String,
    /// Pairs of letters next to each other.
    pairs: BTreeSet<(char, char)>,
    /// Numbers with what they count: 42人.
    counts: BTreeSet<(String, Option<char>)>,
}

/// So many of a sentence's pairs of letters, in hundredths, have been told: it is the same again in other words.
const SAME: usize = 85;

/// So many, where the sentence gives one number and it has been told.
const SAME_COUNT: usize = 65;

/// So many, where the sentence gives two numbers and both have been told.
const SAME_COUNTS: usize = 50;

/// So many, where it gives three or more, and all of them have been told.
const SAME_MANY: usize = 25;

impl Told {
    pub(super) fn add(&mut self, text: &str) {
        let bare = bare(text);
        self.pairs.extend(pairs(&bare));
        self.words.push_str(&bare);
        // Nothing is found across two texts.
        self.words.push('\n');
        self.counts.extend(counts(text));
    }

    /// Whether a number of these has been told: 10组 is told by 10个小组.
    fn has_counted(&self, (number, of): &(String, Option<char>)) -> bool {
        let any = |unit: Option<char>| matches!(unit, None | Some('个' | '個' | '名' | '位'));
        let same = |(told, unit): &(String, Option<char>)| told == number && (unit == of || any(*unit) || any(*of));
        self.counts.iter().any(same)
    }

    /// The sentences of a text that nothing before it has told word for word.
    pub(super) fn without_told(&self, text: &str) -> String {
        kept(text, |sentence| {
            let bare = bare(sentence);
            bare.is_empty() || !self.words.contains(&bare)
        })
    }

    /// The sentences of a text that say something nothing before it has said in these or other words. For what stands
    /// beside an entry's own text: a sub-field, a piece of evidence.
    pub(super) fn without_repeated(&self, text: &str) -> String {
        kept(text, |sentence| {
            let bare = bare(sentence);
            let pairs: Vec<_> = pairs(&bare).collect();
            let known = pairs.iter().filter(|pair| self.pairs.contains(pair)).count() * 100;
            let counts: BTreeSet<_> = counts(sentence).collect();
            let share = match counts.len() {
                0 => SAME,
                _ if !counts.iter().all(|count| self.has_counted(count)) => SAME,
                1 => SAME_COUNT,
                2 => SAME_COUNTS,
                _ => SAME_MANY,
            };
            pairs.is_empty() || known < share * pairs.len()
        })
    }
}

/// The sentences of a text that are worth telling; none if they say nothing.
fn kept(text: &str, worth: impl Fn(&str) -> bool) -> String {
    let kept: Vec<&str> = sentences(text).filter(|sentence| worth(sentence)).collect();
    if kept.iter().any(|sentence| !bare(sentence).is_empty()) {
        kept.concat().trim().to_owned()
    } else {
        String::new()
    }
}

fn pairs(bare: &str) -> impl Iterator<Item = (char, char)> {
    bare.chars().zip(bare.chars().skip(1))
}

/// The numbers of a text with the character behind each, without those that name a day.
fn counts(text: &str) -> impl Iterator<Item = (String, Option<char>)> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(digit) if digit.is_ascii_digit() => number.push(digit),
            after if !number.is_empty() => found.push((std::mem::take(&mut number), after)),
            _ => {}
        }
    }
    found
        .into_iter()
        .filter(|(_, after)| !matches!(after, Some('月' | '日' | '年')))
}

/// The letters and figures of a text.
fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether a figure stands in a text as a number of its own: 12 in “只有12本”, not in “120” or “3.12”.
pub(super) fn has_number(text: &str, number: u32) -> bool {
    let number = number.to_string();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(&number).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut after = text[at + number.len()..].chars();
        let next = after.next();
        // 12.5 is another number, “12.” ends a sentence.
        let decimal = next == Some('.') && digit(after.next());
        !digit(before) && before != Some('.') && !digit(next) && !decimal
    })
}

/// A text without the clauses that tell these counts: an indicator's sentence tells them with day and base. A sentence of
/// which no more than a few words are left goes with them.
///
/// Only where both count and base stand in one sentence is it sure that they are these.
pub(super) fn without_counts(text: &str, counts: &[(u32, u32)]) -> String {
    let mut kept = String::new();
    let mut base_stood = None;
    for sentence in sentences(text) {
        let told = counts.iter().find(|(k, n)| {
            // The base may have been named in the sentence before: “交上来38本。有数的31本。”
            has_number(sentence, *k) && (has_number(sentence, *n) || base_stood == Some(*n))
        });
        base_stood = counts.iter().map(|(_, n)| *n).find(|n| has_number(sentence, *n));
        let Some((k, n)) = told else {
            kept.push_str(sentence);
            continue;
        };
        let rest: Vec<&str> = clauses(sentence).filter(|clause| !has_number(clause, *k)).collect();
        let says = |clause: &&str| has_other_number(clause, *n) || letters(clause) > FEW;
        if rest.iter().any(says) {
            kept.push_str(&ended(&rest.concat(), sentence));
        }
    }
    kept.trim().to_owned()
}

/// A clause of no more letters than this says nothing alone: “这节课的记录单，”.
const FEW: usize = 9;

/// How much a clause says beside its day.
fn letters(clause: &str) -> usize {
    let said = match clause.split_once('日') {
        Some((day, said)) if day.contains('月') => said,
        _ => clause,
    };
    bare(said).chars().count()
}

fn has_other_number(clause: &str, base: u32) -> bool {
    let mut numbers = clause
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| !run.is_empty());
    numbers.any(|run| run.parse() != Ok(base) && !is_of_a_day(clause, run))
}

fn is_of_a_day(clause: &str, run: &str) -> bool {
    clause.contains(&format!("{run}月")) || clause.contains(&format!("{run}日"))
}

/// A sentence's parts, each with the comma behind it.
fn clauses(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split_inclusive(['，', ','])
}

/// The sentence ends as it did, also where its last clause has gone.
fn ended(text: &str, sentence: &str) -> String {
    let end = |c: char| matches!(c, '。' | '！' | '？' | '；' | '.' | '!' | '?' | ';');
    let text = text.trim_end_matches(['，', ',']);
    match sentence.trim_end().chars().next_back().filter(|last| end(*last)) {
        Some(last) if !text.trim_end().ends_with(end) => format!("{text}{last}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_of_its_own() {
        assert!(has_number("只有12本", 12) && has_number("一共12.", 12));
        assert!(!has_number("120本", 12) && !has_number("3.12", 12) && !has_number("12.5分", 12));
    }

    #[test]
    fn clauses_that_tell_a_count_go_and_the_rest_stays() {
        for (text, counts, right) in [
            (
                "这节课的记录单，40本里有23本左边写了现象和一个数。小林写：“15分钟，水面降了2毫米。”",
                (23, 40),
                "小林写：“15分钟，水面降了2毫米。”",
            ),
            (
                "10月27日交上来38本，有数的31本，和同桌一字不差的2本。",
                (31, 38),
                "10月27日交上来38本，和同桌一字不差的2本。",
            ),
            (
                "全班都在看自己的杯子里的水，40本里有23本写了。",
                (23, 40),
                "全班都在看自己的杯子里的水。",
            ),
            ("23号同学没有交。", (23, 40), "23号同学没有交。"),
        ] {
            assert_eq!(without_counts(text, &[counts]), right);
        }
    }

    #[test]
    fn a_sentence_is_told_once() {
        let mut told = Told::default();
        told.add("收上来40本，28本只写了一句。");
        assert_eq!(
            told.without_told("收上来 40 本，28 本只写了一句！没有写怎么看出来的。"),
            "没有写怎么看出来的。"
        );
        assert_eq!(told.without_told("28本只写了一句。"), "");
    }

    #[test]
    fn the_same_in_other_words_is_told_once() {
        let mut told = Told::default();
        told.add("还有一个意外：几个孩子的图里根本没有问号，说明他们连要求什么都没标出来。全班38人只有18人做对。");
        assert_eq!(
            told.without_repeated("几个孩子的图里根本没有问号，他们连要求什么都没标出来。"),
            ""
        );
        assert_eq!(told.without_repeated("做对18人（全班38人）。"), "");
        let other = "画过图的4人，做对的4人。";
        assert_eq!(told.without_repeated(other), other);
    }
}
