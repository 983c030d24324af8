//! The page's own clock, which a story sets.

use std::cell::Cell;

use serde_json::json;

use crate::stage::site::Site;
use crate::teacher::Teacher;

/// Puts a clock in the place of the browser's that is wrong by `window.shift` milliseconds.
const WRONG: &str = "const RealDate = Date, realNow = Date.now.bind(Date); \
    Date.now = () => realNow() + window.shift; \
    window.Date = new Proxy(RealDate, { \
        construct: (real, given) => given.length ? new real(...given) : new real(Date.now()), \
        apply: (real) => new real(Date.now()).toString() });";

/// A clock as it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Set {
    /// So many milliseconds ahead of what it is; behind if negative.
    By(i64),
    /// To this moment, in milliseconds since 1970.
    To(i64),
}

/// A site whose pages have a clock that a story sets, from one life of the browser to the next.
pub(crate) struct Clock {
    site: Site,
    shift: Cell<i64>,
}

impl Clock {
    /// A clock that is right.
    pub(crate) fn right() -> Self {
        let clock = Self {
            site: Site::open(),
            shift: Cell::new(0),
        };
        clock.is(0);
        clock
    }

    /// The address of the site.
    pub(crate) fn address(&self) -> String {
        self.site.address()
    }

    /// From the next load on it is wrong by so much.
    fn is(&self, shift: i64) {
        self.shift.set(shift);
        self.site.breaks(&format!("window.shift = {shift}; {WRONG}"));
    }

    /// Sets it, on the open page and for all that are loaded from now on.
    pub(crate) fn is_set(&self, teacher: &Teacher, set: Set) {
        let shift = match set {
            Set::By(shift) => shift,
            Set::To(moment) => {
                let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
                moment - i64::try_from(now.expect("later than 1970").as_millis()).expect("not that late")
            }
        };
        self.is(shift);
        teacher.run("window.shift = arguments[0]", vec![json!(shift)]);
    }

    /// Sets it to a time of this day where the page is.
    pub(crate) fn is_set_today(&self, teacher: &Teacher, hour: u8, minute: u8) {
        let shift = teacher.run(
            "const right = new window.Date(window.Date.now() - window.shift), set = new window.Date(right.getTime()); \
             set.setHours(arguments[0], arguments[1], 0, 0); return set.getTime() - right.getTime()",
            vec![json!(hour), json!(minute)],
        );
        self.is_set(teacher, Set::By(shift.as_i64().expect("milliseconds")));
    }

    /// So many minutes go by on it at once.
    pub(crate) fn goes_on(&self, teacher: &Teacher, minutes: i64) {
        self.is_set(teacher, Set::By(self.shift.get() + minutes * 60_000));
    }
}
