//! People: by the title, the kinship or the label that stands beside a name.

mod cued;
mod name;
mod titled;

use super::super::leak::{Hit, Leak};
use super::super::letters::{Gap, Letter, range, says};
use crate::catalog::identity::{CUES, KIN, LABELS, TITLES};
use cued::{after_cue, after_label, bare};
use titled::{Before, after_vice, before_title, is_verb};

/// A person called by name in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::anonymity) struct Heard {
    /// The name, folded.
    pub(in crate::anonymity) name: String,
    /// How many characters of it are the family's.
    pub(in crate::anonymity) family: usize,
    pub(in crate::anonymity) leak: Leak,
}

/// A name of people among the letters.
#[derive(Debug, Clone, Copy)]
struct Found {
    from: usize,
    until: usize,
    family: usize,
    leak: Leak,
    sure: bool,
    /// Whether a title follows it that stays.
    titled: bool,
    /// Whether 老师 follows, which goes with it.
    teacher: bool,
}

pub(super) fn find(letters: &[Letter], hits: &mut Vec<Hit>) {
    for found in all(letters) {
        let until = found.until + if found.teacher { 2 } else { 0 };
        let mut hit = Hit::new(range(letters, found.from, until), found.leak);
        hit.sure = found.sure;
        hit.titled = found.titled;
        hits.push(hit);
    }
}

/// Who is called by a full name, surely: the same name elsewhere is the same person.
pub(in crate::anonymity) fn heard(letters: &[Letter]) -> Vec<Heard> {
    let full = |found: &Found| found.sure && found.family > 0 && found.until - found.from > found.family;
    let mut heard: Vec<Heard> = Vec::new();
    for found in all(letters).into_iter().filter(full) {
        let name: String = letters
            .iter()
            .take(found.until)
            .skip(found.from)
            .map(|letter| letter.is)
            .collect();
        if heard.iter().all(|known| known.name != name) {
            heard.push(Heard {
                name,
                family: found.family,
                leak: found.leak,
            });
        }
    }
    heard
}

fn all(letters: &[Letter]) -> Vec<Found> {
    let mut found = Vec::new();
    for at in 0..letters.len() {
        let rest = letters.get(at..).unwrap_or_default();
        let joined = letters.get(at).is_some_and(|letter| letter.gap < Gap::Line);
        if joined && says(rest, "老师") {
            let more = before_title(letters, at, Before::Teacher).map(|it| Found { teacher: true, ..it });
            found.extend(more);
        } else if let Some(title) = TITLES.iter().find(|title| joined && says(rest, title)) {
            // 副校长 has been read already.
            if !after_vice(letters, at) {
                let kind = if matches!(*title, "同学" | "小朋友" | "班长") {
                    Before::Pupil
                } else {
                    Before::Leader
                };
                let more = before_title(letters, at, kind).filter(|_| !is_verb(rest, title));
                found.extend(more.map(|it| Found { titled: true, ..it }));
            }
        } else if KIN.iter().any(|kin| joined && says(rest, kin)) {
            found.extend(before_title(letters, at, Before::Kin).map(|it| Found { titled: true, ..it }));
        }
        if let Some(cue) = CUES.iter().find(|cue| says(rest, cue)) {
            found.extend(after_cue(letters, at + cue.chars().count(), cue));
        }
        if LABELS.iter().any(|label| says(rest, label)) {
            after_label(letters, at, &mut found);
        }
        found.extend(bare(letters, at));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::super::letters::letters;
    use super::*;

    #[test]
    fn what_is_heard_is_whole_and_sure() {
        let heard = |text: &str| -> Vec<String> { heard(&letters(text)).into_iter().map(|it| it.name).collect() };
        assert_eq!(heard("我问陈雨桐同学，王芳老师也在"), ["陈雨桐", "王芳"]);
        assert_eq!(heard("歐陽慧校長和李老师"), ["欧阳慧"]);
        assert!(heard("任何老师、全体同学、女王和音乐老师").is_empty());
    }
}
