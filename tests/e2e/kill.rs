//! The browser dies in mid-sentence, one way or the other.

use luoxuan::Entry;
use rstest::rstest;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use crate::damage;
use crate::disk;
use crate::stage::browser::{Browser, Kind};
use crate::stage::disks::Disk;
use crate::stage::processes;
use crate::stage::site::Site;
use crate::stage::tools::{Dice, proved, rounds, setting};
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// From a key to the disk it takes at most two seconds; what was typed in them may be gone. The rest
/// is for a busy machine.
const WINDOW: Duration = Duration::from_millis(2_600);

/// The same for a page that dies alone: what it has handed to localStorage within 250 ms lives on in the browser.
const HOT_WINDOW: Duration = Duration::from_millis(800);

/// What was typed in one life of a page.
struct Life {
    mark: String,
    /// The text when it was last shown as kept.
    kept: String,
    /// What the box held when.
    held: Vec<(Instant, String)>,
}

impl Life {
    /// Types numbered syllables for about this long.
    fn lived(teacher: &Teacher, round: usize, time: Duration) -> Self {
        let mut life = Self {
            mark: format!("第{round}次，"),
            kept: String::new(),
            held: Vec::new(),
        };
        let end = Instant::now() + time;
        teacher.types(&life.mark);
        let mut number = 0;
        while Instant::now() < end {
            number += 1;
            teacher.types(&format!("{number}字，"));
            // A person pauses now and then; only then can the page say that all is kept.
            if number % 12 == 0 {
                pause(teacher, end.saturating_duration_since(Instant::now()));
            }
            life.look(teacher);
        }
        life
    }

    fn look(&mut self, teacher: &Teacher) {
        // One answer: what is said and what stands there at the same moment.
        let now = teacher.run("return [document.activeElement.value, seen()]", vec![]);
        let text = now[0].as_str().unwrap_or_default().to_owned();
        if now[1].as_str().unwrap_or_default().contains("已写入本机") {
            self.kept.clone_from(&text);
        }
        self.held.push((Instant::now(), text));
    }

    /// What was old enough to be on the disk.
    fn safe(&self, died: Instant, window: Duration) -> &str {
        let old = self.held.iter().rfind(|(at, _)| *at + window < died);
        old.map_or("", |(_, text)| text)
    }

    /// Finds it again, if it was long enough for anything to be kept; answers how long before its death the first words
    /// that are gone were typed.
    fn is_found(&self, teacher: &Teacher, round: usize, died: Instant, window: Duration) -> Duration {
        if self.kept.is_empty() && self.safe(died, window).is_empty() {
            return Duration::ZERO;
        }
        let seen = wait_for(Duration::from_secs(10), || {
            teacher.page().contains(&self.mark).then_some(())
        });
        assert!(
            seen.is_some(),
            "round {round}: nothing is back of what was shown as kept, “{}”, or old enough, “{}”",
            self.kept,
            self.safe(died, window)
        );
        let back = wait_for(Duration::from_secs(5), || {
            let index = disk::index(teacher);
            let found = index
                .of_kind::<Entry>()
                .find(|(_, entry)| entry.body.starts_with(&self.mark));
            found.map(|(_, entry)| entry.body.clone())
        });
        // A browser that lets nothing be written may have given back what there was: then it is in a copy.
        let in_a_copy = || {
            let copy = damage::taken(teacher).into_iter();
            copy.filter(|body| body.starts_with(&self.mark)).max_by_key(String::len)
        };
        let back = back.or_else(in_a_copy).unwrap_or_default();
        assert!(
            back.starts_with(&self.kept),
            "round {round}: shown as kept was “{}”, and “{back}” is there",
            self.kept
        );
        let safe = self.safe(died, window);
        assert!(
            back.starts_with(safe),
            "round {round}: “{safe}” was old enough, and “{back}” is there"
        );
        let first_gone = self.held.iter().find(|(_, text)| !back.starts_with(text.as_str()));
        first_gone.map_or(Duration::ZERO, |(at, _)| died.saturating_duration_since(*at))
    }
}

/// Waits for the promise, but not for ever.
fn pause(teacher: &Teacher, most: Duration) {
    wait_for(Duration::from_millis(2_500).min(most), || {
        teacher.page().contains("已写入本机").then_some(())
    });
}

/// Plays so many rounds, many of them side by side, each seat with dice of its own; answers the longest loss.
fn on_seats(rounds: usize, play: impl Fn(usize, Dice) -> Duration + Sync) -> Duration {
    let mut dice = Dice::new();
    let seats = if rounds > 20 { 4 } else { 1 };
    let seeds: Vec<u64> = (0..seats).map(|_| dice.below(u64::MAX)).collect();
    thread::scope(|scope| {
        let seats: Vec<_> = seeds
            .iter()
            .map(|seed| scope.spawn(|| play(rounds.div_ceil(seats), Dice::of(*seed))))
            .collect();
        let losses = seats.into_iter().map(|seat| seat.join().expect("a seat has failed"));
        losses.max().unwrap_or_default()
    })
}

fn result(rounds: usize, loss: Duration) -> String {
    let tenths = loss.as_millis().div_ceil(100);
    format!(
        "{rounds} rounds: no acknowledged character lost; at most {}.{} s of typing gone",
        tenths / 10,
        tenths % 10
    )
}

/// Plays so many lives of a browser that each end as `dies` says; answers the longest loss. `dies` lives the round and
/// ends it, and answers what was typed and when it ended.
fn dies_and_comes_back(
    kind: Kind,
    rounds: usize,
    dies: impl Fn(&mut Teacher, usize, &mut Dice) -> (Life, Instant) + Sync,
) -> Duration {
    on_seats(rounds, |rounds, mut dice| {
        let mut teacher = Teacher::arrives(kind);
        let mut most = Duration::ZERO;
        for round in 0..rounds {
            teacher.waits_for_the_journal();
            let (life, died) = dies(&mut teacher, round, &mut dice);
            teacher.comes_back();
            most = most.max(life.is_found(&teacher, round, died, WINDOW));
        }
        most
    })
}

fn survives(kind: Kind, rounds: usize) {
    let loss = dies_and_comes_back(kind, rounds, |teacher, round, dice| {
        let time = Duration::from_millis(2_000 + dice.below(7_000));
        let life = Life::lived(teacher, round, time);
        let died = Instant::now();
        teacher.browser.kill();
        (life, died)
    });
    proved(
        "T01",
        &format!("{kind:?}: SIGKILL of the whole browser after 2–9 s of typing, then started again on its profile"),
        &result(rounds, loss),
    );
}

#[rstest]
#[case::chromium(Kind::Chromium, rounds(4, 200))]
#[case::firefox(Kind::Firefox, rounds(2, 50))]
fn nothing_kept_is_lost_when_the_browser_is_killed(#[case] kind: Kind, #[case] rounds: usize) {
    survives(kind, rounds);
}

/// Kills the process of the page and nothing else.
#[test]
fn a_page_that_dies_alone_loses_a_quarter_of_a_second() {
    let rounds = rounds(3, 200);
    let loss = on_seats(rounds, |rounds, mut dice| {
        // Another site, so another process: a place to stand on when the page is gone.
        let elsewhere = Site::open();
        let teacher = Teacher::arrives_at(&elsewhere.address().replace("localhost", "127.0.0.1"), Kind::Chromium);
        let stand = teacher.browser.tab();
        let before = processes::renderers(&teacher.browser.profile());
        let address = setting("LUOXUAN_URL");
        let mut most = Duration::ZERO;
        for round in 0..rounds {
            teacher.browser.new_tab();
            teacher.browser.go(&address);
            teacher.waits_for_the_journal();
            let time = Duration::from_millis(500 + dice.below(3_500));
            let life = Life::lived(&teacher, round, time);
            let died = Instant::now();
            let mut pages = processes::renderers(&teacher.browser.profile());
            pages.retain(|id| !before.contains(id));
            assert!(!pages.is_empty(), "the page has a process of its own");
            processes::signal("KILL", &pages);
            // Until the browser has noticed, it would put the next page into a dead process it keeps in store.
            thread::sleep(Duration::from_millis(700));
            teacher.browser.to_tab(&stand);
            let page = teacher.browser.new_tab();
            teacher.browser.go(&address);
            teacher.waits_for_the_journal();
            most = most.max(life.is_found(&teacher, round, died, HOT_WINDOW));
            teacher.browser.to_tab(&page);
            teacher.browser.close_tab_for(&stand);
        }
        most
    });
    proved(
        "T02",
        "Chromium: SIGKILL of the page's own process while typing",
        &result(rounds, loss),
    );
}

/// Leaves so much of somebody else's in localStorage unwritten that the browser is busy when it ends.
fn pend(teacher: &Teacher) {
    teacher.run(
        "for (const key of ['foreign:0', 'foreign:1']) \
           localStorage.setItem(key, String.fromCharCode(0x4e00 + Math.random() * 9999).repeat(2_000_000))",
        vec![],
    );
}

fn ends_in_order(kind: Kind, rounds: usize) {
    let loss = dies_and_comes_back(kind, rounds, |teacher, round, dice| {
        let mut life = Life::lived(teacher, round, Duration::from_millis(500 + dice.below(2_500)));
        if (round + round / 4) % 2 == 1 {
            pend(teacher);
            teacher.types("还有这些，");
            pause(teacher, WINDOW);
            life.look(teacher);
        }
        let died = Instant::now();
        match round % 4 {
            0 => teacher.browser.terminate(),
            1 => teacher.browser.quit(),
            2 => teacher.browser.close_the_window(),
            _ => {
                teacher.browser.go("about:blank");
                teacher.browser.kill();
            }
        }
        (life, died)
    });
    proved(
        "T03",
        &format!(
            "{kind:?}: SIGTERM, quit, window closed, page left and killed, in turns; half of them with 8 MB pending"
        ),
        &result(rounds, loss),
    );
}

#[rstest]
#[case::chromium(Kind::Chromium, rounds(4, 200))]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
#[case::firefox(Kind::Firefox, rounds(4, 200))]
fn nothing_kept_is_lost_however_the_browser_ends(#[case] kind: Kind, #[case] rounds: usize) {
    ends_in_order(kind, rounds);
}

/// What a browser says of the room it has when it lets nothing be written.
const FULL: &str = "存储空间满了";

/// The power goes: whatever the system had not written to the disk by then is gone.
fn survives_a_power_cut(kind: Kind, rounds: usize) {
    let what = format!("{kind:?}: power cut while typing; only what the disk held comes back");
    let mut disk = Err(String::new());
    let browser = Browser::start_after(kind, |profile: &Path| disk = Disk::new(profile, 1_500));
    // Ends after the browser that lies on it.
    let disk = match disk {
        Ok(disk) => disk,
        Err(why) => return proved("T04", &what, &format!("not played: {why}")),
    };
    let mut teacher = Teacher::arrives_with(browser, &setting("LUOXUAN_URL"));
    let mut dice = Dice::new();
    let (mut most, mut refused) = (Duration::ZERO, 0);
    for round in 0..rounds {
        teacher.waits_for_the_journal();
        let life = Life::lived(&teacher, round, Duration::from_millis(2_000 + dice.below(7_000)));
        let died = Instant::now();
        teacher.browser.hold();
        let photograph = disk.photograph();
        teacher.browser.kill();
        disk.begins_again_from(&photograph);
        teacher.comes_back();
        most = most.max(life.is_found(&teacher, round, died, WINDOW));
        // Firefox may count the bytes it uses below zero after files of its cache are gone, and refuse every write
        // until it is started again; what was there is there.
        if teacher.page().contains(FULL) {
            refused += 1;
            teacher.comes_back();
            teacher.sees_no(FULL);
        }
    }
    let refused = match refused {
        0 => String::new(),
        times => format!("; {times} times the browser refused to write until its next start, which the page said"),
    };
    proved("T04", &what, &format!("{}{refused}", result(rounds, most)));
}

#[rstest]
#[case::chromium(Kind::Chromium, rounds(2, 50))]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
#[case::firefox(Kind::Firefox, rounds(1, 50))]
fn nothing_kept_is_lost_when_the_power_goes(#[case] kind: Kind, #[case] rounds: usize) {
    survives_a_power_cut(kind, rounds);
}
