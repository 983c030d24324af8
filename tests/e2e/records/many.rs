//! Twenty thousand records of a kind.

use luoxuan::journal::write_lines;
use luoxuan::kind::Kinds;
use luoxuan::{Author, DeviceId, Journal, RecordId, Timestamp};

use crate::access::settled;
use crate::disk;
use crate::stage::browser::Kind;
use crate::teacher::Teacher;

/// From a key in the box that adds a record to the frame that shows it: the middle one of thirty, in milliseconds.
fn key_to_frame(teacher: &Teacher) -> f64 {
    let script = "const done = arguments[arguments.length - 1], box = document.querySelector('.add-line .wide input'), times = []; \
         box.focus(); const next = () => { if (times.length === 30) return done(times); const from = performance.now(); \
           box.value += '字'; box.dispatchEvent(new Event('input', { bubbles: true })); \
           requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - from); next(); })); }; next()";
    of_hundred(teacher, script, 50)
}

/// From frame to frame while the list is scrolled from its beginning to its end in ninety of them: what nineteen of
/// twenty keep within, in milliseconds.
fn frame_of_scrolling(teacher: &Teacher) -> f64 {
    let script = "const done = arguments[arguments.length - 1], times = [], page = document.documentElement; let last = null; \
         scrollTo(0, 0); const frame = (now) => { if (last !== null) times.push(now - last); last = now; \
           if (times.length === 90) return done(times); \
           scrollTo(0, page.scrollHeight * (times.length + 1) / 90); requestAnimationFrame(frame); }; requestAnimationFrame(frame)";
    of_hundred(teacher, script, 95)
}

/// Of the times a script answers, the one that so many of a hundred keep within.
fn of_hundred(teacher: &Teacher, script: &str, kept_by: usize) -> f64 {
    let times = teacher.run_until_called(script, vec![]);
    let times = times.as_array().into_iter().flatten();
    let mut times: Vec<f64> = times.filter_map(serde_json::Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    times[times.len() * kept_by / 100]
}

/// The quickest round beside many records takes at most one frame of sixty in a second more than the quickest beside
/// few. Both are measured in turns, again for as long as it does not hold: what the machine does besides makes a round
/// slower and never quicker, so that a page that is as quick shows it in one of thirty rounds, and one that is not
/// never does.
#[track_caller]
fn as_quick(what: &str, measure: fn(&Teacher) -> f64, few: &Teacher, many: &Teacher) {
    const FRAME: f64 = 1000.0 / 60.0;
    let (mut beside_few, mut beside_many) = (f64::INFINITY, f64::INFINITY);
    for _ in 0..30 {
        beside_few = beside_few.min(measure(few));
        beside_many = beside_many.min(measure(many));
        if beside_many < beside_few + FRAME - 1.0 {
            eprintln!("{what}: {beside_few:.1} ms with few records, {beside_many:.1} ms with many");
            return;
        }
    }
    panic!("{what}: {beside_few:.1} ms with few records, {beside_many:.1} ms with many");
}

/// A teacher whose journal holds so many lectures.
fn with_lectures(number: u32) -> Teacher {
    let teacher = Teacher::arrives(Kind::Chromium);
    teacher.writes_an_entry("听了很多讲座。");
    let by = Author {
        device: DeviceId::from_bytes([9; 16]),
        now: Timestamp::new(1_770_000_000_000, 480),
    };
    let kinds = Kinds::built_in();
    let lecture = kinds.named("lecture").expect("it is there");
    let first: luoxuan::Date = "2000-01-01".parse().expect("a day");
    let mut journal = Journal::new();
    let mut bytes = [0; 16];
    let written: Vec<_> = (0..number)
        .filter_map(|at| {
            bytes[..4].copy_from_slice(&at.to_be_bytes());
            bytes[15] = 7;
            let on = first.plus_days(i32::try_from(at / 3).ok()?).to_string();
            let content = lecture.begun(&format!("第{at}场讲座")).with("on", Some(on.into()));
            journal.write(RecordId::from_bytes(bytes), content, by)
        })
        .collect();
    disk::plant(&teacher, &write_lines(&written));
    teacher.reloads();
    teacher.opens("#/records/lecture");
    settled(&teacher);
    teacher.sees(&format!("共 {number} 条"));
    teacher
}

#[test]
fn twenty_thousand_records_of_a_kind_are_as_quick_to_write_beside_as_a_hundred() {
    let (few, many) = (with_lectures(100), with_lectures(20_000));
    let rows = many.run("return document.querySelectorAll('tbody tr').length", vec![]);
    assert_eq!(rows, serde_json::json!(100), "the others come when they are asked for");
    as_quick("from a key to its frame", key_to_frame, &few, &many);
    as_quick("a frame of scrolling", frame_of_scrolling, &few, &many);
    // Far in, there are no more rows on the page than at its beginning.
    for _ in 0..9 {
        many.clicks("后一页");
    }
    many.sees("第 901–1000 条");
    let rows = many.run("return document.querySelectorAll('tbody tr').length", vec![]);
    assert_eq!(rows, serde_json::json!(100));
    as_quick(
        "a frame of scrolling on the tenth page",
        frame_of_scrolling,
        &few,
        &many,
    );
    many.writes_in("筛选", "第19999场");
    many.sees("共 1 条");
    many.clicks("第19999场讲座");
    many.writes_in("主讲", "王老师");
    many.sees_it_kept();
}
