//! The time of day, and dates as people write them.

use std::cell::Cell;
use std::time::Duration;

use js_sys::{Date as JsDate, Reflect};
use leptos::prelude::{ArcTrigger, Notify, Track, on_cleanup, set_interval_with_handle, window_event_listener};
use luoxuan::catalog::Language;
use luoxuan::text::say_day;
use luoxuan::{Date, Timestamp};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::MessageChannel;

use super::pictures::function;

/// Now, with this place's offset.
pub fn now() -> Timestamp {
    let date = JsDate::new_0();
    // A whole figure, far inside its range.
    #[allow(clippy::cast_possible_truncation)]
    let millis = date.get_time() as i64;
    Timestamp::new(millis, offset(&date))
}

/// This place's offset at a moment. JavaScript counts minutes west of UTC, and none for what is no date.
fn offset(date: &JsDate) -> i16 {
    #[allow(clippy::cast_possible_truncation)]
    let west = date.get_timezone_offset() as i16;
    -west
}

/// How often the page looks whether another day has begun. A timer until midnight would not hear of a computer that slept,
/// nor of a clock that was set.
const LOOK: Duration = Duration::from_secs(20);

thread_local! {
    /// The day the page has shown as today, and who is told when it is another.
    static SHOWN: (Cell<Date>, ArcTrigger) = (Cell::new(now().date()), ArcTrigger::new());
}

/// Today, tracked: whoever shows it is told when another day begins. What is done asks [`now`].
pub fn today() -> Date {
    SHOWN.with(|(_, another)| another.track());
    now().date()
}

/// Looks from now on whether another day has begun: now and then, and at once when somebody looks at the page again.
pub fn watch_the_day() {
    let look = || {
        SHOWN.with(|(shown, another)| {
            let today = now().date();
            if shown.replace(today) != today {
                another.notify();
            }
        });
    };
    let seen = window_event_listener(leptos::ev::visibilitychange, move |_| look());
    let timer = set_interval_with_handle(look, LOOK);
    on_cleanup(move || {
        seen.remove();
        if let Ok(timer) = timer {
            timer.clear();
        }
    });
}

/// Milliseconds since the page began, for how long something takes: the time of day may be set meanwhile.
pub fn elapsed() -> f64 {
    // Every browser that runs this has one; without it work goes on without a pause, as it would on a fast machine.
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

/// Waits.
pub async fn sleep(time: Duration) {
    let (done, wait) = futures::channel::oneshot::channel();
    leptos::prelude::set_timeout(
        move || {
            // Whoever waited may have gone.
            let _ = done.send(());
        },
        time,
    );
    let _ = wait.await;
}

/// Lets the browser paint and take keys before going on.
pub async fn yield_now() {
    sleep(Duration::ZERO).await;
}

/// Long work in bites: the person may be typing already.
pub struct TimeSlicer {
    since: f64,
}

impl TimeSlicer {
    /// Half a frame, in milliseconds: so long nobody notices.
    const SMALL: f64 = 8.0;

    /// As long as a bite may be where the browser says whether a key waits.
    const LARGE: f64 = 32.0;

    /// The work begins.
    pub fn begin() -> Self {
        Self { since: elapsed() }
    }

    /// Lets the keys that wait go first, if it is time to. To be asked every few milliseconds.
    pub async fn rest(&mut self) {
        let worked = elapsed() - self.since;
        if worked >= Self::LARGE || (worked >= Self::SMALL && is_input_pending()) {
            give_way().await;
            self.since = elapsed();
        }
    }
}

/// Whether a key waits to be heard. Where the browser does not say, one may.
fn is_input_pending() -> bool {
    let scheduling = Reflect::get(&leptos::prelude::window().navigator(), &"scheduling".into());
    let asked = scheduling.ok().and_then(|scheduling| {
        let ask = function(&scheduling, "isInputPending")?;
        ask.call0(&scheduling).ok()?.as_bool()
    });
    asked.unwrap_or(true)
}

/// Lets what waits go first. A timer would pause the work for milliseconds each time.
async fn give_way() {
    let (done, wait) = futures::channel::oneshot::channel();
    let go = Closure::once_into_js(move || {
        // Whoever waited may have gone.
        let _ = done.send(());
    });
    let sent = MessageChannel::new().and_then(|channel| {
        channel.port1().set_onmessage(Some(go.unchecked_ref()));
        channel.port2().post_message(&JsValue::NULL).map(|()| channel)
    });
    match sent {
        Ok(channel) => {
            let _ = wait.await;
            channel.port1().close();
        }
        Err(_) => yield_now().await,
    }
}

/// A day, such as 9月11日 or 11 September; with the year if it is not this one. A text says it in the same words.
pub fn day_text(day: Date, language: Language) -> String {
    say_day(day, day.ymd().0 != now().date().ymd().0, language)
}

/// A day in figures, such as 9/11, where there is little room.
pub fn short_day_text(day: Date) -> String {
    let (_, month, number) = day.ymd();
    format!("{month}/{number}")
}

/// A moment, seen where the page is read now, whoever wrote it wherever.
fn seen_here(moment: Timestamp) -> Timestamp {
    #[allow(clippy::cast_precision_loss)]
    let date = JsDate::new(&JsValue::from_f64(moment.millis() as f64));
    Timestamp::new(moment.millis(), offset(&date))
}

/// The time of a moment, to the second.
pub fn time_text(moment: Timestamp) -> String {
    let (hour, minute, second) = seen_here(moment).hms();
    format!("{hour:02}:{minute:02}:{second:02}")
}

/// A moment, day and time, such as 2026年9月11日 08:05.
pub fn moment_text(moment: Timestamp, language: Language) -> String {
    let moment = seen_here(moment);
    let (hour, minute, _) = moment.hms();
    let between = if language == Language::En { ", " } else { " " };
    format!(
        "{}{between}{hour:02}:{minute:02}",
        say_day(moment.date(), true, language)
    )
}
