//! Three-way merging that would rather show two versions than lose a sentence.
//!
//! The rule: a merge is made of what each side did to the base and of nothing else, and is accepted only if no two of
//! these touch, every sentence both sides kept is still there as often, and swapping the sides changes nothing.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::Content;
use crate::text::{one_line_end, sentences};

/// Merges two contents that both come from `base`, field by field; `None` if a field was changed
/// on both sides in a way that cannot be joined with certainty.
pub fn merge_contents(base: &Content, a: &Content, b: &Content) -> Option<Content> {
    let merged = merge_objects(&base.parsed()?, &a.parsed()?, &b.parsed()?)?;
    Some(Content::from_json(&merged))
}

fn merge_objects(
    base: &Map<String, Value>,
    a: &Map<String, Value>,
    b: &Map<String, Value>,
) -> Option<Map<String, Value>> {
    let mut merged = Map::new();
    for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
        if let Some(value) = merge_values(base.get(key), a.get(key), b.get(key))? {
            merged.insert(key.clone(), value);
        }
    }
    Some(merged)
}

/// The outer `None` means: not certain. The inner one: certain, and the field is gone.
#[allow(clippy::option_option)]
fn merge_values(base: Option<&Value>, a: Option<&Value>, b: Option<&Value>) -> Option<Option<Value>> {
    if a == b || base == b {
        return Some(a.cloned());
    }
    if base == a {
        return Some(b.cloned());
    }
    match (a?, b?) {
        (Value::Object(a), Value::Object(b)) => {
            let empty = Map::new();
            let base = base.and_then(Value::as_object).unwrap_or(&empty);
            merge_objects(base, a, b).map(|merged| Some(Value::Object(merged)))
        }
        (Value::String(a), Value::String(b)) => {
            // Systems change line ends; a person changes words.
            let (a, b) = (one_line_end(a), one_line_end(b));
            if a == b {
                return Some(Some(Value::String(a.into_owned())));
            }
            let base = one_line_end(base.and_then(Value::as_str)?);
            merge_texts(&base, &a, &b).map(|merged| Some(Value::String(merged)))
        }
        _ => None,
    }
}

/// Merges two texts that both come from `base`, by sentences; `None` if they touch the same place.
///
/// What both sides wrote alike in the same place counts once: that is one edit which arrived by two
/// ways far more often than two wishes for the same sentence, and either way the sentence is there.
///
/// ```
/// use luoxuan::journal::merge_texts;
/// let base = "先观察。再写。最后改。";
/// let merged = merge_texts(base, "先观察橘子。再写。最后改。", "先观察。再写。最后互相改。");
/// assert_eq!(merged.as_deref(), Some("先观察橘子。再写。最后互相改。"));
/// assert_eq!(merge_texts(base, "先观察橘子。", "先观察校园。"), None);
/// ```
pub fn merge_texts(base: &str, a: &str, b: &str) -> Option<String> {
    let [of_base, of_a, of_b] = [base, a, b].map(|text| sentences(text).collect::<Vec<_>>());
    let (to_a, to_b) = (edits(&of_base, &of_a), edits(&of_base, &of_b));
    let merged = made(&of_base, &to_a, &to_b)?;
    // Not a proof obligation left to the reader: every condition is checked on every merge. The first two so that no
    // fault of the library that compares costs a sentence.
    let holds = made(&of_base, &to_a, &[])? == a
        && made(&of_base, &to_b, &[])? == b
        && keeps_shared(a, b, &merged)
        && made(&of_base, &to_b, &to_a)? == merged;
    holds.then_some(merged)
}

/// A stretch of `base` (in sentences) that one side replaced by `text`.
struct Edit<'t> {
    from: usize,
    to: usize,
    text: &'t [&'t str],
}

impl Edit<'_> {
    /// Whether two edits cannot be put in order with certainty: they overlap, or one inserts where
    /// the other begins or ends.
    fn clashes(&self, other: &Self) -> bool {
        let inserts = self.from == self.to || other.from == other.to;
        let overlap = self.from < other.to && other.from < self.to;
        overlap || (inserts && self.from <= other.to && other.from <= self.to)
    }
}

/// What makes `side` of `base`.
fn edits<'t>(base: &[&str], side: &'t [&'t str]) -> Vec<Edit<'t>> {
    let changed = capture_diff_slices(Algorithm::Myers, base, side).into_iter();
    changed
        .filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Edit {
            from: op.old_range().start,
            to: op.old_range().end,
            text: side.get(op.new_range()).unwrap_or_default(),
        })
        .collect()
}

/// `base` with the edits of both sides; `None` if two of them clash.
fn made(base: &[&str], of_a: &[Edit<'_>], of_b: &[Edit<'_>]) -> Option<String> {
    let mut of_a = of_a.iter().peekable();
    let mut of_b = of_b.iter().peekable();
    let mut merged = String::new();
    let mut at = 0;
    loop {
        let edit = match (of_a.peek(), of_b.peek()) {
            (None, None) => break,
            (Some(x), Some(y)) if x.from == y.from && x.to == y.to && x.text == y.text => {
                of_b.next();
                of_a.next()?
            }
            (Some(x), Some(y)) if x.clashes(y) => return None,
            (Some(x), Some(y)) if x.from < y.from => of_a.next()?,
            (Some(_), None) => of_a.next()?,
            (_, Some(_)) => of_b.next()?,
        };
        merged.extend(base.get(at..edit.from)?.iter().copied());
        merged.extend(edit.text.iter().copied());
        at = edit.to;
    }
    merged.extend(base.get(at..)?.iter().copied());
    Some(merged)
}

/// Whether what stands on both sides is still there. Of a sentence that stood twice each side may have
/// taken out one; which one nobody can tell, and both would be gone.
fn keeps_shared(a: &str, b: &str, merged: &str) -> bool {
    let (a, b, merged) = (counts(a), counts(b), counts(merged));
    a.iter().all(|(sentence, in_a)| {
        let in_b = b.get(sentence).copied().unwrap_or(0);
        merged.get(sentence).copied().unwrap_or(0) >= in_b.min(*in_a)
    })
}

fn counts(text: &str) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for sentence in sentences(text) {
        *counts.entry(sentence).or_default() += 1;
    }
    counts
}
