//! A name after a word that leads to it, after a label, or by itself.

use super::super::super::leak::Leak;
use super::super::super::letters::{Gap, Letter, is_han};
use super::super::places::is_open;
use super::Found;
use super::name::{closes, hard, is, is_famous, shaped, whole};
use crate::catalog::identity::{COMPOUND, LABELS, PARTICLES, SURNAMES, TITLES, WORDY, is_word};

/// 学生陈雨桐, 我叫陈雨桐.
pub(super) fn after_cue(letters: &[Letter], from: usize, cue: &str) -> Option<Found> {
    let joined = letters
        .get(from)
        .is_some_and(|letter| letter.gap < Gap::Line && is_han(letter.is));
    if !joined {
        return None;
    }
    let pupil = matches!(
        cue,
        "学生"
            | "同学"
            | "男生"
            | "女生"
            | "孩子"
            | "班长"
            | "课代表"
            | "组员"
            | "队员"
            | "同桌"
            | "她叫"
            | "他叫"
    );
    for count in (2..=4).rev() {
        let until = from + count;
        let line = letters
            .get(from + 1..until)
            .is_some_and(|inside| inside.iter().all(|letter| letter.gap < Gap::Line));
        let called = cue.ends_with('叫');
        // Who is called so may be called by a word as well: 她叫许诺.
        let word = !called && is_word(is(letters, Some(from)), is(letters, Some(from + 1)));
        let Some(family) = shaped(letters, from, until).filter(|_| line && !word) else {
            continue;
        };
        let three = count - family >= 2;
        let wordy = WORDY.contains(is(letters, Some(from))) || PARTICLES.contains(is(letters, Some(from)));
        let goes_on = letters.get(until).filter(|next| next.gap == Gap::None);
        let cut =
            goes_on.is_some_and(|next| is_word(is(letters, until.checked_sub(1)), next.is)) && !closes(letters, until);
        if cut || !three && !called && !closes(letters, until) {
            continue;
        }
        return Some(Found {
            from,
            until,
            family,
            leak: if pupil { Leak::Pupil } else { Leak::Person },
            sure: called || three && !wordy,
            titled: false,
            teacher: false,
        });
    }
    None
}

/// 执教：王芳、李明. What follows a label and a colon is a name if it looks like one.
pub(super) fn after_label(letters: &[Letter], at: usize, found: &mut Vec<Found>) {
    let colon = letters.iter().skip(at).take(7).position(|letter| letter.is == ':');
    let Some(colon) = colon.map(|more| at + more) else {
        return;
    };
    let label: String = letters.iter().take(colon).skip(at).map(|letter| letter.is).collect();
    if !LABELS.contains(&label.as_str()) {
        return;
    }
    let leak = if label.contains("学生") || label.contains("家长") {
        Leak::Pupil
    } else {
        Leak::Person
    };
    let mut from = colon + 1;
    loop {
        let mut until = from;
        // 王　芳 is one name; what stands behind it after a space is something else.
        let goes_on = |until: usize| match letters.get(until) {
            Some(letter) if until == from => is_han(letter.is),
            Some(letter) => {
                is_han(letter.is) && letter.gap < Gap::Line && (letter.gap == Gap::None || until - from < 2)
            }
            None => false,
        };
        while goes_on(until) {
            until += 1;
        }
        let family = is(letters, Some(from));
        let compound: String = letters.iter().skip(from).take(2).map(|letter| letter.is).collect();
        let name: String = letters.iter().take(until).skip(from).map(|letter| letter.is).collect();
        let word = until - from == 2 && is_word(family, is(letters, Some(from + 1)));
        let is_name = SURNAMES.contains(family) || COMPOUND.contains(&compound.as_str());
        if (2..=4).contains(&(until - from))
            && is_name
            && !is_famous(letters, from, until)
            && !TITLES.iter().any(|title| name.ends_with(title))
        {
            found.push(Found {
                from,
                until,
                family: if COMPOUND.contains(&compound.as_str()) { 2 } else { 1 },
                leak,
                sure: !word,
                titled: false,
                teacher: false,
            });
        }
        if !"、,;/".contains(is(letters, Some(until)))
            || letters.get(until).is_some_and(|letter| letter.gap == Gap::Line)
        {
            return;
        }
        from = until + 1;
    }
}

/// A name that nothing says is one: between marks, or where somebody does something.
pub(super) fn bare(letters: &[Letter], at: usize) -> Option<Found> {
    if !SURNAMES.contains(is(letters, Some(at))) || !is_open(letters, at) {
        return None;
    }
    for count in [4, 3, 2] {
        let until = at + count;
        let Some((family, _)) = letters
            .get(at + 1..until)
            .filter(|inside| inside.iter().all(|letter| letter.gap < Gap::Line))
            .and_then(|_| whole(letters, at, until))
        else {
            continue;
        };
        let wordy = WORDY.contains(is(letters, Some(at))) || PARTICLES.contains(is(letters, Some(at)));
        let stands = if wordy {
            hard(letters, at) && hard_after(letters, until)
        } else {
            closes(letters, until)
        };
        if family < count && stands {
            return Some(Found {
                from: at,
                until,
                family,
                leak: Leak::Pupil,
                sure: false,
                titled: false,
                teacher: false,
            });
        }
    }
    None
}

fn hard_after(letters: &[Letter], at: usize) -> bool {
    letters
        .get(at)
        .is_none_or(|next| next.gap > Gap::None || !is_han(next.is) || next.is == '说')
}
