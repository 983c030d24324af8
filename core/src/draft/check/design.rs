//! What a judge looks for in a survey: whom it stands for, what it asked, groups, words, proposals that follow.

use std::collections::BTreeSet;

use super::case::spoken;
use super::items::Item;
use super::words::{ASKS, DIMENSIONS, GROUPS, SAID, SAMPLED, TIES, holds};
use super::{CheckContext, DiagnosticCode};
use crate::text::{fold, is_cjk};

impl CheckContext<'_> {
    pub(super) fn design(&mut self) {
        let method = self.printed("method");
        if !method.trim().is_empty() {
            let sample = [method.as_str(), &self.printed("limits")].join("\n");
            if !holds(&sample, SAMPLED) {
                self.find_in(DiagnosticCode::NotRepresentative, "method", &[]);
            }
            let asked = [self.printed("question"), method].join("\n");
            if !holds(&asked, DIMENSIONS) && !lists_what_it_asks(&asked) {
                self.find_in(DiagnosticCode::NoDimensions, "method", &[]);
            }
        }
        let results = self.printed("results");
        if results.trim().is_empty() {
            return;
        }
        if !holds(&results, GROUPS) {
            self.find_in(DiagnosticCode::NoGroups, "results", &[]);
        }
        let read = [results.as_str(), &self.printed("discussion")].join("\n");
        if !has_voices(&read) {
            self.find_in(DiagnosticCode::NoVoices, "results", &[]);
        }
        self.proposals(&[read, self.printed("question")].join("\n"));
    }

    /// Proposals without a word of what was found; one sentence at each.
    fn proposals(&mut self, found: &str) {
        let found = content(found);
        for item in self.items("proposals") {
            let tied = holds(&item.text, TIES) || item.text.contains(['%', '％']);
            if !tied && content(&item.text).is_disjoint(&found) {
                let words = words_of(&item);
                self.find(DiagnosticCode::LooseProposal, item.place, &[("words", &words)]);
            }
        }
    }
}

/// What an item is called by: its heading, or its first words.
fn words_of(item: &Item) -> String {
    if item.heading.is_empty() {
        let words: String = item.text.trim().chars().take(12).collect();
        return format!("{words}…");
    }
    item.heading.clone()
}

/// Whether a sentence names several things it wants to know: 了解困难、习惯及其关系.
fn lists_what_it_asks(text: &str) -> bool {
    let asks = crate::text::sentences(text).filter(|sentence| holds(sentence, ASKS));
    asks.into_iter()
        .any(|sentence| sentence.contains('、') || sentence.matches(", ").count() > 1)
}

/// Whether somebody is heard: words said, or a quotation right behind a word of saying.
fn has_voices(text: &str) -> bool {
    let quoted = |sentence: &str| holds(sentence, SAID) && sentence.contains(['“', '「', '"']);
    spoken(text) > 0 || crate::text::sentences(text).any(quoted)
}

/// Pairs of characters that every survey is full of.
const COMMON: &[&str] = &[
    "学生", "學生", "教师", "教師", "老师", "老師", "孩子", "学校", "學校", "教学", "教學", "建议", "建議", "可以",
    "应该", "應該", "需要", "进行", "進行", "加强", "加強", "提高", "重视", "重視", "开展", "開展", "我们", "我們",
    "他们", "他們", "一个", "一個", "问题", "問題", "方面", "要求", "通过", "通過", "活动", "活動", "多种", "多種",
    "积极", "積極", "不同", "能力", "水平", "更多",
];

/// What a text is about: its pairs of Chinese characters that are not in every text, and its longer English words.
fn content(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let characters: Vec<_> = folded.chars().collect();
    let pairs = characters
        .windows(2)
        .filter(|pair| pair.iter().all(|sign| is_cjk(*sign)));
    // Particles and verbs that join anything to anything.
    let joints = "的了在是和与與及或把被让讓使对對有为為要不也都就之以于於这這那其中上下";
    let pairs = pairs.filter(|pair| !pair.iter().any(|sign| joints.contains(*sign)));
    let pairs = pairs.map(|pair| pair.iter().collect::<String>());
    let words = folded.split(|sign: char| !sign.is_ascii_alphabetic());
    let words = words.filter(|word| word.len() > 5 && !matches!(*word, "pupils" | "should" | "teacher" | "teachers"));
    let all = pairs.chain(words.map(str::to_owned));
    all.filter(|word| !COMMON.contains(&word.as_str())).collect()
}
