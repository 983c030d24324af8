//! Phrases: thanks, one's own works, studios, projects' numbers.

use super::super::leak::{Hit, Leak};
use super::super::letters::{Gap, Letter, is_han, range, says};

const THANKS: [&str; 4] = ["鸣谢", "致谢", "特别感谢", "衷心感谢"];
const OWN_WORKS: [&str; 8] = [
    "拙作",
    "拙文",
    "拙著",
    "笔者曾发表",
    "笔者发表",
    "笔者曾在",
    "笔者已在",
    "作者曾发表",
];
/// After these a project's number follows.
const NUMBERS: [&str; 8] = [
    "课题编号",
    "项目编号",
    "立项编号",
    "立项号",
    "批准号",
    "课题批准号",
    "立项文号",
    "证书编号",
];
/// Before 工作室 these say nothing of whose it is.
const ANY_STUDIO: [&str; 14] = [
    "",
    "某",
    "本",
    "我",
    "我们",
    "名师",
    "该",
    "个",
    "各",
    "名校长",
    "名班主任",
    "班主任",
    "录音",
    "心理",
];
/// Where a name cannot go further to the left.
pub(super) const EDGES: &str = "的在于由和与是到向对为被把从给让请加入谢及成立参建";

pub(super) fn find(letters: &[Letter], hits: &mut Vec<Hit>) {
    for at in 0..letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        for (leak, phrases) in [(Leak::Thanks, &THANKS[..]), (Leak::SelfCitation, &OWN_WORKS[..])] {
            for phrase in phrases.iter().filter(|phrase| says(rest, phrase)) {
                hits.push(Hit::hint(range(letters, at, at + phrase.chars().count()), leak));
            }
        }
        if says(rest, "工作室") {
            let start = before(letters, at, 10);
            let name: String = letters.iter().take(at).skip(start).map(|letter| letter.is).collect();
            if !ANY_STUDIO.contains(&name.as_str()) {
                hits.push(Hit::new(range(letters, start, at + 3), Leak::Studio));
            }
        }
        for phrase in NUMBERS.iter().filter(|phrase| says(rest, phrase)) {
            number(letters, at + phrase.chars().count(), hits);
        }
        // 浙教研〔2025〕12号.
        if matches!(rest, [open, ..] if "〔[(".contains(open.is)) {
            document(letters, at, hits);
        }
    }
}

/// A project's number that begins about here.
fn number(letters: &[Letter], at: usize, hits: &mut Vec<Hit>) {
    let mut from = at;
    while letters.get(from).is_some_and(|letter| ":为是".contains(letter.is)) {
        from += 1;
    }
    let inside = |letter: &&Letter| {
        letter.gap < Gap::Line && (letter.is.is_ascii_alphanumeric() || "-—_/()〔〕[]【】.第号字".contains(letter.is))
    };
    let mut until = from + letters.iter().skip(from).take_while(inside).count();
    // The bracket that closes around the whole is not part of the number.
    let opens = |until: usize| letters.iter().take(until).skip(from).any(|letter| letter.is == '(');
    while until > from && letters.get(until - 1).is_some_and(|letter| letter.is == ')') && !opens(until) {
        until -= 1;
    }
    let mut number = letters.iter().take(until).skip(from);
    if number.any(|letter| letter.is.is_ascii_digit()) {
        hits.push(Hit::new(range(letters, from, until), Leak::Project));
    }
}

/// The number of an authority's paper, around the bracket before its year.
fn document(letters: &[Letter], open: usize, hits: &mut Vec<Hit>) {
    let is = |at: usize| letters.get(at).map_or(' ', |letter| letter.is);
    let year = (1..=4).all(|more| is(open + more).is_ascii_digit()) && "〕])".contains(is(open + 5));
    let digits = letters
        .iter()
        .skip(open + 6)
        .take_while(|letter| letter.is.is_ascii_digit() || letter.is == '第')
        .count();
    let start = before(letters, open, 6);
    if year && (1..=5).contains(&digits) && is(open + 6 + digits) == '号' && open - start >= 2 {
        hits.push(Hit::new(range(letters, start, open + 7 + digits), Leak::Project));
    }
}

/// Where the Chinese name that ends before this letter begins: at most so many letters back, in one line.
pub(super) fn before(letters: &[Letter], at: usize, most: usize) -> usize {
    let mut start = at;
    while start > 0 && at - start < most {
        let joined = letters.get(start).is_some_and(|letter| letter.gap < Gap::Line);
        let goes_on = letters
            .get(start - 1)
            .is_some_and(|letter| is_han(letter.is) && !EDGES.contains(letter.is));
        if !joined || !goes_on {
            break;
        }
        start -= 1;
    }
    start
}
