//! A key in a long text, beside one in a text of the usual length.

use luoxuan_tests::years;

use crate::keys::{ALL, Typed, close_all, type_into_all};
use crate::report::{Bar, Figure, Row, Topic};
use crate::stand::{MANY, Outcome, SEED, Stand};

/// So many characters, and no more.
fn of_length(characters: usize) -> String {
    let mut text = String::new();
    for number in 0.. {
        text.push_str(&years::body(SEED, number));
        text.push_str("\n\n");
        if text.chars().count() >= characters {
            break;
        }
    }
    text.chars().take(characters).collect()
}

pub(crate) fn measure(stand: &Stand) -> Outcome<Topic> {
    let first = stand.browser.tab();
    let count = stand.sizes().into_iter().find(|count| *count == MANY);
    let count = count.or_else(|| stand.sizes().last().copied()).ok_or("no journal")?;
    let (short, long) = (of_length(480), of_length(9600));
    let mut pages = vec![
        Typed::ours(stand, "ours, 480 characters", count, &short)?,
        Typed::ours(stand, "ours, 9600 characters", count, &long)?,
    ];
    let stills = [
        ("our elements without the program, 480 characters", &short),
        ("our elements without the program, 9600 characters", &long),
    ];
    for (at, (what, text)) in stills.into_iter().enumerate() {
        let still = Typed::still(stand, what, &pages[at], text)?;
        pages.push(still);
    }
    pages.push(Typed::bare(stand, "a bare textarea, 480 characters", &short)?);
    pages.push(Typed::bare(stand, "a bare textarea, 9600 characters", &long)?);
    type_into_all(stand, &mut pages)?;
    close_all(stand, &pages, &first);
    let rows = pages.chunks(2).filter_map(|two| {
        let [short, long] = two else { return None };
        let pair = |speed: usize| (long.times[speed].clone(), short.times[speed].clone());
        Some(Row {
            what: long.what.clone(),
            peer: short.what.clone(),
            unit: "ms",
            figure: Figure::P95,
            bar: if long.what.starts_with("ours") {
                Bar::Times(1.2)
            } else {
                Bar::None
            },
            full: pair(0),
            slow: pair(1),
        })
    });
    Ok(Topic {
        title: "A long text",
        text: format!(
            "A key at the end of a text of 9,600 characters beside one at the end of a text of 480, measured as above, in a \
             journal of {count} entries: {ALL} keys each. Below, the same of our elements without the program, and of a \
             bare textarea: how much of it is the browser's own."
        ),
        rows: rows.collect(),
    })
}
