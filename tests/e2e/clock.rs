//! The computer's clock is wrong, and jumps.

use serde_json::json;

use crate::disk;
use crate::stage::browser::Kind;
use crate::stage::site::Site;
use crate::stage::tools::proved;
use crate::stage::wait_for;
use crate::teacher::Teacher;

/// A clock that goes wrong by `window.shift` milliseconds.
const CLOCK: &str = "window.shift = 0; const RealDate = Date, realNow = Date.now.bind(Date); \
    Date.now = () => realNow() + window.shift; \
    window.Date = new Proxy(RealDate, { construct: (real, given) => given.length ? new real(...given) : new real(Date.now()) })";

const TEN_YEARS: i64 = 10 * 365 * 24 * 3_600_000;

fn shift(teacher: &Teacher, by: i64) {
    teacher.run("window.shift = arguments[0]", vec![json!(by)]);
}

/// Changes the open entry into this text and finishes.
fn change(teacher: &Teacher, text: &str) {
    teacher.clicks("修改");
    teacher.waits_for_the_cursor();
    teacher.run("document.activeElement.select()", vec![]);
    teacher.pastes(text);
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
}

fn jumps(kind: Kind) {
    let site = Site::with_fault(CLOCK);
    let teacher = Teacher::arrives_at(&site.address(), kind);
    teacher.waits_for_the_cursor();
    teacher.types("第一版");
    teacher.presses("Ctrl Enter");
    teacher.sees_it_kept();
    teacher.clicks("打开");
    let mut texts = vec!["第一版".to_owned()];
    for (number, by) in [TEN_YEARS, -TEN_YEARS, 0, -1, TEN_YEARS, 0].into_iter().enumerate() {
        shift(&teacher, by);
        let text = format!("时钟跳过以后的第{}版", number + 2);
        change(&teacher, &text);
        let journal = disk::journal(&teacher);
        let shelf = disk::shelf(&teacher);
        assert_eq!(journal.conflicts().count(), 0, "a clock does not tear an entry");
        let now: Vec<_> = shelf.entries().map(|(_, entry)| entry.body.clone()).collect();
        assert_eq!(
            now,
            std::slice::from_ref(&text),
            "what was written last is what it says"
        );
        texts.push(text);
    }
    // In mid-typing: what was called kept before the jump is there after it, and what came later too.
    teacher.opens("#/today");
    teacher.waits_for_the_cursor();
    shift(&teacher, TEN_YEARS);
    teacher.types("跳以前写的，");
    teacher.sees_it_kept();
    shift(&teacher, -TEN_YEARS);
    teacher.types("跳以后写的。");
    teacher.sees_it_kept();
    if kind == Kind::Chromium {
        let zone = json!({ "timezoneId": "America/Los_Angeles" });
        teacher.browser.devtools("Emulation.setTimezoneOverride", &zone);
    }
    teacher.types("换了时区。");
    teacher.sees_it_kept();
    teacher.reloads();
    teacher.waits_for_the_cursor();
    let whole = wait_for(std::time::Duration::from_secs(10), || {
        let shelf = disk::shelf(&teacher);
        let found = shelf
            .entries()
            .any(|(_, entry)| entry.body == "跳以前写的，跳以后写的。换了时区。");
        found.then_some(())
    });
    assert!(whole.is_some(), "{:?}", disk::log_lines(&teacher));
    let all = disk::log_lines(&teacher).concat();
    for text in &texts {
        assert!(all.contains(text.as_str()), "“{text}” is in the history");
    }
    proved(
        "T19",
        &format!(
            "{kind:?}: the clock jumps ten years back and forth between versions and while typing; another time zone"
        ),
        "order and text as written, no conflict, nothing lost",
    );
}

#[test]
fn a_wrong_clock_changes_nothing_in_chromium() {
    jumps(Kind::Chromium);
}

#[test]
#[ignore = "part of `cargo xtask prove`; every day in Chromium"]
fn a_wrong_clock_changes_nothing_in_firefox() {
    jumps(Kind::Firefox);
}
