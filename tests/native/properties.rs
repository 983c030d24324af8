//! What the property tests share: how often, where failures are kept, small chance.
//!
//! Every day each promise is tried as often as four minutes allow. `LUOXUAN_FULL=1` tries each to its full figure,
//! which takes hours; `cargo test -p luoxuan-tests --test native -- --nocapture` then prints a line for each,
//!
//! ```text
//! proved: T22 | 10000 histories of 5 devices x 200 actions | all agree, no written text is gone
//! ```
//!
//! `PROPTEST_CASES` sets the number of cases for all of them instead, for those who need an answer in seconds.

use std::fmt::Display;
use std::ops::Range;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use luoxuan::{Author, Content, DeviceId, Entry, Phase, Timestamp};
pub(crate) use luoxuan_tests::harm::Chance;
use proptest::strategy::Strategy;
use proptest::test_runner::{Config, FileFailurePersistence, TestCaseResult, TestRunner};

/// Whether everything is tried to its full figure.
pub(crate) fn full() -> bool {
    std::env::var_os("LUOXUAN_FULL").is_some_and(|set| set != "0")
}

/// The figure to reach: every day, or in full.
pub(crate) fn figure<T>(everyday: T, in_full: T) -> T {
    if full() { in_full } else { everyday }
}

/// Says what has been tried and what came of it; called last, when it is true.
pub(crate) fn proved(id: &str, tried: impl Display, result: &str) {
    // On a line of its own, whatever the runner has begun.
    println!("\nproved: {id} | {tried} | {result}");
}

fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Tries a property on so many cases, on every core. Answers how many cases there were.
pub(crate) fn hold<S: Strategy>(
    number: u32,
    strategy: impl Fn() -> S + Sync,
    property: impl Fn(S::Value) -> TestCaseResult + Sync,
) -> u32 {
    let all = cases(number);
    let share = all.cases.div_ceil(u32::try_from(cores()).expect("few"));
    let config = Config {
        cases: share,
        // However few the cases: what fails is to be read, and soon.
        max_shrink_iters: 100_000,
        max_shrink_time: 60_000,
        ..all
    };
    thread::scope(|scope| {
        let run = || {
            let mut runner = TestRunner::new(config.clone());
            if let Err(why) = runner.run(&strategy(), &property) {
                panic!("{why}");
            }
        };
        // Joined by the scope, which panics if one of them has.
        (0..cores()).for_each(|_| drop(scope.spawn(run)));
    });
    share * u32::try_from(cores()).expect("few")
}

/// Tries every number of a range, on every core: whoever is free takes the next few.
pub(crate) fn every(range: Range<usize>, attempt: impl Fn(usize) + Sync) {
    let next = AtomicUsize::new(range.start);
    let few = (range.len() / 100).clamp(1, 64);
    thread::scope(|scope| {
        let run = || {
            loop {
                let start = next.fetch_add(few, Ordering::Relaxed);
                if start >= range.end {
                    return;
                }
                (start..range.end.min(start + few)).for_each(&attempt);
            }
        };
        (0..cores()).for_each(|_| drop(scope.spawn(run)));
    });
}

/// So many cases, unless `PROPTEST_CASES` says otherwise. A failing case is kept in the repository.
pub(crate) fn cases(number: u32) -> Config {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    Config {
        cases: cases.unwrap_or(number),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(
            "proptest-regressions/native.txt",
        ))),
        ..Config::default()
    }
}

pub(crate) const SENTENCES: [&str; 12] = [
    "平均只写了96字。",
    "像在报清单！",
    "为什么不改？",
    "老师还没批；",
    "“就是很激烈。”",
    "\n",
    "慢镜头纸条。",
    "第三句\n",
    "𠮷同学说好。",
    "👩‍🏫……",
    "没有句号",
    "A3 was better. ",
];

pub(crate) fn text(chance: &mut Chance, most: usize) -> String {
    let count = chance.below(most + 1);
    (0..count).filter_map(|_| chance.pick(&SENTENCES).copied()).collect()
}

pub(crate) fn entry(body: &str) -> Content {
    Content::of(&Entry {
        phase: Phase::Reflection,
        body: body.into(),
        ..Entry::default()
    })
}

pub(crate) fn by(device: u8, minute: i64) -> Author {
    Author {
        device: DeviceId::from_bytes([device; 16]),
        now: Timestamp::new(1_757_552_400_000 + minute * 60_000, 480),
    }
}
