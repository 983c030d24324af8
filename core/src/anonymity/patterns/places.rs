//! Places: those everybody knows, and those that a kind, a school or an authority behind them tells.

use super::super::leak::{Hit, Leak};
use super::super::letters::{Gap, Letter, is_han, range, says};
use super::phrases::before;
use crate::catalog::identity::{
    AUTHORITIES, CITIES, NUMERALS, OPENERS, PLACE_WORDS, PLACES, ROADS, SCHOOLS, TWO_SIDED, is_word,
};

/// What may follow a place that is known: 温州市鹿城区.
const BELOW: [&str; 7] = ["街道", "区", "县", "市", "镇", "乡", "村"];

pub(super) fn find(letters: &[Letter], hits: &mut Vec<Hit>) {
    for at in 0..letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        known(letters, at, hits);
        if AUTHORITIES.iter().chain(&SCHOOLS).any(|word| says(rest, word)) {
            before_an_authority(letters, at, hits);
        }
        if says(rest, "县") {
            county(letters, at, hits);
        }
        for road in ROADS.iter().filter(|road| says(rest, road)) {
            address(letters, at, road.chars().count(), hits);
        }
    }
}

fn known(letters: &[Letter], at: usize, hits: &mut Vec<Hit>) {
    let rest = letters.get(at..).unwrap_or_default();
    let Some(city) = CITIES.iter().find(|city| says(rest, city)) else {
        return;
    };
    let mut until = at + city.chars().count();
    let says_at = |at: usize, word: &str| letters.get(at..).is_some_and(|rest| says(rest, word));
    let joined = |at: usize| letters.get(at).is_some_and(|letter| letter.gap < Gap::Line);
    let kind = ["自治区", "自治州", "省", "市", "地区"]
        .iter()
        .find(|kind| joined(until) && says_at(until, kind) && ends(letters, until + kind.chars().count()));
    if let Some(kind) = kind {
        until += kind.chars().count();
    }
    let sure = below(letters, &mut until, kind.is_some()) || kind.is_some();
    let followed = AUTHORITIES
        .iter()
        .chain(&SCHOOLS)
        .any(|word| joined(until) && says_at(until, word));
    if sure || followed {
        hits.push(Hit::new(range(letters, at, until), Leak::Place));
        return;
    }
    let word = at
        .checked_sub(1)
        .and_then(|at| letters.get(at))
        .zip(letters.get(at))
        .is_some_and(|(before, first)| first.gap == Gap::None && is_word(before.is, first.is));
    if !word && !TWO_SIDED.split('|').any(|known| known == *city) {
        hits.push(Hit::hint(range(letters, at, until), Leak::Place));
    }
}

/// Behind 市, 区 and the others these make a word of their own: 杭州市民, 北京故宫镇馆之宝.
const WORDS_ON: &str = "别分域间块民场面政长庄亲馆静守落队花";

fn ends(letters: &[Letter], at: usize) -> bool {
    let next = letters.get(at).filter(|next| next.gap == Gap::None);
    next.is_none_or(|next| !WORDS_ON.contains(next.is))
}

/// Goes on over districts, towns and villages. Whether there were any. Right behind a city's bare name only 区, 县 and 市 are looked for.
fn below(letters: &[Letter], until: &mut usize, mut kind_before: bool) -> bool {
    let from = *until;
    while let Some(next) = (2..=4).find_map(|length| {
        let name = letters.get(*until..*until + length)?;
        let plain = name.iter().all(|letter| {
            let han = letter.gap < Gap::Line && is_han(letter.is);
            han && !OPENERS.contains(letter.is) && !NUMERALS.contains(letter.is)
        });
        let rest = letters.get(*until + length..)?;
        let kind = BELOW.iter().find(|kind| says(rest, kind))?;
        let text: String = name.iter().map(|letter| letter.is).chain(kind.chars()).collect();
        let is_word = PLACE_WORDS.iter().any(|word| text.ends_with(word));
        let fits = kind_before || matches!(*kind, "区" | "县" | "市");
        let end = *until + length + kind.chars().count();
        (plain && !is_word && fits && ends(letters, end)).then_some(end)
    }) {
        *until = next;
        kind_before = true;
    }
    *until > from
}

/// 某某市某某区 before a school or an authority.
fn before_an_authority(letters: &[Letter], at: usize, hits: &mut Vec<Hit>) {
    let start = before(letters, at, 16);
    let name: Vec<char> = letters.iter().take(at).skip(start).map(|letter| letter.is).collect();
    let Some(last) = name.iter().rposition(|character| PLACES.contains(character)) else {
        return;
    };
    let place: String = name.iter().take(last + 1).collect();
    let is_word = last < 2 && !CITIES.contains(&place.as_str()) || PLACE_WORDS.iter().any(|word| place.ends_with(word));
    let vague = place.starts_with(['我', '本', '某', '各', '全', '该', '外', '多', '两', '几']);
    if !is_word && !vague {
        hits.push(Hit::new(range(letters, start, start + last + 1), Leak::Place));
    }
}

/// 清溪县, wherever a name can begin.
fn county(letters: &[Letter], at: usize, hits: &mut Vec<Hit>) {
    let Some(start) = at.checked_sub(2) else { return };
    let name = letters.get(start..at).unwrap_or_default();
    let plain = name.iter().all(|letter| {
        is_han(letter.is)
            && !OPENERS.contains(letter.is)
            && !NUMERALS.contains(letter.is)
            && !"我本某各全该外省市区".contains(letter.is)
    });
    let joined = letters
        .get(start + 1..=at)
        .is_some_and(|inside| inside.iter().all(|letter| letter.gap == Gap::None));
    let opens = is_open(letters, start);
    if plain && joined && opens {
        hits.push(Hit::hint(range(letters, start, at + 1), Leak::Place));
    }
}

/// 信河街12号.
fn address(letters: &[Letter], at: usize, length: usize, hits: &mut Vec<Hit>) {
    let after = at + length;
    let digits = letters
        .iter()
        .skip(after)
        .take_while(|letter| letter.gap < Gap::Line && (letter.is.is_ascii_digit() || letter.is == '-'))
        .count();
    let ends = letters
        .get(after + digits)
        .is_some_and(|letter| "号弄".contains(letter.is));
    let start = before(letters, at, 4);
    if digits > 0 && ends && at - start >= 2 {
        hits.push(Hit::new(range(letters, start, after + digits + 1), Leak::Place));
    }
}

/// Whether a name can begin here.
pub(super) fn is_open(letters: &[Letter], at: usize) -> bool {
    let first = letters.get(at);
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    match (before, first) {
        (Some(before), Some(first)) if first.gap == Gap::None && is_han(before.is) => OPENERS.contains(before.is),
        _ => true,
    }
}
