//! A name before a title: 陈雨桐同学, 周校长, 王芳老师, 李欣怡的妈妈.

use super::super::super::leak::Leak;
use super::super::super::letters::{Gap, Letter, is_han, says};
use super::Found;
use super::name::{hard, is, is_famous, is_free, opens, whole};
use crate::catalog::identity::{GIVEN, OPENERS, PARTICLES, SURNAMES, WORDY, is_word};

/// What kind of title follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    Teacher,
    Leader,
    Pupil,
    Kin,
}

pub(super) fn after_vice(letters: &[Letter], at: usize) -> bool {
    let here = letters.get(at);
    at > 0 && here.is_some_and(|letter| letter.gap == Gap::None) && is(letters, at.checked_sub(1)) == '副'
}

/// 教授 is what one does as well: 老师教授知识.
pub(super) fn is_verb(rest: &[Letter], title: &str) -> bool {
    title == "教授"
        && rest
            .get(2)
            .is_some_and(|after| after.gap == Gap::None && "知识了给学技方课如怎与".contains(after.is))
}

/// The name that ends before a title.
pub(super) fn before_title(letters: &[Letter], title: usize, kind: Before) -> Option<Found> {
    let back = |count: usize| han_before(letters, title, count);
    // 叶圣陶先生 is nobody's colleague.
    if (2..=4).any(|count| back(count).is_some_and(|from| is_famous(letters, from, title))) {
        return None;
    }
    let found = |from: usize, family: usize, sure: bool| Found {
        from,
        until: title,
        family,
        leak: match kind {
            Before::Teacher | Before::Leader => Leak::Person,
            Before::Pupil | Before::Kin => Leak::Pupil,
        },
        sure,
        titled: false,
        teacher: false,
    };
    for count in (2..=4).rev() {
        let Some(from) = back(count) else { continue };
        let Some((family, sure)) = whole(letters, from, title) else {
            continue;
        };
        return Some(found(from, family, sure));
    }
    let last = back(1)?;
    if let Some(sure) = surname(letters, last, kind) {
        return Some(found(last, 1, sure));
    }
    if reads_as_a_word(letters, last, kind) {
        // 于老师而言 is not about a Mr Yu.
        let after = letters.get(title + 2..).unwrap_or_default();
        let sure = kind == Before::Leader && is(letters, Some(last)) == '于';
        return (!says(after, "而言") && !says(after, "来说")).then(|| found(last, 1, sure));
    }
    if let Some(first) = back(2).filter(|first| is_called(letters, *first)) {
        return Some(found(first, 0, false));
    }
    is_given(letters, last, kind).then(|| found(last, 0, false))
}

/// Where the Chinese character stands that is so many before a title, in the same line.
fn han_before(letters: &[Letter], title: usize, count: usize) -> Option<usize> {
    let at = title.checked_sub(count)?;
    let line = letters.get(at + 1..=title)?.iter().all(|letter| letter.gap < Gap::Line);
    line.then_some(at)
        .filter(|at| letters.get(*at).is_some_and(|letter| is_han(letter.is)))
}

/// Whether the one character before a title is a surname; and whether it surely is.
fn surname(letters: &[Letter], at: usize, kind: Before) -> Option<bool> {
    let family = is(letters, Some(at));
    if !SURNAMES.contains(family) || !is_free(letters, at) {
        return None;
    }
    let (wordy, opens) = (WORDY.contains(family), opens(letters, at));
    match kind {
        Before::Kin => (!wordy && opens).then_some(false),
        _ => (!PARTICLES.contains(family)).then_some(!wordy || opens),
    }
}

/// Whether a surname stands there that is more often a word: 于, 任, 时.
fn reads_as_a_word(letters: &[Letter], at: usize, kind: Before) -> bool {
    kind != Before::Kin
        && "于任时".contains(is(letters, Some(at)))
        && (hard(letters, at) || kind == Before::Leader && "和与、".contains(is(letters, at.checked_sub(1))))
}

/// Whether two characters from there are what somebody is called by: 雨桐同学, 小芳老师.
fn is_called(letters: &[Letter], first: usize) -> bool {
    let (one, two) = (is(letters, Some(first)), is(letters, Some(first + 1)));
    let nick = "小阿".contains(one) && GIVEN.contains(two) || one == '老' && SURNAMES.contains(two);
    let given = GIVEN.contains(one) && GIVEN.contains(two);
    (nick || given) && !is_word(one, two) && is_free(letters, first) && opens(letters, first)
}

/// Whether a given name of one character stands there: 芳老师.
fn is_given(letters: &[Letter], at: usize, kind: Before) -> bool {
    let name = is(letters, Some(at));
    kind == Before::Teacher
        && GIVEN.contains(name)
        && is_free(letters, at)
        && opens(letters, at)
        // 家长和老师, 以老师为主, 连老师都笑了: what joins or leads is no given name.
        && !OPENERS.contains(name)
        && !PARTICLES.contains(name)
        && !"有好多大小老新中全各双友以".contains(name)
}
