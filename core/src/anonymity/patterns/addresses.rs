//! Links, mail addresses, and domains without either.

use super::super::leak::{Hit, Leak};
use super::{Plain, at, bytes, stands};

const SCHEMES: [&str; 5] = ["http://", "https://", "www.", "mailto:", "ftp://"];
/// What domains end with where nothing before them says that they are one.
const ENDINGS: [&str; 26] = [
    "com", "cn", "net", "org", "edu", "gov", "info", "xyz", "top", "vip", "club", "site", "tech", "online", "wang",
    "ren", "fun", "shop", "live", "school", "hk", "tw", "mo", "io", "co", "tv",
];

pub(super) fn find(plain: &[Plain], hits: &mut Vec<Hit>) {
    let mut from = 0;
    while from < plain.len() {
        let until = SCHEMES
            .iter()
            .any(|scheme| stands(plain, from, scheme))
            .then(|| link(plain, from))
            .or_else(|| mail(plain, from))
            .or_else(|| domain(plain, from));
        match until {
            Some(until) if until > from => {
                hits.push(Hit::new(bytes(plain, from, until), Leak::Link));
                from = until;
            }
            _ => from += 1,
        }
    }
}

fn link(plain: &[Plain], from: usize) -> usize {
    let goes_on = |character: char| character.is_ascii_graphic() && !"<>\"".contains(character);
    let rest = plain.iter().skip(from).take_while(|(character, _)| goes_on(*character));
    let mut until = from + rest.count();
    // The sentence ends here, not the address.
    while until > from && matches!(at(plain, until - 1), ',' | ';' | ')' | '!' | '\'' | ':') {
        until -= 1;
    }
    until
}

fn is_inside(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_".contains(character)
}

/// Whether nothing of a longer word stands before.
fn begins(plain: &[Plain], from: usize) -> bool {
    let before = from.checked_sub(1).map_or('\n', |index| at(plain, index));
    is_inside(at(plain, from)) && !is_inside(before) && !matches!(before, '.' | '@' | '/' | '+')
}

/// The labels from here, with dots between: where each ends.
fn labels(plain: &[Plain], from: usize) -> Vec<(usize, usize)> {
    let mut labels = Vec::new();
    let mut start = from;
    loop {
        let count = plain
            .iter()
            .skip(start)
            .take_while(|(character, _)| is_inside(*character))
            .count();
        if count == 0 {
            break;
        }
        labels.push((start, start + count));
        if at(plain, start + count) != '.' {
            break;
        }
        start += count + 1;
    }
    labels
}

fn mail(plain: &[Plain], from: usize) -> Option<usize> {
    if !begins(plain, from) {
        return None;
    }
    let name = |character: char| is_inside(character) || ".+".contains(character);
    let length = plain
        .iter()
        .skip(from)
        .take_while(|(character, _)| name(*character))
        .count();
    // a @ b.cn, a(at)b.cn.
    let mut host = from + length;
    let spaced = |host: usize| host + usize::from(at(plain, host) == ' ');
    host = spaced(host);
    host += ["@", "(at)", "[at]"]
        .iter()
        .find(|sign| stands(plain, host, sign))?
        .len();
    let labels = labels(plain, spaced(host));
    (labels.len() > 1).then(|| labels.last().map(|(_, end)| *end))?
}

fn domain(plain: &[Plain], from: usize) -> Option<usize> {
    if !begins(plain, from) {
        return None;
    }
    let labels = labels(plain, from);
    let ends = |(start, end): &(usize, usize)| {
        ENDINGS
            .iter()
            .any(|ending| ending.len() == end - start && stands(plain, *start, ending))
    };
    let last = labels.iter().rposition(ends).filter(|last| *last > 0)?;
    let (_, until) = labels.get(last).copied()?;
    // “…the end.Top” is two sentences; nobody writes a domain with a capital there.
    let capital = labels
        .get(last)
        .is_some_and(|(start, _)| at(plain, *start).is_ascii_uppercase());
    let named = labels.first().is_some_and(|(start, end)| {
        end - start > 1
            && plain
                .get(*start..*end)
                .is_some_and(|label| label.iter().any(|(character, _)| character.is_ascii_alphabetic()))
    });
    let upper = labels.iter().all(|(start, end)| {
        plain
            .get(*start..*end)
            .is_some_and(|label| label.iter().all(|(character, _)| !character.is_ascii_lowercase()))
    });
    let whole = last + 1 == labels.len() || at(plain, until) == '.';
    (named && whole && (!capital || upper)).then(|| {
        if at(plain, until) == '/' {
            link(plain, from)
        } else {
            until
        }
    })
}
