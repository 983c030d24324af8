//! Dates as people write them.

use luoxuan::Date;
use luoxuan::catalog::Language;
use luoxuan_web::browser::clock::{day_text, short_day_text, today};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn a_day_is_written_as_the_language_does_and_stays_the_day_it_is() {
    let day = Date::new(2021, 1, 1).expect("a day");
    for _ in 0..2 {
        assert_eq!(day_text(day, Language::ZhHans), "2021年1月1日");
        assert_eq!(day_text(day, Language::ZhHant), "2021年1月1日");
        assert_eq!(day_text(day, Language::En), "January 1, 2021");
        assert_eq!(short_day_text(day, Language::ZhHans), "1/1");
    }
    let (year, ..) = today().ymd();
    let this_year = Date::new(year, 12, 31).expect("a day");
    assert_eq!(day_text(this_year, Language::ZhHans), "12月31日");
}
