//! What is written in Latin letters: people after a title, schools and places by what they are called.

use super::super::leak::{Hit, Leak};
use super::super::pinyin::is_pinyin;
use super::{Plain, at, bytes};

const TITLES: [&str; 19] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "principal",
    "headmaster",
    "headmistress",
    "headteacher",
    "teacher",
    "director",
    "dean",
    "coach",
    "president",
    "secretary",
    "vice-principal",
    "uncle",
];
/// Behind a title these are no names.
const NO_NAMES: [&str; 34] = [
    "education",
    "training",
    "development",
    "research",
    "learning",
    "feedback",
    "talk",
    "book",
    "guide",
    "handbook",
    "survey",
    "notes",
    "observation",
    "support",
    "questions",
    "question",
    "investigator",
    "of",
    "and",
    "for",
    "the",
    "in",
    "at",
    "union",
    "college",
    "evaluation",
    "reflection",
    "action",
    "day",
    "days",
    "says",
    "said",
    "role",
    "assessment",
];
/// What kinds of schools are called before School.
const KINDS: [&str; 22] = [
    "primary",
    "elementary",
    "middle",
    "high",
    "secondary",
    "junior",
    "senior",
    "experimental",
    "central",
    "international",
    "foreign",
    "language",
    "languages",
    "affiliated",
    "bilingual",
    "public",
    "private",
    "boarding",
    "nursery",
    "grammar",
    "normal",
    "vocational",
];
const SCHOOLS: [&str; 5] = ["school", "kindergarten", "academy", "college", "campus"];
const PLACES: [&str; 9] = [
    "city",
    "district",
    "county",
    "province",
    "town",
    "township",
    "village",
    "prefecture",
    "subdistrict",
];
/// A sentence may begin with these, or they say nothing of which.
const NO_PROPER: [&str; 62] = [
    "a", "an", "the", "in", "at", "of", "for", "from", "to", "our", "my", "your", "their", "his", "her", "its", "this",
    "that", "each", "every", "some", "any", "no", "one", "two", "three", "and", "or", "but", "as", "after", "before",
    "when", "while", "if", "since", "chinese", "english", "british", "american", "rural", "urban", "local", "new",
    "old", "small", "big", "whole", "sunday", "summer", "night", "art", "music", "language", "most", "many", "all",
    "inner", "home", "capital", "china", "i",
];

struct Word {
    from: usize,
    until: usize,
    text: String,
    /// Whether only a space, or a full stop and a space, stands before it.
    joined: bool,
}

pub(super) fn find(plain: &[Plain], hits: &mut Vec<Hit>) {
    let words = words(plain);
    for (index, word) in words.iter().enumerate() {
        if TITLES.contains(&lower(word).as_str()) && is_proper(word) {
            person(plain, &words, index, hits);
        }
        if SCHOOLS.contains(&lower(word).as_str()) && is_proper(word) {
            school(plain, &words, index, hits);
        }
        if PLACES.contains(&lower(word).as_str()) && is_proper(word) {
            place(plain, &words, index, hits);
        }
        bare(plain, &words, index, hits);
    }
}

fn words(plain: &[Plain]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut from = 0;
    while from < plain.len() {
        let is_inside = |index: usize| {
            let character = at(plain, index);
            character.is_ascii_alphanumeric()
                || matches!(character, '-' | '\'' | '’') && at(plain, index + 1).is_ascii_alphabetic() && index > from
        };
        let mut until = from;
        while is_inside(until) {
            until += 1;
        }
        if until == from {
            from += 1;
            continue;
        }
        let joined = words.last().is_some_and(|last| {
            let between: String = plain
                .get(last.until..from)
                .unwrap_or_default()
                .iter()
                .map(|(character, _)| *character)
                .collect();
            between == " " || matches!(between.as_str(), ". " | ".") && last.until - last.from < 5
        });
        let text = plain
            .get(from..until)
            .unwrap_or_default()
            .iter()
            .map(|(character, _)| *character)
            .collect();
        words.push(Word {
            from,
            until,
            text,
            joined,
        });
        from = until;
    }
    words
}

fn lower(word: &Word) -> String {
    word.text.to_ascii_lowercase()
}

/// Whether it begins with a capital and goes on.
fn is_proper(word: &Word) -> bool {
    let mut letters = word.text.chars();
    letters.next().is_some_and(|first| first.is_ascii_uppercase()) && letters.any(|letter| letter.is_ascii_alphabetic())
}

/// Teacher Lin, Mr. Zhou Yunfan.
fn person(plain: &[Plain], words: &[Word], title: usize, hits: &mut Vec<Hit>) {
    let name = words.iter().skip(title + 1).take(2).take_while(|word| {
        word.joined
            && is_proper(word)
            && !NO_NAMES.contains(&lower(word).as_str())
            && !SCHOOLS.contains(&lower(word).as_str())
    });
    let count = name.count();
    let (Some(first), Some(last)) = (words.get(title + 1), words.get(title + count)) else {
        return;
    };
    if count == 0 {
        return;
    }
    let called = words.get(title).map(lower).unwrap_or_default();
    // What stands for the name says Teacher too.
    let from = match words.get(title) {
        Some(word) if called == "teacher" => word.from,
        _ => first.from,
    };
    let mut hit = Hit::new(bytes(plain, from, last.until), Leak::Person);
    hit.titled = called != "teacher";
    hits.push(hit);
}

/// Chenguang Primary School, No. 3 Middle School.
fn school(plain: &[Plain], words: &[Word], end: usize, hits: &mut Vec<Hit>) {
    let mut start = end;
    let mut own = false;
    while let Some(word) = start.checked_sub(1).and_then(|index| words.get(index)) {
        let text = lower(word);
        let kind = KINDS.contains(&text.as_str());
        let goes_on = words.get(start).is_some_and(|next| next.joined)
            && (is_proper(word) || text == "no" || word.text.chars().all(|digit| digit.is_ascii_digit()));
        if !goes_on || !kind && NO_PROPER.contains(&text.as_str()) && text != "no" || end - start > 5 {
            break;
        }
        own |= !kind && !SCHOOLS.contains(&text.as_str()) && !TITLES.contains(&text.as_str());
        start -= 1;
    }
    if let (true, Some(first), Some(last)) = (own, words.get(start), words.get(end)) {
        // Without Primary or the like it may be a programme or a film: School Days, Sunday School.
        let kinds = words
            .get(start..end)
            .unwrap_or_default()
            .iter()
            .any(|word| KINDS.contains(&lower(word).as_str()));
        let at = bytes(plain, first.from, last.until);
        let pinyin = words.get(start).is_some_and(|word| is_pinyin(&lower(word)));
        hits.push(if kinds || pinyin {
            Hit::new(at, Leak::School)
        } else {
            Hit::hint(at, Leak::School)
        });
    }
}

/// Lucheng District, Wenzhou City.
fn place(plain: &[Plain], words: &[Word], end: usize, hits: &mut Vec<Hit>) {
    let Some(name) = end.checked_sub(1).and_then(|index| words.get(index)) else {
        return;
    };
    let text = lower(name);
    let Some(last) = words.get(end).filter(|last| last.joined) else {
        return;
    };
    if is_proper(name) && text.len() > 3 && is_pinyin(&text) && !NO_PROPER.contains(&text.as_str()) {
        hits.push(Hit::new(bytes(plain, name.from, last.until), Leak::Place));
    }
}

/// Chen Yutong, by itself.
fn bare(plain: &[Plain], words: &[Word], index: usize, hits: &mut Vec<Hit>) {
    let (Some(family), Some(given)) = (words.get(index), words.get(index + 1)) else {
        return;
    };
    let (first, second) = (lower(family), lower(given).replace(['-', '\'', '’'], ""));
    let known = SURNAMES.split(' ').any(|name| name == first);
    if given.joined && is_proper(family) && is_proper(given) && known && second.len() > 3 && is_pinyin(&second) {
        hits.push(Hit::hint(bytes(plain, family.from, given.until), Leak::Person));
    }
}

const SURNAMES: &str = "wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin guo ma luo liang song zheng xie han tang feng yu dong xiao \
    cheng cao yuan deng fu shen zeng peng lv lyu su lu jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan liao zou \
    xiong jin kong bai cui kang mao qiu qin gu hou shao meng long duan lei qian yin chang wen ouyang sima zhuge shangguan chan wong lam cheung";
