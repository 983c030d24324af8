//! Dates as people write them.

use luoxuan::catalog::Language;
use luoxuan::{Date, Timestamp};
use luoxuan_web::browser::clock::{day_text, moment_text, now, short_day_text, time_text, today};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_day_is_written_as_the_language_does_and_stays_the_day_it_is() {
    let day = Date::new(2021, 1, 1).expect("a day");
    for _ in 0..2 {
        assert_eq!(day_text(day, Language::ZhHans), "2021年1月1日");
        assert_eq!(day_text(day, Language::ZhHant), "2021年1月1日");
        assert_eq!(day_text(day, Language::En), "1 January 2021");
        assert_eq!(short_day_text(day), "1/1");
    }
    let (year, ..) = today().ymd();
    let this_year = Date::new(year, 12, 31).expect("a day");
    assert_eq!(day_text(this_year, Language::ZhHans), "12月31日");
}

#[wasm_bindgen_test]
fn a_moment_is_told_by_the_clock_of_whoever_reads_it() {
    let here = now();
    let (hour, minute, second) = here.hms();
    // Written nine hours further east: the same moment.
    let there = Timestamp::new(here.millis(), here.offset() + 540);
    assert_eq!(time_text(there), format!("{hour:02}:{minute:02}:{second:02}"));
    let (year, month, day) = here.date().ymd();
    let said = format!("{year}年{month}月{day}日 {hour:02}:{minute:02}");
    assert_eq!(moment_text(there, Language::ZhHans), said);
}
