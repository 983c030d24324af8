//! Figures and tables that somebody types into a text or deletes from it: the numbers of the others follow.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::compare::{ChangeKind, compare};
use super::lines::lines;
use super::numbering::{Moves, Numbered, Shown, numbered, numbers};
use crate::record::{Document, Template};

/// What a text said when the numbers in its words held, so that they can follow what is typed.
///
/// ```
/// use luoxuan::catalog::{Language, form};
/// use luoxuan::draft::Numbering;
/// use luoxuan::record::Passage;
/// use luoxuan::{BlobId, Document, TextType};
/// let mut document = Document::default();
/// let [one, two] = [b"1", b"2"].map(|bytes| format!("![](luoxuan:{})", BlobId::of(bytes)));
/// for text in ["先写提纲。", &one, "看（见图1）。"] {
///     document.pull("moves", 9, Passage { text: text.into(), ..Passage::default() });
/// }
/// let template = form(TextType::Experience).template(Language::ZhHans);
/// let mut numbering = Numbering::of(&document);
/// document.rewrite("moves", 0, &format!("先写提纲。\n\n{two}"));
/// assert_eq!(numbering.follow(&mut document, &template), [("moves".into(), 2)]);
/// assert_eq!(document.section("moves")[2].text, "看（见图2）。");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Numbering {
    /// When everything that is named was there.
    whole: Document,
    /// After it was followed last.
    last: Document,
    /// The passages written on since `whole`: it says nothing of them any more.
    anew: BTreeSet<(String, usize)>,
}

impl Numbering {
    /// Of a text whose numbers hold.
    pub fn of(document: &Document) -> Self {
        Self {
            whole: document.clone(),
            last: document.clone(),
            anew: BTreeSet::new(),
        }
    }

    /// Has the numbers in the words follow what was typed since; no passage has been put elsewhere meanwhile. The passages
    /// whose words changed.
    ///
    /// A number that was typed meanwhile is as its writer means it. What names something that is gone says so, and says its
    /// number again once that comes back, wherever it does: it may have been cut out to be put elsewhere.
    pub fn follow(&mut self, document: &mut Document, template: &Template) -> Vec<(String, usize)> {
        let now = numbered(document, template);
        let since_whole = typed(&numbered(&self.whole, template), &now);
        let since_last = typed(&numbered(&self.last, template), &now);
        let mut changed = Vec::new();
        for (section, passages) in &mut document.sections {
            for (at, passage) in passages.iter_mut().enumerate() {
                let before = |document: &Document| document.section(section).get(at).map(|it| it.text.clone());
                let (Some(whole), Some(last)) = (before(&self.whole), before(&self.last)) else {
                    continue;
                };
                let place = (section.clone(), at);
                let followed = if passage.text != last {
                    self.anew.insert(place.clone());
                    let kept = kept(&last, &passage.text);
                    since_last.follow_where(&passage.text, |number| stays(&kept, number))
                } else if self.anew.contains(&place) {
                    since_last.follow(&last)
                } else {
                    Some(since_whole.follow(&whole).unwrap_or(whole))
                };
                if let Some(text) = followed.filter(|text| *text != passage.text) {
                    passage.text = text;
                    changed.push(place);
                }
            }
        }
        self.last = document.clone();
        if since_whole.0.values().all(Option::is_some) {
            self.whole = document.clone();
            self.anew.clear();
        }
        changed
    }
}

/// Whether two wordings of a passage differ in nothing but the figures and tables they show.
pub fn differ_in_figures(before: &str, after: &str) -> bool {
    fn prose(text: &str) -> Vec<&str> {
        let all = lines(text).filter(|line| !line.fenced).map(|line| line.text.trim());
        let is_prose = |line: &&str| !line.is_empty() && !line.starts_with("![") && !line.starts_with('|');
        all.filter(is_prose).collect()
    }
    before != after && prose(before) == prose(after)
}

/// A way to know something again.
type Way = fn(&Numbered, &Numbered) -> bool;

/// The passage it stands in.
fn here(one: &Numbered) -> (String, usize) {
    (one.section.clone(), one.passage)
}

/// From one order to another, where captions and contents may have been written on: known by both, or else by what it
/// shows, by what it is called in its passage, or by being the only ones of their passage that are not known otherwise.
fn typed(before: &[Numbered], after: &[Numbered]) -> Moves {
    let mut from: Vec<_> = numbers(before).collect();
    let mut to: Vec<_> = numbers(after).collect();
    let mut moves = BTreeMap::new();
    let ways: [Way; 3] = [
        |a, b| a.caption == b.caption && a.content == b.content,
        |a, b| a.content == b.content,
        |a, b| !a.caption.is_empty() && a.caption == b.caption && here(a) == here(b),
    ];
    for is_same in ways {
        from.retain(|(number, one)| {
            let found = to
                .iter()
                .position(|(_, other)| one.shown == other.shown && is_same(one, other));
            let Some(found) = found else { return true };
            moves.insert((one.shown, *number), Some(to.remove(found).0));
            false
        });
    }
    let of = |all: &[(usize, &Numbered)], shown: Shown, place: &(String, usize)| -> Vec<usize> {
        let those = all.iter().filter(|(_, one)| one.shown == shown && here(one) == *place);
        those.map(|(number, _)| *number).collect()
    };
    for (number, one) in &from {
        let (old, new) = (of(&from, one.shown, &here(one)), of(&to, one.shown, &here(one)));
        let place = old
            .iter()
            .position(|other| other == number)
            .filter(|_| old.len() == new.len());
        moves.insert((one.shown, *number), place.and_then(|place| new.get(place).copied()));
    }
    Moves(moves)
}

/// The stretches of a text that stood in it before.
fn kept(before: &str, after: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    let mut kept = Vec::new();
    for change in compare(before, after) {
        let end = at + change.text.len();
        match change.kind {
            ChangeKind::Removed => continue,
            // Where lines end otherwise, bytes are counted otherwise.
            ChangeKind::Same if after.get(at..end) == Some(change.text.as_str()) => kept.push(at..end),
            ChangeKind::Same | ChangeKind::Added => {}
        }
        at = end;
    }
    kept
}

/// Whether a number, and what stands before it, stood there before.
fn stays(kept: &[Range<usize>], number: &Range<usize>) -> bool {
    kept.iter()
        .any(|kept| kept.start < number.start && number.end <= kept.end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Language, form};
    use crate::id::BlobId;
    use crate::record::{Passage, TextType};

    fn picture(name: &str, caption: &str) -> String {
        format!("![{caption}](luoxuan:{})", BlobId::of(name.as_bytes()))
    }

    fn document(texts: &[&str]) -> Document {
        let mut document = Document::default();
        for text in texts {
            let passage = Passage {
                text: (*text).into(),
                ..Passage::default()
            };
            document.pull("moves", usize::MAX, passage);
        }
        document
    }

    /// A text whose passages are typed on, one after the other, and left each time.
    struct Typing(Document, Numbering);

    impl Typing {
        fn of(texts: &[&str]) -> Self {
            let document = document(texts);
            let numbering = Numbering::of(&document);
            Self(document, numbering)
        }

        fn types(&mut self, at: usize, text: &str) {
            self.0.rewrite("moves", at, text);
            let template = form(TextType::Experience).template(Language::ZhHans);
            self.1.follow(&mut self.0, &template);
        }

        fn says(&self, at: usize) -> &str {
            &self.0.section("moves")[at].text
        }
    }

    #[test]
    fn what_is_typed_in_or_deleted_moves_the_others() {
        let (a, b) = (picture("a", "板书"), picture("b", "纸条"));
        let mut text = Typing::of(&["先写。", &a, "看板书（见图1）。"]);
        text.types(0, &format!("先写。\n\n{b}"));
        assert_eq!(text.says(2), "看板书（见图2）。");
        text.types(0, "先写。");
        assert_eq!(text.says(2), "看板书（见图1）。");
        let table = "表：人数\n\n| 月 | 人 |\n|---|---|\n| 九 | 2 |";
        let mut text = Typing::of(&["先写。", table, "看（见表1、图1）。", &a]);
        text.types(0, "表：篇数\n\n| 月 | 篇 |\n|---|---|\n| 九 | 5 |");
        assert_eq!(text.says(2), "看（见表2、图1）。");
    }

    #[test]
    fn what_is_cut_out_is_known_again_where_it_is_put() {
        let (a, b) = (picture("a", "板书"), picture("b", "纸条"));
        let mut text = Typing::of(&[
            &format!("先写。\n\n{a}"),
            "看板书（见图1），再看纸条（见图2）。",
            &b,
            "后改。",
        ]);
        text.types(0, "先写。");
        assert_eq!(text.says(1), "看板书（见图?），再看纸条（见图1）。");
        text.types(3, &format!("后改。\n\n{a}"));
        assert_eq!(text.says(1), "看板书（见图2），再看纸条（见图1）。");
    }

    #[test]
    fn a_caption_written_on_is_the_same_figure() {
        let (a, b) = (picture("a", "板书"), picture("b", ""));
        let mut text = Typing::of(&[&a, "看（见图1）。"]);
        text.types(0, &picture("a", "第一次的板书"));
        assert_eq!(text.says(1), "看（见图1）。");
        text.types(0, &format!("{b}\n\n{}", picture("a", "第一次的板书")));
        assert_eq!(text.says(1), "看（见图2）。");
        let chart = |values: &str| format!("```chart bar 人数\n月,人\n{values}\n```");
        let mut text = Typing::of(&[&chart("九,2"), "看（见图1）。"]);
        text.types(0, &chart("九,3"));
        assert_eq!(text.says(1), "看（见图1）。");
    }

    #[test]
    fn a_number_typed_with_the_figure_stays_as_it_is_meant() {
        let (a, b) = (picture("a", "板书"), picture("b", "纸条"));
        let mut text = Typing::of(&["先看板书（见图1）。", &a]);
        text.types(0, &format!("纸条见图1。\n\n{b}\n\n先看板书（见图1）。"));
        assert_eq!(text.says(0), format!("纸条见图1。\n\n{b}\n\n先看板书（见图2）。"));
        // Written on after it was followed, it goes on from there.
        text.types(1, "");
        assert!(text.says(0).ends_with("（见图?）。"));
        text.types(0, "先看板书（见图1）。");
        assert_eq!(text.says(0), "先看板书（见图1）。");
    }

    #[test]
    fn a_change_of_words_is_more_than_one_of_figures() {
        let a = picture("a", "板书");
        assert!(differ_in_figures("先写。", &format!("先写。\n\n{a}")));
        assert!(!differ_in_figures("先写。", &format!("先写提纲。\n\n{a}")));
        assert!(!differ_in_figures("先写。", "先写。"));
    }
}
