//! What is to come, as a calendar that telephones take (RFC 5545).

use ics::parameters::Value as ValueType;
use ics::properties::{DtStart, Summary, Trigger};
use ics::{Alarm, Event, ICalendar, escape_text};

use super::{Kinds, due};
use crate::catalog::Language;
use crate::index::Index;
use crate::time::{Date, Timestamp};

/// A year ahead: what lies further is not planned yet.
const AHEAD: i32 = 366;

fn digits(day: Date) -> String {
    let (year, month, number) = day.ymd();
    format!("{year:04}{month:02}{number:02}")
}

fn stamp(now: Timestamp) -> String {
    let seconds = now.millis().div_euclid(1000);
    let day = Timestamp::new(now.millis(), 0).date();
    let within = seconds.rem_euclid(86_400);
    format!(
        "{}T{:02}{:02}{:02}Z",
        digits(day),
        within / 3600,
        within / 60 % 60,
        within % 60
    )
}

/// Every deadline that is not settled, and every day of a record from `now` on, as events of whole days. A deadline reminds a
/// day before. An event keeps its name when it is given out again, so that a calendar changes it and adds no second.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::kind::{Kinds, calendar};
/// use luoxuan::{Author, DeviceId, Index, Journal, RecordId, Timestamp};
/// let kinds = Kinds::built_in();
/// let lecture = kinds.named("lecture").expect("it comes with the crate").begun("数据怎样说话").with("on", Some("2026-12-04".into()));
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let mut journal = Journal::new();
/// journal.write(RecordId::from_bytes([2; 16]), lecture, author);
/// let now = Timestamp::new(1_780_000_000_000, 480);
/// let calendar = calendar(&kinds, &Index::of(&journal), now, Language::ZhHans);
/// assert!(calendar.contains("DTSTART;VALUE=DATE:20261204\r\nSUMMARY:数据怎样说话 · 讲座\r\n"));
/// ```
pub fn calendar(kinds: &Kinds, index: &Index, now: Timestamp, language: Language) -> String {
    let (today, stamp) = (now.date(), stamp(now));
    let mut calendar = ICalendar::new("2.0", "-//Luoxuan//Luoxuan 1//ZH");
    let mut add = |name: String, day: Date, summary: String, reminds: bool| {
        let mut event = Event::new(name, stamp.clone());
        let mut start = DtStart::new(digits(day));
        start.add(ValueType::DATE);
        event.push(start);
        event.push(Summary::new(escape_text(summary.clone())));
        if reminds {
            let alarm = Alarm::display(
                Trigger::new("-P1D"),
                ics::properties::Description::new(escape_text(summary)),
            );
            event.add_alarm(alarm);
        }
        calendar.add_event(event);
    };
    let to = today.plus_days(AHEAD);
    for it in due(kinds, index, today, to).into_iter().filter(|it| it.day >= today) {
        let title = index
            .head(it.record)
            .map(|head| it.kind.title_of(head.content()).into_owned())
            .unwrap_or_default();
        let field = it.kind.field(&it.field).map_or("", |field| field.label(language));
        add(
            format!("{}-{}@luoxuan", it.record, it.field),
            it.day,
            format!("{} · {field}", title.trim()),
            true,
        );
    }
    for kind in kinds.iter().filter(|kind| !kind.day_is_due() && !kind.private) {
        for head in kind.records(index) {
            let content = head.content();
            let Some(day) = kind.day_of(content).filter(|day| (today..=to).contains(day)) else {
                continue;
            };
            let summary = format!("{} · {}", kind.title_of(content).trim(), kind.label(language));
            add(format!("{}-{}@luoxuan", head.record(), kind.day), day, summary, false);
        }
    }
    let mut bytes = Vec::new();
    // Nothing refuses what is written into memory.
    let _ = calendar.write(&mut bytes);
    String::from_utf8_lossy(&bytes).into_owned()
}
