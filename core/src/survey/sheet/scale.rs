//! Recognizing a scale by the words of its points.

use std::collections::BTreeMap;

use crate::text::fold;

/// How strongly a word before a stem says it, the longer words first: 非常符合, 比较符合, 不太符合, 非常不符合.
const DEGREES: [(&str, u32); 26] = [
    ("一点也不", 1),
    ("一點也不", 1),
    ("非常不", 1),
    ("完全不", 1),
    ("十分不", 1),
    ("根本不", 1),
    ("极不", 1),
    ("極不", 1),
    ("很不", 1),
    ("比较不", 2),
    ("比較不", 2),
    ("不太", 2),
    ("不怎么", 2),
    ("不怎麼", 2),
    ("不大", 2),
    ("较不", 2),
    ("非常", 5),
    ("完全", 5),
    ("十分", 5),
    ("特别", 5),
    ("特別", 5),
    ("比较", 4),
    ("比較", 4),
    ("很", 5),
    ("较", 4),
    ("不", 2),
];

/// Words that stand in the middle.
const MIDDLE: &str = "一般|一般般|不确定|不確定|不好说|不好說|说不清|說不清|说不清楚|說不清楚|中立|普通|无所谓|無所謂|不清楚|neither|neutral";

/// How often: each word with its point.
const OFTEN: [(&str, u32); 20] = [
    ("总是", 5),
    ("總是", 5),
    ("一直", 5),
    ("每次", 5),
    ("经常", 4),
    ("經常", 4),
    ("常常", 4),
    ("通常", 4),
    ("有时", 3),
    ("有時", 3),
    ("有时候", 3),
    ("有時候", 3),
    ("偶尔", 2),
    ("偶爾", 2),
    ("很少", 2),
    ("较少", 2),
    ("从不", 1),
    ("從不", 1),
    ("从来不", 1),
    ("從來不", 1),
];

/// What a word says on a scale: its point of five, and of what; the middle is of anything.
fn point(word: &str) -> Option<(u32, String)> {
    let word = fold(word.trim());
    if let Some((_, score)) = OFTEN.iter().find(|(often, _)| *often == word) {
        return Some((*score, "often".into()));
    }
    if MIDDLE.split('|').any(|middle| middle == word) {
        return Some((3, String::new()));
    }
    let degree = |(degree, score): &(&str, u32)| word.strip_prefix(degree).map(|stem| (*score, stem.to_owned()));
    let said = DEGREES.iter().find_map(degree).or_else(|| Some((4, word.clone())))?;
    let long = said.1.chars().count();
    (1..=4).contains(&long).then_some(said)
}

/// A scale: how many points it has, and the words of each by its score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Words {
    pub(super) points: u32,
    pub(super) of: BTreeMap<u32, String>,
}

impl Words {
    /// Whether these answers, two at least, are all points of it.
    pub(super) fn hold<'w>(&self, answers: impl Iterator<Item = &'w str>) -> bool {
        let mut several = 0;
        let all = answers
            .inspect(|_| several += 1)
            .all(|answer| self.of.values().any(|word| word == answer.trim()));
        all && several > 1
    }
}

/// The scale that these answers stand on, if they stand on one: each another point of the same thing, as many for it as
/// against it. Where it is known to be a scale, some points may be missing because nobody chose them.
pub(super) fn words<'w>(answers: impl Iterator<Item = &'w str>, known: bool) -> Option<Words> {
    let mut of = BTreeMap::new();
    let mut stem = String::new();
    for answer in answers {
        let (score, said) = point(answer)?;
        if !said.is_empty() && !stem.is_empty() && said != stem {
            return None;
        }
        if stem.is_empty() {
            stem = said;
        }
        if of.insert(score, answer.trim().to_owned()).is_some() {
            return None;
        }
    }
    let scores: Vec<u32> = of.keys().copied().collect();
    match scores[..] {
        [1, 2, 3, 4, 5] => Some(Words { points: 5, of }),
        [1, 2, 4, 5] => {
            // Of four points the two upper ones are one lower.
            let lower = |(score, word)| (if score > 2 { score - 1 } else { score }, word);
            Some(Words {
                points: 4,
                of: of.into_iter().map(lower).collect(),
            })
        }
        _ if known && scores.len() >= 2 => Some(Words { points: 5, of }),
        _ => None,
    }
}

/// Answers in the order of a scale where all stand on one, else as they come.
pub(super) fn ordered(mut answers: Vec<String>) -> Vec<String> {
    let points: Option<Vec<u32>> = answers
        .iter()
        .map(|answer| point(answer).map(|(score, _)| score))
        .collect();
    let different = |points: &Vec<u32>| {
        let all: std::collections::BTreeSet<_> = points.iter().collect();
        all.len() == points.len() && all.contains(&5)
    };
    if points.as_ref().is_some_and(different) {
        answers.sort_by_key(|answer| std::cmp::Reverse(point(answer).map(|(score, _)| score)));
    }
    answers
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(answers: &str, known: bool) -> Option<u32> {
        words(answers.split(' '), known).map(|words| words.points)
    }

    #[test]
    fn a_scale_is_as_long_as_its_words() {
        assert_eq!(points("一般 非常符合 比较符合 不太符合 非常不符合", false), Some(5));
        assert_eq!(points("很喜欢 喜欢 一般 不喜欢 很不喜欢", false), Some(5));
        assert_eq!(points("非常同意 同意 不同意 非常不同意", false), Some(4));
        assert_eq!(points("总是 经常 有时 很少 从不", false), Some(5));
        for no_scale in [
            "语文 数学",
            "喜欢 不喜欢",
            "非常满意 比较满意",
            "非常符合 非常同意 一般",
            "每天 每周",
        ] {
            assert_eq!(points(no_scale, false), None, "{no_scale}");
        }
        assert_eq!(
            points("非常满意 比较满意 一般", true),
            Some(5),
            "nobody was dissatisfied"
        );
        let four = words("非常同意 同意 不同意 非常不同意".split(' '), false).expect("four");
        assert_eq!(
            four.of.into_iter().rev().map(|(_, word)| word).collect::<Vec<_>>(),
            ["非常同意", "同意", "不同意", "非常不同意"]
        );
    }

    #[test]
    fn choices_that_say_a_degree_stand_in_its_order() {
        let all = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(ordered(all("一般 很喜欢 不喜欢")), all("很喜欢 一般 不喜欢"));
        assert_eq!(ordered(all("绘本 童话 科普")), all("绘本 童话 科普"));
    }
}
