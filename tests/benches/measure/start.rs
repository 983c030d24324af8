//! From asking for the page to the cursor in the box, and to the whole journal there and findable.

use crate::report::{Bar, Figure, Row, Sample, Topic};
use crate::stand::{MANY, Outcome, SLOWED, Stand, number};

/// How often each page is opened, and how often slowed down.
const ROUNDS: [usize; 2] = [7, 5];

/// So much longer than with a small journal the page may be deaf at a time, in milliseconds: what a person notices.
const DEAF: f64 = 50.0;

/// What one page came to, at full speed and slowed down.
#[derive(Default)]
struct Opened {
    first: [Sample; 2],
    whole: [Sample; 2],
    pause: [Sample; 2],
}

fn pair(ours: &[Sample; 2], theirs: &[Sample; 2]) -> [(Sample, Sample); 2] {
    [0, 1].map(|speed| (ours[speed].clone(), theirs[speed].clone()))
}

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let sizes = stand.sizes();
    let (ours, theirs) = in_turns(stand, &sizes)?;
    stand.slow(1);
    let mut rows = Vec::new();
    for (place, count) in sizes.iter().enumerate() {
        let bar = |many, more| match *count {
            MANY => Bar::Times(many),
            100_000 => Bar::Times(more),
            _ => Bar::None,
        };
        let (mine, theirs) = (&ours[place], &theirs[place].first);
        let wiki = || format!("TiddlyWiki, {count}");
        let what = |what: &str| format!("{count} entries, {what}");
        rows.push(row(
            what("cursor in the box"),
            wiki(),
            bar(0.1, 0.1),
            pair(&mine.first, theirs),
        ));
        rows.push(row(
            what("all there and findable"),
            wiki(),
            bar(0.35, 0.2),
            pair(&mine.whole, theirs),
        ));
    }
    rows.extend(growth(&ours, &sizes));
    Ok(Topic {
        title: "Start",
        text: format!(
            "Each page is opened warm, in turns, {} times ({} slowed down), and timed by a script in it from the \
             navigation's start to the frame after: the cursor stands in the box; nothing is on its way any more and finding \
             (Ctrl K, opened by the script at that moment) has read everything, from the snapshot that an earlier start has left \
             where there are more than 500 entries; TiddlyWiki shows its page with the search \
             field. “Deaf” is the longest task of the page in which no key is heard, after the cursor is there.",
            ROUNDS[0], ROUNDS[1]
        ),
        rows,
    })
}

/// Opens each page of ours and each of theirs, again and again, at full speed and slowed down.
fn in_turns(stand: &Stand, sizes: &[usize]) -> Outcome<(Vec<Opened>, Vec<Opened>)> {
    let mut ours: Vec<Opened> = sizes.iter().map(|_| Opened::default()).collect();
    let mut theirs: Vec<Opened> = sizes.iter().map(|_| Opened::default()).collect();
    for (speed, rounds) in ROUNDS.into_iter().enumerate() {
        for round in 0..=rounds {
            for (place, count) in sizes.iter().enumerate() {
                let mine = open(stand, speed, &stand.app(*count)?, "found", "[marks.box, marks.found]")?;
                // Of a wiki several times as large, a few times are enough, and slowed down it takes minutes.
                let large = *count > MANY;
                let yours = if large && (speed == 1 || round > 3) {
                    None
                } else {
                    let address = stand.peer(&format!("wiki-{count}.html"));
                    Some(open(stand, speed, &address, "wiki", "[marks.wiki, marks.wiki]")?)
                };
                // The first time warms the caches.
                if round == 0 {
                    continue;
                }
                for (opened, seen) in [(&mut ours[place], Some(mine)), (&mut theirs[place], yours)] {
                    if let Some([first, whole, pause]) = seen {
                        opened.first[speed].push(first);
                        opened.whole[speed].push(whole);
                        opened.pause[speed].push(pause);
                    }
                }
            }
        }
    }
    Ok((ours, theirs))
}

fn row(what: String, peer: String, bar: Bar, [full, slow]: [(Sample, Sample); 2]) -> Row {
    Row {
        what,
        peer,
        unit: "ms",
        figure: Figure::Median,
        bar,
        full,
        slow,
    }
}

/// What must not grow with the journal, beside the smallest.
fn growth(ours: &[Opened], sizes: &[usize]) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some((least, count)) = ours.first().zip(sizes.first()) {
        for (mine, more) in ours.iter().zip(sizes).skip(1) {
            let peer = || format!("ours, {count}");
            let what = |what: &str| format!("growth: {more} entries, {what}");
            rows.push(row(
                what("cursor in the box"),
                peer(),
                Bar::Times(1.15),
                pair(&mine.first, &least.first),
            ));
            rows.push(row(
                what("longest time deaf"),
                peer(),
                Bar::More(DEAF),
                pair(&mine.pause, &least.pause),
            ));
        }
    }
    rows
}

fn open(stand: &Stand, speed: usize, address: &str, end: &str, marks: &str) -> Outcome<[f64; 3]> {
    stand.browser.go("about:blank");
    stand.slow(if speed == 0 { 1 } else { SLOWED });
    stand.browser.go(address);
    stand.wait("the page", &format!("return window.bench?.marks.{end} ?? null"))?;
    let script = format!(
        "const {{ marks, pauses }} = window.bench, seen = {marks}; \
         return [...seen, Math.max(0, ...pauses.filter(([at]) => at >= seen[0]).map(([, time]) => time))]"
    );
    let seen = stand.browser.run(&script, vec![]);
    Ok([0, 1, 2].map(|at| number(&seen[at])))
}
