//! What a name of people looks like, and where one can begin and end.

use super::super::super::letters::{Gap, Letter, is_han, says};
use super::super::places::is_open;
use crate::catalog::identity::{
    COMPOUND, FAMOUS, GIVEN, NUMERALS, PARTICLES, SUBJECTS, SURNAMES, VERBS, WORDY, is_word,
};

pub(super) fn is(letters: &[Letter], at: Option<usize>) -> char {
    at.and_then(|at| letters.get(at)).map_or('\n', |letter| letter.is)
}

/// Whether a whole name stands here: how many of it are the family's, and whether it can be nothing else.
pub(super) fn whole(letters: &[Letter], from: usize, until: usize) -> Option<(usize, bool)> {
    let family = shaped(letters, from, until)?;
    let first = is(letters, Some(from));
    let word = is_word(first, is(letters, Some(from + 1)));
    let sure = family == 2 || !WORDY.contains(first) && !PARTICLES.contains(first) || opens(letters, from);
    (is_free(letters, from) && (family == 2 && until - from > 2 || !word)).then_some((family, sure))
}

/// Whether this has the shape of a name, whatever stands around it: how many of it are the family's.
pub(super) fn shaped(letters: &[Letter], from: usize, until: usize) -> Option<usize> {
    let name: Vec<char> = letters.get(from..until)?.iter().map(|letter| letter.is).collect();
    if is_famous(letters, from, until) {
        return None;
    }
    let given = |letters: &[char]| letters.len() <= 2 && letters.iter().all(|letter| GIVEN.contains(*letter));
    if let Some((family, rest)) = name.split_at_checked(2)
        && COMPOUND.contains(&family.iter().collect::<String>().as_str())
        && given(rest)
    {
        return Some(2);
    }
    let (family, rest) = name.split_first()?;
    // 向林老师请教 is about 林老师.
    let particle = PARTICLES.contains(*family) && rest.first().is_some_and(|next| SURNAMES.contains(*next));
    (SURNAMES.contains(*family) && !rest.is_empty() && given(rest) && !particle).then_some(1)
}

pub(super) fn is_famous(letters: &[Letter], from: usize, until: usize) -> bool {
    let name: String = letters.iter().take(until).skip(from).map(|letter| letter.is).collect();
    FAMOUS.split('|').any(|known| known == name)
}

/// Whether what stands before does not make another word with it: 任何 before 老师, 三张 before 同学.
pub(super) fn is_free(letters: &[Letter], at: usize) -> bool {
    let Some(first) = letters.get(at) else { return false };
    let Some(before) = at
        .checked_sub(1)
        .and_then(|at| letters.get(at))
        .filter(|_| first.gap == Gap::None)
    else {
        return true;
    };
    !(is_han(before.is) && is_word(before.is, first.is)
        || NUMERALS.contains(before.is) && "张段方章项单位名节班门".contains(first.is))
}

/// Whether a name can begin here: after a mark, after a word that leads to one, after a subject.
pub(super) fn opens(letters: &[Letter], at: usize) -> bool {
    is_open(letters, at)
        || SUBJECTS.iter().any(|subject| {
            let count = subject.chars().count();
            at.checked_sub(count)
                .and_then(|from| letters.get(from..))
                .is_some_and(|rest| says(rest, subject))
        })
}

/// Whether nothing Chinese stands right before.
pub(super) fn hard(letters: &[Letter], at: usize) -> bool {
    let Some(first) = letters.get(at) else { return true };
    let before = at.checked_sub(1).and_then(|at| letters.get(at));
    before.is_none_or(|before| first.gap > Gap::None || !is_han(before.is))
}

/// Whether a name ends here: at a mark, or before what a person does.
pub(super) fn closes(letters: &[Letter], at: usize) -> bool {
    match letters.get(at) {
        Some(next) => next.gap > Gap::None || !is_han(next.is) || VERBS.contains(next.is),
        None => true,
    }
}
