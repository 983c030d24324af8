//! T13: an input method at work while something comes in between. By dice: a box, what stands in it, what is composed
//! where, and what interrupts it. After each round no composed character is lost, doubled or moved, the cursor is where
//! it was, and the database holds what the box shows. What is to be there is worked out by a model, not read off.
//!
//! Chromium only: its DevTools protocol composes as an input method does. Firefox has no remote control for that.

mod boxes;
mod interruptions;
mod model;

use std::collections::BTreeMap;

use luoxuan::journal::write_lines;
use luoxuan::{Author, Content, DeviceId, Entry, Evidence, Journal, Phase, RecordId, Timestamp};
use serde_json::json;

use self::boxes::Sort;
use self::interruptions::Interruption;
use self::model::{Model, WORDS, steps};
use crate::access::teacher_with_three_spirals;
use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::tools::{Dice, proved, rounds};
use crate::teacher::Teacher;

/// Rounds that once failed.
const ONCE_FAILED: [(Sort, &[Interruption], u64); 2] = [
    // A field that was taken away with the place told what it held to a page that was gone: it was lost, and the page
    // with it.
    (Sort::Words, &[Interruption::Gone], 1027),
    // The keyboard left, which ends a composition, and the keys that the input method would have kept closed the box.
    (Sort::Field, &[Interruption::Blurred, Interruption::Keys], 444_049_522),
];

/// The entry that is changed.
const ENTRY: RecordId = RecordId::from_bytes([0x81; 16]);

/// What it rests on.
const EVIDENCE: RecordId = RecordId::from_bytes([0x82; 16]);

/// A teacher with two windows: the one that is typed in, and `window.other`, where other things happen.
fn at_two_windows() -> Teacher {
    let teacher = teacher_with_three_spirals(Kind::Chromium);
    let mut journal = Journal::new();
    let by = |minute: i64| Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000 + minute * 60_000, 480),
    };
    let entry = Entry {
        phase: Phase::Problem,
        body: "原来写的。".into(),
        ..Entry::default()
    };
    let evidence = Evidence {
        entries: vec![ENTRY],
        ..Evidence::default()
    };
    let mut all: Vec<_> = journal.write(ENTRY, Content::of(&entry), by(0)).into_iter().collect();
    all.extend(journal.write(EVIDENCE, Content::of(&evidence), by(1)));
    disk::plant(&teacher, &write_lines(&all));
    begins_anew(&teacher);
    teacher
}

/// Loads the window anew and opens the other one.
fn begins_anew(teacher: &Teacher) {
    teacher.opens("#/today");
    teacher.reloads();
    teacher.sees("二声部合唱里低声部怎样站得住");
    teacher.run_until_called(
        "const done = arguments[arguments.length - 1]; window.hidden = 0; \
         document.addEventListener('visibilitychange', () => { if (document.hidden) window.hidden += 1; }); \
         window.other = window.open(location.origin + location.pathname + '#/today', 'other'); \
         const wait = () => window.other.document.querySelector('.week-list li') ? done(true) : setTimeout(wait, 50); wait()",
        vec![],
    );
    teacher.browser.devtools("Page.bringToFront", &json!({}));
}

/// One round. The error says what went wrong.
fn round(teacher: &Teacher, sort: Sort, interruptions: &[Interruption], seed: u64) -> Result<(), String> {
    let mut dice = Dice::seeded(seed);
    let told = |why: String| format!("{sort:?}, {interruptions:?}: {why}");
    let mark = format!("第{seed}回：");
    let mut model = Model::new(&mark, &mut dice);
    sort.open(teacher);
    model.fill(teacher);
    model.is_shown(teacher).map_err(told)?;
    let there = compose(teacher, sort, interruptions, &mut model, &mut dice).map_err(told)?;
    if there {
        sort.leave(teacher, &mut dice);
    }
    sort.holds(teacher, &mark, &model.text()).map_err(told)?;
    if sort == Sort::Find {
        teacher.presses("Escape");
    }
    Ok(())
}

/// Composes some words, with something in between. Whether the box is still there.
fn compose(
    teacher: &Teacher,
    sort: Sort,
    interruptions: &[Interruption],
    model: &mut Model,
    dice: &mut Dice,
) -> Result<bool, String> {
    let words: Vec<_> = (0..=dice.below(3))
        .map(|_| {
            let (syllables, characters) = dice.one_of(&WORDS);
            (steps(syllables, characters, dice), characters)
        })
        .collect();
    let all: u64 = words.iter().map(|(steps, _)| steps.len() as u64).sum();
    let mut coming: Vec<_> = interruptions.iter().map(|one| (dice.below(all), *one)).collect();
    coming.sort_by_key(|(at, _)| *at);
    let mut number = 0;
    for (steps, characters) in &words {
        let mut undone = false;
        for step in steps {
            model.compose(teacher, step);
            model.is_shown(teacher)?;
            for (_, interruption) in coming.iter().filter(|(at, _)| *at == number) {
                let composed = model.composing.clone();
                if !interruption.happens(teacher, sort, model, dice) {
                    return Ok(false);
                }
                let told = |why| format!("{interruption:?} while “{composed}” was composed: {why}");
                model.is_shown(teacher).map_err(told)?;
                undone |= *interruption == Interruption::Undone;
            }
            number += 1;
        }
        if dice.below(8) == 0 {
            model.compose(teacher, "");
        } else {
            model.take_over(teacher, characters);
        }
        model.is_shown(teacher)?;
        if undone {
            interruptions::undo(teacher, model)?;
        }
    }
    Ok(true)
}

/// What is played with this seed: a box, and one or two interruptions.
fn by_dice(seed: u64) -> (Sort, Vec<Interruption>) {
    // Dice of their own: those of the round begin with what is composed.
    let mut dice = Dice::seeded(!seed);
    let sort = dice.one_of(&Sort::ALL);
    let interruptions = (0..=dice.below(2)).map(|_| dice.one_of(&Interruption::ALL));
    (sort, interruptions.collect())
}

#[test]
fn nothing_composed_is_lost_whatever_comes_in_between() {
    let teacher = at_two_windows();
    let (wanted, first) = (rounds(25, 500) as u64, Dice::seed());
    let named = ONCE_FAILED
        .into_iter()
        .map(|(sort, interruptions, seed)| (sort, interruptions.to_vec(), seed));
    let thrown = (0..wanted).map(|number| {
        let seed = first.wrapping_add(number);
        let (sort, interruptions) = by_dice(seed);
        (sort, interruptions, seed)
    });
    let (mut wrong, mut played) = (Vec::new(), BTreeMap::<String, u32>::new());
    let (mut total, mut hidden) = (0, 0);
    for (sort, interruptions, seed) in named.chain(thrown) {
        total += 1;
        match round(&teacher, sort, &interruptions, seed) {
            Ok(()) => {
                *played.entry(format!("{sort:?}")).or_default() += 1;
                for interruption in &interruptions {
                    *played.entry(format!("{interruption:?}")).or_default() += 1;
                }
                hidden += u64::from(interruptions == [Interruption::Hidden]);
            }
            Err(why) => {
                eprintln!("seed {seed}: {why}");
                wrong.push(format!("seed {seed}: {why}"));
                begins_anew(&teacher);
                hidden = 0;
            }
        }
    }
    // What was to come in between did come.
    let seen = teacher.run("return window.hidden", vec![]);
    assert!(
        seen.as_u64() >= Some(hidden),
        "the window was hidden {seen} times, not {hidden}"
    );
    eprintln!("Played: {played:?}");
    proved(
        "T13",
        &format!("Chromium: {total} compositions, each interrupted once or twice"),
        &format!("{} lost, doubled or moved", wrong.len()),
    );
    assert!(
        wrong.is_empty(),
        "{} of {total} rounds failed:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}
