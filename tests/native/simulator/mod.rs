//! The session under everything a browser does to it: keys, ticks, kills at any moment, refusals, answers that come late
//! or never, a full disk, lanes that are destroyed, several tabs and clocks that jump. All of it without a browser, by the
//! hundred thousand.
//!
//! One sentence is held: **what was said to be kept is there**. Each sentence somebody types has a number of its own; when a
//! tab says 已写入本机 all it was given by then is noted, and at the end, after a last kill, a new tab has to show every
//! one of them, from the store alone as well.

mod browser;
mod schedule;
mod tab;

use std::sync::atomic::{AtomicUsize, Ordering};

use self::schedule::Schedule;
use crate::properties::{every, figure, proved};

/// Plays one schedule; what fails names it.
fn play(seed: u64) -> usize {
    Schedule::new(seed).play().unwrap_or_else(|why| {
        panic!("schedule {seed}: {why}\n(LUOXUAN_SCHEDULE={seed} plays it alone and tells each step)")
    })
}

#[test]
fn what_was_said_to_be_kept_is_there() {
    if let Some(seed) = std::env::var("LUOXUAN_SCHEDULE")
        .ok()
        .and_then(|text| text.parse().ok())
    {
        println!(
            "{} sentences promised",
            Schedule::new(seed).told().play().expect("all kept")
        );
        return;
    }
    let schedules = std::env::var("LUOXUAN_SCHEDULES")
        .ok()
        .and_then(|text| text.parse().ok());
    let schedules = schedules.unwrap_or_else(|| figure(100_000, 1_000_000));
    let promises = AtomicUsize::new(0);
    every(0..schedules, |seed| {
        promises.fetch_add(play(seed as u64), Ordering::Relaxed);
    });
    let promises = promises.into_inner();
    assert!(promises > schedules, "hardly anything was promised: {promises}");
    proved(
        "T41",
        format!("{schedules} schedules of one to three tabs, simulated: keys, kills, refusals, late answers, clocks"),
        &format!("{promises} sentences said to be kept, all there"),
    );
}
