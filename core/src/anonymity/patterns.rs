//! Phrases that give a school away, whoever wrote them.

use std::ops::Range;

use super::names::{Hit, Leak, PLACES, SCHOOLS};

/// After these a school's name follows.
const AT: [&str; 14] = [
    "所在的",
    "所在学校",
    "所在學校",
    "任教于",
    "任教於",
    "任职于",
    "任職於",
    "就职于",
    "就職於",
    "供职于",
    "供職於",
    "来自",
    "來自",
    "就读于",
];
/// After these a project's number follows.
const NUMBERS: [&str; 10] = [
    "课题编号",
    "課題編號",
    "项目编号",
    "項目編號",
    "立项编号",
    "立項編號",
    "立项号",
    "立項號",
    "批准号",
    "批准號",
];
/// After a place these say that it is an authority's.
const AUTHORITIES: [&str; 10] = [
    "教育局",
    "教研室",
    "教科所",
    "教科院",
    "教育学院",
    "教育學院",
    "教师进修",
    "教師進修",
    "教体局",
    "教研院",
];
const THANKS: [&str; 8] = [
    "鸣谢",
    "鳴謝",
    "致谢",
    "致謝",
    "特别感谢",
    "特別感謝",
    "衷心感谢",
    "衷心感謝",
];
const OWN_WORKS: [&str; 12] = [
    "拙作",
    "拙文",
    "拙著",
    "笔者曾发表",
    "筆者曾發表",
    "笔者发表",
    "筆者發表",
    "笔者曾在",
    "筆者曾在",
    "笔者已在",
    "作者曾发表",
    "作者曾發表",
];
const LINKS: [&str; 4] = ["http://", "https://", "www.", "mailto:"];
/// They end like places and are words.
const WORDS: [&str; 30] = [
    "地区", "地區", "城区", "城區", "社区", "社區", "校区", "校區", "小区", "小區", "片区", "片區", "学区", "學區",
    "城市", "全市", "全区", "全區", "本市", "本区", "本區", "我市", "我区", "我區", "某市", "某区", "某县", "乡镇",
    "农村", "山村",
];
/// Where a name cannot go further to the left.
const EDGES: &str = "的在于於由和与與是到向对對为為被把从從给給让讓请請加入谢謝及";

/// Adds what is found to the hits, where no name stands already.
pub(super) fn find(text: &str, hits: &mut Vec<Hit>) {
    let mut found: Vec<Hit> = Vec::new();
    for (leak, phrases) in [(Leak::Thanks, &THANKS[..]), (Leak::SelfCitation, &OWN_WORKS[..])] {
        for phrase in phrases {
            found.extend(
                text.match_indices(phrase)
                    .map(|(at, _)| Hit::new(at..at + phrase.len(), leak)),
            );
        }
    }
    for phrase in LINKS {
        found.extend(
            text.match_indices(phrase)
                .map(|(at, _)| Hit::new(at..at + address(text, at), Leak::Link)),
        );
    }
    found.extend(numbers(text));
    found.extend(schools(text));
    found.extend(studios(text));
    found.extend(places(text));
    found.extend(contacts(text));
    found.sort_by_key(|hit| (hit.at.start, usize::MAX - hit.at.end));
    for hit in found {
        let free = |range: &Range<usize>| {
            hits.iter()
                .all(|known| known.at.end <= range.start || range.end <= known.at.start)
        };
        if !hit.at.is_empty() && free(&hit.at) {
            hits.push(hit);
        }
    }
}

/// How many bytes from here belong to an address.
fn address(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let ends = |character: char| !character.is_ascii_graphic() || "<>\"".contains(character);
    rest.find(ends).unwrap_or(rest.len())
}

fn numbers(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for phrase in NUMBERS {
        for (at, _) in text.match_indices(phrase) {
            let after = at + phrase.len();
            let rest = text.get(after..).unwrap_or_default();
            let start = rest.trim_start_matches([' ', '：', ':', '为', '為', '是', '　']);
            let from = after + rest.len() - start.len();
            let inside = |character: char| {
                character.is_ascii_alphanumeric() || "-—_/()（）〔〕[]【】．.第号號字".contains(character)
            };
            let end = start.find(|character| !inside(character)).unwrap_or(start.len());
            // The bracket that closes around the whole is not part of the number.
            let number = start.get(..end).unwrap_or_default();
            let number = if number.contains(['（', '(']) {
                number
            } else {
                number.trim_end_matches(['）', ')'])
            };
            if number.contains(|character: char| character.is_ascii_alphanumeric()) {
                hits.push(Hit::new(from..from + number.len(), Leak::Project));
            }
        }
    }
    hits
}

fn schools(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for phrase in AT {
        for (at, _) in text.match_indices(phrase) {
            let from = at + phrase.len();
            let rest = text.get(from..).unwrap_or_default();
            let limit = rest.char_indices().nth(20).map_or(rest.len(), |(limit, _)| limit);
            let near = rest.get(..limit).unwrap_or_default();
            let near = near
                .split(|character: char| !is_han(character))
                .next()
                .unwrap_or_default();
            let end = SCHOOLS
                .iter()
                .filter_map(|school| Some(near.find(school)? + school.len()))
                .min();
            let Some(name) = end.and_then(|end| near.get(..end)) else {
                continue;
            };
            // 所在的学校 and 所在的某小学 name none.
            let vague = ["某", "这", "該", "该", "一所", "农村", "農村", "乡镇", "鄉鎮"];
            let bare = SCHOOLS.contains(&name);
            if !bare && !vague.iter().any(|word| name.starts_with(word)) {
                hits.push(Hit::new(from..from + name.len(), Leak::School));
            }
        }
    }
    hits
}

fn studios(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (at, word) in text.match_indices("工作室") {
        let start = before(text, at, 10);
        let name = text.get(start..at).unwrap_or_default();
        let vague = ["", "某", "本", "我", "我们", "我們", "名师", "名師", "该", "該"];
        if !vague.contains(&name) {
            hits.push(Hit::new(start..at + word.len(), Leak::Studio));
        }
    }
    hits
}

/// 某某市某某区 before a school or an authority.
fn places(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    for word in AUTHORITIES.iter().chain(&SCHOOLS) {
        for (at, _) in text.match_indices(word) {
            let start = before(text, at, 16);
            let name = text.get(start..at).unwrap_or_default();
            let last = name.char_indices().rfind(|(_, character)| PLACES.contains(character));
            let Some((last, kind)) = last else { continue };
            let place = name.get(..last + kind.len_utf8()).unwrap_or_default();
            let is_word = place.chars().count() < 2 || WORDS.iter().any(|word| place.ends_with(word));
            if !is_word {
                hits.push(Hit::new(start..start + place.len(), Leak::Place));
            }
        }
    }
    hits
}

/// Where the Chinese name that ends here begins: at most so many characters back.
fn before(text: &str, at: usize, most: usize) -> usize {
    let name = text.get(..at).unwrap_or_default().char_indices().rev();
    let name = name
        .take(most)
        .take_while(|(_, character)| is_han(*character) && !EDGES.contains(*character));
    name.last().map_or(at, |(start, _)| start)
}

/// Mail addresses and mobile numbers.
fn contacts(text: &str) -> Vec<Hit> {
    let mut hits = Vec::new();
    let inside = |character: char| character.is_ascii_alphanumeric() || ".-_+@".contains(character);
    let mut from = 0;
    for piece in text.split(|character| !inside(character)) {
        let start = from;
        from += piece.len();
        from += text
            .get(from..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        let mail = piece
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
        let mobile = piece.len() == 11 && piece.starts_with('1') && piece.bytes().all(|byte| byte.is_ascii_digit());
        if mail || mobile {
            hits.push(Hit::new(start..start + piece.len(), Leak::Link));
        }
    }
    hits
}

fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}
